"""More named queries, worked out from the rows; see named.py. Intervals and tests
are of clusters: matching groups of a class, else runs.
"""
import collections
import itertools
import math

from named_rows import (breach, db, each, experiments, head, of_agents, over,
                        quantile, ratio, runs, seats, t_quantile)

given = {}                      # parameters of the query
group_of = {(k["experiment_id"], k["run"]): k["matching_group"]
            for k in db.execute("SELECT * FROM class_run")}
settings = collections.defaultdict(dict)
for s in db.execute("SELECT * FROM setting"):
    settings[s["experiment_id"]][s["key"]] = s["value"]
outcomes = {(o["experiment_id"], o["run"], o["agent"]): o
            for o in db.execute("SELECT * FROM outcome")}


def clusters(e, values):
    """Pairs (x, n) of runs, summed by cluster; values(run) gives one or None."""
    sums = collections.defaultdict(lambda: [0, 0])
    for k, r in runs[e["experiment_id"]].items():
        pair = values(r)
        if pair is not None:
            own = sums[group_of.get((e["experiment_id"], k), k)]
            own[0] += pair[0]
            own[1] += pair[1]
    return [tuple(p) for p in sums.values()]


def bears(effective, n):
    """Enough clusters, or the mean of their lengths known to a tenth."""
    return effective >= 30 or n / effective - 1 <= .01 * n


def interval(pairs):
    """Mean and both ends, as ratio(), ratio_low() and ratio_high() say it."""
    pairs = [p for p in pairs if p[1] > 0]
    if not pairs:
        return [None, None, None]
    mean, error, effective = ratio(pairs)
    if error is None or not bears(effective, len(pairs)):
        return [mean, None, None]
    half = error * t_quantile(effective - 1)
    return [mean, mean - half, mean + half]


def share(pairs):
    """The same of a share, which is in 0 to 1 whatever else is unknown."""
    mean, low, high = interval(pairs)
    return [mean, low and max(0, low), high and min(1, high)]


def wilson(k, n):
    z = 1.959963984540054
    p = k / n
    half = z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return [(p + z * z / 2 / n - half) / (1 + z * z / n) if k > 0 else 0.0,
            (p + z * z / 2 / n + half) / (1 + z * z / n) if k < n else 1.0]


def by_number(text):
    try:
        return float(text), text
    except ValueError:
        return 0.0, text


def pause_by_setting():
    key = given.get("key", "noise.slip")
    groups = collections.defaultdict(list)
    for e, all_runs, n in each():
        if key in settings[e["experiment_id"]]:
            groups[e["scenario"], e["treaty"],
                   settings[e["experiment_id"]][key]].append((e, n))
    for scenario, treaty, value in sorted(
            groups, key=lambda g: (g[0], g[1], by_number(g[2]))):
        pairs = [p for e, n in groups[scenario, treaty, value]
                 for p in clusters(e, lambda r: (r.paused, r.n * n))]
        yield [scenario, treaty, value, len(groups[scenario, treaty, value]),
               len(pairs)] + share(pairs)


def pause_by_round():
    for e, all_runs, n in each():
        for k in range(1, max(r.n for r in all_runs) + 1):
            there = [list(r.rounds[k].values()) for r in all_runs if r.n >= k]
            paused = sum(m["executed"] == "PAUSE" for r in there for m in r)
            yield head(e) + [
                k, len(there), paused / n / len(there)] + wilson(
                    paused / n, len(there)) + [
                sum(all(m["executed"] == "PAUSE" for m in r)
                    for r in there) / len(there),
                sum(r[0]["phase"] == "in force" for r in there) / len(there)]


def pause_by_block():
    blocks = {(k["experiment_id"], k["run"]): k["block"]
              for k in db.execute("SELECT * FROM class_run")}
    groups = collections.defaultdict(lambda: collections.defaultdict(
        lambda: [0, 0, 0]))
    for e, all_runs, n in each():
        for k, r in runs[e["experiment_id"]].items():
            at = e["experiment_id"], k
            if at in blocks:
                own = groups[blocks[at], e["scenario"], e["treaty"]][
                    e["experiment_id"], group_of[at]]
                own[0] += r.paused
                own[1] += r.n * n
                own[2] += 1
    for key in sorted(groups):
        own = list(groups[key].values())
        yield [*key, sum(o[2] for o in own), len(own)] + share(
            [(o[0], o[1]) for o in own])


def measured(r, n):
    return {"all_paused_share": (r.all_paused * n, r.n * n),
            "payoff_per_round": (r.payoff, r.n * n),
            "pause_share": (r.paused, r.n * n)}[
                given.get("measure", "pause_share")]


def without(e, *keys):
    """The settings but for those, or those below them."""
    return tuple(sorted(
        (k, v) for k, v in settings[e["experiment_id"]].items()
        if not any(k == key or key.endswith(".") and k.startswith(key)
                   for key in keys)))


def rank_sum(x, y):
    """U of x, and the share of all choices whose rank sum is as far off."""
    both = x + y
    ranks = [sum(b < a for b in both) + (sum(b == a for b in both) + 1) / 2
             for a in both]
    u = sum((a > b) + (a == b) / 2 for a in x for b in y)
    off = abs(u - len(x) * len(y) / 2)
    if math.comb(len(both), len(x)) > 300000:
        return u, None
    far = all_ways = 0
    for chosen in itertools.combinations(ranks, len(x)):
        all_ways += 1
        far += abs(sum(chosen) - len(x) * (len(both) + 1) / 2) >= off - 1e-9
    return u, far / all_ways


def treaty_test():
    groups = collections.defaultdict(list)
    for e, all_runs, n in each():
        groups[without(e, "treaty", "treaty."), e["scenario"],
               e["treaty"]] += [
            x / m for x, m in clusters(e, lambda r: measured(r, n))]
    lines = []
    for (rest, scenario, treaty), x in groups.items():
        y = groups.get((rest, scenario, "none"))
        if treaty == "none" or not y:
            continue
        u, p = rank_sum(x, y)
        lines.append([scenario, treaty, given.get("measure", "pause_share"),
                      len(x), len(y), quantile(x, .5), quantile(y, .5),
                      u / len(x) / len(y), p])
    yield from sorted(lines, key=lambda a: (a[0], a[1], a[3]))


def welch(own, other):
    """Difference of two ratios and its interval."""
    (a, s, n), (b, t, m) = ratio(own), ratio(other)
    if s is None or t is None or s * s + t * t == 0 or any(
            not bears(e, len(p)) for e, p in ((n, own), (m, other))):
        return [a - b, None, None]
    freedom = (s * s + t * t) ** 2 / (s ** 4 / (n - 1) + t ** 4 / (m - 1))
    half = math.hypot(s, t) * t_quantile(freedom)
    return [a - b, a - b - half, a - b + half]


def setting_effect():
    key = given.get("key", "noise.slip")
    groups = collections.defaultdict(lambda: collections.defaultdict(list))
    for e, all_runs, n in each():
        if key in settings[e["experiment_id"]]:
            groups[e["scenario"], e["treaty"], without(e, key)][
                settings[e["experiment_id"]][key]] += clusters(
                    e, lambda r: measured(r, n))
    # in the order of the first experiment of each
    for scenario, treaty, rest in sorted(groups, key=lambda g: g[:2]):
        values = groups[scenario, treaty, rest]
        if len(values) < 2:
            continue
        least = min(values, key=by_number)
        for value in sorted(values, key=by_number):
            own = values[value]
            yield [scenario, treaty, given.get("measure", "pause_share"),
                   value, least, len(own), ratio(own)[0]] + (
                [None] * 3 if value == least else
                welch(own, values[least]))


def first_breach():
    for e, all_runs, s in of_agents():
        breached = [r for r in all_runs if r.first_breach]
        if not breached:
            continue
        first = [r.first_breach for r in breached
                 if breach(r.rounds[r.first_breach][s["agent"]])]
        yield head(e) + [s["name"], s["strategy"], len(breached), len(first),
                         len(first) / len(breached)] + wilson(
            len(first), len(breached)) + [
            round(sum(first) / len(first), 2) if first else None,
            quantile(first, .5) if first else None,
            min(first) if first else None]


def signals_wrong():
    for e, all_runs, s in of_agents():
        row = head(e) + [s["name"]]
        for move, wrong in (("RACE", 0), ("PAUSE", 1)):
            def count(r):
                own = [m for m in r.of(s["agent"]) if m["executed"] == move]
                return sum(m["alarm"] == wrong for m in own), len(own)
            pairs = clusters(e, count)
            row += [sum(n for _, n in pairs), sum(x for x, _ in pairs)]
            row += share(pairs)
        yield row


def alarms_right():
    for e, all_runs, s in of_agents():
        def count(r):
            found = [m for m in r.of(s["agent"]) if m["finding"]]
            return sum(map(bool, map(breach, found))), len(found)
        pairs = clusters(e, count)
        good, n = sum(x for x, _ in pairs), sum(n for _, n in pairs)
        if n:
            yield head(e) + [s["name"], n, good, n - good] + share(pairs)


def innocents_punished():
    for e, all_runs, n in each():
        agents = [s["agent"] for s in seats
                  if s["experiment_id"] == e["experiment_id"]]
        fines = []

        def count(r):
            own = [r.of(a) for a in agents]
            own = [m for m in own if any(x["bound"] for x in m) and
                   not any(map(breach, m))]
            hit = [m for m in own if any(x["finding"] for x in m)]
            fines.extend(sum(x["fine"] for x in m) for m in hit)
            return (len(hit), len(own)) if own else None
        pairs = clusters(e, count)
        if pairs:
            punished = sum(x for x, _ in pairs)
            yield head(e) + [sum(n for _, n in pairs), punished] + share(
                pairs) + [over(sum(fines), punished)]


def punishment_cost():
    for e, all_runs, n in each():
        if not any(r.entered for r in all_runs):
            continue
        moves = [m for r in all_runs for m in r.moves]
        fines = sum(m["fine"] for m in moves)

        def pays(phase):
            own = [m["payoff"] for m in moves if m["phase"] == phase]
            return over(sum(own), len(own))
        yield head(e) + [len(all_runs)] + interval(clusters(
            e, lambda r: (sum(m["fine"] for m in r.moves), r.n * n))) + [
            over(sum(m["fine"] for m in moves
                     if m["executed"] == "PAUSE"), fines),
            sum(r.age - r.in_force for r in all_runs) /
            sum(r.n for r in all_runs), pays("in force"), pays("suspended"),
            round(sum(r.n - r.ended for r in all_runs
                      if r.ending == "response") / len(all_runs), 2)]


def reciprocity():
    for e, all_runs, n in each():
        own = [s for s in seats if s["experiment_id"] == e["experiment_id"]]
        for a, b in itertools.permutations(own, 2):
            def after(r, move):
                x, y = r.of(a["agent"]), r.of(b["agent"])
                mine = [x[k + 1]["executed"] == "PAUSE"
                        for k in range(r.n - 1) if y[k]["executed"] == move]
                return sum(mine), len(mine)
            one = clusters(e, lambda r: after(r, "PAUSE"))
            two = clusters(e, lambda r: after(r, "RACE"))
            p, q = interval(one), interval(two)
            n, m = sum(k for _, k in one), sum(k for _, k in two)
            line = head(e) + [a["name"], b["name"], len(one), n, p[0], m] + q
            if p[0] is None or q[0] is None:
                yield line + [None] * 3
                continue
            diff = p[0] - q[0]
            if p[1] is None or q[1] is None:
                yield line + [diff, None, None]
                continue
            off = [(x - p[0] * i) / n - (y - q[0] * j) / m
                   for (x, i), (y, j) in zip(one, two)]
            k = len(off)
            half = math.sqrt(sum(d * d for d in off) * k / (k - 1)) * \
                t_quantile(k - 1)
            yield line + [diff, diff - half, diff + half]


def end_effect():
    last = int(given.get("last", 5))
    for e, all_runs, n in each():
        def count(r, low, high):
            if r.n < 2 * last:
                return None
            return sum(m["executed"] == "PAUSE" for k, row in r.rounds.items()
                       if low < k - r.n + 2 * last <= high
                       for m in row.values()), last * n
        before = clusters(e, lambda r: count(r, 0, last))
        ends = clusters(e, lambda r: count(r, last, 2 * last))
        if before:
            yield head(e) + [
                sum(r.n >= 2 * last for r in all_runs), len(before),
                ratio(before)[0], ratio(ends)[0]] + interval(
                [(y - x, n) for (x, n), (y, _) in zip(before, ends)])


def verification_cost():
    shares = {}
    for e, all_runs, n in each():
        shares.setdefault((without(e, "treaty", "treaty."), e["treaty"]),
                          []).extend((r.paused, r.n * n) for r in all_runs)
    for e, all_runs, n in each():
        if e["treaty"] == "none":
            continue
        i = e["experiment_id"]
        cost = {k: sum(o["monitoring_total"] for (x, run, _), o in
                       outcomes.items() if (x, run) == (i, k))
                for k in runs[i]}
        where = {id(r): k for k, r in runs[i].items()}
        moves = sum(r.n * n for r in all_runs)
        share = sum(r.paused for r in all_runs) / moves
        none = shares.get((without(e, "treaty", "treaty."), "none"))
        gained = share - ratio(none)[0] if none else None
        yield head(e) + [sum(cost.values()) / moves, share] + interval(
            clusters(e, lambda r: (cost[where[id(r)]], r.paused))) + [
            gained, sum(cost.values()) / moves / gained
            if gained is not None and gained > 0 else None]


def who_gains():
    sides = collections.defaultdict(list)
    for e, all_runs, s in of_agents():
        sides[without(e, "treaty", "treaty."), e["treaty"],
              s["agent"]] += clusters(e, lambda r: (
                  sum(m["payoff"] for m in r.of(s["agent"])), r.n))
    for e, all_runs, s in of_agents():
        none = sides.get((without(e, "treaty", "treaty."), "none",
                          s["agent"]))
        if e["treaty"] == "none" or not none:
            continue
        own = clusters(e, lambda r: (
            sum(m["payoff"] for m in r.of(s["agent"])), r.n))
        rounds = sum(r.n for r in all_runs)
        paid = sum(o["fines_total"] + o["monitoring_total"] -
                   o["transfers_total"] for (i, _, a), o in outcomes.items()
                   if (i, a) == (e["experiment_id"], s["agent"]))
        gain, low, high = welch(own, none)
        yield head(e) + [
            s["name"], s["strategy"], paid / rounds, ratio(own)[0],
            ratio(none)[0], gain, low, high,
            "stay" if low is not None and low > 0 else
            "leave" if high is not None and high < 0 else "not clear"]


def kaplan(lives):
    """Of (time, whether it ended then): time, at risk, ended, surviving, both
    ends of its band, and the median."""
    alive, variance, lines = 1.0, 0.0, []
    last = max((time for time, _ in lives), default=0)
    for time in sorted({time for time, _ in lives}):
        risk = sum(t >= time for t, _ in lives)
        ended = sum(died and t == time for t, died in lives)
        alive *= 1 - ended / risk
        if risk > ended:
            variance += ended / risk / (risk - ended)
        ends = [None, None]
        if 0 < alive < 1:
            # log(-log S) -+ z times its error (Greenwood)
            middle = math.log(-math.log(alive))
            half = 1.959963984540054 * math.sqrt(variance) / abs(
                math.log(alive))
            ends = [math.exp(-math.exp(middle + half)),
                    math.exp(-math.exp(middle - half))]
        if ended or time == last:
            lines.append([time, risk, ended, alive, *ends])
    median = min((a[0] for a in lines if a[3] <= .5 + 1e-12), default=None)
    return [line + [median] for line in lines]


def race_survival():
    for e, all_runs, n in each():
        rows = db.execute("SELECT c.*, r.rounds FROM race_run AS c JOIN run"
                          " AS r USING (experiment_id, run) WHERE"
                          " c.experiment_id = ?",
                          (e["experiment_id"],)).fetchall()
        for event in ("disaster", "monopoly", "runaway"):
            lives = [(r[event + "_round"] or r["rounds"],
                      r[event + "_round"] is not None) for r in rows]
            for line in kaplan(lives):
                yield head(e) + [event] + line


def lead_in_time():
    for e, all_runs, s in of_agents():
        behind = collections.defaultdict(list)
        for r in db.execute("SELECT * FROM race_lab WHERE experiment_id = ?"
                            " AND agent = ?",
                            (e["experiment_id"], s["agent"])):
            behind[r["round"]].append(r["behind_years"])
        for round, years in sorted(behind.items()):
            known = [y for y in years if y is not None]
            yield head(e) + [
                s["name"], round, len(years),
                sum(known) / len(known) if known else None,
                len(known) / len(years)]


def treaty_survival():
    groups = collections.defaultdict(list)
    for e, all_runs, n in each():
        if given.get("scenario", e["scenario"]) == e["scenario"]:
            groups[e["scenario"], e["treaty"]] += [
                r for r in all_runs if r.entered]
    for key in sorted(groups):
        for line in kaplan([(r.age, r.died) for r in groups[key]]):
            yield [*key] + line


def matrix_games():
    """Experiments of two with a matrix; entry(seat, mine, its) of it."""
    for e, all_runs, n in each():
        said = settings[e["experiment_id"]]
        if n != 2 or said.get("payoffs.form") != "matrix" or \
                said.get("payoffs.pairs", "all") != "all" or \
                said.get("payoffs.weighted", "no") != "no":
            continue

        def entry(s, mine, its, said=said):
            word = (("reward", "sucker"), ("temptation", "punishment"))[
                mine][its]
            role = said.get("agents.%s.role" % s["name"])
            return float(said.get("payoffs.roles.%s.%s" % (role, word),
                                  said["payoffs.matrix." + word]))
        yield e, [s for s in seats
                  if s["experiment_id"] == e["experiment_id"]], entry


def payoff_against_equilibrium():
    for e, own, entry in matrix_games():
        stable = [(p, q) for p in (0, 1) for q in (0, 1)
                  if entry(own[0], p, q) >= entry(own[0], 1 - p, q) and
                  entry(own[1], q, p) >= entry(own[1], 1 - q, p)]
        for k, s in enumerate(own):
            pays = [entry(s, *(pq if k == 0 else pq[::-1])) for pq in stable]
            worst = min(pays, default=None)
            mean, low, high = interval(clusters(e, lambda r: (
                sum(m["payoff"] for m in r.of(s["agent"])), r.n)))
            yield head(e) + [s["name"], mean, worst, max(pays, default=None),
                             entry(s, 0, 0)] + [
                None if x is None or worst is None else x - worst
                for x in (mean, low, high)]


def tit_for_tat_instead():
    for e, own, entry in matrix_games():
        for s, o in (own, own[::-1]):
            def pays(r, instead):
                mine, its = ([m["executed"] == "RACE" for m in r.of(a["agent"])]
                             for a in (s, o))
                if instead:
                    mine = [False] + its[:-1]
                return sum(map(lambda p, q: entry(s, p, q), mine, its)), r.n
            one = clusters(e, lambda r: pays(r, False))
            two = clusters(e, lambda r: pays(r, True))
            yield head(e) + [s["name"], s["strategy"], len(one), ratio(one)[0],
                             ratio(two)[0]] + interval(
                [(y - x, n) for (x, n), (y, _) in zip(one, two)])


# ---- a class ----

def rows_of(table):
    return [dict(r) for r in db.execute("SELECT * FROM " + table)]


def class_moves():
    """Each choice with its move, its block, and whether it is left out."""
    blocks = {(k["experiment_id"], k["run"]): k["block"]
              for k in rows_of("class_run")}
    people = {(p["experiment_id"], p["participant"]): p
              for p in rows_of("participant")}
    by_id = {e["experiment_id"]: e for e in experiments}
    for c in rows_of("choice"):
        at = c["experiment_id"], c["run"]
        person = people.get((c["experiment_id"], c["participant"]))
        yield dict(c, move=runs[at[0]][at[1]].rounds[c["round"]][c["agent"]],
                   block=blocks[at], group=group_of[at],
                   head=head(by_id[at[0]]), out=bool(
                       c["excluded_why"] or
                       person and person["excluded_why"]))


def grouped(items, *keys):
    groups = collections.defaultdict(list)
    for c in items:
        groups[tuple(c[k] for k in keys)].append(c)
    return sorted(groups.items())


def move_sources():
    for (i, block), moves in grouped(class_moves(), "experiment_id", "block"):
        for (source,), own in grouped(moves, "source"):
            yield own[0]["head"] + [
                block, source, len(own), len(own) / len(moves),
                sum(not c["connected"] for c in own)]


def without_exclusions():
    for (i,), moves in grouped(class_moves(), "experiment_id"):
        def pairs(own):
            return [(sum(c["move"]["executed"] == "PAUSE" for c in g), len(g))
                    for _, g in grouped(own, "group")]
        kept = [c for c in moves if not c["out"]]
        yield moves[0]["head"] + [
            len(pairs(moves)), len(moves), len(moves) - len(kept)] + share(
            pairs(moves)) + share(pairs(kept))


def dropouts():
    by_id = {e["experiment_id"]: e for e in experiments}
    for (i,), people in grouped(rows_of("participant"), "experiment_id"):
        gone = [p["participant"] for p in people if p["left_at"]]
        yield head(by_id[i]) + [
            len(people), len(gone), len(gone) / len(people)] + wilson(
            len(gone), len(people)) + [
            sum(bool(p["excluded_why"]) for p in people),
            " ".join(sorted(gone)) or None]


def decision_time():
    timed = [dict(c, did=c["move"]["intended"]) for c in class_moves()
             if c["source"] in ("human", "paper") and
             c["decided_ms"] is not None]
    for (i, move), own in grouped(timed, "experiment_id", "did"):
        ms = [c["decided_ms"] for c in own]
        yield own[0]["head"] + [move, len(own)] + [
            None if x is None else round(x, 1) for x in interval(
                [(sum(c["decided_ms"] for c in g), len(g))
                 for _, g in grouped(own, "group")])] + [
            quantile(ms, .5), quantile(ms, .1), quantile(ms, .9)]


def pearson(x, y):
    a, b = sum(x) / len(x), sum(y) / len(y)
    square = sum((p - a) ** 2 for p in x) * sum((q - b) ** 2 for q in y)
    return sum((p - a) * (q - b) for p, q in zip(x, y)) / math.sqrt(
        square) if square > 0 else None


def quiz_and_play():
    score = {key: sum(a["correct"] for a in own) / len(own)
             for key, own in grouped(
                 (a for a in rows_of("quiz_answer") if a["attempt"] == 1),
                 "experiment_id", "participant")}
    for (i,), moves in grouped(class_moves(), "experiment_id"):
        people = [
            (score[i, who], sum(c["move"]["intended"] == "PAUSE"
                                for c in own) / len(own), group)
            for (group, who), own in grouped(
                (c for c in moves if c["source"] in ("human", "paper")),
                "group", "participant") if (i, who) in score]
        if not people:
            continue
        teams = collections.defaultdict(list)
        for p in people:
            teams[p[2]].append(p)
        means = [(sum(p[0] for p in t) / len(t), sum(p[1] for p in t) / len(t))
                 for t in teams.values()]
        middle = quantile([m[0] for m in means], .5)
        high = [m[1] for m in means if m[0] > middle]
        low = [m[1] for m in means if m[0] <= middle]
        yield moves[0]["head"] + [
            len(people), pearson([p[0] for p in people],
                                 [p[1] for p in people]),
            len(teams), sum(high) / len(high), sum(low) / len(low),
            rank_sum(high, low)[1]]


def pins():
    """The first line of what was answered, and who took it back, if anybody."""
    cells = collections.defaultdict(dict)
    for c in db.execute("SELECT * FROM solution_cell WHERE row = 1"):
        cells[c["solution_id"], c["table_name"]][c["column_name"]] = \
            c["number"] if c["kind"] in ("number", "whole") else \
            c["text"] or None
    solutions = list(db.execute("SELECT * FROM solution ORDER BY solution_id"))
    by_key = {s["solution_key"]: s for s in solutions}
    back = {}
    for s in solutions:
        if s["question"] == "withdrawn":
            w = cells[s["solution_id"], "withdrawn"]
            back[w["pin"]] = [w["withdrawn_by"], s["started_at"]]
    for s in solutions:
        if s["question"] != "pin":
            continue
        p = cells[s["solution_id"], "pin"]
        a = by_key[p["answer"]]
        v = cells[a["solution_id"], "verdict"]
        yield [p["name"], p.get("note") or "", p["scenario"], p.get("treaty"),
               p.get("settings"), v["holds"], v["slack"],
               v.get("standard_error"), v["binding_party"],
               a["says"].split("\n")[0], p["pinned_by"], s["started_at"],
               *back.get(s["solution_key"], [None, None]), s["version"],
               s["command"], s["solution_key"],
               p.get("text") if given.get("with_text") == "yes" else None]
