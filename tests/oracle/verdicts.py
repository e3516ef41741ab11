"""Random treaties: the verdict of `solve` beside the oracle's values.

Compared are the verdict, whether it holds in all states, the slack, what
complying is worth, and every row of the table departures, where both call
their answers exact.
"""
import os
import random

import program
from chance import TooMany
from comply import Compliance
from scenarios import Drawer, write

TOLERANCE = 1e-6  # relative; the program states 1e-9 or better
DRAWS = 60        # scenarios that may be too large before one is not


class Answer:
    """The oracle's verdict."""

    def __init__(self, compliance, patience, rounds):
        # (agent, way, value, worth, best, to be expected while all comply,
        # whether one agent can bring the state about)
        self.rows = []
        self.start = {}
        met = (set().union(*compliance.when(rounds, None)) if rounds
               else compliance.expected)
        for i in compliance.signs:
            own = patience[i]
            if rounds:
                self._ended(compliance, i, own, rounds)
                continue
            rows, self.start[i] = compliance.rows(i, own)
            self.start[i] *= 1 - own
            for state, way, value, worth, best in rows:
                self.rows.append((i, way, value * (1 - own), worth, best,
                                  state in compliance.expected,
                                  state in compliance.one))
        self.slack = min((-row[4] for row in self.rows if row[5]),
                         default=None)
        self.best = [row for row in self.rows
                     if row[5] and -row[4] <= self.slack + 1e-7]
        self.never = not any(state[0].phase == "in-force" for state in met)
        scale = max((abs(row[2]) for row in self.rows), default=1)
        tie = 1e-9 * max(1, scale)
        self.holds = self.slack is None or self.slack >= -tie
        self.perfect = self.holds and all(row[3] <= tie for row in self.rows
                                          if row[6])
        self.close = any(0 < abs(x) < 1e-6 for x in
                         [self.slack or 0] + [row[3] for row in self.rows])

    def _ended(self, compliance, i, own, rounds):
        expected = compliance.when(rounds, None)
        one = [set().union(*now) for now in zip(
            *(compliance.when(rounds, j) for j in compliance.signs))]
        rows, start = compliance.ended(i, own, rounds)
        self.start[i] = start / sum(own ** k for k in range(rounds))
        for round, row in enumerate(rows):
            weight = sum(own ** k for k in range(rounds - round))
            for state, way, value, worth, best in row:
                self.rows.append((i, way, value / weight, worth, best,
                                  state in expected[round],
                                  state in one[round]))


class Treaties(Drawer):
    """Scenarios that are small for value iteration."""

    def scenario(self, name):
        count = self.random.choice((2, 2, 2, 3))
        names = ["a%d" % i for i in range(count)]
        agents = self.agents(names)
        file = {"scenario": name, "agents": agents,
                "payoffs": self.payoffs(count), "treaty": self.treaty(names),
                "noise": self.noise(count),
                "enforcement": self.chance(0, 0.5, 1)}
        if self.often(0.15):
            file["rounds"], file["continuation"] = self.chance(1, 3, 6), 1
        else:
            file["continuation"] = self.chance(0.5, 0.7, 0.8, 0.9)
        return file

    def matrix(self):
        """Mostly dilemmas, so that the answers are not all no."""
        if self.often(0.2):
            return super().matrix()
        return {"reward": 3, "sucker": self.chance(0, 1.2),
                "temptation": self.chance(3.5, 4, 5), "punishment": 1}

    def response(self):
        """Mostly with strikes that stay: others are bounded, not exact."""
        response = super().response()
        if self.often(0.8):
            response.pop("forgive_after", None)
            response.pop("forgive_chance", None)
        return response

    def entry(self, names):
        return super().entry(names) if self.often(0.3) else {"parties": 1}


def check(seed, folder):
    """(exact or not, faults) of the first small scenario of this seed."""
    draw = Treaties(random.Random(seed))
    path = os.path.join(folder, "case-%d.yaml" % seed)
    for _ in range(DRAWS):
        write(path, draw.scenario("case-%d" % seed))
        resolved = program.resolved(path)
        try:
            compliance = Compliance(resolved)
            more = _more(resolved, compliance)
        except TooMany:
            continue
        if compliance.signs and compliance.known:
            break
    else:
        return False, ["no small scenario in %d draws" % DRAWS]
    own = resolved["continuation"]
    rounds = resolved["rounds"] if own == 1 else 0
    patience = {i: own for i in compliance.signs}
    words = []
    if own < 1 and draw.often(0.2):
        i = draw.random.choice(compliance.signs)
        patience[i] = draw.chance(0.3, 0.6)
        words = ["--patience", "%s=%g" % (compliance.world.names[i],
                                          patience[i])]
    answer = Answer(compliance, patience, rounds)
    told = program.solve(path, *words)
    if more and not answer.never:
        cut = abs(Answer(more, patience, rounds).slack - answer.slack)
        return False, bounded(answer, told["tables"]["verdict"][0], cut)
    return compare(answer, compliance.world.names, told)


def _more(resolved, compliance):
    """Where strikes are forgiven they have no end: with more of them."""
    treaty = compliance.world.treaty
    if not treaty.ladder or not (treaty.after or treaty.chance):
        return None
    return Compliance(resolved, 6)


def bounded(answer, verdict, cut):
    """Faults of a verdict on strikes without end. cut is what more of them
    moved the oracle; what still more would is less, as patience is below 1
    or the game short."""
    if verdict["method"] not in ("exact", "bounded"):
        return []
    allowed = 10 * cut + (verdict.get("cut_error") or 0)
    off = abs(verdict["slack"] - answer.slack)
    if off > allowed + TOLERANCE * max(1, abs(answer.slack)):
        return ["slack: program %s, oracle %s, within %s" % (
            verdict["slack"], answer.slack, allowed)]
    sure = abs(answer.slack) > allowed + TOLERANCE
    if sure and verdict["holds"] not in (
            "perhaps", "yes" if answer.holds else "no"):
        return ["holds: program %s, oracle %s" % (verdict["holds"],
                                                 answer.holds)]
    return []


def compare(answer, names, told):
    tables = told["tables"]
    verdict = tables["verdict"][0]
    if verdict["method"] != "exact":
        return False, []
    faults = []

    def same(what, said, right):
        if not near(said, right):
            faults.append("%s: program %s, oracle %s" % (what, said, right))

    same("never in force", verdict["holds"] == "never in force",
         answer.never)
    if verdict["holds"] == "never in force" or answer.never:
        return True, faults
    if not answer.close:
        same("holds", verdict["holds"] == "yes", answer.holds)
        if answer.holds:
            same("perfect", verdict["perfect"] == "yes", answer.perfect)
    same("slack", verdict["slack"], answer.slack)
    best = {(names[row[0]], row[1]) for row in answer.best}
    said = verdict["binding_party"], verdict["binding_departure"]
    if answer.best and said not in best:
        faults.append("best departure: program %s, oracle %s" % (said, best))
    for row in tables["values"]:
        i = names.index(row["party"])
        if i in answer.start:
            same("value of " + row["party"], row["value"], answer.start[i])
    for row in tables["departures"]:
        wanted = [r[2:5] for r in answer.rows
                  if names[r[0]] == row["party"] and r[1] == row["deviation"]
                  and r[5] == (row["expected"] == "yes")]
        found = (row["value"], row["worth"], row["best"])
        if not any(all(map(near, found, w)) for w in wanted):
            faults.append("departure %s: not of the oracle" % (row,))
    return True, faults


def near(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(1, abs(a), abs(b))
