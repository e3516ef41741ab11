#!/usr/bin/env python3
"""claims_again.py DETENTE CSV: every verdict of `detente claims`, found again by the
one command that it prints, and counted here by the rule of the claim's file. And
the pictures: well-formed, with a title, a description and two axes.

Ends with "N passed, N failed" and the exit status says which."""
import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

DETENTE = sys.argv[1]
SVG = "{http://www.w3.org/2000/svg}"
passed = failed = 0


def claim(what, true):
    global passed, failed
    if true:
        passed += 1
    else:
        failed += 1
        print(f"failed: {what}")


def ask(words, *more):
    run = subprocess.run([DETENTE, *words.split()[1:], *more, "--format",
                          "json", "--quiet"], capture_output=True, text=True)
    return json.loads(run.stdout)


def holds(rule, cell):
    """In a row; a cell without a value holds nowhere."""
    least, most = rule.get("least"), rule.get("most")
    if cell is None:
        return False
    if least is None and most is None:
        return cell == rule["is"]
    return (least is None or cell >= float(least)) and \
        (most is None or cell <= float(most))


def count(rule, answer):
    rows = answer["tables"][rule["table"]]
    if rule.get("where"):
        column, word = rule["where"].split("=")
        rows = [row for row in rows if str(row[column]) == word]
    return sum(holds(rule, row[rule["column"]]) for row in rows), len(rows)


def verdict(n, of):
    return "fails" if n == 0 else "holds" if n == of else "holds-if"


def picture(name):
    root = tree.parse(f"{name}.svg").getroot()
    words = [t.text for t in root.iter(SVG + "text") if t.text]
    claim(f"{name}: its picture has a title and says what is seen",
          all(e is not None and e.text for e in
              (root.find(f".//{SVG}title"), root.find(f".//{SVG}desc"))))
    claim(f"{name}: its axes are named", sum(
        1 for w in words if re.search("[a-z]{2}", w)) >= 3)


def one(name):
    page = ask(f"detente claims {name}", "--svg", f"{name}.svg", "--force")
    told = page["tables"]["verdict"][0]
    rule = ask(f"detente show claim {name}")["resolved"]
    n, of = count(rule, ask(told["command"]))
    claim(f"{name}: {told['command']} gives {n} of {of}, "
          f"{told['holds_in']} of {told['places']} are told",
          (n, of) == (told["holds_in"], told["places"]))
    claim(f"{name}: and so {verdict(n, of)}",
          verdict(n, of) == told["verdict"])
    words = {row["who"] for row in page["tables"]["words"]}
    claim(f"{name}: both columns are there",
          words == {"The essay", "The report"})
    claim(f"{name}: it says what it leaves out",
          len(page["tables"]["leaves_out"]) > 0)
    picture(name)


with open(sys.argv[2], newline="") as table:
    for row in csv.DictReader(table):
        one(row["claim"])
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0 or passed == 0)
