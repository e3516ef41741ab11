/* classic_takeoff: hypothesis H5 as closed forms: capability that makes itself,
 * what slows it down, and whether leads grow; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "race/bottleneck.h"
#include "race/growth.h"

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
	struct dt_growth g = { v[RATE], v[PHI], INFINITY };
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
	dt_classic_result(t, "doubling", dt_growth_years(&g, ahead, 2 * ahead),
	    "years until the leader has doubled for the first time");
	dt_classic_result(t, "doubling_ratio", exp2(1 - v[PHI]),
	    "how long each doubling takes, of the one before");
	dt_classic_result(t, "lead_years", dt_growth_years(&g, behind, ahead),
	    "the lead in time: years that the leader could pause");
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

enum { G0, LAM, RETURNS, SHARE, RHO, FROM, TO, ALPHA };
static const struct dt_classic_parameter bottleneck[] = {
	{ "g0", "growth of software a year, at first; ln 2: it doubles",
	    .693147180559945, 1e-9, 1e3, false },
	{ "lam", "how far research goes in parallel", .7, 1e-6, 1, false },
	{ "R", "returns to software", 1.25, 1e-6, 1e6, false },
	{ "a", "share of compute in effort; 0: no bottleneck", .35, 0, .999,
	    false },
	{ "rho", "how far labour replaces compute; 0: Cobb-Douglas", -.1, -100,
	    .999, false },
	{ "from", "capability at first", 1, 1e-6, 1e9, false },
	{ "to", "and at last", 1000, 1e-6, 1e12, false },
	{ "alphaR", "share of tasks that are automated, times the returns", .7,
	    0, .999999, false },
	{ 0 }
};

static double
or_none(double x)
{
	return isfinite(x) ? x : NAN;
}

static enum dt_status
answer_bottleneck(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_bottleneck b = { v[G0], v[LAM], v[RETURNS], v[SHARE],
		v[RHO] };
	double phi = dt_growth_returns(b.parallel, b.returns), years;
	double cap = dt_bottleneck_cap(&b);
	struct dt_growth free = { b.rate, phi, INFINITY };
	enum dt_status status = dt_bottleneck_years(&b, v[FROM], v[TO],
	    &years, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(s, "From %g to %g takes %.4g years; without a "
	    "bottleneck it would take %.4g.", v[FROM], v[TO], years,
	    dt_growth_years(&free, v[FROM], v[TO]));
	dt_solution_say(s, isfinite(cap) ? "Effort can rise by a factor of "
	    "%.4g at most, so that growth ends in a finite speed-up." :
	    "Nothing caps effort.", cap);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "phi", phi,
	    "returns without a bottleneck, 1 + lam - lam/R");
	dt_classic_result(t, "cap", or_none(cap), "effort at most, a^(1/rho)");
	dt_classic_result(t, "speed_up", or_none(pow(cap, b.parallel)),
	    "growth at most, for its speed without, a^(lam/rho)");
	dt_classic_result(t, "years", years, "from `from` to `to`");
	dt_classic_result(t, "years_free", dt_growth_years(&free, v[FROM],
	    v[TO]), "the same without a bottleneck");
	dt_classic_result(t, "multiplier", 1 / (1 - v[ALPHA]), "growth under "
	    "full automation that does not run away, 1/(1 - alpha R)");
	return DT_OK;
}

const struct dt_classic dt_classic_bottleneck = {
	.name = "bottleneck",
	.title = "Growth that waits for compute",
	.summary = "how long growth takes where experiments cannot be sped up",
	.source = "Davidson 2023, takeoff speeds; CES effort, for this project",
	.parameters = bottleneck,
	.answer = answer_bottleneck,
};

enum { LEAD, FASTER, FLOWS, YEARS };
static const struct dt_classic_parameter diffusion[] = {
	{ "lead", "C1/C2 at first", 3, 1e-6, 1e9, false },
	{ "faster", "growth rates' difference, r1 - r2", .05, 0, 100, false },
	{ "sg", "share of the gap that flows to the laggard in a year", .2, 0,
	    100, false },
	{ "t", "years", 10, 0, 1e9, false },
	{ 0 }
};

static enum dt_status
answer_diffusion(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	double then = dt_growth_lead(v[LEAD], v[FASTER], v[FLOWS], v[YEARS]);
	double steady = v[FASTER] == 0 && v[FLOWS] == 0 ? v[LEAD] :
	    dt_growth_lead_steady(v[FASTER], v[FLOWS]);
	dt_solution_say(s, "A lead by a factor of %g is one of %.4g after %g "
	    "years, and %s.", v[LEAD], then, v[YEARS], isfinite(steady) ?
	    "comes to rest" : "grows without bound");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "lead", then, "C1/C2 at t");
	dt_classic_result(t, "steady", or_none(steady),
	    "where it comes to rest, 1 + (r1 - r2)/sg");
	return DT_OK;
}

const struct dt_classic dt_classic_diffusion = {
	.name = "diffusion",
	.title = "Leads that leak",
	.summary = "what a lead comes to where laggards learn from the leader",
	.source = "exponential growth with imitation, worked out for this project",
	.parameters = diffusion,
	.answer = answer_diffusion,
};

enum { LEAD_G0, LEAD_LAM, LEAD_RETURNS, LEAD_SHARE, LEAD_RHO, LEAD_AT,
	LEAD_FLOWS };
static const struct dt_classic_parameter leads[] = {
	{ "g0", "growth of software a year, at first; ln 2: it doubles",
	    .693147180559945, 1e-9, 1e3, false },
	{ "lam", "how far research goes in parallel", .7, 1e-6, 1, false },
	{ "R", "returns to software", 1.25, 1e-6, 1e6, false },
	{ "a", "share of compute in effort; 0: no bottleneck", 0, 0, .999,
	    false },
	{ "rho", "how far labour replaces compute; 0: Cobb-Douglas", -.1, -100,
	    .999, false },
	{ "C", "capability of both, nearly", 1, 1e-6, 1e9, false },
	{ "sg", "share of the gap that flows to the laggard in a year", 0, 0,
	    100, false },
	{ 0 }
};

static enum dt_status
answer_leads(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_bottleneck b = { v[LEAD_G0], v[LEAD_LAM], v[LEAD_RETURNS], v[LEAD_SHARE],
		v[LEAD_RHO] };
	double elastic = dt_bottleneck_elasticity(&b, v[LEAD_AT]);
	double grows = dt_bottleneck_lead_growth(&b, v[LEAD_AT], v[LEAD_FLOWS]);
	dt_solution_say(s, grows > 0 ? "A small lead grows, by %.4g of itself a "
	    "year." : grows < 0 ? "A small lead shrinks, by %.4g of itself a "
	    "year." : "A small lead stays as it is.", fabs(grows));
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "lead_growth", grows,
	    "growth of a small lead, as a share of it, a year");
	dt_classic_result(t, "returns", 1 + v[LEAD_LAM] * (elastic -
	    1 / v[LEAD_RETURNS]), "phi at C: above 1, growth speeds itself up");
	dt_classic_result(t, "elasticity", elastic, "per cent of effort by a "
	    "per cent of capability, (1-a)C^rho/(a+(1-a)C^rho)");
	dt_classic_result(t, "growth", dt_bottleneck_speed(&b, v[LEAD_AT]) /
	    v[LEAD_AT], "growth of capability a year");
	return DT_OK;
}

const struct dt_classic dt_classic_leads = {
	.name = "leads",
	.title = "Whether a lead grows",
	.summary = "whether the one ahead draws away, by returns, compute and "
	    "diffusion",
	.source = "Davidson 2023, takeoff speeds; CES effort, for this project",
	.parameters = leads,
	.answer = answer_leads,
};
