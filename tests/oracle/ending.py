"""Random treaties in games whose last round all know: the three answers of
`solve` beside the oracle's.

Values are worked out from the last round back. A node counts in a round only
where some history of just so many rounds leads to it: three strikes are no
threat in the first round.
"""
from keeping import Small, Treaties, held
from parts import Judge


class Ending(Judge):
    """As Judge, round by round."""

    def __init__(self, graph, rounds):
        self.rounds = range(rounds)
        super().__init__(graph, 1)

    # ---- which nodes, in which round

    def layers(self, new, ways, notices=()):
        """Nodes of each round: those that are new in it, those to which the
        ones of the round before lead, and what notice makes of them."""
        out, now = [], set()
        for t in self.rounds:
            now = now | new[t]
            given = {self.graph.notify(s, k) for s in now for k in notices
                     if not self.noticed(s)}
            now |= given - {None}
            out.append(now)
            now = set().union(*(self.after(s, ways) for s in now))
        return out

    def at_first(self, nodes):
        return [set(nodes)] + [set() for _ in self.rounds[1:]]

    def reach(self):
        graph, i = self.graph, self.i
        first = self.at_first(s for _, s in graph.first)
        self.expected = self.layers(first, {})
        self.racing = self.layers(first, {i: self.RACE})
        self.leaving = {}
        for s in set().union(*self.racing):
            then = graph.notify(s, i)
            if then is not None:
                self.leaving[s] = then
        self.left = self.layers([self.notices(now) for now in self.racing],
                                {i: self.FREE})
        self._reach_threats(first)
        free = {k: self.FREE for k in self.signs}
        self.known = self.layers(
            [a | b | c for a, b, c in zip(self.racing, self.left,
                                          self.reached)],
            free, self.signs)

    def nodes_expected(self):
        return set().union(*self.expected)

    def notices(self, nodes):
        return {self.leaving[s] for s in nodes if s in self.leaving}

    def _reach_threats(self, first):
        i, others = self.i, [k for k in self.signs if k != self.i]
        alone = self.layers(first, {i: self.FREE})
        given = [{self.graph.notify(s, k) for s in now for k in others}
                 - {None} for now in alone]
        after = self.layers(given, {i: self.FREE})
        self.own = [now | {s for s in then if self.inside(s)}
                    for now, then in zip(alone, after)]
        anybody = self.layers(first, {k: self.FREE for k in self.signs},
                              self.signs)
        self.reached = [a | b for a, b in zip(self.own, anybody)]

    # ---- values, from the last round back

    def back(self, nodes, words, leave=None):
        """[{node: value}] of the best by these departures; leave: the same
        of nodes after notice, which a plan may give."""
        out, after = [], {}
        for t in reversed(self.rounds):
            now = {}
            for s in nodes[t]:
                now[s] = max(self.worth(o, after)
                             for o in self.options(s, words))
                if leave is not None and s in self.leaving:
                    now[s] = max(now[s], leave[t][self.leaving[s]])
            out.insert(0, now)
            after = now
        return out

    def worth(self, option, value):
        """After the last round nothing follows."""
        pay, then = option
        return pay + sum(p * value[t] for p, t in then if value)

    def values(self):
        self.error = 0.0
        self.comply = self.back(self.known, ())
        first = self.graph.first
        self.start = sum(p * self.comply[0][s] for p, s in first)
        self.scale = max(1.0, max(abs(v) for now in self.comply
                                  for v in now.values()))
        self.tie = 1e-9 * self.scale
        self.race = self.back(self.racing, self.RACE)
        self.leave = self.back(self.left, self.FREE)

    # ---- the answers

    def gains(self, t, s, value, words):
        """Of ways to depart in a round, with these values after it."""
        after = value[t + 1] if t + 1 < len(self.rounds) else {}
        for word, moves, caught in self.graph.ways(s, self.i):
            if word not in words:
                continue
            option = self.option(s, self.graph.row(s, moves, caught))
            yield (self.worth(option, after) - self.comply[t][s], self.i, s,
                   word)

    def breaches(self, value):
        for t in self.rounds:
            for s in self.expected[t]:
                yield from self.gains(t, s, value, self.RACE)

    def kept(self):
        return self.breaches(self.race)

    def credible(self, own=False):
        for t in self.rounds:
            for s in (self.own if own else self.reached)[t]:
                if self.graph.keys[s][0] == "open":
                    continue
                known = s in self.expected[t]
                yield from self.gains(t, s, self.comply,
                                      ("hold",) if known else self.FREE)
                then = None if known or self.noticed(s) else (
                    self.graph.notify(s, self.i))
                if then is not None:
                    yield (self.comply[t][then] - self.comply[t][s], self.i,
                           s, "withdraw")

    def withdraws(self):
        for t in self.rounds:
            for s in self.expected[t] & set(self.leaving):
                yield (self.leave[t][self.leaving[s]] - self.comply[t][s],
                       self.i, s, "withdraw")

    def races_and_leaves(self):
        yield from self.withdraws()
        yield from self.breaches(self.back(self.racing, self.RACE,
                                           self.leave))

    def stays_out(self, graph):
        mine, self.graph = self.graph, graph
        nodes = self.layers(self.at_first(s for _, s in graph.first),
                            {self.i: ("hold",)})
        value = self.back(nodes, ("hold",))
        self.graph = mine
        begin = sum(p * value[0][s] for p, s in graph.first)
        yield begin - self.start, self.i, mine.first[0][1], "abstain"


class Ended(Small):
    """The answers in a game of so many rounds; all strikes are counted."""

    def __init__(self, resolved, rounds, brute):
        self.length = rounds
        super().__init__(resolved, 1, brute, rounds)

    def judge(self, graph, threats=True):
        return Ending(graph, self.length)

    def weight(self):
        return 1 / self.length

    def off(self):
        return 0.0


class Endings(Treaties):
    """Treaties of few agents in games of few rounds."""

    def scenario(self, name):
        file = super().scenario(name)
        del file["continuation"]
        file["rounds"] = self.random.randint(1, 12)
        return file


def check(seed, folder):
    """(exact or not, faults) of the first small scenario of this seed."""
    return held(seed, folder, Endings, lambda resolved, brute: Ended(
        resolved, resolved["rounds"], brute))
