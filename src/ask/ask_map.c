/* ask_map: over one or two keys, where the treaty is kept. */
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/keeping_map.h"

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
	request.sets = dt_ask_sets(ask);
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
