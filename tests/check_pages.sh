#!/bin/sh
# The classroom's pages alone: their words are whole in all languages, and they
# do what they should around a server that only speaks the routes
# (tests/browser/mock.js), where there is a browser: chromium, node, and the
# packages of tests/browser/package-lock.json by npm ci in BROWSER_MODULES.
# SHOTS=FOLDER keeps a picture of each view. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
pages=$srcdir/src/web/pages
browser=$srcdir/tests/browser

# ---- What needs no browser ----

# Nothing in a page runs but what a file of the program says.
inline() {
	grep -nEi '<script>|<style|style=|[^a-z]on[a-z]+=|javascript:' "$@"
}
check "no page has code or style inline" "$(inline "$pages"/*.html)" = ""
markup() {
	grep -nE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write' "$@"
}
check "no text becomes markup" "$(markup "$pages"/*.js)" = ""
check "no page names another host" "$(grep -nE 'https?://' \
    "$pages"/*.html "$pages"/*.css "$pages"/*.js | grep -v www.w3.org)" = ""
long=$(awk 'FNR == 351 { print FILENAME }' "$pages"/* "$browser"/*.js)
check "files are short" "$long" = ""
if has node; then
	claim "each text is in the table, in all languages, and used" \
	    node "$browser/texts.js" "$pages"
fi

# ---- A browser ----

alone() {
	sh "$srcdir/src/web/library.sh" library "$modules" &&
	    node "$browser/alone.js" "$modules" "$pages" \
	    library ${SHOTS:+--shots "$SHOTS"} >out 2>err
}
if has_browser; then
	claim "a class goes through all pages, and nothing is wrong" alone
	tail -n 1 out
fi
finish
