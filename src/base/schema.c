/* schema: rows and what is said of them; see schema.h. */
#include "base/schema_parts.h"

#include "base/number.h"

#include <string.h>

const struct dt_schema_key *
dt_schema_key(const struct dt_schema *schema, const char *name)
{
	for (const struct dt_schema_key *key = schema->keys; key->name; key++)
		if (strcmp(key->name, name) == 0)
			return key;
	return NULL;
}

static size_t
plain_size(enum dt_type type)
{
	switch (type) {
	case DT_TEXT:
	case DT_NAME:
		return sizeof(const char *);
	case DT_NUMBER:
		return sizeof(double);
	case DT_COUNT:
		return sizeof(int64_t);
	case DT_FLAG:
		return sizeof(bool);
	case DT_WORD:
		return sizeof(int);
	case DT_RAW:
		return sizeof(const struct dt_node *);
	default:
		return sizeof(struct dt_list);
	}
}

size_t
dt_schema_item_size(const struct dt_schema_key *key)
{
	return key->group ? key->group->size : plain_size(key->item);
}

struct dt_schema_key
dt_schema_item(const struct dt_schema_key *key)
{
	return (struct dt_schema_key){
		.name = key->name,
		.type = key->item,
		.words = key->words,
		.unit = key->unit,
	};
}

bool
dt_schema_needs(const struct dt_schema *schema)
{
	for (const struct dt_schema_key *key = schema->keys; key->name; key++)
		if (key->required)
			return true;
	return false;
}

bool
dt_schema_bounded(const struct dt_schema_key *key)
{
	return key->least != key->most;
}

static void
describe_number(const struct dt_schema_key *key, const char *what,
    struct dt_text *text)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	bool below = dt_schema_bounded(key) && key->least > -1e300;
	bool above = dt_schema_bounded(key) && key->most < 1e300;
	dt_number_print(key->least, least);
	dt_number_print(key->most, most);
	dt_text_add(text, "%s", what);
	if (below && above)
		dt_text_add(text, " from %s to %s", least, most);
	else if (below)
		dt_text_add(text, " of at least %s", least);
	else if (above)
		dt_text_add(text, " of at most %s", most);
}

static void
describe_words(const struct dt_schema_key *key, const char *lead,
    struct dt_text *text)
{
	dt_text_add(text, "%s", lead);
	for (size_t i = 0; key->words[i] != NULL; i++)
		dt_text_add(text, "%s%s", i > 0 ? ", " : "", key->words[i]);
}

static void
describe_list(const struct dt_schema_key *key, struct dt_text *text)
{
	static const char *const items[] = {
		[DT_TEXT] = "texts", [DT_NAME] = "names",
		[DT_NUMBER] = "numbers", [DT_COUNT] = "whole numbers",
		[DT_FLAG] = "yes or no", [DT_RAW] = "items",
	};
	bool map = key->type == DT_MAP;
	dt_text_add(text, map ? "a map of names to " : "a list of ");
	if (dt_schema_bounded(key))
		dt_text_add(text, "%d to %d ", (int)key->least,
		    (int)key->most);
	if (key->group != NULL)
		dt_text_add(text, "maps");
	else if (key->item == DT_WORD)
		describe_words(key, "these: ", text);
	else
		dt_text_add(text, "%s", items[key->item]);
	if (key->kind != NULL)
		dt_text_add(text, ", or names of files of the kind %s",
		    key->kind);
}

static const char *
article(const char *noun)
{
	return strchr("aeiou", noun[0]) ? "an" : "a";
}

static void
describe_name(const struct dt_schema_key *key, struct dt_text *text)
{
	if (key->kind != NULL)
		dt_text_add(text, "the name of %s %s", article(key->kind),
		    key->kind);
	else
		dt_text_add(text, "a name");
}

static void
describe_group(const struct dt_schema_key *key, struct dt_text *text)
{
	dt_text_add(text, "a map");
	if (key->shorthand)
		dt_text_add(text, ", or one number for all its numbers");
	if (key->kind != NULL)
		dt_text_add(text, ", or the name of %s %s",
		    article(key->kind), key->kind);
}

void
dt_schema_describe(const struct dt_schema_key *key, struct dt_text *text)
{
	switch (key->type) {
	case DT_TEXT:
		dt_text_add(text, "a text");
		break;
	case DT_NAME:
		describe_name(key, text);
		break;
	case DT_NUMBER:
		describe_number(key, "a number", text);
		break;
	case DT_COUNT:
		describe_number(key, "a whole number", text);
		break;
	case DT_FLAG:
		dt_text_add(text, "yes or no");
		break;
	case DT_WORD:
		describe_words(key, "one of: ", text);
		break;
	case DT_GROUP:
		describe_group(key, text);
		break;
	case DT_LIST:
	case DT_MAP:
		describe_list(key, text);
		break;
	case DT_RAW:
		dt_text_add(text, "a form of its own");
		break;
	}
}
