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
#include <math.h>
#include <stdbool.h>

#include "classic/dresher.h"
#include "linear/linear.h"

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

/* A history's columns: its value, and the weights of the two moves. Its rows:
 * what is conserved, to violate now, to wait. */
enum { VALUE, INSPECT, NONE, PARTS };

struct program {
	struct dt_linear *lp;
	size_t histories;       /* added */
};

static void
conserve(struct program *p, size_t row, size_t own, size_t from, bool root)
{
	dt_linear_set(p->lp, row, own + INSPECT, 1);
	dt_linear_set(p->lp, row, own + NONE, 1);
	if (!root)
		dt_linear_set(p->lp, row, from, -1);
	dt_linear_row(p->lp, row, root, root);
}

static void
violate(struct program *p, size_t row, size_t own)
{
	dt_linear_set(p->lp, row, own + VALUE, 1);
	dt_linear_set(p->lp, row, own + INSPECT, 1);
	dt_linear_set(p->lp, row, own + NONE, -1);
	dt_linear_row(p->lp, row, 0, INFINITY);
}

/* `from` is the column of the weight with which it is reached; the root is
 * reached with 1. Returns the column of its value. */
static size_t
add_history(struct program *p, int64_t n, int64_t m, size_t from)
{
	size_t own = p->histories++ * PARTS;
	conserve(p, own, own, from, own == 0);
	violate(p, own + 1, own);
	if (m == 0)
		dt_linear_column(p->lp, own + INSPECT, 0, 0);
	if (n == 1)
		return own;
	dt_linear_set(p->lp, own + 2, own + VALUE, 1);
	dt_linear_set(p->lp, own + 2,
	    add_history(p, n - 1, m, own + NONE), -1);
	if (m > 0)
		dt_linear_set(p->lp, own + 2,
		    add_history(p, n - 1, m - 1, own + INSPECT), -1);
	dt_linear_row(p->lp, own + 2, 0, INFINITY);
	return own;
}

enum dt_status
dt_dresher_program(int64_t periods, int64_t inspections,
    struct dt_dresher *game, struct dt_error *err)
{
	int64_t histories = dt_dresher_histories(periods, inspections);
	if (histories > DT_DRESHER_TREE_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d histories "
		    "of inspections", DT_DRESHER_TREE_MOST);
	size_t n = (size_t)histories;
	struct program p = { .lp = dt_linear_new(n * PARTS, n * PARTS,
	    n * 9) };
	if (p.lp == NULL)
		return dt_status_no_memory(err);
	add_history(&p, periods, inspections, 0);
	dt_linear_gain(p.lp, 0, -1);
	enum dt_linear_end end = dt_linear_solve(p.lp);
	*game = (struct dt_dresher){ -dt_linear_optimum(p.lp),
	    dt_linear_value(p.lp, INSPECT), NAN };
	dt_linear_free(p.lp);
	return end == DT_LINEAR_SOLVED ? DT_OK :
	    dt_linear_fail(end, "the inspection game", err);
}
