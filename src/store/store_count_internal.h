/*
 * store_count_internal: what is counted of a run; shared by store_count.c, which
 * counts, and store_count_put.c, which writes.
 */
#ifndef DT_STORE_STORE_COUNT_INTERNAL_H
#define DT_STORE_STORE_COUNT_INTERNAL_H

#include "store/store_count.h"
#include "store/store_internal.h"

enum {
	DT_STORE_COUNT_PHASES = 16,     /* kinds of them in a run */
	DT_STORE_COUNT_PHASE = 32,      /* bytes of a word */
};

/* Moves of one agent that were alike, in one phase. */
struct dt_store_count_kind {
	size_t agent, phase;
	int flags;
	int64_t rounds;
	double payoff, fine;
};

struct dt_store_count_pair {
	int64_t both, own, other, neither;      /* paused, executed */
	int64_t after_pause, paused_after_pause;
	int64_t after_race, paused_after_race;
};

/* One round of all runs, or of one. */
struct dt_store_count_sum {
	int64_t runs, pauses, all_paused, in_force, suspended, alarms,
	    breaches, findings;
	bool unknown;           /* what the last two need was not kept */
};

struct dt_store_count {
	sqlite3 *db;
	const char *path;
	sqlite3_stmt *put_kind, *put_pair, *put_sum;
	int64_t experiment, run;        /* run 0: none is open */
	size_t agents;
	int64_t round;          /* the last; 0: none */
	struct dt_store_count_sum now;  /* of it, of this run */
	char phases[DT_STORE_COUNT_PHASES][DT_STORE_COUNT_PHASE];
	size_t n_phases, phase;         /* phase: index of the last */
	struct dt_store_count_kind *kinds;
	size_t n_kinds, room;
	/* where in kinds, from 1 */
	uint32_t slot[DT_STORE_COUNT_AGENTS][DT_STORE_COUNT_PHASES]
	    [DT_STORE_FLAGS];
	int bits;               /* rounds in the window, and of the agents: */
	uint64_t raced[DT_STORE_COUNT_AGENTS];
	bool follows;           /* the window follows on a round, in which: */
	bool last[DT_STORE_COUNT_AGENTS];       /* the agent raced */
	struct dt_store_count_pair pair[DT_STORE_COUNT_AGENTS]
	    [DT_STORE_COUNT_AGENTS];
	struct dt_store_count_sum *sums;        /* by round, from 1 */
	size_t n_sums, room_sums;
};

/* What one of the agents' moves, a pair, a round came to, as rows. */
enum dt_status dt_store_count_put_kinds(struct dt_store_count *count,
    struct dt_error *err);
enum dt_status dt_store_count_put_pairs(struct dt_store_count *count,
    struct dt_error *err);
enum dt_status dt_store_count_put_sum(struct dt_store_count *count,
    int64_t round, const struct dt_store_count_sum *sum, struct dt_error *err);

#endif
