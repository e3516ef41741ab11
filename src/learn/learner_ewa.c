/*
 * learner_ewa: experience-weighted attraction (Camerer and Ho 1999).
 *
 *   N' = phi (1 - kappa) N + 1
 *   A_j' = (phi N A_j + (delta + (1 - delta) [j was made]) pi_j) / N'
 *   P(j) in proportion to exp(lambda A_j)
 *
 * pi_j: what j paid, or would have at what was seen. With phi .9, delta .5,
 * kappa 0, lambda 1, N 1, A 0: after PAUSE paid 0 (the other 1) P(PAUSE) is
 * .434588; after RACE 5 (3) .188840; after PAUSE 0 (1) .235210.
 */
#include "learn/learner_rules.h"

#include <math.h>

enum { PHI, DELTA, KAPPA, LAMBDA, EXPERIENCE, FIRST_PAUSE, FIRST_RACE };
enum { N = 2, MEMORY };

static const struct dt_learner_parameter parameters[] = {
	{ "phi", 0.9, 0, 1, "the share of what was experienced that is kept",
	      "Camerer and Ho 1999: .9 to 1 in most games" },
	{ "delta", 0.5, 0, 1, "the weight of what the other move would have "
	      "paid: 0 reinforcement, 1 beliefs",
	      "Camerer and Ho 1999: .5 to .8" },
	{ "kappa", 0, 0, 1, "0: attractions are averages; 1: they are sums",
	      "Camerer and Ho 1999" },
	{ "lambda", 1, 0, 1e6, "sensitivity to attractions, per payoff",
	      "stylised" },
	{ "experience", 1, 0, 1e6, "N(0), rounds before the first",
	      "Camerer and Ho 1999: 1" },
	{ "attraction_pause", 0, -1e9, 1e9, "A(0) of PAUSE, in payoff",
	      "stylised" },
	{ "attraction_race", 0, -1e9, 1e9, "A(0) of RACE, in payoff",
	      "stylised" },
	{ 0 }
};

static void
begin(const struct dt_learner_made *made, double *a, size_t view)
{
	(void)view;
	a[DT_PAUSE] = made->p[FIRST_PAUSE];
	a[DT_RACE] = made->p[FIRST_RACE];
	a[N] = made->p[EXPERIENCE];
}

static double
race(const struct dt_learner_made *made, const double *a)
{
	return 1 / (1 + exp(made->p[LAMBDA] * (a[DT_PAUSE] - a[DT_RACE])));
}

static void
observe(const struct dt_learner_made *made, double *a,
    const struct dt_learner_saw *saw)
{
	double phi = made->p[PHI], delta = made->p[DELTA];
	double n = phi * (1 - made->p[KAPPA]) * a[N] + 1;
	for (int move = 0; move < 2; move++) {
		double weight = move == saw->raced ? 1 : delta;
		a[move] = (phi * a[N] * a[move] + weight *
		    dt_learner_paid(made, saw, move)) / n;
	}
	a[N] = n;
}

const struct dt_learner dt_learner_ewa = {
	.name = "ewa",
	.brief = "experience-weighted attraction: between reinforcement and "
	    "beliefs",
	.source = "Camerer and Ho 1999",
	.parameters = parameters,
	.memory = MEMORY,
	.begin = begin,
	.race = race,
	.observe = observe,
};
