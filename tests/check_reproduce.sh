#!/bin/sh
# Every published result is found again; a changed value is seen; a broken
# file is named with its line. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
detente=${DETENTE:-./detente}
DETENTE_PATH=$(cd "$srcdir" && pwd)
export DETENTE_PATH
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
check() {
	if [ "$2" "$3" "$4" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "failed: $1"
	fi
}
"$detente" reproduce >"$work/all" 2>&1
check "all are found again" $? -eq 0
grep "NO$" "$work/all"
one=$DETENTE_PATH/data/published/score-alld-tft.yaml
sed 's/1.02/1.03/' "$one" >"$work/other.yaml"
"$detente" reproduce "$work/other.yaml" >/dev/null 2>&1
check "a changed value is seen" $? -eq 4
sed 's/value/valeu/' "$one" >"$work/broken.yaml"
"$detente" reproduce "$work/broken.yaml" >/dev/null 2>"$work/err"
check "a broken file is refused" $? -eq 3
check "at its line" "$(grep -c 'broken.yaml:7:' "$work/err")" -ge 1
"$detente" reproduce score-alld-tff >/dev/null 2>"$work/err"
check "an unknown name gets the nearest" \
    "$(grep -c "did you mean 'score-alld-tft'" "$work/err")" -eq 1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
