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
check "at its line" "$(grep -c 'broken.yaml:8:' "$work/err")" -ge 1
"$detente" reproduce score-alld-tff >/dev/null 2>"$work/err"
check "an unknown name gets the nearest" \
    "$(grep -c "did you mean 'score-alld-tft'" "$work/err")" -eq 1
# The form of selectors: by number, by column, the number of items.
cat >"$work/forms.yaml" <<'END'
published: forms
source: hand
command: solve duel --long-run -S extortioner,always-pause
expect:
  number: {at: 'tables.values[1].payoff', value: 2.25}
  column: {at: 'tables.values[strategy=always-pause].payoff', value: 2.25}
  of-number: {at: 'tables.values[paused=1].payoff', value: 2.25}
  count: {at: 'tables.values[]', value: 2}
END
"$detente" reproduce "$work/forms.yaml" >"$work/out"
check "selectors find a number, a column, a count" $? -eq 0
cat >"$work/wrong.yaml" <<'END'
published: wrong
source: hand
command: solve duel --long-run
expect:
  beyond: {at: 'tables.values[2].payoff', value: 3}
  text: {at: 'tables.values[0].strategy', value: 3}
  alone: {at: 'tables.values[0].payoff[]', value: 3}
END
"$detente" reproduce "$work/wrong.yaml" >"$work/out"
check "selectors that find nothing differ" $? -eq 4
check "nothing is there" \
    "$(grep -c 'has nothing at tables.values\[2\]' "$work/out")" -eq 1
check "a text is no number" "$(grep -c 'is no number' "$work/out")" -eq 1
check "a number is no list" "$(grep -c 'is no list' "$work/out")" -eq 1

# A command that fails is told with what it complained of.
sed 's/solve duel/solve duell/' "$work/wrong.yaml" >"$work/fails.yaml"
"$detente" reproduce "$work/fails.yaml" >"$work/out" 2>/dev/null
check "a command that fails differs" $? -eq 4
check "and its complaint is shown" \
    "$(grep -c "it failed ([0-9]*): .*duell" "$work/out")" -ge 1

# Among all, a broken file is one failure; the others still run.
mkdir -p "$work/root/data/published"
sed 's/value/valeu/' "$one" >"$work/root/data/published/broken.yaml"
DETENTE_PATH="$work/root:$DETENTE_PATH" "$detente" reproduce -j 3 \
    >"$work/three" 2>"$work/err"
check "a broken file among all differs" $? -eq 4
check "alone" "$(grep -c 'NO$' "$work/three")" -eq 1
check "with its place" "$(grep -c 'broken.yaml:' "$work/err")" -ge 1
check "the others have run" "$(grep -c 'yes$' "$work/three")" -eq \
    "$(grep -c 'yes$' "$work/all")"
"$detente" reproduce -j 1 >"$work/alone" 2>&1
check "threads do not change the answer" \
    "$(cmp -s "$work/alone" "$work/all" && echo 0 || echo 1)" -eq 0

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
