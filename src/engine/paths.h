/*
 * paths: every way that a game can go whose agents learn, each with its
 * chance, round by round.
 *
 * For games without treaty, slips and errors of signals, of learners and
 * automata that step without lots: what is left to chance is what the learners
 * and mixed moves draw. Ways that leave everybody with the same memory are
 * one, so that urns, say, stay small. Lives in the caller's arena.
 */
#ifndef DT_ENGINE_PATHS_H
#define DT_ENGINE_PATHS_H

#include "engine/model.h"

enum { DT_PATHS_MOST = 2000000 };       /* of all rounds together */

struct dt_paths_request {
	int64_t rounds;
	const uint64_t *history;        /* who raced in the first rounds, as
	                                 * bits: taken as given */
	int64_t n_history;
};

struct dt_paths {
	size_t n;
	int64_t rounds;
	const double *race;     /* [(round - 1) * n + agent]: chance to mean
	                         * RACE; in a round that is given, too */
	const double *share;    /* [agent * (rounds + 1) + k]: chance that it
	                         * raced in k of the rounds */
	size_t ways;            /* in the end, of different memories */
	const double *memory;   /* of all learners, one behind another, where
	                         * there is one way; else NULL */
};

/* DT_EUSAGE: a game of another kind, or too many ways. */
enum dt_status dt_paths_follow(const struct dt_model *model,
    const struct dt_paths_request *request, struct dt_arena *arena,
    struct dt_paths *paths, struct dt_error *err);

/* Where the memory of an agent that learns begins. */
size_t dt_paths_memory(const struct dt_model *model, size_t agent);

#endif
