#!/usr/bin/env python3
"""Every figure of a report, worked out again from the raw rows.

    report_figures.py DB PAGE FOLDER [RUN_JSON]

The page's tables are read as a browser would read them: what is text stays
text. Each number is compared with the CSV that --plot-data wrote (FOLDER),
with the file's own views, with `run --format json` (RUN_JSON, of the first
experiment), and with what this file works out from the rows by itself: ratio
estimators (Cochran 1977), Student's t by its expansion (Abramowitz and Stegun
26.7.5), survival by Kaplan and Meier with Greenwood's variance on log(-log).
Prints "N figures", or fails.
"""
import csv
import html.parser
import json
import math
import os
import sqlite3
import sys

figures = 0


def same(mine, theirs, what, within=1e-9):
    global figures
    figures += 1
    if mine is None or theirs is None:
        assert mine is None and theirs is None, (what, mine, theirs)
    elif isinstance(mine, str) or isinstance(theirs, str):
        assert str(mine) == str(theirs), (what, mine, theirs)
    else:
        assert abs(mine - theirs) <= within * max(1, abs(mine)), (
            what, mine, theirs)


class Page(html.parser.HTMLParser):
    """Its tables by id: rows of cells, numbers with every digit."""

    ALLOWED = set("html head meta title style body main h1 h2 h3 p nav ul li a"
                  " section figure div details summary table caption thead"
                  " tbody tr th td small data pre svg desc defs pattern rect"
                  " path text g circle polygon".split())

    def __init__(self, text):
        super().__init__()
        self.tables, self.rows, self.cell, self.value = {}, None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        assert tag in self.ALLOWED, tag
        at = dict(attrs)
        assert not any(name.startswith("on") for name in at), at
        assert at.get("href", "#").startswith("#") and "src" not in at, at
        if tag == "table":
            self.rows = self.tables.setdefault(at["id"], [])
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell, self.value = "", None
            assert tag == "td" or at.get("scope") in ("row", "col"), at
        elif tag == "data":
            self.value = float(at["value"])

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            value = self.cell if self.value is None else self.value
            self.rows[-1].append(value)
            self.cell = None
        elif tag == "table":
            self.rows = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def read_csv(folder, name):
    with open(os.path.join(folder, name + ".csv"), newline="",
              encoding="utf-8") as f:
        return list(csv.DictReader(f))


def number(text):
    return None if text in ("", "-") else float(text)


def page_is_files(page, folder):
    """What a page shows of a table is what the files have of it."""
    for name, rows in page.tables.items():
        if len(rows) < 2:
            continue
        for shown, kept in zip(rows[1:], read_csv(folder, name)):
            for cell, word in zip(shown, kept.values()):
                if isinstance(cell, float):
                    same(cell, float(word), name, 0)
                elif cell == "-" and word == "":
                    continue
                elif word[:1] == "'" and word[1:2] in "=+-@":
                    same(cell, word[1:], name)
                elif "\\u" not in cell:
                    same(cell, word, name)


def student(degrees):
    """The 97.5% point: 1.959964 + g1/n + ..., for n of 10 and more."""
    z = 1.959963984540054
    g = [(z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96,
         (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
         (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z)
         / 92160]
    return z + sum(g[k] / degrees**(k + 1) for k in range(4))


def ratio(pairs):
    """Mean of sum x / sum n over runs, and half its interval or None."""
    n = sum(b for _, b in pairs)
    mean = sum(a for a, _ in pairs) / n
    runs = len(pairs)
    effective = n * n / sum(b * b for _, b in pairs)
    if runs < 2 or (effective < runs - 1e-6 and effective < 30):
        return mean, None
    error = math.sqrt(sum((a - mean * b)**2 for a, b in pairs) * runs
                      / (runs - 1)) / n
    return mean, error * student(effective - 1)


def means(db, e, agents, table):
    runs = db.execute("select run, rounds from run where experiment_id = ?"
                      " order by run", (e,)).fetchall()
    # Of real parties who has left is seen no more; its moves are not counted.
    real = db.execute("select engine = 'party' from experiment where"
                      " experiment_id = ?", (e,)).fetchone()[0]
    for agent, row in zip(agents, table):
        got = {r: (p, y) for r, p, y in db.execute(
            "select run, sum(executed = 'PAUSE' and (party or not ?)),"
            " sum(payoff) from move where experiment_id = ? and agent = ?"
            " group by run", (real, e, agent))}
        if not got:                     # rounds are not kept
            got = {r: (p, y) for r, p, y in db.execute(
                "select run, rounds_paused, payoff_total from outcome where"
                " experiment_id = ? and agent = ?", (e, agent))}
        for k, (value, low, high) in enumerate((
                ("pause_share", "pause_low95", "pause_high95"),
                ("payoff_per_round", "payoff_low95", "payoff_high95"))):
            mean, half = ratio([(got[r][k], n) for r, n in runs])
            same(number(row[value]), mean, value)
            if half is None:
                assert row[low] == row[high] == "", row
            elif len(runs) > 10:
                same(number(row[low]), mean - half, low, 1e-6)
                same(number(row[high]), mean + half, high, 1e-6)
        view = db.execute("select pause_share, payoff_per_round, runs from"
                          " agent_summary where experiment_id = ? and"
                          " agent = ?", (e, agent)).fetchone()
        same(number(row["pause_share"]), view[0], "view")
        same(number(row["payoff_per_round"]), view[1], "view")


def signals(db, e, rows):
    """From each move where rounds are kept, else from the runs."""
    every = [0, 0, 0, 0]
    agents = [r[0] for r in db.execute("select agent from agent where"
              " experiment_id = ? order by agent", (e,))]
    for agent, row in zip(agents, rows):
        got = db.execute(
            "select sum(bound and executed = 'RACE' and finding),"
            " sum(bound and executed = 'RACE' and not finding),"
            " sum(bound and executed = 'PAUSE'),"
            " sum(party and executed = 'PAUSE' and finding)"
            " from move where experiment_id = ? and agent = ?",
            (e, agent)).fetchone()
        if got[0] is None:
            got = db.execute("select sum(findings_right),"
                " sum(breaches_missed), sum(rounds_bound - breaches),"
                " sum(findings_wrong) from outcome where experiment_id = ?"
                " and agent = ?", (e, agent)).fetchone()
        every = [a + b for a, b in zip(every, got)]
        grid(row, got)
    grid(rows[-1], every)


def grid(row, got):
    right, missed, clean, wrong = got
    same(number(row["found"]), right, "found")
    same(number(row["missed"]), missed, "missed")
    same(number(row["clean_rounds"]), clean, "clean")
    same(number(row["findings_wrong"]), wrong, "wrong")
    for name, part, whole in (("miss_rate", missed, right + missed),
                              ("false_alarm_rate", wrong, clean),
                              ("alarm_precision", right, right + wrong)):
        same(number(row[name]), part / whole if whole else None, name)


def lives(db, e):
    """(age, ended) of every run, of its pause and of its treaty."""
    pause, treaty = [], []
    for rounds, entered, ended, breach in db.execute(
            "select rounds, entered_round, ended_round, first_breach_round"
            " from run where experiment_id = ? and entered_round is not null",
            (e,)):
        age = (ended or rounds) - entered + 1
        treaty.append((age, ended is not None))
        pause.append((breach - entered + 1, True) if breach else (age, False))
    return pause, treaty


def survival(db, e, rows):
    for series, all_lives in enumerate(lives(db, e), 1):
        share, variance, points = 1.0, 0.0, {0: (1, 1, 1)}
        for age in sorted({a for a, _ in all_lives}):
            at_risk = sum(a >= age for a, _ in all_lives)
            died = sum(a == age and d for a, d in all_lives)
            share *= 1 - died / at_risk
            if 0 < died < at_risk:
                variance += died / at_risk / (at_risk - died)
            low = high = None
            if 0 < share < 1:
                slope = 1.959963984540054 * math.sqrt(variance) / -math.log(
                    share)
                low = share**math.exp(slope)
                high = share**math.exp(-slope)
            if died or age == max(a for a, _ in all_lives):
                points[age] = (share, low, high)
        mine = [r for r in rows if r["series"] == str(series)]
        assert [int(r["rounds"]) for r in mine] == sorted(points), mine
        for row in mine:
            for name, value in zip(("share", "low95", "high95"),
                                   points[int(row["rounds"])]):
                same(number(row[name]), value, name)


def strip(db, e, run, rows):
    moves = db.execute("select round, agent, executed, alarm from move where"
                       " experiment_id = ? and run = ? and round <= 120"
                       " order by round, agent", (e, run)).fetchall()
    assert len(moves) == len(rows), run
    for row, move in zip(rows, moves):
        for name, value in zip(("round", "agent", "executed", "alarm"), move):
            same(row[name], str(value), name)


def replies(db, e, rows):
    """Of a matrix for all: T - R where the other pauses, P - S where not."""
    keys = dict(db.execute("select key, value from setting where"
                           " experiment_id = ?", (e,)))
    agents = db.execute("select count(*) from agent where experiment_id = ?",
                        (e,)).fetchone()[0]
    if (keys.get("payoffs.form") != "matrix" or agents != 2 or any(
            k.startswith("payoffs.roles.") for k in keys)):
        return
    cell = {k: float(keys["payoffs.matrix." + k]) for k in (
        "reward", "sucker", "temptation", "punishment")}
    assert len(rows) == 2, rows
    same(number(rows[0]["gain"]), cell["temptation"] - cell["reward"], "gain")
    same(number(rows[1]["gain"]), cell["punishment"] - cell["sucker"], "gain")


def together(db, e, rows, run):
    """All agents together; and what `run` printed of the same experiment."""
    got = {r["figure"]: number(r["value"]) for r in rows}
    sums = db.execute("select count(*), sum(rounds), sum(all_paused_rounds),"
        " sum(in_force_rounds), sum(suspended_rounds), count(entered_round),"
        " avg(entered_round), count(ended_round), avg(ended_round),"
        " count(first_breach_round), avg(first_breach_round) from run where"
        " experiment_id = ?", (e,)).fetchone()
    runs, rounds = sums[:2]
    for name, value in zip(("all_paused_share", "in_force_share",
            "suspended_share", "entered_share", "mean_entered_round",
            "ended_share", "mean_ended_round", "breached_share",
            "mean_breached_round"), (sums[2] / rounds, sums[3] / rounds,
            sums[4] / rounds, sums[5] / runs, sums[6], sums[7] / runs,
            sums[8], sums[9] / runs, sums[10])):
        same(got[name], value, name)
    for name, column in (("breaches", "breaches"), ("findings_right",) * 2,
                         ("findings_wrong",) * 2, ("breaches_missed",) * 2,
                         ("fines", "fines_total")):
        total = db.execute(f"select sum({column}) from outcome where"
                           " experiment_id = ?", (e,)).fetchone()[0]
        same(got[name + "_per_run"], total / runs, name)
    known = 0
    run = {**run, **run.get("treaty", {})}
    for name, value in run.items():     # to the last digit
        if name in got and not isinstance(value, (dict, list)):
            same(got[name], value, name, 0)
            known += 1
    assert known >= 5 or not run, known


def experiment(db, e, folder, run):
    name = f"experiment-{e}-"
    agents = [r[0] for r in db.execute("select agent from agent where"
              " experiment_id = ? order by agent", (e,))]
    there = set(os.listdir(folder))
    if name + "figures.csv" not in there:       # no run of it is kept
        return
    means(db, e, agents, read_csv(folder, name + "agents"))
    together(db, e, read_csv(folder, name + "figures"), run)
    for row, told in zip(read_csv(folder, name + "agents"),
                         run.get("agents", [])):
        for column in set(row) & set(told):     # to the last digit
            if isinstance(told[column], float):
                same(number(row[column]), told[column], column, 0)
    if name + "survival.csv" in there:
        survival(db, e, read_csv(folder, name + "survival"))
    if name + "signals.csv" in there:
        signals(db, e, read_csv(folder, name + "signals"))
    if name + "replies.csv" in there:
        replies(db, e, read_csv(folder, name + "replies"))
    for file in there:
        if file.startswith(name + "run-") and file.endswith(".csv"):
            strip(db, e, int(file[len(name) + 4:-4]),
                  read_csv(folder, file[:-4]))


def effects(db, rows):
    view = db.execute("select experiment_id || ' ' || treaty, effect,"
        " effect_low95, effect_high95 from treaty_effect where"
        " measure = 'pause_share' and effect is not null order by scenario,"
        " payoffs, treaty, experiment_id").fetchall()
    assert len(view) == len(rows), (view, rows)
    for row, (label, effect, low, high) in zip(rows, view):
        same(row["label"], label, "label")
        same(number(row["effect"]), effect, "effect")
        same(number(row["effect_low95"]), low, "low")
        same(number(row["effect_high95"]), high, "high")


def sweep(db, s, rows):
    """The mean over the cells of each place on the first two axes."""
    places = {}
    for cell, pause, error, payoff in db.execute(
            "select cell, pause_share, pause_share_se, payoff_per_round from"
            " cell where sweep_id = ?", (s,)):
        at = dict(db.execute("select axis, value from cell_axis join"
            " sweep_level using (sweep_id, axis, level) where sweep_id = ?"
            " and cell = ?", (s, cell)))
        places.setdefault((at[1], at.get(2, "")), []).append(
            (pause, error, payoff))
    assert len(places) == len(rows), s
    for row in rows:
        cells = places[row["value_1"], row["value_2"]]
        n = len(cells)
        mean = sum(c[0] for c in cells) / n
        half = 1.959963984540054 * math.sqrt(sum(c[1]**2 for c in cells)) / n
        same(number(row["pause_share"]), mean, "pause")
        same(number(row["low95"]), mean - half, "low")
        same(number(row["high95"]), mean + half, "high")
        same(number(row["payoff_per_round"]), sum(c[2] for c in cells) / n,
             "payoff")
        same(number(row["cells"]), n, "cells")


def solution(db, s, folder):
    for (table,) in db.execute("select distinct table_number from"
                               " solution_cell where solution_id = ?", (s,)):
        rows = read_csv(folder, f"solution-{s}-table-{table}")
        cells = db.execute("select row, column_name, number, text from"
            " solution_values as v join solution_cell as c using"
            " (solution_id, row, column, column_name) where solution_id = ?"
            " and c.table_number = ? and c.table_name = v.table_name and"
            " row <= 2000".replace("number, text", "v.number, v.text"),
            (s, table)).fetchall()
        assert cells, table
        for row, name, value, text in cells:
            mine = rows[row - 1][name]
            if value is not None:
                same(float(mine), value, name, 0)
            elif text is not None:
                same(mine.lstrip("'"), text.lstrip("'"), name)


MOVES = ("select k.block, k.matching_group, m.experiment_id, m.run, m.round,"
    " m.agent, m.intended, m.executed, m.alarm, m.finding, m.payoff, m.fine,"
    " c.source, coalesce(nullif(c.excluded_why, ''), p.excluded_why, '')"
    " from class_run as k join move as m using (experiment_id, run)"
    " left join choice as c using (experiment_id, run, round, agent)"
    " left join participant as p on p.experiment_id = m.experiment_id"
    " and p.participant = c.participant")


def near(row, pairs, names):
    """A ratio over matching groups with its interval, where there is one."""
    mean, half = ratio(pairs)
    for name, value in zip(names, (mean, half and mean - half,
                                   half and mean + half)):
        if value is None or half is None and name != names[0]:
            assert row[name] == "", (name, row)
        elif name == names[0] or len(pairs) > 10:
            same(number(row[name]), value, name, 1e-6)


def by_group(moves, of, kept=lambda m: True):
    groups = {}
    for m in moves:
        if kept(m):
            a, b = groups.get(m[1], (0, 0))
            groups[m[1]] = a + of(m), b + 1
    return [groups[g] for g in sorted(groups)]


def pausing(move):
    return move[7] == "PAUSE"


def class_overview(db, blocks, folder):
    pause = read_csv(folder, "class-pause")
    source = read_csv(folder, "class-sources")
    left = read_csv(folder, "class-exclusions")
    assert [int(r["block"]) for r in pause] == sorted(blocks), pause
    for k, b in enumerate(sorted(blocks)):
        moves = blocks[b]
        near(pause[k], by_group(moves, pausing),
             ("pause_share", "low95", "high95"))
        near(pause[k], by_group(moves, lambda m: m[10]),
             ("payoff_per_round", "payoff_low95", "payoff_high95"))
        same(number(pause[k]["moves"]), len(moves), "moves")
        kept = [m for m in moves if m[13] == ""]
        near(left[k], by_group(kept, pausing),
             ("kept_share", "kept_low95", "kept_high95"))
        same(number(left[k]["excluded"]), len(moves) - len(kept), "left out")
        for name in ("human", "bot", "timeout", "paper"):
            same(number(source[k][name]), sum(m[12] == name for m in moves),
                 name)
    for row in read_csv(folder, "class-people"):
        people = {}
        for who, went, why in db.execute(
                "select participant, left_at, excluded_why from participant"
                " where experiment_id in (select experiment_id from class_run"
                " where block = ?)", (row["block"],)):
            a, b = people.get(who, (False, False))
            people[who] = a or went != "", b or why != ""
        same(number(row["people"]), len(people), "people")
        same(number(row["dropped"]), sum(a for a, _ in people.values()),
             "dropped")
        same(number(row["excluded"]), sum(b for _, b in people.values()),
             "excluded")


def class_block(db, b, moves, folder):
    name = f"block-{b}-"
    for row in read_csv(folder, name + "rounds"):
        mine = [m for m in moves if m[4] == int(row["round"])]
        same(number(row["moves"]), len(mine), "moves")
        same(number(row["pause_share"]), sum(map(pausing, mine)) / len(mine),
             "a round's pauses")
    for row, word in zip(read_csv(folder, name + "signals"),
                         ("RACE", "PAUSE")):
        mine = [m for m in moves if m[7] == word]
        alarms = sum(m[8] for m in mine)
        same(number(row["moves"]), len(mine), word)
        same(number(row["alarms"]), alarms, word)
        same(number(row["alarm_share"]), alarms / len(mine) if mine else None,
             word)
    names = dict(db.execute("select agent, name from agent where"
                            " experiment_id = ?", (moves[0][2],)))
    for agent, row in zip(sorted(names), read_csv(folder, name + "agents")):
        mine = [m for m in moves if m[5] == agent]
        same(row["agent"], names[agent], "agent")
        same(number(row["pause_share"]), sum(map(pausing, mine)) / len(mine),
             "an agent's pauses")
        same(number(row["payoff_per_round"]), sum(m[10] for m in mine)
             / len(mine), "an agent's payoff")
    for row in read_csv(folder, name + "groups"):
        mine = [m for m in moves if m[1] == int(row["matching_group"])]
        wrong = [m for m in mine if pausing(m) and m[9]]
        for figure, value in (
                ("games", len({m[2:4] for m in mine})), ("moves", len(mine)),
                ("pause_share", sum(map(pausing, mine)) / len(mine)),
                ("payoff_per_round", sum(m[10] for m in mine) / len(mine)),
                ("alarms_right", sum(m[8] and not pausing(m) for m in mine)),
                ("races_missed", sum(not m[8] and not pausing(m)
                                     for m in mine)),
                ("alarms_wrong", sum(m[8] and pausing(m) for m in mine)),
                ("punished_wrongly", len(wrong)),
                ("fined_wrongly", sum(m[11] for m in wrong))):
            same(number(row[figure]), value, figure)


def earned(cell, mine, other):
    return cell[("reward", "sucker", "temptation", "punishment")[
        2 * (mine == "RACE") + (other == "RACE")]]


def class_instead(db, b, moves, folder):
    """Of two whose payoffs are one matrix, seen without error and without a
    treaty: what tit for tat and grim would have got in either seat."""
    rows = {r["who"]: r for r in read_csv(folder, f"block-{b}-instead")}
    mean = sum(m[10] for m in moves) / len(moves)
    same(number(rows["the class"]["payoff_per_round"]), mean, "the class")
    keys = dict(db.execute("select key, value from setting where"
                           " experiment_id = ?", (moves[0][2],)))
    if (keys.get("payoffs.form") != "matrix" or keys["treaty"] != "none" or
            any(k.startswith("payoffs.roles.") for k in keys) or
            float(keys["noise.slip"]) > 0):
        return
    cell = {k: float(keys["payoffs.matrix." + k]) for k in (
        "reward", "sucker", "temptation", "punishment")}
    same(number(rows["all pause"]["payoff_per_round"]), cell["reward"], "R")
    same(number(rows["all race (an equilibrium)"]["payoff_per_round"]),
         cell["punishment"], "P")
    did = {(m[2], m[3], m[4], m[5]): m[7] for m in moves}
    sums = {"tit for tat": {}, "grim": {}}
    for m in moves:
        other = [did[m[2], m[3], r, 3 - m[5]] for r in range(1, m[4] + 1)]
        for who, seen in (("tit for tat", other[-2:-1]), ("grim", other[:-1])):
            pay = earned(cell, "RACE" if "RACE" in seen else "PAUSE",
                         other[-1])
            a, n = sums[who].get(m[1], (0, 0))
            sums[who][m[1]] = a + pay - m[10], n + 1
    for who, groups in sums.items():
        gain = sum(a for a, _ in groups.values()) / len(moves)
        same(number(rows[who]["payoff_per_round"]), mean + gain, who)
        near(rows[who], [groups[g] for g in sorted(groups)],
             ("gain", "gain_low95", "gain_high95"))


def practice(db):
    """Blocks of the lesson that say so, by its indentation; they do not count."""
    if not db.execute("select count(*) from sqlite_schema where"
                      " name = 'class_session'").fetchone()[0]:
        return set()
    found, block, inside = set(), 0, False
    for (text,) in db.execute("select lesson_text from class_session"):
        for line in text.split("\n"):
            if line[:1].isalpha():
                inside = line.startswith("blocks:")
            block += inside and line[:2] == "  " and line[2:3].isalnum()
            if inside and line.strip() == "practice: yes":
                found.add(block)
    return found


def people(db, folder):
    blocks, left_out = {}, practice(db)
    for m in db.execute(MOVES):
        if m[0] not in left_out:
            blocks.setdefault(m[0], []).append(m)
    class_overview(db, blocks, folder)
    for b, moves in blocks.items():
        class_block(db, b, moves, folder)
        class_instead(db, b, moves, folder)


def main(path, page, folder, run=None):
    db = sqlite3.connect(path)
    with open(page, encoding="utf-8") as f:
        text = f.read()
    with open(run or os.devnull, encoding="utf-8") as f:
        told = f.read()
    page_is_files(Page(text), folder)
    ids = [r[0] for r in db.execute("select experiment_id from experiment"
                                   " order by 1")]
    for e in ids:
        experiment(db, e, folder,
                   json.loads(told) if told and e == ids[0] else {})
    there = os.listdir(folder)
    if "class-pause.csv" in there:
        people(db, folder)
    if "effects.csv" in there:
        effects(db, read_csv(folder, "effects"))
    for (s,) in db.execute("select sweep_id from sweep").fetchall():
        sweep(db, s, read_csv(folder, f"sweep-{s}"))
    if db.execute("select count(*) from sqlite_schema where"
                  " name = 'solution'").fetchone()[0]:
        for (s,) in db.execute("select solution_id from solution").fetchall():
            solution(db, s, folder)
    print(figures, "figures")


if __name__ == "__main__":
    main(*sys.argv[1:])
