#!/bin/sh
# `solve SCENARIO --prior`: shares of plausible worlds and what matters most, by
# answers that are known; priors are files like others.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# cell TABLE ROW COLUMN: of the last answer's options, in $asked.
cell() {
	"$detente" solve $asked --format csv --table "$1" 2>err |
	    awk -F, -v row="$2" -v column="$3" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row { print $c }'
}
# near WHAT A B ERRORS: A is B but for ERRORS.
near() {
	claim "$1: $2 is $3 but for $4" awk -v a="$2" -v b="$3" -v e="$4" \
	    'BEGIN { exit !(a != "" && a - b <= e && b - a <= e) }'
}
prior() {
	cat >"$1.yaml" <<END
prior: $1
unknowns:
$2
END
}

# Grim in the noisy dilemma (p .9, q .5) is an equilibrium from continuation
# .588235 on (Mailath and Samuelson 2006): a point above gives 1, below 0; of
# .5 to .7, (.7 - .588235) / .2 = .558825.
prior above '  c: {key: continuation, low: 0.6, high: 0.6}'
prior below '  c: {key: continuation, low: 0.55, high: 0.55}'
prior across '  c: {key: continuation, low: 0.5, high: 0.7}
  idle: {key: noise.slip, low: 0, high: 1e-13}'
asked='noisy-pair -t grim --prior above.yaml --draws 50'
check 'above it all are kept' "$(cell shares holds yes)" = 1
asked='noisy-pair -t grim --prior below.yaml --draws 50'
check 'below it none is' "$(cell shares holds yes)" = 0
check 'none is kept' "$(cell shares kept yes)" = 0
asked='noisy-pair -t grim --prior across.yaml --draws 600'
error=$(cell shares kept standard_error)
near 'across it' "$(cell shares kept yes)" 0.558825 \
    "$(awk -v e="$error" 'BEGIN { print 4 * e }')"
# sqrt(.5588 .4412 / 599) = .0203
near 'its standard error' "$error" 0.0203 0.001
# Who alone decides has all of the variance, but for the bin of the threshold
# (one of 20: half a share of 1/4 in 1/20 of .2465: about .05); who does
# nothing has none.
near 'what decides' "$(cell sensitivities c holds)" 0.97 0.06
near 'what does not' "$(cell sensitivities idle holds)" 0 \
    "$(awk -v e="$(cell sensitivities idle holds_standard_error)" \
    'BEGIN { print 4 * e }')"
# The tornado's ends are the quantiles, and what solve says there.
near 'its lower end' "$(cell tornado c low)" 0.51 1e-12
"$detente" solve noisy-pair -t grim -c 0.51 --set noise.slip=5e-14 \
    --format csv --table verdict >out 2>err
near 'its slack there' "$(cell tornado c low_slack)" \
    "$(awk -F, 'NR == 2 { print $4 }' out)" 1e-9

# The same for any number of threads; another seed is another sample.
"$detente" solve $asked -j 1 --format json >one 2>err
"$detente" solve $asked -j 3 --format json >three 2>err
claim 'one thread and three' cmp one three
"$detente" solve $asked -s 2 --format json >other 2>err
claim 'another seed' sh -c '! cmp -s one other'

# The picture.
call solve $asked --svg t.svg
claim 'is drawn' xmllint --noout t.svg
claim 'with quantiles' grep -q '>c, 0.51 to 0.69<' t.svg

# Files.
for name in $(cd "$DETENTE_PATH/data/priors" && ls | sed 's/[.]yaml$//'); do
	claim "$name is sound" exits 0 check \
	    "$DETENTE_PATH/data/priors/$name.yaml"
	claim "$name is shown" exits 0 show prior "$name"
done
claim 'they are listed' sh -c \
    '"$0" list priors --names | grep -q verified-halt' "$detente"
claim 'a shipped one works' exits 0 solve noisy-pair -t grim \
    --prior noisy-signal --draws 40
wrong() {
	prior wrong "  x: $2"
	call check wrong.yaml
	check "check: $2" $status -eq 3
	claim "says $1" grep -q -e "$1" err
}
wrong "needs 'high'" '{key: continuation, low: 0.5}'
wrong "takes no 'mode'" '{key: continuation, low: 0, mode: 1, high: 2}'
wrong "'low' is above 'high'" '{key: continuation, low: 2, high: 1}'
wrong "'mode' is not between" \
    '{key: a, form: triangular, low: 0, mode: 3, high: 2}'
wrong "needs 'sigma'" '{key: a, form: log-normal, median: 2}'

prior nokey '  x: {key: treaty.monitoring.mis, low: 0, high: 1}'
call solve noisy-pair --prior nokey.yaml
check 'a key that is none' $status -eq 3
claim 'is blamed at its place' grep -q 'nokey.yaml:3' err
prior wide '  x: {key: treaty.monitoring.miss, low: 0.5, high: 3}'
call solve noisy-pair --prior wide.yaml
check 'a value that the key does not take' $status -eq 3
call solve noisy-pair --prior nowhere
check 'no such prior' $status -eq 3
call solve noisy-pair --draws 5
check 'draws of nothing' $status -eq 2
call solve stag-hunt --prior noisy-signal
check 'of a game' $status -eq 3
finish
