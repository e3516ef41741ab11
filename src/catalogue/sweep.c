/* sweep: the schema of sweep files; see sweep.h. */
#include "catalogue/sweep.h"

#include "store/store_figure.h"

const char *const dt_sweep_record_words[] = { "agents", "cells", NULL };

static const char *const of_words[] = {
	"pause_share", "all_paused_share", "payoff_per_round", NULL
};

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct dt_schema_key axis_keys[] = {
	{ "key", DT_TEXT, AT(dt_sweep_axis_text, key), .required = true,
	  .help = "The key of the scenario that changes, as for --set; or "
	      "`strategies`, for the strategies of all agents",
	  .example = "treaty.monitoring.miss" },
	{ "also", DT_LIST, AT(dt_sweep_axis_text, also), .item = DT_TEXT,
	  .help = "More keys that take the same value",
	  .example = "[noise.public.miss]" },
	{ "values", DT_RAW, AT(dt_sweep_axis_text, values),
	  .help = "A list of values: numbers, names, or whatever the key "
	      "takes", .example = "[0, 0.1, 0.5]" },
	{ "labels", DT_LIST, AT(dt_sweep_axis_text, labels), .item = DT_TEXT,
	  .help = "A word for each value, where values are no words "
	      "themselves", .example = "[two, three]" },
	{ "from", DT_NUMBER, AT(dt_sweep_axis_text, from),
	  .help = "In place of `values`: the first of evenly spaced numbers",
	  .example = "0" },
	{ "to", DT_NUMBER, AT(dt_sweep_axis_text, to),
	  .help = "The last of them", .example = "0.9" },
	{ "steps", DT_COUNT, AT(dt_sweep_axis_text, steps), .preset = "11",
	  .least = 2, .most = 100000, .unit = "values",
	  .help = "How many numbers, both ends included" },
	{ "log", DT_FLAG, AT(dt_sweep_axis_text, log), .preset = "no",
	  .help = "Space them evenly by their logarithms" },
	{ "as", DT_TEXT, AT(dt_sweep_axis_text, as),
	  .help = "What is set, with @ where the value belongs",
	  .example = "'[{strikes: 1, fine: @}]'" },
	{ 0 }
};
static const struct dt_schema axis_schema = {
	"axis", "a key of the scenario and the values it takes",
	sizeof(struct dt_sweep_axis_text), axis_keys
};

static const struct dt_schema_key error_keys[] = {
	{ "of", DT_WORD, AT(dt_sweep_error, of), .preset = "pause_share",
	  .words = of_words, .help = "The measure whose error it is" },
	{ "at_most", DT_NUMBER, AT(dt_sweep_error, at_most), .least = 1e-12,
	  .most = 1e12,
	  .help = "Play on, doubling the runs, until the standard error is "
	      "no larger", .example = "0.005" },
	{ "most", DT_COUNT, AT(dt_sweep_error, most), .preset = "100000",
	  .least = 2, .most = 1e9, .unit = "runs",
	  .help = "But no more runs than that" },
	{ 0 }
};
static const struct dt_schema error_schema = {
	"error", "how precise the answer of a cell should be",
	sizeof(struct dt_sweep_error), error_keys
};

static const struct dt_schema_key keys[] = {
	{ "sweep", DT_NAME, AT(dt_sweep_text, name), .required = true,
	  .help = "Its name", .example = "my-sweep" },
	{ "title", DT_TEXT, AT(dt_sweep_text, title),
	  .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(dt_sweep_text, summary),
	  .help = "The question, in a sentence" },
	{ "source", DT_TEXT, AT(dt_sweep_text, source),
	  .help = "Where it comes from" },
	DT_SCHEMA_CITES,
	{ "claims", DT_LIST, .item = DT_NAME, .apart = true,
	  .help = "The claims that it puts to the test, by name; no part of "
	      "the game. All: detente list claims", .example = "[h1]" },
	{ "status", DT_WORD, AT(dt_sweep_text, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "scenario", DT_TEXT, AT(dt_sweep_text, scenario), .required = true,
	  .help = "The scenario that changes: a name, or a path from this "
	      "file", .example = "two-powers" },
	{ "set", DT_RAW, AT(dt_sweep_text, set),
	  .help = "Keys of the scenario to set for all cells, as a map from "
	      "their paths to values", .example = "{noise.slip: 0.02}" },
	{ "axes", DT_MAP, AT(dt_sweep_text, axes), .required = true,
	  .least = 1, .most = DT_SWEEP_AXES_MOST, .group = &axis_schema,
	  .help = "What varies, by names of one's own; later axes change "
	      "what earlier ones set",
	  .example = "{miss: {key: treaty.monitoring.miss, from: 0, to: 1}}" },
	{ "runs", DT_COUNT, AT(dt_sweep_text, runs), .preset = "1000",
	  .least = 2, .most = 1e9, .unit = "runs",
	  .help = "Runs a cell, where it is simulated" },
	{ "error", DT_GROUP, AT(dt_sweep_text, error), .group = &error_schema,
	  .help = "A standard error to reach, in place of a number of runs" },
	{ "engine", DT_WORD, AT(dt_sweep_text, engine), .preset = "auto",
	  .words = dt_engine_words,
	  .help = "auto answers a cell exactly where that is cheap, and "
	      "simulates it otherwise" },
	{ "record", DT_WORD, AT(dt_sweep_text, record), .preset = "agents",
	  .words = dt_sweep_record_words,
	  .help = "What is kept of a cell: also a row an agent, or only what "
	      "all agents came to together" },
	{ "measure", DT_WORD, AT(dt_sweep_text, measure),
	  .preset = "pause_share", .words = dt_store_figure_words,
	  .help = "The measure that the map shows" },
	{ "seed", DT_COUNT, AT(dt_sweep_text, seed), .most = 1e18,
	  .help = "Seed of all cells; drawn where neither this nor --seed "
	      "is given", .example = "1" },
	{ 0 }
};

const struct dt_schema dt_sweep_schema = {
	"sweep", "a grid of experiments: a scenario and the keys that vary",
	sizeof(struct dt_sweep_text), keys
};
