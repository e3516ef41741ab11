/* keeping_dials: each number of a treaty's text, turned; see
 * keeping_stretches.h. */
#include "verdict/keeping_stretches.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/schema_numbers.h"

/* Values of a count that are all looked at; more are looked at here and there.
 */
enum { EACH_MOST = 48 };

/* One number, in a tree of the scenario of its own: several are turned at a
 * time. */
struct dialer {
	const struct dt_keeping_telling *telling;
	struct dt_node *root, *node;
	const struct dt_schema_key *key;
	bool signal;                    /* of a channel */
	struct dt_arena arena;          /* of the tree, and of the models that
	                                 * it became */
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

enum dt_status
dt_keeping_dials_find(const struct dt_keeping_telling *t,
    const struct dt_schema_number *x, struct dt_dial_found *found,
    struct dt_error *err)
{
	const char *config = t->experiment->config;
	struct dt_source source = { "config", config, strlen(config) };
	struct dialer d = { .telling = t, .key = x->key,
	    .signal = strstr(x->path, "channels.") != NULL };
	struct dt_faults faults = { .arena = &d.arena };
	enum dt_status status = dt_node_read(&d.arena, &source, &d.root,
	    &faults, err);
	if (status == DT_OK)
		d.node = dt_schema_numbers_at(dt_node_get(d.root, "treaty"),
		    x->path);
	if (status == DT_OK && d.node == NULL)
		status = dt_status_fail(err, DT_EUSAGE, "no key %s", x->path);
	if (status == DT_OK) {
		struct dt_dial dial = dial_of(&d, x->now);
		struct dt_comply_effort effort =
		    dt_keeping_stretches_effort(t);
		status = dial.to > dial.from ? dt_dial_find(&dial,
		    &effort.limits, found, err) : DT_EUSAGE;
	}
	dt_arena_free(&d.arena);
	return status;
}

enum dt_status
dt_keeping_dials(const struct dt_keeping_telling *t,
    struct dt_schema_number **list, size_t *n, struct dt_error *err)
{
	const char *config = t->experiment->config;
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_faults faults = { .arena = t->arena };
	struct dt_node *root;
	enum dt_status status = dt_node_read(t->arena, &source, &root,
	    &faults, err);
	return status != DT_OK ? status : dt_schema_numbers(t->arena,
	    dt_node_get(root, "treaty"), &dt_treaty_schema, list, n, err);
}
