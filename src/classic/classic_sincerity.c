/* classic_sincerity: is a call for a pause sincere? See classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "classic/sincerity.h"

static const struct dt_classic_parameter parameters[] = {
	{ "c", "cost of a call", 2, 0, 1e9, false },
	{ "v", "what it is worth to be believed", 2.5, 0, 1e9, false },
	{ "r", "chance that the call is called in", .5, 0, 1, false },
	{ "g", "benefit to a sincere caller then", 1, 0, 1e9, false },
	{ "l", "loss to a cynic then", 3, 0, 1e9, false },
	{ "share", "prior chance that the caller is sincere", .5, 0, 1,
	    false },
	{ "right", "what the audience gains by believing the sincere", 1, 0,
	    1e9, false },
	{ "wrong", "what it loses by believing a cynic", 1, 0, 1e9, false },
	{ 0 }
};

static const char *const kinds[] = {
	[DT_SINCERITY_SEPARATING] = "separating: only the sincere call",
	[DT_SINCERITY_REVERSED] = "reversed: only cynics call",
	[DT_SINCERITY_POOLING_CALL] = "pooling: all call",
	[DT_SINCERITY_POOLING_SILENT] = "pooling: nobody calls",
};

static void
add_regions(const struct dt_sincerity *g, struct dt_solution *s)
{
	double least = dt_sincerity_least(g), most = dt_sincerity_most(g);
	struct dt_solution_table *t = dt_solution_table(s, "regions",
	    "What a call tells, by what it is worth to be believed");
	dt_solution_column(t, "value_from", "v from", "payoff");
	dt_solution_column(t, "value_to", "to", "payoff");
	dt_solution_column(t, "region", NULL, "");
	if (least > 0) {
		dt_solution_number(t, 0);
		dt_solution_number(t, least);
		dt_solution_text(t, kinds[DT_SINCERITY_POOLING_SILENT]);
	}
	dt_solution_number(t, dt_number_max(least, 0));
	dt_solution_number(t, most);
	dt_solution_text(t, kinds[DT_SINCERITY_SEPARATING]);
	dt_solution_number(t, most);
	dt_solution_number(t, NAN);
	dt_solution_text(t, kinds[DT_SINCERITY_POOLING_CALL]);
}

static void
add_equilibrium(const struct dt_sincerity *g,
    const struct dt_sincerity_profile *p, struct dt_solution_table *t)
{
	dt_solution_text(t, kinds[p->kind]);
	dt_solution_text(t, p->believes_call ? p->believes_silence ?
	    "always" : "who calls" : p->believes_silence ?
	    "who is silent" : "nobody");
	for (size_t k = 0; k < 3; k++)
		dt_solution_number(t, p->payoff[k]);
	dt_solution_number(t, dt_sincerity_belief(g, p->sincere_calls,
	    p->cynic_calls));
	dt_solution_number(t, p->regret);
}

static void
add_equilibria(const struct dt_sincerity *g, struct dt_solution *s)
{
	struct dt_sincerity_profile found[DT_SINCERITY_PROFILES];
	size_t n = dt_sincerity_equilibria(g, found);
	struct dt_solution_table *t = dt_solution_table(s, "equilibria",
	    "All pure perfect Bayesian equilibria of the signalling game");
	dt_solution_column(t, "kind", NULL, "");
	dt_solution_column(t, "audience", "the audience believes", "");
	dt_solution_column(t, "sincere", NULL, "payoff");
	dt_solution_column(t, "cynic", NULL, "payoff");
	dt_solution_column(t, "listener", "audience", "payoff");
	dt_solution_column(t, "belief", "sincere if it calls", "chance");
	dt_solution_column(t, "regret", "largest gain by deviating",
	    "payoff");
	for (size_t i = 0; i < n; i++)
		add_equilibrium(g, &found[i], t);
	if (n == 0)
		dt_solution_say(s, "Against an audience that answers as it "
		    "pleases, no equilibrium in pure strategies is left.");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_sincerity g = { .cost = v[0], .value = v[1],
	    .called_in = v[2], .benefit = v[3], .loss = v[4],
	    .share = v[5], .right = v[6], .wrong = v[7] };
	enum dt_sincerity_kind region = dt_sincerity_region(&g);
	s->method = "closed form, and all profiles";
	dt_solution_say(s, "Where calls are believed the types separate if "
	    "and only if %.4g <= v <= %.4g; here v is %g, %s.",
	    dt_sincerity_least(&g), dt_sincerity_most(&g), v[1],
	    kinds[region]);
	if (v[2] == 0)
		dt_solution_say(s, "A call that is never called in costs both "
		    "types the same: it says nothing.");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "least", dt_sincerity_least(&g),
	    "least v at which the sincere call, c - r g");
	dt_classic_result(t, "most", dt_sincerity_most(&g),
	    "most v at which cynics do not, c + r l");
	dt_classic_result(t, "separates",
	    region == DT_SINCERITY_SEPARATING, "1 if the types separate");
	add_regions(&g, s);
	add_equilibria(&g, s);
	return DT_OK;
}

const struct dt_classic dt_classic_sincerity = {
	.name = "sincerity",
	.title = "Is a call for a pause sincere?",
	.summary = "when a call tells a sincere caller from a cynic: a "
	    "signalling game",
	.source = "Spence 1973, applied to an essay's claim",
	.parameters = parameters,
	.answer = answer,
};
