/* classic_map: a model in each place of a grid; see classic_map.h. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "classic/classic_map.h"

enum { PLACES_MOST = 100000 };

const struct dt_classic_parameter *
dt_classic_map_parameter(const struct dt_classic_map *m, size_t axis)
{
	const struct dt_classic_parameter *p = m->model->parameters;
	while (p->name != NULL && strcmp(p->name, m->axis[axis].key) != 0)
		p++;
	return p;
}

double
dt_classic_map_at(const struct dt_classic_map *m, size_t axis, size_t k)
{
	const struct dt_classic_map_axis *a = &m->axis[axis];
	size_t last = a->steps - 1;
	double x = k == last ? a->to : a->from + (a->to - a->from) *
	    ((double)k / (double)last);
	return dt_classic_map_parameter(m, axis)->whole ? round(x) : x;
}

/* The row of that result, which the answer must have. */
static enum dt_status
pick(const struct dt_classic_map *m, const struct dt_solution *solution,
    const struct dt_solution_cell **row, struct dt_error *err)
{
	const struct dt_solution_table *t = dt_solution_find(solution,
	    "results");
	struct dt_text names = { 0 };
	for (size_t k = 0; t != NULL && k < t->n_cells; k += t->n_columns) {
		const struct dt_solution_cell *cell = &t->cells[k];
		dt_text_add(&names, " %s", cell[0].text);
		if (strcmp(cell[0].text, m->result) != 0)
			continue;
		*row = cell;
		dt_text_free(&names);
		return DT_OK;
	}
	enum dt_status status = dt_status_fail(err, DT_EUSAGE, "--model %s "
	    "has no result '%s'; it has:%s", m->model->name, m->result,
	    t == NULL ? " none" : dt_text_string(&names));
	dt_text_free(&names);
	return status;
}

/* The answer in one place, into an arena. */
static enum dt_status
answer(const struct dt_classic_map *m, double x, double y,
    struct dt_arena *arena, struct dt_solution *solution, struct dt_error *err)
{
	const double at[] = { x, y };
	double values[DT_CLASSIC_VALUES];
	enum dt_status status = dt_classic_read(m->model, m->sets, values,
	    err);
	for (size_t k = 0; status == DT_OK && k < m->axes; k++) {
		char number[DT_NUMBER_SIZE];
		size_t i = (size_t)(dt_classic_map_parameter(m, k) -
		    m->model->parameters);
		status = dt_classic_read_number(&m->model->parameters[i],
		    dt_number_print(at[k], number), &values[i], err);
	}
	return status != DT_OK ? status : dt_classic_answer(m->model, values,
	    arena, solution, err);
}

enum dt_status
dt_classic_map_value(const struct dt_classic_map *m, double x, double y,
    double *value, struct dt_error *err)
{
	const struct dt_solution_cell *row;
	struct dt_arena arena = { 0 };
	struct dt_solution solution;
	enum dt_status status = answer(m, x, y, &arena, &solution, err);
	if (status == DT_OK) {
		status = solution.failed ? dt_status_no_memory(err) :
		    pick(m, &solution, &row, err);
		if (status == DT_OK)
			*value = row[1].kind == DT_SOLUTION_NOTHING ? NAN :
			    row[1].number;
		dt_solution_free(&solution);
	}
	dt_arena_free(&arena);
	return status;
}

/* What the result is, in the model's words. */
static enum dt_status
read_meaning(struct dt_classic_map *m, struct dt_error *err)
{
	const struct dt_solution_cell *row;
	struct dt_solution solution;
	enum dt_status status = answer(m, m->axis[0].from, m->axis[1].from,
	    m->arena, &solution, err);
	if (status != DT_OK)
		return status;
	status = solution.failed ? dt_status_no_memory(err) :
	    pick(m, &solution, &row, err);
	if (status == DT_OK)
		m->meaning = row[2].text;
	dt_solution_free(&solution);
	return status;
}

static enum dt_status
check_axes(const struct dt_classic_map *m, struct dt_error *err)
{
	for (size_t k = 0; k < m->axes; k++) {
		const struct dt_classic_parameter *p =
		    dt_classic_map_parameter(m, k);
		if (p->name == NULL || p->list != NULL)
			return dt_status_fail(err, DT_EUSAGE, "--vary %s: %s",
			    m->axis[k].key, p->name == NULL ? "the model has "
			    "no such parameter; see detente show model" :
			    "a list cannot be varied");
	}
	return m->axes == 2 && strcmp(m->axis[0].key, m->axis[1].key) == 0 ?
	    dt_status_fail(err, DT_EUSAGE, "--vary %s is given twice",
	    m->axis[0].key) : DT_OK;
}

static enum dt_status
fill(struct dt_classic_map *m, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	m->value = dt_arena_new(m->arena, m->n, sizeof(*m->value));
	if (m->value == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; status == DT_OK && k < m->n; k++) {
		double y = m->axes < 2 ? NAN : dt_classic_map_at(m, 1,
		    k / m->columns);
		status = dt_classic_map_value(m, dt_classic_map_at(m, 0,
		    k % m->columns), y, &m->value[k], err);
		if (k % 256 == 0 && m->go_on != NULL && !m->go_on(m->context,
		    "places", (int64_t)k, (int64_t)m->n))
			return dt_status_fail(err, DT_ESTOPPED,
			    "interrupted");
	}
	return status;
}

enum dt_status
dt_classic_map_fill(struct dt_classic_map *m, struct dt_error *err)
{
	enum dt_status status = check_axes(m, err);
	m->columns = m->axis[0].steps;
	m->rows = m->axes < 2 ? 1 : m->axis[1].steps;
	m->n = m->columns * m->rows;
	if (status == DT_OK && m->n > PLACES_MOST)
		return dt_status_fail(err, DT_EUSAGE, "%zu places are too "
		    "many: up to %d", m->n, PLACES_MOST);
	if (status == DT_OK)
		status = read_meaning(m, err);
	return status == DT_OK ? fill(m, err) : status;
}

bool
dt_classic_map_asks(const struct dt_classic_map *m)
{
	return !isnan(m->least) || !isnan(m->most);
}

bool
dt_classic_map_enough(const struct dt_classic_map *m, double value)
{
	return !isnan(value) && !(value < m->least) && !(value > m->most);
}

const char *
dt_classic_map_words(const struct dt_classic_map *m)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	bool low = !isnan(m->least), high = !isnan(m->most);
	if (low)
		dt_number_print(m->least, least);
	if (high)
		dt_number_print(m->most, most);
	return dt_arena_print(m->arena, "%s%s%s%s%s", low ? "at least " : "",
	    low ? least : "", low && high ? " and " : "",
	    high ? "at most " : "", high ? most : "");
}
