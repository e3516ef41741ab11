/* catalogue_read: the kinds of files, and reading one of whatever kind; see
 * catalogue.h. */
#include <string.h>

#include "catalogue/catalogue_internal.h"
#include "catalogue/bibliography.h"
#include "catalogue/lesson.h"
#include "catalogue/claim.h"
#include "catalogue/menu.h"
#include "catalogue/negotiator.h"
#include "catalogue/costs.h"
#include "catalogue/prior.h"
#include "catalogue/published.h"
#include "catalogue/scenario.h"
#include "catalogue/sweep.h"

static const char *const strategy_folders[] = {
	"agents/strategies", "agents/learners", "agents/outside", NULL
};
static const char *const agent_folders[] = {
	"agents/labs", "agents/nations", NULL
};
static const char *const treaty_folders[] = { "treaties", NULL };
static const char *const payoff_folders[] = { "data/payoffs", NULL };
static const char *const scenario_folders[] = { "data/scenarios", NULL };
static const char *const sweep_folders[] = { "data/sweeps", NULL };
static const char *const prior_folders[] = { "data/priors", NULL };
static const char *const menu_folders[] = { "data/menus", NULL };
static const char *const negotiator_folders[] = {
	"agents/negotiators", "agents/outside", NULL
};
static const char *const lesson_folders[] = { "data/lessons", NULL };
static const char *const costs_folders[] = { "data/costs", NULL };
static const char *const claim_folders[] = { "data/claims", NULL };
static const char *const bibliography_folders[] = { "data", NULL };
static const char *const published_folders[] = { "data/published", NULL };

const struct dt_catalogue_kind dt_catalogue_kinds[] = {
	{ "scenario", "scenarios", &dt_scenario_schema, scenario_folders },
	{ "strategy", "strategies", &dt_strategy_schema, strategy_folders },
	{ "treaty", "treaties", &dt_treaty_schema, treaty_folders },
	{ "payoffs", "payoffs", &dt_payoff_schema, payoff_folders },
	{ "agent", "agents", &dt_scenario_agent_schema, agent_folders },
	{ "sweep", "sweeps", &dt_sweep_schema, sweep_folders },
	{ "prior", "priors", &dt_prior_schema, prior_folders },
	{ "menu", "menus", &dt_menu_schema, menu_folders },
	{ "negotiator", "negotiators", &dt_negotiator_schema,
	  negotiator_folders },
	{ "costs", "costs", &dt_costs_schema, costs_folders },
	{ "lesson", "lessons", &dt_lesson_schema, lesson_folders },
	{ "claim", "claims", &dt_claim_schema, claim_folders },
	{ "published", "published", &dt_published_schema,
	  published_folders },
	{ "bibliography", "bibliographies", &dt_bibliography_schema,
	  bibliography_folders },
	{ 0 }
};

const struct dt_catalogue_kind *
dt_catalogue_kind_of(const char *word)
{
	for (const struct dt_catalogue_kind *k = dt_catalogue_kinds;
	    k->word != NULL; k++)
		if (strcmp(word, k->word) == 0 || strcmp(word, k->plural) == 0)
			return k;
	return NULL;
}

const struct dt_catalogue_kind *
dt_catalogue_kind_of_text(const char *text)
{
	while (*text == '#' || *text == '\n' || strncmp(text, "---", 3) == 0)
		text += strcspn(text, "\n") + (strchr(text, '\n') != NULL);
	size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz");
	if (text[length] != ':')
		return NULL;
	for (const struct dt_catalogue_kind *k = dt_catalogue_kinds;
	    k->word != NULL; k++)
		if (strlen(k->word) == length &&
		    strncmp(text, k->word, length) == 0)
			return k;
	return NULL;
}

enum dt_status
dt_catalogue_read(const struct dt_catalogue *catalogue, const char *path,
    struct dt_node **root, const struct dt_catalogue_kind **kind,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_source *source;
	*root = NULL;
	*kind = NULL;
	enum dt_status status =
	    dt_node_load(catalogue->arena, path, &source, err);
	if (status != DT_OK)
		return status;
	status = dt_node_read(catalogue->arena, source, root, faults, err);
	for (const struct dt_catalogue_kind *k = dt_catalogue_kinds;
	    *root != NULL && k->word != NULL; k++)
		if ((*root)->kind == DT_NODE_MAP && (*root)->n > 0 &&
		    strcmp((*root)->keys[0]->text, k->word) == 0)
			*kind = k;
	if (*kind != NULL || *root == NULL)
		return status;
	return dt_faults_add(faults, (*root)->at, "begin with `strategy: "
	    "NAME`, `treaty: NAME`, `scenario: NAME`, `payoffs: NAME`, "
	    "`agent: NAME`, `sweep: NAME`, `prior: NAME`, "
	    "`menu: NAME`, `negotiator: NAME`, `lesson: NAME`, `claim: NAME`, "
	    "`published: NAME` or `bibliography: NAME`", "the first key does not say what this "
	    "file is");
}
