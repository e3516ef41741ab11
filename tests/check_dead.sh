#!/bin/sh
# Every function is reached from the program (main) or from the library's face
# (detente_...), or stands in tests/dead.txt with the work that will call it:
#
#     dt_name: the work
#
# One that does not stand there, and one that stands there but is reached or
# is not there, is a failure. What a listed function calls needs no line. What
# tests alone call is not reached.
#
# The build gives each function a section of its own; a linker that drops what
# nothing refers to tells what is left. A call that the compiler has inlined
# leaves no trace in objects, so calls inside one file are read in its source.
# Ends with "N passed, N failed".
srcdir=${srcdir:-.}
builddir=${builddir:-.}
for tool in nm awk; do
	command -v $tool >/dev/null || { echo "no $tool: skipped"; exit 77; }
done
ld --version 2>/dev/null | grep -q GNU || {
	echo "no GNU ld: skipped"
	exit 77
}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

# An object a source. Objects whose source has gone are left by older builds.
for source in "$srcdir"/src/*.c "$srcdir"/src/*/*.c; do
	place=$builddir${source#"$srcdir"}
	stem=${place##*/}
	stem=${stem%.c}
	place=${place%/*}
	for object in "$place/$stem.o" "$place/detente-$stem.o"; do
		[ -e "$object" ] && echo "$object" && break
	done
done >"$folder/objects"
if xargs nm -u <"$folder/objects" | grep -qE ' __(asan|ubsan|gcov)_'; then
	echo "sanitizers and coverage keep every function: skipped"
	exit 77
fi

# FILE NAME of each global function; FILE is room/name.
xargs nm -A -g --defined-only <"$folder/objects" | tr ':' ' ' | awk '
$3 == "T" {
	sub(/\/detente-/, "/", $1)
	sub(/\.o$/, "", $1)
	n = split($1, part, "/")
	print part[n - 1] "/" part[n], $4
}' >"$folder/globals"
faces=$(awk '$2 ~ /^(detente_|sqlite3_detente_init$)/ { print $2 }' "$folder/globals")
listed=$(sed -n 's/^\(dt_[a-z0-9_]*\): *[^ ].*/\1/p' "$srcdir/tests/dead.txt")

# FILE CALLER CALLED where both are functions of one file.
awk '
function close_file(   i) {
	for (i = 1; i <= n; i++)
		if (called[i] in own && called[i] != caller[i])
			print file, caller[i], called[i]
	split("", own)
	n = 0
}
FNR == 1 {
	close_file()
	split(FILENAME, part, "/")
	file = FILENAME
	sub(/\.c$/, "", file)
	count = split(file, part, "/")
	file = part[count - 1] "/" part[count]
	inside = 0
}
/^[a-z_][a-z0-9_]*\(/ {
	name = $0
	sub(/\(.*/, "", name)
	own[name] = 1
}
/^}/ { inside = 0 }
inside {
	line = $0
	gsub(/\/\*.*\*\//, "", line)
	while (match(line, /[a-z_][a-z0-9_]*/)) {
		caller[++n] = name
		called[n] = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
	}
}
/^{/ { inside = 1 }
END { close_file() }' "$srcdir"/src/*.c "$srcdir"/src/*/*.c >"$folder/calls"

# reach ROOT...: FILE NAME of the functions that main and these roots reach.
# Parts that a compiler makes of one (.constprop, .cold) count for it.
reach() {
	for root; do
		echo "-u $root"
	done >"$folder/roots"
	ld --gc-sections -e main --unresolved-symbols=ignore-all \
	    -Map "$folder/map" -o "$folder/linked" \
	    @"$folder/roots" @"$folder/objects" >"$folder/words" 2>&1 || {
		cat "$folder/words" >&2
		return 1
	}
	if grep -E '^ \.text +0x[0-9a-f]+ +0x[1-9a-f]' "$folder/map" >&2; then
		echo "no section a function there: an older build? make clean" \
		    >&2
		return 1
	fi
	awk '
	/^Linker script and memory map/ { kept = 1 }
	/^ \.text\./ { section = $1 }
	kept && section != "" && $NF ~ /\.o$/ && $(NF - 1) ~ /^0x/ &&
	    $(NF - 1) != "0x0" {
		name = section
		sub(/^\.text\.((unlikely|startup|hot|exit)\.)?/, "", name)
		sub(/\..*/, "", name)
		file = $NF
		sub(/\/detente-/, "/", file)
		sub(/\.o$/, "", file)
		n = split(file, part, "/")
		print part[n - 1] "/" part[n], name
	}
	$NF ~ /\.o$/ { section = "" }' "$folder/map" |
	awk -v calls="$folder/calls" '
	BEGIN {
		while ((getline line < calls) > 0) {
			split(line, word, " ")
			key = word[1] " " word[2]
			to[key] = to[key] " " word[3]
		}
	}
	function take(file, name,   key, list, n, i) {
		key = file " " name
		if (key in seen)
			return
		seen[key] = 1
		print key
		n = split(to[key], list, " ")
		for (i = 1; i <= n; i++)
			take(file, list[i])
	}
	{ take($1, $2) }'
}
reach $faces >"$folder/alive" && reach $faces $listed >"$folder/known" || {
	echo "0 passed, 1 failed"
	exit 1
}

awk -v folder="$folder" '
function claim(holds, complaint) {
	if (holds) {
		passed++
	} else {
		failed++
		print complaint
	}
}
BEGIN {
	while ((getline line < (folder "/alive")) > 0)
		alive[line] = 1
	while ((getline line < (folder "/known")) > 0)
		known[line] = 1
	while ((getline line < (folder "/globals")) > 0) {
		split(line, word, " ")
		file[word[2]] = word[1]
		claim(line in known, word[1] ": nothing reaches " word[2] \
		    ", and tests/dead.txt does not say what will")
	}
}
/^#/ || /^$/ { next }
!/^dt_[a-z0-9_]+: *[^ ]/ {
	claim(0, FILENAME ":" FNR ": is not NAME: the work that will call it")
	next
}
{
	sub(/:.*/, "")
	if (!($0 in file))
		claim(0, "tests/dead.txt: " $0 " is not there any more")
	else
		claim(!((file[$0] " " $0) in alive), "tests/dead.txt: " $0 \
		    " is reached: take the line out")
}
END {
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}' "$srcdir/tests/dead.txt"
