"""Cosignatures, kept beside a file: made here by the specification alone
(C2SP tlog-cosignature), and then forged. Nothing of them is in the database,
so what they must not be believed for is what they say of it."""
import base64
import hashlib
import os

from cases import forge, real
from ed25519 import Key, b64
from log import Log, leaf_hash, root_of

WITNESS = Key("auditor", hashlib.sha256(b"a witness").digest())
OTHER = Key("other", hashlib.sha256(b"another witness").digest())
BESIDE = "{folder}/forged.cosigned"


def cosignature(note, witness, time):
    body = note.rsplit("\n\n", 1)[0] + "\n"
    signed = witness.sign(("cosignature/v1\ntime %d\n%s" %
                           (time, body)).encode())
    return "\u2014 %s %s\n" % (witness.name, b64(
        witness.id(4) + time.to_bytes(8, "big") + signed))


def record(note, witness=WITNESS, time=1700000000, by=None):
    return "witness %s\n\n%s\n" % (witness.vkey(4), note + cosignature(
        note, by or witness, time))


def beside(text):
    """text(log): the file of cosignatures of what the log then says."""
    def make(path):
        with open(os.path.join(os.path.dirname(path), "forged.cosigned"),
                  "w", encoding="utf-8") as f:
            f.write(text(Log(path)))
    return make


def after(change, text):
    def make(path):
        change(path)
        beside(text)(path)
    return make


def case(name, base, text, change=None, pins=None, **rest):
    forge("a cosignature", name, base,
          after(change, text) if change else beside(text),
          options=("--cosigned", BESIDE) + (("--pin", pins) if pins else ()),
          beside=True, **rest)


def last(log):
    return log.checkpoint(log.epochs[-1][3])


def first(log):
    return log.checkpoint(log.epochs[0][3])


def names(*wanted):
    """witness, whether it is pinned, how many entries."""
    def check(got):
        return [(c["witness"], c["pinned"], c["entries"] > 0)
                for c in got or []] == [(*w, True) for w in wanted]
    return check


BAD = dict(table="cosignature", experiment=1)

# What holds is named.
case("that holds", "full", lambda log: record(last(log)),
     verdict="authentic", says=dict(cosigned=names(("auditor", False))))
case("of the first of two epochs", "epochs", lambda log: record(first(log)),
     verdict="authentic", says=dict(cosigned=names(("auditor", False))))
case("two witnesses, one of them twice", "epochs", lambda log:
     record(first(log)) + record(last(log)) + record(last(log), OTHER),
     verdict="authentic",
     says=dict(cosigned=names(("auditor", False), ("other", False))))
case("the roster's witness, and another of his name", "full", lambda log:
     record(last(log)) + record(last(log), Key("auditor", b"x" * 32)),
     pins="{folder}/witness.roster", verdict="authentic",
     says=dict(cosigned=names(("auditor", True), ("auditor", False))))
case("of a log that is not here: told", "full", lambda log:
     record(last(log)) + record(last(log).replace("log/", "gone/")),
     verdict="authentic", says=dict(cosigned_elsewhere=1))

# What does not is said.
case("by another than it says", "full",
     lambda log: record(last(log), by=Key("auditor", b"y" * 32)),
     where=dict(BAD, fault="'auditor'"))
case("by another's name", "full",
     lambda log: record(last(log), by=OTHER), where=BAD)
case("at another time", "full", lambda log: moved(record(last(log)), 4 + 7),
     where=dict(BAD, fault="cosignature"))
for at in (0, 4 + 8, 4 + 8 + 32, 4 + 8 + 63):
    case("byte %d of it changed" % at, "full",
         lambda log, at=at: moved(record(last(log)), at), where=BAD)
case("of a larger tree", "full", lambda log: record(last(log)).replace(
    "\n%d\n" % len(log.entries), "\n%d\n" % (len(log.entries) + 1)),
     where=BAD)
case("of another root", "full", lambda log: record(last(log)).replace(
    b64(root_of([leaf_hash(e.text().encode()) for e in log.entries])),
    b64(bytes(32))), where=BAD)
case("without the log's signature", "full", lambda log: "\n".join(
    x for i, x in enumerate(record(last(log)).split("\n")) if i != 6),
     verdict="refused", says="record 1")
case("cut off", "full", lambda log: "\n".join(
    x for i, x in enumerate(record(last(log)).split("\n")) if i != 7),
     verdict="refused", says="record 1")
case("by a key of type 01", "full", lambda log: record(last(log)).replace(
    WITNESS.vkey(4), WITNESS.vkey()), verdict="refused", says="record 1")
case("with a line more", "full", lambda log: record(last(log)) + "\n",
     verdict="refused", says="record 2")
case("without its end", "full", lambda log: record(last(log))[:-1],
     verdict="refused", says="record 1")
case("by the log itself", "full", lambda log: record(last(log), Key(
    "auditor", log.session[log.officer("log")].seed)), where=BAD)

# What the log has signed elsewhere.


def head(log, size, entries):
    """A head by the log's own key, of whatever entries."""
    other = Log(log.path)
    other.entries = entries
    return other.checkpoint(size)


case("the end was taken away", "full", lambda log: record(head(
    log, len(log.entries) + 2, log.entries + log.entries[:2])),
     where=dict(BAD, fault="what came last was taken away"))
case("two histories", "full", lambda log: record(head(
    log, len(log.entries), log.entries[::-1])),
     where=dict(BAD, fault="two histories"))
case("a head that is not here", "full", lambda log: record(head(
    log, len(log.entries) - 1, log.entries)),
     where=dict(BAD, fault="not here"))
case("two histories in the second epoch, of two good witnesses", "epochs",
     lambda log: record(last(log)) + record(head(
         log, len(log.entries), log.entries[::-1]), OTHER),
     where=dict(BAD, fault="by 'other'"))


def moved(text, at):
    """One bit of the cosignature's bytes."""
    lines = text.split("\n")
    name, blob = lines[7].rsplit(" ", 1)
    raw = bytearray(base64.b64decode(blob))
    raw[at] ^= 1
    lines[7] = name + " " + b64(bytes(raw))
    return "\n".join(lines)


case("the signature of real keys, cosigned before the keys were changed",
     "full", lambda log: CHANGED[0], change=lambda path: changed(path),
     verdict="authentic", says=dict(cosigned_elsewhere=1))
CHANGED = []


def changed(path):
    CHANGED[:] = [record(last(Log(path)))]
    real()(path)
