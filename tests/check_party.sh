#!/bin/sh
# Two labs and an inspectorate keep a halt by files alone, each with a folder
# and keys of its own; the inspectorate keeps the log, too. Twenty rounds with a
# missing reveal, a finding, an equivocation, a rotated key and a withdrawal,
# kills in between; at the end every folder, openssl, minisign and signify
# agree. KILLS: how many (default 12). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need openssl
need python3
clock=1700000000
SOURCE_DATE_EPOCH=$clock
export SOURCE_DATE_EPOCH

party() {
	"$detente" party "$@" >out 2>err
}
later() {
	clock=$((clock + $1))
	SOURCE_DATE_EPOCH=$clock
}
# get KEY FOLDER: of its status; a party's by NAME.KEY
get() {
	"$detente" party status "$2" --format json >json 2>err
	python3 -c "
import json, sys
d, k = json.load(open('json')), sys.argv[1]
if '.' in k:
    n, k = k.split('.')
    d = next(p for p in d['parties'] if p['party'] == n)
print(d[k])" "$1"
}
# says WORDS: whether out or err has them, wherever lines end
says() {
	cat out err | tr '\n' ' ' | sed 's/  */ /g' | grep -qF -e "$1"
}

for name in lab-a lab-b inspector referee log lab-a-2; do
	"$detente" keygen --quiet --name $name --no-passphrase >/dev/null
done
# A key's passphrase means something, or it is asked for.
keygen() {
	DETENTE_PASSPHRASE=$1 "$detente" keygen --quiet --name sealed $2 \
	    >out 2>err
}
wont() {
	keygen "$@"
	[ $? -eq 2 ] && [ ! -e sealed.key ]
}
claim "no empty passphrase" wont ""
claim "none of one letter" wont x
claim "none of one letter, many times" wont xxxxxxxxxxxx
claim "--weak takes it" keygen x --weak
rm sealed.*
claim "a good one is taken" keygen "a long one"

claim "a log is founded" party found inspectorate --treaty verified-halt \
    --party lab-a.vkey --party lab-b.vkey --inspector inspector.vkey \
    --referee referee.vkey --keeper log.vkey --timeout 3600
claim "its charter's hash is that of sha256sum" grep -q \
    "$(sha256sum <inspectorate/charter.txt | cut -c 1-64)" out
claim "and names the treaty that check prints" [ "$("$detente" check --print \
    "$srcdir/treaties/verified-halt.yaml" | sha256sum | cut -c 1-64)" = \
    "$(sha256sum <inspectorate/treaty.yaml | cut -c 1-64)" ]
claim "it is founded once" exits 1 party found inspectorate --treaty bwc \
    --party lab-a.vkey --referee referee.vkey --keeper log.vkey
for lab in a b; do
	claim "lab-$lab has a folder" party take lab-$lab inspectorate
done
keeper=log.key
append() {
	"$detente" party append inspectorate "$@" --key $keeper >out 2>err
}
take() {
	for lab in a b; do
		party take lab-$lab inspectorate || return
	done
}
# statement LAB ACTION OPTION...: signed by it, in LAB-ACTION
key_a=lab-a.key
key_b=lab-b.key
statement() {
	lab=$1
	action=$2
	shift 2
	eval "key=\$key_$lab"
	party "$action" lab-$lab --key "$key" -o "lab-$lab-$action" --force \
	    "$@"
}

# Nothing comes before its time.
claim "nobody pledges before it has joined" exits 2 party pledge lab-a \
    --key lab-a.key --round 3
claim "who is no member says nothing" exits 2 party join lab-a \
    --key lab-a-2.key
for lab in a b; do
	claim "lab-$lab joins and ratifies" statement $lab join
done
for name in log inspector referee; do
	claim "$name joins" party join inspectorate --key $name.key -o $name-joins
done
claim "without a keeper nothing is committed to" exits 2 party append \
    inspectorate lab-a-join --key lab-a.key
claim "all have joined" append log-joins inspector-joins referee-joins \
    lab-a-join lab-b-join
claim "sent again, it does no harm" append lab-a-join
claim "and is known" says "2 were there already"
take
check "the treaty waits for pledges" "$(get phase lab-a)" = pledging

# The conditional pledge: nothing binds until all have pledged.
claim "lab-a pledges" statement a pledge --round 3
claim "it is appended" append lab-a-pledge
take
check "one pledge binds nobody" "$(get halt_entry lab-b)" = None
claim "lab-b pledges" statement b pledge --round 3
claim "it is appended" append lab-b-pledge
take
check "the halt is binding at one entry" "$(get halt_entry lab-a)" = 8
check "for both" "$(get halt_entry lab-b)" = 8
claim "the halt is proved" party prove lab-b -o halted
claim "to who has public keys alone" exits 0 verify halted/halt.txt \
    --key lab-a.vkey --key lab-b.vkey --key inspector.vkey \
    --key referee.vkey --key log.vkey
claim "in a sentence" says "binding on all its parties at one entry, number 8"

# A witness cosigns what goes on from what it has seen, by whichever folder.
outside() {
	PYTHONDONTWRITEBYTECODE=1 python3 "$srcdir/tests/forge/outside.py" "$@"
}
"$detente" keygen --quiet --witness --name watcher --no-passphrase >/dev/null
claim "a witness cosigns a log that it sees first" party witness lab-b \
    --key watcher.key -o first-seen
claim "its record is in the folder" grep -qxF \
    "witness $(cat watcher.vkey)" lab-b/cosigned.txt
sed '1,2d; $d' lab-b/cosigned.txt >first-note
claim "a C2SP cosignature, read by another's code" outside note first-note \
    watcher.vkey
claim "status names it" exits 0 party status lab-b
claim "as one that nobody has pinned" says \
    "cosigned: by watcher (not pinned: anybody may bear that name), all 9"
claim "the same again is the same record" party witness lab-b \
    --key watcher.key
check "which stands there once" "$(grep -c '^witness' lab-b/cosigned.txt)" = 1
claim "a key of no witness does not cosign" exits 1 party witness lab-b \
    --key watcher.vkey

commit() {
	statement a commit --move "$1" && statement b commit --move "$2" &&
	    append lab-a-commit lab-b-commit && take
}
open_all() {
	statement a open && statement b open &&
	    append lab-a-open lab-b-open && take
}
# killed COMMAND...: killed soon after it began; a folder is as good as before
kills=${KILLS:-12}
n=0
killed() {
	n=$((n + 1))
	[ $n -le "$kills" ] || return
	"$detente" "$@" >/dev/null 2>&1 &
	pid=$!
	sleep "0.$(awk -v i=$n 'BEGIN { srand(i); printf "%04d",
	    rand() * 120 }')"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	for folder in lab-a lab-b inspectorate; do
		claim "kill $n: $folder is authentic" exits 0 party status \
		    $folder
	done
}

round=3
while [ $round -le 22 ]; do
	case $round in
	7)	# lab-b commits, and shows nothing.
		claim "round 7 is committed to" commit PAUSE RACE
		statement a open
		append lab-a-open
		claim "the referee waits" exits 2 party missing inspectorate \
		    --key referee.key --agent lab-b
		claim "and says how long" says "3600 seconds are left of 3600"
		later 3600
		claim "in the end it notes what is missing" party missing \
		    inspectorate --key referee.key --agent lab-b -o missing
		claim "it is appended" append missing
		take
		check "the round is over" "$(get round lab-b)" = 8
		claim "an opening comes too late then" exits 2 party open \
		    lab-b --key lab-b.key
		;;
	10)	# lab-b declares a pause, and the inspector finds a race.
		claim "round 10 is committed to" commit PAUSE PAUSE
		claim "and opened" open_all
		claim "the inspector finds otherwise" party find inspectorate \
		    --key inspector.key --agent lab-b --round 10 --move RACE \
		    -o found
		claim "it is appended" append found
		;;
	12)	# lab-b commits twice, by a copy that knows nothing of the first.
		cp -r lab-b other-b
		statement a commit --move PAUSE
		statement b commit --move PAUSE
		claim "nobody contradicts itself by accident" exits 2 party \
		    commit lab-b --key lab-b.key --move RACE
		party commit other-b --key lab-b.key --move RACE -o twice
		append lab-a-commit lab-b-commit
		claim "a second commitment is refused" exits 4 party append \
		    inspectorate twice --key log.key
		claim "and proves an equivocation" says "It is an equivocation"
		mv inspectorate/equivocation-lab-b-12-*.txt equivocation.txt
		take
		claim "round 12 is opened" open_all
		;;
	15)	# lab-a changes its key between two rounds.
		claim "lab-a rotates its key" statement a rotate \
		    --new lab-a-2.key
		claim "it is appended" append lab-a-rotate
		take
		claim "the old key is nobody's" exits 2 party commit lab-a \
		    --key lab-a.key --move PAUSE
		key_a=lab-a-2.key
		claim "round 15 is committed to" commit PAUSE PAUSE
		claim "and opened" open_all
		;;
	*)
		statement a commit --move PAUSE
		statement b commit --move PAUSE
		killed party append inspectorate lab-a-commit lab-b-commit \
		    --key log.key
		claim "round $round is committed to" commit PAUSE PAUSE
		killed party open lab-a --key "$key_a"
		killed party take lab-b inspectorate
		claim "round $round is opened" open_all
		;;
	esac
	round=$((round + 1))
done
take
claim "the witness cosigns what came since, elsewhere" party witness \
    inspectorate --key watcher.key -o since
claim "and proves that it goes on" outside consistency first-note since
check "twenty rounds were played" "$(get round lab-a)" = 23
check "lab-a declared pauses" "$(get lab-a.declared_pause lab-b)" = 20
check "lab-b showed one less" "$(get lab-b.declared_pause lab-a)" = 19
check "one was missing" "$(get lab-b.missing lab-a)" = 1
check "one was denied" "$(get lab-b.denied lab-a)" = 1

claim "the equivocation stands alone" exits 0 verify equivocation.txt \
    --key lab-b.vkey
claim "and says whose" says \
    "lab-b has signed two texts 'commit' that contradict each other, for run 1, \
round 12"

# Every cut of an append is mended by the next, to the same bytes.
statement a commit --move PAUSE
statement b commit --move PAUSE
cp -r inspectorate before
append lab-a-commit lab-b-commit
old=$(wc -c <before/log.txt)
new=$(wc -c <inspectorate/log.txt)
at=$((old + 1))
lost=0
while [ $at -lt "$new" ]; do
	rm -rf cut
	cp -r before cut
	head -c $at inspectorate/log.txt >cut/log.txt
	"$detente" party status cut >/dev/null 2>&1 || lost=$((lost + 1))
	"$detente" party append cut lab-a-commit lab-b-commit --key log.key \
	    >/dev/null 2>&1 || lost=$((lost + 1))
	cmp -s cut/log.txt inspectorate/log.txt || lost=$((lost + 1))
	at=$((at + 23))
done
check "no cut of an append is lost" $lost -eq 0
head -c $((old - 1)) inspectorate/log.txt >cut/log.txt
claim "a cut of what was committed to is no accident" exits 4 party status cut
take
claim "the round is opened" open_all

# The keeper shows two logs.
cp -r inspectorate twofold
cp -r lab-a deceived
statement a commit --move PAUSE
statement b commit --move PAUSE
append lab-a-commit
party append twofold lab-b-commit --key log.key
claim "one log is taken" party take deceived twofold
claim "the other is not" exits 4 party take deceived inspectorate
claim "a fork is a file" exits 0 verify deceived/fork.txt \
    --key "$(cat halted/log.vkey)"
claim "that says so" says "cannot both be true"
claim "the witness cosigns the one" party witness inspectorate \
    --key watcher.key
claim "it does not cosign the other" exits 4 party witness twofold \
    --key watcher.key
claim "which it says" says "shows two histories"
claim "and proves to everybody" exits 0 verify twofold/fork.txt \
    --key "$(cat halted/log.vkey)"
rm twofold/fork.txt
party append twofold lab-a-commit --key log.key
claim "nor one that has grown since" exits 4 party witness twofold \
    --key watcher.key
claim "as it shows the head that contradicts" exits 0 verify \
    twofold/fork.txt --key "$(cat halted/log.vkey)"
check "nothing was cosigned there" "$(grep -c '^witness' \
    twofold/cosigned.txt)" = 1
claim "nor a folder whose end is gone" exits 4 party witness before \
    --key watcher.key
append lab-b-commit
take
claim "the round is opened" open_all

# A withdrawal ends it for one, from a round that has not begun.
claim "nobody leaves a round that is over" exits 2 party withdraw lab-b \
    --key lab-b.key --round 24
claim "lab-b leaves" statement b withdraw --round 25
claim "it is appended" append lab-b-withdraw
take
claim "lab-a alone is bound" [ "$(get lab-a.bound lab-b)" = True ]
claim "lab-b is not" [ "$(get lab-b.bound lab-a)" = False ]
claim "lab-b has nothing to commit" exits 2 party commit lab-b \
    --key lab-b.key --move RACE
claim "lab-a plays on" statement a commit --move PAUSE
append lab-a-commit
take
claim "and opens" statement a open
append lab-a-open
claim "a revoked key says nothing" party revoke inspectorate \
    --key inspector.key -o revoked
append revoked
claim "a finding comes too late" exits 2 party find inspectorate \
    --key inspector.key --agent lab-a --round 25 --move RACE
take

# Every folder comes to the same, and the tools that others wrote agree.
for folder in lab-a lab-b; do
	check "$folder has the root of the log" "$(get root $folder)" = \
	    "$(get root inspectorate)"
	claim "$folder proves it" party prove $folder -o proofs-$folder
done
claim "both have the same proofs" diff -r proofs-lab-a proofs-lab-b
cat lab-a.vkey lab-b.vkey inspector.vkey referee.vkey log.vkey >roster
cd proofs-lab-a || exit 1
claim "the finding denies a declaration" exits 0 verify perjury-lab-b-10.txt \
    --key ../roster
claim "all proofs are good" exits 0 verify ./*.tlog-proof ./*.txt \
    --key ../roster
wrong=0
for text in entry-*.txt; do
	stem=${text%.txt}
	name=${stem#entry-*-*-}
	case $stem in
	*-register-* | *-ratify-* | *-rotate-* | *-revoke-*)
		name=$name-identity ;;
	*) [ "$name" != lab-a ] || openssl pkeyutl -verify -rawin -pubin \
	    -inkey lab-a.pem -in "$text" -sigfile "$stem.sig" \
	    >/dev/null 2>&1 || name=lab-a-2 ;;
	esac
	openssl pkeyutl -verify -rawin -pubin -inkey "$name.pem" -in "$text" \
	    -sigfile "$stem.sig" >/dev/null 2>&1 || wrong=$((wrong + 1))
	! command -v signify-openbsd >/dev/null || signify-openbsd -V -q \
	    -p "$name.signify.pub" -m "$text" -x "$stem.signify" \
	    >/dev/null 2>&1 || wrong=$((wrong + 1))
done
check "openssl and signify take every entry" $wrong -eq 0
claim "openssl takes the checkpoint" openssl pkeyutl -verify -rawin -pubin \
    -inkey log.pem -in checkpoint.body -sigfile checkpoint.sig
cd .. || exit 1
if has minisign; then
	claim "minisign takes a statement" minisign -V -q \
	    -p halted/lab-b.minisign.pub -m lab-b-pledge \
	    -x lab-b-pledge.minisig
	claim "and not another" exits 4 verify lab-b-pledge.minisig \
	    --key halted/lab-a.vkey
fi

# A changed byte of a log is seen by all; the second line of each tenth entry.
flip() {
	python3 -c "
import sys
b = bytearray(open(sys.argv[1], 'rb').read())
b[int(sys.argv[2])] ^= 1
open(sys.argv[1], 'wb').write(b)" "$1" "$2"
}
seen=0
tried=0
size=$(wc -c <lab-b/log.txt)
at=11
while [ $at -lt "$size" ]; do
	cp lab-b/log.txt kept
	flip lab-b/log.txt $at
	"$detente" party status lab-b >/dev/null 2>&1
	[ $? -ne 4 ] || seen=$((seen + 1))
	mv kept lab-b/log.txt
	tried=$((tried + 1))
	at=$((at + 487))
done
check "each of $tried changed bits of a log is seen" $seen -eq $tried

# A database of it: queries, and an audit by the log that is in it.
claim "a database is made" party database lab-a -o play.db
claim "it is authentic" exits 0 audit play.db
claim "all of it is looked at" says "rounds are over"
answer() {
	"$detente" query play.db "$1" --format csv 2>err | tail -n 1
}
check "23 rounds are over" "$(answer "select count(*) from round")" = 23
check "lab-b raced in two" "$(answer "select rounds_party - rounds_paused
    from outcome where agent = 2")" = 2
check "one of them declared as a pause" "$(answer "select false_declarations
    from outcome where agent = 2")" = 1
reported() {
	"$detente" report play.db -o play.html --plot-data figures -q &&
	    python3 "$srcdir/tests/report_figures.py" play.db play.html figures
}
claim "its report has the figures of its rows" reported
for name in lab-a lab-b inspector referee log; do
	echo "$name $(cat $name.vkey)"
done >pins
claim "its keys are in a roster" exits 0 audit play.db --pin pins
(grep -v '^lab-b ' pins; echo "lab-b $(cat lab-a-2.vkey)") >others
claim "or in another are not" exits 4 audit play.db --pin others
cp inspectorate/cosigned.txt lab-a/
claim "what was cosigned goes beside it" party database lab-a -o play.db --force
claim "and is named" exits 0 audit play.db
claim "how much of it" says "cosigned: by watcher (not pinned: anybody may \
bear that name), the first"
(cat pins; echo "witness $(cat watcher.vkey)") >watched
claim "the roster knows the witness" exits 0 audit play.db --pin watched
claim "by its key" says "cosigned: by watcher (a witness of the roster)"
python3 -c "
text = open('play.db.cosigned').read()
at = text.index('— watcher ') + 30
print(text[:at] + ('A' if text[at] != 'A' else 'B') + text[at + 1:], end='')" \
    >bad.cosigned
claim "a cosignature that does not verify is a fault" exits 4 audit play.db \
    --cosigned bad.cosigned
cp bad.cosigned lab-a/cosigned.txt
claim "in a folder as well" exits 4 party status lab-a
claim "by name" says "cosigned.txt: by 'watcher'"
cp inspectorate/cosigned.txt lab-a/
"$detente" run duel --runs 3 --quiet -o played.db >/dev/null 2>err
claim "it is merged with what was played" exits 0 merge among.db play.db \
    played.db
claim "each is audited by its own rules" exits 0 audit among.db --cosigned \
    play.db.cosigned
claim "the parties' too" says "of real parties, whom no seed plays again"
claim "with its charter" says \
    "charter $(sha256sum <lab-a/charter.txt | cut -c 1-64)"
claim "and its witness" says "cosigned: by watcher"
claim "some keys are simulated, not all" says "SIMULATED: some keys"
for change in "update round set phase = 'x'" \
    "delete from entry where kind = 'finding'" \
    "update outcome set slips = slips + 1 where experiment_id = 2" \
    "update experiment set engine = 'party' where engine <> 'party'" \
    "update experiment set engine = 'lanes' where engine = 'party'"; do
	cp among.db forged.db
	chmod u+w forged.db
	python3 -c "
import sqlite3, sys
d = sqlite3.connect('forged.db')
d.execute(sys.argv[1])
d.commit()" "$change"
	claim "not after: $change" exits 4 audit forged.db
done
claim "two databases of one log are the same" exits 0 audit play.db \
    --against play.db
forged=0
while read -r change; do
	cp play.db forged.db
	chmod u+w forged.db
	python3 -c "
import sqlite3, sys
d = sqlite3.connect('forged.db')
d.execute(sys.argv[1])
d.commit()" "$change" || forged=$((forged + 1))
	"$detente" audit forged.db >out 2>err
	[ $? -eq 4 ] || {
		forged=$((forged + 1))
		echo "passed: $change"
	}
done <<END
update move_code set flags = flags - 2 where round = 5 and agent = 2
update outcome set breaches = 0, findings_right = 0 where agent = 2
delete from round where round = 23
delete from entry where kind = 'finding'
update entry set text = replace(text, 'RACE', 'PAUSE') where kind = 'finding'
update entry set leaf = 9999 where leaf = (select max(leaf) from entry)
update entry set signer = 1 where kind = 'finding'
update entry set round = round + 1 where kind = 'withdraw'
update signer set role = 'referee' where role = 'inspector'
delete from checkpoint where epoch = 3
update checkpoint set size = size - 1 where epoch = 4
update checkpoint set note = replace(note, '1', '2') where epoch = 4
update agent set weight = 2 where agent = 1
update run set rounds = 24
update experiment set config = replace(config, '3600', '3601')
update experiment set treaty = 'bwc'
insert into move_code values (7, 1, 1, 1, 0, 0, 0, 0)
insert into signer values (1, 99, 'x', 'party', 'x', 'x')
END
check "no forged database passes" $forged -eq 0

# A sealed key signs as any.
export DETENTE_PASSPHRASE
DETENTE_PASSPHRASE="a long one"
claim "a charter with a sealed key" party found sealed --treaty bwc \
    --party sealed.vkey --referee referee.vkey --keeper log.vkey
claim "a sealed key joins" party join sealed --key sealed.key -o sealed-join
DETENTE_PASSPHRASE=wrong
claim "not by another passphrase" exits 3 party join sealed --key sealed.key

# Where somebody does not pledge there is no halt, and that is proved, too.
"$detente" party found second --treaty verified-halt --party lab-a.vkey \
    --party lab-b.vkey --referee referee.vkey --keeper log.vkey --timeout 60 \
    >out
for name in log lab-a lab-b referee; do
	party join second --key $name.key -o second-$name
done
party append second second-log second-lab-a second-lab-b second-referee \
    --key log.key
party pledge second --key lab-a.key --round 1 -o second-pledge
party append second second-pledge --key log.key
claim "time for pledges is not over" exits 2 party lapse second \
    --key referee.key
later 60
claim "in the end it is" party lapse second --key referee.key -o second-lapse
party append second second-lapse --key log.key
claim "why there is no halt is proved" party prove second -o second-proofs
claim "to everybody" exits 0 verify second-proofs/halt.txt --key roster
claim "it says what was wrong" says "there was no halt"
claim "who was missing is in the file" grep -qxF "answer missing lab-b" \
    second-proofs/halt.txt
claim "a pledge of that round is over" exits 2 party pledge second \
    --key lab-b.key --round 1
for lab in a b; do
	claim "lab-$lab pledges for the next" party pledge second \
	    --key lab-$lab.key --round 2 -o second-$lab
	party append second second-$lab --key log.key
done
check "that halt is binding" "$(get halt_round second)" = 2

# A keeper that changes its key keeps one log.
claim "the witness sees the second log" party witness second --key watcher.key
"$detente" keygen --quiet --name log-2 --no-passphrase >/dev/null
claim "the keeper rotates its key" party rotate second --key log.key \
    --new log-2.key -o second-rotate
claim "it is appended" party append second second-rotate --key log-2.key
claim "it goes on for the witness" party witness second --key watcher.key
claim "both heads are cosigned" exits 0 party status second
check "in two records" "$(grep -c '^witness' second/cosigned.txt)" = 2

finish
