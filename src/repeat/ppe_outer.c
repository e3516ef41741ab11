/*
 * ppe_outer: the set from outside, by faces: directions, each with a bound.
 *
 * A round asks for the prices of every face (ppe_cut.h). They bound a face by
 * what other faces allow, whatever those are, so that the same prices are used
 * over and over, without a program, until no face moves: that takes
 * milliseconds where B would take 1/(1-c) steps. Each face moves only by a
 * bound that holds, so that what is left is an outer set at any time.
 */
#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "repeat/ppe_internal.h"

enum { FACES_MOST = 240, EVEN = 16, PASSES_MOST = 20000 };

struct face {
	struct dt_polygon_point d;      /* of length 1 */
	double h;                       /* d.w <= h for all payoffs */
	double rest;
	size_t first, n;                /* terms */
};

/* A pull is a times face j's direction and b times the next one's. */
struct pull {
	size_t j;
	double a, b;
};

struct dt_ppe_outer {
	struct dt_ppe_search *s;
	size_t n, terms, room;
	struct face face[FACES_MOST];   /* by angle */
	struct dt_ppe_cut_term *term;
	struct pull *pull;              /* [term * signals + y] */
};

static double
cross(struct dt_polygon_point p, struct dt_polygon_point q)
{
	return p.x * q.y - p.y * q.x;
}

static double
dot(struct dt_polygon_point p, struct dt_polygon_point q)
{
	return p.x * q.x + p.y * q.y;
}

/* Where it is new, in its place. */
static void
add_face(struct dt_ppe_outer *o, struct dt_polygon_point d)
{
	double length = hypot(d.x, d.y), angle = atan2(d.y, d.x);
	size_t k = o->n;
	if (!(length > 0) || o->n == FACES_MOST)
		return;
	d.x /= length;
	d.y /= length;
	for (size_t j = 0; j < o->n; j++)
		if (fabs(cross(o->face[j].d, d)) < 1e-7 &&
		    dot(o->face[j].d, d) > 0)
			return;
	for (; k > 0 && atan2(o->face[k - 1].d.y, o->face[k - 1].d.x) > angle;
	    k--)
		o->face[k] = o->face[k - 1];
	o->face[k] = (struct face){ .d = d, .h =
	    dt_polygon_support(&o->s->out->outer, d.x, d.y) };
	o->n++;
}

/* Outwards of the set's edges. */
static void
add_edges(struct dt_ppe_outer *o)
{
	const struct dt_polygon *set = &o->s->out->outer;
	for (size_t k = 0; k < set->n; k++) {
		struct dt_polygon_point p = set->at[k],
		    q = set->at[(k + 1) % set->n];
		add_face(o, (struct dt_polygon_point){ q.y - p.y,
		    p.x - q.x });
	}
}

/* Between the edges that meet at a corner, if more than `near` may be there
 * to take. */
static void
add_corners(struct dt_ppe_outer *o, double near)
{
	const struct dt_polygon *set = &o->s->out->outer;
	for (size_t k = 0; set->n > 2 && k < set->n; k++) {
		struct dt_polygon_point p = set->at[k],
		    q = set->at[(k + 1) % set->n],
		    r = set->at[(k + 2) % set->n];
		double one = hypot(q.x - p.x, q.y - p.y),
		    two = hypot(r.x - q.x, r.y - q.y);
		struct dt_polygon_point d = {
		    (q.y - p.y) / one + (r.y - q.y) / two,
		    (p.x - q.x) / one + (q.x - r.x) / two };
		double length = hypot(d.x, d.y);
		if (dot(d, q) - dt_number_max(dot(d, p), dot(d, r)) > near * length)
			add_face(o, d);
	}
}

/* The polygon that the faces leave; faces that it does not reach are moved to
 * it. What rounding may have taken is left. */
static enum dt_status
intersect(struct dt_ppe_outer *o)
{
	struct dt_polygon *set = &o->s->out->outer;
	for (size_t k = 0; k < o->n; k++)
		if (!dt_polygon_cut(set, o->face[k].d.x, o->face[k].d.y,
		    o->face[k].h + 1e-13))
			return dt_status_no_memory(o->s->err);
	dt_polygon_hull(set, 0);
	for (size_t k = 0; k < o->n; k++)
		o->face[k].h = dt_number_min(o->face[k].h, dt_polygon_support(set,
		    o->face[k].d.x, o->face[k].d.y) + 1e-13);
	return DT_OK;
}

/* Faces j and j + 1 have the direction between them. */
static struct pull
between(const struct dt_ppe_outer *o, struct dt_polygon_point way)
{
	struct pull p = { 0 };
	for (size_t j = 0; j < o->n; j++) {
		struct dt_polygon_point d = o->face[j].d,
		    e = o->face[(j + 1) % o->n].d;
		double a = cross(way, e), b = cross(d, way);
		if (a >= 0 && b >= 0 && (a > 0 || b > 0))
			return (struct pull){ j, a / cross(d, e),
			    b / cross(d, e) };
	}
	return p;
}

static bool
keep_terms(struct dt_ppe_outer *o, struct face *f,
    const struct dt_ppe_cut_bound *found)
{
	size_t m = o->s->game.signals;
	if (o->terms + found->n > o->room) {
		size_t room = 2 * o->room + found->n + 64;
		void *term = dt_memory_resize(o->term, room, sizeof(*o->term));
		o->term = term == NULL ? o->term : term;
		void *pull = dt_memory_resize(o->pull, room * m,
		    sizeof(*o->pull));
		o->pull = pull == NULL ? o->pull : pull;
		if (term == NULL || pull == NULL)
			return false;
		o->room = room;
	}
	f->first = o->terms;
	f->n = found->n;
	f->rest = found->rest;
	for (size_t k = 0; k < found->n; k++) {
		o->term[f->first + k] = found->term[k];
		for (size_t y = 0; y < m; y++)
			o->pull[(f->first + k) * m + y] = between(o,
			    found->pull[k * m + y]);
	}
	o->terms += found->n;
	return true;
}

static double
term_of(const struct dt_ppe_outer *o, size_t k)
{
	size_t m = o->s->game.signals;
	double sum = o->term[k].constant;
	for (size_t y = 0; y < m; y++) {
		struct pull p = o->pull[k * m + y];
		sum += p.a * o->face[p.j].h +
		    p.b * o->face[p.j + 1 == o->n ? 0 : p.j + 1].h;
	}
	return dt_number_min(sum, o->term[k].reach);
}

/* The same prices, until no face moves by more than is worth it. */
static void
settle(struct dt_ppe_outer *o, double near)
{
	double moved = INFINITY;
	for (int i = 0; i < PASSES_MOST && moved > near; i++) {
		moved = 0;
		for (size_t k = 0; k < o->n; k++) {
			struct face *f = &o->face[k];
			double h = f->rest;
			for (size_t t = 0; t < f->n; t++)
				h = dt_number_max(h, term_of(o, f->first + t));
			moved = dt_number_max(moved, f->h - h);
			f->h = dt_number_min(f->h, h + 1e-15);
		}
	}
}

/* Prices of all faces, and what follows from them. */
static enum dt_status
round_of_cuts(struct dt_ppe_outer *o, double near, double *moved)
{
	struct dt_ppe_search *s = o->s;
	double before[FACES_MOST];
	o->terms = 0;
	for (size_t k = 0; k < o->n; k++) {
		struct face *f = &o->face[k];
		before[k] = f->h;
		s->out->steps++;
		const struct dt_ppe_cut_bound *found = dt_ppe_cut_find(s->cut,
		    &s->out->outer, f->d.x, f->d.y, near);
		if (found == NULL || !keep_terms(o, f, found))
			return dt_status_no_memory(s->err);
	}
	settle(o, near / 1000);
	enum dt_status status = intersect(o);
	*moved = 0;
	for (size_t k = 0; k < o->n; k++)
		*moved = dt_number_max(*moved, before[k] - o->face[k].h);
	return status;
}

/* Faces that the polygon hardly has any more, but for the first directions. */
static void
drop_faces(struct dt_ppe_outer *o, double near)
{
	const struct dt_polygon *set = &o->s->out->outer;
	struct dt_polygon_point even[EVEN];
	o->n = 0;
	for (int k = 0; k < EVEN; k++) {
		double angle = 2 * acos(-1) * k / EVEN;
		even[k] = (struct dt_polygon_point){ cos(angle), sin(angle) };
	}
	for (size_t k = 0; k < set->n; k++) {
		struct dt_polygon_point p = set->at[k],
		    q = set->at[(k + 1) % set->n];
		if (hypot(q.x - p.x, q.y - p.y) > near)
			add_face(o, (struct dt_polygon_point){ q.y - p.y,
			    p.x - q.x });
	}
	for (int k = 0; k < EVEN; k++)
		add_face(o, even[k]);
}

enum dt_status
dt_ppe_outer_cut(struct dt_ppe_search *s, double near, size_t most)
{
	struct dt_ppe_outer *o = dt_memory_new(1, sizeof(*o));
	enum dt_status status = DT_OK;
	double moved = INFINITY;
	if (o == NULL)
		return dt_status_no_memory(s->err);
	o->s = s;
	for (size_t k = 0; k < most && moved > near && status == DT_OK &&
	    s->out->outer.n > 0; k++) {
		double fine = dt_number_max(near, isinf(moved) ? .02 : moved / 4);
		drop_faces(o, fine / 100);
		add_edges(o);
		add_corners(o, fine);
		status = round_of_cuts(o, near / 4, &moved);
		if (moved <= near && fine > near)
			moved = 2 * near;
	}
	dt_memory_free(o->term);
	dt_memory_free(o->pull);
	dt_memory_free(o);
	return status;
}
