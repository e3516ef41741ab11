/* menu: the schema of data/menus/; see menu.h. */
#include "catalogue/menu.h"

#include <math.h>

#include "game/move.h"
#include "game/strategy.h"

#define AT(type, member) .offset = offsetof(struct type, member)

static const char *const order_words[] = { "fixed", "random", NULL };
const char *const dt_menu_ratification_words[] = {
	"certain", "spatial", "logit", "domestic", NULL
};

static const struct dt_schema_key clause_keys[] = {
	{ "key", DT_TEXT, AT(dt_menu_clause, key), .required = true,
	  .help = "The key of the treaty that the clause sets, as behind "
	      "`treaty.` in --set", .example = "withdrawal.notice" },
	{ "also", DT_LIST, AT(dt_menu_clause, also), .item = DT_TEXT,
	  .help = "More keys that take the same value" },
	{ "values", DT_LIST, AT(dt_menu_clause, values), .item = DT_TEXT,
	  .required = true, .least = 1, .most = 64,
	  .help = "The values on the table; lists and maps in quotes",
	  .example = "[1, 3, 12]" },
	{ "labels", DT_LIST, AT(dt_menu_clause, labels), .item = DT_NAME,
	  .most = 64,
	  .help = "What each value is called; none: as it is written" },
	{ "reserve", DT_TEXT, AT(dt_menu_clause, reserve),
	  .help = "One of the values: what stands for all where a party accepts "
	      "a text but for this clause; none: it takes no reservations",
	  .example = "\"0\"" },
	{ "about", DT_TEXT, AT(dt_menu_clause, about),
	  .help = "What the clause is, in words" },
	{ 0 }
};
static const struct dt_schema clause_schema = {
	"clause", "a clause that is bargained over",
	sizeof(struct dt_menu_clause), clause_keys
};

static const struct dt_schema_key group_keys[] = {
	{ "weight", DT_NUMBER, AT(dt_menu_group, weight), .preset = "1",
	  .least = 0, .most = 1e9, .help = "Its weight at home" },
	{ "ideal", DT_NUMBER, AT(dt_menu_group, ideal), .required = true,
	  .most = 1, .unit = "share of pauses",
	  .help = "How much it wants to be paused: 0 nothing, 1 all",
	  .example = "0.6" },
	{ "demands", DT_NUMBER, AT(dt_menu_group, demands), .least = -1e9,
	  .most = 1e9, .unit = "payoff a round over racing",
	  .help = "And what its nation must be known to gain; not asked where "
	      "it is not given", .example = "0.5" },
	{ 0 }
};
const struct dt_schema dt_menu_group_schema = {
	"group", "a group at home, whose support is needed",
	sizeof(struct dt_menu_group), group_keys
};

/* The first PARTY_ALONE say what only a party that is named can have. */
enum { PARTY_ALONE = 3 };
static const struct dt_schema_key party_keys[] = {
	{ "negotiator", DT_GROUP, AT(dt_menu_party, negotiator),
	  .group = &dt_negotiator_schema, .kind = "negotiator",
	  .preset = "linear",
	  .help = "How it bargains: a name, or a negotiator written here" },
	{ "group", DT_NAME, AT(dt_menu_party, group),
	  .help = "Whom it sits with where groups talk; labs or nations where "
	      "it is not given", .example = "club" },
	{ "refuses", DT_LIST, AT(dt_menu_party, refuses), .item = DT_TEXT,
	  .help = "Red lines: treaties, or CLAUSE=VALUE, that it never "
	      "accepts", .example = "[notice=12]" },
	{ "cost_low", DT_NUMBER, AT(dt_menu_party, cost_low), .preset = "0",
	  .least = -1e9, .most = 1e9, .unit = "payoff a round in force",
	  .help = "Its own cost of a treaty, which others do not see, is drawn "
	      "from this" },
	{ "cost_high", DT_NUMBER, AT(dt_menu_party, cost_high),
	  .preset = "0", .least = -1e9, .most = 1e9,
	  .unit = "payoff a round in force", .help = "To this" },
	{ "sincerity", DT_NUMBER, AT(dt_menu_party, sincerity),
	  .preset = "0", .most = 1, .unit = "chance",
	  .help = "Its belief that a text is kept that it does not pay to "
	      "keep; else those who signed race" },
	{ "patience", DT_NUMBER, AT(dt_menu_party, patience), .most = 1,
	  .unit = "of this round",
	  .help = "What the next round counts; the scenario's continuation "
	      "where it is not given", .example = "0.95" },
	{ "domestic", DT_MAP, AT(dt_menu_party, domestic),
	  .group = &dt_menu_group_schema, .most = 16,
	  .help = "Groups at home, by name, in place of those that its file "
	      "has; none, also by `{}`: what is signed is ratified", .example = "{hawks: {weight: 2, ideal: 0.3}}" },
	{ "threshold", DT_NUMBER, AT(dt_menu_party, threshold),
	  .preset = "0.5", .most = 1, .unit = "share of their weight",
	  .help = "Support at home that ratifies" },
	{ "width", DT_NUMBER, AT(dt_menu_party, width), .least = 1e-6,
	  .most = 1e6, .unit = "share of their weight",
	  .help = "Ratification `domestic`: how uncertain its own is; where it "
	      "is not given, the threshold decides", .example = "0.1" },
	{ 0 }
};
static const struct dt_schema party_schema = {
	"party", "what is a party's own at the table",
	sizeof(struct dt_menu_party), party_keys
};
static const struct dt_schema others_schema = {
	"others", "what is private of those whom `parties` does not name",
	sizeof(struct dt_menu_party), party_keys + PARTY_ALONE
};

static const struct dt_schema_key keys[] = {
	{ "menu", DT_NAME, AT(dt_menu, name), .required = true,
	  .help = "Its name", .example = "my-menu" },
	{ "title", DT_TEXT, AT(dt_menu, title),
	  .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(dt_menu, summary),
	  .help = "What is bargained over, in a sentence" },
	{ "source", DT_TEXT, AT(dt_menu, source),
	  .help = "Where it comes from" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_menu, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "treaties", DT_LIST, AT(dt_menu, treaties), .item = DT_TEXT,
	  .most = DT_MENU_TEXTS_MOST,
	  .help = "Treaties by name that may be signed as they are",
	  .example = "[verified-halt, cwc]" },
	{ "base", DT_TEXT, AT(dt_menu, base),
	  .help = "The treaty that the clauses are put into",
	  .example = "verified-halt" },
	{ "clauses", DT_MAP, AT(dt_menu, clauses), .group = &clause_schema,
	  .most = 12,
	  .help = "Clauses by names of one's own; every combination of their "
	      "values is a text",
	  .example = "{notice: {key: withdrawal.notice, values: [1, 12]}}" },
	{ "negotiator", DT_GROUP, AT(dt_menu, negotiator),
	  .group = &dt_negotiator_schema, .kind = "negotiator",
	  .preset = "linear",
	  .help = "How agents bargain that `parties` does not name" },
	{ "parties", DT_MAP, AT(dt_menu, parties), .group = &party_schema,
	  .most = DT_AGENTS_MOST,
	  .help = "What is private, by agents of the scenario; who does not "
	      "play there is passed over",
	  .example = "{us: {negotiator: boulware, sincerity: 0.2}}" },
	{ "others", DT_GROUP, AT(dt_menu, others), .group = &others_schema,
	  .help = "What is private of each agent that `parties` does not "
	      "name", .example = "{cost_high: 1}" },
	{ "protocol", DT_TEXT, AT(dt_menu, protocol), .preset = "offers",
	  .help = "How they talk: one of those that negotiate --protocol "
	      "takes" },
	{ "deadline", DT_COUNT, AT(dt_menu, deadline), .preset = "12",
	  .least = 1, .most = 10000, .unit = "rounds",
	  .help = "After so many rounds of talks there are no more" },
	{ "breakdown", DT_NUMBER, AT(dt_menu, breakdown), .preset = "0",
	  .most = 1, .unit = "chance",
	  .help = "That talks end after a round without agreement" },
	{ "order", DT_WORD, AT(dt_menu, order), .preset = "fixed",
	  .words = order_words,
	  .help = "Who proposes: in turn, or drawn each round" },
	{ "ratification", DT_WORD, AT(dt_menu, ratification),
	  .preset = "spatial", .words = dt_menu_ratification_words,
	  .help = "What is signed is ratified by all; where the groups that "
	      "are for it have the threshold; or with the chance "
	      "1/(1 + exp(-(support - threshold)/width)); domestic: each "
	      "party's in the way of its own `width`" },
	{ "width", DT_NUMBER, AT(dt_menu, width), .preset = "0.1",
	  .least = 1e-6, .most = 1e6, .unit = "share of their weight",
	  .help = "Logit: how uncertain a ratification is" },
	{ 0 }
};

const struct dt_schema dt_menu_schema = {
	"menu", "what parties may agree on, and how they talk",
	sizeof(struct dt_menu), keys
};

const char *
dt_menu_label(const struct dt_menu_clause *clause, size_t k)
{
	const struct dt_list *list = clause->labels.n > 0 ?
	    &clause->labels : &clause->values;
	return ((const char *const *)list->items)[k];
}

size_t
dt_menu_texts(const struct dt_menu *menu)
{
	const struct dt_menu_clause *clause = menu->clauses.items;
	size_t n = menu->clauses.n > 0;
	for (size_t k = 0; k < menu->clauses.n &&
	    n <= DT_MENU_TEXTS_MOST; k++)
		n *= clause[k].values.n;
	n += menu->treaties.n;
	return n <= DT_MENU_TEXTS_MOST ? n : DT_MENU_TEXTS_MOST + 1;
}
