"""The treaty's course: entry, clock, response (detente-model(7), A ROUND).

A state of the treaty is a tuple that can be a key of a dict:
(phase, ending, round, wait, grace, term, renewals, suspension, parties).
round counts to the last joining only; wait is None or the rounds left to
entry; grace and term count down (term 0: no sunset); suspension is how many
rounds of it follow. parties has for each agent (status, strikes, clean,
notice, bond): OUT, IN or GONE; notice is None, or the rounds that it stays.
"""
from collections import namedtuple

State = namedtuple("State", "phase ending round wait grace term renewals "
                            "suspension parties")
OUT, IN, GONE = 0, 1, 2
Party = namedtuple("Party", "status strikes clean notice bond")
OUTSIDE = Party(OUT, 0, 0, None, 1.0)
LEFT = Party(GONE, 0, 0, None, 1.0)
MEMBER = Party(IN, 0, 0, None, 1.0)


class Treaty:
    """The rules of a resolved treaty for these agents; none: is_none."""

    def __init__(self, resolved, names, agents, cap=None):
        self.is_none = resolved["treaty"] == "none"
        self.rules = resolved
        self.count = len(agents)
        self.open_to = _who(resolved["parties"], names, agents)
        self.joins = [a["joins"] if i in self.open_to else 0
                      for i, a in enumerate(agents)]
        self.weights = [a["weight"] for a in agents]
        entry = resolved["entry"]
        self.needed = entry["parties"] or len(self.open_to)
        self.share = entry["weight"]
        self.states = _who(entry.get("states", []), names, agents)
        self.delay = entry["delay"]
        response = resolved["response"]
        self.ladder = response.get("ladder", [])
        self.after = response["forgive_after"]
        self.chance = response["forgive_chance"]
        self.last_join = max(self.joins)
        self.cap = cap
        last = max([r["strikes"] for r in self.ladder], default=0)
        if not self.after and not self.chance:
            self.cap = last  # more strikes change nothing any more
        elif cap is not None:
            self.cap = last + cap

    def begin(self, coins):
        """The state of round 1: open, and the clock has struck once."""
        if self.is_none:
            return State("none", "none", 0, None, 0, 0, 0, 0,
                         (OUTSIDE,) * self.count)
        return self.clock(State("open", "none", 0, None, 0, 0, 0, 0,
                                (OUTSIDE,) * self.count), coins)

    def suffices(self, who):
        weight = sum(self.weights[i] for i in who)
        total = sum(self.weights)
        return (len(who) >= self.needed and self.states <= set(who)
                and weight >= self.share * total - 1e-12 * total)

    def signed(self, round):
        return [i for i, joins in enumerate(self.joins)
                if 0 < joins <= round]

    def clock(self, state, coins):
        """The state of the next round."""
        if state.phase in ("none", "ended"):
            return state
        state = state._replace(round=min(state.round + 1, self.last_join))
        if state.phase == "open":
            return self._entry(state)
        return self._course(state, coins)

    def _entry(self, state):
        wait = state.wait
        signed = self.signed(state.round)
        if wait is None and self.suffices(signed):
            wait = self.delay
        elif wait is not None:
            wait -= 1
        if wait != 0:
            return state._replace(wait=wait)
        parties = [MEMBER if i in signed else OUTSIDE
                   for i in range(self.count)]
        return state._replace(phase="in-force", wait=None,
                              grace=self.rules["obligation"]["grace"],
                              term=self.rules["duration"]["rounds"],
                              parties=tuple(parties))

    def _course(self, state, coins):
        duration = self.rules["duration"]
        parties = list(state.parties)
        signed = self.signed(state.round)
        for i, party in enumerate(parties):
            if party.notice is not None:
                parties[i] = (LEFT if party.notice == 0 else
                              party._replace(notice=party.notice - 1))
            if party.status == OUT and i in signed:
                parties[i] = MEMBER
        state = state._replace(parties=tuple(parties),
                               grace=max(0, state.grace - 1))
        inside = [i for i, party in enumerate(parties) if party.status == IN]
        if not inside:
            return self.end(state, "deserted")
        if duration["lapses"] and not self.suffices(inside):
            return self.end(state, "lapse")
        if state.term:
            state = state._replace(term=state.term - 1)
            if not state.term:
                if (state.renewals >= duration["renewals"]
                        or not coins.flip(duration["renewal_chance"])):
                    return self.end(state, "sunset")
                state = state._replace(
                    renewals=state.renewals + 1,
                    term=duration["renewal_rounds"] or duration["rounds"])
        if state.suspension:
            return state._replace(phase="suspended",
                                  suspension=state.suspension - 1)
        return state._replace(phase="in-force")

    def end(self, state, why):
        """Over for good: nothing of it is left but why it ended."""
        return State("ended", why, 0, None, 0, 0, 0, 0,
                     (OUTSIDE,) * self.count)

    def is_party(self, state, i):
        return (state.phase in ("in-force", "suspended")
                and state.parties[i].status == IN)

    def binds(self, state):
        return state.phase == "in-force" and state.grace == 0

    def respond(self, state, findings, coins):
        """(state, fines, forfeits): what the findings of a round bring."""
        fines = [0.0] * self.count
        forfeits = [0.0] * self.count
        parties = list(state.parties)
        suspension, ends = 0, False
        for i, party in enumerate(parties):
            if party.status != IN:
                continue
            if i not in findings:
                parties[i] = self._clean(party, coins)
                continue
            strikes = party.strikes + 1
            if self.cap is not None:
                strikes = min(strikes, self.cap)
            party = party._replace(strikes=strikes, clean=0)
            rung = self._rung(party.strikes)
            if rung and coins.flip(rung["chance"]):
                fines[i] = rung["fine"]
                forfeits[i] = self.rules["bond"] * party.bond * rung["bond"]
                bond = party.bond * (1 - rung["bond"])
                party = party._replace(bond=bond)
                suspension = max(suspension, rung["suspend"])
                ends = ends or rung["end"]
                if rung["expel"]:
                    party = LEFT
            parties[i] = party
        state = state._replace(parties=tuple(parties), suspension=suspension)
        if ends:
            state = self.end(state, "response")
        return state, fines, forfeits

    def _rung(self, strikes):
        reached = [r for r in self.ladder if r["strikes"] <= strikes]
        return max(reached, key=lambda r: r["strikes"]) if reached else None

    def _clean(self, party, coins):
        """A clean round takes one strike away, or none; never two."""
        if not party.strikes:
            return party._replace(clean=0)
        clean = (party.clean + 1) % self.after if self.after else 0
        if (self.after and clean == 0) or coins.flip(self.chance):
            party = party._replace(strikes=party.strikes - 1)
        return party._replace(clean=clean)

    def notify(self, state, i):
        """Agent i gives notice before the coming round."""
        if (not self.rules["withdrawal"]["allowed"]
                or not self.is_party(state, i)
                or state.parties[i].notice is not None):
            return state
        parties = list(state.parties)
        parties[i] = parties[i]._replace(
            notice=self.rules["withdrawal"]["notice"])
        return state._replace(parties=tuple(parties))


def _who(words, names, agents):
    """The numbers of the agents that names, all, labs and nations mean."""
    found = set()
    for i, (name, agent) in enumerate(zip(names, agents)):
        if (name in words or "all" in words
                or agent["kind"] + "s" in words):
            found.add(i)
    return found
