#!/bin/sh
# The README's own commands, in its order, in an empty folder; each must
# succeed. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
# Those of its blocks, and those that its table says to run.
sed -n -e 's/^\$* *\(detente .*\)/\1/p' \
    -e 's/^| .* `\(detente [^`]*\)` |$/\1/p' "$srcdir/README.md" |
    sed 's/   *#.*//' >commands
# run COMMAND: a line of the shell
run() {
	sh -c "$1" </dev/null >out 2>&1
}
# serves COMMAND: the page that it prints the address of is there, and Ctrl-C
# ends it well. On any free port, as other tests serve at the same time.
serves() {
	# The shell of a job in the background would ignore the signal.
	python3 - "$1" <<'END'
import re, signal, subprocess, sys, urllib.request
p = subprocess.Popen("exec " + sys.argv[1] + " --port 0", shell=True, text=True,
    stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
url = None
while url is None:
    line = p.stdout.readline()
    assert line, "ended without an address"
    url = re.search(r"http://[^ #]+", line)
with urllib.request.urlopen(url.group(), timeout=10) as page:
    assert page.status == 200 and b"<html" in page.read()
p.send_signal(signal.SIGINT)
p.stdout.read()
code = p.wait(20)
assert code in (0, 130), code
END
}
# sits COMMAND: six students sit down in the class that it opens. From the first
# line of the section on to there it may take three minutes.
sits() {
	python3 "$srcdir/tests/classroom.py" "$detente" seats \
	    ${1#detente classroom} >said 2>&1 || { cat said; return 1; }
	now=$(date +%s)
	[ $((now - ${began:-$now})) -lt $((180 * ${SLOW:-1})) ]
}
while IFS= read -r command; do
	case $command in
	*--rehearse*) began=$(date +%s)
		claim "$command" run "$command" ;;
	*--plan*) claim "$command" run "$command" ;;
	"detente classroom"*) claim "$command" sits "$command" ;;
	"detente explore"*) claim "$command" serves "$command" ;;
	*) claim "$command" run "$command" ;;
	esac
done <commands
claim "its picture is what its command draws" \
    cmp two-powers.svg "$srcdir/man/two-powers.svg"
# Its pages of the manual are there, and so are the files that it links.
pages() {
	grep -o '`man [1-8] [a-z-]*`' "$srcdir/README.md" | tr -d '`' |
	    while read -r man section name; do
		[ -f "$srcdir/man/$name.$section" ] ||
		    [ -f "$builddir/man/$name.$section" ] || echo "$name"
	done >lacking
	cat lacking
	[ ! -s lacking ]
}
claim "its pages are there" pages
# What CONTRIBUTING.md tells to run is there.
grep -o 'tests/check_[a-z_]*' "$srcdir/CONTRIBUTING.md" | sort -u >named
check "CONTRIBUTING.md names tests" "$(wc -l <named)" -ge 3
for test in $(cat named); do
	claim "$test is there" eval '[ -e "$srcdir/$test.c" ] || [ -e "$srcdir/$test.sh" ]'
done
finish && [ "$passed" -gt 5 ]
