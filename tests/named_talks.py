"""What the named queries of talks should say, worked out from the steps alone.

    python3 named_talks.py DB QUERY ANSWER.csv

compares the answer of `detente query DB QUERY --format csv` with its own, and
exits 1 with the first difference.
"""
import collections
import csv
import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row
experiments = {e["experiment_id"]: e for e in db.execute(
    "SELECT * FROM experiment WHERE engine = 'talks'")}
agents = {(a["experiment_id"], a["agent"]): a["name"]
          for a in db.execute("SELECT * FROM agent")}
texts = {(t["experiment_id"], t["text"]): t
         for t in db.execute("SELECT * FROM talks_text")}
steps = sorted(db.execute("SELECT * FROM talks_event"), key=lambda s: (
    s["experiment_id"], s["run"], s["event"]))


def text_of(step):
    t = texts.get((step["experiment_id"], step["text"]))
    return t["name"] if t else None


def name_of(step):
    return agents.get((step["experiment_id"], step["agent"]))


def mean(values):
    return sum(values) / len(values) if values else None


def talks():
    """How each negotiation ended, from its last steps."""
    by_run = collections.defaultdict(list)
    for s in steps:
        by_run[s["experiment_id"], s["run"]].append(s)
    sums = collections.defaultdict(list)
    for (e, _), of in by_run.items():
        enters = [s for s in of if s["does"] == "enters"]
        rejected = sum(s["does"] == "rejects" for s in of)
        if enters:
            s = enters[0]
            bound = sum(x["does"] == "ratifies" and x["round"] == s["round"]
                        and x["event"] < s["event"] for x in of)
            sums[e, text_of(s)].append((s["round"], bound, rejected))
        else:
            sums[e, None].append((max(x["round"] for x in of), 0, rejected))
    rows = []
    for (e, text), of in sums.items():
        holds = [t["holds"] for (i, _), t in texts.items()
                 if i == e and t["name"] == text]
        rows.append([e, experiments[e]["scenario"], experiments[e]["treaty"],
                     text or "no agreement", holds[0] if holds else None,
                     len(of), len(of) / sum(i == e for i, _ in by_run),
                     mean([r for r, _, _ in of]), mean([n for _, n, _ in of]),
                     sum(d for _, _, d in of)])
    return sorted(rows, key=lambda r: (r[0], -r[5], r[3]))


def talks_refusals():
    said = collections.defaultdict(list)
    for s in steps:
        if s["does"] in ("accepts", "refuses"):
            said[s["experiment_id"], s["agent"], s["text"]].append(s)
    rows = []
    for (e, agent, text), of in said.items():
        no = [s for s in of if s["does"] == "refuses"]
        if no:
            rows.append((e, -len(no), agent, text, [
                e, experiments[e]["scenario"], name_of(of[0]), text_of(of[0]),
                len(no), len(of) - len(no), min(s["round"] for s in no),
                mean([s["worth"] for s in no]),
                mean([s["aspired"] for s in no])]))
    return [r[-1] for r in sorted(rows, key=lambda r: r[:-1])]


def talks_signed():
    rows = []
    for s in steps:
        if s["does"] != "signs":
            continue
        there = [x for x in steps if (x["experiment_id"], x["run"],
                                      x["round"]) == (
            s["experiment_id"], s["run"], s["round"])]
        home = [x["does"] for x in there if x["agent"] == s["agent"]
                and x["does"] in ("ratifies", "rejects")]
        rows.append([s["experiment_id"], s["run"], s["round"], name_of(s),
                     text_of(s), texts[s["experiment_id"],
                                       s["text"]]["holds"], home[0],
                     int(any(x["does"] == "enters" for x in there))])
    return rows


def talks_transcript():
    return [[s["experiment_id"], s["run"], s["round"], name_of(s), s["does"],
             text_of(s), s["worth"], s["aspired"], s["support"], s["chance"]]
            for s in steps]


def same(got, wanted):
    if wanted is None:
        return got == ""
    if isinstance(wanted, (int, float)):
        return got != "" and abs(float(got) - wanted) < 1e-9
    return got == wanted


wanted = globals()[sys.argv[2].replace("-", "_")]()
with open(sys.argv[3], newline="", encoding="utf-8") as file:
    got = list(csv.reader(file))[1:]
assert len(got) == len(wanted) > 0, (len(got), len(wanted))
for one, other in zip(got, wanted):
    assert len(one) == len(other), (one, other)
    assert all(same(a, b) for a, b in zip(one, other)), (one, other)
