/*
 * comply_internal: what the files of the exact verdict share.
 *
 * comply.c         builds chains, concludes
 * comply_values.c  values, and every departure in every state
 */
#ifndef DT_COMPLY_INTERNAL_H
#define DT_COMPLY_INTERNAL_H

#include "comply/comply.h"

struct dt_comply_judging {
	const struct dt_comply_model *m;
	struct dt_chain *chain;
	size_t agent;
	double keep;
	struct dt_comply_verdict *v;
	struct dt_error *err;
	double scale;                   /* of what counts as zero */
	double off;                     /* of all values, at the most, but for
	                                 * strikes that are not counted */
	int64_t beyond;                 /* strikes counted beyond the last
	                                 * rung's, if they are not all */
	enum dt_status status;
};

/* Adds a case, or takes it in place of a lesser one like it. */
void dt_comply_values_add(struct dt_comply_judging *judging,
    const struct dt_comply_case *one);

/* All cases of an agent, and its value at the start. */
void dt_comply_values_endless(struct dt_comply_judging *judging);
void dt_comply_values_ending(struct dt_comply_judging *judging);

#endif
