/* linear: see linear.h. */
#include "linear/linear.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "linear/linear_internal.h"

static void
free_side(struct dt_linear_side *s)
{
	dt_memory_free(s->low);
	dt_memory_free(s->high);
	dt_memory_free(s->scale);
	dt_memory_free(s->value);
	dt_memory_free(s->sum);
	dt_memory_free(s->size);
}

void
dt_linear_free(struct dt_linear *l)
{
	if (l == NULL)
		return;
	dt_linear_solve_free(l);
	free_side(&l->row);
	free_side(&l->column);
	dt_memory_free(l->gain);
	dt_memory_free(l->rows);
	dt_memory_free(l->columns);
	dt_memory_free(l->numbers);
	dt_memory_free(l);
}

static bool
grow(double **numbers, size_t n)
{
	double *grown = dt_memory_resize(*numbers, n, sizeof(*grown));
	if (grown == NULL)
		return false;
	*numbers = grown;
	return true;
}

static bool
grow_side(struct dt_linear_side *s, size_t more, double low)
{
	size_t n = s->n + more;
	if (!grow(&s->low, n) || !grow(&s->high, n) ||
	    !grow(&s->scale, n) || !grow(&s->value, n) ||
	    !grow(&s->sum, n) || !grow(&s->size, n))
		return false;
	for (size_t k = s->n; k < n; k++) {
		s->low[k] = low;
		s->high[k] = INFINITY;
		s->scale[k] = 1;
		s->value[k] = 0;
	}
	s->n = n;
	return true;
}

static bool
grow_numbers(struct dt_linear *l, size_t more)
{
	size_t n = l->room + more + 1;
	int *rows = dt_memory_resize(l->rows, n, sizeof(*rows));
	if (rows != NULL)
		l->rows = rows;
	int *columns = dt_memory_resize(l->columns, n, sizeof(*columns));
	if (columns != NULL)
		l->columns = columns;
	if (rows == NULL || columns == NULL || !grow(&l->numbers, n))
		return false;
	l->room += more;
	return true;
}

bool
dt_linear_more(struct dt_linear *l, size_t rows, size_t numbers)
{
	if (rows > DT_LINEAR_MOST - l->row.n ||
	    numbers > DT_LINEAR_MOST - l->room)
		return false;
	return grow_numbers(l, numbers) &&
	    grow_side(&l->row, rows, -INFINITY);
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
	l->unit = l->gain_scale = 1;
	l->gain = dt_memory_new(columns, sizeof(*l->gain));
	if (l->gain == NULL || !grow_side(&l->column, columns, 0) ||
	    !dt_linear_more(l, rows, numbers)) {
		dt_linear_free(l);
		return NULL;
	}
	return l;
}

size_t
dt_linear_rows(const struct dt_linear *l)
{
	return l->row.n;
}

static void
bound(struct dt_linear *l, struct dt_linear_side *s, size_t k, double low,
    double high)
{
	l->bounds_changed |= s->low[k] != low || s->high[k] != high;
	s->low[k] = low;
	s->high[k] = high;
}

void
dt_linear_row(struct dt_linear *l, size_t row, double low, double high)
{
	bound(l, &l->row, row, low, high);
}

void
dt_linear_column(struct dt_linear *l, size_t column, double low, double high)
{
	bound(l, &l->column, column, low, high);
}

void
dt_linear_gain(struct dt_linear *l, size_t column, double gain)
{
	l->gain[column] = gain;
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

double
dt_linear_optimum(const struct dt_linear *l)
{
	double sum = 0;
	for (size_t c = 0; c < l->column.n; c++)
		sum += l->gain[c] * l->column.value[c];
	return sum;
}

double
dt_linear_value(const struct dt_linear *l, size_t column)
{
	return dt_number_min(dt_number_max(l->column.value[column], l->column.low[column]),
	    l->column.high[column]);
}

double
dt_linear_price(const struct dt_linear *l, size_t row)
{
	return l->row.value[row];
}

enum dt_status
dt_linear_fail(enum dt_linear_end end, const char *what, struct dt_error *err)
{
	if (end == DT_LINEAR_NO_MEMORY)
		return dt_status_no_memory(err);
	if (end == DT_LINEAR_INFEASIBLE || end == DT_LINEAR_UNBOUNDED)
		return dt_status_fail(err, DT_EUSAGE, "the linear program of "
		    "%s has no answer: %s", what, end == DT_LINEAR_UNBOUNDED ?
		    "there is no best one" : "its conditions contradict each "
		    "other");
	return dt_status_fail(err, DT_EUSAGE, "the linear program of %s has "
	    "no answer that passes its check: its numbers are too far apart "
	    "to be told from rounding", what);
}
