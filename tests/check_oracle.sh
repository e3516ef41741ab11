#!/bin/sh
# detente says what an independent reading of its manual says: tests/oracle
# plays detente-model(7) in Python, written from the manual alone. Random
# scenarios over all features of treaties: every figure of `run`, of the
# database and of each engine is exact, or within four standard errors; random
# treaties: verdict, best departure, slack and all values of `solve` are those
# of a value iteration of its own. ORACLE_SEED chooses them (drawn and printed
# where not given), ORACLE_CASES how many of each. Ends with "N passed, N
# failed".
srcdir=${srcdir:-.}
DETENTE=${DETENTE:-$PWD/detente}
DETENTE_PATH=$(cd "$srcdir" && pwd)
PYTHONDONTWRITEBYTECODE=1
export DETENTE DETENTE_PATH PYTHONDONTWRITEBYTECODE
python=${PYTHON:-python3}
if ! "$python" -c 'import sqlite3, multiprocessing, sys
sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
	echo "skipped: needs Python 3.8 or newer with its module sqlite3"
	exit 77
fi
exec "$python" "$srcdir/tests/oracle/oracle.py" all \
	"${ORACLE_SEED:-$(date +%s)}" "${ORACLE_CASES:-200}"
