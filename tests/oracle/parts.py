"""The three answers to whether a treaty keeps the pause.

Kept while it binds; threats carried out; entered and stayed in: for each
agent that signs, from the states that compliance reaches (graph.py) and
values by Gauss and Seidel (solver.py). Everybody who signs complies; one
departs. Every answer is rows (gain, agent, node, departure); answers.py takes
the largest.
"""
from solver import order, solve

TIE = 1e-9  # of the largest value; a gain below it is none


class Judge:
    """One agent's departures from one graph. threats: whether what follows
    departures of others, and notices, is looked at too."""

    def __init__(self, graph, c, threats=True):
        self.i, self.c = graph.judged, c
        self.graph = graph
        self.signs = graph.rules.signs
        self.threats = threats
        self.reach()
        self.values()

    # ---- which nodes

    def after(self, s, ways):
        """Nodes to which s leads when one of several agents may depart:
        ways is {agent: words}. Nobody gives notice where one has."""
        graph = self.graph
        if graph.slots[s] is None:
            graph.expand(s)
        rows = [graph.row(s)]
        out = set()
        for who, words in ways.items():
            rows += [graph.row(s, moves, caught)
                     for word, moves, caught in graph.ways(s, who)
                     if word in words]
            if "withdraw" in words and not self.noticed(s):
                then = graph.notify(s, who)
                if then is not None:
                    out.add(then)
        slots = graph.slots[s]
        for slot in {slot for _, row in rows for _, slot in row}:
            for _, t in slots[slot][1]:
                out.add(t)
        return out

    def closure(self, start, ways):
        found = set(start)
        new = list(found)
        while new:
            for t in self.after(new.pop(), ways):
                if t not in found:
                    found.add(t)
                    new.append(t)
        return found

    RACE = ("secret", "open", "refuse")
    FREE = RACE + ("hold",)
    ALL = FREE + ("withdraw",)

    def reach(self):
        graph, i = self.graph, self.i
        self.expected = self.closure([s for _, s in graph.first], {})
        self.racing = self.closure(self.expected, {i: self.RACE})
        self.leaving = {}  # node: the node after notice
        for s in self.racing:
            then = graph.notify(s, i)
            if then is not None:
                self.leaving[s] = then
        self.left = self.closure(self.leaving.values(), {i: self.FREE})
        self.known = self.expected | self.racing | self.left
        if self.threats:
            self._reach_threats()
        self.known = self.closure(self.known, {})

    def _reach_threats(self):
        """Nodes in which threats are looked at. own: to which this agent's
        departures lead, or its departures and one other's notice; reached:
        to which anybody's lead, one notice at a time, its own too."""
        graph, i = self.graph, self.i
        others = [k for k in self.signs if k != i]
        self.own = self.closure(self.expected, {i: self.FREE})
        given = {graph.notify(s, k) for s in self.own for k in others}
        self.own |= {s for s in self.closure(given - {None}, {i: self.FREE})
                     if self.inside(s)}
        ways = {k: self.ALL for k in self.signs}
        self.reached = self.own | self.closure(self.expected, ways)
        self.alone = {}  # as leaving, in states that are not expected
        for s in self.reached - self.expected:
            then = None if self.noticed(s) else graph.notify(s, i)
            if then is not None:
                self.alone[s] = then
        self.known |= self.reached | set(self.alone.values())
        for s in self.reached:
            self.known |= self.after(s, {i: self.FREE})

    def nodes_expected(self):
        return self.expected

    def inside(self, s):
        """Whether this agent is a party."""
        key = self.graph.keys[s]
        return len(key) > 6 and len(key[6][self.i]) == 4

    # ---- values

    def option(self, s, row):
        """(payoff, ((chance, node), ...)) of a row of the graph."""
        pay, weights = row
        slots = self.graph.slots[s]
        then = {}
        for p, slot in weights:
            flow, to = slots[slot]
            pay += p * flow
            for q, t in to:
                then[t] = then.get(t, 0.0) + p * q
        return pay, tuple((p, t) for t, p in then.items())

    def options(self, s, words=()):
        out = [self.option(s, self.graph.row(s))]
        if words:
            out += [self.option(s, self.graph.row(s, moves, caught))
                    for word, moves, caught in self.graph.ways(s, self.i)
                    if word in words]
        return out

    def solved(self, nodes, options, value):
        """Values of the best options on nodes, which lead to no others but
        those that value has."""
        nodes = list(nodes)
        at = {s: k for k, s in enumerate(nodes)}
        after = [[at[t] for _, then in options[s] for _, t in then
                  if t in at] for s in nodes]
        knots = [[nodes[k] for k in knot] for knot in order(after)]
        for s in nodes:
            value.setdefault(s, 0.0)
        self.error = max(self.error, solve(knots, options, self.c, value))
        return value

    def values(self):
        self.error = 0.0
        comply = {s: self.options(s) for s in self.known}
        self.comply = self.solved(self.known, comply, {})
        self.start = sum(p * self.comply[s] for p, s in self.graph.first)
        self.scale = max(1.0, max(map(abs, self.comply.values())))
        self.tie = TIE * self.scale
        three = self.RACE
        self.race = self.solved(
            self.racing, {s: self.options(s, three) for s in self.racing},
            {s: self.comply[s] for s in self.racing})
        self.leave = self.solved(
            self.left, {s: self.options(s, self.FREE) for s in self.left},
            {s: self.comply[s] for s in self.left})

    def worth(self, option, value):
        pay, then = option
        return pay + self.c * sum(p * value[t] for p, t in then)

    # ---- the answers

    def gain(self, s, way, value):
        """What departing by a way of graph.ways gains, with these values of
        the nodes that follow."""
        word, moves, caught = way
        option = self.option(s, self.graph.row(s, moves, caught))
        return self.worth(option, value) - self.comply[s], self.i, s, word

    def leaves(self, s, then, value):
        return value[then] - self.comply[s], self.i, s, "withdraw"

    def kept(self):
        for s in self.expected:
            for way in self.graph.ways(s, self.i):
                if way[0] != "hold":
                    yield self.gain(s, way, self.race)

    def credible(self, own=False):
        """One round's worth, complying afterwards; nobody gives notice where
        another has given it."""
        for s in self.own if own else self.reached:
            if self.graph.keys[s][0] == "open":
                continue
            known = s in self.expected
            for way in self.graph.ways(s, self.i):
                if way[0] == "hold" or not known:
                    yield self.gain(s, way, self.comply)
            if not known and s in self.alone:
                yield self.leaves(s, self.alone[s], self.comply)

    def noticed(self, s):
        """Whether somebody has given notice."""
        key = self.graph.keys[s]
        return len(key) > 6 and any(len(p) == 4 and p[2] >= 0
                                    for p in key[6])

    def withdraws(self):
        """(c1): gives notice, and then does what is best."""
        for s in self.expected & set(self.leaving):
            yield self.leaves(s, self.leaving[s], self.leave)

    def races_and_leaves(self):
        """(c2): may race, openly or in secret, or refuse, and leave."""
        options = {s: self.options(s, self.RACE) for s in self.racing}
        # Leaving ends the plan: a constant instead of a way to go on.
        for s, then in self.leaving.items():
            options[s].append((self.leave[then], ()))
        plan = self.solved(self.racing, options, dict(self.race))
        yield from self.withdraws()
        for s in self.expected:
            for way in self.graph.ways(s, self.i):
                if way[0] != "hold":
                    yield self.gain(s, way, plan)

    def stays_out(self, graph):
        """(c3): never signs, and does what is best in each round; the graph
        is that of a treaty in which this agent joins never."""
        mine, self.graph = self.graph, graph
        nodes = self.closure([s for _, s in graph.first],
                             {self.i: ("hold",)})
        value = self.solved(nodes, {s: self.options(s, ("hold",))
                                    for s in nodes}, {})
        self.graph = mine
        begin = sum(p * value[s] for p, s in graph.first)
        yield begin - self.start, self.i, mine.first[0][1], "abstain"
