/* coalition: payoffs by coalition; see coalition.h. */
#include "repeat/coalition.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

enum dt_status
dt_coalition_new(struct dt_coalition *c, size_t n, struct dt_error *err)
{
	size_t sets = (size_t)1 << n;
	*c = (struct dt_coalition){ .n = n, .least = 1, .willing = true };
	c->pay = dt_memory_new(sets, n * sizeof(*c->pay));
	c->gain = dt_memory_new(sets, sizeof(*c->gain));
	c->may = dt_memory_new(sets, sizeof(*c->may));
	if (c->pay == NULL || c->gain == NULL || c->may == NULL) {
		dt_coalition_free(c);
		return dt_status_no_memory(err);
	}
	memset(c->may, true, sets);
	for (size_t i = 0; i < n; i++)
		c->agent[i] = i;
	return DT_OK;
}

static void
settle(struct dt_coalition *c, uint32_t set)
{
	const double *pay = c->pay + (size_t)set * c->n;
	double gain = 0;
	for (uint32_t left = set; left != 0; left &= left - 1) {
		size_t i = dt_move_first(left);
		size_t without = (set ^ (uint32_t)1 << i) * c->n + i;
		gain += pay[i] - c->none[i];
		c->joins[(size_t)set * c->n + i] = c->joins[without] =
		    pay[i] - c->pay[without];
	}
	c->gain[set] = gain;
}

enum dt_status
dt_coalition_settle(struct dt_coalition *c, struct dt_error *err)
{
	if (c->joins == NULL)
		c->joins = dt_memory_new((size_t)1 << c->n,
		    c->n * sizeof(*c->joins));
	if (c->joins == NULL)
		return dt_status_no_memory(err);
	for (uint32_t set = 0; set < (uint32_t)1 << c->n; set++)
		settle(c, set);
	return DT_OK;
}

void
dt_coalition_free(struct dt_coalition *c)
{
	dt_memory_free(c->pay);
	dt_memory_free(c->joins);
	dt_memory_free(c->gain);
	dt_memory_free(c->may);
	dt_memory_free(c->racers);
	c->pay = c->joins = c->gain = NULL;
	c->may = NULL;
	c->racers = NULL;
}

/* How many pay the tariff to a set in force. */
static double
payers(const struct dt_coalition *c, uint32_t set)
{
	return (double)(c->n + c->outside - dt_move_count(set));
}

/* What the tariffs bring a set, all together. */
static double
revenue(const struct dt_coalition *c, uint32_t set)
{
	return c->shared ? c->tariff * payers(c, set) : 0;
}

bool
dt_coalition_in_force(const struct dt_coalition *c, uint32_t set)
{
	if (set == 0 || dt_move_count(set) < c->least || !c->may[set])
		return false;
	return !c->willing || c->gain[set] + revenue(c, set) >= -1e-9;
}

double
dt_coalition_pay(const struct dt_coalition *c, uint32_t set, size_t i)
{
	if (!dt_coalition_in_force(c, set))
		return c->none[i];
	double pay = c->pay[(size_t)set * c->n + i];
	return set >> i & 1 ?
	    pay + revenue(c, set) / (double)dt_move_count(set) :
	    pay - c->tariff;
}

double
dt_coalition_worth(const struct dt_coalition *c, uint32_t set)
{
	double worth = 0;
	for (uint32_t left = set; left != 0; left &= left - 1)
		worth += c->none[dt_move_first(left)];
	return dt_coalition_in_force(c, set) ?
	    worth + c->gain[set] + revenue(c, set) : worth;
}

double
dt_coalition_sum(const struct dt_coalition *c, uint32_t set)
{
	double sum = 0;
	for (size_t i = 0; i < c->n; i++)
		sum += dt_coalition_pay(c, set, i);
	return sum;
}
