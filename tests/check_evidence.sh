#!/bin/sh
# Evidence end to end: levels, kills while signing, tools that others wrote,
# keys and ratifications, the commands that `show evidence` gives to paste.
# KILLS: how many kills (default 15). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

run() {
	"$detente" run --quiet "$@" >/dev/null 2>err
}

audits() {
	"$detente" audit "$1" >out 2>err
}

refuses() {
	"$@" >/dev/null 2>err
	[ $? -ne 0 ]
}

says_no() {
	"$@" >out 2>err
	[ $? -eq 4 ]
}

# flip FILE BYTE: the lowest bit of that byte (from 0)
flip() {
	byte=$(od -A n -t u1 -j "$2" -N 1 "$1")
	printf "$(printf '\\%03o' $((byte ^ 1)))" |
	    dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

lie() {
	run frontier --treaty verified-halt --runs "$1" --rounds 24 --seed 9 \
	    --set agents.china-frontier.strategy=deceiver \
	    --set agents.china-frontier.joins=1 --set agents.china.joins=1 \
	    --evidence full "$2" -o "$3"
}

lie 8 --no-progress whole.db
claim "a signed experiment is authentic" audits whole.db
claim "SIMULATED is said once" [ "$(grep -c SIMULATED out)" -eq 1 ]
claim "authentic and compliant are two answers" \
    grep -q "compliant? (signatures do not say" out
claim "perjury can be shown" \
    grep -q "[1-9][0-9]* signed declarations that a signed finding" out

# Kills while every move is signed.
root() {
	sqlite3 "$1" "select note from checkpoint order by epoch desc limit 1"
}
same_end() {
	lie 60 --resume "$1" && [ "$(root "$1")" = "$(root sixty.db)" ] &&
	    dumps_agree "$1" sixty.db
}
# Killed while the file was made, it may have nothing in it, which another
# tool confirms, or is first mended as the message says.
is_bare() {
	grep -q "is empty: nothing was recorded" err &&
	    [ "$(sqlite3 "$1" "select count(*) from sqlite_master")" -eq 0 ]
}
sound() {
	audits "$1" || is_bare "$1" && return
	grep -q "mends it" err && sqlite3 "$1" .tables >/dev/null || return 1
	audits "$1" || is_bare "$1"
}
begun() {
	sqlite3 "$1" "pragma journal_mode = wal" >/dev/null && [ -s "$1" ]
}
lie 60 --no-progress sixty.db
# the moment at which a kill seldom hits: the file is there, its tables not
claim "a file begun has a header" begun bare.db
claim "a file begun is sound" sound bare.db
claim "a file begun is resumed as if undisturbed" same_end bare.db
kills=${KILLS:-15}
i=0
while [ $i -lt "$kills" ]; do
	i=$((i + 1))
	rm -f killed.db*
	"$detente" run frontier --quiet --treaty verified-halt --runs 60 \
	    --rounds 24 --seed 9 --evidence full \
	    --set agents.china-frontier.strategy=deceiver \
	    --set agents.china-frontier.joins=1 \
	    --set agents.china.joins=1 -o killed.db >/dev/null 2>&1 &
	pid=$!
	sleep "0.$(awk -v i=$i 'BEGIN { srand(i); printf "%03d",
	    rand() * 600 }')"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ -s killed.db ] || continue
	claim "kill $i: what is there is authentic" sound killed.db
	claim "kill $i: resumed, it ends as if undisturbed" same_end killed.db
done

# What other people's tools say of what is exported.
mkdir keys
DETENTE_PASSPHRASE="a long one" "$detente" keygen --quiet --name auditor \
    -o keys >vkey 2>err
claim "keygen prints the vkey" cmp -s vkey keys/auditor.vkey
claim "the secret key is its owner's" \
    [ "$(ls -l keys/auditor.key | cut -c1-10)" = "-rw-------" ]
claim "nothing is overwritten" refuses env DETENTE_PASSPHRASE=x \
    "$detente" keygen --name auditor -o keys
export_it() {
	DETENTE_PASSPHRASE="a long one" "$detente" audit whole.db --quiet \
	    --export out.d --witness keys/auditor.key >out 2>err
}
claim "evidence is exported" export_it
cd out.d/experiment-1 || exit 1
claim "the witness has cosigned" grep -q "auditor" checkpoint.cosigned
claim "a proof of perjury is there" \
    [ -s perjury-china-frontier.txt ]

with_openssl() {
	openssl pkeyutl -verify -rawin -pubin -inkey "$1.pem" -in "$2.txt" \
	    -sigfile "$2.sig" >/dev/null 2>&1
}
with_minisign() {
	minisign -V -q -p "$1.minisign.pub" -m "$2.txt" -x "$2.minisig" \
	    >/dev/null 2>&1
}
with_signify() {
	signify-openbsd -V -q -p "$1.signify.pub" -m "$2.txt" \
	    -x "$2.signify" >/dev/null 2>&1
}
# One bit more or less, and the tool refuses.
notices() {
	tool=$1
	cp "$3.txt" kept
	flip "$3.txt" 40
	! "$tool" "$2" "$3"
	told=$?
	mv kept "$3.txt"
	return $told
}
open=$(ls entry-*-open-china-frontier.txt | head -n 1)
open=${open%.txt}
commit=$(ls entry-*-commit-china-frontier.txt | head -n 1)
register=$(ls entry-*-register-us.txt)
for tool in openssl minisign signify; do
	program=$tool
	[ $tool = signify ] && program=signify-openbsd
	has $program || continue
	claim "$tool takes an opening" with_$tool china-frontier "$open"
	claim "$tool takes a registration" with_$tool us-identity \
	    "${register%.txt}"
	claim "$tool refuses a flipped bit" \
	    notices with_$tool china-frontier "$open"
	claim "$tool refuses another's key" refuses with_$tool us "$open"
done
if has openssl; then
	claim "openssl takes the checkpoint" openssl pkeyutl -verify -rawin \
	    -pubin -inkey log.pem -in checkpoint.body -sigfile checkpoint.sig
fi
if has xxd; then
	claim "the commitment is the opening's hash" \
	    [ "commit $(sha256sum <"$open.txt" | xxd -r -p | base64)" = \
	    "$(tail -n 1 "$commit")" ]
fi
cd ../..

# What is told to be pasted does what is said.
pasted() {
	"$detente" show evidence "$1" --run 3 $3 >shown 2>err
	sed -n "$2" shown | head -n 1 >wanted
	grep "| sha256sum" shown | head -n 1 | sh >got
	[ -s got ] && cmp -s wanted got
}
round=$(sqlite3 whole.db "select min(round) from entry where run = 3 and
    kind = 'commit'")
run frontier --runs 5 --seed 4 --rounds 24 -o epoch.db
if has xxd; then
	claim "the command for an opening" pasted whole.db \
	    's/^    commit //p' "--round $round"
	claim "the command for a run's moves" pasted epoch.db \
	    's/^  a leaf, \(.*\), by$/\1/p' ""
fi
claim "batched evidence is authentic" audits epoch.db
claim "epoch is the default of what is kept" [ "$(sqlite3 epoch.db \
    "select evidence from experiment")" = epoch ]

# Ratifications.
DETENTE_PASSPHRASE="a long one" "$detente" ratify verified-halt \
    --key keys/auditor.key -o note 2>err
claim "a ratification verifies" "$detente" ratify verified-halt \
    --verify note --vkey keys/auditor.vkey
claim "not of another treaty" says_no "$detente" ratify bwc \
    --verify note --vkey keys/auditor.vkey
n=$(wc -c <note)
i=0
unseen=0
while [ $i -lt "$n" ]; do
	cp note flipped
	flip flipped $i
	"$detente" ratify verified-halt --verify flipped \
	    --vkey keys/auditor.vkey >/dev/null 2>&1 && unseen=$((unseen + 1))
	i=$((i + 1))
done
claim "no flipped bit of a ratification passes" [ $unseen -eq 0 ]
claim "a wrong passphrase opens nothing" refuses env DETENTE_PASSPHRASE=no \
    "$detente" ratify verified-halt --key keys/auditor.key

# Exit statuses of audit.
sqlite3 whole.db "update outcome set breaches = breaches + 1 where run = 2
    and agent = 5"
claim "a changed row is status 4" says_no "$detente" audit whole.db
claim "and named" grep -q "outcome: experiment 1, run 2, agent 5, breaches" out
claim "what is not authentic is not exported" refuses "$detente" audit \
    whole.db --export other.d
not_ours() {
	"$detente" audit "$1" >out 2>err
	[ $? -eq 3 ]
}
echo "no database at all, whatever its name may say" >garbage.db
claim "what is not ours is status 3" not_ours garbage.db

finish
