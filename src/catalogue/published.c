/* published: the schema of data/published/; see published.h. */
#include "catalogue/published.h"

#define AT(type, member) .offset = offsetof(struct type, member)

const char *const dt_published_status_words[] = {
	[DT_PUBLISHED_PRINTED] = "printed", [DT_PUBLISHED_QUOTED] = "quoted",
	"derived", "stylised", NULL
};

static const struct dt_schema_key value_keys[] = {
	{ "at", DT_TEXT, AT(dt_published_value, at), .required = true,
	  .help = "Where it is in the answer, as solve --format json prints "
	      "it: names between dots, [N] for an item from 0, "
	      "[COLUMN=VALUE] for the first item that has it, [] for the "
	      "number of items; of run there is tables.agents, with the "
	      "figures of run --format csv",
	  .example = "tables.agents[0].payoff_per_round" },
	{ "value", DT_NUMBER, AT(dt_published_value, value),
	  .required = true, .help = "What was published", .example = "2.25" },
	{ "tolerance", DT_NUMBER, AT(dt_published_value, tolerance),
	  .preset = "1e-9", .least = 0,
	  .help = "How far off is still the same: half a unit of the last "
	      "digit of a rounded source" },
	{ "error", DT_TEXT, AT(dt_published_value, error),
	  .help = "Where its standard error is, if it is simulated",
	  .example = "tables.agents[0].payoff_per_round_se" },
	{ "errors", DT_NUMBER, AT(dt_published_value, errors), .preset = "4",
	  .least = 0, .most = 10,
	  .help = "So many standard errors are allowed besides" },
	{ 0 }
};
static const struct dt_schema value_schema = {
	"value", "a published value, and where the program says it",
	sizeof(struct dt_published_value), value_keys
};

static const struct dt_schema_key keys[] = {
	{ "published", DT_NAME, AT(dt_published, name), .required = true,
	  .help = "Its name", .example = "my-result" },
	{ "title", DT_TEXT, AT(dt_published, title),
	  .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(dt_published, summary),
	  .help = "What it says, in a sentence" },
	{ "source", DT_TEXT, AT(dt_published, source), .required = true,
	  .help = "Who published it, or how it was derived",
	  .example = "Nowak and Sigmund 1993" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_published, status), .preset = "stylised",
	  .words = dt_published_status_words,
	  .help = "What the number is: printed (in the source, at the place "
	      "that `cites` names), quoted (there, as others say, whom "
	      "`source` names), derived (worked out anew by other means "
	      "than this program; `source` has the formula), or stylised" },
	{ "model", DT_TEXT, AT(dt_published, model),
	  .help = "Of which model, in words" },
	{ "command", DT_TEXT, AT(dt_published, command), .required = true,
	  .help = "The command line that gives it: solve, run, tournament or "
	      "design, without the program's name; single quotes hold words "
	      "together",
	  .example = "run duel --rounds 200 --runs 1 --seed 1" },
	{ "expect", DT_MAP, AT(dt_published, expect), .required = true,
	  .least = 1, .most = 256, .group = &value_schema,
	  .help = "The values, by names of one's own",
	  .example = "{payoff: {at: 'tables.values[0].payoff', value: 2.25}}" },
	{ 0 }
};

const struct dt_schema dt_published_schema = {
	"published", "a published result, and the command that gives it",
	sizeof(struct dt_published), keys
};
