/* stakes_texts: a menu's texts, each as an experiment; see stakes.h. */
#include "bargain/stakes.h"

#include <string.h>

struct making {
	struct dt_stakes *stakes;
	const struct dt_stakes_request *request;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_error *err;
};

size_t
dt_stakes_count(const char *const *sets)
{
	size_t n = 0;
	while (sets != NULL && sets[n] != NULL)
		n++;
	return n;
}

const char *const *
dt_stakes_join(struct dt_arena *arena, const char *const *a,
    const char *const *b)
{
	size_t n = dt_stakes_count(a), m = dt_stakes_count(b);
	const char **both = (const char **)dt_arena_new(arena, n + m + 1,
	    sizeof(*both));
	for (size_t k = 0; both != NULL && k < n + m; k++)
		both[k] = k < n ? a[k] : b[k - n];
	return both;
}

/* A treaty that lies beside the menu is known elsewhere by its path alone;
 * another, or one that is not there, by its name. */
static const char *
beside(const struct making *m, const char *treaty)
{
	const struct dt_catalogue *catalogue = m->request->catalogue;
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of("treaty");
	const struct dt_node *menu = m->request->menu->origin.node;
	const char *near = menu != NULL && menu->at.source != NULL ?
	    menu->at.source->path : NULL;
	const char *here, *there;
	struct dt_error none = { 0 };
	if (near == NULL || dt_catalogue_find(catalogue, kind, treaty, near,
	    &here, &none) != DT_OK)
		return treaty;
	if (dt_catalogue_find(catalogue, kind, treaty, NULL, &there,
	    &none) == DT_OK && strcmp(here, there) == 0)
		return treaty;
	return here;
}

/* The one at the end is made: who signs it? */
static enum dt_status
settle(struct making *m, struct dt_stakes_text *text)
{
	const struct dt_terms *terms = &text->experiment.model.terms;
	if (!terms->exists)
		return dt_status_fail(m->err, DT_EUSAGE, "nobody can sign "
		    "'%s': it is no treaty, or open to no agent of %s",
		    text->treaty, text->experiment.scenario->name);
	for (size_t i = 0; i < terms->n; i++)
		if (terms->joins[i] != 0 && dt_move_has(terms->open_to, i))
			text->signers |= dt_move_bit(i);
	m->stakes->m++;
	return DT_OK;
}

static enum dt_status
add(struct making *m, const char *name, const char *treaty,
    const char *const *own)
{
	struct dt_stakes_text *text = &m->stakes->texts[m->stakes->m];
	struct dt_experiment_request request = {
		.scenario = m->request->scenario,
		.treaty = beside(m, treaty),
		.payoffs = m->request->payoffs,
		.continuation = m->request->continuation,
		.sets = dt_stakes_join(m->arena, m->request->sets, own), .seed = m->request->seed,
		.runs = 1, .rounds = -1,
	};
	if (name == NULL || own == NULL || request.sets == NULL)
		return dt_status_no_memory(m->err);
	*text = (struct dt_stakes_text){ .name = name, .treaty = treaty,
	    .file = request.treaty, .sets = own };
	enum dt_status status = dt_experiment_make(m->request->catalogue,
	    &request, &text->experiment, m->faults, m->err);
	return status == DT_OK ? settle(m, text) : status;
}

/* Value k of a clause, and of the keys that take it too. */
static bool
add_value(struct making *m, const struct dt_menu_clause *clause,
    const char *value, const char **sets, size_t *n)
{
	const char *const *also = clause->also.items;
	sets[(*n)++] = dt_arena_print(m->arena, "treaty.%s=%s", clause->key,
	    value);
	for (size_t k = 0; k < clause->also.n; k++)
		sets[(*n)++] = dt_arena_print(m->arena, "treaty.%s=%s",
		    also[k], value);
	for (size_t k = 0; k < *n; k++)
		if (sets[k] == NULL)
			return false;
	return true;
}

/* "base clause=label ..." of a combination: the last clause turns fastest. */
static const char *
name_of(struct making *m, size_t number)
{
	const struct dt_menu *menu = m->request->menu;
	const struct dt_menu_clause *clause = menu->clauses.items;
	struct dt_text name = { 0 };
	size_t left = number, rest = 1;
	for (size_t c = 0; c < menu->clauses.n; c++)
		rest *= clause[c].values.n;
	dt_text_add(&name, "%s", menu->base);
	for (size_t c = 0; c < menu->clauses.n; c++) {
		rest /= clause[c].values.n;
		dt_text_add(&name, " %s=%s", clause[c].origin.name,
		    dt_menu_label(&clause[c], left / rest));
		left %= rest;
	}
	const char *copy = name.failed ? NULL : dt_arena_copy(m->arena,
	    dt_text_string(&name));
	dt_text_free(&name);
	return copy;
}

/* One combination, by its number. */
static enum dt_status
add_combination(struct making *m, size_t number)
{
	const struct dt_menu *menu = m->request->menu;
	const struct dt_menu_clause *clause = menu->clauses.items;
	size_t room = 1, n = 0, left = number, rest = 1;
	for (size_t c = 0; c < menu->clauses.n; c++) {
		room += 1 + clause[c].also.n;
		rest *= clause[c].values.n;
	}
	const char **sets = (const char **)dt_arena_new(m->arena, room,
	    sizeof(*sets));
	bool good = sets != NULL;
	for (size_t c = 0; good && c < menu->clauses.n; c++) {
		const char *const *values = clause[c].values.items;
		rest /= clause[c].values.n;
		good = add_value(m, &clause[c], values[left / rest], sets,
		    &n);
		left %= rest;
	}
	return add(m, name_of(m, number), menu->base, good ? sets : NULL);
}

/* A text that was kept is the menu's of the same number: so is its name. */
static enum dt_status
add_kept(struct making *m, const char *config)
{
	const struct dt_menu *menu = m->request->menu;
	const char *const *names = menu->treaties.items;
	size_t k = m->stakes->m, named = menu->treaties.n;
	struct dt_stakes_text *text = &m->stakes->texts[k];
	const char *name = k < named ? names[k] : name_of(m, k - named);
	struct dt_source *source = dt_arena_new(m->arena, 1, sizeof(*source));
	struct dt_node *root = NULL;
	if (source == NULL || name == NULL)
		return dt_status_no_memory(m->err);
	*source = (struct dt_source){ name, config, strlen(config) };
	*text = (struct dt_stakes_text){ .name = name,
	    .treaty = k < named ? name : menu->base };
	enum dt_status status = dt_node_read(m->arena, source, &root,
	    m->faults, m->err);
	if (status == DT_OK)
		status = dt_experiment_compile(m->arena, root,
		    &text->experiment, m->faults, m->err);
	text->experiment.seed = m->request->seed;
	if (status == DT_OK)
		status = dt_experiment_name(m->arena, &text->experiment,
		    m->err);
	return status == DT_OK ? settle(m, text) : status;
}

enum dt_status
dt_stakes_texts(struct dt_stakes *stakes,
    const struct dt_stakes_request *request, struct dt_faults *faults,
    struct dt_error *err)
{
	struct making m = { stakes, request, request->catalogue->arena,
	    faults, err };
	const char *const *names = request->menu->treaties.items;
	const char *const *none = dt_arena_new(m.arena, 1, sizeof(*none));
	size_t all = dt_menu_texts(request->menu);
	size_t named = request->menu->treaties.n;
	stakes->texts = dt_arena_new(m.arena, all + 1,
	    sizeof(*stakes->texts));
	if (stakes->texts == NULL || none == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = DT_OK;
	if (request->kept != NULL && request->n_kept != all)
		return dt_status_fail(err, DT_EUSAGE, "the menu has %zu "
		    "texts, and %zu were kept", all, request->n_kept);
	for (size_t k = 0; status == DT_OK && request->kept != NULL &&
	    k < all; k++)
		status = add_kept(&m, request->kept[k]);
	if (request->kept != NULL)
		return status;
	for (size_t k = 0; status == DT_OK && k < named; k++)
		status = add(&m, names[k], names[k], none);
	for (size_t k = 0; status == DT_OK && k + named < all; k++)
		status = add_combination(&m, k);
	return status;
}
