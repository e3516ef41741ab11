/*
 * bargain_lottery: solutions among lotteries over texts, by linear programs in
 * the texts' chances.
 */
#include <math.h>

#include "base/number.h"
#include "linear/linear.h"
#include "pact/bargain_internal.h"

static const double slack = DT_BARGAIN_SLACK;

/* A program: most t, or most sum of price * gain, where party k's expected gain
 * is at least low[k] + slope[k] t. */
struct rows {
	double low[DT_BARGAIN_PARTIES_MOST];
	double slope[DT_BARGAIN_PARTIES_MOST];
	const double *price;    /* NULL: most t */
	const double *sum_price;        /* NULL: no such row; else the sum of
	                                 * these * gain is at least sum */
	double sum;
};

static double
worth(const struct dt_bargain_scaled *s, size_t text, const double *price)
{
	double sum = 0;
	for (size_t k = 0; k < s->parties && price != NULL; k++)
		sum += price[k] * s->gain[text * s->parties + k];
	return sum;
}

static void
build(const struct dt_bargain_scaled *s, const struct rows *rows,
    struct dt_linear *linear)
{
	dt_linear_row(linear, s->parties, 1, 1);
	if (rows->sum_price != NULL)
		dt_linear_row(linear, s->parties + 1, rows->sum, INFINITY);
	dt_linear_column(linear, s->n, -INFINITY, INFINITY);
	if (rows->price == NULL)
		dt_linear_gain(linear, s->n, 1);
	else
		dt_linear_column(linear, s->n, 0, 0);
	for (size_t k = 0; k < s->parties; k++) {
		dt_linear_row(linear, k, rows->low[k], INFINITY);
		if (rows->slope[k] != 0)
			dt_linear_set(linear, k, s->n, -rows->slope[k]);
	}
	for (size_t i = 0; i < s->n; i++) {
		for (size_t k = 0; k < s->parties; k++) {
			double gain = s->gain[i * s->parties + k];
			if (gain != 0)
				dt_linear_set(linear, k, i, gain);
		}
		dt_linear_gain(linear, i, worth(s, i, rows->price));
		dt_linear_set(linear, s->parties, i, 1);
		if (rows->sum_price != NULL)
			dt_linear_set(linear, s->parties + 1, i,
			    worth(s, i, rows->sum_price));
	}
}

/* The chances found, which sum to 1 whatever the program rounds. */
static void
take(const struct dt_bargain_scaled *s, const struct dt_linear *linear,
    double *chance)
{
	double sum = 0;
	for (size_t i = 0; i < s->n; i++) {
		chance[i] = dt_number_max(dt_linear_value(linear, i), 0);
		if (chance[i] < 1e-14)
			chance[i] = 0;
		sum += chance[i];
	}
	for (size_t i = 0; i < s->n && sum > 0; i++)
		chance[i] /= sum;
}

/* DT_LINEAR_SOLVED or how else it ended; chance may be NULL. */
static enum dt_linear_end
program(const struct dt_bargain_scaled *s, const struct rows *rows,
    double *chance, double *most)
{
	struct dt_linear *linear = dt_linear_new(s->parties + 1 +
	    (rows->sum_price != NULL), s->n + 1, (s->parties + 2) *
	    (s->n + 1));
	if (linear == NULL)
		return DT_LINEAR_NO_MEMORY;
	build(s, rows, linear);
	enum dt_linear_end end = dt_linear_solve(linear);
	if (end == DT_LINEAR_SOLVED) {
		*most = dt_linear_optimum(linear);
		if (chance != NULL)
			take(s, linear, chance);
	}
	dt_linear_free(linear);
	return end;
}

void
dt_bargain_expected(const struct dt_bargain_scaled *s, const double *chance,
    double *gain)
{
	for (size_t k = 0; k < s->parties; k++) {
		gain[k] = 0;
		for (size_t i = 0; i < s->n; i++)
			gain[k] += chance[i] * s->gain[i * s->parties + k];
	}
}

static enum dt_status
must(enum dt_linear_end end, struct dt_error *err)
{
	return end == DT_LINEAR_SOLVED ? DT_OK : dt_linear_fail(end,
	    "lotteries over texts", err);
}

enum dt_status
dt_bargain_lottery_best(const struct dt_bargain_scaled *s, const double *price,
    double *chance, struct dt_error *err)
{
	struct rows rows = { .price = price };
	double most;
	return must(program(s, &rows, chance, &most), err);
}

enum dt_status
dt_bargain_lottery_ideal(struct dt_bargain_scaled *s, struct dt_error *err)
{
	for (size_t k = 0; k < s->parties; k++) {
		double price[DT_BARGAIN_PARTIES_MOST] = { 0 };
		struct rows rows = { .price = price };
		price[k] = 1;
		enum dt_linear_end end = program(s, &rows, NULL, &s->ideal[k]);
		if (end == DT_LINEAR_INFEASIBLE) {
			s->ideal[k] = 0;
			return DT_OK;   /* no agreement for anybody */
		}
		if (end != DT_LINEAR_SOLVED)
			return must(end, err);
		s->gains[k] = s->ideal[k] > slack;
		if (!s->gains[k])
			s->ideal[k] = 0;
	}
	s->agreement = true;
	return DT_OK;
}

/* Those of `open` who cannot have more than `least` of their slope while the
 * others open have that are settled at it; one at least is. */
static enum dt_status
settle(const struct dt_bargain_scaled *s, const struct rows *rows,
    double least, bool *open, double *fixed, struct dt_error *err)
{
	struct rows floor = *rows;
	double closest = INFINITY;
	size_t who = 0;
	bool none = true, was[DT_BARGAIN_PARTIES_MOST];
	for (size_t k = 0; k < s->parties; k++) {
		was[k] = open[k];
		floor.slope[k] = 0;
		floor.low[k] = open[k] ? rows->slope[k] * least :
		    rows->low[k];
	}
	for (size_t k = 0; k < s->parties; k++) {
		double price[DT_BARGAIN_PARTIES_MOST] = { 0 }, most;
		if (!was[k])
			continue;
		price[k] = 1 / rows->slope[k];
		floor.price = price;
		enum dt_status status = must(program(s, &floor, NULL, &most),
		    err);
		if (status != DT_OK)
			return status;
		if (most - least < closest) {
			closest = most - least;
			who = k;
		}
		open[k] = most - least > slack;
		fixed[k] = floor.low[k];
		none &= open[k];
	}
	if (none)
		open[who] = false;
	return DT_OK;
}

/* The least of gain / slope as large as it can be, then the next least, and so
 * on: one program a step, and one for each party still open. */
static enum dt_status
level(const struct dt_bargain_scaled *s, const double *slope, double *chance,
    struct dt_error *err)
{
	bool open[DT_BARGAIN_PARTIES_MOST];
	double fixed[DT_BARGAIN_PARTIES_MOST] = { 0 };
	size_t n_open = 0;
	for (size_t k = 0; k < s->parties; k++)
		n_open += open[k] = s->gains[k];
	if (n_open == 0)
		return dt_bargain_lottery_best(s, slope, chance, err);
	while (n_open > 0) {
		struct rows rows = { 0 };
		double least;
		for (size_t k = 0; k < s->parties; k++) {
			rows.low[k] = open[k] ? 0 : fixed[k];
			rows.slope[k] = open[k] ? slope[k] : 0;
		}
		enum dt_status status = must(program(s, &rows, chance, &least),
		    err);
		if (status == DT_OK)
			status = settle(s, &rows, least, open, fixed, err);
		if (status != DT_OK)
			return status;
		n_open = 0;
		for (size_t k = 0; k < s->parties; k++)
			n_open += open[k];
	}
	return DT_OK;
}

/* Most of the sum; of those the one with the largest least gain. */
static enum dt_status
sum(const struct dt_bargain_scaled *s, const double *unit, const double *slope,
    double *chance, struct dt_error *err)
{
	struct rows rows = { .price = unit };
	double most, least;
	bool any = false;
	enum dt_status status = must(program(s, &rows, chance, &most), err);
	if (status != DT_OK)
		return status;
	struct rows even = { .sum_price = unit, .sum = most -
	    1e-12 * dt_number_max(1, fabs(most)) };
	for (size_t k = 0; k < s->parties; k++) {
		even.slope[k] = s->gains[k] ? slope[k] : 0;
		any |= s->gains[k];
	}
	return any ? must(program(s, &even, chance, &least), err) : DT_OK;
}

enum dt_status
dt_bargain_lottery_solve(const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, double *chance, struct dt_error *err)
{
	double slope[DT_BARGAIN_PARTIES_MOST], unit[DT_BARGAIN_PARTIES_MOST];
	double largest = 0;
	for (size_t k = 0; k < s->parties; k++)
		largest = dt_number_max(largest, s->unit[k]);
	for (size_t k = 0; k < s->parties; k++) {
		unit[k] = s->unit[k] / largest;
		slope[k] = kind == DT_BARGAIN_KALAI_SMORODINSKY ?
		    s->ideal[k] : 1 / unit[k];
	}
	if (kind == DT_BARGAIN_UTILITARIAN)
		return sum(s, unit, slope, chance, err);
	return level(s, slope, chance, err);
}

enum dt_status
dt_bargain_lottery_waste(const struct dt_bargain_scaled *s, const double *gain,
    double *waste, struct dt_error *err)
{
	double price[DT_BARGAIN_PARTIES_MOST], most, now = 0;
	struct rows rows = { .price = price };
	for (size_t k = 0; k < s->parties; k++) {
		price[k] = 1 / (s->gains[k] ? s->ideal[k] : 1);
		rows.low[k] = gain[k];
		now += price[k] * gain[k];
	}
	enum dt_linear_end end = program(s, &rows, NULL, &most);
	*waste = 0;
	if (end == DT_LINEAR_INFEASIBLE)
		return DT_OK;   /* better than all that there is */
	if (end == DT_LINEAR_SOLVED && most - now >
	    slack * (double)s->parties)
		*waste = most - now;
	return must(end, err);
}
