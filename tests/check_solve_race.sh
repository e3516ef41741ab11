#!/bin/sh
# What solve says of races: in few states, against closed forms of the models
# page (A9, A10), and until when a treaty holds, against the closed form of a
# fine. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

# near TABLE KEY ROW COLUMN VALUE TOLERANCE WORD ...: what `solve` has there.
near() {
	table=$1 key=$2 row=$3 column=$4 value=$5 within=$6
	shift 6
	"$detente" solve "$@" --format json >out
	python3 -c '
import json, sys
table, key, row, column, value, within = sys.argv[1:]
rows = json.load(open("out"))["tables"][table]
got = [r[column] for r in rows if str(r[key]) == row]
sys.exit(not (len(got) == 1 and abs(got[0] - float(value)) <= float(within)))
' "$table" "$key" "$row" "$column" "$value" "$within"
}

# D* = ln((J_alone - J_all)/J_alone)/(r + lam + eta), to 1e-6.
claim "the delay that a pause bears is the closed form" near answers what \
    delay value 5.969005 1e-6 memoryless-race
claim "and for another rate of disasters" near answers what delay value \
    2.477944 1e-6 memoryless-race --set race.memoryless.disaster=0.015
claim "it does not hang on how long a round is" near answers what delay value \
    5.969005 1e-6 memoryless-race --set race.years=0.5 \
    --continuation 0.9753099120283326
claim "what pausing against a racer is worth" near values others_race 1 pause \
    -4.705882 1e-6 memoryless-race
claim "both racing, level, in the game of leads" near leads lead 0 both_race \
    -11.28859 1e-5 lead-of-two

# A fine F keeps a pause iff F (d o - a) >= g: PD, g 2, F 4, d .9, a .05, so
# from an oversight of .6111 down not. C = 2^((t - 1)/10), review for 2: o =
# 2/C < .6111 from C > 3.2727 on, which is 1.7105 doublings: round 19.
cat >race.yaml <<'END'
scenario: dated
agents: {one: {}, two: {}}
payoffs: prisoners-dilemma
treaty:
  treaty: fined
  monitoring: {miss: 0.1, false_alarm: 0.05, oversight: 1}
  response: {ladder: [{fine: 4}]}
  duration: {lapses: yes}
race:
  years: 1/10
  growth: {rate: 0.693147180559945, pause_rate: 1}
  review: 2
rounds: 40
continuation: 0.9
END
claim "the date of failure is that of the fine" near date rounds 40 fails 19 0 \
    race.yaml
"$detente" solve race.yaml --set treaty.monitoring.oversight=0 >out
claim "where detection does not hang on oversight it holds to the end" \
    grep -q "^To the end" out

# Too many states to be listed: by play nothing is shown, so what is found is
# said as found, by the rows' own figures, and no more. All pause from the first
# round on, so that all moments are one game.
"$detente" solve self-improvement --treaty verified-halt --format json \
    --set noise.slip=0 --set agents.china.joins=1 \
    --set agents.china-frontier.joins=1 --set treaty.entry.delay=0 >out
claim "by play it is said as found, with errors" python3 -c '
import json
o = json.load(open("out"))
rows = o["tables"]["rounds"]
assert len(rows) == 8
for r in rows:
    assert r["standard_error"] > 0
    assert r["answer"] in ("yes, as found", "perhaps"), r
    assert (r["answer"] == "yes, as found") == (
        r["slack"] > 3 * r["standard_error"]), r
found = sum(r["answer"] == "yes, as found" for r in rows)
first = o["says"][0]
if found == 8:
    assert "found by play and not shown" in first and "the 8 moments" in first
    assert o["tables"]["date"][0]["kept"] == rows[-1]["round"]
else:
    assert first.startswith("Open: ") and "at %d of the 8" % found in first
least = min(r["slack"] for r in rows)
assert "loses %.3g (standard error" % least in o["says"][1] or least < 0
threats = sum(r["threats"] == "no" for r in rows)
assert threats == 0 or "At %d of 8 moments its threats" % threats in (
    o["says"][2])'
finish
