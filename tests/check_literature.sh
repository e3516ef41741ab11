#!/bin/sh
# The published values of repeated games, from the command line: two agents,
# any two strategies. Payoffs of the prisoner's dilemma (5, 3, 1, 0).
# Simulated values must lie within four standard errors of the exact ones (and
# half a unit of the last digit where the source rounds); seeds are fixed.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# holds NAME AWK-CONDITION: of what play wrote last; the condition is over
# fields by column name, as f["payoff_per_round"], of the first agent.
holds() {
	claim "$1" awk -F, -v name="$1" '
	NR == 1 { for (i = 1; i <= NF; i++) column[i] = $i }
	NR == 2 { for (i = 1; i <= NF; i++) f[column[i]] = $i; seen = 1 }
	function near(x, error, exact, rounding) {
		d = x - exact
		if (d < 0) d = -d
		if (d <= 4 * error + rounding + 1e-9) return 1
		printf "%s: %.6f, not %.6f within 4 x %.6f\n", name, x,
		    exact, error
		return 0
	}
	END { exit !(seen && ('"$2"')) }' out
}

play() {
	"$detente" run duel --format csv --quiet "$@" >out
}

# Noise-free scores of 200 rounds, the row's player; exact.
names="always-pause always-race tit-for-tat suspicious-tit-for-tat
 tit-for-two-tats grim win-stay-lose-shift alternator"
table="600 0 600 597 600 600 600 300
1000 200 204 200 208 204 600 600
600 199 600 500 600 600 600 498
602 200 500 200 602 203 401 500
600 198 600 597 600 600 600 300
600 199 600 203 600 600 600 597
600 100 600 401 600 600 600 450
800 100 503 500 800 107 450 400"
row=0
for a in $names; do
	row=$((row + 1))
	column=0
	for b in $names; do
		column=$((column + 1))
		score=$(echo "$table" | awk "NR == $row { print \$$column }")
		play -S "$a,$b" --rounds 200 --runs 1 --seed 1
		holds "$a against $b, 200 rounds" \
		    "near(200 * f[\"payoff_per_round\"], 0, $score, 0)"
	done
done

# self STRATEGY NOISE PAYOFF PAUSED ROUNDING: long self-play, three seeds.
self() {
	for seed in 7 8 9; do
		play -S "$1" --set "noise.$2" --rounds 20000 --runs 40 \
		    --seed $seed
		holds "$1 with itself, $2, seed $seed: payoff" \
		    "near(f[\"payoff_per_round\"], \
		    f[\"payoff_per_round_se\"], $3, $5)"
		holds "$1 with itself, $2, seed $seed: pausing" \
		    "near(f[\"pause_share\"], f[\"pause_share_se\"], \
		    $4, $5)"
	done
}

# Contrite tit for tat's exact long-run values are 2.9801/.98039 and, under
# misperception, 2.25/.5; the source's rounded ones lie within the error.
self tit-for-tat slip=0.05 2.25 .5 0
self win-stay-lose-shift slip=0.05 2.7765 .8645 .00005
self win-stay-lose-shift slip=0.01 2.951092 .970596 .0000005
self contrite-tit-for-tat slip=0.01 2.980 .981 .0005
self generous-tit-for-tat slip=0.01 2.970 .971 .0005
self tit-for-tat slip=0.01 2.25 .50 .0005
self contrite-tit-for-tat private=0.01 2.253 .504 .0005
self generous-tit-for-tat private=0.01 2.980 .981 .0005
self win-stay-lose-shift private=0.01 2.951 .971 .0005
self tit-for-tat private=0.01 2.25 .50 .0005

# Five strategies against each other, slips .01 (the table of the Fermi limit).
names="always-pause always-race tit-for-tat win-stay-lose-shift
 generous-tit-for-tat"
table="2.9899 .0401 2.960402 1.515 2.970235
4.9401 1.0299 1.069002 2.985 2.359368
3.009402 1.020002 2.25 2.25 2.969672
3.965 .535 2.25 2.951092 2.926634
3.002901 .693368 2.924268 2.76808 2.970322"
row=0
for a in $names; do
	row=$((row + 1))
	column=0
	for b in $names; do
		column=$((column + 1))
		exact=$(echo "$table" | awk "NR == $row { print \$$column }")
		play -S "$a,$b" --set noise.slip=0.01 --rounds 20000 \
		    --runs 40 --seed 11
		holds "$a against $b, slips .01" \
		    "near(f[\"payoff_per_round\"], \
		    f[\"payoff_per_round_se\"], $exact, .0000005)"
	done
done

# Discounted, the first move slipping too: e = .05, c = .9.
discounted() {
	for seed in 3 4 5; do
		play -S "$1" --rounds 0 --set continuation=0.9 \
		    --set noise.slip=0.05 --runs 100000 --seed $seed
		holds "$1 discounted at .9 with slips, seed $seed" \
		    "near(f[\"payoff_per_round\"], \
		    f[\"payoff_per_round_se\"], $2, 0)"
	done
}
discounted tit-for-tat 2.648960963
# Grim as a memory-one strategy, (1,0,0,0), also turns on its own slip.
discounted grim-memory-one 2.116184211
# The shipped grim looks at the other alone: with states (s1, s2), s = race,
# solve V(s) = sum over slips of p [(1-c) u + c V(next)]: 2.168450774.
discounted grim 2.168450774

# All-or-none in groups: cooperation u(1-e) + (1-u)e, u = (1-e)^n + e^n.
group() {
	{
		echo "scenario: group"
		echo "agents:"
		for i in $(seq "$1"); do
			echo "  agent-$i: {strategy: all-or-none}"
		done
		echo "noise: {slip: 0.01}"
		echo "rounds: 20000"
		echo "runs: 20"
	} >"$work/group.yaml"
	"$detente" run "$work/group.yaml" --format csv --quiet --seed 5 \
	    >out
	holds "all-or-none among $1" "near(f[\"pause_share\"], \
	    f[\"pause_share_se\"], $2, .00005)"
}
group 5 .9420
group 10 .8963

finish
