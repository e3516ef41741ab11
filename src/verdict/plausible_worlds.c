/* plausible_worlds: from a prior to worlds, as a sweep; see plausible.h. */
#include <string.h>

#include "base/number.h"
#include "base/random.h"
#include "verdict/keeping_map.h"
#include "verdict/plausible_internal.h"

enum { PURPOSE = 4710 };        /* of the stream that ranks are drawn from */

/* ---- the prior ---- */

static enum dt_status
read_prior(struct dt_plausible *p, const struct dt_catalogue *catalogue,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_node *root = NULL;
	struct dt_prior *prior = dt_arena_new(p->arena, 1, sizeof(*prior));
	if (prior == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_catalogue_named(catalogue, "prior",
	    p->request.prior, NULL, &root, faults, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_prior_schema, p->arena, root,
		    prior, faults, err);
	if (status == DT_OK)
		status = dt_prior_check(prior, faults);
	p->prior = prior;
	p->unknowns = prior->unknowns.items;
	p->n_unknowns = prior->unknowns.n;
	return status;
}

/* ---- its worlds, as a sweep ---- */

/* A key as a part of a sweep file. False: it could not be one. */
static bool
add_key(struct dt_plausible *p, const char *key, struct dt_text *text)
{
	const char *whole = dt_keeping_map_key(p->arena, key);
	bool fits = whole != NULL && strpbrk(whole, "\"\\\n") == NULL;
	dt_text_add(text, "\"%s\"", fits ? whole : "");
	text->failed |= whole == NULL;
	return fits;
}

static bool
add_axes(struct dt_plausible *p, struct dt_text *text)
{
	bool fits = strpbrk(p->request.scenario, "\"\\\n") == NULL;
	dt_text_add(text, "sweep: prior\nscenario: \"%s\"\naxes:\n",
	    fits ? p->request.scenario : "");
	for (size_t a = 0; a < p->n_unknowns; a++) {
		const struct dt_prior_unknown *x = &p->unknowns[a];
		const char *const *also = x->also.items;
		dt_text_add(text, "  \"%s\":\n    key: ", x->origin.name);
		fits &= strpbrk(x->origin.name, "\"\\\n") == NULL;
		fits &= add_key(p, x->key, text);
		for (size_t k = 0; k < x->also.n; k++) {
			dt_text_add(text, k == 0 ? "\n    also: [" : ", ");
			fits &= add_key(p, also[k], text);
		}
		dt_text_add(text, "%s\n    values: [%.17g]\n", x->also.n > 0 ?
		    "]" : "", dt_prior_quantile(x, .5));
	}
	return fits;
}

/* What the prior's file says is blamed, not the words made of it. */
static void
place_axes(struct dt_plausible *p, const struct dt_node *root)
{
	const struct dt_node *axes = dt_node_get(root, "axes");
	for (size_t a = 0; a < p->n_unknowns; a++) {
		const struct dt_node *from = p->unknowns[a].origin.node;
		const struct dt_node *also = dt_node_get(from, "also");
		struct dt_node *to = axes->items[a];
		struct dt_node *made = dt_node_get(to, "also");
		dt_node_get(to, "key")->at = dt_node_get(from, "key")->at;
		dt_node_get(to, "values")->items[0]->at = from->at;
		for (size_t k = 0; made != NULL && k < made->n; k++)
			made->items[k]->at = also->items[k]->at;
	}
}

static enum dt_status
make_sweep(struct dt_plausible *p, const struct dt_catalogue *catalogue,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_sweep_request request = { .sweep = "prior",
		.sets = p->request.sets };
	struct dt_source *source = dt_arena_new(p->arena, 1, sizeof(*source));
	struct dt_text text = { 0 };
	struct dt_node *root = NULL;
	bool fits = add_axes(p, &text);
	const char *copy = text.failed ? NULL : dt_arena_copy(p->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	if (copy == NULL || source == NULL)
		return dt_status_no_memory(err);
	if (!fits)
		return dt_status_fail(err, DT_EUSAGE, "a scenario, a key or a "
		    "name has a quote, a backslash or a line's end in it");
	*source = (struct dt_source){ "--prior", copy, strlen(copy) };
	enum dt_status status = dt_node_read(p->arena, source, &root, faults,
	    err);
	if (status != DT_OK)
		return status;
	place_axes(p, root);
	status = dt_sweep_resolve(catalogue, root, &request, &p->sweep,
	    faults, err);
	return status;
}

/* The rank of an unknown in a world. */
static double
rank_in(const struct dt_plausible *p, size_t a, size_t world)
{
	if (world >= p->first)
		return p->rank[(world - p->first) * p->n_unknowns + a];
	return world == dt_plausible_end(a, DT_PLAUSIBLE_LOW) ? .05 :
	    world == dt_plausible_end(a, DT_PLAUSIBLE_HIGH) ? .95 : .5;
}

static enum dt_status
fill_axis(struct dt_plausible *p, size_t a, struct dt_error *err)
{
	struct dt_sweep_axis *axis = &p->sweep.axes[a];
	struct dt_sweep_value *values = dt_arena_new(p->arena, p->n,
	    sizeof(*values));
	if (values == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < p->n; k++) {
		char text[DT_NUMBER_SIZE];
		values[k].number = dt_prior_quantile(&p->unknowns[a],
		    rank_in(p, a, k));
		values[k].node = dt_node_scalar(p->arena, dt_number_print(
		    values[k].number, text), axis->values[0].node->at);
		if (values[k].node == NULL)
			return dt_status_no_memory(err);
		values[k].label = values[k].node->text;
	}
	axis->values = values;
	axis->n = p->n;
	return DT_OK;
}

static enum dt_status
draw(struct dt_plausible *p, struct dt_error *err)
{
	size_t draws = (size_t)p->request.draws;
	enum dt_status status = DT_OK;
	p->first = 1 + DT_PLAUSIBLE_ENDS * p->n_unknowns;
	p->n = p->first + draws;
	p->worlds = dt_arena_new(p->arena, p->n, sizeof(*p->worlds));
	p->rank = dt_arena_new(p->arena, draws * p->n_unknowns,
	    sizeof(*p->rank));
	if (p->worlds == NULL || p->rank == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < draws; k++) {
		struct dt_random random;
		dt_random_stream(&random, p->request.seed, 0, k, PURPOSE);
		for (size_t a = 0; a < p->n_unknowns; a++)
			p->rank[k * p->n_unknowns + a] =
			    dt_random_unit(&random) + 0x1p-54;
	}
	for (size_t a = 0; status == DT_OK && a < p->n_unknowns; a++)
		status = fill_axis(p, a, err);
	return status;
}

enum dt_status
dt_plausible_worlds(struct dt_plausible *p,
    const struct dt_catalogue *catalogue, struct dt_faults *faults,
    struct dt_error *err)
{
	enum dt_status status = read_prior(p, catalogue, faults, err);
	if (status == DT_OK)
		status = make_sweep(p, catalogue, faults, err);
	return status != DT_OK ? status : draw(p, err);
}
