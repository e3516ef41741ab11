#!/bin/sh
# The server of pages refuses what is hostile, and goes on; see
# hostile_web.py. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
builddir=${builddir:-.}
command -v python3 >/dev/null || { echo "no python3: skipped"; exit 77; }
exec python3 "$srcdir/tests/hostile_web.py" "$builddir/tests/web_site"
