/*
 * lanes: 512 runs of one experiment at once, bit by bit.
 *
 * A plane is 512 bits, one a run (its lane). The moves, alarms and states of
 * strategies and treaty are planes, and a round is a list of operations on
 * planes: the model, compiled to a circuit (lanes_round.c reads beside
 * world.c). Chance comes as planes of random bits: a coin takes them from the
 * most significant bit down until every lane knows whether its word is below
 * its threshold, so that a lane is what the reference engine would play with
 * the words that its bits spell (base/random.h).
 *
 * Equal to the reference, bit for bit: every round (dt_lanes_round), and all
 * counts of a tally. The payments of a tally are counts times amounts, summed
 * in another order than round by round, so they round differently: by less
 * than 1e-12 of the sum of all that was paid and received.
 *
 * Runs have numbers; block b, from 0, is runs 512 b + 1 to 512 b + 512, and
 * depends on the model and b alone: not on the processor (AVX-512, AVX2 or
 * none of them), not on threads, not on what is counted. All 512 are played
 * even where fewer are wanted.
 *
 *     dt_lanes_compile(&program, model, DT_LANES_TALLIES, &err);
 *     lanes = dt_lanes_new(program);                      one a thread
 *     for each block:
 *             dt_lanes_play(lanes, block);
 *             for each run of it:
 *                     dt_lanes_tally(lanes, lane, &tally);
 *     dt_lanes_free(lanes);
 *     dt_lanes_release(program);                          after all threads
 */
#ifndef DT_ENGINE_LANES_H
#define DT_ENGINE_LANES_H

#include "engine/tally.h"

enum { DT_LANES = 512 };

/* What is kept of a run. It does not change what is played. */
enum dt_lanes_mode {
	DT_LANES_SUMS,          /* what dt_lanes_sums tells; the fastest */
	DT_LANES_TALLIES,       /* also what dt_lanes_tally tells */
	DT_LANES_MOVES,         /* also what dt_lanes_stretches tells */
	DT_LANES_ROUNDS,        /* also what dt_lanes_round tells */
};

/* The part of the processor that is used. */
enum dt_lanes_path {
	DT_LANES_PLAIN, DT_LANES_AVX2, DT_LANES_AVX512, DT_LANES_PATHS
};

struct dt_lanes_program;
struct dt_lanes;

/* DT_EUSAGE with the feature that stands in the way, if a model cannot be
 * played here; the reference engine plays every model. */
enum dt_status dt_lanes_supports(const struct dt_model *model,
    struct dt_error *err);

/* Immutable once made, shared by threads; owned by the caller. The model must
 * outlive it. Fails as dt_lanes_supports does, and with DT_ENOMEM. */
enum dt_status dt_lanes_compile(struct dt_lanes_program **program,
    const struct dt_model *model, enum dt_lanes_mode mode,
    struct dt_error *err);
void dt_lanes_release(struct dt_lanes_program *program);

/* NULL: memory is out. The program must outlive it. */
struct dt_lanes *dt_lanes_new(const struct dt_lanes_program *program);
void dt_lanes_free(struct dt_lanes *lanes);

/* The best path of this processor, and whether it has a given one. A player
 * takes the best unless told otherwise, between runs. */
enum dt_lanes_path dt_lanes_best(void);
bool dt_lanes_has(enum dt_lanes_path path);
void dt_lanes_use(struct dt_lanes *lanes, enum dt_lanes_path path);

/* Plays a block of runs to their ends. */
void dt_lanes_play(struct dt_lanes *lanes, uint64_t block);

/* The same in pieces: up to so many rounds at a time. False: all are over. */
void dt_lanes_begin(struct dt_lanes *lanes, uint64_t block);
bool dt_lanes_step(struct dt_lanes *lanes, int64_t rounds);

/* After the last round: what a lane's run came to. */
void dt_lanes_tally(struct dt_lanes *lanes, size_t lane,
    struct dt_tally *tally);

/* Rounds in a row in which an agent declared the same: from `from` until the
 * next stretch begins, or the run ends. */
enum dt_lanes_declared {
	DT_LANES_UNBOUND,       /* no party of a treaty in force */
	DT_LANES_PAUSE, DT_LANES_RACE
};
struct dt_lanes_stretch {
	uint32_t from, declared;
};

/* In DT_LANES_MOVES, after the last round: what an agent declared in a lane's
 * run, the first stretch from round 1; valid until the next block begins.
 * NULL: memory ran out. */
const struct dt_lanes_stretch *dt_lanes_stretches(struct dt_lanes *lanes,
    size_t lane, size_t agent, size_t *n);
/* Memory ran out for stretches while the block was played. */
bool dt_lanes_ran_out(const struct dt_lanes *lanes);

/* A sum over runs of x, of its square, and of its product with the rounds. */
struct dt_lanes_moments {
	double sum, squares, products;
};

struct dt_lanes_sums {
	int64_t runs, entered, ended, breached;         /* runs in which */
	struct dt_lanes_moments rounds, all_paused, in_force, suspended;
	struct {
		struct dt_lanes_moments paused, payoff;
	} agent[DT_AGENTS_MOST];
};

/* After the last round: adds the first `runs` lanes to the sums. */
void dt_lanes_add(struct dt_lanes *lanes, size_t runs,
    struct dt_lanes_sums *sums);

/*
 * In DT_LANES_ROUNDS, after a step of one round: what happened in a lane, as
 * the reference has it, payments too. False: the run was over before. Strikes
 * (by agent, may be NULL) are those after the round; where nothing is ever
 * forgiven they stop at the ladder's last rung.
 */
bool dt_lanes_round(const struct dt_lanes *lanes, size_t lane,
    struct dt_round *round, int64_t *strikes);

/*
 * For tests. Told before a coin is tossed for some lanes (bits of `asked`),
 * with the eight generators whose next words are the planes: the k-th word of
 * generator g has bits 64 g to 64 g + 63 of the k-th plane, most significant
 * first in a lane's own word. `again`: the last coin's words once more.
 */
struct dt_lanes_watch {
	void (*toss)(void *watcher, enum dt_purpose purpose, bool again,
	    const uint64_t *asked, const struct dt_random *generators);
	void *watcher;
};
void dt_lanes_watch(struct dt_lanes *lanes, struct dt_lanes_watch watch);

#endif
