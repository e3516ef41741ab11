/*
 * deed: a treaty that was designed, as a file that people read, and judged
 * afresh from that file's text: read, compiled and solved as `solve` does,
 * with nothing of what found it.
 */
#ifndef DT_DESIGN_DEED_H
#define DT_DESIGN_DEED_H

#include "catalogue/experiment.h"
#include "comply/comply_play.h"
#include "design/corner.h"

/* The text with only what it says beyond defaults; appended. DT_ENOMEM */
enum dt_status dt_deed_print(struct dt_arena *arena,
    const struct dt_treaty *treaty, struct dt_text *text,
    struct dt_error *err);

/* The verdict as it is, or at the first corner at which it fails. */
struct dt_deed_judged {
	size_t corner;
	struct dt_comply_verdict verdict;       /* released by
	                                 * dt_comply_verdict_free */
	struct dt_experiment experiment;        /* in the arena */
};

struct dt_deed_request {
	const struct dt_experiment *experiment; /* whose scenario it is */
	const struct dt_corner *corner; /* at which it is judged */
	size_t n_corners;
	bool threats;           /* to hold is to carry them out, too */
	struct dt_comply_play_request play;     /* where it is played */
};

/* With this text as its treaty. DT_EINPUT: it cannot be read back. */
enum dt_status dt_deed_judge(struct dt_arena *arena,
    const struct dt_deed_request *request, const char *text,
    struct dt_deed_judged *judged, struct dt_error *err);

static inline bool
dt_deed_holds(bool threats, const struct dt_comply_verdict *v)
{
	return threats ? v->answer == DT_COMPLY_YES : v->holds;
}

#endif
