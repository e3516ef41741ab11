#!/usr/bin/env python3
"""Random problems of `detente design` against exhaustive enumeration in closed
form, from the formulas alone.

Two play the prisoner's dilemma 5, 3, 1, 0. Each set of channels is a cell: any
alarm of them is one. A fine F per finding deters iff (d - a) F >= g = 2; to
nobody, it costs a F a round. Each stays iff 3 - channels - a F >= 1 (the
treaty lapses, so whoever leaves has P = 1 for ever); shared fines come back.
"""
import itertools
import random
import subprocess
import sys

detente, cases = sys.argv[1], int(sys.argv[2])
draw = random.Random(7)
failed = 0


def best_of(channels, cap, shared):
    best = None
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
            if best is None or cost + paid < best:
                best = cost + paid
    return best


for case in range(cases):
    channels = [(round(draw.uniform(.05, .9), 2),
                 round(draw.uniform(0, .2), 2),
                 round(draw.uniform(.01, .9), 2))
                for _ in range(draw.randint(2, 7))]
    cap = round(draw.uniform(2, 9), 2)
    shared = draw.random() < .5
    with open('case.yaml', 'w') as file:
        file.write('treaty: case\nentry: {parties: 0}\n'
                   'duration: {lapses: yes}\nresponse: {shared: %s}\n'
                   'monitoring:\n  channels:\n' % ('yes' if shared else 'no'))
        for k, channel in enumerate(channels):
            file.write('    c%d: {miss: %.2f, false_alarm: %.2f, cost: %.2f}\n'
                       % ((k,) + channel))
    done = subprocess.run([detente, 'design', 'duel', '-t', './case.yaml',
                           '--set', 'rounds=0', '-c', '0.97', '--levers',
                           'channels,fine', '--cap', 'fine=%.2f' % cap,
                           '--format', 'csv', '--no-progress'],
                          capture_output=True, text=True)
    want = best_of(channels, cap, shared)
    if done.returncode == 4:
        found = None
    elif done.returncode == 0:
        lines = done.stdout.splitlines()
        row = dict(zip(lines[0].split(','), lines[1].split(',')))
        found = float(row['bound'])
    else:
        found = done.stderr
    if (want is None) != (found is None) or (want is not None and not (
            isinstance(found, float) and abs(found - want) < 1e-6)):
        print('case %d: %s, not %s: %s cap %g shared %s' %
              (case, found, want, channels, cap, shared), file=sys.stderr)
        failed = 1
sys.exit(failed)
