#!/bin/sh
# The scripts of pages and of their tests, read by ESLint: no name that nobody
# gave, none that nobody uses. A browser meets such a fault only where it reaches
# the line. Where there is a browser, and all of npm ci in BROWSER_MODULES (start
# leaves ESLint out). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
reads() {
	(cd "$srcdir" && node "$modules/node_modules/eslint/bin/eslint.js" \
	    --max-warnings 0 -c tests/browser/eslint.config.js "$@")
}
# told RULE TEXT: whether a script of this text is refused by that rule
told() {
	! echo "$2" | reads --stdin --stdin-filename src/web/pages/x.js >out &&
	    grep -q "$1$" out
}
has_eslint() {
	[ ! -d "$modules/node_modules/eslint" ] || return 0
	check "ESLint is not needed here" "${BROWSER_NEEDED:-}" = ""
	echo "no ESLint (npm ci in $modules): its claims are skipped"
	false
}
if has_browser && has_eslint; then
	export MODULES="$modules"
	claim "nothing is found in the scripts" reads src/web/pages tests/browser
	claim "a name that nobody gave is told" \
	    told no-undef 'for (const part of [lost]) part();'
	claim "a name that nobody uses is told" \
	    told no-unused-vars 'import { kept } from "./dom.js";'
fi
finish
