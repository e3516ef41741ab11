/* seal_round: the signed entries of one round. For seal.c alone. */
#ifndef DT_SEAL_ROUND_H
#define DT_SEAL_ROUND_H

#include "play/seal.h"

/* before: the round before it, or NULL. */
enum dt_status dt_seal_round(const struct dt_seal_maker *maker, int64_t run,
    const struct dt_tally *tally, const struct dt_tape_round *round,
    const struct dt_tape_round *before, struct dt_seal *seal,
    struct dt_error *err);

#endif
