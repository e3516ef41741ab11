/*
 * comply_play_root: for which values of one quantity a treaty that is played
 * holds: where no departure that was tried gains.
 *
 * The same random words at every value, so that what is compared differs by the
 * quantity alone. A sign shows if the slack is three standard errors from 0. Looks
 * along the range, then closer between two that show other signs: what is left
 * between them is the end's interval. What lies between two looks may hide a
 * stretch that is narrower.
 */
#ifndef DT_COMPLY_PLAY_ROOT_H
#define DT_COMPLY_PLAY_ROOT_H

#include "comply/comply_play.h"
#include "comply/dial.h"

/* `looks` and `check` of the dial are not heeded. In `found` an end's `step` is
 * the half width of its interval: beyond it, to both sides, signs show; NAN: of
 * an edge. `states` is 0. DT_EUSAGE: nowhere was there an
 * answer. */
enum dt_status dt_comply_play_root(const struct dt_dial *dial,
    const struct dt_comply_play_request *request, struct dt_dial_found *found,
    struct dt_error *err);

#endif
