"""check_status: no status is dropped without a word; see check_status.sh.

    check_status.py SOURCE BUILD COMPILER

Every .c file is looked at by a compiler that knows C23, to which enum
dt_status is [[nodiscard]]. Functions that write what they return into the
error or the faults that they are given may be called for that alone.
"""
import glob
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TELL = {"dt_faults_add", "dt_faults_status", "dt_status_fail",
        "dt_status_no_memory", "dt_status_unread"}
SAID = re.compile(r"(.*?):(\d+):(\d+): (warning|error): (.*)")
source, build, compiler = sys.argv[1:4]
FLAGS = ["-std=gnu2x", "-fsyntax-only", "-Wunused-result", "-I" + source +
         "/src", "-I" + build, "-I" + build + "/src", "-DDT_BINDIR=\"\"",
         "-DDT_PKGLIBDIR=\"\"",
         "-DDT_PKGDATADIR=\"\"", "-DDT_SOURCE_DIR=\"\""]


def look(path):
    done = subprocess.run([*compiler.split(), *FLAGS, path],
                          capture_output=True, text=True)
    with open(path) as f:
        lines = f.read().split("\n")
    found = []
    for said in done.stderr.splitlines():
        m = SAID.match(said)
        if m is None or not os.path.samefile(m[1], path):
            continue
        call = lines[int(m[2]) - 1].strip()
        dropped = "ignoring return value" in m[5]
        if m[4] == "error" or (dropped and
                               call.split("(")[0] not in TELL):
            found.append(f"{path}:{m[2]}: {call if dropped else m[5]}")
    return found


test = "enum [[nodiscard]] e { A }; enum e f(void); void g(void) { f(); }"
known = subprocess.run([*compiler.split(), "-std=gnu2x", "-fsyntax-only", "-x",
                        "c", "-Werror=unused-result", "-"], input=test,
                       capture_output=True, text=True)
if "nodiscard" not in known.stderr:
    print("the compiler does not know [[nodiscard]]: skipped")
    sys.exit(77)
files = sorted(glob.glob(source + "/src/*/*.c"))
with ThreadPoolExecutor(os.cpu_count()) as pool:
    found = list(pool.map(look, files))
for one in sum(found, []):
    print("dropped:", one)
bad = sum(bool(f) for f in found)
print(f"{len(files) - bad} passed, {bad} failed")
sys.exit(bad > 0 or not files)
