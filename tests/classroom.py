#!/usr/bin/env python3
"""A class over real sockets, as somebody would play it who means ill, and one
whose server is killed.

    classroom.py DETENTE hostile        requests of the seats and the game that
                                        must be refused, each with its answer
    classroom.py DETENTE debrief        a lesson of two blocks, and what is told
                                        of them
    classroom.py DETENTE house          a port that is taken; a file that another
                                        server holds
    classroom.py DETENTE tabs           a second tab, a phone that locks, another
                                        phone; a group that hears of no other
    classroom.py DETENTE seats [WORD...]  six students sit down in the class that
                                        `classroom WORD...` opens, and the
                                        teacher starts
    classroom.py DETENTE kill N         N kills at any moment, each resumed: no
                                        finished round lost or doubled, seats
                                        kept

Knows the program by its addresses alone. Prints "ok WHAT" or "NOT WHAT" a line,
and ends with 1 where anything is not."""
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree

DETENTE = sys.argv[1]
bad = 0


def claim(what, holds, more=''):
    global bad
    bad += not holds
    print(f'{"ok" if holds else "NOT"} {what}{"" if holds else f": {more}"}',
          flush=True)


class Server:
    """The program, serving; `port` stays the same when it comes again."""

    def __init__(self, *words, port=0):
        self.words = words
        self.port = port
        self.start(*words)

    def start(self, *words):
        port = [] if self.port is None else ['--port', str(self.port)]
        self.process = subprocess.Popen(
            [DETENTE, 'classroom', *port, *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = ''
        while 'Ctrl-C' not in said:
            line = self.process.stdout.readline()
            if not line:
                sys.exit('the server did not start: ' + said +
                         self.process.stderr.read())
            said += line
        self.said = said
        self.code = re.search(r'the code ([A-Z0-9]{6})', said).group(1)
        self.port, self.secret = re.search(
            r':(\d+)/teacher#([0-9a-f]+)', said).groups()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


class Browser:
    def __init__(self, server):
        self.server = server
        self.cookies = {}

    def ask(self, method, path, body=None, headers=(), origin=True):
        c = http.client.HTTPConnection('127.0.0.1', int(self.server.port),
                                       timeout=10)
        head = dict(headers)
        if self.cookies:
            head['Cookie'] = '; '.join(
                f'{k}={v}' for k, v in self.cookies.items())
        if method == 'POST':
            head.setdefault('Content-Type', 'application/json')
            if origin:
                head['Origin'] = f'http://127.0.0.1:{self.server.port}'
        if body is not None and not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        c.request(method, path, body, head)
        r = c.getresponse()
        data = r.read()
        for key, value in r.getheaders():
            if key.lower() == 'set-cookie':
                name, rest = value.split('=', 1)
                self.cookies[name] = rest.split(';')[0]
                self.attributes = value
        c.close()
        self.size = len(data)
        try:
            return r.status, json.loads(data)
        except ValueError:
            return r.status, data

    def post(self, route, body):
        return self.ask('POST', '/api/' + route, body)

    def state(self):
        return self.ask('GET', '/api/state')[1]

    def join(self, **more):
        return self.post('join', {'code': self.server.code, **more})

    def listen(self):
        """Opens a stream and leaves it open, as a page does."""
        self.stream = socket.create_connection(
            ('127.0.0.1', int(self.server.port)))
        cookie = '; '.join(f'{k}={v}' for k, v in self.cookies.items())
        self.stream.sendall((
            'GET /api/events HTTP/1.1\r\n'
            f'Host: 127.0.0.1:{self.server.port}\r\n'
            f'Cookie: {cookie}\r\n\r\n').encode())

    def move(self, which='PAUSE', state=None):
        s = state or self.state()
        if 'round' not in s:
            return 0, {}
        return self.post('move', {'block': s['block']['n'],
                                  'round': s['round']['n'], 'move': which})


def teacher_of(server):
    t = Browser(server)
    status, _ = t.ask('POST', '/api/teacher', {'do': 'enter'},
                      {'X-Detente-Teacher': server.secret})
    if status != 200:
        sys.exit(f'the teacher is not let in: {status}')
    return t


def lesson(path, rounds, seconds=600):
    with open(path, 'w') as f:
        f.write('lesson: long\ntitle: Long\nscenario: two-labs\nblocks:\n'
                f'  one: {{title: One, rounds: {rounds}, '
                f'seconds: {seconds}}}\n')


def until(browser, teacher, stage):
    for _ in range(40):
        s = browser.state()
        if s['stage'] == stage:
            return s
        teacher.post('teacher', {'do': 'next'})
    sys.exit(f'no stage {stage}')


# ---- what must be refused -------------------------------------------------

def seats_and_secrets(server, teacher):
    a, b = Browser(server), Browser(server)
    claim('a wrong code is refused', a.post('join', {'code': 'AAAAAA'})[0]
          == 403)
    claim('the code is let in', a.join(name='Ann')[0] == 200)
    claim('a seat\'s cookie is HttpOnly, SameSite=Strict, with the port',
          'HttpOnly' in a.attributes and 'SameSite=Strict' in a.attributes
          and a.attributes.startswith(f'dt_{server.port}='))
    seat = a.state()['me']['seat']
    claim('to join twice by one cookie is one seat',
          a.join()[1]['me']['seat'] == seat)
    claim('to join without it is another', b.join()[1]['me']['seat'] != seat)
    people = len(teacher.state()['teacher']['seats'])
    claim('the teacher sees the seats', people == 4, people)

    name = f'dt_{server.port}'
    flipped = Browser(server)
    token = a.cookies[name]
    flipped.cookies = {name: token[:-1] + ('0' if token[-1] != '0' else '1')}
    claim('a token with one bit changed is nobody\'s',
          flipped.state()['role'] == 'spectator' and
          flipped.post('move', {'block': 1, 'round': 1,
                                'move': 'PAUSE'})[0] == 401)
    flipped.cookies = {name: 'a' * 10000}
    claim('a token of 10 kB is refused', flipped.ask(
        'GET', '/api/events')[0] in (400, 401, 431))
    claim('a stream without a token is refused',
          Browser(server).ask('GET', '/api/events')[0] == 401)
    claim('a student is no teacher', a.post('teacher', {'do': 'start'})[0]
          == 403)
    claim('the teacher\'s secret does not belong into an address', a.ask(
        'GET', f'/teacher?secret={server.secret}')[0] == 400)
    wrong = Browser(server)
    claim('a wrong secret is refused', wrong.ask(
        'POST', '/api/teacher', {'do': 'enter'},
        {'X-Detente-Teacher': '0' * 32})[0] == 403)
    claim('an order without the cookie is refused',
          Browser(server).post('teacher', {'do': 'start'})[0] == 403)
    for path in ('/api/move?move=RACE', '/api/teacher?do=start', '/move'):
        claim(f'GET {path} changes nothing', a.ask('GET', path)[0] in
              (404, 405))
    claim('a post from another site is refused', a.ask(
        'POST', '/api/leave', {}, {'Origin': 'http://evil.example'},
        origin=False)[0] == 403)
    claim('a post without an origin is refused', a.ask(
        'POST', '/api/leave', {}, origin=False)[0] == 403)
    return a, b


def guesses(server):
    g = Browser(server)
    said = [g.post('join', {'code': f'BBBB{i:02d}'})[0] for i in range(14)]
    claim('after ten guesses a minute no more are looked at',
          429 in said and said[0] != 429, said)


def game(server, teacher, a, b):
    for x in (a, b):
        x.listen()
    time.sleep(.2)
    teacher.post('teacher', {'do': 'start'})
    until(a, teacher, 'play')
    before = a.state()
    for path in ('/api/debrief', '/export.csv', '/api/picture?block=1&name=x'):
        claim(f'{path} is not for a student in a round',
              a.ask('GET', path)[0] == 403)
    claim('a move of a round to come is refused', a.post('move', {
        'block': 1, 'round': 2, 'move': 'PAUSE'})[0] == 409)
    for body in ({'block': 1, 'round': 1, 'move': 'PAUSe'},
                 {'block': 1, 'round': 1, 'move': 'PAUSE\n'}):
        claim(f'{body["move"]!r} is no move', a.post('move', body)[0] == 422)
    for body in ({'block': 1, 'round': 1, 'move': 'PAUSE',
                  '__proto__': {'admin': 1}}, {'constructor': {}}, [],
                 {'block': 1, 'round': 1, 'move': 'PAUSE', 'agent': 'x'}):
        claim(f'{json.dumps(body)[:60]} is refused',
              a.post('move', body)[0] == 400)
    claim('a move counts', a.move('RACE')[0] == 200)
    claim('a second move does not', a.move('PAUSE')[0] == 409)
    mid = b.state()
    claim('nothing of it is seen before the round ends',
          'last' not in mid and mid['v'] == before['v'])
    b.move('PAUSE')
    time.sleep(.5)
    sizes = {b.ask('GET', '/api/state') and b.size}
    claim('what a student is sent is whole kilobytes',
          all(n % 1024 == 0 for n in sizes), sizes)
    s = b.state()
    claim('then the signal is', s['last']['seen'][0]['signal'] == 'RACE')
    claim('and what is not one\'s own is not', 'did' not in
          s['last']['seen'][0])
    teacher.post('teacher', {'do': 'free', 'seat': a.state()['me']['seat']})
    claim('the token of a freed seat is of no use', a.move()[0] in (0, 401))


def hostile():
    server = Server('--lesson', 'fifteen-minutes', '--seats', '4', '-o',
                    'hostile.db', '--seed', '1')
    teacher = teacher_of(server)
    a, b = seats_and_secrets(server, teacher)
    game(server, teacher, a, b)
    guesses(server)
    claim('with streams open the server ends well', server.stop() == 0)


# ---- what is told of blocks that are over ----------------------------------

def core_ms(server):
    """Milliseconds of a core that the server has had."""
    with open(f'/proc/{server.process.pid}/schedstat') as f:
        return int(f.read().split()[0]) / 1e6


def play_block(players, teacher, block):
    for _ in range(400):
        s = players[0].state()
        if s.get('block', {}).get('n') == block and s['stage'] in (
                'result', 'reflect', 'debrief'):
            return
        if s['stage'] == 'play':
            for p in players:
                p.move()
            time.sleep(.02)
        else:
            teacher.post('teacher', {'do': 'next'})
    sys.exit(f'block {block} is not over')


def board(players, teacher):
    """Two players paused in all of six rounds, and nobody raced."""
    rates = teacher.state()['board']['rates']
    claim('the board counts by block', rates == [{
        'block': 1, 'title': 'Without a treaty', 'pause': 1, 'rounds': 6,
        'payoff': 3, 'raced': 0, 'paused': 12, 'races_reported': 0,
        'pauses_reported': 0}], rates)
    for name in ('pauses', 'alarms', 'payoffs'):
        path = f'/api/picture?block=0&name=board-{name}&at=1'
        status, svg = teacher.ask('GET', path)
        texts = [e.text for e in xml.etree.ElementTree.fromstring(svg).iter(
            '{http://www.w3.org/2000/svg}text')]
        claim(f'the program draws its {name}', status == 200 and
              'block' in texts and '1' in texts, texts)
        claim(f'... for the teacher alone ({name})',
              players[0].ask('GET', path)[0] in (403, 404))


def debrief():
    server = Server('--lesson', 'fifteen-minutes', '--seats', '2', '-o',
                    'debrief.db', '--seed', '1')
    teacher = teacher_of(server)
    players = [Browser(server), Browser(server)]
    for p in players:
        p.join()
        p.listen()
    time.sleep(.2)
    play_block(players, teacher, 1)
    before = core_ms(server)
    first = teacher.ask('GET', '/api/debrief')[1]
    made = core_ms(server) - before
    same = all(teacher.ask('GET', '/api/debrief')[1] == first and
               b'<svg' in teacher.ask(
                   'GET', '/api/picture?block=1&name=rounds')[1]
               for _ in range(20))
    again = core_ms(server) - before - made
    # made anew each time these forty are forty times the first
    claim('the debrief is made once for all who ask', same and
          again < 10 * made, (same, made, again))
    print(f'# made in {made:.0f} ms of a core; 40 more {again:.0f} ms',
          file=sys.stderr)
    reads = Browser(server)
    reads.cookies = {**players[1].cookies, 'language': 'de'}
    claim('a student who chose German is told in German, and no other is',
          reads.state()['block']['title'] == 'Ohne Vertrag' and
          reads.state()['lang'] == 'de' and
          players[0].state()['block']['title'] == 'Without a treaty' and
          players[0].state()['lang'] == 'en')
    reads.cookies['language'] = 'tlh'
    claim('a language that the lesson lacks is the lesson\'s own',
          reads.state()['block']['title'] == 'Without a treaty')
    reads.cookies = {**teacher.cookies, 'language': 'de'}
    said = json.dumps(reads.ask('GET', '/api/debrief')[1],
                      ensure_ascii=False)
    claim('so is the debrief', 'Ohne Vertrag' in said and
          'Without a treaty' not in said and
          teacher.ask('GET', '/api/debrief')[1] == first)
    board(players, teacher)
    play_block(players, teacher, 2)
    later = teacher.ask('GET', '/api/debrief')[1]
    claim('and anew when another block is over',
          [s['block'] for s in first['sections']] == [0, 1] and
          [s['block'] for s in later['sections']] == [0, 1, 2],
          [s['block'] for s in later['sections']])
    server.stop()


# ---- ports, and files that are held ---------------------------------------

def call(*words):
    said = subprocess.run([DETENTE, *words], capture_output=True, text=True,
                          timeout=60)
    return said.returncode, said.stdout + said.stderr


def hold_port(port):
    s = socket.socket()
    try:
        s.bind(('127.0.0.1', port))
        s.listen(1)
    except OSError:             # somebody else has it: as well
        pass
    return s


def ports():
    """8420 is the port of whoever names none (detente-classroom(1))."""
    taken = hold_port(8420)
    server = Server('--lesson', 'fifteen-minutes', '-o', 'port.db', port=None)
    port = int(server.port)
    claim('where its port is taken it takes the next that is free, and says so',
          8420 < port <= 8470 and 'port 8420' in server.said and
          f'port {port}.' in server.said, server.said)
    code, said = call('classroom', '--port', str(port), '-o', 'other.db')
    claim('a port that was asked for and is taken is refused, with a way out',
          code == 1 and str(port) in said and 'another port' in said and
          not os.path.exists('other.db'), (code, said))
    student = Browser(server)
    student.join()
    name = student.state()['me']['name']
    server.kill()
    taken.close()
    server.port = None
    server.start('--resume', 'port.db')
    claim('a class that goes on has the port by which browsers know it',
          int(server.port) == port and
          student.state()['me']['name'] == name, server.port)
    return server, name


def held(server, name):
    """A file of a class that is held: the journal is that server's alone."""
    journal = os.stat('port.db').st_ino
    call('run', 'two-labs', '--runs', '1', '-o', 'one.db')
    for words in (('classroom', '--force', '-o', 'port.db'),
                  ('classroom', '--resume', 'port.db'),
                  ('classroom', '--resume', 'port.db', '--forget', name),
                  ('run', 'two-labs', '--runs', '1', '-o', 'port.db',
                   '--force'),
                  ('run', 'two-labs', '--runs', '1', '-o', 'port.db',
                   '--resume'),
                  ('sweep', 'verification', '-o', 'port.db', '--force'),
                  ('negotiate', 'two-powers', '-o', 'port.db', '--force'),
                  ('merge', '--force', 'port.db', 'one.db')):
        code, said = call(*words)
        claim(f'{" ".join(words[:3])}: refused while a class is held with it, '
              'and told by whom', code == 1 and
              f'process {server.process.pid}' in said, (code, said))
    code, said = call('query', 'port.db', 'SELECT count(*) FROM class_name')
    claim('who only reads may', code == 0, said)
    claim('and the class has its file and its people',
          os.stat('port.db').st_ino == journal and
          teacher_of(server).state()['teacher']['counts']['people'] == 1)
    server.process.stdout.close()       # a terminal that closes
    server.process.send_signal(signal.SIGHUP)
    server.process.wait(timeout=20)
    claim('a closed terminal ends it cleanly: the file is whole, alone',
          not os.path.exists('port.db-wal') and server.process.returncode >= 0,
          server.process.returncode)
    again = Server('--resume', 'port.db')
    claim('once it has ended another may go on',
          teacher_of(again).state()['teacher']['counts']['people'] == 1)
    again.stop()


def asleep():
    """A stopped process is a machine that sleeps: a round has 8 s, it is
    stopped for 11, and nobody is late."""
    lesson('asleep.yaml', 4, 8)
    server = Server('--lesson', './asleep.yaml', '--seats', '2', '-o',
                    'asleep.db', '--seed', '1')
    teacher = teacher_of(server)
    players = [Browser(server) for _ in range(2)]
    for p in players:
        p.join()
        p.listen()
    teacher.post('teacher', {'do': 'start'})
    until(players[0], teacher, 'play')
    server.process.send_signal(signal.SIGSTOP)
    time.sleep(11)
    server.process.send_signal(signal.SIGCONT)
    state = players[0].state()
    claim('a machine that slept pauses the class, and no round has ended',
          state['paused'] and state['round']['n'] == 1, state['paused'])
    claim('and the teacher is told', 'slept' in
          ' '.join(teacher.state()['teacher']['warn']))
    teacher.post('teacher', {'do': 'go'})
    state = players[0].state()
    claim('it goes on with the time that was left', not state['paused'] and
          0 < state['round']['deadline'] - state['now'] <= 8000)
    server.stop()


def house():
    held(*ports())
    asleep()


# ---- browsers come and go -------------------------------------------------

def heard(browser, seconds=.4):
    """What its stream has said since it was last asked; None: it is closed."""
    browser.stream.settimeout(seconds)
    said = b''
    try:
        while True:
            more = browser.stream.recv(65536)
            if not more:
                return said + b'END'
            said += more
    except TimeoutError:
        return said


def counts(teacher):
    return teacher.state()['teacher']['counts']


def tabs(server, teacher):
    """Two tabs of one browser, a phone that locks, another phone."""
    a = Browser(server)
    a.join(name='Ann')
    a.listen()
    first = heard(a)
    claim('a stream begins with the state', b'event: state' in first)
    more = [Browser(server) for _ in range(3)]
    for tab in more:
        tab.cookies = a.cookies
        tab.listen()
    claim('a second and a third tab are told, too',
          all(b'event: state' in heard(tab) for tab in more))
    claim('with a fourth the first learns that it has moved',
          b'event: moved' in heard(a))
    claim('they are one person', counts(teacher)['people'] == 1)
    for tab in [a, *more]:
        tab.stream.close()
    for _ in range(50):
        if counts(teacher)['away'] == 1:
            break
        time.sleep(.1)
    claim('a phone that locks is away', counts(teacher)['away'] == 1)
    a.listen()
    claim('and is back with its seat when it wakes', b'event: state' in heard(a)
          and counts(teacher)['here'] == 1)
    other = Browser(server)
    other.join(name='Ann')
    claim('another phone of that name is another person, with another name',
          other.state()['me']['name'] != a.state()['me']['name'] and
          other.state()['me']['seat'] != a.state()['me']['seat'])
    seat = other.state()['me']['seat']
    teacher.post('teacher', {'do': 'free', 'seat': seat})
    claim('a seat that is freed in the lobby is nobody\'s',
          other.state()['role'] == 'spectator' and
          counts(teacher)['people'] == 1)
    third = Browser(server)
    third.join()
    claim('and the next who comes has it', third.state()['me']['seat'] == seat)
    return a, third


def groups(server, teacher, players):
    """Two groups: what one does is not seen by the other, not even by when it
    is told something, or how much."""
    for p in players:
        p.listen()
    teacher.post('teacher', {'do': 'start'})
    until(players[0], teacher, 'play')
    group = [p.state()['group']['n'] for p in players]
    loud = [p for p, g in zip(players, group) if g == group[0]]
    quiet = [p for p, g in zip(players, group) if g != group[0]]
    claim('there are two groups of two', len(loud) == len(quiet) == 2, group)
    for p in players:
        heard(p)
    for p in loud:
        p.move('RACE')
    told = [heard(p) for p in quiet]
    claim('a group that has moved is not heard of by the other',
          not any(b'event' in said for said in told), told)
    for p in quiet:
        p.move('PAUSE')
    sizes = [sum(map(len, heard(p).split(b'data: ')[1:])) for p in players]
    claim('at the end of the round all are told, and as much',
          min(sizes) > 0 and all(n == sizes[0] for n in sizes), sizes)


def come_and_go():
    lesson('tabs.yaml', 4)
    server = Server('--lesson', './tabs.yaml', '--seats', '4', '-o', 'tabs.db',
                    '--seed', '1')
    teacher = teacher_of(server)
    a, b = tabs(server, teacher)
    players = [a, b, Browser(server), Browser(server)]
    for p in players[2:]:
        p.join()
    groups(server, teacher, players)
    server.stop()


# ---- what the README says -------------------------------------------------

def seats(words):
    """By what is printed alone: the address and the code for students, the
    address for the teacher, who presses Start once the seats are filled."""
    server = Server(*words)
    claim('the page of the address is there', Browser(server).ask(
        'GET', '/')[0] == 200)
    teacher = teacher_of(server)
    players = [Browser(server) for _ in range(6)]
    claim('six students are let in', [p.join()[0] for p in players] ==
          6 * [200])
    for p in players:
        p.listen()
    for _ in range(50):
        here = teacher.state()['teacher']['counts']['here']
        if here == 6:
            break
        time.sleep(.1)
    claim('and have a seat each', here == 6 and len(
        {p.state()['me']['seat'] for p in players}) == 6, here)
    teacher.post('teacher', {'do': 'start'})
    claim('the lesson begins', players[5].state()['stage'] != 'lobby')
    server.process.send_signal(signal.SIGINT)
    claim('Ctrl-C ends it well', server.process.wait(timeout=20) in (0, 130))


# ---- a server that is killed ----------------------------------------------

def finished(state):
    return [(r['n'], r['meant'], r['payoff']) for r in
            state.get('history', [])]


def play_some(players, known, rng):
    """Until the moment of the kill: some rounds, then perhaps some moves."""
    for _ in range(rng.randrange(3)):
        for p in players:
            p.move(rng.choice(('PAUSE', 'RACE')))
        time.sleep(.03)
        for k, p in enumerate(players):
            known[k] = finished(p.state())
    for p in players[:rng.randrange(len(players))]:
        p.move()


def kill(n):
    rng = random.Random(1)
    lesson('long.yaml', 3 * n + 4)
    server = Server('--lesson', './long.yaml', '--seats', '4', '-o',
                    'killed.db', '--seed', '1')
    teacher = teacher_of(server)
    players = [Browser(server) for _ in range(4)]
    for p in players:
        p.join()
        p.listen()
    time.sleep(.2)
    teacher.post('teacher', {'do': 'start'})
    until(players[0], teacher, 'play')
    seats = [p.state()['me']['seat'] for p in players]
    known = [[] for _ in players]
    lost = doubled = moved = 0
    for _ in range(n):
        play_some(players, known, rng)
        server.kill()
        server.start('--resume', 'killed.db')
        for k, p in enumerate(players):
            s = p.state()
            rounds = finished(s)
            lost += rounds[:len(known[k])] != known[k]
            doubled += [r[0] for r in rounds] != list(
                range(1, len(rounds) + 1))
            moved += s['me'].get('seat') != seats[k]
            p.listen()
        time.sleep(.05)
    claim(f'{n} kills lose no finished round', lost == 0, lost)
    claim('and double none', doubled == 0, doubled)
    claim('and keep the seats', moved == 0, moved)
    teacher = teacher_of(server)
    for _ in range(4 * n + 40):
        if players[0].state()['stage'] == 'end':
            break
        for p in players:
            p.move()
        teacher.post('teacher', {'do': 'next'})
    claim('the lesson comes to its end', players[0].state()['stage'] == 'end')
    server.stop()
    said = subprocess.run([DETENTE, 'audit', 'killed.db'],
                          capture_output=True, text=True)
    claim('and the audit finds no fault', said.returncode == 0 and
          said.stdout.startswith('AUTHENTIC'), said.stdout[:400])


if sys.argv[2] == 'hostile':
    hostile()
elif sys.argv[2] == 'debrief':
    debrief()
elif sys.argv[2] == 'house':
    house()
elif sys.argv[2] == 'tabs':
    come_and_go()
elif sys.argv[2] == 'seats':
    seats(sys.argv[3:])
else:
    kill(int(sys.argv[3]))
sys.exit(bad > 0)
