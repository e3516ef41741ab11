#!/bin/sh
# Every example in the manuals, the tutorials and the README is run, and prints
# what its page shows; see check_examples.py, which says how to write one.
# EXAMPLE_PAGES names other pages than all, and EXAMPLES may be -t (how long each
# takes) or -p (what it prints, for authors). Ends with "N passed, N failed".
[ -z "${EXAMPLE_PAGES:-}" ] || EXAMPLE_PAGES=$(realpath $EXAMPLE_PAGES)
. "${srcdir:-.}/tests/lib.sh"
need mandoc
need python3
run=$srcdir/tests/check_examples.py

# example LINE...: what is said of a page with these lines in a literal block
example() {
	{
		printf '.Dd November 27, 2026\n.Dt X 7\n.Os\n.Sh NAME\n.Nm x\n'
		printf '.Nd y\n.Sh EXAMPLES\n.Bd -literal -offset indent\n'
		printf '%s\n' "$@" | sed 's/^[.]/\\\&./'
		echo .Ed
	} >page.7
	python3 "$run" page.7 >out 2>&1
}
refuses() {
	! example "$@" && grep -q '^[01] passed, 1 failed$' out
}

if [ "${EXAMPLES:-}" ]; then
	# shellcheck disable=SC2086 # one word a page
	exec python3 "$run" $EXAMPLES ${EXAMPLE_PAGES:?}
fi

# What the test itself can tell.
claim "lines that are printed" example '$ printf "a\en b\en"' a ' b'
claim "lines left out" example '$ printf "a\enb\enc\end\en"' a ... c ...
claim "none left out" example '$ echo a' ... a ...
claim "a command of two lines" example '$ echo a \e' '  b' 'a b'
claim "a text over two lines" example '$ echo "a' '  b"' 'a' '  b'
claim "a here-document" example '$ cat <<END' a '  b' END a '  b'
claim "another folder" example '$ mkdir d' '$ cd d' '$ basename $PWD' d
claim "a variable" example '$ export A=\(aqb c\(aq' '$ echo $A' 'b c'
claim "a file that the reader writes" example '$ cat f' a '$ cat f' a
claim "messages may be left out" example '$ echo a; echo b >&2' a
claim "and shown" example '$ echo a; echo b >&2' a b
claim "no output shown: any" example '$ echo a' '$ echo b' b
claim "another line" refuses '$ echo a' b
claim "a line more" refuses '$ echo a' a b
claim "a line less" refuses '$ printf "a\enb\en"' a
claim "a line less at the end" refuses '$ printf "a\enb\enc\en"' ... b
claim "lines in another order" refuses '$ printf "a\enb\en"' ... b ... a ...
claim "a line twice that comes once" refuses '$ printf "a\enb\en"' a ... a ...
claim "a command that fails" refuses '$ false'
claim "a quote that another font turns" refuses "\$ echo 'a'"
claim "a folder for each page" refuses '$ cat f'

# The pages. The sanitizers, which are slow, see a few: other tests run there.
every=$([ "${SLOW:-}" ] && echo 9 || echo 1)
ls "$builddir"/man/*.[1-9] "$srcdir"/man/*.[1-9] "$srcdir"/README.md |
    awk -F/ '!seen[$NF]++' | awk "NR % $every == 0" >pages
# shellcheck disable=SC2046 # one word a page
python3 "$run" ${EXAMPLE_PAGES:-$(cat pages)} >said 2>&1
grep -v '^[0-9]* passed, ' said
claim "examples were run" grep -q '^[0-9]* passed, [0-9]* failed$' said
passed=$((passed + $(sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p' said)))
failed=$((failed + $(sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p' said)))
finish
