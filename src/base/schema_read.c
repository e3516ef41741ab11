/*
 * schema_read: a tree into a struct, row by row; see schema.h. What is absent
 * takes the same way as what is written, with its preset for a text.
 */
#include "base/schema_parts.h"

#include "base/schema_value.h"

#include <math.h>
#include <string.h>

static void read_group(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_schema *schema, const struct dt_node *node,
    struct dt_place at, void *into);
static void read_member(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at, void *member);

enum seen { ABSENT, SEEN, GUESSED };

static void
read_items(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_list *list)
{
	size_t size = dt_schema_item_size(key);
	struct dt_schema_key item = dt_schema_item(key);
	list->items = dt_arena_new(r->arena, node->n, size);
	if (list->items == NULL) {
		r->failed = true;
		return;
	}
	list->n = node->n;
	for (size_t i = 0; i < node->n && !r->failed; i++) {
		const struct dt_node *value = node->items[i];
		char *into = (char *)list->items + i * size;
		struct dt_place at = node->keys ? node->keys[i]->at :
		    value->at;
		if (key->group == NULL)
			read_member(r, &item, value, at, into);
		else
			read_group(r, key, key->group, value, at, into);
		if (key->group != NULL && node->keys != NULL)
			((struct dt_origin *)into)->name =
			    node->keys[i]->text;
	}
}

/* Tables of a fixed size are behind a limit: it holds for all that reads. */
static void
check_number(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at)
{
	if (!dt_schema_bounded(key))
		return;
	if ((double)node->n < key->least && !node->torn)
		dt_faults_add(r->faults, node->at, NULL,
		    "'%s' needs at least %d %s", key->name, (int)key->least,
		    key->least == 1 ? "item" : "items");
	if ((double)node->n > key->most)
		dt_faults_add(r->faults, at, NULL,
		    "'%s' has %zu items, and at most %d are allowed",
		    key->name, node->n, (int)key->most);
}

static void
read_list(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at, struct dt_list *list)
{
	enum dt_node_kind kind = key->type == DT_MAP ? DT_NODE_MAP :
	    DT_NODE_LIST;
	if (!dt_schema_check_kind(r, key, node, at, kind))
		return;
	check_number(r, key, node, at);
	read_items(r, key, node, list);
}

static void
read_member(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at, void *member)
{
	switch (key->type) {
	case DT_GROUP:
		read_group(r, key, key->group, node, at, member);
		((struct dt_origin *)member)->name = key->name;
		break;
	case DT_LIST:
	case DT_MAP:
		read_list(r, key, node, at, member);
		break;
	case DT_RAW:
		*(const struct dt_node **)member = node;
		break;
	default:
		dt_schema_read_value(r, key, node, at, member);
	}
}

/* A group without required keys is made of the presets of its own. */
static void
fill_absent(struct dt_schema_reader *r, const struct dt_schema_key *key,
    void *member)
{
	struct dt_place nowhere = { 0 };
	if (key->type == DT_TEXT || key->type == DT_NAME)
		*(const char **)member = "";
	if (key->type == DT_NUMBER)
		*(double *)member = NAN;
	if (key->preset != NULL) {
		const struct dt_node *node = dt_node_read_value(r->arena,
		    key->preset);
		r->failed = r->failed || node == NULL;
		if (node != NULL)
			read_member(r, key, node, nowhere, member);
	} else if (key->type == DT_GROUP && !dt_schema_needs(key->group)) {
		read_group(r, key, key->group, NULL, nowhere, member);
	}
	if (key->type == DT_GROUP)
		((struct dt_origin *)member)->node = NULL;
}

static void
blame_unknown(struct dt_schema_reader *r, const struct dt_schema *schema,
    const struct dt_node *name, char *seen)
{
	size_t n = 0;
	while (schema->keys[n].name != NULL)
		n++;
	const char **words = dt_arena_new(r->arena, n + 1, sizeof(*words));
	if (words == NULL) {
		r->failed = true;
		return;
	}
	for (size_t i = 0; i < n; i++)
		words[i] = schema->keys[i].name;
	const char *nearest = dt_faults_nearest(name->text, words);
	for (size_t i = 0; i < n && nearest != NULL; i++)
		if (words[i] == nearest && seen[i] == ABSENT)
			seen[i] = GUESSED;
	dt_faults_add(r->faults, name->at,
	    dt_faults_suggest(r->faults, name->text, words),
	    "unknown key '%s'", dt_schema_shown(r, name->text));
}

static void
read_pairs(struct dt_schema_reader *r, const struct dt_schema *schema,
    const struct dt_node *node, char *seen, void *into)
{
	for (size_t i = 0; i < node->n && !r->failed; i++) {
		const struct dt_node *name = node->keys[i];
		const struct dt_schema_key *key = dt_schema_key(schema, name->text);
		if (key == NULL) {
			blame_unknown(r, schema, name, seen);
			continue;
		}
		if (seen[key - schema->keys] == SEEN) {
			dt_faults_add(r->faults, name->at, NULL,
			    "duplicate key '%s'", key->name);
			continue;
		}
		seen[key - schema->keys] = SEEN;
		struct dt_list apart = { 0 };
		read_member(r, key, node->items[i], name->at, key->apart ?
		    (char *)&apart : (char *)into + key->offset);
	}
}

/* A scalar for a group: each of its numbers takes it. */
static void
read_shorthand(struct dt_schema_reader *r, const struct dt_schema *schema,
    const struct dt_node *node, struct dt_place at, char *seen, void *into)
{
	for (size_t i = 0; schema->keys[i].name != NULL; i++) {
		const struct dt_schema_key *key = &schema->keys[i];
		if (key->type != DT_NUMBER)
			continue;
		seen[i] = SEEN;
		dt_schema_read_value(r, key, node, at,
		    (char *)into + key->offset);
	}
}

/* Whether a key that the map has stands in place of this one. */
static bool
is_replaced(const struct dt_schema *schema, const char *seen,
    const struct dt_schema_key *key)
{
	for (size_t k = 0; key->unless && key->unless[k] != NULL; k++)
		for (size_t i = 0; schema->keys[i].name != NULL; i++)
			if (seen[i] != ABSENT && strcmp(schema->keys[i].name,
			    key->unless[k]) == 0)
				return true;
	return false;
}

/* "'start', 'states'": the required keys that are absent; NULL if none is.
 * *last is the last of them. */
static const char *
name_missing(struct dt_schema_reader *r, const struct dt_schema *schema,
    const char *seen, size_t *n, const struct dt_schema_key **last)
{
	const char *names = NULL;
	for (size_t i = 0; schema->keys[i].name != NULL; i++) {
		if (!schema->keys[i].required || seen[i] != ABSENT ||
		    is_replaced(schema, seen, &schema->keys[i]))
			continue;
		*last = &schema->keys[i];
		names = dt_arena_print(r->arena, "%s%s'%s'",
		    names ? names : "", names ? ", " : "", (*last)->name);
		r->failed = r->failed || names == NULL;
		++*n;
	}
	return names;
}

/* Where a map has a fault already, at its first key, the column behind that
 * key says that something is missing. */
static void
blame_missing(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_schema *schema, const struct dt_node *node,
    struct dt_place at, const char *seen)
{
	size_t n = 0;
	const struct dt_schema_key *last = NULL;
	const char *names = name_missing(r, schema, seen, &n, &last);
	if (names == NULL || node->torn)
		return;
	if (dt_faults_at(r->faults, at)) {
		at.column += node->n > 0 && node->kind == DT_NODE_MAP ?
		    node->keys[0]->at.length : at.length;
		at.length = 1;
	}
	const char *help = n == 1 && last->example != NULL ?
	    dt_arena_print(r->arena, "add '%s: %s'", last->name,
	    last->example) : n == 1 ? last->help : NULL;
	dt_faults_add(r->faults, at, help, "missing %s %s in '%s'",
	    n > 1 ? "keys" : "key", names, key ? key->name : schema->name);
}

static void
read_group(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_schema *schema, const struct dt_node *node,
    struct dt_place at, void *into)
{
	size_t n = 0;
	while (schema->keys[n].name != NULL)
		n++;
	char *seen = dt_arena_new(r->arena, n + 1, 1);
	r->failed = r->failed || seen == NULL;
	if (r->failed)
		return;
	if (node != NULL && !dt_schema_check_map(r, key, schema, node, at))
		return;
	((struct dt_origin *)into)->node = node;
	if (node != NULL && node->kind == DT_NODE_SCALAR)
		read_shorthand(r, schema, node, at, seen, into);
	else if (node != NULL)
		read_pairs(r, schema, node, seen, into);
	for (size_t i = 0; i < n && !r->failed; i++)
		if (seen[i] != SEEN && !schema->keys[i].apart)
			fill_absent(r, &schema->keys[i],
			    (char *)into + schema->keys[i].offset);
	if (node != NULL && !r->failed)
		blame_missing(r, key, schema, node, at, seen);
}

enum dt_status
dt_schema_read(const struct dt_schema *schema, struct dt_arena *arena,
    const struct dt_node *node, void *into, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_schema_reader r = { .arena = arena, .faults = faults };
	memset(into, 0, schema->size);
	if (node != NULL)
		read_group(&r, NULL, schema, node, node->at, into);
	else if (faults->total == 0)
		dt_faults_add(faults, (struct dt_place){ 0 }, NULL,
		    "no %s to read", schema->name);
	if (r.failed)
		return dt_status_no_memory(err);
	return dt_faults_status(faults, err);
}
