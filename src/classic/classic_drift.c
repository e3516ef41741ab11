/* classic_drift: hypothesis H4 as closed forms, and what more labour is worth as
 * speed of research; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "race/bottleneck.h"
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
	    "be expected depends on which of these drift is.", n, fault,
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

enum { TIMES, PARALLEL, COMPUTE, REPLACES, FASTER };
static const struct dt_classic_parameter speed[] = {
	{ "n", "so many times the labour, or the speed of a task", 8, 1, 1e15,
	    false },
	{ "lam", "how far research goes in parallel", .7, 0, 1, false },
	{ "a", "share of compute in effort; 0: no bottleneck", .35, 0, .999,
	    false },
	{ "rho", "how far labour replaces compute; 0: Cobb-Douglas", -.5, -100,
	    .999, false },
	{ "share", "share of all work that is n times as fast", 1, 0, 1,
	    false },
	{ 0 }
};

static enum dt_status
answer_speed(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_bottleneck b = { .rate = 1, .parallel = v[PARALLEL],
		.returns = 1, .share = v[COMPUTE], .rho = v[REPLACES] };
	double labour = pow(v[TIMES], v[PARALLEL]);
	double effort = dt_bottleneck_effort(&b, v[TIMES]);
	double serial = 1 / (1 - v[FASTER] + v[FASTER] / v[TIMES]);
	dt_solution_say(s, "%g times the labour is %.4g times the speed of "
	    "research; with compute as it was, %.4g times. Where %.4g of the "
	    "work is %g times as fast, all of it is %.4g times as fast.",
	    v[TIMES], labour, pow(effort, v[PARALLEL]), v[FASTER], v[TIMES],
	    serial);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "labour", labour, "speed of research, n^lam");
	dt_classic_result(t, "effort", effort,
	    "effort with compute as it was, (a + (1-a) n^rho)^(1/rho)");
	dt_classic_result(t, "speed", pow(effort, v[PARALLEL]),
	    "speed of research then, effort^lam");
	dt_classic_result(t, "whole", serial, "speed of all work, "
	    "1/(1 - share + share/n)");
	dt_classic_result(t, "unreviewed", 1 - 1 / v[TIMES], "share that is "
	    "not reviewed where review keeps its speed, 1 - 1/n");
	return DT_OK;
}

const struct dt_classic dt_classic_research_speed = {
	.name = "research-speed",
	.title = "What more labour is worth as speed",
	.summary = "what n times the labour, or a task n times as fast, makes of "
	    "research",
	.source = "Davidson 2023, takeoff speeds; Amdahl 1967",
	.parameters = speed,
	.answer = answer_speed,
};
