/*
 * query_set: values for the parameters of a query; see query_file.h.
 */
#include "store/query_file.h"

#include <string.h>

#include "base/faults.h"
#include "base/number.h"

/* Whether one of the words "up|down" is the text. */
static bool
is_among(const char *words, const char *text)
{
	size_t n = strlen(text);
	for (const char *w = words; n > 0; w += strcspn(w, "|") + 1) {
		if (strcspn(w, "|") == n && strncmp(w, text, n) == 0)
			return true;
		if (w[strcspn(w, "|")] == '\0')
			break;
	}
	return false;
}

bool
dt_query_set_reads(const char *type, const char *text, struct dt_cell *cell)
{
	*cell = (struct dt_cell){ .type = DT_CELL_TEXT, .text = text };
	if (strcmp(type, "text") == 0)
		return true;
	if (strcmp(type, "integer") == 0) {
		cell->type = DT_CELL_INTEGER;
		return dt_number_read_whole(text, &cell->integer);
	}
	if (strcmp(type, "number") == 0) {
		cell->type = DT_CELL_REAL;
		return dt_number_read(text, &cell->real);
	}
	return strchr(type, '|') != NULL && is_among(type, text);
}

/* What a text is where nobody said: a number if it reads as one. */
static void
read_any(const char *text, struct dt_cell *cell)
{
	if (!dt_query_set_reads("integer", text, cell) &&
	    !dt_query_set_reads("number", text, cell))
		(void)dt_query_set_reads("text", text, cell);
}

struct setting {
	struct dt_arena *arena;
	const struct dt_query_file *file;
	struct dt_query_value *values;
	bool *said;                     /* by a text */
	size_t n;
	struct dt_error *err;
};

static enum dt_status
refuse_name(struct setting *s, const char *name)
{
	size_t n = s->file->n_parameters;
	const char **names = dt_arena_new(s->arena, n + 1, sizeof(*names));
	if (names == NULL)
		return dt_status_no_memory(s->err);
	for (size_t i = 0; i < n; i++)
		names[i] = s->file->parameters[i].name;
	const char *near = dt_faults_near_words(s->arena, name, names);
	return dt_status_fail(s->err, DT_EUSAGE, "the query %s has no "
	    "parameter '%s'%s%s", s->file->name, name, near, *near ? "" :
	    n == 0 ? ": it takes none" : "; detente show query tells those "
	    "that it has");
}

static enum dt_status
refuse_value(struct setting *s, const struct dt_query_parameter *p,
    const char *value)
{
	bool words = strchr(p->type, '|') != NULL;
	return dt_status_fail(s->err, DT_EUSAGE, "the parameter %s of the "
	    "query %s is %s%s, not '%s': %s", p->name, s->file->name,
	    words ? "one of " : strcmp(p->type, "integer") == 0 ? "a whole " :
	    "a ", words ? p->type : "number", value, p->meaning);
}

static enum dt_status
find(struct setting *s, const char *name, size_t *which)
{
	*which = 0;
	while (*which < s->n && strcmp(s->values[*which].name, name) != 0)
		++*which;
	if (*which < s->n && s->said[*which])
		return dt_status_fail(s->err, DT_EUSAGE,
		    "the parameter %s is given twice", name);
	if (*which == s->n && s->file != NULL)
		return refuse_name(s, name);
	s->said[*which] = true;
	return DT_OK;
}

static enum dt_status
set(struct setting *s, const char *text)
{
	size_t which, length = strcspn(text, "=");
	char *name = dt_arena_copy_n(s->arena, text, length);
	if (name == NULL)
		return dt_status_no_memory(s->err);
	if (text[length] == '\0' || length == 0)
		return dt_status_fail(s->err, DT_EUSAGE, "'%s' gives no "
		    "parameter a value: write NAME=VALUE", text);
	enum dt_status status = find(s, name, &which);
	if (status)
		return status;
	struct dt_query_value *v = &s->values[which];
	v->name = name;
	if (s->file == NULL) {
		read_any(text + length + 1, &v->cell);
		s->n++;
		return DT_OK;
	}
	const struct dt_query_parameter *p = &s->file->parameters[which];
	return dt_query_set_reads(p->type, text + length + 1, &v->cell) ?
	    DT_OK : refuse_value(s, p, text + length + 1);
}

/* What the parameters are by themselves. */
static void
begin(struct setting *s)
{
	for (size_t i = 0; s->file != NULL && i < s->file->n_parameters; i++) {
		const struct dt_query_parameter *p = &s->file->parameters[i];
		s->values[i].name = p->name;
		if (p->initial != NULL)
			(void)dt_query_set_reads(p->type, p->initial,
			    &s->values[i].cell);
		s->n++;
	}
}

enum dt_status
dt_query_set(struct dt_arena *arena, const struct dt_query_file *file,
    const char *const *sets, struct dt_query_value **values, size_t *n,
    struct dt_error *err)
{
	struct setting s = { .arena = arena, .file = file, .err = err };
	enum dt_status status = DT_OK;
	size_t room = 1 + (file ? file->n_parameters : 0);
	for (size_t i = 0; sets != NULL && sets[i] != NULL; i++)
		room++;
	s.values = dt_arena_new(arena, room, sizeof(*s.values));
	s.said = dt_arena_new(arena, room, sizeof(*s.said));
	if (s.values == NULL || s.said == NULL)
		return dt_status_no_memory(err);
	begin(&s);
	for (size_t i = 0; sets != NULL && sets[i] != NULL &&
	    status == DT_OK; i++)
		status = set(&s, sets[i]);
	*values = s.values;
	*n = s.n;
	return status;
}
