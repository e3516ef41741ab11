/* ppe_cut_internal: parts of ppe_cut.c. */
#ifndef DT_REPEAT_PPE_CUT_INTERNAL_H
#define DT_REPEAT_PPE_CUT_INTERNAL_H

#include "repeat/ppe_cut.h"

struct dt_ppe_cut_column {
	size_t signal, corner;
};

struct dt_ppe_cut {
	const struct dt_signals *game;
	double c;
	bool *out;              /* by profile: shown to be of no use */
	size_t *order;          /* profiles, best l.u first */
	double *reach;          /* by profile: l.u */
	double *price;          /* of incentives, then of signals */
	double *last;           /* [profile]: as above, of its last program */
	size_t incentives;
	struct dt_ppe_cut_bound found;
	size_t columns, room;   /* of a program: corners after a signal */
	struct dt_ppe_cut_column *column;
};

/* A bound of h from profile a alone, about as good as `near`; it becomes the
 * last term of `found`. False: memory is out. With direction (0, 0): below 0
 * where prices show that a cannot be enforced. */
bool dt_ppe_cut_program(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    size_t a, double x, double y, double near, double *h);

#endif
