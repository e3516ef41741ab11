/* schema_help: the rows as a manual, in plain text or mdoc; see schema.h. */
#include "base/schema_parts.h"

#include <ctype.h>
#include <string.h>

enum { WIDTH = 78, INDENT = 8, DEPTH = 8 };

struct manual {
	struct dt_text *text;
	bool mdoc;
	const struct dt_schema *open[DEPTH];    /* those above, outermost first */
	size_t depth;
};

/* "A number from 0 to 1 (chance), default 0.1": words of our own, which begin a
 * sentence here, and stand in the middle of one elsewhere. */
static void
add_type(const struct dt_schema_key *key, struct dt_text *text)
{
	size_t at = text->size;
	dt_schema_describe(key, text);
	if (text->size > at)
		text->bytes[at] = (char)toupper((unsigned char)text->bytes[at]);
	if (key->unit != NULL)
		dt_text_add(text, " (%s)", key->unit);
	if (key->required)
		dt_text_add(text, ", required");
	if (key->preset != NULL)
		dt_text_add(text, ", default %s", key->preset);
}

static void
end_sentence(struct dt_text *text)
{
	if (text->size == 0)
		return;
	if (strchr(".!?", text->bytes[text->size - 1]) == NULL)
		dt_text_add_n(text, ".", 1);
}

/* A word as roff takes it for itself: a dot or quote that begins a line is a
 * request, a backslash an escape. */
static void
add_roff(struct dt_text *text, const char *word, size_t n)
{
	if (n > 0 && (word[0] == '.' || word[0] == '\''))
		dt_text_add_n(text, "\\&", 2);
	for (size_t i = 0; i < n; i++) {
		if (word[i] == '\\')
			dt_text_add_n(text, "\\e", 2);
		else if (word[i] == '-' && i > 0 && word[i - 1] == '-')
			dt_text_add_n(text, "\\-", 2);
		else
			dt_text_add_n(text, &word[i], 1);
	}
}

static bool
ends_sentence(const char *word, size_t n, const char *next)
{
	return strchr(".!?", word[n - 1]) != NULL &&
	    isupper((unsigned char)*next);
}

/* A sentence a line, as mdoc likes it, and no line over WIDTH. */
static void
add_paragraph_mdoc(struct dt_text *text, const char *paragraph)
{
	struct dt_text line = { 0 };
	while (*paragraph != '\0' && !line.failed) {
		size_t n = strcspn(paragraph, " \n");
		const char *next = paragraph + n;
		next += strspn(next, " \n");
		if (n > 0 && line.size > 0)
			dt_text_add_n(&line, " ", 1);
		add_roff(&line, paragraph, n);
		if (n > 0 && (*next == '\0' ||
		    ends_sentence(paragraph, n, next))) {
			dt_text_wrap(text, dt_text_string(&line), 0, WIDTH);
			dt_text_add_n(text, "\n", 1);
			line.size = 0;
		}
		paragraph = next;
	}
	text->failed = text->failed || line.failed;
	dt_text_free(&line);
}

static void
add_paragraph(struct manual *manual, const char *paragraph)
{
	if (manual->mdoc) {
		add_paragraph_mdoc(manual->text, paragraph);
		return;
	}
	dt_text_pad_to(manual->text, INDENT);
	dt_text_wrap(manual->text, paragraph, INDENT, WIDTH);
	dt_text_add_n(manual->text, "\n", 1);
}

static void
add_key(struct manual *manual, const struct dt_schema_key *key, const char *path)
{
	struct dt_text words = { 0 };
	dt_text_add(manual->text, manual->mdoc ? ".It Ic %s\n" : "%s\n",
	    path);
	add_type(key, &words);
	end_sentence(&words);
	add_paragraph(manual, dt_text_string(&words));
	words.size = 0;
	dt_text_add(&words, "%s", key->help ? key->help : "");
	end_sentence(&words);
	if (key->example != NULL)
		dt_text_add(&words, "\nExample: %s", key->example);
	add_paragraph(manual, dt_text_string(&words));
	manual->text->failed = manual->text->failed || words.failed;
	dt_text_free(&words);
}

/* A schema that holds itself is described once on the way down. */
static bool
is_open(const struct manual *manual, const struct dt_schema *schema)
{
	for (size_t i = 0; i < manual->depth; i++)
		if (manual->open[i] == schema)
			return true;
	return manual->depth == DEPTH;
}

static void
add_schema(struct manual *manual, const struct dt_schema *schema,
    struct dt_text *path)
{
	if (is_open(manual, schema))
		return;
	manual->open[manual->depth++] = schema;
	size_t size = path->size;
	for (const struct dt_schema_key *key = schema->keys; key->name; key++) {
		dt_text_add(path, "%s%s", size > 0 ? "." : "", key->name);
		add_key(manual, key, dt_text_string(path));
		if (key->type == DT_LIST)
			dt_text_add(path, "[]");
		if (key->type == DT_MAP)
			dt_text_add(path, ".NAME");
		if (key->group != NULL)
			add_schema(manual, key->group, path);
		if (!path->failed)
			path->size = size;
	}
	manual->depth--;
}

static void
add_manual(const struct dt_schema *schema, bool mdoc, struct dt_text *text)
{
	struct manual manual = { .text = text, .mdoc = mdoc };
	struct dt_text path = { 0 };
	if (mdoc)
		dt_text_add(text, ".Bl -tag -width Ds\n");
	add_schema(&manual, schema, &path);
	if (mdoc)
		dt_text_add(text, ".El\n");
	text->failed = text->failed || path.failed;
	dt_text_free(&path);
}

void
dt_schema_help(const struct dt_schema *schema, struct dt_text *text)
{
	add_manual(schema, false, text);
}

void
dt_schema_help_mdoc(const struct dt_schema *schema, struct dt_text *text)
{
	add_manual(schema, true, text);
}
