/*
 * learner_bayes: beliefs over strategies, and the best reply to them.
 *
 * It holds a few hypotheses of what automaton the other is, each with a slip
 * of `slip`, and follows each along what was seen; it updates their chances
 * by Bayes' rule and plays the move that is worth most, where a hypothesis'
 * worth is that of the best plan against it (value iteration with patience
 * `patience`): so it does not seek to learn more (QMDP, Littman, Cassandra and
 * Kaelbling 1995). Uniform over ALLC ALLD TFT GRIM WSLS, slip .05, mine
 * PRPPR, the other's PPRPP: .0475 7e-6 .902494 .0025 .0475.
 */
#include "learn/learner_rules.h"

#include <math.h>

enum { SLIP, PATIENCE };

static const struct dt_learner_parameter parameters[] = {
	{ "slip", 0.05, 1e-6, 0.5, "chance that a move is not what the "
	      "hypothesis says", "stylised" },
	{ "patience", 0.95, 0, 0.9999, "the worth of the next round beside "
	      "this one", "stylised" },
	{ 0 }
};

static double
chance_of(const struct dt_automaton *a, size_t state)
{
	return dt_random_chance(a->race[state]);
}

/* Adds where the machine goes from a row, with that chance. */
static void
add_step(const struct dt_automaton *a, size_t row, size_t view, double chance,
    double *to)
{
	size_t step = a->step[row * a->views + view];
	if (step < a->states) {
		to[step] += chance;
		return;
	}
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	double below = 0;
	for (size_t k = 0; k < lot->n; k++) {
		double up = dt_random_chance(lot->tickets[k].below);
		to[lot->tickets[k].state] += chance * (up - below);
		below = up;
	}
}

/* What the other would see, at the treaty's usual phase. */
static size_t
view_of(const struct dt_learner_made *made, bool mine, bool its)
{
	return dt_view_index(2, mine, false, its, made->treaty,
	    made->treaty ? DT_PHASE_IN_FORCE : DT_PHASE_NONE);
}

/* The worth of a move in a state, by the worths of the states. */
static double
worth_of(const struct dt_learner_made *made, const struct dt_automaton *a,
    size_t state, bool mine, const double *value)
{
	double races = chance_of(a, state), sum = 0;
	races = races * (1 - made->p[SLIP]) + (1 - races) * made->p[SLIP];
	for (int its = 0; its < 2; its++) {
		double to[DT_STRATEGY_STATES_MOST] = { 0 };
		double p = its ? races : 1 - races, next = 0;
		if (p <= 0)
			continue;
		add_step(a, state, view_of(made, mine, its), 1, to);
		for (size_t k = 0; k < a->states; k++)
			next += to[k] * value[k];
		sum += p * (dt_learner_stage(made, mine, its ?
		    dt_move_all(2) : 0) + made->p[PATIENCE] * next);
	}
	return sum;
}

static enum dt_status
solve(const struct dt_learner_made *made, struct dt_learner_hypothesis *h,
    struct dt_arena *arena, struct dt_error *err)
{
	enum { ROUNDS = 200000 };
	const struct dt_automaton *a = &h->automaton;
	double *worth = dt_arena_new(arena, 2 * a->states, sizeof(*worth));
	double value[DT_STRATEGY_STATES_MOST] = { 0 };
	double off = INFINITY;
	if (worth == NULL)
		return dt_status_no_memory(err);
	for (int k = 0; k < ROUNDS && off > 1e-12; k++) {
		off = 0;
		for (size_t s = 0; s < a->states; s++) {
			double *w = &worth[2 * s];
			w[0] = worth_of(made, a, s, false, value);
			w[1] = worth_of(made, a, s, true, value);
			double best = w[1] > w[0] ? w[1] : w[0];
			double moved = fabs(best - value[s]) /
			    (1 + fabs(best));
			off = moved > off ? moved : off;
			value[s] = best;
		}
	}
	h->worth = worth;
	return DT_OK;
}

static enum dt_status
prepare(struct dt_learner_made *made, struct dt_arena *arena,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < made->n_hypotheses && status == DT_OK; i++)
		status = solve(made, &made->hypotheses[i], arena, err);
	return status;
}

/* Of each hypothesis its chance, then the chances of its states. */
static size_t
size(const struct dt_learner_made *made)
{
	size_t n = 0;
	for (size_t i = 0; i < made->n_hypotheses; i++)
		n += 1 + made->hypotheses[i].automaton.states;
	return n;
}

static void
begin(const struct dt_learner_made *made, double *memory, size_t view)
{
	for (size_t i = 0; i < made->n_hypotheses; i++) {
		const struct dt_automaton *a = &made->hypotheses[i].automaton;
		*memory++ = 1 / (double)made->n_hypotheses;
		for (size_t k = 0; k < a->states; k++)
			memory[k] = 0;
		add_step(a, a->states, view, 1, memory);
		memory += a->states;
	}
}

static double
race(const struct dt_learner_made *made, const double *memory)
{
	double gain = 0;
	for (size_t i = 0; i < made->n_hypotheses; i++) {
		const struct dt_learner_hypothesis *h = &made->hypotheses[i];
		double chance = *memory++;
		for (size_t k = 0; k < h->automaton.states; k++)
			gain += chance * memory[k] * (h->worth[2 * k + 1] -
			    h->worth[2 * k]);
		memory += h->automaton.states;
	}
	return gain > 0;
}

/* Its states after what was seen, with the chance of that move; returns the
 * move's chance. */
static double
follow(const struct dt_learner_made *made, const struct dt_automaton *a,
    double *state, bool its, size_t view)
{
	double to[DT_STRATEGY_STATES_MOST] = { 0 }, sum = 0;
	for (size_t k = 0; k < a->states; k++) {
		double p = chance_of(a, k);
		p = its ? p : 1 - p;
		p = p * (1 - made->p[SLIP]) + (1 - p) * made->p[SLIP];
		sum += state[k] * p;
		if (state[k] > 0)
			add_step(a, k, view, state[k] * p, to);
	}
	for (size_t k = 0; k < a->states; k++)
		state[k] = to[k] / sum;
	return sum;
}

static void
observe(const struct dt_learner_made *made, double *memory,
    const struct dt_learner_saw *saw)
{
	bool its = dt_move_has(saw->others, !made->seat);
	struct dt_view mine = dt_view_of(2, saw->view);
	size_t view = dt_view_index(2, saw->raced, false, its, mine.party,
	    mine.phase);
	double *at = memory, sum = 0;
	for (size_t i = 0; i < made->n_hypotheses; i++) {
		const struct dt_automaton *a = &made->hypotheses[i].automaton;
		*at *= follow(made, a, at + 1, its, view);
		sum += *at;
		at += 1 + a->states;
	}
	at = memory;
	for (size_t i = 0; i < made->n_hypotheses; i++) {
		*at /= sum;
		at += 1 + made->hypotheses[i].automaton.states;
	}
}

const struct dt_learner dt_learner_bayes = {
	.name = "bayesian",
	.brief = "best reply to beliefs about which strategy the other plays",
	.source = "Kalai and Lehrer 1993",
	.parameters = parameters,
	.two = true,
	.guesses = true,
	.prepare = prepare,
	.size = size,
	.begin = begin,
	.race = race,
	.observe = observe,
};
