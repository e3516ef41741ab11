/*
 * digest: what a database says, as a paper (paper.h): the answer in three
 * sentences, whether the file is authentic, and for each experiment, sweep and
 * solution its pictures with the tables that they are drawn from.
 *
 * Figures come from what is kept of runs, in the way in which `run` works them
 * out (play/summary.h), so that they are the same to the last digit; no round
 * is read but those of the runs that are shown move by move. Whatever tables
 * the file has, merged or empty, there is a paper of it.
 */
#ifndef DT_REPORT_DIGEST_H
#define DT_REPORT_DIGEST_H

#include "catalogue/catalogue.h"
#include "report/paper.h"

enum dt_digest_check {
	DT_DIGEST_FIT,          /* whole where that takes seconds, else quick */
	DT_DIGEST_QUICK,        /* tables, configurations, keys, a few cells */
	DT_DIGEST_WHOLE,        /* the audit of detente audit */
	DT_DIGEST_NONE,
};

struct dt_digest_request {
	const char *database;           /* path */
	int64_t experiment;             /* of this one alone; 0: of all */
	enum dt_digest_check check;
	int threads;
	const struct dt_catalogue *catalogue;
	const char *version;            /* of the program */
	const char *cite;               /* how to cite it */
	const struct dt_stop *stop;     /* or NULL */
	bool thresholds;                /* of a brief: see brief.h */
};

/* The paper is filled; free it in any case. DT_EUSAGE: no such experiment;
 * DT_ESTOPPED; else as dt_query_open. */
enum dt_status dt_digest(const struct dt_digest_request *request,
    struct dt_arena *arena, struct dt_paper *paper, struct dt_error *err);

/* A sheet (brief.h) of its experiment, or of the scenario of its first sweep or
 * solution. DT_EUSAGE as above. */
enum dt_status dt_digest_brief(const struct dt_digest_request *request,
    struct dt_arena *arena, struct dt_text *page, struct dt_error *err);

#endif
