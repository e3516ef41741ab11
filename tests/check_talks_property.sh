#!/bin/sh
# What must hold of talks whatever the numbers, through the command line: the
# properties of models.md, part B. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

claim "what must hold of talks holds" python3 "$srcdir/tests/talks_property.py" \
    "$tests_program" "$work"
cat "$tests_base/said"
finish
