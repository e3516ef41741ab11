#!/bin/sh
# Limits of detente-files(5): one more than allowed is one fault at its place,
# with the limit's number, from every verb that reads the file; as many as
# allowed are none. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
detente=$(cd "$(dirname "${DETENTE:-./detente}")" && pwd)/$(basename "${DETENTE:-detente}")
DETENTE_PATH=$(cd "$srcdir" && pwd)
export DETENTE_PATH
unset COLUMNS NO_COLOR
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0
failed=0

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	echo "failed: $1"
	sed 's/^/    /' err | head -n 5
}

# agents N, states N, rules N: a file with so many of them
agents() {
	echo "scenario: many"
	echo "agents:"
	for i in $(seq "$1"); do echo "  a$i: {}"; done
	echo "treaty: verified-halt"
	echo "rounds: 2"
	echo "runs: 2"
}
states() {
	echo "strategy: many"
	echo "start: s1"
	echo "states:"
	for i in $(seq "$1"); do
		echo "  s$i: {play: pause, next: [{to: s1}]}"
	done
}
rules() {
	echo "strategy: many"
	echo "start: s"
	echo "states:"
	echo "  s:"
	echo "    play: pause"
	echo "    next:"
	for i in $(seq 2 "$1"); do
		echo "      - {when: alarms == $i, to: s}"
	done
	echo "      - {to: s}"
}

# refused FILE PLACE MESSAGE VERB...: status 3, and just this fault
refused() {
	file=$1
	wanted=$1:$2
	shift 2
	message=$1
	shift
	"$detente" "$@" "$file" >out 2>err
	status=$?
	if [ $status -ne 3 ]; then
		fail "detente $* $file: exit $status, not 3"
	elif [ "$(grep -c 'error:' err)" -ne 1 ] ||
	    ! grep -qF "$wanted: error: $message" err; then
		fail "detente $* $file: not '$wanted: error: $message'"
	else
		pass
	fi
}

# allowed VERB... FILE
allowed() {
	if "$detente" "$@" >out 2>err; then pass; else fail "detente $*"; fi
}

for n in 65 66 200; do
	agents $n >many.yaml
	for verb in check run solve "run --engine lanes" "run --engine chain" \
	    "solve --attribution" "solve --coalitions" "solve --long-run"; do
		# shellcheck disable=SC2086
		refused many.yaml 2:1 "'agents' has $n items, and at most 64 \
are allowed" $verb
	done
done
agents 64 >many.yaml
allowed check many.yaml
allowed run --engine reference many.yaml
allowed run --engine lanes many.yaml

states 65 >many.yaml
refused many.yaml 3:1 "'states' has 65 items, and at most 64 are allowed" \
    check
states 64 >many.yaml
allowed check many.yaml
rules 65 >many.yaml
refused many.yaml 6:5 "'next' has 65 items, and at most 64 are allowed" check
rules 64 >many.yaml
allowed check many.yaml

# The manual says what the program holds to.
for limit in "agents Ta 64" '"states of a strategy" Ta 64' \
    '"rules of a state" Ta 64'; do
	if grep -qF ".It $limit" "$DETENTE_PATH/man/detente-files.5.in"; then
		pass
	else
		fail "detente-files(5) has no limit '$limit'"
	fi
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
