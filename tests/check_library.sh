#!/bin/sh
# The library in a program from outside, the 40 lines of
# detente-tutorial-library(7): the page has the file's text and what it prints;
# the same game by `run` comes to the same; and the page's own command compiles
# it. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
page=$srcdir/man/detente-tutorial-library.7

# block NAME: the literal block behind the comment of that name, as readers see it
block() {
	awk -v name="$1" '$0 == ".\\\" " name { inside = 1; next }
	    inside && /^\.Ed/ { exit }
	    inside && /^\.Bd/ { next }
	    inside' "$page" |
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

# Not under the sanitizers, whose library is no shared one.
if [ -f "$builddir/.libs/libdetente.so" ] && has pkg-config && has cc; then
	PKG_CONFIG_PATH=$builddir/src
	LD_LIBRARY_PATH=$builddir/.libs
	export PKG_CONFIG_PATH LD_LIBRARY_PATH
	command=$(sed -n 's/^\.Dl \(cc library.c .*\)/\1/p' "$page" | sed \
	    "s|pkg-config|& --define-variable=includedir=$srcdir/src --define-variable=libdir=$builddir/.libs|")
	claim "the page's command compiles it" sh -c "$command"
	claim "to a program that says the same" eval './library | cmp - printed'
fi
finish
