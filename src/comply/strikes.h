/*
 * strikes: what is hidden where strikes have no end, since they are forgiven,
 * and so many stand for any more.
 *
 * Two courses of the treaty with the same coins, one with all strikes and one
 * with so many, are the same until a party had one more than so many, and then
 * was forgiven so often that the last rung is not its next. So no value, of
 * whatever plan, is off by more than what all payoffs could make of that,
 * discounted to that time: for the focal agent by the least rounds that it
 * takes, for others, who comply, by the chance of each round that they are
 * found.
 */
#ifndef DT_COMPLY_STRIKES_H
#define DT_COMPLY_STRIKES_H

#include "comply/scene.h"

struct dt_strikes {
	const struct dt_graph *graph;
	double keep;
	double range;                   /* of what a round may pay */
	int64_t times;                  /* that it is forgiven until it shows */
	double once;                    /* discount until it is forgiven one */
	double focal;                   /* once it has more than are counted */
	double *other;                  /* [strikes * cleans + clean]; owned */
	size_t cleans;
};

/* All 0 where nothing is cut. DT_ENOMEM. Freed with dt_strikes_free. */
enum dt_status dt_strikes_start(struct dt_strikes *strikes,
    const struct dt_scenes *scenes, double keep, struct dt_error *err);
void dt_strikes_free(struct dt_strikes *strikes);

/* By how much any value of a state may be off: payoff, in all. *by_focal: most
 * of it is of the focal agent's strikes. */
double dt_strikes_off(const struct dt_strikes *strikes, size_t state,
    bool *by_focal);

/* So many of the focal agent are to be counted for its own to hide no more than
 * `off` where it has so many: about that, for they are counted and looked at
 * again. */
int64_t dt_strikes_enough(const struct dt_strikes *strikes, int64_t has,
    double off);

/* So many are needed in a game of so many rounds for nothing to be hidden. */
int64_t dt_strikes_needed(const struct dt_terms *terms, int64_t rounds);

#endif
