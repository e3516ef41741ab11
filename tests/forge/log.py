"""The signed log of one experiment, as a forger has it: taken out of a
database, changed, signed afresh by whoever lets him, and put back."""
import hashlib
import sqlite3

from ed25519 import Key, b64, session, simulated

KIND = "detente.example/%s/v1"


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def root_of(leaves):
    """RFC 6962, 2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return hashlib.sha256(b"\1" + root_of(leaves[:k]) +
                          root_of(leaves[k:])).digest()


class Entry:
    """One text: its kind, its lines as [key, value], who signs it."""

    def __init__(self, text):
        head, *rest = text.split("\n")
        self.kind = head.split("/")[1]
        self.lines = [line.split(" ", 1) for line in rest]

    def get(self, key):
        return next((v for k, v in self.lines if k == key), None)

    def set(self, key, value):
        for line in self.lines:
            if line[0] == key:
                line[1] = value

    def text(self):
        return "\n".join([KIND % self.kind] +
                         ["%s %s" % (k, v) for k, v in self.lines])

    def number(self, key):
        return int(self.get(key) or 0)

    def signer(self):
        return (self.get("inspector") or self.get("referee") or
                self.get("agent"))

    def copy(self):
        return Entry(self.text())


class Log:
    def __init__(self, path, experiment=1):
        self.path, self.experiment = path, experiment
        db = sqlite3.connect(path)
        one = lambda sql: db.execute(sql, (experiment,)).fetchall()
        self.key, self.seed = one("SELECT experiment_key, seed FROM "
                                  "experiment WHERE experiment_id = ?")[0]
        self.signers = one("SELECT signer, name, role FROM signer WHERE "
                           "experiment_id = ? ORDER BY signer")
        self.entries = [Entry(t) for (t,) in one(
            "SELECT text FROM entry WHERE experiment_id = ? ORDER BY leaf")]
        self.epochs = one("SELECT epoch, first_run, last_run, size, digest "
                          "FROM checkpoint WHERE experiment_id = ? "
                          "ORDER BY epoch")
        # how many entries stand behind each checkpoint's own
        self.ends = [self.entries[size - 1] for *_, size, _ in self.epochs]
        db.close()
        self.identity, self.session, self.wrong = {}, {}, {}
        for _, name, _ in self.signers:
            self.take(name, simulated(int(self.seed), name))

    def take(self, name, identity, key=None):
        """Gives a signer this identity, and its session key."""
        self.identity[name] = identity
        self.session[name] = key or session(identity, self.key)

    def names(self):
        return [name for _, name, _ in self.signers]

    def all(self, kind, **wanted):
        return [e for e in self.entries if e.kind == kind and
                all(str(v) == e.get(k) for k, v in wanted.items())]

    def officer(self, role):
        return next(n for _, n, r in self.signers if r == role)

    def real(self, names=None, prefix="real-", seeds=None):
        """Real keys for these signers, or all; nonces and all that hangs on
        keys follow."""
        for name in names or self.names():
            seed = hashlib.sha256(("%s%s" % (seeds or prefix, name))
                                  .encode()).digest()
            self.take(name, Key(prefix + name, seed))
        self.follow(names or self.names())

    def follow(self, names, fresh=True):
        """Registrations, pledges, nonces, commitments and evidence as the
        keys now are."""
        old = {}
        for e in self.entries:
            if e.kind == "register":
                old[e.get("key").rsplit("+", 1)[1]] = e.get("agent")
                e.set("key", self.session[e.get("agent")].vkey())
                e.set("identity", self.identity[e.get("agent")].vkey())
        parties = sorted(b64(self.session[n].public) for n in set(
            e.get("agent") for e in self.all("pledge")))
        raw = sorted(self.session[n].public for n in set(
            e.get("agent") for e in self.all("pledge")))
        del parties
        for e in self.all("pledge"):
            e.lines = [x for x in e.lines if x[0] != "awaits"]
            e.lines += [["awaits", b64(k)] for k in raw]
        if fresh:
            for e in self.all("open"):
                if e.get("agent") in names:
                    e.set("nonce", b64(hashlib.sha256((e.text() +
                          self.identity[e.get("agent")].name).encode())
                          .digest()))
        self.bind()

    def bind(self):
        """Commitments and findings answer to the openings that there are."""
        made = {}
        for e in self.all("open"):
            slot = e.get("run"), e.get("round"), e.get("agent")
            made[slot] = b64(hashlib.sha256(e.text().encode()).digest())
        for e in self.entries:
            slot = e.get("run"), e.get("round"), e.get("agent")
            if e.kind == "commit" and slot in made:
                e.set("commit", made[slot])
            if e.kind == "finding" and slot in made:
                e.set("evidence", made[slot])

    def key_of(self, e):
        keys = self.identity if e.kind in ("register", "ratify") else \
            self.session
        return keys[e.signer()]

    def checkpoint(self, size, key=None):
        log = key or self.session[self.officer("log")]
        leaves = [leaf_hash(e.text().encode()) for e in self.entries[:size]]
        body = "%s\n%d\n%s\n" % (log.name, size, b64(root_of(leaves)))
        return "%s\n\u2014 %s %s\n" % (body, log.name, b64(
            log.id() + log.sign(body.encode())))

    def put(self, path=None):
        """Writes signers, entries and checkpoints, all signed."""
        db = sqlite3.connect(path or self.path)
        n = self.experiment
        for table in ("checkpoint", "entry", "signer"):
            db.execute("DELETE FROM %s WHERE experiment_id = ?" % table, (n,))
        number = {}
        for i, name, role in self.signers:
            number[name] = i
            db.execute("INSERT INTO signer VALUES (?,?,?,?,?,?)",
                       (n, i, name, role, self.session[name].vkey(),
                        self.identity[name].vkey()))
        for leaf, e in enumerate(self.entries):
            key = self.wrong.get(id(e)) or self.key_of(e)
            db.execute("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?)", (
                n, leaf, e.kind, e.number("run") if e.get("round") else 0,
                e.number("round"), number[e.signer()], e.text(),
                b64(key.sign(e.text().encode()))))
        for (epoch, first, last, _, digest), end in zip(self.epochs,
                                                        self.ends):
            size = self.entries.index(end) + 1
            db.execute("INSERT INTO checkpoint VALUES (?,?,?,?,?,?,?)",
                       (n, epoch, first, last, size, digest,
                        self.checkpoint(size)))
        db.commit()
        db.close()
