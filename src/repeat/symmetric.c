/* symmetric: see symmetric.h. Columns: x(y) for each signal, then K. */
#include "repeat/symmetric.h"

#include <glpk.h>
#include <math.h>

#include "base/memory.h"
#include "base/number.h"

struct program {
	const struct dt_symmetric_game *game;
	glp_prob *lp;
	int *column;            /* room for a row, from 1 */
	double *value;
};

enum dt_status
dt_symmetric_of(const struct dt_signals *from, struct dt_arena *arena,
    struct dt_symmetric_game *game, struct dt_error *err)
{
	size_t n = from->n, m = from->signals, all = from->profiles - 1;
	double *numbers = dt_arena_new(arena, 3 * n + n * m, sizeof(double));
	if (numbers == NULL)
		return dt_status_no_memory(err);
	if (from->profiles != (size_t)1 << n || m == 0)
		return dt_status_fail(err, DT_EUSAGE, "symmetric equilibria "
		    "are of games with two moves and a public signal");
	double *deviant = numbers + 3 * n;
	*game = (struct dt_symmetric_game){ .n = n, .signals = m,
	    .reward = numbers, .gain = numbers + n,
	    .punishment = numbers + 2 * n, .credible = true,
	    .chance = from->chance, .deviant = deviant };
	for (size_t i = 0; i < n; i++) {
		size_t alone = dt_signals_deviate(from, 0, i, 1);
		numbers[i] = from->payoff[i];
		numbers[n + i] = dt_signals_gain(from, 0, i, 1);
		numbers[2 * n + i] = from->payoff[all * n + i];
		game->credible &= dt_signals_gain(from, all, i, 0) <= 0;
		for (size_t y = 0; y < m; y++)
			deviant[i * m + y] = from->chance[alone * m + y];
	}
	return DT_OK;
}

/* Racing must not pay; scaled, so that the unit of payoffs does not matter. */
static void
forbid_racing(struct program *p, size_t i)
{
	const struct dt_symmetric_game *g = p->game;
	size_t m = g->signals;
	double lost = g->reward[i] - g->punishment[i], gain = g->gain[i];
	double unit = dt_number_max(fabs(lost), fabs(gain));
	if (gain <= 0)
		return;
	for (size_t y = 0; y < m; y++) {
		p->column[y + 1] = (int)y + 1;
		p->value[y + 1] = (lost * (g->deviant[i * m + y] -
		    g->chance[y]) - gain * g->chance[y]) / unit;
	}
	int row = glp_add_rows(p->lp, 1);
	glp_set_mat_row(p->lp, row, (int)m, p->column, p->value);
	glp_set_row_bnds(p->lp, row, GLP_LO, gain / unit, 0);
}

static void
limit_punishment(struct program *p, size_t y)
{
	int k = (int)p->game->signals + 1;
	int row = glp_add_rows(p->lp, 1);
	p->column[1] = k;
	p->value[1] = 1;
	p->column[2] = (int)y + 1;
	p->value[2] = -1;
	glp_set_mat_row(p->lp, row, 2, p->column, p->value);
	glp_set_row_bnds(p->lp, row, GLP_LO, 0, 0);
}

/* What alarms burn is at most this. */
static void
limit_burnt(struct program *p, double most)
{
	size_t m = p->game->signals;
	int row = glp_add_rows(p->lp, 1);
	for (size_t y = 0; y < m; y++) {
		p->column[y + 1] = (int)y + 1;
		p->value[y + 1] = p->game->chance[y];
	}
	glp_set_mat_row(p->lp, row, (int)m, p->column, p->value);
	glp_set_row_bnds(p->lp, row, GLP_UP, 0, most);
}

static bool
begin(struct program *p, const struct dt_symmetric_game *game)
{
	size_t m = game->signals;
	p->game = game;
	p->column = dt_memory_new(m + 2, sizeof(*p->column));
	p->value = dt_memory_new(m + 2, sizeof(*p->value));
	if (p->column == NULL || p->value == NULL)
		return false;
	glp_term_out(GLP_OFF);
	p->lp = glp_create_prob();
	glp_set_obj_dir(p->lp, GLP_MIN);
	glp_add_cols(p->lp, (int)m + 1);
	for (size_t k = 0; k <= m; k++)
		glp_set_col_bnds(p->lp, (int)k + 1, GLP_LO, 0, 0);
	for (size_t i = 0; i < game->n; i++)
		forbid_racing(p, i);
	for (size_t y = 0; y < m; y++)
		limit_punishment(p, y);
	return true;
}

static void
end(struct program *p)
{
	if (p->lp != NULL)
		glp_delete_prob(p->lp);
	dt_memory_free(p->column);
	dt_memory_free(p->value);
}

static bool
minimise(struct program *p, bool liability)
{
	glp_smcp parm;
	size_t m = p->game->signals;
	for (size_t y = 0; y < m; y++)
		glp_set_obj_coef(p->lp, (int)y + 1,
		    liability ? 0 : p->game->chance[y]);
	glp_set_obj_coef(p->lp, (int)m + 1, liability ? 1 : 0);
	glp_init_smcp(&parm);
	parm.msg_lev = GLP_MSG_OFF;
	parm.tol_bnd = parm.tol_dj = 1e-10;
	glp_std_basis(p->lp);
	return glp_simplex(p->lp, &parm) == 0 &&
	    glp_get_status(p->lp) == GLP_OPT;
}

/* With no party that gains by racing nobody need be deterred. */
static bool
can_punish(const struct dt_symmetric_game *g)
{
	bool tempted = false;
	for (size_t i = 0; i < g->n; i++)
		tempted |= g->gain[i] > 0;
	return g->credible || !tempted;
}

static void
read_out(struct program *p, double liability, struct dt_symmetric *out)
{
	const struct dt_symmetric_game *g = p->game;
	double most = 0;
	out->any = true;
	out->burnt = 0;
	for (size_t y = 0; y < g->signals; y++) {
		double x = dt_number_max(glp_get_col_prim(p->lp, (int)y + 1),
		    0);
		out->burnt += g->chance[y] * x;
		out->punish[y] = x;
		most = dt_number_max(most, x);
	}
	if (isinf(liability))
		liability = most;
	out->continuation = most / (1 + most);
	for (size_t y = 0; y < g->signals && liability > 0; y++)
		out->punish[y] = dt_number_min(out->punish[y] / liability, 1);
	for (size_t i = 0; i < g->n; i++)
		out->value[i] = g->punishment[i] +
		    (g->reward[i] - g->punishment[i]) / (1 + out->burnt);
}

static enum dt_status
make_room(const struct dt_symmetric_game *game, struct dt_arena *arena,
    struct dt_symmetric *out, struct dt_error *err)
{
	*out = (struct dt_symmetric){ .continuation = NAN, .burnt = NAN,
	    .value = dt_arena_new(arena, game->n, sizeof(double)),
	    .punish = dt_arena_new(arena, game->signals, sizeof(double)) };
	return out->value == NULL || out->punish == NULL ?
	    dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_symmetric_least(const struct dt_symmetric_game *game,
    struct dt_arena *arena, struct dt_symmetric *out, struct dt_error *err)
{
	struct program p = { 0 };
	enum dt_status status = make_room(game, arena, out, err);
	if (status != DT_OK || !can_punish(game))
		return status;
	if (!begin(&p, game))
		status = dt_status_no_memory(err);
	else if (minimise(&p, true))
		read_out(&p, INFINITY, out);
	end(&p);
	return status;
}

enum dt_status
dt_symmetric_best(const struct dt_symmetric_game *game, double continuation,
    struct dt_arena *arena, struct dt_symmetric *out, struct dt_error *err)
{
	struct program p = { 0 };
	double liability = continuation / (1 - continuation);
	enum dt_status status = make_room(game, arena, out, err);
	if (status != DT_OK || !can_punish(game))
		return status;
	if (!(continuation > 0 && continuation <= 1))
		return dt_status_fail(err, DT_EUSAGE,
		    "a continuation is a chance above 0");
	if (!begin(&p, game)) {
		end(&p);
		return dt_status_no_memory(err);
	}
	if (!isinf(liability))
		glp_set_col_bnds(p.lp, (int)game->signals + 1, GLP_DB, 0,
		    liability);
	if (minimise(&p, false)) {
		read_out(&p, liability, out);
		/* Of all that burn as little, what needs the least. */
		limit_burnt(&p, out->burnt * (1 + 1e-10));
		if (minimise(&p, true))
			read_out(&p, liability, out);
	}
	end(&p);
	return status;
}
