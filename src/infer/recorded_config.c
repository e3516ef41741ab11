/*
 * recorded_config: the configuration of a source, or of a profile; see
 * recorded.h.
 */
#include "infer/recorded_internal.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/sweep.h"

static enum dt_status
read_tree(struct dt_arena *arena, const char *name, const char *text,
    struct dt_node **root, struct dt_error *err)
{
	struct dt_faults faults = { .arena = arena };
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(err);
	*source = (struct dt_source){ name, text, strlen(text) };
	enum dt_status status = dt_node_read(arena, source, root, &faults,
	    err);
	return status == DT_EINPUT ? dt_status_fail(err, DT_ESTORE, "a "
	    "configuration in the database cannot be read: see detente "
	    "audit") : status;
}

/* The sweep as it was, its scenario from the database; the files that its
 * axes name are read again. */
static enum dt_status
make_sweep(const struct dt_recorded_sweep *s,
    const struct dt_catalogue *catalogue, struct dt_sweep *sweep,
    struct dt_error *err)
{
	struct dt_faults faults = { .arena = catalogue->arena };
	struct dt_node *root = NULL;
	struct dt_sweep_request request = { .sweep = s->name,
		.has_seed = true, .seed = strtoull(s->seed, NULL, 10),
		.base = s->base };
	enum dt_status status = read_tree(catalogue->arena, "config",
	    s->config, &root, err);
	if (status == DT_OK)
		status = dt_sweep_resolve(catalogue, root, &request, sweep,
		    &faults, err);
	if (status == DT_EINPUT)
		return dt_status_fail(err, DT_EINPUT, "the sweep %s cannot "
		    "be made again from its record: %s", s->name, faults.n ?
		    faults.list[0].message : "its files are not there");
	return status;
}

static enum dt_status
cell_config(const struct dt_recorded_game *game,
    const struct dt_recorded_source *source,
    const struct dt_catalogue *catalogue, const char **config,
    struct dt_error *err)
{
	struct dt_sweep sweep;
	struct dt_experiment e;
	size_t index[DT_SWEEP_AXES_MOST] = { 0 };
	enum dt_status status = make_sweep(game->sweep, catalogue, &sweep,
	    err);
	for (size_t a = 0; status == DT_OK && a < sweep.n_axes; a++) {
		index[a] = (size_t)source->levels[a] - 1;
		if (index[a] >= sweep.axes[a].n)
			index[a] = 0;
	}
	if (status == DT_OK)
		status = dt_sweep_cell(&sweep, index, catalogue->arena, &e,
		    NULL, err);
	if (status != DT_OK)
		return status;
	*config = e.config;
	if (strcmp(e.config_sha256, source->sha256) != 0)
		return dt_status_fail(err, DT_EINPUT, "cell %lld of the sweep "
		    "%s cannot be made again: a file that its axes name has "
		    "changed since", (long long)source->id,
		    game->sweep->name);
	return DT_OK;
}

enum dt_status
dt_recorded_config(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_source *source,
    const struct dt_catalogue *catalogue, struct dt_node **root,
    struct dt_error *err)
{
	const char *config = source->config;
	enum dt_status status = DT_OK;
	if (config == NULL)
		status = cell_config(game, source, catalogue, &config, err);
	return status ? status : read_tree(recorded->arena, "config", config,
	    root, err);
}

/* How many players play in the source what they do in the profile. */
static size_t
likeness(const struct dt_recorded_game *game, size_t profile,
    const struct dt_recorded_source *source)
{
	size_t n = 0;
	for (size_t i = 0; i < game->n_players; i++)
		n += dt_empirical_strategy(&game->table, profile, i) ==
		    dt_empirical_strategy(&game->table, source->profile, i);
	return n;
}

/* A source in which a player plays that strategy. */
static const struct dt_recorded_source *
donor(const struct dt_recorded_game *game, size_t player, size_t strategy)
{
	for (const struct dt_recorded_source *s = game->sources; s != NULL;
	    s = s->next)
		if (dt_empirical_strategy(&game->table, s->profile,
		    player) == strategy)
			return s;
	return NULL;
}

/* Takes over what the agents of a player do. */
static enum dt_status
take(const struct dt_recorded *recorded, const struct dt_recorded_game *game,
    const struct dt_recorded_player *player, const struct dt_node *from,
    struct dt_node *to, struct dt_error *err)
{
	for (size_t k = 0; k < player->n_members; k++) {
		const char *name = game->agents[player->members[k]];
		struct dt_node *seat = dt_node_get(dt_node_get(to, "agents"),
		    name);
		struct dt_node *strategy = dt_node_get(dt_node_get(
		    dt_node_get(from, "agents"), name), "strategy");
		if (seat == NULL || strategy == NULL)
			return dt_status_fail(err, DT_ESTORE, "a configuration "
			    "in the database has no agent %s: see detente "
			    "audit", name);
		if (!dt_node_put(recorded->arena, seat, "strategy", strategy))
			return dt_status_no_memory(err);
	}
	return DT_OK;
}

enum dt_status
dt_recorded_graft(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, size_t profile,
    const struct dt_catalogue *catalogue, struct dt_node **root,
    const struct dt_recorded_source **from, struct dt_error *err)
{
	const struct dt_empirical *t = &game->table;
	const struct dt_recorded_source *best = NULL;
	for (const struct dt_recorded_source *s = game->sources; s != NULL;
	    s = s->next)
		if (best == NULL || likeness(game, profile, s) >
		    likeness(game, profile, best))
			best = s;
	*from = best;
	enum dt_status status = dt_recorded_config(recorded, game, best,
	    catalogue, root, err);
	for (size_t i = 0; i < t->players && status == DT_OK; i++) {
		size_t own = dt_empirical_strategy(t, profile, i);
		const struct dt_recorded_source *s = donor(game, i, own);
		struct dt_node *other = NULL;
		if (own == dt_empirical_strategy(t, best->profile, i))
			continue;
		status = dt_recorded_config(recorded, game, s, catalogue,
		    &other, err);
		if (status == DT_OK)
			status = take(recorded, game, &game->players[i],
			    other, *root, err);
	}
	return status;
}
