/* recorded_game: a group's players, profiles and estimates; see recorded.h. */
#include "lab/recorded_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "engine/model.h"

struct maker {
	struct dt_recorded *recorded;
	struct dt_recorded_game *game;
	struct dt_error *err;
	size_t role[DT_AGENTS_MOST];    /* the first agent of its role */
};

static enum dt_status
no_memory(const struct maker *m)
{
	return dt_status_no_memory(m->err);
}

/* Oldest first, as they were read. */
static void
put_in_order(struct dt_recorded_game *game)
{
	struct dt_recorded_source *in_order = NULL, *s = game->sources;
	while (s != NULL) {
		struct dt_recorded_source *next = s->next;
		s->next = in_order;
		in_order = s;
		s = next;
	}
	game->sources = in_order;
}

static size_t
agent_of(const struct dt_recorded_game *game, const char *key)
{
	const char *name;
	size_t n;
	if (!dt_recorded_is_strategy(key, &name, &n) || name == NULL)
		return game->n_agents;
	for (size_t a = 0; a < game->n_agents; a++)
		if (strlen(game->agents[a]) == n &&
		    strncmp(game->agents[a], name, n) == 0)
			return a;
	return game->n_agents;
}

static void
join(struct maker *m, size_t a, size_t b)
{
	size_t from = m->role[a] > m->role[b] ? m->role[a] : m->role[b];
	size_t to = m->role[a] > m->role[b] ? m->role[b] : m->role[a];
	for (size_t i = 0; i < m->game->n_agents; i++)
		if (m->role[i] == from)
			m->role[i] = to;
}

/* Agents that one axis of the sweep sets together: its `key` and `also`. */
static void
join_axis(struct maker *m, const struct dt_node *axis)
{
	const struct dt_node *key = dt_node_get(axis, "key");
	const struct dt_node *also = dt_node_get(axis, "also");
	size_t none = m->game->n_agents;
	size_t first = key != NULL && key->kind == DT_NODE_SCALAR ?
	    agent_of(m->game, key->text) : none;
	for (size_t k = 0; also != NULL && also->kind == DT_NODE_LIST &&
	    k < also->n; k++) {
		size_t other = also->items[k]->kind == DT_NODE_SCALAR ?
		    agent_of(m->game, also->items[k]->text) : none;
		if (other < none && first < none)
			join(m, first, other);
	}
}

static enum dt_status
find_roles(struct maker *m)
{
	struct dt_arena arena = { 0 };
	struct dt_faults faults = { .arena = &arena };
	struct dt_node *root = NULL;
	for (size_t a = 0; a < m->game->n_agents; a++)
		m->role[a] = a;
	if (m->game->sweep == NULL)
		return DT_OK;
	const char *config = m->game->sweep->config;
	struct dt_source source = { "config", config, strlen(config) };
	enum dt_status status = dt_node_read(&arena, &source, &root, &faults,
	    m->err);
	const struct dt_node *axes = dt_node_get(root, "axes");
	for (size_t i = 0; status == DT_OK && axes != NULL &&
	    axes->kind == DT_NODE_MAP && i < axes->n; i++)
		join_axis(m, axes->items[i]);
	dt_arena_free(&arena);
	return status == DT_ENOMEM ? no_memory(m) : DT_OK;
}

static int
by_name(const void *one, const void *two)
{
	return strcmp(*(const char *const *)one, *(const char *const *)two);
}

/* What a role plays in a source: a strategy, or "a+b" where its agents play
 * different ones. */
static const char *
label_of(struct maker *m, const struct dt_recorded_player *p,
    const struct dt_recorded_source *s)
{
	const char *label = s->strategies[p->members[0]];
	for (size_t k = 1; k < p->n_members && label != NULL; k++) {
		const char *other = s->strategies[p->members[k]];
		if (strcmp(other, s->strategies[p->members[0]]) != 0)
			label = dt_arena_print(m->recorded->arena, "%s+%s",
			    label, other);
	}
	return label;
}

static enum dt_status
find_labels(struct maker *m, struct dt_recorded_player *p)
{
	struct dt_recorded_game *game = m->game;
	const char **labels = dt_memory_new(game->n_sources + 1,
	    sizeof(*labels));
	const struct dt_recorded_source *s = game->sources;
	size_t n = 0, different = 0;
	if (labels == NULL)
		return no_memory(m);
	for (; s != NULL; s = s->next, n++)
		if ((labels[n] = label_of(m, p, s)) == NULL) {
			dt_memory_free(labels);
			return no_memory(m);
		}
	qsort(labels, n, sizeof(*labels), by_name);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(labels[i], labels[different - 1]) != 0)
			labels[different++] = labels[i];
	const char **copy = dt_arena_new(m->recorded->arena, different + 1,
	    sizeof(*copy));
	if (copy != NULL)
		memcpy(copy, labels, different * sizeof(*copy));
	dt_memory_free(labels);
	p->labels = copy;
	p->n = different;
	return copy ? DT_OK : no_memory(m);
}

static enum dt_status
gather_role(struct maker *m, size_t first, struct dt_recorded_player *p)
{
	struct dt_recorded_game *game = m->game;
	size_t *members = dt_arena_new(m->recorded->arena, game->n_agents,
	    sizeof(*members));
	*p = (struct dt_recorded_player){ .members = members, .name = "" };
	if (members == NULL)
		return no_memory(m);
	for (size_t a = first; a < game->n_agents; a++) {
		if (m->role[a] != first)
			continue;
		p->name = dt_arena_print(m->recorded->arena, "%s%s%s",
		    p->name, p->n_members > 0 ? " and " : "",
		    game->agents[a]);
		if (p->name == NULL)
			return no_memory(m);
		members[p->n_members++] = a;
	}
	return find_labels(m, p);
}

static enum dt_status
find_players(struct maker *m)
{
	struct dt_recorded_game *game = m->game;
	enum dt_status status = find_roles(m);
	game->players = dt_arena_new(m->recorded->arena, game->n_agents + 1,
	    sizeof(*game->players));
	if (game->players == NULL)
		return no_memory(m);
	for (size_t a = 0; a < game->n_agents && status == DT_OK; a++) {
		struct dt_recorded_player *p =
		    &game->players[game->n_players];
		if (m->role[a] != a)
			continue;
		status = gather_role(m, a, p);
		p->alike = game->n_players;
		game->n_players += status == DT_OK && p->n > 1;
	}
	return status;
}

/* ---- Profiles ---- */

static enum dt_status
count_profiles(struct maker *m)
{
	struct dt_recorded_game *game = m->game;
	struct dt_empirical *t = &game->table;
	size_t *strategies = dt_arena_new(m->recorded->arena,
	    game->n_players + 1, sizeof(*strategies));
	if (strategies == NULL)
		return no_memory(m);
	t->strategies = strategies;
	t->players = game->n_players;
	t->profiles = 1;
	for (size_t i = 0; i < game->n_players; i++) {
		strategies[i] = game->players[i].n;
		t->profiles *= strategies[i];
		if (t->profiles > DT_RECORDED_PROFILES_MOST)
			return dt_status_fail(m->err, DT_EUSAGE, "%s: the "
			    "game of %s has more than %d profiles of "
			    "strategies", m->recorded->path, game->scenario,
			    DT_RECORDED_PROFILES_MOST);
	}
	return DT_OK;
}

static enum dt_status
place(struct maker *m, struct dt_recorded_source *s)
{
	struct dt_recorded_game *game = m->game;
	size_t step = 1;
	s->profile = 0;
	for (size_t i = 0; i < game->n_players; i++) {
		const struct dt_recorded_player *p = &game->players[i];
		const char *label = label_of(m, p, s);
		if (label == NULL)
			return no_memory(m);
		const char *const *at = bsearch(&label, p->labels, p->n,
		    sizeof(*p->labels), by_name);
		s->profile += step * (size_t)(at - p->labels);
		step *= p->n;
	}
	return DT_OK;
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
			else if (strcmp(s->seed, o->seed) == 0 &&
			    s->runs <= o->runs)
				s->used = false;
			else if (strcmp(s->seed, o->seed) == 0)
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
fill(struct maker *m, struct dt_recorded_source **sources, size_t n,
    size_t *which, struct dt_empirical_estimate *estimates)
{
	struct dt_recorded_game *game = m->game;
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

static enum dt_status
make_table(struct maker *m)
{
	struct dt_recorded_game *game = m->game;
	struct dt_arena *arena = m->recorded->arena;
	enum dt_status status = count_profiles(m);
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
		return no_memory(m);
	for (struct dt_recorded_source *s = game->sources; s != NULL &&
	    status == DT_OK; s = s->next) {
		sources[n++] = s;
		status = place(m, s);
	}
	if (status != DT_OK)
		return status;
	qsort(sources, n, sizeof(*sources), by_profile);
	fill(m, sources, n, which, estimates);
	return DT_OK;
}

enum dt_status
dt_recorded_make(struct dt_recorded *recorded, struct dt_recorded_game *game,
    struct dt_error *err)
{
	struct maker m = { .recorded = recorded, .game = game, .err = err };
	put_in_order(game);
	enum dt_status status = find_players(&m);
	if (status == DT_OK && game->n_players > 0)
		status = make_table(&m);
	return status;
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
