/* column_run: columns of run and sweep, and of runs that are asked as a
 * question; their figures are those of store_figure.h. See column.h. */
#include "words/column.h"

#include "store/store_figure.h"

#define COLUMN(id, name, of, unit, meaning) { #name, NULL, unit, meaning },

/* Behind each standard error, in run alone. */
static const struct dt_column run[] = {
	{ "agent", NULL, "", "the agent" },
	{ "strategy", NULL, "", "what it plays" },
	{ "runs", NULL, "runs", "runs that were played; 0 if exact" },
	DT_FIGURE_AGENTS(COLUMN)
	{ "FIGURE_exact", NULL, "as the figure",
	  "the exact value of a figure that has a standard error; empty: not "
	  "known" },
	{ 0 }
};

static const struct dt_column agents[] = {
	{ "name", "agent", "", "the agent" },
	{ "strategy", NULL, "", "what it plays" },
	DT_FIGURE_AGENTS(COLUMN)
	{ 0 }
};

static const struct dt_column game[] = {
	DT_FIGURE_GAMES(COLUMN)
	{ 0 }
};

static const struct dt_column sweep[] = {
	{ "cell", NULL, "", "its number, from 1" },
	{ "AXIS", NULL, "", "a column for each axis: its value in the cell; in "
	  "JSON in settings" },
	DT_FIGURE_GAMES(COLUMN)
	{ 0 }
};

static const struct dt_column rounds[] = {
	{ "round", NULL, "rounds", "the round" },
	{ "phase", NULL, "", "of the treaty: none, open, in force, suspended "
	  "or ended" },
	{ "agent", NULL, "", "the agent" },
	{ "party", NULL, "", "yes: the treaty binds it" },
	{ "intended", "meant", "", "the move that its strategy chose" },
	{ "executed", "done", "", "the move that it made; a slip, or a nation "
	  "that stops it, makes it another" },
	{ "declared", NULL, "", "the move that it declared" },
	{ "alarm", NULL, "", "yes: a public signal says that it raced" },
	{ "finding", "found", "", "yes: the treaty answers it" },
	{ "seen_by", "seen to race by", "", "who saw it race" },
	{ "fine", NULL, "payoff", "what it pays for a finding" },
	{ "payoff", NULL, "payoff", "what it gets, all flows included" },
	{ 0 }
};

const struct dt_column_table dt_column_run[] = {
	{ "run", "run", "run", "a row an agent, in CSV; JSON has the same "
	  "under agents", run },
	{ "run", "game", "game", "the whole game, in JSON: at the top, and "
	  "under treaty and race", game },
	{ "run reproduce", "play", "rounds", "with --run: a row a round and "
	  "agent", rounds },
	{ "reproduce", "play", "agents", "what a published result of a run may "
	  "point to: a row an agent", agents },
	{ "reproduce", "play", "game", "and the whole game, in one row", game },
	{ "sweep", "sweep", "sweep", "a row a cell; of the figures it has the "
	  "one that is measured", sweep },
	{ 0 }
};
