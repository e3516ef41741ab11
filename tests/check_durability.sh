#!/bin/sh
# What happens to a database: the same bytes for any number of threads, and
# nothing acknowledged is lost when the program is killed or interrupted.
# KILLS: how many kills (default 10). Ends with "N passed, N failed".
srcdir=${srcdir:-.}
detente=${DETENTE:-./detente}
DETENTE_PATH=$(cd "$srcdir" && pwd)
export DETENTE_PATH
command -v sqlite3 >/dev/null || { echo "no sqlite3: skipped"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

claim() {
	name=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "failed: $name"
	fi
}

run() {
	"$detente" run --quiet "$@" >/dev/null 2>"$work/stderr"
}

dump() {
	sqlite3 "$1" .dump
}

same() {
	dump "$1" >"$work/a.sql" && dump "$2" >"$work/b.sql" &&
	    [ -s "$work/a.sql" ] && cmp -s "$work/a.sql" "$work/b.sql"
}

for detail in runs rounds; do
	for j in 1 2 5; do
		run frontier --runs 60 --seed 7 --detail $detail -j $j \
		    -o "$work/$detail-$j.db"
	done
	claim "1 and 2 threads, $detail" \
	    same "$work/$detail-1.db" "$work/$detail-2.db"
	claim "1 and 5 threads, $detail" \
	    same "$work/$detail-1.db" "$work/$detail-5.db"
done

# A run without all of its outcomes would be half a run.
no_half_run() {
	[ "$(sqlite3 "$1" "pragma integrity_check")" = ok ] &&
	[ "$(sqlite3 "$1" "select count(*) from run where (select count(*)
	    from outcome o where o.experiment_id = run.experiment_id and
	    o.run = run.run) <> (select count(*) from agent a where
	    a.experiment_id = run.experiment_id)")" = 0 ]
}

resumes_to() {
	run frontier --runs 400 --seed 3 --detail rounds --resume -o "$1" &&
	    same "$1" "$2"
}

run frontier --runs 400 --seed 3 --detail rounds -o "$work/whole.db"
kills=${KILLS:-10}
i=0
while [ "$i" -lt "$kills" ]; do
	i=$((i + 1))
	rm -f "$work"/killed.db*
	"$detente" run frontier --runs 400 --seed 3 --detail rounds --quiet \
	    -o "$work/killed.db" >/dev/null 2>&1 &
	pid=$!
	sleep "$(awk "BEGIN { srand($i); print 0.02 + 0.6 * rand() }")"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ -f "$work/killed.db" ] || continue
	[ -s "$work/killed.db" ] &&
	    claim "kill $i leaves no half run" no_half_run "$work/killed.db"
	claim "kill $i resumes to the same database" \
	    resumes_to "$work/killed.db" "$work/whole.db"
done

# Ctrl-C: exit 130, what is done is kept, and --resume goes on.
interrupt() {
	rm -f "$work"/int.db*
	"$detente" run frontier --runs 4000 --seed 3 --detail rounds --quiet \
	    -o "$work/int.db" >/dev/null 2>"$work/stderr" &
	pid=$!
	sleep 0.5
	kill -INT $pid
	wait $pid
	[ $? -eq 130 ] && grep -q -- --resume "$work/stderr" &&
	    no_half_run "$work/int.db" && [ ! -e "$work/int.db-wal" ]
}
claim "an interruption keeps what is done" interrupt

# Files that are not ours are left alone.
untouched() {
	cp "$1" "$work/before"
	shift_path=$1
	run frontier --runs 5 --seed 1 --append -o "$1"
	status=$?
	[ $status -eq 3 ] && cmp -s "$work/before" "$shift_path" &&
	    grep -q "$(basename "$shift_path")" "$work/stderr"
}
sqlite3 "$work/foreign.db" "create table t (x); insert into t values (1)"
claim "another program's database is left alone" untouched "$work/foreign.db"
cp "$work/whole.db" "$work/newer.db"
sqlite3 "$work/newer.db" "pragma user_version = 99"
claim "a newer database is left alone" untouched "$work/newer.db"
echo "not a database, whatever its name says, by any measure" \
    >"$work/garbage.db"
claim "what is no database is left alone" untouched "$work/garbage.db"

overwrites_nothing() {
	cp "$work/whole.db" "$work/there.db"
	! run frontier --runs 5 --seed 1 -o "$work/there.db" &&
	    cmp -s "$work/whole.db" "$work/there.db"
}
claim "nothing is overwritten without --force" overwrites_nothing

# A fault in the input leaves no file behind.
writes_nothing() {
	run frontier --set noise.slip=often -o "$work/none.db"
	[ $? -eq 3 ] && [ ! -e "$work/none.db" ]
}
claim "a faulty input writes nothing" writes_nothing

# A disk that fills up, played by a limit on the size of files (in 512-byte
# blocks).
full_disk() {
	rm -f "$work"/full.db*
	(
		trap '' XFSZ
		ulimit -f 400
		"$detente" run frontier --runs 4000 --seed 3 --detail rounds \
		    --quiet -o "$work/full.db" >/dev/null 2>"$work/stderr"
	)
	[ $? -eq 1 ] && grep -q "space\|full\|large" "$work/stderr" &&
	    no_half_run "$work/full.db"
}
claim "a full disk is told, and what was committed is kept" full_disk

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
