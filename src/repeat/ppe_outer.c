/* ppe_outer: the set from outside, by cuts; see ppe_cut.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "repeat/ppe_internal.h"

/* Directions between corners; more are not kept. */
enum { CORNERS_MOST = 160, CORNER = 1 };

/* What player i is sure of: the others' pure moves at their worst for it, and
 * its best answer. */
static double
least_sure(const struct dt_signals *g, size_t i)
{
	double least = INFINITY;
	for (size_t a = 0; a < g->profiles; a++) {
		double best = -INFINITY;
		for (size_t move = 0; move < g->moves[i]; move++)
			best = fmax(best, g->payoff[2 * dt_signals_deviate(g,
			    a, i, move) + i]);
		least = fmin(least, best);
	}
	return least;
}

enum dt_status
dt_ppe_outer_start(struct dt_ppe_search *s, struct dt_polygon *set)
{
	const struct dt_signals *g = &s->game;
	for (size_t a = 0; a < g->profiles; a++)
		if (!dt_polygon_add(set, (struct dt_polygon_point){
		    g->payoff[2 * a], g->payoff[2 * a + 1] }))
			return dt_status_no_memory(s->err);
	dt_polygon_hull(set, 1e-12);
	if (!dt_polygon_cut(set, -1, 0, -least_sure(g, 0)) ||
	    !dt_polygon_cut(set, 0, -1, -least_sure(g, 1)))
		return dt_status_no_memory(s->err);
	dt_polygon_hull(set, 0);
	return DT_OK;
}

/* A direction of length 1, outwards of the way from p to q. */
static struct dt_polygon_point
outwards(struct dt_polygon_point p, struct dt_polygon_point q)
{
	double length = hypot(q.x - p.x, q.y - p.y);
	return (struct dt_polygon_point){ (q.y - p.y) / length,
	    (p.x - q.x) / length };
}

/* Cuts in direction d, if that takes more than `near`. */
static enum dt_status
cut_in(struct dt_ppe_search *s, struct dt_polygon_point d, double near,
    double *moved)
{
	struct dt_polygon *set = &s->out->outer;
	double h, before = dt_polygon_support(set, d.x, d.y);
	s->out->steps++;
	if (!dt_ppe_cut_find(s->cut, set, d.x, d.y, near / 4, &h))
		return dt_status_no_memory(s->err);
	if (!(before - h > near))
		return DT_OK;
	*moved = fmax(*moved, before - h);
	/* What rounding may have taken is left. */
	if (!dt_polygon_cut(set, d.x, d.y, h + 1e-12))
		return dt_status_no_memory(s->err);
	dt_polygon_hull(set, 0);
	return DT_OK;
}

/* In the directions of all edges, and between those that meet. */
static enum dt_status
round_of_cuts(struct dt_ppe_search *s, double near, double *moved)
{
	struct dt_polygon before = { 0 };
	enum dt_status status = DT_OK;
	size_t n = s->out->outer.n;
	for (size_t k = 0; k < n; k++)
		if (!dt_polygon_add(&before, s->out->outer.at[k]))
			status = dt_status_no_memory(s->err);
	for (size_t k = 0; status == DT_OK && k < n; k++) {
		struct dt_polygon_point p = before.at[k],
		    q = before.at[(k + 1) % n], r = before.at[(k + 2) % n];
		if (n < 2 || s->out->outer.n == 0)
			break;
		struct dt_polygon_point d = outwards(p, q),
		    e = outwards(q, r);
		status = cut_in(s, d, near, moved);
		d.x += e.x;
		d.y += e.y;
		double length = hypot(d.x, d.y);
		d.x /= length;
		d.y /= length;
		if (status == DT_OK && length > 1e-6 && s->out->outer.n > 0 &&
		    s->out->outer.n < CORNERS_MOST)
			status = cut_in(s, d, near * CORNER, moved);
	}
	dt_polygon_free(&before);
	return status;
}

enum dt_status
dt_ppe_outer_cut(struct dt_ppe_search *s, double near, size_t most)
{
	enum dt_status status = DT_OK;
	double moved = INFINITY;
	for (size_t k = 0; k < most && moved > near && status == DT_OK &&
	    s->out->outer.n > 1; k++) {
		double least = isinf(moved) ? .01 : fmin(moved / 4, .01);
		moved = 0;
		status = round_of_cuts(s, fmax(near, least), &moved);
		if (moved == 0 && least > near)
			moved = fmax(least, 1.01 * near);
		fprintf(stderr, "outer round %zu: near %g moved %g corners %zu area %g steps %zu\n", k, least, moved, s->out->outer.n, dt_polygon_area(&s->out->outer), s->out->steps);
	}
	return status;
}

/* Where the inner set is far: cuts in that direction, and again in those of the
 * edges that meet there. */
enum dt_status
dt_ppe_outer_gaps(struct dt_ppe_search *s, double near)
{
	enum dt_status status = DT_OK;
	double moved = INFINITY;
	for (int k = 0; k < 6 && moved > near && status == DT_OK; k++) {
		struct dt_polygon before = { 0 };
		moved = 0;
		for (size_t i = 0; status == DT_OK && i < s->out->outer.n;
		    i++)
			if (!dt_polygon_add(&before, s->out->outer.at[i]))
				status = dt_status_no_memory(s->err);
		for (size_t i = 0; status == DT_OK && i < before.n; i++) {
			struct dt_polygon_point p = before.at[i], q =
			    dt_polygon_nearest(&s->out->inner, p);
			double far = hypot(p.x - q.x, p.y - q.y);
			struct dt_polygon_point d = { (p.x - q.x) / far,
			    (p.y - q.y) / far };
			if (far < s->tolerance * .8)
				continue;
			status = cut_in(s, d, near, &moved);
			if (status == DT_OK)
				status = cut_in(s, outwards(before.at[(i + before.n - 1) % before.n], p), near, &moved);
			if (status == DT_OK)
				status = cut_in(s, outwards(p, before.at[(i + 1) % before.n]), near, &moved);
		}
		dt_polygon_free(&before);
		fprintf(stderr, "gaps: moved %g corners %zu distance %g steps %zu\n", moved, s->out->outer.n, dt_polygon_beyond(&s->out->outer, &s->out->inner), s->out->steps);
	}
	return status;
}
