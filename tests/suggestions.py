#!/usr/bin/env python3
"""Every command that `detente show` suggests does what it says: exit status 0.
suggestions.py DETENTE EVERY: of kinds with many files every EVERYth is tried, by
turns from the first; 1: all of them, what is long too (`make campaigns`).

What a command suggests is run as it stands, but for its length: two runs of a
run, two draws of a prior, one of many talks.
"""
import json
import subprocess
import sys

program, every = sys.argv[1], int(sys.argv[2])
SHORTER = {"run": ["--runs", "2"]}
LONG = ("design", "claims")             # seconds each: in a campaign alone
ONCE = ("negotiate",)                   # one a kind, but for a campaign
MANY = 25                               # a kind with more files has many


def call(words):
    return subprocess.run([program] + words, capture_output=True, text=True)


def listed():
    kinds = json.loads(call(["list", "--format", "json"]).stdout)["kinds"]
    for plural in list(kinds) + ["models", "sources"]:
        yield plural, [e["name"] for e in json.loads(call(
            ["list", plural, "--format", "json"]).stdout)["entries"]]


WORDS = {"strategies": "strategy", "treaties": "treaty", "queries": "query",
         "payoffs": "payoffs", "costs": "costs", "published": "published"}
tried = bad = 0
for plural, names in listed():
    kind = WORDS.get(plural, plural[:-1])
    step = every if len(names) > MANY else 1 + every // 30
    once = set()
    for name in names[::step]:
        shown = call(["show", kind, name])
        if shown.returncode != 0:
            print("show %s %s: exit status %d" % (kind, name,
                                                  shown.returncode))
            bad += 1
        for line in shown.stderr.splitlines():
            if ": detente " not in line:
                continue
            words = line.split(": detente ", 1)[1].split()
            if every > 1 and (words[0] in LONG or words[0] in once or
                              (every > 30 and words[0] in ONCE)):
                continue
            once |= {words[0]} & set(ONCE)
            if "--prior" in words:
                words += ["--draws", "2"]
            done = call(words + SHORTER.get(words[0], []))
            tried += 1
            if done.returncode != 0:
                print("show %s %s: detente %s: exit status %d: %s" % (
                    kind, name, " ".join(words), done.returncode,
                    done.stderr[:200]))
                bad += 1
print("%d suggestions tried, %d fail" % (tried, bad))
# Of many files, or of a few where a machine is slow.
sys.exit(bad > 0 or tried < (20 if every < 100 else 5))
