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
claim 'a verb without tables says so' exits 1 help keygen --columns

finish
