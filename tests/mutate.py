"""mutate: files of every kind, damaged, put before the program.

    mutate.py DETENTE SOURCE DATABASE COUNT SEED

COUNT mutants of the YAML files, games and queries under SOURCE, each made by
one to four changes: bytes flipped, deleted, doubled, moved from another file;
lines deleted, doubled, indented; numbers made extreme; brackets nested. YAML
is checked, and what is accepted is played and solved, shortly; games are
solved, as tables too; queries ask DATABASE. Each must end in time, with an
exit of its own (0 to 6), without a sanitizer's report, and a refusal must name
a line. A mutant that does not is kept in the current folder as bad-N.EXT.
Prints a line for each, and last "COUNT mutants, ACCEPTED accepted, REFUSED
refused, BAD bad".
"""
import glob
import os
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SECONDS = 120
REPORT = re.compile(rb"Sanitizer|runtime error:|LeakSanitizer")
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:e-?\d+)?")
EXTREME = [b"0", b"-1", b"1e308", b"-1e308", b"1e-320", b"1e999", b"nan",
           b"inf", b"9223372036854775807", b"-9223372036854775808",
           b"18446744073709551616", b"4294967296", b"0.1", b"1/3", b"1/0",
           b"9" * 400, b"65", b"1e9"]


def shipped(source):
    names = []
    for pattern in ("data/*/*", "agents/*/*", "treaties/*", "tests/fuzz/"
                    "corpus/game/*"):
        names += glob.glob(os.path.join(source, pattern))
    kinds = (".yaml", ".nfg", ".csv", ".sql")
    files = [(os.path.splitext(name)[1], open(name, "rb").read())
             for name in sorted(names) if name.endswith(kinds)]
    files.append((".csv", b",us/x,y\na,3;-3,-1;1\nb,-2;2,1;-1\n"))
    files.append((".csv", b'"","l ""q""/m",r\nu,1/3;2,0;0\nd,0;0,2;1e3\n'))
    return files


def flip(r, text, other):
    at = r.randrange(len(text))
    return text[:at] + bytes([text[at] ^ 1 << r.randrange(8)]) + text[at + 1:]


def delete(r, text, other):
    at = r.randrange(len(text))
    return text[:at] + text[at + 1 + r.randrange(20):]


def double(r, text, other):
    at = r.randrange(len(text))
    piece = text[at:at + 1 + r.randrange(60)]
    return text[:at] + piece * (2 + r.randrange(3)) + text[at:]


def splice(r, text, other):
    at, start = r.randrange(len(text)), r.randrange(len(other))
    return text[:at] + other[start:start + r.randrange(120)] + text[at:]


def extreme(r, text, other):
    found = list(NUMBER.finditer(text))
    if not found:
        return flip(r, text, other)
    one = r.choice(found)
    return text[:one.start()] + r.choice(EXTREME) + text[one.end():]


def lines(r, text, other):
    parts = text.split(b"\n")
    at = r.randrange(len(parts))
    how = r.randrange(4)
    if how == 0:
        del parts[at]
    elif how == 1:
        parts.insert(at, parts[r.randrange(len(parts))])
    elif how == 2:
        parts[at] = b" " * r.randrange(1, 9) + parts[at]
    else:
        parts[at] = parts[at].strip()
    return b"\n".join(parts)


def nest(r, text, other):
    at = r.randrange(len(text))
    deep = r.choice([1, 2, 30, 3000])
    left, right = r.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"(", b")"),
                            (b"- ", b""), (b'"', b""), (b"&a *a ", b"")])
    return text[:at] + left * deep + right * (deep - r.randrange(2)) + \
        text[at:]


WAYS = [flip, delete, double, splice, extreme, extreme, lines, nest]


def mutant(files, seed):
    r = random.Random(seed)
    kind, text = r.choice(files)
    for _ in range(r.randrange(1, 5)):
        other = r.choice(files)[1]
        text = r.choice(WAYS)(r, text or b"0", other or b"0")[:200000]
    return kind, text


def call(command, stdin=None):
    """Exit and messages; None where it did not end."""
    try:
        done = subprocess.run(command, input=stdin, capture_output=True,
                              timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, b""
    return done.returncode, done.stderr


def fault(status, err):
    if status is None:
        return "did not end"
    if status < 0 or status > 6 or REPORT.search(err):
        return "exit %d: %s" % (status, b" ".join(err.split()[:30]).decode(
            errors="replace"))
    return None


def try_yaml(program, path):
    status, err = call([program, "check", path])
    bad = fault(status, err)
    if bad is None and status != 0 and not re.search(
            re.escape(os.path.basename(path)).encode() + rb":\d+:", err) and \
            b"nothing in it" not in err:
        bad = "refused without a place: " + err[:200].decode(errors="replace")
    head = open(path, "rb").read()
    if bad is None and status == 0 and re.search(rb"(?m)^scenario:", head):
        for words in (["run", path, "--runs", "2", "--rounds", "3",
                       "--seed", "1", "--threads", "1"],
                      ["solve", path, "--set", "rounds=3",
                       "--threads", "1"]):
            bad = bad or fault(*call([program] + words))
    return bad, status


def try_game(program, path):
    status, err = call([program, "solve", path, "--time", "1"])
    bad = fault(status, err)
    if bad is None and status == 3 and not re.search(rb":\d+:", err):
        bad = "refused without a place: " + err[:200].decode(errors="replace")
    return bad, status


def try_query(program, database, text):
    status, err = call([program, "query", database, "-", "--timeout", "2"],
                       text)
    return fault(status, err), status


def try_one(program, database, files, seed):
    kind, text = mutant(files, seed)
    path = "m-%d%s" % (seed, kind)
    with open(path, "wb") as file:
        file.write(text)
    if kind == ".yaml":
        bad, status = try_yaml(program, path)
    elif kind == ".sql":
        bad, status = try_query(program, database, text)
    else:
        bad, status = try_game(program, path)
    os.rename(path, "bad-%d%s" % (seed, kind)) if bad else os.remove(path)
    return bad, status, path


def main():
    program, source, database = sys.argv[1:4]
    count, first = int(sys.argv[4]), int(sys.argv[5])
    files = shipped(source)
    accepted = refused = wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for bad, status, path in pool.map(lambda seed: try_one(
                program, database, files, seed), range(first, first + count)):
            wrong += bad is not None
            accepted += bad is None and status == 0
            refused += bad is None and status != 0
            if bad is not None:
                print("%s: %s" % (path, bad), flush=True)
    print("%d mutants, %d accepted, %d refused, %d bad" % (
        count, accepted, refused, wrong))
    sys.exit(wrong > 0)


main()
