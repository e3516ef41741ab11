/* deed: see deed.h. */
#include "design/deed.h"

#include <string.h>

#include "verdict/keeping.h"

static struct dt_node *
tree_of(struct dt_arena *arena, const char *name, const char *text,
    struct dt_error *err)
{
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = NULL;
	if (source == NULL)
		return NULL;
	*source = (struct dt_source){ name, text, strlen(text) };
	return dt_node_read(arena, source, &root, &faults, err) == DT_OK ?
	    root : NULL;
}

static struct dt_node *
tree_of_treaty(struct dt_arena *arena, const struct dt_treaty *treaty,
    struct dt_error *err)
{
	struct dt_text all = { 0 };
	dt_schema_print(&dt_treaty_schema, treaty, 0, &all);
	char *copy = all.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&all));
	dt_text_free(&all);
	return copy == NULL ? NULL : tree_of(arena, "treaty", copy, err);
}

static bool
same(const struct dt_node *a, const struct dt_node *b)
{
	if (a->kind != b->kind || a->n != b->n)
		return false;
	if (a->kind == DT_NODE_SCALAR)
		return strcmp(a->text, b->text) == 0;
	for (size_t k = 0; k < a->n; k++)
		if (!same(a->items[k], b->items[k]) ||
		    (a->kind == DT_NODE_MAP &&
		    strcmp(a->keys[k]->text, b->keys[k]->text) != 0))
			return false;
	return true;
}

/* Takes from a map what it would have anyway. */
static void
leave_out(struct dt_node *map, const struct dt_node *defaults)
{
	for (size_t k = map->n; k-- > 0;) {
		struct dt_node *item = map->items[k];
		const struct dt_node *by = dt_node_get(defaults,
		    map->keys[k]->text);
		if (by == NULL)
			continue;
		if (item->kind == DT_NODE_MAP && by->kind == DT_NODE_MAP)
			leave_out(item, by);
		if (same(item, by) || (item->kind == DT_NODE_MAP &&
		    item->n == 0))
			dt_node_remove(map, map->keys[k]->text);
	}
}

/* The same of each map of a list or of a map of maps. */
static void
leave_out_all(struct dt_node *items, const struct dt_node *defaults)
{
	for (size_t k = 0; items != NULL && k < items->n; k++)
		if (items->items[k]->kind == DT_NODE_MAP)
			leave_out(items->items[k], defaults);
}

/* What channels and rungs have that say nothing. */
#define CHANNEL "coverage: 1\ncost: 0\nvisibility: public\ncommon: no\n" \
    "sample: {detect: 1, false_alarm: 0}\nabout: ''\n"
#define RUNG "chance: 1\nfine: 0\nbond: 0\nsuspend: 0\nexpel: no\nend: no\n"

enum dt_status
dt_deed_print(struct dt_arena *arena, const struct dt_treaty *treaty,
    struct dt_text *text, struct dt_error *err)
{
	struct dt_treaty plain;
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = tree_of_treaty(arena, treaty, err),
	    *least = tree_of(arena, "defaults", "treaty: x", err),
	    *channel = tree_of(arena, "channel", CHANNEL, err),
	    *rung = tree_of(arena, "rung", RUNG, err), *defaults = NULL;
	enum dt_status status = root == NULL || least == NULL ||
	    channel == NULL || rung == NULL ? dt_status_no_memory(err) :
	    dt_schema_read(&dt_treaty_schema, arena, least, &plain, &faults,
	    err);
	if (status == DT_OK)
		defaults = tree_of_treaty(arena, &plain, err);
	if (status == DT_OK && defaults == NULL)
		status = dt_status_no_memory(err);
	if (status != DT_OK)
		return status;
	/* a name is never a default, though it were the same */
	dt_node_remove(defaults, "treaty");
	leave_out_all(dt_node_get(dt_node_get(root, "monitoring"),
	    "channels"), channel);
	leave_out_all(dt_node_get(dt_node_get(root, "response"), "ladder"),
	    rung);
	leave_out(root, defaults);
	dt_node_print(root, 0, text);
	return DT_OK;
}

static enum dt_status
compile(struct dt_arena *arena, const struct dt_experiment *e,
    const char *text, struct dt_experiment *out, struct dt_error *err)
{
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = tree_of(arena, "scenario", e->config, err),
	    *treaty = tree_of(arena, "treaty", text, err);
	if (root == NULL || treaty == NULL ||
	    !dt_node_put(arena, root, "treaty", treaty))
		return dt_status_no_memory(err);
	return dt_experiment_compile(arena, root, out, &faults, err);
}

enum dt_status
dt_deed_judge(struct dt_arena *arena, const struct dt_deed_request *request,
    const char *text, struct dt_deed_judged *judged, struct dt_error *err)
{
	struct dt_comply_model plain, m;
	*judged = (struct dt_deed_judged){ .verdict = {
	    .answer = DT_COMPLY_PERHAPS } };
	enum dt_status status = compile(arena, request->experiment, text,
	    &judged->experiment, err);
	if (status == DT_OK)
		status = dt_keeping_model(arena, &judged->experiment, NULL,
		    &plain, err);
	for (size_t k = 0; k < request->n_corners && status == DT_OK; k++) {
		struct dt_comply_verdict v;
		m = plain;
		dt_corner_move(&m, &judged->experiment.scenario->
		    treaty.monitoring, &request->corner[k]);
		status = dt_keeping_judge(&m, &request->play, &v, err);
		bool fails = status == DT_OK &&
		    !dt_deed_holds(request->threats, &v);
		if (k > 0 && !fails) {
			dt_comply_verdict_free(&v);
			continue;
		}
		dt_comply_verdict_free(&judged->verdict);
		judged->verdict = v;
		judged->corner = k;
		if (fails)
			break;
	}
	return status;
}
