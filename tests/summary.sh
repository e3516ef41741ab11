#!/bin/sh
# summary.sh TEST...: what the logs of make check say, a line a test, then
# "N passed, N failed". A test without a count that failed counts as one.
for test in "$@"; do
	log=${test%.sh}.log
	[ -f "$log" ] || log=$test.log
	result=$(sed -n 's/^:test-result: //p' "${log%.log}.trs" 2>/dev/null)
	counts=$(sed -n \
	    -e 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
	    -e 's/^\([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2 passed/p' \
	    "$log" 2>/dev/null | tail -n 1)
	echo "$test ${result:-MISSING} ${counts:-none}"
	case $result in
	PASS | SKIP) ;;
	*) [ ! -f "$log" ] || tail -n 40 "$log" >&2 ;;
	esac
done | awk '
{
	if ($NF == "passed") { ok = $3; bad = $4 }
	else if ($3 != "none") { bad = $4 + $5; ok = $3 - bad }
	else { ok = $2 == "PASS"; bad = $2 != "PASS" && $2 != "SKIP" }
	if (bad == 0 && $2 != "PASS" && $2 != "SKIP") bad = 1
	printf "%-28s %s, %d passed, %d failed\n", $1, tolower($2), ok, bad
	passed += ok
	failed += bad
}
END {
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}'
