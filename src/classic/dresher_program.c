/*
 * dresher_program: the inspection game as one linear program; see dresher.h.
 *
 * A history is what was inspected so far while nobody violated. The inspector
 * has a realisation weight for each history and move, the violator a value at
 * each history, weighted in the same way:
 *
 *     value(h)  >=  weight(h, none) - weight(h, inspect)      it violates now
 *     value(h)  >=  value(h inspect) + value(h none)          it waits
 *     weight(h) ==  weight(h, inspect) + weight(h, none)
 *
 * and the inspector makes value(root) as small as it can.
 */
#include <glpk.h>
#include <math.h>
#include <stdbool.h>

#include "classic/dresher.h"

/* Histories in the order in which they are met: 1 + what comes after each. */
static int64_t
count(int64_t n, int64_t m)
{
	if (n == 0)
		return 0;
	int64_t rest = count(n - 1, m);
	if (m > 0 && rest <= DT_DRESHER_TREE_MOST)
		rest += count(n - 1, m - 1);
	return rest < DT_DRESHER_TREE_MOST ? rest + 1 :
	    DT_DRESHER_TREE_MOST + 1;
}

int64_t
dt_dresher_histories(int64_t periods, int64_t inspections)
{
	return periods > DT_DRESHER_TREE_MOST ? DT_DRESHER_TREE_MOST + 1 :
	    count(periods, inspections);
}

/* Columns of a history: its value, and the weights of the two moves. */
struct history {
	int value, inspect, none;
};

static void
bound_row(glp_prob *lp, int kind, double least, int n, const int *columns,
    const double *factors)
{
	int row = glp_add_rows(lp, 1);
	glp_set_row_bnds(lp, row, kind, least, least);
	glp_set_mat_row(lp, row, n, columns, factors);
}

static struct history
add_columns(glp_prob *lp, bool may_inspect)
{
	struct history h = { glp_add_cols(lp, 3), 0, 0 };
	h.inspect = h.value + 1;
	h.none = h.value + 2;
	glp_set_col_bnds(lp, h.value, GLP_LO, 0, 0);
	glp_set_col_bnds(lp, h.inspect, may_inspect ? GLP_LO : GLP_FX, 0, 0);
	glp_set_col_bnds(lp, h.none, GLP_LO, 0, 0);
	return h;
}

/* `from` is the column of the weight with which it is reached; 0: the root,
 * reached with 1. Returns the column of its value, 0 after the last period. */
static int
add_history(glp_prob *lp, int64_t n, int64_t m, int from)
{
	if (n == 0)
		return 0;
	struct history h = add_columns(lp, m > 0);
	int flow[] = { 0, h.inspect, h.none, from };
	double conserved[] = { 0, 1, 1, -1 };
	bound_row(lp, GLP_FX, from == 0, from == 0 ? 2 : 3, flow, conserved);
	int now[] = { 0, h.value, h.inspect, h.none };
	double violate[] = { 0, 1, 1, -1 };
	bound_row(lp, GLP_LO, 0, 3, now, violate);
	int after_none = add_history(lp, n - 1, m, h.none);
	int after = m > 0 ? add_history(lp, n - 1, m - 1, h.inspect) : 0;
	int later[] = { 0, h.value, after_none, after };
	double wait[] = { 0, 1, -1, -1 };
	if (n > 1)
		bound_row(lp, GLP_LO, 0, after > 0 ? 3 : 2, later, wait);
	return h.value;
}

enum dt_status
dt_dresher_program(int64_t periods, int64_t inspections,
    struct dt_dresher *game, struct dt_error *err)
{
	if (dt_dresher_histories(periods, inspections) > DT_DRESHER_TREE_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d histories "
		    "of inspections", DT_DRESHER_TREE_MOST);
	glp_term_out(GLP_OFF);
	glp_prob *lp = glp_create_prob();
	int root = add_history(lp, periods, inspections, 0);
	glp_set_obj_dir(lp, GLP_MIN);
	glp_set_obj_coef(lp, root, 1);
	glp_adv_basis(lp, 0);
	int failed = glp_simplex(lp, NULL);
	*game = (struct dt_dresher){ glp_get_obj_val(lp),
	    glp_get_col_prim(lp, root + 1), NAN };
	failed |= glp_get_status(lp) != GLP_OPT;
	glp_delete_prob(lp);
	return failed ? dt_status_fail(err, DT_EUSAGE,
	    "the linear program was not solved") : DT_OK;
}
