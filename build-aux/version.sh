#!/bin/sh
# version.sh SRCDIR VERSION OUT: writes the header with the version, from git
# where there is one, and only if it changed (so that nothing is rebuilt).
set -eu
described=$(git -C "$1" describe --always --dirty --abbrev=10 2>/dev/null) ||
	described=
[ -e "$1/.git" ] || described=
version=$2${described:++$described}
line="#define DT_VERSION \"$version\""
if [ ! -f "$3" ] || [ "$(cat "$3")" != "$line" ]; then
	echo "$line" >"$3.$$"
	mv "$3.$$" "$3"
fi
