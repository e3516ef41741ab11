/*
 * votes: how likely, or in how many ways, so many members are in favour and
 * with how much weight.
 *
 * A list of different (how many, their weight) that grows as members are
 * added, with what is equal put together: as many entries as there are
 * members where all weigh the same, and at most 2^members. Made by
 * dt_votes_new, owned by the caller, released by dt_votes_free.
 */
#ifndef DT_PACT_VOTES_H
#define DT_PACT_VOTES_H

#include <stddef.h>

#include "base/status.h"

enum { DT_VOTES_MOST = 1000000 };       /* entries */

struct dt_vote {
	size_t count;           /* members in favour */
	double weight;          /* of these together */
	double measure;         /* ways, or the chance */
};

struct dt_votes {
	size_t n, room;
	struct dt_vote *list;   /* by count, then by weight */
};

/* Nobody yet: one entry, (0, 0), of measure 1. */
enum dt_status dt_votes_new(struct dt_votes *votes, struct dt_error *err);
void dt_votes_free(struct dt_votes *votes);

/* One more member of that weight (>= 0), in favour with measure `yes` and
 * against with `no`: 1 and 1 count ways, p and 1 - p give chances. DT_EUSAGE:
 * more than DT_VOTES_MOST different sums. */
enum dt_status dt_votes_add(struct dt_votes *votes, double weight, double yes,
    double no, struct dt_error *err);

#endif
