/* outside_hear: what programs answer; see outside_words.h. */
#include <jansson.h>
#include <string.h>

#include "base/memory.h"
#include "outside/outside.h"
#include "outside/outside_words.h"

static enum dt_status
not_a_move(const char *answer, struct dt_error *err)
{
	struct dt_text shown = { 0 };
	size_t n = strlen(answer);
	dt_text_add_visible(&shown, answer, n > 60 ? 60 : n);
	enum dt_status status = dt_status_fail(err, DT_EINPUT, "it answered "
	    "'%s'%s, and an answer is {\"move\": \"pause\"} or {\"move\": "
	    "\"race\"}", dt_text_string(&shown), n > 60 ? "..." : "");
	dt_text_free(&shown);
	return status;
}

enum dt_status
dt_outside_hear_move(const char *answer, bool *races, struct dt_error *err)
{
	json_error_t why;
	json_t *json = json_loads(answer, JSON_REJECT_DUPLICATES, &why);
	const char *move = json_string_value(json_object_get(json, "move"));
	enum dt_status status = DT_OK;
	*races = move != NULL && strcmp(move, "race") == 0;
	if (move == NULL || (!*races && strcmp(move, "pause") != 0))
		status = not_a_move(answer, err);
	json_decref(json);
	return status;
}

char *
dt_outside_hear(const char *answer, struct dt_outside_said *said)
{
	json_error_t why;
	json_t *json = json_loads(answer, JSON_REJECT_DUPLICATES, &why);
	const json_t *accept = json_object_get(json, "accept");
	const char *text = json_string_value(json_object_get(json, "propose"));
	char *copy = text != NULL ? dt_memory_new(strlen(text) + 1, 1) : NULL;
	if (copy != NULL)
		memcpy(copy, text, strlen(text) + 1);
	*said = (struct dt_outside_said){
		.walks = json_is_true(json_object_get(json, "walk")),
		.passes = json_is_true(json_object_get(json, "pass")),
		.answers = json_is_boolean(accept),
		.accepts = json_is_true(accept) };
	json_decref(json);
	return copy;
}

void
dt_outside_hear_free(char *text)
{
	dt_memory_free(text);
}
