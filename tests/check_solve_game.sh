#!/bin/sh
# Games as a person meets them: by name, path and standard input, in every form
# that is read and written, and what is said of games that cannot be solved.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# faulty LINE:COLUMN WORDS TEXT: a game that is bad at that place: exit 3.
faulty() {
	printf "$3" >bad.nfg
	"$detente" solve bad.nfg >out 2>err
	claim "exit 3: $2" [ $? -eq 3 ]
	claim "bad.nfg:$1: $2" grep -q "^bad.nfg:$1: error: .*$2" err
	claim "nothing on standard output: $2" [ ! -s out ]
}

head='NFG 1 R "t" { "a" "b" }'
faulty 1:15 "player's name" 'NFG 1 R "t" { } { }\n'
faulty 2:7 "finite number, not 'nan'" "$head { 2 2 }\n1 2 3 nan 5 6 7 8\n"
faulty 2:7 "finite number, not '1e999'" "$head { 2 2 }\n1 2 3 1e999 5 6 7 8"
faulty 1:40 "too big" 'NFG 1 R "" { "a" "b" "c" } { 1000 1000 1000 }'
faulty 1:27 "whole number" "$head { 99999999999999999999 2 }"
faulty 2:14 "ends after 7 of 8" "$head { 2 2 }\n1 2 3 4 5 6 7\n"
faulty 2:15 "finite number, not '1/0'" "$head { 2 2 }\n1 2 3 4 5 6 7 1/0"
faulty 1:1 "ends where NFG" ''
faulty 1:1 "extensive form" 'EFG 2 R "" { }'

# The stag hunt's equilibria: both pure ones, and 4x = 3x + 2(1-x): 2/3.
cat >want <<'END'
NE,0,1,0,1
NE,1,0,1,0
NE,2/3,1/3,2/3,1/3
END
solves() {
	"$detente" solve "$@" --format csv 2>err | sort >out
	claim "solve $*" cmp -s out want
}
solves stag-hunt
solves stag-hunt.nfg
solves "$srcdir/data/games/stag-hunt.nfg"
for form in nfg nfg-outcomes csv; do
	ending=${form%%-*}
	"$detente" show game stag-hunt --format $form >again.$ending
	solves again.$ending
	solves again
	[ $ending = csv ] || solves - <again.$ending
	# What is written is what is read: printed once more it is the same.
	"$detente" show game again.$ending --format $form >more
	claim "$form is a fixed point" cmp -s more again.$ending
	rm again.$ending
done

# Lemke and Howson reach the two pure ones (index +1) from all four labels.
"$detente" solve stag-hunt --method lemke-howson --table lemke_howson \
    --format csv >out
cut -d, -f1,4 out >paths
printf 'label,equilibrium\n1,1\n2,2\n3,1\n4,2\n' >want
claim "paths" cmp -s paths want

"$detente" solve stag-hunt --method zero-sum >out 2>err
claim "not zero-sum: exit 2" [ $? -eq 2 ]
claim "not zero-sum: said" grep -q 'neither zero-sum' err
"$detente" solve stag-hunt --method all >out 2>err
claim "all goes on" [ $? -eq 0 ]
claim "all says why" grep -q '^zero-sum: the game is neither' out
claim "all has the rest" grep -q '2/3' out
"$detente" solve two-of-three --method nash >out 2>err
claim "three players: exit 2" [ $? -eq 2 ]
claim "three players: said" grep -q 'this one has 3' err
"$detente" solve two-of-three >out 2>err
claim "three players have all" grep -q 'race, race, race' out

"$detente" show game nowhere >out 2>err
claim "no such game: exit 3" [ $? -eq 3 ]
claim "no such game: said" grep -q "there is no game 'nowhere'" err
"$detente" show game stag-hnt >out 2>err
claim "the nearest game" grep -q "did you mean 'stag-hunt'?" err
"$detente" list games --names >out
claim "games are listed" grep -qx stag-hunt out
"$detente" show game two-of-three --format csv >out 2>err
claim "no table of three: exit 2" [ $? -eq 2 ]
"$detente" show treaty ctbt --format nfg >out 2>err
claim "a treaty is no game: exit 2" [ $? -eq 2 ]
"$detente" show query treaty-effect --format csv >out 2>err
claim "a query is no game: exit 2" [ $? -eq 2 ]

# The answer has the game itself, what it was asked and how exact it is.
"$detente" solve stag-hunt --format json >out
claim "exact" grep -q '"tolerance": 0' out
# Constant-sum: 3 -1 / -2 1 is worth 1/7 (von Neumann), in whole numbers.
echo 'NFG 1 R "" { "a" "b" } { 2 2 } 3 -3 -2 2 -1 1 1 -1' |
    "$detente" solve - --method all --format json >all.json
claim "the value is exact" grep -q '"1/7"' all.json
claim "method" grep -q 'best-reply polytopes, exact' out

# The branch drawn: a line a strategy. Payoffs 9 0 / 0 1 and 0 1 / 1 0 have the
# equilibrium 1/2 1/2 of one (two gets the same) and 1/10 9/10 of two (9 q =
# 1 - q). The plot is 332 pixels high and ends at 402 below, so a line at chance
# p ends near 402 - 332 p, a pixel for what lambda is still short of infinite.
"$detente" solve matching-pennies-asymmetric -m quantal --svg q.svg \
    >out 2>err
sed -n 's/^<path d="M67.*L[0-9.]* \([0-9.]*\)" stroke="[^"]*" class="line".*/\1/p' \
    q.svg >ends
printf '%s\n' 236 236 368.8 103.2 | paste -d ' ' ends - >beside
claim "a line a strategy" [ "$(wc -l <ends)" -eq 4 ]
claim "lines end at the limit" awk '{ d = $1 - $2 }
    d > 1 || d < -1 { bad = 1 } END { exit bad || NR != 4 }' beside
for name in 'one: heads' 'one: tails' 'two: heads' 'two: tails' \
    'lambda (power of ten, 1/payoff)'; do
	claim "drawn: $name" grep -q ">$name<" q.svg
done

finish
