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

# Kept: the rounds are the record, the audit plays again from it and calls
# nobody: it holds where the program is no more.
cp "$agent" ./player
mine="agents.us.strategy={command: [./player, tft]}"
call run two-powers --runs 6 --rounds 30 --seed 3 --set "$mine" -o kept.db
check 'it is kept' $status -eq 0
check 'each move says what chose it' "$(sqlite3 kept.db 'SELECT DISTINCT
    a.name, source FROM move_source JOIN agent AS a USING (experiment_id, agent)
    ORDER BY a.agent' | tr '\n' ' ')" = 'us|command china|strategy '
check 'with all rounds' "$(sqlite3 kept.db 'SELECT detail FROM experiment')" \
    = rounds
rm player
call audit kept.db
check 'the audit plays it again' $status -eq 0
claim 'AUTHENTIC' grep -q '^AUTHENTIC' out
claim 'and says that 180 moves are the record' sh -c \
    "tr -s '\n ' ' ' <out | grep -q 'whether 180 moves are what programs'"
claim 'in JSON' sh -c "'$detente' audit kept.db --format json |
    grep -q '\"moves_from_record\": 180'"
cp kept.db forged.db
sqlite3 forged.db "UPDATE move_code SET flags = (flags | 1) - (flags & 1)
    WHERE run = 4 AND round = 7 AND agent = 1"
claim 'a move that was changed shows' exits 4 audit forged.db
cp kept.db forged.db
sqlite3 forged.db "DELETE FROM move_code WHERE run = 4 AND agent = 1"
claim 'and ones that were removed' exits 4 audit forged.db
claim 'rounds are not left out' exits 2 run two-powers --set "$mine" \
    --detail runs -o other.db

# One that dies in run 3 leaves what was finished: two runs of ten rounds.
call run $game --runs 5 --rounds 10 --set "$(plays us die 25)" \
    --evidence none -o part.db
check 'it died' $status -eq 3
check 'two runs stay' "$(sqlite3 part.db 'SELECT count(*) FROM run')" -eq 2
claim 'and are what was played' sh -c "'$detente' audit part.db >out; grep -q \
    'INCOMPLETE: 3 of 5' out && ! grep -q '^NOT AUTH' out"

# Nobody starts a program who was not asked to play.
cat >trap.yaml <<END
strategy: trap
command: [touch, sprung]
END
call check trap.yaml
call show strategy ./trap.yaml
call solve $game -S ./trap.yaml,tit-for-tat
call sweep two-powers --vary noise.slip=0,0.1 -S ./trap.yaml,grim --runs 2
call tournament ./trap.yaml grim -o cup.db
check 'nor is it kept what no command finds again' $status -eq 2
claim 'no program was started' test ! -e sprung
call tournament ./trap.yaml grim
claim 'a tournament starts it, in the folder of its file' test -e sprung

# ---- Negotiators ----

# bargains AGENT MODE...
bargains() {
	seat=$1
	shift
	echo "parties.$seat.negotiator={negotiator: outside, command: [$agent, $(
	    echo "$*" | sed 's/ /, /g')], time_limit: 0.3}"
}
cat >pause.yaml <<END
menu: pause
base: grim
clauses: {miss: {key: monitoring.miss, values: [0, 0.1]}}
negotiator: {negotiator: plain, start: 0, accept: gain}
parties: {one: {}, two: {}}
deadline: 6
END
talks='duel --menu ./pause.yaml -c 0.95 -s 3'

# Who accepts all takes the other's first offer, in the round it is made.
call negotiate $talks --menu-set "$(bargains two yes)" --format csv \
    --table events
check 'a program bargains' $status -eq 0
claim 'it accepts' grep -q 'two,accepts\|two.*accepts' out
# Who accepts nothing and proposes what the other takes for itself: none.
call negotiate $talks --menu-set "$(bargains one no)" --menu-set \
    "$(bargains two no)"
claim 'two that refuse all come to nothing' grep -q \
    'No text entered into force: talks ended after 6 rounds (deadline)' out
call negotiate $talks --menu-set "$(bargains one first)" --menu-set \
    "$(bargains two yes)"
claim 'the first text in the first round' grep -q 'one proposes' out
call negotiate $talks --menu-set "$(bargains one walk)"
claim 'one that walks out' grep -q 'one leaves\|one walks out' out

# One that dies in the 21st answer of 20 negotiations: those before are told.
call negotiate $talks -n 20 --menu-set "$(bargains one die 21)"
check 'one that dies: a fault' $status -eq 3
claim 'what was finished is told' grep -q '^In 0 of [1-9] negotiations' out
claim 'says who and when' grep -q "of agent 'one', in round [1-6] of" err
call negotiate $talks -n 20 --menu-set "$(bargains one die 21)" \
    --vary menu.deadline=5,6
check 'of a cell that it broke off nothing is told' $status -eq 3
claim 'but why' grep -q "of agent 'one', in round [1-6] of" err
for mode in hang flood nonsense lines crash; do
	call negotiate $talks --menu-set "$(bargains one $mode)"
	check "$mode in talks: a fault" $status -eq 3
	claim "$mode in talks: told" grep -q 'It was ended' err
done
claim 'other protocols say so' exits 2 negotiate $talks --protocol pledges \
    --menu-set "$(bargains one yes)"
claim 'and which serve' grep -q 'offers, ultimatum and quota' err
has python3 && claim 'the example in Python' exits 0 negotiate $talks \
    --menu-set parties.one.negotiator=haggler
has python3 && claim 'the player in Python' exits 0 run two-powers --runs 2 \
    --set agents.us.strategy=mine

# What it started goes with it.
call run $game --runs 1 --set "$(plays us child number)"
check 'a child that hangs: a fault' $status -eq 3
sleep 0.1
# a zombie that nobody has waited for is as dead
claim 'neither is left' sh -c \
    'ps -o stat= -p "$(cat number)" | grep -v "^Z" | wc -l | grep -qx " *0"'
finish
