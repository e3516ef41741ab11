"""Exact figures of small scenarios: the chain of all states of the world.

Every state is taken through a round with every outcome of its coins; then
probabilities are carried forward round by round. means() are the expected
totals of a run, spread() the exact variance of one run's figure, so that what
the program samples can be held against a standard error that is known.
"""
from math import fsum

from chance import TooMany, paths
from figures import ONCE, names, once_round, totals

END = 1e-15  # rounds that are less likely than this are left out


class Chain:
    """The steps of a world, each worked out when first met."""

    def __init__(self, world, most=20000):
        self.world = world
        self.left = most
        self.steps = {}
        self.edges = {}
        self.names = names(world.count)

    def outcomes(self, state):
        """[(probability, record, next state)]"""
        found = self.steps.get(state)
        if found is None:
            if self.left <= 0:
                raise TooMany
            found = [(p, *o) for p, o in paths(
                lambda coins: self.world.play(state, coins), self.left)]
            self.left -= len(found)
            self.steps[state] = found
        return found

    def edge(self, key):
        """{next key: [probability, first moments, second moments]}"""
        found = self.edges.get(key)
        if found is None:
            found = self.edges[key] = {}
            state, marks = key
            for p, record, after in self.outcomes(state):
                part, then = totals(record, 1, marks)
                into = found.setdefault(
                    (after, then), [0.0, [0.0] * len(part),
                                    [0.0] * len(part)])
                into[0] += p
                into[1] = [a + p * x for a, x in zip(into[1], part)]
                into[2] = [a + p * x * x for a, x in zip(into[2], part)]
        return found

    def start(self):
        first = {}
        for p, state in paths(self.world.begin):
            key = state, (False,) * len(ONCE)
            first[key] = first.get(key, 0.0) + p
        return first

    def lives(self):
        """The chance that each round is played, for as long as it matters."""
        alive, round = 1.0, 1
        while alive > END and (not self.world.rounds
                               or round <= self.world.rounds):
            yield round, alive
            alive *= self.world.continuation
            round += 1

    def means(self):
        """{name: expected total of a run}"""
        parts = [[] for _ in self.names]
        now = self.start()
        for round, alive in self.lives():
            after = {}
            sums = [0.0] * len(self.names)
            for key, p in now.items():
                for then, (chance, first, _) in self.edge(key).items():
                    after[then] = after.get(then, 0.0) + p * chance
                    sums = [s + p * x for s, x in zip(sums, first)]
            for part, name, x in zip(parts, self.names, sums):
                part.append(alive * x * (round if name in ROUNDS else 1))
            now = after
        return {name: fsum(part) for name, part in zip(self.names, parts)}

    def cost(self):
        """How many products one figure of spread() takes, about."""
        edges = sum(len(found) for found in self.edges.values())
        return edges * sum(1 for _ in self.lives())

    def spread(self, figures):
        """{name: variance of a run's total less its rate times the rounds}
        for {name: rate}."""
        places = [self.names.index(name) for name in figures]
        rates = list(figures.values())
        late = [name in ROUNDS for name in figures]
        zero = [0.0] * len(figures)
        now = {key: (p, zero, zero) for key, p in self.start().items()}
        squares, means = zero, zero
        for round, alive in self.lives():
            last = round == self.world.rounds
            stops = alive * (1 if last else 1 - self.world.continuation)
            after = {}
            for key, (p, one, two) in now.items():
                for then, edge in self.edge(key).items():
                    c, first, second = _less(edge, places, rates,
                                             late, round)
                    q, m, v = after.get(then, (0.0, zero, zero))
                    after[then] = (
                        q + p * c,
                        [a + c * b + p * x
                         for a, b, x in zip(m, one, first)],
                        [a + c * b + 2 * d * x + p * y for a, b, d, x, y
                         in zip(v, two, one, first, second)])
            now = after
            for _, m, v in now.values():
                means = [a + stops * b for a, b in zip(means, m)]
                squares = [a + stops * b for a, b in zip(squares, v)]
        return {name: max(0.0, square - mean * mean)
                for name, square, mean in zip(figures, squares, means)}


ROUNDS = {once_round(once) for once in ONCE}


def _less(edge, places, rates, late, round):
    """The moments of x - rate over an edge; of x times round where late."""
    chance, first, second = edge
    if any(late):
        scale = [round if is_late else 1 for is_late in late]
    else:
        scale = [1] * len(late)
    one = [first[i] * s - r * chance
           for i, r, s in zip(places, rates, scale)]
    two = [second[i] * s * s - 2 * r * first[i] * s + r * r * chance
           for i, r, s in zip(places, rates, scale)]
    return chance, one, two
