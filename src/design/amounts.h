/*
 * amounts: the cheapest money for one cell of the grid, by a linear program
 * that learns its rows (Kelley 1960): where the program's amounts miss a
 * constraint, the slope there is a row that they do not meet. As each
 * constraint is convex and made of finitely many affine pieces, it ends at the
 * optimum; what is found then is rounded so that it still holds.
 */
#ifndef DT_DESIGN_AMOUNTS_H
#define DT_DESIGN_AMOUNTS_H

#include <math.h>

#include "design/trial.h"

#define DT_AMOUNTS_STEP 0.01    /* of the money that is written: payoff */

struct dt_amounts {
	bool feasible;          /* some amounts meet all constraints */
	bool pruned;            /* it costs more than was asked for */
	bool stopped;           /* before it was known */
	bool rounded;           /* and some of whole steps do */
	double lost;            /* by suspensions: payoff a party and round */
	double bound;           /* cost of the program's optimum */
	double exact[DT_LEVER_MONEY];   /* its amounts */
	double cost;            /* of the rounded ones; INFINITY: none */
	double money[DT_LEVER_MONEY];
	double waste;           /* of these: fines to nobody, payoff a party and
	                         * round */
	enum dt_trial_row binding;      /* of the program */
	double price;           /* what one more payoff a round of slack there
	                         * costs */
	bool missed[DT_TRIAL_ROW_KINDS];        /* infeasible: rows that it
	                         * takes to be so */
};

/* What is to be bettered: a cost; and at that cost less money in all,
 * INFINITY: another treaty that costs as much is wanted in any case. */
struct dt_amounts_above {
	double cost, money;
};
#define DT_AMOUNTS_ANY ((struct dt_amounts_above){ INFINITY, INFINITY })

/* Of the trial's cell, whose fixed cost is given. DT_EUSAGE: too many states,
 * or it is not settled. */
enum dt_status dt_amounts_find(struct dt_trial *trial, double fixed,
    struct dt_amounts_above above, struct dt_amounts *amounts,
    struct dt_error *err);

#endif
