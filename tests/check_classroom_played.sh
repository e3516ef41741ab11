#!/bin/sh
# A class in real browsers: a teacher and six students, each in a profile of
# his own, play fifteen-minutes to its end; one reloads, one goes away and
# comes back, one never comes. Then the audit verifies what they signed. Where
# there is a browser: chromium, node, npm ci in BROWSER_MODULES. SHOTS=FOLDER
# keeps a picture of each view. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

played() {
	node "$srcdir/tests/browser/classroom.js" \
	    "$modules" "$detente" class.db ${SHOTS:+--shots "$SHOTS"} \
	    >out 2>err
}
signs() {
	[ "$(sqlite3 class.db "select count(*) > 0 from entry
	    where text like 'detente.example/$1/v1%'")" = 1 ]
}
# One bit of one opening, PAUSE or RACE: an E becomes a D, and the audit names
# the entry.
flipped() {
	where="(experiment_id, leaf) = (select experiment_id, leaf from entry
	    where text like 'detente.example/open/v1%agent b%' limit 1)"
	sqlite3 class.db "update entry set text = replace(replace(text,
	    'move PAUSE', 'move PAUSD'), 'move RACE', 'move RACD')
	    where $where"
	! do_it audit class.db && grep -q 'open' out
}

if has_browser; then
	need sqlite3
	claim "six students and a teacher play a lesson to its end" played
	tail -n 1 out
	for word in enrol ratify commit open; do
		claim "students signed: $word" signs "$word"
	done
	claim "the audit verifies the class" do_it audit class.db
	claim "it names one flipped bit of one opening" flipped
fi
finish
