#!/bin/sh
# make-page.sh PROGRAM TEMPLATE: a manual page on standard output. Lines of the
# template stand for what the program knows by its own tables:
#
#   @SYNOPSIS@ @OPTIONS@ @EXAMPLES@   those sections of the verb's page;
#                     the verb is that of the name, detente-VERB.1.in
#   @VERBS@           all verbs, as a list
#   @COUNT FILES@...  how many there are of these files of the sources, and the
#                     rest of the line
#   @COLUMNS VERB [QUESTION...]@  what the columns of its tables mean; of
#                     those questions alone, where some are named
#   @SOURCES@         all works of the bibliography, as a list
#   @TERMS@           the words of the model and of answers, as a list
#   @KEYS KIND X...@  the keys of a kind of file; those below the keys X... are
#                     left out, because they are another kind's
set -eu

program=$1 template=$2
page=$(basename "$template" .in)
verb=${page#detente-}
verb=${verb%.1}
sources=$(dirname "$template")/..

# count FILES REST
count() {
	# shellcheck disable=SC2086 # a pattern of names
	printf '%d%s\n' "$(ls -d "$sources"/$1 | wc -l)" "$2"
}

# Fails with the program, which a pipe would hide.
section() {
	manual=$("$program" help --mdoc "$verb")
	printf '%s\n' "$manual" |
	    awk -v want="$1" '/^\.Sh / { on = $2 == want } on'
}

columns() {
	verb_of=$1
	shift
	manual=$("$program" help --mdoc --columns "$verb_of")
	printf '%s\n' "$manual" | awk -v asked="$*" '
	BEGIN { on = 1; n = split(asked, want) }
	/^\.Ss / && n > 0 {
		on = 0
		split($0, title, /: /)
		for (i = 1; i <= n; i++)
			if (index(title[1] ",", " " want[i] ","))
				on = 1
	}
	on'
}

keys() {
	kind=$1
	shift
	manual=$("$program" help --mdoc keys "$kind")
	printf '%s\n' "$manual" | awk -v skip="$*" '
	BEGIN { n = split(skip, under) }
	/^\.It / {
		off = 0
		for (i = 1; i <= n; i++)
			if (index($3, under[i] ".") == 1)
				off = 1
	}
	/^\.El/ { off = 0 }
	!off'
}

while IFS= read -r line; do
	case $line in
	@SYNOPSIS@) section SYNOPSIS ;;
	@OPTIONS@) section OPTIONS ;;
	@EXAMPLES@) section EXAMPLES ;;
	@VERBS@) "$program" help --mdoc ;;
	@TERMS@) "$program" help --mdoc terms ;;
	"@COUNT "*@*)
		words=${line#@COUNT }
		count "${words%%@*}" "${words#*@}" ;;
	"@COLUMNS "*@)
		words=${line#@COLUMNS }
		# shellcheck disable=SC2086 # one word an argument
		columns ${words%@} ;;
	@SOURCES@) "$program" help --mdoc sources ;;
	"@KEYS "*@)
		words=${line#@KEYS }
		# shellcheck disable=SC2086 # one word an argument
		keys ${words%@} ;;
	*) printf '%s\n' "$line" ;;
	esac
done <"$template"
