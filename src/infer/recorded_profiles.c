/* recorded_profiles: what was played and what it paid; see recorded.h. */
#include "infer/recorded_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double payoff_most = 1e150;        /* a round */

static enum dt_status
count_profiles(struct dt_recorded *recorded, struct dt_recorded_game *game,
    struct dt_error *err)
{
	struct dt_empirical *t = &game->table;
	size_t *strategies = dt_arena_new(recorded->arena,
	    game->n_players + 1, sizeof(*strategies));
	if (strategies == NULL)
		return dt_status_no_memory(err);
	t->strategies = strategies;
	t->players = game->n_players;
	t->profiles = 1;
	for (size_t i = 0; i < game->n_players; i++) {
		strategies[i] = game->players[i].n;
		t->profiles *= strategies[i];
		if (t->profiles > DT_RECORDED_PROFILES_MOST)
			return dt_status_fail(err, DT_EUSAGE, "%s: the "
			    "game of %s has more than %d profiles of "
			    "strategies", recorded->path, game->scenario,
			    DT_RECORDED_PROFILES_MOST);
	}
	return DT_OK;
}

static enum dt_status
place(struct dt_recorded *recorded, const struct dt_recorded_game *game,
    struct dt_recorded_source *s, struct dt_error *err)
{
	size_t step = 1;
	s->profile = 0;
	for (size_t i = 0; i < game->n_players; i++) {
		const struct dt_recorded_player *p = &game->players[i];
		size_t at = dt_recorded_played(recorded, p, s);
		if (at == p->n)
			return dt_status_no_memory(err);
		s->profile += step * at;
		step *= p->n;
	}
	return DT_OK;
}

/* Whether one has the other's runs, and more or fewer: a cell may, whatever
 * its engine. */
static bool
same_runs(const struct dt_recorded_source *a,
    const struct dt_recorded_source *b)
{
	return strcmp(a->seed, b->seed) == 0 && (a->engine == NULL ||
	    b->engine == NULL || strcmp(a->engine, b->engine) == 0);
}

/* Chooses which of the sources of a profile count, the first deciding what is
 * played: those with its configuration, of each seed the longest, and an
 * exact one alone. */
static void
choose(struct dt_recorded_game *game, struct dt_recorded_source **sources,
    size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct dt_recorded_source *s = sources[i];
		bool clash = strcmp(s->sha256, sources[0]->sha256) != 0;
		s->used = !clash && s->runs != 1;
		game->clash += clash;
		game->single += !clash && s->runs == 1;
		for (size_t k = 0; k < i && s->used; k++) {
			struct dt_recorded_source *o = sources[k];
			if (!o->used)
				continue;
			if (o->runs == 0)
				s->used = false;
			else if (s->runs == 0)
				o->used = false;
			else if (same_runs(s, o) && s->runs <= o->runs)
				s->used = false;
			else if (same_runs(s, o))
				o->used = false;
		}
	}
}

/* Mean of a role's agents. Its error is at most the mean of theirs, which it
 * is where they move as one. */
static void
add_source(const struct dt_recorded_player *p,
    const struct dt_recorded_source *s, double weight,
    struct dt_empirical_estimate *e)
{
	double mean = 0, error = 0;
	for (size_t k = 0; k < p->n_members; k++) {
		mean += s->mean[p->members[k]] / (double)p->n_members;
		error += s->error[p->members[k]] / (double)p->n_members;
	}
	e->mean += weight * mean;
	e->error = hypot(e->error, weight * error);
	e->runs += s->runs;
}

static void
estimate(struct dt_recorded_game *game,
    struct dt_recorded_source *const *sources, size_t n, size_t player,
    struct dt_empirical_estimate *e)
{
	double runs = 0;
	*e = (struct dt_empirical_estimate){ 0 };
	for (size_t i = 0; i < n; i++)
		runs += sources[i]->used ? (double)sources[i]->runs : 0;
	for (size_t i = 0; i < n; i++)
		if (sources[i]->used)
			add_source(&game->players[player], sources[i],
			    runs > 0 ? (double)sources[i]->runs / runs : 1,
			    e);
}

static int
by_profile(const void *one, const void *two)
{
	const struct dt_recorded_source *a =
	    *(struct dt_recorded_source *const *)one;
	const struct dt_recorded_source *b =
	    *(struct dt_recorded_source *const *)two;
	if (a->profile != b->profile)
		return a->profile < b->profile ? -1 : 1;
	if (a->cell != b->cell)
		return a->cell ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static bool
any_used(struct dt_recorded_source *const *sources, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sources[i]->used)
			return true;
	return false;
}

static void
fill(struct dt_recorded_game *game, struct dt_recorded_source **sources,
    size_t n, size_t *which, struct dt_empirical_estimate *estimates)
{
	struct dt_empirical *t = &game->table;
	for (size_t i = 0; i < t->profiles * t->players; i++)
		which[i] = DT_EMPIRICAL_MISSING;
	for (size_t from = 0, to; from < n; from = to) {
		size_t profile = sources[from]->profile;
		for (to = from; to < n && sources[to]->profile == profile;)
			to++;
		choose(game, &sources[from], to - from);
		if (!any_used(&sources[from], to - from))
			continue;
		game->played++;
		for (size_t i = 0; i < t->players; i++) {
			estimate(game, &sources[from], to - from, i,
			    &estimates[t->n]);
			which[profile * t->players + i] = t->n++;
		}
		game->exact += estimates[t->n - 1].runs == 0;
	}
	t->which = which;
	t->estimates = estimates;
}

/* A database may say anything; squares of these still are numbers. */
static enum dt_status
bound(const struct dt_recorded *recorded, const struct dt_recorded_game *game,
    struct dt_error *err)
{
	const struct dt_empirical *t = &game->table;
	for (size_t i = 0; i < t->profiles * t->players; i++) {
		if (t->which[i] == DT_EMPIRICAL_MISSING)
			continue;
		const struct dt_empirical_estimate *e =
		    &t->estimates[t->which[i]];
		if (fabs(e->mean) <= payoff_most && e->error <= payoff_most)
			continue;
		return dt_status_fail(err, DT_EINPUT, "%s: where %s, %s gets "
		    "%g a round, with an error of %g: payoffs are numbers of "
		    "at most 1e150; play it again", recorded->path, dt_recorded_profile(recorded,
		    game, i / t->players), game->players[i % t->players].name,
		    e->mean, e->error);
	}
	return DT_OK;
}

enum dt_status
dt_recorded_fill(struct dt_recorded *recorded, struct dt_recorded_game *game,
    struct dt_error *err)
{
	struct dt_arena *arena = recorded->arena;
	enum dt_status status = count_profiles(recorded, game, err);
	if (status != DT_OK)
		return status;
	struct dt_recorded_source **sources = dt_arena_new(arena,
	    game->n_sources + 1, sizeof(*sources));
	size_t *which = dt_arena_new(arena, game->table.profiles *
	    game->n_players + 1, sizeof(*which));
	struct dt_empirical_estimate *estimates = dt_arena_new(arena,
	    game->n_sources * game->n_players + 1, sizeof(*estimates));
	size_t n = 0;
	if (sources == NULL || which == NULL || estimates == NULL)
		return dt_status_no_memory(err);
	for (struct dt_recorded_source *s = game->sources; s != NULL &&
	    status == DT_OK; s = s->next) {
		sources[n++] = s;
		status = place(recorded, game, s, err);
	}
	if (status != DT_OK)
		return status;
	qsort(sources, n, sizeof(*sources), by_profile);
	fill(game, sources, n, which, estimates);
	return bound(recorded, game, err);
}

size_t
dt_recorded_same(const struct dt_recorded_game *game, size_t profile)
{
	const struct dt_empirical *t = &game->table;
	size_t result = profile;
	for (size_t i = 0; i < t->players; i++)
		for (size_t k = i + 1; k < t->players; k++) {
			size_t a = dt_empirical_strategy(t, result, i);
			size_t b = dt_empirical_strategy(t, result, k);
			if (game->players[i].alike !=
			    game->players[k].alike || a <= b)
				continue;
			result = dt_empirical_turn(t, result, i, b);
			result = dt_empirical_turn(t, result, k, a);
		}
	return result;
}
