/*
 * play_internal: what the files of play share.
 *
 * Runs are dealt out in blocks. A ring of slots holds the blocks that are
 * being played or wait for the caller; block b is in slot b mod SLOTS. A
 * thread takes the next block when its slot is free; the caller empties the
 * slots in order. One lock, two conditions; they are touched once a block.
 */
#ifndef DT_LAB_PLAY_INTERNAL_H
#define DT_LAB_PLAY_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "engine/lanes.h"
#include "play/play.h"
#include "play/tape.h"

enum {
	DT_PLAY_BLOCK_MOST = 64,        /* runs, of the reference engine */
	DT_PLAY_SLOTS = 16, DT_PLAY_THREADS_MOST = 256,
};

struct dt_play_slot {
	bool ready;
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
	struct dt_lanes_program *shown; /* keeps rounds; for the first block
	                                 * if its first run is asked for */
	struct dt_tape tape;            /* the first run's rounds */
	struct dt_tally tally;          /* of the run handed out */
};

struct dt_play {
	const struct dt_experiment *experiment;
	struct dt_play_request request;
	bool by_lanes;
	int64_t block_size, blocks;
	pthread_mutex_t lock;
	pthread_cond_t filled, freed;
	int64_t next_block;             /* to be played */
	int64_t read_block;             /* the caller's */
	struct dt_play_slot *reading;   /* its slot, once it is ready */
	size_t read_run;                /* within it */
	atomic_bool stopping;           /* looked at between rounds */
	struct dt_error fault;          /* why a thread gave up */
	int n_threads;
	pthread_t threads[DT_PLAY_THREADS_MOST];
	struct dt_play_run run;         /* the last one handed out */
	struct dt_play_lanes lanes;
	struct dt_play_slot slots[DT_PLAY_SLOTS];
};

/* Compiles what is asked for. DT_EUSAGE: lanes cannot. */
enum dt_status dt_play_lanes_open(struct dt_play *play,
    struct dt_error *err);
/* After the threads have ended. */
void dt_play_lanes_close(struct dt_play *play);

/* A thread plays a block into its slot. False: why is in err. */
bool dt_play_lanes_block(struct dt_play *play, struct dt_play_slot *slot,
    int64_t block, struct dt_error *err);

/* The next run of the slot that is read, from play->read_run on, or NULL. */
const struct dt_play_run *dt_play_lanes_next(struct dt_play *play);

#endif
