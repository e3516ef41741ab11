#!/bin/sh
# Every fuzz target over its kept corpus. Ends with "N passed, N failed".
srcdir=${srcdir:-.}
builddir=${builddir:-.}
passed=0
failed=0
for replay in "$builddir"/tests/fuzz/replay_*; do
	[ -x "$replay" ] && [ ! -d "$replay" ] || continue
	name=${replay##*/replay_}
	case $name in *.*|*-*) continue ;; esac
	if out=$("$replay" "$srcdir/tests/fuzz/corpus/$name"/* 2>&1); then
		passed=$((passed + ${out%% passed*}))
	else
		failed=$((failed + 1))
		echo "failed: $name: $out"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
