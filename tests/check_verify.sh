#!/bin/sh
# What `verify` says of each kind of file: what it proves, under whose keys,
# and that no flipped bit passes. The keys of the kept files are made here
# from their seeds by openssl, not by the program. Ends with
# "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need openssl
need xxd
need python3
SOURCE_DATE_EPOCH=1700000000
DETENTE_PASSPHRASE="a long one"
export SOURCE_DATE_EPOCH DETENTE_PASSPHRASE

# public SEED-IN-HEX: the raw key of RFC 8032, by RFC 8410's private form
public() {
	printf '%s' "302e020100300506032b657004220420$1" | xxd -r -p |
	    openssl pkey -inform DER -pubout -outform DER | tail -c 32 |
	    xxd -p -c 64
}
# vkey NAME TYPE PUBLIC-IN-HEX, as C2SP says: the id is of name, LF, type, key
vkey() {
	id=$( (printf '%s\n' "$1"; printf '%s' "$2$3" | xxd -r -p) |
	    sha256sum | cut -c 1-8)
	echo "$1+$id+$(printf '%s' "$2$3" | xxd -r -p | base64)"
}
rest=0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
vkey simagents.example/run/7 01 "$(public 00$rest)" >log.vkey
vkey w1 04 "$(public 01$rest)" >w1.vkey
kept=$srcdir/tests/fuzz/corpus
claim "openssl's key is that of the published vector" \
    grep -qxF -e "$(cat log.vkey)" "$kept/note/vkey"

# proves KIND FILE WORDS...: with the keys of log and witness, in a sentence
proves() {
	kind=$1
	words=$2
	shift 2
	claim "$kind: is good" exits 0 verify "$@" --key log.vkey --key w1.vkey
	tr '\n' ' ' <out | sed 's/  */ /g' >line
	claim "$kind: says '$words'" grep -qF -e "$words" line
}
proves checkpoint "has committed to its first 5 entries" "$kept/note/five"
proves cosignature "and 1 witness had seen nothing" "$kept/note/four"
proves fork "cannot both be true" "$kept/proof/fork"
proves fork "cannot both be true" "$kept/proof/fork-same-size"
proves key "it is the key simagents.example/run/7 that is named" log.vkey

# Charges and halts: by the identities that they themselves name, as a reader
# would have them from elsewhere.
grep -h '^identity ' "$kept"/proof/halt "$kept"/proof/perjury |
    cut -d ' ' -f 2 >identities
proves equivocation "a has signed two texts 'commit' that contradict" \
    "$kept/proof/equivocation" --key identities
proves perjury "a declared PAUSE in run 1, round 2, and the inspector i found \
RACE: one of them is wrong" "$kept/proof/perjury" --key identities
proves halt "binding on all its parties at one entry, number 4" \
    "$kept/proof/halt" --key identities
proves halt "there was no halt" "$kept/proof/no-halt" --key identities
sed 's|^sim/\([a-z]*\)+|\1 &|' identities >roster
sed 's/^a /b /' roster >wrong
claim "a roster binds names to keys" exits 0 verify "$kept/proof/perjury" \
    --key roster
claim "and to no others" exits 4 verify "$kept/proof/perjury" --key wrong
claim "who is not named is a stranger" exits 4 verify "$kept/proof/perjury" \
    --key log.vkey
claim "two roots of one size are found" exits 4 verify "$kept/note/three" \
    "$kept/note/other-three" --key log.vkey --key w1.vkey
claim "and said" grep -q "NOT AUTHENTIC: 2 of 2" out
(cat "$kept/note/five"; echo; cat "$kept/note/two") >smaller
claim "a log that becomes smaller is refused" exits 4 verify smaller \
    --key log.vkey --key w1.vkey

# What an audit exports.
"$detente" run frontier --treaty verified-halt --runs 4 --rounds 24 --seed 9 \
    --set agents.china-frontier.strategy=deceiver \
    --set agents.china-frontier.joins=1 --set agents.china.joins=1 \
    --evidence full --quiet -o signed.db >out 2>err
"$detente" audit signed.db --quiet --export evidence >out 2>err
"$detente" keygen --quiet --name lab -o . >out
"$detente" ratify bwc --key lab.key -o ratified
cd evidence/experiment-1 || exit 1
claim "all that is exported is good" exits 0 verify entry-* perjury-* \
    checkpoint.txt checkpoints.all ./*.vkey
claim "nobody has said whose the keys are" \
    grep -q "^AUTHENTIC, if the keys are" out
open=$(ls entry-*-open-us.txt)
commit=$(ls entry-*-commit-us.txt)
proof=${open%.txt}.tlog-proof
register=$(ls entry-*-register-us.txt)
log=$(ls entry-*-register-log.txt)
by="--key us-identity.vkey --key log-identity.vkey"
# shellcheck disable=SC2086
claim "by the identities that registered them, too" exits 0 verify \
    "$open" "$commit" "$proof" "$register" "$log" $by
claim "keys are named" grep -q "^AUTHENTIC: 5 files, by the keys" out
claim "the opening is held against its commitment" \
    grep -q "had bound it before" out
# shellcheck disable=SC2086
claim "an entry without its registration is a stranger's" exits 4 verify \
    "$commit" $by
sed 's/PAUSE/RACE/' "$open" >../other.txt
# shellcheck disable=SC2086
claim "another's opening does not fit" exits 4 verify \
    ../other.txt "$commit" "$register" $by
claim "JSON says the same" exits 0 verify "$open" "$commit" "$register" \
    --format json
claim "JSON is JSON" python3 -c "
import json
d = json.load(open('out'))
assert d['schema_version'] == 1 and d['authentic'] and not d['keys_named']
assert [f['kind'] for f in d['files']] == ['entry'] * 3
assert d['files'][0]['entry'] == {'kind': 'open', 'agent': 'us', 'run': 1,
    'round': 3, 'move': 'PAUSE'}"
claim "a file of no kind is status 4" exits 4 verify README.txt
claim "a file that is not there is status 1" exits 1 verify nowhere
claim "a ratification is a file too" exits 0 verify ../../ratified \
    --key ../../lab.vkey
claim "and says whose" grep -q "lab has ratified the treaty" out
claim "by another key it is none" exits 4 verify ../../ratified \
    --key us.vkey
cd ../.. || exit 1

# One bit of every byte, each in its turn, in a copy of its own; all copies
# in one call. FILE with the tail that it must have; SUBJECT lies beside it.
cat >flips.py <<'END'
import os, sys
source, folder, tail, subject = sys.argv[1:5]
os.makedirs(folder)
data = open(source, 'rb').read()
for i in range(len(data)):
    copy = bytearray(data)
    copy[i] ^= 1 << i * 5 % 8
    name = '%s/f%05d' % (folder, i)
    open(name + tail, 'wb').write(copy)
    if subject:
        os.symlink(os.path.abspath(subject), name + '.txt')
END
cat >unseen.py <<'END'
import json
d = json.load(open('out'))
good = [f['file'] for f in d['files'] if f['authentic']]
assert len(d['files']) > 50 and d['not_authentic'] == len(d['files'])
assert not good, good
END
# flipped KIND FILE TAIL SUBJECT OPTION...
flipped() {
	kind=$1
	python3 flips.py "$2" "flips-$kind" "$3" "$4"
	tail=$3
	shift 4
	call verify "flips-$kind"/*"$tail" --format json "$@"
	claim "$kind: no flipped bit passes" python3 unseen.py
}
e=evidence/experiment-1
keys="--key log.vkey --key w1.vkey --key identities"
# shellcheck disable=SC2086
for kind in fork fork-same-size equivocation perjury halt no-halt; do
	flipped $kind "$kept/proof/$kind" .txt "" $keys
done
# shellcheck disable=SC2086
flipped cosigned "$kept/note/four" .txt "" $keys
flipped ratified ratified .note "" --key lab.vkey
flipped proof "$e/$proof" .tlog-proof "$e/$open" --key $e/log.vkey
flipped minisign "$e/${open%.txt}.minisig" .minisig "$e/$open" \
    --key $e/us.vkey
flipped signature "$e/${open%.txt}.sig" .sig "$e/$open" --key $e/us.vkey
flipped signify "$e/${open%.txt}.signify" .signify "$e/$open" \
    --key $e/us.vkey

# The tools that others wrote say so, too.
refuses() {
	"$@" >/dev/null 2>&1
	[ $? -ne 0 ]
}
if has minisign; then
	claim "minisign takes the signature" minisign -V -q -m "$e/$open" \
	    -p $e/us.minisign.pub -x "$e/${open%.txt}.minisig"
	claim "and not another's" refuses minisign -V -q -m "$e/$commit" \
	    -p $e/us.minisign.pub -x "$e/${open%.txt}.minisig"
fi
if has signify-openbsd; then
	claim "signify takes the signature" signify-openbsd -V -q \
	    -m "$e/$open" -p $e/us.signify.pub -x "$e/${open%.txt}.signify"
	claim "and not another's" refuses signify-openbsd -V -q \
	    -m "$e/$commit" -p $e/us.signify.pub -x "$e/${open%.txt}.signify"
fi
claim "verify says the same of both" exits 0 verify \
    "$e/${open%.txt}.minisig" "$e/${open%.txt}.signify" --key $e/us.vkey

finish
