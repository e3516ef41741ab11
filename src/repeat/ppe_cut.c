/* ppe_cut: see ppe_cut.h. */
#include "repeat/ppe_cut.h"

#include <math.h>

#include "base/memory.h"
#include "linear/linear.h"

/* What an incentive that is not met costs, in payoffs from 0 to 1: enough to
 * show that a profile is of no use, and prices stay below it. */
static const double lacking = 1e3;

struct dt_ppe_cut {
	const struct dt_signals *game;
	double c;
	bool *out;              /* by profile: shown to be of no use */
	size_t *order;          /* profiles, best l.u first */
	double *reach;          /* by profile: l.u */
	double *price;          /* of incentives, then of signals */
	size_t incentives;
};

void
dt_ppe_cut_free(struct dt_ppe_cut *cut)
{
	if (cut == NULL)
		return;
	dt_memory_free(cut->out);
	dt_memory_free(cut->order);
	dt_memory_free(cut->reach);
	dt_memory_free(cut->price);
	dt_memory_free(cut);
}

struct dt_ppe_cut *
dt_ppe_cut_new(const struct dt_signals *game, double continuation)
{
	struct dt_ppe_cut *cut = dt_memory_new(1, sizeof(*cut));
	if (cut == NULL)
		return NULL;
	cut->game = game;
	cut->c = continuation;
	cut->incentives = game->moves[0] + game->moves[1];
	cut->out = dt_memory_new(game->profiles, sizeof(*cut->out));
	cut->order = dt_memory_new(game->profiles, sizeof(*cut->order));
	cut->reach = dt_memory_new(game->profiles, sizeof(*cut->reach));
	cut->price = dt_memory_new(cut->incentives + game->signals,
	    sizeof(*cut->price));
	if (cut->out == NULL || cut->order == NULL || cut->reach == NULL ||
	    cut->price == NULL) {
		dt_ppe_cut_free(cut);
		return NULL;
	}
	return cut;
}

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
	struct dt_polygon_point w = set->at[j % set->n];
	size_t signal = j / set->n, m = g->signals, row = m;
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
	size_t m = cut->game->signals, n = m * set->n, k = cut->incentives;
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

/* The bound that prices give, see ppe_cut.h; here nothing is the solver's. */
static double
bound_of(const struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y)
{
	const struct dt_signals *g = cut->game;
	const double *m = cut->price, *n = cut->price + cut->incentives;
	double r = 1, bound = 0;
	for (size_t k = 0; k < g->signals; k++)
		r += n[k];
	for (size_t k = 0; k < g->signals; k++) {
		double along = r * cut->c * g->chance[a * g->signals + k] -
		    n[k];
		double way[2] = { along * x, along * y };
		const double *price = m;
		for (size_t i = 0; i < 2; i++)
			for (size_t move = 0; move < g->moves[i]; move++)
				way[i] += *price++ * informs(g, a,
				    dt_signals_deviate(g, a, i, move), k);
		bound += dt_polygon_support(set, way[0], way[1]);
	}
	for (size_t i = 0; i < 2; i++)
		for (size_t move = 0; move < g->moves[i]; move++)
			bound -= *m++ * dt_signals_gain(g, a, i, move) *
			    (1 - cut->c) / cut->c;
	return bound + r * (1 - cut->c) * cut->reach[a];
}

static bool
find_of(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    double x, double y, double *h)
{
	size_t rows = cut->incentives + cut->game->signals;
	struct dt_linear *lp = make_program(cut, set, a, x, y);
	*h = cut->reach[a];
	if (lp == NULL)
		return false;
	enum dt_linear_end end = dt_linear_solve(lp);
	for (size_t k = 0; k < rows && end == DT_LINEAR_SOLVED; k++)
		cut->price[k] = fmax(-dt_linear_price(lp,
		    cut->game->signals + k), 0);
	if (end == DT_LINEAR_SOLVED)
		*h = fmin(*h, bound_of(cut, set, a, x, y));
	dt_linear_free(lp);
	return end != DT_LINEAR_NO_MEMORY;
}

static void
sort(struct dt_ppe_cut *cut, double x, double y)
{
	const struct dt_signals *g = cut->game;
	for (size_t a = 0; a < g->profiles; a++) {
		size_t k = a;
		cut->reach[a] = x * g->payoff[2 * a] + y * g->payoff[2 * a + 1];
		for (; k > 0 && cut->reach[cut->order[k - 1]] < cut->reach[a];
		    k--)
			cut->order[k] = cut->order[k - 1];
		cut->order[k] = a;
	}
}

bool
dt_ppe_cut_find(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    double x, double y, double *h)
{
	const struct dt_signals *g = cut->game;
	*h = -INFINITY;
	sort(cut, x, y);
	for (size_t k = 0; k < g->profiles; k++) {
		size_t a = cut->order[k];
		double own = cut->reach[a];
		if (own <= *h)
			break;
		if (cut->out[a])
			continue;
		if (!dt_signals_is_nash(g, a) && cut->c > 0 &&
		    !find_of(cut, set, a, x, y, &own))
			return false;
		if (dt_signals_is_nash(g, a) || cut->c > 0)
			*h = fmax(*h, own);
	}
	return true;
}

/* With h out of the way: what the incentives lack at least. */
static bool
lacks(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    bool *shown)
{
	size_t m = cut->game->signals, k = cut->incentives, n = m * set->n;
	double bound = 0;
	sort(cut, 0, 0);
	struct dt_linear *lp = make_program(cut, set, a, 0, 0);
	if (lp == NULL)
		return false;
	dt_linear_gain(lp, n + k, 0);
	enum dt_linear_end end = dt_linear_solve(lp);
	for (size_t row = 0; row < k + m; row++)
		cut->price[row] = row < k && end == DT_LINEAR_SOLVED ?
		    fmax(-dt_linear_price(lp, m + row), 0) : 0;
	dt_linear_free(lp);
	bound = bound_of(cut, set, a, 0, 0);
	*shown = bound < -1e-9 * lacking;
	return end != DT_LINEAR_NO_MEMORY;
}

bool
dt_ppe_cut_only_stage(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    bool *only_stage)
{
	*only_stage = true;
	for (size_t a = 0; a < cut->game->profiles; a++) {
		if (cut->out[a] || dt_signals_is_nash(cut->game, a))
			continue;
		if (cut->c == 0)
			cut->out[a] = true;
		else if (!lacks(cut, set, a, &cut->out[a]))
			return false;
		*only_stage &= cut->out[a];
	}
	return true;
}
