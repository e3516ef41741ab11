/* solution: see solution.h. */
#include "format/solution.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* Takes what comes after memory ran out. */
static struct dt_solution_table nowhere;

void
dt_solution_start(struct dt_solution *s, struct dt_arena *arena,
    const char *question, const char *subject)
{
	*s = (struct dt_solution){
		.arena = arena, .question = question, .subject = subject,
		.method = "", .config = "",
	};
	s->last = &s->tables;
}

void
dt_solution_free(struct dt_solution *s)
{
	dt_text_free(&s->says);
}

void
dt_solution_say(struct dt_solution *s, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *line = dt_arena_vprint(s->arena, format, args);
	va_end(args);
	if (line != NULL)
		dt_text_add(&s->says, "%s\n", line);
	s->failed |= line == NULL || s->says.failed;
}

struct dt_solution_table *
dt_solution_table(struct dt_solution *s, const char *name, const char *title)
{
	struct dt_solution_table *t = dt_arena_new(s->arena, 1, sizeof(*t));
	if (t == NULL) {
		s->failed = true;
		return &nowhere;
	}
	t->name = name;
	t->title = title;
	t->solution = s;
	*s->last = t;
	s->last = &t->next;
	return t;
}

/* Room for one more of `size` bytes in an array of the arena, or NULL. */
static void *
grow(struct dt_solution_table *t, void *items, size_t n, size_t *room,
    size_t size)
{
	if (t->solution == NULL || n < *room)
		return items;
	size_t wanted = *room == 0 ? 16 : 2 * *room;
	void *more = dt_arena_new(t->solution->arena, wanted, size);
	if (more == NULL) {
		t->solution->failed = true;
		return NULL;
	}
	if (n > 0)
		memcpy(more, items, n * size);
	*room = wanted;
	return more;
}

void
dt_solution_column(struct dt_solution_table *t, const char *name,
    const char *head, const char *unit)
{
	struct dt_solution_column *columns = grow(t, t->columns,
	    t->n_columns, &t->room_columns, sizeof(*columns));
	if (columns == NULL)
		return;
	t->columns = columns;
	columns[t->n_columns++] = (struct dt_solution_column){
		.name = name, .head = head ? head : name, .unit = unit };
}

struct dt_solution_table *
dt_solution_table_of(struct dt_solution *solution, const char *name,
    const char *title, const struct dt_solution_head *heads, size_t n)
{
	struct dt_solution_table *table = dt_solution_table(solution, name,
	    title);
	for (size_t c = 0; c < n; c++)
		dt_solution_column(table, heads[c].name, heads[c].head,
		    heads[c].unit);
	return table;
}

static void
add(struct dt_solution_table *t, struct dt_solution_cell cell)
{
	struct dt_solution_cell *cells = grow(t, t->cells, t->n_cells,
	    &t->room_cells, sizeof(*cells));
	if (cells == NULL)
		return;
	t->cells = cells;
	cells[t->n_cells++] = cell;
}

static const char *
copy(struct dt_solution_table *t, const char *text)
{
	if (t->solution == NULL)
		return NULL;
	const char *made = dt_arena_copy(t->solution->arena, text);
	t->solution->failed |= made == NULL;
	return made;
}

void
dt_solution_number(struct dt_solution_table *t, double number)
{
	add(t, (struct dt_solution_cell){
	    .kind = isnan(number) ? DT_SOLUTION_NOTHING : DT_SOLUTION_NUMBER,
	    .number = number });
}

void
dt_solution_whole(struct dt_solution_table *t, int64_t whole)
{
	add(t, (struct dt_solution_cell){ .kind = DT_SOLUTION_WHOLE,
	    .number = (double)whole });
}

void
dt_solution_text(struct dt_solution_table *t, const char *text)
{
	const char *made = text == NULL ? NULL : copy(t, text);
	add(t, (struct dt_solution_cell){ .kind = made == NULL ?
	    DT_SOLUTION_NOTHING : DT_SOLUTION_TEXT, .text = made });
}

void
dt_solution_exact(struct dt_solution_table *t, const char *rational,
    double number)
{
	const char *made = copy(t, rational);
	add(t, (struct dt_solution_cell){ .kind = made == NULL ?
	    DT_SOLUTION_NUMBER : DT_SOLUTION_EXACT, .number = number,
	    .text = made });
}

size_t
dt_solution_rows(const struct dt_solution_table *t)
{
	return t->n_columns == 0 ? 0 : t->n_cells / t->n_columns;
}

const struct dt_solution_table *
dt_solution_find(const struct dt_solution *solution, const char *name)
{
	const struct dt_solution_table *t = solution->tables;
	while (t != NULL && name != NULL && strcmp(t->name, name) != 0)
		t = t->next;
	return t;
}
