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

# ---- closed forms of the other levers ----

levers() {      # file of a treaty, continuation, words: the table in l.csv
	file=$1 patience=$2
	shift 2
	design -t "$file" -c "$patience" "$@" --format csv --table levers \
	    >l.csv
}
exact() {
	sed -n "s/^$1,[^,]*,\([0-9.e-]*\),.*/\1/p" l.csv
}

# A bond B that the first finding forfeits, and expels, which ends it for both:
# V = 3 - a B + c p0 V + c (1-p0) 1/(1-c), p0 = (1-a)^2; racing makes it
# (1-d)(1-a) = p1, so (d-a) B + c (p0-p1)(V - 1/(1-c)) = 2 where it binds. With c
# .6: B = 2.0878553.
printf 'treaty: bond\n%s\n%s\nbond: 1\n%s\n%s\n' "$head" "$signal" \
    'response: {ladder: [{strikes: 1, bond: 1, expel: yes}]}' \
    'withdrawal: {allowed: no}
duration: {lapses: yes}' >bond.yaml
levers ./bond.yaml 0.6 --levers bond
claim 'bond' near "$(exact bond)" 2.0878553

# Whoever leaves races against one that stays bound: 5 a round, less the tariff;
# complying is 3 - a F, F = 2/.45. So the tariff is 5 - 2.777778.
levers ./pair.yaml 0.9 --levers fine,tariff
claim 'fine beside a tariff' near "$(exact fine)" 4.444444444
claim 'tariff' near "$(exact tariff)" 2.222222222

# The laggard races for 6 and has 3.5 without a treaty, so that it must be paid
# .5 to pause for 3, and fined 3/.45; fines are shared.
cat >uneven.yaml <<'EOF'
payoffs: uneven
form: matrix
matrix: {reward: 3, sucker: 0, temptation: 5, punishment: 1}
roles:
  leader: {reward: 3, sucker: 0, temptation: 5, punishment: 1}
  laggard: {reward: 3, sucker: 0, temptation: 6, punishment: 3.5}
EOF
printf 'treaty: pay\n%s\n%s\nresponse: {shared: yes}\n%s\n' "$head" \
    "$signal" 'duration: {lapses: yes}' >pay.yaml
"$detente" design two-powers -t ./pay.yaml -p ./uneven.yaml --set \
    noise.slip=0 -c 0.9 --levers fine,payments --no-progress --format csv \
    --table levers >l.csv
claim 'fine of who gains most' near "$(exact fine)" 6.666666667
claim 'payment to who has least' near "$(exact 'payment from us to china')" 0.5
claim 'and none back' near "$(exact 'payment from china to us')" 0

# In a box the fine is that of its worst corner: 2/((1 - .6) - .06).
levers ./pair.yaml 0.9 --levers fine,lapse --robust 'monitoring.*=20%'
claim 'robust fine' near "$(exact fine)" 5.882352941
design -t ./pair.yaml -c 0.9 --levers fine,lapse \
    --robust 'monitoring.*=20%' --format csv --table certificate >down.csv
claim 'its step down fails at that corner' \
    grep -q '^fine,5.89,5.88,fails,.*misses times 1.2' down.csv
levers ./pair.yaml 0.9 --levers fine,lapse --robust monitoring.miss=20%
claim 'robust to misses alone: 2/(.4 - .05)' near "$(exact fine)" 5.714285714

# Its two ends: without false alarms nothing is wasted; where an alarm tells
# nothing, none holds.
sed 's/false_alarm: 0.05/false_alarm: 0/' pair.yaml >calm.yaml
design -t ./calm.yaml -c 0.9 --levers fine,lapse --format csv >one.csv
claim 'without false alarms nothing is wasted' near "$(figure cost one.csv)" 0
levers ./calm.yaml 0.9 --levers fine,lapse
claim 'and the fine is g/d' near "$(exact fine)" 4
sed 's/miss: 0.5/miss: 0.95/' pair.yaml >blind.yaml
design -t ./blind.yaml -c 0.9 --levers fine,lapse >out
check 'alarms that tell nothing: none' $? -eq 4

# Payoffs times 2 and 3 more: all money and costs times 2.
printf 'payoffs: twice\nform: matrix\nmatrix: {%s}\n' \
    'reward: 9, sucker: 3, temptation: 13, punishment: 5' >twice.yaml
levers ./pair.yaml 0.9 --levers fine,tariff -p ./twice.yaml
claim 'twice the payoffs, twice the fine' near "$(exact fine)" 8.888888889
claim 'and twice the tariff' near "$(exact tariff)" 4.444444444

# The order of the parties is nothing.
sed -n '1,/^agents/p' "$srcdir/data/scenarios/two-powers.yaml" >turned.yaml
sed -n 's/^  china:/&/p' "$srcdir/data/scenarios/two-powers.yaml" >>turned.yaml
sed -n 's/^  us:/&/p' "$srcdir/data/scenarios/two-powers.yaml" >>turned.yaml
sed -n '/^payoffs/,$p' "$srcdir/data/scenarios/two-powers.yaml" >>turned.yaml
for s in two-powers ./turned.yaml; do
	"$detente" design "$s" -c 0.95 --levers \
	    lapse,sharing,suspension=0:1,channels,fine --no-progress \
	    --format csv >"one.csv" && figure cost one.csv >>orders
	"$detente" design "$s" -c 0.95 --levers \
	    lapse,sharing,suspension=0:1,channels,fine --no-progress \
	    --format csv --table levers | sed -n 's/^fine,//p' >>fines
done
check 'a treaty for two-powers in either order' "$(wc -l <orders)" -eq 2
check 'which costs as much' "$(sort -u orders | wc -l)" -eq 1
check 'and has the same fine' "$(sort -u fines | wc -l)" -eq 1

# What all are punished for costs most, fines to nobody less, to others nothing.
cost() {
	design -t ./stay.yaml -c 0.9 "$@" --format csv >c.csv
	figure cost c.csv
}
claim 'shared <= burnt <= collective' awk -v s="$(cost --levers \
    fine,sharing)" -v b="$(cost --levers fine)" \
    -v c="$(cost --levers suspension)" \
    'BEGIN { exit !(s != "" && b != "" && c != "" && s <= b && b <= c) }'

# Private alarms: k accusers of two, of three parties; offered more, never worse.
cat >eyes.yaml <<'EOF'
treaty: eyes
title: x
parties: [all]
entry: {parties: 0}
monitoring:
  channels:
    eyes: {miss: 0.3, false_alarm: 0.1, visibility: private}
duration: {lapses: yes}
EOF
for k in 1 2 1:2; do
	"$detente" design trio -t ./eyes.yaml --set noise.slip=0 --set rounds=0 \
	    -c 0.9 -p prisoners-dilemma --levers fine,accusers=$k --no-progress \
	    --format csv >"k.csv" && figure cost k.csv >>eyes
done
claim 'of k accusers the best is chosen' awk '{ x[NR] = $1 } END {
    m = x[1] < x[2] ? x[1] : x[2]
    exit !(NR == 3 && x[3] <= m + 1e-9 && x[3] >= m - 1e-9 && x[1] != x[2])
    }' eyes

# Threats: asked for too, the answer is a plain yes, and costs no less.
design -t ./stay.yaml -c 0.9 --levers fine,suspension --cap fine=1 \
    --threats --format csv >t.csv
claim 'with threats the answer is yes' [ "$(figure answer t.csv)" = yes ]
claim 'and costs no less' awk -v x="$(figure cost t.csv)" -v y="$(cost \
    --levers fine,suspension --cap fine=1)" \
    'BEGIN { exit !(x != "" && x >= y - 1e-9) }'

# Grim on any alarm, with lapse: what holds is an interval (c .9: 22 to 271, c
# .8: 70 to 178), and at c .7 is nothing.
printf 'treaty: grim\n%s\n%s\n%s\n' "$head" "$items" \
    'response: {ladder: [{strikes: 1, end: yes}]}' >grim.yaml
for row in '0.9 22 271' '0.8 70 178'; do
	set -- $row
	design -t ./grim.yaml -c "$1" --levers items=15:280 --all --format csv \
	    --table cells >cells.csv
	found=$(grep ',yes,' cells.csv | cut -d, -f1 | sort -n |
	    sed -n '1p;$p' | tr '\n' ' ')
	claim "grim at $1: $2 to $3 items" [ "$found" = "$2 $3 " ]
done

# Nothing holds: which constraint, and the least that would do. Of 118 items grim
# needs .776756, the least of all n; whatever is seen, .5 = (T-R)/(T-P).
design -t ./grim.yaml -c 0.4 --levers items=100:140 --format csv \
    --table relaxations >r.csv
check 'grim at .4: none' $? -eq 4
claim 'patience that would do' awk -v x="$(sed -n \
    's/^continuation,[^,]*,\([^,]*\),.*/\1/p' r.csv)" \
    'BEGIN { exit !(x >= .776756 && x <= .776756 + .0021) }'
design -t ./grim.yaml -c 0.4 --levers items=100:140 >out
claim 'what no monitoring could do' grep -q 'below a continuation of 0.5\.' out
design -t ./pair.yaml -c 0.9 --levers fine,lapse --cap fine=4 --format csv \
    --table relaxations >r.csv
claim 'the cap that would do' grep -q '^cap of fine,4,4.45,' r.csv

# The frontier: grim of 118 items holds from .776756 on; the picture is drawn.
design -t ./grim.yaml -c 0.9 --levers items=110:126 --svg f.svg --format csv \
    --table frontier >f.csv
claim 'least continuation' awk -F, 'NR > 1 && $3 == "yes" { x = $1 } END {
    exit !(x >= .776756 && x <= .776756 + .0021) }' f.csv
claim 'drawn' grep -q '</svg>' f.svg

# Shadow prices: .01 more of detection makes the fine 2/.46, and its waste.
design -t ./pair.yaml -c 0.9 --levers fine,lapse --format csv --table prices \
    >p.csv
claim 'price of detection' near "$(sed -n \
    's/^detection[^,]*,\([^,]*\),.*/\1/p' p.csv)" 0.217391304
claim 'price of false alarms: .04 of 2/.46' near "$(sed -n \
    's/^false alarms[^,]*,\([^,]*\),.*/\1/p' p.csv)" 0.173913043

# A threshold: with separation 2 and fines up to 4 that nobody gets, it costs .1 +
# 4 a, where power(a) - a = .5 has its lesser root, a = .02660144; to four digits
# towards holding .02661, and at the text's own .05 more.
cat >meter.yaml <<'EOF'
treaty: meter
title: x
parties: [all]
entry: {parties: 0}
monitoring:
  channels:
    meter: {measure: {separation: 2, false_alarm: 0.05}, cost: 0.1}
duration: {lapses: yes}
EOF
levers ./meter.yaml 0.9 --levers fine,thresholds --cap fine=4 2>err
if grep -q NLopt err; then
	echo 'no NLopt: thresholds are not looked at'
else
	claim 'threshold' near "$(sed -n \
	    's/^threshold of meter,\([^,]*\),.*/\1/p' l.csv)" 0.02661
	design -t ./meter.yaml -c 0.9 --levers fine,thresholds --cap fine=4 \
	    --format csv >one.csv
	claim 'is no optimum that was shown' grep -q ',best found,' one.csv
fi

# A ladder of several rungs is answered by one; the word keeps it.
printf 'treaty: rungs\n%s\n%s\n%s\n' "$head" "$signal" \
    'response: {ladder: [{strikes: 1}, {strikes: 3, fine: 2}]}
duration: {lapses: yes}' >rungs.yaml
design -t ./rungs.yaml -c 0.9 --levers fine,lapse >out
claim 'one answer in place of a ladder' grep -q 'one answer to every' out
levers ./rungs.yaml 0.9 --levers fine,ladder
check 'a fine for each rung' "$(grep -c '^fine of rung' l.csv)" -eq 2

# A signal ends the search, and what was found until then is told.
"$detente" design duel --set rounds=0 -t ./shared.yaml -c 0.95 --levers \
    fine,items,suspension=0:200 --cap fine=8 --all --no-progress -o best.yaml \
    >out 2>err &
search=$!
sleep "${DESIGN_SLEEP:-1}"
kill -INT $search
wait $search
check 'Ctrl-C: exit status' $? -eq 130
claim 'Ctrl-C: the best so far' grep -q 'before it was stopped' out

# What makes no sense is said, and nothing is written.
for words in '--levers fime' '--levers suspension=5:1' '--levers lapse=2' \
    '--cap fine=-1' '--cap lapse=1' '--robust miss=20' '--levers ladder=2' \
    '--robust monitoring=5%' \
    '--levers lapse --cap fine=1'; do
	design -t ./pair.yaml -c 0.9 $words -o never.yaml >out 2>&1
	check "$words is a usage error" $? -eq 2
	claim "$words writes no file" [ ! -e never.yaml ]
done

# Random problems against enumeration in closed form.
enumerates() {
	python3 "$srcdir/tests/design_cases.py" "$detente" "${DESIGN_CASES:-50}" \
	    "${DESIGN_CELLS:-1000}"
}
claim "${DESIGN_CASES:-50} random problems, as enumeration has them" enumerates
finish
