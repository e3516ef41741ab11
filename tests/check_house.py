#!/usr/bin/env python3
"""Holds the objects of a build against the law of the house, at link level.

A file of src/ knows another if its object needs a symbol that the other's
object defines. Claims, one a line of the law or a file:

- a room knows only the rooms that tests/layers.txt lets it include;
- no files know each other in a circle, but for those of tests/circles.txt;
- sizes: rooms, files and functions stay small enough to be read;
- each file of the library has a name of its own.

Usage: check_house.py SRCDIR BUILDDIR. Ends with "N passed, N failed".
"""
import collections
import os
import re
import subprocess
import sys

ROOM_SHARE = .15        # of all lines of .c and .h files
ROOM_FILES = 45         # .c files; cmd, with one file a verb, apart
FILE_LINES = 350
FUNCTION_LINES = 45     # from its opening brace to its closing one

srcdir, builddir = sys.argv[1:3]
passed, failed = 0, 0


def claim(holds, complaint):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(complaint)


def lines_of(path):
    with open(path, encoding='utf-8') as file:
        return file.read().split('\n')[:-1]


def law():
    """Room -> rooms that it may know."""
    may = {}
    for line in lines_of(f'{srcdir}/tests/layers.txt'):
        if re.match(r'[a-z]+:', line):
            room, rest = line.split(':')
            may[room] = set(rest.split()) | {room}
    return may


def listed_circles():
    """The circles that may stand: FILE FILE...: why."""
    return [(set(line.split(':')[0].split()), line)
            for line in lines_of(f'{srcdir}/tests/circles.txt')
            if line and line[0] != '#']


def objects():
    """room/file -> object, of each source; older builds leave others."""
    found = {}
    for folder, _, files in os.walk(f'{builddir}/src'):
        room = os.path.basename(folder)
        for name in files:
            if name.endswith('.o') and room != 'src':
                stem = re.sub(r'^detente-', '', name)
                file = f'{room}/{stem[:-2]}'
                if os.path.exists(f'{srcdir}/src/{file}.c'):
                    found[file] = f'{folder}/{name}'
    return found


def symbols(paths):
    """Of each object what it defines and what it needs; one nm for all."""
    text = subprocess.run(['nm', '-A', '-g', *paths], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    found = {path: (set(), set()) for path in paths}
    for line in text.splitlines():
        path, _, rest = line.rpartition(':')
        *_, kind, name = rest.split()
        found[path][kind in 'Uw'].add(name)
    return found


def arrows(found):
    """File -> files that it knows, each with a symbol that shows it."""
    owner, needs = {}, {}
    of = symbols(list(found.values()))
    for file, path in found.items():
        defines, needs[file] = of[path]
        for name in defines:
            owner.setdefault(name, file)
    know = {file: {} for file in found}
    for file in found:
        for name in sorted(needs[file]):
            if owner.get(name, file) != file:
                know[file].setdefault(owner[name], name)
    return know


def circles(know):
    """Strongly connected sets of more than one file (Tarjan 1972)."""
    number, low, stack, out = {}, {}, [], []

    def visit(file):
        number[file] = low[file] = len(number)
        stack.append(file)
        for other in know[file]:
            if other not in number:
                visit(other)
            if other in stack:
                low[file] = min(low[file], low[other])
        if low[file] == number[file]:
            at = stack.index(file)
            if len(stack) - at > 1:
                out.append(set(stack[at:]))
            del stack[at:]

    sys.setrecursionlimit(10000)
    for file in sorted(know):
        if file not in number:
            visit(file)
    return out


def check_links(found):
    may, know, allowed = law(), arrows(found), listed_circles()
    for file in sorted(know):
        room = file.split('/')[0]
        for other, name in know[file].items():
            claim(other.split('/')[0] in may.get(room, ()),
                  f'{file} may not know {other} (by {name})')
    there = circles(know)
    for circle in there:
        claim(any(circle == listed for listed, _ in allowed),
              'a circle: ' + ' '.join(sorted(circle)))
        if not any(circle == listed for listed, _ in allowed):
            for file in sorted(circle):
                for other, name in sorted(know[file].items()):
                    if other in circle:
                        print(f'  {file} -> {other} ({name})')
    for listed, line in allowed:
        claim(listed in there, f'circles.txt: is no circle any more: {line}')


def check_functions(path, lines):
    """A body begins with a lone '{' in the first column."""
    start = None
    for i, line in enumerate(lines):
        if line == '{':
            start = i
        elif line == '}' and start is not None:
            claim(i - start - 1 <= FUNCTION_LINES,
                  f'{path}:{start + 1}: a function of {i - start - 1} lines; '
                  f'at most {FUNCTION_LINES}')
            start = None


def check_sizes(may):
    size, files = collections.Counter(), collections.Counter()
    for folder, _, names in os.walk(f'{srcdir}/src'):
        room = os.path.basename(folder)
        for name in sorted(names):
            path = f'{folder}/{name}'
            if not re.search(r'\.[ch]$', name) or name.endswith('_sql.h') or \
                    name == 'version.h':
                continue
            lines = lines_of(path)
            size[room] += len(lines)
            files[room] += name.endswith('.c')
            claim(len(lines) <= FILE_LINES, f'{path}: {len(lines)} lines; '
                  f'at most {FILE_LINES}')
            check_functions(path, lines)
    total = sum(size.values())
    for room in sorted(may):
        claim(size[room] <= ROOM_SHARE * total, f'{room}/: {size[room]} of '
              f'{total} lines; at most {ROOM_SHARE:.0%}')
        claim(room == 'cmd' or files[room] <= ROOM_FILES,
              f'{room}/: {files[room]} .c files; at most {ROOM_FILES}')


def check_names():
    """Files of the library have names of their own: readers look for them by
    name, and where two are alike the archiver copies all objects first."""
    rooms = collections.defaultdict(list)
    for folder, _, names in os.walk(f'{srcdir}/src'):
        room = os.path.basename(folder)
        for name in names:
            if name.endswith('.c') and room not in ('cmd', 'cli', 'sql'):
                rooms[name].append(room)
    for name, where in sorted(rooms.items()):
        claim(len(where) == 1, f'{name} is in {", ".join(sorted(where))}')


def check_scripts():
    """`make check` runs a test's script as a program, which a shell does not
    ask for."""
    for name in sorted(os.listdir(f'{srcdir}/tests')):
        if name.startswith('check_') and name.endswith('.sh'):
            path = f'{srcdir}/tests/{name}'
            claim(os.access(path, os.X_OK), f'{path}: chmod +x')


check_sizes(law())
check_names()
check_scripts()
found = objects()
claim(len(found) > 100, f'{builddir}/src has no objects')
check_links(found)
print(f'{passed} passed, {failed} failed')
sys.exit(failed > 0)
