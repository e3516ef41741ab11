/* pick: a figure in an answer's JSON text, by a path; see pick.h. */
#include "format/pick.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "format/pick_json.h"
#include "format/solution_json.h"

/* Whether a member is that word or that number. */
static bool
is(const json_t *value, const char *word)
{
	double number;
	if (json_is_string(value))
		return strcmp(json_string_value(value), word) == 0;
	return json_is_number(value) && dt_number_read(word, &number) &&
	    json_number_value(value) == number;
}

/* The item of a list that [N] or [COLUMN=VALUE] means. */
static const json_t *
item(struct dt_arena *arena, const json_t *list, const char *inside, size_t n)
{
	char *word = dt_arena_copy_n(arena, inside, n);
	char *equal = word == NULL ? NULL : strchr(word, '=');
	int64_t at;
	if (word == NULL || !json_is_array(list))
		return NULL;
	if (equal == NULL)
		return dt_number_read_whole(word, &at) && at >= 0 ?
		    json_array_get(list, (size_t)at) : NULL;
	*equal = '\0';
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *row = json_array_get(list, i);
		if (is(json_object_get(row, word), equal + 1))
			return row;
	}
	return NULL;
}

static struct dt_pick
wrong(struct dt_arena *arena, const json_t *json, const char *path, size_t n,
    const char *what)
{
	return (struct dt_pick){ NAN, NULL, dt_arena_print(arena,
	    json == NULL ? "the answer has nothing at %.*s" :
	    "what is at %.*s is no %s", (int)n, path, what) };
}

struct dt_pick
dt_pick_json(struct dt_arena *arena, const json_t *json, const char *path)
{
	const char *at = path;
	size_t length = strlen(path);
	bool count = length > 2 && strcmp(path + length - 2, "[]") == 0;
	if (count)
		length -= 2;
	while (at < path + length && json != NULL) {
		at += *at == '.';
		const char *start = at + (*at == '[');
		size_t n = strcspn(start, *at == '[' ? "]" : ".[");
		char *name = dt_arena_copy_n(arena, start, n);
		json = *at == '[' ? item(arena, json, start, n) :
		    name == NULL ? NULL : json_object_get(json, name);
		at = start + n + (start[n] == ']');
	}
	if (count && json_is_array(json))
		return (struct dt_pick){ .number =
		    (double)json_array_size(json) };
	if (!count && json_is_number(json))
		return (struct dt_pick){ .number = json_number_value(json) };
	if (!count && json_is_string(json))
		return (struct dt_pick){ NAN, dt_arena_copy(arena,
		    json_string_value(json)), NULL };
	return wrong(arena, json, path, (size_t)(at - path), count ? "list" :
	    "number");
}

enum dt_status
dt_pick_solution(struct dt_arena *arena, const struct dt_solution *solution,
    const char *const *paths, size_t n, struct dt_pick *picks,
    struct dt_error *err)
{
	json_t *json = dt_solution_json(solution);
	if (json == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n; k++)
		picks[k] = dt_pick_json(arena, json, paths[k]);
	json_decref(json);
	return DT_OK;
}
