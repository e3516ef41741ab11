#!/bin/sh
# Nothing that was acknowledged is lost, and nothing is half there: every verb
# that writes is killed, gets signals, and has its writes, syncs, renames,
# truncations and allocations fail, each at its nth call; then the same command
# again must come to the same bytes. In memory, where a sync takes no time.
# FAULTS: how many places of each kind for each verb (default 2; 0: every one,
# but of allocations, of which there are a million, ALLOCATIONS, 200).
# KILLS: how many kills in all (default 150), first at each call that changes a
# file, then at allocations between them. VERBS: not all of them.
[ -n "$TMPDIR" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
faults=${FAULTS:-2}
allocations=$faults
[ "$faults" -ne 0 ] || allocations=${ALLOCATIONS:-200}
shim=$work/torture_fault.so
${CC:-cc} -shared -fPIC -O1 -o "$shim" "$srcdir/tests/torture_fault.c" -ldl \
    2>cc.err || skip "no C compiler that makes shared objects with glibc"

# What each verb writes, at $1; again: once something is there.
first() {
	case $verb in
	run) set -- run frontier --runs 40 --seed 3 --detail rounds -j 2 \
	    -o "$1" ;;
	sweep) set -- sweep strategies --runs 20 --seed 1 -j 2 -o "$1" ;;
	negotiate) set -- negotiate duel --menu pledges --continuation .95 \
	    --runs 200 --seed 3 -j 2 -o "$1" ;;
	solve) set -- solve stag-hunt -o "$1" ;;
	design) set -- design duel --treaty grim --continuation .95 \
	    --levers fine,lapse -o "$1" ;;
	tournament) set -- tournament grim,tit-for-tat,joss -o "$1" ;;
	infer) set -- infer --play PPRPP/PRPPR -o "$1" ;;
	evolve) set -- evolve grim,always-race,joss -N 20 -o "$1" ;;
	import) set -- import moves.csv -o "$1" ;;
	query) set -- query part1.db run-summary -o "$1" ;;
	ratify) set -- ratify verified-halt --key keys/a.key -o "$1" ;;
	party) set -- party join log --key keys/a.key -o "$1" ;;
	merge) set -- merge "$1" part1.db part2.db ;;
	export) set -- export part1.db --package --dir "$1" ;;
	keygen) set -- keygen --no-passphrase --name a -o "$1" ;;
	init) set -- init "$1" ;;
	report) set -- report part1.db -o "$1" ;;
	audit) set -- audit part1.db --export "$1" ;;
	esac
	words="$* -q"
}
again() {
	first "$1"
	case $verb in
	run | sweep) words="$words --resume" ;;
	negotiate) words="$words --append" ;;
	import) words="$words --append" ;;
	keygen | audit | export) ;;
	*) words="$words --force" ;;
	esac
}

# go FAULT...: the words, with these variables; status, out and err are kept.
go() {
	# shellcheck disable=SC2086
	(exec env "$@" "$tests_program" $words) >out 2>err
	status=$?
}

# Whether a database has the rows of the undisturbed one.
same_rows() {
	[ -e "whole.$verb.sql" ] ||
	    sqlite3 "whole.$verb" .dump >"whole.$verb.sql"
	sqlite3 "$1" .dump | cmp -s - "whole.$verb.sql"
}

# Whether the results at two places are the same; random keys: whole sets.
# A kill (-9) leaves the unfinished file beside, under a name of its own.
same() {
	case $verb in
	run | sweep | solve | merge | tournament | infer | evolve | import | negotiate)
		same_rows "$1" ;;
	keygen) [ "$(ls "$1")" = "$(ls "$2")" ] ;;
	*) diff -r ${litter:+-x} ${litter:+"*.??????"} "$1" "$2" ;;
	esac
}

# What there may be after a call that failed: nothing, or whole runs.
sound() {
	[ -e "$1" ] || [ "$verb" = audit ] || [ "$verb" = export ] || return 0
	case $verb in
	run | sweep | import) sqlite3 "$1" "pragma integrity_check" | grep -qx ok &&
	    { [ "$(sqlite3 "$1" "select count(*) from sqlite_schema")" = 0 ] ||
	    [ "$(sqlite3 "$1" "select count(*) from run where (select
	    count(*) from outcome o where o.run = run.run) <> (select count(*)
	    from agent)")" = 0 ]; } ;;
	negotiate) sqlite3 "$1" "pragma integrity_check" | grep -qx ok &&
	    { [ "$(sqlite3 "$1" "select count(*) from sqlite_schema")" = 0 ] ||
	    [ "$(sqlite3 "$1" "select count(*) from negotiation as n where
	    (select count(*) from negotiation_party as p where p.run = n.run) <>
	    (select count(*) from agent)")" = 0 ]; } ;;
	solve | merge | tournament | infer | evolve) [ "$(sqlite3 "$1" \
	    "select count(*) from sqlite_schema")" = 0 ] ||
	    same_rows "$1" ;;
	query | ratify | party | design) cmp "$1" "whole.$verb" ;;
	audit | export) whole_or_nothing ;;
	keygen) [ "$how" = kill ] || [ -z "$(ls "$1")" ] ||
	    same "$1" whole.keygen ;;
	*) : ;;
	esac
}

# A folder that is exported is there or not; only a kill leaves an unfinished
# one beside.
whole_or_nothing() {
	[ -e at/x ] && { same at/x "whole.$verb" || return; }
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
	audit | export) rm -rf at; mkdir at ;;
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

# torture HOW CALL SIGNAL PLACES: at so many of its calls, evenly; 0: at all
torture() {
	how=$1 call=$2 signal=$3 places=$4 litter=
	[ "$how" != kill ] || litter=yes
	fresh
	rm -f count
	go LD_PRELOAD="$shim" TORTURE_CALL="$call" TORTURE_COUNT="$work/count"
	all=$(cat count 2>/dev/null || echo 0)
	[ "$places" -gt 0 ] && [ "$places" -lt "$all" ] || places=$all
	k=0
	while [ "$k" -lt "$places" ]; do
		n=$(((2 * k + 1) * all / (2 * places) + 1))
		fresh
		go LD_PRELOAD="$shim" TORTURE_CALL="$call" TORTURE_AT=$n \
		    TORTURE_SIGNAL="$signal"
		claim "$verb, $how: $call $n of $all, signal $signal" \
		    survives "$how"
		tried=$((tried + 1))
		k=$((k + 1))
	done
}

for i in 1 2; do
	"$detente" run frontier --runs 10 --seed $i -q -o part$i.db >out 2>err
done
{ echo subject,match,round,move,other_move
    for i in $(seq 300); do echo "a,$i,1,P,R"; done; } >moves.csv
mkdir keys
for name in a b referee keeper; do
	"$detente" keygen --no-passphrase --name $name -o keys -q >out 2>err
done
"$detente" party found log --treaty bwc --party keys/a.vkey --party \
    keys/b.vkey --referee keys/referee.vkey --keeper keys/keeper.vkey \
    --timeout 60 -q >out 2>err

# From the table of verbs: a later one that writes needs its line above.
verbs="merge init audit export"
for verb in $("$detente" help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
	# These serve until they are stopped; check_classroom.sh kills a
	# class, check_explore_pins.sh fills the disk of who pins.
	[ "$verb" = classroom ] || [ "$verb" = explore ] || ! "$detente" help "$verb" 2>err |
	    grep -q -- '-o, --output' || verbs="$verbs $verb"
done
verbs=${VERBS:-$verbs}
tried=0 kept=0 kills=0 how=fail litter=
share=$((${KILLS:-150} / $(echo "$verbs" | wc -w)))
for verb in $verbs; do
	fresh
	claim "$verb has its line in this test" [ "$words" != "at/x -q" ]
	go
	mv at/x "whole.$verb"
	check "$verb writes" "$status" -eq 0
	before=$tried
	for call in write fsync rename truncate; do
		torture fail $call 0 "$faults"
	done
	torture fail malloc 0 "$allocations"
	for signal in 1 2 15; do
		torture signal any $signal "$faults"
	done
	echo "$verb: $((tried - before)) faults"
	before=$tried
	[ "$share" -eq 0 ] || torture kill any 9 "$share"
	rest=$((share - tried + before))
	[ "$rest" -le 0 ] || torture kill malloc 9 "$rest"
	echo "$verb: $((tried - before)) kills"
	kills=$((kills + tried - before))
done
echo "$((tried - kills)) faults, $kills kills; $kept of those calls succeeded all the same"

how=fail litter=
# A file that may not grow, and a reader that went away.
for verb in run sweep merge query; do
	for size in 1 8 100; do
		fresh
		(ulimit -f $size
		    go
		    echo $status >limited)
		status=$(cat limited)
		claim "$verb, files of $size blocks" survives fail
	done
done
verb=run
fresh
words="run frontier --runs 40 --seed 3 --detail rounds -j 2 -o at/x"
# shellcheck disable=SC2086
"$tests_program" $words 2>err | head -c 0
claim "a reader that goes away harms no file" same at/x

# Many writers of one experiment, and of ten: nobody's row is lost.
same_work() {
	rm -f shared.db*
	for i in $(seq "$1"); do
		"$tests_program" run frontier --runs 40 --seed 3 --detail \
		    rounds -j 1 -q --append -o shared.db >out 2>"err.$i" &
	done
	wait
	! cat err.* | grep -v "another process" && ! ls shared.db-* 2>&1 &&
	    dumps_agree shared.db whole.run
}
own_work() {
	rm -f shared.db* own*.db err.*
	for i in $(seq "$1"); do
		"$tests_program" run frontier --runs 20 --seed "$i" -j 1 -q \
		    --append -o shared.db >out 2>"err.$i" &
	done
	wait
	for i in $(seq "$1"); do
		"$tests_program" run frontier --runs 20 --seed "$i" -j 1 -q \
		    -o "own$i.db" >out 2>&1
	done
	rm -f one.db many.db
	! cat err.* | grep . && "$tests_program" merge -q one.db shared.db &&
	    "$tests_program" merge -q many.db own*.db &&
	    dumps_agree one.db many.db
}
for n in 2 10; do
	claim "$n writers of one experiment" same_work $n
	claim "$n writers of an experiment each" own_work $n
done

# A reader sees whole runs, more and more of them, and no error.
reads() {
	rm -f read.db*
	"$tests_program" run frontier --runs 400 --seed 3 --detail rounds \
	    -j 1 -q -o read.db >out 2>err &
	writer=$!
	seen=0 looks=0
	while kill -0 $writer 2>/dev/null; do
		n=$("$tests_program" query read.db --format csv \
		    "select count(*) from run" 2>read.err | tail -n 1)
		if [ -z "$n" ]; then
			! grep -v "empty\|No such file" read.err || return
			continue
		fi
		looks=$((looks + 1))
		[ "$n" -ge "$seen" ] || return
		seen=$n
	done
	wait $writer && [ "$looks" -gt 0 ]
}
claim "readers during writing" reads

# A folder that may not be written, and a disk that is full.
refused() {
	first "$1"
	go
	[ "$status" -gt 0 ] && [ "$status" -lt 128 ] && [ -s err ]
}
mkdir disk
if mount -t tmpfs -o size=100k none disk 2>/dev/null; then
	for verb in run merge; do
		claim "$verb, a full disk" refused disk/x
		rm -f disk/*
	done
	mount -o remount,ro disk
	for verb in $verbs; do
		claim "$verb, a disk to read only" refused disk/x
	done
	umount disk
elif [ "$(id -u)" -ne 0 ]; then
	chmod a-w disk
	for verb in $verbs; do
		claim "$verb, a folder to read only" refused disk/x
	done
else
	echo "no disk of one's own may be mounted: two claims are skipped"
fi

finish
