#!/bin/sh
# Games that once got a wrong answer, each with the right one and how it is
# known. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# game TEXT: the game to solve.
game() {
	printf '%s\n' "NFG 1 R \"t\" $1" >game.nfg
}

# near FILE REGEXP VALUE WITHIN: the number in the second column of the line of
# a CSV file whose first cell matches.
near() {
	awk -F, -v row="$2" -v value="$3" -v within="$4" '
	$1 ~ row { n = $2 - value; exit !(n <= within && n >= -within) }
	END { if (n == "") exit 1 }' "$1"
}

# Adding 1000 to one's payoffs where the other pauses changes no difference,
# so this is chicken 3 5 1 0: p = 1/(1 + exp(5 (3p - 1))), by bisection, and
# 1/3 in the limit.
game '{ "n" "s" } { { "pause" "race" } { "pause" "race" } }
1003 1003 1005 1 1 1005 0 0'
"$detente" solve game.nfg -m quantal --lambda 5 --format csv \
    --table quantal_at >out
claim "response at lambda 5" near out '^5$' 0.3690782196 1e-9
"$detente" solve game.nfg -m quantal --format csv --table quantal_limit \
    >out
claim "the limit is 1/3" near out '^0.33333333333' 0.66666666666667 1e-9

# Stag's share is e^-12800 of hare's.
game '{ "one" "two" } { { "stag" "hare" } { "stag" "hare" } }
10 10 8 0 0 8 7 7'
"$detente" solve game.nfg -m alpha-rank --alpha 100 --population 50 \
    --format csv --table alpha_rank >out
claim "hare has all" grep -qx 'hare,1,1' out
claim "stag has nothing" grep -qx 'stag,0,2' out

# Rows against columns 0 3 -2 / -3 0 1 / 2 -1 0: the same for both, so worth
# 0; (1,2,3)/6 makes the other's replies equal.
game '{ "row" "col" } { 3 3 } 0 0 -3 3 2 -2 3 -3 0 0 -1 1 -2 2 1 -1 0 0'
"$detente" solve game.nfg -m zero-sum --format csv >out
claim "worth 0 to row" grep -qx 'row,0,0' out
claim "worth 0 to col" grep -qx 'col,0,0' out
"$detente" solve game.nfg -m zero-sum >out
claim "0 is said as 0" grep -q 'row is sure of 0, col of 0' out
claim "no rounding is shown" sh -c '! grep -q e-1 out'
"$detente" solve game.nfg -m zero-sum --format csv \
    --table zero_sum_strategies >out
claim "the mix is 1 2 3 of 6" grep -q '1/3' out

# The third player has one strategy: the stag hunt of the other two.
game '{ "A" "B" "C" } { 2 2 1 } 4 4 0 3 0 0 0 3 0 2 2 0'
"$detente" solve game.nfg -m nash --format csv | sort >out
printf 'NE,%s\n' 0,1,0,1,1 1,0,1,0,1 2/3,1/3,2/3,1/3,1 >want
claim "a player without a choice" cmp -s out want
"$detente" solve game.nfg --format csv | sort >out
claim "also where no method is named" cmp -s out want
"$detente" solve game.nfg -m lemke-howson --format csv >out
claim "paths too" [ "$(wc -l <out)" -eq 2 ]

# A plays d (index 1), and its d is best while 2q >= q/3 + 2(1-q), q >= 6/11.
game '{ "A" "B" } { { "u" "d" } { "l" "r" } }
{ { "" 1/3 1 } { "" 2 0 } } 1 2 2 0'
"$detente" solve game.nfg -m nash --format csv >out
claim "an outcome of nothing" grep -qx 'NE,0,1,6/11,5/11' out

# Ten million at stake, 1 gained by racing whatever the other does.
game '{ "A" "B" } { { "pause" "race" } { "pause" "race" } }
10000000 10000000 10000001 0 0 10000001 1 1'
"$detente" solve game.nfg -m lyapunov --format json >out
claim "one point" [ "$(grep -c '"largest_deviation"' out)" -ge 1 ]
"$detente" solve game.nfg -m lyapunov >out
claim "racing alone is found" grep -q '^1 point was found' out
claim "starts are told" grep -q 'from 20 starts' out

# Coordination on 1 1: two pure equilibria with sum 2, and half and half with
# sum 1: the price of anarchy is 2.
game '{ "P1" "P2" } { 2 2 } 1 1 0 0 0 0 1 1'
"$detente" solve game.nfg -m facts --format csv >out
claim "the worst of all" grep -q '^worst_equilibrium_sum,1,' out
claim "price of anarchy" grep -q '^price_of_anarchy,2,' out
"$detente" solve two-of-three -m facts >out
claim "of three: pure ones" grep -q 'over pure equilibria' out
claim "by their name" grep -q 'pure_price_of_anarchy' out

# Games in other forms.
cat >pd.gamut <<'END'
# Game output in GAMUT SimpleOutput format, v1.0.1
#
# Players:	2
# Actions:	2 2
[1 1] :	[ 3.0 3.0 ]
END
"$detente" solve pd.gamut >out 2>err
claim "GAMUT: exit 3" [ $? -eq 3 ]
claim "GAMUT is named" grep -q "GAMUT's own form" err
claim "and what to do" grep -q 'GambitOutput' err
echo 'EFG 2 R "tiny" { "A" "B" }' >tiny.efg
for name in tiny.efg ./tiny.efg; do
	"$detente" solve $name >out 2>err
	claim "a tree: exit 3" [ $? -eq 3 ]
	claim "a tree is named" grep -q 'extensive form' err
done
printf ';L;R\nU;1,2;3,4\nD;0,0;1,1\n' >semicolons.csv
"$detente" solve semicolons.csv >out 2>err
claim "semicolons are named" grep -q '1:1: error: .*semicolons' err
game '{ "a" "b" } { 2 2 } 1 2 3 4 5 6 7 1/1e400'
"$detente" solve game.nfg >out 2>err
claim "1/1e400 is not 0" grep -q "finite number, not '1/1e400'" err
claim "how large numbers are" grep -q '1.8e308' err

# 25 strategies each have too many vertices: what is found in a second is
# told, and is not called all.
awk 'BEGIN { srand(1); print "NFG 1 R \"\" { \"a\" \"b\" } { 25 25 }"
	for (i = 0; i < 1250; i++) print int(rand() * 100) }' >big.nfg
"$detente" solve big.nfg --time 1 >out
claim "what was found is an answer" [ $? -eq 0 ]
claim "found so far" grep -q 'found so far; there may be others' out
claim "not all" sh -c '! grep -q "these are all" out'
# In the foreground: else the group gets the signal too, and a second one kills.
timeout --foreground -s INT 1 "$detente" solve big.nfg --time 0 >out
claim "the same when interrupted" grep -q 'found so far' out

finish
