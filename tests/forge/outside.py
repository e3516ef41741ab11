"""What détente hands out, read by the specifications alone (C2SP signed-note,
tlog-cosignature, tlog-witness; RFC 8032, 9162) in code that shares nothing
with it. Each call ends with exit status 0 if it holds."""
import base64
import hashlib
import re
import sqlite3
import subprocess
import sys

from ed25519 import verify
from log import Log, leaf_hash

DASH = "\u2014 "


def read_vkey(text):
    name, hexid, blob = text.strip().split("+", 2)
    raw = base64.b64decode(blob)
    kind, public = raw[0], raw[1:]
    want = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    assert bytes.fromhex(hexid) == want, "the key's id"
    return name, kind, public, want


def read_note(text):
    body, rest = text.rsplit("\n\n", 1)
    lines = {}
    for line in rest.splitlines():
        assert line.startswith(DASH), "a signature line"
        name, blob = line[len(DASH):].split(" ")
        lines[name] = base64.b64decode(blob)
    return body + "\n", lines


def holds(note, vkey):
    """Is the note signed by that key, of type 01 or, cosigned, 04?"""
    body, lines = read_note(note)
    name, kind, public, wanted = read_vkey(vkey)
    blob = lines[name]
    assert blob[:4] == wanted, "whose signature it is"
    if kind == 1:
        message, signature = body.encode(), blob[4:]
    else:
        assert kind == 4, "a type of key"
        time = int.from_bytes(blob[4:12], "big")
        message = ("cosignature/v1\ntime %d\n%s" % (time, body)).encode()
        signature = blob[12:]
    assert verify(public, message, signature), "the signature"
    return True


def node(a, b):
    return hashlib.sha256(b"\1" + a + b).digest()


def included(leaf, index, size, proof, root):
    """RFC 9162, 2.1.3.2."""
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        assert sn != 0
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn >>= 1
                sn >>= 1
        else:
            r = node(r, p)
        fn >>= 1
        sn >>= 1
    return sn == 0 and r == root


def consistent(first, second, proof, root1, root2):
    """RFC 9162, 2.1.4.2."""
    if first == second:
        return not proof and root1 == root2
    proof = list(proof)
    if first & (first - 1) == 0:
        proof.insert(0, root1)
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn >>= 1
        sn >>= 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn >>= 1
                sn >>= 1
        else:
            sr = node(sr, c)
        fn >>= 1
        sn >>= 1
    return sn == 0 and fr == root1 and sr == root2


def head(note):
    _, size, root = note.split("\n")[:3]
    return int(size), base64.b64decode(root)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def check_note(path, vkey):
    return holds(read(path), read(vkey))


def check_consistency(before, path):
    """That what tlog-witness hands out joins two checkpoints."""
    size, root = head(read(before))
    proof, now = read(path).split("\n\n", 1)
    old, *hashes = proof.split("\n")
    assert old == "old %d" % size
    n, after = head(now)
    return consistent(size, n, [base64.b64decode(h) for h in hashes], root,
                      after)


def check_fork(path, vkey):
    """That a key has signed two checkpoints that cannot both be true."""
    text = read(path)
    assert text.startswith("detente.example/fork/v1\n\n")
    notes = re.findall(r"(?<=\n\n)([^\n]+\n\d+\n[^\n]+\n\n\u2014 [^\n]+\n)",
                       text)
    assert len(notes) == 2 and all(holds(n, read(vkey)) for n in notes)
    (size, root), (other, two) = head(notes[0]), head(notes[1])
    if size == other:
        return root != two
    leaves = re.findall(r"\nleaf ([^\n]+)\nindex (\d+)\n((?:[^\n ]+\n)*)",
                        text)
    assert len(leaves) == 2 and leaves[0][1] == leaves[1][1] and \
        leaves[0][0] != leaves[1][0]
    return all(included(base64.b64decode(leaf), int(index), n,
                        [base64.b64decode(h) for h in proof.split()], r)
               for (leaf, index, proof), (n, r) in
               zip(leaves, ((size, root), (other, two))))


def check_siblings(program, path, run):
    """That each party's shown run is under the root that it signed."""
    shown = subprocess.run([program, "show", "evidence", path, "--run", run],
                           capture_output=True, check=True).stdout.decode()
    parts = re.findall(r"^(\S+) opens its run:\n((?:    .*\n)+)"
                       r"(?:.*\n)*?index (\d+)\n((?:[A-Za-z0-9+/=]{44}\n)*)",
                       shown, re.M)
    db = sqlite3.connect(path)
    texts = [t for (t,) in db.execute(
        "SELECT text FROM entry WHERE kind = 'epoch' ORDER BY leaf")]
    db.close()
    assert len(parts) >= 2
    for agent, text, index, proof in parts:
        body = re.sub(r"^    ", "", text, flags=re.M).encode()
        entry = next(t for t in texts if "\nagent %s\n" % agent in t and
                     int(re.search(r"first-run (\d+)", t)[1]) <= int(run) <=
                     int(re.search(r"last-run (\d+)", t)[1]))
        size = int(re.search(r"commitments (\d+)", entry)[1])
        root = base64.b64decode(re.search(r"root (\S+)", entry)[1])
        if not included(leaf_hash(body), int(index), size,
                        [base64.b64decode(h) for h in proof.split()], root):
            return False
    return True


def check_charges(folder, path):
    """That each perjury charge is of a round in which its agent raced."""
    import glob
    db = sqlite3.connect(path)
    number = dict(db.execute("SELECT name, agent FROM agent"))
    for name in glob.glob(folder + "/perjury-*.txt"):
        text = read(name)
        agent = re.search(r"perjury-(.*)\.txt", name)[1]
        run, rnd = re.search(r"commit/v1\nrun (\d+)\nround (\d+)",
                             text).groups()
        flags, = db.execute("SELECT flags FROM move_code WHERE run = ? AND "
                            "round = ? AND agent = ?",
                            (run, rnd, number[agent])).fetchone()
        # executed RACE, declared PAUSE
        if not flags & 2 or flags & 4:
            return False
    return True


def make_real(path, prefix, salt, seeds=None):
    """The file with real keys named PREFIX..., made of SEEDS..., and nonces
    that hang on the salt."""
    log = Log(path)
    log.real(None, prefix, seeds)
    for e in log.all("open"):
        e.set("nonce", base64.b64encode(hashlib.sha256(
            (salt + e.get("nonce")).encode()).digest()).decode())
    log.bind()
    log.put()
    return True


if __name__ == "__main__":
    CALL = {"note": check_note, "consistency": check_consistency,
            "fork": check_fork, "siblings": check_siblings,
            "charges": check_charges, "real": make_real}
    sys.exit(0 if CALL[sys.argv[1]](*sys.argv[2:]) else 1)
