#!/bin/sh
# library.sh TO MODULES...: what a browser signs with where it has no WebCrypto
# (over plain HTTP), out of the first folder MODULES with npm's packages of
# tests/browser/package-lock.json: one file of tweetnacl, and SHA-256 of
# noble-hashes under names that do not meet the pages' own. Where they are not
# installed nothing is made, that is said, and the pages say that they cannot
# sign.
set -eu
to=$1
shift
from=
for modules; do
	if [ -f "$modules/node_modules/tweetnacl/nacl-fast.min.js" ] &&
	    [ -f "$modules/node_modules/@noble/hashes/esm/sha256.js" ]; then
		from=$modules/node_modules
		break
	fi
done
mkdir -p "$to"
if [ -z "$from" ]; then
	rm -f "$to"/*.js "$to/library.txt"
	echo "library.sh: without the packages of tests/browser (npm ci)" \
	    "phones do not sign over plain HTTP" >&2
	exit 0
fi
cp "$from/tweetnacl/nacl-fast.min.js" "$to/nacl.js"
for part in sha256 _md _assert utils crypto; do
	sed -e '/^\/\/# sourceMappingURL/d' \
	    -e "s|'@noble/hashes/crypto'|'./noble-crypto.js'|" \
	    -e 's|from "\./\([a-z0-9_]*\)\.js"|from "./noble-\1.js"|' \
	    "$from/@noble/hashes/esm/$part.js" >"$to/noble-$part.js"
done
{
	echo 'nacl.js is TweetNaCl.js; noble-*.js are of noble-hashes.'
	echo
	cat "$from/tweetnacl/LICENSE" "$from/@noble/hashes/LICENSE"
} >"$to/library.txt"
