"""Random treaties: the three answers of `solve` beside the oracle's.

Compared are yes or no, the slack and who gains most by what, where the
program calls its answer exact. Where all sign, the oracle's nodes are those
of graph.py; where some do not, and play their strategies, those of brute.py.
"""
import os
import random

import program
from answers import Answers
from brute import Brute
from chance import TooMany
from graph import Graph, Rules
from graph import TooMany as TooManyNodes
from scenarios import Drawer, write

TOLERANCE = 1e-6  # relative; the program states 1e-9 or better
DRAWS = 60    # scenarios that may be too large before one is not
NODES = 4000  # of one agent's graph
CUT = 1e-4    # the most that strikes which are cut may move
PARTS = ("kept", "credible", "stayed")


class Small(Answers):
    """The answers, where they are not too many nodes; brute: with a node
    for every state of the world in any case."""

    def __init__(self, resolved, c, brute, cap=None):
        self.brute = brute
        super().__init__(resolved, c, cap)

    def weight(self):
        """What a round is, of all that are to come."""
        return 1 - self.c

    def graph(self, i, joins=True, least=0.2):
        rules = Rules(self.resolved, self.signs, self.cap, least)
        if not joins:
            rules.treaty.joins[i] = 0
            rules.treaty.last_join = max(rules.treaty.joins)
        if len(self.signs) == len(self.names) and not self.brute:
            return Graph(rules, i, NODES)
        return Brute(self.resolved, rules, i, self.cap)


class Treaties(Drawer):
    """Treaties of two to four agents in games without a known end."""

    def scenario(self, name):
        count = self.random.choice((2, 2, 2, 3))
        if self.often(0.3):
            count = self.chance(3, 4)
        names = ["a%d" % i for i in range(count)]
        return {"scenario": name, "agents": self.agents(names),
                "payoffs": self.payoffs(count), "treaty": self.treaty(names),
                "noise": self.noise(count),
                "enforcement": self.chance(0, 0.5, 1),
                "continuation": self.chance(0.5, 0.7, 0.9, 0.98)}

    def agents(self, names):
        """Mostly of those that sign."""
        agents = super().agents(names)
        if self.often(0.8):
            for agent in agents.values():
                agent["joins"] = agent.get("joins") or 1
        return agents

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


def small(draw, path, make):
    """The oracle's answers, by make(resolved), to the first scenario drawn
    that is small; None."""
    name = os.path.splitext(os.path.basename(path))[0]
    for _ in range(DRAWS):
        write(path, draw.scenario(name))
        resolved = program.resolved(path)
        if not any(Rules(resolved, []).treaty.joins):
            continue
        try:
            right = make(resolved)
        except (TooMany, TooManyNodes):
            continue
        if right.cut <= CUT:
            return right
    return None


def check(seed, folder):
    """(exact or not, faults) of the first small scenario of this seed."""
    return held(seed, folder, Treaties, lambda resolved, brute: Small(
        resolved, resolved["continuation"], brute))


def held(seed, folder, drawer, make):
    """The program's answers beside those of make(resolved, brute)."""
    draw = drawer(random.Random(seed))
    path = os.path.join(folder, "case-%d.yaml" % seed)
    right = small(draw, path, lambda resolved: make(
        resolved, draw.often(0.15)))
    if right is None:
        return False, ["no small scenario in %d draws" % DRAWS]
    told = program.solve(path)["tables"]
    faults, exact = [], 0
    # Where departures were played, values are means of play.
    if all(row["method"] != "simulated" for row in told["parts"]):
        faults += worths(told["values"], right)
    for row in told["parts"]:
        if row["method"] in ("exact", "bounded"):
            exact += row["method"] == "exact"
            faults += compare(row, right)
    return exact == len(PARTS), faults


def worths(rows, right):
    """Faults of what complying is worth, a round."""
    faults, weight = [], right.weight()
    for row in rows:
        value = right.start.get(right.names.index(row["party"]))
        if value is not None and abs(row["value"] / weight - value) > (
                10 * right.cut + TOLERANCE * max(1, abs(value))):
            faults.append("value of %s: program %s, oracle %s" % (
                row["party"], row["value"], value * weight))
    return faults


def compare(row, right):
    """Faults of one row of the table parts."""
    what = row["part"]
    never = row["answer"] == "never in force"
    if right.never or never:
        # Only whether it is entered has an answer then.
        return ([] if right.never and (never or what != "stayed") else
                ["%s: program %s, oracle %s" % (
                    what, row["answer"],
                    "never in force" if right.never else "in force")])
    gain = getattr(right, what)
    allowed = 10 * right.cut + (row["off"] or 0)
    if what == "credible":
        return threats(row, right, allowed)
    faults = []
    if row["slack"] is None or gain.party is None:
        if (row["slack"] is None) != (gain.party is None):
            faults.append("%s: slack: program %s, oracle %s" % (
                what, row["slack"], -gain.gain))
        return faults
    if abs(row["slack"] + gain.gain) > allowed and not near(
            row["slack"], -gain.gain):
        faults.append("%s: slack: program %s, oracle %s" % (
            what, row["slack"], -gain.gain))
    if abs(gain.gain) > allowed + 1e-6:
        yes = "yes" if right.yes(gain) else "no"
        if row["answer"] not in (yes, "perhaps")[:1 + (allowed > 1e-9)]:
            faults.append("%s: program %s, oracle %s" % (
                what, row["answer"], yes))
    ties = {(right.names[i], word) for i, word in gain.ties}
    ties |= {(right.names[j], word) for i, word in gain.ties
             for j in right.signs if right.rules.alike(i, j)}
    if allowed < 1e-9 and (row["party"], row["departure"]) not in ties:
        faults.append("%s: most gains: program %s, oracle %s" % (
            what, (row["party"], row["departure"]), sorted(ties)))
    return faults


def threats(row, right, allowed):
    """Faults of the row of threats. The program stops at the first gain it
    finds, and looks at states that one's own departures lead to for certain,
    at those that others' lead to where it comes to them: the most that is
    gained lies between those of the oracle."""
    least, most = right.credible_own.gain, right.credible.gain
    if isinstance(right.threats[0].graph, Brute):
        # States that differ in nothing are not expected one by one.
        least = min(least, 0.0)
    allowed += 1e-6 * max(1, abs(least), abs(most))
    faults = []
    if row["answer"] == "yes" and least > allowed:
        faults.append("credible: program yes, but %s is gained by %s" % (
            least, right.credible_own.ties))
    if row["answer"] == "no" and most < -allowed:
        faults.append("credible: program no, but %s is lost" % -most)
    if row["slack"] is not None and -row["slack"] > most + allowed:
        faults.append("credible: slack: program %s, oracle at least %s" % (
            row["slack"], -most))
    if row["answer"] == "yes" and row["slack"] is not None and (
            -row["slack"] < least - allowed):
        faults.append("credible: slack: program %s, oracle at most %s" % (
            row["slack"], -least))
    return faults


def near(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(1, abs(a), abs(b))
