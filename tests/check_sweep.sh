#!/bin/sh
# Sweeps: the same database for any number of threads, for shards put together
# in any order, for MPI ranks, and after any number of kills; files with
# faults are told at their places.
# KILLS: how many kills (default 10). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

sweep() {
	"$detente" sweep --quiet "$@" >/dev/null 2>err
}

# Cells for each of the engines, names and numbers on axes.
cat >grid.yaml <<'END'
sweep: grid
scenario: two-powers
set: {payoffs: prisoners-dilemma, rounds: 30}
axes:
  treaty: {key: treaty, values: [none, new-start, verified-halt]}
  slip: {key: noise.slip, from: 0.001, to: 0.1, steps: 9, log: yes}
  rule: {key: strategies, values: [comply, [grim, deceiver], grim-two]}
runs: 150
seed: 5
END
sed 's/^sweep: grid/&\nengine: reference/; s/steps: 9/steps: 80/; s/^runs: .*/runs: 60/' \
    grid.yaml >slow.yaml

for j in 1 2 5; do
	claim "the grid by $j threads" sweep grid.yaml -j $j -o grid-$j.db
done
claim "1 and 2 threads make one database" \
    dumps_agree grid-1.db grid-2.db
claim "1 and 5 threads make one database" \
    dumps_agree grid-1.db grid-5.db
claim "there are 81 cells" [ "$(sqlite3 grid-1.db \
    'select count(*) from sweep_cells')" = 81 ]
claim "the sweep is written down as whole" [ "$(sqlite3 grid-1.db \
    "select count(*) from sweep where ended_at <> ''")" = 1 ]
claim "its keys hold" [ -z "$(sqlite3 grid-1.db \
    'pragma foreign_key_check')" ]

# A cell is what `run` says of the same configuration.
is_the_run() {
	"$detente" sweep grid.yaml --engine reference -o ref.db --quiet \
	    >/dev/null 2>err || return 1
	"$detente" run two-powers --set payoffs=prisoners-dilemma \
	    --set rounds=30 --treaty verified-halt --set noise.slip=0.001 \
	    --strategies grim,deceiver --runs 150 --seed 5 --format csv \
	    2>err >run.csv || return 1
	want=$(sqlite3 ref.db "select o.pause_share || ',' ||
	    o.payoff_per_round from cell_outcome as o join sweep_cells using (sweep_id, cell)
	    where value_1 = 'verified-halt' and value_2 = '0.001'
	    and value_3 = 'grim,deceiver' and agent = 1")
	awk -F, -v want="$want" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	    NR == 2 {
		split(want, w, ",")
		a = $(at["pause_share"]) - w[1]
		b = $(at["payoff_per_round"]) - w[2]
		exit !(a * a < 1e-20 && b * b < 1e-20)
	    }' run.csv
}
claim "a cell is what run says" is_the_run

# Exact cells agree with simulated ones within five standard errors.
claim "chain and reference agree" [ "$(sqlite3 ref.db "attach 'grid-1.db' as g;
    select count(*) > 10 and sum(abs(e.pause_share - s.pause_share) >
    5 * s.pause_share_se + 1e-9) = 0 from g.cell as e join cell as s using
    (cell) where e.runs = 0")" = 1 ]

# ---- Shards ----

for i in 1 2 3; do
	claim "shard $i of 3" sweep grid.yaml --shard $i/3 -o part$i.db
done
merge() {
	"$detente" merge --quiet "$@" >/dev/null 2>err
}
claim "shards merge" merge all.db part1.db part2.db part3.db
claim "shards make the whole" dumps_agree all.db grid-1.db
claim "in another order" merge other.db part3.db part1.db part2.db
claim "they make the same" dumps_agree other.db grid-1.db
claim "parts that overlap merge" merge twice.db all.db part2.db
claim "to the same again" dumps_agree twice.db grid-1.db
claim "some shards are a part" merge some.db part1.db part3.db
claim "which can be gone on with" sweep grid.yaml --resume -o some.db
claim "to the whole" dumps_agree some.db grid-1.db
cp part1.db wrong.db
sqlite3 wrong.db 'update cell set pause_share = 0.123'
# Nobody says a seed: the sweep that is there goes on by its own.
sed '/^seed:/d' grid.yaml >unseeded.yaml
claim "a part by a seed of its own" sweep unseeded.yaml --seed 5 \
    --shard 2/3 -o seeds.db
claim "--resume without a seed" sweep unseeded.yaml --resume -o seeds.db
claim "goes on with it" sweep unseeded.yaml --seed 5 -o by5.db
claim "to the same" dumps_agree seeds.db by5.db
claim "another seed's part beside" sweep unseeded.yaml --seed 6 \
    --shard 1/3 --append -o seeds.db
claim "what is not whole goes on" sweep unseeded.yaml --resume -o seeds.db
claim "and no third one begins" [ "$(sqlite3 seeds.db "select
    group_concat(seed) from sweep where ended_at <> ''")" = 5,6 ]
asks_which() {
	sweep unseeded.yaml --resume -o seeds.db
	[ $? -eq 2 ] && grep -q "by 2 seeds" err
}
claim "of two that are whole it asks which" asks_which
refuses_conflict() {
	merge no.db part1.db wrong.db
	[ $? -eq 2 ] && [ ! -e no.db ] && grep -q wrong.db err
}
claim "what contradicts itself is refused" refuses_conflict
"$detente" run duel --runs 5 --seed 1 -o run1.db --quiet >/dev/null 2>&1
"$detente" run trio --runs 5 --seed 1 -o run2.db --quiet >/dev/null 2>&1
claim "experiments merge too" merge runs12.db run1.db run2.db all.db
claim "in either order" merge runs21.db all.db run2.db run1.db
claim "to one database" dumps_agree runs12.db runs21.db
claim "with all their runs" [ "$(sqlite3 runs12.db \
    'select sum(runs_stored) from experiment')" = 10 ]
claim "and sound keys" [ -z "$(sqlite3 runs12.db \
    'pragma foreign_key_check')" ]
overwrites_nothing() {
	merge all.db part1.db
	[ $? -eq 2 ] && dumps_agree all.db grid-1.db
}
claim "merge overwrites nothing" overwrites_nothing

# ---- Kills ----

claim "a slow sweep" sweep slow.yaml -j 2 -o whole.db
# A file that was killed while it was made has nothing in it at all.
half() {
	[ "$(sqlite3 "$1" 'pragma integrity_check')" = ok ] || return 1
	[ "$(sqlite3 "$1" 'select count(*) from sqlite_schema')" = 0 ] ||
	[ "$(sqlite3 "$1" "select count(*) from cell as c where (select
	    count(*) from cell_axis as a where a.cell = c.cell) <> 3 or
	    (select count(*) from cell_outcome as o where o.cell = c.cell)
	    <> 2")" = 0 ]
}
resumes() {
	sweep slow.yaml -j 2 --resume -o killed.db && dumps_agree killed.db whole.db
}
kills=${KILLS:-10}
i=0
while [ "$i" -lt "$kills" ]; do
	i=$((i + 1))
	rm -f killed.db*
	"$detente" sweep slow.yaml -j 2 --quiet -o killed.db >/dev/null 2>&1 &
	pid=$!
	sleep "$(awk "BEGIN { srand($i); print 0.02 + 0.9 * rand() }")"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ -s killed.db ] && claim "kill $i leaves whole cells" half killed.db
	claim "kill $i resumes to the same database" resumes
done

interrupted() {
	rm -f int.db*
	"$detente" sweep slow.yaml --runs 2000 -j 1 --quiet -o int.db \
	    >/dev/null 2>err &
	pid=$!
	sleep 1
	kill -INT $pid
	wait $pid
	[ $? -eq 130 ] && grep -q -- '--resume' err && half int.db &&
	    [ ! -e int.db-wal ] &&
	    [ "$(sqlite3 int.db 'select count(*) from cell')" -gt 0 ]
}
claim "Ctrl-C keeps what is finished" interrupted

# ---- MPI ----

OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM
if "$detente" --version | grep -q "MPI [0-9]" && command -v mpirun >/dev/null; then
	ranks() {
		mpirun --oversubscribe -n "$1" "$detente" sweep grid.yaml \
		    --quiet -o "mpi$1.db" >/dev/null 2>err
	}
	# Rank 0 refuses, as the file is there; the others must go home.
	ranks_go_home() {
		timeout 60 mpirun --oversubscribe -n 3 "$detente" sweep \
		    grid.yaml --quiet -o grid-1.db >/dev/null 2>err
		[ $? -eq 2 ] && grep -q exists err
	}
	claim "two ranks" ranks 2
	claim "two ranks and one process make one database" \
	    dumps_agree mpi2.db grid-1.db
	claim "four ranks" ranks 4
	claim "four ranks make it too" dumps_agree mpi4.db grid-1.db
	claim "no rank is left behind by a fault" ranks_go_home
else
	echo "built without MPI: its claims are skipped"
fi

# ---- Faults ----

faulty() {
	wanted=$1
	sed "$2" grid.yaml >faulty.yaml
	"$detente" check faulty.yaml >/dev/null 2>err
	[ $? -eq 3 ] && grep -qF -e "$wanted" err || return 1
	sweep faulty.yaml -o never.db
	[ $? -eq 3 ] && [ ! -e never.db ]
}
claim "a scenario that is not there" faulty "faulty.yaml:2:11: error" \
    's/two-powers/two-pwers/'
claim "a key that is not there" faulty "faulty.yaml:6:21: error" \
    's/noise.slip/noise.slop/'
claim "a value out of range" faulty "faulty.yaml:6:41: error: 3 is over" \
    's/from: 0.001, to: 0.1/values: [0.1, 3]/; s/, steps: 9, log: yes//'
claim "a strategy that is not there" faulty "there is no strategy 'grimm'" \
    's/grim-two/grimm/'
claim "a value twice" faulty "stands twice" 's/grim-two/comply/'
claim "an unknown key" faulty "did you mean 'steps'" 's/steps/stesp/'
claim "a range and values" faulty "both values and a range" \
    's/log: yes/values: [1]/'
claim "no values at all" faulty "has no values" 's/from: 0.001, //'
claim "too few strategies" faulty "3 strategies, but 2 agents play" \
    's/\[grim, deceiver\]/[grim, grim, grim]/'
claim "a wrong engine" faulty "one of: auto, reference" \
    's/^runs/engine: fast\nruns/'
claim "it needs a database" exits 2 sweep grid.yaml
claim "a shard is I/N" exits 2 sweep grid.yaml --shard 4/3 -o x.db
claim "a dry run writes nothing" exits 0 sweep grid.yaml --dry-run
claim "an override is checked" exits 3 sweep grid.yaml \
    --set treaty.monitoring.false_alarm=2 -o x.db
for name in $(cd "$DETENTE_PATH/data/sweeps" && ls ./*.yaml); do
	claim "$name has no faults" exits 0 check \
	    "$DETENTE_PATH/data/sweeps/$name"
done

finish
