#!/bin/sh
# Designs that `detente explore -o DB` keeps; see explore_pins.py. Ends with
# "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
exec python3 "$srcdir/tests/explore_pins.py" "$tests_program" "$srcdir"
