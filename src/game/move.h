/*
 * move: the two moves, and sets of agents as bits of a word.
 * Bit i of a set is agent i. In a set of moves, a set bit is RACE.
 */
#ifndef DT_GAME_MOVE_H
#define DT_GAME_MOVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum dt_move { DT_PAUSE, DT_RACE };

enum { DT_AGENTS_MOST = 64 };

static inline uint64_t
dt_move_bit(size_t agent)
{
	return (uint64_t)1 << agent;
}

static inline bool
dt_move_has(uint64_t set, size_t agent)
{
	return set >> agent & 1;
}

static inline uint64_t
dt_move_all(size_t n)
{
	return n >= 64 ? ~(uint64_t)0 : dt_move_bit(n) - 1;
}

static inline size_t
dt_move_count(uint64_t set)
{
	return (size_t)__builtin_popcountll(set);
}

/* The least agent in a set that is not empty. */
static inline size_t
dt_move_first(uint64_t set)
{
	return (size_t)__builtin_ctzll(set);
}

#endif
