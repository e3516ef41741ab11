#!/bin/sh
# The treaties that are brought are those of law: each fact says where it is
# from; a treaty of two ends when one leaves and one of many does not; what
# follows for who would leave is what theory says.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

# leavers SCENARIO ...: what those gain who leave where compliers come to, and
# two standard errors of it.
leavers() {
	"$detente" solve "$@" -c 0.98 --format csv --table departures 2>err |
	    sed 's/"[^"]*"/Q/g' |
	    awk -F, '$3 == "yes" && $4 == "withdraw" { print $10, 2 * $11 }'
}
never() {
	"$detente" solve "$@" -c 0.9 2>/dev/null | grep -q '^Never: '
}

# Sourced facts name an article, a paper, a day; others say what they are.
"$detente" list treaties --format json >list.json
claim "every fact says how well it is known, and where that stands" \
    python3 - "$detente" list.json <<'END_PYTHON'
import json, re, subprocess, sys
treaties = [t["name"] for t in json.load(open(sys.argv[2]))["entries"]]
assert len(treaties) >= 15
for name in treaties:
    shown = json.loads(subprocess.check_output(
        [sys.argv[1], "show", "treaty", name, "--format", "json"]))
    for fact in shown["resolved"].get("facts", []):
        known = re.search(r"sourced[: ]|from memory: |stylised", fact)
        assert known, (name, fact)
        assert "(sourced)" not in fact and "(from memory)" not in fact, (
            name, fact)
END_PYTHON

for treaty in new-start inf; do
	"$detente" show treaty $treaty >out 2>err
	claim "$treaty is of two, and lapses" grep -q '^  It lapses' out
	claim "$treaty: two parties make it" \
	    grep -q 'as soon as 2 agents have signed' out
	# Who leaves a treaty of two ends it: complying is worth more than what
	# both racing is (3 and 1 a round in duel), and after notice of some
	# rounds no more than the three or so rounds of notice, at T - R of 1 to 3
	# each, are to be had before: as the treaty's own end comes near.
	for scenario in duel two-powers noisy-pair; do
		leavers $scenario -t $treaty >rows
		claim "$treaty: somebody could leave in $scenario" \
		    test -s rows
		claim "$treaty: leaving gains no more than its notice in $scenario" \
		    awk '$1 > $2 + 10 { bad = 1 } END { exit bad }' rows
	done
	# Where who stays is bound alone, who leaves gets T = 5 in place of 3.
	leavers duel -t $treaty --set treaty.duration.lapses=no >rows
	claim "$treaty: in duel it would pay if the other stayed bound" \
	    awk '$1 > 20 { ok = 1 } END { exit !ok }' rows
done
for treaty in bwc ctbt cwc kyoto montreal npt-iaea; do
	"$detente" show treaty $treaty >out 2>err
	claim "$treaty, of many, binds those who stay" \
	    sh -c '! grep -q "^  It lapses" out'
done

# threshold-halt where capability doubles in ten rounds, whatever is played,
# C = 2^((t-1)/10), and 2 are reviewed: none is bound below 1.25, before round
# 5. A fine of 4 deters a gain of 2 while 4 (.9 o - .01) >= 2, o >= .5667, C =
# 2/o <= 3.529: up to round 19. Reviews after rounds 12 and 24 find o = 2/2.297
# and 2/5.278: the second, below .6, ends it.
cat >race.yaml <<'END'
scenario: dated
agents: {one: {strategy: always-race}, two: {strategy: always-race}}
payoffs: prisoners-dilemma
treaty: threshold-halt
race:
  years: 1/10
  growth: {rate: 0.693147180559945, pause_rate: 1}
  review: 2
rounds: 40
END
"$detente" solve race.yaml --set continuation=0.9 >out 2>err
claim "threshold-halt: below the threshold none is bound" \
    test "$(grep -c 'not bound yet' out)" = 4
claim "threshold-halt: its fine deters as long as it is seen" \
    grep -q '^Until round 19 .*: from round 20 on' out
"$detente" run race.yaml --runs 1 --seed 1 --format json >out 2>err
claim "threshold-halt: a race is a breach from the threshold on, until a review" \
    python3 -c '
import json
o = json.load(open("out"))
assert [a["breaches_per_run"] for a in o["agents"]] == [20, 20]
assert o["treaty"]["mean_ended_round"] == 24'

# Kyoto needs 55 of 100 of the weight: of five alike three do, two do not.
claim "kyoto: two fifths of the weight are too little" \
    never group-of-five -t kyoto --set agents.one.joins=0 \
    --set agents.two.joins=0 --set agents.three.joins=0
claim "kyoto: three fifths are enough" sh -c "! $detente solve group-of-five \
    -t kyoto --set agents.one.joins=0 --set agents.two.joins=0 -c 0.9 \
    2>/dev/null | grep -q ^Never"
finish
