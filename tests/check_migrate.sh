#!/bin/sh
# Databases of older versions: read as if they were of this one, and left alone;
# brought to this one before they are written, with a copy beside; whole after
# any failure or kill. tests/version-1.sql is a file that détente 0.1.0 wrote,
# tests/version-2.sql, -3.sql and -4.sql ones that 0.2.0 wrote before its tables
# were of versions 3, 4 and 5.
# KILLS: how many kills (default 6). Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH


# is SQL WANTED: what the stock shell says of old.db, or of DB=
is() {
	says "${DB:-old.db}" "$1" "$2"
}

old() {
	rm -f "$1" "$1".*
	sqlite3 "$1" <"$DETENTE_PATH/tests/version-${2:-1}.sql" >/dev/null
}

play() {
	do_it run two-powers --treaty verified-halt \
	    --set treaty.monitoring.common_mode=0 -S grim,deceiver \
	    --set rounds=5 --set noise.slip=0.1 --runs "${2:-9}" --seed 3 \
	    -o "$1" --append --quiet --engine reference
}

# ---- Read ----

# By the dump: fines are -33 in all and monitoring -6.16. No signals are common
# in it, since how these are drawn has changed (the model's version).
old old.db
cp old.db kept.db
claim "it is of version 1" is 'pragma user_version' 1
claim "with what is paid below 0" is \
    'select total(fines_total) from outcome' -33.0
claim "a query reads it" do_it query old.db --format csv \
    'select total(fines_total), round(total(monitoring_total), 9) from outcome'
claim "with what is paid above 0" [ "$(tail -n 1 out)" = 33,6.16 ]
claim "a query reads moves" do_it query old.db --format csv \
    'select total(fine), min(fine) from tidy_rounds'
claim "with fines above 0" [ "$(tail -n 1 out)" = 14,0 ]
claim "a named query reads it" do_it query old.db who-pays
claim "cells have the names of now" do_it query old.db --format csv \
    "select printf('%g,%g', sum(breaches_missed_per_run),
    sum(fines_per_run)) as sums from cell_outcome"
claim "and their numbers" [ "$(tail -n 1 out | tr -d '"')" = "$(sqlite3 old.db \
    "select printf('%g,%g', sum(missed_per_run), -sum(fines_per_run))
    from cell_outcome")" ]
claim "audit verifies what was signed then" do_it audit old.db
claim "and finds it authentic" grep -q '^AUTHENTIC' out
claim "solve --from reads it" do_it solve --from old.db
claim "show evidence reads it" do_it show evidence old.db --run 1 --round 1
claim "reading leaves it alone" cmp old.db kept.db

# What is read of an older file is a copy, and the copy has a bound: here the
# header says 262145 pages of 4096 bytes, and the file has them, as a hole.
refuses_large() {
	cp old.db large.db
	[ "$(sqlite3 large.db 'pragma page_size')" = 4096 ] || return
	truncate -s 1073745920 large.db
	printf '\000\004\000\001' |
	    dd of=large.db bs=1 seek=28 conv=notrunc 2>dd.err
	do_it query large.db "select 1"
	[ $? -eq 2 ] && grep -q 'has 1024 MB; files of at most 1024 MB' err
	refused=$?
	rm large.db
	return $refused
}
claim "an older file of more than 1 GB is refused" refuses_large
mkdir shut && cp old.db shut && chmod a-w shut shut/old.db
claim "a read-only folder will do" do_it audit shut/old.db
claim "nothing came to lie beside it" [ "$(ls shut)" = old.db ]
sqlite3 old.db 'update outcome set payoff_total = payoff_total + 1
    where experiment_id = 1 and run = 2 and agent = 1'
tells_forgery() {
	do_it audit old.db
	[ $? -ne 0 ] && grep -q payoff_total out
}
claim "a forgery in it is found" tells_forgery
old old.db
sqlite3 old.db 'update move_code set fine = fine - 1
    where experiment_id = 1 and run = 1 and round = 1 and agent = 1'
tells_fine() {
	do_it audit old.db
	[ $? -ne 0 ] && grep -q 'fine: is 1, but 0 was' out
}
claim "so is a fine, told with the sign of now" tells_fine

# An end was the first round without the treaty, or the run's last. In rounds 3
# and 4 of 5: then 5, now 4. From round 3 to the last: 5 both times. What was
# neither stays what it was, and what is right now was wrong then: 3 and 5.
old old.db
sqlite3 old.db "update run set ending = 'response', ended_round = 5,
    in_force_rounds = 1 where experiment_id = 2;
    update run set in_force_rounds = 2 where experiment_id = 2 and run = 2;
    update run set ended_round = 3 where experiment_id = 2 and run = 3;
    update run set ended_round = 4 where experiment_id = 2 and run = 4"
claim "an end is told as of now" do_it query old.db --format csv "select
    group_concat(ended_round) from (select ended_round from run
    where experiment_id = 2 and run < 5 order by run)"
claim "as the last round with the treaty" [ "$(tail -n 1 out)" = '"4,5,3,5"' ]

# ---- Written ----

old old.db
sqlite3 old.db .dump >old.sql
claim "a run is added" play old.db
claim "it says what it did" [ ! -s err ]
claim "the file is of version 5" is 'pragma user_version' 5
sqlite3 old.db.v1 .dump >copy.sql
claim "the copy is as it was" cmp copy.sql old.sql
claim "the copy is of version 1" eval 'DB=old.db.v1 is "pragma user_version" 1'
claim "the copy is one file" [ "$(ls old.db*)" = "old.db
old.db.v1" ]
claim "all runs are there" is 'select count(*) from run' 13
claim "audit verifies old and new" do_it audit old.db
claim "all of it" grep -q '^AUTHENTIC' out
claim "what was signed is the same, byte for byte" is "attach 'old.db.v1' as v;
    select count(*) from v.entry as a join entry as b using (experiment_id, leaf)
    where a.text is b.text and a.signature is b.signature" 77
claim "payoffs are the same" is "attach 'old.db.v1' as v; select count(*) from
    v.outcome as a join outcome as b using (experiment_id, run, agent)
    where a.payoff_total is b.payoff_total and a.fines_total + b.fines_total = 0
    and a.monitoring_total + b.monitoring_total = 0" 20
claim "its keys hold" is 'pragma foreign_key_check' ''
claim "its pages hold" is 'pragma integrity_check' ok

# The same as this program makes it: definitions, their order, documentation,
# and cells that it plays itself.
do_it run duel --runs 2 --seed 1 -o new.db --quiet
claim "the tables are those of a new file" is "attach 'new.db' as n;
    select count(*) from (select name, sql from main.sqlite_schema except
    select name, sql from n.sqlite_schema)" 0
claim "in the same order" is "attach 'new.db' as n; select
    (select group_concat(name) from main.sqlite_schema where type = 'table') =
    (select group_concat(name) from n.sqlite_schema where type = 'table')" 1
claim "documented alike" is "attach 'new.db' as n; select count(*) from
    (select * from main.schema_doc except select * from n.schema_doc)
    union all select count(*) from (select * from n.schema_doc except
    select * from main.schema_doc)" "0
0"
sqlite3 old.db 'select config from sweep' >grid.yaml
claim "its sweep is played again" do_it sweep grid.yaml -o again.db --quiet
claim "with the same cells" is "attach 'again.db' as n; select (select count(*)
    from (select * from cell_outcome except select * from n.cell_outcome)),
    (select count(*) from (select * from cell except select * from n.cell)),
    count(*) from cell" "0|0|4"

old old.db
sqlite3 old.db 'delete from cell where cell = 2;
    delete from cell_outcome where cell = 2; delete from cell_axis where cell = 2'
claim "a sweep is added" do_it sweep grid.yaml -o old.db --resume --quiet
claim "whose cells are those that were there" is "select count(*), sum(a.pause_share
    is b.pause_share and a.payoff_per_round is b.payoff_per_round and
    a.fines_per_run is b.fines_per_run and a.cell_key = b.cell_key) from cell as a
    join cell as b using (cell) where a.sweep_id = 1 and b.sweep_id = 2" "3|3"
claim "a second copy has another name" eval 'old old.db; cp old.db old.db.v1 &&
    play old.db && [ -f old.db.v1-2 ] && cmp old.db.v1 kept.db'
old old.db
claim "a solution is added" do_it solve duel --long-run \
    -S always-pause,always-pause -o old.db --append --quiet
claim "to the other" is 'select count(*) from solution' 2
old old.db
claim "an old and a new file merge" do_it merge both.db old.db new.db --quiet
claim "into all experiments" eval 'DB=both.db is \
    "select count(*) from experiment" 3'
claim "which audit verifies" do_it audit both.db
claim "the old one is left alone" cmp old.db kept.db
claim "it is replaced when that is asked for" do_it run duel --runs 2 --seed 1 \
    -o old.db --force --quiet
claim "and kept nowhere" [ ! -e old.db.v1 ]

# ---- From version 2 ----

# Its rows stay; settings are new, and follow from each configuration. By hand,
# from the text of version-2.sql: slips 0.3, 4 rounds, a first fine of 1.
old two.db 2
cp two.db kept2.db
claim "version 2 is read as of version 5" do_it query two.db --format csv \
    "select slip, rounds_asked, first_fine, bond from experiment_setting"
claim "with its settings" [ "$(tail -n 1 out)" = 0.3,4,1,10 ]
claim "audit verifies it" do_it audit two.db
claim "all of it, with settings" eval 'grep -q "^AUTHENTIC" out &&
    grep -q "[0-9] setting" out'
claim "reading leaves version 2 alone" cmp two.db kept2.db
claim "a run is added to version 2" play two.db 2
claim "the copy is of version 2" eval 'DB=two.db.v2 is "pragma user_version" 2'
# The same configuration registered anew has the same settings.
do_it run two-powers --treaty verified-halt -S grim,deceiver --set rounds=4 \
    --set treaty.monitoring.false_alarm=0.2 --set noise.slip=0.3 \
    --set treaty.monitoring.common_mode=0 --runs 3 --seed 5 --engine reference \
    --detail rounds --evidence full -o fresh.db --quiet
claim "migrated settings are those of registering" eval 'DB=two.db is \
    "attach \"fresh.db\" as f; select count(*) > 100, (select count(*) from
    (select * from setting where experiment_id = 1 except select * from
    f.setting)), (select count(*) from f.setting) = count(*) from setting
    where experiment_id = 1" "1|0|1"'
claim "and so are its moves" eval 'DB=two.db is "attach \"fresh.db\" as f;
    select count(*) from (select * from move_code where experiment_id = 1 except
    select * from f.move_code)" 0'
claim "audit verifies what became of it" do_it audit two.db
claim "old and new" grep -q '^AUTHENTIC' out

# ---- From version 3 ----

# Its own view pairwise reads the rounds, those of this version their counts: two
# ways to the same. By plain SQL over the rounds: a tally, and a round's runs.
old three.db 3
cp three.db kept3.db
sqlite3 three.db 'select * from pairwise' >pairs
claim "version 3 is read" do_it query three.db --format csv \
    'select * from pairwise'
claim "and its pairs come to what its own view says" eval 'tail -n 2 out |
    python3 -c "
import sys
one = [l.rstrip().split(\"|\") for l in open(\"pairs\")]
two = [l.rstrip().split(\",\") for l in sys.stdin]
near = lambda a, b: a == b or abs(float(a) - float(b)) < 1e-9
sys.exit(len(one) != 2 or not all(near(*c) for r in zip(one, two)
    for c in zip(*r)))"'
claim "audit counts it again" eval 'do_it audit three.db &&
    grep -q "^AUTHENTIC" out && grep -q "tally_code, 6 pair, 4" out'
claim "reading leaves version 3 alone" cmp three.db kept3.db
claim "a run is added to version 3" play three.db 2
claim "the copy is of version 3" eval 'DB=three.db.v3 is "pragma user_version" 3'
claim "a tally is of its rounds" eval 'DB=three.db is "select count(*) > 15,
    sum(t.rounds <> (select count(*) from move_code as m join round as r using
    (experiment_id, run, round) where m.experiment_id = t.experiment_id and
    m.run = t.run and m.agent = t.agent and m.flags = t.flags and
    r.phase = t.phase)), sum(rounds) = (select count(*) from move_code)
    from tally_code as t" "1|0|1"'
claim "and a round of its runs" eval 'DB=three.db is "select count(*) > 3,
    sum(pauses <> (select count(*) from move as m where m.round = t.round and
    m.experiment_id = t.experiment_id and executed = \"PAUSE\")) from
    round_tally as t" "1|0"'

# ---- From version 4 ----

# All rows stay, those of talks too, but for the documents of the file.
old four.db 4
cp four.db kept4.db
claim "version 4 is read" do_it query four.db --format csv \
    "select count(*), sum(does = 'enters') from talks_event"
claim "with its talks" [ "$(tail -n 1 out)" = "$(sqlite3 -separator , four.db \
    "select count(*), sum(does = 'enters') from talks_event")" ]
claim "audit verifies it" do_it audit four.db
claim "all of it, runs and talks" eval 'grep -q "^AUTHENTIC" out &&
    grep -q "2 negotiations held again" out && grep -q "24 move_code" out'
claim "reading leaves version 4 alone" cmp four.db kept4.db
claim "a run is added to version 4" play four.db 2
claim "the copy is of version 4" eval 'DB=four.db.v4 is "pragma user_version" 4'
for table in experiment agent setting run outcome round move_code tally_code pair \
    round_tally signer entry checkpoint negotiation negotiation_party talks_text \
    talks_party talks_worth talks_event; do
	columns=$(sqlite3 kept4.db "select group_concat(name)
	    from pragma_table_info('$table')")
	claim "each row of $table is there" eval 'DB=four.db is "attach \"kept4.db\"
	    as v; select (select count(*) > 0 from v.$table), (select count(*) from
	    (select $columns from v.$table except select $columns from
	    main.$table))" "1|0"'
done
claim "audit verifies what became of version 4" do_it audit four.db

# A setting is recomputed from the configuration: whatever is changed shows.
forged() {
	cp fresh.db forged.db
	sqlite3 forged.db "$1"
	do_it audit forged.db
	[ $? -eq 4 ] && grep -q "setting.*$2" out
}
forged_count() {
	cp fresh.db forged.db
	sqlite3 forged.db "$1"
	do_it audit forged.db
	[ $? -eq 4 ] && grep -q "$2" out
}
claim "a changed setting is found" forged \
    "update setting set value = '0.2' where key = 'noise.slip'" \
    "value: of 'noise.slip' is '0.2'"
claim "so is a changed unit" forged \
    "update setting set unit = 'share' where key = 'noise.slip'" "unit: of"
claim "one that is gone" forged "delete from setting where key = 'rounds'" rounds
claim "the last one that is gone" forged \
    "delete from setting where key = (select max(key) from setting)" removed
claim "and one too many" forged \
    "insert into setting values (1, 'zeal', '1', '')" added
claim "a changed count is found" forged_count \
    "update pair set race_race = race_race + 1" race_race
claim "so is one of a round" forged_count \
    "update round_tally set alarms = 0 where round = 2" alarms
claim "of moves" forged_count "update tally_code set rounds = 2 where rounds = 1" \
    rounds
claim "of what they paid" forged_count \
    "update tally_code set fines_total = fines_total + 1" fines_total
claim "and one that is gone" forged_count "delete from pair where agent = 2" \
    "pair.*removed"
claim "none is there for a file without one" forged "delete from setting" removed

# What people added runs nothing: it is refused by its name, and stays.
for added in "index mine on run (rounds)" "view mine as select 1" \
    "trigger mine after insert on run begin delete from run; end" \
    "table mine (x)"; do
	old old.db
	sqlite3 old.db "create $added"
	cp old.db before.db
	claim "a file with a $added of others is refused" eval \
	    '! play old.db && grep -q "${added%% *} .mine. is not of" err'
	claim "and left as it was, alone" eval 'cmp old.db before.db &&
	    [ "$(ls old.db*)" = old.db ]'
done

# ---- Failures ----

# fails WHY SQL: then the old file is as it was, and alone
fails() {
	old old.db
	sqlite3 old.db "pragma ignore_check_constraints = 1; $2" >/dev/null
	cp old.db before.db
	play old.db && return 1
	grep -q "$1" err && cmp old.db before.db &&
	    [ "$(ls old.db*)" = old.db ] || { ls old.db*; return 1; }
	! do_it query old.db 'select 1' && grep -q "$1" err
}
for table in $(sqlite3 kept.db "select name from sqlite_schema
    where type = 'table' and name not like 'sol%' and name <> 'schema_doc'"); do
	claim "without its table $table it is damaged" fails "has no table $table\|no such table" \
	    "drop table $table"
done
claim "a row that its own table would not take" fails 'is damaged' \
    'update outcome set fines_total = 3 where run = 2'
for column in fines_total:outcome fine:move_code; do
	claim "a table that lost its check is not read" \
	    fails 'is not defined as' "pragma writable_schema = 1;
	    update sqlite_schema set sql = replace(sql,
		'CHECK (${column%:*} <= 0)', '') where name = '${column#*:}';
	    update ${column#*:} set ${column%:*} = 3 where run = 2"
done
claim "a disk that is full" eval 'old old.db; cp old.db before.db
    ! (ulimit -f 300; trap "" XFSZ; play old.db) && cmp old.db before.db && [ "$(ls old.db*)" = old.db ]'
newer() {
	old old.db
	sqlite3 old.db 'pragma user_version = 6'
	! play old.db && grep -q 'newer.*version 6, this one knows 5' err &&
	    ! do_it query old.db 'select 1' && grep -q upgrade err
}
claim "a newer file is refused with a word" newer

# What a newer version adds beside all that this one knows is no reason not to ask
# the file; an index is, which has a part in answers, and a table that differs.
# newer_has SQL: does a query read it?
newer_has() {
	cp new.db newer.db
	sqlite3 newer.db "pragma writable_schema = 1; $1;
	    pragma user_version = 6"
	cp newer.db before.db
	do_it query newer.db --format csv 'select count(*) from run'
}
claim "one that has all that this version knows is read only" eval 'newer_has \
    "create table dream (x); create view news as select x from dream" &&
    [ "$(tail -n 1 out)" = 2 ] && grep -q "newer.*version 6.*read only" err'
claim "it is not written" eval '! play newer.db && cmp newer.db before.db'
claim "nor audited" eval '! do_it audit newer.db && grep -q upgrade err'
for news in "create index mine on run (rounds)" \
    "create trigger mine after insert on run begin delete from run; end" \
    "alter table run add column zeal integer" "drop table pair"; do
	claim "it is not read with: $news" eval \
	    '! newer_has "$news" && grep -q "newer.*upgrade" err'
done

# ---- Kills ----

old big.db
sqlite3 big.db "with recursive n (i) as (values (1) union all select i + 1 from n
    where i < 150000) insert into move_code select 2, 1 + i % 6, 10 + i, 1, 0, 0,
    1.0, 0.0 from n"
rows=$(sqlite3 big.db 'select count(*) from move_code')
survives() {
	rm -f victim.db*
	cp big.db victim.db
	timeout -s KILL "$1" "$detente" run two-powers --treaty verified-halt \
	    --set treaty.monitoring.common_mode=0 -S grim,deceiver \
	    --set rounds=5 --set noise.slip=0.1 --runs 9 --seed 3 -o victim.db --append --quiet --engine reference >/dev/null 2>&1
	# the shell waits for the dead one's locks, and brings back what a
	# journal says
	version=$(sqlite3 -cmd '.timeout 5000' victim.db 'pragma user_version')
	seen="$seen$version"
	DB=victim.db is 'pragma integrity_check' ok &&
	    DB=victim.db is "select count(*) from move_code" "$rows" &&
	    case $version in
	    1) DB=victim.db is 'select total(fines_total) from outcome' -33.0;;
	    5) DB=victim.db is "select total(fines_total) from outcome where
		experiment_id = 1 or run <= 6" 33.0;;
	    *) false;;
	    esac
}
seen=
kill=0
while [ $kill -lt "${KILLS:-6}" ]; do
	claim "killed after 0.$((kill % 6))5 s it is old or new, whole" \
	    survives 0.$((kill % 6))5
	kill=$((kill + 1))
done
claim "some kills came before the end" [ "${seen#*1}" != "$seen" ]

finish
