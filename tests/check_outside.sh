#!/bin/sh
# Agents from outside: programs that play, and programs that die, hang, flood
# or lie: a clear fault, nothing left behind, what was finished stays.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

agent=$builddir/tests/agent
# plays AGENT MODE...: its strategy is the test agent in that mode.
plays() {
	seat=$1
	shift
	echo "agents.$seat.strategy={command: [$agent, $(echo "$*" |
	    sed 's/ /, /g')], time_limit: 0.3}"
}
game='two-powers -t none -S tit-for-tat,alternator --set noise.slip=0'

# Where nothing is left to chance, tit for tat from outside scores as the
# automaton does, to the last digit.
call run $game --runs 2 --format csv
cut -d, -f3- out >inside.csv
call run $game --runs 2 --set "$(plays us tft)" --format csv
check 'a program plays' $status -eq 0
cut -d, -f3- out >outside.csv
# the exact columns are of automata alone
claim 'as the automaton' sh -c "cut -d, -f1-3,5-6 inside.csv >a &&
    cut -d, -f1-3,5-6 outside.csv >b && diff a b"

# It is told 1 line at the start, 2 a round and 1 at the end of each run.
call run $game --runs 3 --rounds 50 --set "$(plays us count told)"
check 'it is told of all' "$(cat told)" -eq $((3 * (1 + 2 * 50 + 1)))

# What it draws from the number that it is given is the same each time, by any
# number of threads, and differs between runs.
for threads in 1 4; do
	call run $game --runs 20 --rounds 1 --seed 4 -j $threads \
	    --set "$(plays us drawn)" --format csv
	cp out drawn.$threads
done
claim 'the same seed, the same play' cmp drawn.1 drawn.4
claim 'its number differs between runs' sh -c \
    "! cut -d, -f4 drawn.1 | sed -n 2p | grep -qx '[01]'"

# Two programs at one table.
call run $game --runs 2 --rounds 10 --set "$(plays us tft)" \
    --set "$(plays china race)" --format csv
check 'two programs play' $status -eq 0
claim 'tit for tat is taken in once' grep -q '^us,program,2,0.1,' out

# fault WORDS MODE...: refused with these words, soon, and named.
fault() {
	words=$1
	shift
	call run $game --runs 3 --rounds 20 --set "$(plays us "$@")"
	check "$1: a fault of input" $status -eq 3
	claim "$1: says what it did" grep -q "$words" err
	claim "$1: says who" grep -q "of agent 'us', in round" err
	claim "$1: and that it was ended" grep -q 'It was ended' err
}
fault 'ended with status 3' die 5
fault 'in round 5 of run 1' die 5
fault 'killed by signal 9' crash
fault 'no answer within' hang
fault '65536 bytes and no end of line' flood
fault 'more than one line' lines
fault 'it answered\|it wrote' talk
fault "answered 'I would rather not.'" nonsense
fault 'an answer is' huge
call run $game --set \
    'agents.us.strategy={command: [no-such-program-here]}' --runs 1
check 'what is no program: a fault of input' $status -eq 3
claim 'it says so' grep -q "cannot be started: No such file" err

# What it started goes with it.
call run $game --runs 1 --set "$(plays us child number)"
check 'a child that hangs: a fault' $status -eq 3
sleep 0.1
# a zombie that nobody has waited for is as dead
claim 'neither is left' sh -c \
    'ps -o stat= -p "$(cat number)" | grep -v "^Z" | wc -l | grep -qx " *0"'
finish
