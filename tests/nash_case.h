/* nash_case: games of two for the tests of their solvers. */
#ifndef NASH_CASE_H
#define NASH_CASE_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "solve/lemke_howson.h"
#include "solve/nash.h"

struct made {
	struct dt_arena arena;
	struct dt_normal game;
	struct dt_profile_list list;
};

static inline uint64_t
splitmix(uint64_t *x)
{
	uint64_t z = *x += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

/* Room for a game of m by n; its cells are then put. */
static inline void
lay(struct made *m, size_t one, size_t two)
{
	static const char *const names[] = { "one", "two" };
	size_t *strategies = dt_arena_new(&m->arena, 2, sizeof(size_t));
	size_t cells = 2 * one * two;
	strategies[0] = one;
	strategies[1] = two;
	m->game = (struct dt_normal){ .title = "", .comment = "",
	    .players = 2, .names = names, .strategies = strategies,
	    .profiles = one * two,
	    .payoffs = dt_arena_new(&m->arena, cells, sizeof(double)),
	    .written = dt_arena_new(&m->arena, cells, sizeof(char *)) };
	m->list = (struct dt_profile_list){ .arena = &m->arena };
}

static inline void
put(struct made *m, size_t player, size_t i, size_t j, int payoff,
    const char *unit)
{
	size_t cell = 2 * (j * m->game.strategies[0] + i) + player;
	char *text = dt_arena_print(&m->arena, "%d%s", payoff, unit);
	((const char **)m->game.written)[cell] = text;
	((double *)m->game.payoffs)[cell] = strtod(text, NULL);
}

/* The literature's random game: A row by row, then B. */
static inline void
solve(struct made *m, size_t n, uint64_t seed, const char *unit)
{
	uint64_t state = 1000 * n + seed;
	lay(m, n, n);
	for (size_t k = 0; k < 2 * n * n; k++)
		put(m, k / (n * n), k % (n * n) / n, k % n,
		    (int)(splitmix(&state) % 1001), unit);
	ck_assert_int_eq(dt_nash_all(&m->game, &m->list, NULL), DT_OK);
}

/* m by n payoffs below `range`; small ranges make most games degenerate. */
static inline void
draw(struct made *m, size_t one, size_t two, uint64_t seed, int range)
{
	uint64_t state = seed;
	lay(m, one, two);
	for (size_t k = 0; k < 2 * one * two; k++)
		put(m, k % 2, k / 2 % one, k / 2 / one,
		    (int)(splitmix(&state) % (uint64_t)range), "");
}

/* Each payoff k becomes k times 10^12 + k: numbers longer than a word's half,
 * in the same order and proportion. */
static inline void
lengthen(struct made *m)
{
	for (size_t p = 0; p < 2 * m->game.profiles; p++) {
		long k = strtol(m->game.written[p], NULL, 10);
		char *text = dt_arena_print(&m->arena, "%ld%012ld", k, k);
		((const char **)m->game.written)[p] = text;
		((double *)m->game.payoffs)[p] = strtod(text, NULL);
	}
}

static inline struct dt_lemke_howson_path *
follow(struct made *m, struct dt_profile_list *reached)
{
	struct dt_lemke_howson_path *paths = dt_arena_new(&m->arena,
	    dt_profile_size(&m->game), sizeof(*paths));
	*reached = (struct dt_profile_list){ .arena = &m->arena };
	ck_assert_int_eq(dt_lemke_howson_all(&m->game, reached, paths, NULL),
	    DT_OK);
	return paths;
}

static inline bool
holds(const struct dt_profile_list *list, const char *const *exact, size_t n)
{
	for (size_t i = 0; i < list->n; i++) {
		size_t k = 0;
		while (k < n &&
		    strcmp(list->points[i].exact[k], exact[k]) == 0)
			k++;
		if (k == n)
			return true;
	}
	return false;
}

#endif
