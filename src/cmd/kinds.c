/* kinds: the table of kinds; see kinds.h. */
#include "cmd/kinds.h"

#include <string.h>

#include "cmd/listings.h"
#include "cmd/models.h"
#include "cmd/sources.h"

const struct dt_cmd_kind dt_cmd_kinds[] = {
	{ .word = "scenario", .plural = "scenarios",
	  .tell = dt_cmd_show_scenario,
	  .advice = "Play it: detente run %s" },
	{ .word = "strategy", .plural = "strategies",
	  .heading = "Read aloud", .say = dt_cmd_show_strategy,
	  .tell = dt_cmd_show_machine, .json = dt_cmd_show_machine_json,
	  .instead = dt_cmd_show_machine_instead, .aloud = true,
	  .advice = "Play it against another: detente run two-powers "
	      "--strategies %s,tit-for-tat" },
	{ .word = "treaty", .plural = "treaties",
	  .heading = "What it says", .say = dt_cmd_show_treaty,
	  .tell = dt_cmd_show_terms,
	  .advice = "Play under it: detente run frontier --treaty %s" },
	{ .word = "payoffs", .plural = "payoffs",
	  .tell = dt_cmd_show_payoffs,
	  .advise = dt_cmd_show_payoffs_advice },
	{ .word = "agent", .plural = "agents", .tell = dt_cmd_show_agent },
	{ .word = "sweep", .plural = "sweeps", .tell = dt_cmd_show_sweep,
	  .advice = "How much there is to do: detente sweep %s --dry-run" },
	{ .word = "prior", .plural = "priors", .tell = dt_cmd_show_prior,
	  .advise = dt_cmd_show_prior_advice },
	{ .word = "menu", .plural = "menus", .tell = dt_cmd_show_menu,
	  .advice = "Bargain over it: detente negotiate two-powers --menu "
	      "%s" },
	{ .word = "negotiator", .plural = "negotiators",
	  .tell = dt_cmd_show_negotiator,
	  .advice = "Let it bargain: detente negotiate two-powers "
	      "--menu-set parties.us.negotiator=%s" },
	{ .word = "costs", .plural = "costs",
	  .advice = "Design with them: detente design two-powers --costs %s" },
	{ .word = "lesson", .plural = "lessons", .tell = dt_cmd_show_lesson,
	  .instead = dt_cmd_show_lesson_instead, .aloud = true,
	  .advice = "What its teacher says and asks: detente show lesson %s "
	      "--sheet" },
	{ .word = "claim", .plural = "claims",
	  .advice = "Put it to the test: detente claims %s" },
	{ .word = "published", .plural = "published" },
	{ .word = "game", .plural = "games", .list = dt_cmd_listings_games,
	  .show = dt_cmd_show_game },
	{ .word = "query", .plural = "queries",
	  .list = dt_cmd_listings_queries, .show = dt_cmd_show_query },
	{ .word = "model", .plural = "models", .apart = true,
	  .list = dt_cmd_models_listing, .show = dt_cmd_models_show },
	{ .word = "source", .plural = "sources", .apart = true,
	  .list = dt_cmd_sources_listing, .show = dt_cmd_sources_show },
	{ .word = "schema", .show = dt_cmd_show_schema, .alone = true },
	{ .word = "evidence", .show = dt_cmd_show_evidence },
	{ .word = NULL }
};

const struct dt_cmd_kind *
dt_cmd_kinds_find(const char *word)
{
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word; k++)
		if (strcmp(word, k->word) == 0 || (k->plural != NULL &&
		    strcmp(word, k->plural) == 0))
			return k;
	return NULL;
}

const char *
dt_cmd_kinds_nearest(const struct dt_command_call *call, const char *wrong,
    bool plural)
{
	const char *words[32] = { NULL };
	size_t n = 0;
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word && n < 31;
	    k++)
		if (!plural || k->plural != NULL)
			words[n++] = plural ? k->plural : k->word;
	return dt_command_nearest(call, wrong, words);
}
