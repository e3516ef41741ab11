#!/bin/sh
# `detente explore` answers as the commands do; see explore_web.py. Ends with
# "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
exec python3 "$srcdir/tests/explore_web.py" "$tests_program" "$srcdir"
