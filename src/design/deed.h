/*
 * deed: a treaty that was designed, as a file that people read, and judged
 * afresh from that file's text: read, compiled and solved as `solve` does,
 * with nothing of what found it.
 */
#ifndef DT_DESIGN_DEED_H
#define DT_DESIGN_DEED_H

#include "catalogue/experiment.h"
#include "comply/comply.h"

/* The text with only what it says beyond defaults; appended. DT_ENOMEM */
enum dt_status dt_deed_print(struct dt_arena *arena,
    const struct dt_treaty *treaty, struct dt_text *text,
    struct dt_error *err);

struct dt_deed_judged {
	struct dt_comply_verdict verdict;       /* released by
	                                 * dt_comply_verdict_free */
	struct dt_experiment experiment;        /* in the arena */
};

/* Of the experiment's scenario, with this text as its treaty. DT_EINPUT: it
 * cannot be read back. */
enum dt_status dt_deed_judge(struct dt_arena *arena,
    const struct dt_experiment *experiment, const char *text,
    struct dt_deed_judged *judged, struct dt_error *err);

#endif
