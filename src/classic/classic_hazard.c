/* classic_hazard: what goes wrong in a race, and when to stop; hypothesis H6 as
 * closed forms; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "race/hazard.h"
#include "race/risk.h"
#include "race/share.h"

enum { H, START, RATE, PHI, REVIEW, ADAPTS, SCALE, YEARS };
static const struct dt_classic_parameter hazard[] = {
	{ "h", "hazard a year and unit of capability beyond review", .001, 0,
	    1e6, false },
	{ "C0", "capability at first", 1, 1e-9, 1e9, false },
	{ "r", "rate", .5, 0, 1e3, false },
	{ "phi", "returns: dC/dt = r C^phi", 1, -10, 10, false },
	{ "Rv", "capability that can be reviewed", 20, 0, 1e12, false },
	{ "A", "growth of capability a year that a nation adapts to", 2, 0,
	    1e12, false },
	{ "k", "disruption by a unit of growth beyond that", 1, 0, 1e6, false },
	{ "t", "years", 10, 0, 1e6, false },
	{ 0 }
};

static double
or_nothing(double x)
{
	return isfinite(x) ? x : NAN;
}

static enum dt_status
answer_hazard(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_growth g = { v[RATE], v[PHI], INFINITY };
	double end = dt_growth_after(&g, v[START], v[YEARS]);
	double bare = dt_hazard_survival(v[H], dt_hazard_excess(&g, v[START],
	    0, v[YEARS]));
	double reviewed = dt_hazard_survival(v[H], dt_hazard_excess(&g,
	    v[START], v[REVIEW], v[YEARS]));
	dt_solution_say(s, "%g years of racing are survived with chance %.4g; "
	    "without any review with %.4g.", v[YEARS], reviewed, bare);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "survival", reviewed,
	    "chance that there is no disaster in t years");
	dt_classic_result(t, "survival_bare", bare, "the same without review");
	dt_classic_result(t, "capability", or_nothing(end), "C at t");
	dt_classic_result(t, "oversight", dt_hazard_oversight(end, v[REVIEW]),
	    "share that can be reviewed at t, min(1, Rv/C)");
	dt_classic_result(t, "disruption", or_nothing(v[SCALE] == 0 ? 0 :
	    v[SCALE] * dt_hazard_disruption(&g, v[START], v[ADAPTS],
	    v[YEARS])), "k times growth beyond A a year, added up");
	return DT_OK;
}

const struct dt_classic dt_classic_hazard = {
	.name = "hazard",
	.title = "Capability beyond review",
	.summary = "whether a race is survived, and how much it disrupts",
	.source = "a hazard in proportion to what is not reviewed, worked out "
	    "for this project",
	.parameters = hazard,
	.answer = answer_hazard,
};

enum { CAPABILITY, WEIGHT, FASTER, WANTED };
static const struct dt_classic_parameter shares[] = {
	{ "C", "capability of each lab", 0, 0, 1e300, false, "1, .8, .5" },
	{ "w", "weight of capability in the prize", 1, 0, 1e6, false },
	{ "faster", "growth rates' difference of the first two, r1 - r2", .1,
	    -100, 100, false },
	{ "monopoly", "share from which one has all", .9, .5, .999999, false },
	{ 0 }
};

static enum dt_status
answer_shares(const double *v, struct dt_solution *s, struct dt_error *err)
{
	size_t n = (size_t)v[CAPABILITY];
	const double *c = dt_classic_list(shares, v, CAPABILITY);
	double share[DT_CLASSIC_LIST_MOST], top = 0;
	for (size_t i = 0; i < n; i++)
		top = c[i] > top ? c[i] : top;
	if (top <= 0)
		return dt_status_fail(err, DT_EUSAGE, "C: one lab at least has "
		    "some capability");
	dt_share_of(c, n, v[WEIGHT], share);
	dt_solution_say(s, "The first of %zu labs has %.4g of the prize.", n,
	    share[0]);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "first", share[0], "share of the first");
	dt_classic_result(t, "concentration", dt_share_concentration(share, n),
	    "sum of squared shares (Herfindahl and Hirschman)");
	dt_classic_result(t, "years", n < 2 || c[0] <= 0 || c[1] <= 0 ? NAN :
	    or_nothing(dt_share_years(c[0] / c[1], v[FASTER], v[WEIGHT],
	    v[WANTED])), "until the first, of the first two, has a monopoly");
	static const struct dt_solution_head heads[] = {
		{ "lab", NULL, "" }, { "capability", NULL, "" },
		{ "share", NULL, "of the prize" },
	};
	t = DT_SOLUTION_TABLE(s, "shares", "Who has how much", heads);
	for (size_t i = 0; i < n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		dt_solution_number(t, c[i]);
		dt_solution_number(t, share[i]);
	}
	return DT_OK;
}

const struct dt_classic dt_classic_shares = {
	.name = "shares",
	.title = "Shares of the prize",
	.summary = "who has how much by capability, and when one has all",
	.source = "Tullock 1980, a contest; exponential growth",
	.parameters = shares,
	.answer = answer_shares,
};

enum { GROWTH, RISK, LIFE, GAMMA };
static const struct dt_classic_parameter growth_risk[] = {
	{ "g", "growth of consumption a year", .1, 1e-9, 10, false },
	{ "delta", "chance of the end a year, as a rate", .01, 1e-12, 10,
	    false },
	{ "v", "what a year of life is worth, in years of consumption", 6,
	    1e-9, 1e6, false },
	{ "gamma", "how fast more consumption counts less; 1: logarithm", 1, 1,
	    100, false },
	{ 0 }
};

static enum dt_status
answer_growth_risk(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	(void)err;
	struct dt_risk r = { v[GROWTH], v[RISK], v[LIFE], v[GAMMA] };
	double years = dt_risk_years(&r);
	dt_solution_say(s, "It pays to go on for %.4g years, and to stop then; "
	    "that is survived with chance %.4g.", years,
	    exp(-r.risk * years));
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "years", years, "years of use");
	dt_classic_result(t, "factor", exp(r.growth * years),
	    "how much consumption grows until then");
	dt_classic_result(t, "survival", exp(-r.risk * years),
	    "chance that there is no end until then");
	return DT_OK;
}

const struct dt_classic dt_classic_growth_risk = {
	.name = "growth-risk",
	.title = "Growth against the chance of the end",
	.summary = "how long to use what makes rich and may end everything",
	.source = "Jones 2024, The A.I. Dilemma",
	.parameters = growth_risk,
	.answer = answer_growth_risk,
};

enum { DETECT, ALARM, GAIN, LOSS, AT_FIRST, GROWS, REVIEWED, REVIEWS, UNTIL };
static const struct dt_classic_parameter oversight[] = {
	{ "d", "chance that a race is found, with full oversight", .5, 1e-9, 1,
	    false },
	{ "a", "chance of a false alarm", .05, 0, 1, false },
	{ "g", "gain by racing in a round", 2, 0, 1e9, false },
	{ "F", "what it costs to be found", 6, 1e-9, 1e9, false },
	{ "C0", "capability at first", 1, 1e-9, 1e9, false },
	{ "r", "growth of capability a year", .5, 0, 1e3, false },
	{ "Rv", "capability that can be reviewed at first", 20, 1e-9, 1e12,
	    false },
	{ "rv", "growth of review a year", .1, 0, 1e3, false },
	{ "t", "years", 10, 0, 1e6, false },
	{ 0 }
};

static enum dt_status
answer_oversight(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_hazard_treaty x = { v[DETECT], v[ALARM], v[GAIN], v[LOSS],
		v[AT_FIRST], v[GROWS], v[REVIEWED], v[REVIEWS] };
	double years = dt_hazard_treaty_years(&x);
	double margin = dt_hazard_treaty_margin(&x, v[UNTIL]);
	double seen = dt_hazard_oversight(v[AT_FIRST] * exp((v[GROWS] -
	    v[REVIEWS]) * v[UNTIL]), v[REVIEWED]);
	if (years == 0)
		dt_solution_say(s, "The treaty does not hold at first.");
	else if (isinf(years))
		dt_solution_say(s, "The treaty holds for ever: review keeps "
		    "up.");
	else
		dt_solution_say(s, "The treaty holds for %.4g years; then too "
		    "little of a race is seen.", years);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "holds_years", isinf(years) ? NAN : years,
	    "years that it holds");
	dt_classic_result(t, "oversight", seen,
	    "share that can be reviewed at t, o = min(1, Rv/C)");
	dt_classic_result(t, "detection", seen * v[DETECT],
	    "chance that a race is found at t, o d");
	dt_classic_result(t, "margin", margin,
	    "what racing loses at t, (o d - a) F - g");
	return DT_OK;
}

const struct dt_classic dt_classic_oversight = {
	.name = "oversight",
	.title = "A treaty whose inspectors are outgrown",
	.summary = "until when a treaty holds, where capability outgrows review",
	.source = "oversight as a factor of detection, worked out for this "
	    "project; Becker 1968",
	.parameters = oversight,
	.answer = answer_oversight,
};
