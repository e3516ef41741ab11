/* classic_drift: hypotheses H4 and H5 as closed forms; see classic.h. */
#include "classic/classic.h"

#include <math.h>

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
	{ "C0", "capability of the leader at time 0", 1, 1e-9, 1e9, false },
	{ "C1", "capability of the laggard at time 0", .8, 1e-9, 1e9, false },
	{ "r", "rate", .1, 1e-9, 1e9, false },
	{ "phi", "returns: dC/dt = r C^phi", 1.5, -10, 10, false },
	{ "t", "time", 10, 0, 1e9, false },
	{ 0 }
};

static enum dt_status
answer_takeoff(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	double leader = dt_growth_capability(v[LEADER], v[RATE], v[PHI],
	    v[TIME]);
	double laggard = dt_growth_capability(v[LAGGARD], v[RATE], v[PHI],
	    v[TIME]);
	double blow_up = dt_growth_blow_up(v[LEADER], v[RATE], v[PHI]);
	double ratio = isfinite(leader) ? leader / laggard : INFINITY;
	dt_solution_say(s, "The leader is ahead by a factor of %.4g at first "
	    "and of %.4g at time %g: %s.", v[LEADER] / v[LAGGARD], ratio,
	    v[TIME], v[PHI] > 1 ? "leads grow" : v[PHI] < 1 ?
	    "laggards catch up" : "leads persist");
	if (isfinite(blow_up))
		dt_solution_say(s, "With phi above 1 capability would be "
		    "without bound at time %.4g: there the model ends.",
		    blow_up);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "blow_up", isfinite(blow_up) ? blow_up : NAN,
	    "time at which the leader's capability has no bound");
	dt_classic_result(t, "leader", isfinite(leader) ? leader : NAN,
	    "capability of the leader at t");
	dt_classic_result(t, "laggard", isfinite(laggard) ? laggard : NAN,
	    "capability of the laggard at t");
	dt_classic_result(t, "ratio", isfinite(ratio) ? ratio : NAN,
	    "the lead at t, as a factor");
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
