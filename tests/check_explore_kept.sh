#!/bin/sh
# What is kept of the page of dials, in a browser: pins in a file, comparisons,
# saved pictures and tables, the brief on paper, digits; see explore_pins.js.
# Where there is a browser: chromium, node, npm ci in BROWSER_MODULES.
# SHOTS=FOLDER keeps a picture of each view. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
kept() {
	node "$srcdir/tests/browser/explore_pins.js" "$modules" "$detente" \
	    "$work/files" ${SHOTS:+--shots "$SHOTS"} >out 2>err
}
if has_browser; then
	mkdir files
	claim "pins, comparisons, files, the brief and digits" kept
	tail -n 1 out
fi
finish
