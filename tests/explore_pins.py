#!/usr/bin/env python3
"""Designs that `detente explore -o DB` keeps: explore_pins.py PROGRAM ROOT.
They come back, with who, when and what; a removal is a mark; `query`, `report`
and `audit` work on them; a file that is foreign, read-only, locked or full is
an error with a way out, and the page goes on; nothing but a POST of the page
itself changes a file. Ends with "N passed, N failed". In an empty folder.
"""
import csv
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
from explore_client import QUICK, Server, claim, finish  # noqa: E402

PROGRAM, ROOT = sys.argv[1:3]


def run(*words):
    return subprocess.run([PROGRAM, *words], text=True, capture_output=True)


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


with open(f'{ROOT}/treaties/grim.yaml') as file:
    GRIM = file.read().replace('treaty: grim', 'treaty: ours') + '# by hand\n'
DESIGN = {'scenario': 'two-powers', 'treaty': 'grim',
          'set': {'continuation': '0.99'}}

# Without a file pins are the browser's, and that is said.
bare = Server(PROGRAM, 'two-powers')
status, got = bare.ask(ask='pin', name='x', note='', **DESIGN)
claim('without -o', status == 422 and 'explore -o' in got['do'], status, got)
bare.stop()

server = Server(PROGRAM, 'two-powers', '-o', 'designs.db')
claim('the page knows the file', json.loads(server.fetch('/api/start')[1])
      ['database'] == 'designs.db')
claim('no file before the first pin', not os.path.exists('designs.db'))
status, got = server.ask(ask='pins')
claim('none yet', status == 200 and got['pins'] == [], got)
status, got = server.ask(ask='pin', name='First', note='one line\nand two',
                         **DESIGN)
claim('a pin', status == 200 and len(got['pins']) == 1, status, got)
pin = got['pins'][0]
answer = json.loads(run('solve', 'two-powers', '--treaty', 'grim', '--set',
                        'continuation=0.99', '--format', 'json').stdout)
verdict = answer['tables']['verdict'][0]
claim('is the command\'s answer', pin['holds'] == verdict['holds'] and
      pin['slack'] == verdict['slack'] and
      pin['party'] == verdict['binding_party'] and
      pin['says'] == answer['says'][0], pin, verdict)
claim('with who, when and what', pin['name'] == 'First' and
      pin['note'] == 'one line\nand two' and pin['pinned_by'] and
      pin['pinned_at'].endswith('Z') and pin['version'] and
      json.loads(pin['settings']) == DESIGN['set'] and
      pin['command'] == 'detente solve two-powers --treaty grim '
      '--set continuation=0.99' and pin['withdrawn_at'] is None, pin)
status, got = server.ask(ask='pin', name='Ours', note='', text=GRIM,
                         scenario='two-powers', set=DESIGN['set'])
claim('a text', status == 200 and got['pins'][1]['text'] == GRIM and
      got['pins'][1]['treaty'] is None, status, got)
status, got = server.ask(ask='pin', name='Bad', note='', scenario='two-powers',
                         text='treaty: x\nbad: 1\n')
claim('a text with faults is not pinned', status == 422 and
      got['faults'][0]['line'] == 2, status, got)

# A removal is a mark, once.
status, got = server.ask(ask='withdraw', pin=pin['pin'])
claim('withdrawn', status == 200 and len(got['pins']) == 2 and
      got['pins'][0]['withdrawn_at'] and got['pins'][0]['withdrawn_by'] and
      got['pins'][1]['withdrawn_at'] is None, got)
claim('not twice', server.ask(ask='withdraw', pin=pin['pin'])[0] == 422)
claim('not another', server.ask(ask='withdraw', pin='0' * 64)[0] == 422)
before = server.ask(ask='pins')[1]['pins']
server.stop()

# They come back.
server = Server(PROGRAM, '-o', 'designs.db')
claim('they come back', server.ask(ask='pins')[1]['pins'] == before)

# Other verbs.
rows = list(csv.DictReader(io.StringIO(run(
    'query', 'designs.db', 'pins', '--format', 'csv').stdout)))
claim('query', [r['name'] for r in rows] == ['First', 'Ours'] and
      [r['pin'] for r in rows] == [p['pin'] for p in before], rows)
claim('query --list names it', 'pins' in run('query', '--list').stdout)
said = run('report', 'designs.db', '-o', 'report.html')
with open('report.html') as file:
    page = file.read()
claim('report', said.returncode == 0 and 'First' in page and 'Ours' in page and
      'by hand' in page and 'withdrawn' in page, said)
said = run('audit', 'designs.db', '--solutions')
claim('audit', said.returncode == 0 and '2 of 2 found' in said.stdout and
      'withdrawn: 3' in said.stdout, said)


def forged(sql):
    """What an audit says of a copy that somebody has changed."""
    source = sqlite3.connect('designs.db')
    copy = sqlite3.connect(':memory:')
    source.backup(copy)
    copy.execute(sql)
    copy.commit()
    if os.path.exists('forged.db'):
        os.remove('forged.db')
    target = sqlite3.connect('forged.db')
    copy.backup(target)
    for each in source, copy, target:
        each.close()
    said = run('audit', 'forged.db', '--solutions')
    said.stdout = ' '.join(said.stdout.split())
    return said


of_text = "WHERE table_name = 'pin' AND column_name = 'text'"
said = forged("UPDATE solution_cell SET text = replace(text, 'treaty: ours',"
              f" 'treaty: yours') {of_text}")
claim('a text that was changed', said.returncode == 4 and
      'text that was pinned' in said.stdout, said)
said = forged("UPDATE solution_cell SET text = ("
              "SELECT solution_key FROM solution WHERE solution_id = 3)"
              " WHERE column_name = 'answer' AND solution_id = 2")
claim('another answer', said.returncode == 4 and 'something else' in
      said.stdout, said)
said = forged("UPDATE solution SET says = replace(says, 'Yes', 'No')"
              " WHERE question = 'treaty'")
claim('what was answered', said.returncode == 4, said)

# Two files with pins become one.
other = Server(PROGRAM, '-o', 'other.db')
claim('another file', other.ask(ask='pin', name='Second', note='', **DESIGN)[0]
      == 200)
other.stop()
said = run('merge', 'merged.db', 'designs.db', 'other.db')
rows = json.loads(run('query', 'merged.db', 'pins', '--format', 'json').stdout)
# In any order where they are of one second.
claim('merge', said.returncode == 0 and sorted(r['name'] for r in rows['rows'])
      == ['First', 'Ours', 'Second'], said, rows)

# Each value of the named query, worked out anew by plain Python.
for db, word in ('designs.db', 'with_text=yes'), ('merged.db', 'with_text=no'):
    with open('answer.csv', 'w') as file:
        file.write(run('query', db, 'pins', '--set', word, '--format',
                       'csv').stdout)
    with open('asked', 'w') as file:
        file.write(f'pins answer.csv {word}\n')
    said = subprocess.run([sys.executable, f'{ROOT}/tests/named.py', db,
                           'asked'], text=True, capture_output=True)
    claim(f'the query pins of {db}', said.stdout == f'pins {word}: right\n',
          said)

# Nothing but a POST of the page itself changes a file.
whole = digest('designs.db')
body = json.dumps({'ask': 'pin', 'name': 'x', 'note': '', **DESIGN}).encode()
for origin in 'http://evil.example', 'null', server.at + '9':
    claim(f'Origin {origin}', server.post(body, Origin=origin)[0] == 403)
claim('a form', server.post(body, **{'Content-Type': 'text/plain'})[0] == 415)
claim('another Host', server.fetch('/api/ask', body, Host='evil.example', **{
    'Content-Type': 'application/json', 'Origin': server.at})[0] == 421)
claim('too long', server.post(b'{"ask":"pin","note":"' + b'x' * 66000)[0] ==
      413)
for path in ('/api/pin', '/api/ask', '/api/pins', '/api/withdraw',
             '/api/ask?ask=pin&name=x&note=&scenario=two-powers'):
    claim(f'GET {path}', server.fetch(path)[0] == 404)
for bad in ({'name': ''}, {'name': 'x' * 81}, {'name': 'a\nb'}, {'name': 1},
            {'name': 'a\x7f'}, {'note': 'x' * 2001}, {'note': 'a\tb'},
            {'note': None, 'name': None}, {'scenario': '../x'},
            {'treaty': '/etc/passwd'}, {'database': 'x.db'}):
    status, got = server.post(json.dumps({
        'ask': 'pin', 'name': 'x', 'note': '', **DESIGN, **bad}).encode())
    claim(f'{bad}', status == 400, status, got)
for raw in (b'{"ask":"pins","ask":"pin"}', b'[]', b'{"ask":"pins"} x',
            b'\xef\xbb\xbf{"ask":"pins"}', b'{"ask":"pins","page":1e999}',
            b'{"ask":"pins","__proto__":{"admin":1}}',
            b'{"ask":' + b'[' * 5000 + b']' * 5000 + b'}'):
    status, got = server.post(raw)
    claim(f'{raw[:40]}', status == 400, status, got)
for bad in '', 'x', '0' * 63, 'A' * 64, '../designs.db':
    claim(f'pin {bad!r}', server.post(json.dumps({
        'ask': 'withdraw', 'pin': bad}).encode())[0] == 400)
for text in ('treaty: x\nmonitoring: &a {miss: 0}\n',
             'treaty: x\nmonitoring: *a\n', 'treaty: x\na: !include b\n',
             'treaty: x\nfrom: /etc/passwd\n', 'treaty: x\nfrom: a b.yaml\n',
             'treaty: x\nfrom: /tmp/a b\n', 'treaty: ../x.yaml\n'):
    status, got = server.ask(ask='pin', name='x', note='', text=text,
                             scenario='two-powers')
    claim(f'{text!r}', status == 422 and got['faults'], status, got)
claim('the file is as it was', digest('designs.db') == whole)
name = '<script>alert(1)</script>'
status, got = server.ask(ask='pin', name=name, note='=1+1', **DESIGN)
claim('a name is a text', status == 200 and got['pins'][-1]['name'] == name,
      got)
run('report', 'designs.db', '-o', 'report.html', '--force')
with open('report.html') as file:
    claim('and one in a report', name not in file.read())
claim('also in a table', ',\'=1+1' in run(
    'query', 'designs.db', 'pins', '--format', 'csv').stdout.replace('"', ''))

# Trouble with the file.
status, got = 0, {}
if os.getuid() == 0 or QUICK > 1:
    pass    # nothing is read-only for root
else:
    os.chmod('designs.db', 0o444)
    status, got = server.ask(ask='pin', name='y', note='', **DESIGN)
    claim('a file that may not be written', status == 422 and
          'permissions' in got['error'] and 'file' in got['do'], got)
    os.chmod('designs.db', 0o644)
waited = {}


def while_locked():
    waited['got'] = server.ask(ask='pin', name='z', note='', **DESIGN)


if QUICK == 1:      # it waits half a minute
    lock = sqlite3.connect('designs.db', isolation_level=None)
    lock.execute('BEGIN EXCLUSIVE')
    thread = threading.Thread(target=while_locked)
    thread.start()
    status, got = server.ask(ask='verdict', **DESIGN)
    claim('the page goes on meanwhile', status == 200 and
          got['answer']['tables'] == answer['tables'], got)
    thread.join()
    lock.execute('ROLLBACK')
    lock.close()
    status, got = waited['got']
    claim('a locked file', status == 422 and 'another process' in
          got['error'] and 'file' in got['do'], got)
    status, got = server.ask(ask='pins')
    claim('nothing was pinned', status == 200 and
          [p['name'] for p in got['pins']] == ['First', 'Ours', name], got)
os.rename('designs.db', 'away.db')
with open('designs.db', 'w') as file:
    file.write('a poem, and no database: ' * 99)
status, got = server.ask(ask='pin', name='y', note='', **DESIGN)
claim('a foreign file', status == 422 and 'not a SQLite database' in
      got['error'] and 'another one' in got['do'], got)
claim('which is left alone', open('designs.db').read(6) == 'a poem')
status, got = server.ask(ask='verdict', **DESIGN)
claim('and the page goes on', status == 200, got)
os.rename('away.db', 'designs.db')
claim('it is well again', server.ask(ask='pins')[0] == 200)
server.stop()
for path, says in (('.', 'folder'), ('no/such/place.db', 'folder'),
                   ('report.html', 'not a SQLite database')):
    said = run('explore', '-o', path)
    claim(f'-o {path}', said.returncode != 0 and says in said.stderr and
          said.stdout == '', said)

# A full disk: the limit of a file's size stands for it.
if QUICK == 1:
    shell = subprocess.run(
        ['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh', sys.executable, '-c',
         f'import sys; sys.path.insert(0, {os.path.dirname(__file__)!r})\n'
         f'from explore_client import Server\n'
         f's = Server({PROGRAM!r}, "-o", "full.db")\n'
         f's1 = s.ask(ask="pin", name="x", note="", **{DESIGN!r})\n'
         f's2 = s.ask(ask="verdict", **{DESIGN!r})\n'
         f's.stop()\nprint(s1[0], s1[1].get("error"), s1[1].get("do"))\n'
         f'print(s2[0])'], text=True, capture_output=True)
    claim('a full disk', '422 full.db: larger than a file may be' in
          shell.stdout and 'another one' in shell.stdout and
          shell.stdout.rstrip().endswith('200'), shell)
finish()
