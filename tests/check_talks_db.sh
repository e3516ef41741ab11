#!/bin/sh
# `negotiate -o`: every step of talks is a row and, signed, an entry; talks that
# were killed go on as if nothing had been; an audit holds them again and finds
# whatever was changed. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
need sqlite3
SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH

# is SQL WANTED [FILE]: what the stock shell says of talks.db, or of a file
is() {
	says "${3:-talks.db}" "$1" "$2"
}

cat >pair.yaml <<END
menu: pair
treaties: [grim, bwc]
negotiator: random-walker
order: random
parties:
  a: {sincerity: 0.25, cost_high: 0.5, domestic: {hawks: {weight: 3, ideal: 0.05}, doves: {weight: 4, ideal: 0.9}}}
ratification: logit
width: 0.3
deadline: 5
END
talk() {
	do_it negotiate noisy-pair -c 0.7 --menu ./pair.yaml --seed 5 "$@"
}

# ---- rows ----

for level in none epoch full; do
	claim "talks are kept, $level" talk --runs 130 --evidence $level \
	    -o $level.db
	claim "an audit holds them again, $level" do_it audit $level.db
	claim "and finds them authentic, $level" grep -q '^AUTHENTIC' out
	claim "complete, $level" grep -q 'complete: all 130 negotiations' out
done
cp full.db talks.db
claim "a negotiation a run" is 'SELECT count(*), min(run), max(run) FROM
    negotiation' '130|1|130'
claim "its experiment is whole" is "SELECT runs_asked, runs_stored, engine,
    ended_at <> '' FROM experiment" '130|130|talks|1'
claim "foreign keys hold" is 'PRAGMA foreign_key_check' ''
claim "steps are those that are told" sh -c '[ "$(sqlite3 talks.db "SELECT
    count(*) FROM talks_event")" = "$("$0" negotiate noisy-pair -c 0.7 --menu \
    ./pair.yaml --seed 5 --runs 130 --transcripts 130 --format csv --table \
    events | tail -n +2 | wc -l)" ]' "$detente"
claim "what entered is counted by text" is 'SELECT sum(negotiations) FROM
    talks_outcome' 130
claim "who is bound has joined" is 'SELECT count(*) FROM negotiation AS n WHERE
    parties > (SELECT count(joined_round) FROM negotiation_party AS p WHERE
    p.run = n.run)' 0
answers() {
	"$detente" query talks.db "$1" --format csv >answer.csv &&
	    python3 "$srcdir/tests/named_talks.py" talks.db "$1" answer.csv
}
for query in talks talks-refusals talks-signed talks-transcript; do
	claim "$query says what the steps say" answers $query
done
claim "what was signed has a vote at home" sh -c '"$0" query talks.db \
    talks-signed --format csv | tail -n +2 | grep -v -E "ratifies|rejects"
    [ $? -eq 1 ]' "$detente"
claim "each column is documented" is "SELECT count(*) FROM sqlite_schema AS s
    JOIN pragma_table_info(s.name) AS p LEFT JOIN schema_doc AS d ON
    d.table_name = s.name AND d.column_name = p.name WHERE (s.name GLOB
    'talks_*' OR s.name GLOB 'negotiation*') AND s.type IN ('table', 'view') AND
    d.meaning IS NULL" 0

# The same talks, however many threads, and with or without a file.
claim "four threads" talk --runs 130 --evidence full -o four.db -j 4
claim "write the same file" dumps_agree full.db four.db

# ---- what is signed ----

claim "entries say what steps say, and oblige nobody else" python3 \
    "$srcdir/tests/talks_log.py" talks.db
for protocol in quota ultimatum single-text pledges groups; do
	claim "so by $protocol" talk --runs 20 --evidence full --protocol \
	    $protocol -o $protocol.db
	claim "$protocol is signed" python3 "$srcdir/tests/talks_log.py" \
	    $protocol.db
	claim "$protocol is audited" do_it audit $protocol.db
done
# The hash that is signed in talks is the one that a run's parties ratify.
claim "talks, then life" do_it run noisy-pair --negotiate ./pair.yaml --runs 20 \
    --seed 6 --set continuation=0.7 --evidence epoch -o life.db
claim "talks are kept with the life under them" is "SELECT count(*) FROM
    negotiation WHERE experiment_id = 1" 20 life.db
claim "an audit holds and plays both again" do_it audit life.db
ratified() {
	python3 - life.db <<'END'
import base64, sqlite3
db = sqlite3.connect("life.db")
hashes = {n: base64.b64encode(bytes.fromhex(h)).decode() for n, h in
          db.execute("SELECT name, sha256 FROM talks_text")}
found = 0
for treaty, text in db.execute("SELECT treaty, text FROM entry JOIN experiment"
                               " USING (experiment_id) WHERE kind = 'ratify'"
                               " AND treaty <> 'none'"):
    assert "\ntreaty " + hashes[treaty] in text, (treaty, text)
    found += 1
assert found > 0
END
}
claim "the hash of a text is that of its treaty" ratified
claim "export writes what other tools check" do_it audit talks.db --export out.d
claim "among it signatures" sh -c 'ls out.d/*/entry-*-sign-*.tlog-proof
    >/dev/null'

# ---- going on ----

claim "thirty" talk --runs 30 --evidence full -o parts.db
claim "then more" talk --runs 130 --evidence full --append -o parts.db
claim "are audited" do_it audit parts.db
rows='SELECT run, event, round, agent, does, text, worth, aspired, support,
    chance FROM talks_event ORDER BY 1, 2'
claim "and are the same talks" is "$rows" "$(sqlite3 full.db "$rows")" \
    parts.db
claim "whoever names no seed goes on by that of the file" do_it negotiate \
    noisy-pair -c 0.7 --menu ./pair.yaml --runs 140 --evidence full --append \
    -o parts.db
claim "it is one experiment" is 'SELECT count(*), max(runs_stored) FROM
    experiment' '1|140' parts.db
claim "a file is not overwritten" sh -c '! "$0" negotiate noisy-pair -c 0.7 \
    --menu ./pair.yaml -o talks.db 2>err' "$detente"
claim "two files come together" do_it merge merged.db full.db life.db
claim "and are audited" do_it audit merged.db

# Killed at any time, also before its tables are made: what is there is whole
# negotiations, authentic, and goes on to the same file.
long='--runs 6000 --evidence none'
claim "many" talk $long -o whole.db
killed() {
	rm -f cut.db*
	"$tests_program" negotiate noisy-pair -c 0.7 --menu ./pair.yaml --seed 5 \
	    $long -o cut.db >/dev/null 2>&1 &
	pid=$!
	tries=0
	until [ -s cut.db-wal ] || [ $tries -gt 200 ]; do
		sleep 0.01
		tries=$((tries + 1))
	done
	sleep "0.0$1"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	{ [ "$(sqlite3 cut.db 'SELECT count(*) FROM sqlite_schema')" = 0 ] ||
	is 'SELECT count(*) FROM negotiation AS n WHERE (SELECT count(*) FROM
	    negotiation_party AS p WHERE p.run = n.run) <> 2' 0 cut.db; } &&
	    talk $long --append -o cut.db && dumps_agree whole.db cut.db
}
for after in 1 4; do
	claim "killed after 0.0$after s" killed $after
done

# ---- flips ----

python3 - "$tests_program" "$srcdir" "${FLIPS:-1}" >flips 2>&1 <<'END'
import json, shutil, sqlite3, subprocess, sys

program = sys.argv[1]
each = int(sys.argv[3] or 1)
tables = ["talks_text", "talks_party", "talks_worth", "negotiation",
          "negotiation_party", "talks_event"]
bad = done = 0


def audit(name):
    run = subprocess.run([program, "audit", name, "--format", "json",
                          "--no-progress"], capture_output=True, check=False)
    return run.returncode, json.loads(run.stdout) if run.stdout else {}


def forge(base, sql, table, column):
    global bad, done
    done += 1
    if done % each != 0:
        return
    shutil.copy(base, "forged.db")
    db = sqlite3.connect("forged.db")
    db.execute("PRAGMA ignore_check_constraints = 1")
    db.executescript(sql)
    changed = db.total_changes
    db.commit()
    db.close()
    code, report = audit("forged.db")
    named = any(table in (None, f.get("table")) and column in (None, f.get("column"))
                for f in report.get("faults", []))
    if code != 4 or not changed or not named:
        bad += 1
        print(base, sql, code, changed, report.get("faults", [])[:3])


db = sqlite3.connect("none.db")
for table in tables:
    last = db.execute("SELECT max(rowid) FROM (SELECT row_number() OVER () AS"
                      " rowid FROM %s)" % table).fetchone()[0]
    columns = db.execute("SELECT name, type FROM pragma_table_info(?)",
                         (table,)).fetchall()
    key = [c for c, _ in columns if c in ("run", "text", "agent", "event")]
    for name, kind in columns:
        if name in ("experiment_id", "run", "event") or (
                name, table) in (("text", "talks_text"),
                                 ("text", "talks_worth"),
                                 ("agent", "talks_party"),
                                 ("agent", "talks_worth"),
                                 ("agent", "negotiation_party")):
            continue
        new = {"TEXT": "substr(x, 1, length(x) - 1) || char(unicode(substr(x,"
                       " -1)) + 1)", "INTEGER": "coalesce(x, 0) + 1",
               "REAL": "coalesce(x, 0.0) + 1e-9"}[kind].replace("x", name)
        row = db.execute("SELECT * FROM %s WHERE experiment_id = 1 LIMIT 1"
                         " OFFSET %d" % (table, last // 2)).fetchone()
        where = " AND ".join("%s IS %r" % (c, v) if v is not None else
                             "%s IS NULL" % c for (c, _), v in
                             zip(columns, row) if c in key)
        forge("none.db", "UPDATE %s SET %s = %s WHERE %s;" % (
            table, name, new.replace("substr(" + name, "substr(" + name),
            where), table, None if name == "config" else name)
    forge("none.db", "PRAGMA foreign_keys = 0; DELETE FROM %s WHERE %s;" % (
        table, where), None, None)
for sql, table in [
        ("UPDATE experiment SET seed = '6';", "experiment"),
        ("UPDATE experiment SET treaty = 'other';", "experiment"),
        ("UPDATE experiment SET config = replace(config, 'deadline: 5',"
         " 'deadline: 4');", "experiment"),
        ("UPDATE experiment SET runs_stored = 129;", "experiment"),
        ("UPDATE agent SET strategy = 'cynic' WHERE agent = 2;", "agent"),
        ("INSERT INTO setting VALUES (1, 'a', 'b', '');", "setting"),
        ("INSERT INTO talks_event SELECT experiment_id, run, 1 + max(event),"
         " round, agent, does, text, worth, aspired, support, chance FROM"
         " talks_event WHERE run = 130;", "talks_event")]:
    forge("none.db", sql, table, None)
for sql, table in [
        ("UPDATE entry SET text = replace(text, 'ACCEPT', 'REFUSE') WHERE leaf"
         " = (SELECT min(leaf) FROM entry WHERE text LIKE '%ACCEPT');",
         "entry"),
        ("UPDATE entry SET signature = (SELECT signature FROM entry WHERE leaf"
         " = 9) WHERE leaf = 10;", "entry"),
        ("UPDATE entry SET kind = 'leave' WHERE leaf = 7;", "entry"),
        ("DELETE FROM entry WHERE leaf = (SELECT max(leaf) FROM entry);",
         "entry"),
        ("UPDATE checkpoint SET digest = CASE substr(digest, 1, 1) WHEN 'f'"
         " THEN '0' ELSE 'f' END || substr(digest, 2) WHERE epoch = 1;",
         "checkpoint"),
        ("UPDATE signer SET role = 'inspector' WHERE signer = 1;", "signer"),
        ("UPDATE experiment SET command = 'detente negotiate other';",
         "entry"),
        ("UPDATE experiment SET evidence = 'none';", "entry")]:
    forge("full.db", sql, table, None)
print("%d flips, %d not found" % (done, bad))
sys.exit(bad > 0)
END
failing=$?
cat flips
claim "every flip is found, and its table and column named" [ $failing -eq 0 ]

finish
