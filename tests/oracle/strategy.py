"""Strategies of detente-files(5): states, mixed moves, conditions."""
import operator
import re
from fractions import Fraction

FLAGS = ("flagged", "raced", "party", "open", "in_force", "suspended", "ended")
QUANTITIES = ("alarms", "alarm_share", "others", "detection", "false_alarm",
              "fine", "bond", "notice", "continuation")
COMPARE = {"<": operator.lt, "<=": operator.le, "==": operator.eq,
           "!=": operator.ne, ">=": operator.ge, ">": operator.gt}
TERM = re.compile(r"^(?P<not>not\s+)?(?P<left>\w+)"
                  r"(\s*(?P<op><=|>=|==|!=|<|>)\s*(?P<right>\S+))?$")


def _condition(text):
    """A function of what is seen (a dict) that says whether text holds."""
    terms = []
    for part in re.split(r"\s+and\s+", text.strip()):
        match = TERM.match(part.strip())
        if not match:
            raise ValueError("condition not understood: " + part)
        wanted = match["not"] is None
        if match["op"] is None:
            assert match["left"] in FLAGS, part
            terms.append((match["left"], None, None, wanted))
            continue
        assert match["left"] in QUANTITIES, part
        right = match["right"]
        if right not in QUANTITIES:
            right = float(Fraction(right))
        terms.append((match["left"], COMPARE[match["op"]], right, wanted))

    def holds(seen):
        for left, compare, right, wanted in terms:
            if compare is None:
                true = bool(seen[left])
            else:
                other = seen[right] if isinstance(right, str) else right
                true = compare(seen[left], other)
            if true != wanted:
                return False
        return True

    return holds


class Strategy:
    """The automaton; its states are numbered in the order of the file."""

    def __init__(self, resolved):
        names = list(resolved["states"])
        self.names = names
        self.declares_pause = resolved["declares"] == "pause"
        self.race = []
        self.withdraws = []
        self.next = []
        for name in names:
            state = resolved["states"][name]
            self.race.append(_race(state["play"]))
            self.withdraws.append(bool(state["withdraw"]))
            self.next.append(_rules(state["next"], names))
        start = resolved["start"]
        if isinstance(start, str):
            start = [{"to": start}]
        self.start = _rules(start, names)

    def first(self, seen, coins):
        return _take(self.start, seen, coins)

    def move(self, state, coins):
        """True for RACE."""
        return coins.flip(self.race[state])

    def after(self, state, seen, coins):
        return _take(self.next[state], seen, coins)


def _race(play):
    if isinstance(play, dict):
        return float(Fraction(str(play["race"])))
    return 1.0 if play == "race" else 0.0


def _rules(rules, names):
    out = []
    for rule in rules:
        when = _condition(rule["when"]) if rule.get("when") else None
        to = rule["to"]
        if isinstance(to, str):
            to = {to: 1}
        chances = [0.0] * len(names)
        for name, chance in to.items():
            chances[names.index(name)] = float(Fraction(str(chance)))
        out.append((when, chances))
    return out


def _take(rules, seen, coins):
    for when, chances in rules:
        if when is None or when(seen):
            return coins.pick(chances)
    raise ValueError("no rule applies")
