/* classic_penal: punishments that are carried out; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/penal.h"

static const struct dt_classic_parameter parameters[] = {
	{ "n", "firms, or parties in a race to sell", 2, 2, 1e6, true },
	{ 0 }
};

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double n = v[0], flooded = dt_penal_flooded(n);
	struct dt_penal_stick stick = dt_penal_stick(n);
	(void)err;
	dt_solution_say(s, "Carrot and stick hold the monopoly from "
	    "continuation %.4g on, a return to the one-round equilibrium from "
	    "%.4g on.", stick.continuation, dt_penal_nash(n));
	dt_solution_say(s, "The stick is a round in which each sells %.4g; at "
	    "the monopoly it is %.4g.", stick.each, 1 / (2 * n));
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "nash_reversion", dt_penal_nash(n),
	    "least continuation by a return to the one-round equilibrium");
	dt_classic_result(t, "carrot_and_stick", stick.continuation,
	    "the same by one round of flooding and return");
	dt_classic_result(t, "stick", stick.each,
	    "what each sells in that round; at the monopoly 1/(2n)");
	dt_classic_result(t, "gain", dt_penal_gain(n),
	    "what a departure gains in its round");
	dt_classic_result(t, "flooded", flooded < 1 ? flooded : NAN,
	    "the same if the price cannot fall below 0, one round");
	dt_classic_result(t, "bound", dt_penal_bound(n),
	    "by losing all for ever: no punishment does with less");
	return DT_OK;
}

const struct dt_classic dt_classic_penal_code = {
	.name = "penal-code",
	.title = "Carrot and stick in an oligopoly",
	.summary = "how much less patience the strongest credible punishment "
	    "needs",
	.source = "Abreu 1986; closed forms worked out for this project",
	.parameters = parameters,
	.answer = answer,
};
