/* payoff_text: the schema of payoff files; see payoff.h. */
#include "game/payoff.h"

#include "game/strategy.h"

static const char *const form_words[] = {
	"matrix", "table", "dsair", "normal", NULL
};
static const char *const pairs_words[] = { "all", "same-kind", NULL };

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct dt_schema_key matrix_keys[] = {
	{ "reward", DT_NUMBER, AT(dt_payoff_matrix, reward), .required = true,
	  .unit = "payoff a round", .help = "R: both pause", .example = "3" },
	{ "sucker", DT_NUMBER, AT(dt_payoff_matrix, sucker), .required = true,
	  .unit = "payoff a round", .help = "S: I pause, the other races",
	  .example = "0" },
	{ "temptation", DT_NUMBER, AT(dt_payoff_matrix, temptation),
	  .required = true, .unit = "payoff a round",
	  .help = "T: I race, the other pauses", .example = "5" },
	{ "punishment", DT_NUMBER, AT(dt_payoff_matrix, punishment),
	  .required = true, .unit = "payoff a round",
	  .help = "P: both race", .example = "1" },
	{ 0 }
};

static const struct dt_schema matrix_schema = {
	"matrix", "a 2x2 game seen by one of its players",
	sizeof(struct dt_payoff_matrix), matrix_keys
};

static const struct dt_schema_key dsair_keys[] = {
	{ "benefit", DT_NUMBER, AT(dt_payoff_dsair, benefit), .preset = "4",
	  .unit = "payoff a round",
	  .help = "b: what a round of development yields" },
	{ "cost", DT_NUMBER, AT(dt_payoff_dsair, cost), .preset = "1",
	  .unit = "payoff a round", .help = "c: what safety costs" },
	{ "prize", DT_NUMBER, AT(dt_payoff_dsair, prize), .preset = "10000",
	  .unit = "payoff", .help = "B: what reaching the goal first brings" },
	{ "rounds", DT_NUMBER, AT(dt_payoff_dsair, rounds), .least = 1,
	  .most = 1e9, .preset = "100", .unit = "rounds",
	  .help = "W: development rounds to the goal for the safe" },
	{ "speed", DT_NUMBER, AT(dt_payoff_dsair, speed), .least = 1,
	  .most = 1e6, .preset = "1.5",
	  .help = "s: how much faster the unsafe move" },
	{ "found_out", DT_NUMBER, AT(dt_payoff_dsair, found_out), .most = 1,
	  .preset = "0", .unit = "chance",
	  .help = "pfo: chance that unsafe play is found out in a round" },
	{ "disaster", DT_NUMBER, AT(dt_payoff_dsair, disaster), .most = 1,
	  .preset = "0.6", .unit = "chance",
	  .help = "pr: chance that an unsafe winner loses everything" },
	{ 0 }
};

static const struct dt_schema dsair_schema = {
	"dsair", "the race of Han, Pereira, Santos and Lenaerts (2020)",
	sizeof(struct dt_payoff_dsair), dsair_keys
};

static const struct dt_schema_key keys[] = {
	{ "payoffs", DT_NAME, AT(dt_payoff_text, name), .required = true,
	  .help = "Their name, as scenarios use it",
	  .example = "prisoners-dilemma" },
	{ "title", DT_TEXT, AT(dt_payoff_text, title),
	  .help = "Their name for people", .example = "Prisoner's dilemma" },
	{ "summary", DT_TEXT, AT(dt_payoff_text, summary),
	  .help = "What they stand for, in a sentence",
	  .example = "Each gains by racing, all lose by all racing." },
	{ "source", DT_TEXT, AT(dt_payoff_text, source),
	  .help = "Where the numbers come from",
	  .example = "Axelrod 1984" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_payoff_text, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded they are" },
	{ "form", DT_WORD, AT(dt_payoff_text, form), .preset = "matrix",
	  .words = form_words,
	  .help = "How they are given: a 2x2 matrix played pairwise, a table "
	      "by number of other racers, the DSAIR race, or a normal-form "
	      "game" },
	{ "pairs", DT_WORD, AT(dt_payoff_text, pairs), .preset = "all",
	  .words = pairs_words,
	  .help = "matrix and dsair: who meets whom; same-kind: labs meet "
	      "labs, and nations meet nations" },
	{ "weighted", DT_FLAG, AT(dt_payoff_text, weighted), .preset = "no",
	  .help = "matrix and dsair: the mean over the others is weighted by "
	      "the others' `weight`" },
	{ "matrix", DT_GROUP, AT(dt_payoff_text, matrix),
	  .group = &matrix_schema,
	  .help = "Form matrix: the game of every pair" },
	{ "roles", DT_MAP, AT(dt_payoff_text, roles), .group = &matrix_schema,
	  .help = "Form matrix: another matrix for agents of that `role`" },
	{ "pause", DT_LIST, AT(dt_payoff_text, pause), .item = DT_NUMBER,
	  .unit = "payoff a round",
	  .help = "Form table: payoff of one who pauses when 0, 1, 2, ... "
	      "others race", .example = "[3, 1, 0]" },
	{ "race", DT_LIST, AT(dt_payoff_text, race), .item = DT_NUMBER,
	  .unit = "payoff a round",
	  .help = "Form table: payoff of one who races when 0, 1, 2, ... "
	      "others race", .example = "[5, 3, 1]" },
	{ "dsair", DT_GROUP, AT(dt_payoff_text, dsair), .group = &dsair_schema,
	  .help = "Form dsair: its parameters" },
	{ "file", DT_TEXT, AT(dt_payoff_text, file),
	  .help = "Form normal: a Gambit .nfg file, relative to this one; its "
	      "first strategy is PAUSE, its second RACE",
	  .example = "../games/stag-hunt.nfg" },
	{ "nfg", DT_TEXT, AT(dt_payoff_text, nfg),
	  .help = "Form normal: the text of a .nfg file, in place of `file`" },
	{ 0 }
};

const struct dt_schema dt_payoff_schema = {
	"payoffs", "what a round gives for the moves made",
	sizeof(struct dt_payoff_text), keys
};
