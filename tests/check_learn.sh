#!/bin/sh
# Agents that learn: published values through `solve --learning`, corners and
# limits of the rules, play that agrees with exact answers, any number of
# threads, an audit, and words for what cannot be.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
one=agents.one.strategy.parameters
two=agents.two.strategy.parameters

# Published and derived values.
for value in fictitious-pennies fictitious-pennies-long \
    fictitious-miscoordination roth-erev-basic ewa-attractions \
    bayesian-posterior polya-uniform polya-three-one; do
	claim "$value" exits 0 reproduce $value
done

# cell TABLE COLUMN ROW: of the last answer, in CSV
cell() {
	"$detente" $last --format csv --table "$1" | awk -F, -v name="$2" \
	    -v row="$3" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == name) c = i } NR == row + 1 { print $c }'
}
near() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN {
	    d = a - b; exit !(a != "" && d <= t && d >= -t) }'
}

# EWA that weighs what would have been as what was (delta 1) and averages
# (kappa 0, phi 1) has beliefs, by Camerer and Ho's theorem: of a great lambda
# it is fictitious play, from A(0) and N(0) of the same weights.
last="solve duel -p matching-pennies -S fictitious-play --learning 60
    --set $one.weight_pause=1.5 --set $one.weight_race=2
    --set $two.weight_pause=2 --set $two.weight_race=1.5"
call $last --format csv --table rounds
cp out fictitious.csv
call solve duel -p matching-pennies -S ewa --learning 60 --format csv \
    --table rounds \
    $(for agent in one two; do for key in delta=1 phi=1 kappa=0 lambda=1e6 \
    experience=3.5 attraction_pause=-1/7 attraction_race=1/7; do
	echo --set agents.$agent.strategy.parameters.$key; done; done)
check 'sixty rounds' "$(wc -l <out)" -eq 61
claim 'EWA with delta 1 is fictitious play' cmp out fictitious.csv

# Delta 0 and kappa 1 reinforce what was paid alone: 5 for RACE, then .9 of it:
# 1/(1 + exp(-4.5)).
last="solve duel -S ewa,alternator --set $one.delta=0 --set $one.kappa=1
    --learning 4"
call $last
near 'EWA with delta 0 reinforces' "$(call $last --history 'PR RP PR' \
    --format csv --table rounds; awk -F, 'NR == 5 { print $2 }' out)" \
    0.98901305736940681 1e-12

# Forgetting all, the modified rule keeps e of what was not tried: q (9, 9),
# R 5, phi .1, e .2: RACE .9 9 + .8 5 = 12.1, PAUSE .9 9 + .2 9 = 9.9.
call solve duel -S roth-erev-modified,always-pause --learning 2 --history \
    'RP' --format csv --table rounds
near 'the modified rule' "$(awk -F, 'NR == 3 { print $2 }' out)" 0.55 1e-12
# The basic one gives e R to the other: RACE 12.1, PAUSE .9 9 + .2 5 = 9.1.
call solve duel -S roth-erev,always-pause --learning 2 --history 'RP' \
    --format csv --table rounds
near 'the basic rule' "$(awk -F, 'NR == 3 { print $2 }' out)" \
    0.57075471698113 1e-12

# Q-learning without memory, by hand: alpha .5, gamma 0, RACE paid 5, then
# PAUSE 3: Q (1.5, 2.5), so RACE but for half of what is tried, .1.
call solve duel -S q-learning,always-pause --learning 3 --history 'RP PP' \
    --set $one.memory=0 --set $one.alpha=0.5 --set $one.gamma=0 \
    --format csv --table rounds
near 'Q-learning' "$(awk -F, 'NR == 4 { print $2 }' out)" 0.95 1e-12

# Regret matching: RACE paid 1 where PAUSE had paid 0, PAUSE 0 where RACE had
# paid 1: regrets -1 + 0 of PAUSE, 1 of RACE: it races.
call solve duel -S regret-matching,always-race --learning 2 --history \
    'RR PR' --format csv --table memory
claim 'regrets' sh -c "grep -q 'one,regret_pause,-1' out &&
    grep -q 'one,regret_race,1' out"

# Play agrees with the exact answer: 6,000 runs of 11 rounds, of basic
# reinforcement against always-pause: pauses 1 - .5665317.
call run duel -S roth-erev-basic,always-pause --rounds 11 --runs 6000 \
    --seed 7 --format csv
claim 'played and exact agree' awk -F, 'NR == 2 { d = ($4 - (1 - .5665317)) / $5
    ; exit !(d < 4 && d > -4) }' out

# No-regret learners come to the coarse correlated set: in the long run neither
# would have had more by one move throughout. Chicken; a run of 20,000 rounds.
call run duel -p chicken -S regret-matching --rounds 20000 --runs 1 --seed 3 \
    --evidence none --detail rounds -o regret.db
regret() {
	sqlite3 "$1" "WITH m AS (SELECT a.agent, a.executed = 'RACE' AS mine,
	    b.executed = 'RACE' AS other, a.payoff AS got FROM move AS a
	    JOIN move AS b USING (experiment_id, run, round)
	    WHERE b.agent <> a.agent), p (mine, other, pays) AS (
	    SELECT DISTINCT mine, other, got FROM m)
	    SELECT max(gain) FROM (SELECT avg(p.pays - m.got) AS gain FROM m
	    JOIN p ON p.other = m.other $2 GROUP BY m.agent, p.mine $3)"
}
near 'no regret in the mean of 20,000 rounds' \
    "$(regret regret.db)" 0 0.03
# Internal regret: neither given what they did.
call run duel -p chicken -S regret-internal --rounds 20000 --runs 1 --seed 3 \
    --evidence none --detail rounds -o internal.db
claim 'nor inner regret' awk -v r="$(sqlite3 internal.db "WITH m AS (SELECT
    a.agent, a.executed = 'RACE' AS mine, b.executed = 'RACE' AS other,
    a.payoff AS got FROM move AS a JOIN move AS b USING (experiment_id, run,
    round) WHERE b.agent <> a.agent), p (mine, other, pays) AS (SELECT DISTINCT
    mine, other, got FROM m) SELECT max(gain) FROM (SELECT sum(p.pays - m.got)
    / 20000 AS gain FROM m JOIN p ON p.other = m.other AND p.mine <> m.mine
    GROUP BY m.agent, m.mine)")" 'BEGIN { exit !(r != "" && r < 0.03) }'

# The same by any number of threads; kept, it is played again by the audit.
all='fictitious-play,q-learning'
for threads in 1 3; do
	call run two-powers -S $all --runs 80 --seed 2 -j $threads -o \
	    $threads.db
done
claim 'any number of threads' sh -c "for k in 1 3; do sqlite3 \$k.db \
    'SELECT * FROM outcome' >\$k.csv; done; cmp 1.csv 3.csv"
claim 'the audit plays learners again' exits 0 audit 3.db

# Groups; a tournament of both kinds.
claim 'three that learn' exits 0 run trio -S ewa --runs 5
call tournament ewa,grim,bayesian,tit-for-tat --format csv --table matches
claim 'automata meet exactly' grep -q '^grim,tit-for-tat,3,0,1,1,.*,1$' out
claim 'learners are played' sh -c "grep '^ewa,grim' out | grep -q ',0$'"

# What cannot be is refused with words.
claim 'not exactly' exits 2 run duel -S ewa --engine chain
claim 'nor by lanes' exits 2 run duel -S ewa --engine lanes
claim 'beliefs are for two' exits 3 run trio -S bayesian
claim 'and it says which are not' grep -q 'games of two agents' err
claim 'a rule that is none' exits 3 run duel --set \
    'agents.one.strategy={learner: roth-ervv}'
claim 'with a suggestion' grep -q "did you mean 'roth-erev" err
claim 'a number out of its range' exits 3 run duel -S ewa --set $one.phi=2
claim 'says the range' grep -q 'a number from 0 to 1' err
claim 'two forms at once' exits 3 run duel --set \
    'agents.one.strategy={learner: ewa, start: a}'
claim 'ways under a treaty' exits 2 solve two-powers -S ewa --learning 3
claim 'a history of other games' exits 2 solve duel -S ewa --learning 3 \
    --history PRP
claim 'a history without learning' exits 2 solve duel --history PR
finish
