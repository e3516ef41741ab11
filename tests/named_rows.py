"""The rows of a database, for named.py and named_more.py: what is not said here
by plain Python is SELECT * of a table or of tidy_rounds.
"""
import collections
import math
import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row


def t_quantile(v):
    """Student's t at .975, by Simpson's rule and bisection."""
    c = math.exp(math.lgamma((v + 1) / 2) - math.lgamma(v / 2)) / math.sqrt(
        v * math.pi)

    def half(t, n=2000):
        h = t / n
        f = [c * (1 + (i * h) ** 2 / v) ** (-(v + 1) / 2)
             for i in range(n + 1)]
        return h / 3 * (f[0] + f[-1] + 4 * sum(f[1:-1:2]) + 2 * sum(f[2:-1:2]))

    low, high = 0.0, 700.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if half(middle) < .475 else (low, middle)
    return low


class Run:
    def __init__(self):
        self.rounds = collections.defaultdict(dict)     # round, agent: row

    def settle(self, ending):
        self.n = len(self.rounds)
        phases = [next(iter(r.values()))["phase"]
                  for _, r in sorted(self.rounds.items())]
        self.in_force = phases.count("in force")
        self.age = self.in_force + phases.count("suspended")
        self.entered = phases.index("in force") + 1 if self.in_force else None
        self.ending = ending
        self.died = ending != "none"
        self.ended = None
        if self.died:
            # the last round with the treaty
            self.ended = phases.index("ended") if "ended" in phases \
                else self.n
        rows = [(k, m) for k, r in self.rounds.items() for m in r.values()]
        self.moves = [m for _, m in rows]
        self.paused = sum(m["executed"] == "PAUSE" for m in self.moves)
        self.all_paused = sum(all(m["executed"] == "PAUSE"
                                  for m in r.values())
                              for r in self.rounds.values())
        self.payoff = sum(m["payoff"] for m in self.moves)
        breaches = [k for k, m in rows if breach(m)]
        self.breaches = len(breaches)
        self.first_breach = min(breaches) if breaches else None
        self.right = sum(breach(m) and m["finding"] for m in self.moves)
        self.wrong = sum(m["finding"] and not breach(m) for m in self.moves)

    def of(self, agent):
        return [r[agent] for _, r in sorted(self.rounds.items())]


def breach(m):
    return m["bound"] and m["executed"] == "RACE"


experiments = list(db.execute("SELECT * FROM experiment ORDER BY 1"))
seats = list(db.execute("SELECT * FROM agent ORDER BY 1, 2"))
runs = collections.defaultdict(lambda: collections.defaultdict(Run))
for m in db.execute("SELECT * FROM tidy_rounds"):
    runs[m["experiment_id"]][m["run"]].rounds[m["round"]][m["agent"]] = m
for e in runs:
    for k in runs[e]:
        runs[e][k].settle(db.execute(
            "SELECT ending FROM run WHERE experiment_id = ? AND run = ?",
            (e, k)).fetchone()[0])


def ratio(pairs):
    """Mean, standard error and runs of one length, of (x, n) by run."""
    total = sum(n for _, n in pairs)
    mean = sum(x for x, _ in pairs) / total
    m = len(pairs)
    if m < 2:
        return mean, None, 1
    squares = sum((x - mean * n) ** 2 for x, n in pairs)
    return (mean, math.sqrt(squares * m / (m - 1)) / total,
            total * total / sum(n * n for _, n in pairs))


def over(a, b):
    return a / b if b else None


def each():
    for e in experiments:
        if e["experiment_id"] in runs:
            yield e, list(runs[e["experiment_id"]].values()), \
                len([s for s in seats
                     if s["experiment_id"] == e["experiment_id"]])


def head(e):
    return [e["experiment_id"], e["scenario"], e["treaty"]]


def of_agents():
    for e, all_runs, n in each():
        for s in seats:
            if s["experiment_id"] == e["experiment_id"]:
                yield e, all_runs, s


def quantile(x, share):
    x = sorted(x)
    at = share * (len(x) - 1)
    k = int(at)
    return x[k] + (x[min(k + 1, len(x) - 1)] - x[k]) * (at - k)
