/* classic_race: two races that are solved exactly; hypothesis H1; see
 * classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "race/lead.h"
#include "race/memoryless.h"

enum { N, WIN, WINNER, LOSER, ETA, LOSS, COST, DISCOUNT };
static const struct dt_classic_parameter memoryless[] = {
	{ "n", "parties", 2, 1, 1e6, true },
	{ "lam", "rate at which a racer wins, a year", .1, 1e-9, 1e3, false },
	{ "Vw", "what the winner gets", 10, -1e9, 1e9, false },
	{ "Vl", "what each other gets", -2, -1e9, 1e9, false },
	{ "eta", "rate of a disaster, a year and racer", .02, 0, 1e3, false },
	{ "L", "what a disaster costs all", 30, 1e-9, 1e9, false },
	{ "c", "cost of racing a year", .2, 0, 1e9, false },
	{ "r", "discount rate a year", .05, 1e-9, 1e3, false },
	{ 0 }
};

static double
or_nothing(double x)
{
	return isfinite(x) ? x : NAN;
}

static void
say_memoryless(const struct dt_memoryless *x, struct dt_solution *s)
{
	struct dt_memoryless_window w = dt_memoryless_dilemma(x);
	double delay = dt_memoryless_delay(x);
	double from = dt_memoryless_pause_from(x);
	dt_solution_say(s, x->disaster <= w.low ? "It is no dilemma: all "
	    "racing is better than all pausing." : x->disaster >= w.high ?
	    "It is no dilemma: racing alone does not pay." :
	    "It is a dilemma: racing alone pays, and all racing is worse than "
	    "all pausing.");
	if (delay > 0 && isfinite(delay))
		dt_solution_say(s, "A pause bears that a racer goes unseen for "
		    "%.4g years, if all race from then on.", delay);
	dt_solution_say(s, "A pause is %s best reply to %lld racer%s.",
	    x->disaster >= from ? "the" : "no", (long long)x->n - 1,
	    x->n == 2 ? "" : "s");
}

static enum dt_status
answer_memoryless(const double *v, struct dt_solution *s, struct dt_error *err)
{
	(void)err;
	struct dt_memoryless x = { (int64_t)v[N], v[WIN], v[WINNER], v[LOSER],
		v[ETA], v[LOSS], v[COST], v[DISCOUNT] };
	struct dt_memoryless_window w = dt_memoryless_dilemma(&x);
	say_memoryless(&x, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "all_race", dt_memoryless_value(&x, x.n, 1),
	    "what each gets if all race");
	dt_classic_result(t, "pause_alone", dt_memoryless_value(&x, x.n - 1,
	    0), "what one gets that pauses while all others race");
	dt_classic_result(t, "pause_gain", dt_memoryless_value(&x, x.n - 1, 0) -
	    dt_memoryless_value(&x, x.n, 1),
	    "what a pause gains one while all others race");
	dt_classic_result(t, "race_alone", dt_memoryless_value(&x, 1, 1),
	    "what one gets that races alone");
	dt_classic_result(t, "low", w.low,
	    "eta from which on all racing is worse than pausing");
	dt_classic_result(t, "high", w.high,
	    "eta up to which racing alone pays");
	dt_classic_result(t, "delay", or_nothing(dt_memoryless_delay(&x)),
	    "D*: years that a racer may go unseen");
	dt_classic_result(t, "pause_from",
	    or_nothing(dt_memoryless_pause_from(&x)),
	    "eta from which on a pause is a best reply to racers");
	return DT_OK;
}

const struct dt_classic dt_classic_memoryless_race = {
	.name = "memoryless-race",
	.title = "A race in which only who races matters",
	.summary = "when a race is a dilemma, and how late a racer may be seen",
	.source = "exponential races, worked out for this project",
	.parameters = memoryless,
	.answer = answer_memoryless,
};

enum { STEPS, ALONE, BOTH, DISASTER, DAMAGE, PRICE, FIRST, LAST,
	CONTINUATION };
static const struct dt_classic_parameter lead[] = {
	{ "D", "lead at which it is over", 3, 1, 100, true },
	{ "a", "chance that a lone racer gains a step", .5, 0, 1, false },
	{ "b", "chance of a step to each side where both race", .25, 0, .5,
	    false },
	{ "eta", "chance of a disaster a round and racer", .05, 0, 1, false },
	{ "L", "what a disaster costs each", 20, 0, 1e9, false },
	{ "c", "cost of a round of racing", .1, 0, 1e9, false },
	{ "first", "what is had at lead D", 10, -1e9, 1e9, false },
	{ "last", "what is had at lead -D", -5, -1e9, 1e9, false },
	{ "continuation", "what the next round counts", .95, 0, .999999,
	    false },
	{ 0 }
};

struct leads {
	bool racers[2 * DT_LEAD_MOST], reply[2 * DT_LEAD_MOST];
	double race[2 * DT_LEAD_MOST], best[2 * DT_LEAD_MOST];
};

static void
tell_leads(const struct dt_lead *g, const struct leads *x,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "lead", NULL, "steps" },
		{ "both_race", "both race", "payoff" },
		{ "reply", "best reply to a racer", "" },
		{ "reply_value", "its value", "payoff" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "leads",
	    "By the lead", heads);
	for (size_t k = 0; k < dt_lead_states(g); k++) {
		dt_solution_whole(t, (int64_t)k - (int64_t)g->steps + 1);
		dt_solution_number(t, x->race[k]);
		dt_solution_text(t, x->reply[k] ? "race" : "pause");
		dt_solution_number(t, x->best[k]);
	}
}

static void
say_leads(const struct dt_lead *g, const struct leads *x,
    struct dt_solution *s)
{
	size_t n = dt_lead_states(g), least = n, races = 0;
	for (size_t k = n; k-- > 0;)
		if (x->reply[k]) {
			least = k;
			races++;
		}
	if (races == 0 || races == n)
		dt_solution_say(s, "The best reply to who always races is to "
		    "%s at every lead.", races == 0 ? "pause" : "race");
	else if (races == n - least)
		dt_solution_say(s, "The best reply to who always races is to "
		    "race from a lead of %lld on, and to pause below.",
		    (long long)least - (long long)g->steps + 1);
	else
		dt_solution_say(s, "The best reply to who always races is to "
		    "race at %zu of %zu leads.", races, n);
}

static enum dt_status
answer_lead(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_lead g = { (size_t)v[STEPS], v[ALONE], v[BOTH], v[DISASTER],
		v[DAMAGE], v[PRICE], v[FIRST], v[LAST], v[CONTINUATION] };
	struct leads x;
	for (size_t k = 0; k < dt_lead_states(&g); k++)
		x.racers[k] = true;
	enum dt_status status = dt_lead_value(&g, x.racers, x.racers, x.race,
	    err);
	if (status == DT_OK)
		status = dt_lead_reply(&g, x.racers, x.reply, x.best, err);
	if (status != DT_OK)
		return status;
	say_leads(&g, &x, s);
	tell_leads(&g, &x, s);
	return DT_OK;
}

const struct dt_classic dt_classic_lead_game = {
	.name = "lead-game",
	.title = "A race between a leader and a laggard",
	.summary = "who pauses and who races, by who is ahead",
	.source = "a race of steps, worked out for this project; Harris and "
	    "Vickers 1987",
	.parameters = lead,
	.answer = answer_lead,
};
