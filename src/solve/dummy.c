/* dummy: see dummy.h. */
#include "solve/dummy.h"

size_t
dt_dummy_choosers(const struct dt_normal *g)
{
	size_t n = 0;
	for (size_t i = 0; i < g->players; i++)
		n += g->strategies[i] > 1;
	return n;
}

/* Who stays, by player; returns how many. */
static size_t
choose(const struct dt_normal *g, bool stays[DT_NORMAL_PLAYERS_MOST])
{
	size_t n = dt_dummy_choosers(g), spare = n < 2 ? 2 - n : 0, kept = 0;
	for (size_t i = 0; i < g->players; i++) {
		stays[i] = g->strategies[i] > 1 || spare > 0;
		spare -= stays[i] && g->strategies[i] == 1;
		kept += stays[i];
	}
	return kept;
}

/* What the small game is made of. */
struct parts {
	size_t n;
	const char **names;
	size_t *strategies;
	const char *const **labels;
	double *payoffs;
	const char **written;
};

static bool
make_room(const struct dt_normal *g, struct dt_arena *arena, struct parts *p)
{
	size_t cells = g->profiles * p->n;
	p->names = dt_arena_new(arena, p->n, sizeof(*p->names));
	p->strategies = dt_arena_new(arena, p->n, sizeof(*p->strategies));
	p->labels = dt_arena_new(arena, p->n, sizeof(*p->labels));
	p->payoffs = dt_arena_new(arena, cells, sizeof(*p->payoffs));
	p->written = g->written == NULL ? NULL :
	    dt_arena_new(arena, cells, sizeof(*p->written));
	return p->names && p->strategies && p->labels && p->payoffs &&
	    (g->written == NULL || p->written);
}

/* Player i of the game becomes player k of the small one. */
static void
copy_player(const struct dt_normal *g, size_t i, size_t k, struct parts *p)
{
	p->strategies[k] = g->strategies[i];
	p->names[k] = g->names != NULL ? g->names[i] : NULL;
	p->labels[k] = g->labels != NULL ? g->labels[i] : NULL;
	for (size_t c = 0; c < g->profiles; c++) {
		size_t from = c * g->players + i, to = c * p->n + k;
		p->payoffs[to] = g->payoffs[from];
		if (p->written != NULL)
			p->written[to] = g->written[from];
	}
}

enum dt_status
dt_dummy_drop(const struct dt_normal *game, struct dt_arena *arena,
    struct dt_normal *small, struct dt_error *err)
{
	bool stays[DT_NORMAL_PLAYERS_MOST];
	size_t n = choose(game, stays), k = 0;
	*small = *game;
	if (n == game->players)
		return DT_OK;
	struct parts p = { .n = n };
	if (!make_room(game, arena, &p))
		return dt_status_no_memory(err);
	for (size_t i = 0; i < game->players; i++)
		if (stays[i])
			copy_player(game, i, k++, &p);
	small->players = n;
	small->names = game->names != NULL ? p.names : NULL;
	small->strategies = p.strategies;
	small->labels = game->labels != NULL ? p.labels : NULL;
	small->payoffs = p.payoffs;
	small->written = p.written;
	return DT_OK;
}

enum dt_status
dt_dummy_restore(const struct dt_normal *game,
    const struct dt_profile_list *small, struct dt_profile_list *list,
    struct dt_error *err)
{
	bool stays[DT_NORMAL_PLAYERS_MOST];
	size_t size = dt_profile_size(game);
	double *chances = dt_arena_new(list->arena, size, sizeof(*chances));
	const char **exact = dt_arena_new(list->arena, size, sizeof(*exact));
	enum dt_status status = DT_OK;
	if (chances == NULL || exact == NULL)
		return dt_status_no_memory(err);
	choose(game, stays);
	for (size_t p = 0; status == DT_OK && p < small->n; p++) {
		const struct dt_profile_point *point = &small->points[p];
		size_t from = 0, to = 0;
		for (size_t i = 0; i < game->players; i++)
			for (size_t s = 0; s < game->strategies[i]; s++) {
				chances[to] = stays[i] ?
				    point->chances[from] : 1;
				exact[to++] = stays[i] && point->exact ?
				    point->exact[from] : "1";
				from += stays[i];
			}
		status = dt_profile_add(list, game, chances,
		    point->exact != NULL ? exact : NULL, point->regret, err);
	}
	list->degenerate = small->degenerate;
	list->complete = small->complete;
	return status;
}
