"""Rows: changed, removed, added, moved, without a signature more."""
from cases import forge, sql

BIG = 9223372036854775807

# ---- every column of what was played, in a signed file with its rounds ----
RUN = ["rounds", "all_paused_rounds", "in_force_rounds", "suspended_rounds",
       "entered_round", "ended_round", "first_breach_round"]
OUTCOME = ["rounds_paused", "rounds_party", "slips", "stopped_races",
           "breaches", "findings_right", "findings_wrong", "breaches_missed",
           "false_declarations", "payoff_total", "fines_total",
           "monitoring_total", "transfers_total", "rounds_bound"]
MOVE = ["flags", "alarms_seen", "payoff", "fine"]


def column(table, name, where, run, agent=None, base="full"):
    place = dict(table=table, column=name, run=run)
    if agent:
        place["agent"] = agent
    forge("a column of " + table, "%s + 1" % name, base,
          sql("UPDATE %s SET %s = coalesce(%s, 0) + 1 WHERE %s"
              % (table, name, name, where)), where=place)


for name in RUN:
    column("run", name, "run = 2", 2)
forge("a column of run", "ending", "full",
      sql("UPDATE run SET ending = 'sunset' WHERE run = 2"),
      where=dict(table="run", column="ending", run=2))
for name in OUTCOME:
    column("outcome", name, "run = 3 AND agent = 1", 3, 1)
for name in MOVE:
    column("move_code", name, "run = 1 AND round = 4 AND agent = 2", 1, 2)
forge("a column of round", "phase", "full",
      sql("UPDATE round SET phase = 'open' WHERE run = 1 AND round = 5"),
      where=dict(table="round", column="phase", run=1, round=5))

# ---- what rounds come to ----
for table, name, value in (
        ("tally_code", "flags", "flags + 8"), ("tally_code", "rounds", 9),
        ("tally_code", "phase", "'open'"),
        ("tally_code", "payoff_total", "payoff_total + 1"),
        ("tally_code", "fines_total", "fines_total + 1"),
        *(("pair", n, n + " + 1") for n in (
            "pause_pause", "pause_race", "race_pause", "race_race",
            "rounds_after_pause", "rounds_after_race"))):
    forge("a column of " + table, name, "full",
          sql("UPDATE OR REPLACE %s SET %s = %s WHERE run = 2 AND agent = 1"
              % (table, name, value)), where=dict(table=table, run=2))
for name in ("runs", "pauses", "alarms", "breaches", "findings"):
    forge("a column of round_tally", name, "full",
          sql("UPDATE round_tally SET %s = %s + 1 WHERE round = 2"
              % (name, name)),
          where=dict(table="round_tally", column=name, round=2))
for table in ("tally_code", "pair", "round_tally"):
    forge("a row less", "of " + table, "full",
          sql("DELETE FROM %s WHERE %s = 2" % (
              table, "round" if table == "round_tally" else "run")),
          where=dict(table=table))

# ---- the same where nothing is signed, and by the fast engine ----
for base in ("none", "lanes", "epoch"):
    for name in ("payoff_total", "breaches", "rounds_paused"):
        column("outcome", name, "run = 2 AND agent = 2", 2, 2, base)
    forge("a row less", "outcome of " + base, base,
          sql("DELETE FROM outcome WHERE run = 2 AND agent = 1"),
          where=dict(table="outcome", run=2, agent=1, fault="removed"))

# ---- rows that were never played ----
COPY_RUN = ("INSERT INTO run SELECT experiment_id, %d, rounds,"
            "all_paused_rounds, in_force_rounds, suspended_rounds,"
            "entered_round, ended_round, ending, first_breach_round FROM run"
            " WHERE run = 1")
COPY_OUTCOME = ("INSERT INTO outcome SELECT experiment_id, %d, agent,"
                "rounds_paused, rounds_party, slips, stopped_races, breaches,"
                "findings_right, findings_wrong, breaches_missed,"
                "false_declarations, 100 * payoff_total + 1, fines_total,"
                "monitoring_total, transfers_total, rounds_bound FROM outcome"
                " WHERE run = 1")
for base in ("full", "epoch", "none", "lanes"):
    for run in (BIG, BIG - 1, 1000):
        forge("a run more", "run %d of %s" % (run, base), base,
              sql(COPY_RUN % run, COPY_OUTCOME % run),
              where=dict(table="run", run=run, fault="added"))
for base in ("live", "livenone"):
    forge("a run more", "the last number there is, while it is played: "
          + base, base, sql(COPY_RUN % BIG, COPY_OUTCOME % BIG),
          where=dict(table="run", run=BIG, fault="added"))
forge("a run more", "outcomes alone, of run 9223372036854775807", "full",
      sql("PRAGMA foreign_keys = 0;" + COPY_OUTCOME % BIG),
      where=dict(fault="rows of run"))
forge("a row more", "a round without moves", "full",
      sql("INSERT INTO round VALUES (1, 1, 9, 'in force')"),
      where=dict(table="round", run=1, round=9, fault="added"))
forge("a row more", "a move of a round that is there", "full",
      sql("DELETE FROM move_code WHERE run = 1 AND round = 8 AND agent = 2;"
          "INSERT INTO round VALUES (1, 1, 9, 'ended');"
          "INSERT INTO move_code VALUES (1, 1, 9, 2, 0, 0, 0.0, 0.0)"),
      where=dict(table="move_code", run=1, round=8, fault="removed"))
forge("a row less", "a run with all that is of it", "full",
      sql("DELETE FROM move_code WHERE run = 3; DELETE FROM round WHERE run"
          " = 3; DELETE FROM outcome WHERE run = 3; DELETE FROM run WHERE"
          " run = 3"),
      where=dict(table="run", run=3, fault="removed"))
forge("a row less", "a round with its moves", "full",
      sql("DELETE FROM move_code WHERE run = 2 AND round = 3;"
          "DELETE FROM round WHERE run = 2 AND round = 3"),
      where=dict(table="round", run=2, round=3, fault="removed"))
forge("rows moved", "two runs' outcomes change places", "full",
      sql("UPDATE outcome SET run = run + 100 WHERE run IN (1, 3);"
          "UPDATE outcome SET run = 104 - run WHERE run > 100"),
      where=dict(table="outcome", fault="was played"))
forge("rows moved", "two agents' outcomes change places", "full",
      sql("UPDATE outcome SET agent = agent + 10 WHERE run = 1;"
          "UPDATE outcome SET agent = 13 - agent WHERE run = 1"),
      where=dict(table="outcome", run=1, fault="was played"))

# ---- rows of nothing ----
OWNERLESS = {
    "run": "INSERT INTO run VALUES (7, 1, 8, 0, 0, 0, NULL, NULL, 'none',"
           " NULL)",
    "outcome": "INSERT INTO outcome VALUES (7, 1, 1, 8, 8, 0, 0, 0, 0, 0, 0,"
               " 0, 9.0, 0.0, 0.0, 0.0, NULL)",
    "round": "INSERT INTO round VALUES (7, 1, 1, 'open')",
    "move_code": "INSERT INTO move_code VALUES (7, 1, 1, 1, 0, 0, 9.0, 0.0)",
    "tally_code": "INSERT INTO tally_code VALUES (7, 1, 1, 'open', 0, 8, 9.0,"
                  " 0.0)",
    "pair": "INSERT INTO pair VALUES (7, 1, 1, 2, 8, 0, 0, 0, 7, 7, 0, 0)",
    "round_tally": "INSERT INTO round_tally VALUES (7, 1, 1, 2, 1, 1, 0, 0, 0,"
                   " 0)",
    "class_run": "INSERT INTO class_run VALUES (7, 1, 1, 1)",
    "participant": "INSERT INTO participant VALUES (7, 'p1', 'x', '', '1',"
                   " '')",
    "seat": "INSERT INTO seat VALUES (7, 1, 1, 'p1')",
    "choice": "INSERT INTO choice VALUES (7, 1, 1, 1, 'human', 'p1', 900, 1,"
              " '')",
    "quiz_answer": "INSERT INTO quiz_answer VALUES (7, 'p1', 1, 1, 'x', 1)",
    "subject": "INSERT INTO subject VALUES (7, 1, 1, 'x', '', '1')",
    "agent": "INSERT INTO agent VALUES (7, 1, 'us', 'us', 'lab', '', 'grim',"
             " 'opinion', 1.0, 1)",
    "signer": "INSERT INTO signer VALUES (7, 1, 'us', 'party', 'a', 'b')",
    "entry": "INSERT INTO entry VALUES (7, 0, 'open', 1, 1, 1, 'x',"
             " printf('%.88c', 'A'))",
    "checkpoint": "INSERT INTO checkpoint VALUES (7, 1, 1, 1, 1,"
                  " printf('%.64c', 'a'), 'note')",
    "sweep_axis": "INSERT INTO sweep_axis VALUES (7, 1, 'a', 'b', 1)",
    "sweep_level": "INSERT INTO sweep_level VALUES (7, 1, 1, 'a', 1.0)",
    "cell_axis": "INSERT INTO cell_axis VALUES (7, 1, 1, 1)",
    "cell": "INSERT INTO cell SELECT 7, 1, printf('%.64c', 'a'), 'a',"
            " 'chain', 1, 0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0,"
            " NULL, 0.0, NULL, 0.0, NULL, 8.0, 0.0, 0.0, 0.0, 0.0, 0.0,"
            " NULL, NULL, NULL, NULL, NULL, NULL, NULL",
}
for table, text in OWNERLESS.items():
    owner = "sweep" if "sweep" in table or "cell" in table else "experiment"
    forge("rows of nothing", table, "full",
          sql("PRAGMA foreign_keys = 0;" + text),
          where=dict(fault="%s: rows of %s 7, which is not in the file"
                     % (table, owner)))

# ---- what the row of an experiment says ----
for name, value in (("scenario", "'other'"), ("title", "'Other'"),
                    ("treaty", "'bwc'"), ("payoffs", "'other'"),
                    ("config_sha256", "printf('%.64c', 'a')"),
                    ("generator", "'other'"), ("engine", "'lanes'"),
                    ("seed", "'8'"), ("experiment_key",
                                      "printf('%.64c', 'b')")):
    forge("a column of experiment", name, "full",
          sql("UPDATE experiment SET %s = %s" % (name, value)),
          where=dict(table="experiment"))
forge("a column of experiment", "config: another slip", "full",
      sql("UPDATE experiment SET config = replace(config, 'slip: 0.01',"
          " 'slip: 0.02')"), where=dict(table="experiment"))
for name in ("command", "version", "libraries"):
    forge("a column of experiment", name, "full",
          sql("UPDATE experiment SET %s = 'another'" % name),
          where=dict(table="checkpoint", column="digest"))
forge("a column of experiment", "detail", "full",
      sql("UPDATE experiment SET detail = 'runs'"),
      where=dict())
forge("a column of experiment", "model_version", "full",
      sql("UPDATE experiment SET model_version = 1 + model_version"),
      where=dict(table="experiment"))
forge("a column of experiment", "runs_stored over runs_asked", "full",
      sql("UPDATE experiment SET runs_stored = 9"),
      where=dict(table="experiment", column="runs_stored"))
forge("a column of experiment", "runs_asked beyond all bounds", "none",
      sql("UPDATE experiment SET runs_asked = %d, runs_stored = %d"
          % (BIG, BIG)), where=dict(table="experiment"))
forge("a column of experiment", "started_at is no time", "full",
      sql("UPDATE experiment SET started_at = 'once'"),
      where=dict(table="experiment", column="started_at"))
forge("a column of experiment", "a clock that went back: no fault", "full",
      sql("UPDATE experiment SET ended_at = '2001-01-01T00:00:00Z'"),
      verdict="authentic")
for i, name in enumerate(("name", "title", "kind", "host", "strategy",
                          "status", "weight", "signs")):
    value = {"weight": "9.5", "signs": "0"}.get(name, "'grim'")
    forge("a column of agent", name, "full",
          sql("UPDATE agent SET %s = %s WHERE agent = 2" % (name, value)),
          where=dict(table="agent", agent=2, column=name))
forge("a row less", "an agent", "none",
      sql("PRAGMA foreign_keys = 0; DELETE FROM agent WHERE agent = 2"),
      where=dict(table="agent", agent=2))
