/*
 * property_case: random games, and the same games told in other words, for
 * properties: whoever shifts or scales payoffs, renames players and
 * strategies, or adds what changes nothing, must get the answer that follows.
 *
 * DETENTE_SEED in the environment sets the seed, which is printed; a game that
 * fails is DETENTE_SEED and its number.
 */
#ifndef DT_TESTS_PROPERTY_CASE_H
#define DT_TESTS_PROPERTY_CASE_H

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "solve/profile.h"

enum { GAMES = 1000, PLAYERS = 4, STRATEGIES = 8 };

static struct dt_arena arena;
static struct dt_error error;
static struct dt_random random_numbers;
static uint64_t seed;

static inline void
finish(void)
{
	dt_arena_free(&arena);
}

/* The numbers of game `number` of a property. */
static inline void
begin(uint64_t property, uint64_t number)
{
	dt_arena_free(&arena);
	error = (struct dt_error){ 0 };
	dt_random_stream(&random_numbers, seed, property, number, 3);
}

static inline void
read_seed(const char *program)
{
	const char *text = getenv("DETENTE_SEED");
	seed = text != NULL ? strtoull(text, NULL, 10) : 1;
	printf("%s: DETENTE_SEED=%llu\n", program, (unsigned long long)seed);
}

static inline size_t
below(size_t n)
{
	return (size_t)(dt_random_unit(&random_numbers) * (double)n) % n;
}

static inline double
whole(int low, int high)
{
	return (double)low + (double)below((size_t)(high - low + 1));
}

/* A game whose payoffs are not filled in. */
static inline struct dt_normal
empty(size_t players, const size_t *strategies, double **payoffs)
{
	struct dt_normal g = { .title = "", .comment = "",
		.players = players, .profiles = 1 };
	size_t *copy = dt_arena_new(&arena, players, sizeof(*copy));
	memcpy(copy, strategies, players * sizeof(*copy));
	for (size_t i = 0; i < players; i++)
		g.profiles *= strategies[i];
	*payoffs = dt_arena_new(&arena, g.profiles * players,
	    sizeof(**payoffs));
	g.strategies = copy;
	g.payoffs = *payoffs;
	return g;
}

/* Whole payoffs from 0 to `most`: the fewer, the more are equal. */
static inline struct dt_normal
draw(size_t players, size_t strategies, int most)
{
	size_t sizes[PLAYERS];
	double *pay;
	for (size_t i = 0; i < players; i++)
		sizes[i] = 2 + below(strategies - 1);
	struct dt_normal g = empty(players, sizes, &pay);
	for (size_t k = 0; k < g.profiles * players; k++)
		pay[k] = whole(0, most);
	return g;
}

/* The strategy of a player in profile c. */
static inline size_t
part(const struct dt_normal *g, size_t c, size_t player)
{
	for (size_t i = 0; i < player; i++)
		c /= g->strategies[i];
	return c % g->strategies[player];
}

static inline size_t
profile_of(const struct dt_normal *g, const size_t *at)
{
	size_t c = 0;
	for (size_t i = g->players; i-- > 0;)
		c = c * g->strategies[i] + at[i];
	return c;
}

/* How a game is told anew; what is not asked for stays as it is. */
enum {
	SHIFT = 1,      /* own payoffs, for each play of the others alone */
	CONSTANT = 2,   /* own payoffs, all by the same */
	SCALE = 4,      /* by a power of two, another for each player */
	COMMON = 8,     /* by one power of two for all */
	PLAYERS_MOVE = 16,
	STRATEGIES_MOVE = 32,
	TOGETHER = 64,  /* strategies of all are renamed alike */
};

struct image {
	struct dt_normal game;
	size_t player[PLAYERS];         /* where player i of the first went */
	size_t strategy[PLAYERS][STRATEGIES];
	double scale[PLAYERS], constant[PLAYERS];
};

static inline void
shuffle(size_t *order, size_t n, bool really)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; really && i-- > 1;) {
		size_t j = below(i + 1), other = order[i];
		order[i] = order[j];
		order[j] = other;
	}
}

static inline void
choose(const struct dt_normal *g, int how, struct image *m)
{
	double common = ldexp(1, (int)whole(-10, 10));
	shuffle(m->player, g->players, how & PLAYERS_MOVE);
	for (size_t i = 0; i < g->players; i++) {
		shuffle(m->strategy[i], g->strategies[i],
		    how & STRATEGIES_MOVE);
		if ((how & TOGETHER) && i > 0)
			memcpy(m->strategy[i], m->strategy[0],
			    sizeof(m->strategy[i]));
		m->scale[i] = how & SCALE ? ldexp(1, (int)whole(-10, 10)) :
		    how & COMMON ? common : 1;
		m->constant[i] = how & CONSTANT ? whole(-1000, 1000) : 0;
	}
}

/* What a shift adds to player i's payoff: by all strategies but its own. Up to
 * a million, and exact in a double with what it is added to. */
static inline double
shift_of(const struct dt_normal *g, size_t c, size_t i, uint64_t salt)
{
	uint64_t hash = salt + i;
	for (size_t k = 0; k < g->players; k++)
		if (k != i)
			hash = (hash ^ (part(g, c, k) + 17 * (k + 1))) *
			    UINT64_C(0x9E3779B97F4A7C15);
	return (double)(hash >> 43) - 1048576 / 2.0;
}

static inline struct image
tell(const struct dt_normal *g, int how)
{
	struct image m;
	size_t sizes[PLAYERS];
	uint64_t salt = (uint64_t)below(1 << 30);
	double *pay;
	choose(g, how, &m);
	for (size_t i = 0; i < g->players; i++)
		sizes[m.player[i]] = g->strategies[i];
	m.game = empty(g->players, sizes, &pay);
	for (size_t c = 0; c < g->profiles; c++) {
		size_t at[PLAYERS];
		for (size_t i = 0; i < g->players; i++)
			at[m.player[i]] = m.strategy[i][part(g, c, i)];
		size_t to = profile_of(&m.game, at) * g->players;
		for (size_t i = 0; i < g->players; i++)
			pay[to + m.player[i]] = m.constant[i] + m.scale[i] *
			    (g->payoffs[c * g->players + i] +
			    (how & SHIFT ? shift_of(g, c, i, salt) : 0));
	}
	return m;
}

/* A profile of the first game as one of the image. */
static inline void
carry(const struct dt_normal *g, const struct image *m, const double *from,
    double *to)
{
	for (size_t i = 0; i < g->players; i++) {
		size_t start = dt_profile_start(&m->game, m->player[i]);
		for (size_t s = 0; s < g->strategies[i]; s++)
			to[start + m->strategy[i][s]] = *from++;
	}
}

static inline size_t
carry_pure(const struct dt_normal *g, const struct image *m, size_t c)
{
	size_t at[PLAYERS];
	for (size_t i = 0; i < g->players; i++)
		at[m->player[i]] = m->strategy[i][part(g, c, i)];
	return profile_of(&m->game, at);
}

/* One more strategy, the last, of a player: like `source`, or worse than it
 * whatever the others do. */
struct extra {
	struct dt_normal game;
	size_t player, source;
};

static inline struct extra
extend(const struct dt_normal *g, bool worse)
{
	struct extra e = { .player = below(g->players) };
	size_t sizes[PLAYERS];
	double *pay;
	e.source = below(g->strategies[e.player]);
	memcpy(sizes, g->strategies, g->players * sizeof(*sizes));
	sizes[e.player]++;
	e.game = empty(g->players, sizes, &pay);
	for (size_t c = 0; c < e.game.profiles; c++) {
		size_t at[PLAYERS];
		for (size_t i = 0; i < g->players; i++)
			at[i] = part(&e.game, c, i);
		bool fresh = at[e.player] == g->strategies[e.player];
		if (fresh)
			at[e.player] = e.source;
		size_t from = profile_of(g, at) * g->players;
		for (size_t i = 0; i < g->players; i++)
			pay[c * g->players + i] = g->payoffs[from + i] -
			    (fresh && worse && i == e.player ?
			    whole(1, 3) : 0);
	}
	return e;
}

/* A profile of the game as one of the extended one, that does not play what
 * was added. */
static inline void
widen(const struct dt_normal *g, const struct extra *e, const double *from,
    double *to)
{
	for (size_t i = 0; i < g->players; i++) {
		for (size_t s = 0; s < g->strategies[i]; s++)
			*to++ = *from++;
		if (i == e->player)
			*to++ = 0;
	}
}

/* The other way: what was added counts as what it was made from. */
static inline void
narrow(const struct dt_normal *g, const struct extra *e, const double *from,
    double *to)
{
	for (size_t i = 0; i < g->players; i++) {
		double *start = to;
		for (size_t s = 0; s < g->strategies[i]; s++)
			*to++ = *from++;
		if (i == e->player)
			start[e->source] += *from++;
	}
}

/* A player more who has no choice. */
static inline struct dt_normal
with_dummy(const struct dt_normal *g)
{
	size_t sizes[PLAYERS + 1];
	double *pay;
	memcpy(sizes, g->strategies, g->players * sizeof(*sizes));
	sizes[g->players] = 1;
	struct dt_normal more = empty(g->players + 1, sizes, &pay);
	for (size_t c = 0; c < g->profiles; c++) {
		memcpy(pay + c * more.players, g->payoffs + c * g->players,
		    g->players * sizeof(*pay));
		pay[c * more.players + g->players] = whole(-9, 9);
	}
	return more;
}

static inline double
apart(const double *a, const double *b, size_t n)
{
	double most = 0;
	for (size_t k = 0; k < n; k++)
		most = fmax(most, fabs(a[k] - b[k]));
	return most;
}

/* Both lists have the same points, when those of the first are carried. */
static inline bool
is_carried(const struct dt_normal *g, const struct image *m,
    const struct dt_profile_list *a, const struct dt_profile_list *b,
    double within)
{
	double point[PLAYERS * STRATEGIES];
	for (size_t k = 0; k < a->n; k++) {
		carry(g, m, a->points[k].chances, point);
		if (!dt_profile_known(b, dt_profile_size(g), point, within))
			return false;
	}
	return a->n == b->n;
}

#endif
