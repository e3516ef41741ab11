/* costs: the schema of data/costs/; see costs.h. */
#include "catalogue/costs.h"

#include "game/strategy.h"

#define AT(type, member) .offset = offsetof(struct type, member)
#define WEIGHT .most = 1e6

static const struct dt_schema_key keys[] = {
	{ "costs", DT_NAME, AT(dt_costs, name), .required = true,
	  .help = "Their name", .example = "my-costs" },
	{ "title", DT_TEXT, AT(dt_costs, title),
	  .help = "Their name for people" },
	{ "summary", DT_TEXT, AT(dt_costs, summary),
	  .help = "What they say, in a few plain sentences" },
	{ "source", DT_TEXT, AT(dt_costs, source),
	  .help = "Where the numbers come from" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_costs, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded the numbers are" },
	{ "channels", DT_NUMBER, AT(dt_costs, channels), .preset = "1",
	  WEIGHT, .unit = "times", .help = "The treaty's own `cost` of its "
	      "channels counts so many times" },
	{ "items", DT_NUMBER, AT(dt_costs, items), .preset = "0", WEIGHT,
	  .unit = "payoff a party and round",
	  .help = "Of each item that is inspected" },
	{ "fines", DT_NUMBER, AT(dt_costs, fines), .preset = "1", WEIGHT,
	  .unit = "times", .help = "The fines that are paid for false alarms, "
	      "and that nobody gets, count so many times" },
	{ "bonds", DT_NUMBER, AT(dt_costs, bonds), .preset = "0.001", WEIGHT,
	  .unit = "payoff a round, of each unit deposited",
	  .help = "What it costs to leave a bond deposited" },
	{ "suspensions", DT_NUMBER, AT(dt_costs, suspensions), .preset = "1",
	  WEIGHT, .unit = "times", .help = "What the parties lose while a "
	      "false alarm suspends the pause, expels or ends it counts so "
	      "many times" },
	{ "clauses", DT_NUMBER, AT(dt_costs, clauses), .preset = "0", WEIGHT,
	  .unit = "payoff a party and round",
	  .help = "Of each clause; with 0 clauses decide between treaties "
	      "that cost the same" },
	{ 0 }
};

const struct dt_schema dt_costs_schema = {
	"costs", "what the parts of a treaty cost",
	sizeof(struct dt_costs), keys
};
