/* warnings: see warnings.h. Without memory for a suggestion there is none. */
#include "catalogue/warnings.h"

#include <string.h>

struct warner {
	const struct dt_catalogue *catalogue;
	struct dt_faults *faults;
	const struct dt_scenario_agent *seats;  /* NULL: whoever plays */
	size_t n;
	const struct dt_experiment *cells;      /* of a sweep, or NULL */
	size_t n_cells;
};

static const char *const groups[] = { "all", "labs", "nations" };
enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

static bool
has_seat(const struct dt_scenario_agent *seats, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(seats[i].origin.name, name) == 0)
			return true;
	return false;
}

static bool
is_known(const struct warner *w, const char *name, size_t n_groups,
    const char *near)
{
	const char *path;
	for (size_t i = 0; i < n_groups; i++)
		if (strcmp(groups[i], name) == 0)
			return true;
	if (has_seat(w->seats, w->n, name))
		return true;
	for (size_t i = 0; i < w->n_cells; i++) {
		const struct dt_list *list =
		    &w->cells[i].scenario->agents;
		if (has_seat(list->items, list->n, name))
			return true;
	}
	return dt_catalogue_find(w->catalogue, dt_catalogue_kind_of("agent"),
	    name, near, &path, NULL) == DT_OK;
}

/* "did you mean 'us'?", of seats, agents' files and groups. */
static const char *
suggest(struct warner *w, const char *name, size_t n_groups)
{
	struct dt_catalogue_entry *entries;
	size_t n, k = 0;
	if (dt_catalogue_list(w->catalogue, dt_catalogue_kind_of("agent"),
	    &entries, &n, NULL) != DT_OK)
		return NULL;
	const char **words = dt_arena_new(w->catalogue->arena,
	    n + w->n + n_groups + 1, sizeof(*words));
	if (words == NULL)
		return NULL;
	for (size_t i = 0; i < w->n; i++)
		words[k++] = w->seats[i].origin.name;
	for (size_t i = 0; i < n_groups; i++)
		words[k++] = groups[i];
	for (size_t i = 0; i < n; i++)
		words[k++] = entries[i].name;
	const char *help = dt_faults_suggest(w->faults, name, words);
	return help != NULL ? help : "see `detente list agents`";
}

static void
check_name(struct warner *w, const char *name, size_t n_groups,
    struct dt_place at)
{
	if (name == NULL || name[0] == '\0' ||
	    dt_faults_warned(w->faults, at) || is_known(w, name, n_groups,
	    at.source != NULL ? at.source->path : NULL))
		return;
	dt_faults_warn(w->faults, at, suggest(w, name, n_groups),
	    "nobody is called '%s'", name);
}

static struct dt_place
value_place(const struct dt_node *map, const char *key)
{
	const struct dt_node *value = map ? dt_node_get(map, key) : NULL;
	return value != NULL ? value->at : map == NULL ?
	    (struct dt_place){ 0 } : dt_node_key_place(map, key);
}

static void
check_names(struct warner *w, const struct dt_list *list,
    const struct dt_node *map, const char *key)
{
	const char *const *names = list->items;
	const struct dt_node *node = map ? dt_node_get(map, key) : NULL;
	for (size_t i = 0; node != NULL && i < list->n && i < node->n; i++)
		check_name(w, names[i], GROUPS, node->items[i]->at);
}

static void
check_treaty_names(struct warner *w, const struct dt_treaty *treaty)
{
	const struct dt_treaty_transfer *t = treaty->transfers.items;
	check_names(w, &treaty->parties, treaty->origin.node, "parties");
	check_names(w, &treaty->entry.states, treaty->entry.origin.node,
	    "states");
	for (size_t i = 0; i < treaty->transfers.n; i++) {
		check_name(w, t[i].from, 0,
		    value_place(t[i].origin.node, "from"));
		check_name(w, t[i].to, 0, value_place(t[i].origin.node, "to"));
	}
}

/* What one key says and another takes back. */
static void
check_idle(struct warner *w, const struct dt_treaty *treaty)
{
	const struct dt_treaty_rung *rungs = treaty->response.ladder.items;
	for (size_t i = 0; i < treaty->response.ladder.n; i++)
		if (rungs[i].bond > 0 && treaty->bond <= 0)
			dt_faults_warn(w->faults,
			    value_place(rungs[i].origin.node, "bond"),
			    "give the treaty a `bond` that each party deposits",
			    "a share of a bond, and there is no bond");
	if (treaty->withdrawal.notice > 0 && !treaty->withdrawal.allowed)
		dt_faults_warn(w->faults,
		    value_place(treaty->withdrawal.origin.node, "notice"),
		    "drop the notice, or allow withdrawal",
		    "a notice of withdrawal, and nobody may withdraw");
}

static void
check_entry(struct warner *w, const struct dt_treaty *treaty,
    const struct dt_terms *terms, int64_t rounds)
{
	static const char *const keys[] = {
		[DT_TERMS_TOO_FEW] = "parties", [DT_TERMS_STATES] = "states",
		[DT_TERMS_WEIGHT] = "weight", [DT_TERMS_LATE] = "delay",
	};
	enum dt_terms_bar bar = dt_terms_bar(terms, rounds);
	const struct dt_node *entry = treaty->entry.origin.node;
	struct dt_text why = { 0 };
	if (bar == DT_TERMS_NO_BAR)
		return;
	struct dt_place at = keys[bar] != NULL && entry != NULL ?
	    value_place(entry, keys[bar]) :
	    value_place(treaty->origin.node, "treaty");
	dt_terms_tell_bar(terms, rounds, &why);
	dt_faults_warn(w->faults, at, "an agent signs in the round of its "
	    "`joins`, if the treaty is open to it", "the treaty %s cannot "
	    "enter into force. %s", treaty->name, dt_text_string(&why));
	dt_text_free(&why);
}

/* A role that an agent's own file gives it is for some payoffs, others pass
 * it over; unless it looks like one of theirs. */
static void
check_role(struct warner *w, const struct dt_scenario_agent *seat,
    const struct dt_payoff_text *payoffs)
{
	struct dt_arena *arena = w->catalogue->arena;
	const struct dt_payoff_matrix *roles = payoffs->roles.items;
	size_t n = payoffs->roles.n;
	const char **names = dt_arena_new(arena, n + 1, sizeof(*names));
	if (seat->role[0] == '\0' || names == NULL ||
	    (w->cells != NULL && n == 0) ||
	    payoffs->form != DT_PAYOFF_MATRIX)
		return;
	for (size_t i = 0; i < n; i++) {
		names[i] = roles[i].origin.name;
		if (strcmp(names[i], seat->role) == 0)
			return;
	}
	struct dt_place at = value_place(seat->origin.node, "role");
	if (at.source == value_place(seat->origin.node, "agent").source &&
	    dt_faults_nearest(seat->role, names) == NULL)
		return;
	dt_faults_warn(w->faults, at, n > 0 ?
	    dt_faults_suggest(w->faults, seat->role, names) : "give the payoffs `roles`, or drop the role",
	    "the payoffs %s have no role '%s'; the matrix of all is used",
	    payoffs->name, seat->role);
}

/* All but whether the treaty enters into force. */
static void
check_scenario(struct warner *w, const struct dt_scenario *s)
{
	w->seats = s->agents.items;
	w->n = s->agents.n;
	for (size_t i = 0; i < w->n; i++) {
		check_name(w, w->seats[i].host, 0,
		    value_place(w->seats[i].origin.node, "host"));
		check_role(w, &w->seats[i], &s->payoffs);
	}
	check_treaty_names(w, &s->treaty);
	check_idle(w, &s->treaty);
}

void
dt_warnings_scenario(const struct dt_catalogue *catalogue,
    const struct dt_experiment *experiment, struct dt_faults *faults)
{
	const struct dt_scenario *s = experiment->scenario;
	struct warner w = { .catalogue = catalogue, .faults = faults };
	check_scenario(&w, s);
	check_entry(&w, &s->treaty, &experiment->model.terms, s->rounds);
}

void
dt_warnings_cells(const struct dt_catalogue *catalogue,
    const struct dt_experiment *cells, size_t n, struct dt_faults *faults)
{
	struct warner w = { .catalogue = catalogue, .faults = faults,
	    .cells = cells, .n_cells = n };
	size_t barred = 0;
	for (size_t i = 0; i < n; i++) {
		check_scenario(&w, cells[i].scenario);
		barred += dt_terms_bar(&cells[i].model.terms,
		    cells[i].scenario->rounds) != DT_TERMS_NO_BAR;
	}
	for (size_t i = 0; i < n && barred == n; i++)
		check_entry(&w, &cells[i].scenario->treaty,
		    &cells[i].model.terms, cells[i].scenario->rounds);
}

void
dt_warnings_treaty(const struct dt_catalogue *catalogue,
    const struct dt_treaty *treaty, const struct dt_terms *terms,
    struct dt_faults *faults)
{
	struct warner w = { .catalogue = catalogue, .faults = faults };
	const char *const *parties = treaty->parties.items;
	bool named = true;
	for (size_t i = 0; i < treaty->parties.n; i++)
		for (size_t k = 0; k < GROUPS; k++)
			named = named && strcmp(parties[i], groups[k]) != 0;
	check_treaty_names(&w, treaty);
	check_idle(&w, treaty);
	if (named)
		check_entry(&w, treaty, terms, 0);
}

void
dt_warnings_agent(const struct dt_catalogue *catalogue,
    const struct dt_scenario_agent *agent, struct dt_faults *faults)
{
	struct warner w = { .catalogue = catalogue, .faults = faults };
	check_name(&w, agent->host, 0, value_place(agent->origin.node, "host"));
}
