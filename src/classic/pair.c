/* pair: see pair.h. */
#include "classic/pair.h"

#include <math.h>

#include "base/number.h"

enum { OUTCOMES = 4 };

/* The chances of a move, each to full precision: a slip of 1e-9 would lose
 * half of its digits in 1 minus the other. */
struct move {
	double pause, race;
};

static struct move
slipped(double pause, double slip)
{
	return (struct move){ pause * (1 - 2 * slip) + slip,
		(1 - pause) * (1 - 2 * slip) + slip };
}

/* The chances of the four outcomes of two moves. */
static void
outcomes(struct move mine, struct move its, double chance[OUTCOMES])
{
	chance[DT_PAIR_CC] = mine.pause * its.pause;
	chance[DT_PAIR_CD] = mine.pause * its.race;
	chance[DT_PAIR_DC] = mine.race * its.pause;
	chance[DT_PAIR_DD] = mine.race * its.race;
}

/* What one calls CD is DC to the other. */
static size_t
turned(size_t outcome)
{
	static const size_t other[OUTCOMES] = { DT_PAIR_CC, DT_PAIR_DC,
	    DT_PAIR_CD, DT_PAIR_DD };
	return other[outcome];
}

/* Which outcomes lead to which, in any number of rounds. */
static void
find_reach(double m[OUTCOMES][OUTCOMES], bool reach[OUTCOMES][OUTCOMES])
{
	for (size_t i = 0; i < OUTCOMES; i++)
		for (size_t j = 0; j < OUTCOMES; j++)
			reach[i][j] = i == j || m[i][j] > 0;
	for (size_t k = 0; k < OUTCOMES; k++)
		for (size_t i = 0; i < OUTCOMES; i++)
			for (size_t j = 0; j < OUTCOMES; j++)
				reach[i][j] |= reach[i][k] && reach[k][j];
}

/* Does play that comes to an outcome come back to it for ever? */
static bool
is_recurrent(bool reach[OUTCOMES][OUTCOMES], size_t i)
{
	for (size_t j = 0; j < OUTCOMES; j++)
		if (reach[i][j] && !reach[j][i])
			return false;
	return true;
}

/* Takes outcome k out: what comes to it goes straight on, as does `start`'s
 * part. Nothing is subtracted (Grassmann, Taksar and Heyman 1985), so chances
 * keep their digits, however small. Returns the chance to leave k. */
static double
take_out(double m[OUTCOMES][OUTCOMES], const bool left[OUTCOMES], size_t k,
    double start[OUTCOMES])
{
	double out = 0;
	for (size_t j = 0; j < OUTCOMES; j++)
		out += left[j] && j != k ? m[k][j] : 0;
	for (size_t j = 0; j < OUTCOMES && out > 0; j++) {
		if (!left[j] || j == k)
			continue;
		for (size_t i = 0; i < OUTCOMES; i++)
			if (left[i] && i != k)
				m[i][j] += m[i][k] * m[k][j] / out;
		if (start != NULL)
			start[j] += start[k] * m[k][j] / out;
	}
	return out;
}

/* The stationary chances of the closed class of outcome `first`, times
 * `mass`, into share[]. */
static void
settle(double m[OUTCOMES][OUTCOMES], const bool in[OUTCOMES], size_t first,
    double mass, double share[OUTCOMES])
{
	bool left[OUTCOMES];
	double out[OUTCOMES], x[OUTCOMES] = { 0 }, sum = 1;
	for (size_t k = 0; k < OUTCOMES; k++)
		left[k] = in[k];
	for (size_t k = OUTCOMES; k-- > first + 1;)
		if (in[k]) {
			out[k] = take_out(m, left, k, NULL);
			left[k] = false;
		}
	x[first] = 1;
	for (size_t k = first + 1; k < OUTCOMES; k++) {
		for (size_t i = first; in[k] && i < k; i++)
			x[k] += x[i] * m[i][k] / out[k];
		sum += x[k];
	}
	for (size_t k = first; k < OUTCOMES; k++)
		if (in[k])
			share[k] = mass * x[k] / sum;
}

/* The mean share of rounds of each outcome, from the first round on for ever:
 * outcomes that are left for good hand on their part of the start, and each
 * closed class keeps what came to it. Uses up m and start. */
static void
run_for_ever(double m[OUTCOMES][OUTCOMES], double start[OUTCOMES],
    double share[OUTCOMES])
{
	bool reach[OUTCOMES][OUTCOMES], left[OUTCOMES];
	find_reach(m, reach);
	for (size_t k = 0; k < OUTCOMES; k++) {
		left[k] = true;
		share[k] = 0;
	}
	for (size_t k = 0; k < OUTCOMES; k++)
		if (!is_recurrent(reach, k)) {
			take_out(m, left, k, start);
			left[k] = false;
			start[k] = 0;
		}
	for (size_t k = 0; k < OUTCOMES; k++) {
		if (!left[k])
			continue;
		bool in[OUTCOMES];
		double mass = 0;
		for (size_t j = 0; j < OUTCOMES; j++) {
			in[j] = left[j] && reach[k][j];
			mass += in[j] ? start[j] : 0;
		}
		settle(m, in, k, mass, share);
		for (size_t j = 0; j < OUTCOMES; j++)
			left[j] &= !in[j];
	}
}

enum dt_status
dt_pair_play(const struct dt_pair_strategy *me,
    const struct dt_pair_strategy *it, const struct dt_payoff_matrix *game,
    double slip, double continuation, struct dt_pair_play *play,
    struct dt_error *err)
{
	double start[OUTCOMES], m[OUTCOMES][OUTCOMES], c = continuation;
	outcomes(slipped(me->first, slip), slipped(it->first, slip), start);
	/* Discounted shares are those for ever of a game that begins anew
	 * with chance 1 - c after each round. */
	for (size_t i = 0; i < OUTCOMES; i++) {
		outcomes(slipped(me->pause[i], slip),
		    slipped(it->pause[turned(i)], slip), m[i]);
		for (size_t j = 0; j < OUTCOMES; j++)
			m[i][j] = c * m[i][j] + (1 - c) * start[j];
	}
	run_for_ever(m, start, play->share);
	const double mine[OUTCOMES] = { game->reward, game->sucker,
	    game->temptation, game->punishment };
	play->mine = play->its = 0;
	double sum = 0;
	for (size_t i = 0; i < OUTCOMES; i++) {
		play->mine += play->share[i] * mine[i];
		play->its += play->share[i] * mine[turned(i)];
		sum += play->share[i];
	}
	return fabs(sum - 1) < 1e-12 ? DT_OK : dt_status_fail(err, DT_EUSAGE,
	    "the chain of the two strategies has no solution");
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
