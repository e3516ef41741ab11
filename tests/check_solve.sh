#!/bin/sh
# What detente solve keeps with -o: the same question is kept once, another is
# added, a file is replaced only when told to; two files of the same questions
# have the same rows; they merge and are asked.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

ask() {
	"$detente" query "$1" "$2" --format csv | sed -n 2p
}
solutions() {
	ask "$1" 'SELECT count(*) FROM solution'
}
# All rows of solutions, but for when they were kept.
dump() {
	for table in solution solution_cell; do
		"$detente" query "$1" "SELECT * FROM $table" --format csv |
		    sed 's/20[0-9-]*T[0-9:.]*Z//'
	done
}

game=$DETENTE_PATH/data/games/stag-hunt.nfg
"$detente" solve "$game" -o x.db >first.txt
check "an answer is kept" $? -eq 0
check "as one solution" "$(solutions x.db)" -eq 1
# Three equilibria of six columns, by hand: number, two chances each, gain.
check "with its table" "$(ask x.db "SELECT count(*) FROM solution_cell WHERE
    table_name = 'equilibria'")" -eq 18
check "and exact chances" "$(ask x.db "SELECT count(*) FROM solution_values
    WHERE text = '2/3'")" -eq 2

"$detente" solve "$game" -o x.db >out 2>err
check "a file that is there is not touched" $? -ne 0
check "and that is said" "$(grep -c 'x.db' err)" -ge 1
check "one solution is left" "$(solutions x.db)" -eq 1
dump x.db >before
"$detente" solve "$game" -o x.db --append >again.txt 2>err
check "the same question may be asked again" $? -eq 0
check "it is said that it is there" \
    "$(grep -c 'has this answer already' err)" -eq 1
dump x.db >after
check "and it is kept once, as it was" \
    "$(cmp -s before after && echo 0 || echo 1)" -eq 0
check "what is printed does not hang on what is kept" \
    "$(cmp -s first.txt again.txt && echo 0 || echo 1)" -eq 0

"$detente" solve duel --long-run -o x.db -a --quiet >/dev/null
check "another question is added" "$(solutions x.db)" -eq 2
"$detente" solve "$game" -o y.db --quiet >/dev/null
"$detente" solve duel --long-run -o y.db --append -j 2 --quiet >/dev/null
dump x.db >one
dump y.db >two
check "there are rows" "$(wc -l <one)" -gt 20
check "the same questions make the same rows" \
    "$(cmp -s one two && echo 0 || echo 1)" -eq 0
# The command that is kept finds the answer again.
command=$(ask x.db "SELECT command FROM solution WHERE question = 'long-run'")
check "the command is kept" "$command" = "detente solve duel --long-run"
"$detente" solve "$game" -o y.db --force --quiet >/dev/null
check "a file is replaced when told to" "$(solutions y.db)" -eq 1

"$detente" solve duel --long-run -S grim -o z.db --quiet >/dev/null
"$detente" merge all.db x.db z.db >out 2>err
check "files merge" $? -eq 0
check "and their solutions are counted" \
    "$(grep -c 'all.db: 3 solutions$' out)" -eq 1
"$detente" query all.db solutions --format csv >out
check "and are asked" "$(grep -c 'long-run,duel' out)" -ge 20

# A phase map as it is kept, beside the same as it is printed: x, y, verdict.
"$detente" solve noisy-pair --vary continuation=0.5:0.99:3 \
    --vary treaty.monitoring.miss=0.1:0.8:2 --format csv --table map \
    -o map.db --quiet >map.csv
check "a phase map is kept" $? -eq 0
"$detente" query map.db phase-map --format csv | sed 1d | cut -d, -f3-5 |
    sort >one
sed 1d map.csv | cut -d, -f1-3 | sort >two
check "with all its cells" "$(wc -l <one)" -eq 6
check "as it is printed" "$(cmp -s one two && echo 0 || echo 1)" -eq 0

"$detente" solve "$game" -o missing/x.db >out 2>err
check "a folder that is missing is an error" $? -ne 0
check "before anything is printed" "$(wc -c <out)" -eq 0

finish
