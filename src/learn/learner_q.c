/*
 * learner_q: Q-learning (Watkins 1989) over what it saw last.
 *
 *   Q(s, a) <- Q(s, a) + alpha (paid + gamma max_b Q(s', b) - Q(s, a))
 *
 * A state is a view: how many it saw race, its own move, whether it was found
 * against, the treaty's phase. With `memory` 0 there is one state. It tries a
 * move at random with chance `exploration`, which shrinks by `decay` a round.
 */
#include "learn/learner_rules.h"

#include "base/number.h"

enum { ALPHA, GAMMA, EXPLORATION, DECAY, FIRST, RECALL };
enum { STATE, TRIES, TABLE };

static const struct dt_learner_parameter parameters[] = {
	{ "alpha", 0.1, 0, 1, "the share of a surprise that is learnt",
	      "Watkins and Dayan 1992; Sandholm and Crites 1996" },
	{ "gamma", 0.95, 0, 0.9999, "the worth of the next round beside this "
	      "one", "Sandholm and Crites 1996: .95" },
	{ "exploration", 0.1, 0, 1, "chance to try a move at random in the "
	      "first round", "stylised" },
	{ "decay", 1, 0, 1, "by which that chance is multiplied each round",
	      "stylised" },
	{ "first", 0, -1e9, 1e9, "Q of what was never tried, in payoff",
	      "stylised" },
	{ "memory", 1, 0, 1, "1: it knows what it saw last; 0: nothing",
	      "stylised" },
	{ 0 }
};

static size_t
states(const struct dt_learner_made *made)
{
	return made->p[RECALL] > 0 ? dt_view_number(made->agents) : 1;
}

static size_t
size(const struct dt_learner_made *made)
{
	return TABLE + 2 * states(made);
}

static size_t
state_of(const struct dt_learner_made *made, size_t view)
{
	return made->p[RECALL] > 0 ? view : 0;
}

static void
begin(const struct dt_learner_made *made, double *memory, size_t view)
{
	size_t n = 2 * states(made);
	memory[STATE] = (double)state_of(made, view);
	memory[TRIES] = made->p[EXPLORATION];
	for (size_t k = 0; k < n; k++)
		memory[TABLE + k] = made->p[FIRST];
}

static double
race(const struct dt_learner_made *made, const double *memory)
{
	const double *q = memory + TABLE + 2 * (size_t)memory[STATE];
	double best = q[DT_RACE] > q[DT_PAUSE] ? 1 :
	    q[DT_RACE] < q[DT_PAUSE] ? 0 : 0.5;
	(void)made;
	return memory[TRIES] / 2 + (1 - memory[TRIES]) * best;
}

static void
observe(const struct dt_learner_made *made, double *memory,
    const struct dt_learner_saw *saw)
{
	size_t next = state_of(made, saw->view);
	double *q = memory + TABLE + 2 * (size_t)memory[STATE] + saw->raced;
	const double *then = memory + TABLE + 2 * next;
	double worth = dt_number_max(then[DT_PAUSE], then[DT_RACE]);
	*q += made->p[ALPHA] * (saw->payoff + made->p[GAMMA] * worth - *q);
	memory[STATE] = (double)next;
	memory[TRIES] *= made->p[DECAY];
}

const struct dt_learner dt_learner_q = {
	.name = "q-learning",
	.brief = "learns what each move is worth after what it saw last",
	.source = "Watkins 1989; Sandholm and Crites 1996",
	.parameters = parameters,
	.size = size,
	.begin = begin,
	.race = race,
	.observe = observe,
};
