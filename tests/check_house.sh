#!/bin/sh
# The law of the house at link level, circles of files, and sizes; see
# check_house.py. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
builddir=${builddir:-.}
for tool in nm python3; do
	command -v $tool >/dev/null || { echo "no $tool: skipped"; exit 77; }
done
exec python3 "$srcdir/tests/check_house.py" "$srcdir" "$builddir"
