/*
 * play: the runs of an experiment, by several threads, handed out in order.
 * The experiment's engine plays them: reference, or lanes, which keeps no
 * rounds but those of one run, and whose runs are others than the
 * reference's, of the same chances.
 *
 * Pulled: dt_play_next gives the runs one by one, by their numbers, whatever
 * thread played them and when, so what is made of them is the same for any
 * number of threads. Threads run ahead of the caller by a bounded number of
 * blocks. Made by dt_play_new, owned by the caller, freed by dt_play_free,
 * which stops the threads first.
 */
#ifndef DT_PLAY_H
#define DT_PLAY_H

#include "base/pool.h"
#include "engine/tally.h"
#include "catalogue/experiment.h"
#include "play/seal.h"
#include "play/tape.h"

struct dt_play_request {
	int64_t runs;
	const bool *skip;       /* [run - 1]: do not play it; or NULL */
	int threads;            /* >= 1; 1: the caller's own */
	const atomic_bool *stop;        /* see base/pool.h; or NULL */
	bool rounds;            /* keep every round; not by lanes */
	int64_t keep;           /* keep the rounds of this run; 0: of none */
	const struct dt_seal_maker *seals;      /* seal every run; or NULL */
	bool programs;          /* programs from outside may be started, as a
	                         * person has asked for the play itself */
	const struct dt_world_outside *outside; /* else: who knows their moves.
	                         * Where there are any, runs are played one by
	                         * one, by the caller's thread, their rounds
	                         * kept */
};

/* A run that was played; valid until the next dt_play_next. */
struct dt_play_run {
	int64_t number;         /* from 1 */
	const struct dt_tally *tally;
	const struct dt_tape_round *rounds;     /* or NULL */
	size_t n_rounds;
	struct dt_lanes *lanes;                 /* that played it, or NULL */
	size_t lane;
	const struct dt_seal *seal;             /* or NULL */
};

/* What decides which engine plays. */
struct dt_play_engine_request {
	enum dt_engine engine;
	bool kept;              /* in a database */
	bool rounds;            /* every one of them */
	enum dt_seal_level evidence;
};
enum { DT_PLAY_WHY = 256 };

/*
 * Settles the experiment's engine, and its key. `auto` takes lanes, unless
 * rounds are kept or signed one by one, lanes cannot play the model, or fewer than 512
 * runs are played that are not kept: of an experiment that is kept the engine
 * does not hang on the number of runs, so that more can be added. Fills in
 * why. DT_EUSAGE with the reason where the engine that was asked for cannot.
 */
enum dt_status dt_play_engine(struct dt_experiment *experiment,
    const struct dt_play_engine_request *request, struct dt_arena *arena,
    char why[DT_PLAY_WHY], struct dt_error *err);

struct dt_play;

enum dt_status dt_play_new(struct dt_play **play,
    const struct dt_experiment *experiment,
    const struct dt_play_request *request, struct dt_error *err);

/* The next run, or NULL after the last. DT_ESTOPPED; DT_ENOMEM; what a seal's
 * maker says. */
enum dt_status dt_play_next(struct dt_play *play,
    const struct dt_play_run **run, struct dt_error *err);

void dt_play_free(struct dt_play *play);

#endif
