/* contest: see contest.h. */
#include "race/contest.h"

#include <math.h>

double
dt_contest_discount(double continuation, double years)
{
	return -log(continuation) / years;
}

/* The rate at which a round of so many racers ends. */
static double
rate_of(const struct dt_contest *c, double racers)
{
	return (c->memoryless.win + c->memoryless.disaster) * racers;
}

/* The integral of exp(-(r + k) s) over a round: discounted years of it. */
static double
years_of(const struct dt_contest *c, double rate)
{
	double x = c->memoryless.discount + rate;
	return x > 0 ? -expm1(-x * c->years) / x : c->years;
}

static size_t
memoryless_outcomes(const struct dt_contest *c, uint64_t racers,
    struct dt_contest_outcome *out)
{
	const struct dt_memoryless *m = &c->memoryless;
	size_t n = 0, count = dt_move_count(racers);
	double rate = rate_of(c, (double)count);
	double happens = -expm1(-rate * c->years);
	out[n++] = (struct dt_contest_outcome){ .chance = 1 - happens,
		.winner = -1 };
	if (count == 0 || rate <= 0)
		return n;
	for (uint64_t set = racers; set != 0; set &= set - 1)
		out[n++] = (struct dt_contest_outcome){
		    .chance = happens * m->win / rate, .ends = true,
		    .winner = (int)dt_move_first(set) };
	out[n++] = (struct dt_contest_outcome){
	    .chance = happens * m->disaster * (double)count / rate,
	    .ends = true, .disaster = true, .winner = -1 };
	return n;
}

/* Prizes and losses are discounted to the round's start: by the mean of what
 * happens in it, k years/(1 - exp(-k dt)). */
static double
memoryless_pay(const struct dt_contest *c, size_t agent, uint64_t racers,
    const struct dt_contest_outcome *o)
{
	const struct dt_memoryless *m = &c->memoryless;
	double rate = rate_of(c, (double)dt_move_count(racers));
	double years = years_of(c, rate);
	double pay = dt_move_has(racers, agent) ? 0 - m->cost * years : 0;
	if (!o->ends)
		return pay;
	double counts = rate * years / -expm1(-rate * c->years);
	return pay + counts * (o->disaster ? -m->loss :
	    o->winner == (int)agent ? m->winner : m->loser);
}

/* The next lead, which is the end at D. */
static struct dt_contest_outcome
step(const struct dt_lead *g, int64_t lead, double chance)
{
	int64_t most = (int64_t)g->steps;
	bool ends = lead >= most || lead <= -most;
	return (struct dt_contest_outcome){ .chance = chance, .lead = lead,
		.ends = ends, .winner = !ends ? -1 : lead > 0 ? 0 : 1 };
}

static size_t
lead_outcomes(const struct dt_contest *c, int64_t lead, uint64_t racers,
    struct dt_contest_outcome *out)
{
	const struct dt_lead *g = &c->lead;
	size_t count = dt_move_count(racers), n = 0;
	double lives = pow(1 - g->disaster, (double)count);
	bool first = dt_move_has(racers, 0), second = dt_move_has(racers, 1);
	double up = !first ? 0 : second ? g->both : g->alone;
	double down = !second ? 0 : first ? g->both : g->alone;
	out[n++] = step(g, lead, lives * (1 - up - down));
	if (up > 0)
		out[n++] = step(g, lead + 1, lives * up);
	if (down > 0)
		out[n++] = step(g, lead - 1, lives * down);
	if (lives < 1)
		out[n++] = (struct dt_contest_outcome){ .chance = 1 - lives,
		    .lead = lead, .ends = true, .disaster = true,
		    .winner = -1 };
	return n;
}

static double
lead_pay(const struct dt_contest *c, size_t agent, uint64_t racers,
    const struct dt_contest_outcome *o)
{
	const struct dt_lead *g = &c->lead;
	double pay = dt_move_has(racers, agent) ? 0 - g->cost : 0;
	if (!o->ends)
		return pay;
	return pay + (o->disaster ? -g->loss : g->continuation *
	    (o->winner == (int)agent ? g->first : g->last));
}

size_t
dt_contest_outcomes(const struct dt_contest *c, int64_t lead, uint64_t racers,
    struct dt_contest_outcome *outcomes)
{
	return c->kind == DT_CONTEST_LEAD ?
	    lead_outcomes(c, lead, racers, outcomes) :
	    memoryless_outcomes(c, racers, outcomes);
}

double
dt_contest_pay(const struct dt_contest *c, size_t agent, uint64_t racers,
    const struct dt_contest_outcome *o)
{
	return c->kind == DT_CONTEST_LEAD ? lead_pay(c, agent, racers, o) :
	    memoryless_pay(c, agent, racers, o);
}

struct dt_contest_outcome
dt_contest_draw(const struct dt_contest *c, int64_t lead, uint64_t racers,
    struct dt_random *random)
{
	struct dt_contest_outcome all[DT_CONTEST_OUTCOMES];
	size_t n = dt_contest_outcomes(c, lead, racers, all), i = 0;
	double u = n > 1 ? dt_random_unit(random) : 0;
	while (i + 1 < n && u >= all[i].chance)
		u -= all[i++].chance;
	return all[i];
}
