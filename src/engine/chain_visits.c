/*
 * chain_visits: sums over runs of no fixed length, by solving: visits to the
 * states, and when things happen first. What happens first is found in the
 * flow without it, into which it leaks: with x the visits there, the chance is
 * x times the leaks, and the sum of chance times round y times the leaks,
 * where y are the visits of a run that starts with x. Where breaches begin,
 * where the treaty enters into force, where it ends.
 */
#include "engine/chain_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Start's chances for every state. */
static double *
start_of(const struct dt_chain *c)
{
	double *start = dt_memory_new(c->states.n, sizeof(*start));
	if (start != NULL)
		memcpy(start, c->start, c->started * sizeof(*start));
	return start;
}

static double
part_where(const struct dt_chain *c, const double *x, bool (*holds)(
    const struct dt_chain *c, size_t state))
{
	double sum = 0;
	for (size_t s = 0; s < c->states.n; s++)
		sum += holds(c, s) ? x[s] : 0;
	return sum;
}

/* What happens for the first time with the chance that leaks: chance, and the
 * sum of chance times round, of those rounds that are reached. */
static enum dt_status
first_time(const struct dt_chain_flow *flow, double keep, double *start,
    double *chance, double *round, struct dt_error *err)
{
	double *x = dt_memory_new(flow->n, sizeof(*x));
	bool *stays = dt_memory_new(flow->n, sizeof(*stays));
	enum dt_status status = x == NULL || stays == NULL ?
	    dt_status_no_memory(err) :
	    dt_chain_solve(flow, keep, start, x, stays, err);
	for (size_t s = 0; status == DT_OK && s < flow->n; s++) {
		start[s] = stays[s] ? 0 : x[s];
		*chance += start[s] * flow->leak[s];
	}
	if (status == DT_OK)
		status = dt_chain_solve(flow, keep, start, x, stays, err);
	for (size_t s = 0; status == DT_OK && s < flow->n; s++)
		*round += stays[s] ? 0 : x[s] * flow->leak[s];
	dt_memory_free(x);
	dt_memory_free(stays);
	return status;
}

static enum dt_status
first_breach(const struct dt_chain *c, double keep,
    struct dt_chain_sums *sums, struct dt_error *err)
{
	double *start = start_of(c);
	double *leak = dt_memory_new(c->states.n, sizeof(*leak));
	enum dt_status status = dt_status_no_memory(err);
	for (size_t s = 0; leak != NULL && s < c->states.n; s++)
		leak[s] = c->reward[s * c->width + DT_CHAIN_ANY_BREACH];
	struct dt_chain_flow quiet = { c->states.n, c->row, c->to, c->quiet,
	    leak };
	if (start != NULL && leak != NULL)
		status = first_time(&quiet, keep, start, &sums->breached,
		    &sums->breached_round, err);
	dt_memory_free(start);
	dt_memory_free(leak);
	return status;
}

/* The round after which some phases are come to for good, plus one. */
static enum dt_status
first_phase(const struct dt_chain *c, bool (*holds)(
    const struct dt_chain *c, size_t state), double *chance, double *round,
    struct dt_error *err)
{
	size_t n = c->states.n;
	double *start = start_of(c), *leak = dt_memory_new(n, sizeof(*leak));
	double *value = dt_memory_new(c->transitions, sizeof(*value));
	enum dt_status status = DT_ENOMEM;
	if (start != NULL && leak != NULL && value != NULL) {
		double at_once = 0, later = 0;
		for (size_t s = 0; s < n; s++) {
			at_once += holds(c, s) ? start[s] : 0;
			start[s] = holds(c, s) ? 0 : start[s];
			for (size_t e = c->row[s]; e < c->row[s + 1]; e++) {
				bool there = holds(c, c->to[e]);
				value[e] = there ? 0 : c->chance[e];
				leak[s] += there ? c->chance[e] : 0;
			}
		}
		struct dt_chain_flow flow = { n, c->row, c->to, value, leak };
		status = first_time(&flow, 1, start, &later, round, err);
		*chance = at_once + later;
		*round += at_once + later;
	}
	dt_memory_free(start);
	dt_memory_free(leak);
	dt_memory_free(value);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

/*
 * With discount c: E_t the chance that it has entered by round t, the sums
 * K0 = sum c^(t-1) E_t and K1 = sum t c^(t-1) E_t give sum t c^(t-1)
 * (E_t - E_(t-1)) = K1 - c (K0 + K1). With X_t the chance that it has ended
 * before round t, which is with round t - 1 at the latest, X_1 = 0 and K0 and
 * K1 of X give sum t c^(t-1) (X_(t+1) - X_t) = (K1 - K0) / c - K1. `twice`: the
 * visits of a run that starts with the visits.
 */
static void
discount_treaty(const struct dt_chain *c, double keep, const double *twice,
    struct dt_chain_sums *s)
{
	double e0 = part_where(c, s->visits, dt_chain_entered);
	double e1 = part_where(c, twice, dt_chain_entered);
	double x0 = part_where(c, s->visits, dt_chain_ended);
	double x1 = part_where(c, twice, dt_chain_ended);
	s->entered = (1 - keep) * e0;
	s->entered_round = e1 - keep * (e0 + e1);
	s->ended = keep > 0 ? (1 - keep) / keep * x0 : 0;
	s->ended_round = keep > 0 ? ((1 - keep) * x1 - x0) / keep : 0;
}

enum dt_status
dt_chain_visits_discounted(const struct dt_chain *c, double keep,
    struct dt_chain_sums *s, struct dt_error *err)
{
	struct dt_chain_flow flow = { c->states.n, c->row, c->to, c->chance,
	    NULL };
	double *start = start_of(c);
	double *twice = dt_memory_new(c->states.n, sizeof(*twice));
	enum dt_status status = start == NULL || twice == NULL ?
	    dt_status_no_memory(err) :
	    dt_chain_solve(&flow, keep, start, s->visits, NULL, err);
	s->rounds = 1 / (1 - keep);
	if (status == DT_OK && c->treaty)
		status = dt_chain_solve(&flow, keep, s->visits, twice, NULL,
		    err);
	if (status == DT_OK && c->treaty)
		discount_treaty(c, keep, twice, s);
	if (status == DT_OK && c->quiet != NULL)
		status = first_breach(c, keep, s, err);
	dt_memory_free(start);
	dt_memory_free(twice);
	return status;
}

/* Shares of the long run: of the states where it comes to stay. */
static enum dt_status
settle(const struct dt_chain *c, double *visits, struct dt_error *err)
{
	struct dt_chain_flow flow = { c->states.n, c->row, c->to, c->chance,
	    NULL };
	double *start = start_of(c);
	bool *stays = dt_memory_new(c->states.n, sizeof(*stays));
	enum dt_status status = start == NULL || stays == NULL ?
	    dt_status_no_memory(err) :
	    dt_chain_solve(&flow, 1, start, visits, stays, err);
	for (size_t s = 0; status == DT_OK && s < c->states.n; s++)
		visits[s] = stays[s] ? visits[s] : 0;
	dt_memory_free(start);
	dt_memory_free(stays);
	return status;
}

enum dt_status
dt_chain_visits_longrun(const struct dt_chain *c, struct dt_chain_sums *s,
    struct dt_error *err)
{
	enum dt_status status = settle(c, s->visits, err);
	s->rounds = INFINITY;
	if (status == DT_OK && c->quiet != NULL)
		status = first_breach(c, 1, s, err);
	if (status == DT_OK && c->treaty)
		status = first_phase(c, dt_chain_entered, &s->entered,
		    &s->entered_round, err);
	if (status == DT_OK && c->treaty)
		status = first_phase(c, dt_chain_ended, &s->ended,
		    &s->ended_round, err);
	s->ended_round -= s->ended;     /* with the round before */
	return status;
}
