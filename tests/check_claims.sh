#!/bin/sh
# `claims`: every verdict is what the formulas of the models' page give, is found
# again by the command that it prints, and turns to "fails" where the file
# expects something else. `solve --model --vary`: a figure of a model over its
# parameters. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3

# ---- All of them ----

# Within a minute of the processor (a second, here).
sh -c 'ulimit -t 60; exec "$0" claims --format csv' "$detente" >out 2>err
check 'all are as expected, within a minute' $? -eq 0
claim 'none fails that' sh -c '! grep -q FAILS out'
cp out all.csv
for name in h1 h2 h3 h4 h5 h6 h7 leverage speedup success backlog valuation; do
	claim "$name is among them" grep -q "^$name," all.csv
done

# The expected numbers of places come from the formulas alone.
python3 "$srcdir/tests/claims_expect.py" >wanted
awk -F, 'NR > 1 { print $1 }' all.csv | while read -r name; do
	call show claim "$name" --format json
	python3 -c 'import json, sys
print(sys.argv[1], json.load(open("out"))["resolved"]["expect"]["places"])' \
	    "$name"
done >files
claim 'the files expect what the formulas give' diff wanted files

python3 "$srcdir/tests/claims_again.py" "$detente" all.csv >again
claim 'each verdict is found again by its one command' \
    grep -q ', 0 failed$' again
grep '^failed' again

# ---- A claim that is changed ----

h5=$srcdir/data/claims/h5.yaml
mkdir files.d
change() {
	sed "$1" "$h5" >files.d/other.yaml
	call claims files.d/other.yaml
}
change 's/places: 462/places: 463/'
check 'another number of places is no longer expected' $status -eq 4
claim 'and it is said' grep -q '^h5 fails what analysis leads to expect' out
change 's/verdict: holds-if/verdict: holds/'
check 'nor is another verdict' $status -eq 4
change 's/value: 0.895/value: 0.995/'
check 'nor another figure' $status -eq 4
claim 'which is marked' grep -q 'bottleneck .*FAILS' out
change 's/--least 0/--least -1000/; s/places: 462/places: 806/
    s/verdict: holds-if/verdict: holds/'
check 'a limit that all places keep: it holds' $status -eq 0
claim 'everywhere' grep -q ': holds, in 806 of 806 places' out
change 's/--least 0/--least 1000/; s/places: 462/places: 0/
    s/verdict: holds-if/verdict: fails/'
check 'one that none keeps: it fails, as expected' $status -eq 0
claim 'nowhere' grep -q ': fails, in 0 of 806 places' out
change 's/--result lead_growth/--result led_growth/'
check 'a command that fails gives no verdict' $status -eq 4
claim 'and it is said why' grep -q "has no result 'led_growth'" out
change 's/^claim:/claims:/'
check 'a file that is none is refused' $status -eq 3
change 's/verdict: holds-if/verdict: perhaps/'
check 'and one with faults' $status -eq 3
claim 'at its line' grep -q 'other.yaml:[0-9]*:' err
call claims H5 --format json
check 'H5 is h5' $status -eq 0
call claims h55
check 'another name is none' $status -eq 3
claim 'the nearest is told' grep -q "did you mean 'h5'" err
call claims --svg all.svg
check 'a picture is of one' $status -eq 2
call claims h1 --svg h1.svg
call claims h1 --svg h1.svg
check 'and is not overwritten' $status -ne 0

# A broken file among all is told, and the others still run.
mkdir -p root/data/claims
sed 's/^title/titel/; s/^claim: h5/claim: h8/' "$h5" >root/data/claims/h8.yaml
DETENTE_PATH="$work/root:$DETENTE_PATH" "$detente" claims --format csv \
    >out 2>err
check 'a broken one among all' $? -eq 3
claim 'has its place' grep -q 'h8.yaml:' err
claim 'and the others are judged' grep -q '^h7,.*,yes,' out

# ---- Hypotheses that files cite are there ----

(cd "$srcdir" && grep -rhoE '\bH[1-9][0-9]?\b' data/sweeps data/menus \
    data/scenarios treaties agents man src --include='*.yaml' \
    --include='*.md' --include='*.in' --include='*.[1-8ch]') |
    grep -v '^H100$' | sort -u >cited
check 'some are cited' "$(grep -c . cited)" -ge 5
while read -r name; do
	small=$(echo "$name" | tr H h)
	claim "$name is a claim" [ -f "$srcdir/data/claims/$small.yaml" ]
done <cited

# ---- Figures that models are set by ----

# The project's calibration: shares of AI-supercomputer performance in May 2025
# (Epoch), private investment of 2024 (AI Index 2025), valuations of 2026 (press).
# Each is a fact of an agent, sourced, with its reference or day.
known() {
	call show agent "$1" --format json
	check "$1 is shown" $status -eq 0
	claim "$1: $2 is sourced, $3" python3 -c 'import json, sys
facts = json.load(open("out"))["resolved"]["facts"]
sys.exit(not any(sys.argv[1] in f and "(sourced" in f and sys.argv[2] in f
                 for f in facts))' "$2" "$3"
}
known us '75%' Epoch
known us '109.1 billion' 'AI Index'
known us '10 to 20%' 'May 2025'
known china '15%' Epoch
known china '9.3 billion' 'AI Index'
known eu '4.5' 'AI Index'
known anthropic '965 billion' '28 May 2026'
known openai '852 billion' '31 March 2026'
known xai '230 billion' 'January 2026'

# ---- A model over its parameters ----

# 8^lam is 4 at lam = ln 4/ln 8 = 2/3.
call solve --model research-speed --set n=8 --vary lam=0:1:5 --result labour \
    --least 4 --format csv --table stretches
claim 'where it is enough is found between places' sh -c \
    'awk -F, "NR == 2 { exit !(\$1 > .66666666 && \$1 < .66666667) }" out'
call solve --model research-speed --vary lam=0:1:5 --result labour --format csv
claim 'the last place is the end' grep -q '^1,8' out
# In the lead game there is no such table; a list cannot be varied.
wrong() {
	what=$1
	words=$2
	shift 2
	call solve --model "$@"
	check "$what is refused" $status -eq 2
	claim "$what: '$words'" grep -q "$words" err
}
wrong 'no result' 'needs --result' drift --vary d=0:1:3
wrong 'another result' 'it has: fault compound' drift --vary d=0:1:3 --result x
wrong 'a model without results' 'it has: none' lead-game --vary eta=0:1:3 \
    --result x
wrong 'another parameter' 'no such parameter' drift --vary x=0:1:3 \
    --result fault
wrong 'a list' 'list cannot be varied' shares --vary C=1:2:3 --result first
wrong 'three' 'twice at most' drift --vary d=0:1:3 --vary q=0:1:3 \
    --vary n=1:3:3 --result fault
wrong 'the same twice' 'given twice' drift --vary d=0:1:3 --vary d=0:1:3 \
    --result fault
wrong 'beyond its range' 'must be from' drift --vary q=0:2:3 --result fault
wrong 'too many' 'too many' drift --vary q=0:1:1000 --vary d=0:1:1000 \
    --result fault
call solve duel --vary continuation=0.5:0.9:2 --result x
check 'a result is of a model' $status -eq 2
call solve --model drift --vary q=0:1:3 --vary d=0:1:3 --result fault \
    --svg heat.svg
check 'without a limit it is drawn in colours' $status -eq 0

finish
