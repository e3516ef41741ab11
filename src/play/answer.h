/*
 * answer: what a game comes to, by whichever engine suits it.
 *
 * Three engines give one meaning: reference plays run by run (world.h), lanes
 * plays 512 at once (lanes.h), chain works out what both tend to (chain.h).
 * dt_answer_pick chooses one and says why; what it chose depends on the model
 * and the request alone, never on the machine. dt_answer_play then adds runs
 * to an answer, which the caller has zeroed before the first.
 *
 *     dt_answer_pick(&choice, model, &request, &err);
 *     dt_answer_play(&choice, 1, runs, NULL, &answer, &err);
 *     dt_answer_drop(&choice);
 */
#ifndef DT_ANSWER_H
#define DT_ANSWER_H

#include <stdatomic.h>

#include "engine/chain.h"
#include "engine/engine.h"
#include "lanes/lanes.h"
#include "play/summary.h"

struct dt_answer_request {
	enum dt_engine engine;
	int64_t runs;           /* that would be played: `auto` lets chain take
	                         * about as long as they would */
	bool programs;          /* programs from outside may be asked, though
	                         * the same call may then have another answer */
	struct dt_chain_limits limits;  /* for chain when it is asked for by
	                         * name; zero: chain.h's */
};

/* An engine, ready for a model. Belongs to one thread. */
struct dt_answer_choice {
	enum dt_engine engine;   /* not auto */
	const struct dt_model *model;
	char why[256];          /* "12 states", or why not a better one */
	struct dt_chain *chain;                 /* owned */
	struct dt_lanes_program *program;       /* owned */
	struct dt_lanes *lanes;                 /* owned */
};

/* DT_EUSAGE with the reason if the engine that was asked for cannot. */
enum dt_status dt_answer_pick(struct dt_answer_choice *choice,
    const struct dt_model *model, const struct dt_answer_request *request,
    struct dt_error *err);
void dt_answer_drop(struct dt_answer_choice *choice);

struct dt_answer {
	enum dt_engine engine;
	size_t states;                  /* chain: of it */
	struct dt_chain_answer exact;   /* chain */
	struct dt_summary summary;      /* the others */
};

/*
 * Adds the runs first to last, which follow those that the answer has; for
 * chain, works it out. `stop`, if not NULL, ends it early between runs: then
 * DT_ESTOPPED, and the answer is of no use.
 */
enum dt_status dt_answer_play(struct dt_answer_choice *choice, int64_t first,
    int64_t last, const atomic_bool *stop, struct dt_answer *answer,
    struct dt_error *err);

#endif
