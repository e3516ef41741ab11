/*
 * play_internal: what the files of play share.
 *
 * Runs are dealt out in blocks, which a pool plays and hands out in order.
 * A ring of slots holds the blocks that are being played or wait for the
 * caller; block b is in slot b mod SLOTS.
 */
#ifndef DT_PLAY_INTERNAL_H
#define DT_PLAY_INTERNAL_H

#include "base/pool.h"
#include "lanes/lanes.h"
#include "outside/outside.h"
#include "play/play.h"
#include "play/tape.h"

enum {
	DT_PLAY_BLOCK_MOST = 64,        /* runs, of the reference engine */
	DT_PLAY_SLOTS = 16,
};

struct dt_play_slot {
	size_t n;                       /* runs in it */
	/* Of the reference engine, by place in the block: */
	int64_t number[DT_PLAY_BLOCK_MOST];
	struct dt_tally tally[DT_PLAY_BLOCK_MOST];
	struct dt_tape tape[DT_PLAY_BLOCK_MOST];
	bool taped[DT_PLAY_BLOCK_MOST];
	struct dt_seal seal[DT_PLAY_BLOCK_MOST];
	/* Of lanes: it keeps the tallies until they are read. */
	struct dt_lanes *lanes;
	struct dt_seal *seals;          /* by lane, if runs are sealed */
};

/* What threads share that play by lanes. */
struct dt_play_lanes {
	struct dt_lanes_program *program;
	struct dt_lanes_program *shown; /* keeps rounds; for the block of the run
	                                 * whose rounds are asked for */
	struct dt_tape tape;            /* these rounds */
	struct dt_tally tally;          /* of the run handed out */
};

/* What a hand of the pool plays with. */
struct dt_play_hand {
	struct dt_world *world;         /* not by lanes */
	struct dt_outside *outside;     /* where programs play, or NULL */
	struct dt_tape tape;            /* of runs that only a seal needs */
};

struct dt_play {
	const struct dt_experiment *experiment;
	struct dt_play_request request;
	bool by_lanes;
	int64_t block_size;
	size_t blocks;
	struct dt_pool *pool;
	struct dt_play_hand *hands[DT_PLAY_SLOTS];      /* [of the pool] */
	size_t read_block;              /* the caller's */
	struct dt_play_slot *reading;   /* its slot, once it is ready */
	size_t read_run;                /* within it */
	struct dt_play_run run;         /* the last one handed out */
	struct dt_play_lanes lanes;
	struct dt_play_slot slots[DT_PLAY_SLOTS];
};

/* Compiles what is asked for. DT_EUSAGE: lanes cannot. */
enum dt_status dt_play_lanes_open(struct dt_play *play,
    struct dt_error *err);
/* After the threads have ended. */
void dt_play_lanes_close(struct dt_play *play);

/* Plays a block into its slot. */
enum dt_status dt_play_lanes_block(struct dt_play *play,
    struct dt_play_slot *slot, const struct dt_pool_turn *turn,
    struct dt_error *err);

/* The next run of the slot that is read, from play->read_run on, or NULL. */
const struct dt_play_run *dt_play_lanes_next(struct dt_play *play);

#endif
