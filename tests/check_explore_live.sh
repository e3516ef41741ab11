#!/bin/sh
# `detente explore` answers piece by piece, and leaves no work behind; see
# explore_live.py. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
exec python3 "$srcdir/tests/explore_live.py" "$tests_program"
