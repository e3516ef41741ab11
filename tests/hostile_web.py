#!/usr/bin/env python3
"""Hostile requests by raw sockets, each with the answer it must get.

hostile_web.py SITE: SITE is the program tests/web_site. The numbers are those
of the list that the server was made after (bytes and framing, size, host and
origin, exhaustion). After each request a good one is answered, in less than a
second where the machine is busy, and no other request was counted.
Ends with "N passed, N failed".
"""
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time

SITE = sys.argv[1]
QUICK = float(os.environ.get('SLOW', '1'))      # time limits times this
passed, failed = 0, 0


def claim(name, holds, *seen):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f'{name}:', *(repr(s)[:300] for s in seen))


class Server:
    def __init__(self, *words):
        self.process = subprocess.Popen([SITE, *words], text=True,
                                        stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            print(self.process.stderr.read().strip() + ': skipped')
            sys.exit(77)
        self.port = int(line)
        self.host = f'127.0.0.1:{self.port}'

    def connect(self):
        s = socket.create_connection(('127.0.0.1', self.port), timeout=10)
        return s

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=20 * QUICK)
        return self.process.returncode, out, err

    def memory(self):
        with open(f'/proc/{self.process.pid}/status') as file:
            return int(re.search(r'VmRSS:\s+(\d+)', file.read())[1])

    def cpu(self):
        with open(f'/proc/{self.process.pid}/schedstat') as file:
            return int(file.read().split()[0]) / 1e9


def read_all(s, limit=10):
    """Bytes until the other side closes or `limit` seconds; and whether it
    closed."""
    data, end = b'', time.time() + limit
    while True:
        s.settimeout(max(.01, end - time.time()))
        try:
            piece = s.recv(65536)
        except socket.timeout:
            return data, False
        except OSError:
            return data, True
        if not piece:
            return data, True
        data += piece


def status(data):
    m = re.match(rb'HTTP/1\.[01] (\d{3}) ', data)
    return int(m[1]) if m else None


def headers(data):
    lines = data.split(b'\r\n\r\n', 1)[0].split(b'\r\n')[1:]
    return {k.strip().lower(): v.strip() for k, _, v in
            (line.decode('latin-1').partition(':') for line in lines)}


def body(data):
    return data.split(b'\r\n\r\n', 1)[-1]


def read_one(s, limit=10):
    """One answer by its length; and whether the connection stays open."""
    data, end = b'', time.time() + limit
    s.settimeout(.02)
    while time.time() < end:
        if b'\r\n\r\n' in data:
            n = int(headers(data).get('content-length', '0'))
            if len(body(data)) >= n:
                break
        try:
            piece = s.recv(65536)
        except socket.timeout:
            continue
        except OSError:
            break
        if not piece:
            break
        data += piece
    return data


def ask(server, raw, limit=10):
    with server.connect() as s:
        try:
            s.sendall(raw)
        except OSError:
            pass
        return read_one(s, limit)


def state(server):
    data = ask(server, get(server, '/state'))
    return json.loads(body(data))


def get(server, path, *lines, host=None, method='GET'):
    host = server.host if host is None else host
    head = [f'{method} {path} HTTP/1.1', f'Host: {host}', *lines, '', '']
    return '\r\n'.join(head).encode()


def post(server, content, path='/post', *, lines=None, host=None):
    content = content if isinstance(content, bytes) else content.encode()
    host = server.host if host is None else host
    if lines is None:
        lines = [f'Origin: http://{host}', 'Content-Type: application/json',
                 f'Content-Length: {len(content)}']
    head = [f'POST {path} HTTP/1.1', f'Host: {host}', *lines, '', '']
    return '\r\n'.join(head).encode() + content


def closes(data):
    return headers(data).get('connection', '').lower() == 'close'


def expect(server, name, raw, want, *, close=False):
    """One of the statuses; and the server goes on, and nothing was counted.
    The library's own refusals close too."""
    before = state(server)
    began = time.time()
    data = ask(server, raw)
    took = time.time() - began
    want = want if isinstance(want, tuple) else (want,)
    claim(name, status(data) in want, status(data), data, raw)
    if close:
        claim(f'{name} closes', closes(data), data)
    if status(data) is not None and status(data) >= 400:
        claim(f'{name} gives nothing away',
              'access-control-allow-origin' not in headers(data), data)
    after = state(server)
    claim(f'{name} counts nothing', after['sum'] == before['sum'], after)
    claim(f'{name} at once', took < 3 * QUICK, took)
    return data


def framing(server):
    x = expect
    line = 'GET /say?a=1 HTTP/1.1\r\n'
    host = f'Host: {server.host}\r\n'
    x(server, '1 no Host', b'GET / HTTP/1.1\r\n\r\n', 400, close=True)
    x(server, '2 HTTP/1.0', f'GET / HTTP/1.0\r\n{host}\r\n'.encode(), 505,
      close=True)
    x(server, '3 two hosts',
      f'{line}{host}Host: evil.example\r\n\r\n'.encode(), 400, close=True)
    x(server, '3 two equal hosts', f'{line}{host}{host}\r\n'.encode(), 400)
    for method in ('TRACE', 'BREW', 'get', 'PUT', 'DELETE', 'PATCH'):
        data = x(server, f'4 {method}', get(server, '/', method=method), 405)
        claim(f'4 {method} says what is known',
              headers(data).get('allow') == 'GET, HEAD, POST', data)
    x(server, '4 CONNECT', get(server, 'a:80', method='CONNECT'), 405)
    data = x(server, '5 OPTIONS', get(
        server, '/', 'Origin: http://evil.example',
        'Access-Control-Request-Method: POST', method='OPTIONS'), 405)
    claim('5 no word on access', b'access-control' not in data.lower(), data)
    for version in ('2.0', '9.9'):
        x(server, f'6 HTTP/{version}',
          f'GET / HTTP/{version}\r\n{host}\r\n'.encode(), 505)
    x(server, '6 preface', b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505)
    x(server, '7 HTTP/0.9', b'GET /\r\n\r\n', 400)
    x(server, '10 bare LF', (line + host + '\r\n').replace('\r', '').encode(),
      400)
    x(server, '11 bare CR', f'{line}{host}X: a\rY: b\r\n\r\n'.encode(), 400)
    x(server, '12 NUL in target',
      f'GET /say\0x HTTP/1.1\r\n{host}\r\n'.encode(), 400)
    x(server, '12 %00', get(server, '/state%00x'), 400)
    x(server, '12 NUL in a value', f'{line}{host}X: a\0b\r\n\r\n'.encode(),
      400)
    x(server, '12 NUL in a name', f'{line}{host}X\0Y: b\r\n\r\n'.encode(),
      400)
    x(server, '13 folded', f'{line}{host}X: a\r\n b\r\n\r\n'.encode(), 400)
    x(server, '13 folded host',
      f'{line}Host: {server.host[:5]}\r\n {server.host[5:]}\r\n\r\n'.encode(),
      (400, 421))
    x(server, '14 space before the colon',
      f'{line}{host}X : a\r\n\r\n'.encode(), 400)
    x(server, '14 space before the colon, and a length', post(
        server, '{"add":1}', lines=[
            f'Origin: http://{server.host}', 'Content-Type: application/json',
            'Content-Length: 9', 'Transfer-Encoding : chunked']), 400)
    x(server, '15 no colon', f'{line}{host}X a\r\n\r\n'.encode(), 400)
    x(server, '16 space in target', get(server, '/say a'), (400, None))
    x(server, '16 tab in target', get(server, '/say\ta'), (400, None))


def lengths(server):
    x = expect
    own = [f'Origin: http://{server.host}', 'Content-Type: application/json']
    good = '{"add":1}'
    x(server, '17 two lengths', post(server, good, lines=own + [
        'Content-Length: 9', 'Content-Length: 10']), 400, close=True)
    x(server, '17 two equal lengths', post(server, good, lines=own + [
        'Content-Length: 9', 'Content-Length: 9']), 400)
    for n in ('5, 5', '+5', '-1', '0x5', '5 5', '', '99999999999999999999'):
        x(server, f'18 length {n}', post(server, good, lines=own + [
            f'Content-Length: {n}']), (400, 413))
    inner = f'POST /post HTTP/1.1\r\nHost: {server.host}\r\n'
    inner += '\r\n'.join(own) + '\r\nContent-Length: 9\r\n\r\n{"add":7}'
    x(server, '19 both, and a request inside', post(
        server, '0\r\n\r\n' + inner, lines=own + [
            f'Content-Length: {len(inner) + 5}',
            'Transfer-Encoding: chunked']), (400, 411), close=True)
    for how in ('chunked', 'xchunked', 'gzip, chunked', 'identity'):
        x(server, f'20 {how}', post(server, '9\r\n{"add":1}\r\n0\r\n\r\n',
                                    lines=own + [f'Transfer-Encoding: {how}']),
          (400, 411), close=True)
    x(server, '21 GET with a body',
      get(server, '/say', 'Content-Length: 3') + b'abc', 400, close=True)
    x(server, '21 GET with chunks', get(
        server, '/say', 'Transfer-Encoding: chunked') + b'0\r\n\r\n', 400)
    x(server, '22 no length', post(server, '', lines=own), 411)
    x(server, '23 Expect, too long', post(server, '', lines=own + [
        'Content-Length: 8193', 'Expect: 100-continue']), 413)
    for to in ('websocket', 'h2c'):
        x(server, f'24 {to}', get(server, '/say', 'Connection: Upgrade',
                                  f'Upgrade: {to}'), (200, 426))
    with server.connect() as s:
        s.sendall(b'GET / HT')
        s.shutdown(socket.SHUT_WR)
        data, closed = read_all(s, 8 * QUICK)
        claim('25 half a line', closed and status(data) in (None, 400), data)
    with server.connect() as s:
        before = state(server)['sum']
        s.sendall(post(server, good)[:-2])
        s.shutdown(socket.SHUT_WR)
        data, closed = read_all(s, 8 * QUICK)
        claim('25 half a body closes', closed and status(data) != 200, data)
        claim('25 half a body counts nothing',
              state(server)['sum'] == before)


def sizes(server):
    x = expect
    long = 'x' * 8193
    x(server, '26 a body of 8,193', post(server, long), 413, close=True)
    with server.connect() as s:
        s.sendall(post(server, '{"add":0}') + b'x' * 8184 + b'\r\n\r\n')
        data, closed = read_all(s, 3)
        claim('27 more than was said', status(data) == 200 and closed and
              data.count(b'HTTP/1.1 200') == 1, data)
    x(server, '28 10 kB of target', get(server, '/' + 'a' * 10000),
      (414, None))
    x(server, '28 40 kB of target', get(server, '/' + 'a' * 40000), 414)
    x(server, '29 a header of 40 kB', get(server, '/', 'X: ' + 'a' * 40000),
      431)
    x(server, '29 600 headers', get(server, '/', *['X: a'] * 600), 431)
    x(server, '29 65 headers', get(server, '/', *['X: a'] * 64), 431)
    x(server, '29 60 headers', get(server, '/', *['X: a'] * 59), 200)
    x(server, '30 500 pairs', get(server, '/?' + '&'.join(['a=b'] * 500)),
      414)
    x(server, '30 33 pairs', get(server, '/?' + '&'.join(['a=b'] * 33)), 414)
    # Of 500 the library's memory is full, and it closes without a word.
    for n, want in ((33, 431), (200, 431), (500, (431, None))):
        x(server, f'31 {n} cookies',
          get(server, '/', 'Cookie: ' + '; '.join(['a=b'] * n)), want)
    nests = ('[' * 5000, '{"a":' * 1000, '[' * 4000 + ']' * 4000,
             '{"add":' + '[' * 8 + ']' * 8 + '}')
    for n in nests:
        x(server, f'32 {n[:9]}', post(server, n), 400)
    for number in ('1e999', '-0', '-0e1', '12345678901234567890', '1.0', '01',
                   '+1', 'NaN', '"\\ud800"', '"\\u0000"', 'null', 'true',
                   '"5"', '101', '-1'):
        x(server, f'33 {number}', post(server, '{"add":%s}' % number), 400)
    for text in ('{"add":1,"add":2}', '\ufeff{"add":1}', '{"add":1} x',
                 '{"add":1}{"add":1}', '{"add":1,"bad":2}', '[1]', '1', '',
                 '{"add":1\0}', '{"add":1}\0', "{'add':1}", '{"add":1,}',
                 '{"__proto__":{"admin":1}}',
                 '{"constructor":{"prototype":{}}}'):
        x(server, f'33 {text!r}', post(server, text), 400)
    x(server, '33 bytes that are no UTF-8', post(server, b'{"\xff":1}'), 400)


def origins(server):
    x = expect
    p = server.port
    for path in ('/', '/state', '/events', '/assets/none.html', '/nothing'):
        data = x(server, f'34 {path}', get(
            server, path, 'Cookie: seat=1', host=f'evil.example:{p}'), 421,
            close=True)
        claim(f'34 {path} has no body', body(data) == b'', data)
    x(server, '34 POST', post(server, '{"add":1}', host='evil.example'), 421)
    for host in (f'127.0.0.1:{p % 60000 + 1}', f'127.0.0.1.evil.example:{p}',
                 f'127.0.0.1:{p}.evil', 'localhost', f'localhost.:{p}',
                 f'[::1]:{p}', f'LOCALHOST:{p}', '127.0.0.1', f'0.0.0.0:{p}',
                 f'127.1:{p}', f'127.0.0.1:0{p}', f'a@127.0.0.1:{p}'):
        x(server, f'35 {host}', get(server, '/', host=host), 421)
    x(server, '35 localhost', get(server, '/', host=f'localhost:{p}'), 200)
    kind = 'Content-Type: application/json'
    for o in (['Origin: http://evil.example'], ['Origin: null'], [],
              [f'Origin: http://127.0.0.1:{p % 60000 + 1}'],
              [f'Origin: https://{server.host}'],
              [f'Origin: http://localhost:{p}'],
              [f'Origin: http://{server.host}/'],
              [f'Origin: http://{server.host}.evil'], ['Origin: ']):
        x(server, f'36 {o}', post(server, '{"add":1}', lines=o + [
            kind, 'Content-Length: 9']), 403)
    own = f'Origin: http://{server.host}'
    x(server, '37 a form', post(server, '{"add":1}', lines=[
        'Origin: http://evil.example', 'Content-Type: text/plain',
        'Content-Length: 9']), 403)
    for t in ('text/plain', 'application/x-www-form-urlencoded', 'text/json',
              'multipart/form-data; boundary=a', 'application/json-patch',
              'application/json; charset=utf-16'):
        x(server, f'37 {t}', post(server, '{"add":1}', lines=[
            own, f'Content-Type: {t}', 'Content-Length: 9']), 415)
    x(server, '37 no type', post(server, '{"add":1}', lines=[
        own, 'Content-Length: 9']), 415)
    x(server, '38 Sec-Fetch-Site proves nothing', post(
        server, '{"add":1}', lines=['Sec-Fetch-Site: same-origin', kind,
                                    'Content-Length: 9']), 403)
    for path in ('/post?add=1', '/post'):
        x(server, f'39 GET {path}', get(server, path), (404, 405))
    for path in ('/state', '/', '/assets/none.html', '/nothing', '/picture'):
        h = headers(x(server, f'40 {path}', get(
            server, path, 'Origin: http://evil.example'), (200, 404)))
        claim(f'40 {path} is ours alone',
              'access-control-allow-origin' not in h and
              h['x-content-type-options'] == 'nosniff' and
              h['cross-origin-resource-policy'] == 'same-origin' and
              h['referrer-policy'] == 'no-referrer', h)
        claim(f'41 {path} in no frame', h['x-frame-options'] == 'DENY' and
              "frame-ancestors 'none'" in h['content-security-policy'], h)
        claim(f'41 {path} has nothing inline', path == '/picture' or
              'unsafe' not in h['content-security-policy'], h)
        claim(f'41 {path} default', "default-src 'none'" in
              h['content-security-policy'], h)
    h = headers(ask(server, get(server, '/picture')))
    claim('61 a picture runs no script',
          h['content-security-policy'].startswith('sandbox;'), h)


def paths(server):
    x = expect
    for path in ('/..', '/../state', '/a/../state', '/%2e%2e/state', '//state',
                 '/./state', '/a//b', '/state%2f', '/%2fstate', '/a\\b',
                 '/%5c', '/%', '/%4', '/%zz', '/%ff', '/%c0%af', '/%ed%a0%80',
                 '/%0a', '/%7f', '/#a', 'state', 'http://x/state', '*', '?a',
                 '/say?a=%00', '/say?a=%ff', '/say?%0d%0a=1'):
        x(server, f'path {path}', get(server, path), (400, 404))
    for path, want in (('/say?a=b', 'b|-|/say'), ('/say?a=%41+b', 'A b|-|/say'),
                       ('/say?a=1&a=2', '1|-|/say'), ('/say?a', '|-|/say'),
                       ('/say?b=1&a=%C3%A9', 'é|-|/say'), ('/say?&&', '-|-|/say'),
                       ('/say%20x', '-|-|/say x'), ('/say?a==', '=|-|/say')):
        data = x(server, f'query {path}', get(server, path), 200)
        claim(f'query {path} is read', body(data).decode() == want, data)
    for cookie, want in (('seat=7', '7'), ('a=1; seat=7', '7'),
                         ('seat=7; seat=8', '7'), ('xseat=7', '-'),
                         ('seat="7"', '"7"'), ('seat', '-'), ('seat=', '')):
        data = x(server, f'cookie {cookie}', get(
            server, '/say', f'Cookie: {cookie}'), 200)
        claim(f'cookie {cookie} is read',
              body(data).decode() == f'-|{want}|/say', data)
    data = ask(server, get(server, '/assets/none.html'))
    tag = headers(data)['etag']
    data = x(server, 'a page that is known', get(
        server, '/assets/none.html', f'If-None-Match: {tag}'), 304)
    claim('has no body', body(data) == b'', data)
    data = ask(server, get(server, '/', method='HEAD'), .3)
    claim('HEAD has no body', status(data) == 200 and body(data) == b'', data)


def silent(server):
    """8, 9: what is no HTTP is closed within 5 s; all at one time."""
    hello = bytes.fromhex('160301020001000001fc0303') + bytes(200)
    noise = bytes((i * 37 + 11) % 256 for i in range(100))
    began = time.time()
    cases = [(name, server.connect(), raw) for name, raw in
             (('8 TLS', hello), ('9 noise', noise), ('nothing', b''))]
    for _, s, raw in cases:
        s.sendall(raw)
    for name, s, _ in cases:
        data, closed = read_all(s, 8 * QUICK)
        claim(f'{name} is closed', closed and status(data) in (None, 400, 501),
              data, closed)
        claim(f'{name} within 5 s', time.time() - began < 5.5 * QUICK,
              time.time() - began)
        s.close()


def slow_heads():
    """64: slow heads, some dripping a byte, take 590 of 600 places and then
    620 at once: seats go on, and each of them is closed."""
    server = Server('120', '20')
    slow = [server.connect() for _ in range(140)]
    for s in slow:
        try:
            s.sendall(b'GET / HTTP/1.1\r\n')
        except OSError:
            pass
    ends = time.time() + 6.5 * QUICK
    worst, good = 0, 0
    while time.time() < ends:
        for s in slow[::3]:
            try:
                s.send(b'X')
            except OSError:
                pass
        began = time.time()
        data = ask(server, get(server, '/state', 'Cookie: seat=1'), 3)
        worst = max(worst, time.time() - began)
        good += status(data) == 200
        claim('64 a seat is answered', status(data) == 200, data)
        time.sleep(.3)
    claim('64 at once', worst < 1 * QUICK, worst)
    open_ones = [s for s in slow if not read_all(s, .01)[1]]
    claim('64 all slow ones are closed', open_ones == [], len(open_ones))
    code, out, _ = server.stop()
    claim('64 stops', code == 0, code, out)


def open_stream(server, seat, *lines):
    s = server.connect()
    s.sendall(get(server, '/events', f'Cookie: seat={seat}', *lines))
    return s


def read_some(s, until, limit=5):
    data, end = b'', time.time() + limit
    while until not in data and time.time() < end:
        s.settimeout(.2)
        try:
            piece = s.recv(65536)
        except socket.timeout:
            continue
        if not piece:
            break
        data += piece
    return data


def streams(server):
    data = ask(server, get(server, '/events'))
    claim('65 no seat, no stream', status(data) == 401, data)
    four = []
    for i in range(4):
        four.append(open_stream(server, 'a'))
        claim(f'65 stream {i}', b'event: state' in
              read_some(four[-1], b'event: state') or state(server)['v'] == 0)
        if i == 0:
            ask(server, post(server, '{"add":1}'))
    data, closed = read_all(four[0], 3)
    claim('65 the oldest has moved', closed and b'event: moved' in data, data)
    other = open_stream(server, 'b')
    ask(server, post(server, '{"add":1}'))
    v = state(server)['v']
    want = b'{"v":%d}' % v
    for s in four[1:] + [other]:
        data = read_some(s, want)
        claim('65 the others hear', want in data, data)
    claim('65 as many as are open', state(server)['streams'] == 4,
          state(server))
    again = open_stream(server, 'c', f'Last-Event-ID: {v}')
    data = read_some(again, b'\ndata: ', .5)
    claim('51 what was seen is not sent again', b'\ndata: ' not in data, data)
    older = open_stream(server, 'd', f'Last-Event-ID: {v - 1}')
    claim('51 what was not is', want in read_some(older, want))
    # 68: a client goes while its stream sleeps.
    before = state(server)['streams']
    older.close()
    again.close()
    ends = time.time() + 3 * QUICK
    while state(server)['streams'] > before - 2 and time.time() < ends:
        time.sleep(.1)
    claim('68 who has gone is seen', state(server)['streams'] == before - 2,
          state(server), before)
    return four[1:] + [other]


def no_reader(server):
    """67: one that never reads costs nothing, and the others get all."""
    deaf, good = open_stream(server, 'deaf'), open_stream(server, 'good')
    read_some(good, b'state')
    memory = server.memory()
    s = server.connect()
    for _ in range(2000):
        s.sendall(post(server, '{"add":0}'))
        read_one(s)
    v = state(server)['v']
    want = b'{"v":%d}' % v
    claim('67 the others hear the last', want in read_some(good, want, 10))
    grown = server.memory() - memory
    claim('67 memory is flat', grown < 1024 or 'SLOW' in os.environ,
          grown)
    deaf.close()
    good.close()
    s.close()


def slow_reader(server):
    """An event that no socket holds comes whole to who reads it slowly, in
    chunks that are well formed; meanwhile others hear all, and when it is
    through the newest comes, once. Who stops in the middle is cut at the end
    (70)."""
    ask(server, post(server, '{"add":1}'))
    v = state(server)['v']
    slow, good = open_stream(server, 'long'), open_stream(server, 'good')
    read_some(good, b'state')
    for _ in range(3):
        ask(server, post(server, '{"add":1}'))
    want = b'{"v":%d}' % (v + 3)
    claim('67 others do not wait for the slow one', want in
          read_some(good, want))
    data, piece = b'', b'-'
    last = b'id: %d\n' % (v + 3)
    while piece and not (last in data and data.endswith(b'\n\n\r\n')):
        piece = slow.recv(100000)
        data += piece
    events = unchunk(data.split(b'\r\n\r\n', 1)[1]).split(b'\n\n')[1:-1]
    claim('67 the slow one skips', [e.split(b'\n')[0] for e in events] ==
          [b'id: %d' % v, b'id: %d' % (v + 3)], [e[:30] for e in events])
    for e in events:
        text = e.split(b'data: ')[1]
        claim('67 a long event is whole', len(text) >= 8000000 and
              numbers(text.split(b'}', 1)[1], text.index(b'}') + 1))
    ask(server, post(server, '{"add":1}'))
    good.close()
    return slow


def unchunk(data):
    text, at, well = b'', 0, True
    while at < len(data) and well:
        line = data.index(b'\r\n', at)
        end = line + 2 + int(data[at:line], 16)
        text += data[line + 2:end]
        well = data[end:end + 2] == b'\r\n'
        at = end + 2
    claim('67 chunks end where they say', well)
    return text


def numbers(text, at):
    """Each number is the place at which it stands: nothing is lost, nothing
    doubled."""
    for word in text.split(b', ')[:-1]:
        if int(word) != at:
            return False
        at += len(word) + 2
    return True


def many_streams(limit_kb=30):
    """A stream takes less than 30 kB; a quiet server takes no time."""
    server = Server()
    ask(server, post(server, '{"add":1}'))
    empty = server.memory()
    n = 200
    held = [open_stream(server, i) for i in range(n)]
    for s in held:
        read_some(s, b'{"v":1}')
    each = (server.memory() - empty) / n
    claim('memory of a stream', each < limit_kb or 'SLOW' in os.environ, each)
    cpu, began = server.cpu(), time.time()
    time.sleep(4)
    idle = (server.cpu() - cpu) / (time.time() - began)
    claim('idle', idle < .001 or 'SLOW' in os.environ, idle)
    print(f'  {each:.1f} kB a stream of {n}, {100 * idle:.3f}% of a core idle')
    code, out, err = server.stop()
    claim('70 stops with open streams', code == 0 and
          f'stopped, {n} streams, {n} of {n} gone' in out, code, out, err)
    for s in held:
        data, closed = read_all(s, 2)
        claim('70 each stream ends', closed)
        s.close()


def full():
    """65: places that are kept for seats. All others are open and idle."""
    server = Server('24', '8')
    held = []
    for i in range(15):
        s = server.connect()
        s.sendall(get(server, '/events', f'Cookie: seat=x{i}'))
        read_some(s, b'retry')
        held.append(s)
    extra = [server.connect() for _ in range(2)]
    data = ask(server, get(server, '/'))
    claim('65 strangers wait outside', status(data) == 503, data)
    claim('65 and are told how long', headers(data).get('retry-after') == '2')
    data = ask(server, get(server, '/', 'Cookie: seat=1'))
    claim('65 seats come in', status(data) == 200, data)
    for s in held + extra:
        s.close()
    code, out, err = server.stop()
    claim('65 stops', code == 0, code, out, err)


def main():
    side = [threading.Thread(target=t) for t in (slow_heads, many_streams)]
    for t in side:
        t.start()
    server = Server()
    framing(server)
    paths(server)
    lengths(server)
    sizes(server)
    origins(server)
    silent(server)
    kept = streams(server)
    no_reader(server)
    claim('nothing but good posts was counted', state(server)['sum'] == 2,
          state(server))
    kept.append(slow_reader(server))
    code, out, err = server.stop()
    claim('70 stops', code == 0 and 'stopped' in out, code, out, err)
    lines = int(re.search(r'(\d+) lines', out)[1])
    claim('the log is short', lines < 30 and
          len(err.splitlines()) == lines, lines, err)
    for s in kept:
        s.close()
    full()
    for t in side:
        t.join()
    print(f'{passed} passed, {failed} failed')
    sys.exit(failed > 0)


main()
