"""Sweeps: nobody signs them, so they are answered again."""
from cases import forge, sql

GAME = ["pause_share", "pause_share_se", "all_paused_share",
        "payoff_per_round", "in_force_share", "breached_share",
        "mean_breached_round", "rounds_per_run", "fines_per_run"]
AGENT = ["pause_share", "payoff_per_round", "breaches_per_run",
         "transfers_per_run"]

for base in ("chain", "played"):
    for name in GAME:
        forge("a cell of a sweep", name + ", " + base, base,
              sql("UPDATE cell SET %s = coalesce(%s, 0) + 0.125 WHERE cell ="
                  " 3" % (name, name)),
              where=dict(table="cell", sweep=1, cell=3, column=name))
    for name in AGENT:
        forge("an agent of a cell", name + ", " + base, base,
              sql("UPDATE cell_outcome SET %s = %s + 0.125 WHERE cell = 2 AND"
                  " agent = 1" % (name, name)),
              where=dict(table="cell_outcome", cell=2, agent=1, column=name))
    forge("a cell of a sweep", "the least bit, " + base, base,
          sql("UPDATE cell SET payoff_per_round = payoff_per_round * (1 +"
              " 3e-16) WHERE cell = 5"),
          where=dict(table="cell", cell=5, column="payoff_per_round"))
    forge("a cell of a sweep", "two change places, " + base, base,
          sql("PRAGMA foreign_keys = 0; UPDATE cell SET cell = cell + 100"
              " WHERE cell IN (1, 4); UPDATE cell SET cell = 105 - cell WHERE"
              " cell > 100"), where=dict(table="cell", cell=1))
    forge("a cell less", "with all that is of it, " + base, base,
          sql("DELETE FROM cell_outcome WHERE cell = 2; DELETE FROM cell_axis"
              " WHERE cell = 2; DELETE FROM cell WHERE cell = 2"),
          where=dict(table="cell", fault="5 of 6 cells"))
    forge("a cell less", "its agent, " + base, base,
          sql("DELETE FROM cell_outcome WHERE cell = 2 AND agent = 2"),
          where=dict(table="cell_outcome", cell=2, agent=2, fault="removed"))
    forge("a cell less", "said to be unfinished, which is told, " + base,
          base, sql("DELETE FROM cell_outcome WHERE cell = 2; DELETE FROM"
                    " cell_axis WHERE cell = 2; DELETE FROM cell WHERE cell ="
                    " 2; UPDATE sweep SET ended_at = ''"),
          verdict="authentic")
forge("a cell of a sweep", "the level on an axis", "chain",
      sql("UPDATE cell_axis SET level = 1 + level % 2 WHERE cell = 4 AND axis"
          " = 2"), where=dict(table="cell_axis", cell=4, column="level"))
forge("a cell of a sweep", "its engine", "played",
      sql("UPDATE cell SET engine = 'chain', runs = 0 WHERE cell = 4"),
      where=dict(table="cell", cell=4, column="engine"))
forge("a cell of a sweep", "its runs", "played",
      sql("UPDATE cell SET runs = 1000000 WHERE cell = 4"),
      where=dict(table="cell", cell=4, column="runs"))
forge("a cell of a sweep", "its key", "chain",
      sql("UPDATE cell SET cell_key = printf('%.64c', 'a') WHERE cell = 4"),
      where=dict(table="cell", cell=4, column="cell_key"))
forge("a cell of a sweep", "its strategy", "chain",
      sql("UPDATE cell_outcome SET strategy = 'grim' WHERE cell = 6 AND agent"
          " = 1 AND strategy <> 'grim'"), where=dict(table="cell_outcome"))
forge("a cell more", "of a number that the grid has not", "chain",
      sql("PRAGMA foreign_keys = 0; UPDATE cell SET cell = 99 WHERE cell = 6;"
          "UPDATE cell_axis SET cell = 99 WHERE cell = 6; UPDATE cell_outcome"
          " SET cell = 99 WHERE cell = 6"),
      where=dict(table="cell", cell=99, fault="added"))
forge("a cell more", "an agent", "chain",
      sql("INSERT INTO cell_outcome SELECT sweep_id, cell, 3, name, strategy,"
          "pause_share, pause_share_se, payoff_per_round,"
          "payoff_per_round_se, party_share, breaches_per_run,"
          "findings_right_per_run, findings_wrong_per_run,"
          "breaches_missed_per_run, false_declarations_per_run,"
          "slips_per_run, stopped_races_per_run, fines_per_run,"
          "monitoring_per_run, transfers_per_run, NULL, NULL, NULL, NULL,"
          "NULL, NULL FROM cell_outcome WHERE cell = 1 AND agent = 1"),
      where=dict(table="cell_outcome", cell=1, agent=3, fault="added"))
for name, text, where in (
        ("an axis's name", "UPDATE sweep_axis SET name = 'fine' WHERE axis ="
         " 1", dict(table="sweep_axis", column="name")),
        ("an axis's key", "UPDATE sweep_axis SET key = 'rounds' WHERE axis ="
         " 1", dict(table="sweep_axis", column="key")),
        ("a value", "UPDATE sweep_level SET value = '0.2' WHERE axis = 1 AND"
         " level = 1", dict(table="sweep_level", column="value")),
        ("a value's number", "UPDATE sweep_level SET number = 0.2 WHERE axis"
         " = 1 AND level = 1", dict(table="sweep_level", column="number")),
        ("the title", "UPDATE sweep SET title = 'other'",
         dict(table="sweep", column="title")),
        ("the scenario", "UPDATE sweep SET scenario = 'other'",
         dict(table="sweep", column="scenario")),
        ("the engine", "UPDATE sweep SET engine = 'lanes'",
         dict(table="sweep", column="engine")),
        ("how many cells", "UPDATE sweep SET cells = 7",
         dict(table="sweep", column="cells")),
        ("how many runs", "UPDATE sweep SET runs_asked = 7",
         dict(table="sweep", column="runs_asked"))):
    forge("what a sweep says", name, "chain", sql(text), where=where)
for name, text in (
        ("its seed", "UPDATE sweep SET seed = '2'"),
        ("its key", "UPDATE sweep SET sweep_key = printf('%.64c', 'a')"),
        ("its base", "UPDATE sweep SET base_config = replace(base_config,"
         " 'slip: 0.01', 'slip: 0.02')"),
        ("its values", "UPDATE sweep SET config = replace(config, '0.5',"
         " '0.6')")):
    forge("what a sweep says", name + ": nothing is shown then", "chain",
          sql(text), verdict="not shown")
forge("nothing", "an empty file", "none",
      sql("DELETE FROM outcome; DELETE FROM run; DELETE FROM agent; DELETE"
          " FROM setting; DELETE FROM experiment"), verdict="nothing")
forge("an experiment less", "the first of two, which is told", "two",
      sql("DELETE FROM outcome WHERE experiment_id = 1; DELETE FROM run WHERE"
          " experiment_id = 1; DELETE FROM agent WHERE experiment_id = 1;"
          " DELETE FROM setting WHERE experiment_id = 1;"
          " DELETE FROM experiment WHERE experiment_id = 1"),
      verdict="authentic", says=dict(experiment_gaps=1))
forge("an experiment less", "but what it was set to stays", "two",
      sql("DELETE FROM outcome WHERE experiment_id = 1; DELETE FROM run WHERE"
          " experiment_id = 1; DELETE FROM agent WHERE experiment_id = 1;"
          " DELETE FROM experiment WHERE experiment_id = 1"),
      where=dict(fault="setting: rows of experiment 1, which is not in"
                 " the file: "))
forge("an experiment less", "the other one changed: only it is at fault",
      "two", sql("UPDATE outcome SET slips = 9 WHERE experiment_id = 2 AND"
                 " run = 1 AND agent = 1"),
      where=dict(table="outcome", experiment=2), says=dict(faults_found=0))
for name, text in (
        ("a trigger", "CREATE TRIGGER t AFTER INSERT ON run BEGIN SELECT 1;"
         " END"),
        ("a table", "CREATE TABLE more (x)"),
        ("an index", "CREATE INDEX i ON run (rounds)"),
        ("a view", "DROP VIEW false_alarms; CREATE VIEW false_alarms AS"
         " SELECT 1 AS x"),
        ("a view more", "CREATE VIEW better AS SELECT 1 AS x")):
    forge("definitions", name, "full", sql(text), verdict="refused")
for name, text in (
        ("a unit", "UPDATE schema_doc SET unit = 'x' WHERE column_name ="
         " 'slips'"),
        ("a meaning", "UPDATE schema_doc SET meaning = 'x' WHERE column_name"
         " = 'slips'"),
        ("a row less", "DELETE FROM schema_doc WHERE column_name = 'slips'"),
        ("a row more", "INSERT INTO schema_doc VALUES ('a', 'b', 'c', 'd',"
         " 'e')")):
    forge("documentation", name, "full", sql(text),
          where=dict(fault="schema_doc"))
