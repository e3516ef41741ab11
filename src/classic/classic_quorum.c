/* classic_quorum: rules of entry into force: how likely they are met, and how
 * much they let each member decide; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "pact/power.h"
#include "pact/quorum.h"
#include "pact/winset.h"

enum { N, COUNT, WEIGHT, NAMED, WANTED, SUPPORT, EVEN, WIDTH, CHANCES,
	WEIGHTS };

static const struct dt_classic_parameter ratification[] = {
	{ "n", "members", 44, 1, 64, true },
	{ "count", "so many must ratify", 44, 0, 64, true },
	{ "weight", "and so much weight", 0, 0, 1e9, false },
	{ "named", "and each of so many, the first", 0, 0, 64, true },
	{ "want", "wanted chance of entry into force", .5, 1e-9, 1, false },
	{ "x", "domestic support, for the logit", 1, -1e6, 1e6, false },
	{ "a", "support at which ratification is even", 0, -1e6, 1e6, false },
	{ "width", "support that multiplies the odds by e", 1, 1e-9, 1e6,
	    false },
	{ "p", "chances to ratify; one number: of each", 0, 0, 1, false,
	    "0.95" },
	{ "weights", "weights; one number: of each", 0, 0, 1e9, false, "1" },
	{ 0 }
};

/* A list of one number a member, or of one for all. */
static enum dt_status
read_list(const struct dt_classic_parameter *parameters, const double *v,
    size_t i, size_t n, double *list, struct dt_error *err)
{
	const double *given = dt_classic_list(parameters, v, i);
	if (v[i] != 1 && v[i] != (double)n)
		return dt_status_fail(err, DT_EUSAGE, "%s has %g numbers for "
		    "%zu members: give one for each, or one for all",
		    parameters[i].name, v[i], n);
	for (size_t k = 0; k < n; k++)
		list[k] = given[v[i] == 1 ? 0 : k];
	return DT_OK;
}

static uint64_t
first(size_t n)
{
	return n >= 64 ? UINT64_MAX : (UINT64_C(1) << n) - 1;
}

static enum dt_status
equal_chance(const struct dt_quorum *q, double p, double *chance,
    struct dt_error *err)
{
	double each[DT_QUORUM_MOST];
	for (size_t i = 0; i < q->n; i++)
		each[i] = p;
	return dt_quorum_chance(q, each, chance, err);
}

/* The p at which it is in force with the wanted chance: it rises with p. */
static enum dt_status
needed(const struct dt_quorum *q, double wanted, double *p,
    struct dt_error *err)
{
	double low = 0, high = 1, chance;
	enum dt_status status = DT_OK;
	*p = NAN;
	if (!dt_quorum_met(q, first(q->n)))
		return DT_OK;
	while (status == DT_OK) {
		*p = low + (high - low) / 2;
		if (high - low < 1e-13)
			break;
		status = equal_chance(q, *p, &chance, err);
		if (status == DT_OK && chance < wanted)
			low = *p;
		else
			high = *p;
	}
	return status;
}

struct figures {
	double in_force, needed, logit, logit_in_force;
};

static enum dt_status
find(const struct dt_quorum *q, const double *v, const double *chances,
    struct figures *f, struct dt_error *err)
{
	f->logit = dt_winset_chance(v[SUPPORT], v[EVEN], v[WIDTH]);
	enum dt_status status = dt_quorum_chance(q, chances, &f->in_force,
	    err);
	if (status == DT_OK)
		status = equal_chance(q, f->logit, &f->logit_in_force, err);
	if (status == DT_OK)
		status = needed(q, v[WANTED], &f->needed, err);
	return status;
}

static void
tell(const double *v, const struct dt_quorum *q, const struct figures *f,
    struct dt_solution *s)
{
	if (dt_quorum_met(q, first(q->n)))
		dt_solution_say(s, "In force with chance %.4g. For %.4g each "
		    "member must ratify with %.6g.", f->in_force, v[WANTED],
		    f->needed);
	else
		dt_solution_say(s, "Never in force: not even all members "
		    "together meet the rule.");
	s->tolerance = 1e-12;
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "in_force", f->in_force,
	    "chance of entry into force");
	dt_classic_result(t, "needed", f->needed,
	    "chance to ratify, of each, for the wanted chance");
	dt_classic_result(t, "logit", f->logit,
	    "chance to ratify at support x, 1/(1 + e^-((x-a)/width))");
	dt_classic_result(t, "logit_in_force", f->logit_in_force,
	    "chance of entry if each ratifies with it");
}

static enum dt_status
answer_ratification(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	double chances[DT_QUORUM_MOST], weights[DT_QUORUM_MOST];
	size_t n = (size_t)v[N];
	struct figures f;
	if (v[COUNT] > v[N] || v[NAMED] > v[N])
		return dt_status_fail(err, DT_EUSAGE, "count and named are "
		    "numbers of the n members: at most %g", v[N]);
	struct dt_quorum q = { .n = n, .count = (size_t)v[COUNT],
	    .weights = weights, .weight = v[WEIGHT],
	    .named = first((size_t)v[NAMED]) };
	enum dt_status status = read_list(ratification, v, CHANCES, n,
	    chances, err);
	if (status == DT_OK)
		status = read_list(ratification, v, WEIGHTS, n, weights, err);
	if (status == DT_OK)
		status = find(&q, v, chances, &f, err);
	if (status == DT_OK)
		tell(v, &q, &f, s);
	return status;
}

const struct dt_classic dt_classic_ratification = {
	.name = "ratification",
	.title = "Entry into force",
	.summary = "the chance that enough members ratify, by count, weight "
	    "and names",
	.source = "independent ratifications, exactly; logit of support",
	.parameters = ratification,
	.answer = answer_ratification,
};

enum { POWER_COUNT, POWER_WEIGHT, POWER_NAMED, POWER_WEIGHTS };

static const struct dt_classic_parameter power[] = {
	{ "count", "so many members must join", 0, 0, 64, true },
	{ "weight", "and so much weight", 80, 0, 1e9, false },
	{ "named", "and each of so many, the first", 0, 0, 64, true },
	{ "weights", "weights of the members", 0, 0, 1e9, false,
	    "75, 15, 5, 5" },
	{ 0 }
};

static void
add_power(const struct dt_power *p, const double *weights, size_t n,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "member", NULL, "" },
		{ "weight", NULL, "" },
		{ "banzhaf", "Banzhaf", "share" },
		{ "shapley", "Shapley-Shubik", "chance" },
		{ "swing", "decides by a coin", "chance" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "power",
	    "Power of each member", heads);
	for (size_t i = 0; i < n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		dt_solution_number(t, weights[i]);
		dt_solution_number(t, p->banzhaf[i]);
		dt_solution_number(t, p->shapley[i]);
		dt_solution_number(t, p->swing[i]);
	}
}

static void
tell_power(const struct dt_power *p, const double *weights, size_t n,
    struct dt_solution *s)
{
	size_t most = 0, none = 0;
	for (size_t i = 0; i < n; i++) {
		none += p->shapley[i] == 0;
		if (p->shapley[i] > p->shapley[most])
			most = i;
	}
	if (none == n)
		dt_solution_say(s, "Nobody decides anything: not even all "
		    "members together meet the rule.");
	else
		dt_solution_say(s, "Member %zu decides most: %.4g of the power "
		    "by Shapley and Shubik, %.4g by Banzhaf. %zu of %zu decide "
		    "nothing.", most + 1, p->shapley[most], p->banzhaf[most],
		    none, n);
	s->tolerance = 1e-12;
	add_power(p, weights, n, s);
}

static enum dt_status
answer_power(const double *v, struct dt_solution *s, struct dt_error *err)
{
	size_t n = (size_t)v[POWER_WEIGHTS];
	const double *weights = dt_classic_list(power, v, POWER_WEIGHTS);
	struct dt_power found;
	if (n > DT_QUORUM_MOST)
		return dt_status_fail(err, DT_EUSAGE, "at most %d members",
		    DT_QUORUM_MOST);
	if (v[POWER_COUNT] > (double)n || v[POWER_NAMED] > (double)n)
		return dt_status_fail(err, DT_EUSAGE, "count and named are "
		    "numbers of the members, of whom weights has %zu", n);
	struct dt_quorum q = { .n = n, .count = (size_t)v[POWER_COUNT],
	    .weights = weights, .weight = v[POWER_WEIGHT],
	    .named = first((size_t)v[POWER_NAMED]) };
	enum dt_status status = dt_power_of(&q, &found, err);
	if (status == DT_OK)
		tell_power(&found, weights, n, s);
	return status;
}

const struct dt_classic dt_classic_power = {
	.name = "power",
	.title = "Power under a rule of entry",
	.summary = "how much each member decides, by counts, weights and names",
	.source = "Penrose 1946; Shapley and Shubik 1954; Banzhaf 1965",
	.parameters = power,
	.answer = answer_power,
};
