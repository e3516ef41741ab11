#!/bin/sh
# The recipes of detente-recipes(7), as they stand there, each with the tool that
# it is for, where that is installed; what they say is held against `query`.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need sqlite3
need python3
page=$srcdir/man/detente-recipes.7

# recipe TOOL: the text of one, as a reader sees it
recipe() {
	awk -v tool="$1" '$0 == ".\\\" recipe " tool { inside = 1; next }
	    inside && /^\.Ed/ { exit }
	    inside && /^\.Bd/ { next }
	    inside { sub(/^\$ /, ""); gsub(/\\e/, "\\")
	    gsub(/\\\(aq/, "\047"); print }' "$page"
}
# run TOOL COMMAND...: the recipe is put into the file "recipe", and run
run() {
	recipe "$1" >recipe
	[ -s recipe ] || { echo "there is no recipe $1"; return 1; }
	shift
	"$@" >out 2>err
}
# mean TREATY: pause share of runs, by the program
mean() {
	"$detente" query out.db --quiet --format csv "select
	    round(avg(pause_share), $2) from run_summary where
	    treaty = '$1'" | tail -n 1
}
says() {
	grep -q -e "$1" out || { cat out; return 1; }
}

claim "the games are played" run sh sh recipe
claim "there are two" [ "$(sqlite3 out.db \
    'select count(*), sum(runs_stored) from experiment')" = '2|100' ]
claim sqlite3 run sqlite3 sh recipe
claim "sqlite3: as query" says "new-start .* $(mean new-start 3)"
claim "sqlite3: the named query" says '^1,two-powers,new-start,pause_share'
claim "python3" run python3 python3 recipe
claim "python3: as query" says "^none 50 $(mean none 4)"
claim "python3: the named query" says '^1 two-powers new-start pause_share'
claim "metadata for Datasette" run metadata python3 recipe
claim "of all tables, and queries of stock SQLite" python3 -c '
import json, sqlite3
d = json.load(open("metadata.json"))["databases"]["out"]
db = sqlite3.connect("file:out.db?mode=ro", uri=True)
assert len(d["tables"]) > 30 and "outcome" in d["tables"]
assert len(d["queries"]) > 10
for q in d["queries"].values():
    names = [r[0] for r in db.execute("SELECT DISTINCT parameter FROM"
                                      " query_parameter")]
    db.execute(q["sql"], dict.fromkeys(names)).fetchall()
'
if python3 -c 'import pandas' 2>/dev/null
then
	claim pandas run pandas python3 recipe
	claim "pandas: as query" says "none .*$(mean none 4)"
fi
if has gnuplot; then
	claim gnuplot run gnuplot gnuplot recipe
	claim "gnuplot: a picture of two lines" eval \
	    'grep -q "</svg>" pauses.svg && grep -q "treaty" pauses.svg'
fi
if has Rscript; then
	claim Rscript run Rscript Rscript recipe
	claim "Rscript: as query" says "$(mean none 4)"
	if Rscript -e 'library(RSQLite)' >out 2>&1; then
		claim R run R Rscript recipe
		claim "R: a test" says 'p-value'
	fi
fi
if [ -f "$builddir/lib/detente.so" ]; then
	recipe module | sed "s|\$(detente --extension)|$builddir/lib/detente|" \
	    >recipe
	claim "the module" eval 'sh recipe >out 2>err && says "^none|"'
fi
finish
