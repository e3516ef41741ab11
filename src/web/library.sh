#!/bin/sh
# library.sh MODULES FOLDER: what a browser signs with where it has no WebCrypto
# (over plain HTTP), out of npm's folder MODULES (tests/browser/
# package-lock.json says which versions): one file of tweetnacl, and SHA-256 of
# noble-hashes under names that do not meet the pages' own. Where they are not
# installed nothing is made, and the pages say that they cannot sign.
set -eu
from=$1/node_modules
to=$2
hashes=$from/@noble/hashes
mkdir -p "$to"
rm -f "$to"/nacl.js "$to"/noble-*.js "$to"/library.txt
if [ ! -f "$from/tweetnacl/nacl-fast.min.js" ] ||
    [ ! -f "$hashes/esm/sha256.js" ]; then
	echo "library.sh: tweetnacl and @noble/hashes are not in $from:" \
	    "phones will not sign over plain HTTP" >&2
	exit 0
fi
cp "$from/tweetnacl/nacl-fast.min.js" "$to/nacl.js"
for part in sha256 _md _assert utils crypto; do
	sed -e '/^\/\/# sourceMappingURL/d' \
	    -e "s|'@noble/hashes/crypto'|'./noble-crypto.js'|" \
	    -e 's|from "\./\([a-z0-9_]*\)\.js"|from "./noble-\1.js"|' \
	    "$hashes/esm/$part.js" >"$to/noble-$part.js"
done
{
	echo 'nacl.js is TweetNaCl.js; noble-*.js are of noble-hashes.'
	echo
	cat "$from/tweetnacl/LICENSE" "$hashes/LICENSE"
} >"$to/library.txt"
