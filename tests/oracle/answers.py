"""The answers to whether a treaty keeps the pause, from the gains of parts.py.

    python3 answers.py SCENARIO TREATY CONTINUATION [STRIKES]

STRIKES: so many beyond the last rung are told apart, where they are forgiven.
"""
import json
import sys
import time
from collections import namedtuple
from itertools import product

import program
from graph import Graph, Rules
from parts import Judge

# The most that anybody gains: who, where, by what; -inf where nobody can
# depart. ties: all (agent, departure) that gain as much.
Gain = namedtuple("Gain", "gain party state departure ties")
FINE = 2.0 ** -30  # the least share of a bond that plans tell from none
TIED = 1e-7        # gains that are no further apart are as large


def most(gains):
    """The largest of rows (gain, agent, node, departure)."""
    top = float("-inf"), None, None, None
    best = {}
    for row in gains:
        who = row[1], row[3]
        if row[0] > best.get(who, top[0] - TIED):
            best[who] = row[0]
        if row[0] > top[0]:
            top = row
    return Gain(*top, {who for who, gain in best.items()
                       if gain >= top[0] - TIED})


class Answers:
    """All of it: kept, credible, stayed; starts; counts of states. cap:
    strikes beyond the last rung that are told apart."""

    def __init__(self, resolved, c, cap=None, threats=True):
        self.resolved, self.c, self.with_threats = resolved, c, threats
        self.names = list(resolved["agents"])
        probe = Rules(resolved, [])
        self.signs = [i for i, j in enumerate(probe.treaty.joins) if j > 0]
        self.cap = default_cap(probe, c) if cap is None else cap
        self.rules = Rules(resolved, self.signs, self.cap)
        self.judges, self.threats = [], []
        self.start = {}
        for i in self.signs:
            twin = next((j for j in self.start if self.rules.alike(i, j)),
                        None)
            self.start[i] = (self._judge(i) if twin is None
                             else self.start[twin])
        self.never = not any(j.graph.keys[s][0] == "force"
                             for j in self.judges
                             for s in j.nodes_expected())
        self.error = max((j.error for j in self.judges), default=0.0)
        self.tie = max((j.tie for j in self.judges), default=0.0)
        self.cut = self.off()
        if not self.never:
            self._answer()

    def graph(self, i, joins=True, least=0.2):
        rules = Rules(self.resolved, self.signs, self.cap, least)
        if not joins:
            rules.treaty.joins[i] = 0
            rules.treaty.last_join = max(rules.treaty.joins)
        return Graph(rules, i)

    def _judge(self, i):
        """Plans of many rounds see how much of a bond is left; for threats,
        where one round counts, less is enough."""
        parts = self.rules.bond and any(0 < r["bond"] < 1
                                        for r in self.rules.ladder)
        judge = self.judge(self.graph(i, True, FINE if parts else 0.2),
                           self.with_threats and not parts)
        self.judges.append(judge)
        if self.with_threats:
            self.threats.append(self.judge(self.graph(i)) if parts
                                else judge)
        return judge.start

    def judge(self, graph, threats=True):
        return Judge(graph, self.c, threats)

    def off(self):
        """What strikes that are not told apart may move a value by."""
        return cut_error(self.rules, self.judges, self.c)

    def _answer(self):
        def of(judges, gains):
            return most(row for j in judges for row in gains(j))
        self.kept = of(self.judges, lambda j: j.kept())
        self.credible = of(self.threats, lambda j: j.credible())
        self.credible_own = of(self.threats, lambda j: j.credible(True))
        self.withdraws = of(self.judges, lambda j: j.withdraws())
        self.out = of(self.judges,
                      lambda j: j.stays_out(self.graph(j.i, False)))
        self.leaves = None
        if self.yes(self.kept):
            self.leaves = of(self.judges,
                             lambda j: j.races_and_leaves())
        three = [self.withdraws, self.out]
        if self.leaves and not self.yes(self.leaves):
            three.append(self.leaves)  # who races gains if it leaves later
        self.stayed = max(three, key=lambda g: g.gain)
        self.stayed = self.stayed._replace(ties=set().union(
            *(g.ties for g in three if g.gain >= self.stayed.gain - TIED)))

    def yes(self, gain):
        return gain.gain <= self.tie

    def where(self, gain):
        judges = self.judges
        if gain in (self.credible, self.credible_own):
            judges = self.threats
        judge = next((j for j in judges if j.i == gain.party), None)
        return judge and judge.graph.keys[gain.state]


def span(rules, i):
    """The most by which payoffs of a round may differ."""
    pays = [rules.world.pay(list(m))[i]
            for m in product((False, True), repeat=rules.count)]
    most = max([r["fine"] for r in rules.ladder], default=0) + rules.bond
    return max(pays) - min(pays) + most * rules.count + 1


def default_cap(rules, c, close=1e-10):
    """Strikes beyond the last rung that are told apart: so many that what
    more would move is below close; none where they are never forgiven."""
    if not rules.forgives or _bounded(rules):
        return None
    pace = rules.after if rules.after and not rules.chance else 1
    cap = 1
    while c ** (pace * cap) * 100 / (1 - c) > close:
        cap += 1
    if rules.changes or rules.shared:
        return min(cap, 40 // pace + 2)
    return cap


def _bounded(rules):
    """Whether the last rung ends it or expels for certain, or time does."""
    last = rules.ladder[-1]
    return ((last["chance"] >= 1 and (last["end"] or last["expel"]))
            or rules.duration["rounds"] > 0)


def cut_error(rules, judges, c):
    """What strikes that are not told apart may move a value by."""
    if not rules.forgives or rules.cap is None:
        return 0.0
    pace = rules.after if rules.after and not rules.chance else 1
    rounds = pace * (rules.cap - rules.last + 1)
    return max(c ** rounds * span(rules, j.i) / (1 - c) for j in judges)


def scenario(name, treaty):
    """The resolved scenario under a treaty of the catalogue."""
    out = program.resolved(name)
    out["treaty"] = json.loads(program.call(
        "show", "treaty", treaty, "--format", "json"))["resolved"]
    return out


def main(words):
    start = time.process_time()
    c = float(words[2])
    cap = int(words[3]) if len(words) > 3 else None
    got = Answers(scenario(words[0], words[1]), c, cap)
    for i, value in got.start.items():
        print("value %s %.9g a round %.9g" % (got.names[i], value,
                                               value * (1 - c)))
    for j in got.judges:
        print("%s: %d expected, %d reached, %d known, cap %s" % (
            got.names[j.i], len(j.expected),
            len(getattr(j, "reached", ())), len(j.known),
            got.rules.cap))
    if got.never:
        print("never enters into force")
        return
    for word in ("kept", "credible", "credible_own", "withdraws", "out",
                 "leaves", "stayed"):
        gain = getattr(got, word)
        if gain:
            print("%-14s slack %.9g  %s" % (
                word, -gain.gain, gain.party is not None and
                (got.names[gain.party], gain.departure, got.where(gain))))
    print("error %.2g cut %.2g  %.2f s" % (
        got.error, got.cut, time.process_time() - start))


if __name__ == "__main__":
    main(sys.argv[1:])
