/*
 * sweep_cell: a cell's game. The grafted scenario is copied, the values of
 * the axes are set in the copy, and it is compiled; no file is read.
 */
#include "sweep/sweep_internal.h"

#include <string.h>

struct dt_node *
dt_sweep_cell_copy(struct dt_arena *arena, const struct dt_node *node)
{
	if (node->kind == DT_NODE_SCALAR)
		return (struct dt_node *)node;
	struct dt_node *copy = dt_arena_new(arena, 1, sizeof(*copy));
	struct dt_node **items = dt_arena_new(arena, 2 * node->n + 1,
	    sizeof(*items));
	if (copy == NULL || items == NULL)
		return NULL;
	*copy = *node;
	copy->items = items;
	copy->keys = node->keys == NULL ? NULL : items + node->n;
	for (size_t i = 0; i < node->n; i++) {
		items[i] = dt_sweep_cell_copy(arena, node->items[i]);
		if (items[i] == NULL)
			return NULL;
		if (node->keys != NULL)
			copy->keys[i] = node->keys[i];
	}
	return copy;
}

/* One strategy for each seat, or one for all. */
static enum dt_status
set_strategies(const struct dt_catalogue *catalogue,
    const struct dt_sweep_axis *axis, const struct dt_node *value,
    struct dt_node *root, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_node *seats = dt_node_get(root, "agents");
	bool list = value->kind == DT_NODE_LIST;
	if (seats == NULL || seats->kind != DT_NODE_MAP)
		return DT_OK;
	if (list && value->n != 1 && value->n != seats->n)
		return dt_faults_add(faults, value->at, "give one for each, "
		    "or one for all", "%zu strategies, but %zu agents play",
		    value->n, seats->n);
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < seats->n && status == DT_OK; i++) {
		const char *path = dt_arena_print(catalogue->arena,
		    "agents.%s.strategy", seats->keys[i]->text);
		const struct dt_node *one = !list ? value :
		    value->items[value->n == 1 ? 0 : i];
		struct dt_node *copy = dt_sweep_cell_copy(catalogue->arena,
		    one);
		if (path == NULL || copy == NULL)
			return dt_status_no_memory(err);
		status = dt_catalogue_put(catalogue, &dt_scenario_schema,
		    root, path, axis->places[0], copy, faults, err);
	}
	return status;
}

enum dt_status
dt_sweep_cell_set(const struct dt_catalogue *catalogue,
    const struct dt_sweep_axis *axis, const struct dt_node *value,
    struct dt_node *root, struct dt_faults *faults, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < axis->n_keys && status == DT_OK; k++) {
		if (strcmp(axis->keys[k], "strategies") == 0) {
			status = set_strategies(catalogue, axis, value, root,
			    faults, err);
			continue;
		}
		struct dt_node *copy = dt_sweep_cell_copy(catalogue->arena,
		    value);
		if (copy == NULL)
			return dt_status_no_memory(err);
		status = dt_catalogue_put(catalogue, &dt_scenario_schema,
		    root, axis->keys[k], axis->places[k], copy, faults, err);
	}
	return status;
}

/* "the cell miss 0.3, fine 2: ..." before what is wrong. */
static enum dt_status
name_cell(const struct dt_sweep *s, const size_t *index,
    const struct dt_faults *faults, struct dt_arena *arena,
    struct dt_error *err)
{
	const char *name = "", *what = faults->n > 0 ?
	    faults->list[0].message : "it does not compile";
	struct dt_place at = faults->n > 0 ? faults->list[0].at :
	    (struct dt_place){ 0 };
	for (size_t a = 0; a < s->n_axes && name != NULL; a++)
		name = dt_arena_print(arena, "%s%s%s %s", name,
		    a > 0 ? ", " : "", s->axes[a].name,
		    s->axes[a].values[index[a]].label);
	return dt_status_fail(err, DT_EINPUT, "%s:%zu:%zu: %s (the cell %s)",
	    at.source ? at.source->path : s->text->name, at.line, at.column,
	    what, name ? name : "?");
}

enum dt_status
dt_sweep_cell(const struct dt_sweep *s,
    const size_t index[DT_SWEEP_AXES_MOST], struct dt_arena *arena,
    struct dt_experiment *experiment, struct dt_faults *faults,
    struct dt_error *err)
{
	static const char *const nowhere[] = { NULL };
	struct dt_catalogue catalogue = { arena, nowhere };
	struct dt_faults own = { .arena = arena };
	struct dt_faults *f = faults ? faults : &own;
	struct dt_node *root = dt_sweep_cell_copy(arena, s->base);
	enum dt_status status = root ? DT_OK : dt_status_no_memory(err);
	for (size_t a = 0; a < s->n_axes && status == DT_OK; a++)
		status = dt_sweep_cell_set(&catalogue, &s->axes[a],
		    s->axes[a].values[index[a]].node, root, f, err);
	if (status == DT_OK)
		status = dt_experiment_compile(arena, root, experiment, f,
		    err);
	if (status == DT_EINPUT)
		return name_cell(s, index, f, arena, err);
	if (status != DT_OK)
		return status;
	experiment->seed = s->seed;
	return dt_experiment_name(arena, experiment, err);
}
