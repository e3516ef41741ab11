/* picture: see picture.h. */
#include "report/picture.h"

#include <string.h>

#include "report/picture_internal.h"

static enum dt_status
find(const struct dt_picture_work *w, const char *name, size_t n, size_t *at)
{
	*at = 0;
	while (*at < w->rows->columns && (strlen(w->rows->names[*at]) != n ||
	    strncmp(w->rows->names[*at], name, n) != 0))
		++*at;
	if (*at < w->rows->columns)
		return DT_OK;
	return dt_status_fail(w->err, DT_EUSAGE, "the picture of %s asks for "
	    "a column %.*s, which the answer has not", w->file->name, (int)n,
	    name);
}

/* A column of numbers, NAN where there is none. */
static enum dt_status
take_numbers(const struct dt_picture_work *w, const char *name,
    const double **numbers)
{
	size_t at = 0;
	*numbers = NULL;
	if (name == NULL)
		return DT_OK;
	enum dt_status status = find(w, name, strlen(name), &at);
	if (status)
		return status;
	double *list = dt_arena_new(w->arena, w->rows->n + 1, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(w->err);
	for (size_t i = 0; i < w->rows->n; i++)
		list[i] = dt_query_rows_number(w->rows, i, at);
	*numbers = list;
	return DT_OK;
}

static const char *
word_of(const struct dt_picture_work *w, size_t row, size_t column)
{
	const struct dt_cell *cell =
	    &w->rows->cells[row * w->rows->columns + column];
	char buffer[DT_CELL_SIZE];
	if (cell->type == DT_CELL_TEXT)
		return cell->text;
	if (cell->type == DT_CELL_NULL)
		return "-";
	dt_cell_print(cell, buffer);
	return dt_arena_copy(w->arena, buffer);
}

/* Adds what a column says to each row's words. */
static enum dt_status
add_words(const struct dt_picture_work *w, size_t column, const char **words)
{
	for (size_t i = 0; i < w->rows->n; i++) {
		const char *word = word_of(w, i, column);
		if (word != NULL && words[i] != NULL)
			word = dt_arena_print(w->arena, "%s, %s", words[i],
			    word);
		if (word == NULL)
			return dt_status_no_memory(w->err);
		words[i] = word;
	}
	return DT_OK;
}

/* What columns "a,b" say, side by side. */
static enum dt_status
take_words(const struct dt_picture_work *w, const char *names,
    const char *const **taken)
{
	enum dt_status status = DT_OK;
	*taken = NULL;
	if (names == NULL)
		return DT_OK;
	const char **words = dt_arena_new(w->arena, w->rows->n + 1,
	    sizeof(*words));
	if (words == NULL)
		return dt_status_no_memory(w->err);
	while (status == DT_OK && *names != '\0') {
		size_t at = 0, n = strcspn(names, ",");
		status = find(w, names, n, &at);
		if (status == DT_OK)
			status = add_words(w, at, words);
		names += n + (names[n] == ',');
	}
	*taken = words;
	return status;
}

/* Which of the different words each row has; in the order of the first. */
static enum dt_status
sort_out(struct dt_picture_work *w)
{
	size_t *class = dt_arena_new(w->arena, w->rows->n + 1,
	    sizeof(*class));
	const char **names = dt_arena_new(w->arena, w->rows->n + 1,
	    sizeof(*names));
	if (class == NULL || names == NULL)
		return dt_status_no_memory(w->err);
	for (size_t i = 0; i < w->rows->n; i++) {
		size_t k = 0;
		while (w->groups != NULL && k < w->n_classes &&
		    strcmp(names[k], w->groups[i]) != 0)
			k++;
		if (k == w->n_classes)
			names[w->n_classes++] = w->groups ? w->groups[i] : "";
		class[i] = k;
	}
	w->class = class;
	w->names = names;
	return DT_OK;
}

static enum dt_status
prepare(struct dt_picture_work *w)
{
	const struct dt_query_picture *p = &w->file->picture;
	enum dt_status status = take_numbers(w, p->y, &w->y);
	if (status == DT_OK)
		status = take_numbers(w, p->low, &w->low);
	if (status == DT_OK)
		status = take_numbers(w, p->high, &w->high);
	if (status == DT_OK)
		status = take_words(w, p->group, &w->groups);
	return status ? status : sort_out(w);
}

enum dt_status
dt_picture_draw(struct dt_arena *arena, const struct dt_query_file *file,
    const struct dt_query_rows *rows, struct dt_text *svg,
    struct dt_error *err)
{
	struct dt_picture_work w = { .arena = arena, .file = file,
	    .rows = rows, .svg = svg, .err = err };
	const struct dt_query_picture *p = &file->picture;
	if (p->kind == NULL)
		return dt_status_fail(err, DT_EUSAGE, "the query %s has no "
		    "picture: detente query --list tells which have one",
		    file->name ? file->name : "");
	bool bars = strcmp(p->kind, "bars") == 0;
	enum dt_status status = prepare(&w);
	if (status == DT_OK && bars)
		status = take_words(&w, p->x, &w.labels);
	if (status == DT_OK && !bars)
		status = take_numbers(&w, p->x, &w.x);
	if (status == DT_OK)
		status = bars ? dt_picture_bars(&w) : dt_picture_lines(&w,
		    strcmp(p->kind, "survival") == 0);
	return status == DT_OK && svg->failed ? dt_status_no_memory(err) :
	    status;
}
