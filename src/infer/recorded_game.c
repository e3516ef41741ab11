/* recorded_game: a group's players and what they play; see recorded.h. */
#include "infer/recorded_internal.h"

#include <string.h>

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
	return dt_recorded_labels(m->recorded, game, p, m->err);
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

enum dt_status
dt_recorded_make(struct dt_recorded *recorded, struct dt_recorded_game *game,
    struct dt_error *err)
{
	struct maker m = { .recorded = recorded, .game = game, .err = err };
	put_in_order(game);
	enum dt_status status = find_players(&m);
	if (status == DT_OK && game->n_players > 0)
		status = dt_recorded_fill(recorded, game, err);
	return status;
}
