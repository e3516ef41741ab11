/* scrutiny: see scrutiny.h. */
#include "classic/scrutiny.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

#include "base/memory.h"
#include "base/number.h"
#include "game/move.h"

enum { ALARMS_MOST = 64 };

/* part[i] = P(Bin(n, p) = i) for i < r, each from the one before. Where
 * (1-p)^n is too small for a double, so are all of these. */
static void
binomial(int64_t n, double p, int64_t r, double *part)
{
	double next = pow(1 - p, (double)n);
	for (int64_t i = 0; i < r; i++) {
		if (p == 1)
			part[i] = i == n;
		else
			part[i] = i > n ? 0 : next;
		next *= (double)(n - i) / (double)(i + 1) * p / (1 - p);
	}
}

/* P(Bin(j, detect) + Bin(n-j, false_alarm) < r). */
static double
fewer(const struct dt_scrutiny *s, int64_t j, int64_t n)
{
	double from_bad[ALARMS_MOST], from_clean[ALARMS_MOST];
	int64_t r = s->alarms < ALARMS_MOST ? s->alarms : ALARMS_MOST;
	double sum = 0, clean = 0;
	binomial(j, s->detect, r, from_bad);
	binomial(n - j, s->false_alarm, r, from_clean);
	for (int64_t i = 0; i < r; i++) {
		clean += from_clean[i];
		sum += from_bad[r - 1 - i] * clean;
	}
	return sum;
}

/* Numbers of bad items further than `wide` from the mean have chances below
 * 1e-20 together (Bernstein), and are left out; of the others each chance
 * comes from the one before. */
double
dt_scrutiny_alarm(const struct dt_scrutiny *s, int64_t n, int64_t bad)
{
	int64_t clean = s->items - bad;
	double share = (double)bad / (double)s->items;
	double mean = (double)n * share;
	double wide = 60 + 10 * sqrt(mean * (1 - share));
	int64_t first = (int64_t)dt_number_max(mean - wide,
	    (double)(n > clean ? n - clean : 0));
	int64_t last = (int64_t)dt_number_min(mean + wide,
	    (double)(n < bad ? n : bad));
	double quiet = 0, chance = gsl_ran_hypergeometric_pdf((unsigned)first,
	    (unsigned)bad, (unsigned)clean, (unsigned)n);
	for (int64_t j = first; j <= last; j++) {
		if (chance > 1e-18)
			quiet += chance * fewer(s, j, n);
		chance *= (double)(bad - j) * (double)(n - j) /
		    ((double)(j + 1) * (double)(clean - n + j + 1));
	}
	return dt_number_min(dt_number_max(1 - quiet, 0), 1);
}

enum dt_status
dt_scrutiny_rates(const struct dt_scrutiny *s,
    struct dt_scrutiny_rates *rates, struct dt_error *err)
{
	size_t n = (size_t)s->items + 1;
	rates->false_alarm = dt_memory_new(n, sizeof(double));
	rates->detection = dt_memory_new(n, sizeof(double));
	if (rates->false_alarm == NULL || rates->detection == NULL) {
		dt_scrutiny_free(rates);
		return dt_status_no_memory(err);
	}
	for (size_t i = 0; i < n; i++) {
		rates->false_alarm[i] = dt_scrutiny_alarm(s, (int64_t)i, 0);
		rates->detection[i] = dt_scrutiny_alarm(s, (int64_t)i,
		    s->bad);
	}
	return DT_OK;
}

void
dt_scrutiny_free(struct dt_scrutiny_rates *rates)
{
	dt_memory_free(rates->false_alarm);
	dt_memory_free(rates->detection);
	*rates = (struct dt_scrutiny_rates){ 0 };
}

double
dt_scrutiny_of(const double *chance, size_t channels, uint64_t set, size_t k)
{
	double count[DT_SCRUTINY_CHANNELS_MOST + 1] = { 1 };
	double enough = 0;
	size_t n = 0;
	for (size_t i = 0; i < channels; i++) {
		if (!(set >> i & 1))
			continue;
		n++;
		for (size_t j = n; j > 0; j--)
			count[j] = count[j] * (1 - chance[i]) +
			    count[j - 1] * chance[i];
		count[0] *= 1 - chance[i];
	}
	for (size_t j = k; j <= n; j++)
		enough += count[j];
	return enough;
}

static double
cost_of(const struct dt_scrutiny_channels *c, uint64_t set)
{
	double sum = 0;
	for (size_t i = 0; i < c->n; i++)
		if (set >> i & 1)
			sum += c->cost[i];
	return sum;
}

/* Costs are sums in different orders: what differs by rounding is a tie. */
static bool
cheaper(double cost, uint64_t set, double than, uint64_t other)
{
	if (other == 0 || cost < than - 1e-12 * fabs(than))
		return true;
	return cost <= than + 1e-12 * fabs(than) &&
	    dt_move_count(set) < dt_move_count(other);
}

static void
consider(uint64_t set, double cost, double detection, double false_alarm,
    struct dt_scrutiny_choice *best)
{
	best->feasible++;
	if (cheaper(cost, set, best->cost, best->set)) {
		best->second = best->set;
		best->second_cost = best->cost;
		best->set = set;
		best->cost = cost;
		best->detection = detection;
		best->false_alarm = false_alarm;
	} else if (cheaper(cost, set, best->second_cost, best->second)) {
		best->second = set;
		best->second_cost = cost;
	}
}

struct dt_scrutiny_choice
dt_scrutiny_choose(const struct dt_scrutiny_channels *c, size_t k)
{
	double sees[DT_SCRUTINY_CHANNELS_MOST];
	struct dt_scrutiny_choice best = { .cost = NAN, .detection = NAN,
	    .false_alarm = NAN, .second_cost = NAN };
	for (size_t i = 0; i < c->n; i++)
		sees[i] = 1 - c->miss[i];
	for (uint64_t set = 1; set < UINT64_C(1) << c->n; set++) {
		double d = dt_scrutiny_of(sees, c->n, set, k);
		double a = dt_scrutiny_of(c->false_alarm, c->n, set, k);
		if (d - a >= c->telling - 1e-12)
			consider(set, cost_of(c, set), d, a, &best);
	}
	return best;
}
