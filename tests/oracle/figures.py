"""The figures of a run: what oracle and program call them, in one place.

A total is a sum over the rounds of a run; totals() gives a round's part of
each. RUN and AGENT map the oracle's name to the columns of the database
(tables run and outcome); JSON_* to `detente run --format json`. SIGNS says
which of the program's figures count what is paid as positive.
"""

RUN = {"all_paused": "all_paused_rounds", "in_force": "in_force_rounds",
       "suspended": "suspended_rounds", "entered_round": "entered_round",
       "ended_round": "ended_round",
       "first_breach_round": "first_breach_round"}
AGENT = {"paused": "rounds_paused", "party": "rounds_party",
         "bound": "rounds_bound", "breach": "breaches",
         "right": "findings_right", "wrong": "findings_wrong",
         "missed": "breaches_missed",
         "false_declaration": "false_declarations", "slip": "slips",
         "stopped": "stopped_races", "fine": "fines_total",
         "monitoring": "monitoring_total", "transfer": "transfers_total",
         "payoff": "payoff_total"}
# Figures that are not compared, and why.
KNOWN = {}
ENDINGS = ("response", "sunset", "lapse", "deserted")
SIGNS = {"fine": -1, "monitoring": -1}  # paid, in the program: positive

# The oracle's name: (name in the JSON, "round": a share or mean of a round,
# "run": a mean of a run, or the name of the total that it is a mean over).
JSON_RUN = {"rounds": ("rounds_per_run", "run"),
            "all_paused": ("all_paused_share", "round")}
JSON_TREATY = {"in_force": ("in_force_share", "round"),
               "suspended": ("suspended_share", "round"),
               "entered": ("entered_share", "run"),
               "entered_round": ("mean_entered_round", "entered"),
               "ended": ("ended_share", "run"),
               "ended_round": ("mean_ended_round", "ended"),
               "breached": ("breached_share", "run"),
               "first_breach_round": ("mean_breached_round", "breached")}
JSON_AGENT = {"paused": ("pause_share", "round"),
              "payoff": ("payoff_per_round", "round"),
              "party": ("party_share", "round"),
              "breach": ("breaches_per_run", "run"),
              "right": ("findings_right_per_run", "run"),
              "wrong": ("findings_wrong_per_run", "run"),
              "missed": ("breaches_missed_per_run", "run"),
              "false_declaration": ("false_declarations_per_run", "run"),
              "slip": ("slips_per_run", "run"),
              "stopped": ("stopped_races_per_run", "run"),
              "fine": ("fines_per_run", "run"),
              "monitoring": ("monitoring_per_run", "run"),
              "transfer": ("transfers_per_run", "run")}
# Of all agents together: the mean over them, or their sum.
JSON_ALL = {"paused": "mean", "payoff": "mean", "breach": "sum",
            "right": "sum", "wrong": "sum", "missed": "sum", "fine": "sum"}

# A row of the view tidy_rounds: the oracle's field and the program's column.
TIDY = (("intended", "intended"), ("executed", "executed"),
        ("declared", "declared"), ("alarm", "alarm"),
        ("seen", "alarms_seen"), ("member", "party"), ("bound", "bound"),
        ("finding", "finding"), ("stopped", "stopped"), ("fine", "fine"),
        ("payoff", "payoff"))

ONCE = ("entered", "ended", "breached")


def names(count):
    """All totals of a run of so many agents, in the order of totals()."""
    out = ["rounds", "all_paused", "in_force", "suspended"]
    for once in ONCE:
        out += [once, once_round(once)]
    out += ["ending " + why for why in ENDINGS]
    for i in range(count):
        out += ["%s %d" % (name, i) for name in AGENT]
    return out


def once_round(once):
    return {"breached": "first_breach_round"}.get(once, once + "_round")


def happened(record):
    """Which of ONCE a round's record shows."""
    return (record.phase in ("in-force", "suspended"),
            record.ending != "none",
            any(row.breach for row in record.rows))


def totals(record, round, marks):
    """(a round's part of each total, marks afterwards); marks says which of
    ONCE have happened before."""
    now = happened(record)
    out = [1.0, float(not any(row.executed for row in record.rows)),
           float(record.phase == "in-force"),
           float(record.phase == "suspended")]
    for was, shown in zip(marks, now):
        first = float(shown and not was)
        out += [first, first * round]
    out += [float(now[1] and not marks[1] and record.ending == why)
            for why in ENDINGS]
    for row in record.rows:
        out += [float(not row.executed)]
        out += [float(getattr(row, name)) for name in AGENT
                if name != "paused"]
    return out, tuple(was or shown for was, shown in zip(marks, now))
