/* coalition_stable: internal and external stability; see coalition.h. */
#include <math.h>
#include <string.h>

#include "repeat/coalition.h"

/* Payoffs nearer than this count as equal: they are sums of rounded terms. */
static bool
better(double a, double b)
{
	return a > b + 1e-9 * (1 + fabs(a) + fabs(b));
}

/* What the tariffs are worth to a member of a set in force over being out. */
static double
protection(const struct dt_coalition *c, uint32_t set)
{
	size_t size = dt_move_count(set);
	double share = c->shared ? (double)(c->n + c->outside - size) /
	    (double)size : 0;
	return c->tariff * (1 + share);
}

/* Whether i would rather be on the other side of a set in force than where it
 * is. By `joins`, as it lies in order in memory: the same as to compare
 * dt_coalition_pay of both sets. */
static bool
would_move(const struct dt_coalition *c, uint32_t set, size_t i)
{
	uint32_t other = set ^ (uint32_t)1 << i;
	size_t at = (size_t)set * c->n + i;
	if (!dt_coalition_in_force(c, other))
		return better(c->none[i], dt_coalition_pay(c, set, i));
	double joins = c->joins[at] + protection(c, set | other);
	return set >> i & 1 ? better(0, joins) : better(joins, 0);
}

static bool
nobody_moves(const struct dt_coalition *c, uint32_t set, uint32_t who)
{
	bool in_force = dt_coalition_in_force(c, set);
	for (; who != 0; who &= who - 1) {
		size_t i = dt_move_first(who);
		if (in_force ? would_move(c, set, i) :
		    better(dt_coalition_pay(c, set ^ (uint32_t)1 << i, i),
		    c->none[i]))
			return false;
	}
	return true;
}

bool
dt_coalition_internal(const struct dt_coalition *c, uint32_t set)
{
	return nobody_moves(c, set, set);
}

bool
dt_coalition_external(const struct dt_coalition *c, uint32_t set)
{
	return nobody_moves(c, set,
	    ~set & (uint32_t)dt_move_all(c->n));
}

bool
dt_coalition_potential(const struct dt_coalition *c, uint32_t set)
{
	double outside = 0;
	for (uint32_t left = set; left != 0; left &= left - 1) {
		size_t i = dt_move_first(left);
		outside += dt_coalition_pay(c, set ^ (uint32_t)1 << i, i);
	}
	return !better(outside, dt_coalition_worth(c, set));
}

static void
add_stable(struct dt_coalition_census *census, uint32_t set, double sum)
{
	size_t size = dt_move_count(set);
	census->by_size[size].stable++;
	census->stable++;
	if (census->smallest == 0 || size < census->smallest)
		census->smallest = size;
	if (size > census->largest)
		census->largest = size;
	if (census->best == 0 || better(sum, census->best_sum)) {
		census->best = set;
		census->best_sum = sum;
	}
}

struct dt_coalition_census
dt_coalition_census(const struct dt_coalition *c, bool potential)
{
	struct dt_coalition_census census = { 0 };
	for (uint32_t set = 1; set < (uint32_t)1 << c->n; set++) {
		if (!dt_coalition_in_force(c, set))
			continue;
		struct dt_coalition_count *count =
		    &census.by_size[dt_move_count(set)];
		bool internal = dt_coalition_internal(c, set);
		bool external = (potential || internal) &&
		    dt_coalition_external(c, set);
		count->sets++;
		count->internal += internal;
		count->external += external;
		count->potential += potential &&
		    (internal || dt_coalition_potential(c, set));
		if (internal && external)
			add_stable(&census, set, dt_coalition_sum(c, set));
	}
	return census;
}

/* A clause that a coalition more than meets does not matter to it; one that it
 * just meets ends the treaty when anybody leaves. */
void
dt_coalition_clauses(const struct dt_coalition *c,
    struct dt_coalition_census *census)
{
	struct dt_coalition loose = *c, tight = *c;
	loose.least = 1;
	memset(census, 0, (c->n + 1) * sizeof(*census));
	for (uint32_t set = 1; set < (uint32_t)1 << c->n; set++) {
		if (!dt_coalition_in_force(&loose, set) ||
		    !dt_coalition_external(&loose, set))
			continue;
		size_t size = tight.least = dt_move_count(set);
		bool slack = dt_coalition_internal(&loose, set);
		bool bound = dt_coalition_internal(&tight, set);
		if (!slack && !bound)
			continue;
		double sum = dt_coalition_sum(&loose, set);
		for (size_t k = 1; slack && k < size; k++)
			add_stable(&census[k], set, sum);
		if (bound)
			add_stable(&census[size], set, sum);
	}
}

/* Larger first, then the richer. */
static bool
before(const struct dt_coalition *c, uint32_t a, uint32_t b)
{
	size_t m = dt_move_count(a), n = dt_move_count(b);
	return m != n ? m > n : better(dt_coalition_sum(c, a),
	    dt_coalition_sum(c, b));
}

size_t
dt_coalition_stable(const struct dt_coalition *c, uint32_t *sets, size_t most)
{
	size_t n = 0;
	for (uint32_t set = 1; set < (uint32_t)1 << c->n; set++) {
		if (!dt_coalition_in_force(c, set) ||
		    (n == most && !before(c, set, sets[n - 1])) ||
		    !dt_coalition_internal(c, set) ||
		    !dt_coalition_external(c, set))
			continue;
		size_t at = n < most ? n++ : n - 1;
		for (; at > 0 && before(c, set, sets[at - 1]); at--)
			sets[at] = sets[at - 1];
		sets[at] = set;
	}
	return n;
}

/*
 * What the tariff must be for i to stay in the full coalition rather than
 * leave to one in force without it: linear, since who leaves pays it.
 */
static double
holding(const struct dt_coalition *c, uint32_t all, size_t i)
{
	uint32_t rest = all ^ (uint32_t)1 << i;
	double share = c->shared ?
	    (double)c->outside / (double)c->n : 0;
	return (c->pay[(size_t)rest * c->n + i] -
	    c->pay[(size_t)all * c->n + i]) / (1 + share);
}

/* Stability can begin at 0 or where one party begins to be held; whether it
 * does at these is asked of the definition. */
double
dt_coalition_least_tariff(const struct dt_coalition *c)
{
	struct dt_coalition copy = *c;
	uint32_t all = (uint32_t)dt_move_all(c->n);
	double least = NAN;
	for (size_t k = 0; k <= c->n; k++) {
		copy.tariff = k == 0 ? 0 : holding(c, all, k - 1);
		if (copy.tariff < 0 || copy.tariff >= least ||
		    !dt_coalition_in_force(&copy, all) ||
		    !dt_coalition_internal(&copy, all))
			continue;
		least = copy.tariff;
	}
	return least;
}
