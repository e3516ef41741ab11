/*
 * experiment_make: from the words of a call to an experiment; see
 * experiment.h. The words become keys of the scenario's tree, so that what
 * was asked for stands in the resolved configuration like the rest.
 */
#include "catalogue/experiment.h"

#include <string.h>

#include "catalogue/warnings.h"

struct maker {
	const struct dt_catalogue *catalogue;
	const struct dt_experiment_request *request;
	struct dt_node *root;
	struct dt_faults *faults;
	struct dt_error *err;
};

static enum dt_status
set(struct maker *m, const char *option, const char *key, const char *value)
{
	return dt_catalogue_set_option(m->catalogue, &dt_scenario_schema,
	    m->root, option, key, value, m->faults, m->err);
}

/* A .nfg file is a map that nobody typed, at the place of what was. */
static enum dt_status
set_game(struct maker *m, const char *path)
{
	static const char *const keys[] = { "payoffs", "form", "file" };
	const char *values[] = { "from-file", "normal", path };
	struct dt_arena *arena = m->catalogue->arena;
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(m->err);
	*source = (struct dt_source){ "--payoffs", path, strlen(path) };
	struct dt_place at = { source, 1, 1, strlen(path) };
	struct dt_node *map = dt_node_map(arena, at);
	for (size_t i = 0; map != NULL && i < 3; i++) {
		struct dt_node *value = dt_node_scalar(arena, values[i], at);
		if (value == NULL || !dt_node_put(arena, map, keys[i], value))
			map = NULL;
	}
	return map == NULL ? dt_status_no_memory(m->err) : dt_catalogue_put(
	    m->catalogue, &dt_scenario_schema, m->root, "payoffs", at, map,
	    m->faults, m->err);
}

static enum dt_status
set_payoffs(struct maker *m, const char *name)
{
	size_t length = strlen(name);
	if (length < 4 || strcmp(name + length - 4, ".nfg") != 0)
		return set(m, "--payoffs", "payoffs", name);
	return set_game(m, name);
}

/* "a,b,c" for the seats in order, or one name for all of them. */
static enum dt_status
set_strategies(struct maker *m, const char *names)
{
	struct dt_node *seats = dt_node_get(m->root, "agents");
	if (seats == NULL || seats->kind != DT_NODE_MAP)
		return DT_OK;
	size_t given = 1;
	for (const char *p = names; *p != '\0'; p++)
		given += *p == ',';
	if (given != 1 && given != seats->n)
		return dt_status_fail(m->err, DT_EUSAGE, "--strategies names "
		    "%zu strategies, but %zu agents play: give one for each, "
		    "or one for all", given, seats->n);
	const char *name = names;
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < seats->n; i++) {
		struct dt_arena *arena = m->catalogue->arena;
		size_t length = strcspn(name, ",");
		char *word = dt_arena_copy_n(arena, name, length);
		char *key = dt_arena_print(arena, "agents.%s.strategy",
		    seats->keys[i]->text);
		if (word == NULL || key == NULL)
			return dt_status_no_memory(m->err);
		status = set(m, "--strategies", key, word);
		name = given == 1 ? names : name + length + 1;
	}
	return status;
}

static enum dt_status
apply(struct maker *m)
{
	const struct dt_experiment_request *r = m->request;
	enum dt_status status = DT_OK;
	if (r->treaty != NULL)
		status = set(m, "--treaty", "treaty", r->treaty);
	if (status == DT_OK && r->payoffs != NULL)
		status = set_payoffs(m, r->payoffs);
	if (status == DT_OK && r->strategies != NULL)
		status = set_strategies(m, r->strategies);
	if (status == DT_OK && r->rounds >= 0) {
		char *n = dt_arena_print(m->catalogue->arena, "%lld",
		    (long long)r->rounds);
		status = n == NULL ? dt_status_no_memory(m->err) :
		    set(m, "--rounds", "rounds", n);
	}
	for (const char *const *s = r->sets; status == DT_OK && s != NULL &&
	    *s != NULL; s++)
		status = dt_catalogue_set(m->catalogue, &dt_scenario_schema,
		    m->root, *s, m->faults, m->err);
	if (status == DT_OK && r->continuation != NULL)
		status = set(m, "--continuation", "continuation",
		    r->continuation);
	return status;
}

enum dt_status
dt_experiment_make(const struct dt_catalogue *catalogue,
    const struct dt_experiment_request *request,
    struct dt_experiment *experiment, struct dt_faults *faults,
    struct dt_error *err)
{
	struct maker m = { catalogue, request, NULL, faults, err };
	enum dt_status status = dt_catalogue_named(catalogue, "scenario",
	    request->scenario, NULL, &m.root, faults, err);
	/* Faults of form do not keep the rest from being checked. */
	if (m.root == NULL || (status != DT_OK && status != DT_EINPUT))
		return status;
	if (status == DT_OK)
		status = apply(&m);
	if (status != DT_OK && faults->total == 0)
		return status;
	enum dt_status grafted = dt_catalogue_graft(catalogue,
	    &dt_scenario_schema, m.root, faults, err);
	if (grafted == DT_ENOMEM)
		return grafted;
	enum dt_status compiled = dt_experiment_compile(catalogue->arena,
	    m.root, experiment, faults, err);
	if (status != DT_OK || grafted != DT_OK || compiled != DT_OK)
		return compiled == DT_ENOMEM ? compiled : DT_EINPUT;
	dt_warnings_scenario(catalogue, experiment, faults);
	experiment->seed = request->seed;
	if (request->runs > 0)
		experiment->runs = request->runs;
	return dt_experiment_name(catalogue->arena, experiment, err);
}
