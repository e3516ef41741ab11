/* axis_words: see axis_words.h. */
#include "verdict/axis_words.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/scenario.h"

/* The word of a path at `from`, in a buffer of the caller's. */
static const char *
word_at(const char *from, char *word, size_t size)
{
	size_t length = strcspn(from, ".");
	if (length >= size)
		length = size - 1;
	memcpy(word, from, length);
	word[length] = '\0';
	return word;
}

static const char *
after(const char *path)
{
	path += strcspn(path, ".");
	return path + (*path == '.');
}

/* Down the schema; an item's or a seat's name stands between a list or a map
 * and its keys. */
const char *
dt_axis_words_unit(const char *key)
{
	const struct dt_schema *schema = &dt_scenario_schema;
	while (schema != NULL && *key != '\0') {
		char word[64];
		const struct dt_schema_key *row = dt_schema_key(schema,
		    word_at(key, word, sizeof(word)));
		key = after(key);
		if (row == NULL)
			return NULL;
		if (*key == '\0')
			return row->unit;
		if (row->type == DT_LIST || row->type == DT_MAP)
			key = after(key);
		schema = row->group;
	}
	return NULL;
}

/* What a key is of: the word before it, a rung by its number; NULL: of the
 * scenario or the treaty as a whole. */
static const char *
owner(struct dt_arena *arena, const char *key, const char *last)
{
	const char *from = key, *before = NULL;
	char word[64], list[64] = "";
	for (; from != last; from = after(from)) {
		if (before != NULL)
			word_at(before, list, sizeof(list));
		before = from;
	}
	if (before == NULL)
		return "";
	word_at(before, word, sizeof(word));
	if (strcmp(word, "treaty") == 0)
		return "";
	if (strcmp(list, "ladder") == 0)
		return dt_arena_print(arena, " of rung %s", word);
	return dt_arena_print(arena, " of %s", word);
}

const char *
dt_axis_words(struct dt_arena *arena, const char *key)
{
	const char *last = key;
	while (*after(last) != '\0')
		last = after(last);
	const char *of = owner(arena, key, last);
	char *words = of == NULL ? NULL :
	    dt_arena_print(arena, "%s%s", last, of);
	for (char *c = words; c != NULL && *c != '\0'; c++)
		if (*c == '_')
			*c = ' ';
	return words;
}
