"""What the program says: resolved scenarios, runs, databases, verdicts."""
import json
import os
import subprocess

DETENTE = os.environ.get("DETENTE", "./detente")


class Refused(Exception):
    """The program ended with an error; its words."""


def call(*words):
    """Standard output of `detente WORDS`."""
    done = subprocess.run([DETENTE, *map(str, words)], capture_output=True,
                          text=True)
    if done.returncode:
        raise Refused("detente %s: status %d: %s" % (
            " ".join(map(str, words)), done.returncode, done.stderr.strip()))
    return done.stdout


def resolved(path):
    """The scenario with every key, as `show` gives it."""
    return json.loads(call("show", "scenario", path, "--format",
                           "json"))["resolved"]


def run(path, *words):
    return json.loads(call("run", path, "--format", "json", "--quiet",
                           "--threads", 1, *words))


def solve(path, *words):
    return json.loads(call("solve", path, "--format", "json", "--quiet",
                           "--threads", 1, *words))
