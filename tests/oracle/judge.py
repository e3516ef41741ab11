"""Whether a sampled mean can be the oracle's: 4 standard errors.

Where so few runs show a figure at all that a standard error says nothing,
Bernstein's inequality stands in, at the same chance of a false miss.
"""
from math import log, sqrt

from figures import KNOWN

ERRORS = 4
FALSE_MISS = 6.3e-5  # of a normal figure beyond 4 standard errors
RARE = 30            # runs that must show a figure for a normal sum
RATIOS = ("paused", "payoff", "all_paused", "in_force", "suspended")


def rates(mean):
    """{name: rate a round, 0 for totals a run}: what figures() compares."""
    return {name: (value / mean["rounds"]
                   if name.split()[0] in RATIOS else 0.0)
            for name, value in mean.items()}


def mean_of(runs):
    return {name: sum(run[name] for run in runs) / len(runs)
            for name in runs[0]}


def misses(runs, mean, spread, other=None):
    """Figures of runs (dicts of totals) that the oracle's mean does not bear.

    spread has exact variances of a run's figure, None where there are none;
    other are the oracle's own runs, where mean is theirs.
    """
    found = []
    for name, rate in rates(mean).items():
        if name in KNOWN:
            continue
        values = [run[name] - rate * run["rounds"] for run in runs]
        expected = mean[name] - rate * mean["rounds"]
        both = list(values)
        if other:
            both += [run[name] - rate * run["rounds"] for run in other]
        variance = (spread[name] if spread else
                    _variance(both, None if other else expected))
        sides = 1 / len(values) + (1 / len(other) if other else 0)
        off = abs(sum(values) / len(values) - expected)
        largest = max(abs(v - expected) for v in both)
        scale = max(1.0, abs(mean[name]))
        if off <= _allowed(variance, sides, largest) + 1e-9 * scale:
            continue
        found.append("%s: %.8g of %d runs, not %.8g" % (
            name, sum(r[name] for r in runs) / len(runs), len(runs),
            mean[name]))
    return found


def _variance(values, center):
    if center is None:
        center = sum(values) / len(values)
    return sum((v - center) ** 2 for v in values) / len(values)


def _allowed(variance, sides, largest):
    """sides is 1/n, or the sum of 1/n of two samples."""
    error = sqrt(variance * sides)
    if variance >= RARE * sides * largest * largest:
        return ERRORS * error
    chance = log(2 / FALSE_MISS)
    third = largest * sides * chance / 3
    return third + sqrt(third * third + 2 * variance * sides * chance)
