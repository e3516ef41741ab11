#!/bin/sh
# Memory that runs out, in every question of `detente solve` and in `run`: each
# allocation of a command fails once, those of GSL, GLPK, GMP, SQLite, libyaml
# and jansson too. It must end with an error that is told, or with the same
# answer; never by a signal, in silence, or with another answer.
# STEP: every so many-th allocation (default 50); MOST: runs a command at most
# (default 25; 0: no limit). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
case $(ldd "$tests_program" 2>/dev/null) in
*libasan*) skip "the sanitizers have an allocator of their own" ;;
esac
# GSL, GLPK and GMP may be linked in, the allocator may not.
${CC:-cc} -O2 -shared -fPIC -o fail.so "$srcdir/tests/fail_alloc.c" ||
    skip "no compiler that makes shared objects"
runs=0
allocations=0

# survives COMMAND...: without bad ends
survives() {
	python3 "$srcdir/tests/fail_alloc.py" ./fail.so "${STEP:-50}" \
	    "${MOST:-25}" "$tests_program" "$@" >counts 2>&1
	failing=$?
	# shellcheck disable=SC2046 # words
	set -- $(tail -n 1 counts)
	allocations=$((allocations + ${1:-0}))
	runs=$((runs + ${3:-0}))
	[ $failing -eq 0 ] && [ "${3:-0}" -gt 0 ] || { cat counts; false; }
}

# tries ARGUMENT...
tries() {
	claim "memory runs out in: $*" survives "$@"
	[ -z "${VERBOSE:-}" ] || { echo "$*"; cat counts; }
}

hunt=$srcdir/data/games/stag-hunt.nfg
three=$srcdir/data/games/two-of-three.nfg
cat >sum.csv <<'END'
,left,right
top,3;-3,-1;1
bottom,-2;2,1;-1
END
cat >grim.yaml <<'END'
sweep: grim
scenario: two-powers
set: {payoffs: prisoners-dilemma, rounds: 0, continuation: 0.9, treaty: none,
  noise.slip: 0}
axes:
  us: {key: agents.us.strategy, values: [grim, always-race]}
  china: {key: agents.china.strategy, values: [grim, always-race]}
engine: chain
seed: 1
END
call sweep grim.yaml -o grim.db --quiet
check "there is a database to ask" $status -eq 0

# ---- Games ----

for method in all pure nash lemke-howson correlated quantal dominance \
    symmetric support lyapunov facts alpha-rank; do
	tries solve "$hunt" --method $method --time 0
done
tries solve sum.csv --method zero-sum
tries solve "$three" --method support --time 0
tries solve "$three" --method lyapunov --time 0

# ---- Treaties ----

short="--set rounds=6 --threads 1"
# shellcheck disable=SC2086 # words
{
	tries solve two-powers --treaty verified-halt $short
	tries solve two-powers --attribution --treaty verified-halt \
	    --want 0.9 $short
	tries solve two-powers --vary treaty.monitoring.miss=0.5:0.9:2 $short
	tries solve two-powers --attribution --treaty verified-halt $short
	tries solve two-powers --long-run --treaty none $short
	tries solve --coalitions two-powers --treaty climate-club $short
}
tries solve two-powers --payoff-set --continuation 0.5 --threads 1

# ---- Records, models and runs ----

tries solve --from grim.db --threads 1
for model in $("$detente" list models --format csv 2>/dev/null | sed 1d | cut -d, -f1); do
	tries solve --model "$model"
done
tries solve --model drift --vary d=0:0.01:2 --vary n=9:10:2 --result spread \
    --least 3 --svg map.svg --force
tries claims leverage
tries run two-powers --runs 2 --rounds 5 --seed 1 --threads 1
echo "$runs failures of $allocations allocations"
finish
