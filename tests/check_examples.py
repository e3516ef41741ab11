#!/usr/bin/env python3
"""Runs the examples of pages as a reader copies them, and holds what the page
shows of their output against what they print.

    check_examples.py [-p] [-t] PAGE...

In a literal block, a line that begins with "$ " is a command; it goes on while
the shell would ask for more: after a backslash, within quotes, up to the end of
a here-document. The lines below, up to the next command, are its output; "..."
alone stands for any number of lines. A command without lines below may say
anything, but must succeed. What goes to standard error (advice, figures of time)
may be left out. Commands of a page run in its order, in one folder that is empty
at first; "$ cd" and "$ export" hold for those below. "$ cat FILE", where there
is no such file yet, makes it: the lines below are what the reader writes.
A comment of mdoc, .\\" given: COMMAND, is run before all: it makes the files that
the page takes for granted. Commands that serve pages until they are interrupted
are not run here, nor those whose program is not installed, which is said.

-p prints the page's commands with all that they print, for the author, as mdoc
or, of a page in Markdown, as it is; -t the processor time of each."""
import html.parser
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile

SERVES = re.compile(r'detente (classroom|explore)\b(?!.*--(plan|rehearse|help))')
LIMIT = 120 * float(os.environ.get('SLOW', '1'))
# What people type into; completions are for it.
SHELL = shutil.which('bash') or 'sh'
# Commands of these are passed over where they are not installed.
OPTIONAL = {'Rscript', 'cc', 'datasette', 'gnuplot', 'minisign', 'openssl',
            'pkg-config', 'signify-openbsd', 'sqlite3', 'xxd'}
# What readers' tools turn into other letters, unless it is written as \(aq ...
CURLY = {"'": r'\(aq', '`': r'\(ga', '^': r'\(ha', '~': r'\(ti'}


class Blocks(html.parser.HTMLParser):
    """The literal blocks of a page of mandoc's, as text: .Bd and .Dl."""

    def __init__(self):
        super().__init__()
        self.blocks, self.inside, self.display = [], None, False

    def handle_starttag(self, tag, attributes):
        kind = (dict(attributes).get('class') or '').split()
        if tag == 'pre' or tag == 'code' and self.display:
            self.inside = tag
            self.blocks.append('')
        self.display = tag == 'div' and 'Bd' in kind

    def handle_endtag(self, tag):
        if tag == self.inside == 'code':        # flows, as no <pre> does
            self.blocks[-1] = ' '.join(self.blocks[-1].split())
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


def blocks_of(page):
    """The literal blocks of a page, as text that a reader can copy."""
    if page.endswith('.md'):
        with open(page) as file:
            return re.findall(r'^```.*\n((?:.*\n)*?)^```$', file.read(), re.M)
    parser = Blocks()
    parser.feed(subprocess.run(['mandoc', '-Thtml', '-Ofragment', page],
                               check=True, text=True,
                               stdout=subprocess.PIPE).stdout)
    return parser.blocks


def goes_on(command):
    """Whether the shell would ask for another line."""
    document = re.search(r"<<-?\s*['\"]?(\w+)", command)
    if document:
        return not re.search(r'\n\s*%s$' % document[1], command)
    try:
        shlex.split(command)
    except ValueError:
        return True
    return command.endswith('\\')


def examples_of(page):
    """[command, lines below it] of a page, in order."""
    found = []
    for block in blocks_of(page):
        mine = []
        for line in map(str.rstrip, block.rstrip().split('\n')):
            if mine and not mine[-1][1] and goes_on(mine[-1][0]):
                mine[-1][0] += '\n' + line
            elif line.startswith('$ '):
                mine.append([line[2:], []])
            elif mine:
                mine[-1][1].append(line)
        found += mine
    return found


def pieces(wanted):
    """What is shown, cut where lines were left out."""
    found = [[]]
    for line in wanted:
        if line == '...':
            found.append([])
        else:
            found[-1].append(line)
    return found


def differs(wanted, got):
    """The first piece of what is shown that is not there, or None."""
    first, *rest = pieces(wanted)
    if not rest:
        return None if first == got else first
    if got[:len(first)] != first:
        return first
    at = len(first)
    for piece in rest[:-1]:
        at = next((place for place in range(at, len(got) + 1)
                   if got[place:place + len(piece)] == piece), None)
        if at is None:
            return piece
        at += len(piece)
    end = len(got) - len(rest[-1])
    return None if at <= end and got[end:] == rest[-1] else rest[-1]


def lines(text):
    """As compared: without the blanks at the ends of lines and of all."""
    return [line.rstrip() for line in text.rstrip().split('\n')] if text else []


def run(command):
    """Exit status, output and messages of a line of the shell."""
    try:
        done = subprocess.run([SHELL, '-c', command], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, errors='replace', check=False,
                              timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return 1, [], ['no end after %.0f s' % LIMIT]
    return done.returncode, lines(done.stdout), lines(done.stderr)


def programs(command):
    """The first words of a command's pipes."""
    plain = re.sub(r"'[^']*'|\"[^\"]*\"", '""', command.split('<<')[0])
    plain = plain.replace('\\\n', ' ')
    return [part.split()[0] for part in re.split(r'\|+|&&|;', plain)
            if part.split() and '=' not in part.split()[0]]


def absent(command):
    """A program for readers that a command needs and that is not installed."""
    return next((word for word in programs(command) if word in OPTIONAL
                 and run('command -v ' + word)[0] != 0), None)


def keeps(command, below):
    """Whether it was one whose effect outlasts it: a file that the reader
    writes, another folder, a variable."""
    name = re.fullmatch(r'cat ([\w.-]+)', command)
    if name and below and not os.path.exists(name[1]):
        with open(name[1], 'w') as file:
            file.write('\n'.join(below) + '\n')
        return True
    if re.fullmatch(r'cd [\w./-]+', command) and os.path.isdir(command[3:]):
        os.chdir(command[3:])
        return True
    variable = re.fullmatch(r'export (\w+)=(.*)', command)
    if variable:
        os.environ[variable[1]] = ' '.join(shlex.split(variable[2]))
    return bool(variable)


def fault(command, below):
    """What is wrong of an example, as lines; none where it is right."""
    status, out, err = run(command)
    if not below:
        return [] if status == 0 else ['exit %d' % status] + (out + err)[-4:]
    faults = [differs(below, got) for got in (out, err + out, out + err)]
    if None in faults:
        return []
    return ['the page shows: ' + line for line in faults[0][:5]] + [
        'it prints: ' + line for line in (out + err)[:60]]


def written(line, page):
    """A line as an author writes it into a page."""
    if page.endswith('.md'):
        return line
    line = line.replace('\\', '\\e')
    for letter, escape in CURLY.items():
        line = line.replace(letter, escape)
    return '\\&' + line if line.startswith('.') else line


def curly(page):
    """Lines of a page's commands whose quotes are not those of a shell where
    they are copied from a formatted page."""
    if page.endswith('.md'):
        return []
    with open(page) as file:
        return [line.rstrip() for line in file
                if re.match(r'(\.Dl )?\$ ', line) and set(line) & set(CURLY)]


def given(page):
    """Makes what the page takes for granted; the number of failures."""
    failed = 0
    with open(page) as file:
        for command in re.findall(r'^\.\\" given: (.*)', file.read(), re.M):
            if keeps(command, []):
                continue
            status, out, err = run(command)
            if status != 0:
                failed += 1
                print(f'failed: {os.path.basename(page)}: given: {command}')
                print('\n'.join(out + err))
    return failed


def check_page(page, options):
    """Numbers of examples that are right and wrong."""
    passed, failed = 0, given(page)
    for line in curly(page):
        failed += 1
        print(f'failed: {os.path.basename(page)}: a quote that does not'
              f' survive copying: {line}')
    for command, below in examples_of(page):
        if SERVES.match(command) or keeps(command, below):
            continue
        if absent(command):
            print(f'no {absent(command)}: not run: {command}')
            continue
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        if '-p' in options:
            print('\n'.join(written(line, page) for line in
                            ['$ ' + command] + sum(run(command)[1:], [])))
            continue
        faults = fault(command, below)
        passed, failed = passed + (not faults), failed + bool(faults)
        if faults:
            print(f'failed: {os.path.basename(page)}: $ {command}')
            print('\n'.join('    ' + line for line in faults))
        if '-t' in options:
            used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            print(f'{used - before:6.2f} s {command}')
    return passed, failed


def main():
    options = [word for word in sys.argv[1:] if word in ('-p', '-t')]
    pages = [os.path.abspath(word) for word in sys.argv[1:]
             if word not in options]
    passed, failed = 0, 0
    before = dict(os.environ)
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            os.environ.update(HOME=folder)
            counts = check_page(page, options)
            passed, failed = passed + counts[0], failed + counts[1]
            os.chdir('/')
            os.environ.clear()
            os.environ.update(before)
    if '-p' not in options:
        print(f'{passed} passed, {failed} failed')
    return failed != 0


if __name__ == '__main__':
    sys.exit(main())
