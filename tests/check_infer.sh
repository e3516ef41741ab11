#!/bin/sh
# `import` and `infer`: a file of moves comes in as it is, all its faults at
# once; shares are those that a reading of the manual in Python finds
# (tests/oracle/sfem.py); simulated play gives back what it was made of. With
# EXPERIMENTS=DIR, where DIR has df2011.csv and frd2012.csv (see
# detente-import(1)): the published shares of Dal Bó and Fréchette 2011.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
need sqlite3
PYTHONDONTWRITEBYTECODE=1
SOURCE_DATE_EPOCH=1700000000
export PYTHONDONTWRITEBYTECODE SOURCE_DATE_EPOCH
sfem() {
	python3 "$srcdir/tests/oracle/sfem.py" "$@"
}
# near WHAT A B TOLERANCE
near() {
	claim "$1: $2 is $3" awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN {
	    d = a - b; exit !(a != "" && d <= t && d >= -t) }'
}
# table DB NAME OPTION...: a table of what was inferred, in table.csv
table() {
	db=$1 name=$2
	shift 2
	call infer "$db" --format csv --table "$name" "$@"
	cp out table.csv
}
# value WHERE... COLUMN: of table.csv's row that begins so
value() {
	awk -F, -v start="$1," -v column="$2" 'NR == 1 {
	    for (i = 1; i <= NF; i++) if ($i == column) c = i }
	    index($0, start) == 1 { print $c; exit }' table.csv
}

# ---- Against the oracle ----

sfem make 7 20 4 >moves.csv
sfem fit moves.csv >expected
call import moves.csv -o lab.db
claim 'what was imported is said' grep -q \
    '^lab.db: .* choices of 40 subjects in 40 matches, 2 treatments$' out
table lab.db fit --bootstrap 0
cp table.csv fit.csv
table lab.db shares --bootstrap 0
cp table.csv shares.csv
while read -r treatment what figure; do
	case $what in
	likelihood)
		cp fit.csv table.csv
		near "$treatment" "$(value "$treatment" loglik)" "$figure" \
		    1e-6 ;;
	error)
		cp fit.csv table.csv
		near "$treatment's error" \
		    "$(value "$treatment" chance_of_error)" "$figure" 1e-5 ;;
	*)
		cp shares.csv table.csv
		near "$treatment: $what" "$(value "$treatment,$what" share)" \
		    "$figure" 1e-4 ;;
	esac
done <expected

# ---- What a file may look like ----

# choices DB: what infer made of them, but for the last digits, which hang on
# the order of subjects
choices() {
	"$detente" infer "$1" --bootstrap 0 --format csv --table fit |
	    awk -F, '{ printf "%s %s %s %.8g\n", $1, $2, $3, $9 }'
}
choices lab.db >wanted
{ head -n 1 moves.csv; tail -n +2 moves.csv | sort -t, -k7; } >sorted.csv
call import sorted.csv -o sorted.db
claim 'lines may stand in any order' sh -c \
    'sqlite3 lab.db "select * from subject natural join move_code" >a;
    sqlite3 sorted.db "select * from subject natural join move_code" >b; cmp a b'
call import moves.csv -c opponent= -o alone.db
choices alone.db >got
claim 'opponents are not needed' cmp wanted got
cut -d, -f1-6 moves.csv >short.csv
call import short.csv -o short.db
choices short.db >got
claim 'where they are known their lines say what they did' cmp wanted got
sed 's/,PAUSE/;1/g; s/,RACE/;2/g; s/,/;/g; 1s/subject/Id/' moves.csv >coded.csv
call import coded.csv --separator ';' --pause 1 --race 2 -c subject=id \
    -o coded.db
choices coded.db >got
claim 'codes, separators and names of columns are said' cmp wanted got
python3 - <<'END'
import csv
rows = list(csv.DictReader(open("moves.csv")))
last = {}
with open("late.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow("treatment subject match round move mine other".split())
    for r in rows:
        key = r["subject"], r["match"]
        out.writerow([r["treatment"], r["subject"], r["match"], r["round"],
                      r["move"], *last.get(key, ("NA", "NA"))])
        last[key] = r["move"], r["other_move"]
END
call import late.csv -c last_move=mine -c last_other=other -o late.db
choices late.db >got
claim 'a row may say what was done in the round before' cmp wanted got
call import moves.csv -o lab.db --append
claim 'what is there is left' grep -q '^2 of them were there already' out
claim 'imports are merged' exits 0 merge both.db lab.db coded.db
claim 'payoffs are those of the file' [ "$(sqlite3 lab.db \
    'select sum(payoff_total) from outcome')" = "$(awk -F, 'NR > 1 {
    s += $8 } END { printf "%.1f", s }' moves.csv)" ]

# ---- Faults, all at once ----

cat >bad.csv <<'END'
subject,match,round,move,other_move,payoff
a,1,1,P,R,3
a,1,2,X,R,3
a,1,zwei,P,R,3
b,1,1,P,,3
b,1,2,P,R,drei
b,1,3,P,R
,1,1,P,P,0
END
claim 'a file with faults is refused' exits 3 import bad.csv -o bad.db
for line in 3:7 4:5 5:9 6:11 7:1 8:1; do
	claim "line $line is blamed" grep -q "^bad.csv:$line: error:" err
done
claim 'nothing is stored' [ ! -e bad.db ]
# refused WHY LINES...: a file of such rows is refused, and why is said
refused() {
	why=$1
	shift
	{ echo subject,opponent,match,round,move,other_move; printf '%s\n' \
	    "$@"; } >one.csv
	claim "refused: $why" exits 3 import one.csv -o one.db
	claim "it says: $why" grep -q "$why" err
}
refused 'round 1 of subject a in match 1 is missing' a,b,1,2,P,P b,a,1,1,P,P
refused 'is in line 2 already' a,b,1,1,P,P a,b,1,1,P,P b,a,1,1,P,P
refused 'no rows of the opponent b' a,b,1,1,P,P
refused 'of another length' a,b,1,1,P,P a,b,1,2,P,P b,a,1,1,P,P
refused 'against somebody else' a,b,1,1,P,P b,c,1,1,P,P c,b,1,1,P,P
refused 'is not what line 3 says' a,b,1,1,P,P b,a,1,1,R,P
echo 'id,match,round,move,other_move' >nameless.csv
claim 'a column that is missing' exits 3 import nameless.csv -o one.db
claim 'it says how to name it' grep -q 'column OURS=THEIRS' err
echo 'subject,match,round,move' >blind.csv
claim 'what the other did must be known' exits 3 import blind.csv -o one.db
claim 'a column of ours that is none' exits 2 import moves.csv -o one.db \
    -c subjekt=id
claim 'half a code' exits 2 import moves.csv -o one.db --pause 1
claim 'no database' exits 2 import moves.csv

# ---- The audit ----

claim 'what was imported is not shown' exits 4 audit lab.db
claim 'it is said why' grep -q '^NOT SHOWN: what is in lab.db was imported' out
for change in "update move_code set flags = 7 - flags where run = 3 and round
    = 1" "update subject set subject = 'x' where run = 2 and agent = 1" \
    "delete from subject where run = 5" \
    "update outcome set payoff_total = 9 where run = 4" \
    "update run set all_paused_rounds = 0 where all_paused_rounds > 0" \
    "update round set phase = 'open' where run = 1" \
    "update agent set name = 'x' where agent = 1" \
    "update pair set pause_pause = 9 where run = 1 and agent = 1" \
    "update experiment set scenario = 'x' where experiment_id = 1" \
    "update experiment set config = config || 'x: y'"; do
	cp lab.db forged.db
	sqlite3 forged.db "$change"
	"$detente" audit forged.db >out 2>err
	claim "found: $change" grep -q '^NOT AUTHENTIC' out
done

# ---- What was simulated ----

call run duel -S tit-for-tat,always-race -n 30 --set noise.slip=0.02 \
    --rounds 20 -s 1 --detail rounds -o sim.db
call run duel -S tit-for-tat,tit-for-tat -n 15 --set noise.slip=0.02 \
    --rounds 20 -s 2 --detail rounds -o sim.db --append
table sim.db shares --bootstrap 0
near 'two thirds play tit for tat' "$(value duel,tit-for-tat share)" 0.6667 \
    0.02
table sim.db types --types sincere,cynic --bootstrap 50
near 'two thirds are sincere' "$(value duel,sincere share)" 0.6667 0.02
near 'one third is cynic' "$(value duel,cynic share)" 0.3333 0.02
claim 'with an error bar' awk -v e="$(value duel,cynic error)" \
    'BEGIN { exit !(e > .02 && e < .1) }'
table sim.db fit --bootstrap 0
near 'they slip' "$(value duel chance_of_error)" 0.02 0.006
table sim.db fit --bootstrap 0 --moves intended
near 'they meant no slip' "$(value duel chance_of_error)" 0 1e-9
"$detente" infer sim.db -j 1 >one
"$detente" infer sim.db -j 3 >three
claim 'threads change nothing' cmp one three
call infer sim.db --svg shares.svg --types sincere,cynic -o kept.db
claim 'shares are drawn' grep -q '<svg' shares.svg
claim 'and kept' [ "$(sqlite3 kept.db 'select question from solution')" = \
    infer ]
claim 'a grim that forgives by lot is refused' exits 2 infer sim.db -S \
    merciful-grim
claim 'a strategy of two types' exits 2 infer sim.db --types \
    a=grim+joss,b=grim
claim 'a type that is none' exits 2 infer sim.db --types honest
claim 'a strategy that is none' exits 3 infer sim.db -S nobody
call run duel -n 3 -s 1 -o bare.db
claim 'without rounds there are no choices' exits 2 infer bare.db
claim 'a database or moves' exits 2 infer
claim 'moves of one length' exits 2 infer --play PPR/PR

# ---- Real play, which is not in this project ----

if [ -n "$EXPERIMENTS" ]; then
	call import "$EXPERIMENTS/df2011.csv" -o df.db -c subject=id \
	    -c match=game -c round=period -c move=choice \
	    -c other_move=other.choice
	table df.db shares
	# published(models of the literature): shares to 5e-4
	while read -r treatment strategy share; do
		near "$treatment: $strategy" \
		    "$(value "$treatment,$strategy" share)" "$share" 5e-4
	done <<'END'
D5R32 always-race .9196
D5R32 tit-for-tat .0804
D5R48 always-race .5326
D5R48 always-pause .0717
D5R48 tit-for-tat .3765
D5R48 win-stay-lose-shift .0192
D75R40 always-race .1092
D75R40 always-pause .2965
D75R40 grim-either .2670
D75R40 tit-for-tat .3273
END
	near 'standard error of stratEst' \
	    "$(value D5R32,tit-for-tat error)" .043 .004
	table df.db fit --bootstrap 0
	while read -r treatment gamma loglik; do
		near "$treatment's gamma" "$(value "$treatment" gamma)" \
		    "$gamma" 5e-4
		near "$treatment" "$(value "$treatment" loglik)" "$loglik" \
		    .005
	done <<'END'
D5R32 .362 -199.145
D5R48 .428 -456.051
D75R40 .435 -310.905
END
	table df.db memory --bootstrap 0
	while read -r after rate; do
		near "paused after $after" "$(value "D75R40,$after" paused)" \
		    "$rate" 5e-5
	done <<'END'
any .6940
first .6591
PP .9785
PR .4074
RP .4815
RR .0942
END
	call import "$EXPERIMENTS/frd2012.csv" -o frd.db -c subject=id \
	    -c match=game -c round=period -c move=choice \
	    -c last_move=last.choice -c last_other=last.other
	claim 'both come in by one command' grep -q \
	    '^frd.db: 13126 choices of 384 subjects' out
fi
finish
