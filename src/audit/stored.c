/* stored: see stored.h. */
#include "audit/stored.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum dt_status
dt_stored_experiment(struct dt_arena *arena, const struct dt_cell *row,
    struct dt_experiment *experiment, struct dt_error *err)
{
	struct dt_faults faults = { .arena = arena };
	const char *config = dt_arena_copy(arena,
	    row[DT_STORE_SCAN_CONFIG].text);
	if (config == NULL)
		return dt_status_no_memory(err);
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_node *root = NULL;
	enum dt_status status = dt_node_read(arena, &source, &root, &faults,
	    err);
	if (status == DT_OK)
		status = dt_experiment_compile(arena, root, experiment,
		    &faults, err);
	if (status == DT_EINPUT)
		return dt_status_fail(err, DT_ESTORE, "the configuration of "
		    "experiment %" PRId64 " is no scenario: see detente "
		    "audit", row[DT_STORE_SCAN_ID].integer);
	if (status)
		return status;
	if (strcmp(row[DT_STORE_SCAN_ENGINE].text, "lanes") == 0)
		experiment->engine = DT_ENGINE_LANES;
	experiment->seed = strtoull(row[DT_STORE_SCAN_SEED].text, NULL, 10);
	return dt_experiment_name(arena, experiment, err);
}
