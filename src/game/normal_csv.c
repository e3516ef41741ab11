/*
 * normal_csv: a game of two as a table of cells "a;b"; see normal.h. Rows are
 * kept as they come, each as long as the first, so that a short text cannot
 * ask for much memory.
 */
#include "game/normal.h"

#include <string.h>

#include "base/number.h"
#include "game/normal_field.h"

struct table {
	struct dt_normal_fields fields;
	struct dt_arena *arena;
	size_t rows, columns, room;
	const char **row_labels, **column_labels;
	double *payoffs;        /* [(row * columns + column) * 2 + player] */
	const char **written;
};

/* A block for twice as many (4 at first) of that size, or NULL. */
static void *
wider(struct table *t, const void *old, size_t size)
{
	void *block = dt_arena_new(t->arena, t->room > 0 ? 2 * t->room : 4,
	    size);
	if (block != NULL && t->room > 0)
		memcpy(block, old, t->room * size);
	return block;
}

/* What has no name is named by its number. */
static enum dt_status
set_label(struct table *t, const char **labels, size_t i, const char *text,
    struct dt_error *err)
{
	labels[i] = text[0] != '\0' ? text :
	    dt_arena_print(t->arena, "%zu", i + 1);
	return labels[i] != NULL ? DT_OK : dt_status_no_memory(err);
}

/* "one/two" or nothing, then the second player's strategies. */
static enum dt_status
read_head(struct table *t, const char *names[2], struct dt_error *err)
{
	struct dt_normal_field f;
	enum dt_status status = dt_normal_field_take(&t->fields, &f, err);
	const char *slash = status == DT_OK ? strchr(f.text, '/') : NULL;
	if (slash != NULL) {
		names[0] = dt_arena_copy_n(t->arena, f.text,
		    (size_t)(slash - f.text));
		names[1] = slash + 1;
	}
	while (status == DT_OK && !f.last) {
		if (t->columns == t->room) {
			t->column_labels = wider(t, t->column_labels,
			    sizeof(*t->column_labels));
			t->room = t->room > 0 ? 2 * t->room : 4;
		}
		if (names[0] == NULL || t->column_labels == NULL)
			return dt_status_no_memory(err);
		status = dt_normal_field_take(&t->fields, &f, err);
		if (status == DT_OK)
			status = set_label(t, t->column_labels,
			    t->columns++, f.text, err);
	}
	if (status == DT_OK && t->columns == 0)
		return dt_faults_add(t->fields.faults, f.at, "the first line "
		    "has an empty cell and the second player's strategies: "
		    ",left,right", "no strategy for the second player");
	return status;
}

static enum dt_status
take_number(struct table *t, const struct dt_normal_field *f, size_t start,
    size_t n, size_t at, struct dt_error *err)
{
	while (n > 0 && f->text[start] == ' ') {
		start++;
		n--;
	}
	while (n > 0 && f->text[start + n - 1] == ' ')
		n--;
	char *text = dt_arena_copy_n(t->arena, f->text + start, n);
	if (text == NULL)
		return dt_status_no_memory(err);
	t->written[at] = text;
	if (dt_number_read(text, &t->payoffs[at]))
		return DT_OK;
	struct dt_place place = f->at;
	place.column += start;
	place.length = n > 0 ? n : 1;
	return dt_faults_add(t->fields.faults, place,
	    dt_number_is_too_large(text) ?
	    "numbers go up to about 1.8e308" : NULL,
	    "expected a finite number, not '%.24s'", text);
}

/* "4;3": what the first and the second get. */
static enum dt_status
read_cell(struct table *t, const struct dt_normal_field *f, size_t cell,
    struct dt_error *err)
{
	size_t n = strcspn(f->text, ";"), all = strlen(f->text);
	if (n == all)
		return dt_faults_add(t->fields.faults, f->at, "write a cell "
		    "as 4;3: what the first player gets, and the second",
		    "a cell needs two payoffs, not '%.24s'", f->text);
	enum dt_status status = take_number(t, f, 0, n, 2 * cell, err);
	return status != DT_OK ? status :
	    take_number(t, f, n + 1, all - n - 1, 2 * cell + 1, err);
}

static enum dt_status
make_row(struct table *t, struct dt_place at, struct dt_error *err)
{
	size_t unit = 2 * t->columns;
	if (t->rows >= DT_NORMAL_CELLS_MOST / unit)
		return dt_faults_add(t->fields.faults, at, NULL, "the game "
		    "is too big: more than %d payoffs", DT_NORMAL_CELLS_MOST);
	if (t->rows < t->room)
		return DT_OK;
	t->payoffs = wider(t, t->payoffs, unit * sizeof(*t->payoffs));
	t->written = wider(t, t->written, unit * sizeof(*t->written));
	t->row_labels = wider(t, t->row_labels, sizeof(*t->row_labels));
	t->room = t->room > 0 ? 2 * t->room : 4;
	return t->payoffs && t->written && t->row_labels ? DT_OK :
	    dt_status_no_memory(err);
}

/* A label and as many cells as the first line has labels. */
static enum dt_status
read_row(struct table *t, struct dt_error *err)
{
	struct dt_normal_field f;
	enum dt_status status = dt_normal_field_take(&t->fields, &f, err);
	if (status == DT_OK && f.last && f.text[0] == '\0')
		return DT_OK;
	if (status == DT_OK)
		status = make_row(t, f.at, err);
	if (status == DT_OK)
		status = set_label(t, t->row_labels, t->rows, f.text, err);
	size_t n = 0;
	for (; status == DT_OK && !f.last && n < t->columns; n++) {
		status = dt_normal_field_take(&t->fields, &f, err);
		if (status == DT_OK)
			status = read_cell(t, &f, t->rows * t->columns + n,
			    err);
	}
	if (status == DT_OK && (n < t->columns || !f.last))
		return dt_faults_add(t->fields.faults, f.at, NULL, "this line "
		    "has %s cells than the first, which has %zu strateg%s",
		    n < t->columns ? "fewer" : "more", t->columns,
		    t->columns == 1 ? "y" : "ies");
	t->rows += status == DT_OK;
	return status;
}

/* From row by row to the first player's strategy fastest. */
static enum dt_status
finish(struct table *t, const char *names[2], struct dt_normal *g,
    struct dt_error *err)
{
	size_t cells = t->rows * t->columns;
	double *payoffs = dt_arena_new(t->arena, 2 * cells, sizeof(*payoffs));
	const char **written =
	    dt_arena_new(t->arena, 2 * cells, sizeof(*written));
	size_t *strategies = dt_arena_new(t->arena, 2, sizeof(*strategies));
	const char *const **labels =
	    dt_arena_new(t->arena, 2, sizeof(*labels));
	const char **copy = dt_arena_new(t->arena, 2, sizeof(*copy));
	if (!payoffs || !written || !strategies || !labels || !copy)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < 2 * cells; k++) {
		size_t i = k / 2 / t->columns, j = k / 2 % t->columns;
		payoffs[2 * (j * t->rows + i) + k % 2] = t->payoffs[k];
		written[2 * (j * t->rows + i) + k % 2] = t->written[k];
	}
	memcpy(copy, names, 2 * sizeof(*copy));
	strategies[0] = t->rows;
	strategies[1] = t->columns;
	labels[0] = t->row_labels;
	labels[1] = t->column_labels;
	*g = (struct dt_normal){ .title = "", .comment = "", .players = 2,
	    .names = copy, .strategies = strategies, .labels = labels,
	    .profiles = cells, .payoffs = payoffs, .written = written };
	return DT_OK;
}

enum dt_status
dt_normal_read_csv(struct dt_arena *arena, const struct dt_source *source,
    struct dt_normal *game, struct dt_faults *faults, struct dt_error *err)
{
	struct table t = { .arena = arena };
	const char *names[2] = { "row", "column" };
	enum dt_status status = dt_normal_field_start(&t.fields, arena, source,
	    faults, err);
	if (status == DT_OK)
		status = read_head(&t, names, err);
	t.room = 0;
	while (status == DT_OK && !dt_normal_field_end(&t.fields))
		status = read_row(&t, err);
	if (status == DT_OK && t.rows == 0)
		return dt_faults_add(faults, dt_normal_field_place(&t.fields),
		    NULL, "no strategy for the first player");
	return status != DT_OK ? status : finish(&t, names, game, err);
}
