/* menu_read: a menu by name, and whether its texts can be made; see menu.h. */
#include <string.h>

#include "catalogue/menu.h"
#include "treaty/treaty.h"

static const char *
path_of(const struct dt_menu *menu)
{
	const struct dt_node *node = menu->origin.node;
	return node != NULL && node->at.source != NULL ?
	    node->at.source->path : NULL;
}

/* What is wrong with a treaty's file, or with a clause put into it, is told
 * at the menu's line. */
static enum dt_status
blame(const struct dt_faults *found, const struct dt_error *why,
    struct dt_place at, struct dt_faults *faults)
{
	return dt_faults_add(faults, at, found->n > 0 ? found->list[0].help :
	    NULL, "%s", found->n > 0 ? found->list[0].message :
	    why->message);
}

static enum dt_status
check_treaty(const struct dt_catalogue *catalogue,
    const struct dt_menu *menu, const char *name, struct dt_place at,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_faults found = { .arena = catalogue->arena };
	struct dt_node *tree = NULL;
	enum dt_status status = dt_catalogue_named(catalogue, "treaty",
	    name, path_of(menu), &tree, &found, err);
	return status == DT_EINPUT ? blame(&found, err, at, faults) : status;
}

static enum dt_status
put(const struct dt_catalogue *catalogue, const struct dt_menu_clause *clause,
    const char *value, struct dt_node *tree, struct dt_faults *faults,
    struct dt_error *err)
{
	const char *const *also = clause->also.items;
	enum dt_status status = dt_catalogue_set_option(catalogue,
	    &dt_treaty_schema, tree, clause->origin.name, clause->key, value,
	    faults, err);
	for (size_t k = 0; status == DT_OK && k < clause->also.n; k++)
		status = dt_catalogue_set_option(catalogue,
		    &dt_treaty_schema, tree, clause->origin.name, also[k],
		    value, faults, err);
	return status;
}

static enum dt_status
check_value(const struct dt_catalogue *catalogue, const struct dt_menu *menu,
    const struct dt_menu_clause *clause, size_t k, struct dt_faults *faults,
    struct dt_error *err)
{
	const char *const *values = clause->values.items;
	const struct dt_node *list = dt_node_get(clause->origin.node,
	    "values");
	struct dt_faults found = { .arena = catalogue->arena };
	struct dt_treaty treaty;
	struct dt_node *tree = NULL;
	enum dt_status status = dt_catalogue_named(catalogue, "treaty",
	    menu->base, path_of(menu), &tree, &found, err);
	if (status == DT_OK)
		status = put(catalogue, clause, values[k], tree, &found, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_treaty_schema, catalogue->arena,
		    tree, &treaty, &found, err);
	return status == DT_EINPUT ? blame(&found, err, list != NULL &&
	    list->kind == DT_NODE_LIST && k < list->n ? list->items[k]->at :
	    clause->origin.node->at, faults) : status;
}

static bool
has_value(const struct dt_menu_clause *clause, const char *value)
{
	const char *const *values = clause->values.items;
	for (size_t k = 0; k < clause->values.n; k++)
		if (strcmp(values[k], value) == 0)
			return true;
	return false;
}

static enum dt_status
check_clauses(const struct dt_catalogue *catalogue,
    const struct dt_menu *menu, struct dt_faults *faults,
    struct dt_error *err)
{
	const struct dt_menu_clause *clause = menu->clauses.items;
	struct dt_place at = dt_node_key_place(menu->origin.node, "base");
	enum dt_status status;
	if (menu->clauses.n > 0 && menu->base[0] == '\0')
		return dt_faults_add(faults, dt_node_key_place(
		    menu->origin.node, "clauses"), "add `base: TREATY`",
		    "clauses need a treaty that they are put into");
	if (menu->base[0] == '\0')
		return DT_OK;
	status = check_treaty(catalogue, menu, menu->base, at, faults, err);
	for (size_t c = 0; c < menu->clauses.n; c++)
		if (clause[c].labels.n != 0 &&
		    clause[c].labels.n != clause[c].values.n)
			return dt_faults_add(faults, dt_node_key_place(
			    clause[c].origin.node, "labels"), NULL,
			    "%zu labels for %zu values", clause[c].labels.n,
			    clause[c].values.n);
	for (size_t c = 0; c < menu->clauses.n; c++)
		if (clause[c].reserve[0] != '\0' &&
		    !has_value(&clause[c], clause[c].reserve))
			return dt_faults_add(faults, dt_node_key_place(
			    clause[c].origin.node, "reserve"),
			    "write one of `values`", "'%s' is no value of the "
			    "clause", clause[c].reserve);
	for (size_t c = 0; status == DT_OK && c < menu->clauses.n; c++)
		for (size_t k = 0; k < clause[c].values.n; k++)
			if (check_value(catalogue, menu, &clause[c], k, faults,
			    err) == DT_ENOMEM)
				return DT_ENOMEM;
	return status;
}

static enum dt_status
check_parties(const struct dt_menu *menu, struct dt_faults *faults)
{
	const struct dt_menu_party *party = menu->parties.items;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < menu->parties.n; i++)
		if (party[i].cost_low > party[i].cost_high)
			status = dt_faults_add(faults, dt_node_key_place(
			    party[i].origin.node, "cost_low"), NULL,
			    "'cost_low' is above 'cost_high'");
	return status;
}

enum dt_status
dt_menu_check(const struct dt_catalogue *catalogue,
    const struct dt_menu *menu, struct dt_faults *faults,
    struct dt_error *err)
{
	const char *const *names = menu->treaties.items;
	struct dt_place at = dt_node_key_place(menu->origin.node, "treaties");
	enum dt_status status = DT_OK;
	size_t texts = dt_menu_texts(menu);
	if (texts == 0)
		status = dt_faults_add(faults, menu->origin.node->at, "add "
		    "`treaties: [NAME, ...]`, or `base` and `clauses`",
		    "there is nothing on the menu");
	if (texts > DT_MENU_TEXTS_MOST)
		status = dt_faults_add(faults, dt_node_key_place(
		    menu->origin.node, "clauses"), "fewer clauses or values",
		    "more than %d texts", DT_MENU_TEXTS_MOST);
	for (size_t k = 0; status != DT_ENOMEM && k < menu->treaties.n; k++)
		status = check_treaty(catalogue, menu, names[k], at, faults,
		    err);
	if (status != DT_ENOMEM && texts <= DT_MENU_TEXTS_MOST)
		status = check_clauses(catalogue, menu, faults, err);
	if (status == DT_ENOMEM)
		return status;
	status = check_parties(menu, faults);
	return faults->total > 0 ? DT_EINPUT : status;
}

static enum dt_status
override(const struct dt_catalogue *catalogue, struct dt_node *root,
    const char *const *sets, struct dt_faults *faults, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (; status == DT_OK && sets != NULL && *sets != NULL; sets++)
		status = dt_catalogue_set(catalogue, &dt_menu_schema, root,
		    *sets, faults, err);
	return status;
}

enum dt_status
dt_menu_read(const struct dt_catalogue *catalogue, const char *name,
    const char *const *sets, struct dt_menu *menu, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_node *root = NULL;
	enum dt_status status = dt_catalogue_named(catalogue, "menu", name,
	    NULL, &root, faults, err);
	if (status == DT_OK)
		status = override(catalogue, root, sets, faults, err);
	if (status == DT_OK)
		status = dt_catalogue_graft(catalogue, &dt_menu_schema, root,
		    faults, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_menu_schema, catalogue->arena,
		    root, menu, faults, err);
	return status == DT_OK ? dt_menu_check(catalogue, menu, faults, err) :
	    status;
}
