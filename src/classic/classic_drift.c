/* classic_drift: hypotheses H4 and H5 as closed forms; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "classic/growth.h"

enum { GENERATIONS, FAULT, SHARE, SIGMA };
static const struct dt_classic_parameter drift[] = {
	{ "n", "generations", 500, 1, 1e12, true },
	{ "q", "chance of a fault in a generation", 1e-3, 0, 1, false },
	{ "d", "share by which a bias compounds", .005, 0, 1, false },
	{ "sigma", "unbiased drift of a generation", 1, 0, 1e9, false },
	{ 0 }
};

static enum dt_status
answer_drift(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	double n = v[GENERATIONS];
	double fault = dt_growth_fault(n, v[FAULT]);
	dt_solution_say(s, "After %g generations: a fault with chance %.4g, a "
	    "bias %.4g times as large, an unbiased error of %.4g. What is to "
	    "be expected hangs on which of these drift is.", n, fault,
	    dt_growth_compound(n, v[SHARE]), dt_growth_walk(n, v[SIGMA]));
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "fault", fault,
	    "chance of a fault in some generation, 1-(1-q)^n");
	dt_classic_result(t, "compound", dt_growth_compound(n, v[SHARE]),
	    "what compounds, (1+d)^n");
	dt_classic_result(t, "walk", dt_growth_walk(n, v[SIGMA]),
	    "what wanders, sigma sqrt(n)");
	return DT_OK;
}

const struct dt_classic dt_classic_drift = {
	.name = "drift",
	.title = "Drift over generations",
	.summary = "faults, compounding and wandering over many generations",
	.source = "an essay's claim on generation 500, worked out",
	.parameters = drift,
	.answer = answer_drift,
};

enum { LEADER, LAGGARD, RATE, PHI, TIME };
static const struct dt_classic_parameter takeoff[] = {
	{ "C0", "capability of one at time 0; the larger leads", 1, 1e-9, 1e9, false },
	{ "C1", "capability of the other at time 0", .8, 1e-9, 1e9, false },
	{ "r", "rate", .1, 1e-9, 1e9, false },
	{ "phi", "returns: dC/dt = r C^phi", 1.5, -10, 10, false },
	{ "t", "time", 10, 0, 1e9, false },
	{ 0 }
};

static const char *
course(double phi)
{
	return phi > 1 ? "leads grow" : phi < 1 ? "laggards catch up" :
	    "leads persist";
}

/* `ahead` and `behind` at time 0 and, with `now`, at t; infinite: without
 * bound. */
static void
say_lead(const double *v, double ahead, double behind, double ahead_now,
    double behind_now, struct dt_solution *s)
{
	if (v[LAGGARD] > v[LEADER])
		dt_solution_say(s, "C1 is the larger, so it leads.");
	if (!(ahead > behind))
		dt_solution_say(s, "Both are level, and stay so.");
	else if (isfinite(ahead_now))
		dt_solution_say(s, "The leader is ahead by a factor of %.4g at "
		    "first and of %.4g at time %g: %s.", ahead / behind,
		    ahead_now / behind_now, v[TIME], course(v[PHI]));
	else
		dt_solution_say(s, "The leader is ahead by a factor of %.4g at "
		    "first; by time %g %s without bound: leads grow.",
		    ahead / behind, v[TIME], isfinite(behind_now) ?
		    "it is" : "both are");
}

static double
or_nothing(double x)
{
	return isfinite(x) ? x : NAN;
}

static enum dt_status
answer_takeoff(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	double ahead = dt_number_max(v[LEADER], v[LAGGARD]);
	double behind = dt_number_min(v[LEADER], v[LAGGARD]);
	double leader = dt_growth_capability(ahead, v[RATE], v[PHI], v[TIME]);
	double laggard = dt_growth_capability(behind, v[RATE], v[PHI],
	    v[TIME]);
	double blow_up = dt_growth_blow_up(ahead, v[RATE], v[PHI]);
	say_lead(v, ahead, behind, leader, laggard, s);
	if (isfinite(blow_up))
		dt_solution_say(s, "With phi above 1 capability would be "
		    "without bound at time %.4g: there the model ends.",
		    blow_up);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "blow_up", or_nothing(blow_up),
	    "time at which the leader's capability has no bound");
	dt_classic_result(t, "leader", or_nothing(leader),
	    "capability of the leader at t");
	dt_classic_result(t, "laggard", or_nothing(laggard),
	    "capability of the laggard at t");
	dt_classic_result(t, "ratio", isfinite(leader) ? leader / laggard :
	    NAN, "the lead at t, as a factor");
	return DT_OK;
}

const struct dt_classic dt_classic_takeoff = {
	.name = "takeoff",
	.title = "Capability that makes itself",
	.summary = "whether leads persist, shrink or grow without bound",
	.source = "an essay's claim on irreversible leads, worked out",
	.parameters = takeoff,
	.answer = answer_takeoff,
};
