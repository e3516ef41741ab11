#!/bin/sh
# What happens to a database: the dumps_agree bytes for any number of threads, and
# nothing acknowledged is lost when the program is killed or interrupted.
# KILLS: how many kills (default 10). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

run() {
	"$detente" run --quiet "$@" >/dev/null 2>err
}

for detail in runs rounds; do
	for j in 1 2 5; do
		run frontier --runs 60 --seed 7 --detail $detail -j $j \
		    -o "$detail-$j.db"
	done
	claim "1 and 2 threads, $detail" \
	    dumps_agree "$detail-1.db" "$detail-2.db"
	claim "1 and 5 threads, $detail" \
	    dumps_agree "$detail-1.db" "$detail-5.db"
done

# A run without all of its outcomes would be half a run. A file that was killed
# before its tables were made has none of either; that it can be gone on with
# is claimed next.
no_half_run() {
	[ "$(sqlite3 "$1" "pragma integrity_check")" = ok ] || return
	[ "$(sqlite3 "$1" "select count(*) from sqlite_schema")" = 0 ] ||
	[ "$(sqlite3 "$1" "select count(*) from run where (select count(*)
	    from outcome o where o.experiment_id = run.experiment_id and
	    o.run = run.run) <> (select count(*) from agent a where
	    a.experiment_id = run.experiment_id)")" = 0 ]
}

resumes_to() {
	run frontier --runs 400 --seed 3 --detail rounds --resume -o "$1" &&
	    dumps_agree "$1" "$2"
}

run frontier --runs 400 --seed 3 --detail rounds -o whole.db
kills=${KILLS:-10}
i=0
while [ "$i" -lt "$kills" ]; do
	i=$((i + 1))
	rm -f killed.db*
	"$detente" run frontier --runs 400 --seed 3 --detail rounds --quiet \
	    -o killed.db >/dev/null 2>&1 &
	pid=$!
	sleep "$(awk "BEGIN { srand($i); print 0.02 + 0.6 * rand() }")"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ -f killed.db ] || continue
	[ -s killed.db ] &&
	    claim "kill $i leaves no half run" no_half_run killed.db
	claim "kill $i resumes to the dumps_agree database" \
	    resumes_to killed.db whole.db
done

# Ctrl-C: exit 130, what is done is kept, and --resume goes on.
interrupt() {
	rm -f int.db*
	"$detente" run frontier --runs 4000 --seed 3 --detail rounds --quiet \
	    -o int.db >/dev/null 2>err &
	pid=$!
	sleep 0.5
	kill -INT $pid
	wait $pid
	[ $? -eq 130 ] && grep -q -- --resume err &&
	    no_half_run int.db && [ ! -e int.db-wal ]
}
claim "an interruption keeps what is done" interrupt

# Without the seed that was drawn it goes on too, with one experiment, and its
# command asks for as many runs as it has.
goes_on() {
	rm -f seed.db*
	run frontier --runs 20 --evidence none -o seed.db &&
	    run frontier --runs 30 --evidence none --resume -o seed.db &&
	    [ "$(sqlite3 seed.db "select runs_stored || (command like
	    '% --runs 30 --seed %') from experiment")" = 301 ]
}
claim "--resume finds the seed" goes_on
several() {
	run frontier --runs 20 --seed 1 -o seeds.db &&
	    run frontier --runs 20 --seed 2 --append -o seeds.db &&
	    ! run frontier --runs 30 --resume -o seeds.db &&
	    grep -q "several seeds (1, 2)" err
}
claim "of several it asks which" several

# What is not kept is told when it is lost.
tells() {
	"$detente" run frontier --runs 100000000 --quiet >out 2>err &
	pid=$!
	sleep 1
	kill -TERM $pid
	wait $pid
	[ $? -eq 130 ] && grep -q "^Interrupted after" out &&
	    grep -q "not kept" err
}
claim "an interruption tells what was played" tells

# --force: a user's own FILE.new is not touched, and the old file stays.
replaces() {
	cp whole.db old.db
	echo mine >old.db.new
	run frontier --runs 5 --seed 1 --force -o old.db &&
	    [ "$(sqlite3 old.db "select count(*) from run")" = 5 ] &&
	    [ "$(cat old.db.new)" = mine ] && [ "$(echo old.db*)" = \
	    "old.db old.db.new" ]
}
claim "--force leaves other files alone" replaces
replaces_late() {
	cp whole.db late.db
	"$detente" run frontier --runs 40000 --seed 5 --detail rounds --quiet \
	    --force -o late.db >/dev/null 2>err &
	pid=$!
	sleep 1
	kill -INT $pid
	wait $pid
	cmp whole.db late.db && grep -q "late.db is as it was" err &&
	    no_half_run late.db.new-*
}
claim "an interrupted --force keeps the old file" replaces_late

# Files that are not ours are left alone.
untouched() {
	cp "$1" before
	shift_path=$1
	run frontier --runs 5 --seed 1 --append -o "$1"
	status=$?
	[ $status -eq 3 ] && cmp -s before "$shift_path" &&
	    grep -q "$(basename "$shift_path")" err
}
sqlite3 foreign.db "create table t (x); insert into t values (1)"
claim "another program's database is left alone" untouched foreign.db
cp whole.db newer.db
sqlite3 newer.db "pragma user_version = 99"
claim "a newer database is left alone" untouched newer.db
echo "not a database, whatever its name says, by any measure" \
    >garbage.db
claim "what is no database is left alone" untouched garbage.db

overwrites_nothing() {
	cp whole.db there.db
	! run frontier --runs 5 --seed 1 -o there.db &&
	    cmp -s whole.db there.db
}
claim "nothing is overwritten without --force" overwrites_nothing

# A fault in the input leaves no file behind.
writes_nothing() {
	run frontier --set noise.slip=often -o none.db
	[ $? -eq 3 ] && [ ! -e none.db ]
}
claim "a faulty input writes nothing" writes_nothing

# A disk that fills up, played by a limit on the size of files (in 512-byte
# blocks).
full_disk() {
	rm -f full.db*
	(
		trap '' XFSZ
		ulimit -f 400
		"$detente" run frontier --runs 4000 --seed 3 --detail rounds \
		    --quiet -o full.db >/dev/null 2>err
	)
	[ $? -eq 1 ] && grep -q "space\|full\|large" err &&
	    no_half_run full.db
}
claim "a full disk is told, and what was committed is kept" full_disk

finish
