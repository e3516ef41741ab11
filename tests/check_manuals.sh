#!/bin/sh
# The manuals: mandoc finds nothing to complain of; every verb has its page,
# and every option of a verb stands in it. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need mandoc

page_of() {
	for folder in "$builddir" "$srcdir"; do
		[ -f "$folder/man/$1" ] && echo "$folder/man/$1" && return
	done
}

clean() {
	complaints=$(mandoc -Tlint -Wwarning "$1" 2>&1 | grep -v \
	    'referenced manual not found')
	[ -z "$complaints" ] || { echo "$complaints"; false; }
}

for page in "$builddir"/man/*.[1-9] "$srcdir"/man/*.[1-9]; do
	[ -f "$page" ] && claim "$(basename "$page") is clean mdoc" \
	    clean "$page"
done

# The long options of a verb, from its help.
options() {
	"$detente" "$1" --help | grep -o -e '--[a-z][a-z-]*' | sort -u
}

tells() {
	page=$(page_of "detente-$1.1")
	[ -n "$page" ] || { echo "there is no page"; return 1; }
	text=$(mandoc -Tascii "$page" | sed 's/.\x08//g')
	for option in $(options "$1"); do
		echo "$text" | grep -q -e "$option" || {
			echo "$option is missing"
			return 1
		}
	done
}

for verb in $("$detente" help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
	claim "detente-$verb(1) tells all its options" tells "$verb"
done

# What start installs to build, and what configure asks for.
install_page=$(mandoc -Tascii "$srcdir/man/detente-install.7" | sed 's/.\x08//g')
for package in $(grep -o '[a-z0-9-]*-dev\b' "$srcdir/start" "$srcdir/configure.ac" |
    sed 's/.*://' | sort -u); do
	claim "detente-install(7) has $package" eval \
	    'echo "$install_page" | grep -q -e "$package"'
done

# Terms: help has each, whatever the case, and one page each that is there.
explains() {
	"$detente" help "$1" >entry && [ "$(wc -l <entry)" -ge 2 ] &&
	    where=$(sed -n 's/^The manual: \(.*\)(\([1-9]\))$/\1.\2/p' entry) &&
	    [ -n "$(page_of "$where")" ]
}
"$detente" help terms >terms
check "there are terms" "$(wc -l <terms)" -gt 60
"$detente" help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >verbs
grep -vxFf verbs terms >to-explain
while read -r term; do
	claim "help explains $term" explains "$term"
done <to-explain
check "a term of two words needs no quotes" \
    "$("$detente" help False Alarm | cut -c1-12 | head -n 1)" = "false alarm:"

# Models: each is in its page, and the examples beside them run.
models=$(page_of detente-solve-models.1)
told() {
	mandoc -Tascii "$models" | sed 's/.\x08//g' | tr -s ' ,' '\n' |
	    grep -qx -e "$1"
}
for model in $("$detente" list models --quiet --format csv | sed '1d; s/,.*//'); do
	claim "detente-solve-models(1) has $model" told "$model"
done
sed -n 's/^\.Ql \(--model .*\) :$/\1/p; s/^\.Ql \(--model .*\)$/\1/p' "$models" |
    sed 's/\\(aq/'"'/g" >examples
check "they have examples" "$(wc -l <examples)" -gt 25
while read -r words; do
	claim "$words runs" eval "\"$detente\" solve $words >/dev/null"
done <examples

finish
