/* learner_paid: what moves pay, for the rules; see learner.h. */
#include "learn/learner.h"

double
dt_learner_stage(const struct dt_learner_made *made, bool races,
    uint64_t others)
{
	double room[DT_AGENTS_MOST];
	uint64_t me = dt_move_bit(made->seat);
	uint64_t racers = (others & ~me) | (races ? me : 0);
	return dt_payoff_of(&made->payoff, racers, room)[made->seat];
}

double
dt_learner_paid(const struct dt_learner_made *made,
    const struct dt_learner_saw *saw, bool races)
{
	return races == saw->raced ? saw->payoff :
	    dt_learner_stage(made, races, saw->others);
}
