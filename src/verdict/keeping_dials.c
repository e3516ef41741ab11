/* keeping_dials: each number of a treaty's text, turned; see
 * keeping_stretches.h. */
#include "verdict/keeping_stretches.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* Values of a count that are all looked at; more are looked at here and there.
 */
enum { EACH_MOST = 48 };

/* One number, in a tree of the scenario of its own. */
struct dialer {
	struct dt_keeping_telling *telling;
	struct dt_solution_table *table;
	struct dt_node *root, *node;
	const struct dt_schema_key *key;
	bool signal;                    /* of a channel */
	struct dt_arena arena;          /* of the models that it became */
	struct dt_error *err;
	enum dt_status status;
};

static enum dt_status
turn(void *of, double x, const struct dt_comply_model **model,
    struct dt_error *err)
{
	struct dialer *d = of;
	struct dt_faults faults = { .arena = &d->arena };
	struct dt_experiment *e = dt_arena_new(&d->arena, 1, sizeof(*e));
	struct dt_comply_model *m = dt_arena_new(&d->arena, 1, sizeof(*m));
	struct dt_node *node = d->node, was = *node;
	const char *text = dt_arena_print(&d->arena, "%.17g", x);
	if (e == NULL || m == NULL || text == NULL)
		return dt_status_no_memory(err);
	node->text = text;
	enum dt_status status = dt_experiment_compile(&d->arena, d->root, e,
	    &faults, err);
	*node = was;
	if (status == DT_OK)
		status = dt_keeping_model(&d->arena, e,
		    d->telling->request->patience, m, err);
	*model = m;
	return status;
}

/* So far it makes sense to turn a number. */
static double
number_most(const struct dialer *d, double now)
{
	double most = d->key->most > d->key->least ? d->key->most : 1e9;
	double paid = 100 * dt_comply_most_paid(d->telling->model);
	return most <= 100 ? most : dt_number_min(most,
	    dt_number_max(10 * now, paid));
}

static double
count_most(const struct dialer *d, double now)
{
	const struct dt_schema_key *key = d->key;
	double most = key->most > key->least ? key->most : 1e9;
	double n = (double)d->telling->model->model.n;
	bool agents = key->unit != NULL && (strcmp(key->unit, "agents") == 0 ||
	    strcmp(key->unit, "parties") == 0);
	if (agents)
		return n;
	return dt_number_min(most, d->signal ? 10 * now : 2 * now + 12);
}

static struct dt_dial
dial_of(struct dialer *d, double now)
{
	struct dt_comply_effort effort =
	    dt_keeping_stretches_effort(d->telling);
	struct dt_dial dial = { .now = now, .looks = effort.looks,
	    .check = effort.check, .turn = turn, .of = d,
	    .from = d->key->least, .near_zero = true,
	    .whole = d->key->type == DT_COUNT };
	dial.to = dial.whole ? count_most(d, now) : number_most(d, now);
	if (dial.whole && dial.to - dial.from < EACH_MOST)
		dial.looks = EACH_MOST;
	return dial;
}

/* Whether turning it makes a difference. */
static bool
matters(const struct dt_dial_found *f)
{
	for (int p = 0; p < DT_DIAL_PARTS; p++) {
		const struct dt_dial_stretches *of = &f->part[p];
		if (of->n > 0 && !(of->n == 1 && of->low[0].edge &&
		    of->high[0].edge))
			return true;
	}
	return false;
}

static void
ask(struct dialer *d, const char *path)
{
	struct dt_keeping_telling *t = d->telling;
	struct dt_error err;
	struct dt_dial_found found;
	double now;
	if (!dt_number_read(d->node->text, &now))
		return;
	struct dt_dial dial = dial_of(d, now);
	struct dt_comply_effort effort = dt_keeping_stretches_effort(t);
	enum dt_status status = dial.to > dial.from ? dt_dial_find(&dial,
	    &effort.limits, &found, &err) : DT_EUSAGE;
	const char *name = dt_arena_print(t->arena, "`%s`", path);
	const char *key = dt_arena_print(t->arena, "treaty.%s", path);
	if (status == DT_OK && name != NULL && key != NULL) {
		if (matters(&found))
			dt_keeping_stretches_say(t, "", name, now, &found);
		dt_keeping_stretches_add(d->table, key, now, &found);
	}
	if (status == DT_ENOMEM || name == NULL || key == NULL)
		d->status = dt_status_no_memory(d->err);
	dt_arena_free(&d->arena);
}

/* An item of a list, or the value of a map, as a path goes on. */
static const char *
path_of(struct dialer *d, const char *path, const struct dt_node *node,
    size_t k)
{
	struct dt_arena *arena = d->telling->arena;
	const char *dot = path[0] == '\0' ? "" : ".";
	const char *to = node->kind == DT_NODE_LIST ? dt_arena_print(arena,
	    "%s%s%zu", path, dot, k + 1) : dt_arena_print(arena, "%s%s%s",
	    path, dot, node->keys[k]->text);
	if (to == NULL)
		d->status = dt_status_no_memory(d->err);
	return to;
}

/* One place of the tree: the map of a group, each map of a list or of a map of
 * such, or a number. Lists of plain values have none. */
static void
visit(struct dialer *d, struct dt_node *node, const struct dt_schema *schema,
    const struct dt_schema_key *key, const char *path)
{
	if (d->status != DT_OK || node == NULL || path == NULL)
		return;
	if (node->kind == DT_NODE_SCALAR) {
		d->node = node;
		d->key = key;
		if (key != NULL && (key->type == DT_NUMBER ||
		    key->type == DT_COUNT))
			ask(d, path);
		return;
	}
	bool items = key != NULL && (key->type == DT_LIST ||
	    key->type == DT_MAP);
	if (items && key->group == NULL)
		return;
	for (size_t k = 0; k < node->n; k++) {
		const struct dt_schema_key *in = items ? NULL :
		    dt_schema_key(schema, node->keys[k]->text);
		bool was = d->signal;
		if (items || in == NULL)
			in = NULL;
		else if (strcmp(in->name, "channels") == 0)
			d->signal = true;
		visit(d, node->items[k], items ? key->group : in != NULL &&
		    in->group != NULL ? in->group : schema, in,
		    path_of(d, path, node, k));
		d->signal = was;
	}
}

enum dt_status
dt_keeping_dials(struct dt_keeping_telling *t, struct dt_solution_table *table,
    struct dt_error *err)
{
	const char *config = t->experiment->config;
	struct dt_source source = { "config", config, strlen(config) };
	struct dialer d = { .telling = t, .table = table, .err = err };
	struct dt_faults faults = { .arena = t->arena };
	enum dt_status status = dt_node_read(t->arena, &source, &d.root,
	    &faults, err);
	if (status != DT_OK)
		return status;
	visit(&d, dt_node_get(d.root, "treaty"), &dt_treaty_schema, NULL, "");
	return d.status;
}
