/*
 * parts_seat: one agent's departures, looked at by themselves, so that several
 * agents may be at once; and put together, agent by agent.
 */
#ifndef DT_COMPLY_PARTS_SEAT_H
#define DT_COMPLY_PARTS_SEAT_H

#include "comply/parts_internal.h"

/* What was found: see the same in struct dt_parts. */
struct dt_parts_told {
	struct dt_comply_verdict v;
	double shown[DT_COMPLY_PARTS], open[DT_COMPLY_PARTS];
	struct dt_comply_case sure[DT_COMPLY_PARTS];
	bool by_focal[DT_COMPLY_PARTS];
	int64_t enough[DT_COMPLY_PARTS];
	double scale, rounding;
};

struct dt_parts_seat {
	size_t agent;
	struct dt_parts_told all;
	bool others;                    /* states after others' notice were
	                                 * looked at: */
	struct dt_parts_told early;     /* what stood before that */
};

/* Nothing is told yet. */
void dt_parts_told_start(struct dt_parts *parts);

/* All of seat->agent; `of` is of the whole. Freed with dt_parts_seat_free, also
 * after an error. */
enum dt_status dt_parts_seat_judge(struct dt_parts_seat *seat,
    const struct dt_parts *of, const int64_t beyond[2], struct dt_error *err);
void dt_parts_seat_free(struct dt_parts_seat *seat);

/* What was found of it goes to that of the agents before; but not what came of
 * others' notice, where they have shown the answer already. DT_ENOMEM */
enum dt_status dt_parts_seat_merge(struct dt_parts *all,
    const struct dt_parts_seat *seat);

#endif
