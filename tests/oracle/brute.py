"""A graph as graph.py's, every state of the world a node of its own.

The round is world.py's, played over all its coins: slow, nothing merged, and
agents that do not sign play their strategies, which are part of the state.
"""
from chance import TooMany, paths
from graph import Rules
from world import World


class Complier:
    """In place of a signatory's strategy; its move is the treaty's."""

    declares_pause = False
    withdraws = (False,)

    @staticmethod
    def first(seen, coins):
        return 0

    @staticmethod
    def after(state, seen, coins):
        return 0


class Brute:
    """Nodes by number; a way is a slot of its own."""

    groups = ()

    def __init__(self, resolved, rules, judged, cap=2, most=20000):
        self.rules, self.judged = rules, judged
        self.world = World(resolved, cap)
        self.world.treaty.joins = rules.treaty.joins
        self.world.treaty.last_join = rules.treaty.last_join
        for i in rules.signs:
            self.world.strategies[i] = Complier
        self.left = most  # outcomes of rounds that are looked at
        self.index, self.states, self.keys, self.slots = {}, [], [], []
        self.ways_of = []
        self.first = tuple((p, self.number(state))
                           for p, state in paths(self.world.begin))

    def __len__(self):
        return len(self.keys)

    def number(self, state):
        at = self.index.get(state)
        if at is None:
            at = self.index[state] = len(self.states)
            self.states.append(state)
            self.keys.append(_key(state[0]))
            self.slots.append(None)
            self.ways_of.append({})
        return at

    def expand(self, at):
        self.slots[at] = []

    def _pauses(self, treaty, i):
        return (treaty.phase == "in-force"
                and self.world.treaty.is_party(treaty, i))

    def ways(self, at, k):
        treaty = self.states[at][0]
        if not self._pauses(treaty, k):
            return [("hold", (k, False), None)]
        out = [("secret", (k, True), None)]
        if self.world.treaty.binds(treaty):
            out += [("open", (k, True), k), ("refuse", (k, False), k)]
        return out

    def row(self, at, moves=None, caught=None):
        """The whole way as one slot, the stage payoff in its flow."""
        key = moves, caught
        if key not in self.ways_of[at]:
            self.ways_of[at][key] = len(self.slots[at])
            self.slots[at].append(self._played(self.states[at], moves,
                                               caught))
        return 0.0, [(1.0, self.ways_of[at][key])]

    def _played(self, state, moves, caught):
        if self.left <= 0:
            raise TooMany
        outcomes = paths(lambda coins: self._play(state, moves, caught,
                                                  coins),
                         min(self.left, 3000))
        self.left -= len(outcomes)
        pay, then = 0.0, {}
        for p, (part, after) in outcomes:
            pay += p * part
            to = self.number(after)
            then[to] = then.get(to, 0.0) + p
        return pay, tuple((p, to) for to, p in then.items() if p > 0)

    def _play(self, state, moves, caught, coins):
        world = self.world
        treaty, states = state
        intended = [not self._pauses(treaty, j) if s is Complier
                    else s.move(states[j], coins)
                    for j, s in enumerate(world.strategies)]
        if moves:
            intended[moves[0]] = moves[1]
        executed = world.execute(intended, coins)[1]
        alarms, seen = world.monitor(treaty, executed, coins, caught)
        after, findings, flows = world.settle(treaty, alarms, seen, coins)
        i = self.judged
        pay = world.pay(executed)[i] + sum(part[i] for part in flows)
        return pay, world.observe(after, states, executed, seen, findings,
                                  coins)

    def notify(self, at, k):
        treaty, states = self.states[at]
        after = self.world.treaty.notify(treaty, k)
        return None if after == treaty else self.number((after, states))


def _key(t):
    """A state of the treaty as graph.py writes it."""
    if t.phase in ("open", "ended", "none"):
        return (t.phase,)
    parties = tuple((-1,) if p.status == 0 else (-2,) if p.status == 2 else
                    (p.strikes, p.clean, -1 if p.notice is None else p.notice,
                     p.bond) for p in t.parties)
    phase = "force" if t.phase == "in-force" else "suspended"
    return (phase, t.round, t.grace, t.term, t.renewals, t.suspension,
            parties)
