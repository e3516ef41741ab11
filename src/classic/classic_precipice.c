/* classic_precipice: racing to the precipice; see classic.h. */
#include "classic/classic.h"

#include "classic/precipice.h"

enum { N, E, MU, X, GAP };

static const struct dt_classic_parameter parameters[] = {
	{ "n", "teams", 2, 2, 1e6, true },
	{ "e", "enmity: what is lost if a rival wins safely", 1, 1e-9, 1,
	    false },
	{ "mu", "how much capability weighs against safety", 1, 1e-9, 1e9,
	    false },
	{ "x", "a team's capability, for its safety", .5, 0, 1e9, false },
	{ "gap", "the leader's lead, for its safety", .5, 0, 1e9, false },
	{ 0 }
};

static void
say(double none, double private, double public, struct dt_solution *s)
{
	const char *worst = none > private && none > public ?
	    "; to know nothing is worst" : private > public ?
	    "; to know oneself alone is worst" : public > private ?
	    "; to know all is worst" : "";
	dt_solution_say(s, "The chance of a disaster is %.4g without "
	    "information, %.4g where each team knows its own capability, and "
	    "%.4g where all capabilities are public%s.", none, private,
	    public, worst);
	if (none == 0)
		dt_solution_say(s, "With mu >= n e nobody skimps on safety "
		    "unless it learns where it stands: there a unilateral "
		    "pause is a best reply.");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_precipice p = { (int64_t)v[N], v[E], v[MU] };
	double none = dt_precipice_none(&p);
	double private = dt_precipice_private(&p);
	double public = dt_precipice_public(&p);
	say(none, private, public, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "none", none,
	    "chance of a disaster, no information");
	dt_classic_result(t, "private", private,
	    "the same, each knows its own capability");
	dt_classic_result(t, "public", public,
	    "the same, all capabilities are known");
	dt_classic_result(t, "safety_none", dt_precipice_safety_none(&p),
	    "safety of all, no information");
	dt_classic_result(t, "safety_private",
	    dt_precipice_safety_private(&p, v[X]),
	    "safety of a team of capability x that knows it");
	dt_classic_result(t, "safety_public",
	    dt_precipice_safety_public(&p, v[GAP]),
	    "safety of the leader with that gap; the others 0");
	return DT_OK;
}

const struct dt_classic dt_classic_precipice = {
	.name = "precipice",
	.title = "Racing to the precipice",
	.summary = "the chance of a disaster by what teams know of each other",
	.source = "Armstrong, Bostrom and Shulman 2016",
	.parameters = parameters,
	.answer = answer,
};
