/* classic_auction: a deal between two whose stakes are private; see
 * classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "pact/auction.h"

enum { K, VALUE, COST };

static const struct dt_classic_parameter parameters[] = {
	{ "k", "weight of the bid in the price", .5, 0, 1, false },
	{ "v", "a buyer's value (of a pause, to who asks for it)", .6, 0, 1,
	    false },
	{ "c", "a seller's cost (of pausing, to who would)", .4, 0, 1,
	    false },
	{ 0 }
};

static void
say(const double *v, double bid, double ask, struct dt_solution *s)
{
	dt_solution_say(s, "They deal with chance %.4g and gain %.4g together "
	    "on average. A deal would gain with chance 0.5, and all such "
	    "deals %.4g.", dt_auction_chance(v[K]), dt_auction_gain(v[K]),
	    1.0 / 6);
	dt_solution_say(s, "A buyer of value %g bids %.4g, a seller of cost "
	    "%g asks %.4g: %s.", v[VALUE], bid, v[COST], ask,
	    bid >= ask ? "they deal" : v[VALUE] > v[COST] ?
	    "no deal, though both would gain" : "no deal");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double bid = dt_auction_bid(v[K], v[VALUE]);
	double ask = dt_auction_ask(v[K], v[COST]);
	(void)err;
	say(v, bid, ask, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "chance", dt_auction_chance(v[K]),
	    "chance of a deal");
	dt_classic_result(t, "gain", dt_auction_gain(v[K]),
	    "what both gain together, on average");
	dt_classic_result(t, "first_best", 1.0 / 6,
	    "the same if every deal were made that gains");
	dt_classic_result(t, "bound", 9.0 / 64,
	    "the most of any rule that both join freely and nobody else "
	    "pays for");
	dt_classic_result(t, "bid", bid, "the buyer's price at v");
	dt_classic_result(t, "ask", ask, "the seller's at c");
	dt_classic_result(t, "price", bid >= ask ? v[K] * bid +
	    (1 - v[K]) * ask : NAN, "what is paid, if they deal");
	return DT_OK;
}

const struct dt_classic dt_classic_private_costs = {
	.name = "private-costs",
	.title = "A deal between two with private stakes",
	.summary = "how often a deal that is good for both is missed",
	.source = "Chatterjee and Samuelson 1983; Myerson and Satterthwaite "
	    "1983",
	.parameters = parameters,
	.answer = answer,
};
