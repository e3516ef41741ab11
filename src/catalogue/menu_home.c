/* menu_home: groups at home that agents' files have; see menu.h. */
#include <math.h>
#include <string.h>

#include "catalogue/menu.h"
#include "catalogue/scenario.h"

/* The party of that name, made of the menu's others where it is not named;
 * those that are made come behind the others. */
static struct dt_menu_party *
find(const struct dt_menu *menu, struct dt_menu_party *parties, size_t *n,
    const char *name)
{
	for (size_t k = 0; k < *n; k++)
		if (strcmp(parties[k].origin.name, name) == 0)
			return &parties[k];
	struct dt_menu_party *made = &parties[(*n)++];
	*made = menu->others;
	made->negotiator = menu->negotiator;
	made->origin.name = name;
	return made;
}

static bool
says(const struct dt_menu_party *party, const char *key)
{
	const struct dt_node *node = party->origin.node;
	return node != NULL && dt_node_get(node, key) != NULL;
}

static void
take(const struct dt_scenario_agent *agent, struct dt_menu_party *party)
{
	party->domestic = agent->domestic;
	if (!isnan(agent->threshold) && !says(party, "threshold"))
		party->threshold = agent->threshold;
	if (isnan(party->width))
		party->width = agent->width;
}

/* Whether the menu has said what is at home: of it, or of all others. */
static bool
is_said(const struct dt_menu *menu, const char *name)
{
	const struct dt_menu_party *party = menu->parties.items;
	for (size_t k = 0; k < menu->parties.n; k++)
		if (strcmp(party[k].origin.name, name) == 0)
			return says(&party[k], "domestic");
	return says(&menu->others, "domestic");
}

enum dt_status
dt_menu_home(struct dt_menu *menu, const struct dt_scenario *scenario,
    struct dt_arena *arena, struct dt_error *err)
{
	const struct dt_scenario_agent *agent = scenario->agents.items;
	size_t n = menu->parties.n;
	struct dt_menu_party *parties = dt_arena_new(arena,
	    n + scenario->agents.n, sizeof(*parties));
	if (parties == NULL)
		return dt_status_no_memory(err);
	if (n > 0)
		memcpy(parties, menu->parties.items, n * sizeof(*parties));
	for (size_t i = 0; i < scenario->agents.n; i++)
		if (agent[i].domestic.n > 0 &&
		    !is_said(menu, agent[i].origin.name))
			take(&agent[i], find(menu, parties, &n,
			    agent[i].origin.name));
	menu->parties = (struct dt_list){ parties, n };
	return DT_OK;
}
