#!/bin/sh
# `classroom`: a class of simulated students plays a lesson over real sockets,
# and the audit verifies what they signed; a bit that is flipped in an opening is
# named; ill requests are refused; a killed server loses nothing. Ends with "N
# passed, N failed". CLASSROOM_KILLS: how often it is killed.
. "${srcdir:-.}/tests/lib.sh"

call classroom --plan 37 --lesson labs-and-nations
check 'a plan' $status -eq 0
claim 'a plan says how people sit' grep -q '37 people' out

call classroom --rehearse 6 --lesson fifteen-minutes --seed 1
if grep -q 'without libmicrohttpd' err; then
	echo "built without libmicrohttpd: nothing else to see"
	finish
fi
check 'a rehearsal' $status -eq 0
claim 'the lesson was played whole' grep -q '12 rounds in 2 blocks' out
call audit rehearsal.db
check 'its audit' $status -eq 0
claim 'the audit plays it again' grep -q '^AUTHENTIC' out
claim 'each move is signed' grep -q '36 declarations' out

# What students signed stands alone: by tools that know nothing of a class.
call audit rehearsal.db --export letters
check 'the export' $status -eq 0
said=$(find letters -name 'entry-*-commit-b1.*.txt' | head -n 1)
stem=${said%.txt}
key=$(dirname "$said")/${stem##*-commit-}
if has openssl; then
	claim "openssl verifies a student's commitment" openssl pkeyutl -verify \
	    -pubin -inkey "$key.pem" -rawin -in "$said" -sigfile "$stem.sig"
fi
if has signify-openbsd; then
	claim 'signify verifies it' signify-openbsd -V -q -p "$key.signify.pub" \
	    -x "$stem.signify" -m "$said"
fi
claim 'verify knows what students say' "$detente" verify \
    "$(dirname "$said")"/entry-*.txt

# The report shows one of their letters, and one forged: one word is another, and
# openssl agrees with what is said of both.
call report rehearsal.db -o debrief.html
check 'the debrief as a file' $status -eq 0
claim 'the forged letter differs in its move, and is refused' \
    python3 - debrief.html <<'END'
import base64, html, re, subprocess, sys
page = open(sys.argv[1]).read()
at = page.index('id="class-letter"')
code = html.unescape(re.search('<pre>(.*?)</pre>', page[at:], re.S)[1])
said = re.findall(r'(detente\.example/open/.*?)\n\n(\w+):', code, re.S)
pair = [set(text.split('\n')) for text, _ in said]
if pair[0] ^ pair[1] != {'move PAUSE', 'move RACE'}:
    sys.exit(f'not one word: {pair[0] ^ pair[1]}')
if [verdict for _, verdict in said] != ['ACCEPTED', 'REFUSED']:
    sys.exit(f'{said}')
key = base64.b64decode(re.search(r'^key .*?\+.*?\+(\S+)', code, re.M)[1])[1:]
open('key.der', 'wb').write(bytes.fromhex('302a300506032b6570032100') + key)
open('letter.sig', 'wb').write(base64.b64decode(
    re.search(r'^signature (\S+)', code, re.M)[1]))
for text, verdict in said:
    open('letter', 'w').write(text)
    try:
        code = subprocess.run(
            'openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin'
            ' -in letter -sigfile letter.sig'.split(), capture_output=True)
    except FileNotFoundError:
        sys.exit(0)
    if (code.returncode == 0) != (verdict == 'ACCEPTED'):
        sys.exit(f'openssl does not say {verdict}')
END
claim 'it says what that proves over plain HTTP' grep -q 'Over plain HTTP' \
    debrief.html
claim "it does not call students' keys simulated" grep -q \
    'Some keys are simulated' debrief.html

# One bit of the nonce of one opening: its signature is not of these bytes.
cp rehearsal.db bit.db
sqlite3 bit.db "UPDATE entry SET text = replace(text, 'nonce A', 'nonce B')
    WHERE leaf = (SELECT min(leaf) FROM entry WHERE kind = 'open' AND
    experiment_id = 1) AND experiment_id = 1;
    UPDATE entry SET text = substr(text, 1, length(text) - 40) ||
    CASE substr(text, -40, 1) WHEN 'A' THEN 'B' ELSE 'A' END ||
    substr(text, -39) WHERE leaf = (SELECT min(leaf) FROM entry WHERE
    kind = 'open' AND experiment_id = 1) AND experiment_id = 1"
leaf=$(sqlite3 bit.db "SELECT min(leaf) FROM entry WHERE kind = 'open' AND
    experiment_id = 1")
call audit bit.db
check 'the audit of another opening' $status -eq 4
claim 'the opening is named' grep -q "leaf $leaf" out

# The inspector signs what was found of declarations that stand in the log:
# each finding of the rows, as all six signed; and each word of it counts.
claim "the log has the rows' findings" [ "$(sqlite3 rehearsal.db "SELECT
    (SELECT count(*) FROM entry WHERE kind = 'finding') = sum(m.finding) AND
    sum(m.finding) > 0 FROM move AS m JOIN choice AS c USING (experiment_id,
    run, round, agent) WHERE c.participant <> ''")" = 1 ]
cp rehearsal.db found.db
leaf=$(sqlite3 found.db "UPDATE entry SET text = replace(text, 'found RACE',
    'found RACD') WHERE (experiment_id, leaf) IN (SELECT experiment_id, leaf
    FROM entry WHERE kind = 'finding' LIMIT 1) RETURNING leaf")
call audit found.db
check 'the audit of another finding' $status -eq 4
claim 'the finding is named' grep -q "leaf $leaf" out
sqlite3 found.db "DELETE FROM entry WHERE leaf = $leaf AND kind = 'finding'"
call audit found.db
check 'the audit without a finding' $status -eq 4
claim 'that it is gone is told' grep -q 'finding: it was played' out

# Whose a choice was is held against seats and rounds.
cp rehearsal.db seat.db
sqlite3 seat.db "DELETE FROM choice WHERE experiment_id = 1 AND run = 1 AND
    round = 2 AND agent = 1"
call audit seat.db
check 'the audit without a choice' $status -eq 4
claim 'a choice that is missing is found' grep -q 'choice is missing' out

# A name can be taken out, and the audit stays as it was.
name=$(sqlite3 rehearsal.db "SELECT min(name) FROM class_name")
claim 'no signed text has a name' [ "$(sqlite3 rehearsal.db "SELECT count(*)
    FROM entry WHERE text LIKE '%$name%'")" = 0 ]
call classroom --resume rehearsal.db --forget "$name"
check 'to forget' $status -eq 0
claim 'the name is nowhere' sh -c "! strings rehearsal.db | grep -q '$name'"
call audit rehearsal.db
check 'the audit behind it' $status -eq 0

# Two trips: in the journal each round's commitments stand before its openings.
cat >trips.yaml <<'END'
lesson: trips
title: Two trips
scenario: two-labs
blocks:
  one: {title: One, treaty: pair-halt, sign: yes, rounds: 3, trips: 2}
END
call classroom --rehearse 4 --lesson ./trips.yaml --seed 1 -o trips.db
check 'a rehearsal of two trips' $status -eq 0
claim 'all commit before any opens' [ "$(sqlite3 trips.db "SELECT
    group_concat(iif(body LIKE '%\"commit\"%', 'c', 'o'), '') FROM
    (SELECT body FROM class_event WHERE kind = 'move' ORDER BY event)")" = \
    ccccooooccccooooccccoooo ]
call audit trips.db
check 'its audit' $status -eq 0
claim 'each is opened' grep -q '12 declarations' out

for part in hostile debrief house tabs "kill ${CLASSROOM_KILLS:-3}"; do
	python3 "$srcdir/tests/classroom.py" "$detente" $part >said 2>notes
	while read -r answer what; do
		claim "$what" [ "$answer" = ok ]
	done <said
done
finish
