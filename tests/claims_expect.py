#!/usr/bin/env python3
"""claims_expect.py: in how many places of its run each claim must hold, by the
formulas of the models' page alone: nothing here asks the program.

A line a claim: NAME PLACES. The grids are those that the claims' commands say;
no place lies on a border."""
import math


def grid(low, high, n):
    return [low + (high - low) * k / (n - 1) for k in range(n)]


def count(places):
    return sum(1 for holds in places if holds)


def pause_from(n, lam=.1, Vw=10, Vl=-2, L=30, c=.2, r=.05):
    """eta from which a pause is a best reply to n - 1 racers (A9)."""
    below = r * L - (n - 1) * (lam * (Vw - Vl) - c)
    if below <= 0:
        return math.inf
    return ((lam * Vw + lam * (n - 1) * Vl - c) * (r + lam * (n - 1)) -
            lam * (n - 1) * Vl * (r + lam * n)) / below


def spread(n, d):
    """After n generations, each passing on 1 + d of its error (A6)."""
    return math.sqrt(sum((1 + d) ** (2 * k) for k in range(n)))


def agreed(n, conditional, G=.95):
    """Pledges with private costs (B11): without the condition only p = 0."""
    return G ** n if conditional else 0


def outgrown(r, rv, d=.5, a=.05, g=2, F=6, Rv=20, years=10):
    """A treaty holds while min(1, Rv/C) d - a >= g/F."""
    o = min(1, Rv * math.exp((rv - r) * years))
    return (o * d - a) * F - g <= 0


def whole(share, n):
    return 1 / (1 - share + share / n)


def first(w, C=(965, 852, 230)):
    return C[0] ** w / sum(c ** w for c in C)


HOLDS = {
    "h1": count(eta < pause_from(n) for n in range(2, 6)
                for eta in grid(.01, .59, 30)),
    "h2": count(agreed(n, condition) <= .05 for condition in (True, False)
                for n in (2, 3, 5, 8, 12, 20, 30, 44)),
    "h3": count(2 - r <= v <= 2 + 3 * r for v in grid(.03, 5.93, 60)
                for r in grid(0, 1, 21)),
    "h4": count(spread(n, d) >= 50 for n in range(50, 1001, 50)
                for d in grid(-.01, .01, 41)),
    # a lead grows iff phi > 1, and phi - 1 = lam ((1 - a) - 1/R) at C = 1
    "h5": count(1 - a > 1 / R for R in grid(.5, 3, 26)
                for a in grid(.01, .61, 31)),
    "h6": count(outgrown(r, rv) for r in grid(0, 1, 21)
                for rv in grid(0, .5, 11)),
    # half of 4 is had anyway, and 4 leaves the other nothing to gain
    "h7": count(2 < demand < 4 for demand in grid(0, 5, 21)),
    "leverage": count(8 ** lam >= 7.999 for lam in grid(.05, 1, 20)),
    "speedup": count(whole(share, 52) >= 51 for share in grid(0, 1, 41)),
    "success": count(whole(share, 1e6) >= 8 for share in grid(.05, .95, 19)),
    "backlog": count(whole(share, 1e4) >= 1000
                     for share in grid(.99, 1, 41)),
    "valuation": count(first(w) >= .9 for w in range(1, 31)),
}

if __name__ == "__main__":
    for name in sorted(HOLDS):
        print(name, HOLDS[name])
