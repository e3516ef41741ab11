#!/bin/sh
# The module of functions in an SQLite that loads it, by the commands of
# detente-sql(5): the same answers as those of `detente query`.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
module=$builddir/lib/detente
[ -e "$module.so" ] || skip "no shared libraries in this build"
"$tests_program" run frontier --runs 40 --seed 5 -q -o frontier.db

there() {
	"$tests_program" query frontier.db --format csv "$1" | tail -n +2
}
here() {
	sqlite3 -csv frontier.db ".load $module" "$1"
}
# The same numbers, whatever their last digits are printed as.
agrees() {
	there "$1" >there.csv && here "$1" >here.csv && [ -s here.csv ] &&
	    awk -F, 'FNR == NR { for (i = 1; i <= NF; i++) a[FNR, i] = $i
		rows = FNR; next }
	    { for (i = 1; i <= NF; i++) {
		d = $i - a[FNR, i]; m = 1e-12 * ($i < 0 ? -$i : $i) + 1e-12
		if (d > m || d < -m) exit 1 } n = FNR }
	    END { exit n != rows }' there.csv here.csv
}
while read -r question; do
	claim "the module and the program agree: $question" \
	    agrees "$question"
done <<'END'
select agent, median(payoff_total), quantile(payoff_total, .9), stderr_mean(payoff_total) from outcome group by agent
select bootstrap_low(payoff_total), bootstrap_high(payoff_total, .9) from outcome group by agent
select sum(breaches > 0), wilson_low(sum(breaches > 0), count(*)), wilson_high(sum(breaches > 0), count(*)) from run_summary
select survival(coalesce(ended_round, rounds), ended_round is not null, 50) from run_summary where entered_round is not null
select equilibrium, strategy, probability, payoff from nash(5, 4, 0, 1)
select v_star(5, 3, 1, 0, .05, .5), memory_one('1 0 1 0', '1 0 1 0', 5, 3, 1, 0, .05), payoff('RACE', 'PAUSE', 5, 3, 1, 0)
END
text() { [ "$(here "$1")" = "$2" ]; }
claim "a word is a word" text "select dilemma(5, 4, 0, 1)" chicken
refusal() { here "select * from nash('hello')" 2>&1 | grep -q "the game:1"; }
claim "a fault in a game is told with its place" refusal
path() { "$tests_program" --extension | grep -q '^/.*/detente$'; }
claim "the program says where the module is" path
finish
