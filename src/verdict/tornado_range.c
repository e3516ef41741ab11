/* tornado_range: which numbers are turned, and from where to where; see
 * tornado.h. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "comply/comply_bound.h"
#include "verdict/keeping_map.h"
#include "verdict/tornado_internal.h"

/* A key that may be larger has a limit of the program, not of the thing. */
#define END_MOST 100

static bool
is_count_of_agents(const struct dt_schema_key *key)
{
	return key->unit != NULL && (strcmp(key->unit, "agents") == 0 ||
	    strcmp(key->unit, "parties") == 0);
}

/* paid: a payoff that is not small in the game. */
static struct dt_tornado_cause
cause_of(const struct dt_tornado *t, const struct dt_schema_number *x,
    const char *name, double paid)
{
	const struct dt_schema_key *key = x->key;
	bool ends = key->most > key->least, whole = key->type == DT_COUNT;
	struct dt_tornado_cause c = { .key = name, .unit = key->unit,
	    .now = x->now, .whole = whole, .range = DT_TORNADO_OF_KEY,
	    .end[DT_TORNADO_LOW].at = key->least };
	double most = key->most;
	if (is_count_of_agents(key)) {
		most = (double)t->experiment->model.n;
	} else if (!ends || most > END_MOST) {
		c.range = DT_TORNADO_DOUBLED;
		most = x->now > 0 ? 2 * x->now : whole ? 12 : paid;
		most = ends ? dt_number_min(key->most, most) : most;
	}
	c.end[DT_TORNADO_HIGH].at = most;
	return c;
}

static struct dt_tornado_cause *
find(const struct dt_tornado *t, const char *key)
{
	for (size_t k = 0; k < t->n; k++)
		if (strcmp(t->causes[k].key, key) == 0)
			return &t->causes[k];
	return NULL;
}

/* Keys that take the same value; NULL-terminated. */
static enum dt_status
take_also(struct dt_tornado *t, const struct dt_prior_unknown *x,
    struct dt_tornado_cause *c, struct dt_error *err)
{
	const char *const *also = x->also.items;
	const char **keys = dt_arena_new(t->arena, x->also.n + 1,
	    sizeof(*keys));
	for (size_t k = 0; keys != NULL && k < x->also.n; k++)
		if ((keys[k] = dt_keeping_map_key(t->arena, also[k])) == NULL)
			keys = NULL;
	c->also = keys;
	return keys == NULL ? dt_status_no_memory(err) : DT_OK;
}

/* An unknown of a prior: the cause that is there, or a new one. */
static enum dt_status
take(struct dt_tornado *t, const struct dt_prior_unknown *x,
    struct dt_node *root, struct dt_error *err)
{
	const char *key = dt_keeping_map_key(t->arena, x->key);
	struct dt_tornado_cause *c = key == NULL ? NULL : find(t, key);
	const struct dt_node *node = key == NULL ? NULL :
	    dt_schema_numbers_at(root, key);
	double now;
	if (key == NULL)
		return dt_status_no_memory(err);
	if (node == NULL || node->kind != DT_NODE_SCALAR ||
	    !dt_number_read(node->text, &now))
		return dt_status_fail(err, DT_EUSAGE, "the prior %s is of "
		    "`%s`, which this scenario has not", t->prior, key);
	if (c == NULL) {
		c = &t->causes[t->n++];
		*c = (struct dt_tornado_cause){ .key = key, .now = now };
	}
	c->range = DT_TORNADO_OF_PRIOR;
	c->end[DT_TORNADO_LOW].at = dt_prior_quantile(x, .05);
	c->end[DT_TORNADO_HIGH].at = dt_prior_quantile(x, .95);
	return take_also(t, x, c, err);
}

static enum dt_status
read_prior(struct dt_tornado *t, const struct dt_catalogue *catalogue,
    struct dt_prior *prior, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_node *root = NULL;
	if (t->request.prior == NULL)
		return DT_OK;
	enum dt_status status = dt_catalogue_named(catalogue, "prior",
	    t->request.prior, NULL, &root, faults, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_prior_schema, t->arena, root,
		    prior, faults, err);
	t->prior = prior->name;
	return status != DT_OK ? status : dt_prior_check(prior, faults);
}

/* Continuation first, where there is one. */
static enum dt_status
take_text(struct dt_tornado *t, struct dt_node *root,
    const struct dt_schema_number *list, size_t n, struct dt_error *err)
{
	static const struct dt_schema_key patience = { .name = "continuation",
	    .type = DT_NUMBER, .least = 0, .most = 0.9999, .unit = "chance" };
	struct dt_comply_model model;
	struct dt_schema_number one = { .key = &patience,
	    .node = dt_node_get(root, "continuation") };
	enum dt_status status = dt_keeping_model(t->arena, t->experiment,
	    t->request.patience, &model, err);
	double paid = status == DT_OK ? dt_comply_most_paid(&model) : 0;
	if (one.node != NULL && one.node->kind == DT_NODE_SCALAR &&
	    dt_number_read(one.node->text, &one.now) && one.now < 1)
		t->causes[t->n++] = cause_of(t, &one, "continuation", paid);
	for (size_t k = 0; k < n && status == DT_OK; k++) {
		const char *key = dt_arena_print(t->arena, "treaty.%s",
		    list[k].path);
		if (key == NULL)
			status = dt_status_no_memory(err);
		else
			t->causes[t->n++] = cause_of(t, &list[k], key, paid);
	}
	return status;
}

enum dt_status
dt_tornado_ranges(struct dt_tornado *t, const struct dt_catalogue *catalogue,
    struct dt_faults *faults, struct dt_error *err)
{
	const char *config = t->experiment->config;
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_prior prior = { .name = NULL };
	struct dt_schema_number *list;
	struct dt_node *root;
	size_t n = 0;
	enum dt_status status = dt_node_read(t->arena, &source, &root, faults,
	    err);
	if (status == DT_OK)
		status = dt_schema_numbers(t->arena, dt_node_get(root,
		    "treaty"), &dt_treaty_schema, &list, &n, err);
	if (status == DT_OK)
		status = read_prior(t, catalogue, &prior, faults, err);
	if (status != DT_OK)
		return status;
	t->causes = dt_arena_new(t->arena, n + 1 + DT_PRIOR_UNKNOWNS_MOST,
	    sizeof(*t->causes));
	if (t->causes == NULL)
		return dt_status_no_memory(err);
	status = take_text(t, root, list, n, err);
	const struct dt_prior_unknown *unknowns = prior.unknowns.items;
	for (size_t k = 0; k < prior.unknowns.n && status == DT_OK; k++)
		status = take(t, &unknowns[k], root, err);
	return status;
}
