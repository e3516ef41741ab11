#!/bin/sh
# detente says what an independent reading of its manual says: tests/oracle
# plays detente-model(7) in Python, written from the manual alone. Random
# scenarios over all features of treaties: every figure of `run`, of the
# database and of each engine is exact, or within four standard errors; random
# treaties: the three answers of `solve`, their slacks, who gains most by what,
# and what complying is worth are those of a judge of its own; random races: all
# that rounds have follows from the moves in them. ORACLE_SEED
# chooses them, so that a check says the same of the same program everywhere;
# `make campaigns` draws a new one and prints it. ORACLE_CASES is how many of
# each. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
need python3
python3 -c 'import sqlite3, multiprocessing, sys
sys.exit(sys.version_info < (3, 8))' || skip "no Python 3.8 with sqlite3"

# The program itself, as two processes call it at once.
DETENTE=$tests_program python3 "$srcdir/tests/oracle/oracle.py" all \
	"${ORACLE_SEED:-1}" "${ORACLE_CASES:-150}" \
	"${ORACLE_CASES:-40}" "${ORACLE_CASES:-40}"
