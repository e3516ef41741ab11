#!/bin/sh
# Packed rounds: a file that keeps a byte a move says what one with a row each
# says, to stock SQLite and to every verb; what is changed in it is found. The
# expected rows are those of the same experiment kept as rows, and of a reading of
# the bytes in plain Python, by the words of detente-db(5) alone.
# FLIPS: every so many-th bit is flipped (default 3). Ends with "N passed, N
# failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3
SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH

# play FILE OPTIONS...
play() {
	do_it run two-powers --treaty verified-halt -S grim,deceiver \
	    --set rounds=4 --set noise.slip=0.1 --seed 3 --quiet \
	    --engine reference -o "$@"
}

# alike A B TABLE: row by row, both ways
alike() {
	says "$1" "attach '$2' as b; select (select count(*) from $3) > 0,
	    (select count(*) from (select * from main.$3 except select * from
	    b.$3)), (select count(*) from (select * from b.$3 except select *
	    from main.$3))" "1|0|0"
}

play rows.db --runs 9 --evidence full --detail rounds
claim "rounds are packed" play packed.db --runs 9 --evidence full --detail packed
for table in round move_code move tidy_rounds move_source tally_code pair \
    round_tally run outcome; do
	claim "$table is as rows have it" alike packed.db rows.db $table
done
claim "there are as many rows, none twice" says packed.db "select (select
    count(*) from round), (select count(*) from move_code), detail, command like
    '% --detail packed %' from experiment" "36|72|rounds|1"

# By the manual: a code is width bytes, the most significant first; it and
# experiment_id * 2^24 make a kind; agent 0 has the phases.
cat >bytes.py <<'END'
import sqlite3, sys
packed, rows = (sqlite3.connect(f) for f in sys.argv[1:3])
kinds = {k: rest for k, *rest in packed.execute("SELECT kind, phase, flags,"
         " alarms_seen, payoff, fine FROM packed_kind")}
moves, rounds = set(), set()
widths = set()
for e, run, agent, first, last, width, codes in packed.execute(
        "SELECT * FROM packed_move"):
    widths.add(width)
    assert len(codes) == width * (last - first + 1) <= 960
    for t in range(first, last + 1):
        at = (t - first) * width
        kind = kinds[(e << 24) + int.from_bytes(codes[at:at + width], "big")]
        if agent == 0:
            rounds.add((e, run, t, kind[0]))
        else:
            moves.add((e, run, t, agent) + tuple(kind[1:]))
assert moves == set(rows.execute("SELECT * FROM move_code")) != set()
assert rounds == set(rows.execute("SELECT * FROM round"))
print(*sorted(widths))
END
# bytes_say PACKED ROWS WIDTHS
bytes_say() {
	[ "$(python3 bytes.py "$1" "$2")" = "$3" ]
}
claim "the bytes say the same to who reads them by the manual" bytes_say \
    packed.db rows.db 1

# ---- Every verb ----

for ask in "query %s move-sources" "query %s end-effect --set last=2" \
    "query %s tit-for-tat-instead" "query %s first-breach" \
    "solve --from %s" "run --again %s --run 4" \
    "infer %s --bootstraps 0 --seed 1"; do
	for kind in rows packed; do
		# shellcheck disable=SC2059
		do_it $(printf "$ask" $kind.db) || true
		sed "s/$kind\.db/DB/g" out >$kind.said
		sed "s/$kind\.db/DB/g" err >>$kind.said
	done
	claim "the same is said by: $ask" eval \
	    '[ -s rows.said ] && cmp rows.said packed.said'
done
for kind in rows packed; do
	do_it export $kind.db --dir $kind.csv --quiet
	do_it report $kind.db -o $kind.html --quiet
	sed -i "s/$kind\.db/DB/g; s/--detail [a-z]* //g" $kind.html
done
for file in move round codebook; do
	sort rows.csv/$file.csv >rows.sorted
	sort packed.csv/$file.csv >packed.sorted
	claim "the exported $file has the same lines" cmp rows.sorted packed.sorted
done
claim "and the same files are exported" [ "$(ls rows.csv)" = "$(ls packed.csv)" ]
claim "so is the report, but for the hash of the file" eval \
    '[ "$(diff rows.html packed.html | grep -c "^<")" -le 1 ]'
claim "audit verifies it" eval 'do_it audit packed.db && grep -q "^AUTHENTIC" out &&
    grep -q "36 round, 72$" out'

# ---- Later, and back ----

play runs.db --runs 9 --evidence none --detail runs
play same.db --runs 9 --evidence none --detail packed
claim "rounds are packed later" do_it run --again runs.db --detail packed
for table in packed_kind packed_move packed_round tally_code pair; do
	claim "$table is as if packed at once" alike runs.db same.db $table
done
claim "the command says so" says runs.db "select command like
    '% --detail packed --runs 9 --seed 3' from experiment" 1
claim "a second time there is nothing to add" eval \
    '! do_it run --again runs.db --detail packed && grep -q "already" err'
play twice.db --runs 4 --evidence none --detail packed
claim "runs are added" play twice.db --runs 9 --evidence none --detail packed \
    --append
sqlite3 twice.db .dump | sed "s/--runs 4/--runs 9/" >twice.sql
sqlite3 same.db .dump >same.sql
claim "two halves are the whole, dump for dump" cmp twice.sql same.sql

claim "rows are packed by merge" do_it merge --detail packed small.db rows.db --quiet
claim "into what play packs" eval 'alike small.db packed.db packed_move &&
    alike small.db packed.db packed_kind && do_it audit small.db'
claim "and unpacked" do_it merge --detail rounds large.db packed.db --quiet
claim "into what play keeps" eval 'alike large.db rows.db move_code &&
    says large.db "select type from sqlite_schema where name = '\''round'\''" table &&
    do_it audit large.db'
play part.db --runs 5 --evidence none --detail packed
claim "packed parts merge to a packed whole" eval \
    'do_it merge whole.db part.db same.db --quiet &&
    alike whole.db same.db packed_move && do_it audit whole.db'

# ---- A file keeps all rounds alike ----

sqlite3 rows.db .dump >before
claim "packed ones do not go beside rows" eval \
    '! do_it run duel --runs 2 --seed 1 --rounds 3 --detail packed -o rows.db \
    --append --quiet && grep -q "merge --detail packed NEW rows.db" err &&
    sqlite3 rows.db .dump | cmp - before'
claim "into a packed file rounds go packed" eval \
    'do_it run duel --runs 2 --seed 1 --rounds 3 --detail rounds -o packed.db \
    --append --quiet && do_it audit packed.db &&
    says packed.db "select count(*) from packed_kind where experiment_id = 2
    and kind >> 24 = 2 and phase is not null" 1'

# ---- Long runs, and many kinds of moves ----

# 1,000 rounds are two rows, of 960 and 40.
for detail in rounds packed; do
	do_it run duel --set noise.slip=0.2 --rounds 1000 --runs 3 --seed 1 \
	    --evidence none --detail $detail -o long.$detail.db --quiet
	do_it run frontier --rounds 60 --set noise.slip=0.2 --runs 6 --seed 1 \
	    --set noise.private.miss=0.3 --set noise.private.false_alarm=0.3 \
	    --evidence none --detail $detail -o wide.$detail.db --quiet
done
claim "a long run has several rows" says long.packed.db "select
    group_concat(last_round - first_round + 1) from packed_move where run = 1
    and agent = 0" 960,40
claim "which say what rows say" bytes_say long.packed.db long.rounds.db 1
claim "and the views" alike long.packed.db long.rounds.db move_code
claim "more than 256 kinds take two bytes" bytes_say wide.packed.db \
    wide.rounds.db "1 2"
claim "and the views read them" eval \
    'alike wide.packed.db wide.rounds.db tidy_rounds'
claim "a packed file is audited" do_it audit wide.packed.db
# Pages of the tables, of 3,000 rounds of two.
claim "they take a tenth of the room" says long.packed.db "attach
    'long.rounds.db' as b; select 10 * (select sum(pgsize) from
    dbstat where name = 'packed_move') < (select sum(pgsize) from dbstat('b')
    where name in ('move_code', 'round'))" 1

# ---- What is changed is found ----

# found SQL WORDS: after the change the audit says so
found() {
	cp same.db forged.db
	sqlite3 forged.db "pragma ignore_check_constraints = 1; $1"
	do_it audit forged.db
	[ $? -eq 4 ] && grep -q "$2" out
}
of="where run = 2 and agent = 1"
claim "a row that is gone" found "delete from packed_move $of" 'move_code.*removed'
claim "a phase that is gone" found \
    "delete from packed_move where run = 2 and agent = 0" 'round.*removed'
claim "a row of a run that was not played" found "insert into packed_move select
    experiment_id, run, agent, 5, 8, width, codes from packed_move $of" \
    'packed_round'
claim "a row twice" found "insert into packed_move select experiment_id, run,
    agent, 2, 4, width, substr(codes, 2) from packed_move $of" 'run 2'
claim "bytes too many" found "update packed_move set codes = cast(codes ||
    substr(codes, 2, 1) as blob) $of" 'has not 1 bytes for each'
claim "a width" found "update packed_move set width = 2 $of" \
    'has not 2 bytes for each'
claim "a number of a round" found "update packed_move set first_round = 2 $of" \
    'has not 1 bytes for each'
claim "a code of no kind" found "update packed_move set codes = cast(x'ff' ||
    substr(codes, 2) as blob) $of" 'the code 255 is'
claim "a move's code that is a phase's" found "update packed_move set codes =
    cast(x'00' || substr(codes, 2) as blob) $of" 'the code 0 is'
for change in "flags = flags + 8" "alarms_seen = 2" "payoff = payoff + 1" \
    "fine = fine + 1"; do
	claim "a kind of moves: $change" found "update packed_kind set $change
	    where kind = (select min(kind) from packed_kind where flags is not
	    null)" "${change%% *}: is"
done
claim "a phase" found "update packed_kind set phase = 'ended' where phase =
    'in force'" 'phase: is'
claim "a kind that no round is of" found "insert into packed_kind select kind + 1,
    1, null, 0, 0, 7.0, 0.0 from packed_kind order by kind desc limit 1" \
    'is of no round'
claim "numbers of rounds that nobody played" found \
    "insert into packed_round values (5)" 'packed_round'

# Each bit of the rows of a run: by its replay, for no signature covers it.
cat >flip.py <<'END'
import sqlite3, sys
db = sqlite3.connect("forged.db")
db.execute("PRAGMA ignore_check_constraints = 1")
agent, bit = int(sys.argv[1]), int(sys.argv[2])
of = " WHERE run = 5 AND agent = %d" % agent
codes = bytearray(db.execute("SELECT codes FROM packed_move" + of).fetchone()[0])
codes[bit // 8] ^= 1 << bit % 8
db.execute("UPDATE packed_move SET codes = ?" + of, (bytes(codes),))
db.commit()
END
missed=
agent=0
while [ $agent -le 2 ]; do
	bit=$agent
	while [ $bit -lt 32 ]; do
		cp same.db forged.db
		python3 flip.py $agent $bit
		"$detente" audit forged.db >out 2>err
		[ $? -eq 4 ] || [ $? -eq 3 ] || missed="$missed $agent:$bit"
		bit=$((bit + ${FLIPS:-3}))
	done
	agent=$((agent + 1))
done
claim "no flipped bit of a packed run passes" [ -z "$missed" ]

finish
