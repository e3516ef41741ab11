/* learner_rules: the rules of learn/learner_*.c, for the table. */
#ifndef DT_LEARN_LEARNER_RULES_H
#define DT_LEARN_LEARNER_RULES_H

#include "learn/learner.h"

extern const struct dt_learner dt_learner_fictitious, dt_learner_bayes,
    dt_learner_ewa, dt_learner_roth_erev, dt_learner_roth_erev_modified,
    dt_learner_regret, dt_learner_regret_internal, dt_learner_q,
    dt_learner_aspiration;

#endif
