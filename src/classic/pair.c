/* pair: see pair.h. */
#include "classic/pair.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/number.h"

/*
 * Continuation that stands for 1 where the chain may have several closed
 * classes: the mean over a run of 1e9 rounds, far below what is printed.
 */
static const double nearly_always = 1 - 1e-9;

static double
slipped(double pause, double slip)
{
	return pause * (1 - 2 * slip) + slip;
}

/* The chances of the four outcomes of two moves. */
static void
outcomes(double mine, double its, double chance[4])
{
	chance[DT_PAIR_CC] = mine * its;
	chance[DT_PAIR_CD] = mine * (1 - its);
	chance[DT_PAIR_DC] = (1 - mine) * its;
	chance[DT_PAIR_DD] = (1 - mine) * (1 - its);
}

/* What one calls CD is DC to the other. */
static size_t
turned(size_t outcome)
{
	static const size_t other[4] = { DT_PAIR_CC, DT_PAIR_DC,
	    DT_PAIR_CD, DT_PAIR_DD };
	return other[outcome];
}

/* share = (1-c) start + c share M, as (I - c M^T) share = (1-c) start. */
static enum dt_status
weigh(const double start[4], double m[4][4], double c, double share[4],
    struct dt_error *err)
{
	double a[16], right[4];
	size_t order[4];
	int sign;
	for (size_t i = 0; i < 4; i++) {
		right[i] = (1 - c) * start[i];
		for (size_t j = 0; j < 4; j++)
			a[i * 4 + j] = (i == j) - c * m[j][i];
	}
	gsl_matrix_view matrix = gsl_matrix_view_array(a, 4, 4);
	gsl_vector_view b = gsl_vector_view_array(right, 4);
	gsl_vector_view x = gsl_vector_view_array(share, 4);
	gsl_permutation p = { 4, order };
	gsl_permutation_init(&p);
	if (gsl_linalg_LU_decomp(&matrix.matrix, &p, &sign) != 0 ||
	    gsl_linalg_LU_solve(&matrix.matrix, &p, &b.vector, &x.vector))
		return dt_status_fail(err, DT_EUSAGE,
		    "the chain of the two strategies has no solution");
	return DT_OK;
}

/* Near continuation 1 the solution's error lies along the shares. */
static void
normalise(double share[4])
{
	double sum = share[0] + share[1] + share[2] + share[3];
	for (size_t i = 0; i < 4; i++)
		share[i] /= sum;
}

enum dt_status
dt_pair_play(const struct dt_pair_strategy *me,
    const struct dt_pair_strategy *it, const struct dt_payoff_matrix *game,
    double slip, double continuation, struct dt_pair_play *play,
    struct dt_error *err)
{
	double start[4], m[4][4];
	double c = dt_number_min(continuation, nearly_always);
	outcomes(slipped(me->first, slip), slipped(it->first, slip), start);
	for (size_t i = 0; i < 4; i++)
		outcomes(slipped(me->pause[i], slip),
		    slipped(it->pause[turned(i)], slip), m[i]);
	enum dt_status status = weigh(start, m, c, play->share, err);
	normalise(play->share);
	const double mine[4] = { game->reward, game->sucker,
	    game->temptation, game->punishment };
	play->mine = play->its = 0;
	for (size_t i = 0; i < 4; i++) {
		play->mine += play->share[i] * mine[i];
		play->its += play->share[i] * mine[turned(i)];
	}
	return status;
}

/* p - (1,1,0,0) = scale ((mine - P) - x (its - P)), for each outcome. */
bool
dt_pair_extort(const struct dt_payoff_matrix *g, double factor,
    double scale, struct dt_pair_strategy *strategy)
{
	const double mine[4] = { g->reward, g->sucker, g->temptation,
	    g->punishment };
	bool possible = factor >= 1 && scale > 0;
	for (size_t i = 0; i < 4; i++) {
		double pause = (i == DT_PAIR_CC || i == DT_PAIR_CD) +
		    scale * (mine[i] - g->punishment -
		    factor * (mine[turned(i)] - g->punishment));
		possible = possible && pause >= -1e-12 && pause <= 1 + 1e-12;
		strategy->pause[i] = dt_number_min(dt_number_max(pause, 0), 1);
	}
	strategy->first = 0;
	return possible;
}

double
dt_pair_extort_most(const struct dt_payoff_matrix *g, double factor)
{
	double p = g->punishment;
	double after_cc = (factor - 1) * (g->reward - p);
	double after_cd = p - g->sucker + factor * (g->temptation - p);
	double after_dc = g->temptation - p + factor * (p - g->sucker);
	return 1 / dt_number_max(after_cc, dt_number_max(after_cd, after_dc));
}

/* p - (1,1,0,0) = beta (its - level), with beta from the chance after CC. */
bool
dt_pair_equalise(const struct dt_payoff_matrix *g, double level,
    double after_both_pause, struct dt_pair_strategy *strategy)
{
	const double mine[4] = { g->reward, g->sucker, g->temptation,
	    g->punishment };
	double beta = (after_both_pause - 1) / (g->reward - level);
	bool possible = beta < 0;
	for (size_t i = 0; i < 4; i++) {
		double pause = (i == DT_PAIR_CC || i == DT_PAIR_CD) +
		    beta * (mine[turned(i)] - level);
		possible = possible && pause >= -1e-12 && pause <= 1 + 1e-12;
		strategy->pause[i] = dt_number_min(dt_number_max(pause, 0), 1);
	}
	strategy->first = 0;
	return possible;
}

double
dt_pair_generosity(const struct dt_payoff_matrix *g)
{
	return dt_number_min(1 - (g->temptation - g->reward) /
	    (g->reward - g->sucker), (g->reward - g->punishment) /
	    (g->temptation - g->punishment));
}
