/* classic_drift: hypothesis H4 as closed forms; see classic.h. */
#include "classic/classic.h"

#include "race/growth.h"

enum { GENERATIONS, FAULT, SHARE, SIGMA };
static const struct dt_classic_parameter drift[] = {
	{ "n", "generations", 500, 1, 1e12, true },
	{ "q", "chance of a fault in a generation", 1e-3, 0, 1, false },
	{ "d", "share by which a bias compounds; below 0: is corrected", .005,
	    -.999999, 1, false },
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
	dt_classic_result(t, "spread", dt_growth_spread(n, v[SIGMA], v[SHARE]),
	    "what wanders, each error growing by d a generation after it");
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
