#!/bin/sh
# What leaves a database as evidence, read by code that shares nothing with
# this program (tests/forge/outside.py): notes, cosignatures, proofs that a log
# goes on, forks, siblings of a run, charges. And what a witness refuses.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

outside() {
	PYTHONDONTWRITEBYTECODE=1 python3 "$srcdir/tests/forge/outside.py" "$@"
}
play() {
	"$detente" run two-powers --quiet --rounds 8 --seed 7 --evidence full \
	    --detail rounds "$@" >/dev/null 2>err
}
says_no() {
	"$@" >out 2>err
	[ $? -eq 4 ]
}

play --runs 20 -o small.db
cp small.db large.db
play --runs 40 --append -o large.db

# ---- a witness ----
call keygen --witness --name auditor --no-passphrase -o .
check "a witness gets a key" $status -eq 0
claim "its vkey is of type 04, which is what a cosigner's is" \
    [ "$(cut -d+ -f3- auditor.vkey | base64 -d | od -An -tx1 -N1 |
    tr -d ' ')" = 04 ]
cosign() {	# DB FOLDER
	"$detente" audit "$1" --quiet --export "$2" --witness auditor.key \
	    >out 2>err
}
claim "it cosigns a log that it sees first" cosign small.db one
claim "its cosignature verifies by its vkey" \
    outside note one/experiment-1/checkpoint.cosigned auditor.vkey
claim "and by the one that is handed out" \
    outside note one/experiment-1/checkpoint.cosigned \
    one/experiment-1/witness.vkey
claim "beside the log's own signature" \
    outside note one/experiment-1/checkpoint.cosigned \
    one/experiment-1/log.vkey
claim "what it cosigned is kept beside the file, in one record" \
    [ "$(grep -c "^witness $(cat auditor.vkey)" small.db.cosigned)" -eq 1 ]
claim "of the very bytes that were handed out" grep -qF \
    "$(tail -n 1 one/experiment-1/checkpoint.cosigned)" small.db.cosigned
claim "the audit names by whom it is cosigned, and when" exits 0 audit small.db
claim "as a witness that nobody pinned" grep -q \
    "cosigned: by auditor (not pinned" out
{ "$detente" audit small.db --quiet --remember kept >/dev/null
cat kept; echo "witness $(cat auditor.vkey)"; } >roster
claim "or as the roster's" exits 0 audit small.db --pin roster
claim "by its name and the log's length" grep -q \
    "cosigned: by auditor (a witness of the roster), all" out
claim "it cosigns the same again" cosign small.db again
claim "it cosigns a tree that goes on" cosign large.db two
claim "and gives the proof that it does" outside consistency \
    one/experiment-1/checkpoint.txt two/experiment-1/checkpoint.consistency
claim "a record is added once" [ "$(grep -c '^witness' \
    large.db.cosigned)" -eq 1 ]
claim "a file whose end was taken away is not authentic" exits 4 audit \
    small.db --cosigned large.db.cosigned
claim "as the witness has seen more" grep -q "what came last was taken away" \
    out
cat small.db.cosigned large.db.cosigned >both.cosigned
claim "records may stand behind each other" exits 0 audit large.db \
    --cosigned both.cosigned
largest() {
	tr '\n' ' ' <out | tr -s ' ' | grep -q "by auditor (not pinned: anybody \
may bear that name), all $(sed -n 2p two/experiment-1/checkpoint.txt) entries"
}
claim "of which the larger tree is told" largest
claim "a file of cosignatures that is not there is an error" exits 3 audit \
    small.db --cosigned nothing
claim "it does not cosign a smaller tree after a larger" \
    says_no cosign small.db three
claim "and says why" grep -q "larger tree of this log" err
claim "no cosignature is there then" \
    [ ! -e three/experiment-1/checkpoint.cosigned ]

# ---- two histories, by keys that are not simulated ----
cp small.db a.db
cp small.db b.db
cp large.db c.db
outside real a.db real- a && outside real b.db real- b &&
    outside real c.db real- c || fail "no files with real keys"
claim "a file with real keys is authentic" "$detente" audit a.db
claim "it cosigns the one history" cosign a.db four
claim "and not the other, of the same size" says_no cosign b.db five
claim "of which it keeps the proof" outside fork \
    five/experiment-1/fork.txt four/experiment-1/log.vkey
claim "nor one that is longer and begins otherwise" says_no cosign c.db six
claim "which it says" grep -q "two histories" err
outside real c.db real- a other-
claim "nor what another key signs in the log's name" \
    says_no cosign c.db seven
outside real c.db real- c

# ---- what is exported is of the keys that signed ----
claim "no key is made up" [ "$(cat four/experiment-1/us.vkey)" = \
    "$(sqlite3 a.db "select session_vkey from signer where name = 'us'")" ]
claim "the checkpoint verifies by the log's" outside note \
    four/experiment-1/checkpoint.txt four/experiment-1/log.vkey
claim "no signature is made anew" \
    [ -z "$(ls four/experiment-1 | grep minisig$)" ]
claim "it is not called simulated" \
    [ -z "$(grep SIMULATED four/experiment-1/README.txt)" ]
if has openssl; then
	entry=$(ls four/experiment-1/entry-*-open-us.txt | head -n 1)
	claim "openssl takes a real party's opening" openssl pkeyutl -verify \
	    -rawin -pubin -inkey four/experiment-1/us.pem -in "$entry" \
	    -sigfile "${entry%.txt}.sig"
fi

# ---- two databases ----
claim "a file against itself is the same" exits 0 audit small.db --against \
    small.db
claim "and one that goes on, one log" exits 0 audit large.db --against \
    small.db
claim "in which the shorter begins the longer" grep -q "beginning of the" out
claim "two histories are a fork" exits 4 audit a.db --against b.db
claim "whose file proves it" outside fork fork.txt \
    four/experiment-1/log.vkey
claim "of two sizes as well" exits 4 audit a.db --against c.db
claim "by a leaf under each" outside fork fork.txt \
    four/experiment-1/log.vkey
claim "which real keys are blamed for" [ -z "$(grep SIMULATED out)" ]
do_it run duel --runs 3 --seed 2 --rounds 5 -o once.db --quiet
do_it run duel --runs 3 --seed 2 --set rounds=5 -o again.db --quiet
claim "simulated ones fork by another command" exits 4 audit once.db \
    --against again.db --fork-file simulated.txt
claim "which blames nobody" grep -q "SIMULATED: its key follows" out
claim "logs of two keys prove nothing" exits 4 audit small.db --against a.db

# ---- a key that changes ----
claim "a key is remembered" exits 0 audit a.db --remember seen
claim "and taken again" exits 0 audit c.db --remember seen
outside real c.db other- c
claim "another for the same agent is refused" exits 4 audit c.db --remember \
    seen
claim "by name" grep -q "'us' is registered by 'other-us'" out
echo "us not-a-vkey" >bad
claim "a roster's line that means nothing is an error" exits 3 audit a.db \
    --pin bad
claim "at its place" grep -q "bad:1: that is no vkey" err

# ---- a run of an epoch; a charge; a ratification ----
"$detente" run two-powers --quiet --rounds 8 --seed 7 --runs 50 \
    -o epoch.db >/dev/null 2>err
for run in 1 17 50; do
	claim "run $run is under each party's root, by its siblings" \
	    outside siblings "$detente" epoch.db $run
done
"$detente" run frontier --treaty verified-halt --runs 12 --rounds 24 --seed 9 \
    --set agents.china-frontier.strategy=deceiver --quiet \
    --set agents.china-frontier.joins=1 --set agents.china.joins=1 \
    --evidence full --detail rounds -o liar.db >/dev/null 2>err
claim "what is found of a liar is exported" exits 0 audit liar.db --export \
    liar
claim "somebody is charged" [ -s liar/experiment-1/perjury-china-frontier.txt ]
claim "and nobody for a round in which he paused" outside charges \
    liar/experiment-1 liar.db
claim "false alarms are told as such" \
    grep -q "false alarms, and no perjury" liar/experiment-1/README.txt
call keygen --name us --no-passphrase -o .
"$detente" ratify verified-halt --key us.key >note 2>err
claim "a ratification is a C2SP note" outside note note us.vkey
claim "and verifies" "$detente" ratify verified-halt --verify note \
    --vkey us.vkey
finish
