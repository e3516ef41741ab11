#!/bin/sh
# `solve SCENARIO --tornado`: which number of a treaty matters most, by answers
# that are known and by those of `solve --set`, which judges each end alone.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# cell ROW COLUMN: of the table in the file `table`.
cell() {
	awk -F, -v row="$1" -v column="$2" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row { print $c }' table
}
near() {
	claim "$1: $2 is $3 but for $4" awk -v a="$2" -v b="$3" -v e="$4" \
	    'BEGIN { exit !(a != "" && a - b <= e && b - a <= e) }'
}
tornado() {
	"$detente" solve "$@" --tornado --format csv >table 2>err
}

# Grim in the noisy dilemma (p .9, q .5) is an equilibrium from continuation
# 10/17 on (Mailath and Samuelson 2006), where its slack is 0. A uniform prior
# from 0.4 whose 95 % quantile is that: 0.4 + (10/17 - 0.4) / 0.95 = 0.5981424.
cat >edge.yaml <<'END'
prior: edge
unknowns:
  c: {key: continuation, form: uniform, low: 0.4, high: 0.598142415}
END
tornado noisy-pair -t grim -c 0.58 --prior edge.yaml
near 'the high end' "$(cell continuation high)" 0.588235294 1e-8
near 'where the slack is' "$(cell continuation high_slack)" 0 1e-6
near 'the low end: 0.4 + 0.05 * 0.198142415' "$(cell continuation low)" \
    0.40990712 1e-8
check 'below it no' "$(cell continuation low_holds)" = no
claim 'the range is told' test "$(cell continuation range)" = 'prior edge'

# Each end is what `solve --set` says there; a rate goes from 0 to 1, a fine of
# 0 up to a payoff that is not small (us: T 5 + P 2 + S 1).
set -- two-powers -t grim -c 0.99
tornado "$@"
for at in treaty.monitoring.miss:low treaty.monitoring.miss:high \
    treaty.monitoring.false_alarm:high treaty.response.ladder.1.fine:high; do
	key=${at%:*} end=${at#*:}
	"$detente" solve "$@" --set "$key=$(cell "$key" "$end")" \
	    --format csv --table verdict >alone 2>err
	near "$at" "$(cell "$key" "${end}_slack")" \
	    "$(awk -F, 'NR == 2 { print $4 }' alone)" 1e-9
	check "$at holds" "$(cell "$key" "${end}_holds")" = \
	    "$(awk -F, 'NR == 2 { print $1 }' alone)"
done
check 'a rate may be 1' "$(cell treaty.monitoring.miss high)" = 1
check 'a fine of 0 may be 8' "$(cell treaty.response.ladder.1.fine high)" = 8
claim 'the widest stand first' awk -F, 'NR == 1 { for (i = 1; i <= NF; i++)
    if ($i == "swing") c = i } NR > 1 { if (NR > 2 && $c > last) exit 1
    last = $c }' table
# Grim has one rung, without a deposit: what is taken of none is nothing.
check 'what does nothing' "$(cell treaty.response.ladder.1.bond swing)" = 0

# The same for any number of threads, and played.
"$detente" solve "$@" --tornado -j 1 --format json >one 2>err
"$detente" solve "$@" --tornado -j 3 --format json >three 2>err
claim 'one thread and three' cmp one three
claim 'a verdict as solve has it' grep -q '"holds": "yes"' one

call solve "$@" --tornado --svg t.svg
claim 'is drawn' xmllint --noout t.svg
refuse() {
	what=$1
	shift
	"$detente" "$@" >out 2>err
	claim "$what" test $? = 2
}
refuse 'two questions' solve "$@" --tornado --thresholds
refuse 'draws are of --prior' solve "$@" --tornado --draws 5
refuse 'no treaty' solve two-powers -t none --tornado
refuse 'a race is asked otherwise' solve memoryless-race --tornado
finish
