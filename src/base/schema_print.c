/*
 * schema_print: a struct as YAML; see schema.h. A tree is made of the struct
 * and printed, so that the one place that knows how YAML is written stays
 * the only one.
 */
#include "base/schema_parts.h"

#include "base/number.h"

#include <inttypes.h>
#include <stdio.h>
#include <math.h>
#include <string.h>

static struct dt_node *make_group(struct dt_arena *arena,
    const struct dt_schema *schema, const void *from);

static struct dt_node *
make_text(struct dt_arena *arena, const char *text, bool quoted)
{
	struct dt_node *node = dt_node_scalar(arena, text ? text : "",
	    (struct dt_place){ 0 });
	if (node != NULL)
		node->quoted = quoted;
	return node;
}

/* A text that could be taken for a number or a flag is put in quotes for who
 * reads it; here it would be a text anyway. */
static bool
looks_other(const char *text)
{
	static const char *const words[] = {
		"yes", "no", "true", "false", "on", "off", "null", "~", NULL,
	};
	double value;
	for (size_t i = 0; words[i] != NULL; i++)
		if (text != NULL && strcmp(text, words[i]) == 0)
			return true;
	return text == NULL || text[0] == '\0' ||
	    strchr(text, '\n') != NULL || dt_number_read(text, &value);
}

static struct dt_node *
make_count(struct dt_arena *arena, int64_t count)
{
	char text[DT_NUMBER_SIZE];
	snprintf(text, sizeof(text), "%" PRId64, count);
	return make_text(arena, text, false);
}

static struct dt_node *
make_list(struct dt_arena *arena, const struct dt_schema_key *key,
    const struct dt_list *list);

static struct dt_node *
make_value(struct dt_arena *arena, const struct dt_schema_key *key,
    const void *member)
{
	char number[DT_NUMBER_SIZE];
	const char *text;
	switch (key->type) {
	case DT_TEXT:
		text = *(const char *const *)member;
		return make_text(arena, text, looks_other(text));
	case DT_NAME:
		text = *(const char *const *)member;
		return make_text(arena, text, text == NULL || !text[0]);
	case DT_NUMBER:
		dt_number_print(*(const double *)member, number);
		return make_text(arena, number, false);
	case DT_COUNT:
		return make_count(arena, *(const int64_t *)member);
	case DT_FLAG:
		return make_text(arena, *(const bool *)member ? "yes" : "no",
		    false);
	case DT_WORD:
		return make_text(arena, key->words[*(const int *)member],
		    false);
	case DT_GROUP:
		return make_group(arena, key->group, member);
	case DT_LIST:
	case DT_MAP:
		return make_list(arena, key, member);
	case DT_RAW:
		break;
	}
	return *(struct dt_node *const *)member;
}

static struct dt_node *
make_list(struct dt_arena *arena, const struct dt_schema_key *key,
    const struct dt_list *list)
{
	size_t size = dt_schema_item_size(key);
	struct dt_schema_key item = dt_schema_item(key);
	struct dt_node *node = dt_node_list(arena, list->n,
	    (struct dt_place){ 0 });
	bool map = key->type == DT_MAP;
	if (node != NULL && map) {
		node->kind = DT_NODE_MAP;
		node->keys = dt_arena_new(arena, list->n,
		    sizeof(*node->keys));
	}
	if (node == NULL || (map && node->keys == NULL))
		return NULL;
	for (size_t i = 0; i < list->n; i++) {
		const char *from = (const char *)list->items + i * size;
		const struct dt_origin *origin = (const void *)from;
		node->items[i] = key->group ?
		    make_group(arena, key->group, from) :
		    make_value(arena, &item, from);
		if (map)
			node->keys[i] = make_text(arena, origin->name, false);
		if (node->items[i] == NULL || (map && node->keys[i] == NULL))
			return NULL;
	}
	return node;
}

static bool
is_zero(const void *from, size_t size)
{
	const char *bytes = from;
	for (size_t i = 0; i < size; i++)
		if (bytes[i] != 0)
			return false;
	return true;
}

/* Would a file that leaves the key out fill the member just so? */
static bool
is_absent(const struct dt_schema_key *key, const void *member)
{
	const char *text;
	switch (key->type) {
	case DT_RAW:
		return *(struct dt_node *const *)member == NULL;
	case DT_GROUP:
		return dt_schema_needs(key->group) &&
		    is_zero(member, key->group->size);
	case DT_TEXT:
	case DT_NAME:
		text = *(const char *const *)member;
		return key->preset == NULL && (text == NULL || !text[0]);
	case DT_NUMBER:
		return key->preset == NULL && isnan(*(const double *)member);
	case DT_COUNT:
		return key->preset == NULL && *(const int64_t *)member == 0;
	case DT_LIST:
	case DT_MAP:
		return key->preset == NULL &&
		    ((const struct dt_list *)member)->n == 0;
	case DT_FLAG:
	case DT_WORD:
		break;
	}
	return false;
}

/* An empty map says nothing, except that it was written. */
static bool
says_nothing(const struct dt_schema_key *key, const struct dt_node *value,
    const void *member)
{
	const struct dt_origin *origin = member;
	return key->type == DT_GROUP && value->n == 0 && !key->required &&
	    key->preset == NULL && origin->node == NULL;
}

/* Is a key said that stands in place of this one? */
static bool
gives_way(const struct dt_schema_key *key, const void *from)
{
	const struct dt_origin *origin = from;
	for (const char *const *other = key->unless; other != NULL &&
	    *other != NULL; other++)
		if (origin->node != NULL &&
		    dt_node_get(origin->node, *other) != NULL)
			return true;
	return false;
}

static struct dt_node *
make_group(struct dt_arena *arena, const struct dt_schema *schema,
    const void *from)
{
	size_t room = 0;
	while (schema->keys[room].name != NULL)
		room++;
	struct dt_node *node = dt_node_map(arena, (struct dt_place){ 0 });
	struct dt_node **keys = dt_arena_new(arena, room, sizeof(*keys));
	struct dt_node **items = dt_arena_new(arena, room, sizeof(*items));
	if (node == NULL || keys == NULL || items == NULL)
		return NULL;
	node->keys = keys;
	node->items = items;
	for (size_t i = 0; i < room; i++) {
		const struct dt_schema_key *key = &schema->keys[i];
		const void *member = (const char *)from + key->offset;
		if (key->apart)
			continue;
		if ((!key->required || key->unless != NULL) &&
		    (is_absent(key, member) || gives_way(key, from)))
			continue;
		struct dt_node *value = make_value(arena, key, member);
		struct dt_node *name = make_text(arena, key->name, false);
		if (value == NULL || name == NULL)
			return NULL;
		if (says_nothing(key, value, member))
			continue;
		keys[node->n] = name;
		items[node->n++] = value;
	}
	return node;
}

void
dt_schema_print(const struct dt_schema *schema, const void *from,
    size_t indent, struct dt_text *text)
{
	struct dt_arena arena = { 0 };
	struct dt_node *node = make_group(&arena, schema, from);
	if (node == NULL)
		text->failed = true;
	else
		dt_node_print(node, indent, text);
	dt_arena_free(&arena);
}
