"""Values of nodes by Gauss and Seidel, in an order that makes them few sweeps.

A problem is a list of nodes, each with a list of options; an option is
(payoff, ((chance, node), ...)); the value of a node is the best option's
payoff and c times what follows. Nodes that lead to each other are one knot;
knots are solved one after the other, those that others lead to first.
"""

CLOSE = 1e-14  # of the largest value, where sweeps stop
MOST = 200000  # sweeps


class Diverges(Exception):
    """Values did not settle."""


def order(after):
    """Knots, successors first; in each the order of the end of the search.
    after[s]: the successors of s (Tarjan 1972, without recursion)."""
    count = len(after)
    seen, low, ended = [0] * count, [0] * count, [0] * count
    knot = [None] * count
    knots, stack, clock, end = [], [], 0, 0
    for root in range(count):
        if seen[root]:
            continue
        clock += 1
        seen[root] = low[root] = clock
        stack.append(root)
        path = [(root, iter(after[root]))]
        while path:
            s, rest = path[-1]
            for t in rest:
                if not seen[t]:
                    clock += 1
                    seen[t] = low[t] = clock
                    stack.append(t)
                    path.append((t, iter(after[t])))
                    break
                if knot[t] is None and seen[t] < low[s]:
                    low[s] = seen[t]
            else:
                path.pop()
                end += 1
                ended[s] = end
                if path and low[s] < low[path[-1][0]]:
                    low[path[-1][0]] = low[s]
                if low[s] == seen[s]:
                    members = []
                    while True:
                        t = stack.pop()
                        knot[t] = len(knots)
                        members.append(t)
                        if t == s:
                            break
                    members.sort(key=ended.__getitem__)
                    knots.append(members)
    return knots


def solve(knots, options, c, value):
    """Fill value (a list or dict of numbers to start from) for the nodes of
    knots; returns the largest residual / (1 - c), a bound on the error."""
    for members in knots:
        if len(members) == 1:
            _one(members[0], options, c, value)
        else:
            _knot(members, options, c, value)
    return residual(knots, options, c, value) / (1 - c)


def _one(s, options, c, value):
    best = None
    for pay, then in options[s]:
        stay, out = 0.0, pay
        for p, t in then:
            if t == s:
                stay += p
            else:
                out += c * p * value[t]
        out /= 1 - c * stay
        if best is None or out > best:
            best = out
    value[s] = best


def _knot(members, options, c, value):
    single = all(len(options[s]) == 1 for s in members)
    rows = []
    for s in members:
        row = []
        for pay, then in options[s]:
            stay = sum(p for p, t in then if t == s)
            scale = 1 / (1 - c * stay)
            row.append((pay * scale, [(c * p * scale, t) for p, t in then
                                      if t != s]))
        rows.append((s, row[0] if single else row))
    back = rows[::-1]
    last = None
    for sweep in range(MOST):
        moved = largest = 0.0
        for s, row in (rows if sweep % 2 == 0 else back):
            if single:
                new, then = row
                for p, t in then:
                    new += p * value[t]
            else:
                new = None
                for out, then in row:
                    for p, t in then:
                        out += p * value[t]
                    if new is None or out > new:
                        new = out
            off = new - value[s]
            if off < 0:
                off = -off
            if off > moved:
                moved = off
            value[s] = new
            if new > largest:
                largest = new
            elif -new > largest:
                largest = -new
        if moved <= CLOSE * max(1.0, largest):
            return
        # What is left to move, if moves go on to shrink as they do.
        if last is not None and sweep > 3:
            shrinks = min(moved / last, 1.0)
            if shrinks < 1 and (moved * shrinks / (1 - shrinks)
                                <= CLOSE * max(1.0, largest)):
                return
        last = moved
    raise Diverges


def residual(knots, options, c, value):
    worst = 0.0
    for members in knots:
        for s in members:
            best = max(pay + c * sum([p * value[t] for p, t in then])
                       for pay, then in options[s])
            off = abs(best - value[s])
            if not off <= worst:
                worst = off
    return worst
