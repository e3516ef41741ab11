/* nash: see nash.h. */
#include "solve/nash.h"

#include <math.h>

#include "base/guard.h"
#include "solve/vertices.h"

struct search {
	const struct dt_normal *game;
	struct dt_bimatrix b;
	struct dt_vertices of[2];
	struct dt_labels all;
	struct dt_profile_list *list;
	double *chances;
	const char **exact;
	bool *own, *replies;
	mpz_t *x;               /* of the longer player */
	enum dt_status status;
	struct dt_error *err;
};

/* Works the player's vertex out again from its basis, which also proves it. */
static enum dt_status
place_player(struct search *s, size_t player, size_t vertex,
    struct dt_error *err)
{
	struct dt_labels basis = s->of[player].basis[vertex];
	bool strict;
	for (size_t i = 0; i < s->b.n[player]; i++)
		s->own[i] = !(basis.of[player] >> i & 1);
	for (size_t j = 0; j < s->b.n[!player]; j++)
		s->replies[j] = basis.of[!player] >> j & 1;
	if (!dt_bimatrix_vertex(&s->b, player, s->own, s->replies, s->x,
	    &strict, err))
		return dt_status_fail(err, DT_ENOMEM, "memory ran out");
	size_t start = dt_profile_start(s->game, player);
	return dt_bimatrix_chances(s->x, s->b.n[player], s->list->arena,
	    s->chances + start, s->exact + start, err);
}

static enum dt_status
try_pair(struct search *s, size_t one, size_t two, struct dt_error *err)
{
	const struct dt_labels *a = &s->of[0].binding[one];
	const struct dt_labels *b = &s->of[1].binding[two];
	if ((a->of[0] | b->of[0]) != s->all.of[0] ||
	    (a->of[1] | b->of[1]) != s->all.of[1] ||
	    a->of[0] == s->all.of[0] || b->of[1] == s->all.of[1])
		return DT_OK;
	enum dt_status status = place_player(s, 0, one, err);
	if (status == DT_OK)
		status = place_player(s, 1, two, err);
	return status != DT_OK ? status : dt_profile_add(s->list, s->game,
	    s->chances, s->b.exact ? s->exact : NULL, s->b.exact ? 0 : NAN,
	    err);
}

/* In a game that is not degenerate only the complement fits. */
static enum dt_status
match(struct search *s, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < s->of[0].n; i++) {
		s->list->stopped |= dt_stop_is(s->list->stop);
		if (s->list->stopped)
			break;
		struct dt_labels other = s->of[0].binding[i];
		other.of[0] ^= s->all.of[0];
		other.of[1] ^= s->all.of[1];
		size_t j = s->list->degenerate ? 0 :
		    dt_vertices_find(&s->of[1], other);
		size_t end = s->list->degenerate ? s->of[1].n :
		    j == SIZE_MAX ? 0 : j + 1;
		for (; status == DT_OK && j < end; j++)
			status = try_pair(s, i, j, err);
	}
	return status;
}

static enum dt_status
make_room(struct search *s, struct dt_error *err)
{
	struct dt_arena *arena = s->list->arena;
	size_t n = dt_profile_size(s->game);
	s->chances = dt_arena_new(arena, n, sizeof(*s->chances));
	s->exact = dt_arena_new(arena, n, sizeof(*s->exact));
	s->own = dt_arena_new(arena, n, sizeof(*s->own));
	s->replies = dt_arena_new(arena, n, sizeof(*s->replies));
	s->x = dt_arena_new(arena, n, sizeof(*s->x));
	if (!s->chances || !s->exact || !s->own || !s->replies || !s->x)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		mpz_init(s->x[i]);
	return DT_OK;
}

/* Half of the time for each polytope's vertices. */
static enum dt_status
find_vertices(struct search *s, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && !s->list->stopped && i < 2;
	    i++) {
		struct dt_stop stop;
		bool whole;
		dt_stop_share(&stop, s->list->stop, i == 0 ? .45 : .9);
		s->all.of[i] = UINT64_MAX >> (64 - s->b.n[i]);
		status = dt_vertices_exact(&s->b, i, &stop, &s->of[i], &whole,
		    err);
		s->list->stopped |= !whole && status != DT_ENOMEM;
	}
	s->list->degenerate = s->of[0].degenerate || s->of[1].degenerate;
	return status;
}

static enum dt_status
find(struct search *s, struct dt_error *err)
{
	enum dt_status status = dt_bimatrix_make(s->game, &s->b, err);
	if (status == DT_OK)
		status = find_vertices(s, err);
	if (status != DT_OK || s->list->stopped)
		return status;
	status = make_room(s, err);
	if (status == DT_OK)
		status = match(s, err);
	s->list->complete = status == DT_OK && !s->list->stopped;
	return status;
}

/* In a guard. */
static void
search(void *context)
{
	struct search *s = context;
	s->status = find(s, s->err);
	for (size_t i = 0; s->x != NULL && i < dt_profile_size(s->game); i++)
		mpz_clear(s->x[i]);
	dt_vertices_free(&s->of[0]);
	dt_vertices_free(&s->of[1]);
	dt_bimatrix_free(&s->b);
}

enum dt_status
dt_nash_all(const struct dt_normal *game, struct dt_profile_list *list,
    struct dt_error *err)
{
	struct search s = { .game = game, .list = list, .err = err };
	for (size_t i = 0; i < 2 && game->players == 2; i++)
		if (game->strategies[i] > DT_NASH_MOST)
			return dt_status_fail(err, DT_EUSAGE, "all equilibria "
			    "are found of games with at most %d strategies a "
			    "player; player %zu has %zu", DT_NASH_MOST, i + 1,
			    game->strategies[i]);
	return dt_guard_run(search, &s) ? s.status : dt_status_no_memory(err);
}
