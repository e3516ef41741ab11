/* ppe: see ppe.h. Payoffs are worked with as shares of their range. */
#include "repeat/ppe.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "repeat/ppe_internal.h"

enum { ROUNDS = 40, ROUNDS_FINER = 6, STUCK_MOST = 4 };

/* Payoffs from 0 to 1: rounding, and what v_star is known to. */
#define IN 1e-9
#define IN_KNOWN 1e-7

static void
measure(struct dt_ppe_search *s)
{
	s->out->distance = s->out->outer.n == 0 ? 0 :
	    dt_polygon_beyond(&s->out->outer, &s->out->inner);
}

/* Once only stage equilibria can be enforced, their hull is all. */
static enum dt_status
from_outside(struct dt_ppe_search *s, double near, size_t most)
{
	struct dt_polygon *outer = &s->out->outer;
	enum dt_status status = DT_OK;
	if (outer->n > 0 && !dt_ppe_cut_only_stage(s->cut, outer,
	    &s->out->only_stage))
		return dt_status_no_memory(s->err);
	if (!s->out->only_stage)
		status = dt_ppe_outer_cut(s, near, most);
	if (status == DT_OK && outer->n > 0 && !dt_ppe_cut_only_stage(s->cut,
	    outer, &s->out->only_stage))
		return dt_status_no_memory(s->err);
	if (status != DT_OK || !s->out->only_stage)
		return status;
	outer->n = 0;
	return dt_ppe_stage(s, outer);
}

/* Nearer and nearer to the outer set; where that goes no further, the outer
 * set is made finer. The first guess, from next to nothing, may have to be
 * near at once: what is drawn in by much may enforce nothing. */
static enum dt_status
search(struct dt_ppe_search *s, const double *known)
{
	double near = s->tolerance * dt_number_min(1 - s->c, .1);
	double share = .3, before;
	int stuck = 0;
	enum dt_status status = dt_ppe_feasible(s, &s->out->outer);
	if (status == DT_OK)
		status = from_outside(s, near, ROUNDS);
	if (status == DT_OK)
		status = dt_ppe_inner_start(s, known);
	measure(s);
	while (status == DT_OK && s->out->distance > s->tolerance &&
	    stuck < STUCK_MOST) {
		before = s->out->distance;
		status = dt_ppe_inner_grow(s, share);
		measure(s);
		if (s->out->distance < .7 * before || status != DT_OK)
			continue;
		stuck++;
		share = s->out->inner.n < 3 ? share / 4 : .3;
		near /= 2;
		status = from_outside(s, near, ROUNDS_FINER);
		measure(s);
	}
	return status;
}

static bool
is_in(const struct dt_polygon *set, const struct dt_polygon *other)
{
	return other->n == 0 ? set->n == 0 :
	    dt_polygon_beyond(set, other) <= IN;
}

/* What holds of every answer. */
static enum dt_status
check(struct dt_ppe_search *s, const double *known)
{
	struct dt_polygon all = { 0 }, stage = { 0 };
	struct dt_polygon_point p = { known == NULL ? 0 : known[0],
	    known == NULL ? 0 : known[1] };
	struct dt_ppe *out = s->out;
	enum dt_status status = dt_ppe_feasible(s, &all);
	if (status == DT_OK)
		status = dt_ppe_stage(s, &stage);
	if (!is_in(&out->outer, &all))
		out->fault = "the outer bound passes what is feasible";
	else if (!is_in(&out->inner, &out->outer))
		out->fault = "the inner bound passes the outer one";
	else if (!is_in(&stage, &out->inner))
		out->fault = "the inner bound leaves out an equilibrium of "
		    "one round";
	else if (known != NULL &&
	    !(dt_polygon_distance(&out->outer, p) <= IN_KNOWN))
		out->fault = "the outer bound leaves out v_star";
	else if (known != NULL &&
	    !(dt_polygon_distance(&out->inner, p) <= IN_KNOWN))
		out->fault = "that v_star is an equilibrium was not confirmed";
	dt_polygon_free(&all);
	dt_polygon_free(&stage);
	return status;
}

static void
scale(struct dt_polygon *set, double least, double range)
{
	for (size_t i = 0; i < set->n; i++) {
		set->at[i].x = least + range * set->at[i].x;
		set->at[i].y = least + range * set->at[i].y;
	}
}

/* A copy of the game with payoffs from 0 to 1; NULL: memory is out. */
static double *
normalise(const struct dt_signals *game, double *least, double *range)
{
	double most = -INFINITY;
	double *payoff = dt_memory_new(2 * game->profiles, sizeof(*payoff));
	*least = INFINITY;
	for (size_t k = 0; k < 2 * game->profiles; k++) {
		*least = dt_number_min(*least, game->payoff[k]);
		most = dt_number_max(most, game->payoff[k]);
	}
	*range = most > *least ? most - *least : 1;
	for (size_t k = 0; payoff != NULL && k < 2 * game->profiles; k++)
		payoff[k] = (game->payoff[k] - *least) / *range;
	return payoff;
}

enum dt_status
dt_ppe_find(struct dt_ppe *ppe, const struct dt_signals *game,
    double continuation, double tolerance, const double *known,
    struct dt_error *err)
{
	double least, range;
	*ppe = (struct dt_ppe){ .distance = INFINITY };
	if (game->n != 2 || game->signals == 0)
		return dt_status_fail(err, DT_EUSAGE, "a payoff set is drawn "
		    "for two players with a public signal");
	if (!(continuation >= 0 && continuation < 1) || !(tolerance > 0))
		return dt_status_fail(err, DT_EUSAGE, "a payoff set needs a "
		    "continuation from 0 to less than 1 and a tolerance "
		    "above 0");
	struct dt_ppe_search s = { .game = *game, .c = continuation,
	    .out = ppe, .err = err };
	s.game.payoff = normalise(game, &least, &range);
	s.cut = dt_ppe_cut_new(&s.game, continuation);
	s.tolerance = tolerance / range;
	double at[2] = { known == NULL ? 0 : (known[0] - least) / range,
	    known == NULL ? 0 : (known[1] - least) / range };
	enum dt_status status = s.game.payoff == NULL || s.cut == NULL ?
	    dt_status_no_memory(err) :
	    search(&s, known == NULL ? NULL : at);
	if (status == DT_OK)
		status = check(&s, known == NULL ? NULL : at);
	scale(&ppe->outer, least, range);
	scale(&ppe->inner, least, range);
	ppe->distance *= range;
	dt_memory_free(s.game.payoff);
	dt_polygon_free(&s.known);
	dt_ppe_cut_free(s.cut);
	return status;
}

void
dt_ppe_free(struct dt_ppe *ppe)
{
	dt_polygon_free(&ppe->outer);
	dt_polygon_free(&ppe->inner);
}
