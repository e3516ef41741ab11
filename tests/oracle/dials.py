"""How far a dial may be turned before a treaty is no longer kept.

The dials are the continuation, the miss and the false alarm of the public
signal over all rounds, and the scale of fines and bonds. Kept means parts.py's
first answer. Where racing leads to no state that compliance does not lead to,
no plan of racing pays if and only if no single round of it does, so values of
complying are enough; else the best plan is worked out too. Intervals are
found by looking in many places and then between two that differ.
"""
import copy

from graph import Graph, Rules
from answers import default_cap
from parts import Judge

LEAST = 2.0 ** -6  # share of a bond that is told from none
CLOSE = 1e-9  # of a dial's value, where an end counts as found


class Racer(Judge):
    """Only what the first answer takes; the graph is kept from dial to
    dial, as slots depend neither on rates nor on the continuation."""

    def __init__(self, resolved, signs, i, c, cap):
        graph = Graph(Rules(resolved, signs, cap, LEAST), i)
        rules = graph.rules
        self.base = copy.deepcopy(rules.world.watch.rates)
        self.old, self.nodes, self.sets = {}, None, {}
        super().__init__(graph, c, False)

    def reach(self):
        """Which nodes are reached hangs on which rates are 0 or 1."""
        graph, i = self.graph, self.i
        support = tuple(
            (rate > 0, rate < 1)
            for pairs in graph.rules.world.watch.rates
            for pair in pairs.values() for rate in pair)
        if support not in self.sets:
            expected = self.closure([s for _, s in graph.first], {})
            self.sets[support] = expected, self.closure(expected,
                                                        {i: self.RACE})
        self.expected, self.racing = self.sets[support]

    def values(self):
        self.error = 0.0
        options = {s: self.options(s) for s in self.racing}
        if self.nodes != self.racing:
            self.nodes, self.old = set(self.racing), {}
        self.comply = self.solved(self.racing, options, dict(self.old))
        self.old = self.comply

    def pays(self):
        """The most by which racing pays; where it does not, the sign only
        is that of the best plan."""
        def one(nodes):
            return max((self.gain(s, way, self.comply)[0]
                        for s in nodes for way in self.graph.ways(s, self.i)
                        if way[0] != "hold"), default=float("-inf"))
        best = one(self.expected)
        beyond = self.racing - self.expected
        if best > 0 or not beyond or one(beyond) <= 0:
            return best
        three = self.RACE
        self.race = self.solved(
            self.racing, {s: self.options(s, three) for s in self.racing},
            dict(self.comply))
        return max(row[0] for row in self.kept())

    def turn(self, dial, x):
        """Set a dial and work it all out again."""
        rules = self.graph.rules
        if dial == "continuation":
            self.c = x
        else:
            rules.world.watch.rates = turned(
                self.base, rules.world.watch.blind,
                0 if "miss" in dial else 1, x, "set" in dial)
            rules.chances = {}
        self.reach()
        self.values()
        return self.pays()


def turned(base, blind, which, x, alone):
    """Rates of which the public miss (0) or false alarm (1) is x over all
    rounds: what it is in blind rounds stays, as far as x allows; alone: the
    same in all rounds, as a treaty that states the rate has it."""
    rates = copy.deepcopy(base)
    seen, unseen = (list(rates[b]["public"]) for b in (False, True))
    if alone or blind <= 0 or seen[which] == unseen[which]:
        seen[which] = unseen[which] = x
    else:
        rest = (x - blind * unseen[which]) / (1 - blind)
        seen[which] = min(1.0, max(0.0, rest))
        unseen[which] = min(1.0, max(
            0.0, (x - (1 - blind) * seen[which]) / blind))
    for b, pair in ((False, seen), (True, unseen)):
        rates[b]["public"] = tuple(pair)
    return rates


def scaled(resolved, scale):
    """With all fines and bonds times scale."""
    out = copy.deepcopy(resolved)
    out["treaty"]["bond"] *= scale
    for rung in out["treaty"]["response"].get("ladder", []):
        rung["fine"] *= scale
    return out


def added(resolved, fine):
    """With fine added on every rung."""
    out = copy.deepcopy(resolved)
    for rung in out["treaty"]["response"].get("ladder", []):
        rung["fine"] += fine
    return out


def places(dial, many):
    """Where a dial is looked at first: more where more happens."""
    if dial == "continuation":
        return ([k / many for k in range(1, many)]
                + [1 - 0.5 / many, 1 - 0.25 / many, 0.999])
    small = [0.0, 1e-5, 1e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.015, 0.02, 0.03]
    return sorted(set(small + [k / many for k in range(1, many + 1)]))


def intervals(f, at):
    """[(from, to)] where f <= 0, of a function looked at in these places;
    an end that is a place at the rim, or a jump, is that place."""
    looks = [(x, f(x)) for x in at]
    out, start = [], None
    for k, (x, y) in enumerate(looks):
        if y <= 0 and start is None:
            start = x if not k else root(f, *looks[k - 1], x, y)
        if y > 0 and start is not None:
            out.append((start, root(f, *looks[k - 1], x, y)))
            start = None
    if start is not None:
        out.append((start, looks[-1][0]))
    return out


def root(f, a, fa, b, fb):
    """Where f changes its sign between a and b: false position with its
    stale end weakened (Illinois), halved where that is slow."""
    step = 0
    inside = a if fa <= 0 else b
    while abs(b - a) > CLOSE and step < 60:
        x = b - fb * (b - a) / (fb - fa) if step % 4 != 3 else (a + b) / 2
        if not min(a, b) < x < max(a, b):
            x = (a + b) / 2
        y = f(x)
        if y == 0:
            return x
        if (y > 0) == (fb > 0):
            b, fb = x, y
            fa /= 2
        else:
            a, fa, b, fb = b, fb, x, y
        step += 1
        if abs(y) < 1e-11:
            return x
    return (a + b) / 2 if abs(b - a) > CLOSE else inside_of(a, fa, b)


def inside_of(a, fa, b):
    return a if fa <= 0 else b


def thresholds(resolved, c, many=32, cap=None, dials=None):
    """{dial: [(from, to)]} of the first answer."""
    probe = Rules(resolved, [])
    signs = [i for i, j in enumerate(probe.treaty.joins) if j > 0]
    rules = Rules(resolved, signs)
    agents = []
    for i in signs:
        if not any(rules.alike(i, j) for j in agents):
            agents.append(i)
    if cap is None:
        cap = default_cap(probe, c)
    out = {}
    common = rules.world.watch.blind > 0
    for dial in dials or ["continuation", "miss", "false_alarm"] + (
            ["miss set", "false_alarm set"] if common else []):
        racers = [Racer(resolved, signs, i, c, cap) for i in agents]
        out[dial] = intervals(lambda x: max(r.turn(dial, x) for r in racers),
                              places(dial, many))
    ladder = resolved["treaty"]["response"].get("ladder", [])
    if resolved["treaty"]["bond"] or any(r["fine"] for r in ladder):
        out["scale"] = affine(resolved, scaled, signs, agents, c, cap)
    if ladder:
        out["added"] = affine(resolved, added, signs, agents, c, cap)
    return out


def affine(resolved, turn, signs, agents, c, cap):
    """Of scales or additions, which turn writes: values are affine in them,
    so those of two tell all, where racing leads to no other states."""
    low, high = 0.0, float("inf")
    for i in agents:
        a, b = (Racer(turn(resolved, k), signs, i, c, cap) for k in (0.5, 1))
        if a.racing != a.expected or len(a.graph) != len(b.graph):
            return "not closed"
        for s in a.expected:
            for way in a.graph.ways(s, i):
                if way[0] == "hold":
                    continue
                g = [r.gain(s, way, r.comply)[0] for r in (a, b)]
                slope = 2 * (g[1] - g[0])
                if abs(slope) < 1e-11:
                    if g[0] > 1e-9:
                        return []
                elif slope < 0:
                    low = max(low, 0.5 - g[0] / slope)
                else:
                    high = min(high, 0.5 - g[0] / slope)
    return [(low, high)] if low <= high else []
