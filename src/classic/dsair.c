/* dsair: see dsair.h. */
#include "classic/dsair.h"

/* The game if an unsafe winner never failed. */
static struct dt_payoff_matrix
unfailing(const struct dt_payoff_dsair *d)
{
	struct dt_payoff_dsair copy = *d;
	copy.disaster = 0;
	return dt_payoff_of_dsair(&copy);
}

double
dt_dsair_society(const struct dt_payoff_dsair *d)
{
	struct dt_payoff_matrix m = unfailing(d);
	return 1 - m.reward / m.punishment;
}

double
dt_dsair_risk(const struct dt_payoff_dsair *d)
{
	struct dt_payoff_matrix m = unfailing(d);
	return 1 - (m.reward + m.sucker) / (m.temptation + m.punishment);
}
