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
"$detente" run duel --strategies tft,grim >out 2>err
check "where strategies are named too" $? -eq 3
claim "it is said what was meant" grep -q "did you mean 'tit-for-tat'?" err
finish
