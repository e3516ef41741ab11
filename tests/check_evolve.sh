#!/bin/sh
# `evolve`: derived values through the command line, the same by any number of
# threads, what cannot be refused with words, pictures, rows in a database.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# cell TABLE ROW COLUMN: of the answer's CSV; ROW: what its first column says,
# or its number
cell() {
	"$detente" $words --format csv --table "$1" 2>err | awk -F, \
	    -v row="$2" -v column="$3" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row || NR - 1 == row { print $c; exit }'
}
# near WHAT A B TOLERANCE
near() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN {
	    d = a - b; exit !(a != "" && d <= t && d >= -t) }'
}
# refused WORD EVOLVE...: with exit status 2 or 3, and words
refused() {
	word=$1
	shift
	"$detente" evolve "$@" >out 2>err
	status=$?
	check "refused: $*" $status -ge 2 -a $status -le 3
	claim "with words: $*" grep -q "$word" err
}

# The values that models.md and the literature give are in `reproduce`; here
# those that are asked in another way than there.

# Weak selection is neutral at (6N+3)/(2N-4) rounds: 63/16 among ten. Mean
# rounds 1/(1-c) by continuation, payoffs a match.
words='evolve tit-for-tat,always-race --rounds 0 -c 0.746031746031746 --per match -N 10'
near 'the one-third law among ten' "$(cell takeover 2 weak)" 0 1e-9
words='evolve tit-for-tat,always-race --rounds 4 --per match -N 10'
claim 'four rounds are enough' awk -v a="$(cell takeover 2 weak)" \
    'BEGIN { exit !(a > 0) }'

# Moran, fitness the payoff, two players: one mutant earns a_AB, the resident
# a_BA; .9 and 1.4 after ten rounds: .9/2.3.
words='evolve tit-for-tat,always-race --rounds 10 -N 2 --process moran --fitness payoff'
near 'two players by hand' "$(cell takeover always-race chance)" \
    "$(echo .9 2.3 | awk '{ print $1 / $2 }')" 1e-6

# A path that stays where it is: a border, 1/17.
words='evolve tit-for-tat,always-race --rounds 10 --from 0.058823529411764705 --time 5'
near 'at its border it stays' "$(cell end 1 tit-for-tat)" 0.0588235 1e-7

# Groups of three, from a game of three.
words='evolve two-of-three'
near 'two of three: 6 q (1-q) = 1' "$(cell rest_points 3 pause)" 0.2113 5e-5
near 'and the other root' "$(cell rest_points 4 pause)" 0.7887 5e-5

# The first line answers.
call evolve always-pause,always-race,tit-for-tat --starts 0
claim 'an ESS first' sh -c "head -n 1 out | grep -q '^always-race is evol'"
claim 'tit for tat is neutrally stable only' grep -q \
    'tit-for-tat is neutrally stable only, no ESS' out
call evolve reciprocity-cost -N 100 --beta 1
claim 'most of the time' sh -c "head -n 1 out | grep -q 'plays ALLD'"
call evolve tit-for-tat,always-race -N 10 --mutation 0.05 --beta 1 --rounds 10
claim 'by how much' sh -c "head -n 1 out | grep -q 'plays tit-for-tat'"

# Threads change nothing; seeds do.
run() {
	"$detente" evolve "$@" --format json 2>&1
}
played='reciprocity-cost -N 12 --simulate 70 --starts 40'
# shellcheck disable=SC2086
run $played -j 1 >one
# shellcheck disable=SC2086
run $played -j 3 >three
claim 'one thread and three' cmp one three
# shellcheck disable=SC2086
run $played -j 3 -s 2 >other
claim 'another seed' sh -c '! cmp -s one other'

# A graph from a file is the ring that it draws: exactly, and played.
i=1
while [ $i -le 8 ]; do
	echo "$i $((i % 8 + 1))"
	i=$((i + 1))
done >ring.txt
words='evolve stag-hunt --process death-birth --graph ring.txt --beta 0.3'
by_file=$(cell takeover 1 chance)
words='evolve stag-hunt --process death-birth --graph ring -N 8 --beta 0.3'
near 'a ring from a file' "$by_file" "$(cell takeover 1 chance)" 1e-12
words='evolve stag-hunt --process death-birth --graph ring.txt'
near 'its threshold: 2 (8-2)/(8-4)' "$(cell structure 1 \
    donation_threshold)" 3 1e-9
words='evolve stag-hunt --process death-birth --graph lattice -N 25 --beta 0.3 --simulate 100'
claim 'a lattice is played' awk -v a="$(cell takeover 1 runs_ended)" \
    'BEGIN { exit a != 100 }'

# What cannot be is refused.
refused 'it needs strategies' -N 10
refused 'one strategy' grim
refused 'meets nobody' grim,joss -N 1
refused 'from 0 to 1' grim,joss --mutation 2
refused 'above 0' always-pause,always-race -N 9 --process moran \
    --fitness payoff
refused 'sum to 1' grim,joss --from .5,.6
refused 'needs 2 shares' grim,joss --from .5,.2,.3
refused 'background' always-pause,always-race --dynamics discrete
refused 'symmetric' matching-pennies-asymmetric
refused 'no such product' stag-hunt --process death-birth --graph lattice -N 10
refused 'goes with' stag-hunt --graph ring -N 10
refused 'again and again' stag-hunt --per match
refused 'of no use' grim,joss --time 3
refused 'of no use' grim,joss --background 1
refused 'of no use' grim,joss -N 9 --process moran --fitness payoff --beta 1
refused 'nobody' grim,nobody
echo '1 2
2 x' >bad.txt
refused 'bad.txt:2:1' stag-hunt --process death-birth --graph bad.txt
refused 'simulate' stag-hunt --process death-birth --graph lattice -N 25

# Without mutation there is no chain, and that is no fault.
call evolve stag-hunt -N 10 --mutation 0
check 'mutation 0' $status -eq 0
# More compositions than can be solved are told, and the rest stands.
call evolve splitmix-5-1 -N 10 --beta 0
check 'a game that is not symmetric' $status -eq 2
call evolve memory-one-slips -N 100 --mutation 0.1
check 'a chain that is too large' $status -eq 0
claim 'is told' grep -q 'Not exactly' out

# Kept and drawn.
call evolve always-pause,always-race,tit-for-tat -N 20 -o kept.db \
    --svg three.svg
check 'kept and drawn' $status -eq 0
check 'its rows' "$(sqlite3 kept.db "SELECT count(*) FROM solution_cell
    WHERE table_name = 'takeover'")" -eq 36
claim 'a triangle' grep -q '>tit-for-tat</text>' three.svg
call evolve tit-for-tat,always-race --svg two.svg
claim 'a line' grep -q '</svg>' two.svg
call evolve memory-one-slips -N 100 --svg five.svg
claim 'who takes over whom' grep -q '</svg>' five.svg
call evolve --all --starts 0 --slip 0.01
check 'all strategies' $status -eq 0
finish
