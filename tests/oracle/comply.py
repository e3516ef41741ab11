"""Whether complying is an equilibrium: values of all states of a treaty.

Written from detente-solve(1) and detente-model(7) alone. Who signs complies;
one agent departs, in a state, for a round (WAYS). Values of complying and of
the best plan are found by value iteration, or backwards from a known end.
"""
from chance import TooMany, paths
from world import World

WAYS = ("secret", "open", "refuse", "withdraw", "hold")
CLOSE = 1e-12  # of the largest value, where value iteration stops


class _Complier:
    """In place of a signatory's strategy; its move is the treaty's."""

    declares_pause = False
    withdraws = (False,)

    @staticmethod
    def first(seen, coins):
        return 0

    @staticmethod
    def after(state, seen, coins):
        return 0


class Compliance:
    """All states that compliers and one departing agent bring about."""

    def __init__(self, resolved, cap=2, most=8000):
        self.world = World(resolved, cap)
        self.left = most    # outcomes of rounds that are looked at
        self.signs = [i for i, joins in enumerate(self.world.treaty.joins)
                      if joins > 0]
        for i in self.signs:
            self.world.strategies[i] = _Complier
        self.begin = {}
        for p, state in paths(self.world.begin):
            self.begin[state] = self.begin.get(state, 0) + p
        self.rounds = {}
        self.steps = {}
        # To be expected while all comply; what one agent can bring about,
        # departing at will; what all can.
        self.expected = self._reach(())
        self.one = set(self.expected).union(
            *(self._reach((i,)) for i in self.signs))
        self.known = self._reach(self.signs)

    def _reach(self, departing):
        """All states to which play comes, any one of these departing in a
        round."""
        found = set(self.begin)
        new = list(found)
        while new:
            state = new.pop()
            after = set(self.step(state, None, None)[1])
            for i in departing:
                after |= self._next(state, i)
            new += after - found
            found |= after
        return found

    def _next(self, state, departs):
        """All that may come of a state, by a round or by giving notice."""
        return self._rounds(state, departs) | self.noticed(state, departs)

    def _rounds(self, state, departs):
        after = set(self.step(state, departs, None)[1])
        if departs is not None:
            for way in self.ways(state, departs):
                after |= set(self.step(state, departs, way)[1])
        return after

    def noticed(self, state, i):
        """{the state after notice, before the round}, {} without a right."""
        treaty = self.world.treaty.notify(state[0], i)
        return set() if treaty == state[0] else {(treaty, state[1])}

    def pauses(self, state, i):
        """Whether to comply is to pause."""
        treaty = state[0]
        return (treaty.phase == "in-force"
                and self.world.treaty.is_party(treaty, i))

    def ways(self, state, i):
        """What agent i can do in a round in place of complying."""
        treaty = state[0]
        if self.pauses(state, i):
            out = ["secret"]
            if self.world.treaty.binds(treaty):
                out += ["open", "refuse"]
        else:
            out = ["hold"]
        return out

    def step(self, state, i, way):
        """(expected payoffs, {next state: probability}) of a round."""
        key = (state, i if way else None, way)
        if key not in self.steps:
            self.steps[key] = self._step(state, i, way)
        return self.steps[key]

    def _step(self, state, i, way):
        caught = i if way in ("open", "refuse") else None
        pay = [0.0] * self.world.count
        after = {}
        for p, executed in self._moves(state, i, way):
            part, then = self._round(state, executed, caught)
            pay = [a + p * b for a, b in zip(pay, part)]
            for next_state, q in then.items():
                after[next_state] = after.get(next_state, 0.0) + p * q
        return pay, after

    def _moves(self, state, i, way):
        """[(probability, executed moves)]"""
        def play(coins):
            intended = []
            for j, strategy in enumerate(self.world.strategies):
                if j in self.signs:
                    race = not self.pauses(state, j)
                else:
                    race = strategy.move(state[1][j], coins)
                if j == i and way in ("secret", "open"):
                    race = True
                if j == i and way in ("refuse", "hold"):
                    race = False
                intended.append(race)
            return tuple(self.world.execute(intended, coins)[1])

        moves = {}
        for p, executed in paths(play):
            moves[executed] = moves.get(executed, 0.0) + p
        return [(p, executed) for executed, p in moves.items()]

    def _round(self, state, executed, caught):
        """A round from the executed moves on."""
        key = (state, executed, caught)
        if key not in self.rounds:
            pay = [0.0] * self.world.count
            after = {}
            if self.left <= 0:
                raise TooMany
            outcomes = paths(lambda coins: self._play(
                state, executed, caught, coins), min(self.left, 300))
            self.left -= len(outcomes)
            for p, (part, then) in outcomes:
                pay = [a + p * b for a, b in zip(pay, part)]
                after[then] = after.get(then, 0.0) + p
            self.rounds[key] = pay, after
        return self.rounds[key]

    def _play(self, state, executed, caught, coins):
        world = self.world
        treaty, states = state
        alarms, seen = world.monitor(treaty, executed, coins, caught)
        after, findings, flows = world.settle(treaty, alarms, seen, coins)
        pay = world.pay(executed)
        pay = [p + sum(part[j] for part in flows) for j, p in enumerate(pay)]
        return pay, world.observe(after, states, executed, seen, findings,
                                  coins)

    def worth(self, i, patience, state, way, value):
        """A round's payoff and what follows, by these values."""
        pay, after = self.step(state, i, way)
        return pay[i] + patience * sum(p * value[then]
                                       for then, p in after.items())

    def value(self, i, patience, state, value, best):
        """The value of a state with these values of the next ones. Notice
        is given before the round, in which the best plan may depart too."""
        out = self.worth(i, patience, state, None, value)
        if best:
            for way in self.ways(state, i):
                out = max(out, self.worth(i, patience, state, way, value))
            for after in self.noticed(state, i):
                out = max(out, self.value(i, patience, after, value, best))
        return out

    def values(self, i, patience, best):
        """{state: value} of complying, or of the best plan, without end."""
        value = dict.fromkeys(self.known, 0.0)
        while True:
            moved = 0.0
            for state in value:
                new = self.value(i, patience, state, value, best)
                moved = max(moved, abs(new - value[state]))
                value[state] = new
            largest = max(map(abs, value.values()))
            if moved * patience <= CLOSE * max(1, largest) * (1 - patience):
                return value

    def departures(self, i, patience, state, comply, plan):
        """[(way, worth, best)]: gains of departing, for a round or by the
        best plan from then on, with values of the states that follow."""
        value = self.worth(i, patience, state, None, comply)
        out = [(way, self.worth(i, patience, state, way, comply) - value,
                self.worth(i, patience, state, way, plan) - value)
               for way in self.ways(state, i)]
        for after in self.noticed(state, i):
            out.append(("withdraw", self.value(i, patience, after, comply,
                                               False) - value,
                        self.value(i, patience, after, plan, True) - value))
        return out

    def rows(self, i, patience):
        """([(state, way, value of complying, worth, best)], its value at
        the start) of agent i."""
        comply = self.values(i, patience, False)
        plan = self.values(i, patience, True)
        out = [(state, way, value, worth, best)
               for state, value in comply.items()
               for way, worth, best in self.departures(i, patience, state,
                                                       comply, plan)]
        return out, sum(p * comply[s] for s, p in self.begin.items())

    def ended(self, i, patience, rounds):
        """The same of a game with a known last round: a list of rows for
        each round, the first first. Nothing follows the last."""
        comply = plan = dict.fromkeys(self.known, 0.0)
        rows = []
        for _ in range(rounds):
            now, best, row = {}, {}, []
            for state in self.known:
                now[state] = self.value(i, patience, state, comply, False)
                best[state] = self.value(i, patience, state, plan, True)
                row += [(state, way, now[state], worth, gain)
                        for way, worth, gain in self.departures(
                            i, patience, state, comply, plan)]
            comply, plan = now, best
            rows.insert(0, row)
        return rows, sum(p * comply[s] for s, p in self.begin.items())

    def when(self, rounds, departs):
        """[states to which play comes in each round]"""
        now = set(self.begin)
        out = []
        for _ in range(rounds):
            if departs is not None:
                for state in list(now):
                    now |= self.noticed(state, departs)
            out.append(now)
            now = {after for state in now
                   for after in self._rounds(state, departs)}
        return out
