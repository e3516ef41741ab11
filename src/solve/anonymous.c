/* anonymous: see anonymous.h. */
#include "solve/anonymous.h"

#include <math.h>
#include <string.h>

enum { HALVINGS = 60 };

/* Whether a payoff is the one first seen for that move and count. */
static bool
agrees(double *first, bool *seen, double payoff, double tolerance)
{
	if (!*seen)
		*first = payoff;
	*seen = true;
	return fabs(payoff - *first) <= tolerance;
}

bool
dt_anonymous_of(const struct dt_normal *g, double tolerance,
    double gain[DT_NORMAL_PLAYERS_MOST])
{
	double pays[2][DT_NORMAL_PLAYERS_MOST];
	bool seen[2][DT_NORMAL_PLAYERS_MOST] = { { false } };
	size_t n = g->players;
	for (size_t i = 0; i < n; i++)
		if (g->strategies[i] != 2)
			return false;
	for (size_t profile = 0; profile < g->profiles; profile++) {
		size_t second = (size_t)__builtin_popcountll(profile);
		for (size_t i = 0; i < n; i++) {
			size_t own = profile >> i & 1, others = second - own;
			if (!agrees(&pays[own][others], &seen[own][others],
			    g->payoffs[profile * n + i], tolerance))
				return false;
		}
	}
	for (size_t k = 0; k < n; k++)
		gain[k] = pays[1][k] - pays[0][k];
	return true;
}

/* De Casteljau: the value at x, and the coefficients of the parts to its left
 * and right (both may be NULL). */
static double
halve(const double *c, size_t n, double x, double *left, double *right)
{
	double row[DT_NORMAL_PLAYERS_MOST];
	memcpy(row, c, n * sizeof(*row));
	for (size_t last = n; last-- > 0;) {
		if (left != NULL)
			left[n - 1 - last] = row[0];
		if (right != NULL)
			right[last] = row[last];
		for (size_t k = 0; k < last; k++)
			row[k] = (1 - x) * row[k] + x * row[k + 1];
	}
	return row[0];
}

double
dt_anonymous_gain(const double *gain, size_t players, double x)
{
	return halve(gain, players, x, NULL, NULL);
}

static size_t
variations(const double *c, size_t n)
{
	size_t changes = 0;
	double last = 0;
	for (size_t k = 0; k < n; k++) {
		if (c[k] == 0)
			continue;
		changes += last != 0 && (c[k] > 0) != (last > 0);
		last = c[k];
	}
	return changes;
}

struct search {
	const double *gain;
	size_t n, found;
	double tolerance, *roots;
};

/* A root, unless it is the one found last. */
static void
keep(struct search *s, double x)
{
	if (x <= 1e-9 || x >= 1 - 1e-9 || s->found + 1 >= DT_ANONYMOUS_MOST)
		return;
	if (s->found == 0 || x - s->roots[s->found - 1] > 1e-9)
		s->roots[s->found++] = x;
}

/* One change of sign between low and high. */
static void
bisect(struct search *s, double low, double high)
{
	double sign = dt_anonymous_gain(s->gain, s->n, low);
	for (int i = 0; i < HALVINGS; i++) {
		double x = (low + high) / 2;
		double value = dt_anonymous_gain(s->gain, s->n, x);
		if (value == 0) {
			low = high = x;
			break;
		}
		if ((value > 0) == (sign > 0))
			low = x;
		else
			high = x;
	}
	keep(s, (low + high) / 2);
}

/* Roots inside (low, high), where the polynomial has the coefficients c. */
static void
isolate(struct search *s, const double *c, double low, double high)
{
	double left[DT_NORMAL_PLAYERS_MOST], right[DT_NORMAL_PLAYERS_MOST];
	size_t changes = variations(c, s->n);
	double middle = (low + high) / 2;
	if (changes == 0)
		return;
	if (changes == 1 && c[0] != 0 && c[s->n - 1] != 0) {
		bisect(s, low, high);
		return;
	}
	if (high - low < 1e-10) {
		/* A touching of zero, or as good as that. */
		if (fabs(dt_anonymous_gain(s->gain, s->n, middle)) <=
		    s->tolerance)
			keep(s, middle);
		return;
	}
	double value = halve(c, s->n, .5, left, right);
	isolate(s, left, low, middle);
	if (value == 0)
		keep(s, middle);
	isolate(s, right, middle, high);
}

size_t
dt_anonymous_equilibria(const double *gain, size_t players,
    double tolerance, double chances[DT_ANONYMOUS_MOST], bool *flat)
{
	double roots[DT_ANONYMOUS_MOST];
	struct search s = { .gain = gain, .n = players,
		.tolerance = tolerance, .roots = roots };
	size_t n = 0;
	*flat = true;
	for (size_t k = 0; k < players; k++)
		*flat &= fabs(gain[k]) <= tolerance;
	if (!*flat)
		isolate(&s, gain, 0, 1);
	if (gain[0] <= tolerance)
		chances[n++] = 0;
	for (size_t i = 0; i < s.found && n + 1 < DT_ANONYMOUS_MOST; i++)
		chances[n++] = roots[i];
	if (gain[players - 1] >= -tolerance)
		chances[n++] = 1;
	return n;
}
