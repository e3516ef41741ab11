/* classic_commons: many players, one public good; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/commons.h"

enum { N, E, B, C, A };

static const struct dt_classic_parameter parameters[] = {
	{ "N", "players", 10, 2, 1000, true },
	{ "e", "chance of a slip", .01, 0, .5, false },
	{ "b", "benefit of one pausing, to each (quadratic: of all)", .3,
	    1e-9, 1e9, false },
	{ "c", "cost of pausing", 1, 1e-9, 1e9, false },
	{ "a", "quadratic: abatement that would be best without costs", 100,
	    1e-9, 1e9, false },
	{ 0 }
};

static void
add_sizes(const struct dt_commons_quadratic *m, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "sizes",
	    "Barrett's quadratic model, by the size of the coalition");
	dt_solution_column(t, "members", NULL, "parties");
	dt_solution_column(t, "member_payoff", "a member", "payoff");
	dt_solution_column(t, "outsider_payoff", "an outsider", "payoff");
	dt_solution_column(t, "member_abates", "it abates", "abatement");
	dt_solution_column(t, "outsider_abates", "it abates", "abatement");
	dt_solution_column(t, "total", "all abate", "abatement");
	dt_solution_column(t, "stable", NULL, "");
	for (int64_t k = 0; k <= m->players; k++) {
		struct dt_commons_point at = dt_commons_at(m, k);
		dt_solution_whole(t, k);
		dt_solution_number(t, k > 0 ? at.member : NAN);
		dt_solution_number(t, k < m->players ? at.outsider : NAN);
		dt_solution_number(t, k > 0 ? at.member_does : NAN);
		dt_solution_number(t, k < m->players ? at.outsider_does :
		    NAN);
		dt_solution_number(t, at.all_do);
		dt_solution_text(t, k > 0 && dt_commons_stable(m, k) ?
		    "yes" : "no");
	}
	t->hidden = m->players > 20;
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	int64_t n = (int64_t)v[N], k = dt_commons_linear(v[B], v[C]);
	struct dt_commons_quadratic m = { .players = n, .benefit = v[B],
	    .cost = v[C], .demand = v[A] }, linear = m;
	linear.linear = true;
	if (v[C] / v[B] > 1e15)
		return dt_status_fail(err, DT_EUSAGE, "c/b is too large");
	dt_solution_say(s, k > n ? "No coalition of the linear public good "
	    "pays: it would need %lld members and there are %lld." :
	    "In the linear public good %lld of %lld hold a treaty by "
	    "themselves; with one less it is not worth its cost to them.",
	    (long long)k, (long long)n);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "linear", (double)k,
	    "stable size in the linear public good, ceil(c/b)");
	dt_classic_result(t, "quadratic", (double)dt_commons_size(&m),
	    "largest stable size, quadratic benefit and cost");
	dt_classic_result(t, "linear_quadratic",
	    (double)dt_commons_size(&linear),
	    "largest stable size, linear benefit and quadratic cost");
	dt_classic_result(t, "all_or_none", dt_commons_all_or_none(n, v[E]),
	    "share of pausing of N all-or-none players that slip");
	add_sizes(&m, s);
	return DT_OK;
}

const struct dt_classic dt_classic_commons = {
	.name = "n-person",
	.title = "Many players, one public good",
	.summary = "self-enforcing agreements and all-or-none cooperation",
	.source = "Barrett 1994; Pinheiro, Vasconcelos, Santos and Pacheco "
	    "2014",
	.parameters = parameters,
	.answer = answer,
};
