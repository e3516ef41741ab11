/* classic_joint: efforts that pay only if enough take part: pledges,
 * thresholds of entry, modest treaties; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/coins.h"
#include "pact/joint.h"

enum { PLEDGES, GAIN };

static const struct dt_classic_parameter pledges[] = {
	{ "n", "parties", 3, 2, 1e6, true },
	{ "G", "gain of each if all take part; costs are uniform on [0, 1]",
	    .8, 0, 1e9, false },
	{ 0 }
};

/* From all pledging on, each replies to what the others did. */
static double
unravel(int64_t n, double gain, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "step", NULL, "" },
		{ "each", "each pledges with", "chance" },
		{ "all", "all do with", "chance" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "unravelling",
	    "Unconditional pledges: replies to replies", heads);
	double p = 1;
	for (int step = 0; step < 10; step++) {
		dt_solution_whole(t, step);
		dt_solution_number(t, p);
		dt_solution_number(t, pow(p, (double)n));
		p = dt_joint_reply(n, gain, p);
	}
	return gain >= 1 ? 1 : 0;
}

static enum dt_status
answer_pledges(const double *v, struct dt_solution *s, struct dt_error *err)
{
	int64_t n = (int64_t)v[PLEDGES];
	double all = dt_joint_conditional(n, v[GAIN]);
	(void)err;
	dt_solution_say(s, "Pledges that bind only if all pledge: all %lld take "
	    "part with chance %.4g. Pledges that bind whatever the others do: "
	    "with chance %d%s.", (long long)n, all, v[GAIN] >= 1,
	    v[GAIN] >= 1 ? ", or 0, as nobody who doubts the rest pledges" :
	    "");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "conditional", all,
	    "chance that all take part, G^n");
	dt_classic_result(t, "conditional_gain", all * (v[GAIN] > 1 ?
	    v[GAIN] - .5 : v[GAIN] / 2),
	    "what each gains on average, its cost counted");
	dt_classic_result(t, "unconditional_least", 0,
	    "the same chance, unconditional: the worst equilibrium");
	dt_classic_result(t, "unconditional_most",
	    unravel(n, v[GAIN], s), "the best one, p = min(1, G p^(n-1))");
	return DT_OK;
}

const struct dt_classic dt_classic_pledges = {
	.name = "pledges",
	.title = "Conditional and unconditional pledges",
	.summary = "the chance that all take part, by what pledges bind to",
	.source = "an assurance game with private costs, made for this project",
	.parameters = pledges,
	.answer = answer_pledges,
};

enum { N, K, BENEFIT, COST };

static const struct dt_classic_parameter participation[] = {
	{ "n", "parties", 5, 2, 200, true },
	{ "k", "members that it needs to be in force", 3, 1, 200, true },
	{ "b", "what one member gives to each of all", .4, 0, 1e9, false },
	{ "c", "what it costs a member", 1, 1e-9, 1e9, false },
	{ 0 }
};

static void
say_participation(const struct dt_joint_threshold *p, double mixed,
    double in_force, struct dt_solution *s)
{
	if (!dt_joint_pays(p))
		dt_solution_say(s, "Nobody joins: %lld members give each other "
		    "%.4g, and being one costs %g.", (long long)p->k,
		    (double)p->k * p->benefit, p->cost);
	else
		dt_solution_say(s, "In force with exactly %lld of %lld where "
		    "they agree who; where each decides alone with the same "
		    "chance, %.4g, it is in force with chance %.4g.",
		    (long long)p->k, (long long)p->n, mixed, in_force);
	dt_solution_say(s, "That nobody joins is %s equilibrium%s.",
	    p->k > 1 ? "an" : "no", p->k > 1 ? " too" : " where one is "
	    "enough and worth it");
}

static enum dt_status
answer_participation(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	struct dt_joint_threshold p = { .n = (int64_t)v[N], .k = (int64_t)v[K],
	    .benefit = v[BENEFIT], .cost = v[COST] };
	if (v[K] > v[N])
		return dt_status_fail(err, DT_EUSAGE, "k is a number of the n "
		    "parties: at most %g", v[N]);
	if (!(v[BENEFIT] < v[COST]))
		return dt_status_fail(err, DT_EUSAGE, "b must be below c: else "
		    "to join pays whatever the others do");
	double mixed = dt_joint_mixed(&p);
	double in_force = dt_coins_least((size_t)p.n, mixed, p.k);
	say_participation(&p, mixed, in_force, s);
	s->tolerance = 1e-9;
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "members", dt_joint_pays(&p) ? v[K] : 0,
	    "members in the best pure equilibrium");
	dt_classic_result(t, "mixed", mixed,
	    "chance with which each joins, symmetric equilibrium");
	dt_classic_result(t, "in_force", in_force,
	    "chance that it is in force then");
	dt_classic_result(t, "member", v[K] * v[BENEFIT] - v[COST],
	    "payoff of a member, k in");
	dt_classic_result(t, "outsider", v[K] * v[BENEFIT],
	    "payoff of an outsider, k in");
	return DT_OK;
}

const struct dt_classic dt_classic_participation = {
	.name = "participation",
	.title = "A threshold of participation",
	.summary = "who joins what is in force only with enough members",
	.source = "the threshold public good of Palfrey and Rosenthal 1984",
	.parameters = participation,
	.answer = answer_participation,
};

enum { PARTIES, THETA, GIVES };

static const struct dt_classic_parameter modesty[] = {
	{ "n", "parties", 10, 2, 1000, true },
	{ "theta", "ambition: share of what is best for the members together",
	    1, .01, 1, false },
	{ "b", "benefit of one unit of abatement, to each", 1, 1e-6, 1e6,
	    false },
	{ 0 }
};

/* Of a grid of 100 ambitions that whose largest stable treaty is best. */
static struct dt_joint_modest
best_ambition(const struct dt_joint_modest *m)
{
	struct dt_joint_modest best = *m;
	double most = -INFINITY;
	for (int i = 100; i >= 1; i--) {
		struct dt_joint_modest at = *m;
		at.ambition = i / 100.0;
		double all = dt_joint_welfare(&at, dt_joint_size(&at));
		if (all > most) {
			most = all;
			best = at;
		}
	}
	return best;
}

static void
add_modesty(const struct dt_joint_modest *m, const struct dt_joint_modest *best,
    struct dt_solution *s)
{
	int64_t k = dt_joint_size(m);
	struct dt_joint_modest full = *m;
	full.ambition = 1;
	double none = dt_joint_welfare(m, 0);
	double all = dt_joint_welfare(&full, m->n);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "stable", (double)k, "largest stable number of "
	    "members; who is indifferent stays");
	dt_classic_result(t, "formula", (double)dt_joint_size_formula(m),
	    "the same by (2 + sqrt(3 - 2 theta))/theta");
	dt_classic_result(t, "welfare", dt_joint_welfare(m, k),
	    "payoffs of all together with it");
	dt_classic_result(t, "welfare_none", none, "without a treaty");
	dt_classic_result(t, "welfare_all", all,
	    "with all in and full ambition");
	dt_classic_result(t, "share_of_gain",
	    (dt_joint_welfare(m, k) - none) / (all - none),
	    "share of what could be gained");
	dt_classic_result(t, "best_theta", best->ambition,
	    "ambition with the largest welfare, of .01, .02, ... 1");
	dt_classic_result(t, "best_stable", (double)dt_joint_size(best),
	    "its stable number");
}

static void
add_sizes(const struct dt_joint_modest *m, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "members", NULL, "parties" },
		{ "member_payoff", "a member", "payoff" },
		{ "outsider_payoff", "an outsider", "payoff" },
		{ "welfare", "all", "payoff" },
		{ "stable", NULL, "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "sizes",
	    "By the number of members", heads);
	for (int64_t k = 0; k <= m->n; k++) {
		dt_solution_whole(t, k);
		dt_solution_number(t, k > 0 ? dt_joint_member(m, k) : NAN);
		dt_solution_number(t, k < m->n ? dt_joint_outsider(m, k) :
		    NAN);
		dt_solution_number(t, dt_joint_welfare(m, k));
		dt_solution_text(t, dt_joint_stable(m, k) ? "yes" : "no");
	}
	t->hidden = m->n > 20;
}

static enum dt_status
answer_modesty(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_joint_modest m = { .n = (int64_t)v[PARTIES],
	    .benefit = v[GIVES], .ambition = v[THETA] };
	struct dt_joint_modest best = best_ambition(&m);
	(void)err;
	dt_solution_say(s, "With ambition %g, %lld of %lld hold a treaty by "
	    "themselves. Best for all is ambition %g, with %lld in.",
	    v[THETA], (long long)dt_joint_size(&m), (long long)m.n,
	    best.ambition, (long long)dt_joint_size(&best));
	add_modesty(&m, &best, s);
	add_sizes(&m, s);
	return DT_OK;
}

const struct dt_classic dt_classic_modesty = {
	.name = "modesty",
	.title = "Modest treaties",
	.summary = "how many join by how much a treaty asks",
	.source = "the structure of Finus and Maus 2008; this version made for "
	    "this project",
	.parameters = modesty,
	.answer = answer_modesty,
};
