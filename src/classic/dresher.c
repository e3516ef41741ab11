/* dresher: closed form and recursion; see dresher.h. */
#include "classic/dresher.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

double
dt_dresher_formula(int64_t n, int64_t m)
{
	double term = 1, sum = 1, before = 1;   /* C(n,i), its sum, C(n-1,i) */
	if (m >= n)
		return 0;
	for (int64_t i = 1; i <= m; i++) {
		before *= (double)(n - i) / (double)i;
		term *= (double)(n - i + 1) / (double)i;
		sum += term;
		if (sum > 1e250) {      /* only the ratio counts */
			sum *= 1e-250;
			term *= 1e-250;
			before *= 1e-250;
		}
	}
	return before / sum;
}

/*
 * One period: to the violator -1 if it violates and is inspected, 1 if not;
 * else what the rest is worth after an inspection (x) and after none (y). The
 * game has no saddle point while inspections are fewer than periods.
 */
static struct dt_dresher
stage(double x, double y)
{
	double sum = 2 + x - y;         /* of the 2x2 game [-1 1; x y] */
	return (struct dt_dresher){
		.value = (x + y) / sum,
		.inspect = (1 - y) / sum,
		.violate = (x - y) / sum,
	};
}

/* The game with n periods and m inspections left, by the row of n - 1. */
static struct dt_dresher
left(const double *row, int64_t n, int64_t m)
{
	if (m >= n)             /* every period may be inspected */
		return (struct dt_dresher){ 0, 1, 0 };
	if (m == 0)             /* it may violate at any time */
		return (struct dt_dresher){ 1, 0, NAN };
	return stage(row[m - 1], row[m]);
}

enum dt_status
dt_dresher_recursion(int64_t periods, int64_t inspections,
    struct dt_dresher *game, struct dt_error *err)
{
	if (periods > DT_DRESHER_PERIODS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "at most %d periods",
		    DT_DRESHER_PERIODS_MOST);
	double *row = dt_memory_new((size_t)periods + 1, sizeof(*row));
	if (row == NULL)
		return dt_status_no_memory(err);
	*game = (struct dt_dresher){ 0, 1, 0 };
	for (int64_t n = 1; n <= periods; n++)
		for (int64_t m = n; m >= 0; m--) {
			struct dt_dresher one = left(row, n, m);
			row[m] = one.value;
			if (n == periods && m == inspections)
				*game = one;
		}
	dt_memory_free(row);
	return DT_OK;
}

double
dt_dresher_unseen(int64_t periods, int64_t inspections)
{
	return dt_number_max(1 - 2 * (double)inspections / (double)periods, 0);
}
