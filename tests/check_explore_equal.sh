#!/bin/sh
# Each number of the page of dials is the command's; see explore_equal.py. Some
# pairs of a scenario and a treaty, others each day; `make explore-equality`
# takes all, of EXPLORE_ONLY ("trio duel/grim") if set; EXPLORE_EDGES=shipped
# leaves thresholds out of the pairs at another continuation, =no of all. Ends
# with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
# shellcheck disable=SC2086 # one word a scenario
exec python3 "$srcdir/tests/explore_equal.py" "$tests_program" \
    ${EXPLORE_ALL:+--all ${EXPLORE_ONLY:-}}
