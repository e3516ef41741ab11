/*
 * learner_aspiration: satisficing (Karandikar, Mookherjee, Ray and
 * Vega-Redondo 1998): it keeps to a move that paid at least what it aspires
 * to, and leaves it else with a chance that grows with what was lacking, up
 * to 1 - `inertia`; aspirations move towards what is paid.
 */
#include "learn/learner_rules.h"

#include "base/number.h"

enum { ASPIRATION, SPEED, INERTIA, SLOPE, TREMBLE };
enum { ASPIRES, LAST, LEAVES, MEMORY };

static const struct dt_learner_parameter parameters[] = {
	{ "aspiration", 2, -1e9, 1e9, "what it aspires to in the first round, "
	      "in payoff", "stylised: between the dilemma's R and P" },
	{ "speed", 0.01, 0, 1, "the share of the way towards what was paid "
	      "that the aspiration goes in a round",
	      "Karandikar and others 1998: slow" },
	{ "inertia", 0.1, 0, 1, "least chance to keep to a move that "
	      "disappoints", "Karandikar and others 1998: above 0" },
	{ "slope", 1, 0, 1e9, "chance to leave, per payoff that is lacking",
	      "stylised" },
	{ "tremble", 0.01, 0, 1, "chance to move at random",
	      "Karandikar and others 1998: small" },
	{ 0 }
};

/* In the first round either move. */
static void
begin(const struct dt_learner_made *made, double *memory, size_t view)
{
	(void)view;
	memory[ASPIRES] = made->p[ASPIRATION];
	memory[LAST] = 0;
	memory[LEAVES] = 0.5;
}

static double
race(const struct dt_learner_made *made, const double *memory)
{
	double tremble = made->p[TREMBLE], leaves = memory[LEAVES];
	double races = memory[LAST] > 0 ? 1 - leaves : leaves;
	return tremble / 2 + (1 - tremble) * races;
}

static void
observe(const struct dt_learner_made *made, double *memory,
    const struct dt_learner_saw *saw)
{
	double lacks = memory[ASPIRES] - saw->payoff;
	double leaves = made->p[SLOPE] * dt_number_max(0, lacks);
	memory[LEAVES] = dt_number_min(leaves, 1 - made->p[INERTIA]);
	memory[LAST] = saw->raced;
	memory[ASPIRES] -= made->p[SPEED] * lacks;
}

const struct dt_learner dt_learner_aspiration = {
	.name = "aspiration",
	.brief = "keeps to a move that pays what it aspires to",
	.source = "Karandikar, Mookherjee, Ray and Vega-Redondo 1998",
	.parameters = parameters,
	.memory = MEMORY,
	.begin = begin,
	.race = race,
	.observe = observe,
};
