#!/usr/bin/env python3
"""Each number of the page of `detente explore` is the command's:
explore_equal.py PROGRAM [--all [SCENARIO | SCENARIO/TREATY]...]. The pairs are
those of the start page: each scenario under its own treaty, if it has one, and
under each that is listed. Of a pair the JSON that the page draws is compared
with what the command prints: the verdict (solve), where the dials turn (solve
--thresholds), what it comes to (compare) and the brief (report --brief); where
the page has an error it is the command's. Without --all some pairs, others each
day; with it all, or those of these. What is not there after EXPLORE_WAIT
seconds, or takes more than a question may, is named and counted as not
compared; where that is the verdict, nothing of the pair is. Ends with
"N passed, N failed".
"""
import datetime
import json
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from explore_client import QUICK, WAIT, Server, claim, finish  # noqa: E402

PROGRAM, ALL, ONLY = sys.argv[1], '--all' in sys.argv, sys.argv[3:]
# Whose thresholds are compared, by what is set.
EDGES = {'all': lambda sets: True, 'shipped': lambda sets: not sets,
         'no': lambda sets: False}[os.environ.get('EXPLORE_EDGES', 'all')]
# What is answered within a second; the campaign takes all.
LIGHT = {'two-powers', 'noisy-pair', 'two-labs', 'duel'}
SHORT = 1 if QUICK > 1 else 4
missed = []
FIXED = ('two-powers', 'grim', {'continuation': '0.95'})


def words_of(pair, treaty='--treaty'):
    scenario, name, sets = pair
    words = [scenario] + ([treaty, name] if name else [])
    for key, value in sets.items():
        words += ['--set', f'{key}={value}']
    return words


def words_in(text):
    """Its words, however its lines are broken."""
    return ' '.join(text.split())


def differ(a, b, at=''):
    """The places in which two answers differ."""
    if isinstance(a, dict) and isinstance(b, dict):
        return [x for key in {*a, *b} for x in
                differ(a.get(key), b.get(key), f'{at}.{key}')]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [x for i, (p, q) in enumerate(zip(a, b)) for x in
                differ(p, q, f'{at}.{i}')]
    return [] if a == b else [(at, a, b)]


def compare(kind, pair, command, pick=lambda got: got['answer']):
    scenario, treaty, sets = pair
    name = f'{kind} of {" ".join(words_of(pair))}'
    began = time.time()
    # Beside the page, which the other processor works for.
    process = subprocess.Popen([PROGRAM, *command], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    status, got = server.ask(ask=kind, scenario=scenario,
                             **({'treaty': treaty} if treaty else {}),
                             **({'set': sets} if sets else {}))
    if status in (202, 503):
        process.kill()
        process.communicate()
        missed.append(name)
        print(f'  {name}: not compared, it took ' + (
            f'over {WAIT * QUICK:.0f} s' if status == 202 else
            'more than a question may'))
        return None
    text, faults = process.communicate()
    if ALL and time.time() - began > 20:
        print(f'  {name}: {time.time() - began:.0f} s')
    if status != 200:
        claim(f'{name}: the command\'s fault', process.returncode != 0
              and words_in(got['error'])[:200] in words_in(faults), got, faults)
        return None
    want = json.loads(text) if text.startswith('{') else text
    wrong = differ(pick(got), want)
    claim(name, text != '' and not wrong, *wrong[:4])
    return got


def check_dials(pair, got):
    """What is drawn on the dials stands in the command's own table."""
    rows = got['answer']['tables'].get('thresholds', [])
    for dial in got['dials']:
        of = [r for r in rows if r['quantity'] == dial['key'] and
              r['part'] == 'holds']
        want = [(r['holds_from'], r['holds_to'], r['from_is'], r['to_is'])
                for r in of if r['holds_from'] is not None]
        have = [(h['from'], h['to'], h['from_is'], h['to_is'])
                for h in dial['holds']]
        claim(f'{pair}: the dial {dial["key"]}', have == want and
              dial['known'] == bool(of), have, want)


def check(pair):
    scenario, treaty, sets = pair
    words = words_of(pair)
    got = compare('verdict', pair, ['solve', *words, '--format', 'json'])
    if got is None:
        return 0
    if pair == FIXED or ALL and EDGES(sets):
        found = compare('thresholds', pair, [
            'solve', *words, '--thresholds', '--format', 'json'])
        if found is not None:
            check_dials(pair, found)
    if treaty:      # `compare` knows treaties by name
        compare('compare', pair, ['compare', *words_of(pair, '--treaties'),
                                  '--format', 'json'])
    found = compare('brief', pair, ['report', '--brief', *words],
                    lambda got: got['html'])
    return len(found['html']) if found else 0


server = Server(PROGRAM)
start = json.loads(server.fetch('/api/start')[1])
pairs = [(s['name'], treaty, sets) for s in start['scenarios']
         for treaty in [None] * (s['treaty'] not in (None, 'none')) +
         [t['name'] for t in start['treaties'] if t['name'] != 'none']
         for sets in ({}, {'continuation': '0.95'})]
claim('there are pairs', len(pairs) > 400, len(pairs))
if ONLY:
    pairs = [p for p in pairs if {p[0], f'{p[0]}/{p[1]}'} & {*ONLY}]
    claim('there are pairs of these', len(pairs) > 0, ONLY)
if not ALL:
    light = [p for p in pairs if p[0] in LIGHT and p[2] and p[1]]
    day = int(os.environ.get('ROTATE', datetime.date.today().toordinal()))
    step = len(light) // SHORT
    pairs = [FIXED] + [light[(day + k * step) % len(light)]
                       for k in range(SHORT)]
longest = max((check(pair), str(pair)) for pair in pairs)
print(f'  the longest brief: {longest[1]}, {longest[0]} bytes')
print(f'  not compared: {len(missed)}')
server.stop()
finish()
