/* support_system: the polynomials that say that the strategies of a support
 * pay the same, and Newton's steps; see support.h. */
#include <math.h>
#include <string.h>

#include "solve/support_internal.h"

#include "base/lu.h"
#include "base/number.h"

enum { STEPS = 60, HALVINGS = 8 };

void
dt_support_system_set(struct dt_support_system *s)
{
	size_t at = 0;
	s->unknowns = 0;
	for (size_t i = 0; i < s->game->players; i++) {
		size_t end = at + s->game->strategies[i], first = end;
		for (; at < end; at++) {
			if (!s->in[at])
				continue;
			if (first == end) {
				first = at;
				continue;
			}
			s->unknown[s->unknowns] = at;
			s->first[s->unknowns++] = first;
		}
	}
}

void
dt_support_system_start(struct dt_support_system *s, struct dt_random *random)
{
	size_t at = 0;
	for (size_t i = 0; i < s->game->players; i++) {
		size_t end = at + s->game->strategies[i];
		double sum = 0;
		for (size_t k = at; k < end; k++) {
			s->profile[k] = !s->in[k] ? 0 : random == NULL ? 1 :
			    -log(1 - dt_random_unit(random));
			sum += s->profile[k];
		}
		for (; at < end; at++)
			s->profile[at] /= sum;
	}
}

/* The largest difference in payoff within a support; fills right[]. */
static double
residual(struct dt_support_system *s, const double *profile)
{
	double most = 0;
	dt_profile_payoffs(s->game, profile, s->payoffs);
	for (size_t u = 0; u < s->unknowns; u++) {
		s->right[u] = s->payoffs[s->first[u]] -
		    s->payoffs[s->unknown[u]];
		most = dt_number_max(most, fabs(s->right[u]));
	}
	return most;
}

static void
fill_matrix(struct dt_support_system *s)
{
	dt_profile_slopes(s->game, s->profile, s->slopes);
	for (size_t u = 0; u < s->unknowns; u++)
		for (size_t v = 0; v < s->unknowns; v++) {
			const double *own = &s->slopes[s->unknown[u] *
			    s->size];
			const double *first = &s->slopes[s->first[u] *
			    s->size];
			s->matrix[u * s->unknowns + v] =
			    own[s->unknown[v]] - own[s->first[v]] -
			    first[s->unknown[v]] + first[s->first[v]];
		}
}

/* Whether the matrix could be solved for the step. */
static bool
solve_step(struct dt_support_system *s)
{
	size_t n = s->unknowns;
	if (dt_lu_make(s->matrix, n, s->order) == 0)
		return false;
	for (size_t u = 0; u < n; u++)
		if (!(fabs(s->matrix[u * n + u]) > 1e-13))
			return false;
	dt_lu_solve(s->matrix, n, s->order, s->right, s->step);
	return true;
}

static void
move_by(struct dt_support_system *s, double share)
{
	memcpy(s->trial, s->profile, s->size * sizeof(*s->trial));
	for (size_t u = 0; u < s->unknowns; u++) {
		s->trial[s->unknown[u]] += share * s->step[u];
		s->trial[s->first[u]] -= share * s->step[u];
	}
}

/* Halves the step until the residual falls; false: it does not. */
static bool
descend(struct dt_support_system *s, double *left)
{
	double share = 1;
	for (int i = 0; i < HALVINGS; i++, share /= 2) {
		move_by(s, share);
		double now = residual(s, s->trial);
		if (now < *left) {
			memcpy(s->profile, s->trial,
			    s->size * sizeof(*s->profile));
			*left = now;
			return true;
		}
	}
	return false;
}

/* Chances that rounding left a little outside come back. */
static bool
is_profile(struct dt_support_system *s)
{
	for (size_t k = 0; k < s->size; k++) {
		if (!(s->profile[k] > -1e-9) || s->profile[k] > 1 + 1e-9)
			return false;
		s->profile[k] = dt_number_min(dt_number_max(s->profile[k], 0),
		    1);
	}
	return true;
}

bool
dt_support_system_solve(struct dt_support_system *s, double tolerance)
{
	double left = residual(s, s->profile);
	for (int i = 0; i < STEPS && left > 0; i++) {
		fill_matrix(s);
		if (!solve_step(s) || !descend(s, &left))
			break;
	}
	return left <= tolerance && is_profile(s);
}
