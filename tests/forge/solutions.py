"""Solutions: nobody signs them, so that they are found again on --solutions.
Solution 1 is of a game, 2 of a model; each row is changed, and where the key
would tell of it, the key and the hash are made afresh too."""
import hashlib
import sqlite3

from cases import forge, sql

AGAIN = ("--solutions",)


def keyed(text):
    """The same, with key and hash that fit, as a forger would."""
    def make(path):
        sql(text)(path)
        db = sqlite3.connect(path)
        for i, *parts in db.execute(
                "SELECT solution_id, question, subject, method, config,"
                " command FROM solution").fetchall():
            key = hashlib.sha256(b"".join(p.encode() + b"\0"
                                          for p in parts)).hexdigest()
            config = hashlib.sha256(parts[3].encode()).hexdigest()
            db.execute("UPDATE solution SET solution_key = ?, config_sha256 ="
                       " ? WHERE solution_id = ?", (key, config, i))
        db.commit()
        db.close()
    return make


def case(name, make, **rest):
    forge("a solution", name, "solved", make, options=AGAIN, **rest)


def cell(column, **more):
    return dict(table="solution_cell", solution=1, column=column, **more)


def head(column, solution=1):
    return dict(table="solution", solution=solution, column=column)


case("both as they are", sql("ANALYZE; DROP TABLE sqlite_stat1"),
     verdict="authentic", says=dict(solutions_found_again=2,
                                    solutions_not_audited=0))
forge("a solution", "a number, and nobody asks: it is called not audited",
      "solved", sql("UPDATE solution_cell SET number = 7 WHERE kind ="
                    " 'number' AND solution_id = 2"),
      verdict="not shown", says=dict(solutions_not_audited=2))
case("a value's least bit", sql(
    "UPDATE solution_cell SET number = number * (1 + 3e-16) WHERE"
    " (solution_id, table_number, row, column) = (SELECT solution_id,"
    " table_number, row, column FROM solution_cell WHERE number <> 0 AND"
    " solution_id = 1 AND kind IN ('number', 'exact') LIMIT 1)"),
     where=cell("number"))
for name, text in (
        ("number", "number + 1"), ("text", "text || '1'"),
        ("unit", "unit || 's'"), ("column_name", "column_name || 's'"),
        ("table_name", "table_name || 's'"),
        ("kind", "CASE kind WHEN 'number' THEN 'whole' ELSE 'number' END")):
    case("a cell's " + name, sql(
        "UPDATE solution_cell SET %s = %s WHERE solution_id = 1 AND"
        " table_number = 1 AND row = 1 AND column = 2" % (name, text)),
         where=cell(name))
case("a cell less, the last", sql(
    "DELETE FROM solution_cell WHERE solution_id = 1 AND table_number ="
    " (SELECT max(table_number) FROM solution_cell WHERE solution_id = 1)"),
     where=dict(table="solution_cell", solution=1, fault="missing"))
case("a cell less, the first", sql(
    "DELETE FROM solution_cell WHERE solution_id = 1 AND table_number = 1 AND"
    " row = 1 AND column = 1"), where=cell("column"))
case("a cell more", sql(
    "INSERT INTO solution_cell VALUES (1, 99, 'x', 1, 1, 'x', '', 'number',"
    " 1.0, '')"), where=dict(table="solution_cell", solution=1,
                             fault="added"))
case("all cells", sql("DELETE FROM solution_cell WHERE solution_id = 2"),
     where=dict(table="solution_cell", solution=2, fault="missing"))
for name, text in (("tolerance", "tolerance + 1e-9"), ("holds", "1 - holds"),
                   ("says", "says || 'It is so.'")):
    case("its " + name, sql("UPDATE solution SET %s = %s WHERE solution_id ="
                            " 1" % (name, text)), where=head(name))
for name, text in (("question", "'other'"), ("subject", "'other'"),
                   ("method", "'by hand'"), ("config", "config || ' '"),
                   ("command", "command || ' --method pure'")):
    change = "UPDATE solution SET %s = %s WHERE solution_id = 1" % (name,
                                                                   text)
    case("its %s, by the key" % name, sql(change), where=head("solution_key"))
    if name in ("question", "subject", "method"):
        case("its %s, with a key that fits" % name, keyed(change),
             where=head(name))
case("its key", sql("UPDATE solution SET solution_key = printf('%.64c', 'a')"
                    " WHERE solution_id = 1"), where=head("solution_key"))
case("its hash", sql("UPDATE solution SET config_sha256 = printf('%.64c',"
                     " 'a') WHERE solution_id = 1"),
     where=head("config_sha256"))
case("another command under the answer", keyed(
    "UPDATE solution SET command = 'detente solve stag-hunt --method pure'"
    " WHERE solution_id = 1"), where=dict(solution=1))
for name, text in (
        ("another configuration", "config = config || ' '"),
        ("a command of a file that is not there",
         "command = 'detente solve no-such-game.nfg'"),
        ("a command that writes", "command = command || ' -o other.db'"),
        ("a command that solves nothing", "command = 'detente list'"),
        ("no command", "command = 'x'"),
        ("another model version", "model_version = 1")):
    case(name + ": nothing is shown then", keyed(
        "UPDATE solution SET %s WHERE solution_id = 1" % text),
         verdict="not shown", says=dict(solutions_found_again=1))
