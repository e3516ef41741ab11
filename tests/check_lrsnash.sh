#!/bin/sh
# lrslib's lrsnash finds the same extreme equilibria: on 200 random games up
# to 10 x 10 with payoffs to 1000, and 200 up to 6 x 6 with payoffs 0 to 2,
# which are mostly degenerate. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
command -v lrsnash >/dev/null ||
    skip "no lrsnash (Debian's lrslib): the comparison is SKIPPED"
seed=0
agree() {
	[ -s ours ] && diff ours theirs
}
compare() { # seed most-strategies payoffs
	awk -v seed="$1" -v most="$2" -v range="$3" 'BEGIN {
		srand(seed)
		m = 1 + int(rand() * most); n = 1 + int(rand() * most)
		lrs = m " " n "\n"
		for (p = 0; p < 2; p++) {
			lrs = lrs "\n"
			for (i = 0; i < m; i++) {
				for (j = 0; j < n; j++) {
					v[p, i, j] = int(rand() * range)
					lrs = lrs v[p, i, j] " "
				}
				lrs = lrs "\n"
			}
		}
		print lrs > "game"
		nfg = "NFG 1 R \"\" { \"a\" \"b\" } { " m " " n " }\n"
		for (j = 0; j < n; j++)
			for (i = 0; i < m; i++)
				nfg = nfg v[0, i, j] " " v[1, i, j] " "
		print nfg > "game.nfg"
	}'
	"$detente" solve game.nfg --format csv | sort >ours
	# A block has the second player's points, then the first's.
	lrsnash game 2>/dev/null | awk '
	$1 == "2" { y = ""; for (i = 2; i < NF; i++) y = y "," $i; ys[k++] = y }
	$1 == "1" { x = "NE"; for (i = 2; i < NF; i++) x = x "," $i
		for (i = 0; i < k; i++) print x ys[i] }
	NF == 0 { k = 0 }' | sort >theirs
	claim "seed $1, up to $2 strategies, payoffs below $3" agree
}
while [ $seed -lt 200 ]; do
	seed=$((seed + 1))
	compare $seed 10 1001
	compare $seed 6 3
done
finish
