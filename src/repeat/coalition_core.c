/* coalition_core: objections and the least core; see coalition.h. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "linear/linear.h"
#include "repeat/coalition.h"

enum { ROUNDS_MOST = 2000 };

struct program {
	const struct dt_coalition *c;
	const double *worth;    /* by set */
	double *sum;            /* room: a division's sum, by set */
	struct dt_linear *lp;   /* columns: the division, then the excess */
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
set_row(struct program *p, size_t row, uint32_t set)
{
	bool full = set == dt_move_all(p->c->n);
	for (uint32_t left = set; left != 0; left &= left - 1)
		dt_linear_set(p->lp, row, dt_move_first(left), 1);
	if (!full)
		dt_linear_set(p->lp, row, p->c->n, 1);
	dt_linear_row(p->lp, row, p->worth[set],
	    full ? p->worth[set] : INFINITY);
}

static bool
start(struct program *p)
{
	size_t n = p->c->n;
	p->lp = dt_linear_new(n + 1, n + 1, 3 * n);
	if (p->lp == NULL)
		return false;
	for (size_t j = 0; j <= n; j++)
		dt_linear_column(p->lp, j, -INFINITY, INFINITY);
	dt_linear_gain(p->lp, n, -1);
	set_row(p, n, (uint32_t)dt_move_all(n));
	for (size_t i = 0; i < n; i++)
		set_row(p, i, (uint32_t)1 << i);
	return true;
}

static enum dt_linear_end
solve(struct program *p, struct dt_coalition_core *core)
{
	enum dt_linear_end end = dt_linear_solve(p->lp);
	for (size_t i = 0; i < p->c->n; i++)
		core->division[i] = dt_linear_value(p->lp, i);
	core->excess = dt_linear_value(p->lp, p->c->n);
	core->rows = dt_linear_rows(p->lp);
	return end;
}

/* Solves, lets the coalition with the greatest complaint object, and again. */
static enum dt_status
iterate(struct program *p, struct dt_coalition_core *core,
    struct dt_error *err)
{
	for (int i = 0; i < ROUNDS_MOST; i++) {
		enum dt_linear_end end = solve(p, core);
		if (end != DT_LINEAR_SOLVED)
			return dt_linear_fail(end, "the core", err);
		struct dt_coalition_objection worst =
		    complaint(p->c, p->worth, core->division, p->sum);
		if (worst.excess <= core->excess + 1e-9 * p->scale)
			return DT_OK;
		if (!dt_linear_more(p->lp, 1, p->c->n + 1))
			return dt_status_no_memory(err);
		set_row(p, dt_linear_rows(p->lp) - 1, worst.set);
	}
	return dt_status_fail(err, DT_EUSAGE, "the core was not found within "
	    "%d rounds of objections", ROUNDS_MOST);
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
		p.scale = dt_number_max(p.scale, fabs(worth[dt_move_all(c->n)]));
		status = start(&p) ? iterate(&p, core, err) :
		    dt_status_no_memory(err);
		dt_linear_free(p.lp);
	}
	dt_memory_free(worth);
	dt_memory_free(p.sum);
	return status;
}
