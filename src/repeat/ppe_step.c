/*
 * ppe_step: see ppe_step.h.
 *
 * What a profile can give is the image in the plane of a polytope: weights
 * of the set's corners after each signal, such that no other move gains. Its
 * farthest point in a direction is a linear program of few rows, which is
 * kept, so that the next direction starts from the last one's basis.
 */
#include "repeat/ppe_step.h"

#include <math.h>

#include "base/memory.h"
#include "linear/linear.h"

struct step {
	const struct dt_signals *game;
	double c;
	const struct dt_polygon *from, *wanted;
	struct dt_ppe_step_pieces *pieces;
	double near;
	struct dt_linear **lp;  /* by profile; NULL: a stage equilibrium, or
	                         * nothing to be had */
	bool *nash;
	struct dt_polygon_point *promise;       /* room for one piece's */
	bool failed;
};

void
dt_ppe_step_free(struct dt_ppe_step_pieces *p)
{
	dt_memory_free(p->at);
	dt_memory_free(p->profile);
	dt_memory_free(p->promise);
	*p = (struct dt_ppe_step_pieces){ 0 };
}

static bool
add_piece(struct step *s, struct dt_polygon_point at, size_t profile)
{
	struct dt_ppe_step_pieces *p = s->pieces;
	size_t m = s->game->signals;
	if (p->n == p->room) {
		size_t room = 2 * p->room + 32;
		void *a = dt_memory_resize(p->at, room, sizeof(*p->at));
		p->at = a == NULL ? p->at : a;
		void *b = dt_memory_resize(p->profile, room, sizeof(size_t));
		p->profile = b == NULL ? p->profile : b;
		void *c = dt_memory_resize(p->promise, room * m,
		    sizeof(*p->promise));
		p->promise = c == NULL ? p->promise : c;
		if (a == NULL || b == NULL || c == NULL)
			return false;
		p->room = room;
	}
	p->signals = m;
	p->at[p->n] = at;
	p->profile[p->n] = profile;
	for (size_t y = 0; y < m; y++)
		p->promise[p->n * m + y] = s->promise[y];
	p->n++;
	return true;
}

/* A row for each other move of each player: what it changes must not pay. */
static void
set_incentives(struct step *s, struct dt_linear *lp, size_t a)
{
	const struct dt_signals *g = s->game;
	size_t row = g->signals, n = s->from->n;
	for (size_t i = 0; i < 2; i++)
		for (size_t m = 0; m < g->moves[i]; m++, row++) {
			size_t b = dt_signals_deviate(g, a, i, m);
			if (b == a)
				continue;
			dt_linear_row(lp, row, dt_signals_gain(g, a, i, m) *
			    (1 - s->c) / s->c, INFINITY);
			for (size_t j = 0; j < g->signals * n; j++) {
				struct dt_polygon_point w =
				    s->from->at[j % n];
				size_t y = j / n;
				dt_linear_set(lp, row, j,
				    (g->chance[a * g->signals + y] -
				    g->chance[b * g->signals + y]) *
				    (i == 0 ? w.x : w.y));
			}
		}
}

static struct dt_linear *
make_program(struct step *s, size_t a)
{
	const struct dt_signals *g = s->game;
	size_t n = s->from->n, m = g->signals,
	    rows = g->moves[0] + g->moves[1];
	struct dt_linear *lp = dt_linear_new(m + rows, m * n,
	    m * n * (rows + 1));
	if (lp == NULL)
		return NULL;
	for (size_t j = 0; j < m * n; j++)
		dt_linear_set(lp, j / n, j, 1);
	for (size_t y = 0; y < m; y++)
		dt_linear_row(lp, y, 1, 1);
	set_incentives(s, lp, a);
	return lp;
}

/* The promises that the program came to, made means of corners again. */
static void
read_promises(struct step *s, const struct dt_linear *lp)
{
	size_t n = s->from->n;
	for (size_t y = 0; y < s->game->signals; y++) {
		struct dt_polygon_point w = { 0, 0 };
		double sum = 0;
		for (size_t k = 0; k < n; k++) {
			double x = dt_linear_value(lp, y * n + k);
			w.x += x * s->from->at[k].x;
			w.y += x * s->from->at[k].y;
			sum += x;
		}
		s->promise[y] =
		    (struct dt_polygon_point){ w.x / sum, w.y / sum };
	}
}

/* Any one continuation will do for a stage equilibrium. */
static void
promise_one(struct step *s, double x, double y)
{
	size_t best = 0;
	for (size_t k = 1; k < s->from->n; k++)
		if (x * s->from->at[k].x + y * s->from->at[k].y >
		    x * s->from->at[best].x + y * s->from->at[best].y)
			best = k;
	for (size_t k = 0; k < s->game->signals; k++)
		s->promise[k] = s->from->at[best];
}

/* The farthest that profile a reaches in a direction. */
static bool
farthest_of(struct step *s, size_t a, double x, double y,
    struct dt_polygon_point *v)
{
	const struct dt_signals *g = s->game;
	size_t n = s->from->n, m = g->signals;
	if (s->nash[a]) {
		promise_one(s, x, y);
	} else if (s->lp[a] == NULL) {
		return false;
	} else {
		for (size_t j = 0; j < m * n; j++)
			dt_linear_gain(s->lp[a], j, g->chance[a * m + j / n] *
			    (x * s->from->at[j % n].x +
			    y * s->from->at[j % n].y));
		enum dt_linear_end end = dt_linear_solve(s->lp[a]);
		s->failed |= end == DT_LINEAR_NO_MEMORY;
		if (end != DT_LINEAR_SOLVED)
			return false;
		read_promises(s, s->lp[a]);
	}
	*v = (struct dt_polygon_point){ (1 - s->c) * g->payoff[2 * a],
	    (1 - s->c) * g->payoff[2 * a + 1] };
	for (size_t k = 0; k < m; k++) {
		v->x += s->c * g->chance[a * m + k] * s->promise[k].x;
		v->y += s->c * g->chance[a * m + k] * s->promise[k].y;
	}
	return true;
}

/* The farther of what profile a reaches and the piece so far, if it may be. */
static void
try_profile(struct step *s, size_t a, double x, double y, double support,
    size_t first, double *most)
{
	const double *u = &s->game->payoff[2 * a];
	struct dt_polygon_point v;
	if ((1 - s->c) * (x * u[0] + y * u[1]) + s->c * support <= *most ||
	    !farthest_of(s, a, x, y, &v) || x * v.x + y * v.y <= *most)
		return;
	*most = x * v.x + y * v.y;
	s->pieces->n = first;
	s->failed |= !add_piece(s, v, a);
}

/* Of all profiles; becomes a piece. Stage equilibria first, which take no
 * program and spare others theirs. */
static bool
farthest(struct step *s, double x, double y, struct dt_polygon_point *best)
{
	double most = -INFINITY, support = dt_polygon_support(s->from, x, y);
	size_t first = s->pieces->n;
	for (int nash = 1; nash >= 0; nash--)
		for (size_t a = 0; a < s->game->profiles && !s->failed; a++)
			if (s->nash[a] == (nash == 1))
				try_profile(s, a, x, y, support, first, &most);
	if (s->failed || isinf(most))
		return false;
	*best = s->pieces->at[first];
	return true;
}

/* Whether anything wanted lies beyond the way from p to q, in its direction. */
static bool
is_wanted(const struct step *s, struct dt_polygon_point p, double x, double y)
{
	return s->wanted == NULL || dt_polygon_support(s->wanted, x, y) >
	    x * p.x + y * p.y + s->near;
}

/* Between p and q, counter-clockwise: if nothing lies beyond the way from one
 * to the other, it is an edge. */
static void
refine(struct step *s, struct dt_polygon_point p, struct dt_polygon_point q,
    int depth)
{
	double x = q.y - p.y, y = p.x - q.x, length = hypot(x, y);
	struct dt_polygon_point v;
	if (length <= s->near || depth == 0 || s->failed)
		return;
	x /= length;
	y /= length;
	if (!is_wanted(s, p, x, y) || !farthest(s, x, y, &v) ||
	    x * (v.x - p.x) + y * (v.y - p.y) <= s->near)
		return;
	refine(s, p, v, depth - 1);
	refine(s, v, q, depth - 1);
}

static enum dt_status
hull(struct step *s, struct dt_polygon *to, struct dt_error *err)
{
	to->n = 0;
	for (size_t k = 0; k < s->pieces->n; k++)
		if (!dt_polygon_add(to, s->pieces->at[k]))
			return dt_status_no_memory(err);
	dt_polygon_hull(to, 0);
	return DT_OK;
}

static bool
add_directions(struct step *s)
{
	static const double ways[4][2] =
	    { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
	struct dt_polygon_point v;
	for (int k = 0; k < 4; k++)
		if (!farthest(s, ways[k][0], ways[k][1], &v))
			return false;
	for (size_t k = 0; s->wanted != NULL && k < s->wanted->n; k++) {
		struct dt_polygon_point p = s->wanted->at[k],
		    q = s->wanted->at[(k + 1) % s->wanted->n];
		double length = hypot(q.x - p.x, q.y - p.y);
		if (length > 0 && !farthest(s, (q.y - p.y) / length,
		    (p.x - q.x) / length, &v))
			return false;
	}
	return true;
}

static enum dt_status
project(struct step *s, struct dt_polygon *to, struct dt_error *err)
{
	struct dt_polygon corners = { 0 };
	if (!add_directions(s)) {
		to->n = 0;
		return s->failed ? dt_status_no_memory(err) : DT_OK;
	}
	enum dt_status status = hull(s, &corners, err);
	for (size_t k = 0; status == DT_OK && k < corners.n; k++)
		refine(s, corners.at[k], corners.at[(k + 1) % corners.n], 40);
	dt_polygon_free(&corners);
	if (s->failed)
		status = dt_status_no_memory(err);
	return status == DT_OK ? hull(s, to, err) : status;
}

/* Programs of the profiles that can be enforced at all. */
static void
prepare(struct step *s)
{
	for (size_t a = 0; a < s->game->profiles && !s->failed; a++) {
		s->nash[a] = dt_signals_is_nash(s->game, a);
		if (s->nash[a] || s->c == 0)
			continue;
		s->lp[a] = make_program(s, a);
		enum dt_linear_end end = s->lp[a] == NULL ?
		    DT_LINEAR_NO_MEMORY : dt_linear_solve(s->lp[a]);
		s->failed |= end == DT_LINEAR_NO_MEMORY;
		if (end == DT_LINEAR_SOLVED)
			continue;
		dt_linear_free(s->lp[a]);
		s->lp[a] = NULL;
	}
}

enum dt_status
dt_ppe_step(const struct dt_signals *game, double continuation,
    const struct dt_polygon *from, const struct dt_polygon *wanted,
    double near, struct dt_ppe_step_pieces *pieces, struct dt_polygon *to,
    struct dt_error *err)
{
	struct step s = { .game = game, .c = continuation, .from = from,
	    .wanted = wanted, .pieces = pieces, .near = near };
	enum dt_status status = DT_OK;
	s.lp = dt_memory_new(game->profiles, sizeof(struct dt_linear *));
	s.nash = dt_memory_new(game->profiles, sizeof(*s.nash));
	s.promise = dt_memory_new(game->signals, sizeof(*s.promise));
	pieces->n = 0;
	s.failed = s.lp == NULL || s.nash == NULL || s.promise == NULL;
	if (!s.failed)
		prepare(&s);
	status = s.failed ? dt_status_no_memory(err) : project(&s, to, err);
	for (size_t a = 0; s.lp != NULL && a < game->profiles; a++)
		dt_linear_free(s.lp[a]);
	dt_memory_free(s.lp);
	dt_memory_free(s.nash);
	dt_memory_free(s.promise);
	return status;
}
