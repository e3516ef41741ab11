"""forgeries.py DETENTE FOLDER [GROUP]: makes each forgery of tests/forge from
the base files in FOLDER, has it audited, and says which came out otherwise
than expected. The last line counts. Standard library alone."""
import collections
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "forge"))
import cases  # noqa: E402
import cosigned  # noqa: E402,F401
import logs  # noqa: E402,F401
import rows  # noqa: E402,F401
import solutions  # noqa: E402,F401
import sweeps  # noqa: E402,F401

EXIT = {"authentic": 0, "not authentic": 4, "not shown": 4, "nothing": 4,
        "refused": 3}


def audit(program, path, options):
    done = subprocess.run([program, "audit", path, "--format", "json",
                           "--no-progress", *options], capture_output=True,
                          check=False)
    try:
        report = json.loads(done.stdout) if done.stdout else {}
    except json.JSONDecodeError:
        report = {}
    return done.returncode, report, done.stderr.decode(errors="replace")


def fits(fault, where):
    return all(v in fault.get(k, "") if k == "fault" else fault.get(k) == v
               for k, v in where.items())


def what_is_wrong(f, code, report, err):
    """None, or how the answer differs from what is expected."""
    wanted = EXIT[f.verdict] if f.status is None else f.status
    if code != wanted:
        return "exit %d, not %d: %s" % (code, wanted,
                                        report.get("faults") or err)
    if f.verdict == "refused":
        return None if (f.says or "") in err else "said: " + err
    if report.get("verdict") != f.verdict:
        return "said '%s'" % report.get("verdict")
    if f.where is not None and not any(fits(x, f.where)
                                       for x in report["faults"]):
        return "not named %s: %s" % (f.where, report["faults"][:4])
    # an experiment with a fault is not called authentic
    for e in report["experiments"] + report["sweeps"]:
        if e["authentic"] and e["faults_found"]:
            return "an experiment with faults is called authentic"
    said = dict(report, **(report["experiments"][0]
                           if report["experiments"] else {}))
    for key, value in (f.says or {}).items():
        if not (value(said.get(key)) if callable(value) else
                said.get(key) == value):
            return "%s is %s, not %s" % (key, said.get(key), value)
    return None


def main():
    program, folder = sys.argv[1:3]
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    seen = collections.Counter()
    bad = collections.Counter()
    path = os.path.join(folder, "forged.db")
    for f in cases.ALL:
        if not f.group.startswith(wanted):
            continue
        base = os.path.join(folder, f.base)
        shutil.copy(base + ".db", path)
        before = cases.digest(path)
        f.make(path)
        wrong = what_is_wrong(f, *audit(program, path, [
            o.format(base=base, folder=folder) for o in f.options]))
        if wrong is None and f.verdict == "not authentic" and \
                not f.beside and cases.digest(path) == before:
            wrong = "the forgery changes nothing"
        seen[f.group] += 1
        if wrong:
            bad[f.group] += 1
            print("%s: %s (%s): %s" % (f.group, f.name, f.base, wrong))
    for group in seen:
        print("%4d %s, %d unexpected" % (seen[group], group, bad[group]))
    print("%d forgeries, %d unexpected" % (sum(seen.values()),
                                           sum(bad.values())))
    return 1 if bad else 0


sys.exit(main())
