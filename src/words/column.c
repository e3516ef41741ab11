/* column: see column.h. */
#include "words/column.h"

#include <string.h>

enum { MEANING = 4 };

static const struct dt_column_table *const all[] = {
	dt_column_treaty, dt_column_set, dt_column_game, dt_column_model,
	dt_column_record, dt_column_population, dt_column_talks,
	dt_column_design, dt_column_compare, dt_column_run,
	dt_column_look, NULL
};

/* Whether it is one of words that are parted by blanks. */
static bool
among(const char *words, const char *word)
{
	size_t n = strlen(word);
	while (*words != '\0') {
		size_t m = strcspn(words, " ");
		if (m == n && strncmp(words, word, n) == 0)
			return true;
		words += m;
		words += strspn(words, " ");
	}
	return false;
}

/* The verb's next table, from one on; NULL: there is none. */
static const struct dt_column_table *
next(const char *verb, size_t *part, size_t *at)
{
	for (; all[*part] != NULL; *part += 1, *at = 0)
		while (all[*part][*at].verbs != NULL) {
			const struct dt_column_table *t = &all[*part][*at];
			*at += 1;
			if (among(t->verbs, verb))
				return t;
		}
	return NULL;
}

bool
dt_column_has(const char *verb)
{
	size_t part = 0, at = 0;
	return next(verb, &part, &at) != NULL;
}

/* "a b" as "a, b" */
static void
add_list(const char *words, struct dt_text *text)
{
	for (; *words != '\0'; words++)
		dt_text_add(text, *words == ' ' ? ", " : "%c", *words);
}

static void
add_title(const struct dt_column_table *t, const char *verb,
    struct dt_text *text)
{
	if (!among(t->questions, verb)) {
		add_list(t->questions, text);
		dt_text_add(text, ": ");
	}
	add_list(t->names, text);
}

static void
add_meaning(const struct dt_column *c, size_t indent, size_t width,
    struct dt_text *text)
{
	struct dt_text words = { 0 };
	dt_text_add(&words, "%s", c->meaning);
	if (c->unit[0] != '\0')
		dt_text_add(&words, " [%s]", c->unit);
	dt_text_wrap(text, dt_text_string(&words), indent, width);
	dt_text_add(text, "\n");
	text->failed |= words.failed;
	dt_text_free(&words);
}

/* A column's name, and in quotes what stands above it for people. */
static void
add_name(const struct dt_column *c, struct dt_text *text)
{
	dt_text_add(text, "%s", c->name);
	if (c->head != NULL && c->head[0] == '\0')
		dt_text_add(text, " (no heading)");
	else if (c->head != NULL)
		dt_text_add(text, " (\"%s\")", c->head);
}

void
dt_column_tell(const char *verb, size_t width, struct dt_text *text)
{
	const struct dt_column_table *t;
	size_t part = 0, at = 0;
	dt_text_add(text, "Tables of detente %s, column by column: its name in "
	    "JSON and CSV,\nin parentheses its heading where that differs, in "
	    "brackets its unit.\n", verb);
	while ((t = next(verb, &part, &at)) != NULL) {
		dt_text_add(text, "\n");
		add_title(t, verb, text);
		dt_text_add(text, "\n  ");
		dt_text_wrap(text, t->about, 2, width);
		dt_text_add(text, "\n");
		for (const struct dt_column *c = t->columns; c->name; c++) {
			dt_text_add(text, "  ");
			add_name(c, text);
			dt_text_add(text, "\n");
			dt_text_pad_to(text, MEANING + 2);
			add_meaning(c, MEANING + 2, width, text);
		}
	}
}

/* What begins a line may not begin with a dot; nor is there any backslash. */
static void
add_item(const struct dt_column *c, struct dt_text *text)
{
	dt_text_add(text, ".It Li %s", c->name);
	if (c->head != NULL && c->head[0] == '\0')
		dt_text_add(text, " Pq no heading");
	else if (c->head != NULL)
		dt_text_add(text, " Pq \\(dq%s\\(dq", c->head);
	dt_text_add(text, "\n");
	add_meaning(c, 0, 78, text);
}

void
dt_column_mdoc(const char *verb, struct dt_text *text)
{
	const struct dt_column_table *t;
	size_t part = 0, at = 0;
	dt_text_add(text, ".Sh COLUMNS\nIn brackets the unit, in parentheses "
	    "the heading, where it is not the name.\n.Ql detente help %s "
	    "--columns\nprints the same.\n", verb);
	while ((t = next(verb, &part, &at)) != NULL) {
		dt_text_add(text, ".Ss ");
		add_title(t, verb, text);
		dt_text_add(text, "\n");
		dt_text_wrap(text, t->about, 0, 78);
		dt_text_add(text, ".\n.Bl -tag -width Ds -compact\n");
		for (const struct dt_column *c = t->columns; c->name; c++)
			add_item(c, text);
		dt_text_add(text, ".El\n");
	}
}

static void
add_value(const char *value, char end, struct dt_text *text)
{
	dt_text_add(text, "\"");
	for (; *value != '\0'; value++)
		dt_text_add(text, *value == '"' ? "\"\"" : "%c", *value);
	dt_text_add(text, "\"%c", end);
}

void
dt_column_csv(const char *verb, struct dt_text *text)
{
	const struct dt_column_table *t;
	size_t part = 0, at = 0;
	dt_text_add(text, "question,table,column,heading,unit,meaning\n");
	while ((t = next(verb, &part, &at)) != NULL)
		for (const struct dt_column *c = t->columns; c->name; c++) {
			add_value(t->questions, ',', text);
			add_value(t->names, ',', text);
			add_value(c->name, ',', text);
			add_value(c->head != NULL ? c->head : c->name, ',',
			    text);
			add_value(c->unit, ',', text);
			add_value(c->meaning, '\n', text);
		}
}
