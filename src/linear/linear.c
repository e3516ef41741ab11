/* linear: see linear.h. */
#include "linear/linear.h"

#include <glpk.h>
#include <math.h>

#include "base/memory.h"

struct dt_linear {
	glp_prob *program;
	size_t n, room;
	int *rows, *columns;    /* of the numbers; from 1 */
	double *numbers;
	bool loaded;
};

void
dt_linear_free(struct dt_linear *l)
{
	if (l == NULL)
		return;
	if (l->program != NULL)
		glp_delete_prob(l->program);
	dt_memory_free(l->rows);
	dt_memory_free(l->columns);
	dt_memory_free(l->numbers);
	dt_memory_free(l);
}

static void
set_up(struct dt_linear *l, size_t rows, size_t columns)
{
	glp_term_out(GLP_OFF);
	l->program = glp_create_prob();
	glp_set_obj_dir(l->program, GLP_MAX);
	glp_add_rows(l->program, (int)rows);
	glp_add_cols(l->program, (int)columns);
	for (size_t c = 0; c < columns; c++)
		dt_linear_column(l, c, 0, INFINITY);
}

struct dt_linear *
dt_linear_new(size_t rows, size_t columns, size_t numbers)
{
	if (rows == 0 || columns == 0 || rows > DT_LINEAR_MOST ||
	    columns > DT_LINEAR_MOST || numbers > DT_LINEAR_MOST)
		return NULL;
	struct dt_linear *l = dt_memory_new(1, sizeof(*l));
	if (l == NULL)
		return NULL;
	l->room = numbers;
	l->rows = dt_memory_new(numbers + 1, sizeof(*l->rows));
	l->columns = dt_memory_new(numbers + 1, sizeof(*l->columns));
	l->numbers = dt_memory_new(numbers + 1, sizeof(*l->numbers));
	if (l->rows == NULL || l->columns == NULL || l->numbers == NULL) {
		dt_linear_free(l);
		return NULL;
	}
	set_up(l, rows, columns);
	return l;
}

static int
kind_of(double low, double high)
{
	if (isfinite(low) && isfinite(high))
		return low < high ? GLP_DB : GLP_FX;
	return isfinite(low) ? GLP_LO : isfinite(high) ? GLP_UP : GLP_FR;
}

void
dt_linear_row(struct dt_linear *l, size_t row, double low, double high)
{
	glp_set_row_bnds(l->program, (int)row + 1, kind_of(low, high), low,
	    high);
}

void
dt_linear_column(struct dt_linear *l, size_t column, double low, double high)
{
	glp_set_col_bnds(l->program, (int)column + 1, kind_of(low, high), low,
	    high);
}

void
dt_linear_gain(struct dt_linear *l, size_t column, double gain)
{
	glp_set_obj_coef(l->program, (int)column + 1, gain);
}

void
dt_linear_set(struct dt_linear *l, size_t row, size_t column, double number)
{
	if (number == 0 || l->n == l->room)
		return;
	l->n++;
	l->rows[l->n] = (int)row + 1;
	l->columns[l->n] = (int)column + 1;
	l->numbers[l->n] = number;
}

bool
dt_linear_solve(struct dt_linear *l)
{
	glp_smcp how;
	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.tol_bnd = how.tol_dj = 1e-9;
	if (!l->loaded) {
		glp_load_matrix(l->program, (int)l->n, l->rows, l->columns,
		    l->numbers);
		glp_adv_basis(l->program, 0);
		l->loaded = true;
	}
	return glp_simplex(l->program, &how) == 0 &&
	    glp_get_status(l->program) == GLP_OPT;
}

double
dt_linear_optimum(const struct dt_linear *l)
{
	return glp_get_obj_val(l->program);
}

double
dt_linear_value(const struct dt_linear *l, size_t column)
{
	return glp_get_col_prim(l->program, (int)column + 1);
}
