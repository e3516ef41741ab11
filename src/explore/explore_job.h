/*
 * explore_job: a question in a process of its own, so that it has a limit of
 * time and of memory, and can be left where it stands.
 */
#ifndef DT_EXPLORE_JOB_H
#define DT_EXPLORE_JOB_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/text.h"

enum {
	DT_EXPLORE_SECONDS = 60,        /* of a processor */
	DT_EXPLORE_MEMORY = 1 << 30,    /* bytes of address space more */
};

struct dt_explore_job {
	int64_t number;         /* 0: no job */
	char page[40];          /* who asked, and what: the next question of */
	char what[16];          /* its kind takes this one's place */
	pid_t child;
	int pipe;               /* -1: all has come */
	unsigned status;        /* of the answer; 0: not yet */
	struct dt_text answer;
	int64_t heard;          /* ms: when somebody last asked for it */
};

/* Begins: `work` runs in another process, writes its answer, and returns its
 * HTTP status. False: the system refuses. */
bool dt_explore_job_start(struct dt_explore_job *job,
    unsigned (*work)(void *of, struct dt_text *answer), void *of);

/* Takes what has come, waiting at most so long; true once all is there. */
bool dt_explore_job_wait(struct dt_explore_job *job, int milliseconds);

/* Ends it wherever it stands. */
void dt_explore_job_end(struct dt_explore_job *job);

#endif
