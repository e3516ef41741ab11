#!/bin/sh
# Forgeries of databases, by class: each is made as somebody would who wants to
# cheat, with the keys that he has, and the audit must say what is expected,
# and name the row. See tests/forge. GROUP: only classes that begin so.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

# base NAME OPTIONS...: a file to forge. The seed: one in which all parties speak
# in all rounds, and monitoring has findings in each run (draws follow from the
# words of what is played, so another text of the treaty wants another seed).
base() {
	name=$1
	shift
	"$detente" run two-powers --quiet --rounds 8 --seed 18 \
	    --set treaty.monitoring.false_alarm=0.1 "$@" \
	    -o "$name.db" >/dev/null 2>err || fail "no base $name"
}
base full --runs 3 --evidence full --detail rounds
base epoch --runs 3 --evidence epoch --engine reference
base epochs --runs 1200 --rounds 2 --evidence epoch --engine reference
base none --runs 3 --evidence none --engine reference
base lanes --runs 3 --evidence none --engine lanes
base two --runs 3 --evidence none --engine reference
"$detente" run two-powers --quiet --rounds 8 --seed 8 --runs 3 \
    --evidence none --engine reference --append -o two.db >/dev/null 2>err
for engine in chain reference; do
	name=chain
	[ $engine = chain ] || name=played
	cat >sweep.yaml <<END
sweep: $name
scenario: two-powers
set: {rounds: 8}
axes:
  miss: {key: treaty.monitoring.miss, values: [0.1, 0.5, 0.9]}
  us: {key: agents.us.strategy, values: [grim, deceiver]}
engine: $engine
runs: 20
seed: 1
END
	"$detente" sweep sweep.yaml --quiet -o $name.db >/dev/null 2>err ||
	    fail "no sweep $name"
done
"$detente" solve stag-hunt --method all --quiet -o solved.db >/dev/null 2>err
"$detente" solve --model dresher --set n=10 --set m=3 --quiet --append \
    -o solved.db >/dev/null 2>err || fail "no solutions"
# what a kill leaves: it never ended
for level in full none; do
	live=live
	[ $level = none ] && live=livenone
	cp $level.db $live.db
	python3 - $live.db <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE experiment SET ended_at = '', runs_stored = 0")
db.commit()
END
done
for name in full epoch; do
	"$detente" audit $name.db --quiet --remember $name.roster >out 2>err ||
	    fail "no roster of $name"
done

python3 - "$srcdir" full.roster >witness.roster <<'END' || fail "no witness"
import sys
sys.path.insert(0, sys.argv[1] + "/tests/forge")
import cosigned
print(open(sys.argv[2]).read() + "witness " + cosigned.WITNESS.vkey(4))
END

forgeries() {
	python3 "$srcdir/tests/forgeries.py" "$tests_program" . \
	    ${GROUP:+"$GROUP"} >forgeries 2>&1
	failing=$?
	cat forgeries
	return $failing
}

# Keys that the seed does not give: what their owners committed to is theirs to
# open. two-powers: us and china sign. One real key first, then all.
hidden() {
	cp epoch.db closed.db && python3 - "$srcdir" closed.db ${1:+"$1"} <<'END'
import sys
sys.path.insert(0, sys.argv[1] + "/tests/forge")
from log import Log
log = Log(sys.argv[2])
log.real(sys.argv[3:] or None)
log.put()
END
	"$detente" show evidence closed.db --run 2 >shown 2>err &&
	    [ "$(grep -c 'only it can open' shown)" -eq $2 ] &&
	    [ "$(grep -c '^    nonce ' shown)" -eq $3 ]
}
claim "a real key's run stays closed, the simulated one's opens" \
    hidden "$(sqlite3 epoch.db "select name from signer where role = 'party' \
    limit 1")" 1 1
claim "real keys' runs stay closed" hidden "" 2 0

claim "every forgery is answered as expected" forgeries
grep -E "^ *[0-9]+ " forgeries
finish
