"""Brackets of the payoffs of public perfect equilibria, by B alone.

The set operator of Abreu, Pearce and Stacchetti (1990) for two players with
two moves and an alarm about each: B(W) is the hull, over profiles a, of
(1-c) u(a) + c E[w(y) | a], with w(y) in W for each signal y and no gain from
the other move. Applied to all that is feasible it gives sets that hold every
equilibrium payoff; applied to a set that lies in its own image, sets of which
every point is one. Each direction is one linear program over the corners of
W: the upper bound is the value of its prices (weak duality: right whatever the
prices), the lower one a point that is worked out from weights.

    python3 payoffset.py [ROUNDS]

prints area and largest sum of both, for payoffs 2, -1, 3, 0 (both pause, only
the other races, only I race, both race), alarms of .05 about who pauses and .6
about who races, continuation .9: the test of check_sets.c.
"""
import math
import sys

C = .9
FALSE, SEEN = .05, .6
PAY = {(0, 0): (2, 2), (0, 1): (-1, 3), (1, 0): (3, -1), (1, 1): (0, 0)}
SIGNALS = [(x, y) for x in (0, 1) for y in (0, 1)]
FINE = 5e-6   # an edge of the hull is done if its image is no further out


def chance(a, y):
    p = 1
    for move, alarm in zip(a, y):
        r = SEEN if move else FALSE
        p *= r if alarm else 1 - r
    return p


class Profile:
    """What a profile pays, and how signals tell a player's other move."""

    def __init__(self, a):
        self.u = PAY[a]
        self.p = [chance(a, y) for y in SIGNALS]
        others = [(1 - a[0], a[1]), (a[0], 1 - a[1])]
        self.tell = [[self.p[k] - chance(b, y) for b in others]
                     for k, y in enumerate(SIGNALS)]
        # what must come back from tomorrow
        self.need = [(1 - C) * (PAY[b][i] - self.u[i])
                     for i, b in enumerate(others)]

    def column(self, k, w):
        one = [0.] * 6
        one[k] = 1.
        for i in (0, 1):
            one[4 + i] = C * self.tell[k][i] * w[i]
        return one


PROFILES = [Profile(a) for a in PAY]
MUCH = 1e4  # what an incentive that is missing costs


def solve(rows, right):
    """Gauss: rows x = right."""
    m = [r[:] + [b] for r, b in zip(rows, right)]
    n = len(m)
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(m[r][i]))
        if abs(m[best][i]) < 1e-13:
            return None
        m[i], m[best] = m[best], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            if f:
                m[r] = [x - f * z for x, z in zip(m[r], m[i])]
    x = [0.] * n
    for i in range(n - 1, -1, -1):
        x[i] = (m[i][n] - sum(m[i][j] * x[j]
                              for j in range(i + 1, n))) / m[i][i]
    return x


def price(profile, way, corners, dual):
    """An upper bound for any prices of incentives, and each signal's best."""
    mu = [max(0., -dual[4]), max(0., -dual[5])]
    total = sum((1 - C) * way[i] * profile.u[i] - mu[i] * profile.need[i]
                for i in (0, 1))
    best = []
    for k in range(4):
        d = [C * (profile.p[k] * way[i] + mu[i] * profile.tell[k][i])
             for i in (0, 1)]
        w = max(corners, key=lambda w: d[0] * w[0] + d[1] * w[1])
        best.append(w)
        total += d[0] * w[0] + d[1] * w[1]
    return total, best


def furthest(profile, way, corners):
    """(upper bound, point or None) of a profile in a direction."""
    def worth(k, w):
        return C * profile.p[k] * (way[0] * w[0] + way[1] * w[1])
    right = [1.] * 4 + profile.need
    w = max(corners, key=lambda w: way[0] * w[0] + way[1] * w[1])
    basis = [(profile.column(k, w), worth(k, w), (k, w)) for k in range(4)]
    for i in (0, 1):
        held = sum(b[0][4 + i] for b in basis[:4])
        one = [0.] * 6
        short = held < profile.need[i]
        one[4 + i] = 1. if short else -1.
        basis.append((one, -MUCH if short else 0., None if short else i))
    bound = math.inf
    for _ in range(200):
        rows = [[b[0][r] for b in basis] for r in range(6)]
        x = solve(rows, right)
        dual = solve([b[0] for b in basis], [b[1] for b in basis])
        if x is None or dual is None:
            return bound, None
        total, best = price(profile, way, corners, dual)
        bound = min(bound, total)
        new, gain = None, 1e-11
        for k, w in enumerate(best):
            # by the simplex's own prices, also where one is still negative
            column = profile.column(k, w)
            d = [C * profile.p[k] * way[i] - dual[4 + i] * C *
                 profile.tell[k][i] for i in (0, 1)]
            w = max(corners, key=lambda w: d[0] * w[0] + d[1] * w[1])
            column = profile.column(k, w)
            g = worth(k, w) - sum(p * q for p, q in zip(dual, column))
            if g > gain:
                new, gain = (column, worth(k, w), (k, w)), g
        for i in (0, 1):
            if dual[4 + i] > gain:
                one = [0.] * 6
                one[4 + i] = -1.
                new, gain = (one, 0., i), dual[4 + i]
        if new is None:
            break
        step = solve(rows, new[0])
        out, least = None, math.inf
        for r in range(6):
            if step[r] > 1e-11 and x[r] / step[r] < least:
                out, least = r, x[r] / step[r]
        if out is None:
            return bound, None
        basis[out] = new
    if any(b[2] is None and v > 1e-9 for b, v in zip(basis, x)):
        return -math.inf, None  # no incentives in this W at all
    point = [(1 - C) * profile.u[i] + sum(
        C * profile.p[b[2][0]] * v * b[2][1][i] for b, v in zip(basis, x)
        if isinstance(b[2], tuple)) for i in (0, 1)]
    return bound, tuple(point)


def image(way, corners):
    """The upper bound of B(W) in a direction, and a point of it there."""
    found = [furthest(p, way, corners) for p in PROFILES]
    points = [p for _, p in found if p]
    return (max(b for b, _ in found),
            max(points, key=lambda v: way[0] * v[0] + way[1] * v[1])
            if points else None)


def hull(points):
    points = sorted(set(points))
    if len(points) < 3:
        return points
    def half(points):
        out = []
        for p in points:
            while len(out) > 1 and ((out[-1][0] - out[-2][0]) *
                                    (p[1] - out[-2][1]) -
                                    (out[-1][1] - out[-2][1]) *
                                    (p[0] - out[-2][0])) <= 1e-14:
                out.pop()
            out.append(p)
        return out[:-1]
    return half(points) + half(points[::-1])


def cut(corners, way, most):
    """A polygon's part where way.v <= most."""
    out = []
    for a, b in zip(corners, corners[1:] + corners[:1]):
        fa, fb = (way[0] * v[0] + way[1] * v[1] - most for v in (a, b))
        if fa <= 0:
            out.append(a)
        if fa * fb < 0:
            t = fa / (fa - fb)
            out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    return hull(out)


def normal(a, b):
    d = math.hypot(b[0] - a[0], b[1] - a[1])
    return ((b[1] - a[1]) / d, (a[0] - b[0]) / d)


def operate(corners, fine):
    """Half-planes that hold B(W), and the hull of points in it."""
    planes, points = [], []
    ways = [(math.cos(math.pi * k / 4), math.sin(math.pi * k / 4))
            for k in range(8)]
    asked = set()
    while ways:
        for way in ways:
            asked.add(way)
            most, point = image(way, corners)
            planes.append((way, most))
            if point:
                points.append(point)
        shape = hull(points)
        ways = []
        for a, b in zip(shape, shape[1:] + shape[:1]):
            if math.hypot(b[0] - a[0], b[1] - a[1]) < 1e-9:
                continue
            way = normal(a, b)
            if any(abs(way[0] - w[0]) + abs(way[1] - w[1]) < 1e-7
                   for w in asked):
                continue
            # how far beyond its edge the image may still go
            meet = hull(corners_of(planes))
            beyond = max((way[0] * v[0] + way[1] * v[1] for v in meet),
                         default=math.inf)
            if beyond - (way[0] * a[0] + way[1] * a[1]) > fine:
                ways.append(way)
    return planes, shape


def corners_of(planes):
    square = [(-9., -9.), (9., -9.), (9., 9.), (-9., 9.)]
    for way, most in planes:
        square = cut(square, way, most)
    return square


def area(c):
    return sum(a[0] * b[1] - a[1] * b[0]
               for a, b in zip(c, c[1:] + c[:1])) / 2


def most(c):
    return max(v[0] + v[1] for v in c)


def outer(rounds):
    shape = hull(list(map(lambda v: (float(v[0]), float(v[1])),
                          PAY.values())))
    for k in range(rounds):
        fine = max(FINE, 1e-2 * C ** k)
        for way, far in operate(shape, fine)[0]:
            shape = cut(shape, way, far)
        print('outer', k + 1, len(shape), area(shape), most(shape),
              flush=True)
    return shape


def inner(rounds):
    """From grim's payoffs, after any alarm, and what both racing pays."""
    p, q = (1 - FALSE) ** 2, (1 - FALSE) * (1 - SEEN)
    value = 2 * (1 - C) / (1 - C * p)
    assert C * (p - q) * value >= (1 - C) * 1  # nobody gains by racing
    shape = [(0., 0.), (value, value)]
    for k in range(rounds):
        fine = max(FINE, 1e-2 * C ** k)
        # the old shape lies in its image, so both together do
        shape = hull(shape + operate(shape, fine)[1])
        print('inner', k + 1, len(shape), area(shape), most(shape),
              flush=True)
    return shape


if __name__ == '__main__':
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for name in sys.argv[2:] or ['inner', 'outer']:
        shape = (inner if name == 'inner' else outer)(n)
        print(name, 'area', area(shape), 'largest sum', most(shape))
