/* sweep_record: see sweep_record.h. */
#include "sweep/sweep_record.h"

enum { ROWS_A_COMMIT = 8192 };

static enum dt_status
describe_axes(const struct dt_sweep *s, struct dt_arena *arena,
    struct dt_store_axis *axes, struct dt_error *err)
{
	for (size_t a = 0; a < s->n_axes; a++) {
		const struct dt_sweep_axis *axis = &s->axes[a];
		struct dt_store_level *levels =
		    dt_arena_new(arena, axis->n, sizeof(*levels));
		if (levels == NULL)
			return dt_status_no_memory(err);
		for (size_t i = 0; i < axis->n; i++)
			levels[i] = (struct dt_store_level){
				axis->values[i].label,
				axis->values[i].number };
		axes[a] = (struct dt_store_axis){ axis->name, axis->keys[0],
			levels, axis->n };
	}
	return DT_OK;
}

static enum dt_status
register_it(struct dt_sweep_record *r, const struct dt_record_provenance *p,
    struct dt_error *err)
{
	const struct dt_sweep *s = r->sweep;
	const struct dt_sweep_text *t = s->text;
	struct dt_store_axis axes[DT_SWEEP_AXES_MOST];
	struct dt_arena arena = { 0 };
	char started[32];
	struct dt_store_sweep row = {
		.key = s->key, .name = t->name,
		.title = t->title[0] ? t->title : t->name,
		.scenario = t->scenario, .config = s->config,
		.base_config = s->base_config, .seed = s->seed,
		.generator = DT_RANDOM_NAME,
		.engine = dt_engine_words[t->engine],
		.command = p->command, .version = p->version,
		.libraries = p->libraries, .model_version = DT_MODEL_VERSION,
		.runs = t->runs, .cells = s->cells,
		.started_at = dt_record_time(started),
	};
	enum dt_status status = describe_axes(s, &arena, axes, err);
	if (status == DT_OK)
		status = dt_store_sweep_register(r->store, &row, axes,
		    s->n_axes, &r->id, &r->found, err);
	dt_arena_free(&arena);
	return status;
}

struct seeded {
	struct dt_arena arena;
	const struct dt_sweep *sweep;
};

static const char *
key_by(void *of, uint64_t seed, struct dt_error *err)
{
	struct seeded *s = of;
	struct dt_sweep sweep = *s->sweep;
	return dt_sweep_reseed(&sweep, seed, &s->arena, err) == DT_OK ?
	    sweep.key : NULL;
}

enum dt_status
dt_sweep_record_seed(struct dt_store *store, const struct dt_sweep *sweep,
    uint64_t *seed, struct dt_error *err)
{
	struct seeded s = { .sweep = sweep };
	struct dt_store_sweep_like like = { key_by, &s };
	bool found;
	enum dt_status status = dt_store_sweep_seed(store, &like, seed, &found,
	    err);
	dt_arena_free(&s.arena);
	return status;
}

enum dt_status
dt_sweep_record_begin(struct dt_sweep_record *record, struct dt_store *store,
    const struct dt_sweep *sweep,
    const struct dt_record_provenance *provenance, bool *done,
    struct dt_error *err)
{
	*record = (struct dt_sweep_record){ .store = store, .sweep = sweep };
	enum dt_status status = register_it(record, provenance, err);
	return status ? status : dt_store_sweep_done(store, record->id, done,
	    sweep->cells, err);
}

static enum dt_status
commit(struct dt_sweep_record *r, struct dt_error *err)
{
	enum dt_status status = dt_store_commit(r->store, err);
	if (status == DT_OK) {
		r->committed += r->waiting;
		r->waiting = r->rows = 0;
	}
	r->open = false;
	return status;
}

static bool
is_old(const struct dt_sweep_record *r)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - r->since.tv_sec) +
	    1e-9 * (double)(now.tv_nsec - r->since.tv_nsec) > 0.5;
}

enum dt_status
dt_sweep_record_tick(struct dt_sweep_record *r, struct dt_error *err)
{
	return r->open && (r->rows >= ROWS_A_COMMIT || is_old(r)) ?
	    commit(r, err) : DT_OK;
}

enum dt_status
dt_sweep_record_put(struct dt_sweep_record *r,
    const struct dt_sweep_result *result, struct dt_error *err)
{
	enum dt_status status =
	    r->open ? DT_OK : dt_store_begin(r->store, err);
	if (status != DT_OK)
		return status;
	if (!r->open)
		clock_gettime(CLOCK_MONOTONIC, &r->since);
	r->open = true;
	status = dt_store_sweep_put(r->store, r->id, &result->cell,
	    result->levels, r->sweep->n_axes, result->outcomes,
	    result->n_outcomes, err);
	if (status != DT_OK) {
		r->open = false;
		return status;
	}
	r->waiting++;
	r->rows += 1 + (int64_t)(r->sweep->n_axes + result->n_outcomes);
	return dt_sweep_record_tick(r, err);
}

enum dt_status
dt_sweep_record_end(struct dt_sweep_record *r, struct dt_error *err)
{
	char now[32];
	enum dt_status status = r->open ? commit(r, err) : DT_OK;
	return status ? status : dt_store_sweep_end(r->store, r->id,
	    dt_record_time(now), err);
}
