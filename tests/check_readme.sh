#!/bin/sh
# The README's own commands, in its order, in an empty folder; each must
# succeed. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
detente=${DETENTE:-./detente}
DETENTE_PATH=$(cd "$srcdir" && pwd)
export DETENTE_PATH
readme=$DETENTE_PATH/README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$detente" >"$work/bin/detente"
chmod +x "$work/bin/detente"
PATH=$work/bin:$PATH
cd "$work" || exit 1
sed -n 's/^\$* *\(detente .*\)/\1/p' "$readme" | sed 's/   *#.*//' >commands
passed=0
failed=0
while IFS= read -r command; do
	if sh -c "$command" </dev/null >out 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "failed: $command"
		head -n 5 out
	fi
done <commands
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 5 ]
