#!/bin/sh
# Every include shows its layer: holds src/ against tests/layers.txt.
# Ends with "N passed, N failed", one claim a source file.
srcdir=${srcdir:-.}
find "$srcdir/src" -name '*.[ch]' | sort | xargs awk -v law="$srcdir/tests/layers.txt" '
function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why
	bad[FILENAME] = 1
}
BEGIN {
	while ((getline line < law) > 0) {
		n = split(line, word, /[: \t]+/)
		if (word[1] == "only") {
			owner[word[2]] = " " substr(line, index(line, word[3])) " "
		} else if (line ~ /^[a-z]+:/) {
			room[word[1]] = 1
			may[word[1], word[1]] = 1
			for (i = 2; i <= n; i++)
				may[word[1], word[i]] = 1
		}
	}
}
FNR == 1 {
	files++
	n = split(FILENAME, part, "/")
	here = part[n - 1]
	outside = here == "src"         # detente.[ch], the public face
	if (!outside && !(here in room))
		fail("room " here " is not in tests/layers.txt")
}
/^#[ \t]*include[ \t]*"/ {
	split($0, quoted, "\"")
	if (quoted[2] == "config.h" || quoted[2] == "version.h" || outside)
		next
	if (split(quoted[2], path, "/") != 2)
		fail("an include names its room: " quoted[2])
	else if (!((here, path[1]) in may))
		fail(here " may not include from " path[1])
}
/^#[ \t]*include[ \t]*</ {
	split($0, angled, /[<>]/)
	if ((angled[2] in owner) && !index(owner[angled[2]], " " here " "))
		fail("<" angled[2] "> stays in" owner[angled[2]])
}
END {
	for (file in bad)
		failed++
	printf "%d passed, %d failed\n", files - failed, failed
	exit failed > 0
}'
