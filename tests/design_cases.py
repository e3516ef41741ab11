#!/usr/bin/env python3
"""Random problems of `detente design` against exhaustive enumeration in closed
form, from the formulas alone: design_cases.py DETENTE CASES CELLS.

Two play the prisoner's dilemma 5, 3, 1, 0, so that g = 2. There are two kinds of
problems, drawn in turn; each is asked again with a higher cap, which must never
cost more.

Channels: each set of them is a cell; any alarm of them is one. A fine F per
finding deters iff (d - a) F >= g; to nobody, it costs a F a round. Each stays
iff 3 - channels - a F >= 1 (the treaty lapses, so whoever leaves has 1 for
ever); shared fines come back.

Items and rounds of suspension, of which some CELLS are looked through: n of N
items are drawn, K are bad, of which each is found with q, and each clean one
taken for bad with f. Any finding releases both for T rounds and is fined F:
    V = 3 - a F + c (p V + (1-p) W), W = (1-c^T)/(1-c) + c^T V, p = (1-a)^2,
and nobody races iff (d-a) F + c (d-a)(1-a)(V-W) >= g. Nobody may leave; each
signs iff (1-c) V >= 1. It costs 3 - (1-c) V, and each item inspected.
"""
import itertools
import math
import random
import subprocess
import sys

detente, cases, cells = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
draw = random.Random(7)
failed = 0


def rates_of(n, N, K, q, f):
    def silent(bad):
        # C(bad, j) C(N-bad, n-j) / C(N, n), in falling factorials
        return sum(math.comb(bad, j) * math.perm(n, j) *
                   math.perm(N - n, bad - j) / math.perm(N, bad) *
                   (1 - q) ** j * (1 - f) ** (n - j)
                   for j in range(max(0, n - N + bad), min(n, bad) + 1))
    return 1 - silent(0), 1 - silent(K)


def channels_problem():
    channels = [(round(draw.uniform(.05, .9), 2),
                 round(draw.uniform(0, .2), 2),
                 round(draw.uniform(.01, .9), 2))
                for _ in range(draw.randint(2, 7))]
    shared = draw.random() < .5
    text = ('duration: {lapses: yes}\nresponse: {shared: %s}\n'
            'monitoring:\n  channels:\n' % ('yes' if shared else 'no'))
    for k, channel in enumerate(channels):
        text += ('    c%d: {miss: %.2f, false_alarm: %.2f, cost: %.2f}\n' %
                 ((k,) + channel))

    def best(cap):
        found = None
        for n in range(len(channels) + 1):
            for chosen in itertools.combinations(channels, n):
                miss = quiet = 1.0
                cost = 0.0
                for m, a, c in chosen:
                    miss, quiet, cost = miss * m, quiet * (1 - a), cost + c
                d, a = 1 - miss, 1 - quiet
                if d - a <= 1e-12 or 2 / (d - a) > cap:
                    continue
                paid = 0 if shared else a * 2 / (d - a)
                if 3 - cost - paid < 1:
                    continue
                if found is None or cost + paid < found:
                    found = cost + paid
        return found
    return text, 'channels,fine', .97, best


def rounds_problem():
    N, most = max(2, cells // 8), 7
    K, q = draw.randint(1, max(1, min(12, N // 4))), round(draw.uniform(.5, 1), 2)
    f = round(draw.uniform(0, .02), 4)
    c, each = round(draw.uniform(.7, .97), 2), .003
    rates = [rates_of(n, N, K, q, f) for n in range(N + 1)]
    text = ('withdrawal: {allowed: no}\nmonitoring:\n  channels:\n    look:\n'
            '      sample: {items: %d, hidden: %d, inspected: 1, detect: '
            '%.2f,\n        false_alarm: %.4f}\n' % (N, K, q, f))

    def cost_of(n, T, cap):
        a, d = rates[n]
        p, lost = (1 - a) ** 2, 1 - c ** T
        # V = A - k F
        k = a / (1 - c * p - c * (1 - p) * c ** T)
        A = (3 + c * (1 - p) * lost / (1 - c)) * k / a if a > 0 else \
            3 / (1 - c)
        per = (d - a) * (1 - c * (1 - a) * lost * k)
        now = c * (d - a) * (1 - a) * lost * (A - 1 / (1 - c))
        if now < 2 and per <= 1e-12:
            return None
        F = max(0, (2 - now) / per) if per > 0 else 0
        V = (1 - c) * (A - k * F)
        return None if F > cap or V < 1 else 3 - V + each * n

    def best(cap):
        found = [x for n in range(1, N + 1) for T in range(most + 1)
                 for x in [cost_of(n, T, cap)] if x is not None]
        return min(found) if found else None
    return text, 'items,suspension=0:%d,fine' % most, c, best


def ask(words, patience, cap):
    done = subprocess.run([detente, 'design', 'duel', '-t', './case.yaml',
                           '--set', 'rounds=0', '-c', '%.2f' % patience,
                           '--levers', words, '--cap', 'fine=%.2f' % cap,
                           '--costs', './each.yaml', '--format', 'csv',
                           '--no-progress'], capture_output=True, text=True)
    if done.returncode == 4:
        return None
    if done.returncode != 0:
        return done.stderr
    lines = done.stdout.splitlines()
    return float(dict(zip(lines[0].split(','), lines[1].split(',')))['bound'])


def same(x, y):
    return x is y is None or (isinstance(x, float) and y is not None and
                              abs(x - y) < 1e-6)


with open('each.yaml', 'w') as file:
    file.write('costs: each\nitems: 0.003\n')
for case in range(cases):
    # a case in ten is of the larger kind
    make = rounds_problem if case % 10 == 9 else channels_problem
    text, words, patience, best = make()
    cap = round(draw.uniform(2, 9), 2)
    with open('case.yaml', 'w') as file:
        file.write('treaty: case\nentry: {parties: 0}\n' + text)
    found, more = ask(words, patience, cap), ask(words, patience, cap + 1)
    if not same(found, best(cap)) or not same(more, best(cap + 1)):
        print('case %d: %s, not %s; cap 1 more: %s, not %s: cap %g\n%s' %
              (case, found, best(cap), more, best(cap + 1), cap, text),
              file=sys.stderr)
        failed = 1
    if found is not None and (more is None or more > found + 1e-9):
        print('case %d: a higher cap costs more' % case, file=sys.stderr)
        failed = 1
sys.exit(failed)
