#!/bin/sh
# Tables: every column that a verb prints is explained by `help VERB
# --columns`, under the heading and in the unit that it has; and nothing is
# explained that no call prints. The calls are those of columns.txt.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need python3
[ "${SLOW:-1}" -le 1 ] || skip "it is of words, nothing for the sanitizers"

# A game with equilibria that hang together, one with dominated strategies, a
# sweep of one game and one of two, and a folder in which one file is broken.
cat >ties.csv <<'END'
,left,right
top,1;1,1;0
bottom,1;1,0;0
END
cat >dominated.csv <<'END'
,left,right
top,3;3,2;2
bottom,1;1,2;0
END
cat >map.yaml <<'END'
sweep: map
scenario: duel
set: {rounds: 5, noise.slip: 0.1}
axes:
  one: {key: agents.one.strategy, values: [grim, always-race]}
  two: {key: agents.two.strategy, values: [grim, always-race]}
runs: 2
END
sed -e 's/^sweep: map/sweep: games/' \
    -e '/^axes/a\  slip: {key: noise.slip, values: [0.1, 0.2]}' map.yaml >games.yaml
mkdir broken
for name in grim tit-for-tat; do
	cp "$srcdir/agents/strategies/$name.yaml" broken
done
echo 'strategy: none' >broken/none.yaml

# Its faults are its output, all of them.
python3 "$srcdir/tests/columns.py" "$detente" "$srcdir/tests/columns.txt" >out
claimed=$?
[ $claimed -eq 0 ] || cat out
claim 'what is printed is what is explained' [ $claimed -eq 0 ]
# Tables that are no answer's: their heads are what is explained, all of them.
heads() {
	for kind in '' $("$detente" list --format csv 2>notes | sed '1d; s/,.*//'); do
		"$detente" list $kind --format csv 2>notes | head -n 1 | tr ',' '\n'
	done | sort -u
}
"$detente" help list --columns --format csv | sed '1d' | cut -d, -f3 |
    tr -d '"' | sort -u >explained
claim 'what list prints is what is explained' eval 'heads | cmp - explained'
"$detente" run duel --seed 1 -n 2 -o looked.db --quiet >notes 2>&1
"$detente" audit looked.db --format json >audited 2>notes
python3 -c 'import json
for word in json.load(open("audited"))["tables"][0]: print(word)' | sort >printed
"$detente" help audit --columns --format csv | sed '1d' | cut -d, -f3 |
    tr -d '"' | sort >explained
claim 'and what audit counts' cmp printed explained

claim 'a verb without tables says so' exits 1 help keygen --columns

finish
