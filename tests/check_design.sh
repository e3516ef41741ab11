#!/bin/sh
# `design`: the cheapest treaty, against values found by hand. Prisoner's dilemma
# T, R, P, S = 5, 3, 1, 0, so that g = T - R = 2. A fine F deters iff
# (d - a) F >= g, and paid to nobody it costs a F a round.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

# A column's value in the first row of a table.
figure() {
	awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == name) at = i } NR == 2 { print $at }' "$2"
}

near() {
	awk -v x="$1" -v y="$2" 'BEGIN { d = x - y; if (d < 0) d = -d
	    exit !(x != "" && d <= 1e-6 * (y > 1 ? y : 1)) }'
}

design() {
	"$detente" design duel --set rounds=0 --no-progress "$@"
}

head='title: x
parties: [all]
entry: {parties: 0}'
signal='monitoring: {miss: 0.5, false_alarm: 0.05}'
items='monitoring:
  channels:
    inspections:
      sample: {items: 1000, hidden: 10, inspected: 100, detect: 0.8,
        false_alarm: 0.001}
duration: {lapses: yes}'
printf 'treaty: pair\n%s\n%s\n' "$head" "$signal" >pair.yaml
printf 'treaty: stay\n%s\n%s\nwithdrawal: {allowed: no}\n' "$head" \
    "$signal" >stay.yaml
printf 'treaty: burnt\n%s\n%s\n' "$head" "$items" >burnt.yaml
printf 'treaty: shared\n%s\n%s\nresponse: {shared: yes}\n' "$head" \
    "$items" >shared.yaml
printf 'costs: items\nitems: 0.01\n' >items.yaml

# One left alone stays bound, unless it lapses; then F* = 2/.45 = 4.4444,
# rounded so that it holds; a fresh judge says yes, and of 4.44 no.
design -t ./pair.yaml -c 0.9 --levers fine,lapse -o cheapest.yaml >out
check "a treaty is found" $? -eq 0
claim 'it lapses' grep -q 'lapses: yes' cheapest.yaml
claim 'the fine is 4.45' grep -q 'fine: 4.45}' cheapest.yaml
claim 'check takes it' "$detente" check cheapest.yaml
"$detente" solve duel --set rounds=0 -c 0.9 --treaty ./cheapest.yaml >out
claim 'a fresh judge says yes' grep -q '^Yes:' out
design -t ./pair.yaml -c 0.9 --levers fine,lapse --format csv \
    --table certificate >down.csv
check 'each lever one step down fails' "$(grep -c ',fails,' down.csv)" -eq 2
design -t ./pair.yaml -c 0.9 --levers fine,lapse --format csv >one.csv
claim 'F* wastes a F*' near "$(figure bound one.csv)" 0.222222222

# Without lapse no fine helps: leaving pays while the other stays bound.
design -t ./pair.yaml -c 0.9 --levers fine >out
check 'none is found that one would leave' $? -eq 4

# Shared fines: what holds is an interval, that no bisection finds.
for row in '4 96 692' '5 68 915' '8 37 1000'; do
	set -- $row
	design -t ./shared.yaml -c 0.95 --levers fine,items --cap fine="$1" \
	    --costs ./items.yaml --all --format csv --table cells >cells.csv
	found=$(grep ',yes,' cells.csv | cut -d, -f1 | sort -n |
	    sed -n '1p;$p' | tr '\n' ' ')
	claim "cap $1: $2 to $3 items" [ "$found" = "$2 $3 " ]
done

# Burnt, .01 an item, cap 4: n 96, F 3.99211, cost 1.3256.
design -t ./burnt.yaml -c 0.95 --levers fine,items --cap fine=4 \
    --costs ./items.yaml --format csv >burnt.csv
claim 'burnt fine, cost' near "$(figure bound burnt.csv)" 1.325596
design -t ./burnt.yaml -c 0.95 --levers fine,items --cap fine=4 \
    --costs ./items.yaml --format csv --table levers >levers.csv
claim 'n is 96' grep -q '^items of inspections,96,' levers.csv
claim 'F is 3.992112' near \
    "$(sed -n 's/^fine,4,\([0-9.]*\),.*/\1/p' levers.csv)" 3.992112

# Suspension, alone and with a capped fine: T, F and 3 - cost.
for row in '0 4 0 2.536367' '1 3 .77298 2.584543' '3 1 2.989899 2.701223' \
    '6 0 4.444444 2.777778'; do
	set -- $row
	design -t ./stay.yaml -c 0.9 --levers fine,suspension=0:12 \
	    --cap fine="$1" --format csv >s.csv
	claim "cap $1: value $4" near "$(awk -v x="$(figure bound s.csv)" \
	    'BEGIN { printf "%.9f", 3 - x }')" "$4"
	design -t ./stay.yaml -c 0.9 --levers fine,suspension=0:12 \
	    --cap fine="$1" --format csv --table levers >s.csv
	claim "cap $1: T is $2" grep -q "^suspension,$2," s.csv
done

# Channels: any alarm, d - a >= g / cap. 245 of the 256 sets do for cap 3.
cat >channels.yaml <<'EOF'
treaty: channels
title: x
parties: [all]
entry: {parties: 0}
monitoring:
  channels:
    sampling: {miss: 0.35, false_alarm: 0.02, cost: 1}
    challenge: {miss: 0.2, false_alarm: 0.01, cost: 3}
    registry: {miss: 0.5, false_alarm: 0.03, cost: 0.8}
    attestation: {miss: 0.05, false_alarm: 0.001, cost: 6}
    telemetry: {miss: 0.3, false_alarm: 0.05, cost: 0.6}
    whistle: {miss: 0.6, false_alarm: 0.02, cost: 0.3}
    intel: {miss: 0.4, false_alarm: 0.1, cost: 0.5}
    finance: {miss: 0.5, false_alarm: 0.05, cost: 0.2}
response: {shared: yes}
duration: {lapses: yes}
EOF
for row in '3 telemetry+finance' '2.5 sampling+whistle+finance' '4 intel' \
    '6 finance'; do
	set -- $row
	design -t ./channels.yaml -c 0.95 --levers fine,channels \
	    --cap fine="$1" --format csv --table levers >c.csv
	found=$(sed -n 's/^channel \([a-z]*\),yes,.*/\1/p' c.csv |
	    paste -sd+ -)
	claim "cap $1: $2" [ "$found" = "$2" ]
done

# What makes no sense is said, and nothing is written.
for words in '--levers fime' '--levers suspension=5:1' '--levers lapse=2' \
    '--cap fine=-1' '--cap lapse=1' '--robust miss=20' \
    '--levers lapse --cap fine=1'; do
	design -t ./pair.yaml -c 0.9 $words -o never.yaml >out 2>&1
	check "$words is a usage error" $? -eq 2
	claim "$words writes no file" [ ! -e never.yaml ]
done

# Random problems against enumeration in closed form.
enumerates() {
	python3 "$srcdir/tests/design_cases.py" "$detente" "${DESIGN_CASES:-50}"
}
claim "${DESIGN_CASES:-50} random problems, as enumeration has them" enumerates
finish
