/* claim: the schema of data/claims/; see claim.h. */
#include "catalogue/claim.h"

#define AT(type, member) .offset = offsetof(struct type, member)

const char *const dt_claim_status_words[] = {
	"sourced", "stylised", "opinion", NULL
};
const char *const dt_claim_verdict_words[] = {
	[DT_CLAIM_HOLDS] = "holds", [DT_CLAIM_FAILS] = "fails",
	[DT_CLAIM_HOLDS_IF] = "holds-if", NULL
};

static const struct dt_schema_key words_keys[] = {
	{ "says", DT_TEXT, AT(dt_claim_words, says), .required = true,
	  .help = "What is said, in short", .example = "a pause is ruin" },
	{ "source", DT_TEXT, AT(dt_claim_words, source),
	  .help = "Where: author, year, title, and where it was read" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_claim_words, status), .preset = "stylised",
	  .words = dt_claim_status_words,
	  .help = "Sourced (read where the source says), stylised (in words of "
	      "the project), or opinion" },
	{ 0 }
};
static const struct dt_schema words_schema = {
	"words", "what is said, and where", sizeof(struct dt_claim_words),
	words_keys
};

static const struct dt_schema_key expect_keys[] = {
	{ "verdict", DT_WORD, AT(dt_claim_expect, verdict), .required = true,
	  .words = dt_claim_verdict_words,
	  .help = "What analysis leads to expect: that it holds in all places "
	      "of the run, in none (fails), or in some", .example = "fails" },
	{ "places", DT_COUNT, AT(dt_claim_expect, places), .required = true,
	  .least = 0, .most = 1000000, .unit = "places",
	  .help = "In how many it holds, counted by the formula",
	  .example = "0" },
	{ "region", DT_TEXT, AT(dt_claim_expect, region),
	  .help = "Where that is, in words", .example = "phi is above 1" },
	{ "because", DT_TEXT, AT(dt_claim_expect, because),
	  .help = "How it follows, with the formula" },
	{ 0 }
};
static const struct dt_schema expect_schema = {
	"expect", "what analysis leads to expect",
	sizeof(struct dt_claim_expect), expect_keys
};

static const struct dt_schema_key check_keys[] = {
	{ "says", DT_TEXT, AT(dt_claim_check, says), .required = true,
	  .help = "What the figure is", .example = "a lead after ten years" },
	{ "command", DT_TEXT, AT(dt_claim_check, command),
	  .help = "The command that gives it, as of the claim; not given: the "
	      "claim's own" },
	{ "at", DT_TEXT, AT(dt_claim_check, at), .required = true,
	  .help = "Where it is in the answer, as in a published result",
	  .example = "'tables.results[name=ratio].value'" },
	{ "value", DT_NUMBER, AT(dt_claim_check, value),
	  .help = "The number that analysis gives" },
	{ "word", DT_TEXT, AT(dt_claim_check, word),
	  .help = "Or the word, where it is one" },
	{ "tolerance", DT_NUMBER, AT(dt_claim_check, tolerance),
	  .preset = "1e-9", .least = 0,
	  .help = "How far off is still the same: half a unit of the last "
	      "digit" },
	{ "error", DT_TEXT, AT(dt_claim_check, error),
	  .help = "Where its standard error is, if it is simulated; four of "
	      "them are allowed too" },
	{ 0 }
};
static const struct dt_schema check_schema = {
	"check", "a figure beside the verdict", sizeof(struct dt_claim_check),
	check_keys
};

static const struct dt_schema_key keys[] = {
	{ "claim", DT_NAME, AT(dt_claim, name), .required = true,
	  .help = "Its name", .example = "h8" },
	{ "title", DT_TEXT, AT(dt_claim, title),
	  .help = "The claim, in a few words" },
	{ "summary", DT_TEXT, AT(dt_claim, summary),
	  .help = "What becomes of it in the model, in a sentence" },
	{ "status", DT_WORD, AT(dt_claim, status), .preset = "stylised",
	  .words = dt_claim_status_words,
	  .help = "Of the numbers that the run takes" },
	{ "essay", DT_GROUP, AT(dt_claim, essay), .group = &words_schema,
	  .required = true, .help = "What is claimed" },
	{ "report", DT_GROUP, AT(dt_claim, report), .group = &words_schema,
	  .help = "What the source says that the claim goes back to" },
	{ "hypothesis", DT_TEXT, AT(dt_claim, hypothesis), .required = true,
	  .help = "The claim as a model can have it",
	  .example = "a pause is no best reply" },
	{ "model", DT_TEXT, AT(dt_claim, model),
	  .help = "What is modelled, and which figures it takes" },
	{ "command", DT_TEXT, AT(dt_claim, command), .required = true,
	  .help = "The command line that tests it: solve, run, negotiate "
	      "--vary, design, without the program's name; it gives the "
	      "verdict again",
	  .example = "solve --model takeoff --vary phi=0.5:1.5:20 --result "
	      "doubling_ratio --most 1" },
	{ "table", DT_TEXT, AT(dt_claim, table), .preset = "map",
	  .help = "The table of its answer whose rows are the places" },
	{ "column", DT_TEXT, AT(dt_claim, column), .preset = "holds",
	  .help = "Its column that says whether the claim holds there" },
	{ "where", DT_TEXT, AT(dt_claim, where),
	  .help = "Only rows with that value in that column count",
	  .example = "party=one" },
	{ "is", DT_TEXT, AT(dt_claim, is), .preset = "yes",
	  .help = "It holds where the column says this word; not looked at "
	      "with least or most" },
	{ "least", DT_NUMBER, AT(dt_claim, least),
	  .help = "It holds where the column is no less", .example = "0" },
	{ "most", DT_NUMBER, AT(dt_claim, most),
	  .help = "It holds where the column is no more", .example = "1" },
	{ "expect", DT_GROUP, AT(dt_claim, expect), .group = &expect_schema,
	  .required = true, .help = "What analysis leads to expect" },
	{ "checks", DT_MAP, AT(dt_claim, checks), .group = &check_schema,
	  .most = 64, .help = "More figures, by names of one's own" },
	{ "apart", DT_TEXT, AT(dt_claim, apart),
	  .help = "Where a claim has two readings: what would tell them "
	      "apart" },
	{ "leaves_out", DT_LIST, AT(dt_claim, leaves_out), .item = DT_TEXT,
	  .help = "What the model leaves out, a sentence each" },
	{ 0 }
};

const struct dt_schema dt_claim_schema = {
	"claim", "a claim, and the run that tests it",
	sizeof(struct dt_claim), keys
};
