"""A round of detente-model(7), from clock to clock, and what it leaves.

Written from the manual alone. A state of the world is (treaty state, states
of the strategies); play() takes it through one round and gives the record of
the round and the next state. All chance comes from coins (chance.py).
"""
from collections import namedtuple

from monitor import Monitoring
from payoffs import stage
from strategy import Strategy
from treaty import Treaty

# What a round is for one agent. Moves: True is RACE.
Row = namedtuple("Row", "intended executed declared alarm seen party member "
                        "bound finding stopped slip breach right wrong missed "
                        "false_declaration fine monitoring transfer payoff")
Record = namedtuple("Record", "phase ending rows")


class World:
    """The resolved scenario as detente prints it (show --format json)."""

    def __init__(self, resolved, cap=None):
        self.resolved = resolved
        self.names = list(resolved["agents"])
        self.agents = list(resolved["agents"].values())
        self.count = len(self.agents)
        self.treaty = Treaty(resolved["treaty"], self.names, self.agents, cap)
        self.watch = Monitoring(resolved["treaty"]["monitoring"])
        self.strategies = [Strategy(a["strategy"]) for a in self.agents]
        self.pay = stage(resolved["payoffs"], self.agents)
        self.slip = resolved["noise"]["slip"]
        self.noise = _noise(resolved["noise"])
        self.hosts = [self._host(a) for a in self.agents]
        self.rounds = resolved["rounds"]
        self.continuation = resolved["continuation"]
        self.terms = self._terms()
        self.transfers = [
            (self.names.index(t["from"]), self.names.index(t["to"]),
             t["amount"]) for t in resolved["treaty"].get("transfers", [])
            if t["from"] in self.names and t["to"] in self.names]

    def _host(self, agent):
        """(number of the host, its enforcement), None without one."""
        if agent["kind"] != "lab" or agent.get("host") not in self.names:
            return None
        host = self.names.index(agent["host"])
        enforcement = self.agents[host].get("enforcement",
                                            self.resolved["enforcement"])
        return host, enforcement

    def _terms(self):
        """What conditions may ask of the terms; the same in all rounds."""
        none = self.treaty.is_none
        ladder = self.treaty.ladder
        return {"others": self.count - 1,
                "detection": 0 if none else self.watch.detection,
                "false_alarm": 0 if none else self.watch.false_alarm,
                "fine": next((rung["fine"] for rung in ladder
                              if rung["fine"] > 0), 0),
                "bond": self.resolved["treaty"]["bond"],
                "notice": self.resolved["treaty"]["withdrawal"]["notice"],
                "continuation": self.continuation}

    def looks(self, i, treaty, alarms, flagged, raced):
        """What agent i's conditions see, the treaty being as it will be."""
        seen = dict(self.terms)
        seen.update(alarms=alarms, flagged=flagged, raced=raced,
                    alarm_share=alarms / max(1, self.count - 1),
                    party=self.treaty.is_party(treaty, i),
                    open=treaty.phase == "open",
                    in_force=treaty.phase == "in-force",
                    suspended=treaty.phase == "suspended",
                    ended=treaty.phase == "ended")
        return seen

    def begin(self, coins):
        treaty = self.treaty.begin(coins)
        states = tuple(s.first(self.looks(i, treaty, 0, False, False), coins)
                       for i, s in enumerate(self.strategies))
        return self.notices(treaty, states), states

    def notices(self, treaty, states):
        for i, strategy in enumerate(self.strategies):
            if strategy.withdraws[states[i]]:
                treaty = self.treaty.notify(treaty, i)
        return treaty

    def play(self, state, coins):
        """(record, next state)"""
        treaty, states = state
        intended = [s.move(states[i], coins)
                    for i, s in enumerate(self.strategies)]
        slips, executed, stopped = self.execute(intended, coins)
        alarms, seen = self.monitor(treaty, executed, coins)
        after, findings, flows = self.settle(treaty, alarms, seen, coins)
        record = self.record(treaty, intended, slips, executed, stopped,
                             alarms, seen, findings, flows)
        after = self.observe(after, states, executed, seen, findings, coins)
        return record._replace(ending=after[0].ending), after

    def observe(self, treaty, states, executed, seen, findings, coins):
        """The next state: the clock strikes, and strategies move on."""
        after = self.treaty.clock(treaty, coins)
        states = tuple(
            s.after(states[i], self.looks(i, after, len(seen[i]),
                                          i in findings, executed[i]), coins)
            for i, s in enumerate(self.strategies))
        return self.notices(after, states), states

    def execute(self, intended, coins):
        slips = [coins.flip(self.slip) for _ in intended]
        executed = [move != slip for move, slip in zip(intended, slips)]
        stopped = [False] * self.count
        for i, host in enumerate(self.hosts):
            if host and executed[i] and not executed[host[0]]:
                stopped[i] = coins.flip(host[1])
        executed = [move and not stop
                    for move, stop in zip(executed, stopped)]
        return slips, executed, stopped

    def monitor(self, treaty, executed, coins, caught=None):
        """(public alarms, whom each agent sees racing); the public alarm
        about caught, an agent that shows what it does, is certain."""
        in_force = treaty.phase == "in-force"
        blind = in_force and coins.flip(self.watch.blind)
        terms = self.watch.rates[blind]
        alarms = []
        seen = [set() for _ in executed]
        for j, raced in enumerate(executed):
            watched = in_force and self.treaty.is_party(treaty, j)
            rates = terms if watched else self.noise
            public = (j == caught
                      or _signal(rates["public"], raced, coins))
            alarms.append(public)
            for i in range(self.count):
                if i == j:
                    continue
                if public or _signal(rates["private"], raced, coins):
                    seen[i].add(j)
        return alarms, seen

    def settle(self, treaty, alarms, seen, coins):
        """(treaty afterwards, who has a finding, flows of money)"""
        none = [0.0] * self.count
        if treaty.phase != "in-force":
            return treaty, set(), (none, none, none)
        inside = [i for i in range(self.count)
                  if self.treaty.is_party(treaty, i)]
        after, findings, taken = treaty, set(), none
        if self.treaty.binds(treaty):
            for j in inside:
                accusers = sum(j in seen[i] for i in inside)
                if alarms[j] or 0 < self.watch.accusers <= accusers:
                    findings.add(j)
            after, fines, forfeits = self.treaty.respond(treaty, findings,
                                                         coins)
            taken = [f + b for f, b in zip(fines, forfeits)]
        return after, findings, self.flows(inside, taken)

    def flows(self, inside, taken):
        """What the treaty takes and gives: fines, monitoring, transfers."""
        rules = self.resolved["treaty"]
        fines = [-t for t in taken]
        monitoring = [-self.watch.cost if i in inside else 0.0
                      for i in range(self.count)]
        transfers = [0.0] * self.count
        for payer, payee, amount in self.transfers:
            if payer in inside and payee in inside:
                transfers[payer] -= amount
                transfers[payee] += amount
        for i in range(self.count):
            tariff = 0.0 if i in inside else rules["tariff"]
            transfers[i] -= tariff
            others = [j for j in inside if j != i]
            if rules["response"]["shared"] and others:
                for j in others:
                    transfers[j] += (taken[i] + tariff) / len(others)
        return fines, monitoring, transfers

    def record(self, treaty, intended, slips, executed, stopped, alarms,
               seen, findings, flows):
        stage_payoffs = self.pay(executed)
        binds = self.treaty.binds(treaty)
        rows = []
        for i, raced in enumerate(executed):
            member = self.treaty.is_party(treaty, i)
            party = member and treaty.phase == "in-force"
            breach = binds and party and raced
            declared = raced and not self.strategies[i].declares_pause
            flow = [part[i] for part in flows]
            rows.append(Row(
                intended[i], raced, declared, alarms[i], len(seen[i]), party,
                member, binds and party, i in findings, stopped[i], slips[i],
                breach, i in findings and breach,
                i in findings and not breach,
                breach and i not in findings, party and declared != raced,
                *flow, stage_payoffs[i] + sum(flow)))
        return Record(treaty.phase, treaty.ending, tuple(rows))


def _noise(noise):
    """Rates where no treaty watches: private stands in place of public."""
    private = noise["private"]
    if private["miss"] or private["false_alarm"]:
        return {"public": (1.0, 0.0),
                "private": (private["miss"], private["false_alarm"])}
    public = noise["public"]
    return {"public": (public["miss"], public["false_alarm"]),
            "private": (1.0, 0.0)}


def _signal(rates, raced, coins):
    miss, false_alarm = rates
    return coins.flip(1 - miss) if raced else coins.flip(false_alarm)
