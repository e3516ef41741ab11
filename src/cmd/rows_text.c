/*
 * rows_text: see rows_text.h. Widths and decimals are those of WINDOW rows
 * at a time, so that a result of any length takes bounded memory.
 */
#include "cmd/rows_text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "format/table.h"

enum { WINDOW = 2000, SIGNIFICANT = 5, DECIMALS = 8, BYTES_MOST = 4 << 20 };

struct window {
	struct dt_arena arena;
	struct dt_cell *cells;
	size_t columns, rows;
	size_t widest;          /* bytes of texts in a row, of all rows */
};

/* What a column is: numbers align to the right, with as many decimals as the
 * one that needs most. */
struct column {
	bool number, text;
	int decimals;
};

/* Decimals that a number needs for its significant digits. */
static int
decimals_of(double value)
{
	char buffer[DT_NUMBER_SIZE];
	if (!isfinite(value) || value == 0)
		return 0;
	int magnitude = (int)floor(log10(fabs(value)));
	int digits = SIGNIFICANT - 1 - magnitude;
	digits = digits < 0 ? 0 : digits > DECIMALS ? DECIMALS : digits;
	dt_number_print_short(value, digits, buffer);
	const char *point = strchr(buffer, '.');
	return point ? (int)strlen(point + 1) : 0;
}

static struct column
look(const struct window *w, size_t c)
{
	struct column column = { 0 };
	for (size_t r = 0; r < w->rows; r++) {
		const struct dt_cell *cell = &w->cells[r * w->columns + c];
		if (cell->type == DT_CELL_TEXT)
			column.text = true;
		if (cell->type == DT_CELL_INTEGER)
			column.number = true;
		if (cell->type != DT_CELL_REAL)
			continue;
		column.number = true;
		int decimals = decimals_of(cell->real);
		if (decimals > column.decimals)
			column.decimals = decimals;
	}
	return column;
}

static void
add_cell(struct dt_table *table, const struct dt_cell *cell,
    const struct column *column)
{
	char buffer[400];
	if (cell->type == DT_CELL_TEXT) {
		dt_table_add(table, cell->text);
		return;
	}
	if (cell->type == DT_CELL_INTEGER)
		snprintf(buffer, sizeof(buffer), "%" PRId64, cell->integer);
	else if (cell->type == DT_CELL_REAL && fabs(cell->real) < 1e15)
		snprintf(buffer, sizeof(buffer), "%.*f", column->decimals,
		    cell->real + 0.0);
	else if (cell->type == DT_CELL_REAL)
		snprintf(buffer, sizeof(buffer), "%g", cell->real);
	else
		strcpy(buffer, "-");
	dt_table_add(table, buffer);
}

static enum dt_exit
print(const struct dt_command_call *call, struct window *w,
    const char *const *heads)
{
	struct dt_table table = { .columns = w->columns, .heads = heads,
	    .most = call->columns };
	struct column *columns =
	    dt_arena_new(&w->arena, w->columns, sizeof(*columns));
	struct dt_text text = { .failed = columns == NULL };
	for (size_t c = 0; columns != NULL && c < w->columns; c++) {
		columns[c] = look(w, c);
		if (columns[c].number && !columns[c].text && c < 64)
			table.right |= (uint64_t)1 << c;
	}
	for (size_t i = 0; columns && i < w->rows * w->columns; i++)
		add_cell(&table, &w->cells[i], &columns[i % w->columns]);
	if (columns != NULL)
		dt_table_text(&table, &text);
	dt_table_free(&table);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

static bool
keep(struct window *w, const struct dt_cell *row)
{
	struct dt_cell *to = w->cells + w->rows * w->columns;
	size_t wide = 0;
	for (size_t c = 0; c < w->columns; c++) {
		to[c] = row[c];
		if (row[c].type != DT_CELL_TEXT)
			continue;
		to[c].text = dt_arena_copy(&w->arena, row[c].text);
		if (to[c].text == NULL)
			return false;
		wide += strlen(to[c].text);
	}
	w->widest = wide > w->widest ? wide : w->widest;
	w->rows++;
	return true;
}

/* Rows until the window is full or there are no more. */
static enum dt_status
gather(struct window *w, struct dt_query *query, bool *over,
    struct dt_error *err)
{
	const struct dt_cell *row;
	w->rows = w->widest = 0;
	w->cells = dt_arena_new(&w->arena, WINDOW * w->columns,
	    sizeof(*w->cells));
	if (w->cells == NULL)
		return dt_status_no_memory(err);
	/* all rows are as wide as the widest */
	while (w->rows < WINDOW && w->rows * w->widest < BYTES_MOST) {
		enum dt_status status = dt_query_next(query, &row, err);
		if (status != DT_OK)
			return status;
		*over = row == NULL;
		if (*over)
			return DT_OK;
		if (!keep(w, row))
			return dt_status_no_memory(err);
	}
	return DT_OK;
}

static const char *const *
heads_of(const struct dt_command_call *call, const struct dt_query *query)
{
	size_t n = dt_query_columns(query);
	const char **heads = dt_arena_new(call->arena, n, sizeof(*heads));
	for (size_t c = 0; heads != NULL && c < n; c++)
		heads[c] = dt_query_column(query, c);
	return heads;
}

enum dt_exit
dt_cmd_rows_text(const struct dt_command_call *call, struct dt_query *query,
    size_t *n)
{
	struct window w = { .columns = dt_query_columns(query) };
	struct dt_error err = { 0 };
	enum dt_exit exit = DT_EXIT_OK;
	const char *const *heads = heads_of(call, query);
	bool over = false;
	while (!over && exit == DT_EXIT_OK && !ferror(call->out)) {
		enum dt_status status = gather(&w, query, &over, &err);
		if (w.rows > 0 || (over && *n == 0))
			exit = print(call, &w, *n == 0 ? heads : NULL);
		*n += w.rows;
		dt_arena_free(&w.arena);
		if (status != DT_OK)
			return dt_command_fail(call, NULL, &err);
	}
	return exit;
}
