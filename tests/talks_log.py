"""talks_log.py DB: reads the signed entries of talks as they are in the table
entry, by what detente-evidence(7) says of them, and fails where one of these
does not hold. Nothing of the program's own reading is used.

- each proposal, answer, signature and vote at home is an entry, and says the
  same as its step: who, when, what, of the text with that hash;
- who signs a text in a round has proposed it, or said yes to it, or pledged in
  that round, and has not refused it: what was refused obliges nobody;
- all signatures of a text in a round name the same keys, those of all who sign
  it there: the last of them is the one entry at which it binds;
- a text enters into force only behind that entry, and behind the votes at home
  of who is bound.
"""
import base64
import collections
import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
keys = {}
talks = [row[0] for row in db.execute(
    "SELECT experiment_id FROM experiment WHERE engine = 'talks'"
    " AND evidence = 'full'")]
assert talks, "no talks that are fully signed"


def fields(text):
    """A first line, and the lines behind it: key to list of values."""
    lines = text.split("\n")
    found = collections.defaultdict(list)
    for line in lines[1:]:
        key, value = line.split(" ", 1)
        found[key].append(value)
    return lines[0], found


SAYS = {"proposes": ("propose", None), "accepts": ("answer", "ACCEPT"),
        "refuses": ("answer", "REFUSE"), "pledges": ("answer", "PLEDGE"),
        "signs": ("sign", None), "ratifies": ("home", "RATIFIED"),
        "rejects": ("home", "REJECTED"), "enters": ("enter", None),
        "accedes": ("accede", None), "leaves": ("leave", None),
        "breaks": ("end", "BROKEN-OFF"), "expires": ("end", "DEADLINE")}

seen = collections.Counter()
for t in talks:
    vkey = {name: base64.b64decode(vkey.split("+", 2)[2])[1:]
            for name, vkey in db.execute("SELECT name, session_vkey FROM"
                                         " signer WHERE experiment_id = ?",
                                         (t,))}
    hashes = {number: base64.b64encode(bytes.fromhex(sha)).decode()
              for number, sha in db.execute(
                  "SELECT text, sha256 FROM talks_text WHERE experiment_id"
                  " = ?", (t,))}
    steps = db.execute("SELECT run, round, name, does, text FROM talks_step"
                       " WHERE experiment_id = ? AND does NOT IN ('passes',"
                       " 'fails') ORDER BY run, event", (t,)).fetchall()
    entries = [row for row in db.execute(
        "SELECT kind, text FROM entry WHERE experiment_id = ? AND run > 0"
        " ORDER BY leaf", (t,))]
    assert len(steps) == len(entries), (len(steps), len(entries))
    rounds = collections.defaultdict(list)
    for (run, number, name, does, text), (kind, words) in zip(steps, entries):
        first, said = fields(words)
        wanted, word = SAYS[does]
        assert kind == wanted and first == "detente.example/%s/v1" % kind
        assert said["run"] == [str(run)] and said["round"] == [str(number)]
        assert name is None or said["agent"] == [name], (name, words)
        assert text is None or said["treaty"] == [hashes[text]], words
        assert word is None or word in [v[0] for k, v in said.items()
                                        if k in ("answer", "vote", "end")]
        seen[does] += 1
        rounds[run, number].append((does, name or "referee", text, said))
    for events in rounds.values():
        signed = [(name, text, said["awaits"])
                  for does, name, text, said in events if does == "signs"]
        for name, text, awaits in signed:
            assert awaits == sorted(
                (base64.b64encode(vkey[other]).decode()
                 for other, same, _ in signed if same == text),
                key=base64.b64decode)
        for at, (does, name, text, said) in enumerate(events):
            before = events[:at]
            if does == "signs":
                assert not any(d == "refuses" and n == name and x == text
                               for d, n, x, _ in before)
                # a text that stood before this round was agreed to then
                fresh = any(d == "proposes" and x == text
                            for d, n, x, _ in before)
                pledged = any(d == "pledges" for d, n, x, _ in before)
                assert pledged or not fresh or any(
                    n == name and x == text and d in ("proposes", "accepts")
                    for d, n, x, _ in before), (name, text, before)
            if does == "enters":
                assert all((n, text) in [(b[1], b[2]) for b in before
                                         if b[0] == "signs"]
                           for n, x, _ in signed if x == text)
                assert any(b[0] == "ratifies" for b in before)
print(" ".join("%d %s" % (n, what) for what, n in sorted(seen.items())))
