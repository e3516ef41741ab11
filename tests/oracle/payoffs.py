"""Stage payoffs of detente-model(7): matrix, dsair, table, normal."""
import re
from fractions import Fraction


def stage(resolved, agents):
    """A function from the executed moves (True: RACE) to each one's payoff."""
    form = resolved["form"]
    if form == "table":
        return _table(resolved)
    if form == "normal":
        return _normal(resolved["nfg"], len(agents))
    if form == "dsair":
        common = dsair(**resolved["dsair"])
    else:
        common = _four(resolved["matrix"])
    roles = {name: _four(m) for name, m in resolved.get("roles", {}).items()}
    mine = [roles.get(a.get("role"), common) for a in agents]
    same = resolved["pairs"] == "same-kind"
    weights = []
    for i, one in enumerate(agents):
        row = []
        for j, other in enumerate(agents):
            meets = i != j and (not same or one["kind"] == other["kind"])
            row.append((other["weight"] if resolved["weighted"] else 1.0)
                       if meets else 0.0)
        weights.append(row)

    def pay(races):
        out = []
        for i, own in enumerate(races):
            total = sum(weights[i])
            got = sum(w * mine[i][own][races[j]]
                      for j, w in enumerate(weights[i]) if w)
            out.append(got / total if total else 0.0)
        return out

    return pay


def _four(m):
    """[own race][other's race]"""
    return ((m["reward"], m["sucker"]), (m["temptation"], m["punishment"]))


def dsair(benefit, cost, prize, rounds, speed, found_out, disaster):
    """The matrix of Han, Pereira, Santos and Lenaerts (2020)."""
    b, c, f, s, q = benefit, cost, found_out, speed, 1 - disaster
    share = prize / rounds
    reward = share / 2 + b / 2 - c
    sucker = (1 - f) * b / (s + 1) + f * b - c
    temptation = q * (s * share + (1 - f) * s * b / (s + 1))
    punishment = q * (s * share / 2 + (1 - f * f) * b / 2)
    return ((reward, sucker), (temptation, punishment))


def _table(resolved):
    rows = (resolved["pause"], resolved["race"])

    def pay(races):
        total = sum(races)
        return [rows[own][total - own] for own in races]

    return pay


def _normal(text, players):
    """A .nfg file with a list of payoffs; the first player moves fastest."""
    body = re.sub(r'"[^"]*"', " ", text)
    numbers = body[body.rindex("}") + 1:].split()
    values = [float(Fraction(n)) for n in numbers]
    assert len(values) == players << players

    def pay(races):
        at = sum(own << i for i, own in enumerate(races)) * players
        return values[at:at + players]

    return pay
