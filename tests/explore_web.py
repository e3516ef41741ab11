#!/usr/bin/env python3
"""The server half of `detente explore`, asked as a notebook would:
explore_web.py PROGRAM ROOT. Each number that it gives is that of the command;
what is hostile is refused; a newer question ends the one before, and 200 rapid
ones leave no process and no memory behind. Ends with "N passed, N failed".
"""
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

PROGRAM, ROOT = sys.argv[1:3]
QUICK = float(os.environ.get('SLOW', '1'))
passed, failed = 0, 0


def claim(name, holds, *seen):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f'{name}:', *(repr(s)[:400] for s in seen))


server = subprocess.Popen([PROGRAM, 'explore', 'two-powers', '--treaty', 'grim'],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
line = server.stdout.readline()
if not line:
    print(server.stderr.read().strip() + ': skipped')
    sys.exit(77)
at = line.strip().rstrip('/')


def fetch(path, content=None, **headers):
    request = urllib.request.Request(at + path, content, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.status, reply.read(), reply.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def once(**question):
    status, content, _ = fetch('/api/ask', json.dumps(question).encode(), **{
        'Content-Type': 'application/json', 'Origin': at})
    return status, json.loads(content)


def ask(**question):
    """An answer, waited for."""
    status, answer = once(**question)
    ends = time.time() + 60 * QUICK
    while status == 202 and time.time() < ends:
        time.sleep(.05)
        status, content, _ = fetch(f'/api/answer?job={answer["job"]}')
        answer = {'job': answer['job'], **json.loads(content)}
    return status, answer


def command(*words):
    done = subprocess.run([PROGRAM, *words, '--format', 'json'], text=True,
                          capture_output=True)
    return json.loads(done.stdout)


def children():
    with open(f'/proc/{server.pid}/task/{server.pid}/children') as file:
        return file.read().split()


def memory():
    with open(f'/proc/{server.pid}/status') as file:
        return int(re.search(r'VmRSS:\s+(\d+)', file.read())[1])


# The answers of the command, over pairs of two parties, exact ones.
for treaty in ('grim', 'green-porter', 'bwc'):
    for patience in ('0.9', '0.99'):
        status, got = ask(ask='verdict', scenario='two-powers', treaty=treaty,
                          set={'continuation': patience})
        want = command('solve', 'two-powers', '--treaty', treaty, '--set',
                       f'continuation={patience}')
        claim(f'{treaty} at {patience}', status == 200 and
              got['answer'] == want, status, got.get('answer'), want)

# The literature's threshold (Mailath and Samuelson's noisy signal, on the
# payoffs of two-powers): it holds at a miss of .5713, not at .5714.
for miss, holds in (('0.5713', 'yes'), ('0.5714', 'no')):
    status, got = ask(ask='verdict', scenario='two-powers', treaty='grim',
                      set={'continuation': '0.99',
                           'treaty.monitoring.miss': miss})
    claim(f'a miss of {miss}',
          got['answer']['tables']['verdict'][0]['holds'] == holds, got)

status, got = ask(ask='thresholds', scenario='two-powers', treaty='grim',
                  set={'continuation': '0.99'})
dials = {d['key']: d for d in got['dials']}
stretch = dials['treaty.monitoring.miss']['holds'][0]
claim('the dial says so', abs(stretch['to'] - .571375) < 5e-7, stretch)
claim('it has help, unit and range', dials['treaty.monitoring.miss']['unit'] ==
      'chance' and dials['treaty.monitoring.miss']['most'] == 1 and
      'race' in dials['treaty.monitoring.miss']['help'])
near = [d['turns'] for d in got['dials'] if d['turns'] != 'inf']
claim('the nearest stand first', near == sorted(near) and
      [d['turns'] for d in got['dials']][:len(near)] == near, near)

# A map agrees with the verdict at its points.
status, got = ask(ask='map', scenario='two-powers', treaty='grim',
                  x='treaty.monitoring.miss=0.5:0.6:3',
                  y='continuation=0.95:0.99:2')
want = command('solve', 'two-powers', '--treaty', 'grim', '--vary',
               'treaty.monitoring.miss=0.5:0.6:3', '--vary',
               'continuation=0.95:0.99:2')
claim('a map', status == 200 and got['answer'] == want and
      got['svg'].startswith('<svg'), status, got)

# Text both ways.
with open(f'{ROOT}/treaties/grim.yaml') as file:
    grim = file.read()
status, got = ask(ask='verdict', scenario='two-powers', text=grim,
                  set={'continuation': '0.99'})
_, same = ask(ask='verdict', scenario='two-powers', treaty='grim',
              set={'continuation': '0.99'})
claim('a treaty as text', status == 200 and got['answer']['tables'] ==
      same['answer']['tables'], got)
status, again = ask(ask='verdict', scenario='two-powers', text=got['yaml'],
                    set={'continuation': '0.99'})
claim('and its own text again', status == 200 and
      again['answer']['tables'] == same['answer']['tables'] and
      again['yaml'] == got['yaml'], again)
status, got = ask(ask='brief', scenario='two-powers', treaty='grim')
claim('a brief', status == 200 and '<html' in got['html'], status, got)

# What is refused.
for text, line in (('treaty: x\nbad: 1\n', 2),
                   ('treaty: x\nmonitoring: &a {miss: 0}\n', 2),
                   ('treaty: x\nmonitoring: *a\n', 2),
                   ('treaty: x\nmonitoring: !include a\n', 2),
                   ('treaty: x\nmonitoring: /etc/passwd\n', 2),
                   ('treaty: x\nfrom: ../../etc/x.yaml\n', 2)):
    status, got = ask(ask='check', scenario='two-powers', text=text)
    claim(f'{text!r}', status == 422 and got['faults'] and
          any(f['line'] == line for f in got['faults']), status, got)
status, got = ask(ask='check', scenario='two-powers', text='scenario: x\n')
claim('no treaty', status == 422, status, got)
status, got = ask(ask='verdict', scenario='two-powers', treaty='grim',
                  set={'treaty.monitoring.miss': '2'})
claim('a value out of range', status == 422 and
      'over the largest' in got['error'], got)
for bad in ({'scenario': '../x'}, {'scenario': '/etc/passwd'},
            {'scenario': 'a.yaml'}, {'treaty': './x'}, {'ask': 'run'},
            {'set': {'a b': '1'}}, {'set': {'a': '{x: 1}'}},
            {'set': {'a': 1}}, {'set': []}, {'more': 1}, {'x': 'a=1'},
            {'x': 'a=0:1:9999'}, {'x': 'a=0:1:42'}, {'y': '--model=0:1:3'},
            {'set': {'--model': 'x'}}):
    question = {'ask': 'verdict', 'scenario': 'two-powers', **bad}
    status, got = once(**question)
    claim(f'{bad}', status == 400, status, got)
status, got = once(ask='verdict', scenario='nope')
claim('no such scenario', status == 422 and 'nope' in got['error'], got)
status, _, _ = fetch('/api/ask', b'{"ask":"check","scenario":"duel"}', **{
    'Content-Type': 'application/json', 'Origin': 'http://evil.example'})
claim('a foreign page', status == 403, status)
status, _, _ = fetch('/api/ask', b'{' + b' ' * 70000, **{
    'Content-Type': 'application/json', 'Origin': at})
claim('too long', status == 413, status)
status, _, headers = fetch('/')
claim('the page has its policy', status == 200 and "default-src 'none'" in
      headers['Content-Security-Policy'], status)
for path in ('/api/ask', '/api/answer', '/api/answer?job=99', '/nothing'):
    claim(f'GET {path}', fetch(path)[0] in (404, 410))

# Rapid moves: a question that takes long is ended by the next.
took, before = [], memory()
for i in range(200 if QUICK == 1 else 20):
    began = time.time()
    once(ask='verdict', page='p', scenario='two-powers', treaty='grim',
         set={'continuation': f'{.9 + i / 4000:.5f}'})
    took.append(time.time() - began)
ask(ask='verdict', page='p', scenario='two-powers', treaty='grim')  # collected
status, got = once(ask='thresholds', page='p', scenario='two-powers',
                   treaty='verified-halt')
claim('a long one waits', status == 202, status, got)
status, other = once(ask='thresholds', page='p', scenario='two-powers',
                     treaty='verified-halt')
claim('its next takes its place', fetch(
    f'/api/answer?job={got["job"]}')[0] == 410)
claim('one process is left', len(children()) == 1, children())
ends = time.time() + 9 * QUICK
while children() and time.time() < ends:
    time.sleep(.2)
claim('which nobody asks for, and ends', children() == [], children())
claim('memory is flat', memory() - before < 2048 or 'SLOW' in os.environ, before,
      memory())
took.sort()
print(f'  verdict of two-powers under grim: p50 '
      f'{1e3 * took[len(took) // 2]:.1f} ms, p95 '
      f'{1e3 * took[len(took) * 19 // 20]:.1f} ms')
server.send_signal(signal.SIGTERM)
claim('it stops', server.wait(10 * QUICK) in (0, 130), server.returncode)
print(f'{passed} passed, {failed} failed')
sys.exit(failed > 0)
