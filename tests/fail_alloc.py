"""fail_alloc: runs a command with each of its allocations failing in turn.

    fail_alloc.py SHIM STEP MOST COMMAND...

SHIM is fail_alloc.c, built. Every STEP-th allocation fails, once a run; STEP
grows until there are at most MOST runs (0: no limit), and shrinks until there
are a few. Prints a line for each
run that crashed, hung, said nothing, or said something else than the command
does and exited 0; last "ALLOCATIONS runs TRIED same SAME told TOLD bad BAD".
"""
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SECONDS = 60
LEAST = 4       # runs of a command with few allocations


def run(shim, command, extra):
    """How it ended: exit, stdout, stderr; (None, ...) where it hung."""
    env = dict(os.environ, LD_PRELOAD=shim, **extra)
    try:
        done = subprocess.run(command, env=env, capture_output=True,
                              timeout=SECONDS, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None, b"", b""
    return done.returncode, done.stdout, done.stderr


def count(shim, command):
    """A good run: its stdout, and how many allocations it had."""
    with tempfile.NamedTemporaryFile() as file:
        status, out, err = run(shim, command, {"FAIL_ALLOC_COUNT": file.name})
        if status != 0:
            sys.exit("exit %s: %s" % (status, err.decode(errors="replace")))
        return out, int(file.read())


def judge(good, ended):
    status, out, err = ended
    if status is None:
        return "hung"
    if status < 0 or status > 100:
        return "crashed (%d)" % status
    if status == 0:
        return "same" if out == good else "another answer, exit 0"
    return "told" if err.strip() else "exit %d without a word" % status


def main():
    shim, step, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    command = sys.argv[4:]
    good, n = count(shim, command)
    step = max(1, min(step, n // LEAST))
    if most > 0:
        step = max(step, -(-n // most))
    turns = range(1 + (step - 1) // 2, n + 1, step)
    said = {"same": 0, "told": 0}
    bad = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ends = pool.map(lambda turn: judge(good, run(
            shim, command, {"FAIL_ALLOC": str(turn)})), turns)
        for turn, end in zip(turns, ends):
            if end in said:
                said[end] += 1
                continue
            bad += 1
            print("FAIL_ALLOC=%d: %s" % (turn, end))
    print("%d runs %d same %d told %d bad %d" % (
        n, len(turns), said["same"], said["told"], bad))
    sys.exit(bad > 0)


main()
