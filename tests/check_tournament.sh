#!/bin/sh
# `tournament`: published scores of 200 rounds, exact answers that the chain
# engine and played matches confirm, a class cup that broken files do not stop.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# entry ROW COLUMN: of pay.csv, the payoffs.
entry() {
	awk -F, -v row="$1" -v column="$2" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row { print $c }' pay.csv
}
# near WHAT A B TOLERANCE
near() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN {
	    d = a - b; exit !(a != "" && d <= t && d >= -t) }'
}

# Scores of 200 rounds without noise, the row's total: by hand, as tit for tat
# against always race: 0 once, then 199 times 1.
eight=always-pause,always-race,tit-for-tat,suspicious-tit-for-tat,\
tit-for-two-tats,grim,win-stay-lose-shift,alternator
call tournament $eight --format csv --table payoffs
cp out pay.csv
row() {
	row_name=$1
	shift
	k=1
	for score; do
		near "$row_name of the table, column $k" \
		    "$(entry "$row_name" "$(echo $eight | cut -d, -f$k)")" \
		    "$(echo "$score" | awk '{ print $1 / 200 }')" 1e-12
		k=$((k + 1))
	done
}
row always-pause 600 0 600 597 600 600 600 300
row always-race 1000 200 204 200 208 204 600 600
row tit-for-tat 600 199 600 500 600 600 600 498
row suspicious-tit-for-tat 602 200 500 200 602 203 401 500
row tit-for-two-tats 600 198 600 597 600 600 600 300
row grim 600 199 600 203 600 600 600 597
row win-stay-lose-shift 600 100 600 401 600 600 600 450
row alternator 800 100 503 500 800 107 450 400

# The chain engine, which shares no code with duels: discounted, with slips and
# alarms that err.
some=win-stay-lose-shift,gradual,random,contrite-tit-for-tat
noise='--set noise.slip=0.03 --set noise.private.false_alarm=0.02'
call tournament $some -c 0.95 --rounds 0 $noise --format csv --table payoffs
check 'without end but by continuation' $status -eq 0
cp out pay.csv
for one in $(echo $some | tr , ' '); do
	for other in $(echo $some | tr , ' '); do
		chain=$("$detente" solve duel --long-run -S "$one,$other" \
		    -c 0.95 $noise --format csv | awk -F, 'NR == 1 {
		    for (i = 1; i <= NF; i++) if ($i == "payoff") c = i }
		    NR == 2 { print $c }')
		near "$one against $other as by the chain" \
		    "$(entry "$one" "$other")" "$chain" 1e-9
	done
done

# Self-play is of two machines: two tit-for-tats that slip visit the four joint
# states alike in the long run, 2.25 each; one machine with itself would get
# 2.98.
call tournament tit-for-tat,win-stay-lose-shift --slip 0.01 --long-run \
    --format csv --table payoffs
cp out pay.csv
near 'tit for tat with its copy' "$(entry tit-for-tat tit-for-tat)" 2.25 1e-9
near 'win-stay, lose-shift too' \
    "$(entry win-stay-lose-shift win-stay-lose-shift)" 2.951092 5e-7

# Played, it comes to the same within the errors that it says.
"$detente" tournament $some --slip 0.05 --format csv --table matches >exact.csv
"$detente" tournament $some --slip 0.05 --engine lanes -n 400 -s 3 \
    --format csv --table matches >played.csv
claim 'exact has no errors of chance' sh -c \
    "awk -F, 'NR > 1 && (\$4 != 0 || \$8 != 1) { bad = 1 } END { exit bad }' \
    exact.csv"
claim 'played matches are within four errors of it' sh -c \
    "paste -d, exact.csv played.csv | awk -F, 'NR > 1 { n++; d = \$3 - \$11
    if (d < 0) d = -d; if (d > 4 * \$12 || \$12 <= 0 || \$16 != 0) bad = 1 }
    END { exit bad || n != 16 }'"
call tournament $some --slip 0.05 --engine lanes -n 2 -s 3
claim 'who is not ahead by two errors is told' grep -q 'standard errors' out
"$detente" tournament $some --slip 0.05 --engine lanes -n 400 -s 3 -j 1 \
    --format csv --table matches >one.csv
claim 'the same with one thread' cmp one.csv played.csv

# Two files of one machine share the first place; without self-play both get
# the same of the third.
mkdir class
sed 's/^strategy:.*/strategy: mine/' "$srcdir/agents/strategies/tit-for-tat.yaml" \
    >class/ann.yaml
sed 's/^strategy:.*/strategy: yours/' \
    "$srcdir/agents/strategies/tit-for-tat.yaml" >class/ben.yaml
cp "$srcdir/agents/strategies/always-race.yaml" class/cleo.yaml
echo 'strategy: [' >class/dan.yaml
cp class/ann.yaml class/eve.yaml
: >class/fay.yaml
call tournament class --format csv
check 'broken files do not stop the cup' $status -eq 0
claim 'equal scores share a rank' sh -c \
    "sed -n 2p out | grep -q '^1,mine,' && sed -n 3p out | grep -q '^1,yours,'"
call tournament class --format csv --table broken
check 'the three broken ones are told' "$(wc -l <out)" -eq 4
claim 'one that has a name of another' grep -q 'eve.yaml.*already' out
claim 'with the line of the fault' grep -q 'dan.yaml,[12],' out
claim 'scores without self-play: (3 + .995) / 2' sh -c \
    "'$detente' tournament class --without-self --format csv |
    grep -q '^1,mine,1.9975,'"

# Groups of two are the round robin: the same scores, by other code.
for self in '' --without-self; do
	call tournament $eight --slip 0.02 $self --format csv --table ranking
	cut -d, -f2,3 out | sort >robin.csv
	call tournament $eight --slip 0.02 $self --groups 100 --format csv
	cut -d, -f2,3 out | sort >groups.csv
	claim "groups of two are the round robin $self" sh -c "paste -d, \
	    robin.csv groups.csv | awk -F, '\$1 != \$3 { exit 1 }
	    \$1 != \"strategy\" { d = \$2 - \$4; n++
	    if (d > 1e-12 || d < -1e-12) exit 1 } END { exit n != 8 }'"
done

# Groups of three, two strategies, payoffs pair by pair: the two others pause
# with 1/2 each: 5/2 + 1/2 for who races, 3/2 for who pauses.
trio='-S trio -p prisoners-dilemma --set noise.slip=0'
call tournament always-pause,always-race $trio --groups 6 --format csv
claim 'racing earns 3 in groups of three' grep -q '^1,always-race,3,0,0,0,3$' out
claim 'pausing 1.5' grep -q '^2,always-pause,1.5,0,0,1,3$' out
# Tit for tat races once among racers and ever after, and turns on one racer
# among the two others: with others of always race alone, (0 + 99 * 1)/100.
call tournament tit-for-tat,always-race $trio --groups 6 --without-self \
    --format csv
claim 'tit for tat among two racers' grep -q '^2,tit-for-tat,0.99,0,' out

# Drawn groups are not far off, and say how far: ten s.e. of ten strategies.
some6=tit-for-tat,always-race,grim,random,win-stay-lose-shift,always-pause
call tournament $some6 -S trio --groups 1000 --format csv
sort -t, -k2 out >whole.csv
claim 'all 126 groups' sh -c "[ \$(awk -F, '{ n += \$7 } END { print n }' \
    out) -eq 126 ]"
call tournament $some6 -S trio --groups 120 --seed 2 --format csv
sort -t, -k2 out >drawn.csv
claim 'drawn groups are within four standard errors' sh -c "paste -d, \
    whole.csv drawn.csv | awk -F, '\$2 != \"strategy\" { n++
    d = (\$3 - \$10) / \$11; if (d > 4 || d < -4) exit 1 } END { exit n != 6 }'"
claim 'groups by any number of threads' sh -c \
    "'$detente' tournament $some6 -S trio --groups 120 --seed 2 -j 1 \
    --format csv | sort -t, -k2 | cmp - drawn.csv"
claim 'groups are not drawn' exits 2 tournament $some6 -S trio --groups 9 \
    --svg x.svg

# What cannot be is refused with words.
claim 'one strategy is no tournament' exits 2 tournament grim
claim 'nor none' exits 2 tournament
claim 'a name that is none' exits 3 tournament grim,nobody
claim 'no end' exits 3 tournament grim,joss --rounds 0
claim 'the long run is not played' exits 2 tournament grim,joss --long-run \
    --engine lanes
claim 'groups are not pairs' exits 2 tournament grim,joss -S trio

# Kept, drawn; and all strategies that there are.
call tournament $eight --slip 0.01 --noise -o cup.db --svg cup.svg
check 'kept and drawn' $status -eq 0
check 'every cell of 64 matches' "$(sqlite3 cup.db "SELECT count(*) FROM
    solution_cell WHERE table_name = 'matches'")" -eq 512
claim 'a picture' grep -q '</svg>' cup.svg
claim 'noise turns the ranking' grep -q 'Kendall' out
claim 'all strategies' exits 0 tournament --all --slip 0.01
claim 'exactly' grep -q '^Exact' out
finish
