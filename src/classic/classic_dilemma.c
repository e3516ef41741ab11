/* classic_dilemma: the repeated prisoner's dilemma; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "repeat/stage.h"

enum { T, R, P, S, CONTINUATION, FALSE_ALARM, DETECTION };

static const struct dt_classic_parameter parameters[] = {
	{ "T", "temptation: I race, it pauses", 5, -1e9, 1e9, false },
	{ "R", "reward: both pause", 3, -1e9, 1e9, false },
	{ "P", "punishment: both race", 1, -1e9, 1e9, false },
	{ "S", "sucker: I pause, it races", 0, -1e9, 1e9, false },
	{ "c", "continuation: chance of another round", .95, 0, .999999,
	    false },
	{ "a", "chance that the public signal alarms when all pause", .05, 0,
	    1, false },
	{ "d", "chance that it alarms when one races", .5, 0, 1, false },
	{ 0 }
};

static void
say(const double *v, const struct dt_payoff_matrix *m,
    const struct dt_stage_price *price, struct dt_solution *s)
{
	enum dt_stage_type type = dt_stage_type_of(m);
	dt_solution_say(s, "It is a %s: %s.", dt_stage_name(type),
	    dt_stage_meaning(type));
	if (isnan(price->value))
		dt_solution_say(s, "With these signals no strongly symmetric "
		    "equilibrium is better than racing.");
	else
		dt_solution_say(s, "False alarms cost %.4g of the %.4g that a "
		    "pause without errors gives; at continuation %g the pause "
		    "%s.", v[R] - price->value, v[R], v[CONTINUATION],
		    v[CONTINUATION] >= price->continuation ? "holds" :
		    "does not hold");
}

/*
 * Risk dominance of grim against always racing, two strategies as a 2x2 game
 * of payoffs a round: R against (1-c)S + cP, (1-c)T + cP against P. Grim is
 * risk-dominant from c = (T-R+P-S)/(T-S) on; for (5,3,1,0): .6.
 */
static double
risk_dominance(const struct dt_payoff_matrix *m)
{
	double pull = m->temptation - m->reward + m->punishment - m->sucker;
	return dt_number_max(pull / (m->temptation - m->sucker), 0);
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_payoff_matrix m = { .temptation = v[T], .reward = v[R],
	    .punishment = v[P], .sucker = v[S] };
	struct dt_stage_price price =
	    dt_stage_price(&m, v[FALSE_ALARM], v[DETECTION]);
	say(v, &m, &price, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "grim", dt_stage_grim(&m),
	    "least continuation for grim, nobody errs");
	dt_classic_result(t, "tit_for_tat", dt_stage_tit_for_tat(&m),
	    "least continuation for tit for tat, nobody errs");
	dt_classic_result(t, "risk_dominance", risk_dominance(&m),
	    "least continuation at which grim is risk-dominant against "
	    "always racing");
	dt_classic_result(t, "v_star", price.value,
	    "best symmetric payoff under the signal");
	dt_classic_result(t, "least_continuation", price.continuation,
	    "least continuation for it");
	dt_classic_result(t, "punishment", dt_stage_punishment(&m,
	    v[FALSE_ALARM], v[DETECTION], v[CONTINUATION]),
	    "chance per alarm to race for good that gives it at c");
	return DT_OK;
}

const struct dt_classic dt_classic_dilemma = {
	.name = "dilemma",
	.title = "The repeated prisoner's dilemma",
	.summary = "what continuation grim and tit for tat need, and what "
	    "false alarms cost",
	.source = "Friedman 1971; Axelrod 1984; Abreu, Pearce and Stacchetti "
	    "1986",
	.parameters = parameters,
	.answer = answer,
};
