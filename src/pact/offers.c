/* offers: see offers.h. */
#include "pact/offers.h"

#include <math.h>

#include "base/number.h"

double
dt_offers_share(double proposer, double responder)
{
	if (proposer == 1 && responder == 1)
		return NAN;
	return (1 - responder) / (1 - proposer * responder);
}

double
dt_offers_limit(double proposer, double responder)
{
	if (proposer == 1 || responder == 1)
		return proposer < 1 ? 0 : responder < 1 ? 1 : NAN;
	if (proposer == 0 || responder == 0)
		return proposer > 0 ? 1 : responder > 0 ? 0 : .5;
	return log(responder) / (log(proposer) + log(responder));
}

double
dt_offers_finite(double proposer, double responder, int64_t offers)
{
	double share = 1;       /* of whoever makes the last offer */
	for (int64_t left = 2; left <= offers; left++) {
		/* Who answers now would propose next: the first proposer
		 * proposes where as many offers are left as at first, or an
		 * even number fewer. */
		double waits = (offers - left) % 2 == 0 ? responder :
		    proposer;
		share = 1 - waits * share;
	}
	return share;
}

double
dt_offers_outside(double proposer, double responder, double outside)
{
	return dt_number_min(dt_offers_share(proposer, responder),
	    1 - outside);
}

/*
 * x = 1 - p b2 - (1-p) y, y = 1 - p b1 - (1-p) x, where y is what the other
 * one gets when it proposes: x = (1 - b2 + (1-p) b1)/(2 - p).
 */
double
dt_offers_breakdown(double chance, double proposer, double responder)
{
	return (1 - responder + (1 - chance) * proposer) / (2 - chance);
}

double
dt_offers_proposer(int64_t members, int64_t quota, double discount)
{
	return 1 - discount * (double)(quota - 1) / (double)members;
}
