/* classic_bargaining: alternating offers over one pie; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "pact/offers.h"

enum { D1, D2, OFFERS, OUTSIDE, BREAKDOWN, B1, B2 };

static const struct dt_classic_parameter parameters[] = {
	{ "d1", "what a round's delay leaves to the first proposer", .9, 0, 1,
	    false },
	{ "d2", "the same for the other", .9, 0, 1, false },
	{ "T", "offers, where there is a last one", 5, 1, 1e6, true },
	{ "o", "what the responder has if it leaves", .48, 0, 1, false },
	{ "p", "chance that a refusal ends the talks", .1, 1e-9, 1, false },
	{ "b1", "what the first proposer has then", .1, 0, 1, false },
	{ "b2", "the same for the other", .3, 0, 1, false },
	{ 0 }
};

static void
say(const double *v, double share, struct dt_solution *s)
{
	double rest = 1 - share;
	dt_solution_say(s, "Agreed at once: the first proposer gets %.4g, the "
	    "other %.4g.", share, rest);
	if (v[OUTSIDE] > rest)
		dt_solution_say(s, "Where the other may leave for %g, it gets "
		    "that instead.", v[OUTSIDE]);
	else
		dt_solution_say(s, "That the other may leave for %g changes "
		    "nothing: the talks give it no less.", v[OUTSIDE]);
}

static void
add_results(const double *v, double share, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "share", share,
	    "share of the first proposer, no last offer");
	dt_classic_result(t, "share_second",
	    1 - dt_offers_share(v[D2], v[D1]),
	    "the same party's share if the other one proposes first");
	dt_classic_result(t, "limit", dt_offers_limit(v[D1], v[D2]),
	    "its share as the time between offers goes to 0");
	dt_classic_result(t, "finite", dt_offers_finite(v[D1], v[D2],
	    (int64_t)v[OFFERS]), "its share if only T offers are made");
	dt_classic_result(t, "outside", dt_offers_outside(v[D1], v[D2],
	    v[OUTSIDE]), "its share if the responder may leave for o");
	dt_classic_result(t, "breakdown", dt_offers_breakdown(v[BREAKDOWN],
	    v[B1], v[B2]), "its share if delay is free and refusal ends the "
	    "talks with p");
	dt_classic_result(t, "breakdown_limit",
	    (1 + v[B1] - v[B2]) / 2, "the same as p goes to 0: Nash's "
	    "solution from (b1, b2)");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double share = dt_offers_share(v[D1], v[D2]);
	if (isnan(share))
		return dt_status_fail(err, DT_EUSAGE, "d1 and d2 cannot both "
		    "be 1: then any division is an equilibrium");
	if (v[B1] + v[B2] > 1)
		return dt_status_fail(err, DT_EUSAGE, "b1 and b2 are together "
		    "at most 1, the pie: above it nobody would agree");
	say(v, share, s);
	add_results(v, share, s);
	return DT_OK;
}

const struct dt_classic dt_classic_bargaining = {
	.name = "bargaining",
	.title = "Alternating offers",
	.summary = "who gets what by patience, deadlines, outside options and "
	    "the chance that talks end",
	.source = "Rubinstein 1982; Binmore, Rubinstein and Wolinsky 1986; "
	    "Binmore, Shaked and Sutton 1989",
	.parameters = parameters,
	.answer = answer,
};
