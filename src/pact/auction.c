/* auction: see auction.h. */
#include "pact/auction.h"

double
dt_auction_bid(double k, double value)
{
	return (value + k * (1 - k) / 2) / (1 + k);
}

double
dt_auction_ask(double k, double cost)
{
	return cost / (2 - k) + (1 - k) / 2;
}

/* They deal where v >= (1-k)/2 + c (1+k)/(2-k): a triangle of sides (1+k)/2
 * and (2-k)/2, in whose centre v - c is 1/2. */
double
dt_auction_chance(double k)
{
	return (1 + k) * (2 - k) / 8;
}

double
dt_auction_gain(double k)
{
	return dt_auction_chance(k) / 2;
}
