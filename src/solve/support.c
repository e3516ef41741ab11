/* support: the search over supports; see support.h. */
#include "solve/support.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "solve/gains.h"
#include "solve/pure.h"
#include "solve/support_internal.h"

enum { STARTS = 6, MOST = 100000, STRATEGIES_MOST = 30 };

/* Points that are no further apart, in any chance, are one. */
static const double SAME = 1e-6;

struct search {
	struct dt_support_system system;
	struct dt_support_request request;
	const struct dt_normal *whole;  /* the game that was asked about */
	double unit;            /* payoff that is 1 in the system's game */
	struct dt_profile_list *list;
	struct dt_random random;
};

/* A combination of supports: each player's as bits, put one after the other
 * into its number, so that sorting by size needs no more. */
struct combination {
	uint64_t number;
	uint32_t size, spread;  /* strategies in all; largest less smallest */
};

/* Supports of a player: all sets but the empty one. */
static size_t
sets_of(const struct dt_normal *g, size_t player)
{
	return ((size_t)1 << g->strategies[player]) - 1;
}

static enum dt_status
count(const struct dt_normal *g, size_t most, size_t *n, struct dt_error *err)
{
	*n = 1;
	for (size_t i = 0; i < g->players; i++) {
		if (g->strategies[i] > STRATEGIES_MOST ||
		    sets_of(g, i) > most / *n)
			return dt_status_fail(err, DT_EUSAGE, "the game has "
			    "more than %zu combinations of supports; --method "
			    "lyapunov or quantal finds some equilibria of it",
			    most);
		*n *= sets_of(g, i);
	}
	return DT_OK;
}

/* Sets `in` to the combination. */
static void
unpack(const struct dt_normal *g, uint64_t number, bool *in)
{
	for (size_t i = 0; i < g->players; i++) {
		uint64_t set = number % sets_of(g, i) + 1;
		number /= sets_of(g, i);
		for (size_t k = 0; k < g->strategies[i]; k++)
			*in++ = set >> k & 1;
	}
}

static struct combination
measure(const struct dt_normal *g, uint64_t number)
{
	struct combination c = { .number = number };
	uint32_t least = UINT32_MAX, largest = 0;
	for (size_t i = 0; i < g->players; i++) {
		uint64_t set = number % sets_of(g, i) + 1;
		uint32_t n = (uint32_t)__builtin_popcountll(set);
		number /= sets_of(g, i);
		c.size += n;
		least = n < least ? n : least;
		largest = n > largest ? n : largest;
	}
	c.spread = largest - least;
	return c;
}

static int
by_size(const void *a, const void *b)
{
	const struct combination *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	if (x->spread != y->spread)
		return x->spread < y->spread ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* Whether every other player's strategy in a pure profile is in the
 * supports. */
static bool
is_in(const struct dt_normal *g, const bool *in, size_t profile, size_t but)
{
	size_t at = 0;
	for (size_t i = 0; i < g->players; i++) {
		size_t k = profile % g->strategies[i];
		profile /= g->strategies[i];
		if (i != but && !in[at + k])
			return false;
		at += g->strategies[i];
	}
	return true;
}

/* Whether another strategy pays more against all that the others' supports
 * hold. */
static bool
is_beaten(const struct dt_normal *g, const bool *in, size_t player,
    size_t own, size_t other)
{
	size_t stride = dt_pure_stride(g, player);
	for (size_t p = 0; p < g->profiles; p++) {
		if (dt_pure_strategy(g, p, player) != own ||
		    !is_in(g, in, p, player))
			continue;
		size_t q = p + other * stride - own * stride;
		if (g->payoffs[p * g->players + player] >=
		    g->payoffs[q * g->players + player])
			return false;
	}
	return true;
}

static bool
is_hopeless(const struct dt_normal *g, const bool *in)
{
	size_t at = 0;
	for (size_t i = 0; i < g->players; i++) {
		for (size_t k = 0; k < g->strategies[i]; k++)
			for (size_t o = 0; in[at + k] &&
			    o < g->strategies[i]; o++)
				if (o != k && is_beaten(g, in, i, k, o))
					return true;
		at += g->strategies[i];
	}
	return false;
}

static enum dt_status
keep(struct search *s, struct dt_error *err)
{
	struct dt_support_system *y = &s->system;
	dt_profile_payoffs(y->game, y->profile, y->payoffs);
	double regret = dt_profile_regret(y->game, y->profile, y->payoffs);
	if (!(regret <= s->request.tolerance) ||
	    dt_profile_known(s->list, y->size, y->profile, SAME))
		return DT_OK;
	return dt_profile_add(s->list, s->whole, y->profile, NULL,
	    regret * s->unit, err);
}

static enum dt_status
try_supports(struct search *s, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	dt_support_system_set(&s->system);
	int starts = s->system.unknowns == 0 ? 1 : s->request.starts;
	for (int i = 0; status == DT_OK && i < starts; i++) {
		dt_support_system_start(&s->system, i == 0 ? NULL :
		    &s->random);
		if (dt_support_system_solve(&s->system, s->request.tolerance))
			status = keep(s, err);
	}
	return status;
}

static enum dt_status
search_all(struct search *s, struct combination *all, size_t n,
    size_t *looked, struct dt_error *err)
{
	const struct dt_normal *g = s->system.game;
	enum dt_status status = DT_OK;
	for (size_t c = 0; c < n; c++)
		all[c] = measure(g, c);
	qsort(all, n, sizeof(*all), by_size);
	for (size_t c = 0; status == DT_OK && c < n &&
	    !dt_stop_is(s->request.stop); c++) {
		unpack(g, all[c].number, s->system.in);
		*looked = c + 1;
		if (!is_hopeless(g, s->system.in))
			status = try_supports(s, err);
	}
	return status;
}

/* All the room of a search in one arena. */
static bool
make_room(struct dt_support_system *y, struct dt_arena *arena)
{
	size_t n = y->size;
	y->in = dt_arena_new(arena, n, sizeof(*y->in));
	y->unknown = dt_arena_new(arena, n, sizeof(*y->unknown));
	y->first = dt_arena_new(arena, n, sizeof(*y->first));
	y->order = dt_arena_new(arena, n, sizeof(*y->order));
	y->slopes = dt_arena_new(arena, n * n, sizeof(*y->slopes));
	y->matrix = dt_arena_new(arena, n * n, sizeof(*y->matrix));
	double *rows = dt_arena_new(arena, 5 * n, sizeof(*rows));
	if (!y->in || !y->unknown || !y->first || !y->order || !y->slopes ||
	    !y->matrix || !rows)
		return false;
	y->profile = rows;
	y->payoffs = rows + n;
	y->right = rows + 2 * n;
	y->step = rows + 3 * n;
	y->trial = rows + 4 * n;
	return true;
}

/* The search in the room of the arena, over n combinations. */
static enum dt_status
find(struct search *s, size_t n, struct dt_arena *arena,
    struct dt_support_done *done, struct dt_error *err)
{
	struct dt_normal gains;
	struct combination *all = dt_arena_new(arena, n, sizeof(*all));
	if (all == NULL || !make_room(&s->system, arena))
		return dt_status_no_memory(err);
	enum dt_status status =
	    dt_gains_of(s->whole, arena, &gains, &s->unit, err);
	s->system.game = &gains;
	dt_random_stream(&s->random, s->request.seed, 0, 0, 0);
	return status != DT_OK ? status :
	    search_all(s, all, n, &done->looked, err);
}

enum dt_status
dt_support_find(const struct dt_normal *game,
    const struct dt_support_request *request, struct dt_profile_list *list,
    struct dt_support_done *done, struct dt_error *err)
{
	struct search s = { .request = *request, .list = list, .whole = game,
		.system = { .size = dt_profile_size(game) } };
	struct dt_arena arena = { 0 };
	if (s.request.starts == 0)
		s.request.starts = STARTS;
	if (s.request.tolerance == 0)
		s.request.tolerance = 1e-9;
	*done = (struct dt_support_done){ 0 };
	enum dt_status status = count(game, request->most != 0 ?
	    request->most : MOST, &done->all, err);
	if (status == DT_OK)
		status = find(&s, done->all, &arena, done, err);
	dt_arena_free(&arena);
	return status;
}
