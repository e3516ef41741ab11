#!/bin/sh
# `negotiate`: texts are worth what `solve` and theory say, talks are the same
# for any number of threads, what is signed is judged, and menus are files like
# others. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# value FILE ROW COLUMN: of CSV without quoted cells before it.
value() {
	awk -F, -v row="$2" -v column="$3" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    $1 == row { print $c }' "$1"
}
# is WHAT A B: numbers that agree to 1e-6.
is() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" 'BEGIN { d = a - b
	    exit !(a != "" && d < 1e-6 && d > -1e-6) }'
}

cat >pair.yaml <<END
menu: pair
treaties: [grim, bwc]
negotiator: mediators-friend
parties:
  lab-one: {sincerity: 0.25}
deadline: 5
END
one=$(sed -n 's/^  \([a-z-]*\):.*/\1/p' \
    "$srcdir/data/scenarios/noisy-pair.yaml" | head -1)
sed "s/lab-one/$one/" pair.yaml >named.yaml

# Mailath and Samuelson's noisy dilemma, racing 0 a round: grim at .7 is worth
# 2(1-c)/(1-cp) = 1.621622 with p = .9, and holds. The bwc is 2 if kept, is not
# kept, and 0 if both race: worth .25 times 2 to who believes that much, 0 to
# who does not.
call negotiate noisy-pair -c 0.7 --menu ./named.yaml --seed 1 --format csv \
    --table texts
check 'texts' $status -eq 0
cp out texts.csv
is 'grim is worth' "$(value texts.csv grim "$one")" 1.621621622
is 'the bwc to who believes' "$(value texts.csv bwc "$one")" 0.5
claim 'grim holds' sh -c 'grep -q "^grim,yes," texts.csv'
claim 'the bwc does not' sh -c 'grep -q "^bwc,no," texts.csv'

call negotiate noisy-pair -c 0.7 --menu ./named.yaml --seed 1
check 'one negotiation' $status -eq 0
claim 'grim is signed, at once' grep -q \
    "^'grim' enters into force in round 1 of talks, after 0 of racing" out
claim 'it holds, and that is said' grep -q '^It holds' out
claim 'it reads as a page' grep -q "^Round 1: .* proposes 'grim'" out

# Below grim's threshold, .588235, it does not hold either, and who believes in
# keeping signs it: that is said too.
call negotiate noisy-pair -c 0.5 --menu ./named.yaml --seed 1 --menu-set \
    'negotiator={negotiator: n, start: 0, accept: gain, offer: best}'
check 'a hollow one' $status -eq 0
claim 'what does not hold may be signed, and is told' grep -q \
    '^It does not hold' out

# The same seed, the same bytes, for any number of threads; another seed, other
# talks.
random='negotiate noisy-pair -c 0.7 --menu ./named.yaml --runs 300
    --transcripts 300 --menu-set negotiator=random-walker
    --menu-set order=random --format csv --table events'
call $random --seed 5 -j 1
cp out one
call $random --seed 5 -j 4
claim 'four threads say what one says' cmp out one
call $random --seed 6 -j 4
claim 'another seed does not' sh -c '! cmp -s out one'
claim 'each step is a row' sh -c '[ $(wc -l <one) -gt 1000 ]'
call negotiate noisy-pair -c 0.7 --menu ./named.yaml --runs 50 --seed 1 \
    --format json
claim 'JSON is JSON' python3 -c "
import json
d = json.load(open('out'))
assert {'outcomes', 'parties', 'texts', 'events'} <= set(d['tables'])"
for protocol in offers ultimatum quota single-text pledges groups; do
	call negotiate noisy-pair -c 0.7 --menu ./named.yaml --runs 20 \
	    --seed 1 --protocol $protocol
	check "$protocol" $status -eq 0
done

# ---- where theories point ----

# By brute force over the texts as they are printed: the largest product, the
# largest least share of one's best gain, the largest least gain, the largest
# sum; all above nothing for both.
cat >four.yaml <<END
menu: four
base: conditional-halt
clauses:
  fine: {key: 'response.ladder.1.fine', values: [3]}
  pay:
    key: transfers
    values: ["[]", "[{from: us, to: china, amount: 0.3}]",
      "[{from: us, to: china, amount: 0.6}]",
      "[{from: china, to: us, amount: 0.3}]"]
    labels: [none, us-0.3, us-0.6, china-0.3]
END
call negotiate two-powers --menu ./four.yaml --seed 1 --solutions \
    --svg four.svg --format json
check 'solutions' $status -eq 0
claim 'they are those of brute force' python3 - out <<'END'
import json, sys
d = json.load(open(sys.argv[1]))["tables"]
gains = {r["text"]: (r["us"], r["china"]) for r in d["texts"]}
fine = {t: g for t, g in gains.items() if min(g) >= 0}
best = [max(g[i] for g in fine.values()) for i in (0, 1)]
rules = {
    "nash": lambda g: g[0] * g[1],
    "kalai-smorodinsky": lambda g: min(g[0] / best[0], g[1] / best[1]),
    "egalitarian": min,
    "utilitarian": sum,
}
for name, rule in rules.items():
    said = [r for r in d["solutions"]
            if r["solution"] == name and r["lotteries"] == "no"][0]
    most = max(rule(g) for g in fine.values())
    assert abs(rule(gains[said["text"]]) - most) < 1e-9, (name, said)
    mixed = [r for r in d["solutions"]
             if r["solution"] == name and r["lotteries"] == "yes"][0]
    assert rule((mixed["us"], mixed["china"])) >= most - 1e-6, (name, mixed)
powers = [(r["banzhaf"], r["shapley"]) for r in d["power"]]
assert powers == [(.5, .5), (.5, .5)], powers
END
claim 'the picture is one' python3 -c \
    "import xml.dom.minidom as m; m.parse('four.svg')"
claim 'and names its points' grep -q 'nash' four.svg

# ---- at home ----

# By agents/nations: us has two of three groups behind what lies near .99, of
# weight .7 of 1, needs .67, and is uncertain by .1: 1/(1 + exp(-.3)) = .574443.
# China has .75, needs half, and is certain; two thirds and more of it too where
# the menu says spatial. `{}` is a menu that says that nobody is asked.
cat >halts.yaml <<END
menu: halts
treaties: [bwc]
END
ratifies() {
	call negotiate two-powers --menu ./halts.yaml --seed 1 --format csv \
	    --table power "$@"
	us=$(value out us ratifies)
	china=$(value out china ratifies)
}
ratifies --ratification domestic
is 'domestic: us ratifies' "$us" 0.574442517
is 'domestic: china ratifies' "$china" 1
ratifies
is 'spatial: us ratifies' "$us" 1
ratifies --ratification logit
is 'logit by the width of the menu: china' "$china" 0.924141820
ratifies --ratification domestic --menu-set 'parties={us: {domestic: {}}}'
is 'none are asked: us' "$us" 1
ratifies --ratification domestic --menu-set \
    'parties={us: {domestic: {all: {ideal: 0.9}}, width: 0.5}}'
is "the menu's own, us" "$us" 0.731058579
claim 'groups are shown' sh -c '"$0" show agent us | grep -q \
    "domestic.hawks.ideal *0.2"' "$detente"
claim 'and are no part of what is played' sh -c '! "$0" run two-powers \
    --dry-run | grep -q hawks' "$detente"

# ---- life under what was signed ----

# Grim is signed at once by all: the same rows as of the scenario under grim.
call run noisy-pair --negotiate ./named.yaml --runs 40 --seed 4 --set \
    noise.slip=0.02 -o life.db
check 'talks, then life' $status -eq 0
call run noisy-pair --treaty grim --runs 40 --seed 4 --set noise.slip=0.02 \
    -o grim.db
life="select run, rounds, pause_share, payoff_per_round, in_force_share, ending
    from run_summary order by run"
"$detente" query life.db "$life" --format csv >one
"$detente" query grim.db "$life" --format csv >two
claim 'the rows are those of grim' cmp one two
check 'forty of them, below a heading' "$(wc -l <one)" -eq 41
claim 'an audit plays them again' exits 0 audit life.db
# A cynic keeps all from agreeing: nobody pauses.
call run noisy-pair --negotiate ./named.yaml --runs 20 --seed 4 --menu-set \
    negotiator=cynic --menu-set "parties.$one.negotiator=cynic" --format csv \
    --evidence none
check 'no agreement' $status -eq 0
claim 'is a race' grep -q '^no agreement,,,20,0,' out
call run noisy-pair --negotiate ./named.yaml --treaty grim
check '--negotiate and --treaty' $status -eq 2

# ---- files ----

call check named.yaml
check 'a menu is checked' $status -eq 0
for name in $(cd "$DETENTE_PATH/agents/negotiators" && ls |
    sed 's/[.]yaml$//'); do
	claim "$name is shown" exits 0 show negotiator "$name"
done
claim 'there are eight at least' sh -c \
    '[ $("$0" list negotiators --names | wc -l) -ge 8 ]' "$detente"
claim 'the shipped menu is shown' exits 0 show menu halt

# The treaty, the strategy and the negotiator lie beside the files that name
# them, and nowhere else.
call init mine
call negotiate mine/scenario.yaml --menu mine/my-menu.yaml --seed 1
check 'files of init are bargained over' $status -eq 0
claim 'by the treaty beside the menu' grep -q "'my-treaty fine=" out
call run mine/scenario.yaml --negotiate mine/my-menu.yaml --runs 5 --seed 1 \
    --evidence none
check 'and lived under' $status -eq 0

# wrong NAME TEXT WORDS: a menu with that text is refused with these words.
wrong() {
	printf 'menu: wrong\n%s\n' "$2" >wrong.yaml
	call check wrong.yaml
	check "$1" $status -eq 3
	claim "$1 is told in place" grep -q 'wrong.yaml:[0-9]*:[0-9]*: error' \
	    err
	claim "$1 is told" grep -q -- "$3" err
}
wrong 'an empty menu' '' 'nothing on the menu'
wrong 'no such treaty' 'treaties: [grimm]' "no treaty 'grimm'"
wrong 'no base' 'clauses: {n: {key: withdrawal.notice, values: [1]}}' \
    'need a treaty'
wrong 'no such key' 'base: grim
clauses: {n: {key: withdrawal.notise, values: [1]}}' "no key 'notise'"
wrong 'a value out of range' 'base: grim
clauses: {n: {key: monitoring.miss, values: [0.1, 7]}}' '7'
wrong 'costs turned round' 'treaties: [grim]
parties: {a: {cost_low: 2, cost_high: 1}}' "'cost_low' is above"
wrong 'too many texts' 'base: grim
clauses:
  a: {key: monitoring.miss, values: [0, .1, .2, .3, .4, .5, .6, .7]}
  b: {key: monitoring.false_alarm, values: [0, .1, .2, .3, .4, .5, .6, .7]}
  c: {key: tariff, values: [0, 1, 2, 3, 4]}' 'more than 256 texts'
wrong 'a reservation to no value' 'base: grim
clauses: {t: {key: tariff, values: [0, 1], reserve: 2}}' 'no value of the'
wrong 'labels that do not fit' 'base: grim
clauses: {t: {key: tariff, values: [0, 1], labels: [none]}}' '1 labels for 2'

call negotiate noisy-pair --menu ./wrong.yaml
check 'a faulty menu is not bargained over' $status -eq 3
call negotiate noisy-pair --menu nowhere
check 'no such menu' $status -eq 3
call negotiate noisy-pair -c 0.7 --menu ./named.yaml --menu-set protocol=shout
check 'no such protocol' $status -eq 2
claim 'and there is' grep -q 'there is offers' err
call negotiate noisy-pair -c 0.7 --menu ./named.yaml --menu-set \
    "parties.$one.refuses=[grimm]"
check 'a red line that is on no text' $status -eq 3

# near WHAT ROW COLUMN EXPECTED: within 4 standard errors of 1000 draws.
near() {
	claim "$1: about $4" awk -F, -v row="$2" -v c="$3" -v p="$4" \
	    'NR == row + 1 { d = $c - p; e = 4 * sqrt(p * (1 - p) / 1000) + 1e-9
	    good = d < e && d > -e } END { exit !good }' cells.csv
}
# sheet MENU OPTION...: its cells in cells.csv.
sheet() {
	menu=$1
	shift
	call negotiate duel --menu "$menu" --continuation 0.95 --seed 5 \
	    --format csv "$@"
	check "$menu over $*" $status -eq 0
	cp out cells.csv
}

# The pictures of H2 (models of pledges and ratification): conditional pledges
# of n with G = .95 come about with .95^n, unconditional ones with 0.
sheet pledges --vary agents=2,5,44 \
    --vary menu.negotiator.pledge=conditional,weighed --svg h2.svg
near 'two pledge on condition' 1 5 0.9025
near 'five do' 3 5 0.7737809
near 'forty-four do' 5 5 0.104674
for row in 2 4 6; do
	near 'without one nobody does' $row 5 0
done
is 'the formula for 44' "$(awk -F, 'NR == 6 { print $7 }' cells.csv)" \
    0.1046743
claim 'and it is drawn' grep -q '<svg' h2.svg
# Ratified with chance .95 each: in one of three rounds 1 - (1 - .95^44)^3.
# Where two are enough, staying out is worth more than being in, so that who was
# not ratified at once never joins: all are in with chance .95^44. Nobody is kept
# from staying out, so that it does not hold, and survives by belief alone.
sheet vetoes --vary agents=8,44 --vary entry.parties=0,2 \
    --vary menu.others.sincerity=0,1
near 'forty-four parliaments in three rounds' 5 6 0.282298
near 'two are enough, if parties believe and all are ratified' 8 6 0.104674
is 'by the formula' "$(awk -F, 'NR == 9 { print $8 }' cells.csv)" 0.1046743
near 'and nothing survives if they do not' 7 6 0
# The picture of H7: of 4 the bound side has what its chamber demands.
sheet chambers --vary \
    menu.parties.one.domestic.chamber.demands=0,2.5,3.75,4.25 --table gains
is 'half where nothing is demanded' "$(awk -F, 'NR == 2 { print $3 }' \
    cells.csv)" 2
is 'what is demanded' "$(awk -F, 'NR == 4 { print $3 }' cells.csv)" 2.5
is 'which the other loses' "$(awk -F, 'NR == 5 { print $3 }' cells.csv)" 1.5
is 'almost all' "$(awk -F, 'NR == 6 { print $3 }' cells.csv)" 3.75
is 'nothing is left to ratify' "$(awk -F, 'NR == 8 { print $3 }' cells.csv)" 0
call negotiate duel --menu vetoes --continuation 0.95 --seed 5 --threads 1 \
    --vary agents=2,9 --format csv
cp out one.csv
call negotiate duel --menu vetoes --continuation 0.95 --seed 5 --threads 3 \
    --vary agents=2,9 --format csv
claim 'the same for any number of threads' cmp -s out one.csv
call negotiate duel --menu vetoes --vary agents=1,2
check 'one does not negotiate' $status -eq 2
call negotiate duel --menu vetoes -c 0.95 --vary continuation=0.5,0.9
check 'what is varied has no other value' $status -eq 2
call negotiate duel --menu vetoes -c 0.95 --deadline 9 --vary menu.deadline=1,3 \
    --seed 5 --format csv
check 'a varied deadline wins' "$(awk -F, '{ print $1 }' out | tr '\n' ' ')" \
    = 'first 1 3 '
claim 'over that of the call' sh -c 'awk -F, "NR == 2 { print \$7 }" out |
    grep -qx 0'
call negotiate duel --menu vetoes --vary agents=2,3 --solutions
check 'solutions are of one setting' $status -eq 2
call negotiate duel --menu vetoes -c 0.95 --vary menu.nothing=1,2
check 'no such key of the menu' $status -eq 3

finish
