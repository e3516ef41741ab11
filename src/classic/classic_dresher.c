/* classic_dresher: inspection games; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/dresher.h"

enum { N, M };
static const struct dt_classic_parameter dresher[] = {
	{ "n", "periods", 10, 1, DT_DRESHER_PERIODS_MOST, true },
	{ "m", "inspections", 3, 0, DT_DRESHER_PERIODS_MOST, true },
	{ 0 }
};

/* The program's values, or NAN where there are too many histories for it. */
static enum dt_status
compare(int64_t n, int64_t m, const struct dt_dresher *recursion,
    struct dt_dresher *program, struct dt_solution *s, struct dt_error *err)
{
	*program = (struct dt_dresher){ NAN, NAN, NAN };
	if (dt_dresher_histories(n, m) > DT_DRESHER_TREE_MOST) {
		dt_solution_say(s, "More than %d histories of inspections "
		    "are too many for the linear program: by recursion and "
		    "closed form alone.", DT_DRESHER_TREE_MOST);
		return DT_OK;
	}
	enum dt_status status = dt_dresher_program(n, m, program, err);
	if (status == DT_OK)
		dt_solution_say(s, "Recursion and linear program differ by "
		    "%.1g.", fabs(recursion->value - program->value));
	return status;
}

static void
add_dresher(const struct dt_dresher *recursion,
    const struct dt_dresher *program, int64_t n, int64_t m,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "value", recursion->value,
	    "value to the violator, by recursion");
	dt_classic_result(t, "inspector", 0 - recursion->value,
	    "value to the inspector");
	dt_classic_result(t, "value_program", program->value,
	    "the same by linear program over all histories");
	dt_classic_result(t, "value_formula", dt_dresher_formula(n, m),
	    "the same by C(n-1,m)/sum C(n,i)");
	dt_classic_result(t, "inspect", recursion->inspect,
	    "chance to inspect in the first period, by recursion");
	dt_classic_result(t, "inspect_program", program->inspect,
	    "the same by linear program");
	dt_classic_result(t, "violate", recursion->violate,
	    "chance to violate in the first period");
	dt_classic_result(t, "value_unseen", dt_dresher_unseen(n, m),
	    "value to a violator that cannot see the inspections");
}

static enum dt_status
answer_dresher(const double *v, struct dt_solution *s, struct dt_error *err)
{
	int64_t n = (int64_t)v[N], m = (int64_t)v[M];
	struct dt_dresher recursion, program;
	if (m > n)
		return dt_status_fail(err, DT_EUSAGE, "m (inspections) must "
		    "be at most n (periods): %lld > %lld", (long long)m,
		    (long long)n);
	s->method = "recursion, and a linear program over histories";
	s->tolerance = 1e-9;
	enum dt_status status =
	    dt_dresher_recursion(n, m, &recursion, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(s, "With %lld inspections in %lld periods a violator "
	    "can expect %.4g of the 1 that an unseen violation is worth (and "
	    "loses 1 if it is caught); the inspector inspects at first with "
	    "chance %.4g.", (long long)m, (long long)n, recursion.value,
	    recursion.inspect);
	status = compare(n, m, &recursion, &program, s, err);
	if (status == DT_OK)
		add_dresher(&recursion, &program, n, m, s);
	return status;
}

const struct dt_classic dt_classic_dresher = {
	.name = "dresher",
	.title = "Few inspections, many periods",
	.summary = "m inspections over n periods against one violation, by "
	    "recursion and by linear program",
	.source = "Dresher 1962; Avenhaus, von Stengel and Zamir 2002",
	.parameters = dresher,
	.answer = answer_dresher,
};

enum { SEPARATION, PENALTY, NUISANCE, ALARM, CAUGHT };
static const struct dt_classic_parameter errors[] = {
	{ "d", "how many standard deviations a violation shifts the "
	    "measurement, d'", 2, 1e-3, 30, false },
	{ "b", "what being caught costs the inspectee (gain 1)", 1, 1e-9, 1e9,
	    false },
	{ "f", "what a false alarm costs it, below b", 0, 0, 1e9, false },
	{ "e", "what a false alarm costs the inspector (a miss 1)", .1, 1e-9,
	    1, false },
	{ "A", "what a caught violation costs the inspector, e < A < 1", .5,
	    0, 1, false },
	{ 0 }
};

static void
add_errors(const struct dt_dresher_answer *a, struct dt_solution *s)
{
	dt_solution_say(s, "Played at the same time, the test alarms falsely "
	    "with %.4g and misses %.4g, and the inspectee violates with chance "
	    "%.4g. An inspector that announces the same test first meets no "
	    "violation and gets %.4g in place of %.4g.", a->false_alarm,
	    a->miss, a->violate, a->leader, a->inspector);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "false_alarm", a->false_alarm,
	    "a*, false-alarm rate of the equilibrium");
	dt_classic_result(t, "miss", a->miss, "b(a*), chance of a miss");
	dt_classic_result(t, "violate", a->violate, "chance of a violation");
	dt_classic_result(t, "inspector", a->inspector,
	    "payoff of the inspector");
	dt_classic_result(t, "inspectee", a->inspectee,
	    "payoff of the inspectee, the same in both");
	dt_classic_result(t, "leader", a->leader,
	    "payoff of the inspector that commits itself first");
}

static enum dt_status
answer_errors(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_dresher_test test = { v[SEPARATION], v[PENALTY],
	    v[NUISANCE], v[ALARM], v[CAUGHT] };
	struct dt_dresher_answer a;
	if (!(v[ALARM] < v[CAUGHT] && v[CAUGHT] < 1))
		return dt_status_fail(err, DT_EUSAGE, "it needs e < A < 1, "
		    "not e %g and A %g", v[ALARM], v[CAUGHT]);
	enum dt_status status = dt_dresher_test(&test, &a, err);
	if (status != DT_OK)
		return status;
	s->method = "the root of b(a) = (b - f a)/(1 + b), by Brent";
	s->tolerance = 1e-12;
	add_errors(&a, s);
	return DT_OK;
}

const struct dt_classic dt_classic_inspection_errors = {
	.name = "inspection-errors",
	.title = "An inspection that may err",
	.summary = "the false-alarm rate that an inspector chooses, at once "
	    "or as a leader",
	.source = "Avenhaus, von Stengel and Zamir 2002",
	.parameters = errors,
	.answer = answer_errors,
};
