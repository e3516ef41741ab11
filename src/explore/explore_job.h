/*
 * explore_job: a question in a process of its own, so that it has a limit of
 * time and of memory, and can be left where it stands. It may say what it found
 * so far. It ends with the server, however that ends.
 */
#ifndef DT_EXPLORE_JOB_H
#define DT_EXPLORE_JOB_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

#include "base/text.h"

enum {
	DT_EXPLORE_SECONDS = 60,        /* of a processor */
	DT_EXPLORE_SECONDS_BEHIND = 300,        /* of what stands back */
};
/* Bytes of address space. The largest graphs of a shipped pair (group-of-ten under
 * climate-club, with a known end and without) take 1.4 GB, 2.2 of them as they
 * grow. */
#define DT_EXPLORE_MEMORY ((rlim_t)3 << 30)

struct dt_explore_job {
	int64_t number;         /* 0: no job */
	char page[40];          /* who asked, and what: the next question of */
	char what[16];          /* its kind takes this one's place */
	pid_t child;
	pid_t ending;           /* of a question before, which it has answered;
	                         * 0: it has ended */
	int pipe;               /* -1: all has come */
	unsigned status;        /* of the answer; 0: not yet */
	struct dt_text answer;  /* until then the last part of it, */
	int64_t parts;          /* if so many have come; 0: none */
	int64_t given;          /* of which so many were handed out; */
	int64_t fresh;          /* ms: when the first came that was not */
	struct dt_text come;    /* bytes that are not whole yet */
	int64_t heard;          /* ms: when somebody last asked for it */
};

/* Begins: `work` runs in another process, writes its answer, and returns its
 * HTTP status. behind: from 0 to 19, how far it stands back behind others that
 * want a processor. False: the system refuses. */
bool dt_explore_job_start(struct dt_explore_job *job, int behind,
    unsigned (*work)(void *of, struct dt_text *answer), void *of);

/* Within `work`: what stands so far, in place of what was said before. */
void dt_explore_job_part(const struct dt_text *part);

/* From now on it stands so far back behind others that want a processor: from 0
 * to 19. */
void dt_explore_job_stand_back(int behind);

/* Takes what has come; true once the answer has. `now`: ms. */
bool dt_explore_job_take(struct dt_explore_job *job, int64_t now);

/* Ends it wherever it stands, and its process has ended. */
void dt_explore_job_end(struct dt_explore_job *job);

/* Of one whose answer is there: the place is free. */
void dt_explore_job_forget(struct dt_explore_job *job);

/* A process that had said its answer here is the system's again, if it has ended.
 * It takes milliseconds to give back what it had: no answer waits for that. */
void dt_explore_job_reap(struct dt_explore_job *job);

#endif
