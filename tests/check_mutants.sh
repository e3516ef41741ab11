#!/bin/sh
# Damaged files of every kind that is shipped: each is refused at its place or
# accepted, ends in time, and gives the sanitizers (where they are built in)
# nothing to report. See mutate.py.
# MUTANTS: how many (default 300), SEED: of the first (default 1).
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
ASAN_OPTIONS=exitcode=99:detect_leaks=0:allocator_may_return_null=1
UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
call run two-powers --runs 3 --rounds 5 --seed 1 -o runs.db --quiet
check "there is a database to ask" $status -eq 0

# none_is_bad: of so many
none_is_bad() {
	python3 "$srcdir/tests/mutate.py" "$tests_program" "$srcdir" runs.db \
	    "${MUTANTS:-300}" "${SEED:-1}" >mutants 2>&1
	failing=$?
	tail -n 1 mutants
	[ $failing -eq 0 ] || { tail -n 20 mutants; false; }
}
claim "no mutant is bad" none_is_bad
tail -n 1 mutants
finish
