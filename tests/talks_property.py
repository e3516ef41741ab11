"""talks_property.py DETENTE FOLDER: properties of talks, whatever the numbers.
Each is a function, whose text says why it must hold. Standard library alone;
drawn numbers come from a fixed seed."""
import json
import os
import random
import subprocess
import sys

program, folder = sys.argv[1:3]
draw = random.Random(13)
TINY = 1e-9


def ask(*words):
    done = subprocess.run([program, *map(str, words), "--format", "json"],
                          capture_output=True, check=False)
    assert done.returncode == 0, (words, done.stderr.decode())
    return json.loads(done.stdout)


def model(name, **values):
    sets = [w for k, v in values.items() for w in ("--set", "%s=%s" % (k, v))]
    return {r["name"]: r["value"] for r in ask(
        "solve", "--model", name, *sets)["tables"]["results"]}


def amount(x):
    """A payment of x from one to two, or the other way."""
    return '"[]"' if x == 0 else '"[{from: %s, to: %s, amount: %g}]"' % (
        ("one", "two", x) if x > 0 else ("two", "one", -x))


def pie(name, amounts, rest):
    """A menu over duel: one text, and who pays whom how much."""
    path = os.path.join(folder, name + ".yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("menu: %s\nbase: grim\nclauses:\n"
                   "  miss: {key: monitoring.miss, values: [0]}\n"
                   "  false-alarm: {key: monitoring.false_alarm, values: [0]}\n"
                   "  pay:\n    key: transfers\n    values: [%s]\n%s" % (
                       name, ", ".join(amount(x) for x in amounts), rest))
    return path


def talk(path, *words):
    return ask("negotiate", "duel", "--continuation", 0.95, "--menu", path,
               "--seed", 3, *words)["tables"]


def gains(tables):
    return {r["party"]: r["gain"] for r in tables["parties"]}


def first_mover():
    """Far-sighted parties split 4: who proposes first is ahead of the other by
    4 (1 - d)/(1 + d), which falls to 0 as d rises to 1 (Rubinstein 1982). Where
    payments come in steps of .1 a share is off by no more than .1/(1 - d), and
    the difference by twice that."""
    path = pie("first", [x / 10 for x in range(-20, 21)],
               "negotiator: rubinstein\ndeadline: 200\n")
    for d in (.3, .5):
        who = "{negotiator: rubinstein, patience: %g}" % d
        g = gains(talk(path, "--menu-set", "parties={one: %s, two: %s}" % (
            who, who)))
        wanted = 4 * (1 - d) / (1 + d)
        assert abs(g["one"] - g["two"] - wanted) <= .2 / (1 - d) + TINY, g
    ahead = [2 * model("bargaining", d1=d, d2=d)["share"] - 1
             for d in (.1, .5, .9, .99, .999, .999999)]
    assert all(a > b > 0 for a, b in zip(ahead, ahead[1:])), ahead
    assert ahead[-1] < 1e-6


def legislature():
    """A proposer keeps 1 - d (q - 1)/n: less for more patience, less for a
    larger quota; of unanimity without impatience all have 1/n."""
    for n in (3, 5, 7, 9):
        shares = [[model("legislature", n=n, d=d, q=q)["keeps"]
                   for q in range((n + 1) // 2, n + 1)] for d in (.5, .9, 1)]
        for row in shares:
            assert all(a > b for a, b in zip(row, row[1:])), (n, row)
        for a, b in zip(shares, shares[1:]):
            assert all(x > y for x, y in zip(a, b)), (n, a, b)
        assert abs(shares[-1][-1] - 1 / n) < TINY


def pledges():
    """Who pledges on condition never does worse than who does not."""
    for n in (2, 3, 5, 9):
        for g in (.2, .6, .9, .99):
            r = model("pledges", n=n, G=g)
            assert r["conditional"] >= r["unconditional_most"] - TINY, (n, g)


def delay():
    """A war of concession lasts longer the longer the shadow of the future, and
    the more there is to win."""
    means = [model("concession-war", r1=r, r2=r)["mean_delay"]
             for r in (.4, .2, .1, .05, .01)]
    assert means == sorted(means) and means[0] < means[-1], means
    means = [model("concession-war", H=h)["mean_delay"]
             for h in (1.5, 2, 3, 6)]
    assert means == sorted(means) and means[0] < means[-1], means


def entry():
    """The chance of entry rises with each chance of ratification, falls with
    what is asked, and is never raised by a state that must be among them."""
    for _ in range(6):
        n = draw.randint(2, 6)
        p = [draw.random() for _ in range(n)]
        w = [draw.randint(1, 9) for _ in range(n)]
        count, weight = draw.randint(1, n), draw.random()

        def chance(p=p, count=count, weight=weight, named=0):
            return model("ratification", n=n, count=count, weight=weight,
                         p=",".join(map(repr, p)), named=named,
                         weights=",".join(str(x / sum(w)) for x in w)
                         )["in_force"]
        base = chance()
        i = draw.randrange(n)
        more = p[:i] + [p[i] + (1 - p[i]) * draw.random()] + p[i + 1:]
        assert chance(p=more) >= base - TINY, (p, more)
        assert chance(count=min(n, count + 1)) <= base + TINY
        assert chance(weight=weight + (1 - weight) / 2) <= base + TINY
        assert chance(named=draw.randint(1, n)) <= base + TINY


def win_sets():
    """A chamber that demands more takes texts out of its side's win-set: that
    never helps both, and helps the bound side while agreement is left."""
    demands = [0, 1, 2, 2.5, 3, 3.5, 3.75, 4.25]
    rows = [gains(ask("negotiate", "duel", "--menu", "chambers",
                      "--continuation", 0.95, "--seed", 1, "--menu-set",
                      "parties.one.domestic.chamber.demands=%g" % x)["tables"])
            for x in demands]
    assert not any(b["one"] > a["one"] + TINY and b["two"] > a["two"] + TINY
                   for a, b in zip(rows, rows[1:]))
    left = [r for r in rows if r["one"] > TINY or r["two"] > TINY]
    assert 3 < len(left) < len(rows)
    assert all(b["one"] >= a["one"] - TINY for a, b in zip(left, left[1:]))


def no_regret():
    """A single text ends where no other is better for one and no worse for the
    other; whoever is bound gains; nothing is agreed on that one side loses
    by; the same seed gives the same steps, however many threads."""
    for k in range(4):
        amounts = sorted({round(draw.uniform(-3, 3), 1) for _ in range(6)})
        path = pie("drawn", amounts, "deadline: 9\n")
        for protocol in ("offers", "quota", "single-text", "pledges",
                         "groups", "ultimatum"):
            t = talk(path, "--protocol", protocol, "--runs", 5,
                     "--transcripts", 5, "--menu-set",
                     "negotiator=random-walker", "--menu-set", "order=random")
            again = talk(path, "--protocol", protocol, "--runs", 5,
                         "--transcripts", 5, "--menu-set",
                         "negotiator=random-walker", "--menu-set",
                         "order=random", "-j", 3)
            assert t == again, (protocol, amounts)
            worth = {r["text"]: (r["one"], r["two"]) for r in t["texts"]}
            for r in t["outcomes"]:
                if r["text"] not in worth:
                    continue
                a = worth[r["text"]]
                assert min(a) >= -TINY, (protocol, r, a)
                assert protocol != "single-text" or not any(
                    min(b[0] - a[0], b[1] - a[1]) > -TINY and
                    max(b[0] - a[0], b[1] - a[1]) > TINY
                    for b in worth.values()), (amounts, a)


def nobody_gains():
    """Where each text is a loss for one of them, nothing is agreed on, and the
    solutions are racing: two losses have a product above 0, and are none."""
    path = pie("loss", [3, 2.5, -3], "deadline: 4\n")
    for protocol in ("offers", "single-text", "pledges", "groups"):
        t = talk(path, "--protocol", protocol, "--solutions")
        assert [r["text"] for r in t["outcomes"]] == ["no agreement"], t
        pure = [r for r in t["solutions"] if r["lotteries"] == "no"]
        assert len(pure) == 4
        assert all(r["text"] == "no agreement" for r in pure), pure
    r = ask("solve", "--model", "solutions", "--set", "menu=0,0; -1,-2",
            "--set", "d=1,1")
    assert "no agreement" in json.dumps(r) or all(
        x["u1"] >= 1 for x in r["tables"]["solutions"]), r


def unanimity():
    """One who never accepts keeps all from what needs all."""
    path = pie("one", [0], "deadline: 6\nparties: {two: {negotiator: "
               "{negotiator: mule, accept: never, start: 0}}}\n")
    for protocol in ("ultimatum", "single-text", "pledges"):
        t = talk(path, "--protocol", protocol)
        assert [r["text"] for r in t["outcomes"]] == ["no agreement"], protocol


def monotone():
    """Kalai-Smorodinsky: texts that leave both sides' best as they are take
    nothing from either; Nash does not look at what is not chosen."""
    def menu(texts, lotteries):
        r = ask("solve", "--model", "solutions", "--set", "menu=" + "; ".join(
            "%r,%r" % t for t in texts), "--set", "d=0,0", "--set",
            "lotteries=%d" % lotteries)["tables"]["solutions"]
        return {x["solution"]: (x["u1"], x["u2"]) for x in r}
    for _ in range(6):
        texts = [(1.0, round(draw.random() / 2, 3)),
                 (round(draw.random() / 2, 3), 1.0)]
        for _ in range(3):
            texts.append((round(draw.random(), 3), round(draw.random(), 3)))
        few, many = menu(texts[:3], 1), menu(texts, 1)
        a, b = few["kalai-smorodinsky"], many["kalai-smorodinsky"]
        assert b[0] >= a[0] - 1e-6 and b[1] >= a[1] - 1e-6, (texts, a, b)
        whole = menu(texts, 0)["nash"]
        rest = [t for t in texts if t == whole or draw.random() < .5]
        if len(rest) > 1:
            assert menu(rest, 0)["nash"] == whole, (texts, rest)


for claim in (first_mover, legislature, pledges, delay, entry, win_sets,
              no_regret, nobody_gains, unanimity, monotone):
    claim()
    print("holds: " + claim.__name__)
