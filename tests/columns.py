"""Tables as they are printed beside what is said of their columns.

columns.py PROGRAM LIST: makes the calls of LIST, a line each: the question
that is asked, a colon, the words after `detente`; a question of + only makes
a file. Of each table in the answer's JSON every column must be explained by
`detente help VERB --columns`, and the unit that a database keeps must be the
unit that is told. In the end every column that is explained must have been
printed, and the headings of every table have stood in a text as they are told,
but for those that a line `hidden: VERB TABLE...` names: texts leave them out.
`elsewhere: TABLE...` names tables of figures, of which a call prints some;
check_figure.c holds them.
Prints what is wrong; then the counts.
"""

import csv
import glob
import io
import itertools
import json
import os
import re
import sqlite3
import subprocess
import sys

# Rooms that make tables for pages, not for verbs; and how a table is made.
PAGES = ("format", "report", "explore", "school", "class")
MADE = r'(?:dt_solution_table(?:_of)?|DT_SOLUTION_TABLE)\(\s*[^",;]+,\s*"(\w+)"'
KEEPS = ("solve", "tournament", "evolve", "infer")


def call(program, *words):
    done = subprocess.run([program, *words], capture_output=True, text=True)
    return done.stdout if done.returncode in (0, 4) else fail(words, done)


def fail(words, done):
    print("detente %s: exit %d: %s" % (" ".join(words), done.returncode,
                                       done.stderr.strip()[:200]))
    return None


class Explained:
    """The tables that a verb explains, and which columns were printed."""

    def __init__(self, program, verb):
        text = call(program, "help", verb, "--columns", "--format", "csv")
        rows = csv.DictReader(io.StringIO(text or ""))
        key = lambda row: (row["question"], row["table"])
        self.groups = [(k[0].split(), k[1].split(), list(rows_of))
                       for k, rows_of in itertools.groupby(rows, key)]
        self.seen, self.shown = set(), set()

    def row_of(self, group, name):
        rows = self.groups[group][2]
        for row in rows:
            if row["column"] == name:
                return row
        for row in rows:
            if re.search("[A-Z]", row["column"]):
                return row
        return None

    def find(self, asked, table, columns):
        """The group that explains all columns, as rows; or None."""
        for g, (questions, tables, _) in enumerate(self.groups):
            if not asked & set(questions) or table not in tables:
                continue
            rows = [self.row_of(g, name) for name in columns]
            if None not in rows:
                self.seen |= {(g, row["column"]) for row in rows}
                return rows
        return None

    def columns(self, of_seen):
        """Those of all tables, or those that were printed, by name."""
        return {(" ".join(questions), " ".join(tables), row["column"])
                for g, (questions, tables, rows) in enumerate(self.groups)
                for row in rows
                if not of_seen or (g, row["column"]) in self.seen}


def columns_of(rows):
    """Of a table in JSON, without the exact values beside numbers."""
    names = list(rows[0])
    return [n for n in names
            if not (n.endswith("_exact") and n[:-6] in names)]


def heads(rows, columns):
    """The line of headings, as a pattern; those of a model's names are any."""
    return "".join(r" +\S.*?" if row["column"] != name or
                   "KEY" in row["heading"] or row["heading"] == "RESULT"
                   else r" *" + re.escape(row["heading"])
                   for row, name in zip(rows, columns)) + "$"


def kept(db):
    """Of the answer in a database: tables with columns and their units."""
    tables = {}
    with sqlite3.connect(db) as base:
        for table, column, unit in base.execute(
                "SELECT DISTINCT table_name, column_name, unit "
                "FROM solution_cell ORDER BY table_number, column"):
            tables.setdefault(table, {})[column] = unit
    return tables


def answer(program, words, number):
    """Tables by name: columns, with units where they are known; the text."""
    if words[0] in KEEPS:
        db = "answer-%d.db" % number
        text = call(program, *words, "--quiet", "-o", db)
        return kept(db), text or ""
    if words[-1] == "csv":
        rows = list(csv.DictReader(io.StringIO(call(program, *words) or "")))
        return {words[0]: dict.fromkeys(rows[0] if rows else ())}, ""
    tables = json.loads(call(program, *words, "--format", "json", "--quiet")
                        or "{}").get("tables", {})
    return ({name: dict.fromkeys(columns_of(rows))
             for name, rows in tables.items() if rows},
            call(program, *words, "--quiet") or "")


def look(program, explained, question, words, number):
    tables, text = answer(program, words, number)
    lines, faults = text.split("\n"), []
    for name, units in tables.items():
        what = "%s: %s" % (" ".join(words), name)
        asked = {question} | ({"model"} if "--model" in words else set())
        rows = explained.find(asked, name, list(units))
        if rows is None:
            faults.append("%s: not explained: %s" % (what, " ".join(units)))
            continue
        if any(re.match(heads(rows, units), line) for line in lines):
            explained.shown.add(name)
        faults += ["%s.%s is in '%s', not in '%s'" % (what, column, unit,
                                                      row["unit"])
                   for (column, unit), row in zip(units.items(), rows)
                   if unit is not None and row["column"] == column and
                   row["unit"] != unit]
    return faults


def never_shown(explained, hidden):
    for verb, of in explained.items():
        tables = {name for _, names, _ in of.groups for name in names}
        printed = tables - of.shown
        for name in sorted(printed ^ hidden.get(verb, set())):
            yield "%s: %s: its headings are %s" % (
                verb, name, "not as explained" if name in printed
                else "in a text, and it is listed as hidden")


def not_explained(explained, sources):
    """Tables that the sources make and no verb explains."""
    names = {name for of in explained.values() for _, tables, _ in of.groups
             for name in tables}
    for path in glob.glob(os.path.join(sources, "src", "*", "*.c")):
        room, file = path.split(os.sep)[-2:]
        if room not in PAGES and not file.startswith("show_"):
            for name in re.findall(MADE, open(path).read()):
                if name not in names:
                    yield "%s makes a table that is not explained: %s" % (
                        file, name)


def main(program, path):
    explained, faults, hidden, calls = {}, [], {}, 0
    elsewhere = set()
    for line in open(path):
        if line.startswith("#"):
            continue
        question, words = line.strip().split(": ", 1)
        words = words.split()
        calls += 1
        if question == "+":
            call(program, *words)
        elif question == "elsewhere":
            elsewhere |= set(words)
        elif question == "hidden":
            hidden[words[0]] = set(words[1:])
        else:
            if words[0] not in explained:
                explained[words[0]] = Explained(program, words[0])
            faults += look(program, explained[words[0]], question, words,
                           calls)
    unseen = set().union(*(of.columns(False) for of in explained.values()))
    unseen -= set().union(*(of.columns(True) for of in explained.values()))
    faults += ["never printed: %s: %s.%s" % it for it in sorted(unseen)
               if it[1] not in elsewhere]
    faults += never_shown(explained, hidden)
    faults += not_explained(explained, os.path.join(os.path.dirname(path),
                                                    ".."))
    print("\n".join(faults))
    print("%d calls, %d columns printed, %d faults" % (
        calls, sum(len(of.seen) for of in explained.values()), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
