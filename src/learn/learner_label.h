/* learner_label: what a learner's memory holds, in words. */
#ifndef DT_LEARN_LEARNER_LABEL_H
#define DT_LEARN_LEARNER_LABEL_H

#include "learn/learner.h"

/* "propensity_race", or the hypothesis whose chance it is; NULL: a number
 * that is of no use to people. */
const char *dt_learner_label(const struct dt_learner_made *made, size_t k);

#endif
