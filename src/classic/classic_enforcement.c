/* classic_enforcement: what detection costs and how long it takes, and what
 * confessions do; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"

enum { HARM, FINE, COST };

static const struct dt_classic_parameter enforcement[] = {
	{ "h", "harm of a violation; its gain is uniform on [0, 1]", .8, 0,
	    1e6, false },
	{ "F", "largest fine", 1, 1e-9, 1e6, false },
	{ "k", "cost of detecting with certainty", .1, 0, 1e6, false },
	{ 0 }
};

/* Who gains more than p F violates: (1 - F^2 p^2)/2 - h (1 - F p) - k p while
 * p F is at most 1. */
static double
welfare(const double *v, double p)
{
	double fine = dt_number_min(p * v[FINE], 1);
	return (1 - fine * fine) / 2 - v[HARM] * (1 - fine) - v[COST] * p;
}

/* Its derivative F (h - F p) - k falls with p, so that the best p is its root
 * or an end of what can be. */
static double
best_detection(const double *v)
{
	double most = dt_number_min(1, 1 / v[FINE]);
	double root = (v[HARM] * v[FINE] - v[COST]) / (v[FINE] * v[FINE]);
	return dt_number_min(dt_number_max(root, 0), most);
}

static enum dt_status
answer_enforcement(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	double p = best_detection(v), expected = p * v[FINE];
	(void)err;
	dt_solution_say(s, "Best is to detect with chance %.4g: an expected "
	    "fine of %.4g, where the harm is %g. %s", p, expected, v[HARM],
	    expected < v[HARM] ? "Some violations that do more harm than they "
	    "gain are let be, as to detect them costs more." :
	    "All that do more harm than they gain are deterred.");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "detection", p, "best chance of detection");
	dt_classic_result(t, "expected_fine", expected,
	    "what a violator expects to pay");
	dt_classic_result(t, "violations",
	    1 - dt_number_min(expected, 1), "share that violates all the same");
	dt_classic_result(t, "welfare", welfare(v, p),
	    "gains less harm less detection");
	dt_classic_result(t, "welfare_none", welfare(v, 0),
	    "the same without detection");
	return DT_OK;
}

const struct dt_classic dt_classic_enforcement = {
	.name = "enforcement",
	.title = "Enforcement at a cost",
	.summary = "how much detection is worth its cost, the fine being "
	    "capped",
	.source = "Becker 1968; Polinsky and Shavell 2000",
	.parameters = enforcement,
	.answer = answer_enforcement,
};

enum { P, THETA, LENIENCY_FINE };

static const struct dt_classic_parameter leniency[] = {
	{ "p", "chance that two who keep silent are detected", .2, 0, 1,
	    false },
	{ "theta", "share of the fine that who confesses first pays; below 0: "
	    "a reward", .1, -10, 1, false },
	{ "F", "fine", 1, 1e-9, 1e9, false },
	{ 0 }
};

static enum dt_status
answer_leniency(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double dominant = v[P], risk = (1 + 2 * v[P]) / 3;
	(void)err;
	dt_solution_say(s, "At theta %g to confess is %s.", v[THETA],
	    v[THETA] < dominant ? "best whatever the other one does" :
	    v[THETA] < risk ? "risk-dominant: one fears that the other does" :
	    v[THETA] < 1 ? "an equilibrium, but silence is the safer one" :
	    "no better than silence");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "dominant_below", dominant,
	    "theta below which to confess is dominant");
	dt_classic_result(t, "risk_dominant_below", risk,
	    "theta below which it is risk-dominant");
	dt_classic_result(t, "both_silent", -v[P] * v[LENIENCY_FINE],
	    "payoff of both silent");
	dt_classic_result(t, "confess_alone", -v[THETA] * v[LENIENCY_FINE],
	    "of who confesses alone");
	dt_classic_result(t, "silent_alone", -v[LENIENCY_FINE],
	    "of who is silent alone");
	dt_classic_result(t, "both_confess", -(1 + v[THETA]) / 2 *
	    v[LENIENCY_FINE], "of both confessing, each first by a coin");
	return DT_OK;
}

const struct dt_classic dt_classic_leniency = {
	.name = "leniency",
	.title = "Leniency for the first to confess",
	.summary = "how lenient it takes to be that two violators confess",
	.source = "the structure of Motta and Polo 2003; this pair game made for "
	    "this project",
	.parameters = leniency,
	.answer = answer_leniency,
};

enum { TEMPTATION, REWARD, PUNISHMENT, ROUNDS, EACH };

static const struct dt_classic_parameter delay[] = {
	{ "T", "temptation: I race, it pauses", 5, -1e9, 1e9, false },
	{ "R", "reward: both pause", 3, -1e9, 1e9, false },
	{ "P", "punishment: both race", 1, -1e9, 1e9, false },
	{ "D", "rounds until a violation is seen for certain", 4, 1, 1e6,
	    true },
	{ "d", "chance that a round of it is seen, instead", .5, 0, 1,
	    false },
	{ 0 }
};

static enum dt_status
answer_delay(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double gain = v[TEMPTATION] - v[REWARD];
	double loss = v[REWARD] - v[PUNISHMENT];
	if (!(gain > 0 && loss > 0))
		return dt_status_fail(err, DT_EUSAGE, "the delay of detection "
		    "matters where T > R > P");
	double late = pow(gain / (gain + loss), 1 / v[ROUNDS]);
	double each = gain / (gain + v[EACH] * loss);
	dt_solution_say(s, "Seen after %g rounds for certain, racing does not "
	    "pay from continuation %.4g on; seen with chance %g a round, from "
	    "%.4g on.", v[ROUNDS], late, v[EACH], each);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "after_rounds", late,
	    "least continuation, ((T-R)/(T-P))^(1/D)");
	dt_classic_result(t, "each_round", each,
	    "the same by chance a round, g/(g + d (R-P))");
	dt_classic_result(t, "at_once", gain / (gain + loss),
	    "the same if it is seen at once");
	return DT_OK;
}

const struct dt_classic dt_classic_detection_delay = {
	.name = "detection-delay",
	.title = "Detection that comes late",
	.summary = "how patient parties must be by how late a violation is seen",
	.source = "Friedman 1971, with a delay; worked out for this project",
	.parameters = delay,
	.answer = answer_delay,
};
