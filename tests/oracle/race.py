"""Races, from the moves that were played: detente-model(7), A RACE, in Python.

A random scenario with a race is played and kept. From the executed moves alone
each lab's capability, its hazard and all that follows are worked out again,
by steps of Runge and Kutta where the program has closed forms, and held
against the rows race_lab, race_round, race_outcome and race_run, and what a
round paid against the stage game's payoff with each part. Disasters come by
chance: only that one ends a run, and that none comes without hazard, is
certain.
"""
import math
import os
import random
import sqlite3
import tempfile

import program
from payoffs import stage
from scenarios import write

STEPS = 60      # of Runge and Kutta in a round
NEAR = 1e-6     # relative, or of 1


def drawn(seed):
    """A scenario, as what JSON writes."""
    r = random.Random(seed)
    labs = r.choice((1, 2, 3))
    agents = {}
    for i in range(r.choice((0, 1, 2))):
        agents["n%d" % i] = {"kind": "nation", "strategy": r.choice(
            ("always-race", "random"))}
    nations = list(agents)
    for i in range(labs):
        lab = {"strategy": r.choice(("always-race", "random", "tit-for-tat")),
               "capability": r.choice((1, 0.8, 0.5))}
        if nations and r.random() < 0.6:
            lab["host"] = r.choice(nations)
        if r.random() < 0.3:
            lab["growth"] = r.choice((0.3, 0.6))
        if r.random() < 0.3:
            lab["misalignment"] = r.choice((0, 0.5))
        agents["l%d" % i] = lab
    growth = {"rate": r.choice((0.2, 0.7)),
              "pause_rate": r.choice((0, 0, 0.3)),
              "ceiling": r.choice((50, 3, 1.5))}
    if r.random() < 0.3:
        growth["bottleneck"] = {"share": r.choice((0, 0.35)),
                                "rho": r.choice((-0.5, 0, 0.3))}
    else:
        growth["phi"] = r.choice((0.5, 0.9, 1, 1.14, 1.5))
    race = {"years": r.choice((1 / 12, 0.25)), "growth": growth,
            "diffusion": r.choice((0, 0, 0.3)), "review": r.choice((0.9, 2)),
            "hazard": r.choice((0, 0, 0.05)),
            "disaster": {"ends": r.random() < 0.5, "loss": r.choice((0, 7))},
            "drift": {"share": r.choice((0, 0.2, -0.1)), "sigma": 0,
                      "generation": r.choice((2, 1.3))},
            "disruption": {"factor": r.choice((1, 2)),
                           "adaptation": r.choice((0, 0.5)),
                           "most": r.choice((1e6, 0.1))},
            "prize": {"exponent": r.choice((0.5, 1, 2)),
                      "monopoly": r.choice((0.9, 0.55))},
            "weights": {key: r.choice((0, 1, 3)) for key in (
                "prize", "oversight", "misalignment", "disruption",
                "monopoly")}}
    return {"scenario": "drawn", "agents": agents,
            "payoffs": "prisoners-dilemma", "treaty": "none",
            "noise": {"slip": r.choice((0, 0.2))}, "race": race,
            "enforcement": r.choice((0, 0.5)), "rounds": 24}


class Race:
    """A run's race, round by round."""

    def __init__(self, resolved):
        self.race = resolved["race"]
        self.agents = list(resolved["agents"].values())
        self.names = list(resolved["agents"])
        nation = [a["kind"] == "nation" for a in self.agents]
        self.start = [a.get("capability", 0 if n else 1)
                      for a, n in zip(self.agents, nation)]
        self.labs = [i for i, c in enumerate(self.start) if c > 0]
        self.capability = list(self.start)
        self.misalignment = [a.get("misalignment", 1) for a in self.agents]
        self.generation = [0] * len(self.agents)
        rate = self.race["growth"]["rate"]
        self.rate = [a.get("growth", rate) for a in self.agents]
        factor = self.race["disruption"]["factor"]
        self.factor = [a.get("disruption", factor) if n else 0
                       for a, n in zip(self.agents, nation)]
        self.host = [self.names.index(a["host"])
                     if a.get("host") in self.names else None
                     for a in self.agents]
        self.monopoly = self.monopolist = None

    def own(self, i, c, races):
        """dC/dt of a lab's own."""
        growth = self.race["growth"]
        if c >= growth["ceiling"]:
            return 0.0
        rate = self.rate[i] * (1 if races else growth["pause_rate"])
        neck = growth.get("bottleneck")
        if not neck:
            return rate * c ** growth.get("phi", 1)
        a, rho, lam = neck["share"], neck["rho"], neck["parallel"]
        effort = (c ** (1 - a) if rho == 0 else
                  (a + (1 - a) * c ** rho) ** (1 / rho))
        return rate * effort ** lam * c ** (1 - lam / neck["returns"])

    def slope(self, c, races):
        top = max(c[i] for i in self.labs)
        return [self.own(i, c[i], races[i]) +
                self.race["diffusion"] * (top - c[i]) if i in self.labs
                else 0.0 for i in range(len(c))]

    def kutta(self, c, races, h):
        k1 = self.slope(c, races)
        k2 = self.slope([x + h / 2 * k for x, k in zip(c, k1)], races)
        k3 = self.slope([x + h / 2 * k for x, k in zip(c, k2)], races)
        k4 = self.slope([x + h * k for x, k in zip(c, k3)], races)
        return [x + h / 6 * (a + 2 * b + 2 * d + e)
                for x, a, b, d, e in zip(c, k1, k2, k3, k4)]

    def advance(self, c, races, h):
        """(capabilities, time): as far as h, or as nobody is at the ceiling
        who was not: growth bends there."""
        ceiling = self.race["growth"]["ceiling"]

        def crosses(new):
            return [i for i in self.labs if c[i] < ceiling < new[i]]
        new = self.kutta(c, races, h)
        if not crosses(new):
            return new, h
        low, high = 0.0, h
        while high - low > 1e-15 * h:
            middle = (low + high) / 2
            if crosses(self.kutta(c, races, middle)):
                high = middle
            else:
                low = middle
        new = self.kutta(c, races, high)
        return [ceiling if i in crosses(new) else x
                for i, x in enumerate(new)], high

    def step(self, races):
        """One round: by agent, what disrupts."""
        whole = self.race["years"] / STEPS
        adapts = self.race["disruption"]["adaptation"]
        disrupted = [0.0] * len(self.agents)
        for _ in range(STEPS):
            left = whole
            while left > 1e-14 * whole:
                c = self.capability
                self.capability, took = self.advance(c, races, left)
                left -= took
                for i in self.labs:
                    grown = self.capability[i] - c[i]
                    disrupted[i] += max(0, grown - adapts * took)
        self.breed()
        return disrupted

    def breed(self):
        drift = self.race["drift"]
        for i in self.labs:
            grown = self.capability[i] / self.start[i]
            reached = int(math.log(grown) / math.log(drift["generation"])
                          + 1e-7)
            while self.generation[i] < reached:
                self.generation[i] += 1
                self.misalignment[i] *= 1 + drift["share"]

    def oversight(self, i):
        return min(1, self.race["review"] / self.capability[i])

    def shares(self):
        w = self.race["prize"]["exponent"]
        total = sum(self.capability[i] ** w for i in self.labs)
        share = [0.0] * len(self.agents)
        for i in self.labs:
            part = self.capability[i] ** w / total
            share[i] += part
            if self.host[i] is not None:
                share[self.host[i]] += part
        return share

    def bear(self, round, disrupted):
        """Rows of four numbers, one an agent, and the shares."""
        share = self.shares()
        for i in self.labs:
            if (self.monopoly is None and
                    share[i] >= self.race["prize"]["monopoly"]):
                self.monopoly, self.monopolist = round, i
        free = {self.monopolist, self.monopolist is not None and
                self.host[self.monopolist]}
        most = self.race["disruption"]["most"]
        lost = 1 - min(self.oversight(i) for i in self.labs)
        worst = max(abs(self.misalignment[i]) for i in self.labs)
        return [(lost, worst, min(most, k * max(disrupted)),
                 float(self.monopoly is not None and i not in free))
                for i, k in enumerate(self.factor)], share


def near(a, b, loose=NEAR):
    return a is not None and abs(a - b) <= loose * max(1, abs(b))


def replay(db, resolved, run, faults):
    """One run, from its moves."""
    race = Race(resolved)
    weights = resolved["race"]["weights"]
    loss = resolved["race"]["disaster"]["loss"]
    pay = stage(resolved["payoffs"], race.agents)
    kinds = ("oversight", "misalignment", "disruption", "monopoly")
    moves = db.execute("select round, executed = 'RACE', payoff from move"
                       " where run = ? order by round, agent",
                       (run,)).fetchall()
    n = len(race.agents)
    bulk = resolved["race"]["disruption"]["adaptation"] > 0
    event = db.execute("select disaster_round, disasters, monopoly_round,"
                       " monopolist, runaway_round from race_run where"
                       " run = ?", (run,)).fetchone()
    struck = 0
    for at in range(0, len(moves), n):
        round = moves[at][0]
        races = [bool(m[1]) for m in moves[at:at + n]]
        disrupted = race.step(races)
        borne, share = race.bear(round, disrupted)
        labs = db.execute(
            "select agent - 1, capability, misalignment, generation,"
            " oversight, share from race_lab where run = ? and round = ?"
            " order by agent", (run, round)).fetchall()
        if [lab[0] for lab in labs] != race.labs:
            faults.append("run %d round %d: other labs" % (run, round))
        for i, c, m, g, o, s in labs:
            wanted = (race.capability[i], race.misalignment[i],
                      race.generation[i], race.oversight(i), share[i])
            if not all(map(near, (c, m, g, o, s), wanted)):
                faults.append("run %d round %d lab %d: %s, not %s" % (
                    run, round, i, (c, m, g, o, s), wanted))
        row = db.execute("select oversight_lost, misaligned, disrupted,"
                         " monopolised from race_round where run = ? and"
                         " round = ?", (run, round)).fetchone()
        # growth that begins to disrupt within a step is cut there
        loose = (NEAR, NEAR, 2e-3 if bulk else NEAR, NEAR)
        for k in range(4):
            if not near(row[k], max(b[k] for b in borne), loose[k]):
                faults.append("run %d round %d: %s is %g, not %g" % (
                    run, round, kinds[k], row[k],
                    max(b[k] for b in borne)))
        gaps = []
        for i in range(n):
            wanted = (pay(races)[i] + weights["prize"] * share[i] - sum(
                weights[kind] * b for kind, b in zip(kinds, borne[i])))
            gaps.append(wanted - moves[at + i][2])
        hit = loss > 0 and all(near(g, loss, 1e-2) for g in gaps)
        struck += hit
        if not hit and not all(abs(g) < 1e-2 for g in gaps):
            faults.append("run %d round %d: paid otherwise by %s" % (
                run, round, gaps))
    check_events(race, event, resolved, len(moves) // n, struck, run, faults)


def check_events(race, event, resolved, rounds, struck, run, faults):
    disaster, disasters, monopoly, monopolist, runaway = event
    rules = resolved["race"]
    wanted = race.monopolist + 1 if race.monopoly else None
    if (monopoly, monopolist) != (race.monopoly, wanted):
        faults.append("run %d: a monopoly of %s in %s, not %s in %s" % (
            run, monopolist, monopoly, wanted, race.monopoly))
    if runaway is not None:
        faults.append("run %d: runs away below a ceiling" % run)
    if rules["hazard"] == 0 and disasters:
        faults.append("run %d: a disaster without hazard" % run)
    if disaster and rules["disaster"]["ends"] and disaster != rounds:
        faults.append("run %d: goes on after a disaster" % run)
    if not disaster and rounds != resolved["rounds"]:
        faults.append("run %d: ends early" % run)
    if rules["disaster"]["loss"] > 0 and struck != disasters:
        faults.append("run %d: %d disasters, %d paid for" % (
            run, disasters, struck))


def check(seed, folder):
    """(exact, faults)"""
    path = os.path.join(folder, "case-%d.yaml" % seed)
    write(path, drawn(seed))
    resolved = program.resolved(path)
    faults = []
    with tempfile.TemporaryDirectory() as kept:
        name = os.path.join(kept, "race.db")
        program.call("run", path, "--runs", "2", "--seed", str(seed),
                     "--detail", "rounds", "-o", name)
        db = sqlite3.connect(name)
        for run in (1, 2):
            replay(db, resolved, run, faults)
        db.close()
    return True, faults
