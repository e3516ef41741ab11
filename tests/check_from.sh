#!/bin/sh
# detente solve --from: recorded runs as a game; what cannot be said is said;
# --refine adds the runs that a longer run would have, and loses none that it
# has acknowledged.
# KILLS: how many kills (default 5). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

solve() {
	"$detente" solve --quiet "$@" 2>err
}

# answers STATUS WORDS ARGUMENTS...: with words in its message
answers() {
	wanted=$1 words=$2
	shift 2
	exits "$wanted" solve --quiet "$@" || return
	[ -z "$words" ] || grep -qF -- "$words" err
}

# table DB TABLE OPTIONS...: as CSV
table() {
	db=$1 name=$2
	shift 2
	solve --from "$db" --format csv --table "$name" "$@"
}

# near A B: within 1e-9
near() {
	awk -v a="$1" -v b="$2" 'BEGIN {
		exit !(a != "" && b != "" && a - b < 1e-9 && b - a < 1e-9) }'
}

# ---- Games that are known ----

# Grim against always racing, no noise, payoffs (5, 3, 1, 0): both grim is an
# equilibrium from continuation 1/2 on. At c, racing gets 5 (1 - c) + c and
# pausing 3: the regret is 2 - 4 c below 1/2, so .2 at .45 and 0 at .55.
cat >grim.yaml <<'END'
sweep: grim
scenario: two-powers
set: {payoffs: prisoners-dilemma, rounds: 0, treaty: none, noise.slip: 0}
axes:
  us: {key: agents.us.strategy, values: [grim, always-race]}
  china: {key: agents.china.strategy, values: [grim, always-race]}
  continuation: {key: continuation, values: [0.45, 0.55]}
engine: chain
seed: 1
END
"$detente" sweep grim.yaml -o grim.db --quiet >/dev/null 2>err
regret_of() {   # CONTINUATION PROFILE: exact, so the interval is a point
	table grim.db equilibria --where continuation="$1" --alike none |
	    sed -n "s/^\"$2\",pure,//p" | awk -F, '$2 == $3 && $3 == $4 {
		print $1 " " $2 }'
}
known() {
	near "$(regret_of 0.55 'us grim, china grim' | cut -d' ' -f2)" 0 &&
	    [ "$(regret_of 0.55 'us grim, china grim' | cut -d' ' -f1)" = 1 ] &&
	    [ -z "$(regret_of 0.45 'us grim, china grim')" ] &&
	    near "$(regret_of 0.45 'us always-race, china always-race' |
		cut -d' ' -f2)" 0
}
claim "grim holds above one half and not below" known
one_game() {
	table grim.db profiles --where continuation=0.45 --alike none |
	    awk -F, '/us always-race, china grim.*,us,/ { a = $5 }
		/us grim, china grim.*,us,/ { b = $5 } END { print a - b }'
}
claim "at .45 racing gains .2" near "$(one_game)" 0.2
claim "two games are surveyed" [ "$(table grim.db games | wc -l)" = 3 ]
claim "where compares numbers" [ "$(table grim.db equilibria \
    --where continuation=0.550 | wc -l)" -ge 2 ]
claim "game=2 chooses too" [ -n "$(table grim.db equilibria \
    --where game=2 | sed -n 2p)" ]
claim "exact cells need no runs" [ "$(table grim.db needs \
    --where game=2 | wc -l)" = 1 ]

# Chicken, T 5, R 3, S 1, P 0, of one round: both mix; racing is as good as
# pausing where the other pauses with q, 3 q + (1 - q) = 5 q: q = 1/3.
sed 's/prisoners-dilemma/chicken/; s/rounds: 0/rounds: 1/
    s/grim, always-race/always-pause, always-race/
    /continuation/d' grim.yaml >chicken.yaml
"$detente" sweep chicken.yaml -o chicken.db --quiet >/dev/null 2>err
claim "chicken has its mixed equilibrium" [ "$(table chicken.db equilibria \
    --alike none | grep -c 'us 0.3333 always-pause + 0.6667 always-race.*mixed,1,0,0,0')" = 1 ]
claim "and two pure ones" [ "$(table chicken.db equilibria --alike none |
    grep -c ',pure,1,0,0,0')" = 2 ]
exports() {
	solve --from chicken.db --export chicken.nfg >/dev/null &&
	    solve chicken.nfg --method nash --format csv >nash.csv &&
	    [ "$(wc -l <nash.csv)" = 3 ] &&
	    grep -q 1/3,2/3,1/3,2/3 nash.csv
}
claim "other programs get the game" exports
claim "an exported game is not overwritten" answers 2 "is there already" \
    --from chicken.db --export chicken.nfg
claim "but with --force" answers 0 "" --from chicken.db \
    --export chicken.nfg --force

# Three of whom two that pause are enough: 3 for all, less 1 for who pauses.
# Two pause, or none does. All mix where 6 q (1 - q) = 1: q = (1 -+ sqrt(1/3))/2.
# One pauses and two mix with 3 q = 2, when it gets 3 (1 - 1/9) - 1 = 5/3 by
# pausing and 3 (4/9) by racing. No other: beside one that races two would mix
# with 3 q - 1 = 0, when the third has 5/3 - 1 by pausing and 1/3 by racing.
cat >two-of-three.yaml <<'END'
sweep: two-of-three
scenario: trio
set: {rounds: 1, noise.slip: 0}
axes:
  one: {key: agents.one.strategy, values: [always-pause, always-race]}
  two: {key: agents.two.strategy, values: [always-pause, always-race]}
  three: {key: agents.three.strategy, values: [always-pause, always-race]}
engine: chain
seed: 3
END
"$detente" sweep two-of-three.yaml -o three.db --quiet >/dev/null 2>err
three_mix() {
	table three.db equilibria --alike none >three.csv &&
	    [ "$(grep -c ',pure,1,0,0,0,' three.csv)" = 4 ] &&
	    [ "$(grep -c ',mixed,,0,0,0,' three.csv)" = 5 ] &&
	    [ "$(grep -c '"one 0.2113 .*two 0.2113 .*three 0.2113 always-pause' \
	    three.csv)" = 1 ] &&
	    [ "$(grep -c '"one 0.7887 .*two 0.7887 .*three 0.7887 always-pause' \
	    three.csv)" = 1 ] &&
	    grep -q '"one always-pause, two 0.6667 always-pause + .*three 0.6667 ' \
	    three.csv
}
claim "three mix too, in all five ways" three_mix
three_alike() {
	table three.db equilibria >three.csv &&
	    [ "$(grep -c ',mixed,,0,0,0,' three.csv)" = 3 ] &&
	    grep -q '"2 with 0.6667 always-pause + 0.3333 always-race, 1 always-pause"' \
	    three.csv &&
	    grep -q '^3 with 0.2113 always-pause' three.csv
}
claim "which are three where it does not matter who is who" three_alike
solve --from three.db | tr -s '\n ' ' ' >said
claim "that there are no others is not claimed" grep -q \
    "not proven, but for those in which all play alike" said

# ---- Payoffs that are no numbers ----

# A database may say anything: an infinite payoff, which GMP divides by, and
# one whose differences and squares overflow.
too_large() {   # PAYOFF
	cp grim.db hot.db
	sqlite3 hot.db "UPDATE cell_outcome SET payoff_per_round = $1
	    WHERE cell = 2 AND agent = 1"
	for alike in auto all none; do
		answers 3 'payoffs are numbers of at most 1e150' --from hot.db \
		    --alike $alike || return
	done
}
for payoff in 9e999 -9e999 1e308 -1e308; do
	claim "a payoff of $payoff is refused" too_large $payoff
done

# ---- Experiments ----

play() {        # DB STRATEGIES OPTIONS...
	db=$1 strategies=$2
	shift 2
	"$detente" run duel -S "$strategies" --rounds 20 --evidence none \
	    --set noise.slip=0.1 --seed 5 -o "$db" --append --quiet "$@" \
	    >/dev/null 2>err
}
for s in grim,grim grim,tit-for-tat tit-for-tat,grim; do
	play e.db $s --runs 40
done
claim "a profile that was never played is named" [ "$(solve --from e.db \
    --alike none | grep -c 'Never played')" = 1 ]
claim "the upper end is open beside it" [ "$(table e.db equilibria \
    --alike none | awk -F'"' '/grim, .*tit-for-tat/ { print $3 }' |
    grep -c ',1$')" -ge 1 ]
claim "an incomplete game is not exported" answers 2 "never played" \
    --from e.db --alike none --export no.nfg

# The estimates are those that run prints.
as_run_says() {
	"$detente" run duel -S grim,tit-for-tat --rounds 20 --seed 5 \
	    --set noise.slip=0.1 --runs 40 --engine lanes --format csv 2>err |
	    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		NR == 2 { print $at["payoff_per_round"], $at["payoff_per_round_se"] }' >run.txt
	table e.db profiles --alike none | awk -F'"' '/ grim, .* tit-for-tat"/ {
	    split($3, c, ","); print c[4], c[5]; exit }' >from.txt
	near "$(cut -d' ' -f1 run.txt)" "$(cut -d' ' -f1 from.txt)" &&
	    near "$(cut -d' ' -f2 run.txt)" "$(cut -d' ' -f2 from.txt)"
}
claim "means and errors are those of run" as_run_says

# With players that are alike, three of four profiles are enough, if the
# missing one is the mirror of another.
play alike.db grim,grim --runs 40
play alike.db grim,tit-for-tat --runs 40
play alike.db tit-for-tat,tit-for-tat --runs 40
claim "players that are alike fill in for each other" [ "$(solve \
    --from alike.db | grep -c '3 of 3 profiles')" = 1 ]
claim "unless nobody is" [ "$(solve --from alike.db --alike none |
    grep -c '3 of 4 profiles')" = 1 ]
"$detente" run duel -S tit-for-tat,grim --rounds 20 --seed 99 --runs 60 \
    --evidence none --set noise.slip=0.1 -o alike.db --append --quiet \
    >/dev/null 2>err
claim "their runs are put together" [ "$(table alike.db profiles |
    grep -c '1 grim, 1 tit-for-tat.*,100$')" = 2 ]
play pool.db grim,grim --runs 40
play pool.db grim,tit-for-tat --runs 40
"$detente" run duel -S grim,grim --rounds 20 --seed 99 --runs 10 \
    --evidence none --set noise.slip=0.1 -o pool.db --append --quiet \
    >/dev/null 2>err
claim "other seeds count too" [ "$(table pool.db profiles --alike none |
    grep -c ',50$')" = 1 ]
play pool.db grim,always-race --runs 1
claim "one run is none" [ "$(solve --from pool.db --alike none |
    grep -c 'of one run left out')" = 1 ]

# ---- Who is alike ----

# Three in a normal form that is the same for all: exchanging them gives equal
# payoffs, exactly, so eight profiles are four.
cat >trio.yaml <<'END'
sweep: of-three
scenario: trio
set: {rounds: 20}
axes:
  one: {key: agents.one.strategy, values: [tit-for-tat, always-race]}
  two: {key: agents.two.strategy, values: [tit-for-tat, always-race]}
  three: {key: agents.three.strategy, values: [tit-for-tat, always-race]}
engine: chain
seed: 3
END
"$detente" sweep trio.yaml -o trio.db --quiet >/dev/null 2>err
claim "three alike" [ "$(solve --from trio.db | grep -c '4 of 4 profiles')" = 1 ]
shares() {      # what each gets alone is what the shared estimate says
	table trio.db profiles --alike none | awk -F'"' '/race, .*race, / {
	    split($3, c, ","); if (c[3] == "tit-for-tat") print c[4] }' |
	    sort -u >alone.txt
	table trio.db profiles | awk -F'"' '/2 always-race, 1/ {
	    split($3, c, ","); if (c[3] == "tit-for-tat") print c[4] }' |
	    sort -u >shared.txt
	[ -s alone.txt ] && near "$(sed -n 1p alone.txt)" "$(cat shared.txt)"
}
claim "get what each gets" shares
sed 's/prisoners-dilemma/asymmetric-race/' grim.yaml >roles.yaml
"$detente" sweep roles.yaml -o roles.db --quiet >/dev/null 2>err
claim "roles with payoffs of their own are not alike" [ "$(solve \
    --from roles.db --where game=1 | grep -c '4 of 4 profiles')" = 1 ]
claim "unless it is asked for" [ "$(solve --from roles.db --alike all \
    --where game=1 | grep -c '3 of 3 profiles')" = 1 ]
cat >also.yaml <<'END'
sweep: also
scenario: trio
set: {rounds: 5}
axes:
  pair: {key: agents.one.strategy, also: [agents.two.strategy],
         values: [tit-for-tat, always-race]}
  third: {key: agents.three.strategy, values: [tit-for-tat, always-race]}
engine: chain
seed: 3
END
"$detente" sweep also.yaml -o also.db --quiet >/dev/null 2>err
claim "those that one axis moves are one player" [ "$(solve --from also.db |
    grep -c 'one and two move together')" = 1 ]

# ---- What cannot be ----

claim "no database" answers 3 "No such file" --from nothing.db
echo "this is no database" >text.db
claim "no database of ours" answers 3 "text.db" --from text.db
play fixed.db grim,grim --runs 5
claim "no strategies vary" answers 2 "no strategies vary" --from fixed.db
sed 's/^seed/record: cells\nseed/' chicken.yaml >bare.yaml
"$detente" sweep bare.yaml -o bare.db --quiet >/dev/null 2>err
claim "no rows of agents" answers 2 "record: agents" --from bare.db
claim "an axis that is not there" answers 2 "there is: sweep scenario" \
    --from grim.db --where mis=3
claim "a value that is not there" answers 2 "continuation=0.45" \
    --from grim.db --where continuation=3
claim "no condition" answers 2 "AXIS=VALUE" --from grim.db --where 3
claim "an operand too much" answers 2 "too much" frontier --from grim.db
claim "refining needs one game" answers 2 "holds 2 games" --from grim.db --refine
claim "an error is a number" answers 2 "error" --from grim.db --error wide
cp chicken.db odd.db
# a row that its table would not take, in a file that looks sound
strict() {
	sqlite3 odd.db "pragma writable_schema=1; update sqlite_schema
	    set sql = replace(sql, '$1', '$2') where name = 'cell_outcome'"
}
strict ') STRICT' ') /*RICT*/'
sqlite3 odd.db "update cell_outcome set strategy = x'00ff'"
strict ') /*RICT*/' ') STRICT'
claim "a damaged row is told" answers 3 "a row of cell_outcome" --from odd.db
mkdir closed && cp grim.db closed && chmod 555 closed
claim "a read-only folder will do" answers 0 "" --from closed/grim.db
claim "and is left as it was" [ "$(ls closed)" = grim.db ]

# ---- Refine ----

# What is added is what a run with that many runs would have had.
refines() {
	solve --from r.db --alike none --error 0.05 --refine >/dev/null ||
	    return 1
	for s in grim,grim grim,tit-for-tat tit-for-tat,grim \
	    tit-for-tat,tit-for-tat; do
		n=$(sqlite3 r.db "select runs_stored from experiment as e where
		    (select group_concat(strategy) from (select strategy from
		    agent as a where a.experiment_id = e.experiment_id order
		    by agent)) = '$s'")
		[ "$n" = 40 ] || grown=$((grown + 1))
		play resumed.db $s --runs 40 || return 1
		play direct.db $s --runs "$n" || return 1
	done
	for s in grim,grim grim,tit-for-tat tit-for-tat,grim \
	    tit-for-tat,tit-for-tat; do
		play resumed.db $s --runs "$(sqlite3 direct.db "select
		    runs_stored from experiment where command like
		    '%strategies $s %'")" || return 1
	done
	[ "$grown" -ge 2 ] && dumps_agree r.db resumed.db && same_rows r.db direct.db
}
# all that was played, but for the command line, which says how often
same_rows() {
	sqlite3 "$2" "update experiment set command = ''"
	cp "$1" rows.db && sqlite3 rows.db "update experiment set command = ''"
	dumps_agree rows.db "$2"
}
grown=0
for s in grim,grim grim,tit-for-tat tit-for-tat,grim \
    tit-for-tat,tit-for-tat; do
	play r.db $s --runs 40
done
claim "refined is what a longer run is" refines

# The same with evidence, by epochs that go on where the log ended.
refines_signed() {
	solve --from signed.db --alike none --error 0.05 --refine \
	    >/dev/null || return 1
	n=$(sqlite3 signed.db 'select max(runs_stored) from experiment
	    where experiment_id = 1')
	m=$(sqlite3 signed.db 'select max(runs_stored) from experiment
	    where experiment_id = 2')
	[ "$((n + m))" -gt 80 ] || return 1
	signed again.db grim,grim 40; signed again.db grim,tit-for-tat 40
	[ "$n" = 40 ] || signed again.db grim,grim "$n"
	[ "$m" = 40 ] || signed again.db grim,tit-for-tat "$m"
	dumps_agree signed.db again.db && "$detente" audit signed.db --quiet \
	    >audit.txt 2>&1
}
signed() {
	"$detente" run duel -S "$2" --rounds 20 --set noise.slip=0.1 \
	    --seed 5 --runs "$3" -o "$1" --append --quiet >/dev/null 2>err
}
signed signed.db grim,grim 40
signed signed.db grim,tit-for-tat 40
claim "evidence goes on too" refines_signed

# A profile that was never played is played as run would play it.
fills() {
	solve --from e.db --alike none --refine --error 0.5 >/dev/null &&
	    play fill.db tit-for-tat,tit-for-tat --runs 40 &&
	    [ "$(sqlite3 fill.db 'select experiment_key from experiment')" = \
	    "$(sqlite3 e.db 'select experiment_key from experiment
	    order by experiment_id desc limit 1')" ]
}
claim "what was never played is played" fills

# A cell stays, and an experiment stands in its place.
cat >cells.yaml <<'END'
sweep: cells
scenario: two-powers
set: {rounds: 20, treaty: new-start, payoffs: prisoners-dilemma}
axes:
  us: {key: agents.us.strategy, values: [comply, deceiver, tit-for-tat]}
  china: {key: agents.china.strategy, values: [comply, deceiver, tit-for-tat]}
engine: lanes
runs: 50
seed: 2
END
"$detente" sweep cells.yaml -o cells.db --quiet >/dev/null 2>err
sqlite3 cells.db 'select * from cell order by cell' >cells.before
"$detente" solve --from cells.db >/dev/null 2>err
refines_cells() {
	solve --from cells.db --error 0.01 --refine >/dev/null || return 1
	sqlite3 cells.db 'select * from cell order by cell' |
	    cmp -s - cells.before || return 1
	[ "$(sqlite3 cells.db 'select count(*) > 0 and
	    min(runs_stored) > 50 and sum(config_sha256 not in (select
	    config_sha256 from cell)) = 0 from experiment')" = 1 ]
}
claim "refined cells become experiments with more runs" refines_cells
runs_count() {
	most=$(sqlite3 cells.db 'select max(runs_stored) from experiment')
	table cells.db profiles --alike none | grep -q ",$most\$"
}
claim "which the next reading counts, once" runs_count
claim "and which audit to the letter" exits 0 audit cells.db --quiet
again() {
	cp cells.db two.db
	solve --from cells.db --error 0.01 --format json >one.json &&
	    solve --from two.db --error 0.01 --format json >two.json &&
	    cmp -s one.json two.json
}
claim "the same file and seed, the same words" again

# ---- Interrupted ----

# Two strategies that do the same where there is no treaty: no number of runs
# will tell which is better, so as many are played as may be asked for at once.
for s in comply,comply comply,deceiver deceiver,comply deceiver,deceiver; do
	play start.db $s --runs 200 --engine reference
done
whole() {
	[ "$(sqlite3 "$1" 'pragma integrity_check')" = ok ] &&
	[ "$(sqlite3 "$1" 'select count(*) from (select experiment_id,
	    count(*) as n, max(run) as last from run group by 1 having
	    n <> last)')" = 0 ] &&
	[ "$(sqlite3 "$1" 'select count(*) from run as r where (select
	    count(*) from outcome as o where o.experiment_id =
	    r.experiment_id and o.run = r.run) <> 2')" = 0 ]
}
interrupted() {
	cp start.db int.db
	before=$(sqlite3 int.db 'select count(*) from run')
	"$detente" solve --quiet --from int.db --alike none --error 1e-6 \
	    --refine >/dev/null 2>err &
	pid=$!
	sleep 1
	kill -INT $pid
	wait $pid
	[ $? -eq 130 ] && grep -q 'goes on' err && whole int.db &&
	    [ ! -e int.db-wal ] &&
	    [ "$(sqlite3 int.db 'select count(*) from run')" -gt "$before" ]
}
claim "Ctrl-C keeps what is finished" interrupted
kills=${KILLS:-5}
i=0
while [ "$i" -lt "$kills" ]; do
	i=$((i + 1))
	cp start.db killed.db
	"$detente" solve --quiet --from killed.db --alike none \
	    --error 1e-6 --refine >/dev/null 2>&1 &
	pid=$!
	sleep "$(awk "BEGIN { srand($i); print 0.05 + 0.8 * rand() }")"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	claim "kill $i leaves whole runs" whole killed.db
done
goes_on() {
	solve --from killed.db --alike none --error 0.05 >/dev/null
}
claim "and the file is read on" goes_on

finish
