#!/bin/sh
# The program as a person meets it: exit statuses, suggestions, formats, what
# init writes, the examples of the manual, completions, failing output.
# Golden files are tests/golden/*.txt; UPDATE_GOLDEN=1 rewrites them.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
golden=$srcdir/tests/golden

# ends STATUS ARGUMENT...
ends() {
	claim "detente ${2:-} ends with $1" exits "$@"
}

# says TEXT: the last call's messages have it; prints TEXT: its output has
says() {
	claim "message '$1'" grep -qF -e "$1" err
}
prints() {
	claim "output '$1'" grep -qF -e "$1" out
}
quiet() {
	claim "$1 has no messages" [ ! -s err ]
}

# same NAME: out is as the golden file, but for where the data lies
same() {
	sed "s|$srcdir|@srcdir@|g" out >"$1.txt"
	if [ -n "${UPDATE_GOLDEN:-}" ]; then
		mkdir -p "$golden" && cp "$1.txt" "$golden/$1.txt"
	fi
	if diff -u "$golden/$1.txt" "$1.txt" >changes; then
		pass
	else
		fail "output $1 changed (UPDATE_GOLDEN=1 takes it over)"
		cat changes
	fi
}

json() {
	command -v python3 >/dev/null || return
	if python3 -m json.tool <out >json 2>err &&
	    grep -q '"schema_version": 1' json; then
		pass
	else
		fail "no JSON: $1"
	fi
}

# ---- Verbs and options ----

ends 0
same help
ends 0 help
ends 0 --help
ends 0 --version
prints "détente"
ends 2 lst
says "did you mean 'list'?"
ends 2 --frobnicate
ends 2 help runn
says "did you mean 'run'?"
ends 2 help keys treety
says "did you mean 'treaty'?"
ends 2 list --formatt json
says "did you mean '--format'?"
ends 2 list strategies --format jsn
says "did you mean 'json'?"
ends 2 list strategys
says "did you mean 'strategies'?"
ends 2 list strategies treaties
ends 2 list --format
ends 2 list --names=yes strategies
ends 2 list -x
ends 2 show treaty
ends 2 check
ends 2 completion tcsh
ends 0 list strategies --names
sort -c out && pass || fail "names are not sorted"
cp out names
ends 0 --color never list --names strategies
cmp -s out names && pass || fail "options before the verb"
ends 0 list --names -- strategies
cmp -s out names && pass || fail "operands behind --"
ends 0 list -q --format=csv treaties
quiet "list -q"
for verb in run sweep list show check init query merge help completion; do
	ends 0 $verb --help
	prints "Usage: detente $verb"
	ends 0 help $verb
done
ends 0 help list
same help-list
ends 0 help query
same help-query
for kind in strategy treaty scenario payoffs agent sweep prior menu negotiator lesson; do
	ends 0 help keys $kind
	prints "$kind"
done

# ---- Catalogue ----

for kind in strategies treaties scenarios payoffs agents sweeps priors menus negotiators lessons games queries; do
	ends 0 list $kind
	ends 0 list $kind --format json
	json "list $kind"
	ends 0 list $kind --format csv
done
ends 0 list
ends 0 list --format json
json list
COLUMNS=60 "$detente" list treaties >out 2>err
grep -q "…" out && ! sed 's/…/./g' out | grep -q '^.\{61\}' && pass ||
    fail "list is not cut to the width of the terminal"
ends 3 show treaty conditional-hlt
says "did you mean 'conditional-halt'?"
ends 2 show treety conditional-halt
says "did you mean 'treaty'?"
for name in $("$detente" list strategies --names); do
	ends 0 show strategy "$name" --format json
done
for name in $("$detente" list treaties --names); do
	ends 0 show treaty "$name"
done
ends 0 show treaty conditional-halt --format json
json "show treaty"
for name in $("$detente" list scenarios --names); do
	ends 0 show scenario "$name"
done
for name in $("$detente" list agents --names); do
	ends 0 show agent "$name"
done
for name in $("$detente" list sweeps --names); do
	ends 0 show sweep "$name"
done
for name in $("$detente" list payoffs --names); do
	ends 0 show payoffs "$name"
done
for name in $("$detente" list queries --names); do
	ends 0 show query "$name"
done
ends 0 show strategy contrite-tit-for-tat
same show-contrite-tit-for-tat
ends 0 show strategy deceiver
same show-deceiver
ends 0 show treaty conditional-halt
same show-conditional-halt
ends 0 show payoffs prisoners-dilemma
same show-prisoners-dilemma
ends 0 show payoffs two-of-three
same show-two-of-three
ends 0 show scenario two-powers
same show-two-powers

# ---- Files of one's own ----

ends 0 init lab/
same init
ends 2 init lab
says "nothing was written"
ends 0 init lab --force
ends 1 init no/such/folder
for file in scenario my-treaty my-strategy my-prior my-menu my-negotiator \
    my-lesson my-claim; do
	ends 0 check lab/$file.yaml
	quiet "check $file"
	cp lab/$file.yaml out
	same init-$file
	# What is commented out is right as well: with one '#' of each line
	# taken away it is a file with more keys.
	sed 's/^\( *\)#\([^ ]\)/\1\2/; s/^\( *\)#  \( *\)/\1  \2/' \
	    lab/$file.yaml >lab/full.yaml
	ends 0 check lab/full.yaml
done
rm lab/full.yaml
ends 0 check lab/scenario.yaml lab/my-treaty.yaml lab/my-strategy.yaml
ends 0 run lab/scenario.yaml --seed 1 --quiet
ends 0 check --print lab/scenario.yaml
cp out resolved.yaml
ends 0 check --print resolved.yaml
cmp -s out resolved.yaml && pass || fail "the resolved file is not itself"
ends 0 check --format json lab/my-treaty.yaml
json check

cat >faulty.yaml <<'END'
treaty: faulty
entry:
  partys: 2
  delay: soon
monitoring: {miss: 5%, common_mode: 2}
response:
  ladder:
    - {strikes: 1, fine: 0,5}
END
call check faulty.yaml
[ $status -eq 3 ] && pass || fail "check of a faulty file: exit $status"
says "faulty.yaml:3:3: error: unknown key 'partys'"
says "did you mean 'parties'?"
mv err out
same check-faulty
ends 3 check lab/my-treaty.yaml faulty.yaml
ends 3 check --format json faulty.yaml
json "check of a faulty file"
ends 3 check no-such-file.yaml
ends 3 run faulty.yaml -o never.db
[ ! -e never.db ] && pass || fail "bad input wrote a database"
call check --color always faulty.yaml
grep -q "$(printf '\033')" err && pass || fail "--color always has no colour"
call check faulty.yaml
grep -q "$(printf '\033')" err && fail "colour without a terminal" || pass

# The manual's own examples, taken out of its text.
awk '/^\.\\" example: / { file = $3 }
/^\.Bd / && file != "" { on = 1; next }
/^\.Ed/ { on = 0; file = "" }
on { print > file }' "$srcdir/man/detente-files.5.in" \
    "$srcdir/man/detente-lesson.5.in"
ends 0 check patient.yaml two-eyes.yaml rivals.yaml patience.yaml two-halts.yaml
ends 0 show lesson two-halts.yaml --sheet --language de
prints "Ein Halt für zwei"
ends 2 show lesson two-halts.yaml --sheet --language fr
says "it speaks en, de"
for lesson in "$srcdir"/data/lessons/*.yaml; do
	ends 0 check "$lesson"
	ends 0 show lesson "$lesson"
	ends 0 show lesson "$lesson" --sheet --language de
	prints "Fragen"
done
ends 2 show treaty none --sheet
says "is for a lesson"
ends 0 sweep patience --dry-run
ends 0 run rivals --seed 1
ends 0 run rivals --seed 1 \
    --set treaty.monitoring.channels.satellites.cost=0.1
ends 0 show strategy patient

# ---- Asking ----

ends 0 run two-powers --runs 40 --seed 7 -o a.db --quiet
ends 0 query a.db "select name, kind, weight, 1.0 / 3 as third, null as n
    from agent order by agent"
same query-text
ends 0 query a.db --format csv "select name, 1.0 / 3 as third, null as n,
    'a,\"b\"' as quoted from agent order by agent"
same query-csv
ends 0 query a.db --format json "select name, 1.0 / 3 as third, null as n,
    'a,\"b\"' as name from agent order by agent"
same query-json
json query
ends 0 query a.db --format json "select 9e999 as more, -9e999 as less,
    null as none"
prints '"more": "inf", "less": "-inf", "none": null'
ends 0 query a.db --format csv "select 9e999 as more, null as none"
prints 'inf,'
for name in $("$detente" list queries --names); do
	ends 0 query a.db "$name" --format json
	json "query $name"
done
echo 'select count(*) as runs from run' >q.sql
"$detente" query a.db - <q.sql >out 2>err
prints 40
mkdir queries
printf -- '-- title: Mine\n-- about: My own.\nselect 42 as answer\n' \
    >queries/mine.sql
ends 0 query a.db mine
prints 42
ends 0 query --list
prints mine
cat >queries/drawn.sql <<'END'
-- title: Drawn
-- about: Rounds of runs.
-- parameter: most integer = 2 (runs); how many
-- picture: bars x=run y=rounds
select run, rounds from run where run <= :most
END
ends 0 query a.db drawn --svg drawn.svg --set most=1 --format csv
[ "$(wc -l <out)" -eq 2 ] && grep -q '</svg>' drawn.svg && pass ||
    fail "a drawn query"
ends 2 query a.db drawn --svg drawn.svg
says "--force"
ends 2 query a.db drawn --set most=few
says "a whole number, not 'few': how many"
ends 2 query a.db drawn --set mots=1
says "did you mean 'most'?"
ends 2 query a.db mine --svg mine.svg
says "has no picture"
ends 2 query a.db "select 1" --svg mine.svg
says "draws a named query"
[ -e mine.svg ] && fail "a picture of nothing" || pass
ends 0 query --list --format csv
prints 'drawn,Drawn,,most=2,,bars'
ends 0 show query drawn
prints "most, integer, by itself 2 (runs): how many"
ends 0 show query drawn --format json
json "show query drawn"
ends 0 show schema
prints tidy_rounds
ends 0 show schema cluster
prints "cluster (number): of what depends on each other"
ends 0 show schema --format json
json "show schema"
ends 3 show schema clutser
says "did you mean 'cluster'?"
ends 2 show treaty
says "it needs the NAME"
cp a.db b-2.db
ends 0 query a.db --attach b-2.db "select count(*) = (select count(*) from
    main.run) as same from b_2.run"
prints 1
ends 2 query a.db --attach b-2.db --attach b-2.db "select 1"
says "--attach NAME=b-2.db"
rm b-2.db
ends 2 query
ends 3 query a.db treaty-efect
says "did you mean 'treaty-effect'?"
for sql in "delete from run" "pragma user_version = 9" "attach 'b.db' as b" \
    "select load_extension('x')" "select 1; drop table run" "create table t(x)" \
    "select nmae from agent"; do
	ends 1 query a.db "$sql"
	[ -s out ] && fail "refused SQL has output: $sql" || pass
done
says "did you mean 'name'?"
ends 3 query no-such.db "select 1"
ends 3 query no-such.db
ends 3 query "$srcdir/README.md" "select 1"
ends 1 query a.db --timeout 1 "with recursive t(x) as (select 1 union all
    select x + 1 from t) select count(*) from t"
ends 0 query a.db "select 1 as one" --format csv -o answer.csv
[ "$(cat answer.csv)" = "one
1" ] && pass || fail "-o has another text"
ends 2 query a.db "select 2 as two" -o answer.csv
ends 0 query a.db "select 2 as two" --format csv -o answer.csv --force
[ "$(cat answer.csv)" = "two
2" ] && pass || fail "--force did not overwrite"
ends 1 query a.db "select 1" -o no/such/folder.csv
"$detente" query a.db --timeout 0 -o half.csv "with recursive t(x) as (select 1
    union all select x + 1 from t) select x from t" >out 2>err &
pid=$!
sleep 1
kill -TERM $pid
wait $pid
[ $? -eq 143 ] && pass || fail "a query that is stopped"
[ -z "$(ls half.csv* 2>/dev/null)" ] && pass || fail "half an answer is left"

# ---- Output that fails ----

if [ -w /dev/full ]; then
	for args in list "list treaties" help "show strategy grim" \
	    "query a.db --list" "check lab/scenario.yaml" "completion bash"; do
		# shellcheck disable=SC2086 # one word an argument
		"$detente" $args >/dev/full 2>err
		[ $? -eq 1 ] && grep -q 'No space left' err && pass ||
		    fail "$args to a full device"
	done
fi
(
	"$detente" query a.db --quiet --format csv \
	    "select * from outcome, agent" 2>err
	echo $? >status
) | head -n 1 >out
[ "$(cat status)" -eq 0 ] && pass || fail "a closed pipe is a fault"
quiet "a closed pipe"

# ---- Completions ----

if command -v bash >/dev/null; then
	call completion bash
	bash -n out 2>err && pass || fail "the bash completion does not parse"
	cat >try.bash <<'END'
. ./out
COMP_WORDS=("$@")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_detente
echo "${COMPREPLY[*]}"
END
	completes() {
		wanted=$1
		shift
		got=$(bash try.bash "$@" 2>err)
		[ "$got" = "$wanted" ] && pass ||
		    fail "'$*' completes to '$got', not '$wanted'"
	}
	completes show detente sh
	completes strategy detente show st
	completes contrite-tit-for-tat detente show strategy cont
	completes conditional-halt detente run --treaty = cond
	completes treaty-effect detente query -o x a.db treaty-e
	completes "--seed --set" detente run frontier --se
fi
for shell in zsh fish; do
	ends 0 completion $shell
	command -v $shell >/dev/null || continue
	$shell -n out 2>err && pass || fail "the $shell completion does not parse"
done

# ---- Engines ----

for refused in "-o no.db" "--detail rounds" "--evidence full"; do
	# shellcheck disable=SC2086 # words
	ends 2 run duel --engine chain $refused
	says "plays no r"
done
ends 2 run duel --engine lanes -o no.db --evidence full
says "--evidence epoch"
ends 2 run duel --engine lanes -o no.db --evidence none --detail rounds
says "--detail runs"
ends 2 run duel --engine fast
[ ! -e no.db ] && pass || fail "a refused run leaves a file"
ends 0 run duel --set noise.slip=0.05 -S tit-for-tat --set continuation=0.9 \
    --rounds 0 --engine chain --format csv
# two tit-for-tats that slip with .05, continued with .9 (engine/chain.h)
prints "one,tit-for-tat,0,"
prints ",2.64896096"
ends 0 run two-powers --engine chain --rounds 20
prints "It enters into force in"
ends 0 run duel --engine chain --format json
json "run --engine chain"
prints '"engine": "chain"'
ends 2 run frontier --engine chain
says "out of reach"
says "--engine lanes simulates it"
ends 0 run duel --runs 512
prints "engine lanes"
says "512 runs at once"
ends 0 run duel --runs 511
prints "engine reference"
says "fewer than 512 runs"
ends 0 run duel --runs 512 --engine reference
prints "engine reference"
if command -v sqlite3 >/dev/null; then
	for j in 1 2 5; do
		SOURCE_DATE_EPOCH=1700000000 "$detente" run frontier --runs \
		    1100 --seed 3 --evidence none -o lanes$j.db -j $j -q \
		    --format csv >lanes$j.csv 2>err
		sqlite3 lanes$j.db .dump >lanes$j.sql
		grep -q "'lanes'" lanes$j.sql && cmp -s lanes1.sql \
		    lanes$j.sql && cmp -s lanes1.csv lanes$j.csv && pass ||
		    fail "$j threads make something else by lanes"
	done
	ends 0 audit lanes1.db
	# what is kept by default is signed, and by the fastest engine too
	ends 0 run frontier --runs 30 -o default.db
	prints "engine lanes"
	ends 0 audit default.db
	prints "240 commitments"
	ends 0 show evidence default.db --run 7
	prints "moves -"
	# fewer are kept first: auto takes the same engine when more are added
	SOURCE_DATE_EPOCH=1700000000
	export SOURCE_DATE_EPOCH
	ends 0 run frontier --runs 90 --seed 3 --evidence none -o more.db
	ends 0 run frontier --runs 1100 --seed 3 --evidence none -o more.db \
	    --resume
	unset SOURCE_DATE_EPOCH
	for file in more lanes1; do
		sqlite3 $file.db "select count(*), total(payoff_total), \
		    max(run) from outcome; select engine from experiment" \
		    >$file.sum
	done
	cmp -s more.sum lanes1.sum && pass ||
	    fail "an experiment made longer is not the same"
	ends 0 audit more.db
fi

# ---- Manual ----

for verb in run sweep list show check init query merge help completion; do
	ends 0 help --mdoc $verb
	[ -f "$srcdir/man/detente-$verb.1.in" ] && pass ||
	    fail "no manual page of $verb"
done
if command -v mandoc >/dev/null; then
	for page in "$srcdir"/man/*.in "$srcdir"/man/*.[1-8]; do
		[ -f "$page" ] || continue
		case $page in
		*.in) sh "$srcdir/man/make-page.sh" "$detente" "$page" >page ;;
		*) cp "$page" page ;;
		esac
		mandoc -Tlint -Wwarning page >err 2>/dev/null && pass ||
		    fail "mandoc on $page"
	done
fi

finish
