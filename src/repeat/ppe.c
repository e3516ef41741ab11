/* ppe: see ppe.h. Payoffs are worked with as shares of their range. */
#include "repeat/ppe.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

struct search {
	struct dt_signals game;         /* payoffs from 0 to 1 */
	double c, tolerance;            /* share of the range */
	double finest, near;            /* to which edges are confirmed */
	struct dt_ppe *out;
	struct dt_error *err;
};

static struct dt_polygon_point
middle_of(const struct dt_polygon *set)
{
	struct dt_polygon_point m = { 0, 0 };
	for (size_t i = 0; i < set->n; i++) {
		m.x += set->at[i].x / (double)set->n;
		m.y += set->at[i].y / (double)set->n;
	}
	return m;
}

/* Every edge outwards by at least as much, if the set has an inside. */
static void
draw_out(struct dt_polygon *set, double near)
{
	struct dt_polygon_point m = middle_of(set);
	double inside = INFINITY;
	for (size_t i = 0; i < set->n; i++) {
		struct dt_polygon_point p = set->at[i],
		    q = set->at[(i + 1) % set->n];
		double x = q.y - p.y, y = p.x - q.x;
		inside = dt_number_min(inside,
		    (x * (p.x - m.x) + y * (p.y - m.y)) / hypot(x, y));
	}
	if (set->n < 3 || !(inside > 100 * near))
		return;
	for (size_t i = 0; i < set->n; i++) {
		set->at[i].x += near / inside * (set->at[i].x - m.x);
		set->at[i].y += near / inside * (set->at[i].y - m.y);
	}
}

/* to = B(from), or the hull of both. */
static enum dt_status
apply(struct search *s, struct dt_polygon *set, bool join, double *moved)
{
	struct dt_polygon next = { 0 };
	enum dt_status status = dt_ppe_step(&s->game, s->c, set,
	    s->near, &next, &s->out->only_stage, s->err);
	s->out->steps++;
	for (size_t i = 0; join && status == DT_OK && i < set->n; i++)
		if (!dt_polygon_add(&next, set->at[i]))
			status = dt_status_no_memory(s->err);
	if (join)
		dt_polygon_hull(&next, 1e-10);
	else if (s->near > s->finest)
		draw_out(&next, s->near);
	*moved = dt_number_max(dt_polygon_beyond(set, &next),
	    dt_polygon_beyond(&next, set));
	dt_polygon_free(set);
	*set = next;
	return status;
}

static enum dt_status
stage_payoffs(struct search *s, struct dt_polygon *set, bool only_nash)
{
	for (size_t a = 0; a < s->game.profiles; a++) {
		const double *u = &s->game.payoff[2 * a];
		if (only_nash && !dt_signals_is_nash(&s->game, a))
			continue;
		if (!dt_polygon_add(set,
		    (struct dt_polygon_point){ u[0], u[1] }))
			return dt_status_no_memory(s->err);
	}
	dt_polygon_hull(set, 1e-12);
	return DT_OK;
}

/* The outer set, drawn together around its middle by a share. */
static enum dt_status
draw_in(struct search *s, double share, struct dt_polygon *set)
{
	const struct dt_polygon *o = &s->out->outer;
	struct dt_polygon_point m = middle_of(o);
	for (size_t i = 0; i < o->n; i++)
		if (!dt_polygon_add(set, (struct dt_polygon_point){
		    m.x + (1 - share) * (o->at[i].x - m.x),
		    m.y + (1 - share) * (o->at[i].y - m.y) }))
			return dt_status_no_memory(s->err);
	return DT_OK;
}

/* If a set lies in B of itself, all of it is equilibrium payoffs. */
static enum dt_status
try_inner(struct search *s, double share)
{
	struct dt_polygon set = { 0 }, image = { 0 };
	bool only;
	enum dt_status status = draw_in(s, share, &set);
	if (status == DT_OK)
		status = dt_ppe_step(&s->game, s->c, &set, s->finest,
		    &image, &only, s->err);
	s->out->steps++;
	if (status == DT_OK && dt_polygon_beyond(&set, &image) <= 1e-9) {
		dt_polygon_free(&s->out->inner);
		s->out->inner = set;
		set = (struct dt_polygon){ 0 };
	}
	dt_polygon_free(&set);
	dt_polygon_free(&image);
	return status;
}

static void
measure(struct search *s)
{
	struct dt_ppe *p = s->out;
	p->distance = p->outer.n == 0 ? 0 :
	    dt_polygon_beyond(&p->outer, &p->inner);
}

static enum dt_status
from_inside(struct search *s)
{
	enum dt_status status = DT_OK;
	double share = s->tolerance / 4;
	for (int k = 0; k < 4 && status == DT_OK; k++, share *= 3) {
		measure(s);
		if (s->out->distance <= s->tolerance)
			break;
		status = try_inner(s, share);
	}
	measure(s);
	s->near = s->finest;
	for (int k = 0; k < 200 && status == DT_OK && s->out->inner.n > 0 &&
	    s->out->distance > s->tolerance; k++) {
		double moved;
		status = apply(s, &s->out->inner, true, &moved);
		measure(s);
		if (moved < s->tolerance / 100)
			break;
	}
	return status;
}

/* Down to where B changes little more, given that it draws together by about
 * c a step; once only stage equilibria can be enforced, to their hull. */
static enum dt_status
from_outside(struct search *s, double change, size_t most)
{
	double moved = INFINITY;
	enum dt_status status = DT_OK;
	while (status == DT_OK && moved > change && s->out->steps < most &&
	    s->out->outer.n > 0) {
		s->near = dt_number_max(s->finest, dt_number_min(moved,
		    1) / 50);
		status = apply(s, &s->out->outer, false, &moved);
		if (status != DT_OK || !s->out->only_stage)
			continue;
		s->out->outer.n = 0;
		return stage_payoffs(s, &s->out->outer, true);
	}
	return status;
}

static enum dt_status
search(struct search *s, size_t most)
{
	enum dt_status status = stage_payoffs(s, &s->out->outer, false);
	if (status == DT_OK)
		status = stage_payoffs(s, &s->out->inner, true);
	double change = s->tolerance * (1 - s->c) / 4;
	s->finest = 1e-6;
	for (int k = 0; k < 2 && status == DT_OK; k++, change /= 10) {
		status = from_outside(s, change, most);
		bool only = s->out->only_stage;
		if (status == DT_OK)
			status = from_inside(s);
		s->out->only_stage = only;
		if (s->out->distance <= s->tolerance || s->out->steps >= most)
			break;
	}
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
    double continuation, double tolerance, size_t most, struct dt_error *err)
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
	struct search s = { .game = *game, .c = continuation, .out = ppe,
	    .err = err };
	s.game.payoff = normalise(game, &least, &range);
	if (s.game.payoff == NULL)
		return dt_status_no_memory(err);
	s.tolerance = tolerance / range;
	enum dt_status status = search(&s, most == 0 ? 250 : most);
	scale(&ppe->outer, least, range);
	scale(&ppe->inner, least, range);
	ppe->distance *= range;
	dt_memory_free(s.game.payoff);
	return status;
}

void
dt_ppe_free(struct dt_ppe *ppe)
{
	dt_polygon_free(&ppe->outer);
	dt_polygon_free(&ppe->inner);
}
