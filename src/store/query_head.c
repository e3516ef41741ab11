/*
 * query_head: what the first lines of a named query say; see query_file.h.
 */
#include "store/query_file.h"

#include <string.h>

#include "base/faults.h"

struct head {
	struct dt_arena *arena;
	struct dt_query_file *file;
	const char *at;                 /* the next line */
	int line, next;                 /* of what was read; of `at` */
	struct dt_query_parameter *parameters;
	struct dt_query_column *columns;
	size_t room_parameters, room_columns;
	struct dt_error *err;
};

static enum dt_status
refuse(const struct head *h, const char *words)
{
	return dt_status_fail(h->err, DT_EINPUT, "%s:%d:1: error: %s",
	    h->file->path, h->line, words);
}

static char *
next_line(struct head *h)
{
	size_t n = strcspn(h->at, "\n");
	char *line = dt_arena_copy_n(h->arena, h->at, n);
	h->at += n + (h->at[n] == '\n');
	h->next++;
	if (line != NULL && n > 0 && line[n - 1] == '\r')
		line[n - 1] = '\0';
	return line;
}

static const char *const words[] = { "-- question:", "-- parameter:",
    "-- column:", "-- example:", "-- picture:", "-- empty:", NULL };

/* The word of a head that a line begins with; NULL: none. */
static const char *
word_of(const char *line)
{
	const char *const *w = words;
	while (*w != NULL && strncmp(line, *w, strlen(*w)) != 0)
		w++;
	return *w;
}

/* The next line, and those that go on with it, as one. NULL: no memory. */
static char *
next_lines(struct head *h)
{
	h->line = h->next;
	char *all = next_line(h);
	while (all != NULL && strncmp(h->at, "--  ", 4) == 0) {
		const char *more = next_line(h);
		all = more == NULL ? NULL : dt_arena_print(h->arena, "%s %s",
		    all, more + 3 + strspn(more + 3, " \t"));
	}
	return all;
}

/* What stands behind "-- KEY:", or NULL. */
static char *
behind(char *line, const char *key)
{
	size_t n = strlen(key);
	if (strncmp(line, key, n) != 0)
		return NULL;
	line += n + strspn(line + n, " \t");
	return *line ? line : NULL;
}

/* Cuts blanks from the end. */
static void
trim(char *text)
{
	size_t n = strlen(text);
	while (n > 0 && text[n - 1] == ' ')
		text[--n] = '\0';
}

/* "LEFT (UNIT); MEANING" is cut into its parts. False: there is no MEANING. */
static bool
cut(char *text, const char **unit, const char **meaning)
{
	char *end = strchr(text, ';');
	if (end == NULL || *text == '\0')
		return false;
	*end = '\0';
	*meaning = end + 1 + strspn(end + 1, " ");
	trim(text);
	size_t n = strlen(text);
	char *open = n > 0 && text[n - 1] == ')' ? strrchr(text, '(') : NULL;
	*unit = "";
	if (open != NULL) {
		text[n - 1] = '\0';
		*unit = open + 1;
		*open = '\0';
		trim(text);
	}
	return **meaning != '\0';
}

static enum dt_status
keep_parameter(struct head *h, const struct dt_query_parameter *p)
{
	struct dt_cell cell;
	if (p->initial != NULL &&
	    !dt_query_set_reads(p->type, p->initial, &cell))
		return refuse(h, "the value that the parameter has by itself "
		    "is not of its type: integer, number, text, or words as "
		    "in up|down");
	struct dt_query_parameter *more = dt_arena_grow(h->arena,
	    h->parameters, h->file->n_parameters, &h->room_parameters,
	    sizeof(*more));
	if (more == NULL)
		return dt_status_no_memory(h->err);
	more[h->file->n_parameters++] = *p;
	h->file->parameters = h->parameters = more;
	return DT_OK;
}

static enum dt_status
read_parameter(struct head *h, char *text)
{
	struct dt_query_parameter p = { .name = text };
	bool whole = cut(text, &p.unit, &p.meaning);
	char *equal = strstr(text, " = "), *blank = strchr(text, ' ');
	if (!whole || blank == NULL)
		return refuse(h, "a parameter is written '-- parameter: NAME "
		    "TYPE = VALUE (UNIT); what it is'");
	if (equal != NULL) {
		*equal = '\0';
		p.initial = equal + 3;
	}
	*blank = '\0';
	p.type = blank + 1;
	return keep_parameter(h, &p);
}

static enum dt_status
read_column(struct head *h, char *text)
{
	struct dt_query_column c = { .name = text };
	if (!cut(text, &c.unit, &c.meaning))
		return refuse(h, "a column is written '-- column: NAME "
		    "(UNIT); what it is'");
	struct dt_query_column *more = dt_arena_grow(h->arena, h->columns,
	    h->file->n_columns, &h->room_columns, sizeof(*more));
	if (more == NULL)
		return dt_status_no_memory(h->err);
	more[h->file->n_columns++] = c;
	h->file->columns = h->columns = more;
	return DT_OK;
}

static bool
is_one_of(const char *word, const char *const *list)
{
	while (*list != NULL && strcmp(*list, word) != 0)
		list++;
	return *list != NULL;
}

/* "x=value" into its place. */
static bool
read_place(struct dt_query_picture *p, char *word)
{
	const struct {
		const char *name;
		const char **place;
	} places[] = { { "x=", &p->x }, { "y=", &p->y }, { "low=", &p->low },
		{ "high=", &p->high }, { "group=", &p->group } };
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		size_t n = strlen(places[i].name);
		if (strncmp(word, places[i].name, n) == 0) {
			*places[i].place = word + n;
			return word[n] != '\0';
		}
	}
	return false;
}

static enum dt_status
read_picture(struct head *h, char *text)
{
	static const char *const kinds[] = { "bars", "lines", "survival", NULL };
	struct dt_query_picture *p = &h->file->picture;
	char *rest = NULL;
	p->kind = strtok_r(text, " ", &rest);
	bool fine = p->kind != NULL && is_one_of(p->kind, kinds);
	for (char *w = strtok_r(NULL, " ", &rest); w != NULL && fine;
	    w = strtok_r(NULL, " ", &rest))
		fine = read_place(p, w);
	if (fine && p->x != NULL && p->y != NULL)
		return DT_OK;
	return refuse(h, "a picture is written '-- picture: bars x=COLUMN "
	    "y=COLUMN low=COLUMN high=COLUMN group=COLUMN', of bars, lines "
	    "or survival; x and y must be there");
}

static enum dt_status
read_word(struct head *h, const char *word, char *text)
{
	if (text == NULL)
		return refuse(h, "there is nothing behind the colon");
	if (strcmp(word, "-- parameter:") == 0)
		return read_parameter(h, text);
	if (strcmp(word, "-- column:") == 0)
		return read_column(h, text);
	if (strcmp(word, "-- picture:") == 0)
		return read_picture(h, text);
	if (strcmp(word, "-- example:") == 0)
		h->file->example = text;
	else if (strcmp(word, "-- empty:") == 0)
		h->file->empty = text;
	else
		h->file->question = text;
	return DT_OK;
}

static enum dt_status
missing(const struct head *h, const char *key)
{
	return dt_status_fail(h->err, DT_EINPUT, "%s:%d:1: error: the head of "
	    "a named query is missing: write '%s ...' here", h->file->path,
	    h->line, key);
}

enum dt_status
dt_query_read_head(struct dt_arena *arena, struct dt_query_file *file,
    struct dt_error *err)
{
	struct head h = { .arena = arena, .file = file, .at = file->sql,
	    .line = 1, .next = 1, .err = err };
	enum dt_status status = DT_OK;
	file->question = file->example = file->empty = "";
	char *line = next_line(&h);
	file->title = line ? behind(line, "-- title:") : NULL;
	if (line != NULL && file->title == NULL)
		return missing(&h, "-- title:");
	line = line ? next_lines(&h) : NULL;
	file->about = line ? behind(line, "-- about:") : NULL;
	if (line != NULL && file->about == NULL)
		return missing(&h, "-- about:");
	while (line != NULL && status == DT_OK && word_of(h.at) != NULL) {
		const char *word = word_of(h.at);
		line = next_lines(&h);
		if (line != NULL)
			status = read_word(&h, word, behind(line, word));
	}
	return line ? status : dt_status_no_memory(err);
}
