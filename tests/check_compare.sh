#!/bin/sh
# `compare`: treaties side by side say what `solve` says of each, sorted; what
# cannot be judged is a row; two databases differ by the keys that were changed.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# value FILE ROW COLUMN: of CSV without quoted cells before it.
value() {
	awk -F, -v row="$2" -v column="$3" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row { print $c }' "$1"
}
# is WHAT A B: numbers that agree to 1e-9.
is() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" 'BEGIN { d = a - b
	    exit !(a != "" && d < 1e-9 && d > -1e-9) }'
}

# Grim of two under a public signal, Mailath and Samuelson's dilemma: an
# equilibrium from continuation 1 / (3 p - 2 q) = .588235 on (p .9, q .5).
call compare noisy-pair --treaties grim -c 0.7 --format csv
cp out pair.csv
check 'grim in the noisy dilemma' $status -eq 0
claim 'above its threshold it is kept' \
    grep -q '^grim,"\{0,1\}yes' pair.csv
call compare noisy-pair --treaties grim -c 0.55 --format csv
claim 'below it is not, and that is no error' grep -q '^grim,no,' out
check 'exit status 0' $status -eq 0
call compare noisy-pair --treaties grim -c 0.7 --format csv --table thresholds
claim 'the threshold is .588235' sh -c \
    "grep '^grim,continuation' out | grep -q ',0\.588235'"
call compare noisy-pair --treaties grim -c 0.7
claim 'and people see it once, of the whole' grep -q \
    '^  grim  *0[.]5882 to [0-9.]*  ' out

# The bwc neither sees nor answers: who complies slips with chance .01 and has
# nothing else; payoffs 5, 4, 2, 1 and 5, 2, 1, 0. Pauses .99; payoff
# .9801 (4 + 2) / 2 + .0099 (5 + 1 + 5 + 0) / 2 + .0001 (2 + 1) / 2 = 2.9949.
call compare two-powers --treaties bwc,grim,none --format csv -j 2
check 'three treaties' $status -eq 0
cp out three.csv
is 'pauses of bwc' "$(value three.csv bwc pause_share)" 0.99
is 'payoff of bwc' "$(value three.csv bwc payoff_per_round)" 2.9949
is 'exactly' "$(value three.csv bwc payoff_per_round_se)" 0
claim 'grim is nearer to being kept' sh -c \
    "sed -n 2p three.csv | grep -q ^grim, && sed -n 3p three.csv | grep -q ^bwc,"
claim 'no treaty is a row, last, with its reason' sh -c \
    "sed -n 4p three.csv | grep -q '^none,not judged,.*no treaty'"

# What `solve` says of one treaty alone.
for treaty in bwc grim; do
	"$detente" solve two-powers -t $treaty --format csv --table parts >p.csv
	is "slack of $treaty" "$(value three.csv $treaty slack)" \
	    "$(value p.csv "$(value three.csv $treaty part)" slack)"
done

call compare two-powers --treaties bwc,grim,none --format csv -j 1
claim 'the same with one thread' cmp out three.csv

# A name that is none is a row beside others; alone it is an error.
call compare two-powers --treaties grim,grmi
check 'one of two' $status -eq 0
claim 'is told' grep -q 'Not judged (1): grmi (there is no treaty' out
call compare two-powers --treaties grmi
check 'none of one' $status -eq 3
call compare two-powers --treaties grim,grim
check 'twice' $status -eq 2
call compare two-pwers --treaties grim
check 'no such scenario' $status -eq 3

# Ctrl-C, or TERM, gives what there is.
"$detente" compare frontier --no-progress -j 1 >out 2>err &
pid=$!
sleep 1
kill -TERM $pid
wait $pid
check 'interrupted' $? -eq 130
claim 'and says so' grep -q 'Interrupted: [0-9]* treaties were not come to' out

# Forms.
call compare two-powers --treaties bwc,grim,none --format latex
claim 'LaTeX' grep -q '^\\toprule' out
claim 'with its signs escaped' grep -q '95 \\% interval' out
if has pdflatex; then
	{ printf '\\documentclass{article}\\usepackage{booktabs}'
	    printf '\\usepackage[utf8]{inputenc}\\begin{document}\n'
	    cat out; printf '\\end{document}\n'; } >all.tex
	claim 'is typeset' pdflatex -halt-on-error all.tex
fi
call compare two-powers --treaties bwc,grim,none --format json
claim 'JSON' jq -e '.tables | length >= 4' out
call compare two-powers --treaties bwc,grim --svg c.svg
claim 'a picture' xmllint --noout c.svg
claim 'says the verdict that is there' grep -q '>no<' c.svg
claim 'and none that is not' sh -c "! grep -q '>never<' c.svg"

# Databases: one key is another, one pair is the same runs.
run() {
	"$detente" run "$@" -q >out 2>err
}
run two-powers -n 40 -s 1 -o a.db
run duel -n 10 -s 1 -o a.db --append
run two-powers -n 40 -s 2 --set noise.slip=0.03 -o b.db
run duel -n 10 -s 1 -o b.db --append
run noisy-pair -n 10 -s 1 -o b.db --append
call compare a.db b.db --format csv --table keys
check 'two databases' $status -eq 0
printf 'pair,key,a,b\n1,noise.slip,0.01,0.03\n' >want
claim 'differ by the key that was changed' cmp out want
call compare a.db b.db --format csv
claim 'the error of a difference is that of both' awk -F, \
    'NR == 2 { d = $12 * $12 - $4 * $4 - $8 * $8; x = $11 - $7 + $3
    exit !($12 > 0 && d < 1e-12 && d > -1e-12 && x < 1e-12 && x > -1e-12) }' \
    out
claim 'of the same runs there is none' sh -c \
    "grep '^2,pause_share' out | grep -q ',0,\$'"
call compare a.db b.db
claim 'what is in one alone is said' sh -c \
    "tr '\\n' ' ' <out | grep -q 'Only in b.db.*noisy-pair'"
call compare a.db a.db --format csv --table keys
printf 'pair,key,a,b\n' >want
claim 'a file does not differ from itself' cmp out want
call compare a.db nowhere.db
check 'no such file' $status -eq 3
finish
