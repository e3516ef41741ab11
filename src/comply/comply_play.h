/* comply_play: what the two files of the verdict by play share. */
#ifndef DT_COMPLY_PLAY_H
#define DT_COMPLY_PLAY_H

#include "comply/comply.h"

enum {
	DT_COMPLY_PLAY_LATE = 10,       /* rounds before the end */
	DT_COMPLY_PLAY_STAGES = 3,      /* earlier, late, last */
	DT_COMPLY_PLAY_KEYS = DT_PHASES * (DT_COMPLY_STRIKES + 1) * 2 *
	    DT_COMPLY_PLAY_STAGES,
	DT_COMPLY_PLAY_BATCH = 16,
};

/* Departures of one kind in states of one key: what they gain, summed and
 * squared, beside the value of complying; `norm` as in comply_play.c. */
struct dt_comply_play_tally {
	int64_t n;
	double sum, squares, value, norm;
};

/* What one thread adds up, batch by batch. A key is ((phase, strikes), party),
 * then stage, the last turning fastest. */
struct dt_comply_play_sheet {
	struct dt_comply_play_tally cell[DT_AGENTS_MOST][DT_CHAIN_DEPARTURES]
	    [DT_COMPLY_PLAY_KEYS];
	double start[DT_AGENTS_MOST];
};

/* Adds up DT_COMPLY_PLAY_BATCH sheets, into the first, and judges; of the
 * verdict `samples` is set and there is room for all cases. False: something
 * is not finite, and nothing may be drawn from it. */
bool dt_comply_play_judge(struct dt_comply_play_sheet *const *sheets,
    size_t agents, struct dt_comply_verdict *verdict);

#endif
