/*
 * lanes_rules: questions about the rules of a strategy; for lanes_strategy.c.
 */
#ifndef DT_ENGINE_LANES_RULES_H
#define DT_ENGINE_LANES_RULES_H

#include "lanes/lanes_draft.h"

enum dt_lanes_question {
	DT_LANES_TO_DIGIT,      /* leads to a state with digit `about` set */
	DT_LANES_TO_LOTTERY,    /* leads to lottery `about` */
};

/* A lottery cut at its thresholds: the k-th state where the word is below the
 * k-th cut and no earlier one, the last beyond. */
struct dt_lanes_lottery {
	size_t cuts;
	const struct dt_automaton_ticket *tickets;
};

struct dt_lanes_rules {
	struct dt_lanes_draft *d;
	struct dt_lanes_agent *agent;
	const struct dt_automaton *a;
	size_t n_lotteries;             /* different ones */
	struct dt_lanes_lottery *lotteries;
	uint16_t *which;                /* by the automaton's lottery */

	bool starting;                  /* the step to the first state */

	/* The view. */
	uint32_t phase[DT_PHASES], flag[3];     /* flagged, raced, party */
	const struct dt_lanes_number *alarms;
	uint32_t own;                   /* its own alarm is among them */

	/* The question. */
	enum dt_lanes_question question;
	size_t about;
};

/* The lanes in which the answer is yes. */
uint32_t dt_lanes_rules_ask(struct dt_lanes_rules *r,
    enum dt_lanes_question question, size_t about);

/* Where the state is one of some. */
uint32_t dt_lanes_rules_in(const struct dt_lanes_rules *r, const bool *some);

#endif
