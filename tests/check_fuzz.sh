#!/bin/sh
# Every fuzz target over its kept corpus. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
for replay in "$builddir"/tests/fuzz/replay_*; do
	[ -x "$replay" ] && [ ! -d "$replay" ] || continue
	name=${replay##*/replay_}
	case $name in *.*|*-*) continue ;; esac
	if out=$("$replay" "$srcdir/tests/fuzz/corpus/$name"/* 2>&1); then
		passed=$((passed + ${out%% passed*}))
	else
		fail "$name: $out"
	fi
done
finish
