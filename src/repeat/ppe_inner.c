/*
 * ppe_inner: sets that generate themselves, see ppe.h.
 *
 * If W lies in B(W), all of it is payoffs of equilibria. A guess is drawn from
 * the outer set, each corner by a share nearer to what is had already; what B
 * lacks of it is taken away, and more than that at once, for what relied on it
 * would go too, by and by. Where the outer set is near, little is lacking.
 */
#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "repeat/ppe_check.h"
#include "repeat/ppe_internal.h"

enum { REPAIRS = 20 };

/* Of what would go in the end, 1/(1-c) of what goes now: this share at once. */
static const double ahead = .3;

static enum dt_status
add_all(struct dt_ppe_search *s, const struct dt_polygon *from,
    struct dt_polygon *to)
{
	for (size_t k = 0; k < from->n; k++)
		if (!dt_polygon_add(to, from->at[k]))
			return dt_status_no_memory(s->err);
	return DT_OK;
}

/* What is known to be in, exactly, whatever was left out for shortness. */
static enum dt_status
add_known(struct dt_ppe_search *s, struct dt_polygon *set)
{
	enum dt_status status = add_all(s, &s->known, set);
	dt_polygon_hull(set, 1e-12);
	return status;
}

static enum dt_status
draw_in(struct dt_ppe_search *s, double share, struct dt_polygon *set)
{
	const struct dt_polygon *o = &s->out->outer, *in = &s->out->inner;
	struct dt_polygon_point m = dt_polygon_middle(o);
	for (size_t i = 0; i < o->n; i++) {
		struct dt_polygon_point p = o->at[i], q = in->n < 3 ? m :
		    dt_polygon_nearest(in, p);
		if (!dt_polygon_add(set, (struct dt_polygon_point){
		    p.x + share * (q.x - p.x), p.y + share * (q.y - p.y) }))
			return dt_status_no_memory(s->err);
	}
	enum dt_status status = add_all(s, in, set);
	dt_polygon_hull(set, s->tolerance / 30);
	return status == DT_OK ? add_known(s, set) : status;
}

/* Where little is lacking, beside the most, it is left for later; in the end
 * all of it goes, generously. */
static enum dt_status
repair(struct dt_ppe_search *s, struct dt_polygon *set,
    const struct dt_polygon *image, double most)
{
	bool last = most < s->tolerance * (1 - s->c) / 20;
	double more = 1 + (last ? 2 : ahead) * s->c / (1 - s->c);
	for (size_t k = 0; k < image->n; k++) {
		struct dt_polygon_point p = image->at[k],
		    q = image->at[(k + 1) % image->n];
		double length = hypot(q.x - p.x, q.y - p.y);
		double x = (q.y - p.y) / length, y = (p.x - q.x) / length;
		double has = dt_polygon_support(set, x, y),
		    lacks = has - (x * p.x + y * p.y);
		if (length > 0 && lacks > (last ? 1e-12 : most / 20) &&
		    !dt_polygon_cut(set, x, y, has - more * lacks))
			return dt_status_no_memory(s->err);
	}
	enum dt_status status = add_all(s, &s->out->inner, set);
	dt_polygon_hull(set, 1e-10);
	return status == DT_OK ? add_known(s, set) : status;
}

/* Repairs a guess until it generates itself, or too much was taken. */
static enum dt_status
try(struct dt_ppe_search *s, struct dt_polygon *set, bool *found)
{
	struct dt_ppe_step_pieces pieces = { 0 };
	struct dt_polygon image = { 0 };
	enum dt_status status = DT_OK;
	double beyond = 0;
	*found = false;
	for (int k = 0; k < REPAIRS && !*found && set->n > 0; k++) {
		status = dt_ppe_step(&s->game, s->c, set, set,
		    dt_number_max(beyond / 10, 1e-7), &pieces, &image, s->err);
		s->out->steps++;
		if (status != DT_OK || image.n == 0)
			break;
		*found = dt_ppe_check_generates(&s->game, s->c, set, &pieces);
		beyond = dt_polygon_beyond(set, &image);
		if (!*found)
			status = repair(s, set, &image, beyond);
		if (status != DT_OK)
			break;
	}
	dt_ppe_step_free(&pieces);
	dt_polygon_free(&image);
	return status;
}

/* Two sets that generate themselves do so together. */
static enum dt_status
keep(struct dt_ppe_search *s, struct dt_polygon *set, bool *found)
{
	enum dt_status status = try(s, set, found);
	if (status == DT_OK && *found)
		status = add_all(s, &s->out->inner, set);
	if (status == DT_OK && *found) {
		dt_polygon_hull(set, 1e-12);
		dt_polygon_free(&s->out->inner);
		s->out->inner = *set;
		*set = (struct dt_polygon){ 0 };
	}
	dt_polygon_free(set);
	return status;
}

enum dt_status
dt_ppe_inner_start(struct dt_ppe_search *s, const double *known)
{
	struct dt_polygon set = { 0 };
	bool found = false;
	enum dt_status status = dt_ppe_stage(s, &s->known);
	if (status == DT_OK)
		status = add_all(s, &s->known, &s->out->inner);
	if (status != DT_OK || known == NULL)
		return status;
	struct dt_polygon_point p = { known[0], known[1] };
	status = add_all(s, &s->known, &set);
	if (status == DT_OK && !dt_polygon_add(&set, p))
		status = dt_status_no_memory(s->err);
	dt_polygon_hull(&set, 1e-12);
	if (status == DT_OK)
		status = keep(s, &set, &found);
	dt_polygon_free(&set);
	if (status != DT_OK || !found)
		return status;
	s->known.n = 0;
	return add_all(s, &s->out->inner, &s->known);
}

enum dt_status
dt_ppe_inner_grow(struct dt_ppe_search *s, double share)
{
	struct dt_polygon set = { 0 };
	bool found;
	enum dt_status status = draw_in(s, share, &set);
	if (status == DT_OK)
		status = keep(s, &set, &found);
	dt_polygon_free(&set);
	return status;
}
