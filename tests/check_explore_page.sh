#!/bin/sh
# The page of dials in a browser: its tour runs to its end, dials that cross an
# edge that solve prints flip the verdict, points of the map agree with it.
# Where there is a browser: chromium, node, npm ci in BROWSER_MODULES.
# SHOTS=FOLDER keeps a picture of each view. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
explored() {
	node "$srcdir/tests/browser/explore.js" \
	    "$modules" "$detente" ${SHOTS:+--shots "$SHOTS"} >out 2>err
}
live() {
	node "$srcdir/tests/browser/explore_live.js" \
	    "$modules" "$detente" ${SHOTS:+--shots "$SHOTS"} >out 2>err
}
if has_browser; then
	claim "the tour, the dials, the map and the text agree" explored
	tail -n 1 out
	claim "rapid moves, thresholds, what matters most and a run" live
	tail -n 1 out
fi
finish
