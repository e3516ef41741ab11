"""Random scenarios: every figure of every engine beside the oracle's."""
import os
import random
import tempfile
from math import ceil

import database
import judge
import program
import simulate
from chain import Chain
from chance import TooMany
from scenarios import Drawer, write
from world import World

PATHS = 8000      # outcomes of rounds that an exact chain may look at
SPREAD = 200000   # edges times rounds for which exact variances are found
ROWS = 2000       # rows of tidy_rounds that are kept of a scenario
RUNS = 1024       # played by lanes, and by the oracle where it has no chain
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
AGAIN = 16        # times as many runs, where a figure missed


class Case:
    """A scenario with the oracle's figures."""

    def __init__(self, path, seed):
        self.path = path
        self.random = random.Random(seed)
        self.world = World(program.resolved(path))
        self.chain = Chain(self.world, PATHS)
        self.spread = self.other = None
        try:
            self.mean = self.chain.means()
            if self.chain.cost() <= SPREAD:
                self.spread = self.chain.spread(judge.rates(self.mean))
        except TooMany:
            self.chain = None
            self.sample(RUNS)

    def sample(self, count):
        self.other = simulate.runs(self.world, count, self.random)
        self.mean = judge.mean_of(self.other)

    def exact(self):
        """What the program's chain says otherwise."""
        try:
            answer = program.run(self.path, "--engine", "chain")
        except program.Refused as why:
            if "joint states" in str(why) or "too many" in str(why):
                return []
            return [str(why)]
        if not self.chain:
            return []
        return ["chain: " + fault for fault in database.json_faults(
            answer, self.mean, self.world.count)]

    def engine(self, engine, runs):
        faults, missed = self.played(engine, runs)
        if missed:
            if self.other:
                self.sample(AGAIN * RUNS)
            again, missed = self.played(engine, AGAIN * runs)
            faults += again
        return ["%s: %s" % (engine, fault) for fault in faults + missed]

    def played(self, engine, runs):
        """(faults, figures beyond their standard errors)"""
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            path = os.path.join(folder, "run.db")
            detail = "rounds" if engine == "reference" else "runs"
            answer = program.run(
                self.path, "--engine", engine, "--runs", runs, "--seed",
                self.random.getrandbits(32), "--output", path,
                "--evidence", "none", "--detail", detail)
            db = database.open_database(path)
            try:
                return self.kept(db, answer)
            finally:
                db.close()

    def kept(self, db, answer):
        count = self.world.count
        runs = database.totals(db)
        faults = database.json_faults(answer, judge.mean_of(runs), count)
        faults += database.summary_faults(db, runs, count)
        if self.chain:
            try:
                faults += database.tidy_faults(db, self.chain)
            except TooMany:
                pass
        return faults, judge.misses(runs, self.mean, self.spread, self.other)


def check(seed, folder):
    """(exact or not, faults) of the scenario of this seed."""
    path = os.path.join(folder, "case-%d.yaml" % seed)
    write(path, Drawer(random.Random(seed)).scenario("case-%d" % seed))
    case = Case(path, seed)
    length = max(1.0, case.mean["rounds"]) * case.world.count
    faults = case.exact()
    faults += case.engine("reference", max(20, ceil(ROWS / length)))
    faults += case.engine("lanes", RUNS)
    return case.chain is not None, faults
