#!/bin/sh
# Runs of a database, played again: shown by their numbers, and given rounds that
# were not kept. What is added is held against the same experiment played with
# its rounds at once, by another call. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH


play() {
	do_it run two-powers --treaty verified-halt -S grim,deceiver \
	    --set rounds=12 --set noise.slip=0.1 --runs 9 --seed 3 \
	    --engine reference --evidence none -o "$@" --quiet
}

play runs.db --detail runs
play all.db --detail rounds
cp runs.db kept.db

# ---- A run, shown ----

# Its moves by plain SQL from the file that has them.
moves="select group_concat(substr(executed, 1, 1), '') from (select executed from
    move where run = 7 and agent = 1 order by round)"
claim "a run is played again" do_it run --again runs.db --run 7 --format json
claim "move by move" eval 'grep -q "\"executed\": \"$(sqlite3 all.db "$moves")\"" \
    out'
claim "in words, with its strip" eval 'do_it run --again runs.db --run 7 &&
    grep -q "^Run 7 of experiment 1 in runs.db, played again: as it is kept" out &&
    grep -q "^Run 7, round by round" out'
claim "the strip has its letters" eval '[ "$(sed -n "/round by round/,\$p" out |
    sed -n "s/^us *//p" | tr pr PR)" = "$(sqlite3 all.db "$moves")" ]'
claim "to look changes nothing" cmp runs.db kept.db
claim "a run that is not there is named" eval \
    '! do_it run --again runs.db --run 10 && grep -q "no run 10: 9 were" err'
claim "so is an experiment" eval \
    '! do_it run --again runs.db --run 1 --experiment 2 &&
    grep -q "has no experiment 2" err'
claim "a file that is not there stays away" eval \
    '! do_it run --again none.db --detail rounds && [ ! -e none.db ]'
claim "what plays something else is refused" eval \
    '! do_it run --again runs.db --run 1 --seed 4 && grep -q "no --seed" err'

# By lanes: run 530 is in its second block.
do_it run duel --runs 600 --seed 2 --rounds 70 --engine lanes --evidence none \
    -o lanes.db --quiet
claim "a run of the engine lanes is shown too" do_it run --again lanes.db \
    --run 530 --format json
paused=$(sqlite3 lanes.db "select sum(rounds_paused) from outcome
    where run = 530")
pauses_told() {
	sed -n 's/.*"executed": "\([PR]*\)".*/\1/p' out | tr -d 'R\n'
}
claim "with as many pauses as it has" eval '[ -n "$paused" ] &&
    [ "$(pauses_told | wc -c)" = "$paused" ]'
claim "a long one in stretches" eval 'do_it run --again lanes.db --run 530 &&
    grep -q "^rounds 51 to 70" out'
claim "but it has no rounds to keep" eval \
    '! do_it run --again lanes.db --detail rounds && grep -q "engine lanes" err'

# ---- Rounds, added ----

claim "rounds are added" do_it run --again runs.db --detail rounds
for table in round move_code tally_code pair round_tally run outcome; do
	claim "$table is as if kept at once" says runs.db "attach 'all.db' as a;
	    select count(*) from (select * from main.$table except
	    select * from a.$table)
	    union all select count(*) from (select * from a.$table except
	    select * from main.$table)" "0
0"
done
claim "the command says so" says runs.db "select detail, command like
    '% --detail rounds --runs 9 --seed 3', command like '%--detail runs%'
    from experiment" "rounds|1|0"
claim "audit verifies all of it" eval 'do_it audit runs.db &&
    grep -q "^AUTHENTIC" out'
claim "a second time there is nothing to add" eval \
    '! do_it run --again runs.db --detail rounds && grep -q "already" err'

# fails WORD: and the file is as it was, row by row
fails() {
	sqlite3 forged.db .dump >before
	! do_it run --again forged.db --detail rounds && grep -q "$1" err &&
	    sqlite3 forged.db .dump | cmp - before
}
cp kept.db forged.db
sqlite3 forged.db 'update outcome set payoff_total = payoff_total + 1
    where run = 8 and agent = 2'
claim "a run that was not played so is refused, and nothing is added" fails \
    'run 8: its rows'
claim "and it is not shown" eval '! do_it run --again forged.db --run 8'
cp kept.db forged.db
sqlite3 forged.db "update experiment set ended_at = '', runs_stored = 0"
claim "one that is not whole waits" fails 'not whole'
play forged.db --detail runs --force --evidence epoch
claim "one that is signed stays as it was signed" fails 'is signed as it is'

finish
