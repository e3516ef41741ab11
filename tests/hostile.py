"""Hostile databases, and what every verb does with them; see check_hostile.sh.

usage: hostile.py DETENTE GOOD_DB FOLDER

Each of the DATABASES is made from a good one by SQL or by bytes; it is given
to every call of CALLS. A call must refuse it (exit 2, 3 or 4) within 2 seconds
of the processor and 100 MB of memory, and leave the file as it was, byte by
byte, with nothing beside it. SOUND ones only hold odd values in rows: what a
verb makes of them is its own affair, within the same limits, and readers
write nothing. The good one itself must be taken by every call, so that none of
the refusals is for another reason.
"""
import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys

# Sanitizers take some times as much of both: HOSTILE_ROOM says how many.
ROOM = int(os.environ.get("HOSTILE_ROOM", 1))
SECONDS, MEGABYTES = 2 * ROOM, 100 * ROOM
PLAY = ["duel", "--runs", "4", "--seed", "1", "--detail", "rounds"]

# name: (reads only, arguments); DB is the database
CALLS = {
    "query": (True, ["query", "DB", "select count(*) from run_summary"]),
    "query json": (True, ["query", "DB", "--format", "json", "worst-runs"]),
    "query beside": (True, ["query", "GOOD", "--attach", "DB", "select 1"]),
    "audit": (True, ["audit", "DB"]),
    "show": (True, ["show", "evidence", "DB", "--run", "1"]),
    "solve": (True, ["solve", "--from", "DB"]),
    "compare": (True, ["compare", "DB", "GOOD"]),
    "export": (True, ["export", "DB", "--dir", "new.csv", "--package"]),
    "report": (True, ["report", "DB", "-o", "new.db.html", "--plot-data",
                      "new.csv-plots"]),
    "tournament": (False, ["tournament", "grim,joss", "-o", "DB",
                           "--append"]),
    "import": (False, ["import", "moves.csv", "-o", "DB", "--append"]),
    "infer": (True, ["infer", "DB", "--bootstrap", "2"]),
    "evolve": (False, ["evolve", "grim,joss", "-N", "10", "-o", "DB",
                       "--append"]),
    "classroom": (False, ["classroom", "--resume", "DB", "--forget",
                          "nobody"]),
    "merge": (True, ["merge", "new.db", "DB"]),
    "merge both": (True, ["merge", "new.db", "GOOD", "DB"]),
    "run": (False, ["run", *PLAY, "-o", "DB", "--append"]),
    "run resume": (False, ["run", *PLAY, "-o", "DB", "--resume"]),
    "run again": (True, ["run", "--again", "DB", "--run", "1",
                          "--experiment", "1"]),
    "run force": (False, ["run", *PLAY, "-o", "DB", "--force"]),
    "sweep": (False, ["sweep", "grid.yaml", "-o", "DB", "--resume"]),
    "solve keep": (False, ["solve", "duel", "--long-run", "-S",
                           "always-pause,always-pause", "-o", "DB",
                           "--append"]),
}
# Verbs that open no database. A new verb belongs to one or the other.
OTHERS = {"design", "explore", "claims", "reproduce", "negotiate",
          "list", "check", "init", "keygen",
          "ratify",
          "party", "verify", "help", "completion"}
GRID = """sweep: small
scenario: duel
axes:
  slip: {key: noise.slip, values: [0.1, 0.2]}
engine: chain
seed: 3
"""

MOVES = """subject,match,round,move,other_move
a,1,1,P,R
"""

ENDLESS = ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n)"
           " SELECT ")


def columns(db, table):
    return [r[1] for r in db.execute(f"PRAGMA table_info({table})")]


def view_for(table):
    """Endless rows with the columns that the table had."""
    def make(db):
        names = columns(db, table)
        db.execute("PRAGMA legacy_alter_table = ON")
        db.execute(f"DROP TABLE {table}")
        db.execute(f"CREATE VIEW {table} AS " + ENDLESS + ", ".join(
            f'i AS "{n}"' for n in names) + " FROM n")
    return make


def definition(table, old, new):
    """Another text of a definition, as no CREATE would leave it."""
    def make(db):
        db.execute("PRAGMA writable_schema = ON")
        done = db.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?)"
                          " WHERE name = ? AND instr(sql, ?)",
                          (old, new, table, old))
        assert done.rowcount == 1, (table, old)
    return make


def entry(*row):
    """A row of the schema, whatever it says."""
    def make(db):
        db.execute("PRAGMA writable_schema = ON")
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
    return make


def sql(*statements):
    def make(db):
        for one in statements:
            db.execute(one)
    return make


def many(n, statement):
    def make(db):
        for i in range(n):
            db.execute(statement % {"i": i})
    return make


def utf16(db):
    rows = list(db.iterdump())
    path = db.execute("PRAGMA database_list").fetchone()[2]
    other = sqlite3.connect(path + ".16", isolation_level=None)
    other.execute("PRAGMA encoding = 'UTF-16le'")
    other.executescript("\n".join(rows))
    other.execute("PRAGMA application_id = 0x44744e74")
    other.execute("PRAGMA user_version = 5")
    other.close()
    db.close()
    os.replace(path + ".16", path)


def put(offset, data):
    """Bytes in the place of others."""
    def make(path):
        with open(path, "r+b") as f:
            f.seek(offset)
            f.write(data)
    return make


def cut(size):
    return lambda path: os.truncate(path, size)


def fill(path):
    """All of the file but its header and first page is one byte."""
    size = os.path.getsize(path)
    put(4096, b"\x0d" * (size - 4096))(path)


def trigger(event, table, act):
    return sql(f"CREATE TRIGGER t {event} ON {table} BEGIN {act}; END")


DATABASES = {
    # ---- Triggers ----
    "delete runs": trigger("AFTER INSERT", "run", "DELETE FROM run"),
    "change payoffs": trigger("AFTER INSERT", "outcome",
        "UPDATE outcome SET payoff_total = 1e9"),
    "instead of a row": trigger("BEFORE INSERT", "run",
        "SELECT raise(IGNORE)"),
    "at an update": trigger("AFTER UPDATE", "experiment",
        "UPDATE experiment SET title = 'mine'"),
    "at a delete": trigger("AFTER DELETE", "run", "SELECT 1"),
    "endless": trigger("AFTER INSERT", "experiment",
        "INSERT INTO schema_doc " + "SELECT a.* FROM schema_doc a,"
        " schema_doc b, schema_doc c"),
    "of a view": sql("CREATE TRIGGER t INSTEAD OF INSERT ON run_summary"
        " BEGIN DELETE FROM run; END"),
    "of a table's name": sql("CREATE TRIGGER run AFTER INSERT ON run"
        " BEGIN DELETE FROM run; END"),
    "of solutions": trigger("AFTER INSERT", "solution",
        "DELETE FROM experiment"),
    "of cells": trigger("AFTER INSERT", "cell", "DELETE FROM cell"),
    # ---- Views in the place of tables ----
    **{f"view {t}": view_for(t) for t in ("experiment", "agent",
        "setting", "run", "outcome", "round", "tally_code", "pair",
        "round_tally", "class_run", "choice", "quiz_answer", "entry", "signer", "checkpoint", "sweep", "cell",
        "solution", "schema_doc")},
    # ---- Views ----
    "endless view": sql("CREATE VIEW more AS " + ENDLESS + "i FROM n"),
    "view of itself": definition("run_summary", "FROM run",
        "FROM run_summary"),
    "view changed": sql("DROP VIEW treaty_effect",
        "CREATE VIEW treaty_effect AS SELECT 1 AS effect"),
    "view removed": sql("DROP VIEW agent_summary"),
    "view of a file": sql("CREATE VIEW f AS SELECT load_extension('x')"),
    # ---- Tables ----
    "generated column": sql("ALTER TABLE run ADD COLUMN g BLOB AS"
        " (zeroblob(1000000000)) VIRTUAL"),
    "another column": sql("ALTER TABLE run ADD COLUMN more TEXT"),
    "a column's name": sql("ALTER TABLE agent RENAME COLUMN title TO"
        " name_2"),
    "a CHECK that calls": definition("run", ") STRICT",
        ", CHECK (length(zeroblob(900000000)) > 0)) STRICT"),
    "no CHECK": definition("outcome", "CHECK (fines_total >= 0)", ""),
    "not strict": definition("outcome", "STRICT, ", ""),
    "a default that calls": definition("experiment", "DEFAULT ''",
        "DEFAULT (hex(randomblob(9999999)))"),
    "table removed": sql("DROP TABLE signer"),
    "table added": sql("CREATE TABLE mine (x)"),
    "table of many": many(3000, "CREATE TABLE m%(i)d (x)"),
    "table of other letters": sql("CREATE TABLE \"Outcome \" (x)"),
    "statistics": sql("ANALYZE"),
    "a sequence": sql("CREATE TABLE q (i INTEGER PRIMARY KEY"
        " AUTOINCREMENT)"),
    # ---- Indices ----
    "index": sql("CREATE INDEX i ON run (rounds)"),
    "expression index": sql("CREATE INDEX i ON run (hex(ending))"),
    "partial index": sql("CREATE INDEX i ON run (rounds) WHERE abs(rounds)"
        " > 3"),
    "missing collation": entry("index", "i", "run", 3,
        "CREATE INDEX i ON run (ending COLLATE nowhere)"),
    "unique index": sql("CREATE UNIQUE INDEX i ON run (experiment_id,"
        " run, rounds)"),
    # ---- Virtual tables and names in the shadow ----
    "virtual table": sql("CREATE VIRTUAL TABLE v USING fts5 (x)"),
    "virtual table of pages": entry("table", "v", "v", 0,
        "CREATE VIRTUAL TABLE v USING sqlite_dbpage"),
    "no module": entry("table", "v", "v", 0,
        "CREATE VIRTUAL TABLE v USING nowhere (x)"),
    "schema in the shadow": entry("view", "sqlite_schema", "sqlite_schema",
        0, "CREATE VIEW sqlite_schema AS SELECT 1"),
    "master in the shadow": entry("view", "sqlite_master", "sqlite_master",
        0, "CREATE VIEW sqlite_master AS SELECT 1"),
    "temp in the shadow": entry("view", "sqlite_temp_master", "x", 0,
        "CREATE VIEW sqlite_temp_master AS SELECT 1"),
    "no SQL": entry("table", "x", "x", 0, "nothing"),
    "a text of a megabyte": entry("view", "x", "x", 0,
        "CREATE VIEW x AS SELECT '" + "a" * 2000000 + "'"),
    "a page twice": entry("table", "x", "x", 2, "CREATE TABLE x (a)"),
    "a name with escapes": sql("CREATE VIEW \"\x1b[2J\x1b]0;x\x07\u202e\" AS"
        " SELECT 1"),
    "deep": sql("CREATE VIEW deep AS SELECT " + "(" * 40 + "1" + ")" * 40),
    # ---- Versions and encodings ----
    "another program": sql("PRAGMA application_id = 7"),
    "newer": sql("CREATE INDEX more ON run (rounds)",
                 "PRAGMA user_version = 99"),
    "said to be older": sql("PRAGMA user_version = 1"),
    "version 0": sql("PRAGMA user_version = 0"),
    "negative": sql("PRAGMA user_version = -5"),
    "UTF-16": utf16,
}
BYTES = {
    "cut to a page": cut(4096),
    "cut in a page": cut(5000),
    "cut to a header": cut(100),
    "cut in the header": cut(50),
    "no SQLite": put(0, b"This is no database"),
    "page size 0": put(16, b"\0\0"),
    "page size 3": put(16, b"\0\3"),
    "all is 13": fill,
    "schema format 99": put(44, b"\0\0\0\x63"),
    "encoding 3": put(56, b"\0\0\0\x03"),
    "a first page of nothing": put(100, b"\0" * 3996),
    "a first page of ff": put(100, b"\xff" * 3996),
}


def odd(table, column, value):
    """A value that the table would not take, in a file that looks sound."""
    def make(db):
        path = db.execute("PRAGMA database_list").fetchone()[2]
        definition(table, "STRICT", "/*ICT*/")(db)
        db.close()
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA ignore_check_constraints = ON")
        one = " WHERE agent = 1" if table == "agent" else ""
        db.execute(f"UPDATE {table} SET {column} = ?{one}", (value,))
        db.close()
        db = sqlite3.connect(path, isolation_level=None)
        definition(table, "/*ICT*/", "STRICT")(db)
        db.close()
    return make


SOUND = {
    "infinite payoffs": odd("outcome", "payoff_total", float("inf")),
    "payoffs of 1e308": odd("outcome", "payoff_total", 1e308),
    "payoffs of -inf": odd("outcome", "payoff_total", -float("inf")),
    "bytes for payoffs": odd("outcome", "payoff_total", b"\0\xff"),
    "text for payoffs": odd("outcome", "payoff_total", "much"),
    "a long title": odd("experiment", "title", "a" * 1000000),
    "escapes for a title": odd("experiment", "title", "\x1b[2J\u202e\u2066"),
    "escapes for a scenario": odd("experiment", "scenario", "\x1b[2J\u202e"),
    "escapes for an agent": odd("agent", "name", "\x1b]0;x\x07\u202e"),
    "escapes for a strategy": odd("agent", "strategy", "\x1b[2J\x9b2J"),
    "escapes for an ending": odd("run", "ending", "\x1b[2J\u202e"),
    "bytes for a title": odd("experiment", "title", b"\xff\xfe\x1b["),
    "endless rounds": odd("run", "rounds", 2 ** 62),
    "rounds below 0": odd("run", "rounds", -1),
    "no configuration": odd("experiment", "config", ""),
    "another configuration": odd("experiment", "config", "[" * 5000),
    "huge page count": put(28, b"\x7f\xff\xff\xff"),
    "free list without end": put(32, b"\0\0\0\2\x7f\xff\xff\xff"),
    "cache of the header": put(48, b"\x7f\xff\xff\xff"),
}


class Tests:
    def __init__(self, detente, good, folder):
        self.detente, self.good, self.folder = detente, good, folder
        self.passed = self.failed = 0

    def claim(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("failed:", what)

    def make(self, name, how):
        path = os.path.join(self.folder, "hostile.db")
        shutil.copyfile(self.good, path)
        if name in BYTES or how.__qualname__.startswith("put."):
            how(path)
        else:
            db = sqlite3.connect(path, isolation_level=None)
            how(db)
            db.close()
        return path

    def call(self, arguments):
        """Exit, seconds of the processor, MB, what was said."""
        for name in os.listdir(self.folder):
            if name.startswith("new.db"):
                os.unlink(os.path.join(self.folder, name))
            if name.startswith("new.csv"):
                shutil.rmtree(os.path.join(self.folder, name))
        words = [{"DB": "hostile.db", "GOOD": self.good}.get(a, a)
                 for a in arguments]
        with open(os.path.join(self.folder, "said"), "w+b") as said:
            child = subprocess.Popen([self.detente, *words], stdout=said,
                stderr=said, stdin=subprocess.DEVNULL, cwd=self.folder)
            # From here: to fork all of Python for it takes 10 ms each time.
            resource.prlimit(child.pid, resource.RLIMIT_CPU,
                             (2 * SECONDS,) * 2)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = 0
            said.seek(0)
            words = said.read(4000)
        return (os.waitstatus_to_exitcode(status),
                used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, words)

    def state(self):
        with open(os.path.join(self.folder, "hostile.db"), "rb") as f:
            whole = hashlib.sha256(f.read()).hexdigest()
        return whole, sorted(n for n in os.listdir(self.folder)
                             if n.startswith("hostile.db"))

    def one(self, name, how, exits, frozen):
        path = self.make(name, how)
        before = self.state()
        for verb, (reads, arguments) in CALLS.items():
            exit, seconds, size, words = self.call(arguments)
            told = f"{verb} of '{name}'"
            self.claim(exit in exits, f"{told}: exit {exit}: {words[:200]}")
            self.claim(seconds <= SECONDS and size <= MEGABYTES,
                       f"{told}: {seconds:.1f} s, {size:.0f} MB")
            self.claim(b"\x1b" not in words and "\u202e".encode() not in words,
                       f"{told}: escapes: {words[:200]}")
            if frozen or reads:
                self.claim(self.state() == before, f"{told}: it was written")
            else:
                self.make(name, how)

    def ask(self, sql):
        """A question that would take for ever or all memory, to a good one."""
        before = self.state()
        exit, seconds, size, words = self.call(["query", "DB", "--timeout",
            "0.1", "--format", "csv", "-o", "/dev/null", sql])
        told = f"query {sql[:100]}"
        self.claim(exit in (0, 1), f"{told}: exit {exit}: {words[:200]}")
        self.claim(seconds <= SECONDS and size <= MEGABYTES,
                   f"{told}: {seconds:.1f} s, {size:.0f} MB")
        self.claim(self.state() == before, f"{told}: it was written")

    def queries(self):
        beside = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(beside, "hostile_queries.sql")) as f:
            asked = f.read().splitlines()
        self.make("", lambda db: None)
        self.claim(len(asked) >= 200, "there are 200 queries")
        for sql in asked:
            self.ask(sql)
        print(f"{len(asked)} hostile queries")

    def all(self):
        self.queries()
        with open(os.path.join(self.folder, "moves.csv"), "w") as f:
            f.write(MOVES)
        with open(os.path.join(self.folder, "grid.yaml"), "w") as f:
            f.write(GRID)
        help = subprocess.run([self.detente, "help"], capture_output=True,
                              text=True).stdout
        verbs = {line.split()[0] for line in help.split("To begin:")[0]
                 .splitlines() if line.startswith("  ")}
        known = {a[0] for _, a in CALLS.values()} | OTHERS
        self.claim(verbs == known, f"verbs that are not tried: {verbs ^ known}")
        for verb, (_, arguments) in CALLS.items():
            self.make("", lambda db: None)
            exit, _, _, words = self.call(arguments)
            self.claim(exit in (0, 1 if verb == "show" else 0),
                       f"{verb} of a good one: exit {exit}: {words[:200]}")
        self.claim(len(DATABASES) + len(BYTES) >= 60, "there are 60")
        for name, how in {**DATABASES, **BYTES}.items():
            self.one(name, how, (2, 3, 4), True)
        for name, how in SOUND.items():
            self.one(name, how, (0, 1, 2, 3, 4), False)
        print(f"{len(DATABASES) + len(BYTES)} hostile databases, "
              f"{len(SOUND)} with odd rows, {len(CALLS)} calls each")
        print(f"{self.passed} passed, {self.failed} failed")
        return self.failed > 0 or self.passed == 0


if __name__ == "__main__":
    sys.exit(Tests(*sys.argv[1:4]).all())
