/*
 * recorded_read: rows of the store into sources, and sources into groups that
 * differ in strategies only.
 */
#include "lab/recorded_internal.h"

#include <math.h>
#include <string.h>

#include "engine/model.h"
#include "store/store_record.h"

struct reader {
	struct dt_recorded *recorded;
	struct dt_recorded_groups *groups;
	struct dt_store *store;
	struct dt_error *err;
};

static const char *
keep(struct reader *r, const struct dt_cell *cell)
{
	return dt_arena_copy(r->recorded->arena, cell->text);
}

/* A group that has the same key: its sweep or none, and its text. */
static struct dt_recorded_game *
find(struct reader *r, const struct dt_recorded_sweep *sweep,
    const char *stripped)
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

static enum dt_status
add_group(struct reader *r, struct dt_recorded_game **made)
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
static void
push(struct dt_recorded_game *game, struct dt_recorded_source *source)
{
	source->next = game->sources;
	game->sources = source;
	game->n_sources++;
}

/* Each row of a kind, to `take`, which may end it by a failure. */
static enum dt_status
each(struct reader *r, enum dt_store_record_what what,
    enum dt_status (*take)(struct reader *r, const struct dt_cell *row,
	void *into), void *into)
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

/* ---- Sweeps ---- */

struct sweeps {
	size_t room;
};

static enum dt_status
take_sweep(struct reader *r, const struct dt_cell *row, void *into)
{
	struct sweeps *s = into;
	struct dt_recorded *all = r->recorded;
	if (all->n_sweeps == s->room) {
		size_t room = 2 * s->room + 8;
		struct dt_recorded_sweep *more = dt_arena_new(all->arena,
		    room, sizeof(*more));
		if (more == NULL)
			return dt_status_no_memory(r->err);
		if (s->room > 0)
			memcpy(more, all->sweeps, s->room * sizeof(*more));
		all->sweeps = more;
		s->room = room;
	}
	struct dt_recorded_sweep *sweep = &all->sweeps[all->n_sweeps++];
	*sweep = (struct dt_recorded_sweep){
		.id = row[DT_RECORD_SWEEP].integer,
		.name = keep(r, &row[DT_RECORD_SWEEP_NAME]),
		.scenario = keep(r, &row[DT_RECORD_SWEEP_SCENARIO]),
		.config = keep(r, &row[DT_RECORD_SWEEP_CONFIG]),
		.base = keep(r, &row[DT_RECORD_SWEEP_BASE]),
		.seed = keep(r, &row[DT_RECORD_SWEEP_SEED]),
		.cells = row[DT_RECORD_SWEEP_CELLS].integer,
		.strategies = row[DT_RECORD_SWEEP_STRATEGIES].integer != 0,
		.bare = true };
	return sweep->name && sweep->scenario && sweep->config &&
	    sweep->base && sweep->seed ? DT_OK : dt_status_no_memory(r->err);
}

static struct dt_recorded_sweep *
sweep_of(struct reader *r, int64_t id)
{
	for (size_t s = 0; s < r->recorded->n_sweeps; s++)
		if (r->recorded->sweeps[s].id == id)
			return &r->recorded->sweeps[s];
	return NULL;
}

/* ---- Cells: levels and outcomes, in step ---- */

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
take_levels(struct reader *r, struct cells *c)
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
				keep(r, &row[DT_RECORD_LEVEL_NAME]),
				keep(r, &row[DT_RECORD_LEVEL_VALUE]) };
		status = dt_store_record_next(c->levels, &c->level, r->err);
	}
	return status;
}

static const char *
text_of(struct reader *r, const struct cells *c)
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
add_cell_group(struct reader *r, const struct cells *c, const char *text,
    struct dt_recorded_game **made)
{
	struct dt_arena *arena = r->recorded->arena;
	size_t n = c->n_where + 2;
	enum dt_status status = add_group(r, made);
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
end_cell(struct reader *r, struct cells *c)
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
	game = find(r, c->sweep, text);
	if (game == NULL && (status = add_cell_group(r, c, text, &game)))
		return status;
	memcpy(levels, c->level_of, c->n_axes * sizeof(*levels));
	*s = c->source;
	s->levels = levels;
	s->strategies = c->strategies;
	s->mean = c->mean;
	s->error = c->error;
	push(game, s);
	c->room = 0;                    /* the arrays are the source's now */
	return DT_OK;
}

static enum dt_status
make_room(struct reader *r, struct cells *c)
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
begin_cell(struct reader *r, struct cells *c, const struct dt_cell *row)
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
		.sha256 = keep(r, &row[DT_RECORD_CELL_SHA256]),
		.seed = c->sweep->seed };
	return c->source.sha256 ? make_room(r, c) :
	    dt_status_no_memory(r->err);
}

static enum dt_status
take_cell(struct reader *r, const struct dt_cell *row, void *into)
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
	c->names[c->n] = keep(r, &row[DT_RECORD_CELL_NAME]);
	c->strategies[c->n] = keep(r, &row[DT_RECORD_CELL_STRATEGY]);
	c->mean[c->n] = row[DT_RECORD_CELL_MEAN].real;
	c->error[c->n] = row[DT_RECORD_CELL_ERROR].real;
	return c->names[c->n] && c->strategies[c->n++] ? DT_OK :
	    dt_status_no_memory(r->err);
}

static enum dt_status
read_cells(struct reader *r)
{
	struct cells c = { 0 };
	enum dt_status status = dt_store_record_open(&c.levels, r->store,
	    DT_STORE_RECORD_LEVELS, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(c.levels, &c.level, r->err);
	if (status == DT_OK)
		status = each(r, DT_STORE_RECORD_CELLS, take_cell, &c);
	if (status == DT_OK)
		status = end_cell(r, &c);
	dt_store_record_close(c.levels);
	return status;
}

/* ---- Experiments ---- */

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

struct experiments {
	struct dt_store_record *payoffs;
	const struct dt_cell *row;      /* that comes next */
};

static bool
is_same(const char *const *a, const char *const *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(a[i], b[i]) != 0)
			return false;
	return true;
}

/* The group of a cell with the same configuration takes the text of the
 * experiment's, so that others that differ in strategies follow. */
static struct dt_recorded_game *
group_of_cell(struct reader *r, const struct dt_recorded_source *source,
    const char *const *agents, size_t n)
{
	for (size_t g = 0; g < r->groups->n; g++) {
		struct dt_recorded_game *game = &r->groups->games[g];
		if (game->sweep == NULL || game->n_agents != n ||
		    !is_same(game->agents, agents, n))
			continue;
		for (const struct dt_recorded_source *s = game->sources;
		    s != NULL; s = s->next)
			if (s->cell && strcmp(s->sha256,
			    source->sha256) == 0)
				return game;
	}
	return NULL;
}

static enum dt_status
add_experiment_group(struct reader *r, const struct dt_cell *row,
    const char *const *agents, size_t n, struct dt_recorded_game **made)
{
	static const char *const names[] = { "scenario", "treaty", "payoffs" };
	static const int columns[] = { DT_RECORD_SCENARIO, DT_RECORD_TREATY,
		DT_RECORD_PAYOFFS };
	struct dt_recorded_pair *where = dt_arena_new(r->recorded->arena, 3,
	    sizeof(*where));
	enum dt_status status = add_group(r, made);
	if (status != DT_OK)
		return status;
	if (where == NULL)
		return dt_status_no_memory(r->err);
	for (size_t i = 0; i < 3; i++)
		where[i] = (struct dt_recorded_pair){ names[i],
			keep(r, &row[columns[i]]) };
	**made = (struct dt_recorded_game){ .scenario = where[0].value,
		.where = where, .n_where = 3, .n_agents = n,
		.agents = agents };
	return where[0].value && where[1].value && where[2].value ? DT_OK :
	    dt_status_no_memory(r->err);
}

/* Its agents' rows, which come in step. */
static enum dt_status
take_payoffs(struct reader *r, struct experiments *x, int64_t id,
    struct dt_recorded_source *s, const char **names, size_t *n)
{
	struct dt_arena *arena = r->recorded->arena;
	const char **strategies = dt_arena_new(arena, DT_AGENTS_MOST,
	    sizeof(*strategies));
	double *mean = dt_arena_new(arena, DT_AGENTS_MOST, sizeof(*mean));
	double *error = dt_arena_new(arena, DT_AGENTS_MOST, sizeof(*error));
	enum dt_status status = strategies && mean && error ? DT_OK :
	    dt_status_no_memory(r->err);
	for (*n = 0; status == DT_OK && x->row != NULL &&
	    x->row[0].integer <= id; status = dt_store_record_next(
	    x->payoffs, &x->row, r->err)) {
		const struct dt_cell *row = x->row;
		if (row[0].integer < id || *n == DT_AGENTS_MOST)
			continue;
		s->runs = row[DT_RECORD_RUNS].integer;
		names[*n] = keep(r, &row[DT_RECORD_NAME]);
		strategies[*n] = keep(r, &row[DT_RECORD_STRATEGY]);
		mean[*n] = row[DT_RECORD_MEAN].real;
		error[*n] = sqrt(row[DT_RECORD_VARIANCE].real);
		if (names[*n] == NULL || strategies[(*n)++] == NULL)
			return dt_status_no_memory(r->err);
	}
	s->strategies = strategies;
	s->mean = mean;
	s->error = error;
	return status;
}

static enum dt_status
take_experiment(struct reader *r, const struct dt_cell *row, void *into)
{
	struct dt_arena *arena = r->recorded->arena;
	struct dt_recorded_source *s = dt_arena_new(arena, 1, sizeof(*s));
	const char **names = dt_arena_new(arena, DT_AGENTS_MOST,
	    sizeof(*names));
	size_t n = 0;
	if (s == NULL || names == NULL)
		return dt_status_no_memory(r->err);
	*s = (struct dt_recorded_source){ .id = row[0].integer,
		.sha256 = keep(r, &row[DT_RECORD_CONFIG_SHA256]),
		.seed = keep(r, &row[DT_RECORD_SEED]),
		.config = keep(r, &row[DT_RECORD_CONFIG]),
		.detail = keep(r, &row[DT_RECORD_DETAIL]),
		.evidence = keep(r, &row[DT_RECORD_EVIDENCE]) };
	if (!s->sha256 || !s->seed || !s->config || !s->detail ||
	    !s->evidence)
		return dt_status_no_memory(r->err);
	enum dt_status status = take_payoffs(r, into, s->id, s, names, &n);
	const struct dt_node *common;
	const char *stripped;
	if (status == DT_OK)
		status = dt_recorded_strip(arena, s->config, &common,
		    &stripped, r->err);
	if (status != DT_OK || n == 0)
		return status;
	struct dt_recorded_game *game = group_of_cell(r, s, names, n);
	if (game == NULL)
		game = find(r, NULL, stripped);
	if (game == NULL && (status = add_experiment_group(r, row, names, n,
	    &game)))
		return status;
	game->common = common;
	game->stripped = stripped;
	push(game, s);
	return DT_OK;
}

static enum dt_status
read_experiments(struct reader *r)
{
	struct experiments x = { 0 };
	enum dt_status status = dt_store_record_open(&x.payoffs, r->store,
	    DT_STORE_RECORD_PAYOFFS, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(x.payoffs, &x.row, r->err);
	if (status == DT_OK)
		status = each(r, DT_STORE_RECORD_EXPERIMENTS,
		    take_experiment, &x);
	dt_store_record_close(x.payoffs);
	return status;
}

enum dt_status
dt_recorded_groups_read(struct dt_recorded *recorded, struct dt_store *store,
    struct dt_recorded_groups *groups, struct dt_error *err)
{
	struct reader r = { recorded, groups, store, err };
	struct sweeps sweeps = { 0 };
	enum dt_status status = each(&r, DT_STORE_RECORD_SWEEPS, take_sweep,
	    &sweeps);
	if (status == DT_OK)
		status = read_cells(&r);
	return status ? status : read_experiments(&r);
}
