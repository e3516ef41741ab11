#!/bin/sh
# make-site.sh FOLDER STYLE PAGE...: all manual pages as a site in FOLDER, which
# asks nothing of any network: an index, a page each, links between them, and
# STYLE. Needs mandoc.
set -eu

folder=$1 style=$2
shift 2
command -v mandoc >/dev/null || {
	echo "make-site.sh: mandoc is needed (Debian: apt-get install mandoc)" >&2
	exit 1
}
mkdir -p "$folder"
cp "$style" "$folder/style.css"

# head TITLE: how a page begins
head() {
	cat <<END_OF_HEAD
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$1</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
END_OF_HEAD
}

foot() {
	printf '</body>\n</html>\n'
}

# known: a link to a page that is not ours becomes its name alone
known() {
	awk -v pages=" $names " '{
		rest = $0
		line = ""
		while (match(rest, /<a class="Xr" href="[^"]*"[^>]*>[^<]*<\/a>/)) {
			link = substr(rest, RSTART, RLENGTH)
			line = line substr(rest, 1, RSTART - 1)
			rest = substr(rest, RSTART + RLENGTH)
			split(link, part, "\"")
			if (!index(pages, " " part[4] " ")) {
				sub(/^<a [^>]*>/, "", link)
				sub(/<\/a>$/, "", link)
			}
			line = line link
		}
		print line rest
	}'
}

# page FILE NAME: tutorials are short, and have no table of contents
page() {
	case $2 in
	detente-tutorial*) toc= ;;
	*) toc=,toc ;;
	esac
	head "$(echo "$2" | sed 's/\(.*\)[.]\(.\)$/\1(\2)/')"
	echo '<nav><a href="index.html">détente: all pages</a></nav>'
	echo '<main>'
	mandoc -Thtml -O "fragment,man=%N.%S.html$toc" "$1" | known
	echo '</main>'
	foot
}

# part TITLE PATTERN: the pages of a kind, with what they are about
part() {
	list=
	for file in $files; do
		name=$(basename "$file")
		case $name in
		$2) ;;
		*) continue ;;
		esac
		case $2:$name in
		*.7:detente-tutorial*) [ "$2" != "*.7" ] || continue ;;
		esac
		about=$(sed -n 's/^[.]Nd //p' "$file" | head_line)
		list="$list<dt><a href=\"$name.html\">${name%.*}</a></dt>
<dd>$about</dd>
"
	done
	[ -z "$list" ] || printf '<h2>%s</h2>\n<dl>\n%s</dl>\n' "$1" "$list"
}

# A line of mdoc, as text of a page
head_line() {
	sed -n '1{s/\\&//g;s/\\(aq/'"'"'/g;s/&/\&amp;/g;s/</\&lt;/g;p;}'
}

index() {
	head "détente: manual"
	echo '<main class="index">'
	echo '<h1>détente</h1>'
	echo '<p>What would a pause in a race for AI need in order to hold?'
	echo 'All pages of the manual.</p>'
	part "Tutorials: from a question to an answer" 'detente-tutorial*.7'
	part "Commands" '*.1'
	part "Files and formats" '*.5'
	part "The model, and more" '*.7'
	part "The library" '*.3'
	echo '</main>'
	foot
}

files=$*
names=$(for file in $files; do echo "$(basename "$file").html"; done | tr '\n' ' ')
for file in $files; do
	name=$(basename "$file")
	page "$file" "$name" >"$folder/$name.html"
done
index >"$folder/index.html"
