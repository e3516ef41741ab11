/*
 * digest_instead: what a strategy would have earned in a seat of an experiment
 * whose agents are automata, in two ways. Played again: from the same seed, with
 * the strategy in the seat, and the others answer to it. Held fixed: the others
 * move as they did.
 */
#ifndef DT_REPORT_DIGEST_INSTEAD_H
#define DT_REPORT_DIGEST_INSTEAD_H

#include "engine/world.h"
#include "report/digest_internal.h"

/* The experiment's scenario with a strategy in every seat. *there false: it does
 * not fit there, or learns, or asks a program. */
enum dt_status dt_digest_instead_make(struct dt_digest *digest,
    const struct dt_catalogue *catalogue,
    const struct dt_digest_experiment *experiment, const char *strategy,
    struct dt_experiment *made, bool *there);

/* A model in which all seats but one (n: none) are told their moves, by a hook
 * of the world, with the draws of the experiment. */
enum dt_status dt_digest_instead_fix(struct dt_digest *digest,
    const struct dt_digest_experiment *experiment,
    const struct dt_experiment *made, size_t but, struct dt_model *model);

/* What they are told: who means to race in each round; nobody beyond. The hook
 * borrows it. */
struct dt_digest_instead_told {
	const uint64_t *racers;
	size_t n;
};
struct dt_world_outside dt_digest_instead_hook(
    struct dt_digest_instead_told *told);

/* A table of tit for tat in each seat; nothing where an agent is no automaton,
 * or nothing was played. */
enum dt_status dt_digest_instead(struct dt_digest *digest,
    struct dt_paper_section *section,
    struct dt_digest_experiment *experiment);

#endif
