# lib.sh: what shell tests share; read by each at its beginning:
#
#	. "${srcdir:-.}/tests/lib.sh"
#
# It makes srcdir, builddir and detente (the program under test, also first in
# PATH) absolute, DETENTE_PATH the source's own data, and enters a new folder,
# $work, which goes when the test ends. A test makes claims and ends with
# `finish`, which prints "N passed, N failed", the line summary.sh reads. A
# claim that fails says what was claimed, the command that showed otherwise,
# the last call of detente, and the first lines of what these said: the
# command's own, and the files out and err of the current folder, where tests
# keep the output and the messages of what they run.

srcdir=$(cd "${srcdir:-.}" && pwd)
builddir=$(cd "${builddir:-.}" && pwd)
passed=0
failed=0
DETENTE_PATH=$srcdir
export DETENTE_PATH
unset COLUMNS NO_COLOR

# skip WHY: nothing can be tested here.
skip() {
	echo "$1: skipped"
	exit 77
}

# has TOOL: or its claims are passed over, and that is said.
has() {
	command -v "$1" >/dev/null || { echo "no $1: its claims are skipped"
	    false; }
}

# need TOOL: all claims need it.
need() {
	command -v "$1" >/dev/null || skip "no $1"
}

# The program, with its calls noted. exec: who kills it kills no shell.
tests_base=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$tests_base"; rm -rf "$tests_base"' EXIT
tests_program=$(cd "$(dirname "${DETENTE:-./detente}")" &&
    pwd)/$(basename "${DETENTE:-detente}")
detente=$tests_base/detente
cat >"$detente" <<END
#!/bin/sh
echo "detente \$*" >"$tests_base/called"
exec "$tests_program" "\$@"
END
chmod +x "$detente"
PATH=$tests_base:$PATH
export PATH
work=$tests_base/work
mkdir "$work"
cd "$work" || exit 1

pass() {
	passed=$((passed + 1))
}

# tests_show FILE: its first lines, if it has any
tests_show() {
	[ ! -s "$1" ] || head -n 5 "$1" | sed "s/^/    $(basename "$1"): /"
}

# fail WHAT: with what is known of the reason
fail() {
	failed=$((failed + 1))
	echo "failed: $1"
	[ ! -s "$tests_base/called" ] ||
	    sed 's/^/    last call: /; 5q' "$tests_base/called"
	tests_show out
	tests_show err
}

# claim WHAT COMMAND...: the command must succeed.
claim() {
	tests_claimed=$1
	shift
	if "$@" >"$tests_base/said" 2>&1; then
		pass
	else
		fail "$tests_claimed"
		echo "    command: $*" | head -n 5
		tests_show "$tests_base/said"
	fi
}

# check WHAT A OPERATOR B: as test(1) compares them.
check() {
	claim "$1" [ "$2" "$3" "$4" ]
}

# call ARGUMENT...: its output in out, its messages in err, its exit in $status
call() {
	"$detente" "$@" >out 2>err
	status=$?
}

# exits STATUS ARGUMENT...: whether a call ends so.
exits() {
	tests_wanted=$1
	shift
	call "$@"
	[ $status -eq "$tests_wanted" ] || {
		echo "exit $status, not $tests_wanted"
		return 1
	}
}

# do_it ARGUMENT...: a call, which succeeds as the program does
do_it() {
	call "$@"
	return $status
}

# says DB SQL WANTED: whether the stock shell's answer is that
says() {
	tests_got=$(sqlite3 -cmd '.timeout 5000' "$1" "$2" 2>&1)
	[ "$tests_got" = "$3" ] || { echo "$tests_got, not $3"; false; }
}

# dumps_agree A B: whether two databases have the same rows, and any.
dumps_agree() {
	sqlite3 "$1" .dump >a.sql && sqlite3 "$2" .dump >b.sql &&
	    [ -s a.sql ] && cmp -s a.sql b.sql
}

# The last line, and the test's status: nothing failed, something passed.
# A browser, and npm's packages of tests/browser (npm ci) in BROWSER_MODULES:
# or their claims are passed over, and that is said. Where BROWSER_NEEDED is
# set, it is a fault. A test's own scripts are told `modules` and CHROMIUM.
has_browser() {
	modules=${BROWSER_MODULES:-$builddir/tests/browser}
	CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
	export CHROMIUM
	if has node && [ -n "$CHROMIUM" ] && [ -d "$modules/node_modules" ]
	then
		return
	fi
	check "a browser is not needed here" "${BROWSER_NEEDED:-}" = ""
	echo "no browser (node, chromium, npm ci in $modules): its claims are" \
	    "skipped"
	false
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
