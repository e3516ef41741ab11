#!/bin/sh
# Nothing that was acknowledged is lost, and nothing is half there: every verb
# that writes is killed, gets signals, and has its writes, syncs, renames,
# truncations and allocations fail, each at its nth call; then the same command
# again must come to the same bytes. FAULTS: how many places of each kind for
# each verb (default 2; 0: every one). In memory, where a sync takes no time.
[ -n "$TMPDIR" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
faults=${FAULTS:-2}
shim=$work/torture_fault.so
${CC:-cc} -shared -fPIC -O1 -o "$shim" "$srcdir/tests/torture_fault.c" -ldl \
    2>cc.err || skip "no C compiler that makes shared objects with glibc"

# What each verb writes, at $1; again: once something is there.
first() {
	case $verb in
	run) set -- run frontier --runs 40 --seed 3 --detail rounds -j 2 \
	    -o "$1" ;;
	sweep) set -- sweep strategies --runs 20 --seed 1 -j 2 -o "$1" ;;
	solve) set -- solve stag-hunt -o "$1" ;;
	query) set -- query part1.db run-summary -o "$1" ;;
	ratify) set -- ratify verified-halt --key keys/a.key -o "$1" ;;
	merge) set -- merge "$1" part1.db part2.db ;;
	keygen) set -- keygen --no-passphrase --name a -o "$1" ;;
	init) set -- init "$1" ;;
	audit) set -- audit part1.db --export "$1" ;;
	esac
	words="$* -q"
}
again() {
	first "$1"
	case $verb in
	run | sweep) words="$words --resume" ;;
	keygen | audit) ;;
	*) words="$words --force" ;;
	esac
}

# go FAULT...: the words, with these variables; status, out and err are kept.
go() {
	# shellcheck disable=SC2086
	(exec env "$@" "$tests_program" $words) >out 2>err
	status=$?
}

# Whether the results at two places are the same; random keys: whole sets.
# A kill (-9) leaves the unfinished file beside, under a name of its own.
same() {
	case $verb in
	run | sweep | solve | merge) dumps_agree "$1" "$2" ;;
	keygen) [ "$(ls "$1")" = "$(ls "$2")" ] ;;
	*) diff -r ${litter:+-x} ${litter:+"*.??????"} "$1" "$2" ;;
	esac
}

# What there may be after a call that failed: nothing, or whole runs.
sound() {
	[ -e "$1" ] || [ "$verb" = audit ] || return 0
	case $verb in
	run | sweep) sqlite3 "$1" "pragma integrity_check" | grep -qx ok &&
	    { [ "$(sqlite3 "$1" "select count(*) from sqlite_schema")" = 0 ] ||
	    [ "$(sqlite3 "$1" "select count(*) from run where (select
	    count(*) from outcome o where o.run = run.run) <> (select count(*)
	    from agent)")" = 0 ]; } ;;
	solve | merge) [ "$(sqlite3 "$1" \
	    "select count(*) from sqlite_schema")" = 0 ] ||
	    dumps_agree "$1" "whole.$verb" ;;
	query | ratify) cmp "$1" "whole.$verb" ;;
	audit) whole_or_nothing ;;
	keygen) [ "$how" = kill ] || [ -z "$(ls "$1")" ] ||
	    same "$1" whole.keygen ;;
	*) : ;;
	esac
}

# A folder that is exported is there or not; only a kill leaves an unfinished
# one beside.
whole_or_nothing() {
	[ -e at/x ] && { same at/x whole.audit || return; }
	[ "$how" = kill ] || [ "$(ls at)" = "$(ls at | grep -x x)" ]
}

# A call ends by itself (or by the signal that it was sent), says why, and the
# same again comes to the same.
survives() {
	if [ "$status" -ge 128 ] && [ "$1" = fail ]; then
		echo "died of signal $((status - 128))"
		return 1
	fi
	if [ "$status" -eq 0 ]; then
		same "at/x" "whole.$verb" || return
		kept=$((kept + 1))
		return
	fi
	if [ "$1" = fail ] && [ ! -s err ]; then
		echo "exit $status without a word"
		return 1
	fi
	sound at/x || return
	case $verb in
	audit) rm -rf at; mkdir at ;;
	keygen) rm -rf at/x; mkdir at/x ;;
	esac
	if [ -e at/x ]; then again at/x; else first at/x; fi
	go
	[ "$status" -eq 0 ] && same at/x "whole.$verb"
}

fresh() {
	rm -rf at
	mkdir at
	[ $verb != keygen ] || mkdir at/x
	first at/x
}

# torture HOW CALL [SIGNAL]: at some or all of its calls
torture() {
	how=$1 call=$2 signal=${3:-0} litter=
	[ "$how" != kill ] || litter=yes
	fresh
	rm -f count
	go LD_PRELOAD="$shim" TORTURE_CALL="$call" TORTURE_COUNT="$work/count"
	all=$(cat count 2>/dev/null || echo 0)
	step=1
	[ "$faults" -eq 0 ] || step=$((all / faults + 1))
	n=$(((step + 1) / 2))
	while [ "$n" -le "$all" ]; do
		fresh
		go LD_PRELOAD="$shim" TORTURE_CALL="$call" TORTURE_AT=$n \
		    TORTURE_SIGNAL="$signal"
		claim "$verb, $how: $call $n of $all, signal $signal" \
		    survives "$how"
		tried=$((tried + 1))
		n=$((n + step))
	done
}

for i in 1 2; do
	"$detente" run frontier --runs 10 --seed $i -q -o part$i.db >out 2>err
done
mkdir keys
"$detente" keygen --no-passphrase --name a -o keys -q >out 2>err

# From the table of verbs: a later one that writes needs its line above.
verbs=audit
for verb in $(:); do
	! "$detente" help "$verb" 2>err | grep -q -- '-o, --output' ||
		verbs="$verbs $verb"
done
tried=0 kept=0 how=fail litter=
for verb in $verbs; do
	fresh
	claim "$verb has its line in this test" [ "$words" != "at/x -q" ]
	go
	mv at/x "whole.$verb"
	check "$verb writes" "$status" -eq 0
	before=$tried
	for call in write fsync rename truncate; do
		torture fail $call
	done
	torture fail malloc
	torture kill any 9
	for signal in 1 2 15; do
		torture signal any $signal
	done
	echo "$verb: $((tried - before)) faults"
done
echo "$tried faults; $kept of those calls succeeded all the same"

finish
