/* classic_signal: public signals, worked; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/signal.h"
#include "repeat/stage.h"

enum {
	R, S, T, P, BOTH, ONE, NONE, C, PARTIES, FALSE_ALARM, DETECTION, LOW
};
enum { ROUNDS_MOST = 100000 };

static const struct dt_classic_parameter parameters[] = {
	{ "R", "reward: both pause", 2, -1e9, 1e9, false },
	{ "S", "sucker: I pause, it races", -1, -1e9, 1e9, false },
	{ "T", "temptation: I race, it pauses", 3, -1e9, 1e9, false },
	{ "P", "punishment: both race", 0, -1e9, 1e9, false },
	{ "p", "chance of the good signal when both pause", .9, 0, 1, false },
	{ "q", "the same when one races", .5, 0, 1, false },
	{ "r", "the same when both race", .2, 0, 1, false },
	{ "c", "continuation", .7, 0, .999999, false },
	{ "n", "parties of the any-flag treaty", 2, 2, 1000, true },
	{ "f", "false alarm of a flag", .05, 0, 1, false },
	{ "d", "detection of a flag", .5, 0, 1, false },
	{ "a", "chance of low demand (Green and Porter)", .25, 0, 1, false },
	{ 0 }
};

static struct dt_signal
signal_of(const double *v)
{
	return (struct dt_signal){
		.game = { .reward = v[R], .sucker = v[S],
		    .temptation = v[T], .punishment = v[P] },
		.both = v[BOTH], .one = v[ONE], .none = v[NONE],
		.continuation = v[C],
	};
}

static void
add_triggers(const struct dt_signal *s, struct dt_solution_table *t)
{
	struct dt_signal_memory memory = dt_signal_memory(s);
	struct dt_signal_rounds shortest = dt_signal_shortest(s, ROUNDS_MOST);
	dt_classic_result(t, "grim_least", dt_signal_grim_least(s),
	    "least continuation for grim");
	dt_classic_result(t, "grim_value", dt_signal_grim_value(s),
	    "what grim gives at c, payoff a round");
	dt_classic_result(t, "memory_least", memory.least,
	    "one period's memory: least continuation");
	dt_classic_result(t, "memory_most", memory.most,
	    "and the most: above it nobody would carry out the punishment");
	dt_classic_result(t, "memory_pause", memory.pause,
	    "its value at c after a good signal");
	dt_classic_result(t, "memory_race", memory.race,
	    "its value at c after a bad one");
	dt_classic_result(t, "shortest", shortest.rounds > 0 ?
	    (double)shortest.rounds : NAN,
	    "least rounds of punishment that suffice at c");
	dt_classic_result(t, "shortest_value", shortest.value,
	    "what the shortest punishment gives");
}

static void
add_others(const double *v, const struct dt_signal *s,
    struct dt_solution_table *t)
{
	struct dt_signal flag = *s;
	struct dt_signal_rounds porter =
	    dt_signal_green_porter(v[LOW], v[C], ROUNDS_MOST);
	dt_signal_any_flag(&flag, (int64_t)v[PARTIES], v[FALSE_ALARM],
	    v[DETECTION]);
	dt_classic_result(t, "bound", dt_stage_price(&s->game, 1 - v[BOTH],
	    1 - v[ONE]).value, "best strongly symmetric payoff at any c, "
	    "R - g/(L-1)");
	dt_classic_result(t, "any_flag_least", dt_signal_grim_least(&flag),
	    "least continuation for grim if any of n flags ends it");
	dt_classic_result(t, "green_porter_rounds", porter.rounds > 0 ?
	    (double)porter.rounds : NAN,
	    "Green and Porter: least length of a price war at c");
	dt_classic_result(t, "green_porter_value", porter.value,
	    "and the value, in units of half the profit");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_signal signal = signal_of(v);
	if (v[BOTH] <= v[ONE])
		return dt_status_fail(err, DT_EUSAGE, "a signal that tells "
		    "something needs p > q, not p %g and q %g", v[BOTH],
		    v[ONE]);
	double least = dt_signal_grim_least(&signal);
	if (isnan(least))
		dt_solution_say(s, "No continuation makes grim an "
		    "equilibrium under this signal.");
	else
		dt_solution_say(s, "Under this signal grim is an equilibrium "
		    "from continuation %.4g on; at %g it %s and gives %.4g of "
		    "the %g without errors.", least, v[C],
		    v[C] >= least ? "is one" : "is none",
		    dt_signal_grim_value(&signal), v[R]);
	struct dt_solution_table *t = dt_classic_results(s);
	add_triggers(&signal, t);
	add_others(v, &signal, t);
	return DT_OK;
}

const struct dt_classic dt_classic_public_signal = {
	.name = "public-signal",
	.title = "Triggers under a noisy public signal",
	.summary = "grim, one period's memory and T rounds of punishment; any "
	    "flag of n parties; price wars",
	.source = "Mailath and Samuelson 2006; Green and Porter 1984; Tirole "
	    "1988",
	.parameters = parameters,
	.answer = answer,
};
