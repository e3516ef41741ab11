#!/bin/sh
# The README's own commands, in its order, in an empty folder; each must
# succeed. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
sed -n 's/^\$* *\(detente .*\)/\1/p' "$srcdir/README.md" | sed 's/   *#.*//' >commands
# run COMMAND: a line of the shell
run() {
	sh -c "$1" </dev/null >out 2>&1
}
while IFS= read -r command; do
	claim "$command" run "$command"
done <commands
finish && [ "$passed" -gt 5 ]
