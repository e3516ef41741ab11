/*
 * chain_forward: a run round by round: the distribution over the states, and
 * beside it, under a treaty, that of runs without a breach so far.
 *
 * When the distribution comes back to where it was some rounds ago (Brent's
 * way: looked for since the last power of two), what lies between repeats,
 * and full laps are added without being played. The error of that is below
 * 1e-12 of a mean, or what is left of changes below 1e-15 a lap.
 */
#include "engine/chain_internal.h"

#include <gsl/gsl_math.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

enum { REST_LEAST = 256 };
#define EFFORT_MOST 2e10

struct run {
	const struct dt_chain *c;
	size_t n, width;                /* width: 2n with the quiet runs */
	int64_t round, rounds, lap_start;
	double keep, weight;            /* weight: chance to get so far */
	double *now, *next, *before, *lap;
	double lap_rounds;
	double entered, ended;          /* chances so far */
	double effort;
	bool skipped;
	struct dt_chain_sums *sums;
};

static size_t
active(const struct run *r)
{
	const struct dt_chain *c = r->c;
	size_t level = (size_t)(r->round - 1);
	return c->level[level < c->levels ? level : c->levels - 1];
}

/* now times a matrix, over the states that can be on by now. */
static void
push(const struct run *r, const double *value, size_t at)
{
	const struct dt_chain *c = r->c;
	const double *now = r->now + at;
	double *next = r->next + at;
	size_t n = active(r);
	memset(next, 0, r->n * sizeof(*next));
	for (size_t s = 0; s < n; s++) {
		double x = now[s];
		for (size_t e = c->row[s]; x > 0 && e < c->row[s + 1]; e++)
			next[c->to[e]] += x * value[e];
	}
}

static double
entered_now(const struct run *r)
{
	double sum = 0;
	for (size_t s = 0; s < r->n; s++)
		sum += dt_chain_entered(r->c, s) ? r->now[s] : 0;
	return sum;
}

static double
ended_next(const struct run *r)
{
	double sum = 0;
	for (size_t s = 0; s < r->n; s++)
		sum += dt_chain_ended(r->c, s) ? r->next[s] : 0;
	return sum;
}

/* The chance that the first breach comes in this round. */
static double
breach_now(const struct run *r)
{
	const struct dt_chain *c = r->c;
	size_t n = r->width > r->n ? active(r) : 0;
	double sum = 0;
	for (size_t s = 0; s < n; s++)
		sum += r->now[r->n + s] *
		    c->reward[s * c->width + DT_CHAIN_ANY_BREACH];
	return sum;
}

/* What the treaty came to by this round; next is the one after. */
static void
count_treaty(struct run *r)
{
	struct dt_chain_sums *s = r->sums;
	double t = (double)r->round;
	double last = r->weight * (r->round == r->rounds ? 1 : 1 - r->keep);
	double entered = entered_now(r), ended = ended_next(r);
	double breach = breach_now(r);
	s->entered += last * entered;
	s->entered_round += r->weight * t * (entered - r->entered);
	s->breached += r->weight * breach;
	s->breached_round += r->weight * breach * t;
	/* It ends with round t, whether or not the run goes on. */
	s->ended += last * ended;
	s->ended_round += r->weight * t * (ended - r->ended);
	r->entered = entered;
	r->ended = ended;
}

static void
play(struct run *r)
{
	size_t n = active(r);
	for (size_t s = 0; s < n; s++)
		r->lap[s] += r->weight * r->now[s];
	r->lap_rounds += r->weight;
	push(r, r->c->chance, 0);
	if (r->width > r->n)
		push(r, r->c->quiet, r->n);
	if (r->c->treaty)
		count_treaty(r);
	r->weight *= r->keep;
	r->effort += (double)(r->width / r->n * (r->c->transitions + r->n));
	double *now = r->now;
	r->now = r->next;
	r->next = now;
}

static void
close_lap(struct run *r)
{
	for (size_t s = 0; s < r->n; s++)
		r->sums->visits[s] += r->lap[s];
	r->sums->rounds += r->lap_rounds;
	memset(r->lap, 0, r->n * sizeof(*r->lap));
	r->lap_rounds = 0;
	memcpy(r->before, r->now, r->width * sizeof(*r->now));
	r->lap_start = r->round;
}

/* Adds as many laps as leave at least a round to play. */
static void
skip_laps(struct run *r, int64_t lap)
{
	int64_t laps = (r->rounds - r->round - 1) / lap;
	double g = pow(r->keep, (double)lap), all = pow(g, (double)laps);
	double times = r->keep < 1 ? g * (1 - all) / (1 - g) : (double)laps;
	double passed = r->weight * (1 - all);
	for (size_t s = 0; s < r->n; s++)
		r->sums->visits[s] += times * r->lap[s];
	r->sums->rounds += times * r->lap_rounds;
	r->sums->entered += passed * r->entered;
	r->sums->ended += passed * r->ended;
	r->weight *= all;
	r->round += laps * lap;
	r->skipped = true;
}

static void
look_back(struct run *r)
{
	int64_t lap = r->round - r->lap_start, rest = r->rounds - r->round;
	if (r->skipped || rest < REST_LEAST || (size_t)r->round < r->c->levels)
		return;
	double change = 0, laps = (double)rest / (double)lap;
	for (size_t s = 0; s < r->width; s++)
		change += fabs(r->now[s] - r->before[s]);
	if (r->keep < 1)
		laps = dt_number_min(laps, 1 / (1 - pow(r->keep, (double)lap)));
	if (change * laps <= 1e-12 || change <= 1e-15)
		skip_laps(r, lap);
	else if ((r->round & (r->round - 1)) == 0)
		close_lap(r);
}

static enum dt_status
play_all(struct run *r, struct dt_error *err)
{
	const struct dt_chain *c = r->c;
	memcpy(r->now, c->start, c->started * sizeof(*r->now));
	if (r->width > r->n)
		memcpy(r->now + r->n, c->start,
		    c->started * sizeof(*r->now));
	r->weight = 1;
	for (r->round = 1; r->round <= r->rounds; r->round++) {
		play(r);
		look_back(r);
		if (r->effort > EFFORT_MOST)
			return dt_status_fail(err, DT_EUSAGE, "an exact "
			    "answer is out of reach: %lld rounds of %zu "
			    "transitions, and no end of change in sight",
			    (long long)r->rounds, c->transitions);
	}
	close_lap(r);
	return DT_OK;
}

enum dt_status
dt_chain_forward(const struct dt_chain *c, int64_t rounds, double keep,
    struct dt_chain_sums *sums, struct dt_error *err)
{
	struct run r = { .c = c, .n = c->states.n, .rounds = rounds,
	    .keep = keep, .sums = sums };
	r.width = c->quiet != NULL ? 2 * r.n : r.n;
	double *room = dt_memory_new(3 * r.width + r.n, sizeof(*room));
	if (room == NULL)
		return dt_status_no_memory(err);
	r.now = room;
	r.next = room + r.width;
	r.before = room + 2 * r.width;
	r.lap = room + 3 * r.width;
	enum dt_status status = play_all(&r, err);
	dt_memory_free(room);
	return status;
}
