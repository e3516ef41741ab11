/* run_negotiate: what the files of `run --negotiate` share. */
#ifndef DT_CMD_RUN_NEGOTIATE_H
#define DT_CMD_RUN_NEGOTIATE_H

#include "cmd/run.h"
#include "cmd/talks.h"

/* Runs that live under the same text from the same round on. */
struct dt_cmd_run_group {
	const struct dt_talks_outcome *outcome;
	int64_t runs;
	const char **sets;      /* beyond the call's own */
	const char *treaty;
	struct dt_experiment experiment;
	struct dt_summary summary;
};

struct dt_cmd_run_talks {
	struct dt_command_call *call;
	struct dt_cmd_talks talks;
	struct dt_error err;
	struct dt_faults faults;
	struct dt_cmd_run_group *groups;
	size_t n;
	struct dt_store *store;
	struct dt_summary all;
	struct dt_solution solution;
};

/* What came of it, as --format says. */
enum dt_exit dt_cmd_run_negotiate_tell(struct dt_cmd_run_talks *job);

#endif
