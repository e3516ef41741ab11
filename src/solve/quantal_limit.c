/* quantal_limit: from the end of the branch to the equilibrium. */
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#include "solve/profile.h"
#include "base/number.h"
#include "solve/quantal_internal.h"

enum { ROUNDS = 30 };

/* The system of one step, in the room of the caller. */
struct newton {
	size_t rows;            /* as many as strategies are left */
	double *matrix;         /* [rows * rows] */
	double *right, *step, *rest, *work, *q, *z;     /* [rows] */
	size_t left[512];       /* places of those strategies in a profile */
};

/* What the strategies left of a player pay is equal, and their chances sum to
 * one: a row for each of them. */
static void
fill_player(const struct dt_quantal_system *s, const double *chances,
    struct newton *w, size_t begin, size_t end)
{
	double sum = -1;
	for (size_t r = begin; r < end; r++) {
		double *row = w->matrix + r * w->rows;
		size_t a = w->left[r], b = w->left[begin];
		sum += chances[a];
		w->right[r] = s->payoffs[b] - s->payoffs[a];
		for (size_t c = 0; c < w->rows && r > begin; c++)
			row[c] = s->slopes[a * s->m + w->left[c]] -
			    s->slopes[b * s->m + w->left[c]];
	}
	for (size_t c = begin; c < end; c++)
		w->matrix[begin * w->rows + c] = 1;
	w->right[begin] = -sum;
}

static void
fill(struct dt_quantal_system *s, const double *chances, struct newton *w)
{
	size_t begin = 0, player_end = 0;
	memcpy(s->chances, chances, s->m * sizeof(*chances));
	dt_quantal_system_slopes(s);
	memset(w->matrix, 0, w->rows * w->rows * sizeof(*w->matrix));
	for (size_t i = 0; i < s->game.players; i++) {
		size_t end = begin;
		player_end += s->game.strategies[i];
		while (end < w->rows && w->left[end] < player_end)
			end++;
		fill_player(s, chances, w, begin, end);
		begin = end;
	}
}

/* The length of the step; INFINITY where there is none. */
static double
newton_step(struct newton *w, double *chances)
{
	size_t n = w->rows, rank, order_data[512];
	gsl_matrix_view a = gsl_matrix_view_array(w->matrix, n, n);
	gsl_vector_view b = gsl_vector_view_array(w->right, n);
	gsl_vector_view y = gsl_vector_view_array(w->step, n);
	gsl_vector_view rest = gsl_vector_view_array(w->rest, n);
	gsl_vector_view work = gsl_vector_view_array(w->work, n);
	gsl_vector_view q = gsl_vector_view_array(w->q, n);
	gsl_vector_view z = gsl_vector_view_array(w->z, n);
	gsl_permutation order = { .size = n, .data = order_data };
	gsl_linalg_COD_decomp_e(&a.matrix, &q.vector, &z.vector, &order,
	    1e-9, &rank, &work.vector);
	gsl_linalg_COD_lssolve(&a.matrix, &q.vector, &z.vector, &order, rank,
	    &b.vector, &y.vector, &rest.vector);
	double most = 0;
	for (size_t k = 0; k < n; k++) {
		chances[w->left[k]] += w->step[k];
		most = isfinite(w->step[k]) ? dt_number_max(most,
		    fabs(w->step[k])) :
		    INFINITY;
	}
	return most;
}

/* False: a player has nothing left to play. */
static bool
choose_left(const struct dt_quantal_system *s, double least, double *chances,
    struct newton *w, double *room)
{
	w->rows = 0;
	for (size_t i = 0, k = 0; i < s->game.players; i++) {
		size_t before = w->rows, end = k + s->game.strategies[i];
		for (; k < end; k++) {
			if (chances[k] > least)
				w->left[w->rows++] = k;
			else
				chances[k] = 0;
		}
		if (w->rows == before)
			return false;
	}
	w->matrix = room;
	w->right = w->matrix + w->rows * w->rows;
	w->step = w->right + w->rows;
	w->rest = w->step + w->rows;
	w->work = w->rest + w->rows;
	w->q = w->work + w->rows;
	w->z = w->q + w->rows;
	return true;
}

/* Negative chances that are rounding become 0; others are no profile. */
static bool
is_equilibrium(struct dt_quantal_system *s, double *chances)
{
	for (size_t k = 0; k < s->m; k++) {
		if (chances[k] < -1e-10)
			return false;
		chances[k] = dt_number_max(chances[k], 0);
	}
	dt_profile_payoffs(&s->game, chances, s->payoffs);
	return dt_profile_regret(&s->game, chances, s->payoffs) <= 1e-10;
}

bool
dt_quantal_limit_polish(struct dt_quantal_system *s, double least,
    double *chances, double *room)
{
	struct newton w;
	double *start = room + (s->m + 1) * (s->m + 7);
	double length = INFINITY;
	memcpy(start, chances, s->m * sizeof(*start));
	if (!choose_left(s, least, chances, &w, room))
		return false;
	for (size_t k = 0; k < ROUNDS && length > 1e-15; k++) {
		fill(s, chances, &w);
		length = newton_step(&w, chances);
		if (length > 1)
			return false;
	}
	for (size_t k = 0; k < s->m; k++)
		if (fabs(chances[k] - start[k]) > .05)
			return false;
	return length < 1e-8 && is_equilibrium(s, chances);
}
