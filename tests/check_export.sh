#!/bin/sh
# A database as files: every row is there, numbers read back as they were, the
# scripts of a package run and agree, and nothing of a stranger's text becomes
# a command. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3
detente run frontier --runs 20 --seed 5 --detail rounds -q -o f.db >/dev/null

claim "tables are written" detente export f.db --dir csv -q
same_rows() {
	python3 - f.db csv <<'END'
import csv, os, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
names = [r[0] for r in db.execute(
    "select name from sqlite_schema where type = 'table' and name not in"
    " ('move_code', 'schema_doc', 'query_doc', 'query_parameter') or name in"
    " ('move', 'run_summary', 'agent_summary')")]
files = 0
for name in names:
    rows = db.execute(f'select * from {name}').fetchall()
    path = os.path.join(sys.argv[2], name + '.csv')
    if not rows:
        assert not os.path.exists(path), path
        continue
    files += 1
    with open(path, newline='', encoding='utf-8') as f:
        mine = list(csv.reader(f))[1:]
    assert len(mine) == len(rows), name
    for theirs, cells in zip(rows, mine):
        for value, cell in zip(theirs, cells):
            if value is None or isinstance(value, str):
                value = value or ''
                if value[:1] in ('=', '+', '-', '@'):
                    value = "'" + value         # no formula
                assert value == cell, (name, value, cell)
            else:
                assert float(cell) == float(value), (name, value, cell)
assert files >= 8
END
}
claim "each row reads back, to the last digit" same_rows
documented() {
	python3 - csv <<'END'
import csv, glob, os, sys
with open(os.path.join(sys.argv[1], 'codebook.csv'), newline='') as f:
    known = {(r['table_name'], r['column_name']) for r in csv.DictReader(f)}
for path in glob.glob(os.path.join(sys.argv[1], '*.csv')):
    name = os.path.basename(path)[:-4]
    with open(path, newline='') as f:
        head = next(csv.reader(f))
    assert name == 'codebook' or all((name, c) in known for c in head), name
END
}
claim "the codebook has every column" documented
touches_nothing() {
	mkdir there && echo mine >there/file &&
	    ! detente export f.db --dir there 2>err && [ "$(cat there/file)" = \
	    mine ] && grep -q there err && [ "$(ls there | wc -l)" = 1 ]
}
claim "a folder that is there is left alone" touches_nothing
gone() { ! detente export nope.db --dir new 2>err && [ ! -e new ] &&
    ! ls new.* 2>/dev/null; }
claim "a fault leaves no folder" gone

claim "a package is written" detente export f.db --package -q
sums() { (cd f-package && sha256sum -c SHA256SUMS >/dev/null) &&
    [ "$(find f-package -type f | wc -l)" = \
    "$(($(wc -l <f-package/SHA256SUMS) + 1))" ]; }
claim "it has the hash of each of its files" sums
again() { (cd f-package && sh run-again.sh >/dev/null 2>&1) &&
    for table in run outcome round move_code; do
	    [ "$(sqlite3 f.db "select * from $table" | cksum)" = \
	    "$(sqlite3 f-package/again.db "select * from $table" | cksum)" ] ||
	    return
    done; }
claim "its script plays the same runs again" again
claim "its database is authentic" detente audit f-package/data.db
agrees() { python3 f-package/check.py >out && grep -q ', 0 differ' out &&
    ! grep -q '^0 numbers' out; }
claim "its script finds the summaries in the raw rows" agrees
notices() { sed -i '2s/,[0-9.]*$/,9.75/' f-package/data/agent_summary.csv &&
    ! python3 f-package/check.py >out && grep -q 'the rows give' out; }
claim "and notices a summary that was changed" notices
if has Rscript; then
	rebuilds() { (cd f-package && Rscript check.R | grep -q "all agree"); }
	claim "so does the one in R" rebuilds
fi

# Texts of a stranger: a formula, markup, a shell's own signs.
cp f.db odd.db
sqlite3 odd.db "update experiment set title = '=1+2', command =
    '\$(touch owned); touch owned'"
guards() { detente export odd.db --package -q && grep -q ",'=1+2," \
    odd-package/data/experiment.csv && ! grep -rq owned odd-package/*.sh; }
claim "a formula is no formula, a command no command" guards
sqlite3 odd.db "update experiment set engine = 'lanes; touch owned'"
refuses() { ! detente export odd.db --dir odd2 --package 2>err &&
    grep -q "no word of this program" err && [ ! -e odd2 ] &&
    [ ! -e owned ]; }
claim "an engine that is none is refused" refuses
# A class: its package has the payouts and a script that works them out again.
# Where the file says what people are called, the package does not.
people() {
	detente run duel --strategies random,tit-for-tat --set rounds=8 --runs 6 \
	    --seed 3 --detail rounds --evidence none -o class.db -q >/dev/null &&
	    sqlite3 class.db ".read $srcdir/tests/class.sql"
}
claim "a class is made by hand" people
called() {
	python3 - "$srcdir/data/lessons/pause-and-race.yaml" <<'END'
import hashlib, sqlite3, sys
db = sqlite3.connect("class.db")
text = open(sys.argv[1], "rb").read()
lesson = hashlib.sha256(text).hexdigest()
start = "2026-06-01T12:00:00Z"
name = hashlib.sha256("\n".join(
    ("detente class", "k7q2mp", lesson, start)).encode()).hexdigest()
db.execute("insert into class_session (class, class_sha256, lesson,"
    " lesson_sha256, lesson_text, seed, seats, version, started_at, ended_at)"
    " values ('k7q2mp', ?, 'pause-and-race', ?, ?, '7', 12, 'x', ?, ?)",
    (name, lesson, text.decode(), start, start))
db.execute("insert into class_name values ('p01', 'Ada Eigenname')")
db.execute("insert into class_event values (1, 5, 'join', 'p01',"
    " '{\"name\":\"Ada Eigenname\"}')")
for kind, answer in (("predict", "40"), ("reflect", "I am Ada Eigenname")):
    db.execute("insert into class_answer values ('p01', ?, 2, '', ?)",
               (kind, answer))
# The lesson's first block is practice: the games become its second.
db.execute("update class_run set block = 2")
db.commit()
END
}
claim "with names and the lesson" called
claim "its package is written" detente export class.db --package -q
claim "and its tables" detente export class.db --dir class-csv -q
no_names() { grep -q Eigenname class.db && ! grep -rq Eigenname class-package \
    class-csv && grep -rq k7q2mp class-package && grep -q 40 \
    class-package/data/class_answer.csv; }
claim "no byte of it says what people are called" no_names
rebuilt() { (cd class-package && sha256sum -c SHA256SUMS >/dev/null) &&
    python3 class-package/check_class.py >out && grep -q '^38 agree, 0' out; }
claim "payouts and hashes are worked out again" rebuilt
sees_changes() {
	sed 's/^\(p01,[0-9]*,[0-9]*,\)/\19/' \
	    class-package/data/payout.csv >payout.csv &&
	    ! cmp -s payout.csv class-package/data/payout.csv &&
	    cp payout.csv class-package/data/payout.csv &&
	    ! python3 class-package/check_class.py >out &&
	    grep -q "p01's points" out
}
claim "another payout is found" sees_changes
cites() { detente --citation | grep -q '@software{detente' &&
    grep -q "^version: $(detente --version | sed -n '1s/.* \([0-9.]*\).*/\1/p')" \
    "$srcdir/CITATION.cff"; }
claim "the program says how to cite it" cites
finish
