/* ask_map: over one or two keys, where the treaty is kept. */
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/keeping_map.h"

/* The options as overrides of the scenario; NULL: memory is out. */
static const char *const *
sets_of(const struct dt_ask *ask)
{
	static const char *const options[] = { "treaty", "payoffs",
		"continuation", NULL };
	struct dt_arena *arena = ask->catalogue->arena;
	const char *const *given = dt_option_values(ask->options, "set");
	size_t n = 0;
	while (given[n] != NULL)
		n++;
	const char **sets = dt_arena_new(arena, n + 4, sizeof(*sets));
	n = 0;
	for (size_t k = 0; sets != NULL && options[k] != NULL; k++) {
		const char *value = dt_ask_value(ask, options[k]);
		if (value == NULL)
			continue;
		sets[n] = dt_arena_print(arena, "--%s=%s", options[k],
		    value);
		if (sets[n++] == NULL)
			return NULL;
	}
	for (; sets != NULL && *given != NULL; given++)
		sets[n++] = *given;
	return sets;
}

static enum dt_status
read_request(const struct dt_ask *ask,
    struct dt_keeping_map_request *request, struct dt_error *err)
{
	const char *const *vary = dt_option_values(ask->options, "vary");
	enum dt_status status = dt_ask_slack(ask, &request->play, err);
	if (request->scenario == NULL || strpbrk(request->scenario, "\"\\\n"))
		return dt_status_fail(err, DT_EUSAGE,
		    "--vary needs a SCENARIO");
	if (dt_ask_value(ask, "strategies") != NULL)
		return dt_status_fail(err, DT_EUSAGE, "who signs complies; "
		    "for the others use --set agents.NAME.strategy=STRATEGY");
	for (; status == DT_OK && *vary != NULL; vary++) {
		if (request->n_axes == DT_KEEPING_MAP_AXES)
			return dt_status_fail(err, DT_EUSAGE, "--vary can be "
			    "given twice at most; detente sweep takes more "
			    "axes");
		status = dt_keeping_map_read(ask->catalogue->arena, *vary,
		    &request->axes[request->n_axes++], err);
	}
	return status;
}

static enum dt_status
wait_for(const struct dt_ask *ask, struct dt_keeping_map *map,
    struct dt_error *err)
{
	size_t all, done;
	do {
		done = dt_keeping_map_wait(map, &all);
		if (ask->go_on != NULL && !ask->go_on(ask->context, "cells",
		    (int64_t)done, (int64_t)all))
			return dt_status_fail(err, DT_ESTOPPED,
			    "interrupted");
	} while (done < all);
	return DT_OK;
}

enum dt_status
dt_ask_map(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_keeping_map *map = NULL;
	struct dt_keeping_map_request request = { .scenario = ask->subject,
		.patience = dt_option_values(ask->options, "patience") };
	enum dt_status status = read_request(ask, &request, err);
	if (status != DT_OK)
		return status;
	request.sets = sets_of(ask);
	if (request.sets == NULL)
		return dt_status_no_memory(err);
	status = dt_keeping_map_new(&map, ask->catalogue, &request,
	    ask->faults, err);
	if (status == DT_OK)
		status = wait_for(ask, map, err);
	if (status == DT_OK)
		status = dt_keeping_map_tell(map, solution, ask->picture,
		    err);
	dt_keeping_map_free(map);
	return status;
}
