/* quantal_system: the equations of the branch; see quantal_internal.h. */
#include <math.h>
#include <string.h>

#include "base/lu.h"
#include "base/number.h"
#include "solve/gains.h"
#include "solve/profile.h"
#include "solve/quantal_internal.h"

enum dt_status
dt_quantal_system_make(struct dt_quantal_system *s,
    const struct dt_normal *game, struct dt_arena *arena,
    struct dt_error *err)
{
	*s = (struct dt_quantal_system){ .m = dt_profile_size(game) };
	s->n = s->m - game->players + 1;
	double *room = dt_arena_new(arena, 2 * s->m + s->m * s->m +
	    2 * s->n * s->n + 3 * s->n, sizeof(*room));
	s->order = dt_arena_new(arena, s->n, sizeof(*s->order));
	if (room == NULL || s->order == NULL)
		return dt_status_no_memory(err);
	s->chances = room;
	s->payoffs = s->chances + s->m;
	s->slopes = s->payoffs + s->m;
	s->jacobian = s->slopes + s->m * s->m;
	s->matrix = s->jacobian + s->n * s->n;
	s->f = s->matrix + s->n * s->n;
	s->right = s->f + s->n;
	s->step = s->right + s->n;
	return dt_gains_of(game, arena, &s->game, &s->unit, err);
}

void
dt_quantal_system_chances(const struct dt_quantal_system *s, const double *x,
    double *chances)
{
	for (size_t i = 0; i < s->game.players; i++) {
		size_t n = s->game.strategies[i];
		double most = 0, sum = 0;
		for (size_t k = 1; k < n; k++)
			most = dt_number_max(most, x[k - 1]);
		for (size_t k = 0; k < n; k++)
			sum += chances[k] =
			    exp((k == 0 ? 0 : x[k - 1]) - most);
		for (size_t k = 0; k < n; k++)
			chances[k] /= sum;
		chances += n;
		x += n - 1;
	}
}

/* A pure profile's part in the payoffs and slopes. The chance that all but
 * two players play it is a product of three parts, so that no chance is
 * divided by: it may be 0. */
static void
add_cell(struct dt_quantal_system *s, const double *pay, const size_t *at)
{
	double after[DT_NORMAL_PLAYERS_MOST + 1];
	size_t n = s->game.players;
	after[n] = 1;
	for (size_t i = n; i-- > 0;)
		after[i] = after[i + 1] * s->chances[at[i]];
	double before = 1;
	for (size_t i = 0; i < n; i++) {
		double between = before;
		s->payoffs[at[i]] += before * after[i + 1] * pay[i];
		for (size_t j = i + 1; j < n; j++) {
			double chance = between * after[j + 1];
			s->slopes[at[i] * s->m + at[j]] += chance * pay[i];
			s->slopes[at[j] * s->m + at[i]] += chance * pay[j];
			between *= s->chances[at[j]];
		}
		before *= s->chances[at[i]];
	}
}

void
dt_quantal_system_slopes(struct dt_quantal_system *s)
{
	const struct dt_normal *g = &s->game;
	size_t at[DT_NORMAL_PLAYERS_MOST];
	memset(s->payoffs, 0, s->m * sizeof(*s->payoffs));
	memset(s->slopes, 0, s->m * s->m * sizeof(*s->slopes));
	for (size_t cell = 0; cell < g->profiles; cell++) {
		size_t number = cell, start = 0;
		for (size_t i = 0; i < g->players; i++) {
			at[i] = start + number % g->strategies[i];
			number /= g->strategies[i];
			start += g->strategies[i];
		}
		add_cell(s, g->payoffs + cell * g->players, at);
	}
}

/* A row, but for its identity and lambda's column: minus lambda times what the
 * gain of strategy `a` over `first` changes by the log odds of all. */
static void
fill_row(const struct dt_quantal_system *s, size_t a, size_t first,
    double lambda, double *row)
{
	const double *up = s->slopes + a * s->m;
	const double *down = s->slopes + first * s->m;
	for (size_t j = 0, start = 0; j < s->game.players; j++) {
		size_t n = s->game.strategies[j];
		double mean = 0;
		for (size_t k = start; k < start + n; k++)
			mean += s->chances[k] * (up[k] - down[k]);
		for (size_t k = start + 1; k < start + n; k++)
			*row++ = -lambda * s->chances[k] *
			    (up[k] - down[k] - mean);
		start += n;
	}
}

void
dt_quantal_system_at(struct dt_quantal_system *s, const double *x)
{
	double lambda = x[s->n - 1];
	size_t r = 0;
	dt_quantal_system_chances(s, x, s->chances);
	dt_quantal_system_slopes(s);
	for (size_t i = 0, first = 0; i < s->game.players; i++) {
		for (size_t k = 1; k < s->game.strategies[i]; k++, r++) {
			double gain = s->payoffs[first + k] -
			    s->payoffs[first];
			double *row = s->jacobian + r * s->n;
			fill_row(s, first + k, first, lambda, row);
			row[r] += 1;
			row[s->n - 1] = -gain;
			s->f[r] = x[r] - lambda * gain;
		}
		first += s->game.strategies[i];
	}
}

bool
dt_quantal_system_solve(struct dt_quantal_system *s)
{
	size_t n = s->n;
	memcpy(s->matrix, s->jacobian, n * n * sizeof(*s->matrix));
	int sign = dt_lu_make(s->matrix, n, s->order);
	if (sign == 0)
		return false;
	s->sign = sign;
	dt_lu_solve(s->matrix, n, s->order, s->right, s->step);
	for (size_t i = 0; i < n; i++)
		if (!isfinite(s->step[i]))
			return false;
	return true;
}
