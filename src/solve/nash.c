/* nash: see nash.h. */
#include "solve/nash.h"

#include "base/guard.h"
#include "solve/nash_internal.h"

struct call {
	struct dt_nash_search search;
	enum dt_nash_method method;
	enum dt_status status;
	struct dt_error *err;
};

static enum dt_status
make_room(struct dt_nash_search *s, struct dt_error *err)
{
	struct dt_arena *arena = s->list->arena;
	size_t n = dt_profile_size(s->game);
	s->chances = dt_arena_new(arena, n, sizeof(*s->chances));
	s->exact = dt_arena_new(arena, n, sizeof(*s->exact));
	s->x = dt_arena_new(arena, n, sizeof(*s->x));
	if (!s->chances || !s->exact || !s->x)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		mpz_init(s->x[i]);
	for (size_t i = 0; i < 2; i++)
		s->all.of[i] = UINT64_MAX >> (64 - s->b.n[i]);
	return DT_OK;
}

static enum dt_status
find(struct dt_nash_search *s, enum dt_nash_method method,
    struct dt_error *err)
{
	bool settled = false;
	enum dt_status status = dt_bimatrix_make(s->game, &s->b, err);
	if (status == DT_OK)
		status = make_room(s, err);
	if (status == DT_OK && method != DT_NASH_WALK)
		status = dt_nash_tree(s, &settled, err);
	if (status == DT_OK && !settled && !s->list->stopped) {
		dt_nash_found_clear(s);
		status = dt_nash_walk(s, err);
	}
	if (status == DT_OK)
		dt_nash_found_sort(s);
	s->list->complete = status == DT_OK && !s->list->stopped;
	return status;
}

/* In a guard. */
static void
search(void *context)
{
	struct call *call = context;
	struct dt_nash_search *s = &call->search;
	call->status = find(s, call->method, call->err);
	for (size_t i = 0; s->x != NULL && i < dt_profile_size(s->game); i++)
		mpz_clear(s->x[i]);
	dt_guard_free(s->keys);
	dt_bimatrix_free(&s->b);
}

enum dt_status
dt_nash_by(enum dt_nash_method method, const struct dt_normal *game,
    struct dt_profile_list *list, struct dt_error *err)
{
	struct call call = { .method = method, .err = err,
	    .search = { .game = game, .list = list, .first = list->n } };
	for (size_t i = 0; i < 2 && game->players == 2; i++)
		if (game->strategies[i] > DT_NASH_MOST)
			return dt_status_fail(err, DT_EUSAGE, "all equilibria "
			    "are found of games with at most %d strategies a "
			    "player; player %zu has %zu", DT_NASH_MOST, i + 1,
			    game->strategies[i]);
	return dt_guard_run(search, &call) ? call.status :
	    dt_status_no_memory(err);
}

enum dt_status
dt_nash_all(const struct dt_normal *game, struct dt_profile_list *list,
    struct dt_error *err)
{
	return dt_nash_by(DT_NASH_BOTH, game, list, err);
}
