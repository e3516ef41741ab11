/*
 * explore: a page on which a treaty is turned like a dial. A site for the
 * server of pages (web/web.h): it reads questions, has each answered in a
 * process of its own (explore_job.h), and hands out what these say.
 *
 *   GET  /             the page
 *   GET  /api/start    scenarios and treaties
 *   POST /api/ask      a question: 200 with its answer, or, where that is not
 *                      there after 160 ms, 202 with the number of a job, and
 *                      sooner where something stands so far
 *   GET  /api/answer   ?job=N&seen=K&wait=MS: the same, later; what stands so
 *                      far, if that is more than K parts. It waits so long for
 *                      one more of them
 *   POST /api/leave    the page is closed
 *
 * Who asks (`page`) has one question of a kind at a time: the next one ends
 * it, and a new verdict what is worked out behind the one before. What nobody
 * has asked for in five seconds is ended too.
 */
#ifndef DT_EXPLORE_H
#define DT_EXPLORE_H

#include "catalogue/catalogue.h"
#include "explore/explore_job.h"
#include "web/web.h"

enum {
	DT_EXPLORE_JOBS = 12,   /* at a time; the oldest ends for another */
	DT_EXPLORE_KEPT = 128 << 20,    /* bytes of what is left for the next */
};

struct dt_explore {
	const struct dt_catalogue *catalogue;
	const char *scenario, *treaty;  /* of the call; or NULL */
	const char *database;   /* that pins are kept in; or NULL */
	struct dt_web *web;     /* that serves it; set before that runs */
	struct dt_explore_job jobs[DT_EXPLORE_JOBS];
	int64_t number;         /* of the last job */
	void *kept;             /* shared with jobs, one at a time: what a
	                         * verdict leaves for the next; or NULL */
	int64_t keeper;         /* number of the last job that it was lent to */
};

/* A site of this exploration, which outlives it. */
struct dt_web_site dt_explore_site(struct dt_explore *explore);

/* Ends what is still at work. */
void dt_explore_end(struct dt_explore *explore);

#endif
