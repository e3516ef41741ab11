/* coalitions_design: other clauses, other tariffs; see coalitions.h. */
#include <math.h>

#include "verdict/coalitions_internal.h"

#include "base/number.h"

enum { STEPS = 10 };

static void
add_census(struct dt_coalitions *a, struct dt_solution_table *t,
    const struct dt_coalition *c, const struct dt_coalition_census *n)
{
	uint32_t all = everybody(c);
	dt_solution_whole(t, (int64_t)n->stable);
	dt_solution_number(t, n->smallest ? (double)n->smallest : NAN);
	dt_solution_number(t, n->largest ? (double)n->largest : NAN);
	dt_solution_number(t, n->best ? n->best_sum : NAN);
	dt_solution_text(t, dt_coalition_in_force(c, all) &&
	    dt_coalition_internal(c, all) ? "yes" : "no");
	dt_solution_text(t, n->best == 0 ? NULL : dt_coalitions_names(c,
	    a->model, n->best, a->s->arena));
}
#define CENSUS_COLUMNS \
	{ "stable", NULL, "coalitions" }, \
	{ "smallest", NULL, "parties" }, { "largest", NULL, "parties" }, \
	{ "best_total", "best: all get", "payoff a round" }, \
	{ "full_holds", "all hold", "" }, \
	{ "best", "best of the stable", "" }

static void
add_clause(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "least_parties", "parties", "parties" }, CENSUS_COLUMNS
	};
	struct dt_solution_table *t = START(a, "clause",
	    "If the treaty entered into force from so many parties on",
	    columns);
	struct dt_coalition copy = a->c;
	struct dt_coalition_census census[DT_COALITION_MOST + 1];
	dt_coalition_clauses(&a->c, census);
	for (size_t k = 1; k <= a->c.n; k++) {
		copy.least = k;
		dt_solution_whole(t, (int64_t)k);
		add_census(a, t, &copy, &census[k]);
	}
}

/* From none to past both the treaty's own and the one that holds all. */
static void
add_tariff(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "tariff", NULL, "payoff a round" }, CENSUS_COLUMNS
	};
	struct dt_solution_table *t = START(a, "tariff",
	    "If outsiders paid such a tariff every round", columns);
	struct dt_coalition copy = a->c;
	double most = dt_number_max(2 * a->c.tariff,
	    isnan(a->least_tariff) ? 0 : 1.25 * a->least_tariff);
	if (most <= 0)
		most = 1;
	for (int k = 0; k <= STEPS; k++) {
		copy.tariff = most * k / STEPS;
		struct dt_coalition_census census =
		    dt_coalition_census(&copy, false);
		dt_solution_number(t, copy.tariff);
		add_census(a, t, &copy, &census);
	}
}

/* The lesson of Nordhaus (2015): how little holds without a sanction. */
static void
say_tariff(struct dt_coalitions *a)
{
	struct dt_coalition copy = a->c;
	copy.tariff = 0;
	size_t bare = dt_coalition_census(&copy, false).largest;
	if (a->least_tariff == 0) {
		dt_solution_say(a->s, "The full coalition is stable without "
		    "any tariff.");
		return;
	}
	if (bare == 0)
		dt_solution_say(a->s, "Without a tariff no coalition is "
		    "stable.");
	else
		dt_solution_say(a->s, "Without a tariff the largest stable "
		    "coalition has %zu of %zu parties.", bare, a->c.n);
	if (isnan(a->least_tariff))
		dt_solution_say(a->s, "No tariff on outsiders makes the full "
		    "coalition stable.");
	else
		dt_solution_say(a->s, "The least tariff that holds all is "
		    "%.4g a round; the treaty's is %.4g.", a->least_tariff,
		    a->c.tariff);
}

void
dt_coalitions_design(struct dt_coalitions *a)
{
	say_tariff(a);
	add_clause(a);
	add_tariff(a);
}
