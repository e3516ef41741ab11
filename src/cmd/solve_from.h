/* solve_from: what the files of detente solve --from share. */
#ifndef DT_CMD_SOLVE_FROM_H
#define DT_CMD_SOLVE_FROM_H

#include "cmd/solve.h"
#include "infer/recorded.h"

struct dt_cmd_solve_from_job {
	struct dt_command_call *call;
	const char *path;
	struct dt_recorded recorded;
	struct dt_recorded_request request;
	enum dt_recorded_alike alike;
	int threads;
};

/* solve_from_refine.c: plays what is needed into the database; the games are
 * to be read again after it. DT_EXIT_INTERRUPTED says what is kept. */
enum dt_exit dt_cmd_solve_from_refine(struct dt_cmd_solve_from_job *job);

#endif
