/*
 * bargain_nash: the lottery with the largest product of gains.
 *
 * The sum of weight * log gain is concave. Prices weight / gain make it linear
 * at a point, and the best agreement at these prices is either no better than
 * the point, which then is the solution (no other has a larger sum, as the
 * tangent lies above), or a lottery to mix in (Frank and Wolfe 1956; with the
 * best mix of all that were found at every step, which Newton's method finds).
 */
#include <math.h>
#include <string.h>

#include "base/lu.h"
#include "base/number.h"
#include "pact/bargain_internal.h"

enum { ATOMS_MOST = 192, STEPS_MOST = 400, NEWTON_MOST = 100 };

static const double done = 1e-13;       /* of a price's gain, beside 1 */

struct atoms {
	const struct dt_bargain_scaled *s;
	size_t n, parties;
	double *gain;           /* [atom * parties + party] */
	double *chance;         /* [atom * texts + text] */
	double share[ATOMS_MOST];       /* in the mix; sums to 1 */
	double *matrix;         /* room for equations */
	double weights;         /* their sum, over those who can gain */
};

static double *
gain_of(const struct atoms *a, size_t atom)
{
	return a->gain + atom * a->parties;
}

/* The mix's gains; and the sum of weight * log of them. */
static double
mixed(const struct atoms *a, const double *share, double *gain)
{
	double sum = 0;
	for (size_t k = 0; k < a->parties; k++) {
		gain[k] = 0;
		for (size_t j = 0; j < a->n; j++)
			gain[k] += share[j] * gain_of(a, j)[k];
		if (a->s->gains[k])
			sum += gain[k] > 0 ? a->s->weight[k] * log(gain[k]) :
			    -INFINITY;
	}
	return sum;
}

/* What an atom is worth at the prices, less what the mix is. */
static double
slope(const struct atoms *a, size_t atom, const double *gain)
{
	double sum = -a->weights;
	for (size_t k = 0; k < a->parties; k++)
		if (a->s->gains[k])
			sum += a->s->weight[k] * gain_of(a, atom)[k] / gain[k];
	return sum;
}

/* Newton's direction among the atoms in `free`, of which there are f. */
static bool
direct(struct atoms *a, const size_t *free, size_t f, const double *gain,
    double *way)
{
	size_t order[ATOMS_MOST + 1], m = f + 1;
	double right[ATOMS_MOST + 1], x[ATOMS_MOST + 1], trace = 0;
	memset(a->matrix, 0, m * m * sizeof(double));
	for (size_t i = 0; i < f; i++) {
		for (size_t j = 0; j < f; j++)
			for (size_t k = 0; k < a->parties; k++)
				if (a->s->gains[k])
					a->matrix[i * m + j] +=
					    a->s->weight[k] / gain[k] *
					    gain_of(a, free[i])[k] / gain[k] *
					    gain_of(a, free[j])[k];
		trace += a->matrix[i * m + i];
		a->matrix[i * m + f] = a->matrix[f * m + i] = 1;
		right[i] = slope(a, free[i], gain);
	}
	/* Atoms may lie on a line: a little of the identity parts them. */
	for (size_t i = 0; i < f; i++)
		a->matrix[i * m + i] += 1e-12 * trace;
	right[f] = 0;
	if (dt_lu_make(a->matrix, m, order) == 0)
		return false;
	dt_lu_solve(a->matrix, m, order, right, x);
	for (size_t i = 0; i < f; i++)
		way[free[i]] = x[i];
	return dt_number_finite(x, m);
}

/* Who may move: those in the mix, and those who would gain by it; less those
 * who are out of it and would be moved further out. */
static bool
choose_way(struct atoms *a, const double *gain, double *way)
{
	size_t free[ATOMS_MOST], f = 0;
	for (size_t j = 0; j < a->n; j++)
		if (a->share[j] > 0 || slope(a, j, gain) > done * a->weights)
			free[f++] = j;
	for (bool out = true; out && f > 0;) {
		memset(way, 0, a->n * sizeof(*way));
		if (!direct(a, free, f, gain, way))
			return false;
		size_t kept = 0;
		for (size_t i = 0; i < f; i++)
			if (a->share[free[i]] > 0 || way[free[i]] >= 0)
				free[kept++] = free[i];
		out = kept < f;
		f = kept;
	}
	return f > 0;
}

/* As far along as shares stay and the sum rises. False: no further. */
static bool
move(struct atoms *a, const double *way, double now)
{
	double most = 1, next[ATOMS_MOST], gain[DT_BARGAIN_PARTIES_MOST];
	size_t blocks = a->n;
	for (size_t j = 0; j < a->n; j++)
		if (way[j] < 0 && a->share[j] < most * -way[j]) {
			most = a->share[j] / -way[j];
			blocks = j;
		}
	for (double step = most; step > 1e-9 * most; step /= 2) {
		for (size_t j = 0; j < a->n; j++)
			next[j] = dt_number_max(a->share[j] + step * way[j],
			    0);
		if (step == most && blocks < a->n)
			next[blocks] = 0;
		if (mixed(a, next, gain) > now || (step == most &&
		    blocks < a->n && mixed(a, next, gain) >= now)) {
			memcpy(a->share, next, a->n * sizeof(*next));
			return true;
		}
	}
	return false;
}

/* The best mix of the atoms; those left out of it are dropped. */
static void
mix(struct atoms *a)
{
	double gain[DT_BARGAIN_PARTIES_MOST], way[ATOMS_MOST], sum = 0;
	for (int i = 0; i < NEWTON_MOST; i++) {
		double now = mixed(a, a->share, gain);
		if (!choose_way(a, gain, way) || !move(a, way, now))
			break;
	}
	size_t kept = 0;
	for (size_t j = 0; j < a->n; j++) {
		if (a->share[j] == 0)
			continue;
		memmove(gain_of(a, kept), gain_of(a, j),
		    a->parties * sizeof(double));
		memmove(a->chance + kept * a->s->n, a->chance + j * a->s->n,
		    a->s->n * sizeof(double));
		a->share[kept++] = a->share[j];
		sum += a->share[j];
	}
	a->n = kept;
	for (size_t j = 0; j < a->n; j++)
		a->share[j] /= sum;
}

/* The best agreement at those prices, as one more atom. */
static enum dt_status
add(struct atoms *a, const double *price, double share, struct dt_error *err)
{
	double *chance = a->chance + a->n * a->s->n;
	enum dt_status status = dt_bargain_lottery_best(a->s, price, chance,
	    err);
	if (status != DT_OK)
		return status;
	dt_bargain_expected(a->s, chance, gain_of(a, a->n));
	for (size_t k = 0; k < a->parties; k++)
		gain_of(a, a->n)[k] = dt_number_max(gain_of(a, a->n)[k], 0);
	a->share[a->n++] = share;
	return DT_OK;
}

static enum dt_status
start(struct atoms *a, struct dt_error *err)
{
	const struct dt_bargain_scaled *s = a->s;
	size_t gainers = 0;
	a->gain = dt_arena_new(s->arena, ATOMS_MOST * s->parties,
	    sizeof(double));
	a->chance = dt_arena_new(s->arena, ATOMS_MOST * s->n, sizeof(double));
	a->matrix = dt_arena_new(s->arena, (ATOMS_MOST + 1) *
	    (ATOMS_MOST + 1), sizeof(double));
	if (a->gain == NULL || a->chance == NULL || a->matrix == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < s->parties; k++) {
		gainers += s->gains[k];
		a->weights += s->gains[k] ? s->weight[k] : 0;
	}
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < s->parties && status == DT_OK; k++) {
		double price[DT_BARGAIN_PARTIES_MOST] = { 0 };
		price[k] = 1;
		if (s->gains[k] || gainers == 0)
			status = add(a, price, 1 / (double)(gainers > 0 ?
			    gainers : s->parties), err);
	}
	return status;
}

/* One more agreement that would add to the mix; *added false: there is none. */
static enum dt_status
improve(struct atoms *a, bool *added, struct dt_error *err)
{
	double gain[DT_BARGAIN_PARTIES_MOST];
	double price[DT_BARGAIN_PARTIES_MOST] = { 0 };
	mixed(a, a->share, gain);
	for (size_t k = 0; k < a->parties; k++)
		if (a->s->gains[k])
			price[k] = a->s->weight[k] / gain[k] / a->weights;
	enum dt_status status = add(a, price, 0, err);
	if (status != DT_OK)
		return status;
	*added = slope(a, a->n - 1, gain) > done * a->weights;
	for (size_t j = 0; j + 1 < a->n && *added; j++) {
		double apart = 0;
		for (size_t k = 0; k < a->parties; k++)
			apart = dt_number_max(apart, fabs(gain_of(a, j)[k] -
			    gain_of(a, a->n - 1)[k]));
		*added = apart > done;
	}
	return DT_OK;
}

enum dt_status
dt_bargain_nash_solve(const struct dt_bargain_scaled *s, double *chance,
    struct dt_error *err)
{
	struct atoms a = { .s = s, .parties = s->parties };
	enum dt_status status = start(&a, err);
	bool added = a.weights > 0;
	for (int i = 0; i < STEPS_MOST && added && status == DT_OK; i++) {
		mix(&a);
		status = improve(&a, &added, err);
		added &= a.n < ATOMS_MOST;
	}
	for (size_t i = 0; i < s->n && status == DT_OK; i++) {
		chance[i] = 0;
		for (size_t j = 0; j < a.n; j++)
			chance[i] += a.share[j] * a.chance[j * s->n + i];
	}
	return status;
}
