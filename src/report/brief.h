/*
 * brief: one sheet of A4 about a scenario and its treaty: the answer, three
 * things that break it, what it costs, what is assumed, and what is not
 * modelled. A page as of html.h; needs no database.
 */
#ifndef DT_REPORT_BRIEF_H
#define DT_REPORT_BRIEF_H

#include "catalogue/experiment.h"
#include "play/summary.h"

enum { DT_BRIEF_LINES = 3, DT_BRIEF_RUNS = 200 };

struct dt_brief_request {
	const char *title;              /* NULL: of the scenario */
	const struct dt_experiment *experiment; /* NULL: it is not known; then
	                                 * only the lines are told */
	const struct dt_experiment *without;    /* the same without a treaty,
	                                 * to set the payoffs beside; or NULL */
	const struct dt_summary *played;        /* what it came to; NULL: its
	                                 * first DT_BRIEF_RUNS runs are played */
	const char *lines[DT_BRIEF_LINES];      /* beside the verdict; NULL: by
	                                 * what was played */
	bool thresholds;                /* also where they have to be played,
	                                 * which may take a minute */
	int threads;
	const char *command;            /* that makes it again */
	const char *version;
};

/* DT_ENOMEM, or as dt_keeping_solve. */
enum dt_status dt_brief(const struct dt_brief_request *request,
    struct dt_arena *arena, struct dt_text *page, struct dt_error *err);

#endif
