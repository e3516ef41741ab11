#!/bin/sh
# What is cited: every key is one of a work, every work is cited, every author
# with a year is a work, every fact says how well it is known, and sweeps say
# which claims they test. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

sources() {
	python3 "$srcdir/tests/sources.py" "$detente" "$srcdir" "$1" >out 2>err
}
claim "every key that a file cites is one of a work" sources keys
claim "every work is cited by a file, or named by a page or a comment" \
    sources cited
claim "every author with a year is a work" sources named
claim "a sweep that names a hypothesis cites its claim" sources claims
claim "published values are counted as what they are" sources values
cat out
claim "every fact says how well it is known" sources facts
cat out

cat >mine.yaml <<'END'
sweep: mine
cites: [schelling-1961, 'nash-1950, section 2']
claims: [h9]
scenario: duel
axes:
  slip: {key: noise.slip, values: [0, 0.1]}
END
"$detente" check mine.yaml >out 2>err
check "a key that no work has is a fault" $? -eq 3
claim "at its place" grep -q '^mine.yaml:2:9: error: no source has the key' err
claim "with the nearest" grep -q "did you mean 'schelling-1960'" err
claim "so is a claim that there is not" grep -q '^mine.yaml:3:10: error' err

# A bibliography of one's own adds to what is brought.
cat >more.yaml <<'END'
bibliography: more
works:
  schelling-1961:
    authors: ['Schelling, T. C.']
    year: 1961
    title: Never written
    read: never
END
sed 's/h9/h1/' mine.yaml >own.yaml
"$detente" check own.yaml >out 2>err
check "a work of one's own may be cited" $? -eq 0
"$detente" show source schelling-1961 >out 2>err
claim "and is told, with what cites it" grep -q '^cited   .*sweep own' out
"$detente" show source schelling-1962 >out 2>err
check "an unknown source is refused" $? -eq 3

# What is cited is no part of the game: no name hangs on it.
for strategy in tit-for-tat grim; do
	awk '/^cites:/ { on = 1 } on { if (/\]$/) on = 0; next } 1' \
	    "$srcdir/agents/strategies/$strategy.yaml" >"$strategy.yaml"
done
"$detente" run duel --runs 2 --rounds 9 --seed 1 --format csv \
    --strategies tit-for-tat,grim >here
rm -f tit-for-tat.yaml grim.yaml
"$detente" run duel --runs 2 --rounds 9 --seed 1 --format csv \
    --strategies tit-for-tat,grim >there
claim "cites are no part of the game" cmp here there

"$detente" show sweep unilateral >out 2>err
claim "show sweep says what the claim is" \
    grep -q 'h1: a pause is never a best reply' out
"$detente" show treaty green-porter >out 2>err
claim "show tells what a file cites" \
    grep -q '^cites   Green, E. J. and Porter, R. H. (1984)' out
"$detente" help --mdoc sources >page.7
claim "the manual has every work" test \
    "$(grep -c '^.It Ic' page.7)" -gt 200
finish
