/* classic_legislature: bargaining by votes of a quota; see classic.h. */
#include "classic/classic.h"

#include "pact/offers.h"

enum { N, Q, D };

static const struct dt_classic_parameter parameters[] = {
	{ "n", "members", 5, 2, 1e6, true },
	{ "q", "votes that it takes, the proposer's own included", 3, 1, 1e6,
	    true },
	{ "d", "what a round's delay leaves", .9, 0, 1, false },
	{ 0 }
};

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	if (v[Q] > v[N])
		return dt_status_fail(err, DT_EUSAGE, "q is a number of the n "
		    "members: at most %g", v[N]);
	double keeps = dt_offers_proposer((int64_t)v[N], (int64_t)v[Q], v[D]);
	dt_solution_say(s, "Agreed at once: the proposer keeps %.4g, %g others "
	    "get %.4g each, and %g get nothing.", keeps, v[Q] - 1,
	    v[D] / v[N], v[N] - v[Q]);
	dt_solution_say(s, "That is the stationary equilibrium. With strategies "
	    "that remember, at least five members and enough patience, any "
	    "division is one.");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "keeps", keeps, "share of the proposer");
	dt_classic_result(t, "partner", v[Q] > 1 ? v[D] / v[N] : 0,
	    "share of each whose vote it wins");
	dt_classic_result(t, "value", 1 / v[N],
	    "what each expects before the proposer is drawn");
	dt_classic_result(t, "unanimity", dt_offers_proposer((int64_t)v[N],
	    (int64_t)v[N], v[D]), "share of the proposer if all must agree");
	return DT_OK;
}

const struct dt_classic dt_classic_legislature = {
	.name = "legislature",
	.title = "Bargaining by votes, closed rule",
	.summary = "what a proposer keeps by the quota that must vote for it",
	.source = "Baron and Ferejohn 1989",
	.parameters = parameters,
	.answer = answer,
};
