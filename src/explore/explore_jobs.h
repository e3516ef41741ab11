/*
 * explore_jobs: the questions that are at work, each in a process of its own
 * (explore_job.h). None is waited for: a request whose answer is not there yet is
 * put off (web.h), until a process has said something or its time is over.
 */
#ifndef DT_EXPLORE_JOBS_H
#define DT_EXPLORE_JOBS_H

#include "explore/explore.h"
#include "explore/explore_ask.h"

/* A question that was `received` (ms) is begun; its page's last one of the kind
 * ends, and with a new verdict what is worked out behind the one before. */
void dt_explore_jobs_ask(struct dt_explore *explore, struct dt_explore_ask *ask,
    int64_t received, struct dt_web_reply *reply);
/* The same request once more, whose question has this number. */
void dt_explore_jobs_ask_again(struct dt_explore *explore, int64_t number,
    int64_t received, struct dt_web_reply *reply);

/* What there is of a question, at `until` (ms), or sooner where it is answered
 * or has said more than `seen` parts. */
void dt_explore_jobs_go_on(struct dt_explore *explore, int64_t number,
    int64_t until, int64_t seen, struct dt_web_reply *reply);

/* The jobs of a page end: all, or those behind a design that it has left. */
void dt_explore_jobs_end(struct dt_explore *explore, const char *page,
    bool all);

/* What jobs have said is taken, for those who wait for it; what nobody has asked
 * for in five seconds ends. The answer is ms until this is due again. */
int64_t dt_explore_jobs_tick(void *explore, int64_t now);

#endif
