#!/usr/bin/env python3
"""What `detente explore` answers piece by piece, and what becomes of its work:
explore_live.py PROGRAM. The tornado and a run are the commands' own; parts of
an answer that is on its way are parts of the whole; a move, a page that is
closed, and the end of the server (kill -9 too) leave no process. Ends with "N
passed, N failed".
"""
import json
import os
import signal
import subprocess
import sys
import threading
import time

from explore_client import QUICK, Server, claim, finish

PROGRAM = sys.argv[1]


def command(*words):
    done = subprocess.run([PROGRAM, *words, '--format', 'json'], text=True,
                          capture_output=True)
    return json.loads(done.stdout)


def children(process):
    try:
        with open(f'/proc/{process.pid}/task/{process.pid}/children') as file:
            return file.read().split()
    except FileNotFoundError:
        return []


def alive(pids):
    """Those that are there, and no zombies."""
    left = []
    for pid in pids:
        try:
            with open(f'/proc/{pid}/stat') as file:
                if file.read().rsplit(')', 1)[1].split()[0] != 'Z':
                    left.append(pid)
        except FileNotFoundError:
            pass
    return left


def within(seconds, holds):
    ends = time.time() + seconds * QUICK
    while not holds() and time.time() < ends:
        time.sleep(.02)
    return holds()


def post(path, **body):
    status, content, _ = server.fetch(path, json.dumps(body).encode(), **{
        'Content-Type': 'application/json', 'Origin': server.at})
    return status, json.loads(content or b'{}')


server = Server(PROGRAM)
grim = {'scenario': 'two-powers', 'treaty': 'grim',
        'set': {'continuation': '0.99'}}
halt = {'scenario': 'two-powers', 'treaty': 'verified-halt',
        'set': {'continuation': '0.99'}}
words = ['two-powers', '--treaty', 'grim', '--set', 'continuation=0.99']

# The command's answers.
status, got = server.ask(ask='tornado', **grim)
claim('what matters most is what solve says', status == 200 and
      got['answer'] == command('solve', *words, '--tornado'), status, got)
status, got = server.ask(ask='tornado', scenario='noisy-pair', treaty='grim',
                         prior='noisy-signal')
claim('within a prior', status == 200 and got['answer'] == command(
    'solve', 'noisy-pair', '--treaty', 'grim', '--tornado', '--prior',
    'noisy-signal'), status, got)
status, got = server.ask(ask='run', seed='7', run='2', **grim)
claim('a run is what run says', status == 200 and got['answer'] == command(
    'run', *words, '--seed', '7', '--run', '2'), status, got)
status, got = server.ask(ask='band', seed='1', runs='40', **grim)
want = command('run', *words, '--seed', '1', '--runs', '40')['agents']
got = got['answer']['tables']['agents']
claim('what they do and get is what run says', len(got) == len(want) == 2 and
      all(g['name'] == w['agent'] and all(g[k] == w[k] for k in (
          'pause_share', 'pause_share_se', 'payoff_per_round',
          'payoff_per_round_se')) for g, w in zip(got, want)), got, want)
status, start, _ = server.fetch('/api/start')
claim('priors are listed', 'verified-halt' in [
    p['name'] for p in json.loads(start)['priors']])
for bad in ({'ask': 'run'}, {'ask': 'run', 'run': '-1'},
            {'ask': 'run', 'run': 1}, {'ask': 'run', 'run': '1', 'seed': 7},
            {'ask': 'run', 'run': '1', 'seed': '1e9'}, {'ask': 'band'},
            {'ask': 'band', 'runs': '10000'},
            {'ask': 'tornado', 'prior': '../x'},
            {'ask': 'tornado', 'prior': 'x.yaml'}):
    status, _ = post('/api/ask', **{**grim, **bad})
    claim(f'{bad}', status == 400, status)
status, got = server.ask(ask='tornado', scenario='two-powers', treaty='none')
claim('no treaty', status == 422, status, got)

# Where all know the last round: the no of the first of three answers stands before
# the others, in the answer's own words; or the answer as if nobody knew it.
def answers(**asked):
    """What stands of an answer, piece by piece, and the whole."""
    status, got = post('/api/ask', ask='verdict', page='first', **asked)
    seen = 0
    while status == 202:
        if 'so_far' in got:
            yield got['so_far']['answer']
        seen = got.get('parts', seen)
        time.sleep(.002)
        status, content, _ = server.fetch(
            f'/api/answer?job={got["job"]}&seen={seen}')
        got = {**json.loads(content), 'job': got['job']}
    yield got['answer']


for scenario, treaty in (('trio', 'cwc'), ('two-powers', 'compute-cap')):
    pair = f'{scenario}/{treaty}'
    first, *_, whole = answers(scenario=scenario, treaty=treaty)
    known = whole['tables']['parts'][0]
    claim(f'{pair}: a no stands first', first['question'] ==
          'treaty-not-kept', first['question'])
    claim(f'{pair}: in its words', first['says'] == whole['says'][:1] and
          whole['says'][0].startswith('No: all know that'), first['says'])
    claim(f'{pair}: its part', first['tables']['parts'] == [known] and
          known['answer'] == 'no', first['tables'], known)
# Once its states are there nothing stands before the answer, which is the same.
for scenario, treaty in (('duel', 'verified-halt'), ('two-powers',
                                                     'compute-cap')):
    moved = {'scenario': scenario, 'treaty': treaty,
             'set': {'treaty.monitoring.miss': '0.21'}}
    *_, late = answers(**{**moved, 'set': {'treaty.monitoring.miss': '0.2'}})
    said = list(answers(**moved))
    claim(f'{scenario}/{treaty}: the answer alone', len(said) == 1 and
          said[0] != late, len(said))
    claim(f'{scenario}/{treaty}: it is the command\'s', said[-1] == command(
        'solve', scenario, '--treaty', treaty, '--set',
        'treaty.monitoring.miss=0.21'))

# Where there are many states, first of all a few plays: with all three answers
# to the question that was asked, and less sure than what follows.
for asked in ({'scenario': 'trio', 'treaty': 'verified-halt'},
              {'scenario': 'frontier', 'treaty': 'compute-cap',
               'set': {'continuation': '0.95'}}):
    pair = f'{asked["scenario"]}/{asked["treaty"]}'
    began = time.time()
    pieces = answers(**asked)
    first = next(pieces)
    within_ms = 1000 * (time.time() - began)
    *_, whole = pieces
    claim(f'{pair}: a few plays stand first', first['question'] ==
          'treaty-few-plays', first['question'])
    claim(f'{pair}: soon', within_ms < 2000 * QUICK, within_ms)
    few, all_of = ([row['samples'] for row in answer['tables']['parts'] if
                    row['method'] == 'simulated'] for answer in (first, whole))
    claim(f'{pair}: they are few', len(few) == 3 and sum(few) < sum(all_of),
          few, all_of)
    slack = [answer['tables']['slack'] for answer in (first, whole)]
    few, all_of = ({row['party'] for row in rows} for rows in slack)
    claim(f'{pair}: margins of its parties', few <= all_of, few, all_of)
    claim(f'{pair}: one sentence', len(first['says']) == 1 and
          first['says'][0].split()[0] in ('Yes:', 'No:', 'Perhaps:'),
          first['says'])
    claim(f'{pair}: then the answer', whole['question'] == 'treaty',
          whole['question'])
post('/api/leave', page='first')
claim('a page that left has none', within(3, lambda: not children(
    server.process)))

# An answer on its way: first the verdict, then one threshold after another.
# What is said so far stays as it is; a part that was seen is not sent again.
status, got = post('/api/ask', ask='thresholds', page='slow', **halt)
claim('a long one waits', status == 202, status)
seen, before, parts = 0, [], []
ends = time.time() + 40 * QUICK
while status == 202 and len(parts) < 3 and time.time() < ends:
    time.sleep(.03)
    status, content, _ = server.fetch(
        f'/api/answer?job={got["job"]}&seen={seen}')
    answer = json.loads(content)
    if 'so_far' in answer:
        part = answer['so_far']
        claim(f'part {answer["parts"]} is newer than {seen}',
              answer['parts'] > seen)
        says = part['answer']['says']
        claim('what was said stands', says[:len(before)] == before,
              before, says)
        known = [d['key'] for d in part['dials'] if d['known']]
        claim('dials come and do not go', set(parts[-1] if parts else []) <=
              set(known), parts, known)
        seen, before = answer['parts'], says
        parts.append(known)
claim('parts came', len(parts) == 3 and status == 202 and len(parts[-1]) <
      len(part['dials']), parts, status)
status, content, _ = server.fetch(
    f'/api/answer?job={got["job"]}&seen={10 ** 6}')
claim('what was seen is not sent again', status == 202 and
      b'so_far' not in content, content[:200])

# Who waits for it is told as soon as there is more, or at the end of its patience,
# and nobody else waits for that.
def told(query, into, by=server):
    began = time.time()
    try:
        status, content, _ = by.fetch(f'/api/answer?job={query}')
    except OSError:     # it was killed
        status, content = 0, b'{}'
    into.append((status, json.loads(content or b'{}'), time.time() - began))


job, begun, first, never = got['job'], [], [], []
for query, into in ((f'{job}&wait=600&seen={10 ** 6}', never),
                    (f'{job}&wait=9999&seen={seen}', first),
                    (f'{job}&wait=9999&seen={10 ** 6}', begun)):
    threading.Thread(target=told, args=(query, into)).start()
time.sleep(.05)
began = time.time()
server.fetch('/assets/net.js')
claim('no request waits for another', time.time() - began < .3 * QUICK,
      time.time() - began)
while within(3, lambda: first) and first[-1][0] == 202 and first[-1][
        1]['parts'] <= seen and time.time() < ends:
    told(f'{job}&wait=9999&seen={seen}', first)     # a dial may take longer
claim('it is told what is new', first and first[-1][0] == 202 and
      first[-1][1]['parts'] > seen and 'so_far' in first[-1][1], first)
claim('it is told after its time that nothing is', within(3, lambda: never) and
      never[0][0] == 202 and 'so_far' not in never[0][1] and
      .5 < never[0][2] < 1.5 * QUICK, never)
claim('no patience is endless', within(4, lambda: begun) and
      begun[0][0] == 202 and 1.5 < begun[0][2] < 3 * QUICK, begun)
begun.clear()
threading.Thread(target=told, args=(f'{job}&wait=9999&seen={10 ** 6}',
                                    begun)).start()

# A move ends what is behind the design that it left.
claim('it works', len(children(server.process)) == 1)
server.ask(ask='verdict', page='other', **grim)
claim('another page is another page', server.fetch(
    f'/api/answer?job={got["job"]}')[0] == 202)
server.ask(ask='verdict', page='slow', **grim)
claim('its own next verdict ends it', server.fetch(
    f'/api/answer?job={got["job"]}')[0] == 410)
claim('who waits for it is told so', within(1, lambda: begun) and
      begun[0][0] == 410 and begun[0][2] < 1.5 * QUICK, begun)
claim('no process is left', within(3, lambda: not children(server.process)),
      children(server.process))

# A closed page.
for what in ('verdict', 'thresholds'):  # a verdict ends what is behind
    post('/api/ask', ask=what, page='closed', **{**halt, 'set': {
        'continuation': '0.98'}})
status, _ = post('/api/leave', page='nobody')
claim('another page may leave', status == 200 and children(server.process))
status, _ = post('/api/leave', page='closed')
claim('a closed page stops its work at once', status == 200 and
      not children(server.process), status, children(server.process))
for bad in ({}, {'page': 1}, {'page': 'x' * 50}, {'page': 'x', 'more': 1}):
    status, _ = post('/api/leave', **bad)
    claim(f'leave {bad}', status == 400, status)
status, _, _ = server.fetch('/api/leave', b'{"page":"x"}', **{
    'Content-Type': 'application/json', 'Origin': 'http://evil.example'})
claim('a foreign page stops nothing', status == 403, status)

# The server ends, whatever way: its children do too.
for how in (signal.SIGTERM, signal.SIGKILL):
    doomed = Server(PROGRAM)
    _, got = doomed.post(json.dumps({'ask': 'thresholds', **halt}).encode())
    working, waiting = children(doomed.process), []
    claim(f'{how.name}: there is work', len(working) == 1, working)
    threading.Thread(target=told, args=(
        f'{got["job"]}&wait=9999&seen={10 ** 6}', waiting, doomed)).start()
    time.sleep(.1)
    os.kill(doomed.process.pid, how)
    ended = doomed.process.wait(20)
    claim(f'{how.name}: who waited is let go', within(3, lambda: waiting) and
          waiting[0][0] in ((0, 410, 503) if how == signal.SIGTERM else (0,))
          and ended in (0, 130, -how), waiting, ended)
    claim(f'{how.name}: none is left', within(3, lambda: not alive(working)),
          alive(working))

server.process.send_signal(signal.SIGTERM)
claim('it stops', server.process.wait(10 * QUICK) in (0, 130))
finish()
