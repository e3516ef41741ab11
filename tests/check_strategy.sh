#!/bin/sh
# A strategy on the command line: as a machine, drawn, its answer to what it
# sees, and what `check` says of it. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# Tit for tat does what it saw; generosity of 1/3 gives the chance 2/3.
"$detente" show strategy tit-for-tat --sees PRRP >out 2>err
claim "its answer: P P R R P" sh -c \
    "sed -n '/Its answer/,/^\$/p' out | awk '\$1 ~ /^[0-9]/ {print \$3}' |
    tr -d '\n' | grep -qx PAUSEPAUSERACERACEPAUSE"
"$detente" show strategy generous-tit-for-tat --sees R --format json >out
claim "a lot is told as a chance" python3 -c "
import json
a = json.load(open('out'))['answer']
assert a[0]['race'] == 0 and abs(a[1]['race'] - 2 / 3) < 1e-12, a"
# Among four, two of three others are more than half.
"$detente" show strategy majority-tit-for-tat --agents 4 --sees 12 >out
claim "digits where more play" grep -q '^ *3  race *RACE' out
"$detente" show strategy grim --sees PX >out 2>err
check "a letter that is none is refused" $? -eq 2
claim "in words" grep -q -e '--sees takes' err
"$detente" show treaty npt-iaea --sees P >out 2>err
check "of another kind it is refused" $? -eq 2

# The chances of entrants of Axelrod's second tournament, by hand from the rules
# told in their files: {strategy: [(what it sees, its chance to race then)]}.
chances='{
"black": [("PPPRR", 3/25), ("RPPRR", 8/25), ("RRPRR", 15/25),
    ("RRRRR", 24/25), ("PPPPR", 0)],
"getzler": [("R", 1/2), ("RP", 1/4), ("RRPPR", 1/32 + 1/16 + 1/2),
    ("RPPPPP", 0)],
"kluepfel": [("PR", .6), ("RP", .3), ("RR", .9), ("RRRPP", .1)],
"cave": [("R" * 17, .5), ("R" * 18, 1)],
"william-adams": [("P" + "R" * 10, 1/2), ("P" + "R" * 12, 7/8),
    ("P" + "R" * 40, 1023/1024)],
}'
claim "the chances of Axelrod's entrants" python3 -c "
import json, subprocess
for name, cases in $chances.items():
    for sees, chance in cases:
        a = json.loads(subprocess.check_output(['$detente', 'show',
            'strategy', name, '--sees', sees, '--format', 'json']))
        got = a['answer'][-1]['race']
        assert abs(got - chance) < 1e-12, (name, sees, got, chance)"

"$detente" show strategy grim --format dot >grim.dot
claim "dot: the way to war" grep -qF \
    '"trust" -> "war" [label="alarms >= 1"];' grim.dot
"$detente" show strategy grim --svg grim.svg >out
claim "svg: whole" grep -q '^</svg>' grim.svg
claim "svg: says what is seen" grep -qF 'alarms &gt;= 1' grim.svg
"$detente" show strategy grim --svg grim.svg >out 2>err
check "a picture that is there stays" $? -eq 2

cat >copy.yaml <<'END'
strategy: copy
title: Copy
start: nice
states:
  nice: {play: pause, next: [{when: alarms >= 1, to: mean}, {to: nice}]}
  mean: {play: race, next: [{when: alarms >= 1, to: mean}, {to: nice}]}
  lost: {play: race, next: [{to: nice}]}
END
"$detente" check copy.yaml >out 2>err
check "no fault, but a warning" $? -eq 0
claim "what is never reached" grep -q "copy.yaml:7:3: warning: state 'lost'" err
claim "what is the same" grep -q 'It is the same machine as tit-for-tat' out
claim "what is the same for two" grep -q \
    'Where two play it is the same machine as lenient-group' out
claim "a slip" grep -q 'only another slip can mend it' out
"$detente" check copy.yaml --format json >out
claim "in JSON" python3 -c "
import json
f = json.load(open('out'))['files'][0]
assert any('tit-for-tat' in r for r in f['remarks']), f"
# The shipped ones have no state that is never reached.
for file in "$srcdir"/agents/strategies/*.yaml; do
	echo "$file"
done | xargs "$detente" check -q >out 2>err
claim "the shipped are warned of nothing" test ! -s err
n=$("$detente" list strategies --names | wc -l)
check "at least 80 strategies" "$n" -ge 80

finish
