/*
 * ppe_step: one application of B, see ppe.h.
 *
 * What a profile can give is the image in the plane of a polytope: weights
 * of the set's corners after each signal, such that no other move gains. Its
 * farthest point in a direction is a linear program of few rows, which is
 * kept, so that the next direction starts from the last one's basis.
 */
#include <glpk.h>
#include <math.h>

#include "base/memory.h"
#include "repeat/ppe.h"

struct step {
	const struct dt_signals *game;
	double c;
	const struct dt_polygon *from;
	struct dt_polygon *to;
	glp_prob **lp;          /* by profile; NULL: a stage equilibrium, or
	                         * nothing to be had */
	bool *nash;
	int *row;               /* room for a column */
	double *value;
	bool failed;
};

static size_t
count_rows(const struct dt_signals *g)
{
	return g->signals + g->moves[0] + g->moves[1];
}

/* A row for each other move of each player: what it changes must not pay. */
static void
add_rows(struct step *s, glp_prob *lp, size_t a)
{
	const struct dt_signals *g = s->game;
	int row = (int)g->signals;
	glp_add_rows(lp, (int)count_rows(g));
	for (int y = 1; y <= row; y++)
		glp_set_row_bnds(lp, y, GLP_FX, 1, 1);
	for (size_t i = 0; i < 2; i++)
		for (size_t m = 0; m < g->moves[i]; m++) {
			double gain = dt_signals_gain(g, a, i, m);
			bool own = m == dt_signals_move(g, a, i);
			glp_set_row_bnds(lp, ++row, own ? GLP_FR : GLP_LO,
			    own ? 0 : gain * (1 - s->c) / s->c, 0);
		}
}

static void
set_column(struct step *s, glp_prob *lp, size_t a, size_t y, size_t k)
{
	const struct dt_signals *g = s->game;
	struct dt_polygon_point w = s->from->at[k];
	int n = 1, row = (int)g->signals;
	s->row[1] = (int)y + 1;
	s->value[1] = 1;
	for (size_t i = 0; i < 2; i++)
		for (size_t m = 0; m < g->moves[i]; m++) {
			size_t b = dt_signals_deviate(g, a, i, m);
			double more = g->chance[a * g->signals + y] -
			    g->chance[b * g->signals + y];
			s->row[++n] = ++row;
			s->value[n] = more * (i == 0 ? w.x : w.y);
		}
	int column = (int)(y * s->from->n + k) + 1;
	glp_set_col_bnds(lp, column, GLP_LO, 0, 0);
	glp_set_mat_col(lp, column, n, s->row, s->value);
}

static glp_prob *
make_program(struct step *s, size_t a)
{
	glp_prob *lp = glp_create_prob();
	glp_set_obj_dir(lp, GLP_MAX);
	add_rows(s, lp, a);
	glp_add_cols(lp, (int)(s->game->signals * s->from->n));
	for (size_t y = 0; y < s->game->signals; y++)
		for (size_t k = 0; k < s->from->n; k++)
			set_column(s, lp, a, y, k);
	glp_adv_basis(lp, 0);
	return lp;
}

static int
optimise(glp_prob *lp)
{
	glp_smcp parm;
	glp_init_smcp(&parm);
	parm.msg_lev = GLP_MSG_OFF;
	parm.tol_bnd = parm.tol_dj = 1e-10;
	parm.it_lim = 20000;
	int bad = glp_simplex(lp, &parm);
	if (bad != 0) {
		glp_std_basis(lp);
		bad = glp_simplex(lp, &parm);
	}
	return bad != 0 ? GLP_UNDEF : glp_get_status(lp);
}

static struct dt_polygon_point
mean_of(const struct step *s, glp_prob *lp, size_t a)
{
	struct dt_polygon_point v = { 0, 0 };
	const struct dt_signals *g = s->game;
	size_t n = s->from->n;
	for (size_t j = 0; j < g->signals * n; j++) {
		double weight = glp_get_col_prim(lp, (int)j + 1) *
		    g->chance[a * g->signals + j / n];
		v.x += weight * s->from->at[j % n].x;
		v.y += weight * s->from->at[j % n].y;
	}
	return v;
}

/* The farthest that profile a reaches in a direction. A stage equilibrium
 * needs no incentives: any one continuation does. */
static bool
farthest_of(struct step *s, size_t a, double x, double y,
    struct dt_polygon_point *v)
{
	const struct dt_signals *g = s->game;
	size_t n = s->from->n, best = 0;
	if (s->nash[a]) {
		for (size_t k = 1; k < n; k++)
			if (x * s->from->at[k].x + y * s->from->at[k].y >
			    x * s->from->at[best].x + y * s->from->at[best].y)
				best = k;
		*v = s->from->at[best];
	} else if (s->lp[a] == NULL) {
		return false;
	} else {
		for (size_t j = 0; j < g->signals * n; j++)
			glp_set_obj_coef(s->lp[a], (int)j + 1,
			    g->chance[a * g->signals + j / n] *
			    (x * s->from->at[j % n].x +
			    y * s->from->at[j % n].y));
		if (optimise(s->lp[a]) != GLP_OPT)
			return false;
		*v = mean_of(s, s->lp[a], a);
	}
	v->x = (1 - s->c) * g->payoff[2 * a] + s->c * v->x;
	v->y = (1 - s->c) * g->payoff[2 * a + 1] + s->c * v->y;
	return true;
}

static bool
farthest(struct step *s, double x, double y, struct dt_polygon_point *best)
{
	double most = -INFINITY;
	for (size_t a = 0; a < s->game->profiles; a++) {
		struct dt_polygon_point v;
		if (farthest_of(s, a, x, y, &v) && x * v.x + y * v.y > most) {
			most = x * v.x + y * v.y;
			*best = v;
		}
	}
	return isfinite(most);
}

/* Corners between p and q, counter-clockwise: if nothing lies beyond the way
 * from one to the other, it is an edge. */
static void
refine(struct step *s, struct dt_polygon_point p, struct dt_polygon_point q,
    double near, int depth)
{
	double x = q.y - p.y, y = p.x - q.x, length = hypot(x, y);
	struct dt_polygon_point v;
	if (length <= near || depth == 0)
		return;
	x /= length;
	y /= length;
	if (!farthest(s, x, y, &v) ||
	    x * (v.x - p.x) + y * (v.y - p.y) <= near)
		return;
	s->failed |= !dt_polygon_add(s->to, v);
	refine(s, p, v, near, depth - 1);
	refine(s, v, q, near, depth - 1);
}

static void
project(struct step *s, double near)
{
	static const double ways[4][2] =
	    { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
	struct dt_polygon_point end[4];
	for (int k = 0; k < 4; k++) {
		if (!farthest(s, ways[k][0], ways[k][1], &end[k]))
			return;
		s->failed |= !dt_polygon_add(s->to, end[k]);
	}
	for (int k = 0; k < 4; k++)
		refine(s, end[k], end[(k + 1) % 4], near, 40);
	dt_polygon_hull(s->to, near);
}

/* Programs of the profiles that can be enforced at all. */
static bool
prepare(struct step *s)
{
	bool any = false;
	for (size_t a = 0; a < s->game->profiles; a++) {
		s->nash[a] = dt_signals_is_nash(s->game, a);
		if (s->nash[a] || s->c == 0)
			continue;
		s->lp[a] = make_program(s, a);
		if (optimise(s->lp[a]) == GLP_OPT) {
			any = true;
			continue;
		}
		glp_delete_prob(s->lp[a]);
		s->lp[a] = NULL;
	}
	return any;
}

enum dt_status
dt_ppe_step(const struct dt_signals *game, double continuation,
    const struct dt_polygon *from, double near,
    struct dt_polygon *to, bool *only_stage, struct dt_error *err)
{
	struct step s = { .game = game, .c = continuation, .from = from,
	    .to = to };
	size_t room = count_rows(game) + 1;
	s.lp = dt_memory_new(game->profiles, sizeof(glp_prob *));
	s.nash = dt_memory_new(game->profiles, sizeof(*s.nash));
	s.row = dt_memory_new(room, sizeof(*s.row));
	s.value = dt_memory_new(room, sizeof(*s.value));
	s.failed = s.lp == NULL || s.nash == NULL || s.row == NULL ||
	    s.value == NULL;
	to->n = 0;
	glp_term_out(GLP_OFF);
	if (!s.failed) {
		*only_stage = !prepare(&s);
		project(&s, near);
		for (size_t a = 0; a < game->profiles; a++)
			if (s.lp[a] != NULL)
				glp_delete_prob(s.lp[a]);
	}
	dt_memory_free(s.lp);
	dt_memory_free(s.nash);
	dt_memory_free(s.row);
	dt_memory_free(s.value);
	return s.failed ? dt_status_no_memory(err) : DT_OK;
}
