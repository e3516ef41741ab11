#!/bin/sh
# What `show` suggests works, and short names get a hint. SLOW: fewer of them.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

every=$([ "${SLOW:-}" ] && echo 60 || echo 12)
claim "every command that show suggests does what it says" \
    python3 "$srcdir/tests/suggestions.py" "$detente" "${EVERY:-$every}"

# hint KIND WORD NAME: an unknown word, and what it is taken for.
hint() {
	"$detente" show "$1" "$2" >out 2>err
	claim "$2 is taken for $3" grep -q "did you mean '$3'?" err
}
hint strategy tft tit-for-tat
hint strategy TFT tit-for-tat
hint strategy gtft generous-tit-for-tat
hint strategy wsls win-stay-lose-shift
hint strategy alld always-race
hint strategy allc always-pause
hint strategy tf2t tit-for-two-tats
hint strategy 'grim trigger' grim
hint strategy pavlov win-stay-lose-shift
hint strategy tit-for-tatt tit-for-tat
hint treaty npt npt-iaea
hint treaty start new-start
hint treaty grim-trigger grim
"$detente" show treaty cc >out 2>err
claim "two that fit are both said" \
    grep -q "did you mean 'climate-club' or 'compute-cap'?" err
"$detente" show two-powers >out 2>err
claim "a name without its kind is found" \
    grep -q "did you mean 'detente show scenario two-powers'?" err
"$detente" show tft >out 2>err
claim "a short name without its kind is known" \
    grep -q "did you mean the strategy 'tit-for-tat'?" err
"$detente" show treety grim >out 2>err
claim "a kind that is near goes first" grep -q "did you mean 'treaty'?" err
mkdir bare && cp "$tests_program" bare/detente
# In a folder of its own; an installed program has its files all the same.
bare() {
	(cd bare && env -u DETENTE_PATH ./detente "$@")
}
bare run frontier --runs 1 >out 2>err
bare list treaties >>out 2>>err
if bare list --names treaties >out 2>/dev/null; then
	echo "the program's files are installed: their absence is not tried"
else
	check "without the program's files it is said where they are looked for" \
	    "$(grep -c 'set DETENTE_PATH' err)" -eq 2
fi
cp "$srcdir/treaties/grim.yaml" mine.yaml
claim "a file of another name is no fault" "$detente" check mine.yaml
"$detente" check mine.yaml >out 2>err
claim "and it is said by which it is found" grep -q "found as that, not as" err
cp "$srcdir/treaties/grim.yaml" treaty.yaml
"$detente" check treaty.yaml >out 2>err
claim "what is called by its kind is meant so" \
    test "$(cat out)" = "treaty.yaml: a treaty, no faults"
"$detente" run duel --strategies tft,grim >out 2>err
check "where strategies are named too" $? -eq 3
claim "it is said what was meant" grep -q "did you mean 'tit-for-tat'?" err
finish
