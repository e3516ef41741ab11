/* coalition_core: objections and the least core; see coalition.h. */
#include <glpk.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "repeat/coalition.h"

enum { ROUNDS_MOST = 2000 };

struct program {
	const struct dt_coalition *c;
	const double *worth;    /* by set */
	double *sum;            /* room: a division's sum, by set */
	glp_prob *lp;           /* columns: the division, then the excess */
	double scale;
};

static double *
worths(const struct dt_coalition *c)
{
	double *worth = dt_memory_new((size_t)1 << c->n, sizeof(*worth));
	for (uint32_t set = 1; worth && set < (uint32_t)1 << c->n; set++)
		worth[set] = dt_coalition_worth(c, set);
	return worth;
}

/* The greatest complaint of any coalition but the full one, and its set. */
static struct dt_coalition_objection
complaint(const struct dt_coalition *c, const double *worth,
    const double *division, double *sum)
{
	struct dt_coalition_objection found = { 0, -INFINITY };
	uint32_t all = (uint32_t)dt_move_all(c->n);
	for (uint32_t set = 1; set < all; set++) {
		sum[set] = sum[set & (set - 1)] +
		    division[dt_move_first(set)];
		if (worth[set] - sum[set] > found.excess)
			found = (struct dt_coalition_objection){ set,
			    worth[set] - sum[set] };
	}
	return found;
}

enum dt_status
dt_coalition_objection(const struct dt_coalition *c, const double *payoffs,
    struct dt_coalition_objection *found, struct dt_error *err)
{
	double *worth = worths(c);
	double *sum = dt_memory_new((size_t)1 << c->n, sizeof(*sum));
	enum dt_status status = DT_OK;
	if (worth == NULL || sum == NULL)
		status = dt_status_no_memory(err);
	else
		*found = complaint(c, worth, payoffs, sum);
	dt_memory_free(worth);
	dt_memory_free(sum);
	return status;
}

static bool
blocks(const struct dt_coalition *c, uint32_t set, uint32_t all)
{
	for (uint32_t left = set; left != 0; left &= left - 1) {
		size_t i = dt_move_first(left);
		double now = dt_coalition_pay(c, all, i);
		if (dt_coalition_pay(c, set, i) <=
		    now + 1e-9 * (1 + fabs(now)))
			return false;
	}
	return true;
}

uint32_t
dt_coalition_block(const struct dt_coalition *c)
{
	uint32_t all = (uint32_t)dt_move_all(c->n);
	for (uint32_t set = 1; set < all; set++)
		if (blocks(c, set, all))
			return set;
	return 0;
}

/* Members' division + excess >= worth; of the full coalition, without the
 * excess and exactly. */
static void
add_row(struct program *p, uint32_t set)
{
	int columns[DT_COALITION_MOST + 2], n = 0;
	double factors[DT_COALITION_MOST + 2];
	bool full = set == dt_move_all(p->c->n);
	for (uint32_t left = set; left != 0; left &= left - 1) {
		columns[++n] = (int)dt_move_first(left) + 1;
		factors[n] = 1;
	}
	if (!full) {
		columns[++n] = (int)p->c->n + 1;
		factors[n] = 1;
	}
	int row = glp_add_rows(p->lp, 1);
	double worth = p->worth[set] / p->scale;
	glp_set_row_bnds(p->lp, row, full ? GLP_FX : GLP_LO, worth, worth);
	glp_set_mat_row(p->lp, row, n, columns, factors);
}

static void
start(struct program *p)
{
	int n = (int)p->c->n;
	uint32_t all = (uint32_t)dt_move_all(p->c->n);
	glp_term_out(GLP_OFF);
	p->lp = glp_create_prob();
	glp_add_cols(p->lp, n + 1);
	for (int j = 1; j <= n + 1; j++)
		glp_set_col_bnds(p->lp, j, GLP_FR, 0, 0);
	glp_set_obj_dir(p->lp, GLP_MIN);
	glp_set_obj_coef(p->lp, n + 1, 1);
	add_row(p, all);
	for (size_t i = 0; i < p->c->n; i++)
		add_row(p, (uint32_t)1 << i);
	glp_adv_basis(p->lp, 0);
}

static bool
solve(struct program *p, struct dt_coalition_core *core)
{
	glp_smcp how;
	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.meth = GLP_DUALP;
	if (glp_simplex(p->lp, &how) != 0 ||
	    glp_get_status(p->lp) != GLP_OPT)
		return false;
	for (size_t i = 0; i < p->c->n; i++)
		core->division[i] =
		    glp_get_col_prim(p->lp, (int)i + 1) * p->scale;
	core->excess = glp_get_col_prim(p->lp, (int)p->c->n + 1) * p->scale;
	core->rows = (size_t)glp_get_num_rows(p->lp);
	return true;
}

/* Solves, lets the coalition with the greatest complaint object, and again. */
static enum dt_status
iterate(struct program *p, struct dt_coalition_core *core,
    struct dt_error *err)
{
	for (int i = 0; i < ROUNDS_MOST; i++) {
		if (!solve(p, core))
			break;
		struct dt_coalition_objection worst =
		    complaint(p->c, p->worth, core->division, p->sum);
		if (worst.excess <= core->excess + 1e-9 * p->scale)
			return DT_OK;
		add_row(p, worst.set);
	}
	return dt_status_fail(err, DT_EUSAGE,
	    "the linear program of the core was not solved");
}

enum dt_status
dt_coalition_core(const struct dt_coalition *c,
    struct dt_coalition_core *core, struct dt_error *err)
{
	struct program p = { .c = c, .scale = 1 };
	double *worth = worths(c);
	p.worth = worth;
	p.sum = dt_memory_new((size_t)1 << c->n, sizeof(*p.sum));
	*core = (struct dt_coalition_core){ 0 };
	enum dt_status status = DT_OK;
	if (worth == NULL || p.sum == NULL) {
		status = dt_status_no_memory(err);
	} else if (c->n == 1) {
		core->division[0] = worth[1];
	} else {
		for (size_t i = 0; i < c->n; i++)
			p.scale = dt_number_max(p.scale, fabs(worth[1u << i]));
		p.scale = dt_number_max(p.scale,
		    fabs(worth[dt_move_all(c->n)]));
		start(&p);
		status = iterate(&p, core, err);
		glp_delete_prob(p.lp);
	}
	dt_memory_free(worth);
	dt_memory_free(p.sum);
	return status;
}
