/* keeping_map: axes and cells; see keeping_map.h. */
#include "verdict/keeping_map.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "verdict/keeping_map_internal.h"

static bool
read_number(struct dt_arena *arena, const char *from, size_t n, double *x)
{
	const char *text = dt_arena_copy_n(arena, from, n);
	return text != NULL && dt_number_read(text, x);
}

const char *
dt_keeping_map_key(struct dt_arena *arena, const char *key)
{
	const char *word = dt_arena_copy_n(arena, key, strcspn(key, "."));
	if (word == NULL || dt_schema_key(&dt_scenario_schema, word) != NULL ||
	    dt_schema_key(&dt_treaty_schema, word) == NULL)
		return word == NULL ? NULL : key;
	return dt_arena_print(arena, "treaty.%s", key);
}

enum dt_status
dt_keeping_map_read(struct dt_arena *arena, const char *word,
    struct dt_keeping_map_axis *axis, struct dt_error *err)
{
	const char *is = strchr(word, '=');
	const char *one = is != NULL ? strchr(is, ':') : NULL;
	const char *two = one != NULL ? strchr(one + 1, ':') : NULL;
	double steps = 0;
	if (two == NULL || is == word || strpbrk(word, "\"\\\n") != NULL ||
	    !read_number(arena, is + 1, (size_t)(one - is - 1), &axis->from) ||
	    !read_number(arena, one + 1, (size_t)(two - one - 1), &axis->to) ||
	    !read_number(arena, two + 1, strlen(two + 1), &steps))
		return dt_status_fail(err, DT_EUSAGE, "--vary takes "
		    "KEY=FROM:TO:STEPS, as monitoring.miss=0:0.5:51, not '%s'",
		    word);
	if (!(steps >= 2 && steps <= DT_KEEPING_MAP_STEPS) ||
	    steps != floor(steps) || axis->from == axis->to)
		return dt_status_fail(err, DT_EUSAGE, "--vary %s: give 2 to "
		    "%d steps between two values", word,
		    DT_KEEPING_MAP_STEPS);
	axis->steps = (int64_t)steps;
	axis->range = dt_arena_copy(arena, is);
	axis->key = axis->range == NULL ? NULL :
	    dt_arena_copy_n(arena, word, (size_t)(is - word));
	axis->key = axis->key == NULL ? NULL : dt_keeping_map_key(arena, axis->key);
	return axis->key == NULL ? dt_status_no_memory(err) : DT_OK;
}

/* What was typed is what is blamed, not the words of a sweep file; a key
 * that was typed without `treaty.` is shown with it. */
static enum dt_status
place_axis(struct dt_keeping_map *m, const struct dt_keeping_map_axis *axis,
    struct dt_node *node)
{
	static const char *const keys[] = { "key", "from", "to", "steps" };
	struct dt_source *source =
	    dt_arena_new(m->arena, 1, sizeof(*source));
	const char *typed = dt_arena_print(m->arena, "%s%s", axis->key,
	    axis->range);
	if (source == NULL || typed == NULL)
		return DT_ENOMEM;
	*source = (struct dt_source){ "--vary", typed, strlen(typed) };
	const char *at = typed;
	for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
		size_t length = strcspn(at, k == 0 ? "=" : ":");
		struct dt_node *value = dt_node_get(node, keys[k]);
		value->at = (struct dt_place){ source, 1,
		    (size_t)(at - typed) + 1, length };
		at += length + (at[length] != '\0');
	}
	return DT_OK;
}

/* The map as a sweep, in the words of a sweep file. */
static enum dt_status
make_sweep(struct dt_keeping_map *m, const struct dt_catalogue *catalogue,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_keeping_map_request *r = &m->request;
	struct dt_source *source =
	    dt_arena_new(m->arena, 1, sizeof(*source));
	struct dt_text text = { 0 };
	struct dt_node *root = NULL;
	struct dt_sweep_request request = { .sweep = "map", .sets = r->sets };
	dt_text_add(&text, "sweep: map\nscenario: \"%s\"\naxes:\n",
	    r->scenario);
	for (size_t a = 0; a < r->n_axes; a++)
		dt_text_add(&text, "  %s: {key: \"%s\", from: %.17g, to: "
		    "%.17g, steps: %lld}\n", a == 0 ? "x" : "y",
		    r->axes[a].key, r->axes[a].from, r->axes[a].to,
		    (long long)r->axes[a].steps);
	char *copy = text.failed ? NULL :
	    dt_arena_copy(m->arena, dt_text_string(&text));
	dt_text_free(&text);
	if (copy == NULL || source == NULL)
		return dt_status_no_memory(err);
	*source = (struct dt_source){ "--vary", copy, strlen(copy) };
	enum dt_status status = dt_node_read(m->arena, source, &root, faults,
	    err);
	for (size_t a = 0; status == DT_OK && a < r->n_axes; a++)
		if (r->axes[a].range != NULL && place_axis(m, &r->axes[a], dt_node_get(root,
		    "axes")->items[a]) != DT_OK)
			status = dt_status_no_memory(err);
	return status ? status : dt_sweep_resolve(catalogue, root, &request,
	    &m->sweep, faults, err);
}

/* The agents' names, which no axis changes. */
static enum dt_status
find_names(struct dt_keeping_map *m, struct dt_error *err)
{
	const struct dt_node *seats = dt_node_get(m->sweep.base, "agents");
	m->names = dt_arena_new(m->arena, seats->n, sizeof(*m->names));
	if (m->names == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < seats->n; i++)
		m->names[i] = seats->keys[i]->text;
	return DT_OK;
}

static enum dt_status
judge(void *map, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_keeping_map *m = map;
	size_t number = turn->item;
	struct dt_keeping_map_cell *cell = &m->cells[number];
	size_t index[DT_SWEEP_AXES_MOST] = { number % m->columns,
	    number / m->columns };
	struct dt_arena arena = { 0 };
	struct dt_experiment experiment;
	struct dt_comply_model model;
	struct dt_comply_verdict v = { 0 };
	struct dt_comply_play_request play = m->request.play;
	play.threads = 1;
	enum dt_status status = dt_sweep_cell(&m->sweep, index, &arena,
	    &experiment, NULL, err);
	if (status == DT_OK)
		status = dt_keeping_model(&arena, &experiment,
		    m->request.patience, &model, err);
	if (status == DT_OK)
		status = dt_keeping_judge(&model, &play, &v, err);
	bool binds = v.n_cases > 0 && v.answer != DT_COMPLY_NEVER;
	cell->answer = v.answer;
	cell->slack = binds ? v.slack : NAN;
	cell->cut = binds ? v.cut : NAN;
	cell->standard_error = binds && v.samples > 0 ? v.binding.error : NAN;
	cell->method = dt_keeping_method(&v);
	cell->binding = v.binding;
	dt_comply_verdict_free(&v);
	dt_arena_free(&arena);
	return status;
}

static enum dt_status
start(struct dt_keeping_map *m, struct dt_error *err)
{
	struct dt_pool_request request = { .n = m->n,
		.threads = m->request.play.threads, .work = judge, .of = m };
	return dt_pool_new(&m->pool, &request, err);
}

enum dt_status
dt_keeping_map_new(struct dt_keeping_map **map,
    const struct dt_catalogue *catalogue,
    const struct dt_keeping_map_request *request, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_keeping_map *m =
	    dt_arena_new(catalogue->arena, 1, sizeof(*m));
	*map = m;
	if (m == NULL)
		return dt_status_no_memory(err);
	m->arena = catalogue->arena;
	m->request = *request;
	enum dt_status status = make_sweep(m, catalogue, faults, err);
	if (status == DT_OK)
		status = find_names(m, err);
	if (status != DT_OK)
		return status;
	m->columns = m->sweep.axes[0].n;
	m->rows = request->n_axes > 1 ? m->sweep.axes[1].n : 1;
	m->n = m->columns * m->rows;
	m->cells = dt_arena_new(m->arena, m->n, sizeof(*m->cells));
	return m->cells == NULL ? dt_status_no_memory(err) : start(m, err);
}

size_t
dt_keeping_map_wait(struct dt_keeping_map *m, size_t *all)
{
	enum { PATIENCE = 100 };        /* milliseconds */
	size_t item;
	*all = m->n;
	if (dt_pool_next(m->pool, PATIENCE, &item, &m->error) != DT_OK)
		m->done = m->n;
	else
		m->done += item < m->n;
	return m->done;
}

void
dt_keeping_map_free(struct dt_keeping_map *m)
{
	if (m == NULL)
		return;
	dt_pool_free(m->pool);
	m->pool = NULL;
}
