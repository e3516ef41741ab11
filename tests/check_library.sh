#!/bin/sh
# The library in a program from outside, the 40 lines of
# detente-tutorial-library(7): the page has the file's text and what it prints;
# the same game by `run` comes to the same; and the page's own command compiles
# it. The pages of section 3 say what the header says, and their examples compile
# and print what stands there. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
page=$srcdir/man/detente-tutorial-library.7

# block NAME [PAGE]: the literal block behind the comment of that name, as readers
# see it
block() {
	awk -v name="$1" '$0 == ".\\\" " name { inside = 1; next }
	    inside && /^\.Ed/ { exit }
	    inside && /^\.Bd/ { next }
	    inside' "${2:-$page}" |
	    sed "s/\\\\(aq/'/g; s/\\\\(ti/~/g; s/\\\\(ha/^/g; s/^\\\\&//; s/\\\\e/\\\\/g"
}
block library.c >library.c
block printed >printed
claim "the page has the example's text" cmp library.c "$srcdir/man/library.c"
claim "in 40 lines" [ "$(wc -l <library.c)" -le 40 ]
"$builddir/tests/library" >out 2>err
claim "it prints what the page shows" eval '[ -s printed ] && cmp printed out'

# figures: agent, share of pauses and mean payoff, as the example prints them
figures() {
	tail -n +2 |
	    awk -F, '{ printf "%s  paused %.1f %%  payoff %.4f\n", $1, 100 * $4, $7 }'
}
do_it run duel --set noise.slip=0.05 --seed 7 --runs 100 --engine reference \
    --format csv --quiet
cp out run.csv
claim "which is what run comes to" eval \
    'tail -n +2 printed >shares && figures <run.csv | cmp - shares'

# The header's functions and struct, a line each, without what it says of them;
# and those of the pages' synopses, as a terminal shows them.
plain() {
	tr '\n' ' ' | sed 's|/\*[^*]*\*/||g' | sed 's/[[:space:]]\{1,\}/ /g
	    s/ \([;)(*,]\)/\1/g; s/\([(*]\) /\1/g; s/; */;/g' | tr ';' '\n'
}
header() {
	sed -n '/^struct detente_round {/,/^};/p; /^[a-z].*detente_[a-z]*(/,/;/p' \
	    "$srcdir/src/detente.h" | sed 's|/\*.*||; s|^[[:space:]]*\* .*||' | plain
}
synopses() {
	for p in "$srcdir"/man/detente_*.3; do
		mandoc -Tascii -Owidth=200 "$p" | sed 's/.\x08//g' | sed -n \
		    '/^SYNOPSIS/,/^DESCRIPTION/{/^[A-Z]/d; /#include/d; p;}'
	done | plain
}
if has mandoc; then
	header | sed 's/^ //' | grep . | sort >in-header
	synopses | sed 's/^ //' | grep . | sort >in-pages
	check "the header has seven functions" "$(grep -c 'detente_.*(' in-header)" = 7
	claim "the pages of section 3 declare what the header does" \
	    diff in-header in-pages
fi
for function in $(grep -o 'detente_[a-z]*(' "$srcdir/src/detente.h" | tr -d '(' |
    sort -u); do
	claim "detente(3) names $function" grep -q "^\.Fn $function\$" \
	    "$srcdir/man/detente.3"
done

# Not under the sanitizers, whose library is no shared one.
if [ -f "$builddir/lib/libdetente.so" ] && has pkg-config && has cc; then
	PKG_CONFIG_PATH=$builddir/src
	LD_LIBRARY_PATH=$builddir/lib
	export PKG_CONFIG_PATH LD_LIBRARY_PATH
	command=$(sed -n 's/^\.Dl \(cc library.c .*\)/\1/p' "$page" | sed \
	    "s|pkg-config|& --define-variable=includedir=$srcdir/src --define-variable=libdir=$builddir/lib|")
	claim "the page's command compiles it" sh -c "$command"
	claim "to a program that says the same" eval './library | cmp - printed'
	for p in "$srcdir"/man/detente_*.3; do
		block compiled "$p" >library.c
		claim "the example of $(basename "$p") compiles" sh -c "$command -Wall -Werror"
		block printed "$p" >shown
		claim "and runs" eval './library >out'
		[ -s shown ] && claim "and prints what the page shows" cmp shown out
	done
fi
finish
