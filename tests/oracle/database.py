"""What the program kept of a run, in the oracle's words, and whether its
tables, views and JSON say the same."""
import sqlite3

from chance import paths
from figures import (AGENT, ENDINGS, JSON_AGENT, JSON_ALL, JSON_RUN,
                     JSON_TREATY, KNOWN, ONCE, RUN, SIGNS, TIDY, once_round)

SUMMARY_SUMS = ("breaches", "findings_right", "findings_wrong",
                "breaches_missed", "slips", "fines_total",
                "monitoring_total", "transfers_total")


def open_database(path):
    db = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    db.row_factory = sqlite3.Row
    return db


def totals(db):
    """[{name: total}] a run, as simulate.runs() gives them."""
    runs = {}
    for row in db.execute("SELECT * FROM run"):
        one = {name: float(row[column] or 0) for name, column in RUN.items()}
        one["rounds"] = float(row["rounds"])
        for once in ONCE:
            one[once] = float(one[once_round(once)] > 0)
        for why in ENDINGS:
            one["ending " + why] = float(row["ending"] == why)
        runs[row["run"]] = one
    for row in db.execute("SELECT * FROM outcome"):
        for name, column in AGENT.items():
            runs[row["run"]]["%s %d" % (name, row["agent"] - 1)] = (
                SIGNS.get(name, 1) * float(row[column]))
    return [runs[run] for run in sorted(runs)]


def near(a, b):
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def json_faults(answer, mean, count):
    """Figures of `run --format json` that are not what the means give."""
    faults = []

    def same(what, told, name, total, per):
        over = {"round": mean["rounds"], "run": 1}.get(per)
        if over is None:
            over = mean[per]
        right = SIGNS.get(name, 1) * total / over if over > 1e-12 else 0.0
        if name not in KNOWN and not near(told or 0.0, right):
            faults.append("json %s: %s, not %.12g" % (what, told, right))

    for table, part in ((JSON_RUN, answer),
                        (JSON_TREATY, answer.get("treaty") or {})):
        for name, (key, per) in table.items():
            if part:
                same(key, part[key], name, mean[name], per)
    for name, (key, per) in JSON_AGENT.items():
        each = [mean["%s %d" % (name, i)] for i in range(count)]
        for agent, total in zip(answer["agents"], each):
            same("%s of %s" % (key, agent["agent"]), agent[key], name, total,
                 per)
        if name in JSON_ALL:
            total = sum(each) / (count if JSON_ALL[name] == "mean" else 1)
            same(key, answer[key], name, total, per)
    return faults


def summary_faults(db, runs, count):
    """Rows of run_summary that are not what run and outcome give."""
    faults = []
    columns = {column: name for name, column in AGENT.items()}
    for row, run in zip(db.execute("SELECT * FROM run_summary ORDER BY run"),
                        runs):
        moves = run["rounds"] * count

        def agents(name):
            return sum(run["%s %d" % (name, i)] for i in range(count))

        wanted = {
            "rounds": run["rounds"], "agents": count,
            "all_paused_share": run["all_paused"] / run["rounds"],
            "in_force_share": run["in_force"] / run["rounds"],
            "suspended_rounds": run["suspended"],
            "pause_share": agents("paused") / moves,
            "payoff_per_round": agents("payoff") / moves,
            "entered_round": run["entered_round"],
            "ended_round": run["ended_round"],
            "first_breach_round": run["first_breach_round"]}
        for column in SUMMARY_SUMS:
            name = columns[column]
            wanted[column] = SIGNS.get(name, 1) * agents(name)
        for column, value in wanted.items():
            if not near(float(row[column] or 0), value):
                faults.append("run_summary.%s of run %d: %s, not %.12g" % (
                    column, row["run"], row[column], value))
    return faults


def tidy_rows(db):
    """{run: [(phase, rows of all agents)] by round} of tidy_rounds."""
    runs = {}
    for row in db.execute("SELECT * FROM tidy_rounds "
                          "ORDER BY run, round, agent"):
        rounds = runs.setdefault(row["run"], [])
        if row["agent"] == 1:
            rounds.append((row["phase"].replace(" ", "-"), []))
        rounds[-1][1].append(tuple(_told(name, row[column])
                                   for name, column in TIDY))
    return {run: [(phase, tuple(rows)) for phase, rows in rounds]
            for run, rounds in runs.items()}


def _told(name, value):
    if isinstance(value, str):
        return int(value == "RACE")
    if isinstance(value, float):
        return round(SIGNS.get(name, 1) * value, 7) + 0.0
    return value


def _shown(record):
    """A record of the oracle as tidy_rounds tells it."""
    rows = []
    for row in record.rows:
        values = (getattr(row, name) for name, _ in TIDY)
        rows.append(tuple(round(v, 7) + 0.0 if isinstance(v, float)
                          else int(v) for v in values))
    return record.phase, tuple(rows)


def tidy_faults(db, chain):
    """The first round of any run that the model cannot have: the rows of
    tidy_rounds are followed through all states that they leave possible."""
    shown = {}
    for run, rounds in tidy_rows(db).items():
        possible = {state for _, state in paths(chain.world.begin)}
        for number, told in enumerate(rounds, 1):
            then = set()
            for state in possible:
                if state not in shown:
                    shown[state] = {}
                    for _, record, after in chain.outcomes(state):
                        shown[state].setdefault(_shown(record),
                                                set()).add(after)
                then |= shown[state].get(told, set())
            if not then:
                return ["tidy_rounds: round %d of run %d cannot be: %s"
                        % (number, run, told)]
            possible = then
    return []
