#!/bin/sh
# Every global symbol bears the prefix of its file: dt_FILE_..., where
# FILE_PART.c continues FILE.c; cmd's are dt_cmd_... or dt_command_...; the
# public face's are detente_.... Ends with "N passed, N failed".
builddir=${builddir:-.}
command -v nm >/dev/null || { echo "no nm: skipped"; exit 77; }
cd "$builddir" || exit 1
# A file is named before its symbols, those too that define none.
find src -name '*.o' | sort |
xargs nm -g --defined-only --format=bsd | awk '
function close_file() {
	if (file != "" && bad) failed++
	else if (file != "") passed++
}
/:$/ {
	close_file()
	n = split(substr($0, 1, length($0) - 1), path, "/")
	file = path[n]
	sub(/\.o$/, "", file)
	sub(/^detente-/, "", file)
	room = path[n - 1]
	bad = 0
	next
}
NF == 3 {
	name = $3
	if (name ~ /^__/ || name == "main" || name == "_init" ||
	    name == "_fini" || name ~ /^_?(asan|ubsan)/)
		next
	word = file
	ok = 0
	while (word != "") {
		if (name == "dt_" word || index(name, "dt_" word "_") == 1)
			ok = 1
		if (!sub(/_[^_]*$/, "", word))
			break
	}
	if (room == "cmd" && name ~ /^dt_(cmd|command)_/)
		ok = 1
	if (room == "src" && name ~ /^detente_/)
		ok = 1
	if (name == "sqlite3_detente_init")
		ok = 1          # SQLite looks for it by this name
	if (!ok) {
		printf "%s/%s: global %s does not bear its file'"'"'s name\n",
		    room, file, name
		bad = 1
	}
}
END {
	close_file()
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}'
