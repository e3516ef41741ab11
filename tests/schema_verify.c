/* schema_verify: is a table itself sound? See schema_verify.h. */
#include "schema_verify.h"

#include <string.h>

#include "base/schema_parts.h"

enum { DEPTH = 8 };

struct check {
	struct dt_arena *arena;
	const struct dt_schema *open[DEPTH];
	size_t depth;
};

/* Reads "name: value" by a table of that one row. NULL: it reads. */
static const char *
try_value(struct check *c, const struct dt_schema *schema,
    const struct dt_schema_key *key, const char *value)
{
	struct dt_schema_key rows[] = { *key, { 0 } };
	struct dt_schema one = *schema;
	one.keys = rows;
	struct dt_faults faults = { .arena = c->arena };
	struct dt_error err = { 0 };
	void *into = dt_arena_new(c->arena, 1, schema->size);
	struct dt_node *node = dt_node_read_value(c->arena, value);
	struct dt_node *map = dt_node_map(c->arena, (struct dt_place){ 0 });
	if (node == NULL)
		return dt_arena_print(c->arena, "'%s' is not YAML", value);
	if (into == NULL || map == NULL ||
	    !dt_node_put(c->arena, map, key->name, node))
		return "out of memory";
	if (dt_schema_read(&one, c->arena, map, into, &faults, &err))
		return dt_arena_copy(c->arena, err.message);
	return NULL;
}

/* Bytes that a value takes in its struct. */
static size_t
size_of(const struct dt_schema_key *key)
{
	return key->type == DT_GROUP ? key->group->size :
	    dt_schema_item_size(&(struct dt_schema_key){ .item = key->type });
}

static bool
is_key_name(const char *name)
{
	return name[0] >= 'a' && name[0] <= 'z' && name[strspn(name,
	    "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static const char *
check_row(const struct dt_schema *schema, const struct dt_schema_key *key)
{
	if (!is_key_name(key->name))
		return "the name has other than small letters, digits, _";
	if (dt_schema_key(schema, key->name) != key)
		return "the name stands twice";
	if (key->help == NULL || key->help[0] == '\0')
		return "no help";
	if (key->required && key->preset != NULL)
		return "required, and yet a preset";
	if (key->least > key->most)
		return "an empty range";
	if (key->type == DT_WORD && (key->words == NULL || !key->words[0]))
		return "no words to choose from";
	if ((key->type == DT_GROUP || key->type == DT_MAP) && !key->group)
		return "no group";
	if (key->shorthand && key->group == NULL)
		return "shorthand without a group";
	if (key->type == DT_LIST && key->group == NULL &&
	    key->item == DT_WORD && key->words == NULL)
		return "no words to choose from";
	if (key->type == DT_LIST && key->group == NULL &&
	    key->item >= DT_GROUP && key->item != DT_RAW)
		return "a list of what cannot be an item";
	return NULL;
}

/* No member may lie outside the struct, upon its origin or upon another. */
static const char *
check_member(const struct dt_schema *schema, const struct dt_schema_key *key)
{
	if (key->apart)                 /* it fills none */
		return NULL;
	size_t end = key->offset + size_of(key);
	if (key->offset < sizeof(struct dt_origin) || end > schema->size)
		return "the offset is outside of the struct";
	for (const struct dt_schema_key *other = schema->keys; other != key; other++)
		if (key->offset < other->offset + size_of(other) &&
		    other->offset < end)
			return "two keys fill one member";
	return NULL;
}

/* May the name of a file stand in its value? It reads only once that file is
 * grafted in, which is not known of here. */
static bool
names_files(const struct dt_schema_key *key, size_t depth)
{
	if (key->kind != NULL)
		return true;
	if (key->group == NULL || depth == DEPTH)
		return false;
	for (const struct dt_schema_key *row = key->group->keys; row->name; row++)
		if (names_files(row, depth + 1))
			return true;
	return false;
}

static const char *check_schema(struct check *c,
    const struct dt_schema *schema);

static const char *
check_key(struct check *c, const struct dt_schema *schema,
    const struct dt_schema_key *key)
{
	const char *wrong = check_row(schema, key);
	if (wrong == NULL)
		wrong = check_member(schema, key);
	if (wrong == NULL && key->group != NULL)
		wrong = check_schema(c, key->group);
	bool reads = !names_files(key, 0);
	if (wrong == NULL && key->preset != NULL && reads)
		wrong = try_value(c, schema, key, key->preset);
	if (wrong == NULL && key->example != NULL && reads)
		wrong = try_value(c, schema, key, key->example);
	return wrong;
}

static const char *
check_schema(struct check *c, const struct dt_schema *schema)
{
	for (size_t i = 0; i < c->depth; i++)
		if (c->open[i] == schema)
			return NULL;
	if (c->depth == DEPTH)
		return "schemas nested too deep";
	if (schema->name == NULL || schema->brief == NULL)
		return "a schema without name or brief";
	if (schema->size < sizeof(struct dt_origin))
		return "a struct that does not begin with its origin";
	c->open[c->depth++] = schema;
	const char *wrong = NULL;
	for (const struct dt_schema_key *key = schema->keys;
	    key->name != NULL && wrong == NULL; key++) {
		wrong = check_key(c, schema, key);
		if (wrong != NULL)
			wrong = dt_arena_print(c->arena, "%s.%s: %s",
			    schema->name, key->name, wrong);
	}
	c->depth--;
	return wrong;
}

const char *
schema_verify(const struct dt_schema *schema, struct dt_arena *arena)
{
	struct check check = { .arena = arena };
	return check_schema(&check, schema);
}
