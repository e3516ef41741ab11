"""How long named queries take over ten million moves, packed and as rows, and
beside a floor.

usage: bench_query.py DETENTE QUERIES DB [PAIRS_OF_RUNS]

The databases are made once and kept, DB and, with packed rounds, packed-DB:
two-powers with and without a treaty, half of the moves each, runs of 200 rounds. Seconds are of the processor, of the
child that asks: `detente query` with all that it does, once. A floor is SQL by
hand over the rows themselves, in Python's sqlite3: what the answer's heart costs
without what is kept beside the rounds. Exits 1 if a query takes over 2 s, or one
for a single run over 20 ms; if packed rounds take over a tenth of the room, or a
named query three times as long over them, or SQL by hand in stock SQLite.
"""
import os
import resource
import sqlite3
import subprocess
import sys
import time

MOST, MOST_OF_A_RUN = 2.0, 0.020
MOST_PACKED, MOST_ROOM = 3.0, 0.1
RUN = 777

OF_A_RUN = ["move", "tidy_rounds", "round", "tally", "pair", "outcome",
            "run_summary"]

FLOORS = {
    "pairwise": """
        WITH seen AS (SELECT experiment_id, agent, run, round, flags & 2 AS own
            FROM move_code)
        SELECT a.experiment_id, sum(a.own = 0 AND b.own = 0), sum(b.before IS 0
            AND a.own = 0), sum(b.before IS 2 AND a.own = 0), count(*)
        FROM seen AS a JOIN (SELECT *, lag(own) OVER (PARTITION BY
            experiment_id, run, agent ORDER BY round) AS before FROM seen) AS b
            USING (experiment_id, run, round)
        WHERE a.agent = 1 AND b.agent = 2 GROUP BY 1""",
    "declared-against-true": """
        SELECT experiment_id, agent, count(*), sum(flags & 2 <> 0)
        FROM move_code JOIN round USING (experiment_id, run, round)
        WHERE phase = 'in force' AND flags & 12 = 8 GROUP BY 1, 2""",
    "treaty-effect": """
        SELECT experiment_id, avg(flags & 2 = 0), avg(payoff)
        FROM move_code GROUP BY 1""",
    "payoff-spread": """
        SELECT experiment_id, agent, avg(p), avg(p * p) FROM (SELECT
            experiment_id, run, agent, avg(payoff) AS p FROM move_code
            GROUP BY 1, 2, 3) GROUP BY 1, 2""",
    "worst-runs": """
        SELECT experiment_id, run, avg(flags & 2 = 0) AS p FROM move_code
        GROUP BY 1, 2 ORDER BY p LIMIT 10""",
}


# Over the views of stock SQLite, which read packed rounds too.
BY_HAND = {
    "payoffs by agent": "SELECT agent, avg(payoff) FROM move GROUP BY agent",
    "pauses by round": """SELECT round, avg(executed = 'PAUSE') FROM move
        GROUP BY round""",
    "flags and payoffs": "SELECT sum(flags), sum(payoff) FROM move_code",
    "breaches by phase": """SELECT phase, sum(executed = 'RACE' AND bound)
        FROM tidy_rounds WHERE run <= 2000 GROUP BY phase""",
    "after the other's race": """SELECT avg(m.executed = 'PAUSE') FROM move AS o
        JOIN move AS m ON m.experiment_id = o.experiment_id AND m.run = o.run
            AND m.round = o.round + 1 AND m.agent = 3 - o.agent
        WHERE o.executed = 'RACE' AND o.run <= 2000""",
}


def make(detente, db, runs, detail="rounds"):
    for treaty in "verified-halt", "none":
        subprocess.run([detente, "run", "two-powers", "--treaty", treaty,
                        "--set", "rounds=200", "--set", "noise.slip=0.02",
                        "--runs", str(runs), "--seed", "1", "--engine",
                        "reference", "--detail", detail, "-o", db + ".new",
                        "--append", "--quiet"], check=True,
                       stdout=subprocess.DEVNULL)
    os.rename(db + ".new", db)


def ask(detente, db, what):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([detente, "query", db, what, "--quiet", "--format", "csv"],
                   check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime +
            after.ru_stime - before.ru_stime)


def floor(db, sql):
    with sqlite3.connect(db) as c:
        start = time.process_time()
        c.execute(sql).fetchall()
        return time.process_time() - start


def compare_packed(detente, db, packed, took):
    """Of what is too slow, or too large, the names."""
    slow = []
    room, less = os.path.getsize(db), os.path.getsize(packed)
    print("\npacked: %.0f MB, %.1f %% of the room" % (less / 1e6,
                                                      100 * less / room))
    if less > MOST_ROOM * room:
        slow.append("room of packed rounds")
    print("\nnamed queries over rows, packed, and how many times that is")
    for name, seconds in sorted(took.items(), key=lambda t: -t[1]):
        other = ask(detente, packed, name)
        print("%-28s %8.3f s %8.3f s %6.2f" % (name, seconds, other,
                                               other / seconds))
        if other > MOST_PACKED * seconds:
            slow.append(name + ", packed")
    print("\nby hand in stock SQLite, over rows and packed")
    for name, sql in BY_HAND.items():
        seconds, other = floor(db, sql), floor(packed, sql)
        print("%-28s %8.3f s %8.3f s %6.2f" % (name, seconds, other,
                                               other / seconds))
        if other > MOST_PACKED * seconds:
            slow.append(name + ", packed")
    return slow


def main():
    detente, queries, db = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 12500
    if not os.path.exists(db):
        make(detente, db, runs)
    packed = os.path.join(os.path.dirname(db), "packed-" + os.path.basename(db))
    if not os.path.exists(packed):
        make(detente, packed, runs, "packed")
    with sqlite3.connect(db) as c:
        moves, = c.execute("SELECT sum(rounds) FROM tally_code").fetchone()
    print("%s: %d moves, %.0f MB" % (db, moves, os.path.getsize(db) / 1e6))
    slow = []
    took = {}
    for name in sorted(os.listdir(queries)):
        if name.endswith(".sql"):
            took[name[:-4]] = ask(detente, db, name[:-4])
    for name, seconds in sorted(took.items(), key=lambda t: -t[1]):
        print("%-28s %8.3f s" % (name, seconds))
        if seconds > MOST:
            slow.append(name)
    print("\nby hand over the rows, and the named query")
    for name, sql in FLOORS.items():
        print("%-28s %8.3f s %8.3f s" % (name, floor(db, sql), took[name]))
    print("\nof one run")
    for table in OF_A_RUN:
        seconds = ask(detente, db, "SELECT * FROM %s WHERE experiment_id = 1"
                      " AND run = %d" % (table, RUN))
        print("%-28s %8.1f ms" % (table, 1e3 * seconds))
        if seconds > MOST_OF_A_RUN:
            slow.append(table)
    slow += compare_packed(detente, db, packed, took)
    if slow:
        sys.exit("too slow: " + ", ".join(slow))


main()
