/* sweep: what the files of the verb `sweep` share. */
#ifndef DT_CMD_SWEEP_H
#define DT_CMD_SWEEP_H

#include "cmd/run.h"
#include "play/figure.h"
#include "sweep/sweep_mpi.h"
#include "sweep/sweep_record.h"

/* A call of the verb, from its options to its end. */
struct dt_cmd_sweep_job {
	struct dt_command_call *call;
	struct dt_sweep sweep;
	struct dt_sweep_mpi mpi;
	const struct dt_figure *measure;        /* that is shown */
	int64_t shard, shards;  /* 1 of 1: all */
	int threads;
	struct dt_store *store;
	struct dt_sweep_record record;
	const char *kept;       /* in which file, once it is closed */
	bool *done;             /* [cell - 1]: in the file */
	int64_t *todo;          /* cells to play, in order */
	int64_t n_todo, skipped;
	double *values;         /* [cell - 1]: the measure, or NAN */
	struct dt_progress progress;
};

/* Whether the seed is that by which the file has the sweep: all processes say
 * the same, and rank 0 shares it. */
bool dt_cmd_sweep_asks_seed(const struct dt_cmd_sweep_job *job);

/* Answers, keeps and prints the cells; the sweep has been made. */
enum dt_exit dt_cmd_sweep_do(struct dt_cmd_sweep_job *job);

/* What came out, in the form of --format. */
enum dt_exit dt_cmd_sweep_print(const struct dt_cmd_sweep_job *job);

/* The table of one measure over one or two axes, the others averaged out. */
void dt_cmd_sweep_map(const struct dt_cmd_sweep_job *job,
    struct dt_text *text);

#endif
