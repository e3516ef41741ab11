/* polygon: see polygon.h. */
#include "repeat/polygon.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"

void
dt_polygon_free(struct dt_polygon *set)
{
	dt_memory_free(set->at);
	*set = (struct dt_polygon){ 0 };
}

bool
dt_polygon_add(struct dt_polygon *set, struct dt_polygon_point p)
{
	if (set->n == set->room) {
		size_t room = 2 * set->room + 16;
		struct dt_polygon_point *at =
		    dt_memory_resize(set->at, room, sizeof(*at));
		if (at == NULL)
			return false;
		set->at = at;
		set->room = room;
	}
	set->at[set->n++] = p;
	return true;
}

static int
by_x(const void *a, const void *b)
{
	const struct dt_polygon_point *p = a, *q = b;
	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return (p->y > q->y) - (p->y < q->y);
}

/* How far q lies to the right of the way from o to p. */
static double
right_of(struct dt_polygon_point o, struct dt_polygon_point p,
    struct dt_polygon_point q)
{
	double x = p.x - o.x, y = p.y - o.y, length = hypot(x, y);
	return length == 0 ? 0 : (y * (q.x - o.x) - x * (q.y - o.y)) / length;
}

/* Drops corners of the chain after `first` that the way to p makes flat. */
static size_t
chain(struct dt_polygon_point *at, size_t first, size_t k,
    struct dt_polygon_point p, double near)
{
	while (k >= first + 2 &&
	    right_of(at[k - 2], p, at[k - 1]) <= near)
		k--;
	at[k++] = p;
	return k;
}

static size_t
without_twins(struct dt_polygon_point *at, size_t n, double near)
{
	size_t k = 0;
	for (size_t i = 0; i < n; i++)
		if (k == 0 || hypot(at[i].x - at[k - 1].x,
		    at[i].y - at[k - 1].y) > near)
			at[k++] = at[i];
	while (k > 1 && hypot(at[0].x - at[k - 1].x,
	    at[0].y - at[k - 1].y) <= near)
		k--;
	return k;
}

/* Andrew's monotone chain, below from left to right and back above. */
void
dt_polygon_hull(struct dt_polygon *set, double near)
{
	size_t n = set->n, k = 0;
	if (n < 2)
		return;
	qsort(set->at, n, sizeof(*set->at), by_x);
	struct dt_polygon_point *out = dt_memory_new(2 * n + 1, sizeof(*out));
	if (out == NULL)
		return;         /* the points as they are: still a hull's */
	for (size_t i = 0; i < n; i++)
		k = chain(out, 0, k, set->at[i], near);
	size_t first = k - 1;
	for (size_t i = n - 1; i-- > 0;)
		k = chain(out, first, k, set->at[i], near);
	k = without_twins(out, k - (k > 1), near);
	for (size_t i = 0; i < k; i++)
		set->at[i] = out[i];
	set->n = k;
	dt_memory_free(out);
}

double
dt_polygon_support(const struct dt_polygon *set, double x, double y)
{
	double most = -INFINITY;
	for (size_t i = 0; i < set->n; i++)
		most = dt_number_max(most, x * set->at[i].x + y * set->at[i].y);
	return most;
}

double
dt_polygon_area(const struct dt_polygon *set)
{
	double twice = 0;
	for (size_t i = 1; i + 1 < set->n; i++)
		twice += (set->at[i].x - set->at[0].x) *
		    (set->at[i + 1].y - set->at[0].y) -
		    (set->at[i + 1].x - set->at[0].x) *
		    (set->at[i].y - set->at[0].y);
	return twice / 2;
}

static struct dt_polygon_point
on_segment(struct dt_polygon_point a, struct dt_polygon_point b,
    struct dt_polygon_point p)
{
	double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
	double t = square == 0 ? 0 :
	    ((p.x - a.x) * x + (p.y - a.y) * y) / square;
	t = dt_number_min(dt_number_max(t, 0), 1);
	return (struct dt_polygon_point){ a.x + t * x, a.y + t * y };
}

struct dt_polygon_point
dt_polygon_nearest(const struct dt_polygon *set, struct dt_polygon_point p)
{
	double least = INFINITY;
	bool inside = set->n > 2;
	struct dt_polygon_point nearest = p;
	for (size_t i = 0; i < set->n; i++) {
		struct dt_polygon_point a = set->at[i];
		struct dt_polygon_point b = set->at[(i + 1) % set->n];
		struct dt_polygon_point q = on_segment(a, b, p);
		inside = inside && right_of(a, b, p) <= 0;
		if (hypot(q.x - p.x, q.y - p.y) < least) {
			least = hypot(q.x - p.x, q.y - p.y);
			nearest = q;
		}
	}
	return inside ? p : nearest;
}

double
dt_polygon_distance(const struct dt_polygon *set, struct dt_polygon_point p)
{
	struct dt_polygon_point q = dt_polygon_nearest(set, p);
	return set->n == 0 ? INFINITY : hypot(q.x - p.x, q.y - p.y);
}

double
dt_polygon_beyond(const struct dt_polygon *set,
    const struct dt_polygon *other)
{
	double most = 0;
	for (size_t i = 0; i < set->n; i++)
		most = dt_number_max(most, dt_polygon_distance(other,
		    set->at[i]));
	return most;
}

bool
dt_polygon_cut(struct dt_polygon *set, double x, double y, double most)
{
	struct dt_polygon kept = { 0 };
	bool ok = true;
	for (size_t i = 0; i < set->n; i++) {
		struct dt_polygon_point a = set->at[i];
		struct dt_polygon_point b = set->at[(i + 1) % set->n];
		double s = x * a.x + y * a.y - most;
		double t = x * b.x + y * b.y - most;
		if (s <= 0)
			ok = ok && dt_polygon_add(&kept, a);
		if ((s < 0 && t > 0) || (s > 0 && t < 0))
			ok = ok && dt_polygon_add(&kept,
			    (struct dt_polygon_point){
			    a.x + s / (s - t) * (b.x - a.x),
			    a.y + s / (s - t) * (b.y - a.y) });
	}
	dt_polygon_free(set);
	*set = kept;
	return ok;
}

struct dt_polygon_point
dt_polygon_middle(const struct dt_polygon *set)
{
	struct dt_polygon_point m = { 0, 0 };
	for (size_t i = 0; i < set->n; i++) {
		m.x += set->at[i].x / (double)set->n;
		m.y += set->at[i].y / (double)set->n;
	}
	return m;
}
