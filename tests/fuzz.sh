#!/bin/sh
# fuzz.sh: every libFuzzer target for SECONDS (60 where not set), from its
# kept corpus: with the real signatures, and with lax.c in their place, so that
# what is behind a signature is reached. TARGETS: only those, with the real
# signatures; ROOMS: only those of the sources, where they do for the targets.
# CLANG names the compiler. New inputs
# and findings stay in WORK. Ends with "N passed, N failed"; 77 without clang.
srcdir=${srcdir:-.}
builddir=${builddir:-.}
clang=${CLANG:-clang}
command -v "$clang" >/dev/null || clang=clang-14
command -v "$clang" >/dev/null || { echo "no clang: skipped"; exit 77; }
work=${WORK:-$builddir/fuzz}
libraries="gsl yaml-0.1 sqlite3 libsodium nettle jansson"
for may in nlopt libmicrohttpd qrcodegen libutf8proc; do
	! pkg-config --exists $may || libraries="$libraries $may"
done
export srcdir
passed=0
failed=0
mkdir -p "$work" || exit 1

# library SIGN: all rooms below the command line
library() {
	mkdir -p "$work/$1"
	for room in ${ROOMS:-$(ls "$srcdir/src")}; do
		case $room in cli | cmd) continue ;; esac
		ls "$srcdir/src/$room"/*.c 2>/dev/null
	done | while read -r file; do
		[ "$1/${file##*/}" != lax/sign.c ] || file=$srcdir/tests/fuzz/lax.c
		echo "$file"
	done | xargs -P "$(nproc)" -I FILE sh -c '
	    name=$(basename "$(dirname FILE)")-$(basename FILE .c)
	    '"$clang -g -O1 -fsanitize=fuzzer-no-link,address,undefined \
	    -fno-sanitize-recover=undefined -D_GNU_SOURCE -I$srcdir/src \
	    -I$builddir -I$builddir/src -I$srcdir/tests/fuzz \
	    $(pkg-config --cflags $libraries) \
	    -c FILE -o $work/$1"'/$name.o' || exit 1
}

for sign in strict lax; do
	targets='note entry proof audit'
	[ $sign = lax ] || targets="$targets game web" # no signatures there
	if [ -n "${TARGETS:-}" ]; then
		[ $sign = strict ] || continue
		targets=$TARGETS
	fi
	library $sign
	for target in $targets; do
		program=$work/$sign-$target
		# shellcheck disable=SC2046 # one word a flag
		"$clang" -g -O1 -fsanitize=fuzzer,address,undefined \
		    -D_GNU_SOURCE -I"$srcdir/src" -I"$srcdir/tests/fuzz" \
		    "$srcdir/tests/fuzz/fuzz_$target.c" "$work/$sign"/*.o \
		    $(pkg-config --libs $libraries) -lglpk -lgmp -lpthread \
		    -lm -o "$program" || exit 1
		mkdir -p "$work/corpus-$sign-$target"
		if "$program" -max_total_time="${SECONDS_EACH:-60}" \
		    -artifact_prefix="$program-" \
		    "$work/corpus-$sign-$target" \
		    "$srcdir/tests/fuzz/corpus/$target" \
		    >"$program.log" 2>&1; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			tail -n 30 "$program.log"
		fi
		echo "$sign $target: $(grep -a '^Done' "$program.log")"
	done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
