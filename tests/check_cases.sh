#!/bin/sh
# Questions that the program once answered wrongly, or that it must not: the
# inputs in tests/cases, each with a README that has the right value and how it
# is known. Here the values are from there. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# ask CASE ARGUMENT...: the answer in out; where it is put is $at.
ask() {
	at=$srcdir/tests/cases/$1
	shift
	call "$@"
}

# table CASE TABLE ARGUMENT...: a table in out; text in quotes as Q, so that
# commas part columns and nothing else.
table() {
	at=$srcdir/tests/cases/$1
	tests_table=$2
	shift 2
	"$detente" solve "$@" --format csv --table "$tests_table" 2>err |
	    sed 's/"[^"]*"/Q/g' >out
}

# near ROW COLUMN VALUE WITHIN: a number in out, by the column's name, in the
# first line that matches.
near() {
	awk -F, -v row="$1" -v column="$2" -v value="$3" -v within="$4" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) c = i; next }
	c && $0 ~ row { n = $c - value; seen = $c != ""
		bad = !(n <= within && n >= -within)
		if (bad) print $c ", not " value; exit }
	END { exit !(seen && !bad) }' out
}

# between ROW COLUMN LEAST MOST: a number in out that lies between.
between() {
	near "$1" "$2" "$(echo "$3 $4" | awk '{ print ($1 + $2) / 2 }')" \
	    "$(echo "$3 $4" | awk '{ print ($2 - $1) / 2 }')"
}

# rows N: out has a header and so many lines.
rows() {
	[ "$(wc -l <out)" -eq $(($1 + 1)) ]
}

c=01-qre-shifted-chicken
g=$srcdir/tests/cases/$c/game.nfg
table $c quantal_at "$g" -m quantal --lambda 5
claim "$c: at lambda 5" near '^5,' p1_1 0.3690782196 1e-9
claim "$c: for the other" near '^5,' p2_1 0.3690782196 1e-9
claim "$c: one response" rows 1
table $c quantal_limit "$g" -m quantal
claim "$c: the limit" near . p1_1 0.333333333333 1e-9

c=02-correlated-large-base
for file in game hangs; do
	table $c correlated_bounds "$srcdir/tests/cases/$c/$file.nfg" \
	    -m correlated
	for player in north south; do
		claim "$c: $file, $player at least" near $player least 1 0
		claim "$c: $file, $player at most" near $player most 1 0
	done
	ask $c solve "$at/$file.nfg" -m correlated
	claim "$c: $file, the sum" grep -q 'between 2 and 2\.' out
	claim "$c: $file, all methods come to an end" exits 0 solve \
	    "$at/$file.nfg" -m all
done

c=03-alpha-rank-strong-selection
g=$srcdir/tests/cases/$c/game.nfg
table $c alpha_rank "$g" -m alpha-rank --alpha 100 --population 50
claim "$c: hare" near hare mass 1 0
claim "$c: stag" near stag mass 0 1e-300

c=04-zero-sum-exact
g=$srcdir/tests/cases/$c/game.nfg
ask $c solve "$g" -m zero-sum
claim "$c: exactly 0" grep -q 'row is sure of 0, col of 0\b' out
table $c zero_sum_strategies "$g" -m zero-sum
for player in row col; do
	printf '%s\n' $player,1,1/6 $player,2,1/3 $player,3,1/2 >want
	claim "$c: the mix of $player" sh -c "grep ^$player, out |
	    cmp -s - want"
done

c=05-dummy-third-player
ask $c solve "$srcdir/tests/cases/$c/game.nfg" -m nash --format csv
sort out >found
printf 'NE,%s\n' 0,1,0,1,1 1,0,1,0,1 2/3,1/3,2/3,1/3,1 >want
claim "$c: three equilibria" cmp -s found want

c=06-outcome-null
ask $c solve "$srcdir/tests/cases/$c/game.nfg" -m nash --format csv
claim "$c: the border of B's mixing" grep -qx 'NE,0,1,6/11,5/11' out

# bounds CASE FILE CHANCE AREA SUM LARGEST BEST: of a payoff set whose inner and
# outer bound may be a thousandth apart; neither lies on the wrong side.
bounds() {
	table "$1" bounds "$srcdir/tests/cases/$1/$2" --payoff-set \
	    --continuation "$3"
	for line in area:$4 largest_sum:$5 largest_v1:$6 largest_v2:$6 \
	    v_star:$7; do
		what=${line%%:*}
		right=${line#*:}
		near_by=$(echo "$right" | awk '{ print $1 * 1e-3 }')
		claim "$1: at $3, outer $what" near "^$what," outer "$right" \
		    "$near_by"
		claim "$1: at $3, inner $what" near "^$what," inner "$right" \
		    "$near_by"
		claim "$1: at $3, $what within what is right" awk -F, \
		    -v w="$what" -v r="$right" '$1 == w &&
		    $3 <= r + 1e-8 && $2 >= r - 1e-8 { ok = 1 }
		    END { exit !ok }' out
	done
}

c=07-payoff-set-threat-points
bounds $c as-pd.yaml .75 40.5 18 9.75 9
table $c vertices "$at/as-pd.yaml" --payoff-set
for corner in 3:3 9.75:3 9:9 3:9.75; do
	claim "$c: corner $corner" awk -F, -v x=${corner%:*} -v y=${corner#*:} '
	    function off(a, b) { return a > b ? a - b : b - a }
	    NR > 1 && off($1, x) < 1e-2 && off($2, y) < 1e-2 { ok = 1 }
	    END { exit !ok }' out
done

c=08-fraction-digits
if has python3; then
	ask $c solve "$srcdir/tests/cases/$c/game.nfg" -m nash --format csv
	cat >exact.py <<'PY'
import sys
from fractions import Fraction as F
body = open(sys.argv[1]).read().split('}')[-1].split()
pay = [F(x) for x in body]  # the first player's strategy changes fastest
lines = open('out').read().split()
mixes = [[F(x) for x in l.split(',')[1:]] for l in lines]
assert len(mixes) == 1 and all(x > 0 for x in mixes[0]), mixes
p, q = mixes[0][:2], mixes[0][2:]
assert sum(p) == sum(q) == 1
def a(i, j, who):
    return pay[2 * (i + 2 * j) + who]
one = [sum(q[j] * a(i, j, 0) for j in (0, 1)) for i in (0, 1)]
two = [sum(p[i] * a(i, j, 1) for i in (0, 1)) for j in (0, 1)]
assert one[0] == one[1] and two[0] == two[1], (one, two)
PY
	claim "$c: nobody gains, in fractions" python3 exact.py "$at/game.nfg"
fi

c=09-lyapunov-range-tolerance
ask $c solve "$srcdir/tests/cases/$c/game.nfg" -m lyapunov --format csv
claim "$c: one point" [ "$(grep -c ^NE out)" -eq 1 ]
claim "$c: and it is racing" awk -F, '$2 < 1e-6 && $4 < 1e-6 &&
    $3 > 1 - 1e-6 && $5 > 1 - 1e-6 { ok = 1 } END { exit !ok }' out

c=10-foreign-files
ask $c solve "$srcdir/tests/cases/$c/pd.gamut"
check "$c: GAMUT, exit" $status -eq 3
claim "$c: GAMUT is named" grep -q "GAMUT's own form" err
claim "$c: and what to do" grep -q -- '-output ' err
ask $c solve "$at/tiny.efg"
check "$c: a game tree, exit" $status -eq 3
claim "$c: a game tree is named" grep -q 'extensive form' err

c=11-common-mode
at=$srcdir/tests/cases/$c
call run "$at/cmode.yaml" --runs 1000 --seed 1 --detail rounds -o m.db -q
claim "$c: findings are none or three" [ "$(sqlite3 m.db \
    'select group_concat(n) from (select distinct n from (select sum(finding)
    n from tidy_rounds group by run) order by n)')" = 0,3 ]
call run "$at/cm2.yaml" --engine chain --format json
claim "$c: in force, exactly" grep -q '"in_force_share": 0.199804687[45]' out
# The rounds in force are geometric, of variance below 2: 4 errors of 4000 runs
# of ten rounds are .009.
for engine in reference lanes; do
	call run "$at/cm2.yaml" --engine $engine --runs 4000 --seed 1 \
	    --format json
	tr -d '", ' <out | tr : , | sed 1i\\what,value >csv
	mv csv out
	claim "$c: in force, by $engine" near '^in_force_share' value \
	    .1998 .009
done
table $c verdict "$at/flip.yaml"
claim "$c: not kept at .9" grep -q '^no,' out
table $c thresholds "$at/flip.yaml"
claim "$c: kept from" near ^continuation holds_from .917019 1e-6

c=12-patient-payoff-set
for chance in .98 .99 .995; do
	bounds $c pm.yaml $chance 6.6666666667 6 4.3333333333 3
done

# Alarms that err, at .9, by another calculation: B applied 14 times from all
# that is feasible, and from grim's payoffs.
if has python3; then
	table $c bounds noisy-pair --payoff-set --treaty none --continuation .9 \
	    --set noise.public.miss=0.4 --set noise.public.false_alarm=0.05
	PYTHONDONTWRITEBYTECODE=1 python3 \
	    "$srcdir/tests/oracle/payoffset.py" 14 >brackets
	for line in 'area area' 'largest sum largest_sum'; do
		what=${line% *}
		claim "$c: alarms that err, $what" awk -v what="$what" \
		    -v name="${line##* }" '
		    FNR == NR { if ($1 == "inner" && $2 == "area") {
			least = what == "area" ? $3 : $6 }
			if ($1 == "outer" && $2 == "area")
				most = what == "area" ? $3 : $6
			next }
		    { split($0, f, ","); if (f[1] == name)
			ok = least != "" && most != "" && f[2] >= least &&
			    f[3] <= most && f[3] > 0 }
		    END { exit !ok }' brackets out
	done
fi

c=13-price-of-anarchy
ask $c solve "$srcdir/tests/cases/$c/game.nfg" -m facts --format csv
claim "$c: the worst sum" near ^worst_equilibrium_sum value 1 0
claim "$c: the price" near ^price_of_anarchy value 2 0

c=14-never-in-force
for set in treaty.entry.parties=3 agents.b.joins=0; do
	ask $c solve noisy-pair --treaty grim --set $set
	claim "$c: $set, first" sh -c 'head -n 1 out | grep -q ^Never:'
	claim "$c: $set, no threshold" sh -c '! grep -qi threshold out'
done

c=15-more-than-64-agents
at=$srcdir/tests/cases/$c
for n in 66 70 100 200; do
	awk -v n=$n 'BEGIN { print "scenario: h\nagents:"
		for (i = 0; i < n; i++) print "  a" i ": {}"
		print "rounds: 20\nruns: 10" }' >n$n.yaml
done
for file in "$at/n65.yaml" n66.yaml n70.yaml n100.yaml n200.yaml; do
	for verb in check run solve; do
		name="$c: $verb ${file##*/}"
		call $verb "$file"
		check "$name, exit" $status -eq 3
		claim "$name, once" [ "$(grep -c 'error:' err)" -eq 1 ]
		claim "$name, where" grep -q ':2:1: error:.* 64 ' err
	done
done

c=16-random-length
call run noisy-pair --treaty grim --runs 20000 --seed 1 -q -o a.db \
    --format csv
cp out figures
claim "$c: exact payoff" near ^a, payoff_per_round_exact 1.621622 5e-7
claim "$c: exact share" near ^a, pause_share_exact .810811 5e-7
# Of a run: payoff 2 a paused round. Means of 4 errors: .026 and .013.
claim "$c: as played" near ^a, payoff_per_round 1.621622 .026
claim "$c: paused as played" near ^a, pause_share .810811 .013
run=$(awk -F, 'NR == 2 { printf "%.3f", $7 }' out)
"$detente" query a.db payoff-by-strategy --format csv -q >out
claim "$c: the query's payoff is the run's" near . payoff_per_round "$run" 6e-4
"$detente" query a.db treaty-effect --format csv -q >out
claim "$c: a treaty's effect is on it" near ,payoff_per_round, mean "$run" 6e-4
claim "$c: with an interval about it" awk -F, '/,payoff_per_round,/ &&
    $9 < 1.621622 && $10 > 1.621622 { ok = 1 } END { exit !ok }' out

c=17-values-that-diverge
table $c verdict two-powers -t conditional-halt -c .99 --set \
    'treaty.monitoring={miss: 0.069, false_alarm: 0.00098, cost: 0.05}'
claim "$c: conditional-halt" near ^no, slack -3.170774 1e-6
table $c verdict duel -t inf -c .995 --set treaty.duration.lapses=no
claim "$c: inf" near ^no, slack -409.6 .05
table $c verdict duel -t montreal -c .98 --set treaty.withdrawal.allowed=no
claim "$c: montreal" near ^no, slack -49.98 .005
for line in duel:103.571426 two-powers:150.525196 noisy-pair:56.416649; do
	scenario=${line%:*}
	gain=${line#*:}
	table $c verdict "$scenario" -t npt-iaea -c .98
	claim "$c: npt-iaea in $scenario" near ^no,no,exact, slack -"$gain" 2e-6
done
for treaty in inf montreal npt-iaea conditional-halt; do
	"$detente" solve duel -t $treaty --vary continuation=0.95:0.999:4 \
	    --format csv --table map 2>err | sed 's/"[^"]*"/Q/g' >out
	claim "$c: a map of $treaty" rows 4
	claim "$c: $treaty has numbers" sh -c \
	    '! grep -E "(^|,)-?(inf|nan)" out'
done

c=18-verdict-by-play
table $c verdict duel -t verified-halt -c .98 \
    --set treaty.monitoring.false_alarm=0.02
claim "$c: no" grep -q '^no,no,exact,' out
table $c parts duel -t verified-halt -c .98 \
    --set treaty.monitoring.false_alarm=0.02
claim "$c: racing in secret pays" near ^kept, slack -.134940 1e-6
for line in montreal:49.9794 compute-cap:100.756 ctbt:92.4471; do
	table $c verdict duel -t "${line%:*}" -c .98
	claim "$c: ${line%:*}, no" grep -q ^no, out
	claim "$c: ${line%:*}, no more than can be gained" awk -F, \
	    -v most="${line#*:}" 'NR == 2 && -$4 <= most + 4 * $7 + 1e-3 &&
	    ($3 == "exact" || $5 == "at most") { ok = 1 } END { exit !ok }' out
done

# halt CONTINUATION MISS FALSE-ALARM [TABLE]: conditional-halt in duel
halt() {
	table $c "${4:-parts}" duel -t conditional-halt -c "$1" --set \
	    "treaty.monitoring={miss: $2, false_alarm: $3, cost: 0.05}"
}

# kept YES|NO: that part of the answer, in out
kept() {
	grep -q "^kept,$1,exact," out
}

halt .98 .069 .00098
claim "$c: racing in secret loses" near ^kept, slack 1.47808 5e-6
halt .98 .069 .00098 values
claim "$c: complying is worth" near ^one, value 2.942598 5e-7
for side in .66495:no .66505:yes; do
	halt "${side%%:*}" .069 .00098
	claim "$c: continuation ${side%%:*}" kept "${side##*:}"
done
for side in .46415:yes .46425:no; do
	halt .98 "${side%%:*}" .00098
	claim "$c: miss ${side%%:*}" kept "${side##*:}"
done
for side in .10055:yes .10065:no; do
	halt .98 .069 "${side%%:*}"
	claim "$c: false alarm ${side%%:*}" kept "${side##*:}"
done

finish
