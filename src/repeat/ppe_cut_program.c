/*
 * ppe_cut_program: what one profile allows, by a linear program whose prices
 * are all that is used; see ppe_cut.h.
 */
#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "linear/linear.h"
#include "repeat/ppe_cut_internal.h"

enum {
	AROUND = 6,             /* corners all around that a program starts with */
	TRIES = 8,
};

/* What an incentive that is not met costs, in payoffs from 0 to 1: enough to
 * show that a profile is of no use, and prices stay below it. */
static const double lacking = 1e3;

/* Of player i's incentive not to play b instead of a. */
static double
informs(const struct dt_signals *g, size_t a, size_t b, size_t y)
{
	return g->chance[a * g->signals + y] - g->chance[b * g->signals + y];
}

/* Columns: weights of the set's corners after each signal, what incentives
 * lack, h. Rows: weights, incentives, signals, h. */
static void
set_corner(struct dt_ppe_cut *cut, struct dt_linear *lp,
    const struct dt_polygon *set, size_t a, size_t j, double x, double y)
{
	const struct dt_signals *g = cut->game;
	struct dt_polygon_point w = set->at[cut->column[j].corner];
	size_t signal = cut->column[j].signal, m = g->signals, row = m;
	double along = x * w.x + y * w.y;
	dt_linear_set(lp, signal, j, 1);
	for (size_t i = 0; i < 2; i++)
		for (size_t move = 0; move < g->moves[i]; move++, row++)
			dt_linear_set(lp, row, j, informs(g, a,
			    dt_signals_deviate(g, a, i, move), signal) *
			    (i == 0 ? w.x : w.y));
	dt_linear_set(lp, row + signal, j, -along);
	dt_linear_set(lp, row + m, j,
	    -cut->c * g->chance[a * m + signal] * along);
}

static void
set_rows(struct dt_ppe_cut *cut, struct dt_linear *lp, size_t a, size_t h)
{
	const struct dt_signals *g = cut->game;
	size_t m = g->signals, row = m;
	for (size_t k = 0; k < m; k++)
		dt_linear_row(lp, k, 1, 1);
	for (size_t i = 0; i < 2; i++)
		for (size_t move = 0; move < g->moves[i]; move++, row++) {
			size_t b = dt_signals_deviate(g, a, i, move);
			if (b == a)
				continue;
			dt_linear_row(lp, row, dt_signals_gain(g, a, i, move) *
			    (1 - cut->c) / cut->c, INFINITY);
			dt_linear_set(lp, row, h - cut->incentives + row - m,
			    1);
		}
	for (size_t k = 0; k < m; k++, row++) {
		dt_linear_row(lp, row, 0, INFINITY);
		dt_linear_set(lp, row, h, 1);
	}
	dt_linear_row(lp, row, -INFINITY, (1 - cut->c) * cut->reach[a]);
	dt_linear_set(lp, row, h, 1);
}

static struct dt_linear *
make_program(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y)
{
	size_t m = cut->game->signals, n = cut->columns, k = cut->incentives;
	struct dt_linear *lp = dt_linear_new(2 * m + k + 1, n + k + 1,
	    n * (k + 3) + k + m + 1);
	if (lp == NULL)
		return NULL;
	set_rows(cut, lp, a, n + k);
	for (size_t j = 0; j < n; j++)
		set_corner(cut, lp, set, a, j, x, y);
	for (size_t j = 0; j < k; j++)
		dt_linear_gain(lp, n + j, -lacking);
	dt_linear_column(lp, n + k, -INFINITY, INFINITY);
	dt_linear_gain(lp, n + k, 1);
	return lp;
}

/* The direction in which prices of profile a pull the promise after signal k,
 * see ppe_cut.h. */
static struct dt_polygon_point
pull(const struct dt_ppe_cut *cut, const double *price, size_t a, double x,
    double y, size_t k)
{
	const struct dt_signals *g = cut->game;
	const double *n = price + cut->incentives;
	double r = 1;
	for (size_t j = 0; j < g->signals; j++)
		r += n[j];
	double along = r * cut->c * g->chance[a * g->signals + k] - n[k];
	double way[2] = { along * x, along * y };
	for (size_t i = 0; i < 2; i++)
		for (size_t move = 0; move < g->moves[i]; move++)
			way[i] += *price++ * informs(g, a,
			    dt_signals_deviate(g, a, i, move), k);
	return (struct dt_polygon_point){ way[0], way[1] };
}

/* The bound that prices give, see ppe_cut.h; here nothing is the solver's. It
 * becomes the last term of what was found. */
static double
bound_of(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y)
{
	const struct dt_signals *g = cut->game;
	const double *m = cut->price, *n = cut->price + cut->incentives;
	struct dt_ppe_cut_term *term = &cut->found.term[cut->found.n];
	double r = 1, bound = 0, promised = 0;
	for (size_t k = 0; k < g->signals; k++) {
		struct dt_polygon_point way = pull(cut, cut->price, a, x, y,
		    k);
		r += n[k];
		promised += dt_polygon_support(set, way.x, way.y);
		cut->found.pull[cut->found.n * g->signals + k] = way;
	}
	for (size_t i = 0; i < 2; i++)
		for (size_t move = 0; move < g->moves[i]; move++)
			bound -= *m++ * dt_signals_gain(g, a, i, move) *
			    (1 - cut->c) / cut->c;
	bound += r * (1 - cut->c) * cut->reach[a];
	*term = (struct dt_ppe_cut_term){ cut->reach[a], bound };
	return bound + promised;
}

static size_t
farthest(const struct dt_polygon *set, struct dt_polygon_point way)
{
	size_t best = 0;
	for (size_t k = 1; k < set->n; k++)
		if (way.x * set->at[k].x + way.y * set->at[k].y >
		    way.x * set->at[best].x + way.y * set->at[best].y)
			best = k;
	return best;
}

static bool
add_column(struct dt_ppe_cut *cut, size_t signal, size_t corner)
{
	for (size_t j = 0; j < cut->columns; j++)
		if (cut->column[j].signal == signal &&
		    cut->column[j].corner == corner)
			return true;
	if (cut->columns == cut->room) {
		size_t room = 2 * cut->room + 64;
		struct dt_ppe_cut_column *grown = dt_memory_resize(cut->column, room,
		    sizeof(*grown));
		if (grown == NULL)
			return false;
		cut->column = grown;
		cut->room = room;
	}
	cut->column[cut->columns++] = (struct dt_ppe_cut_column){
	    signal, corner };
	return true;
}

/* For each signal the corners where prices pull to, and their neighbours. */
static bool
add_pulled(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y, const double *price)
{
	bool ok = true;
	size_t n = set->n;
	for (size_t k = 0; k < cut->game->signals; k++) {
		size_t at = farthest(set, pull(cut, price, a, x, y, k));
		ok = ok && add_column(cut, k, at) &&
		    add_column(cut, k, (at + 1) % n) &&
		    add_column(cut, k, (at + n - 1) % n);
	}
	return ok;
}

/* Corners all around, those in the direction itself, and where the profile's
 * last prices pull: few of all, for what is not among them the bound tells. */
static bool
start_columns(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y)
{
	size_t rows = cut->incentives + cut->game->signals,
	    step = set->n / AROUND + 1;
	bool ok = true;
	cut->columns = 0;
	for (size_t signal = 0; signal < cut->game->signals; signal++)
		for (size_t k = 0; ok && k < set->n; k += step)
			ok = add_column(cut, signal, k);
	for (size_t k = 0; k < rows; k++)
		cut->price[k] = 0;
	return ok && add_pulled(cut, set, a, x, y, cut->price) &&
	    add_pulled(cut, set, a, x, y, &cut->last[a * rows]);
}

static enum dt_linear_end
solve(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a, double x,
    double y, double *optimum)
{
	size_t rows = cut->incentives + cut->game->signals;
	struct dt_linear *lp = make_program(cut, set, a, x, y);
	if (lp == NULL)
		return DT_LINEAR_NO_MEMORY;
	if (x == 0 && y == 0)
		dt_linear_gain(lp, cut->columns + cut->incentives, 0);
	enum dt_linear_end end = dt_linear_solve(lp);
	for (size_t k = 0; k < rows && end == DT_LINEAR_SOLVED; k++)
		cut->last[a * rows + k] = cut->price[k] =
		    dt_number_max(-dt_linear_price(lp, cut->game->signals + k), 0);
	*optimum = dt_linear_optimum(lp);
	dt_linear_free(lp);
	return end;
}

/* More corners until the bound is as good as the program to `near`. */
bool
dt_ppe_cut_program(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    size_t a, double x, double y, double near, double *h)
{
	*h = cut->reach[a];
	if (!start_columns(cut, set, a, x, y))
		return false;
	for (int k = 0; k < TRIES; k++) {
		double optimum;
		size_t before = cut->columns;
		enum dt_linear_end end = solve(cut, set, a, x, y, &optimum);
		if (end == DT_LINEAR_NO_MEMORY)
			return false;
		if (end != DT_LINEAR_SOLVED)
			break;
		*h = dt_number_min(*h, bound_of(cut, set, a, x, y));
		if (*h <= optimum + near)
			break;
		if (!add_pulled(cut, set, a, x, y, cut->price))
			return false;
		if (cut->columns == before)
			break;
	}
	return true;
}
