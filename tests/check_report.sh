#!/bin/sh
# A database as a page: each figure is that of `run`, of the view, and of the
# raw rows; the page stands alone, and what a stranger wrote stays text. A
# browser opens all pages once, where there is one (chromium, node, and the
# packages of tests/browser/package-lock.json by npm ci in BROWSER_MODULES). Ends with "N passed, N
# failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3
mkdir pages

# ---- The databases ----

run() {
	detente run "$@" -q >out 2>err || fail "this is needed: run $*"
}
detente run two-powers --runs 30 --seed 7 --detail rounds -o runs.db -q \
    --format json >run.json 2>err
run two-powers --treaty none --runs 30 --seed 8 -a -o runs.db --evidence none
run duel --treaty grim --runs 3 --seed 2 -a -o runs.db --detail rounds
run frontier --treaty grim --runs 4 --seed 9 -o frontier.db --evidence none
detente merge merged.db runs.db frontier.db -q >out 2>err
cat >line.yaml <<'END'
sweep: line
title: <b onmouseover=1>along one axis</b>
scenario: duel
axes:
  slip: {key: noise.slip, values: [0, 0.05, 0.1, 0.2]}
seed: 3
runs: 20
engine: reference
END
detente sweep strategies --runs 4 --seed 1 -o sweeps.db -q >out 2>err
detente sweep line.yaml -o sweeps.db -a -q >out 2>err ||
    detente sweep line.yaml -o line.db -q >out 2>err
detente solve stag-hunt -o solved.db -q >out 2>err
detente solve duel --treaty grim --continuation 0.9 --vary noise.slip=0:0.2:4 \
    --vary continuation=0.5:0.9:5 -o solved.db -a -q >out 2>err
detente solve duel --treaty grim --continuation 0.9 -o solved.db -a -q >out 2>err
# A class of two blocks in twelve matching groups: seen well, then badly.
run duel --strategies random,majority-tit-for-tat --set rounds=12 --runs 24 \
    --seed 3 --detail rounds --evidence none -o class.db
run duel --strategies random,comply --treaty pair-halt --set rounds=12 \
    --set treaty.monitoring.miss=0.3 --set treaty.monitoring.false_alarm=0.1 \
    --runs 24 --seed 4 --detail rounds --evidence none -a -o class.db
sqlite3 class.db ".read $srcdir/tests/class.sql" || fail "a class is needed"
# The same with its lesson, whose first block is practice.
cp class.db lesson.db
python3 - "$srcdir/data/lessons/pause-and-race.yaml" \
    <<'END'
import sqlite3, sys
db = sqlite3.connect("lesson.db")
with open(sys.argv[1], encoding="utf-8") as f:
    db.execute("insert into class_session (class, class_sha256, lesson,"
        " lesson_sha256, lesson_text, seed, seats, version, started_at,"
        " ended_at) values ('k7q2mp', ?, 'pause-and-race', ?, ?, '7', 48, 'x',"
        " '', '')", ("0" * 64, "0" * 64, f.read()))
for n in range(1, 13):
    db.execute("insert into class_answer values (?, 'predict', 2, '', ?)",
               (f"p{n:02}", str(5 * n)))
db.commit()
END
cp frontier.db hostile.db
python3 - <<'END'
import sqlite3
evil = ['<script>window.ran=1</script><img src=x onerror="window.ran=1">',
        '"onload="window.ran=1', "';</style></svg><iframe src=//a.example>",
        '\u202egnp\u2066\u2028x', '=HYPERLINK("http://a.example")', '`id`',
        '$(touch ran)\\input{x}', 'x' * 300]
db = sqlite3.connect("hostile.db")
for n, (agent,) in enumerate(db.execute(
        "select agent from agent order by agent").fetchall()):
    db.execute("update agent set name = ?, strategy = ? where agent = ?",
               (evil[n], evil[-1 - n], agent))
for column in "scenario", "title", "treaty", "command", "libraries":
    db.execute(f"update experiment set {column} = ?", (evil[0] + evil[2],))
db.commit()
empty = sqlite3.connect("empty.db")
sqlite3.connect("frontier.db").backup(empty)
for table in "outcome", "run", "agent", "setting", "experiment":
    empty.execute(f"delete from {table}")
empty.commit()
END

# ---- The pages ----

report() {
	detente report "$1.db" -o "pages/$1.html" --plot-data "$1.figures" \
	    -q >out 2>err
}
figures() {
	python3 "$srcdir/tests/report_figures.py" "$1.db" "pages/$1.html" \
	    "$1.figures" $2
}
for name in runs frontier merged sweeps solved empty hostile class; do
	claim "$name has a report" report $name
done
claim "runs: each figure is that of run, view and rows" figures runs run.json
for name in frontier merged sweeps solved empty class; do
	claim "$name: each figure is that of view and rows" figures $name
done
claim "hostile: names stay text" figures hostile
practises() {
	report lesson && figures lesson && grep -q "Block 2: Without a treaty" \
	    pages/lesson.html && ! grep -q 'id="block-1' pages/lesson.html &&
	    grep -q '^2,In how many .*,12,32.5,5,60$' \
	    lesson.figures/class-predictions.csv
}
claim "a lesson names its blocks, and leaves out practice" practises
first_answer() {
	grep -A4 'id="answer"' "pages/$1.html" | grep -q "$2"
}
claim "the first section is the answer" first_answer runs '<p>Over 3 exp'
claim "an empty file is told of" first_answer empty '<p>Nothing is in'
says() {
	grep -qF "$2" "pages/$1.html"
}
claim "the whole check is named" says runs "Authentic, by the whole check"
claim "what is signed is told" says frontier "Nothing in it is signed"
claim "a changed file is found" says hostile "NOT AUTHENTIC, by the whole"
quick() {
	detente report runs.db --audit quick >quick.html && grep -qF \
	    "No fault, by the quick check" quick.html
}
claim "the quick check says that it is one" quick
quick_finds() {
	sqlite3 bad.db "UPDATE agent SET strategy = 'grim' WHERE agent = 1" &&
	    detente report bad.db --audit quick | grep -q "NOT AUTHENTIC, by"
}
cp frontier.db bad.db
claim "the quick check holds rows against configurations" quick_finds
alike() {
	detente report merged.db -j 1 >one && detente report merged.db -j 2 \
	    >two && cmp one two && cmp one pages/merged.html
}
claim "same file, same bytes, for any number of threads" alike
one_only() {
	detente report runs.db -e 2 >two.html && grep -q 'id="experiment-2"' \
	    two.html && ! grep -q 'id="experiment-1"' two.html &&
	    ! detente report runs.db -e 9 2>err && grep -q "no experiment 9" err
}
claim "one experiment alone" one_only
in_the_way() {
	! detente report runs.db -o pages/runs.html 2>err &&
	    grep -q -- --force err &&
	    ! detente report runs.db --plot-data runs.figures >out 2>err &&
	    [ ! -s out ]
}
claim "nothing that is there is overwritten" in_the_way

# ---- Tit for tat in a seat, and best replies ----

# By hand, T 5, R 3, P 1, S 0, ten rounds without noise. A racer against tit for tat
# gets (5 + 9 P)/10 = 1.4. Tit for tat in its seat: the other pauses throughout, 3.
# Against the other's moves as they were, a pause and nine races: R, S, 8 P, 1.1.
detente run duel --rounds 10 -S always-race,tit-for-tat --runs 2 --seed 1 \
    --detail packed --evidence none -o seat.db -q >out 2>err
seat_has() {
	detente report seat.db -o seat.html --plot-data seat.figures -q \
	    --audit none >out 2>err && grep -q "^$1" \
	    seat.figures/experiment-1-instead.csv
}
claim "played again the others answer, held fixed they do not" seat_has \
    'one,always-race,1.4,3,1.6,1.6,1.6,1.1'
claim "which of the two is said" eval 'grep -q "tit for tat, the others answer" \
    seat.html && grep -q "their moves held fixed" seat.html'

# Of three strategies of the one and two of the other: two races, and two tit for
# tats, are best replies to each other; racing on who pauses is one's alone.
cat >reply.yaml <<'END'
sweep: reply
scenario: duel
set: {rounds: 10}
axes:
  a: {key: agents.one.strategy, values: [always-race, tit-for-tat, always-pause]}
  b: {key: agents.two.strategy, values: [always-race, tit-for-tat]}
runs: 5
seed: 1
END
detente sweep reply.yaml -o reply.db -q >out 2>err
detente report reply.db -o reply.html --plot-data reply.figures -q \
    --audit none >out 2>err
claim "best replies of a sweep of strategies" eval \
    '[ "$(cut -d , -f 5 reply.figures/sweep-1-replies.csv)" = "best_reply
of both
of neither
of two
of neither
of both
of one" ] && grep -q "Whose best reply it is" reply.html'

# ---- The sheet ----

brief() {
	name=$1
	shift
	detente report --brief "$@" -o "pages/brief-$name.html" >out 2>err
}
claim "a scenario has a brief" brief two two-powers -t verified-halt -c 0.95
claim "a treaty that holds has one" brief kept noisy-pair -t grim -c 0.95
claim "a scenario without a treaty has one" brief bare duel
for name in runs sweeps solved empty hostile; do
	claim "$name has a brief" brief $name $name.db
done
claim "of another experiment" brief grim runs.db -e 3
first_line() {
	"$detente" solve "$@" 2>err | sed -n '1,/\.$/p' | tr -s '\n ' ' ' |
	    cut -c 1-66
}
says_verdict() {
	grep -qF "$(first_line two-powers -t verified-halt -c 0.95)" \
	    pages/brief-two.html &&
	    grep -qF "$(first_line noisy-pair -t grim -c 0.95)" \
	    pages/brief-kept.html
}
claim "its answer is the verdict of solve" says_verdict
brief_figures() {
	detente run two-powers -t verified-halt --set continuation=0.95 \
	    --runs 200 --seed 1 --format json -q >played.json 2>err &&
	    detente run two-powers -t none --set continuation=0.95 \
	    --runs 200 --seed 1 --format json -q >without.json 2>err &&
	    python3 - <<'END'
import json, re
page = open("pages/brief-two.html", encoding="utf-8").read()
rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page)
played, without = (json.load(open(f)) for f in ("played.json",
                                                "without.json"))
assert len(rows) == len(played["agents"]) == 2
for row, a, bare in zip(rows, played["agents"], without["agents"]):
    got = [float(x) for x in re.findall(r'value="([^"]*)"', row)]
    rounds = played["rounds_per_run"]
    want = [a["pause_share"], a["payoff_per_round"],
            bare["payoff_per_round"], a["monitoring_per_run"] / rounds,
            a["fines_per_run"] / rounds, a["transfers_per_run"] / rounds,
            a["findings_wrong_per_run"]]
    assert got[:3] == want[:3] and len(got) == 7, (got, want)
    assert all(abs(x - y) <= 1e-12 * max(1, abs(y))
               for x, y in zip(got, want)), (got, want)
END
}
claim "its figures are those of run" brief_figures
threshold() {
	python3 - <<'END'
import csv, re, subprocess
rows = csv.DictReader(subprocess.run(["detente", "solve", "noisy-pair", "-t",
    "grim", "-c", "0.95", "--table", "thresholds", "--format", "csv"],
    capture_output=True, text=True, check=True).stdout.splitlines())
miss = [r for r in rows if r["quantity"] == "miss" and r["part"] == "holds"]
page = open("pages/brief-kept.html", encoding="utf-8").read()
assert "A miss above %.4g:" % float(miss[0]["holds_to"]) in page, miss
END
}
claim "what breaks it is what solve says" threshold
refuses() {
	detente report "$@" >out 2>err
	[ $? -eq 2 ] && [ ! -s out ]
}
claim "a change of a database is refused" refuses --brief runs.db -t grim
claim "what goes with one alone is refused" refuses runs.db --thresholds
claim "a scenario has no page of data" refuses --brief duel --plot-data x

# ---- Files for other tools ----

no_foreign_words() {
	! grep -lE 'window|HYPERLINK|touch|a\.example' hostile.figures/*.gp \
	    hostile.figures/*.R
}
claim "no word of a stranger's is in a script" no_foreign_words
guarded() {
	grep -q "'=HYPERLINK" hostile.figures/experiment-1-agents.csv
}
claim "no cell is a formula" guarded
draws() {
	for script in "$1".figures/*.gp; do
		(cd "$1.figures" && gnuplot "$(basename "$script")") || return
		[ -s "${script%.gp}.svg" ] || return
	done
}
if has gnuplot; then
	for name in runs sweeps hostile; do
		claim "gnuplot draws $name" draws $name
	done
	check "gnuplot runs no word of a name" "$(find . -name ran)" = ""
fi
draws_r() {
	(cd "$1.figures" && for script in *.R; do
		echo "source('$script')"
	done >all.r && Rscript all.r && [ -s "$(ls ./*-r.svg | head -n 1)" ])
}
if has Rscript; then
	claim "R draws all kinds" draws_r runs
fi

# ---- The browser: one start for all ----

browsed() {
	node "$srcdir/tests/browser/pages.js" "$modules" pages/*.html
}
if has_browser; then
	claim "a browser finds nothing wrong with the pages" browsed
fi
finish
