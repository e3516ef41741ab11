/*
 * bound: what no judgement is needed for: treaties without money, whose answer
 * to findings is that all race, for a time or for good.
 *
 * All do the same in each of their states, so that what a state is worth lies
 * between pausing and racing for ever in the same proportion for all; and what
 * is done after a signal is one of such worths. So none is worth more than the
 * best that treats all alike with its signals (repeat/symmetric.h), nor holds
 * with less patience than that needs; with signals that err less it is worth no
 * less, so that what is seen perfectly bounds all monitoring.
 */
#ifndef DT_DESIGN_BOUND_H
#define DT_DESIGN_BOUND_H

#include "comply/comply.h"
#include "treaty/treaty.h"

struct dt_bound {
	bool known;             /* it is such a treaty, of such a game; else
	                         * nothing is said */
	bool none;              /* it cannot hold */
	double lost;            /* at the least, by false alarms: payoff a party
	                         * and round */
};

/* Of a model and its text, whose money, if it may have any, is not looked
 * at. DT_ENOMEM */
enum dt_status dt_bound_find(const struct dt_comply_model *model,
    const struct dt_treaty *text, struct dt_bound *bound,
    struct dt_error *err);

/* The least continuation of such treaties, of any monitoring; 0: not known.
 * 1: none holds. */
enum dt_status dt_bound_patience(const struct dt_comply_model *model,
    double *least, struct dt_error *err);

#endif
