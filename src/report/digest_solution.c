/* digest_solution: what `solve` has kept: its sentences and tables; a map of
 * whether a treaty holds is drawn. See digest_internal.h. */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "store/store_solution.h"
#include "verdict/keeping.h"

enum { SOLUTIONS_MOST = 24, LINES_MOST = 16, ROWS_MOST = 2000 };

struct found {
	struct dt_digest *digest;
	int64_t id;
	const char *question, *subject, *says, *command, *method;
	struct dt_paper_section *section;
	struct dt_solution_table *table;        /* that is being filled */
	int64_t number;                         /* of it; 0: none yet */
	int64_t columns;                        /* that it has so far */
};

static enum dt_status
take_solution(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct found *f = to;
	f->question = dt_digest_text(d, &row[0]);
	f->subject = dt_digest_text(d, &row[1]);
	f->says = dt_digest_text(d, &row[2]);
	f->command = dt_digest_text(d, &row[3]);
	f->method = dt_digest_text(d, &row[4]);
	return DT_OK;
}

static void
begin_table(struct dt_digest *d, struct found *f, const struct dt_cell *row)
{
	struct dt_paper_figure *figure = dt_paper_figure(f->section,
	    dt_digest_print(d, "solution-%" PRId64 "-table-%" PRId64, f->id,
	    row[0].integer), dt_digest_text(d, &row[1]), NULL, NULL, 0);
	f->table = dt_paper_table(figure);
	f->number = row[0].integer;
}

/* table number, table name, row, column name, unit, kind, number, text; by
 * table, row and column. The first row tells the columns. */
static enum dt_status
take_cell(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct found *f = to;
	const char *kind = row[5].text;
	if (row[0].integer != f->number)
		begin_table(d, f, row);
	if (row[2].integer == 1)
		dt_solution_column(f->table, dt_digest_text(d, &row[3]), NULL,
		    dt_digest_text(d, &row[4]));
	if (strcmp(kind, "number") == 0)
		dt_solution_number(f->table, row[6].real);
	else if (strcmp(kind, "whole") == 0)
		dt_solution_whole(f->table, (int64_t)row[6].real);
	else if (strcmp(kind, "exact") == 0)
		dt_solution_exact(f->table, row[7].text, row[6].real);
	else
		dt_solution_text(f->table, strcmp(kind, "text") == 0 ?
		    row[7].text : NULL);
	return DT_OK;
}

static size_t
column_of(const struct dt_solution_table *t, const char *name)
{
	size_t c = 0;
	while (c < t->n_columns && strcmp(t->columns[c].name, name) != 0)
		c++;
	return c;
}

/* Of a map over x and y: both sizes, where its rows fill the grid. */
static bool
measure(const struct dt_solution_table *t, size_t x, size_t y,
    size_t *columns, size_t *rows)
{
	size_t n = dt_solution_rows(t), w = t->n_columns;
	*columns = *rows = 0;
	for (size_t i = 0; i < n; i++) {
		*columns += t->cells[i * w + y].number ==
		    t->cells[y].number;
		*rows += t->cells[i * w + x].number == t->cells[x].number;
	}
	return n > 3 && *columns > 1 && *rows > 1 && *columns * *rows == n;
}

/* By enum dt_comply_answer; ANSWERS: nothing known. */
enum { ANSWERS = DT_COMPLY_NEVER + 1 };

static uint8_t
class_of(const char *word)
{
	uint8_t k = 0;
	while (k < ANSWERS && (word == NULL ||
	    strcmp(word, dt_keeping_answers[k]) != 0))
		k++;
	return k;
}

/* Columns of the picture go along x; the table may go either way. */
static void
draw_map(struct dt_digest *d, struct dt_paper_figure *figure)
{
	const struct dt_solution_table *t = figure->table;
	size_t x = column_of(t, "x"), y = column_of(t, "y"), columns, rows;
	size_t holds = column_of(t, "holds"), w = t->n_columns;
	if (x == w || y == w || holds == w || dt_solution_rows(t) == 0 ||
	    !measure(t, x, y, &columns, &rows))
		return;
	size_t n = columns * rows;
	uint8_t *class = dt_arena_new(d->arena, n, 1);
	if (class == NULL) {
		d->paper->failed = true;
		return;
	}
	bool by_x = t->cells[x].number == t->cells[w + x].number;
	for (size_t i = 0; i < n; i++)
		class[by_x ? i % rows * columns + i / rows : i] =
		    class_of(t->cells[i * w + holds].text);
	const struct dt_solution_cell *last = &t->cells[(n - 1) * w];
	struct dt_svg_phase phase = { .columns = columns, .rows = rows,
		.class = class, .n_classes = ANSWERS, .names =
		dt_keeping_answers };
	struct dt_svg picture = { .title = "Where the treaty holds",
		.desc = "A map over the two keys that were varied; each field "
		    "says whether the treaty is kept there.",
		.id = dt_paper_letters(d->paper, figure->id),
		.x = { .title = "x: the first key varied", .low =
		    t->cells[x].number, .high = last[x].number },
		.y = { .title = "y: the second key", .low =
		    t->cells[y].number, .high = last[y].number } };
	dt_svg_phase(&figure->svg, &picture, &phase);
}

static void
say(struct dt_paper_section *s, const char *says)
{
	for (int n = 0; *says != '\0' && n < LINES_MOST; n++) {
		size_t length = strcspn(says, "\n");
		dt_paper_say(s, "%.*s", (int)length, says);
		says += length + (says[length] == '\n');
	}
}

static enum dt_status
read_tables(struct dt_digest *d, struct found *f)
{
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_cell, f }, "SELECT table_number, table_name, row,"
	    " column_name, unit, kind, number, text FROM solution_cell WHERE"
	    " solution_id = %" PRId64 " AND row <= %d ORDER BY table_number,"
	    " row, column", f->id, ROWS_MOST);
	for (struct dt_paper_figure *figure = f->section->figures;
	    figure != NULL && status == DT_OK; figure = figure->next)
		if (strcmp(figure->table->title, "map") == 0)
			draw_map(d, figure);
	return status;
}

/* What people said of a design (explore/explore_pin.h) was asked of nobody. */
static const char *
title_of(struct dt_digest *d, const struct found *f)
{
	if (dt_store_solution_is_said(f->question))
		return dt_digest_print(d, "Solution %" PRId64 ": a design of "
		    "%s that was %s", f->id, f->subject, strcmp(f->question,
		    "pin") == 0 ? "pinned" : f->question);
	return dt_digest_print(d, "Solution %" PRId64 ": %s of %s", f->id,
	    f->question, f->subject);
}

static enum dt_status
add_solution(struct dt_digest *d, int64_t id, bool alone)
{
	struct found f = { .digest = d, .id = id };
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_solution, &f }, "SELECT question, subject, says, command,"
	    " method FROM solution WHERE solution_id = %" PRId64, id);
	if (status != DT_OK)
		return status;
	f.section = dt_paper_section(d->paper, dt_digest_print(d,
	    "solution-%" PRId64, id), title_of(d, &f), 2);
	size_t first = strcspn(f.says, "\n");
	dt_digest_answer(d, dt_digest_print(d, "%s: %.*s", f.subject,
	    (int)first, f.says));
	say(f.section, alone ? f.says + first + (f.says[first] == '\n') :
	    f.says);
	dt_paper_say(f.section, dt_store_solution_is_said(f.question) ?
	    "It was %s." : "Found by: %s.", f.method);
	dt_digest_command(d, f.command);
	return read_tables(d, &f);
}

enum dt_status
dt_digest_solutions(struct dt_digest *d, bool alone)
{
	int64_t ids[SOLUTIONS_MOST];
	struct dt_digest_ids list = { .most = SOLUTIONS_MOST, .ids = ids };
	enum dt_status status = dt_digest_list(d, "solution", &list);
	for (size_t i = 0; i < list.n && status == DT_OK; i++)
		status = add_solution(d, ids[i], alone && list.all == 1);
	return status;
}
