#!/bin/sh
# Databases that somebody made to do harm: every verb refuses each of them in
# time, with little memory, and writes nothing; see hostile.py. Ends with
# "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
python3 -c 'import sqlite3' 2>/dev/null || skip "no sqlite3 of python3"
"$tests_program" run duel --runs 3 --seed 1 --detail rounds --evidence full \
    -S always-pause,always-pause --set rounds=6 -o good.db --quiet >/dev/null &&
    "$tests_program" run duel --runs 3 --seed 1 -S always-race,always-pause \
    --set rounds=6 -o good.db --append --quiet >/dev/null &&
    mkdir folder || exit 1
case $(ldd "$tests_program" 2>/dev/null) in
*libasan*)
	# What was freed it keeps, 256 MB of it; that is no need of ours.
	HOSTILE_ROOM=4
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}quarantine_size_mb=64
	export HOSTILE_ROOM ASAN_OPTIONS
	;;
esac
python3 "$DETENTE_PATH/tests/hostile.py" "$tests_program" "$PWD/good.db" folder
