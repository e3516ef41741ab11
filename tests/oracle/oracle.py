#!/usr/bin/env python3
"""Hold detente against the oracle: oracle.py KIND SEED CASES [PARTS [RACES]].

KIND is runs, parts, ends, race or all; then PARTS is how many cases of parts
and of ends, RACES of races, CASES if not given.

Each case has a seed of its own, SEED + its number, and is repeated by it
alone: oracle.py runs THAT-SEED 1. A case that fails is left as a file in the
folder that is named. Ends with "N passed, N failed".
"""
import multiprocessing
import os
import sys
import tempfile
import time
import traceback

import ending
import keeping
import play
import program
import race
from figures import KNOWN

CHECKS = {"runs": play.check, "parts": keeping.check, "ends": ending.check,
          "race": race.check}


def one(task):
    kind, seed, folder = task
    start = time.monotonic()
    try:
        exact, faults = CHECKS[kind](seed, folder)
    except Exception:
        exact, faults = False, traceback.format_exc().splitlines()[-5:]
    return seed, exact, faults, time.monotonic() - start


def campaign(kind, seed, cases, folder):
    """(passed, failed, exact, words)"""
    passed = failed = exact = 0
    tasks = [(kind, seed + i, folder) for i in range(cases)]
    with multiprocessing.Pool() as pool:
        for number, was_exact, faults, took in pool.imap(one, tasks):
            exact += was_exact
            if not faults:
                passed += 1
                os.unlink(os.path.join(folder, "case-%d.yaml" % number))
                continue
            failed += 1
            print("failed: %s %d (%.1f s)" % (kind, number, took))
            for fault in faults[:8]:
                print("    " + fault)
            sys.stdout.flush()
    print("%s: %d cases from seed %d, %d of them exact" % (
        kind, cases, seed, exact))
    return passed, failed


def main(words):
    what, seed, cases = words[0], int(words[1]), int(words[2])
    many = dict(zip(("parts", "race"), map(int, words[3:])))
    many["ends"] = many.get("parts", cases)
    kinds = list(CHECKS) if what == "all" else [what]
    program.call("--version")
    folder = tempfile.mkdtemp(prefix="oracle-")
    passed = failed = 0
    for name, why in KNOWN.items():
        print("not compared: %s (%s)" % (name, why))
    for kind in kinds:
        start = time.monotonic()
        good, bad = campaign(kind, seed, many.get(kind, cases), folder)
        print("%s: %.0f s" % (kind, time.monotonic() - start), flush=True)
        passed, failed = passed + good, failed + bad
    if failed:
        print("the scenarios that failed are in " + folder)
    else:
        os.rmdir(folder)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
