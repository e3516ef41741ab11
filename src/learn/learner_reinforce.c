/*
 * learner_reinforce: Roth-Erev reinforcement (Erev and Roth 1998).
 *
 * Propensities q, one a move; a move is chosen in proportion to them.
 *   basic     q_j <- (1 - phi) q_j + (1 - e) R for the move made, e R for the
 *             other
 *   modified  the other gets e q_j in place of e R (Nicolaisen, Petrov and
 *             Tesfatsion 2001), so that one who is paid nothing still tries
 * R is what was paid above `least`, the least payoff there can be. With
 * phi = e = 0, q (1, 1) and RACE paid 5, PAUSE 3: RACE has 37/70 in round two.
 */
#include "learn/learner_rules.h"

enum { FIRST_PAUSE, FIRST_RACE, FORGETTING, EXPERIMENTATION, LEAST };

static const struct dt_learner_parameter parameters[] = {
	{ "propensity_pause", 9, 1e-9, 1e9, "first propensity of PAUSE, in "
	      "payoff", "Erev and Roth 1998: 9 a move, of a mean payoff of 1" },
	{ "propensity_race", 9, 1e-9, 1e9, "first propensity of RACE, in "
	      "payoff", "Erev and Roth 1998" },
	{ "forgetting", 0.1, 0, 1, "phi, the share of a propensity that is "
	      "forgotten in a round", "Erev and Roth 1998: .1" },
	{ "experimentation", 0.2, 0, 1, "e, the share of what was paid that "
	      "goes to the other move", "Erev and Roth 1998: .2" },
	{ "least", 0, -1e9, 1e9, "payoff that counts as nothing; what is "
	      "below it counts as it", "stylised" },
	{ 0 }
};

static void
begin(const struct dt_learner_made *made, double *q, size_t view)
{
	(void)view;
	q[DT_PAUSE] = made->p[FIRST_PAUSE];
	q[DT_RACE] = made->p[FIRST_RACE];
}

static double
race(const struct dt_learner_made *made, const double *q)
{
	double sum = q[DT_PAUSE] + q[DT_RACE];
	(void)made;
	return sum > 0 ? q[DT_RACE] / sum : 0.5;
}

static void
reinforce(const struct dt_learner_made *made, double *q,
    const struct dt_learner_saw *saw, bool modified)
{
	double keeps = 1 - made->p[FORGETTING];
	double e = made->p[EXPERIMENTATION];
	double reward = saw->payoff - made->p[LEAST];
	int mine = saw->raced, other = !saw->raced;
	if (!(reward > 0))
		reward = 0;
	double spill = e * (modified ? q[other] : reward);
	q[mine] = keeps * q[mine] + (1 - e) * reward;
	q[other] = keeps * q[other] + spill;
}

static void
observe_basic(const struct dt_learner_made *made, double *q,
    const struct dt_learner_saw *saw)
{
	reinforce(made, q, saw, false);
}

static void
observe_modified(const struct dt_learner_made *made, double *q,
    const struct dt_learner_saw *saw)
{
	reinforce(made, q, saw, true);
}

const struct dt_learner dt_learner_roth_erev = {
	.name = "roth-erev",
	.brief = "moves in proportion to what they have paid",
	.source = "Erev and Roth 1998",
	.parameters = parameters,
	.memory = 2,
	.begin = begin,
	.race = race,
	.observe = observe_basic,
};

const struct dt_learner dt_learner_roth_erev_modified = {
	.name = "roth-erev-modified",
	.brief = "the same, and what was not tried keeps its weight",
	.source = "Nicolaisen, Petrov and Tesfatsion 2001",
	.parameters = parameters,
	.memory = 2,
	.begin = begin,
	.race = race,
	.observe = observe_modified,
};
