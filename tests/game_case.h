/*
 * game_case: what the tests of games' solvers share: an arena that all tests
 * of a program use, and a game of payoffs laid out as dt_normal has them.
 */
#ifndef DT_TESTS_GAME_CASE_H
#define DT_TESTS_GAME_CASE_H

#include <check.h>

#include "game/normal.h"

static struct dt_arena arena;
static struct dt_error error;

static const size_t two[] = { 2, 2, 2, 2, 2, 2, 2, 2 };

static inline void
finish(void)
{
	dt_arena_free(&arena);
}

/* Points to the arrays it is given. */
static inline struct dt_normal
game(size_t players, const size_t *strategies, const double *payoffs)
{
	struct dt_normal g = { .title = "", .comment = "",
		.players = players, .strategies = strategies, .profiles = 1,
		.payoffs = payoffs };
	for (size_t i = 0; i < players; i++)
		g.profiles *= strategies[i];
	return g;
}

#endif
