/*
 * ppe_step: one application of B, see ppe.h; and the pieces that it is made
 * of, so that who did not find them can check them.
 */
#ifndef DT_REPEAT_PPE_STEP_H
#define DT_REPEAT_PPE_STEP_H

#include "base/status.h"
#include "repeat/polygon.h"
#include "repeat/signals.h"

/* Payoffs, each with the profile that is played for it and what is promised
 * after each signal. Zeroed it is empty; dt_ppe_step_free releases it. */
struct dt_ppe_step_pieces {
	size_t n, room, signals;
	struct dt_polygon_point *at;
	size_t *profile;
	struct dt_polygon_point *promise;       /* [piece * signals + y] */
};

void dt_ppe_step_free(struct dt_ppe_step_pieces *pieces);

/* Pieces of B(from), a set that is not empty: the farthest in the directions
 * of `wanted`'s edges, and on between what was found as long as more than
 * `near` (payoff) of `wanted` lies beyond it; where wanted is NULL, as long as
 * B lies beyond it. `to` becomes their hull. What is not settled is left out,
 * so that `to` lies in B(from) whatever happens. */
enum dt_status dt_ppe_step(const struct dt_signals *game,
    double continuation, const struct dt_polygon *from,
    const struct dt_polygon *wanted, double near,
    struct dt_ppe_step_pieces *pieces, struct dt_polygon *to,
    struct dt_error *err);

#endif
