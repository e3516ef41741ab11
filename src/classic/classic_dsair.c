/* classic_dsair: the race for domain supremacy in AI; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "classic/dsair.h"

enum { B, C, PRIZE, W, SPEED, FOUND, DISASTER };

static const struct dt_classic_parameter parameters[] = {
	{ "b", "benefit of a round's lead", 4, 0, 1e9, false },
	{ "c", "cost of safety a round", 1, 0, 1e9, false },
	{ "B", "prize", 1e4, 0, 1e12, false },
	{ "W", "rounds to finish safely", 100, 1, 1e9, false },
	{ "s", "speed of the unsafe", 1.5, 1, 1e6, false },
	{ "pfo", "chance that unsafe play is found out", 0, 0, 1, false },
	{ "pr", "chance that an unsafe winner fails", .6, 0, 1, false },
	{ 0 }
};

/* A chance, whatever the formula gives. */
static double
within(double threshold)
{
	return dt_number_min(dt_number_max(threshold, 0), 1);
}

static const char *
words_at(double disaster, double society, double risk)
{
	if (disaster <= society)
		return disaster < risk ? "society itself prefers the race, "
		    "and racing is risk-dominant" : "society prefers the "
		    "race, but safety is risk-dominant";
	return disaster < risk ? "society prefers safety, but racing is "
	    "risk-dominant" : "safety is preferred, and risk-dominant too";
}

/* Which of the two thresholds comes first says whether there is too little
 * safety between them, or too much. */
static void
say(double disaster, double society, double risk, struct dt_solution *s)
{
	double low = within(dt_number_min(society, risk));
	double high = within(dt_number_max(society, risk));
	dt_solution_say(s, "At pr %g %s.", disaster,
	    words_at(disaster, society, risk));
	if (!(low < high))
		dt_solution_say(s, "At no pr do society's wish and risk "
		    "dominance differ.");
	else if (society < risk)
		dt_solution_say(s, "Between pr %.4g and %.4g lies the "
		    "dilemma: safety is better for both, and racing wins.",
		    low, high);
	else
		dt_solution_say(s, "Between pr %.4g and %.4g is "
		    "over-regulation: safety wins, though the race would be "
		    "better for both. There is no dilemma.", low, high);
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_payoff_dsair d = { .benefit = v[B], .cost = v[C],
	    .prize = v[PRIZE], .rounds = v[W], .speed = v[SPEED],
	    .found_out = v[FOUND], .disaster = v[DISASTER] };
	struct dt_payoff_matrix m = dt_payoff_of_dsair(&d);
	double society = dt_dsair_society(&d), risk = dt_dsair_risk(&d);
	if (!isfinite(society) || !isfinite(risk))
		return dt_status_fail(err, DT_EUSAGE, "b and B cannot both "
		    "be 0: then there is nothing to race for");
	say(v[DISASTER], society, risk, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "society", society,
	    "pr above which society prefers safety");
	dt_classic_result(t, "risk_dominance", risk,
	    "pr above which safety is risk-dominant");
	dt_classic_result(t, "AS_AS", m.reward, "both safe, payoff a round");
	dt_classic_result(t, "AS_AU", m.sucker, "safe against unsafe");
	dt_classic_result(t, "AU_AS", m.temptation, "unsafe against safe");
	dt_classic_result(t, "AU_AU", m.punishment, "both unsafe");
	return DT_OK;
}

const struct dt_classic dt_classic_dsair = {
	.name = "dsair",
	.title = "Race for domain supremacy in AI",
	.summary = "from what risk on society prefers safety, and safety is "
	    "risk-dominant",
	.source = "Han, Pereira, Santos and Lenaerts 2020",
	.parameters = parameters,
	.answer = answer,
};
