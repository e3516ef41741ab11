#!/bin/sh
# Every published result is found again; a changed value is seen; a broken
# file is named with its line. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# In a folder of their own: what lies in the working folder is among all.
mkdir files
"$detente" reproduce >all 2>&1
check "all are found again" $? -eq 0
grep "NO$" all
claim "and how many were printed by others, and how many derived" \
    grep -Eq '^([3-9][0-9]|[1-9][0-9][0-9]) were printed by others, ' all
claim "and by others who are quoted, or derived" \
    grep -Eq '^others who quote them; [0-9]{3,} were derived' all

# One kind alone: the same rows as among all, and no others. What is derived is
# most of it, and takes as long as all.
for status in printed quoted; do
	"$detente" reproduce --status $status >$status 2>&1
	claim "those that are $status are found again" test $? -eq 0
	grep -E " $status +yes\$" all | tr -s ' ' >these
	grep 'yes$' $status | tr -s ' ' >those
	claim "they are those among all that are $status" cmp these those
	claim "at least one is $status" test -s those
done
claim "each is of one of three kinds" test "$(grep -c 'yes$' all)" -eq \
    "$(grep -cE ' (printed|quoted|derived) +yes$' all)"
claim "which kind it is is said" \
    grep -q '^only those that were printed by others' printed
claim "and where each is printed" \
    grep -q '^banzhaf-three: Gregersen 2011, page 194:' printed
"$detente" reproduce --status printed score-alld-tft >/dev/null 2>err
check "a kind and a name do not go together" $? -eq 2
claim "and it says so" grep -q -- '--status goes over all results' err
"$detente" reproduce --status print >/dev/null 2>err
check "a kind that there is not is refused" $? -eq 2
claim "with the nearest" grep -q "printed" err
"$detente" reproduce --status quoted --format csv >csv 2>err
claim "CSV says it too" sh -c 'head -1 csv | grep -q ",status,ok" &&
    ! sed 1d csv | grep -v ",quoted,yes"'
one=$DETENTE_PATH/data/published/score-alld-tft.yaml
sed 's/1.02/1.03/' "$one" >files/other.yaml
"$detente" reproduce files/other.yaml >/dev/null 2>&1
check "a changed value is seen" $? -eq 4
sed 's/value/valeu/' "$one" >files/broken.yaml
"$detente" reproduce files/broken.yaml >/dev/null 2>err
check "a broken file is refused" $? -eq 3
check "at its line" "$(grep -c 'broken.yaml:8:' err)" -ge 1
"$detente" reproduce score-alld-tff >/dev/null 2>err
check "an unknown name gets the nearest" \
    "$(grep -c "did you mean 'score-alld-tft'" err)" -eq 1
# The form of selectors: by number, by column, the number of items.
cat >files/forms.yaml <<'END'
published: forms
source: hand
command: solve duel --long-run -S extortioner,always-pause
expect:
  number: {at: 'tables.values[1].payoff', value: 2.25}
  column: {at: 'tables.values[strategy=always-pause].payoff', value: 2.25}
  of-number: {at: 'tables.values[paused=1].payoff', value: 2.25}
  count: {at: 'tables.values[]', value: 2}
END
"$detente" reproduce files/forms.yaml >out
check "selectors find a number, a column, a count" $? -eq 0
cat >files/wrong.yaml <<'END'
published: wrong
source: hand
command: solve duel --long-run
expect:
  beyond: {at: 'tables.values[2].payoff', value: 3}
  text: {at: 'tables.values[0].strategy', value: 3}
  alone: {at: 'tables.values[0].payoff[]', value: 3}
END
"$detente" reproduce files/wrong.yaml >out
check "selectors that find nothing differ" $? -eq 4
check "nothing is there" \
    "$(grep -c 'has nothing at tables.values\[2\]' out)" -eq 1
check "a text is no number" "$(grep -c 'is no number' out)" -eq 1
check "a number is no list" "$(grep -c 'is no list' out)" -eq 1

# A command that fails is told with what it complained of.
sed 's/solve duel/solve duell/' files/wrong.yaml >files/fails.yaml
"$detente" reproduce files/fails.yaml >out 2>/dev/null
check "a command that fails differs" $? -eq 4
check "and its complaint is shown" \
    "$(grep -c "it failed: .*duell" out)" -ge 1

# Among all, a broken file is one failure; the others still run.
mkdir -p root/data/published
sed 's/value/valeu/' "$one" >root/data/published/broken.yaml
DETENTE_PATH="$work/root:$DETENTE_PATH" "$detente" reproduce -j 3 \
    >three 2>err
check "a broken file among all differs" $? -eq 4
check "alone" "$(grep -c 'NO$' three)" -eq 1
check "with its place" "$(grep -c 'broken.yaml:' err)" -ge 1
claim "of no status that is known" grep -q '^broken.yaml .* -  *NO$' three
check "the others have run" "$(grep -c 'yes$' three)" -eq \
    "$(grep -c 'yes$' all)"
"$detente" reproduce -j 1 >alone 2>&1
check "threads do not change the answer" \
    "$(cmp -s alone all && echo 0 || echo 1)" -eq 0

finish
