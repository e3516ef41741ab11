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
	{ "round", NULL, "rounds", "its number" },
	{ "phase", NULL, "", "of the treaty: none, open, in force, suspended, "
	    "ended" },
	{ "agent", NULL, "", "its name" },
	{ "party", NULL, "", "whether it is one" },
	{ "intended", "meant", "", "the move of its strategy: PAUSE or RACE" },
	{ "executed", "done", "", "after slips, and stops by a host" },
	{ "declared", NULL, "", "what it said that it did" },
	{ "alarm", NULL, "", "whether the public signal about it was an "
	    "alarm" },
	{ "finding", "found", "", "whether the treaty took it for a breach" },
	{ "seen_by", "seen to race by", "", "who took its move for a race; "
	    "empty: nobody" },
	{ "fine", NULL, "payoff", "that it paid" },
	{ "payoff", NULL, "payoff", "that it got, the fine taken off" },
	{ 0 }
};

const struct dt_column_table dt_column_run[] = {
	{ "run", "run", "run", "a row an agent, in CSV; JSON has the same "
	  "under agents", run },
	{ "run", "run", "rounds", "with --run: a row a round and agent",
	    rounds },
	{ "run", "game", "game", "the whole game, in JSON: at the top, and "
	  "under treaty and race", game },
	{ "reproduce", "play", "agents", "what a published result of a run may "
	  "point to: a row an agent", agents },
	{ "reproduce", "play", "game", "and the whole game, in one row", game },
	{ "sweep", "sweep", "sweep", "a row a cell; of the figures it has the "
	  "one that is measured", sweep },
	{ 0 }
};
