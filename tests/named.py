"""What a named query should say, worked out from tidy_rounds and plain Python.

    python3 named.py DB ASKED

compares answers of `detente query DB QUERY --format csv` with its own. ASKED
has a line for each: QUERY ANSWER.csv [PARAMETER=VALUE...]. It says which are
right, or where they first differ. Of other tables it takes only what rounds do
not tell: why a treaty ended (run.ending), what monitoring and transfers cost
(outcome), the configuration (experiment), the cells of sweeps, and what a class
has beside its moves.
"""
import collections
import csv
import math
import sys

import named_more
from named_rows import (breach, db, each, experiments, head, of_agents, over,
                        quantile, ratio, runs, seats, t_quantile)


def run_summary():
    for e, all_runs, n in each():
        rounds = sum(r.n for r in all_runs)
        shares = [r.paused / r.n / n for r in all_runs]
        yield head(e) + [
            len(all_runs), round(rounds / len(all_runs), 1),
            sum(r.paused for r in all_runs) / rounds / n, min(shares),
            max(shares), sum(r.all_paused for r in all_runs) / rounds,
            sum(r.payoff for r in all_runs) / rounds / n,
            round(sum(r.breaches for r in all_runs) / len(all_runs), 2),
            sum(r.in_force for r in all_runs) / rounds,
            sum(r.died for r in all_runs) / len(all_runs)]


def payoff_spread():
    for e, all_runs, s in of_agents():
        x = [sum(m["payoff"] for m in r.of(s["agent"])) for r in all_runs]
        n = [r.n for r in all_runs]
        mean, error, _ = ratio(list(zip(x, n)))
        own = [a / b for a, b in zip(x, n)]
        share = [sum(m["executed"] == "PAUSE" for m in r.of(s["agent"])) / r.n
                 for r in all_runs]
        own_mean, share_mean = sum(own) / len(own), sum(share) / len(own)
        xx = sum((a - own_mean) ** 2 for a in own)
        yy = sum((a - share_mean) ** 2 for a in share)
        xy = sum((a - own_mean) * (b - share_mean)
                 for a, b in zip(own, share))
        yield head(e) + [
            s["name"], s["strategy"], len(x), mean, error, quantile(own, .1),
            quantile(own, .5), quantile(own, .9), own_mean,
            math.sqrt(xx / (len(x) - 1)),
            xy / math.sqrt(xx * yy) if xx > 0 and yy > 1e-12 else None]


def false_alarms():
    for e, all_runs, s in of_agents():
        moves = [m for r in all_runs for m in r.of(s["agent"])]
        if not any(m["party"] and m["phase"] == "in force" for m in moves):
            continue
        bound = [m for m in moves if m["bound"]]
        found = [m for m in moves if m["finding"]]
        bad = [m for m in bound if breach(m)]
        clean = len(bound) - len(bad)
        wrong = sum(not breach(m) for m in found)
        missed = sum(not m["finding"] for m in bad)
        yield head(e) + [
            s["name"], clean, wrong, over(wrong, clean), len(bad), missed,
            over(missed, len(bad)), over(len(found) - wrong, len(found))]


def declared_against_true():
    for e, all_runs, s in of_agents():
        moves = [m for r in all_runs for m in r.of(s["agent"])
                 if m["party"] and m["phase"] == "in force"]
        if not moves:
            continue
        lies = sum(m["declared"] != m["executed"] for m in moves)
        said = [m for m in moves if m["declared"] == "PAUSE"]
        raced = sum(m["executed"] == "RACE" for m in said)
        yield head(e) + [
            s["name"], s["strategy"], len(moves), sum(map(breach, moves)),
            lies, lies / len(moves), len(said) or None,
            raced if said else None, over(raced, len(said))]


def breaches_detected():
    for e, all_runs, n in each():
        seen = [r for r in all_runs if r.entered]
        if not seen:
            continue
        total = sum(r.breaches for r in seen)
        first = [r.first_breach for r in seen if r.first_breach]
        yield head(e) + [
            len(seen), len(first), len(first) / len(seen), total,
            sum(r.right for r in seen),
            over(sum(r.right for r in seen), total),
            round(sum(first) / len(first), 2) if first else None]


def time_to_end():
    for e, all_runs, n in each():
        lives = [r for r in all_runs if r.entered]
        alive = 1.0
        for age in range(1, max((r.age for r in lives), default=0) + 1):
            risk = sum(r.age >= age for r in lives)
            ended = sum(r.died and r.age == age for r in lives)
            alive *= 1 - ended / risk
            if ended or risk == sum(r.age == age for r in lives) and \
                    age == max(r.age for r in lives):
                yield head(e) + [age, risk, ended, alive]


def worst_runs():
    for e, all_runs, n in each():
        ranked = sorted((r.paused / r.n / n, r.payoff / r.n / n, k)
                        for k, r in runs[e["experiment_id"]].items())
        for place, (share, payoff, k) in enumerate(ranked[:10]):
            r = runs[e["experiment_id"]][k]
            yield head(e) + [
                place + 1, k, r.n, share, r.all_paused / r.n, payoff,
                r.first_breach, r.breaches, r.wrong, r.ended, r.ending]


def who_pays():
    for e, all_runs, s in of_agents():
        moves = [m for r in all_runs for m in r.of(s["agent"])]
        kept = db.execute(
            "SELECT total(monitoring_total), total(transfers_total) FROM"
            " outcome WHERE experiment_id = ? AND agent = ?",
            (e["experiment_id"], s["agent"])).fetchone()
        payoff = sum(m["payoff"] for m in moves) / len(moves)
        fines, cost, moved = (
            x / len(moves) for x in (sum(m["fine"] for m in moves), *kept))
        yield head(e) + [s["name"], s["kind"], s["strategy"], payoff,
                         payoff + fines + cost - moved, fines, cost, moved]


def pairwise():
    for e, all_runs, n in each():
        own = [s for s in seats if s["experiment_id"] == e["experiment_id"]]
        for a in own:
            for b in own:
                if a is b:
                    continue
                joint = collections.Counter()
                after = collections.Counter()
                for r in all_runs:
                    x, y = r.of(a["agent"]), r.of(b["agent"])
                    for k in range(r.n):
                        joint[x[k]["executed"], y[k]["executed"]] += 1
                        if k:
                            after[y[k - 1]["executed"], x[k]["executed"]] += 1
                yield head(e) + [a["name"], b["name"],
                                 sum(joint.values())] + [
                    joint[p, q] for p in ("PAUSE", "RACE")
                    for q in ("PAUSE", "RACE")] + [
                    over(after[p, "PAUSE"],
                         after[p, "PAUSE"] + after[p, "RACE"])
                    for p in ("PAUSE", "RACE")]


def payoff_by_strategy():
    groups = collections.defaultdict(list)
    for e, all_runs, s in of_agents():
        key = e["scenario"], e["payoffs"], e["treaty"]
        moves = [m for r in all_runs for m in r.of(s["agent"])]
        groups[key].append((s["strategy"], len(all_runs), moves))
    for key in sorted(groups):
        field = [m for _, _, moves in groups[key] for m in moves]
        mean = sum(m["payoff"] for m in field) / len(field)
        lines = []
        for strategy in {g[0] for g in groups[key]}:
            mine = [g for g in groups[key] if g[0] == strategy]
            moves = [m for _, _, ms in mine for m in ms]
            own = sum(m["payoff"] for m in moves) / len(moves)
            lines.append((-own, strategy, len(mine), sum(g[1] for g in mine),
                          own - mean, sum(m["executed"] == "PAUSE"
                                          for m in moves) / len(moves)))
        for own, strategy, agents, played, ahead, share in sorted(lines):
            yield [*key, strategy, agents, played, -own, ahead, share]


def settings(config):
    """The lines of a configuration without those of its treaty."""
    kept, inside = [], False
    for line in config.split("\n"):
        if line[:1] not in (" ", "-"):
            inside = line == "treaty:"
        if not inside:
            kept.append(line)
    return "\n".join(kept)


def bears(pairs, effective):
    return effective >= len(pairs) - 1e-6 or effective >= 30


def treaty_effect():
    kinds = collections.defaultdict(list)
    for e in experiments:
        if e["experiment_id"] in runs:
            kinds[e["config"]].append(e)
    n = {e["experiment_id"]: n for e, _, n in each()}
    figures = {
        "all_paused_share": lambda r, k: (r.all_paused, r.n),
        "pause_share": lambda r, k: (r.paused, r.n * k),
        "payoff_per_round": lambda r, k: (r.payoff, r.n * k),
    }

    def pairs(config, measure):
        return [figures[measure](r, n[e["experiment_id"]])
                for e in kinds[config]
                for r in runs[e["experiment_id"]].values()]

    lines = []
    for config, same in kinds.items():
        first = same[0]
        for measure in figures:
            own = pairs(config, measure)
            mean, error, effective = ratio(own)
            half = error * t_quantile(effective - 1) if bears(
                own, effective) else None
            row = [first["experiment_id"], first["scenario"], first["treaty"],
                   measure, len(same), len(own), round(effective, 1), mean,
                   None if half is None else mean - half,
                   None if half is None else mean + half]
            none = [c for c in kinds if kinds[c][0]["treaty"] == "none" and
                    settings(c) == settings(config)]
            if first["treaty"] == "none" or not none:
                row += [None] * 5
            else:
                other = pairs(none[0], measure)
                mean0, error0, effective0 = ratio(other)
                square, square0 = error ** 2, error0 ** 2
                half = None
                if bears(own, effective) and bears(other, effective0):
                    freedom = (square + square0) ** 2 / (
                        square ** 2 / (effective - 1) +
                        square0 ** 2 / (effective0 - 1))
                    half = math.sqrt(square + square0) * t_quantile(freedom)
                row += [len(other), mean0, mean - mean0] + (
                    [None, None] if half is None else
                    [mean - mean0 - half, mean - mean0 + half])
            lines.append(((first["scenario"], first["payoffs"], measure,
                           first["treaty"] != "none", first["treaty"],
                           first["experiment_id"]), row))
    for _, row in sorted(lines):
        yield row


def sweep_best_reply():
    for sweep in db.execute("SELECT * FROM sweep ORDER BY 1").fetchall():
        i = sweep["sweep_id"]
        axes = db.execute("SELECT * FROM sweep_axis WHERE sweep_id = ?"
                          " ORDER BY axis", (i,)).fetchall()
        place = collections.defaultdict(dict)
        value = {}
        for c in db.execute("SELECT * FROM cell_axis JOIN sweep_level USING"
                            " (sweep_id, axis, level) WHERE sweep_id = ?",
                            (i,)):
            place[c["cell"]][c["axis"]] = c["level"]
            value[c["axis"], c["level"]] = c["value"]
        paid = {(o["cell"], o["name"]): o for o in db.execute(
            "SELECT * FROM cell_outcome WHERE sweep_id = ?", (i,))}
        for axis in axes:
            words = axis["key"].split(".")
            if len(words) != 3 or (words[0], words[2]) != (
                    "agents", "strategy"):
                continue
            groups = collections.defaultdict(list)
            for cell, at in place.items():
                rest = tuple(at[a["axis"]] for a in axes if a is not axis)
                o = paid[cell, words[1]]
                groups[rest].append((
                    -o["payoff_per_round"],
                    value[axis["axis"], at[axis["axis"]]],
                    o["payoff_per_round_se"]))
            for rest in sorted(groups):
                best, other = sorted(groups[rest])[:2]
                others = [a for a in axes if a is not axis]
                yield [sweep["name"], words[1], ", ".join(
                    "%s=%s" % (a["name"], value[a["axis"], k])
                    for a, k in zip(others, rest)), best[1], -best[0],
                    other[1], other[0] - best[0],
                    math.hypot(best[2], other[2])]


def same(got, want, column, name):
    if want is None:
        return got == ""
    if isinstance(want, str):
        return got == want
    if got == "":
        return False
    # four digits; t by the expansion of treaty_effect is right to three
    loose = column.endswith("95") and name == "treaty-effect"
    slack = 1e-3 * abs(want) + 2e-3 if loose else 5.1e-5
    return abs(float(got) - want) <= slack


def differs(name, answer, parameters):
    """In what the answer is not what it should be; None: in nothing."""
    named_more.given.clear()
    named_more.given.update(a.split("=", 1) for a in parameters)
    word = name.replace("-", "_")
    want = list((getattr(named_more, word, None) or globals()[word])())
    with open(answer) as file:
        got = list(csv.reader(file))
    columns = got.pop(0)
    if len(got) != len(want) or not want:
        return "%d rows, not %d" % (len(got), len(want))
    for k, (a, b) in enumerate(zip(got, want)):
        if len(a) != len(b):
            return "%d columns, not %d" % (len(a), len(b))
        for column, x, y in zip(columns, a, b):
            if not same(x, y, column, name):
                return "row %d: %s is %s, not %s" % (k + 1, column, x, y)


def main():
    for line in open(sys.argv[2]):
        name, answer, *parameters = line.split()
        print(" ".join([name, *parameters]) + ":",
              differs(name, answer, parameters) or "right")


main()
