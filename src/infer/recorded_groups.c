/*
 * recorded_groups: the groups that grow while rows are read, and what tells
 * one from another: a configuration without its strategies.
 */
#include "infer/recorded_internal.h"

#include <string.h>

bool
dt_recorded_is_strategy(const char *key, const char **name, size_t *n)
{
	static const char before[] = "agents.", after[] = ".strategy";
	size_t length = strlen(key), b = sizeof(before) - 1,
	    a = sizeof(after) - 1;
	*name = NULL;
	*n = 0;
	if (strcmp(key, "strategies") == 0)
		return true;
	if (length <= a + b || strncmp(key, before, b) != 0 ||
	    strcmp(key + length - a, after) != 0)
		return false;
	*name = key + b;
	*n = length - a - b;
	return true;
}

const char *
dt_recorded_keep(struct dt_recorded_reader *r, const struct dt_cell *cell)
{
	return dt_arena_copy(r->recorded->arena, cell->text);
}

/* A group that has the same key: its sweep or none, and its text. */
struct dt_recorded_game *
dt_recorded_find(struct dt_recorded_reader *r,
    const struct dt_recorded_sweep *sweep, const char *stripped)
{
	for (size_t g = r->groups->n; g-- > 0;) {
		struct dt_recorded_game *game = &r->groups->games[g];
		if (game->stripped != NULL && (sweep == NULL ||
		    game->sweep == sweep) &&
		    strcmp(game->stripped, stripped) == 0)
			return game;
	}
	return NULL;
}

enum dt_status
dt_recorded_add(struct dt_recorded_reader *r, struct dt_recorded_game **made)
{
	struct dt_recorded_groups *s = r->groups;
	if (s->n == DT_RECORDED_GAMES_MOST)
		return dt_status_fail(r->err, DT_EUSAGE, "%s: holds more than "
		    "%d games that differ in more than strategies",
		    r->recorded->path, DT_RECORDED_GAMES_MOST);
	if (s->n == s->room) {
		size_t room = s->room > 0 ? 4 * s->room : 16;
		struct dt_recorded_game *more = dt_arena_new(
		    r->recorded->arena, room, sizeof(*more));
		if (more == NULL)
			return dt_status_no_memory(r->err);
		if (s->n > 0)
			memcpy(more, s->games, s->n * sizeof(*more));
		s->games = more;
		s->room = room;
	}
	*made = &s->games[s->n++];
	return DT_OK;
}

/* Sources hang on a list's head, since groups move when their array grows. */
void
dt_recorded_push(struct dt_recorded_game *game,
    struct dt_recorded_source *source)
{
	source->next = game->sources;
	game->sources = source;
	game->n_sources++;
}

/* Each row of a kind, to `take`, which may end it by a failure. */
enum dt_status
dt_recorded_each(struct dt_recorded_reader *r,
    enum dt_store_record_what what,
    enum dt_status (*take)(struct dt_recorded_reader *r,
	const struct dt_cell *row, void *into), void *into)
{
	struct dt_store_record *rows;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_record_open(&rows, r->store, what,
	    r->err);
	while (status == DT_OK && (status = dt_store_record_next(rows, &row,
	    r->err)) == DT_OK && row != NULL)
		status = take(r, row, into);
	dt_store_record_close(rows);
	return status;
}

enum dt_status
dt_recorded_strip(struct dt_arena *arena, const char *config,
    const struct dt_node **common, const char **stripped,
    struct dt_error *err)
{
	struct dt_faults faults = { .arena = arena };
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	struct dt_node *root = NULL;
	struct dt_text text = { 0 };
	if (source == NULL)
		return dt_status_no_memory(err);
	*source = (struct dt_source){ "config", config, strlen(config) };
	enum dt_status status = dt_node_read(arena, source, &root, &faults,
	    err);
	const struct dt_node *seats = dt_node_get(root, "agents");
	if (status == DT_EINPUT || (status == DT_OK && (seats == NULL ||
	    seats->kind != DT_NODE_MAP)))
		return dt_status_fail(err, DT_ESTORE, "the configuration of "
		    "an experiment is no scenario: see detente audit");
	for (size_t i = 0; status == DT_OK && i < seats->n; i++)
		if (seats->items[i]->kind == DT_NODE_MAP)
			dt_node_remove(seats->items[i], "strategy");
	if (status != DT_OK)
		return status;
	dt_node_remove(root, "runs");
	dt_node_print(root, 0, &text);
	*common = root;
	*stripped = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	return *stripped ? DT_OK : dt_status_no_memory(err);
}
