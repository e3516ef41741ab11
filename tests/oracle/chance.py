"""Coins: drawn for a simulated run, or every outcome in turn for an exact one.

A round of the model (world.py) is written once, and asks a source for each
coin that it tosses. Drawn answers from Python's random; paths() plays the
same function again and again, each time with another sequence of answers,
until it has seen all of them, each with its probability.
"""


class Drawn:
    """Answers drawn from a random.Random."""

    def __init__(self, random):
        self.random = random

    def flip(self, chance):
        return self.random.random() < chance

    def pick(self, chances):
        left = self.random.random()
        for index, chance in enumerate(chances):
            left -= chance
            if left < 0:
                return index
        return max(i for i, chance in enumerate(chances) if chance > 0)


class TooMany(Exception):
    """There are more outcomes than the caller is ready to look at."""


class _Script:
    """Answers from a script, then the first possible one; notes them all."""

    def __init__(self, script):
        self.script = script
        self.at = 0
        self.options = []
        self.probability = 1.0

    def pick(self, chances):
        options = [i for i, chance in enumerate(chances) if chance > 0]
        if len(options) == 1:
            return options[0]
        which = self.script[self.at] if self.at < len(self.script) else 0
        self.at += 1
        self.options.append((which, len(options)))
        self.probability *= chances[options[which]]
        return options[which]

    def flip(self, chance):
        if chance <= 0:
            return False
        if chance >= 1:
            return True
        return self.pick((1 - chance, chance)) == 1


def paths(play, most=100000):
    """[(probability, play(coins))] over all sequences of coins."""
    found = []
    script = []
    while script is not None:
        coins = _Script(script)
        outcome = play(coins)
        found.append((coins.probability, outcome))
        if len(found) > most:
            raise TooMany
        script = _next(coins.options)
    return found


def _next(options):
    """The script after the one that met these options, None after the last."""
    while options:
        which, count = options.pop()
        if which + 1 < count:
            return [w for w, _ in options] + [which + 1]
    return None
