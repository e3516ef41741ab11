/* schema_template: see schema_template.h. */
#include "base/schema_template.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { WIDTH = 76, STEP = 2, PREFIX = 64, PATH = 256, NONSENSE = 1000000 };

/* Where a line goes: behind a prefix, which ends in '#' within what is
 * commented out, and some spaces. */
struct place {
	char prefix[PREFIX];
	size_t indent;
	const char *path;       /* of the keys around it, "" at the top */
};

struct maker {
	const struct dt_schema_template_value *values;
	struct dt_text *text;
};

static void add_keys(const struct maker *m, const struct dt_schema *schema,
    const struct place *at);

static void
begin_line(const struct maker *m, const struct place *at)
{
	dt_text_add(m->text, "%s%*s", at->prefix, (int)at->indent, "");
}

/* The lines of a text, each at the place, behind what leads. */
static void
add_lines(const struct maker *m, const struct place *at, const char *lead,
    const char *lines)
{
	while (*lines != '\0') {
		size_t n = strcspn(lines, "\n");
		begin_line(m, at);
		dt_text_add(m->text, "%s%.*s\n", lead, (int)n, lines);
		lines += n + (lines[n] == '\n');
	}
}

static void
add_comment(const struct maker *m, const struct place *at, const char *words)
{
	struct dt_text wrapped = { 0 };
	size_t used = strlen(at->prefix) + at->indent + 2;
	dt_text_wrap(&wrapped, words, 0, WIDTH - used);
	add_lines(m, at, "# ", dt_text_string(&wrapped));
	m->text->failed |= wrapped.failed;
	dt_text_free(&wrapped);
}

/* The names of what each item of a list or map may say. */
static void
name_keys(const struct dt_schema *group, struct dt_text *words)
{
	dt_text_add(words, " Each can have");
	for (const struct dt_schema_key *k = group->keys; k->name != NULL; k++)
		dt_text_add(words, "%s%s%s", k == group->keys ? ": " : ", ",
		    k->name, k->required ? " (required)" : "");
	dt_text_add(words, ".");
}

/* The unit and the range of a number; the choices of a word. A range that
 * only keeps nonsense out is not told. */
static void
describe(const struct dt_schema_key *key, struct dt_text *words)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	bool number = key->type == DT_NUMBER || key->type == DT_COUNT;
	bool ranged = key->most > key->least && key->most < NONSENSE;
	if (key->type == DT_WORD) {
		dt_text_add(words, " [");
		dt_schema_describe(key, words);
		dt_text_add(words, "]");
	}
	if (!number || (key->unit == NULL && !ranged))
		return;
	dt_text_add(words, " [%s", key->unit ? key->unit : "");
	if (ranged)
		dt_text_add(words, "%s%s to %s", key->unit ? ", " : "",
		    dt_number_print(key->least, least),
		    dt_number_print(key->most, most));
	dt_text_add(words, "]");
}

static void
add_help(const struct maker *m, const struct place *at,
    const struct dt_schema_key *key)
{
	struct dt_text words = { 0 };
	const char *help = key->help ? key->help : key->name;
	dt_text_add(&words, "%s.", help);
	describe(key, &words);
	if (key->type == DT_LIST && key->group != NULL)
		name_keys(key->group, &words);
	if (key->type == DT_MAP)
		name_keys(key->group, &words);
	add_comment(m, at, dt_text_string(&words));
	m->text->failed |= words.failed;
	dt_text_free(&words);
}

static const char *
value_of(const struct maker *m, const char *path)
{
	const struct dt_schema_template_value *v = m->values;
	for (; v != NULL && v->path != NULL; v++)
		if (strcmp(v->path, path) == 0)
			return v->yaml;
	return NULL;
}

/* Whether a key below this path has a value. */
static bool
is_entered(const struct maker *m, const char *path)
{
	const struct dt_schema_template_value *v = m->values;
	size_t n = strlen(path);
	for (; v != NULL && v->path != NULL; v++)
		if (strncmp(v->path, path, n) == 0 && v->path[n] == '.')
			return true;
	return false;
}

static void
add_value(const struct maker *m, const struct place *at, const char *name,
    const char *yaml)
{
	begin_line(m, at);
	if (strchr(yaml, '\n') == NULL) {
		dt_text_add(m->text, "%s:%s%s\n", name, *yaml ? " " : "",
		    yaml);
		return;
	}
	struct place inner = *at;
	inner.indent += STEP;
	dt_text_add(m->text, "%s:\n", name);
	add_lines(m, &inner, "", yaml);
}

/* The same place, with a '#' before what follows. */
static struct place
comment_out(const struct place *at)
{
	struct place off = *at;
	size_t n = strlen(off.prefix);
	if (n + at->indent + 2 < PREFIX) {
		memset(off.prefix + n, ' ', at->indent);
		strcpy(off.prefix + n + at->indent, "#");
		off.indent = 0;
	}
	return off;
}

static void
add_group(const struct maker *m, const struct place *at,
    const struct dt_schema_key *key, const char *path)
{
	struct place inner = *at;
	begin_line(m, at);
	dt_text_add(m->text, "%s:\n", key->name);
	inner.indent += STEP;
	if (key->type == DT_MAP) {
		begin_line(m, &inner);
		dt_text_add(m->text, "a-name:\n");
		inner.indent += STEP;
	}
	inner.path = path;
	add_keys(m, key->group, &inner);
}

static const char *
placeholder(const struct dt_schema_key *key)
{
	if (key->preset != NULL)
		return key->preset;
	if (key->example != NULL)
		return key->example;
	return key->type == DT_LIST ? "[]" :
	    key->type == DT_TEXT ? "\"\"" : "";
}

/* A key that has no value. */
static void
add_unset(const struct maker *m, const struct place *at,
    const struct dt_schema_key *key, const char *path)
{
	bool group = (key->type == DT_GROUP && key->kind == NULL) ||
	    (key->type == DT_MAP && key->example == NULL);
	bool stands = key->required || (key->preset != NULL && !group);
	bool off = at->prefix[0] != '\0';
	struct place place = off && stands ? *at : comment_out(at);
	if (key->required && !off)
		place = *at;
	if (group)
		add_group(m, &place, key, path);
	else
		add_value(m, &place, key->name, placeholder(key));
}

static void
add_key(const struct maker *m, const struct place *at,
    const struct dt_schema_key *key)
{
	char path[PATH];
	int n = snprintf(path, sizeof(path), "%s%s%s", at->path,
	    at->path[0] ? "." : "", key->name);
	if (n < 0 || n >= PATH)
		m->text->failed = true;
	const char *yaml = value_of(m, path);
	struct dt_text other = { 0 };
	if (key->instead)
		dt_text_add(&other, "%s: %s", key->name, placeholder(key));
	add_help(m, at, key);
	if (key->instead) {
		/* with a space: it is no key to take the '#' from */
		add_lines(m, at, "# ", dt_text_string(&other));
		dt_text_free(&other);
	} else if (yaml != NULL)
		add_value(m, at, key->name, yaml);
	else if (key->type == DT_GROUP && is_entered(m, path))
		add_group(m, at, key, path);
	else
		add_unset(m, at, key, path);
}

static void
add_keys(const struct maker *m, const struct dt_schema *schema,
    const struct place *at)
{
	const struct dt_schema_key *key = schema->keys;
	for (; key->name != NULL; key++) {
		if (at->path[0] == '\0' && key != schema->keys)
			dt_text_add(m->text, "\n");
		add_key(m, at, key);
	}
}

void
dt_schema_template(const struct dt_schema *schema,
    const struct dt_schema_template_value *values, struct dt_text *text)
{
	struct maker m = { values, text };
	struct place at = { .path = "" };
	add_keys(&m, schema, &at);
}
