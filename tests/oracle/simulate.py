"""The world played by Python's random: for scenarios too large for a chain."""
from chance import Drawn
from figures import ONCE, names, totals


def runs(world, count, random):
    """A list of {name: total} for each of so many runs."""
    coins = Drawn(random)
    return [one(world, coins) for _ in range(count)]


def one(world, coins):
    state = world.begin(coins)
    marks = (False,) * len(ONCE)
    sums = [0.0] * len(names(world.count))
    round = 1
    while True:
        record, state = world.play(state, coins)
        part, marks = totals(record, round, marks)
        sums = [a + b for a, b in zip(sums, part)]
        if round == world.rounds or not coins.flip(world.continuation):
            return dict(zip(names(world.count), sums))
        round += 1
