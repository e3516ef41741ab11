/*
 * recorded_read: rows of the store into sources, and sources into groups that
 * differ in strategies only.
 */
#include "infer/recorded_internal.h"

#include <math.h>
#include <string.h>

#include "engine/model.h"
#include "store/store_record.h"

/* ---- Sweeps ---- */

struct sweeps {
	size_t room;
};

static enum dt_status
take_sweep(struct dt_recorded_reader *r, const struct dt_cell *row, void *into)
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
		.name = dt_recorded_keep(r, &row[DT_RECORD_SWEEP_NAME]),
		.scenario = dt_recorded_keep(r, &row[DT_RECORD_SWEEP_SCENARIO]),
		.config = dt_recorded_keep(r, &row[DT_RECORD_SWEEP_CONFIG]),
		.base = dt_recorded_keep(r, &row[DT_RECORD_SWEEP_BASE]),
		.seed = dt_recorded_keep(r, &row[DT_RECORD_SWEEP_SEED]),
		.cells = row[DT_RECORD_SWEEP_CELLS].integer,
		.strategies = row[DT_RECORD_SWEEP_STRATEGIES].integer != 0,
		.bare = true };
	return sweep->name && sweep->scenario && sweep->config &&
	    sweep->base && sweep->seed ? DT_OK : dt_status_no_memory(r->err);
}

/* ---- Experiments ---- */

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
group_of_cell(struct dt_recorded_reader *r,
    const struct dt_recorded_source *source, const char *const *agents,
    size_t n)
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
add_experiment_group(struct dt_recorded_reader *r,
    const struct dt_cell *row, const char *const *agents, size_t n,
    struct dt_recorded_game **made)
{
	static const char *const names[] = { "scenario", "treaty", "payoffs" };
	static const int columns[] = { DT_RECORD_SCENARIO, DT_RECORD_TREATY,
		DT_RECORD_PAYOFFS };
	struct dt_recorded_pair *where = dt_arena_new(r->recorded->arena, 3,
	    sizeof(*where));
	enum dt_status status = dt_recorded_add(r, made);
	if (status != DT_OK)
		return status;
	if (where == NULL)
		return dt_status_no_memory(r->err);
	for (size_t i = 0; i < 3; i++)
		where[i] = (struct dt_recorded_pair){ names[i],
			dt_recorded_keep(r, &row[columns[i]]) };
	**made = (struct dt_recorded_game){ .scenario = where[0].value,
		.where = where, .n_where = 3, .n_agents = n,
		.agents = agents };
	return where[0].value && where[1].value && where[2].value ? DT_OK :
	    dt_status_no_memory(r->err);
}

/* Its agents' rows, which come in step. */
static enum dt_status
take_payoffs(struct dt_recorded_reader *r, struct experiments *x,
    int64_t id, struct dt_recorded_source *s, const char **names, size_t *n)
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
		names[*n] = dt_recorded_keep(r, &row[DT_RECORD_NAME]);
		strategies[*n] = dt_recorded_keep(r, &row[DT_RECORD_STRATEGY]);
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

static struct dt_recorded_source *
new_source(struct dt_recorded_reader *r, const struct dt_cell *row)
{
	struct dt_recorded_source *s = dt_arena_new(r->recorded->arena, 1,
	    sizeof(*s));
	if (s == NULL)
		return NULL;
	*s = (struct dt_recorded_source){ .id = row[0].integer,
		.sha256 = dt_recorded_keep(r, &row[DT_RECORD_CONFIG_SHA256]),
		.seed = dt_recorded_keep(r, &row[DT_RECORD_SEED]),
		.config = dt_recorded_keep(r, &row[DT_RECORD_CONFIG]),
		.detail = dt_recorded_keep(r, &row[DT_RECORD_DETAIL]),
		.evidence = dt_recorded_keep(r, &row[DT_RECORD_EVIDENCE]),
		.engine = dt_recorded_keep(r, &row[DT_RECORD_ENGINE]) };
	return s->sha256 && s->seed && s->config && s->detail &&
	    s->evidence && s->engine ? s : NULL;
}

static enum dt_status
take_experiment(struct dt_recorded_reader *r, const struct dt_cell *row,
    void *into)
{
	struct dt_arena *arena = r->recorded->arena;
	struct dt_recorded_source *s = new_source(r, row);
	const char **names = dt_arena_new(arena, DT_AGENTS_MOST,
	    sizeof(*names));
	size_t n = 0;
	if (s == NULL || names == NULL)
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
		game = dt_recorded_find(r, NULL, stripped);
	if (game == NULL && (status = add_experiment_group(r, row, names, n,
	    &game)))
		return status;
	game->common = common;
	game->stripped = stripped;
	dt_recorded_push(game, s);
	return DT_OK;
}

static enum dt_status
read_experiments(struct dt_recorded_reader *r)
{
	struct experiments x = { 0 };
	enum dt_status status = dt_store_record_open(&x.payoffs, r->store,
	    DT_STORE_RECORD_PAYOFFS, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(x.payoffs, &x.row, r->err);
	if (status == DT_OK)
		status = dt_recorded_each(r, DT_STORE_RECORD_EXPERIMENTS,
		    take_experiment, &x);
	dt_store_record_close(x.payoffs);
	return status;
}

enum dt_status
dt_recorded_groups_read(struct dt_recorded *recorded, struct dt_store *store,
    struct dt_recorded_groups *groups, struct dt_error *err)
{
	struct dt_recorded_reader r = { recorded, groups, store, err };
	struct sweeps sweeps = { 0 };
	enum dt_status status = dt_recorded_each(&r, DT_STORE_RECORD_SWEEPS,
	    take_sweep, &sweeps);
	if (status == DT_OK)
		status = dt_recorded_cells(&r);
	return status ? status : read_experiments(&r);
}
