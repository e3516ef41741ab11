#!/bin/sh
# A sweep by two ranks of MPI makes the database that one process makes, for a
# grid that chain, lanes and reference answer. Skipped where the program was
# built without MPI. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
detente=$(cd "$(dirname "${DETENTE:-./detente}")" && pwd)/$(basename "${DETENTE:-detente}")
DETENTE_PATH=$(cd "$srcdir" && pwd)
OMPI_ALLOW_RUN_AS_ROOT=1
OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
SOURCE_DATE_EPOCH=1700000000
export DETENTE_PATH OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM
export SOURCE_DATE_EPOCH
skip() {
	echo "$1: skipped"
	exit 77
}
command -v sqlite3 >/dev/null || skip "no sqlite3"
"$detente" --version | grep -q "MPI [0-9]" || skip "built without MPI"
command -v mpirun >/dev/null || skip "no mpirun"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0
failed=0

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
	    --quiet -o "$name.db" >/dev/null 2>stderr &&
	    sqlite3 "$name.db" .dump >"$name.sql" && [ -s "$name.sql" ]
}

for engine in auto reference lanes chain; do
	if makes "one-$engine" "$engine" env &&
	    makes "two-$engine" "$engine" mpirun --oversubscribe -n 2 &&
	    cmp -s "one-$engine.sql" "two-$engine.sql"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "failed: two ranks and one process, engine $engine"
		sed 's/^/    /' stderr | head -n 5
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
