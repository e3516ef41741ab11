#!/bin/sh
# Each named query says what plain Python makes of the rows, round by round
# (tests/named.py): on runs of random length, under a treaty with grace, private
# signals and accusers, with a deceiver and a party that withdraws.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3

cat >pact.yaml <<'END'
treaty: pact
obligation: {grace: 3}
entry: {parties: 2, delay: 1}
monitoring:
  accusers: 1
  cost: 0.05
  channels:
    open: {miss: 0.4, false_alarm: 0.08}
    own: {miss: 0.5, false_alarm: 0.05, visibility: private}
response:
  ladder:
    - {strikes: 1, fine: 1}
    - {strikes: 2, fine: 2, suspend: 2}
    - {strikes: 4, chance: 0.5, end: yes}
  forgive_after: 4
withdrawal: {notice: 2}
END
sed 's/^treaty: pact/treaty: bare/; s/accusers: 1/accusers: 0/; /grace/d' \
    pact.yaml >bare.yaml
cat >quitter.yaml <<'END'
strategy: quitter
start: stay
states:
  stay:
    play: pause
    next: [{when: in_force and flagged, to: go}, {to: stay}]
  go: {play: race, withdraw: yes, next: [{to: go}]}
END
cat >mixed.yaml <<'END'
scenario: mixed
agents:
  one: {strategy: comply}
  two: {strategy: deceiver}
  three: {strategy: quitter.yaml}
payoffs: two-of-three
treaty: pact.yaml
noise: {slip: 0.05}
rounds: 60
continuation: 0.9
END
run() {
	call run mixed.yaml --detail rounds -o mixed.db --append --quiet "$@"
	return $status
}
claim "the pact" run --runs 250 --seed 1
claim "the pact by another seed" run --runs 150 --seed 2
claim "no treaty" run --treaty none --runs 200 --seed 3
claim "without grace" run --treaty bare.yaml --runs 120 --seed 4
claim "the pact with other slips" run --set noise.slip=0.1 --runs 90 --seed 5
claim "no treaty with other slips" run --treaty none --set noise.slip=0.1 \
    --runs 20 --seed 5
claim "runs of one length, few" run --set continuation=1 --set rounds=12 \
    --runs 8 --seed 6
claim "and without treaty" run --treaty none --set continuation=1 \
    --set rounds=12 --runs 9 --seed 7

# What was to be there is there.
has_any() {
	[ "$(sqlite3 mixed.db "select count(*) > 0 from $1")" = 1 ]
}
claim "grace" has_any "tidy_rounds where phase = 'in force' and party and not bound"
claim "breaches" has_any "tidy_rounds where bound and executed = 'RACE'"
claim "lies" has_any "tidy_rounds where bound and executed <> declared"
claim "findings without a public alarm" has_any \
    "tidy_rounds where finding and not alarm"
claim "alarms that are no findings" has_any \
    "tidy_rounds where alarm and not finding"
claim "suspensions" has_any "tidy_rounds where phase = 'suspended' and party"
claim "withdrawals" has_any "tidy_rounds where phase = 'in force' and not party"
claim "treaties that end, and some with the last round" has_any \
    "run where ended_round = rounds and in_force_rounds + suspended_rounds +
    coalesce(entered_round, 0) > rounds and ending <> 'none'"
claim "every fine follows from a finding in its round" [ "$(sqlite3 mixed.db \
    'select count(*) from tidy_rounds where fine > 0 and not finding')" = 0 ]
claim "every finding is on a party that was bound" [ "$(sqlite3 mixed.db \
    'select count(*) from tidy_rounds where finding and not bound')" = 0 ]
claim "each phase in the spelling of the language" [ "$(sqlite3 mixed.db \
    'select group_concat(phase) from (select distinct phase from round
    order by 1)')" = "ended,in force,none,open,suspended" ]

# asked DB QUERY [PARAMETER=VALUE]...: keeps the answer, for judged
asked() {
	db=$1
	query=$2
	shift 2
	n=$((${n:-0} + 1))
	"$detente" query "$db" "$query" $(printf -- ' --set %s' "$@" |
	    sed 's/^ --set $//') --format csv >answer$n.csv 2>err ||
	    fail "$query is asked"
	echo "$query answer$n.csv $*" | sed 's/ $//' >>"$db.asked"
}
# judged DB: each answer, held against that of plain Python
judged() {
	python3 "$srcdir/tests/named.py" "$1" "$1.asked" >judged 2>err ||
	    fail "named.py"
	while read -r query answer parameters; do
		claim "$query $parameters" grep -qx \
		    "$query${parameters:+ $parameters}: right" judged
	done <"$1.asked"
	grep -v ': right$' judged
}
for query in run-summary payoff-spread payoff-by-strategy breaches-detected \
    false-alarms declared-against-true time-to-end worst-runs who-pays \
    pairwise treaty-effect pause-by-setting pause-by-round setting-effect \
    first-breach signals-wrong alarms-right innocents-punished \
    punishment-cost reciprocity end-effect verification-cost who-gains \
    treaty-survival; do
	asked mixed.db $query
done
asked mixed.db pause-by-setting key=treaty.response.ladder.2.fine
asked mixed.db setting-effect measure=payoff_per_round
asked mixed.db end-effect last=3
judged mixed.db

# Two agents' strategies and another axis between: each by its own payoff.
cat >choice.yaml <<'END'
sweep: choice
scenario: two-powers
set: {rounds: 20}
axes:
  china: {key: agents.china.strategy, values: [always-race, comply, grim]}
  slip: {key: noise.slip, values: [0.01, 0.2]}
  us: {key: agents.us.strategy, values: [always-race, deceiver, tit-for-tat]}
engine: reference
runs: 40
seed: 8
END
claim "a sweep over two agents' strategies" exits 0 sweep choice.yaml \
    -o choice.db --quiet
asked choice.db sweep-best-reply
judged choice.db

# Few runs of two: every choice of ranks can be gone through, and the game played
# once has equilibria, one of them to each side in chicken.
two() {
	"$detente" run two-powers --runs 8 --append -o two.db --quiet \
	    --set noise.slip=0.1 --detail rounds "$@" >out 2>err
}
claim "two powers" two --seed 1
claim "without treaty" two --seed 2 --treaty none
claim "playing chicken" two --seed 3 --treaty none --payoffs chicken
claim "a treaty that hardly matters" two --seed 4 --treaty bare.yaml
for query in treaty-test payoff-against-equilibrium tit-for-tat-instead; do
	asked two.db $query
done
asked two.db treaty-test measure=all_paused_share
asked two.db treaty-test measure=payoff_per_round
judged two.db

# A race: dates of what it brings, and leads in time.
claim "a race" "$detente" run self-improvement --runs 40 --rounds 60 --seed 4 \
    --treaty none --detail rounds -o race.db --quiet
asked race.db race-survival
asked race.db lead-in-time
judged race.db

# A class, made by hand of simulated moves: all that people have beside theirs is
# known. By plain Python, again; intervals and tests go by matching groups.
for treaty in new-start none; do
	claim "moves for a class under $treaty" "$detente" run two-powers \
	    --runs 20 --seed 9 --treaty $treaty --set noise.slip=0.2 \
	    --set rounds=15 --detail rounds --append -o class.db --quiet
done
for query in move-sources without-exclusions dropouts decision-time \
    quiz-and-play pause-by-block; do
	"$detente" query class.db $query >out 2>err
	claim "$query says why there is nothing" grep -q '^0 rows: nobody played' err
done
claim "people are put in" sqlite3 class.db ".read $srcdir/tests/class.sql"
for query in move-sources without-exclusions dropouts decision-time \
    quiz-and-play pause-by-block pause-by-setting reciprocity end-effect \
    treaty-test signals-wrong who-gains tit-for-tat-instead; do
	asked class.db $query
done
judged class.db
claim "people belong to what is there" [ -z "$(sqlite3 class.db \
    'pragma foreign_key_check')" ]

# Case 16: an exact value of runs of random length, by three queries. A round in
# force goes on with .9, a run with .7: paused (1 - .7) / (1 - .7 * .9), paid
# twice that.
claim "noisy-pair under grim" exits 0 run noisy-pair --treaty grim \
    --runs 20000 --seed 1 -o pair.db --quiet
near() {
	"$detente" query pair.db "$1" --format csv 2>err | awk -F, \
	    -v column="$2" -v want="$3" -v by="$4" 'NR == 1 {
		for (i = 1; i <= NF; i++) at[$i] = i
	    } NR == 2 {
		d = $(at[column]) - want
		print $(at[column])
		exit !(d * d < by * by)
	    }'
}
for query in run-summary payoff-spread payoff-by-strategy; do
	claim "$query: 1.6216 within 4 errors" near $query payoff_per_round \
	    1.621622 .0256
done
claim "run-summary: .8108" near run-summary pause_share .810811 .0128
claim "treaty-effect: all paused, .8108" near treaty-effect mean .810811 .0128
claim "time-to-end: .9 live on" near time-to-end surviving .9 .0085

# Each column is told: by its query, or as a column of the database.
sqlite3 pair.db "SELECT c.name FROM sqlite_master m, pragma_table_info(m.name) c
    WHERE m.type IN ('table', 'view')" >of-database
told() {
	"$detente" show query "$1" | sed -n 's/^-- column: //p' |
	    sed 's/[ (;].*//' >of-query
	"$detente" query pair.db "$1" --format csv 2>err | head -n 1 |
	    tr -d '"\r' | tr ',' '\n' >columns
	test -s columns && ! grep -vxF -f of-query -f of-database columns
}
for query in $("$detente" list --names queries); do
	claim "$query: every column is told" told "$query"
done

finish
