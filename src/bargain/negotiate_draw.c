/* negotiate_draw: the bargaining set of two agents as a picture: texts, the
 * front, solution points, the path of offers, where talks ended; see
 * negotiate.h. */
#include <math.h>

#include "bargain/negotiate.h"
#include "format/svg.h"
#include "repeat/polygon.h"

struct drawing {
	const struct dt_negotiate *negotiate;
	struct dt_arena *arena;
	size_t a, b;            /* the two, as agents */
	size_t ka, kb;          /* and as those at the table */
	struct dt_svg_point *points;
	size_t n;
};

static double
gain(const struct drawing *d, size_t text, size_t i)
{
	const struct dt_talks_setting *s = d->negotiate->setting;
	return s->expected[text * s->stakes->n + i];
}

/* A point; where one of the same place is named, both names are told there. */
static bool
add_point(struct drawing *d, const char *name, double x, double y)
{
	for (size_t k = 0; name != NULL && k < d->n; k++) {
		struct dt_svg_point *p = &d->points[k];
		if (fabs(p->x - x) > 1e-9 || fabs(p->y - y) > 1e-9)
			continue;
		p->name = p->name == NULL ? name : dt_arena_print(d->arena,
		    "%s, %s", p->name, name);
		return p->name != NULL;
	}
	d->points[d->n++] = (struct dt_svg_point){ name, x, y };
	return true;
}

/* All that lotteries over texts and racing reach. */
static bool
hull(const struct drawing *d, struct dt_svg_polygon *polygon)
{
	struct dt_polygon set = { 0 };
	bool good = dt_polygon_add(&set, (struct dt_polygon_point){ 0, 0 });
	for (size_t x = 0; good && x < d->negotiate->setting->stakes->m; x++)
		good = dt_polygon_add(&set, (struct dt_polygon_point){
		    gain(d, x, d->a), gain(d, x, d->b) });
	if (good)
		dt_polygon_hull(&set, 1e-9);
	double *x = dt_arena_new(d->arena, set.n + 1, sizeof(*x));
	double *y = dt_arena_new(d->arena, set.n + 1, sizeof(*y));
	good = good && x != NULL && y != NULL;
	for (size_t k = 0; good && k < set.n; k++) {
		x[k] = set.at[k].x;
		y[k] = set.at[k].y;
	}
	*polygon = (struct dt_svg_polygon){ "what lotteries over texts reach",
	    good ? set.n : 0, x, y };
	dt_polygon_free(&set);
	return good;
}

/* The proposals of the first negotiation, there and back again, so that the
 * closed line is the path alone. */
static bool
path(const struct drawing *d, struct dt_svg_polygon *polygon)
{
	const struct dt_talks_outcome *o = &d->negotiate->outcomes[0];
	double *x = dt_arena_new(d->arena, 2 * o->n_events + 2, sizeof(*x));
	double *y = dt_arena_new(d->arena, 2 * o->n_events + 2, sizeof(*y));
	size_t n = 0;
	if (x == NULL || y == NULL)
		return false;
	for (size_t k = 0; k < o->n_events; k++) {
		const struct dt_talks_event *e = &o->events[k];
		if (e->kind != DT_TALKS_PROPOSE && e->kind != DT_TALKS_ENTER)
			continue;
		x[n] = gain(d, e->text, d->a);
		y[n++] = gain(d, e->text, d->b);
	}
	for (size_t k = n; k-- > 1;) {
		x[2 * n - 1 - k] = x[k - 1];
		y[2 * n - 1 - k] = y[k - 1];
	}
	*polygon = (struct dt_svg_polygon){ "path of offers, first negotiation",
	    n < 2 ? n : 2 * n - 1, x, y };
	return true;
}

static bool
add_points(struct drawing *d, const struct dt_negotiate_points *p)
{
	const struct dt_stakes *s = d->negotiate->setting->stakes;
	bool good = true;
	for (size_t x = 0; good && x < s->m; x++)
		good = add_point(d, NULL, gain(d, x, d->a),
		    gain(d, x, d->b));
	for (int k = 0; good && k < DT_BARGAIN_KINDS; k++)
		good = add_point(d, dt_bargain_names[k],
		    p->solution[k].utility[d->ka],
		    p->solution[k].utility[d->kb]);
	return good && add_point(d, "racing", 0, 0) && add_point(d,
	    "talks, in the mean", p->mean[d->ka], p->mean[d->kb]);
}

/* Which of those at the table an agent is. */
static size_t
seat(uint64_t table, size_t agent)
{
	return dt_move_count(table & (dt_move_bit(agent) - 1));
}

enum dt_status
dt_negotiate_draw(const struct dt_negotiate *g, struct dt_arena *arena,
    struct dt_text *svg, struct dt_error *err)
{
	const struct dt_stakes *s = g->setting->stakes;
	uint64_t table = g->setting->table;
	struct drawing d = { .negotiate = g, .arena = arena };
	struct dt_negotiate_points p;
	struct dt_svg_polygon polygons[2];
	if (dt_move_count(table) < 2)
		return dt_status_fail(err, DT_EREFUSED, "a picture needs two "
		    "agents who bargain");
	uint64_t two = dt_move_count(table & s->nations) >= 2 ?
	    table & s->nations : table;
	d.a = dt_move_first(two);
	d.b = dt_move_first(two & (two - 1));
	d.ka = seat(table, d.a);
	d.kb = seat(table, d.b);
	d.points = dt_arena_new(arena, s->m + DT_BARGAIN_KINDS + 2,
	    sizeof(*d.points));
	enum dt_status status = dt_negotiate_points(g, arena, false, &p, err);
	if (status != DT_OK)
		return status;
	if (d.points == NULL || !hull(&d, &polygons[0]) ||
	    !path(&d, &polygons[1]) || !add_points(&d, &p))
		return dt_status_no_memory(err);
	struct dt_svg picture = { .title = "What is bargained over",
	    .desc = "Each point is a text, by what two agents gain by it over "
	    "racing. Named points are where theories of bargaining point, "
	    "without lotteries, and where talks ended in the mean, delay "
	    "counted.",
	    .x = { .title = s->names[d.a], .unit = "payoff a round" },
	    .y = { .title = s->names[d.b], .unit = "payoff a round" } };
	dt_svg_set(svg, &picture, polygons, 2, d.points, d.n);
	return DT_OK;
}
