"""What tests of `detente explore` share: a server, asked as a notebook would,
and claims that are counted."""
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

QUICK = float(os.environ.get('SLOW', '1'))
WAIT = float(os.environ.get('EXPLORE_WAIT', '90'))      # seconds, for an answer
counted = {'passed': 0, 'failed': 0}


def claim(name, holds, *seen):
    counted['passed' if holds else 'failed'] += 1
    if not holds:
        print(f'{name}:', *(repr(s)[:600] for s in seen))


def finish():
    print(f'{counted["passed"]} passed, {counted["failed"]} failed')
    sys.exit(counted['failed'] > 0)


class Server:
    """`detente explore` with these words."""

    def __init__(self, program, *words):
        self.process = subprocess.Popen(
            [program, 'explore', *words], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            print(self.process.stderr.read().strip() + ': skipped')
            sys.exit(77)
        self.at = line.strip().rstrip('/')

    def fetch(self, path, content=None, **headers):
        request = urllib.request.Request(self.at + path, content, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return reply.status, reply.read(), reply.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers

    def post(self, body, **headers):
        status, content, _ = self.fetch('/api/ask', body, **{
            'Content-Type': 'application/json', 'Origin': self.at, **headers})
        return status, json.loads(content or b'{}')

    def ask(self, **question):
        """An answer, waited for."""
        status, answer = self.post(json.dumps(question).encode())
        ends = time.time() + WAIT * QUICK
        while status == 202 and time.time() < ends:
            time.sleep(.03)
            status, content, _ = self.fetch(
                f'/api/answer?job={answer["job"]}')
            answer = {'job': answer['job'], **json.loads(content)}
        return status, answer

    def stop(self):
        self.process.terminate()
        self.process.wait(10 * QUICK)
