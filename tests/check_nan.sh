#!/bin/sh
# No largest or smallest number drops a NaN: C's fmax and fmin, which do, are
# used nowhere in src (dt_number_max and dt_number_min pass it on), so that an
# error of values that are none is never seen as small. And what is compared
# with a tolerance is accepted if it is below, never if it is not above.
srcdir=${srcdir:-.}
passed=0
failed=0
claim_nothing() {
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		echo "$1:"
		echo "$2"
		failed=$((failed + 1))
	fi
}
claim_nothing "these drop a NaN; use dt_number_max and dt_number_min" \
    "$(grep -rnE '\b(fmaxf?|fminf?|GSL_(MAX|MIN)_DBL|gsl_(max|min)_dbl)\(' \
    "$srcdir/src" --include='*.[ch]')"
claim_nothing "these let a NaN through; write !(x <= tolerance)" \
    "$(grep -rnE \
    'if \([^!]*(regret|error|residual|off|lost|gap) > [^;]*(tolerance|OFF|LOST|TOL)' \
    "$srcdir/src" --include='*.[ch]')"
echo "$passed passed, $failed failed"
test "$failed" -eq 0
