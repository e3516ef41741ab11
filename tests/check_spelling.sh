#!/bin/sh
# One spelling of each name in all that people read: tests/spelling.txt has what
# is wrong, and what is right. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
[ "${SLOW:-1}" -le 1 ] || skip "it is of words, nothing for the sanitizers"

find "$srcdir/README.md" "$srcdir/NEWS" "$srcdir/CONTRIBUTING.md" "$srcdir/man" \
    "$srcdir/data" "$srcdir/treaties" "$srcdir/src" -type f \( -name '*.md' -o \
    -name '*.[0-9]' -o -name '*.in' -o -name '*.yaml' -o -name '*.[ch]' -o \
    -name '*.js' -o -name '*.sql' -o -name NEWS -o -name README \) >files
check "there are files" "$(wc -l <files)" -gt 500
grep -v '^#' "$srcdir/tests/spelling.txt" >wrong
while IFS="$(printf '\t')" read -r pattern right; do
	claim "it is $right everywhere" eval \
	    '! xargs grep -nE -- "$pattern" <files | grep -v "title:\|url:\|journal:"'
done <wrong
finish
