/* show_keys: a resolved file's keys as a table; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "format/table.h"

void
dt_cmd_show_heading(const struct dt_cmd_show *show, const char *words)
{
	dt_text_add(show->text, "\n%s\n", words);
}

/* Keys that a page tells elsewhere. */
static const char *const passed_over[] = {
	"title", "summary", "source", "status", "facts", "obligation.text",
	"nfg", NULL
};

struct walk {
	const struct dt_cmd_show *show;
	struct dt_table table;
	struct dt_text defaults;
};

/* Payoffs are drawn; of their parameters only those of the form count. */
static bool
passes(const struct walk *w, const char *path)
{
	const struct dt_node *form = dt_node_get(w->show->resolved, "form");
	bool drawn = form != NULL && (strcmp(path, "matrix") == 0 ||
	    strcmp(path, "pause") == 0 || strcmp(path, "race") == 0 ||
	    (strcmp(path, "dsair") == 0 && strcmp(form->text, path) != 0));
	for (size_t i = 0; passed_over[i] != NULL; i++)
		if (strcmp(passed_over[i], path) == 0)
			return true;
	return drawn;
}

/* As in a file: a scalar, or [a, b, c]. */
static void
add_value(const struct dt_node *node, struct dt_text *text)
{
	bool list = node->kind == DT_NODE_LIST;
	if (!list)
		dt_text_add(text, "%s", node->text);
	for (size_t i = 0; list && i < node->n; i++)
		dt_text_add(text, "%s%s", i > 0 ? ", " : "[",
		    node->items[i]->text);
	if (list)
		dt_text_add(text, "]");
}

static void
add_key(struct walk *w, const struct dt_schema_key *key, const char *path,
    const struct dt_node *node)
{
	struct dt_text value = { 0 };
	add_value(node, &value);
	const char *text = dt_text_string(&value);
	if (key->preset != NULL && strcmp(text, key->preset) == 0) {
		dt_text_add(&w->defaults, "%s%s %s",
		    w->defaults.size > 0 ? ", " : "", path, text);
	} else {
		dt_table_add(&w->table, path);
		dt_table_add(&w->table, text);
		dt_table_add(&w->table, key->unit ? key->unit : "");
	}
	dt_text_free(&value);
}

static bool
is_plain(const struct dt_schema_key *key, const struct dt_node *node)
{
	bool list = key->type == DT_LIST;
	return node->kind == DT_NODE_SCALAR ||
	    (list && key->group == NULL && node->n > 0);
}

static void walk(struct walk *w, const struct dt_schema *schema,
    const struct dt_node *map, const char *prefix);

/* Groups at home, each by its name; other maps are told elsewhere. */
static void
walk_home(struct walk *w, const struct dt_schema_key *key,
    const struct dt_node *map, const char *path)
{
	for (size_t i = 0; i < map->n; i++) {
		const char *name = dt_arena_print(w->show->call->arena,
		    "%s.%s", path, map->keys[i]->text);
		if (name != NULL)
			walk(w, key->group, map->items[i], name);
	}
}

static void
walk(struct walk *w, const struct dt_schema *schema,
    const struct dt_node *map, const char *prefix)
{
	const struct dt_schema_key *key = schema->keys;
	bool top = prefix[0] == '\0';
	for (key += top; key->name != NULL; key++) {
		const struct dt_node *node = dt_node_get(map, key->name);
		const char *path = dt_arena_print(w->show->call->arena,
		    "%s%s%s", prefix, top ? "" : ".", key->name);
		if (node == NULL || path == NULL || key->kind != NULL ||
		    passes(w, path))
			continue;
		if (key->type == DT_GROUP && node->kind == DT_NODE_MAP)
			walk(w, key->group, node, path);
		else if (node->kind == DT_NODE_MAP &&
		    strcmp(path, "domestic") == 0)
			walk_home(w, key, node, path);
		else if (is_plain(key, node))
			add_key(w, key, path, node);
	}
}

void
dt_cmd_show_keys(const struct dt_cmd_show *show)
{
	struct walk w = { .show = show, .table = { .columns = 3,
	    .indent = 2, .most = show->call->columns } };
	walk(&w, show->kind->schema, show->resolved, "");
	if (w.table.n > 0 || w.defaults.size > 0)
		dt_cmd_show_heading(show, "Terms");
	dt_table_text(&w.table, show->text);
	if (w.defaults.size > 0) {
		dt_text_add(show->text, "  by default: ");
		dt_text_wrap(show->text, dt_text_string(&w.defaults), 4,
		    show->call->width);
		dt_text_add(show->text, "\n");
	}
	show->text->failed |= w.defaults.failed;
	dt_text_free(&w.defaults);
	dt_table_free(&w.table);
}
