#!/usr/bin/env python3
"""What is cited: sources.py DETENTE ROOT WHAT, for tests/check_sources.sh.

  keys    every key that a file cites is one of a work
  cited   every work is cited by a file, or named by a page or a comment
  named   every author with a year in files, pages and comments is a work
  claims  a sweep that names a hypothesis cites its claim
  values  the counts of data/published/README.md are those of its files
  facts   every fact says how well it is known; prints the counts: `make facts`
  list    each fact: its file, how well it is known, what it says, what is cited

Reads files with regular expressions alone: no library of YAML is at hand.
"""
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

program, root, what = sys.argv[1:4]
works = json.loads(subprocess.check_output(
    [program, "list", "sources", "--format", "json"]))["entries"]
keys = {w["name"] for w in works}
files = sorted(f for folder in ("agents", "treaties", "data") for f in
               glob.glob(os.path.join(root, folder, "**", "*.yaml"),
                         recursive=True) if "bibliography" not in f)
pages = sorted(f for pattern in ("man/*.in", "man/*.[57]", "src/*/*.[ch]",
                                 "tests/*.[ch]", "data/*/README.md")
               for f in glob.glob(os.path.join(root, pattern))
               if "bibliography" not in f)


def flat(path):
    """A file as one line: comments, strings and macros broken by lines."""
    text = open(path, encoding="utf-8").read()
    text = re.sub(r'\s*\n\s*(\*|#|\.\\"|\.[A-Z][a-z] )?\s*', " ", text)
    return re.sub(r'" +"', "", text)


def cites(path):
    """(key, place) of all lists `cites: [...]`, in or out of quotes."""
    text = open(path, encoding="utf-8").read()
    for listed in re.findall(r"^\s*cites: \[(.*?)\]$", text, re.M | re.S):
        for quoted, bare in re.findall(r"'([^']*)'|([\w.-]+)",
                                       re.sub(r"\s+", " ", listed)):
            key, _, place = (quoted or bare).partition(",")
            yield key, place.strip()


def plain(text):
    """Without accents: files whose words runs are known by keep theirs."""
    return "".join(c for c in unicodedata.normalize("NFKD", text)
                   if not unicodedata.combining(c))


def forms(work):
    """How a text may name it: all authors, or the first "and others"."""
    names, _, year = plain(work["cited"]).rpartition(" ")
    first = re.split(", | and ", names)[0]
    yield names, year
    for others in (" and others", " et al."):
        yield first + others, year
    if year[-1] in "ab":
        yield names, year[:-1]


named = {}
for work in works:
    for names, year in forms(work):
        named.setdefault((names.split(" and ")[-1].split(", ")[-1], year),
                         set()).add(work["name"])
        named.setdefault((names, year), set()).add(work["name"])

NAME = r"(?:(?:van den|von|van|da|de|Dal|den|Maynard) )?(?:d')?[A-Z][\w'-]+"
YEAR = re.compile(
    r"((?:%s)(?:(?:, (?:%s))*,? and (?:others|%s)| et al\.)?),? \(?"
    r"((?:1[789]|20)\d\d[ab]?)\b" % (NAME, NAME, NAME))
# What stands before a year and is no author: months, the ends of treaties'
# names, and of institutions, which are looked for apart.
NOT = set("""January February March April May June July August September
October November December Read DT_STAKES_RUNS Foundation Glossary Kingdom
Treaties Arms Change Destruction Layer Missiles Treaty Weapons""".split())
INSTITUTIONS = {plain(w["cited"]): w["name"] for w in works
                if " and " not in w["cited"] and "," not in w["cited"]}


def years(path):
    text = flat(path)
    for cited in INSTITUTIONS:
        if cited in text:
            yield tuple(cited.rpartition(" ")[::2])
            text = text.replace(cited, "")
    for match in YEAR.finditer(text):
        who, year = match.group(1), match.group(2)
        who = re.sub(r"'s$", "", who)
        if who.split()[-1] not in NOT and who not in NOT:
            yield who, year


def known(who, year):
    who = plain(who)
    last = who.split(" and ")[-1].split(", ")[-1]
    return (who, year) in named or (last, year) in named and last != "others"


def keys_():
    dead = [(f, k) for f in files for k, _ in cites(f) if k not in keys]
    assert not dead, dead
    assert sum(len(list(cites(f))) for f in files) > 400


def cited():
    used = {k for f in files for k, _ in cites(f)}
    for page in pages:
        for who, year in years(page):
            who = plain(who)
            used |= named.get((who, year), set())
            used |= named.get((who.split(" and ")[-1].split(", ")[-1], year),
                              set())
    idle = sorted(keys - used)
    assert not idle, idle


def named_():
    lost = sorted({(who, year, os.path.relpath(f, root))
                   for f in files + pages for who, year in years(f)
                   if not known(who, year)})
    assert not lost, lost


def claims():
    have = {os.path.basename(f)[:-5] for f in files if "/claims/" in f}
    for path in files:
        text = open(path, encoding="utf-8").read()
        said = {h.lower() for h in re.findall(r"\b(H[1-7])\b", text)}
        if "/sweeps/" not in path or not said:
            continue
        listed = re.search(r"^claims: \[(.*)\]$", text, re.M)
        assert listed, (path, said)
        assert said <= set(re.split(r",\s*", listed.group(1))) <= have, path


WORDS = ("sourced", "stylised", "opinion")


def told():
    """(path, word, fact): each fact that a file lists, and each file, field or
    value that says how well it is known."""
    for path in files:
        kind = os.path.relpath(path, root)
        text = open(path, encoding="utf-8").read()
        assert "from memory" not in text, path
        block = re.search(r"^facts:\n((?:  .*\n)+)", text, re.M)
        listed = re.split(r"^  - ", block.group(1), flags=re.M)[1:] \
            if block else []
        if listed:
            assert any(cites(path)) or "(sourced" not in block.group(1), (
                "sourced, and cites nothing", path)
        for fact in listed:
            word = re.search("|".join(WORDS), fact)
            assert word, (path, fact)
            yield kind, word.group(0), re.sub(r"\s+", " ", fact).strip()
        for status in re.findall(r"^\s*status: (\w+)$", text, re.M):
            values_of = re.findall(r"^  (.*?): \{\s*at: ", text, re.M)
            word = "sourced" if status in ("derived", "printed", "quoted") else status
            if "published" in kind:
                for name in values_of:
                    yield kind, word, "%s: %s" % (status, name)
            else:
                said = re.search(r"^summary: (?:>-\n)?((?:.+|\n  .+)+)", text,
                                 re.M)
                yield kind, word, "of the file: " + (
                    re.sub(r"\s+", " ", said.group(1)) if said else "")


def facts():
    count = {}
    for kind, word, _ in told():
        folder = kind.rsplit(os.sep, 1)[0].split(os.sep)
        folder = folder[1] if folder[0] == "data" else folder[0]
        row = count.setdefault(folder, dict.fromkeys(WORDS, 0))
        row[word] += 1
    for folder in sorted(count):
        print("%-12s" % folder, ", ".join("%d %s" % (
            count[folder][word], word) for word in WORDS))
    keys_()
    print("facts: %s, 0 from memory; 0 dead keys" % ", ".join(
        "%d %s" % (sum(row[word] for row in count.values()), word)
        for word in WORDS))


def list_():
    for kind, word, fact in told():
        print("%s\t%s\t%s\t%s" % (kind, word, fact, "; ".join(
            ", ".join(filter(None, cite))
            for cite in cites(os.path.join(root, kind)))))


# Works that were read and are no books, chapters or articles.
PLACES = {"gambit-2025": "programs", "gametheory-jl-2026": "programs",
          "gonit-sora-2026": "web"}


def values():
    count, of = {"printed": 0, "quoted": 0, "derived": 0}, 0
    where = {}
    for path in glob.glob(os.path.join(root, "data/published/*.yaml")):
        text = open(path, encoding="utf-8").read()
        status = re.search(r"^status: (\w+)$", text, re.M).group(1)
        n = len(re.findall(r"^  .*?: \{\s*at: ", text, re.M))
        count[status] += n
        of += 1
        assert (status == "quoted") == (
            "quotes it" in re.sub(r"\s+", " ", text)), path
        if status in ("printed", "quoted"):
            assert any(place for _, place in cites(path)), path
        if status == "printed":
            kind = PLACES.get(next(cites(path))[0], "books")
            where[kind] = where.get(kind, 0) + n
    said = open(os.path.join(root, "data/published/README.md")).read()
    numbers = re.search(r"In (\d+) files: (\d+) values are printed, (\d+) "
                        r"quoted, (\d+) derived", said)
    now = of, count["printed"], count["quoted"], count["derived"]
    assert tuple(map(int, numbers.groups())) == now, now
    numbers = re.search(r"Of the (\d+), (\d+) stand in books, chapters and "
                        r"articles, (\d+) in the documentation of other "
                        r"programs, (\d+) on a page", " ".join(said.split()))
    now_where = (now[1],) + tuple(
        where.get(kind, 0) for kind in ("books", "programs", "web"))
    assert tuple(map(int, numbers.groups())) == now_where, now_where
    front = open(os.path.join(root, "README.md")).read()
    numbers = re.search(r"finds (\d+) values again: (\d+) derived .*?, (\d+) "
                        r"printed .*?, (\d+)\s+as\s+others\s+quote", front,
                        re.S)
    now_there = sum(now[1:]), now[3], now[1], now[2]
    assert tuple(map(int, numbers.groups())) == now_there, now_there
    assert where["books"] >= 25
    print("published values: %d printed, %d quoted, %d derived" % now[1:])


{"keys": keys_, "values": values, "cited": cited, "named": named_, "claims": claims,
 "facts": facts, "list": list_}[what]()
