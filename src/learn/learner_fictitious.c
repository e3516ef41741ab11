/*
 * learner_fictitious: the best reply to the record so far (Brown 1951).
 *
 * What each move would have paid is summed over the rounds, at what was seen
 * of the others, and weights stand for rounds before the first: with more than
 * two agents this is the best reply to the joint record, not to independent
 * ones. The lower index, PAUSE, is taken at ties. Matching pennies with weights
 * (1.5, 2) and (2, 1.5), H for PAUSE: TT TH TH HH HH HH HT HT HT HT TT TT.
 */
#include "learn/learner_rules.h"

enum { WEIGHT_PAUSE, WEIGHT_RACE };

static const struct dt_learner_parameter parameters[] = {
	{ "weight_pause", 1, 0, 1e6, "rounds before the first in which all "
	      "others paused", "Fudenberg and Levine 1998" },
	{ "weight_race", 1, 0, 1e6, "rounds before the first in which all "
	      "others raced", "Fudenberg and Levine 1998" },
	{ 0 }
};

static void
begin(const struct dt_learner_made *made, double *sum, size_t view)
{
	uint64_t all = dt_move_all(made->agents);
	(void)view;
	for (int move = 0; move < 2; move++)
		sum[move] = made->p[WEIGHT_PAUSE] *
		    dt_learner_stage(made, move, 0) + made->p[WEIGHT_RACE] *
		    dt_learner_stage(made, move, all);
}

static double
race(const struct dt_learner_made *made, const double *sum)
{
	(void)made;
	return sum[DT_RACE] > sum[DT_PAUSE];
}

static void
observe(const struct dt_learner_made *made, double *sum,
    const struct dt_learner_saw *saw)
{
	for (int move = 0; move < 2; move++)
		sum[move] += dt_learner_stage(made, move, saw->others);
}

const struct dt_learner dt_learner_fictitious = {
	.name = "fictitious-play",
	.brief = "best reply to the record so far",
	.source = "Brown 1951",
	.parameters = parameters,
	.memory = 2,
	.begin = begin,
	.race = race,
	.observe = observe,
};
