/* design_ask: see design_ask.h. */
#include "design/design_ask.h"

#include "catalogue/catalogue.h"

const struct dt_option dt_design_options[] = {
	{ "treaty", 't', "TREATY", false, "@treaties",
	  "the text to begin from, in place of the scenario's" },
	{ "levers", 0, "LIST", false, NULL,
	  "what may be changed: channels, items, suspension, expulsion, end, "
	  "lapse, notice, sharing, entry, forgiveness, accusers, fine, bond, "
	  "tariff, payments; thresholds; ladder keeps the text's; numbers as suspension=0:12 or notice=0:12:3" },
	{ "cap", 0, "MONEY=MOST", true, NULL,
	  "no more than that: fine=4" },
	{ "continuation", 'c', "CHANCE", false, NULL,
	  "chance that there is a next round: it must hold with it" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "other payoffs than the scenario's" },
	{ "set", 's', "KEY=VALUE", true, NULL,
	  "change a key of the scenario" },
	{ "robust", 0, "RATE=SHARE%", true, NULL,
	  "it must hold also with rates or continuation so much off: "
	  "monitoring.*=20%, monitoring.miss, monitoring.false_alarm, "
	  "continuation" },
	{ "threats", 0, NULL, false, NULL,
	  "its threats must be carried out, too" },
	{ "costs", 0, "COSTS", false, "@costs",
	  "what the parts of a treaty cost; else plain" },
	{ "all", 0, NULL, false, NULL,
	  "look at each cell of the grid; table cells" },
	{ "frontier", 0, NULL, false, NULL,
	  "what it costs by continuation, too; table frontier" },
	{ 0 }
};

static enum dt_status
read_costs(const struct dt_design_ask *ask, struct dt_costs *costs,
    struct dt_error *err)
{
	const struct dt_catalogue *c = ask->catalogue;
	const struct dt_catalogue_kind *kind,
	    *wanted = dt_catalogue_kind_of("costs");
	const char *name = dt_option_value(ask->options, "costs"), *path;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_find(c, wanted, name ? name :
	    "plain", NULL, &path, err);
	if (status == DT_OK)
		status = dt_catalogue_read(c, path, &root, &kind, ask->faults,
		    err);
	if (status == DT_OK && kind != wanted)
		return dt_status_fail(err, DT_EINPUT, "%s is a %s, no costs",
		    path, kind->word);
	return status ? status : dt_schema_read(kind->schema, c->arena, root,
	    costs, ask->faults, err);
}

static struct dt_design_request
request_of(const struct dt_design_ask *ask)
{
	const struct dt_options *o = ask->options;
	return (struct dt_design_request){
	    .levers = dt_option_value(o, "levers"),
	    .caps = dt_option_values(o, "cap"),
	    .robust = dt_option_values(o, "robust"),
	    .threats = dt_option_value(o, "threats") != NULL,
	    .all = dt_option_value(o, "all") != NULL,
	    .frontier = dt_option_value(o, "frontier") != NULL ||
	    ask->svg != NULL, .svg = ask->svg,
	    .name = ask->name ? ask->name : "cheapest", .stop = ask->stop,
	    .progress = ask->progress, .of = ask->of };
}

enum dt_status
dt_design_ask(const struct dt_design_ask *ask, struct dt_solution *solution,
    struct dt_design_found *found, struct dt_error *err)
{
	const struct dt_options *o = ask->options;
	struct dt_experiment experiment;
	struct dt_costs costs;
	struct dt_experiment_request from = { .scenario = o->operands[0],
	    .treaty = dt_option_value(o, "treaty"),
	    .payoffs = dt_option_value(o, "payoffs"),
	    .continuation = dt_option_value(o, "continuation"),
	    .sets = dt_option_values(o, "set"), .rounds = -1 };
	struct dt_design_request request = request_of(ask);
	request.experiment = &experiment;
	request.costs = &costs;
	enum dt_status status = dt_experiment_make(ask->catalogue, &from,
	    &experiment, ask->faults, err);
	if (status == DT_OK)
		status = read_costs(ask, &costs, err);
	return status ? status : dt_design_find(ask->catalogue->arena,
	    &request, solution, found, err);
}

enum dt_status
dt_design_ask_words(const struct dt_design_ask *ask, const char *command,
    struct dt_solution *solution, struct dt_design_found *found,
    struct dt_error *err)
{
	static const struct dt_option *const tables[] = { dt_design_options,
	    NULL };
	struct dt_arena *arena = ask->catalogue->arena;
	struct dt_design_ask with = *ask;
	struct dt_options options;
	int n;
	const char *const *words = dt_option_split(arena, command, &n);
	if (words == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_option_read(arena, tables, n - 1,
	    words + 1, &options, err);
	if (status == DT_OK && options.n_operands != 1)
		return dt_status_fail(err, DT_EUSAGE, "design takes one "
		    "scenario");
	with.options = &options;
	return status ? status : dt_design_ask(&with, solution, found, err);
}
