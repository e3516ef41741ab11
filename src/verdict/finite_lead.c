/* finite_lead: see finite.h; models page, A10. */
#include "verdict/finite_internal.h"

#include <math.h>
#include <string.h>

enum { STATES = 2 * DT_LEAD_MOST, UNSEEN_MOST = 1000, REPLIES_MOST = 100 };

/* By state: the lead is the state - D + 1. */
struct leads {
	size_t n;
	bool racers[STATES], reply[STATES], balance[STATES];
	double race[STATES], best[STATES], settled[STATES];
	bool balanced;          /* an equilibrium was found */
	int64_t unseen[STATES]; /* rounds; UNSEEN_MOST: so many or more */
};

static int64_t
lead_of(const struct dt_lead *g, size_t k)
{
	return (int64_t)k - (int64_t)g->steps + 1;
}

/* Where both always race, by equations, and by the exact engine. */
static enum dt_status
find_values(const struct dt_finite *f, struct leads *x, struct dt_error *err)
{
	const struct dt_lead *g = &f->contest->lead;
	for (size_t k = 0; k < x->n; k++)
		x->racers[k] = true;
	enum dt_status status = dt_lead_value(g, x->racers, x->racers, x->race,
	    err);
	for (size_t k = 0; status == DT_OK && k < x->n; k++) {
		double value;
		status = dt_finite_value(f, lead_of(g, k), 3, 0, &value, err);
		if (status == DT_OK)
			status = dt_finite_value_agree(x->race[k], value, err);
	}
	return status == DT_OK ? dt_lead_reply(g, x->racers, x->reply,
	    x->best, err) : status;
}

/* Best replies to best replies, until nothing changes: then it is a best reply
 * to itself. */
static enum dt_status
find_balance(const struct dt_lead *g, struct leads *x, struct dt_error *err)
{
	bool next[STATES];
	size_t size = x->n * sizeof(next[0]);
	enum dt_status status = DT_OK;
	memcpy(x->balance, x->reply, size);
	for (int i = 0; status == DT_OK && i < REPLIES_MOST && !x->balanced;
	    i++) {
		status = dt_lead_reply(g, x->balance, next, x->settled, err);
		x->balanced = memcmp(next, x->balance, size) == 0;
		memcpy(x->balance, next, size);
	}
	return status;
}

/* The value of a lead that is k states up from the last but one loss. */
static double
at(const struct dt_lead *g, const double *value, size_t n, size_t k, int by)
{
	if (by > 0 && k + 1 == n)
		return g->first;
	if (by < 0 && k == 0)
		return g->last;
	return by > 0 ? value[k + 1] : by < 0 ? value[k - 1] : value[k];
}

/* To race alone for a round, and then have that. */
static double
alone(const struct dt_lead *g, const double *after, size_t n, size_t k)
{
	return -g->cost - g->loss * g->disaster + (1 - g->disaster) *
	    g->continuation * (g->alone * at(g, after, n, k, 1) +
	    (1 - g->alone) * at(g, after, n, k, 0));
}

/* Rounds that who races may go unseen before it gains, all racing from then
 * on; all pausing is worth 0. Unseen it may also wait. */
static void
find_unseen(const struct dt_lead *g, struct leads *x)
{
	double now[STATES], next[STATES];
	memcpy(now, x->race, x->n * sizeof(now[0]));
	for (size_t k = 0; k < x->n; k++)
		x->unseen[k] = UNSEEN_MOST;
	for (int64_t rounds = 1; rounds <= UNSEEN_MOST; rounds++) {
		for (size_t k = 0; k < x->n; k++) {
			double race = alone(g, now, x->n, k);
			double wait = g->continuation * now[k];
			next[k] = race > wait ? race : wait;
			if (race > 1e-12 && x->unseen[k] == UNSEEN_MOST)
				x->unseen[k] = rounds - 1;
		}
		memcpy(now, next, x->n * sizeof(now[0]));
	}
}

static void
say_unseen(const struct dt_finite *f, const struct leads *x)
{
	const struct dt_lead *g = &f->contest->lead;
	size_t start = (size_t)(f->contest->start + (int64_t)g->steps - 1);
	size_t other = x->n - 1 - start;
	size_t least = x->unseen[other] < x->unseen[start] ? other : start;
	int64_t rounds = x->unseen[least];
	const char *place = f->contest->start == 0 ? "level" :
	    lead_of(g, least) > 0 ? "with the first to be tempted ahead" :
	    "with the first to be tempted behind";
	if (rounds >= UNSEEN_MOST)
		dt_solution_say(f->solution, "From the start (%s) a pause of "
		    "both bears that a racer goes unseen for %d rounds or "
		    "more.", place, UNSEEN_MOST);
	else if (rounds == 0)
		dt_solution_say(f->solution, "From the start (%s) no pause of "
		    "both is kept: a round of racing unseen pays, though both "
		    "race from then on.", place);
	else
		dt_solution_say(f->solution, "From the start (%s) a pause of "
		    "both bears that a racer goes unseen for %lld round%s, if "
		    "both race from then on.", place, (long long)rounds,
		    rounds == 1 ? "" : "s");
}

/* "race at a lead of 1 or more, and pause below", in whatever way. */
static void
say_plan(const struct dt_finite *f, const char *whose, const bool *races)
{
	const struct dt_lead *g = &f->contest->lead;
	size_t n = dt_lead_states(g), least = n, count = 0;
	for (size_t k = n; k-- > 0;)
		if (races[k]) {
			least = k;
			count++;
		}
	if (count == 0 || count == n)
		dt_solution_say(f->solution, "%s to %s at every lead.", whose,
		    count == 0 ? "pause" : "race");
	else if (count == n - least)
		dt_solution_say(f->solution, "%s to race from a lead of %lld "
		    "on, and to pause below.", whose,
		    (long long)lead_of(g, least));
	else
		dt_solution_say(f->solution, "%s to race at %zu of %zu leads.",
		    whose, count, n);
}

static void
tell_leads(const struct dt_finite *f, const struct leads *x)
{
	static const struct dt_solution_head heads[] = {
		{ "lead", NULL, "steps" },
		{ "both_race", "both race", "payoff" },
		{ "reply", "reply to a racer", "" },
		{ "reply_value", "its value", "payoff" },
		{ "equilibrium", "in equilibrium", "" },
		{ "unseen", "unseen rounds borne", "rounds" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(f->solution, "leads",
	    "By the own lead:", heads);
	for (size_t k = 0; k < x->n; k++) {
		dt_solution_whole(t, lead_of(&f->contest->lead, k));
		dt_solution_number(t, x->race[k]);
		dt_solution_text(t, x->reply[k] ? "race" : "pause");
		dt_solution_number(t, x->best[k]);
		dt_solution_text(t, !x->balanced ? NULL :
		    x->balance[k] ? "race" : "pause");
		if (x->unseen[k] == UNSEEN_MOST)
			dt_solution_number(t, NAN);
		else
			dt_solution_whole(t, x->unseen[k]);
	}
}

enum dt_status
dt_finite_lead(const struct dt_finite *f, struct dt_error *err)
{
	const struct dt_lead *g = &f->contest->lead;
	struct leads *x = dt_arena_new(f->arena, 1, sizeof(*x));
	if (x == NULL)
		return dt_status_no_memory(err);
	x->n = dt_lead_states(g);
	enum dt_status status = find_values(f, x, err);
	if (status == DT_OK)
		status = find_balance(g, x, err);
	if (status != DT_OK)
		return status;
	find_unseen(g, x);
	f->solution->method = "state by state, found again by the exact "
	    "engine";
	say_unseen(f, x);
	say_plan(f, "The best reply to who always races is", x->reply);
	if (x->balanced)
		say_plan(f, "In an equilibrium each does well", x->balance);
	tell_leads(f, x);
	return DT_OK;
}
