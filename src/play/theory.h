/*
 * theory: what is known in closed form of an experiment, to print beside what
 * was played: of each 2x2 game that its agents play. Agents that have the
 * same matrix have one game; where the payoffs are no matrices there is
 * nothing to say (n == 0).
 */
#ifndef DT_THEORY_H
#define DT_THEORY_H

#include "catalogue/experiment.h"
#include "repeat/stage.h"

struct dt_theory_game {
	uint64_t players;               /* the agents that have this matrix */
	struct dt_payoff_matrix matrix;
	enum dt_stage_type type;
	double grim, tit_for_tat;       /* least continuations; NAN: none */
	struct dt_stage_price price;    /* by the treaty's signals; NAN if it
	                                 * has none, or they do not suffice */
	double punishment;              /* chance an alarm, at the scenario's
	                                 * continuation; NAN: none does */
};

enum { DT_THEORY_GAMES_MOST = 4 };

struct dt_theory {
	size_t n;
	struct dt_theory_game games[DT_THEORY_GAMES_MOST];
	bool monitored;                 /* the treaty has public signals */
	size_t parties;                 /* that it is open to */
	double false_alarm, detection;  /* of any of their signals */
};

struct dt_theory dt_theory_of(const struct dt_experiment *experiment);

#endif
