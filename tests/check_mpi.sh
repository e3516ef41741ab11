#!/bin/sh
# A sweep by two ranks of MPI makes the database that one process makes, for a
# grid that chain, lanes and reference answer. Skipped where the program was
# built without MPI. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
OMPI_ALLOW_RUN_AS_ROOT=1
OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
SOURCE_DATE_EPOCH=1700000000
export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM SOURCE_DATE_EPOCH
need sqlite3
"$detente" --version | grep -q "MPI [0-9]" || skip "built without MPI"
need mpirun

cat >grid.yaml <<'YAML'
sweep: grid
scenario: two-powers
set: {payoffs: prisoners-dilemma, rounds: 30}
axes:
  treaty: {key: treaty, values: [none, new-start, verified-halt]}
  slip: {key: noise.slip, from: 0.001, to: 0.1, steps: 4, log: yes}
runs: 150
seed: 5
YAML

# makes NAME ENGINE COMMAND...: the dump of the sweep's database
makes() {
	name=$1
	engine=$2
	shift 2
	timeout 120 "$@" "$detente" sweep grid.yaml --engine "$engine" \
	    --quiet -o "$name.db" >/dev/null 2>err &&
	    sqlite3 "$name.db" .dump >"$name.sql" && [ -s "$name.sql" ]
}

# agree ENGINE
agree() {
	makes "one-$1" "$1" env &&
	    makes "two-$1" "$1" mpirun --oversubscribe -n 2 &&
	    cmp -s "one-$1.sql" "two-$1.sql"
}

for engine in auto reference lanes chain; do
	claim "two ranks and one process, engine $engine" agree $engine
done
finish
