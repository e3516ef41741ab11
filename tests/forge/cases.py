"""What a forgery is, and the tools that most of them need."""
import hashlib
import sqlite3

from log import Log

ALL = []


class Forgery:
    """Made of a base file by `make`; the audit must end with `verdict` and,
    where it is no, name a fault that fits: a dict of its JSON, in which words
    under `fault` need only occur."""

    def __init__(self, group, name, base, make, verdict="not authentic",
                 where=None, options=(), says=None, status=None,
                 beside=False):
        self.group, self.name, self.base = group, name, base
        self.make, self.verdict = make, verdict
        self.where, self.options, self.says = where, options, says
        self.status = status
        # what is forged is a file beside the database
        self.beside = beside


def forge(group, name, base, make, **rest):
    ALL.append(Forgery(group, name, base, make, **rest))


def sql(*statements):
    """Changes rows and signs nothing."""
    def make(path):
        db = sqlite3.connect(path)
        db.execute("PRAGMA ignore_check_constraints = 1")
        for text in statements:
            db.executescript(text)
        db.commit()
        db.close()
    return make


def signed(change, real=None, prefix="real-"):
    """Changes the log, and has everybody sign what it then says. real: a list
    of names that have real keys; () is all of them; None: nobody."""
    def make(path):
        log = Log(path)
        if real is not None:
            log.real(list(real) or None, prefix)
        if change is not None:
            change(log)
        log.put()
    return make


def real(change=None, names=()):
    return signed(change, names)


def both(first, second):
    def make(path):
        first(path)
        second(path)
    return make


def remove(log, *entries):
    """Takes entries out; a checkpoint that ended with one ends before it."""
    for e in entries:
        at = log.entries.index(e)
        log.ends = [log.entries[at - 1] if x is e else x for x in log.ends]
        del log.entries[at]


def insert(log, entry, after=None, before=None):
    at = log.entries.index(after) + 1 if after is not None else \
        log.entries.index(before)
    log.entries.insert(at, entry)
    return entry


def digest(path):
    """SHA-256 of all that a file says, in the order of its dump."""
    db = sqlite3.connect(path)
    try:
        h = hashlib.sha256()
        for line in db.iterdump():
            h.update(line.encode("utf-8", "surrogateescape"))
        return h.hexdigest()
    except (sqlite3.Error, UnicodeError):
        return None
    finally:
        db.close()
