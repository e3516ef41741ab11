#!/bin/sh
# What others wrote moves no cursor, turns no line and rings no bell: names,
# titles, rows and words of a call are printed by one function. Of the source:
# every call that prints is in tests/prints.txt. Of the program: every verb of
# the table gets a hostile scenario, name, option and database, and prints no
# byte that a terminal would obey. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# ---- The source ----

# Each place that prints, as FILE: CALL, once.
prints() {
	(cd "$srcdir" && grep -rnE '\b(v?f?printf|v?dprintf|f?puts|f?putc|'\
'putchar|fwrite|perror|write|psignal)(_unlocked)?\(' src --include='*.[ch]') |
	    sed 's/:[0-9]*:[ 	]*/: /' | LC_ALL=C sort -u
}
grep -v '^#' "$srcdir/tests/prints.txt" | grep . | LC_ALL=C sort >allowed
prints >found
claim "all that prints is in tests/prints.txt" diff allowed found

# ---- The files ----

# Clears the screen, sets a title, rings; C1; turns direction; a new line.
foreign=$(printf '\033[2J\033]0;x\007\302\233\342\200\256\342\201\246\342\200\250x')
escaped='\e[2J\e]0;x\a\x9b\u202e\u2066\u2028x'
cat >hostile.yaml <<END
scenario: hostile
title: "$escaped"
summary: "$escaped"
source: "$escaped"
agents:
  one: {strategy: grim, title: "$escaped"}
  two: {strategy: comply, title: "$escaped"}
treaty: {treaty: own, title: "$escaped", summary: "$escaped", parties: [all]}
rounds: 3
runs: 2
END
cp hostile.yaml "$foreign.yaml"
cat >faulty.yaml <<END
scenario: "$escaped"
agents:
  "$escaped": {strategy: "$escaped"}
  $foreign: 3
"$escaped": 1
END
cat >sweep.yaml <<END
sweep: hostile
title: "$escaped"
scenario: hostile.yaml
axes:
  slip: {key: noise.slip, labels: ["$escaped", b], values: [0, 0.1]}
END
cat >published.yaml <<END
published: hostile
source: "$escaped"
command: "solve $escaped"
expect:
  one: {at: "$escaped", value: 1}
END
cat >claim.yaml <<END
claim: hostile
title: "$escaped"
essay: {says: "$escaped", source: "$escaped"}
hypothesis: "$escaped"
command: "solve --model drift --vary d=0:1:3 --result $escaped"
expect: {verdict: holds-if, places: 1, region: "$escaped"}
checks:
  one: {says: "$escaped", at: "$escaped", word: "$escaped"}
leaves_out: ["$escaped"]
END
mkdir -p treaties
cat >treaties/own.yaml <<END
treaty: own
title: "$escaped"
summary: "$escaped"
END
cat >menu.yaml <<END
menu: own
title: "$escaped"
treaties: [own]
parties: {"a": {refuses: ["$escaped"]}}
END
cat >game.csv <<END
,$foreign,right
$foreign,3;3,0;4
down,4;0,1;1
END
ok() {
	"$detente" "$@" >out 2>err || fail "this is needed: $*"
}
for file in hostile sweep published treaties/own; do
	ok check $file.yaml
done
ok run duel -n 2 -s 1 --detail rounds -o good.db -q
ok keygen --no-passphrase --name a -o . -q
cp good.db rows.db
python3 - "$foreign" <<'END' || skip "no sqlite3 of python3"
import sqlite3, sys
db = sqlite3.connect("rows.db")
for table, column in (("experiment", "title"), ("experiment", "scenario"),
                      ("agent", "name"), ("agent", "strategy")):
    one = " WHERE agent = 1" if table == "agent" else ""
    db.execute(f"UPDATE {table} SET {column} = ?{one}", (sys.argv[1],))
db.commit()
END

# ---- The verbs ----

# Controls but LF, TAB and CR LF, C1, and what turns direction or ends a line.
hidden='[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!$)|\xc2[\x80-\x9f]|'\
'\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]'
clean() {
	! LC_ALL=C grep -aPn "$hidden" out err
}
# tell ARGUMENT...: the call ends by itself, and says nothing that is obeyed
tell() {
	DETENTE_PASSPHRASE=x timeout 60 "$detente" "$@" >out 2>err </dev/null
	status=$?
	calls=$((calls + 1))
	check "$*: ends by itself" "$status" -ne 124 -a "$status" -lt 128
	claim "$*: nothing is obeyed" clean
	if grep -qF '\u001b[2J' out err || grep -qF '?[2J' out err; then
		met=$((met + 1))
	fi
}
# What a verb reads, each in its own way. A later verb needs its line here.
own() {
	case $1 in
	run)
		tell run hostile.yaml
		tell run hostile.yaml --format json
		tell run hostile.yaml --dry-run
		tell run duel -n 2 -s 1 -o rows.db --resume
		tell run hostile.yaml -s 1 -o "$foreign.db" ;;
	sweep)
		tell sweep sweep.yaml -o sweep.db
		tell sweep sweep.yaml --dry-run
		tell sweep sweep.yaml -o rows.db --resume ;;
	solve)
		tell solve hostile.yaml --continuation .9
		tell solve hostile.yaml --long-run
		tell solve hostile.yaml --vary "noise.$foreign=0:1:3"
		tell solve game.csv
		tell solve game.csv --format json
		tell solve --from rows.db
		tell solve --model "$foreign" ;;
	compare)
		tell compare hostile.yaml --treaties "none,$foreign"
		tell compare hostile.yaml --treaties treaties/own.yaml \
		    --continuation .9
		tell compare rows.db good.db ;;
	negotiate)
		tell negotiate hostile.yaml --menu menu.yaml
		tell negotiate hostile.yaml --menu menu.yaml --format json
		tell negotiate duel --menu "$foreign" ;;
	design)
		tell design hostile.yaml --levers fine,lapse \
		    --treaty treaties/own.yaml --continuation .9
		tell design hostile.yaml --levers "$foreign"
		tell design hostile.yaml --costs "$foreign" ;;
	explore)
		tell explore "no$foreign"
		tell explore hostile.yaml --treaty "no$foreign"
		tell explore -o "no$foreign/none.db"
		tell explore --port "$foreign" ;;
	tournament)
		tell tournament "grim,$foreign"
		tell tournament grim,joss -S hostile.yaml ;;
	infer)
		tell infer rows.db
		tell infer rows.db -S "$foreign"
		tell infer --play "$foreign"
		tell infer rows.db --types "$foreign" ;;
	evolve)
		tell evolve "grim,$foreign"
		tell evolve grim,joss --process death-birth --graph "$foreign"
		tell evolve -S hostile.yaml ;;
	import)
		printf 'subject,match,round,move,other_move\n%s,1,1,%s,P\n' \
		    "$foreign" "$foreign" >moves.csv
		tell import moves.csv -o moves.db
		tell import moves.csv -o moves.db -c "$foreign=x"
		tell import "$foreign.csv" -o moves.db
		printf 'subject,match,round,move,other_move,%s\na,1,1,P,P,\n' \
		    "$foreign" >moves.csv
		tell import moves.csv -o moves.db ;;
	claims)
		tell claims claim.yaml
		tell claims claim.yaml --format json
		tell claims "$foreign.yaml" ;;
	classroom)
		tell classroom --plan 7 --lesson "$foreign"
		tell classroom --resume rows.db
		tell classroom --resume "$foreign.db" --forget "$foreign" ;;
	reproduce)
		tell reproduce published.yaml ;;
	list)
		DETENTE_PATH=$PWD:$srcdir
		tell list treaties
		tell list treaties --format json
		DETENTE_PATH=$srcdir ;;
	show)
		tell show scenario hostile.yaml
		tell show scenario hostile.yaml --format json
		tell show treaty treaties/own.yaml
		tell show sweep sweep.yaml
		tell show evidence rows.db --run 1 ;;
	check)
		tell check hostile.yaml faulty.yaml sweep.yaml published.yaml
		tell check --print hostile.yaml
		tell check --format json faulty.yaml ;;
	init)
		tell init "$foreign/new" ;;
	query)
		tell query rows.db "select title, scenario from experiment"
		tell query rows.db --format json "select * from agent"
		tell query rows.db "select '$foreign' as \"$foreign\""
		tell query rows.db "select $foreign" ;;
	merge)
		tell merge new.db good.db rows.db
		tell merge "$foreign.new" rows.db ;;
	export)
		tell export rows.db --dir csv
		tell export rows.db --dir "$foreign.csv" --package ;;
	report)
		tell report rows.db
		tell report rows.db --plot-data figures -o report.html
		tell report rows.db --plot-data "$foreign.figures" ;;
	audit)
		tell audit rows.db
		tell audit rows.db --format json
		tell audit rows.db --export "$foreign.out" ;;
	keygen)
		tell keygen --name "$foreign" -o . ;;
	ratify)
		tell ratify treaties/own.yaml --key a.key -o own.signed
		tell ratify "$foreign" --key a.key ;;
	party)
		tell party found "$foreign.log" --treaty treaties/own.yaml \
		    --party a.vkey
		tell party check "$foreign" ;;
	verify)
		tell verify rows.db "$foreign"
		tell verify hostile.yaml a.vkey ;;
	help | completion)
		;;
	*)
		fail "$1 has no line in this test" ;;
	esac
}
verbs=$("$detente" help | sed -n '/To begin/q; s/^  \([a-z]*\)  .*/\1/p')
calls=0
claim "there are verbs" [ -n "$verbs" ]
for verb in $verbs; do
	met=0
	for word in "$foreign" "./$foreign.yaml" hostile.yaml faulty.yaml \
	    "--$foreign" "--format=$foreign" "--output=$foreign/none"; do
		# It would serve a scenario until it is stopped.
		case $verb in
		explore) tell explore "$word" --port "$foreign" ;;
		*) tell "$verb" "$word" ;;
		esac
	done
	own "$verb"
	claim "$verb met what is hostile" [ $met -gt 0 ]
done
tell "$foreign"
tell "--$foreign"
echo "$calls calls"
finish
