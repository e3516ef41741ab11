/* sweep_map: one measure over the first two axes, as a table; see sweep.h. */
#include "cmd/sweep.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "format/table.h"

enum { WIDE = 12 };     /* more columns than that are a picture */

struct map {
	const struct dt_cmd_sweep_job *job;
	size_t rows, columns;
	double *sum;            /* [row * columns + column] */
	int64_t *n;             /* cells in it that are there */
	double low, high;
};

/* Into the field of its first two axes; the others are averaged out. */
static bool
gather(struct map *m)
{
	const struct dt_sweep *s = &m->job->sweep;
	struct dt_arena *arena = m->job->call->arena;
	m->rows = s->axes[0].n;
	m->columns = s->n_axes > 1 ? s->axes[1].n : 1;
	size_t size = m->rows * m->columns;
	m->sum = dt_arena_new(arena, size, sizeof(*m->sum));
	m->n = dt_arena_new(arena, size, sizeof(*m->n));
	if (m->sum == NULL || m->n == NULL)
		return false;
	for (int64_t cell = 1; cell <= s->cells; cell++) {
		size_t index[DT_SWEEP_AXES_MOST] = { 0 };
		if (isnan(m->job->values[cell - 1]))
			continue;
		dt_sweep_place(s, cell, index);
		size_t at = index[0] * m->columns +
		    (s->n_axes > 1 ? index[1] : 0);
		m->sum[at] += m->job->values[cell - 1];
		m->n[at]++;
	}
	return true;
}

static double
value(const struct map *m, size_t row, size_t column)
{
	size_t at = row * m->columns + column;
	return m->n[at] > 0 ? m->sum[at] / (double)m->n[at] : NAN;
}

static bool
is_share(const struct map *m)
{
	return dt_figure_is_share(m->job->measure);
}

/* Shares in percent, others as they are. */
static void
add_number(const struct map *m, double x, struct dt_table *table)
{
	char buffer[DT_NUMBER_SIZE];
	dt_table_add(table, isnan(x) ? "-" : dt_number_print_short(
	    is_share(m) ? 100 * x : x, is_share(m) ? 1 : 3, buffer));
}

static void
add_table(const struct map *m, struct dt_text *text)
{
	const struct dt_sweep *s = &m->job->sweep;
	const char *heads[WIDE + 1] = { s->axes[0].name };
	for (size_t c = 0; c < m->columns; c++)
		heads[c + 1] = s->n_axes > 1 ? s->axes[1].values[c].label :
		    m->job->measure->name;
	struct dt_table table = { .columns = m->columns + 1,
	    .heads = heads, .indent = 2, .right = ~(uint64_t)1 };
	for (size_t r = 0; r < m->rows; r++) {
		dt_table_add(&table, s->axes[0].values[r].label);
		for (size_t c = 0; c < m->columns; c++)
			add_number(m, value(m, r, c), &table);
	}
	dt_table_text(&table, text);
	dt_table_free(&table);
}

static void
find_range(struct map *m)
{
	m->low = INFINITY;
	m->high = -INFINITY;
	for (size_t i = 0; i < m->rows * m->columns; i++) {
		double x = m->n[i] > 0 ? m->sum[i] / (double)m->n[i] : NAN;
		m->low = x < m->low ? x : m->low;
		m->high = x > m->high ? x : m->high;
	}
	if (is_share(m)) {
		m->low = 0;
		m->high = 1;
	}
}

/* A digit a field: 0 for the lowest tenth, 9 for the highest. */
static void
add_picture(struct map *m, struct dt_text *text)
{
	const struct dt_sweep *s = &m->job->sweep;
	size_t widest = dt_text_width(s->axes[0].name);
	find_range(m);
	for (size_t r = 0; r < m->rows; r++) {
		size_t width = dt_text_width(s->axes[0].values[r].label);
		widest = width > widest ? width : widest;
	}
	dt_text_add(text, "  %s", s->axes[0].name);
	dt_text_pad_to(text, widest + 4);
	dt_text_add(text, "%s from %s to %s\n", s->axes[1].name,
	    s->axes[1].values[0].label,
	    s->axes[1].values[m->columns - 1].label);
	for (size_t r = 0; r < m->rows; r++) {
		dt_text_add(text, "  %s", s->axes[0].values[r].label);
		dt_text_pad_to(text, widest + 4);
		for (size_t c = 0; c < m->columns; c++) {
			double x = (value(m, r, c) - m->low) /
			    (m->high - m->low) * 10;
			dt_text_add(text, "%c", isnan(x) ? '-' :
			    x >= 9 ? '9' : (char)('0' + (int)x));
		}
		dt_text_add(text, "\n");
	}
	dt_text_add(text, "  A digit is a tenth of the way from %.4g to "
	    "%.4g.\n", m->low, m->high);
}

void
dt_cmd_sweep_map(const struct dt_cmd_sweep_job *job, struct dt_text *text)
{
	const struct dt_sweep *s = &job->sweep;
	struct map map = { .job = job };
	if (!gather(&map)) {
		text->failed = true;
		return;
	}
	dt_text_add(text, "\n%s%s by %s", job->measure->name, is_share(&map) && map.columns <= WIDE ?
	    " in %" : "", s->axes[0].name);
	if (s->n_axes > 1)
		dt_text_add(text, " and %s", s->axes[1].name);
	for (size_t a = 2; a < s->n_axes; a++)
		dt_text_add(text, "%s%s", a == 2 ? ", averaged over " :
		    ", ", s->axes[a].name);
	dt_text_add(text, "\n");
	if (map.columns <= WIDE)
		add_table(&map, text);
	else
		add_picture(&map, text);
}

static void
add_head(const struct dt_cmd_sweep_job *j, struct dt_text *text)
{
	const struct dt_sweep *s = &j->sweep;
	int64_t there = j->skipped + j->record.committed;
	dt_text_add(text, "%s\n%" PRId64 " of %" PRId64 " cells",
	    s->text->title[0] ? s->text->title : s->text->name, there,
	    s->cells);
	if (j->skipped > 0)
		dt_text_add(text, ", %" PRId64 " of them from before",
		    j->skipped);
	dt_text_add(text, "; scenario %s, seed %" PRIu64 "\n",
	    s->text->scenario, s->seed);
}

/* A line a cell: its number, its values, the measure. */
static enum dt_exit
print_csv(const struct dt_cmd_sweep_job *j)
{
	const struct dt_sweep *s = &j->sweep;
	struct dt_text text = { 0 };
	dt_text_add(&text, "cell");
	for (size_t a = 0; a < s->n_axes; a++) {
		dt_text_add(&text, ",");
		dt_table_quote(s->axes[a].name, &text);
	}
	dt_text_add(&text, ",%s\n", j->measure->name);
	for (int64_t cell = 1; cell <= s->cells; cell++) {
		size_t index[DT_SWEEP_AXES_MOST];
		char number[DT_NUMBER_SIZE];
		if (isnan(j->values[cell - 1]))
			continue;
		dt_sweep_place(s, cell, index);
		dt_text_add(&text, "%" PRId64, cell);
		for (size_t a = 0; a < s->n_axes; a++) {
			dt_text_add(&text, ",");
			dt_table_quote(s->axes[a].values[index[a]].label,
			    &text);
		}
		dt_text_add(&text, ",%s\n", dt_number_print(
		    j->values[cell - 1], number));
	}
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static json_t *
json_of_cells(const struct dt_cmd_sweep_job *j)
{
	const struct dt_sweep *s = &j->sweep;
	const char *measure = j->measure->name;
	json_t *cells = json_array();
	for (int64_t cell = 1; cell <= s->cells; cell++) {
		size_t index[DT_SWEEP_AXES_MOST];
		if (isnan(j->values[cell - 1]))
			continue;
		json_t *one = json_object(), *at = json_object();
		dt_sweep_place(s, cell, index);
		for (size_t a = 0; a < s->n_axes; a++)
			dt_json_text(at, s->axes[a].name,
			    s->axes[a].values[index[a]].label);
		json_object_set_new(one, "cell", json_integer(cell));
		json_object_set_new(one, "settings", at);
		dt_json_number(one, measure, j->values[cell - 1]);
		json_array_append_new(cells, one);
	}
	return cells;
}

static enum dt_exit
print_json(const struct dt_cmd_sweep_job *j)
{
	json_t *root = dt_json_new();
	char seed[24];
	snprintf(seed, sizeof(seed), "%" PRIu64, j->sweep.seed);
	dt_json_text(root, "sweep", j->sweep.text->name);
	dt_json_text(root, "sweep_key", j->sweep.key);
	dt_json_text(root, "seed", seed);
	json_object_set_new(root, "number_of_cells",
	    json_integer(j->sweep.cells));
	json_object_set_new(root, "cells", json_of_cells(j));
	return dt_output_json(j->call, root);
}

enum dt_exit
dt_cmd_sweep_print(const struct dt_cmd_sweep_job *j)
{
	enum dt_command_format format = dt_command_format(j->call);
	if (format == DT_FORMAT_JSON)
		return print_json(j);
	if (format == DT_FORMAT_CSV)
		return print_csv(j);
	struct dt_text text = { 0 };
	add_head(j, &text);
	dt_cmd_sweep_map(j, &text);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}
