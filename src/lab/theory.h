/*
 * theory: what is known in closed form of an experiment, to print beside what
 * was played. Only where the stage game is one symmetric 2x2 game between all
 * that meet; elsewhere there is nothing to say (known == false).
 */
#ifndef DT_LAB_THEORY_H
#define DT_LAB_THEORY_H

#include "lab/experiment.h"
#include "solve/stage.h"

struct dt_theory {
	bool known;
	struct dt_payoff_matrix matrix;
	enum dt_stage_type type;
	double grim, tit_for_tat;       /* least continuations; NAN: none */
	bool monitored;                 /* the treaty has public signals */
	size_t parties;                 /* that it is open to */
	double false_alarm, detection;  /* of any of their signals */
	struct dt_stage_price price;    /* at these */
	double punishment;              /* chance an alarm, at the scenario's
	                                 * continuation; NAN: none does */
};

struct dt_theory dt_theory_of(const struct dt_experiment *experiment);

#endif
