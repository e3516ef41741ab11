/*
 * costs: what the parts of a treaty cost beside what it pays: weights by which
 * `detente design` looks for the cheapest one. One file each in data/costs/.
 * All are payoff a party and round.
 */
#ifndef DT_COSTS_H
#define DT_COSTS_H

#include "base/schema.h"

struct dt_costs {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	double channels;        /* times what the channels cost */
	double items;           /* of an item that is inspected */
	double fines;           /* times the fines that compliers pay to nobody
	                         * in the mean */
	double bonds;           /* of a unit of payoff that is deposited */
	double suspensions;     /* times what compliers lose by suspensions,
	                         * expulsions and ends */
	double clauses;         /* of a clause */
};

extern const struct dt_schema dt_costs_schema;

#endif
