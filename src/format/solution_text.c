/* solution_text: a solution for people, or one of its tables as CSV; see
 * solution.h. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "format/solution.h"
#include "format/table.h"

const char *
dt_solution_show(const struct dt_solution_cell *cell, int digits,
    char buffer[DT_NUMBER_SIZE])
{
	switch (cell->kind) {
	case DT_SOLUTION_NUMBER:
		if (digits == 0)
			return dt_number_print(cell->number, buffer);
		snprintf(buffer, DT_NUMBER_SIZE, "%.*g", digits,
		    cell->number + 0.0);
		return buffer;
	case DT_SOLUTION_WHOLE:
		snprintf(buffer, DT_NUMBER_SIZE, "%" PRId64,
		    (int64_t)cell->number);
		return buffer;
	case DT_SOLUTION_TEXT:
	case DT_SOLUTION_EXACT:
		return cell->text;
	default:
		return digits == 0 ? "" : "-";
	}
}

bool
dt_solution_right(const struct dt_solution_table *t, size_t column)
{
	for (size_t i = column; i < t->n_cells; i += t->n_columns)
		if (t->cells[i].kind == DT_SOLUTION_TEXT)
			return false;
	return true;
}

static bool
ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n >= m && strcmp(name + n - m, end) == 0;
}

static bool
is_error(const struct dt_solution_column *c)
{
	return strcmp(c->head, "s.e.") == 0 || ends(c->name, "_se") ||
	    strcmp(c->name, "standard_error") == 0 ||
	    strcmp(c->name, "off") == 0;
}

static bool
is_bound(const struct dt_solution_column *c)
{
	return ends(c->name, "low95") || ends(c->name, "high95");
}

/* What may stand between a number and its error: what kind of slack it is, what
 * cutting off the future may have changed. */
static bool
is_between(const struct dt_solution_column *c)
{
	return strcmp(c->name, "slack_is") == 0 ||
	    strcmp(c->name, "cut_error") == 0;
}

/* The error of a cell, a number above 0, or NAN. A number stands before its
 * error (or errors, of which a row has one), an interval's ends behind it; the
 * gain of a longer plan shares that of the gain before it. */
static double
error_of(const struct dt_solution_table *t, size_t i)
{
	size_t column = i % t->n_columns, c = column;
	const struct dt_solution_cell *row = &t->cells[i - column];
	const struct dt_solution_column *columns = t->columns;
	if (is_between(&columns[c]))
		return NAN;
	while (c > 0 && is_bound(&columns[c]))
		c--;
	if (c == column && !is_error(&columns[c]))
		c++;
	for (; c < t->n_columns; c++) {
		if (is_error(&columns[c]) && row[c].number > 0 &&
		    row[c].kind == DT_SOLUTION_NUMBER)
			return row[c].number;
		if (!is_error(&columns[c]) && !is_between(&columns[c]) &&
		    strcmp(columns[c].name, "best") != 0)
			return NAN;
	}
	return NAN;
}

/* Digits behind the point that leave the error two of its own; below 0: the
 * cell has no error, or an error of 0, as what is exact has. */
static int
decimals(const struct dt_solution_table *t, size_t i)
{
	double error = t->cells[i].kind != DT_SOLUTION_NUMBER ? NAN :
	    error_of(t, i);
	if (!isfinite(error))
		return -1;
	int digits = 1 - (int)floor(log10(error));
	return digits < 0 ? 0 : digits > 12 ? 12 : digits;
}

/* A number as far as its error lets it be known; 0 without a sign. */
static const char *
show_cell(const struct dt_solution_table *t, size_t i,
    char buffer[DT_NUMBER_SIZE])
{
	int digits = decimals(t, i);
	double number = t->cells[i].number;
	if (digits < 0 || !(fabs(number) < 1e12))
		return dt_solution_show(&t->cells[i], 7, buffer);
	if (fabs(number) < .5 * pow(10, -digits))
		number = 0;
	snprintf(buffer, DT_NUMBER_SIZE, "%.*f", digits, number);
	return buffer;
}

static void
add_table(const struct dt_solution_table *t, bool csv, size_t most,
    struct dt_text *text)
{
	const char **heads = dt_arena_new(t->solution->arena, t->n_columns,
	    sizeof(*heads));
	struct dt_table table = { .columns = t->n_columns,
		.heads = heads, .most = most,
		.indent = csv ? 0 : 2 };
	char buffer[DT_NUMBER_SIZE];
	if (heads == NULL || t->n_columns == 0) {
		text->failed |= heads == NULL;
		return;
	}
	for (size_t c = 0; c < t->n_columns; c++) {
		heads[c] = csv ? t->columns[c].name : t->columns[c].head;
		if (c < 64 && dt_solution_right(t, c))
			table.right |= UINT64_C(1) << c;
	}
	for (size_t i = 0; i < dt_solution_rows(t) * t->n_columns; i++)
		dt_table_add(&table, csv ? dt_solution_show(&t->cells[i], 0,
		    buffer) : show_cell(t, i, buffer));
	if (csv)
		dt_table_csv(&table, text);
	else
		dt_table_text(&table, text);
	dt_table_free(&table);
}

/* Each line of the sentences, broken to the width. */
static void
add_sentences(const struct dt_solution *s, size_t width, struct dt_text *text)
{
	const char *line = dt_text_string(&s->says);
	while (*line != '\0') {
		const char *end = strchr(line, '\n');
		const char *copy = dt_arena_copy_n(s->arena, line,
		    (size_t)(end - line));
		text->failed |= copy == NULL;
		if (copy != NULL)
			dt_text_wrap(text, copy, 2, width);
		dt_text_add(text, "\n");
		line = end + 1;
	}
}

void
dt_solution_print(const struct dt_solution *s, size_t width, size_t most,
    struct dt_text *text)
{
	add_sentences(s, width, text);
	for (const struct dt_solution_table *t = s->tables; t; t = t->next) {
		if (t->hidden || dt_solution_rows(t) == 0)
			continue;
		dt_text_add(text, "%s%s\n", text->size > 0 ? "\n" : "",
		    t->title != NULL ? t->title : t->name);
		add_table(t, false, most, text);
	}
}

void
dt_solution_csv(const struct dt_solution_table *table, struct dt_text *text)
{
	add_table(table, true, 0, text);
}
