/*
 * linear_solve: GLPK. Its memory is the thread's, and a fault inside it, out of
 * memory among them, can only be left by giving all of it up: programs
 * of before that are forgotten, and made anew from what dt_linear holds. Its
 * rational numbers may be those of GMP, which have a guard of their own.
 */
#include <glpk.h>
#include <math.h>
#include <setjmp.h>

#include "base/guard.h"
#include "base/memory.h"
#include "base/number.h"
#include "linear/linear_internal.h"

enum {
	PIVOTS_MOST = 100000,
	MILLISECONDS_MOST = 60000,
};

struct dt_linear_solver {
	glp_prob *program;
	unsigned long age;      /* of the thread's memory when it was made */
	size_t rows, n;         /* as far as GLPK knows them */
	int ended, status;      /* of glp_simplex */
	bool anew, exact;       /* how */
	double *numbers;        /* room for the scaled ones, from 1 */
	int *columns;
};

struct attempt {
	struct dt_linear *linear;
	bool good;
};

static _Thread_local jmp_buf way_out;
static _Thread_local unsigned long age;
static _Thread_local size_t solvers;   /* that the thread has */

static void
leave(void *info)
{
	(void)info;
	longjmp(way_out, 1);
}

static void
give_up(void)
{
	glp_free_env();
	age++;
}

/* Not even its last words. */
static int
say_nothing(void *info, const char *text)
{
	(void)info;
	(void)text;
	return 1;
}

/* False where GLPK gave up, and with it all that it held. It makes itself
 * ready where it is called first, and aborts where it cannot. */
static bool
guard(struct dt_linear *l, void (*work)(struct dt_linear *))
{
	if (glp_init_env() > 1)
		return false;
	glp_term_out(GLP_OFF);
	glp_term_hook(say_nothing, NULL);
	glp_error_hook(leave, NULL);
	if (setjmp(way_out) != 0) {
		give_up();
		return false;
	}
	work(l);
	glp_error_hook(NULL, NULL);
	return true;
}

static void
forget(struct dt_linear *l)
{
	struct dt_linear_solver *s = l->solver;
	if (s->program != NULL && s->age == age)
		glp_delete_prob(s->program);
	s->program = NULL;
	s->rows = s->n = 0;
}

void
dt_linear_solve_free(struct dt_linear *l)
{
	if (l->solver == NULL)
		return;
	guard(l, forget);
	dt_memory_free(l->solver->numbers);
	dt_memory_free(l->solver->columns);
	dt_memory_free(l->solver);
	l->solver = NULL;
	/* Threads end, and nobody else can give back what GLPK has of them. */
	if (--solvers == 0)
		give_up();
}

static double
scaled(const struct dt_linear *l, size_t k)
{
	return l->numbers[k] * l->row.scale[l->rows[k] - 1] *
	    l->column.scale[l->columns[k] - 1];
}

static void
load(struct dt_linear *l)
{
	struct dt_linear_solver *s = l->solver;
	s->program = glp_create_prob();
	s->age = age;
	glp_set_obj_dir(s->program, GLP_MAX);
	glp_add_rows(s->program, (int)l->row.n);
	glp_add_cols(s->program, (int)l->column.n);
	for (size_t k = 1; k <= l->n; k++)
		s->numbers[k] = scaled(l, k);
	glp_load_matrix(s->program, (int)l->n, l->rows, l->columns,
	    s->numbers);
	s->rows = l->row.n;
	s->n = l->n;
}

static void
load_row(struct dt_linear *l, size_t row)
{
	struct dt_linear_solver *s = l->solver;
	int n = 0;
	for (size_t k = s->n + 1; k <= l->n; k++)
		if ((size_t)l->rows[k] == row + 1) {
			s->columns[++n] = l->columns[k];
			s->numbers[n] = scaled(l, k);
		}
	glp_set_mat_row(s->program, (int)row + 1, n, s->columns, s->numbers);
}

static int
kind_of(double low, double high)
{
	if (isfinite(low) && isfinite(high))
		return low < high ? GLP_DB : GLP_FX;
	return isfinite(low) ? GLP_LO : isfinite(high) ? GLP_UP : GLP_FR;
}

static void
load_bounds(struct dt_linear *l)
{
	glp_prob *program = l->solver->program;
	for (size_t r = 0; r < l->row.n; r++) {
		double size = l->row.scale[r] / l->unit;
		double low = l->row.low[r] * size,
		    high = l->row.high[r] * size;
		glp_set_row_bnds(program, (int)r + 1, kind_of(low, high), low,
		    high);
	}
	for (size_t c = 0; c < l->column.n; c++) {
		double size = 1 / (l->column.scale[c] * l->unit);
		double low = l->column.low[c] * size,
		    high = l->column.high[c] * size;
		glp_set_col_bnds(program, (int)c + 1, kind_of(low, high), low,
		    high);
	}
}

/* All that changed since GLPK saw it last. */
static void
tell(struct dt_linear *l)
{
	struct dt_linear_solver *s = l->solver;
	bool fresh = s->program == NULL;
	if (fresh)
		load(l);
	if (l->row.n > s->rows) {
		glp_add_rows(s->program, (int)(l->row.n - s->rows));
		for (size_t r = s->rows; r < l->row.n; r++)
			load_row(l, r);
		s->rows = l->row.n;
		s->n = l->n;
	}
	if (fresh || l->bounds_changed)
		load_bounds(l);
	for (size_t c = 0; c < l->column.n; c++)
		glp_set_obj_coef(s->program, (int)c + 1, l->gain[c] *
		    l->gain_scale * l->column.scale[c]);
	if (fresh || s->anew)
		glp_adv_basis(s->program, 0);
}

static void
optimise(struct dt_linear *l)
{
	struct dt_linear_solver *s = l->solver;
	glp_smcp how;
	tell(l);
	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.tol_bnd = how.tol_dj = 1e-10;
	how.it_lim = PIVOTS_MOST;
	how.tm_lim = MILLISECONDS_MOST;
	/* What was an optimum before other bounds or more rows is one for
	 * other prices still. */
	how.meth = l->bounds_changed && !s->anew ? GLP_DUALP : GLP_PRIMAL;
	s->ended = s->exact ? glp_exact(s->program, &how) :
	    glp_simplex(s->program, &how);
	s->status = glp_get_status(s->program);
}

/* In a guard. */
static void
guarded(void *context)
{
	struct attempt *a = context;
	a->good = guard(a->linear, optimise);
}

/* False where GLPK, or GMP inside it, gave up. */
static bool
attempt(struct dt_linear *l)
{
	struct attempt a = { .linear = l };
	if (!l->solver->exact)
		return guard(l, optimise);
	if (dt_guard_run(guarded, &a))
		return a.good;
	give_up();
	return false;
}

static void
take(struct dt_linear *l)
{
	glp_prob *program = l->solver->program;
	for (size_t c = 0; c < l->column.n; c++)
		l->column.value[c] = glp_get_col_prim(program, (int)c + 1) *
		    l->column.scale[c] * l->unit;
	for (size_t r = 0; r < l->row.n; r++)
		l->row.value[r] = glp_get_row_dual(program, (int)r + 1) *
		    l->row.scale[r] / l->gain_scale;
}

static bool
prepare(struct dt_linear *l)
{
	if (l->solver == NULL) {
		l->solver = dt_memory_new(1, sizeof(*l->solver));
		solvers += l->solver != NULL;
	}
	if (l->solver == NULL)
		return false;
	struct dt_linear_solver *s = l->solver;
	double *numbers = dt_memory_resize(s->numbers, l->room + 1,
	    sizeof(*numbers));
	if (numbers != NULL)
		s->numbers = numbers;
	int *columns = dt_memory_resize(s->columns, l->column.n + 1,
	    sizeof(*columns));
	if (columns != NULL)
		s->columns = columns;
	if (s->program != NULL && s->age != age)
		s->program = NULL;
	return numbers != NULL && columns != NULL;
}

enum dt_linear_end
dt_linear_solve_once(struct dt_linear *l, bool anew, bool exact)
{
	if (!prepare(l))
		return DT_LINEAR_NO_MEMORY;
	/* On such numbers GLPK gives up as it does without memory. */
	if (!dt_number_finite(l->numbers + 1, l->n) ||
	    !dt_number_finite(l->gain, l->column.n))
		return DT_LINEAR_UNSETTLED;
	struct dt_linear_solver *s = l->solver;
	s->anew = anew;
	s->exact = exact;
	if (!attempt(l) || (s->ended == 0 &&
	    s->status == GLP_OPT && !guard(l, take))) {
		s->program = NULL;
		return DT_LINEAR_NO_MEMORY;
	}
	l->bounds_changed = false;
	if (s->ended == 0 && s->status == GLP_OPT)
		return DT_LINEAR_SOLVED;
	if (s->ended == 0 && s->status == GLP_NOFEAS)
		return DT_LINEAR_INFEASIBLE;
	if (s->ended == 0 && s->status == GLP_UNBND)
		return DT_LINEAR_UNBOUNDED;
	return DT_LINEAR_UNSETTLED;
}
