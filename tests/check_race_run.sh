#!/bin/sh
# check_race_run: a race through the command line: the plain game comes back
# where it changes nothing, each weight changes somebody's best reply, rows are
# audited, engines that cannot play it say why.
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3
same() { cmp -s "$1" "$2"; }

# Two labs and their host. Race pays 5 against 3, so that without a race and
# without weights it is better for a lab to race than to pause.
pair() {
	cat <<END
scenario: pair
agents:
  host: {kind: nation, strategy: $1}
  a: {strategy: $2, host: host}
  b: {strategy: $3}
payoffs: {payoffs: pair, form: matrix, pairs: same-kind, matrix: {$4}}
treaty: none
enforcement: 1
noise: {slip: 0.05}
$5
rounds: 60
END
}
dilemma='reward: 3, sucker: 0, temptation: 5, punishment: 1'

# With h = 0, k = 0, w = 0, no diffusion and phi = 1 the plain game is there to
# the bit; so it is whatever grows, as long as nothing weighs anything.
# exact answers, which only the plain game has, left out
columns() { cut -d, -f1-5,7,8,10-20 "$1"; }
pair always-race always-race tit-for-tat "$dilemma" "" >plain.yaml
"$detente" run plain.yaml --runs 20 --seed 5 --format csv >plain.csv 2>/dev/null
for growth in '{rate: 0, phi: 1}' '{rate: 0.7, phi: 1.14}'; do
	pair always-race always-race tit-for-tat "$dilemma" \
	    "race: {growth: $growth, disruption: {factor: 0}}" >inert.yaml
	"$detente" run inert.yaml --runs 20 --seed 5 --format csv >inert.csv \
	    2>/dev/null
	columns plain.csv >plain
	columns inert.csv >inert
	claim "$growth: the plain game comes back" same plain inert
	claim "and was played" grep -q tit-for-tat plain
done

# Threads are of no account, seeds are.
play() {
	"$detente" run self-improvement --runs 40 --rounds 60 --format csv \
	    --seed "$@" 2>/dev/null
}
play 3 --threads 1 >one
play 3 --threads 2 >two
play 4 >other
claim "threads change nothing" same one two
"$detente" run self-improvement --runs 2 --rounds 5 >out 2>/dev/null
claim "theory says that it is of the stage game" \
    grep -q '^  Of the stage game alone: .*race are left out' out
"$detente" run frontier --runs 2 --rounds 5 >out 2>/dev/null
claim "and does not where nothing is left out" \
    sh -c "grep -q '^In theory' out && ! grep -q 'stage game alone' out"
claim "seeds do" sh -c '! cmp -s one other'

# Each weight changes somebody's best reply. reply WHO WEIGHTS: what WHO gets by
# pausing less what it gets by racing, as a sign; a pause of the host stops a.
worth() {
	"$detente" run pair.yaml --runs 4 --seed 1 --set noise.slip=0 \
	    --format json 2>/dev/null | python3 -c '
import json, sys
print([a["payoff_per_round"] for a in json.load(sys.stdin)["agents"]
       if a["agent"] == sys.argv[1]][0])' "$1"
}
reply() {
	for move in always-pause always-race; do
		case $1 in
		host) host=$move a=always-race ;;
		*) host=always-race a=$move ;;
		esac
		pair $host $a always-pause "$2" "race: {years: 1/12,
  growth: {rate: 1, phi: 1.1}, review: 1, drift: {share: 0.5},
  disruption: {adaptation: 0.1}, prize: {exponent: 2, monopoly: 0.8},
  weights: {$3}}" >pair.yaml
		worth "$1"
	done | python3 -c '
import sys
pause, race = map(float, sys.stdin)
print("pause" if pause > race else "race")'
}
# prize: in harmony (pausing pays 3, racing 1) a share of the prize is worth it
harmony='reward: 3, sucker: 2, temptation: 1, punishment: 0'
claim "prize 0: a pauses" test "$(reply a "$harmony" 'prize: 0')" = pause
claim "prize 20: a races" test "$(reply a "$harmony" 'prize: 20')" = race
for horseman in oversight misalignment; do
	claim "$horseman 0: a races" \
	    test "$(reply a "$dilemma" "$horseman: 0")" = race
	claim "$horseman 20: a pauses" \
	    test "$(reply a "$dilemma" "$horseman: 20")" = pause
done
# a monopoly of a's harms b, who keeps it off by racing too; where racing does
# not pay, b pauses
monopoly() {
	for move in always-pause always-race; do
		pair always-race always-race $move "$harmony" "race: {
  growth: {rate: 1, phi: 1.1}, prize: {exponent: 2, monopoly: 0.8},
  weights: {monopoly: $1}}" >pair.yaml
		worth b
	done | python3 -c '
import sys
pause, race = map(float, sys.stdin)
print("pause" if pause > race else "race")'
}
claim "monopoly 0: b pauses" test "$(monopoly 0)" = pause
claim "monopoly 20: b races" test "$(monopoly 20)" = race
# a nation is disrupted by the lab that it hosts; alone among nations it gets
# nothing else, so that a weight on the prize makes it let the lab race
claim "disruption 0: the host races" \
    test "$(reply host "$dilemma" 'prize: 1, disruption: 0')" = race
claim "disruption 20: the host pauses" \
    test "$(reply host "$dilemma" 'prize: 1, disruption: 20')" = pause

# Rows, signed and played again; what is altered is found.
"$detente" run self-improvement --runs 6 --rounds 40 --seed 2 --detail rounds \
    --evidence full -o race.db >out 2>err
claim "the report has each part" grep -q 'prize .*oversight .*misalignment .*disruption .*monopoly .*disaster' out
claim "and both shares of pauses" grep -q "in the mean of runs" out
claim "a race is authentic" "$detente" audit race.db
claim "years do not run backwards" test "$(sqlite3 race.db 'select count(*) from
    race_lab as l join race_lab as m using (experiment_id, run, agent) where
    m.round = l.round + 1 and m.capability < l.capability')" = 0

# The same rounds, packed: the same rows to who asks, the same audit.
"$detente" run self-improvement --runs 6 --rounds 40 --seed 2 --detail packed \
    --evidence full -o packed.db >out 2>err
for table in race_lab race_round race_outcome race_run round move outcome; do
	sqlite3 packed.db "attach 'race.db' as b; select (select count(*) from
	    $table) > 0, (select count(*) from (select * from main.$table except
	    select * from b.$table)), (select count(*) from (select * from
	    b.$table except select * from main.$table))" >got
	claim "packed, $table is as rows have it" test "$(cat got)" = "1|0|0"
done
claim "it is packed" test "$(sqlite3 packed.db \
    'select count(*) > 0 from packed_move')" = 1
# names of files, sizes and the command differ; findings do not
findings() {
	"$detente" audit "$1" | sed -n '/breaches\|declarations\|outcomes\|rows/p'
}
findings race.db >rows
findings packed.db >packed
claim "packed, a race is authentic" "$detente" audit packed.db
claim "and its audit finds what that of rows does" same rows packed
claim "which is something" grep -q breaches packed
cp packed.db altered.db
sqlite3 altered.db "update packed_move set codes = zeroblob(length(codes))
    where agent = 1"
claim "packed, an altered move of a race is found" \
    sh -c "! '$detente' audit altered.db"
for alter in "race_lab set capability = capability * 1.001 where agent = 1" \
    "race_round set misaligned = misaligned + 1 where round = 3" \
    "race_outcome set prize_total = prize_total + 1 where agent = 2" \
    "race_run set monopolist = 2, monopoly_round = 3"; do
	cp race.db altered.db
	sqlite3 altered.db "update $alter"
	claim "$alter: found" sh -c "! '$detente' audit altered.db"
done
for query in lead-in-time race-survival; do
	claim "$query" "$detente" query race.db $query
	claim "$query, drawn" "$detente" query race.db $query --svg $query.svg
done

# Kaplan and Meier by hand: with no run lost the share spared is that of runs
# without a disaster.
"$detente" run self-improvement --treaty none --runs 200 --rounds 60 --seed 2 \
    -o km.db >/dev/null 2>&1
"$detente" query km.db race-survival --format csv >km.csv 2>/dev/null
sqlite3 km.db "select avg(disaster_round is null), max(disaster_round is not
    null) from race_run" | tr '|' ' ' >spared
claim "spared at the end: those who were" awk -F, 'NR == FNR {
    split($0, want, " "); next } $4 == "disaster" { got = $8 }
    END { d = got - want[1]; exit !(want[2] == 1 && d < 1e-4 && d > -1e-4) }
    ' spared km.csv

for engine in lanes chain; do
	"$detente" run self-improvement --engine $engine --runs 5 >out 2>err
	claim "$engine refuses, with a way out" \
	    grep -q 'capability grows.*engine reference' err
done
for scenario in self-improvement slow-world; do
	claim "$scenario is sound" "$detente" check \
	    "$srcdir/data/scenarios/$scenario.yaml"
done

finish
