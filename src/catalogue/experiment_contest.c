/* experiment_contest: a race in few states, compiled; see experiment_race.h. */
#include "catalogue/experiment_race.h"

#include <string.h>

static enum dt_status
check_agents(const struct dt_scenario *s, struct dt_faults *faults)
{
	const struct dt_scenario_agent *agents = s->agents.items;
	const struct dt_scenario_race *race = &s->race;
	const struct dt_node *two = race->lead.origin.node;
	for (size_t i = 0; i < s->agents.n; i++)
		if (agents[i].kind != DT_LAB)
			return dt_faults_add(faults, dt_node_key_place(
			    agents[i].origin.node, "kind"),
			    "leave it out, or write a race of growth",
			    "'%s' is no lab: in a race of this kind labs alone "
			    "take part", agents[i].origin.name);
	if (two != NULL && s->agents.n != 2)
		return dt_faults_add(faults, two->at, "write a race of growth "
		    "for more", "a race of kind lead is between two labs, and "
		    "%zu play", s->agents.n);
	return DT_OK;
}

/* One kind, and nothing of the others beside it. */
static enum dt_status
check_keys(const struct dt_scenario_race *race, const char *kind,
    struct dt_faults *faults)
{
	const struct dt_node *map = race->origin.node;
	for (size_t i = 0; i < map->n; i++) {
		const char *key = map->keys[i]->text;
		if (strcmp(key, kind) != 0 && strcmp(key, "years") != 0)
			return dt_faults_add(faults, map->keys[i]->at,
			    "leave one of the two out",
			    "'%s' and '%s' are races of two kinds", kind, key);
	}
	return DT_OK;
}

static enum dt_status
compile_memoryless(const struct dt_scenario *s, struct dt_contest *c,
    struct dt_faults *faults)
{
	const struct dt_scenario_race_memoryless *m = &s->race.memoryless;
	if (s->continuation <= 0 || s->continuation >= 1)
		return dt_faults_add(faults,
		    dt_node_key_place(s->origin.node, "continuation"),
		    "exp(-r years) for a discount rate r a year",
		    "a memoryless race discounts by a continuation above 0 and "
		    "below 1");
	c->kind = DT_CONTEST_MEMORYLESS;
	c->memoryless = (struct dt_memoryless){ .n = (int64_t)c->n,
	    .win = m->win, .winner = m->winner, .loser = m->loser,
	    .disaster = m->disaster, .loss = m->loss, .cost = m->cost,
	    .discount = dt_contest_discount(s->continuation, c->years) };
	return DT_OK;
}

static enum dt_status
compile_lead(const struct dt_scenario *s, struct dt_contest *c,
    struct dt_faults *faults)
{
	const struct dt_scenario_race_lead *l = &s->race.lead;
	int64_t start = l->start < 0 ? -l->start : l->start;
	if (start >= l->steps)
		return dt_faults_add(faults,
		    dt_node_key_place(l->origin.node, "start"),
		    "let it lie between -steps and steps",
		    "a lead of %lld is the end of the race",
		    (long long)l->start);
	c->kind = DT_CONTEST_LEAD;
	c->start = l->start;
	c->lead = (struct dt_lead){ (size_t)l->steps, l->alone, l->both,
	    l->disaster, l->loss, l->cost, l->first, l->last,
	    s->continuation };
	return DT_OK;
}

enum dt_status
dt_experiment_contest(const struct dt_scenario *s, struct dt_model *model,
    struct dt_faults *faults)
{
	struct dt_contest *c = &model->contest;
	bool memoryless = s->race.memoryless.origin.node != NULL;
	*c = (struct dt_contest){ .n = s->agents.n, .years = s->race.years };
	if (!dt_experiment_contest_is(s))
		return DT_OK;
	enum dt_status status = check_agents(s, faults);
	enum dt_status keys = check_keys(&s->race,
	    memoryless ? "memoryless" : "lead", faults);
	if (status != DT_OK || keys != DT_OK)
		return DT_EINPUT;
	return memoryless ? compile_memoryless(s, c, faults) :
	    compile_lead(s, c, faults);
}
