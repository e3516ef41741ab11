/*
 * gain: the most that a departure gains, for one treaty after another that
 * differ in rates, money or patience.
 *
 * The graphs of states (graph.h), one for each signer that is not like another,
 * are kept as long as they fit; values and best plans of one model are where
 * those of the next are looked for. So a value of a key costs some solves from
 * nearby, and no walk of states. In payoffs, fines, tariffs, costs, deposits
 * and side payments the gain is convex and piecewise linear (of a fixed plan
 * it is affine), in rates and patience continuous but where what compliers
 * come to changes: at chances of 0 and 1.
 */
#ifndef DT_COMPLY_GAIN_H
#define DT_COMPLY_GAIN_H

#include "comply/parts.h"

/* Payoff a round; above 0 the answer to a part is no. */
struct dt_gain_value {
	double kept, stayed;            /* -1e30: nothing to depart from */
	double off;                     /* that strikes which are not counted
	                                 * may hide in either */
	bool whole;                     /* false: of the last rounds alone */
	bool enters;                    /* into force */
	double start[DT_AGENTS_MOST];   /* of signers: what complying is worth */
};

struct dt_gain;

/* Owned by the caller, freed by dt_gain_free. The limits, and all models that
 * it is asked about, must outlive it. */
struct dt_gain *dt_gain_new(const struct dt_parts_limits *limits);
void dt_gain_free(struct dt_gain *gain);

/* From now on, so many last rounds of a game that ends are looked at (0: all),
 * and strikes are not counted further: then the most that a departure gains is
 * at least what is found less what is off, and what complying is worth at the
 * start is not found. */
void dt_gain_last(struct dt_gain *gain, int64_t rounds);

/* DT_EUSAGE: too many states, or values that do not hold; other models may be
 * asked about all the same. */
enum dt_status dt_gain_at(struct dt_gain *gain,
    const struct dt_comply_model *model, struct dt_gain_value *value,
    struct dt_error *err);

/* Of the largest graph that is there. */
size_t dt_gain_states(const struct dt_gain *gain);

#endif
