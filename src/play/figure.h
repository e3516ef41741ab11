/*
 * figure: how each figure of store_figure.h is worked out, from what was played
 * or from an exact answer. One table for the report, JSON, CSV and the store.
 */
#ifndef DT_PLAY_FIGURE_H
#define DT_PLAY_FIGURE_H

#include "engine/chain.h"
#include "play/summary.h"
#include "store/store_figure.h"

struct dt_figure {
	const char *name, *unit, *help; /* as schema_doc has them */
	enum dt_figure_of {
		DT_FIGURE_OF_ALL,
		DT_FIGURE_OF_TREATY,    /* JSON has it with the treaty */
		DT_FIGURE_OF_RACE,      /* told where there is a race */
		DT_FIGURE_OF_ERROR,     /* an agent's, of the figure before it,
		                         * whose exact value is printed next,
		                         * as NAME_exact */
	} of;
	/* NAN where there is nothing to tell. Those of the game do not look
	 * at the agent. */
	double (*played)(const struct dt_summary *summary, size_t agent);
	double (*exact)(const struct dt_chain_answer *answer, size_t agent);
};

extern const struct dt_figure dt_figure_game[DT_CELL_MEASURES];
extern const struct dt_figure dt_figure_agent[DT_CELL_FIGURES];

/* From an exact answer, or where that is NULL from a summary. */
double dt_figure_value(const struct dt_figure *figure,
    const struct dt_summary *summary, const struct dt_chain_answer *exact,
    size_t agent);
bool dt_figure_is_share(const struct dt_figure *figure);

#endif
