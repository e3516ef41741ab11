/*
 * learner_regret: what one wishes to have done (Hart and Mas-Colell 2000).
 *
 * external  regret matching: a move in proportion to how much more it would
 *           have paid than what was done, on average; the joint play of such
 *           learners comes to the coarse correlated equilibria
 * internal  from the last move to the other with chance max(0, regret) / mu,
 *           where regret counts only rounds in which the last move was made;
 *           joint play comes to the correlated equilibria
 */
#include "learn/learner_rules.h"

#include "base/number.h"

enum { INERTIA };
enum { ROUNDS = 2, LAST, MEMORY };

static const struct dt_learner_parameter external[] = { { 0 } };

static const struct dt_learner_parameter internal[] = {
	{ "inertia", 0, 0, 1e9, "mu, in payoff: the larger, the more rarely "
	      "it changes; 0: twice the range of its payoffs",
	      "Hart and Mas-Colell 2000: more than the range" },
	{ 0 }
};

static void
begin(const struct dt_learner_made *made, double *regret, size_t view)
{
	(void)made;
	(void)view;
	for (int k = 0; k < MEMORY; k++)
		regret[k] = 0;
}

static double
race_external(const struct dt_learner_made *made, const double *regret)
{
	double pause = dt_number_max(0, regret[DT_PAUSE]);
	double races = dt_number_max(0, regret[DT_RACE]);
	(void)made;
	return pause + races > 0 ? races / (pause + races) : 0.5;
}

static void
observe_external(const struct dt_learner_made *made, double *regret,
    const struct dt_learner_saw *saw)
{
	bool other = !saw->raced;
	regret[other] += dt_learner_paid(made, saw, other) - saw->payoff;
}

static double
inertia_of(const struct dt_learner_made *made)
{
	uint64_t all = dt_move_all(made->agents);
	double least = dt_learner_stage(made, false, 0), most = least;
	if (made->p[INERTIA] > 0)
		return made->p[INERTIA];
	for (int k = 1; k < 4; k++) {
		double x = dt_learner_stage(made, k & 1, k & 2 ? all : 0);
		least = dt_number_min(least, x);
		most = dt_number_max(most, x);
	}
	return most > least ? 2 * (most - least) : 1;
}

static double
race_internal(const struct dt_learner_made *made, const double *regret)
{
	bool raced = regret[LAST] > 0;
	if (!(regret[ROUNDS] > 0))
		return 0.5;
	double leaves = dt_number_max(0, regret[!raced]) /
	    (regret[ROUNDS] * inertia_of(made));
	leaves = dt_number_min(leaves, 1);
	return raced ? 1 - leaves : leaves;
}

static void
observe_internal(const struct dt_learner_made *made, double *regret,
    const struct dt_learner_saw *saw)
{
	observe_external(made, regret, saw);
	regret[ROUNDS]++;
	regret[LAST] = saw->raced;
}

const struct dt_learner dt_learner_regret = {
	.name = "regret-matching",
	.brief = "moves in proportion to how much they are regretted",
	.source = "Hart and Mas-Colell 2000",
	.parameters = external,
	.memory = MEMORY,
	.begin = begin,
	.race = race_external,
	.observe = observe_external,
};

const struct dt_learner dt_learner_regret_internal = {
	.name = "regret-internal",
	.brief = "leaves its last move as far as it regrets it",
	.source = "Hart and Mas-Colell 2000",
	.parameters = internal,
	.memory = MEMORY,
	.begin = begin,
	.race = race_internal,
	.observe = observe_internal,
};
