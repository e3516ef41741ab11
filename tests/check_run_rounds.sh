#!/bin/sh
# `run SCENARIO --run N`: one run, round by round. Each row is the one that
# `run -o --detail rounds` keeps, by another way: the tape and the database.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

same() {
	run=$1
	shift
	"$detente" run "$@" --runs 3 --seed 7 --engine reference \
	    --detail rounds -f -o kept.db -q >out 2>err &&
	"$detente" query kept.db "SELECT round, phase, name,
	    intended, executed, declared, iif(party, 'yes', 'no'),
	    iif(alarm, 'yes', 'no'), iif(finding, 'yes', 'no'),
	    printf('%.6f', fine), printf('%.6f', payoff)
	    FROM tidy_rounds WHERE run = $run ORDER BY round, agent" \
	    --format csv >rows 2>>err &&
	"$detente" run "$@" --run "$run" --seed 7 --format csv >told 2>>err
}
# The columns by their names, in the order of the query.
told() {
	python3 -c "import csv
for r in csv.DictReader(open('told')):
    print(r['round'], r['phase'], r['agent'], r['intended'], r['executed'],
          r['declared'], r['party'], r['alarm'], r['finding'],
          '%.6f' % float(r['fine']), '%.6f' % float(r['payoff']), sep=',')"
}
need python3
for words in 'two-powers -t verified-halt --rounds 40' 'frontier --rounds 20' \
    'two-powers -t grim --set noise.slip=0.2'; do
	claim "$words are there" same 2 $words
	tail -n +2 rows >one
	told >two
	claim "$words: the rows that are kept" cmp one two
	check "$words: more than ten of them" "$(wc -l <two)" -gt 10
done

# Who sees a race: with a miss of 0 and no false alarm all others see each one.
"$detente" run two-powers -t none -S always-race,always-pause --rounds 5 \
    --set noise.slip=0 --seed 1 --run 1 --format csv >told 2>err
check 'five rounds of two' "$(wc -l <told)" = 11
"$detente" run two-powers -t grim --run 1 --format json >out 2>err
claim 'it says its seed' grep -q 'seed 1, engine reference' out

refuse() {
	"$detente" run two-powers "$@" >out 2>err
	claim "$*" test $? = 2
}
refuse --run 1 --runs 5
refuse --run 1 -o other.db
refuse --run 0
refuse --experiment 1
check 'nothing was kept' "$(ls other.db 2>/dev/null)" = ''
finish
