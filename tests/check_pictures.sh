#!/bin/sh
# `solve --svg` draws every answer that has a picture, and refuses every other
# before it works; two questions at once, or an option of another question, are
# refused with words; legends show what is there, axes have words and units.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"

# draws NAME QUESTION...: the picture is NAME.svg; the answer may be no.
draws() {
	name=$1
	shift
	rm -f "$name.svg"
	"$detente" solve "$@" --svg "$name.svg" --no-progress >out 2>err
	claim "drawn: $*" grep -q '^</svg>' "$name.svg"
}
# refuses QUESTION...: with exit 1, with words, without a file, before any work:
# within two seconds of processor time, where the last one below would take
# minutes.
refuses() {
	rm -f none.svg
	(ulimit -t 2; exec "$detente" solve "$@" --svg none.svg >out 2>err)
	check "refused: $*" $? -eq 1
	claim "in words: $*" grep -q 'there is no picture of this answer' err
	claim "without an answer: $*" test ! -s out
	claim "without a file: $*" test ! -e none.svg
}
# wrong WORDS QUESTION...: refused as a use that makes no sense.
wrong() {
	said=$1
	shift
	"$detente" solve "$@" >out 2>err
	check "refused: $*" $? -eq 2
	claim "in words: $said" grep -q -e "$said" err
}
has_text() {
	claim "$1: says $2" grep -q ">$2<" "$1.svg"
}
has_no() {
	claim "$1: does not say $2" sh -c "! grep -q '>$2<' $1.svg"
}

refuses two-powers
refuses duel --long-run -c 0.9
refuses --model dsair
refuses stag-hunt
for method in pure nash lemke-howson correlated dominance symmetric support \
    lyapunov facts alpha-rank; do
	refuses stag-hunt -m $method
done
"$detente" run duel -S tit-for-tat,grim -n 2 -o d.db >out 2>err
refuses --from d.db
# A game of 1e9 rounds, if it were asked.
refuses frontier --treaty verified-halt --set rounds=1000000000 -c 1

draws quantal stag-hunt -m quantal
draws all two-of-three
has_text all 'lambda (power of ten, 1/payoff)'
draws set two-powers -t new-start --payoff-set -c 0.9

# Bars have the numbers of the tables.
draws one two-powers -t inf --attribution
"$detente" solve two-powers -t inf --attribution --format csv 2>err >table
for column in 5 7; do
	has_text one "$(awk -F, -v c=$column 'NR == 2 {
	    printf "%.4g", $c }' table)"
done
has_text one 'best payoff (payoff a round)'
draws many two-powers --attribution
has_text many 'gain (payoff a round)'
has_text many verified-halt
draws club frontier -t climate-club --coalitions --set agents.us.joins=0
"$detente" solve frontier -t climate-club --coalitions --format csv \
    --set agents.us.joins=0 --table members 2>err >table
has_text club "$(awk -F, '$1 == "china" { printf "%.4g", $4 }' table)"
has_text club 'it stays by (payoff a round)'
has_no club us

# Of noisy-pair under grim, which is kept from continuation .588235 on: "no" and
# "yes" are there, and nothing else; below it there is no line and no yes.
draws map noisy-pair -t grim --vary monitoring.false_alarm=0:0.3:6 \
    --vary continuation=0.4:0.99:6
for word in no yes 'slack 0' 'false alarm of monitoring (chance)' \
    'continuation (chance)'; do
	has_text map "$word"
done
for word in perhaps 'yes, but' 'never in force'; do
	has_no map "$word"
done
draws low noisy-pair -t grim --vary monitoring.miss=0.6:0.9:3 \
    --vary continuation=0.4:0.5:3
has_text low no
has_no low yes
has_no low 'slack 0'
draws line noisy-pair -t grim --vary continuation=0.4:0.99:6
has_text line 'slack (payoff, all rounds to come)'
has_text line 'holds: no'
has_text line 'holds: yes'
has_no line 'holds: perhaps'
draws rung duel -t climate-club -c 0.5 \
    --vary response.ladder.2.strikes=2:3:2
has_text rung 'strikes of rung 2 (strikes)'
draws weight duel -t grim -c 0.9 --vary agents.one.weight=1:2:2
has_text weight 'weight of one'

wrong 'two questions' two-powers --payoff-set --coalitions
wrong 'two questions' duel --long-run --vary continuation=0.5:0.9:2
wrong 'two questions' --model dsair --from d.db
wrong 'goes with --coalitions' two-powers --outsiders reply
wrong 'goes with --attribution' two-powers --want 0.9
wrong 'goes with --payoff-set' two-powers --attribution --signal p=.9,q=.5,r=.2
wrong 'goes with a GAME' duel -m nash
wrong 'goes with --from' stag-hunt --export x.nfg
wrong 'with --vary' duel --long-run --patience one=0.9

# Who never joins is told, and is in no coalition.
"$detente" solve frontier -t climate-club --coalitions \
    --set agents.us.joins=0 >out 2>err
claim "it is said who never joins" grep -q '^us never joins' out
claim "seven of eight are left" grep -q 'coalition of 7' out
claim "that members comply is assumed, in the answer" \
    grep -q '^Members are assumed to comply: ask without --coalitions' out
"$detente" solve two-powers -t bwc --coalitions --set agents.us.joins=0 \
    --set agents.china.joins=0 >out 2>err
check "nobody to join" $? -eq 2
claim "is said" grep -q 'nobody would ever join' err
finish
