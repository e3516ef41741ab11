/* ppe_inner: sets that generate themselves, see ppe.h. */
#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "repeat/ppe_internal.h"

enum { REPAIRS = 30 };
static double MORE = .5;


static enum dt_status
add_all(struct dt_ppe_search *s, const struct dt_polygon *from,
    struct dt_polygon *to)
{
	for (size_t k = 0; k < from->n; k++)
		if (!dt_polygon_add(to, from->at[k]))
			return dt_status_no_memory(s->err);
	return DT_OK;
}

/* Corners of the outer set, each by a share nearer to what is had already, and
 * that. */
static enum dt_status
draw_in(struct dt_ppe_search *s, double share, struct dt_polygon *set)
{
	const struct dt_polygon *o = &s->out->outer, *in = &s->out->inner;
	struct dt_polygon_point m = dt_ppe_middle(o);
	for (size_t i = 0; i < o->n; i++) {
		struct dt_polygon_point p = o->at[i], q = in->n < 3 ? m :
		    dt_polygon_nearest(in, p);
		if (!dt_polygon_add(set, (struct dt_polygon_point){
		    p.x + share * (q.x - p.x), p.y + share * (q.y - p.y) }))
			return dt_status_no_memory(s->err);
	}
	enum dt_status status = add_all(s, in, set);
	dt_polygon_hull(set, 1e-12);
	return status;
}

/* Takes from a set what its image lacks, and as much more as it would come to
 * lack by and by: B draws together by about c a step. Where little is lacking
 * it is left for later. */
static enum dt_status
repair(struct dt_ppe_search *s, struct dt_polygon *set,
    const struct dt_polygon *image, double most)
{
	bool last = most < s->tolerance * (1 - s->c) / 20;
	double more = 1 + (last ? 2 : MORE) * s->c / (1 - s->c);
	for (size_t k = 0; k < image->n; k++) {
		struct dt_polygon_point p = image->at[k],
		    q = image->at[(k + 1) % image->n];
		double length = hypot(q.x - p.x, q.y - p.y);
		double x = (q.y - p.y) / length, y = (p.x - q.x) / length;
		double has = dt_polygon_support(set, x, y),
		    lacks = has - (x * p.x + y * p.y);
		if (length > 0 && lacks > (last ? 1e-12 : most / 4) && !dt_polygon_cut(set, x,
		    y, has - more * lacks))
			return dt_status_no_memory(s->err);
	}
	enum dt_status status = add_all(s, &s->out->inner, set);
	dt_polygon_hull(set, 1e-10);
	return status;
}

static enum dt_status
try(struct dt_ppe_search *s, struct dt_polygon *set, bool *found)
{
	struct dt_ppe_step_pieces pieces = { 0 };
	struct dt_polygon image = { 0 };
	enum dt_status status = DT_OK;
	double beyond = 0;
	*found = false;
	for (int k = 0; k < REPAIRS && status == DT_OK && !*found &&
	    set->n > 0; k++) {
		status = dt_ppe_step(&s->game, s->c, set, set, fmax(beyond / 10, 1e-7), &pieces,
		    &image, s->err);
		s->out->steps++;
		if (status != DT_OK || image.n == 0)
			break;
		beyond = dt_polygon_beyond(set, &image);
		fprintf(stderr, "   try %d: corners %zu area %g beyond %g pieces %zu image %zu\n", k, set->n, dt_polygon_area(set), beyond, pieces.n, image.n);
		*found = beyond <= 1e-9;
		if (!*found)
			status = repair(s, set, &image, beyond);
	}
	dt_ppe_step_free(&pieces);
	dt_polygon_free(&image);
	return status;
}

static enum dt_status
keep(struct dt_ppe_search *s, struct dt_polygon *set, bool *found)
{
	enum dt_status status = try(s, set, found);
	if (status == DT_OK && *found) {
		dt_polygon_free(&s->out->inner);
		s->out->inner = *set;
		*set = (struct dt_polygon){ 0 };
	}
	dt_polygon_free(set);
	return status;
}

enum dt_status
dt_ppe_inner_start(struct dt_ppe_search *s)
{
	struct dt_polygon set = { 0 };
	bool found = false;
	enum dt_status status = dt_ppe_stage(s, &s->out->inner);
	if (status != DT_OK || s->v_star == NULL)
		return status;
	status = add_all(s, &s->out->inner, &set);
	if (status == DT_OK && !dt_polygon_add(&set,
	    (struct dt_polygon_point){ s->v_star[0], s->v_star[1] }))
		status = dt_status_no_memory(s->err);
	dt_polygon_hull(&set, 1e-12);
	return status == DT_OK ? keep(s, &set, &found) : status;
}

enum dt_status
dt_ppe_inner_grow(struct dt_ppe_search *s, double share)
{
	struct dt_polygon set = { 0 };
	bool found = false;
	enum dt_status status = draw_in(s, share, &set);
	if (status == DT_OK)
		status = keep(s, &set, &found);
	dt_polygon_free(&set);
	fprintf(stderr, "share %g: found %d distance %g of %g\n", share, found, dt_polygon_beyond(&s->out->outer, &s->out->inner), s->tolerance);
	return status;
}
