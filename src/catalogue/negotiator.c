/* negotiator: the schema of agents/negotiators/; see negotiator.h. */
#include "catalogue/negotiator.h"

#include <math.h>

#include "game/strategy.h"

#define AT(member) .offset = offsetof(struct dt_negotiator, member)
#define SHARE .least = 0, .most = 1, .unit = "of its best gain"

static const char *const aspiration_words[] = {
	"time", "mirror", "foresee", NULL
};
static const char *const offer_words[] = {
	"own", "best", "near", "fair", "random", "foresee", NULL
};
static const char *const accept_words[] = {
	"level", "next", "gain", "never", NULL
};
static const char *const pledge_words[] = {
	"conditional", "unconditional", "weighed", "none", NULL
};

static const struct dt_schema_key keys[] = {
	{ "negotiator", DT_NAME, AT(name), .required = true,
	  .help = "Its name", .example = "my-negotiator" },
	{ "title", DT_TEXT, AT(title), .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(summary),
	  .help = "How it bargains, in a sentence" },
	{ "source", DT_TEXT, AT(source), .help = "Where it comes from",
	  .example = "Faratin, Sierra and Jennings 1998" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "aspiration", DT_WORD, AT(aspiration), .preset = "time",
	  .words = aspiration_words,
	  .help = "What it aspires to: time falls from start to finish as the "
	      "deadline comes nearer; mirror falls by what the others' best "
	      "offer to it has risen; foresee is what the talks are worth to "
	      "it if all are far-sighted" },
	{ "start", DT_NUMBER, AT(start), SHARE, .preset = "1",
	  .help = "What it aspires to in the first round" },
	{ "finish", DT_NUMBER, AT(finish), SHARE, .preset = "0",
	  .help = "And at the deadline; mirror: never below" },
	{ "exponent", DT_NUMBER, AT(exponent), .preset = "1", .least = 0.01,
	  .most = 100,
	  .help = "Time: below 1 it yields late (boulware), above 1 early "
	      "(conceder)" },
	{ "offer", DT_WORD, AT(offer), .preset = "own",
	  .words = offer_words,
	  .help = "What it proposes, among texts that it would accept: own is "
	      "the one nearest above what it aspires to; best its favourite; "
	      "near the best for who proposed last; fair the largest product "
	      "of all gains; random any; foresee the best for it that all "
	      "others accept if they are far-sighted" },
	{ "accept", DT_WORD, AT(accept), .preset = "level",
	  .words = accept_words,
	  .help = "What it accepts: level what is worth what it aspires to; "
	      "next also what is worth no less than its own proposal would "
	      "be; gain whatever is no worse than racing; never nothing" },
	{ "pledge", DT_WORD, AT(pledge), .preset = "conditional",
	  .words = pledge_words,
	  .help = "Where parties pledge at the same time: on the condition "
	      "that the others do; without one; without one, if that pays at "
	      "the chance that enough others do who weigh it too; or not at "
	      "all" },
	{ "least", DT_NUMBER, AT(least), SHARE, .preset = "0",
	  .help = "It accepts nothing that is worth less" },
	{ "leaves", DT_COUNT, AT(leaves), .preset = "0", .least = 0,
	  .most = 1000000, .unit = "round",
	  .help = "It walks out after this round of talks; 0: never" },
	{ "command", DT_LIST, AT(command), .item = DT_TEXT, .instead = true,
	  .most = 64, .example = "[python3, mine.py]",
	  .help = "In place of its rules: a program and its words, which is "
	      "told what is said and answers (detente-agent(5))" },
	{ "time_limit", DT_NUMBER, AT(time_limit), .instead = true,
	  .least = 0.001, .most = 3600, .unit = "seconds", .example = "2",
	  .help = "How long the program may take for an answer; 5 if it is "
	      "left out" },
	{ 0 }
};

const struct dt_schema dt_negotiator_schema = {
	"negotiator", "how a party bargains",
	sizeof(struct dt_negotiator), keys
};

double
dt_negotiator_level(const struct dt_negotiator *n, double x)
{
	return n->finish + (n->start - n->finish) *
	    (1 - pow(x, 1 / n->exponent));
}
