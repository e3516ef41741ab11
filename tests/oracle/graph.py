"""The states of a treaty that compliers and one departing agent come to.

Written from detente-model(7) alone. A node is a state of the treaty as it
bears on one judged agent. What differs without bearing on it is one node:
clean rounds without strikes, who is out, why a treaty ended, the bonds and
strikes of others where they touch nobody else, which of two parties that are
alike is which.

A node has slots and ways. A slot is what follows from one set of findings:
(flow to the judged agent, ((chance, node), ...)). A way to move, of the
judged agent or another, is a stage payoff and a chance for each slot: so one
node is worked out once, whoever departs in it and how.
"""
from itertools import product

from world import World

OUT, GONE = (-1,), (-2,)  # may still join; never again
ENDED = ("ended",)


class TooMany(Exception):
    """There are more nodes than the caller is ready to look at."""


class Rules:
    """A resolved scenario, and the tables that all its nodes share."""

    def __init__(self, resolved, signs, most=None, least=0.2):
        self.world = World(resolved)
        self.treaty = self.world.treaty
        self.count = self.world.count
        self.signs = signs  # who complies, or departs
        response = resolved["treaty"]["response"]
        self.after = response["forgive_after"]
        self.chance = response["forgive_chance"]
        self.shared = response["shared"]
        self.ladder = sorted(response.get("ladder", []),
                             key=lambda rung: rung["strikes"])
        self.most = most    # strikes beyond the last rung; None: any number
        self.last = max([r["strikes"] for r in self.ladder], default=0)
        # Where the first strike comes to the last rung, strikes tell nothing.
        self.forgives = bool(self.after or self.chance) and self.last > 1
        self.cap = (self.last + most if self.forgives and most is not None
                    else None)
        if not self.forgives:
            self.cap = max(0, self.last - 1)  # the next one is the last rung
        self.bond = resolved["treaty"]["bond"]
        # A smaller share of a bond than this is a lottery between this and
        # nothing, of the same mean: exact for who complies, whose value is
        # affine in its bond; whose plan is best thinks it worth a bit more.
        self.least = least
        withdrawal = resolved["treaty"]["withdrawal"]
        self.notice = withdrawal["notice"] if withdrawal["allowed"] else None
        self.changes = any(r["suspend"] or r["expel"] or r["end"]
                           for r in self.ladder)
        self.duration = resolved["treaty"]["duration"]
        self.grace = resolved["treaty"]["obligation"]["grace"]
        self.outcomes = {}
        self.chances = {}
        self.enough = {}

    def alike(self, i, j):
        """Whether nothing changes when two agents swap places."""
        world, rules = self.world, self.world.resolved["treaty"]
        names = [world.names[i], world.names[j]]
        named = (list(rules["parties"]) + rules["entry"].get("states", [])
                 + [t[k] for t in rules.get("transfers", [])
                    for k in ("from", "to")])
        hosts = [a.get("host") for a in world.agents]
        if any(n in named or n in hosts for n in names):
            return False
        if world.resolved["payoffs"]["form"] == "normal":
            return False
        one, other = world.agents[i], world.agents[j]
        keys = ("kind", "weight", "role", "joins", "host", "enforcement")
        return (all(one.get(k) == other.get(k) for k in keys)
                and (i in self.signs) == (j in self.signs))

    # ---- what a round does to one party

    def outcome(self, local, found):
        """(taken, ((chance, local after the clock, suspension, end), ...))"""
        key = local, found
        if key not in self.outcomes:
            taken, merged = 0.0, {}
            for p, then, takes, suspend, end in self._answers(local, found):
                taken += p * takes
                for q, local in self._lots(then):
                    local = self.tick(self.plain(local)), suspend, end
                    merged[local] = merged.get(local, 0.0) + p * q
            self.outcomes[key] = taken, tuple(
                (p,) + then for then, p in merged.items() if p > 0)
        return self.outcomes[key]

    def _lots(self, local):
        """[(chance, local)] of a bond of which little is left."""
        if len(local) == 1 or not 0 < local[3] < self.least:
            return [(1.0, local)]
        chance = local[3] / self.least
        return [(chance, local[:3] + (self.least,)),
                (1 - chance, local[:3] + (0.0,))]

    def _answers(self, local, found):
        strikes, clean, notice, bond = local
        if not found:
            return [(p, then, 0.0, 0, False)
                    for p, then in self._clean(local)]
        strikes += 1
        rung = None
        for step in self.ladder:
            if step["strikes"] <= strikes:
                rung = step
        if self.cap is not None:
            strikes = min(strikes, self.cap)
        stays = strikes, 0, notice, bond
        if rung is None:
            return [(1.0, stays, 0.0, 0, False)]
        then = (GONE if rung["expel"] else
                (strikes, 0, notice, bond * (1 - rung["bond"])))
        p = min(1.0, max(0.0, rung["chance"]))
        taken = rung["fine"] + self.bond * bond * rung["bond"]
        return [(p, then, taken, rung["suspend"], rung["end"]),
                (1 - p, stays, 0.0, 0, False)]

    def _clean(self, local):
        strikes, clean, notice, bond = local
        if not strikes:
            return [(1.0, (0, 0, notice, bond))]
        clean = (clean + 1) % self.after if self.after else 0
        less = strikes - 1, clean, notice, bond
        if self.after and not clean:
            return [(1.0, less)]
        return [(self.chance, less),
                (1 - self.chance, (strikes, clean, notice, bond))]

    def plain(self, local):
        """Without what bears on nothing."""
        if len(local) == 1:
            return local
        strikes, clean, notice, bond = local
        if not self.ladder:
            strikes = 0
        if not strikes or not self.after:
            clean = 0
        if not self.bond or not any(r["bond"] for r in self.ladder):
            bond = 1.0
        return strikes, clean, notice, round(bond, 15)

    @staticmethod
    def tick(local):
        """A notice runs on; -1 is none."""
        if len(local) == 1 or local[2] < 0:
            return local
        if local[2] == 0:
            return GONE
        return local[0], local[1], local[2] - 1, local[3]

    # ---- who moves how, and what is found

    def ways(self, inside, binds, intended, caught):
        """(stage payoffs, {who is found: chance}) of intended moves."""
        key = inside, binds, intended, caught
        if key not in self.chances:
            pay = [0.0] * self.count
            found = {}
            for p, executed in self._executed(intended):
                pay = [a + p * b
                       for a, b in zip(pay, self.world.pay(executed))]
                if not binds:
                    found[()] = found.get((), 0.0) + p
                    continue
                for q, who in self._found(inside, executed, caught):
                    found[who] = found.get(who, 0.0) + p * q
            self.chances[key] = pay, {f: p for f, p in found.items() if p > 0}
        return self.chances[key]

    def _executed(self, intended):
        slip = self.world.slip
        merged = {}
        for slips in product((False, True), repeat=self.count):
            p = 1.0
            for s in slips:
                p *= slip if s else 1 - slip
            if p <= 0:
                continue
            moves = [m != s for m, s in zip(intended, slips)]
            for q, executed in self._policed(moves):
                merged[executed] = merged.get(executed, 0.0) + p * q
        return [(p, executed) for executed, p in merged.items() if p > 0]

    def _policed(self, moves):
        options = []
        for move, host in zip(moves, self.world.hosts):
            stop = (host[1] if host and move and not moves[host[0]] else 0.0)
            options.append([(q, m) for q, m in
                            ((1 - stop, move), (stop, False)) if q > 0])
        for chosen in product(*options):
            p = 1.0
            for q, _ in chosen:
                p *= q
            yield p, tuple(m for _, m in chosen)

    def _found(self, inside, executed, caught):
        watch = self.world.watch
        for blind in (False, True):
            weight = watch.blind if blind else 1 - watch.blind
            if weight <= 0:
                continue
            rates = watch.rates[blind]
            each = [1.0 if j == caught else
                    self._finding(rates, executed[j], len(inside))
                    for j in inside]
            for flags in product((False, True), repeat=len(inside)):
                p = weight
                for f, q in zip(flags, each):
                    p *= q if f else 1 - q
                if p > 0:
                    yield p, tuple(j for j, f in zip(inside, flags) if f)

    def _finding(self, rates, raced, parties):
        """The chance of a public alarm, or of enough accusers."""
        public, private = (1 - rates[v][0] if raced else rates[v][1]
                           for v in ("public", "private"))
        need, others = self.world.watch.accusers, parties - 1
        none = 1 - public
        if need:
            few = 0.0
            term = [1.0]  # chances of so many accusers
            for _ in range(others):
                term = [(term[k] if k < len(term) else 0.0) * (1 - private)
                        + (term[k - 1] * private if k else 0.0)
                        for k in range(len(term) + 1)]
            few = sum(term[:need])
            none *= min(1.0, few)
        return 1 - none

    def suffices(self, inside):
        if inside not in self.enough:
            self.enough[inside] = self.treaty.suffices(list(inside))
        return self.enough[inside]


class Graph:
    """Nodes by number, as they bear on agent `judged`."""

    def __init__(self, rules, judged, most=1500000):
        self.rules = rules
        self.judged = judged
        self.most = most
        self.index = {}
        self.keys = []
        self.slots = []
        self.kinds = []   # (inside, binds, complying moves) of each node
        self.found = []   # slot number by who is found
        self.noticed = {}
        others = [j for j in range(rules.count) if j != judged]
        self.groups = []
        for j in others:
            for group in self.groups:
                if rules.alike(group[0], j):
                    group.append(j)
                    break
            else:
                self.groups.append([j])
        self.groups = [g for g in self.groups if len(g) > 1]
        # Where strikes have no end and bear on their own party only, those
        # of others are not told apart.
        self.apart = bool(rules.forgives and not rules.changes
                          and not rules.shared)
        self.first = ((1.0, self.number(self._entry(0, None))),)

    def __len__(self):
        return len(self.keys)

    # ---- keys

    def number(self, key):
        at = self.index.get(key)
        if at is None:
            at = self.index[key] = len(self.keys)
            self.keys.append(key)
            self.slots.append(None)
            self.kinds.append(None)
            self.found.append(None)
            if at >= self.most:
                raise TooMany
        return at

    def _canonical(self, round, parties):
        """(round, parties) with nothing in them that makes no difference."""
        rules = self.rules
        parties = list(parties)
        for j, local in enumerate(parties):
            if len(local) == 1:
                joins = rules.treaty.joins[j]
                later = local == OUT and joins > round
                parties[j] = OUT if later else GONE
            elif j != self.judged:
                strikes, clean, notice, bond = local
                if self.apart:
                    strikes = clean = 0
                if not rules.shared:
                    bond = 1.0
                parties[j] = strikes, clean, notice, bond
        if OUT not in parties:
            round = rules.treaty.last_join
        for group in self.groups:
            mine = sorted(parties[j] for j in group)
            for j, local in zip(group, mine):
                parties[j] = local
        return round, tuple(parties)

    def _entry(self, round, wait):
        """The state after the clock has struck before entry."""
        rules, treaty = self.rules, self.rules.treaty
        round = min(round + 1, treaty.last_join)
        signed = treaty.signed(round)
        if wait is None and treaty.suffices(signed):
            wait = treaty.delay
        elif wait is not None:
            wait -= 1
        if wait != 0:
            return "open", round, wait
        parties = [(0, 0, -1, 1.0) if j in signed else OUT
                   for j in range(rules.count)]
        return self._live("force", round, rules.grace,
                          rules.duration["rounds"], 0, 0, parties)

    def _live(self, phase, round, grace, term, renewals, suspension, parties):
        round, parties = self._canonical(round, parties)
        return phase, round, grace, term, renewals, suspension, parties

    # ---- a node's slots

    def expand(self, at):
        """Work out the slots of a node; its successors get numbers."""
        key = self.keys[at]
        if key[0] == "ended":
            return self._fixed(at, key)
        if key[0] == "open":
            return self._fixed(at, self._entry(key[1], key[2]))
        parties = key[6]
        inside = tuple(j for j, p in enumerate(parties) if len(p) == 4)
        force = key[0] == "force"
        binds = force and key[2] == 0
        intended = tuple(not (force and len(p) == 4) for p in parties)
        self.kinds[at] = inside, binds, intended
        flow = self._flow(inside) if force else 0.0
        if not binds:
            ticked = [self.rules.tick(p) for p in parties]
            then = self._clock(key, ticked, key[5])
            self.slots[at] = ((flow, self._merged([(1.0, then)])),)
            self.found[at] = {(): 0}
            return None
        return self._bound(at, key, inside, flow)

    def _fixed(self, at, then):
        self.kinds[at] = (), False, (True,) * self.rules.count
        self.slots[at] = ((0.0, ((1.0, self.number(then)),)),)
        self.found[at] = {(): 0}

    def _bound(self, at, key, inside, flow):
        rules, i = self.rules, self.judged
        parties = key[6]
        pairs = [(rules.outcome(parties[j], False),
                  rules.outcome(parties[j], True)) for j in inside]
        slots, found = [], {}
        base = list(parties)
        for flags in product((False, True), repeat=len(inside)):
            who = tuple(j for j, f in zip(inside, flags) if f)
            out = [pair[f] for pair, f in zip(pairs, flags)]
            gets = flow
            for j, (taken, _) in zip(inside, out):
                if j == i:
                    gets -= taken
                elif rules.shared and i in inside and taken:
                    gets += taken / (len(inside) - 1)
            then = []
            for chosen in product(*(o[1] for o in out)):
                p, suspension, end = 1.0, 0, False
                for j, (q, local, suspend, ends) in zip(inside, chosen):
                    p *= q
                    base[j] = local
                    if suspend > suspension:
                        suspension = suspend
                    end = end or ends
                then.append((p, [(1.0, ENDED)] if end else
                             self._clock(key, base, suspension)))
            found[who] = len(slots)
            slots.append((gets, self._merged(then)))
        self.slots[at] = tuple(slots)
        self.found[at] = found

    def _merged(self, then):
        merged = {}
        for p, options in then:
            for q, key in options:
                to = self.number(key)
                merged[to] = merged.get(to, 0.0) + p * q
        return tuple((p, to) for to, p in merged.items() if p > 0)

    def _clock(self, key, parties, suspension):
        """[(chance, key)]; the notices of parties have run on."""
        rules, treaty, duration = (self.rules, self.rules.treaty,
                                   self.rules.duration)
        _, round, grace, term, renewals, _, _ = key
        parties = list(parties)
        round = min(round + 1, treaty.last_join)
        for j, local in enumerate(parties):
            if local == OUT and 0 < treaty.joins[j] <= round:
                parties[j] = (0, 0, -1, 1.0)
        inside = tuple(j for j, p in enumerate(parties) if len(p) == 4)
        if not inside or (duration["lapses"] and not rules.suffices(inside)):
            return [(1.0, ENDED)]
        grace = max(0, grace - 1)
        goes = 1.0
        if term:
            term -= 1
            if not term:
                left = renewals < duration["renewals"]
                goes = duration["renewal_chance"] if left else 0.0
                term = duration["renewal_rounds"] or duration["rounds"]
                renewals += 1
        out = [(1 - goes, ENDED)] if goes < 1 else []
        if goes > 0:
            phase = "suspended" if suspension else "force"
            out.append((goes, self._live(phase, round, grace, term, renewals,
                                         max(0, suspension - 1), parties)))
        return out

    def _flow(self, inside):
        """What the judged agent pays and gets whatever is found."""
        world, rules = self.rules.world, self.rules.world.resolved["treaty"]
        i = self.judged
        flow = -world.watch.cost if i in inside else -rules["tariff"]
        for payer, payee, amount in world.transfers:
            if payer in inside and payee in inside:
                flow += amount * ((payee == i) - (payer == i))
        if self.rules.shared and i in inside:
            others = self.rules.count - len(inside)
            flow += others * rules["tariff"] / len(inside)
        return flow

    # ---- what agents can do in a node

    def ways(self, at, k):
        """[(word, moves, caught)] of agent k in place of complying."""
        inside, binds, intended = self.kinds[at]
        other = intended[:k] + (not intended[k],) + intended[k + 1:]
        if self.keys[at][0] == "force" and k in inside:
            out = [("secret", other, None)]
            if binds:
                out += [("open", other, k), ("refuse", intended, k)]
            return out
        return [("hold", other, None)]

    def row(self, at, moves=None, caught=None):
        """(stage payoff of the judged agent, [(chance, slot)])"""
        inside, binds, intended = self.kinds[at]
        pay, found = self.rules.ways(inside, binds, moves or intended, caught)
        slots = self.found[at]
        return pay[self.judged], [(p, slots[f]) for f, p in found.items()]

    def notify(self, at, k):
        """The node after agent k has given notice; None if it may not."""
        key = self.keys[at]
        notice = self.rules.notice
        if notice is None or key[0] in ("ended", "open"):
            return None
        local = key[6][k]
        if len(local) == 1 or local[2] >= 0:
            return None
        parties = list(key[6])
        parties[k] = local[0], local[1], notice, local[3]
        return self.number(self._live(*key[:6], parties))
