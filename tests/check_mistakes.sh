#!/bin/sh
# Mistakes of people, in files and in calls, with the words that they get.
# tests/golden/mistakes/asked.txt has the files (a line "=> NAME", then its
# text) and the calls ("$ ARGUMENTS"); said.txt what each call ends with and
# says. UPDATE_GOLDEN=1 rewrites said.txt, for a person to read: is it plain
# what was wrong, where, and what to write? Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
golden=$srcdir/tests/golden/mistakes

# Where the data lies is no matter of the words.
plain() {
	sed -e "s|$srcdir|@srcdir@|g" -e "s|@srcdir@/_build/\.\.|@srcdir@|g" \
	    -e 's|[^ ]*/\.\./\(agents\)|@srcdir@/\1|g'
}

# ask ARGUMENT...: the call with its end and words; none goes in silence, and
# what is faulty about a file has a place.
ask() {
	call "$@" </dev/null
	{
		echo "\$ $*"
		echo "exit $status"
		plain <err
		echo
	} >>said.txt
	calls=$((calls + 1))
	claim "not silent: $*" [ -s err ]
	if [ "$status" -eq 0 ]; then
		claim "warns: $*" grep -q 'warning: ' err
	else
		claim "ends with 2 or 3: $*" [ "$status" -eq 2 -o \
		    "$status" -eq 3 ]
	fi
	if grep -q 'error: \|warning: ' err; then
		claim "has a place: $*" grep -qE '^[^ ]+:[0-9]+:[0-9]+: ' err
	fi
}

calls=0
while IFS= read -r line; do
	case $line in
	'=> '*)
		file=${line#=> }
		: >"$file" ;;
	'$ '*)
		eval "ask ${line#$ }" ;;
	'')
		;;
	*)
		printf '%s\n' "$line" >>"$file" ;;
	esac
done <"$golden/asked.txt"

check "there are 60 mistakes at least" "$calls" -ge 60
[ -z "${UPDATE_GOLDEN:-}" ] || cp said.txt "$golden/said.txt"
if diff -u "$golden/said.txt" said.txt >changes; then
	pass
else
	fail "the words changed (UPDATE_GOLDEN=1 takes them over)"
	cat changes
fi
finish
