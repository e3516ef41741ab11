"""Shares of strategies in a file of moves, from detente-infer(1) and
detente-moves(5) alone: plain EM, many steps, four starts.

    python3 sfem.py make SEED SUBJECTS MATCHES      a file of moves, on stdout
    python3 sfem.py fit MOVES                       shares, error, likelihood

Strategies are written here by their words: what they do after a history of
(mine, other's) moves.
"""
import csv
import math
import random
import sys

R, P = "RACE", "PAUSE"


def always_race(history):
    return R


def always_pause(history):
    return P


def grim_either(history):
    return R if any(R in pair for pair in history) else P


def tit_for_tat(history):
    return history[-1][1] if history else P


def win_stay_lose_shift(history):
    return R if history and history[-1][0] != history[-1][1] else P


def two_round_trigger_either(history):
    war = 0
    for pair in history:
        war = war - 1 if war else 2 * (R in pair)
    return R if war else P


SET = [always_race, always_pause, grim_either, tit_for_tat,
       win_stay_lose_shift, two_round_trigger_either]


def make(seed, subjects, matches):
    """Pairs who meet anew; opponents and what they did are both in it."""
    draw = random.Random(seed)
    kinds = [draw.choice(SET[:5]) for _ in range(subjects)]
    out = csv.writer(sys.stdout)
    out.writerow(["treatment", "subject", "opponent", "match", "round",
                  "move", "other_move", "payoff"])
    pay = {(P, P): 3, (P, R): 0, (R, P): 5, (R, R): 1}
    rows = []
    for match in range(1, matches + 1):
        order = list(range(subjects))
        draw.shuffle(order)
        for a, b in zip(order[::2], order[1::2]):
            history = []
            while not history or draw.random() < .75:
                moves = []
                for who, mine in ((a, history),
                                  (b, [(y, x) for x, y in history])):
                    move = kinds[who](mine)
                    if draw.random() < .08:
                        move = P if move == R else R
                    moves.append(move)
                history.append(tuple(moves))
                for who, other, i in ((a, b, 0), (b, a, 1)):
                    mine, his = history[-1][i], history[-1][1 - i]
                    rows.append(["low" if match % 2 else "high",
                                 "s%d" % who, "s%d" % other, match,
                                 len(history), mine, his,
                                 pay[mine, his]])
    out.writerows(rows)


def count(rows):
    """By subject and strategy: choices that are wrong, and all."""
    matches = {}
    for row in rows:
        matches.setdefault((row["subject"], row["match"]), []).append(row)
    wrong, made = {}, {}
    for (subject, _), list_ in matches.items():
        list_.sort(key=lambda row: int(row["round"]))
        w = wrong.setdefault(subject, [0] * len(SET))
        history = []
        for row in list_:
            for k, strategy in enumerate(SET):
                w[k] += strategy(history) != row["move"]
            made[subject] = made.get(subject, 0) + 1
            history.append((row["move"], row["other_move"]))
    return [(wrong[s], made[s]) for s in wrong]


def climb(data, error):
    shares = [1 / len(SET)] * len(SET)
    for _ in range(4000):
        likelihood, sums, errors = 0, [0] * len(SET), 0
        for wrong, n in data:
            parts = [s * error ** w * (1 - error) ** (n - w)
                     for s, w in zip(shares, wrong)]
            all_ = sum(parts)
            likelihood += math.log(all_)
            for k, part in enumerate(parts):
                sums[k] += part / all_
                errors += part / all_ * wrong[k]
        shares = [s / len(data) for s in sums]
        error = min(errors / sum(n for _, n in data), .5)
    return likelihood, shares, error


def fit(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    for treatment in sorted({row["treatment"] for row in rows}):
        data = count([r for r in rows if r["treatment"] == treatment])
        best = max(climb(data, error) for error in (.03, .1, .2, .35))
        print(treatment, "likelihood", "%.9f" % best[0])
        print(treatment, "error", "%.9f" % best[2])
        for strategy, share in zip(SET, best[1]):
            print(treatment, strategy.__name__.replace("_", "-"),
                  "%.9f" % share)


if sys.argv[1] == "make":
    make(*map(int, sys.argv[2:5]))
else:
    fit(sys.argv[2])
