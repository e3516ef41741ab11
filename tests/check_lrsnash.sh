#!/bin/sh
# lrslib's lrsnash finds the same extreme equilibria: on 200 random games up
# to 10 x 10 with payoffs to 1000, and 200 up to 6 x 6 with payoffs 0 to 2,
# which are mostly degenerate. Ends with "N passed, N failed".
DETENTE=${DETENTE:-./detente}
command -v lrsnash >/dev/null || { echo "no lrsnash (Debian's lrslib): the comparison is SKIPPED"; exit 77; }
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0 seed=0
compare() { # seed most-strategies payoffs
	awk -v seed="$1" -v most="$2" -v range="$3" -v dir="$dir" 'BEGIN {
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
		print lrs > (dir "/game")
		nfg = "NFG 1 R \"\" { \"a\" \"b\" } { " m " " n " }\n"
		for (j = 0; j < n; j++)
			for (i = 0; i < m; i++)
				nfg = nfg v[0, i, j] " " v[1, i, j] " "
		print nfg > (dir "/game.nfg")
	}'
	"$DETENTE" solve "$dir/game.nfg" --format csv | sort >"$dir/ours"
	# A block has the second player's points, then the first's.
	lrsnash "$dir/game" 2>/dev/null | awk '
	$1 == "2" { y = ""; for (i = 2; i < NF; i++) y = y "," $i; ys[k++] = y }
	$1 == "1" { x = "NE"; for (i = 2; i < NF; i++) x = x "," $i
		for (i = 0; i < k; i++) print x ys[i] }
	NF == 0 { k = 0 }' | sort >"$dir/theirs"
	if [ -s "$dir/ours" ] && cmp -s "$dir/ours" "$dir/theirs"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "seed $1, up to $2 strategies, payoffs below $3: differ"
	fi
}
while [ $seed -lt 200 ]; do
	seed=$((seed + 1))
	compare $seed 10 1001
	compare $seed 6 3
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
