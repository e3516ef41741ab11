/*
 * recorded_cells: cells of sweeps into sources: their levels and the rows of
 * their agents, which come in step.
 */
#include "infer/recorded_internal.h"

#include <string.h>

#include "engine/model.h"

static struct dt_recorded_sweep *
sweep_of(struct dt_recorded_reader *r, int64_t id)
{
	for (size_t s = 0; s < r->recorded->n_sweeps; s++)
		if (r->recorded->sweeps[s].id == id)
			return &r->recorded->sweeps[s];
	return NULL;
}

enum { AXES = 64 };

struct cells {
	struct dt_store_record *levels;
	const struct dt_cell *level;    /* the row that comes next */
	struct dt_recorded_sweep *sweep;
	int64_t cell;                   /* that is being gathered; 0: none */
	struct dt_recorded_pair where[AXES];
	int64_t level_of[AXES];
	size_t n_where, n_axes;
	size_t n, room;
	const char **names, **strategies;
	double *mean, *error;
	struct dt_recorded_source source;
};

/* The levels of the cell; of axes of strategies only the numbers. */
static enum dt_status
take_levels(struct dt_recorded_reader *r, struct cells *c)
{
	enum dt_status status = DT_OK;
	c->n_where = c->n_axes = 0;
	while (status == DT_OK && c->level != NULL &&
	    (c->level[0].integer < c->sweep->id ||
	    (c->level[0].integer == c->sweep->id &&
	    c->level[1].integer <= c->cell))) {
		const struct dt_cell *row = c->level;
		const char *name;
		size_t n;
		bool own = row[0].integer == c->sweep->id &&
		    row[1].integer == c->cell && c->n_axes < AXES;
		if (own)
			c->level_of[c->n_axes++] =
			    row[DT_RECORD_LEVEL].integer;
		if (own && !dt_recorded_is_strategy(
		    row[DT_RECORD_LEVEL_KEY].text, &name, &n))
			c->where[c->n_where++] = (struct dt_recorded_pair){
				dt_recorded_keep(r, &row[DT_RECORD_LEVEL_NAME]),
				dt_recorded_keep(r, &row[DT_RECORD_LEVEL_VALUE]) };
		status = dt_store_record_next(c->levels, &c->level, r->err);
	}
	return status;
}

static const char *
text_of(struct dt_recorded_reader *r, const struct cells *c)
{
	struct dt_text text = { 0 };
	for (size_t i = 0; i < c->n_where; i++)
		dt_text_add(&text, "%s=%s\n", c->where[i].name ?
		    c->where[i].name : "", c->where[i].value ?
		    c->where[i].value : "");
	for (size_t a = 0; a < c->n; a++)
		dt_text_add(&text, "%s\n", c->names[a]);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(r->recorded->arena, dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

static enum dt_status
add_cell_group(struct dt_recorded_reader *r, const struct cells *c,
    const char *text, struct dt_recorded_game **made)
{
	struct dt_arena *arena = r->recorded->arena;
	size_t n = c->n_where + 2;
	enum dt_status status = dt_recorded_add(r, made);
	if (status != DT_OK)
		return status;
	struct dt_recorded_game *g = *made;
	struct dt_recorded_pair *where = dt_arena_new(arena, n,
	    sizeof(*where));
	const char **agents = dt_arena_new(arena, c->n + 1, sizeof(*agents));
	if (where == NULL || agents == NULL)
		return dt_status_no_memory(r->err);
	where[0] = (struct dt_recorded_pair){ "sweep", c->sweep->name };
	where[1] = (struct dt_recorded_pair){ "scenario",
		c->sweep->scenario };
	memcpy(where + 2, c->where, c->n_where * sizeof(*where));
	memcpy(agents, c->names, c->n * sizeof(*agents));
	*g = (struct dt_recorded_game){ .sweep = c->sweep,
		.scenario = c->sweep->scenario, .where = where, .n_where = n,
		.n_agents = c->n, .agents = agents, .stripped = text };
	return DT_OK;
}

/* What was gathered of a cell becomes a source of its group. */
static enum dt_status
end_cell(struct dt_recorded_reader *r, struct cells *c)
{
	struct dt_arena *arena = r->recorded->arena;
	struct dt_recorded_game *game;
	if (c->cell == 0)
		return DT_OK;
	enum dt_status status = take_levels(r, c);
	if (status != DT_OK)
		return status;
	const char *text = text_of(r, c);
	struct dt_recorded_source *s = dt_arena_new(arena, 1, sizeof(*s));
	int64_t *levels = dt_arena_new(arena, c->n_axes + 1, sizeof(*levels));
	if (text == NULL || s == NULL || levels == NULL)
		return dt_status_no_memory(r->err);
	game = dt_recorded_find(r, c->sweep, text);
	if (game == NULL && (status = add_cell_group(r, c, text, &game)))
		return status;
	memcpy(levels, c->level_of, c->n_axes * sizeof(*levels));
	*s = c->source;
	s->levels = levels;
	s->strategies = c->strategies;
	s->mean = c->mean;
	s->error = c->error;
	dt_recorded_push(game, s);
	c->room = 0;                    /* the arrays are the source's now */
	return DT_OK;
}

static enum dt_status
make_room(struct dt_recorded_reader *r, struct cells *c)
{
	struct dt_arena *arena = r->recorded->arena;
	size_t room = DT_AGENTS_MOST;
	if (c->room > 0)
		return DT_OK;
	c->names = dt_arena_new(arena, room, sizeof(*c->names));
	c->strategies = dt_arena_new(arena, room, sizeof(*c->strategies));
	c->mean = dt_arena_new(arena, room, sizeof(*c->mean));
	c->error = dt_arena_new(arena, room, sizeof(*c->error));
	c->room = room;
	return c->names && c->strategies && c->mean && c->error ? DT_OK :
	    dt_status_no_memory(r->err);
}

static enum dt_status
begin_cell(struct dt_recorded_reader *r, struct cells *c,
    const struct dt_cell *row)
{
	c->cell = 0;
	c->sweep = sweep_of(r, row[DT_RECORD_CELL_SWEEP].integer);
	if (c->sweep == NULL)
		return DT_OK;
	c->cell = row[DT_RECORD_CELL].integer;
	c->sweep->bare = false;
	c->sweep->kept++;
	c->n = 0;
	c->source = (struct dt_recorded_source){ .cell = true,
		.sweep = c->sweep->id, .id = c->cell,
		.runs = row[DT_RECORD_CELL_RUNS].integer,
		.sha256 = dt_recorded_keep(r, &row[DT_RECORD_CELL_SHA256]),
		.seed = c->sweep->seed };
	return c->source.sha256 ? make_room(r, c) :
	    dt_status_no_memory(r->err);
}

static enum dt_status
take_cell(struct dt_recorded_reader *r, const struct dt_cell *row, void *into)
{
	struct cells *c = into;
	enum dt_status status = DT_OK;
	if (c->cell == 0 || c->sweep->id != row[0].integer ||
	    c->cell != row[1].integer) {
		status = end_cell(r, c);
		if (status == DT_OK)
			status = begin_cell(r, c, row);
	}
	if (status != DT_OK || c->cell == 0 || c->n >= c->room)
		return status;
	c->names[c->n] = dt_recorded_keep(r, &row[DT_RECORD_CELL_NAME]);
	c->strategies[c->n] = dt_recorded_keep(r, &row[DT_RECORD_CELL_STRATEGY]);
	c->mean[c->n] = row[DT_RECORD_CELL_MEAN].real;
	c->error[c->n] = row[DT_RECORD_CELL_ERROR].real;
	return c->names[c->n] && c->strategies[c->n++] ? DT_OK :
	    dt_status_no_memory(r->err);
}

enum dt_status
dt_recorded_cells(struct dt_recorded_reader *r)
{
	struct cells c = { 0 };
	enum dt_status status = dt_store_record_open(&c.levels, r->store,
	    DT_STORE_RECORD_LEVELS, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(c.levels, &c.level, r->err);
	if (status == DT_OK)
		status = dt_recorded_each(r, DT_STORE_RECORD_CELLS, take_cell, &c);
	if (status == DT_OK)
		status = end_cell(r, &c);
	dt_store_record_close(c.levels);
	return status;
}
