/* ppe: see ppe.h. Payoffs are worked with as shares of their range. */
#include "repeat/ppe.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "repeat/ppe_internal.h"

struct dt_polygon_point
dt_ppe_middle(const struct dt_polygon *set)
{
	struct dt_polygon_point m = { 0, 0 };
	for (size_t i = 0; i < set->n; i++) {
		m.x += set->at[i].x / (double)set->n;
		m.y += set->at[i].y / (double)set->n;
	}
	return m;
}

enum dt_status
dt_ppe_stage(struct dt_ppe_search *s, struct dt_polygon *set)
{
	for (size_t a = 0; a < s->game.profiles; a++) {
		const double *u = &s->game.payoff[2 * a];
		if (!dt_signals_is_nash(&s->game, a))
			continue;
		if (!dt_polygon_add(set,
		    (struct dt_polygon_point){ u[0], u[1] }))
			return dt_status_no_memory(s->err);
	}
	dt_polygon_hull(set, 1e-12);
	return DT_OK;
}

static void
measure(struct dt_ppe_search *s)
{
	s->out->distance = s->out->outer.n == 0 ? 0 :
	    dt_polygon_beyond(&s->out->outer, &s->out->inner);
}

static enum dt_status
search(struct dt_ppe_search *s)
{
	enum dt_status status = dt_ppe_feasible(s, &s->out->outer);
	if (status == DT_OK)
		status = dt_ppe_outer_cut(s, s->tolerance * (1 - s->c) / 4, 60);
	if (status == DT_OK)
		status = dt_ppe_inner_start(s);
	if (status == DT_OK)
		status = dt_ppe_inner_grow(s, s->tolerance / 4);
	measure(s);
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
		*least = fmin(*least, game->payoff[k]);
		most = fmax(most, game->payoff[k]);
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
	(void)known;
	s.game.payoff = normalise(game, &least, &range);
	s.cut = dt_ppe_cut_new(&s.game, continuation);
	s.tolerance = tolerance / range;
	enum dt_status status = s.game.payoff == NULL || s.cut == NULL ?
	    dt_status_no_memory(err) : search(&s);
	scale(&ppe->outer, least, range);
	scale(&ppe->inner, least, range);
	ppe->distance *= range;
	dt_memory_free(s.game.payoff);
	dt_ppe_cut_free(s.cut);
	return status;
}

void
dt_ppe_free(struct dt_ppe *ppe)
{
	dt_polygon_free(&ppe->outer);
	dt_polygon_free(&ppe->inner);
}
