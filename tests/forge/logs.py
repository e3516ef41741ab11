"""Signed logs: texts changed without the keys; by who holds the seed; by who
holds one real key; by all who sign, together."""
import hashlib

from cases import both, forge, insert, real, remove, signed, sql
from ed25519 import Key, b64, session, simulated
from log import Entry

HASH = b64(hashlib.sha256(b"another").digest())

# ---- without any key ----
FIRST_OPEN = ("leaf = (SELECT min(leaf) FROM entry WHERE kind = 'open' AND"
              " text LIKE '%PAUSE%')")
for name, text, where in (
        ("an opening's move", "UPDATE entry SET text = replace(text, 'PAUSE',"
         " 'RACE') WHERE " + FIRST_OPEN, dict(table="entry", column="text")),
        ("a signature's byte", "UPDATE entry SET signature = 'A' ||"
         " substr(signature, 2) WHERE leaf = 9",
         dict(table="entry", leaf=9, column="text")),
        ("an entry", "DELETE FROM entry WHERE leaf = 20",
         dict(table="entry", leaf=21, fault="removed")),
        ("the last entries", "DELETE FROM entry WHERE leaf > 90",
         dict(table="checkpoint")),
        ("two leaves change places", "UPDATE entry SET leaf = leaf + 1000"
         " WHERE leaf IN (20, 21); UPDATE entry SET leaf = 1041 - leaf WHERE"
         " leaf > 999", dict(table="checkpoint")),
        ("an entry of another run", "UPDATE entry SET run = 2 WHERE leaf ="
         " 10", dict(table="entry", leaf=10, column="run")),
        ("its round", "UPDATE entry SET round = 7 WHERE leaf = 10",
         dict(table="entry", leaf=10, column="round")),
        ("its kind", "UPDATE entry SET kind = 'open' WHERE leaf = 10",
         dict(table="entry", leaf=10, column="kind")),
        ("its signer", "UPDATE entry SET signer = 3 WHERE leaf = 10",
         dict(table="entry", leaf=10, column="signer")),
        ("a space behind a text", "UPDATE entry SET text = text || ' ' WHERE"
         " leaf = 10", dict(table="entry", leaf=10, column="text")),
        ("an LF behind a text", "UPDATE entry SET text = text || char(10)"
         " WHERE leaf = 10", dict(table="entry", leaf=10, column="text")),
        ("a root", "UPDATE checkpoint SET note = replace(note, substr(note,"
         " -20, 4), 'AAAA')", dict(table="checkpoint")),
        ("a digest", "UPDATE checkpoint SET digest = printf('%.64c', '0')",
         dict(table="checkpoint", column="digest")),
        ("a checkpoint's size", "UPDATE checkpoint SET size = size - 1",
         dict(table="checkpoint")),
        ("a checkpoint", "DELETE FROM checkpoint",
         dict(table="checkpoint", fault="there is none")),
        ("a signer's name", "UPDATE signer SET name = 'usa' WHERE signer = 1",
         dict(table="signer", column="name")),
        ("a signer's role", "UPDATE signer SET role = 'referee' WHERE signer"
         " = 1", dict(table="signer", column="role")),
        ("a signer's key", "UPDATE signer SET session_vkey = identity_vkey"
         " WHERE signer = 1", dict(table="signer", column="session_vkey")),
        ("a signer", "PRAGMA foreign_keys = 0; DELETE FROM signer WHERE"
         " signer = 5", dict(table="signer"))):
    forge("a log without a key", name, "full", sql(text), where=where)

# ---- evidence taken away ----
ALL = ("PRAGMA foreign_keys = 0; DELETE FROM checkpoint; DELETE FROM entry;"
       " DELETE FROM signer;")
for base in ("full", "epoch"):
    forge("evidence removed", "all of it, of level " + base, base, sql(ALL),
          where=dict(table="checkpoint", fault="there is none"))
    forge("evidence removed", "checkpoints, of level " + base, base,
          sql("DELETE FROM checkpoint"),
          where=dict(table="checkpoint", fault="there is none"))
    forge("evidence removed", "entries and checkpoints, of level " + base,
          base, sql("DELETE FROM entry; DELETE FROM checkpoint"),
          where=dict(table="checkpoint", fault="there is none"))
    forge("evidence removed", "all, and said to be none: " + base, base,
          sql(ALL + "UPDATE experiment SET evidence = 'none'"),
          verdict="authentic", says=dict(keys="none"))
    forge("evidence removed", "all, said to be none, to who has pins: "
          + base, base,
          sql(ALL + "UPDATE experiment SET evidence = 'none'"),
          options=("--pin", "{base}.roster"),
          where=dict(table="signer", fault="nothing is signed"))
    forge("evidence removed", "said to be none: " + base, base,
          sql("UPDATE experiment SET evidence = 'none'"),
          where=dict(table="experiment", column="evidence"))
forge("evidence removed", "the last epoch, its rows as well", "epochs",
      sql("DELETE FROM outcome WHERE run > 100; DELETE FROM run WHERE run >"
          " 100; DELETE FROM entry WHERE leaf >= (SELECT size FROM checkpoint"
          " WHERE epoch = 1); DELETE FROM checkpoint WHERE epoch > 1"),
      where=dict(table="run", fault="removed"))
forge("evidence removed", "the last epoch, its entries alone", "epochs",
      sql("DELETE FROM entry WHERE leaf >= (SELECT size FROM checkpoint"
          " WHERE epoch = 1); DELETE FROM checkpoint WHERE epoch > 1"),
      where=dict(table="checkpoint", fault="an epoch was removed"))
forge("evidence removed", "the last epoch with its rows, said to be "
      "unfinished: nothing in the file denies it", "epochs",
      sql("DELETE FROM entry WHERE leaf >= (SELECT size FROM checkpoint"
          " WHERE epoch = 1); DELETE FROM outcome WHERE run > (SELECT"
          " last_run FROM checkpoint WHERE epoch = 1); DELETE FROM run WHERE"
          " run > (SELECT last_run FROM checkpoint WHERE epoch = 1);"
          " DELETE FROM checkpoint WHERE epoch > 1; UPDATE experiment SET"
          " ended_at = '', runs_stored = 0"),
      verdict="authentic", says=dict(complete=False))

# ---- by who holds the seed, and so every simulated key ----


def change(kind, key, value, n=0, bind=True):
    def make(log):
        log.all(kind)[n].set(key, value)
        if bind:
            log.bind()
    return make


def drop(kind, n=0, bind=False):
    return lambda log: remove(log, log.all(kind)[n])


def other_move(log):
    e = log.all("open")[3]
    e.set("move", "RACE" if e.get("move") == "PAUSE" else "PAUSE")
    log.bind()


def finding(log):
    """An alarm in a round in which there was none."""
    done = {(e.get("run"), e.get("round"), e.get("agent"))
            for e in log.all("finding")}
    o = next(e for e in log.all("open", run=2) if
             (e.get("run"), e.get("round"), e.get("agent")) not in done)
    last = [e for e in log.all("open", run=2) if
            e.get("round") == o.get("round")][-1]
    insert(log, Entry("detente.example/finding/v1\nrun %s\nround %s\n"
                      "inspector %s\nagent %s\nfound RACE\nevidence %s" % (
                          o.get("run"), o.get("round"),
                          log.officer("inspector"), o.get("agent"), HASH)),
           after=last)
    log.bind()


def withdraw(log):
    last = log.all("open", run=2)[-1]
    insert(log, Entry("detente.example/withdraw/v1\nrun 2\nround %s\n"
                      "agent %s\ntreaty %s" % (
                          last.get("round"), last.get("agent"),
                          log.all("ratify")[0].get("treaty"))), after=last)


def default_move(log):
    """A referee that notes a missing reveal, and the wrong default."""
    o = log.all("open", run=2)[-1]
    c = log.all("commit", run=2, round=o.get("round"),
                agent=o.get("agent"))[0]
    at = log.entries.index(o)
    log.entries[at] = Entry(
        "detente.example/missing/v1\nrun 2\nround %s\nreferee %s\nagent %s\n"
        "commit %s\ndefault %s" % (
            o.get("round"), log.officer("referee"), o.get("agent"),
            c.get("commit"), "RACE" if o.get("move") == "PAUSE" else "PAUSE"))
    log.ends = [log.entries[at] if x is o else x for x in log.ends]


def halt_of_one(log):
    for e in log.all("pledge", run=1):
        own = b64(log.session[e.get("agent")].public)
        e.lines = [x for x in e.lines if x[0] != "awaits"] + [["awaits", own]]


def pledge_less(log):
    """Only one of two pledges, which waits for itself alone."""
    halt_of_one(log)
    remove(log, log.all("pledge", run=1)[1])


def twice(kind):
    def make(log):
        e = log.all(kind)[0]
        insert(log, e.copy(), after=e)
    return make


def commit_again(log):
    e = log.all("commit")[0]
    again = e.copy()
    again.set("commit", HASH)
    insert(log, again, after=e)


def late_commit(log):
    """One agent commits when the other has opened."""
    e = log.all("commit", run=1, round=2)[1]
    after = log.all("open", run=1, round=2)[0]
    log.entries.remove(e)
    insert(log, e, after=after)


def no_opening(log):
    remove(log, log.all("open", run=1, round=3)[1])


def whole_round(log):
    """A round's words are gone, all of them."""
    for e in [e for e in log.entries if e.get("run") == "2" and
              e.get("round") == "4"]:
        remove(log, e)


def whole_run(log):
    for e in [e for e in log.entries if e.get("run") == "2"]:
        remove(log, e)


def run_more(log):
    last = [e for e in log.entries if e.get("run") == "3"]
    at = log.entries.index(last[-1]) + 1
    for e in reversed(last):
        again = e.copy()
        again.set("run", "4")
        log.entries.insert(at, again)
    log.bind()


def zero_nonce(log):
    log.all("open")[2].set("nonce", b64(bytes(32)))
    log.bind()


def same_nonce(log):
    a, b = log.all("open", agent="us")[:2]
    b.set("nonce", a.get("nonce"))
    log.bind()


def unbound(log):
    log.all("commit")[5].set("commit", HASH)


def stray_finding(log):
    log.all("finding")[0].set("evidence", HASH)


def other_digest(log):
    log.all("outcome")[0].set("digest", HASH)


def other_runs(log):
    log.all("outcome")[0].set("last-run", "2")


def digest_twice(log):
    e = log.all("outcome")[0]
    insert(log, e.copy(), before=e)


def ratify_other(log):
    log.all("ratify")[0].set("treaty", HASH)


def pledge_other(log):
    for e in log.all("pledge"):
        e.set("treaty", HASH)


def no_ratification(log):
    remove(log, log.all("ratify")[1])


def by_inspector(log):
    """An officer who gives himself the referee's role as well."""
    e = next(e for e in log.all("register") if e.get("role") == "inspector")
    e.set("role", "referee")
    log.signers = [(i, n, "referee" if r == "inspector" else r)
                   for i, n, r in log.signers]


def two_logs(log):
    name, key = "log-two", Key("real-log-two", bytes(range(32)))
    log.signers.append((6, name, "log"))
    log.take(name, key)
    insert(log, Entry("detente.example/register/v1\nexperiment %s\nagent %s\n"
                      "role log\nkey %s\nidentity %s" % (
                          log.key, name, log.session[name].vkey(),
                          key.vkey())), after=log.all("register")[-1])


def bystander(log):
    e = log.all("register")[0]
    e.set("role", "bystander")
    log.signers[0] = (1, log.signers[0][1], "bystander")


def epoch_root(log):
    log.all("epoch")[0].set("root", HASH)


def epoch_count(log):
    log.all("epoch")[0].set("commitments", "7")


def epoch_runs(log):
    log.all("epoch")[0].set("first-run", "2")


def no_root(log):
    remove(log, log.all("epoch")[0])


def root_twice(log):
    e = log.all("epoch")[0]
    insert(log, e.copy(), after=e)


def wrong_signer(log):
    """A commitment signed by the other party."""
    e = log.all("commit", agent="us")[0]
    log.wrong[id(e)] = log.session["china"]


def wrong_life(log):
    """A ratification signed by the session key, not by the identity."""
    e = log.all("ratify")[0]
    log.wrong[id(e)] = log.session[e.get("agent")]


def other_experiment(log):
    log.all("register")[1].set("experiment", "ab" * 32)


def other_order(log):
    """Parties commit in another order: as good."""
    a, b = log.all("commit", run=2, round=3)
    i, k = log.entries.index(a), log.entries.index(b)
    log.entries[i], log.entries[k] = b, a


FULL = (
    ("an opening and its commitment flipped", other_move, dict(
        table="entry", run=1)),
    ("a move that is none", change("open", "move", "MAYBE"), dict(
        table="entry", fault="PAUSE or RACE")),
    ("a finding removed", drop("finding"), dict(table="entry",
                                                fault="nobody signed it")),
    ("a finding invented", finding, dict(table="entry", run=2,
                                         fault="was not played")),
    ("a finding of the other move", change("finding", "found", "PAUSE"),
     dict(table="entry", fault="another move is signed")),
    ("a withdrawal that was never played", withdraw, dict(
        table="entry", run=2, fault="was not played")),
    ("a missing reveal with the wrong default", default_move, dict(
        table="entry", run=2)),
    ("a halt of one each", halt_of_one, dict(table="entry", run=1)),
    ("a halt of one", pledge_less, dict(table="entry", run=1)),
    ("a pledge twice", twice("pledge"), dict(table="entry")),
    ("pledges of another treaty", pledge_other, dict(
        table="entry", fault="another treaty")),
    ("another treaty ratified", ratify_other, dict(
        table="entry", fault="another treaty")),
    ("no ratification", no_ratification, dict(
        table="entry", fault="has not ratified")),
    ("ratified twice", twice("ratify"), dict(
        table="entry", fault="ratified already")),
    ("a commitment twice", commit_again, dict(
        table="entry", fault="committed twice")),
    ("a commitment behind an opening", late_commit, dict(
        table="entry", run=1, round=2, fault="after others had opened")),
    ("a commitment never opened", no_opening, dict(
        table="entry", run=1, round=3, fault="never opened")),
    ("a commitment to something else", unbound, dict(
        table="entry", fault="had not committed to")),
    ("a finding of something else", stray_finding, dict(
        table="entry", fault="not of its declaration")),
    ("a round's words removed", whole_round, dict(
        table="entry", run=2, round=4, fault="nobody signed it")),
    ("a run's words removed", whole_run, dict(
        table="entry", run=2, fault="nobody signed it")),
    ("a run's words more", run_more, dict(
        table="entry", fault="was not played")),
    ("a nonce of zeros", zero_nonce, dict(table="entry", fault="nonce")),
    ("a nonce twice", same_nonce, dict(table="entry", fault="nonce")),
    ("another digest of the rows", other_digest, dict(
        table="checkpoint", column="digest")),
    ("a digest of other runs", other_runs, dict(
        table="entry", fault="no epoch has")),
    ("a digest twice", digest_twice, dict(
        table="entry", fault="no epoch has")),
    ("an officer in another's office", by_inspector, dict()),
    ("a second log keeper", two_logs, dict(table="signer")),
    ("a party registered as bystander", bystander, dict(
        table="signer", agent=1, fault="another role")),
    ("a commitment signed by another", wrong_signer, dict(
        table="entry", fault="not signed by")),
    ("a ratification signed by the session", wrong_life, dict(
        table="entry", fault="not signed by")),
    ("a registration for another experiment", other_experiment, dict(
        table="entry", fault="another experiment")),
)
EPOCH = (
    ("a root's number of commitments", epoch_count, dict(
        table="entry", fault="not as many commitments")),
    ("a root's runs", epoch_runs, dict(
        table="entry", fault="no epoch has")),
    ("a root removed", no_root, dict(table="entry", fault="signs no root")),
    ("a root twice", root_twice, dict(table="entry",
                                      fault="a second root")),
    ("another treaty ratified", ratify_other, dict(
        table="entry", fault="another treaty")),
    ("another digest of the rows", other_digest, dict(
        table="checkpoint", column="digest")),
)
for name, make, where in FULL:
    # with simulated keys the log is made again, and its words may differ
    place = {k: v for k, v in where.items() if k in ("table",)}
    forge("by who holds the seed", name, "full", signed(make),
          where=place if place.get("table") != "checkpoint" else where)
    forge("by all real keys together", name, "full", real(make), where=where)
for name, make, where in EPOCH:
    forge("by who holds the seed", name, "epoch", signed(make),
          where=dict())
    forge("by all real keys together", name, "epoch", real(make),
          where=where)
forge("by who holds the seed", "a random root of an epoch", "epoch",
      signed(epoch_root), where=dict(table="entry"))
forge("by all real keys together", "a random root of an epoch: nothing in "
      "the file opens it, which is said", "epoch", real(epoch_root),
      verdict="authentic", says=dict(keys="real", roots_not_opened=2))
forge("by one real key", "a random root of the other's epoch", "epoch",
      real(epoch_root, ("china",)),
      where=dict(table="entry", agent=1, fault="not of the moves"))

# ---- by one of those who sign, with a real key: all is compared still ----
for who in ("us", "china", "log", "referee", "inspectorate"):
    forge("by one real key", who + ", and nothing is changed", "full",
          real(None, (who,)), verdict="authentic", says=dict(keys="mixed"))
    forge("by one real key", who + ", and a move is flipped", "full",
          real(other_move, (who,)), where=dict(table="entry"))
for name, make, where in FULL[:13]:
    forge("by one real key", "inspectorate: " + name, "full",
          real(make, ("inspectorate",)), where=where)
forge("by all real keys together", "nothing is changed", "full", real(),
      verdict="authentic", says=dict(keys="real", signers_simulated=0))
forge("by all real keys together", "parties commit in another order", "full",
      real(other_order), verdict="authentic")
forge("by all real keys together", "a row is changed", "full",
      both(real(), sql("UPDATE outcome SET breaches = 5 WHERE run = 1 AND"
                       " agent = 1")),
      where=dict(table="outcome", run=1, agent=1, column="breaches"))

# ---- keys that anybody can make, under names that do not say so ----


def named(agent, name, origin):
    def make(log):
        log.take(agent, simulated(int(log.seed), origin).renamed(name))
        log.follow([agent])
    return make


def raw_seed(log):
    log.take("us", Key("us-lab", int(log.seed).to_bytes(8, "little") +
                       bytes(24)))
    log.follow(["us"])


def derived_session(log):
    own = Key("us-lab", b"u" * 32)
    log.take("us", own, session(simulated(int(log.seed), "us"), log.key)
             .renamed("us-lab/" + log.key[:16]))
    log.follow(["us"])


def false_sim(log):
    log.take("us", Key("sim/us", b"x" * 32))
    log.follow(["us"])


KEYS = (
    ("a party's, under another name", named("us", "us-lab", "us"), dict(
        table="signer", agent=1, column="identity_vkey")),
    ("a party's of the other", named("us", "us-lab", "china"), dict(
        table="entry", leaf=1, fault="the key is another agent's")),
    ("the log's", named("log", "public-log", "log"), dict(
        table="signer", agent=3, column="identity_vkey")),
    ("the referee's", named("referee", "iaea", "referee"), dict(
        table="signer", agent=4, column="identity_vkey")),
    ("the inspectorate's", named("inspectorate", "iaea", "inspectorate"),
     dict(table="signer", agent=5, column="identity_vkey")),
    ("the inspectorate's, as a party's", named("us", "us-lab",
                                               "inspectorate"),
     dict(table="signer", agent=1, column="identity_vkey")),
    ("the seed itself", raw_seed, dict(
        table="signer", agent=1, column="identity_vkey")),
    ("a session that follows from the seed", derived_session, dict(
        table="signer", agent=1, column="session_vkey")),
    ("a stranger's that is named sim/us", false_sim, dict(
        table="signer", agent=1, column="identity_vkey")),
)
for name, make, where in KEYS:
    forge("keys that are none", name, "full", signed(make), where=where)

# ---- another's whole file ----
forge("signed afresh by a stranger", "all keys are his", "full",
      real(None), verdict="authentic", says=dict(signers_pinned=0))
forge("signed afresh by a stranger", "to who has pins", "full", real(None),
      options=("--pin", "{base}.roster"), where=dict(
          table="entry", fault="not pinned"))
forge("signed afresh by a stranger", "under the same names", "full",
      signed(None, (), "sim/"), where=dict(table="signer"))
forge("pins", "the honest file", "full", signed(None),
      options=("--pin", "{base}.roster"), verdict="authentic",
      says=dict(signers_pinned=5))
forge("pins", "a party's key is another's", "full", real(None, ("us",)),
      options=("--pin", "{base}.roster"),
      where=dict(table="entry", fault="not pinned"))
forge("pins", "the log keeper's key is another's", "full",
      real(None, ("log",)), options=("--pin", "{base}.roster"),
      where=dict(table="entry", fault="not pinned"))
