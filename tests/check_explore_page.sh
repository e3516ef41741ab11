#!/bin/sh
# The page of dials in a browser: its tour runs to its end, dials that cross an
# edge that solve prints flip the verdict, points of the map agree with it.
# Where there is a browser: chromium, node, npm ci in BROWSER_MODULES.
# SHOTS=FOLDER keeps a picture of each view. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
modules=${BROWSER_MODULES:-$builddir/tests/browser}
chromium=${CHROMIUM:-$(command -v chromium || true)}
explored() {
	CHROMIUM=$chromium node "$srcdir/tests/browser/explore.js" \
	    "$modules" "$detente" ${SHOTS:+--shots "$SHOTS"} >out 2>err
}
if ! has node || [ -z "$chromium" ] || [ ! -d "$modules/node_modules" ]; then
	check "a browser is not needed here" "${BROWSER_NEEDED:-}" = ""
	echo "no browser (node, chromium, npm ci in $modules): its claims are" \
	    "skipped"
elif ! "$detente" explore --help >out 2>&1; then
	skip "no explore in this build"
else
	claim "the tour, the dials, the map and the text agree" explored
	tail -n 1 out
fi
finish
