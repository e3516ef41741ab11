/*
 * chain_values: what each state is worth to an agent from there on, by its
 * strategy, v = reward + keep P v; and to one that departs wherever that is
 * best, against the strategies of all others: a Markov decision problem, by
 * policy iteration (Howard 1960). A plan has in each state the departure that
 * is taken there, or none; its values are solved for, and it then takes what
 * is best by them. After the last plan one round of the best departure adds at
 * most `gap` anywhere, so that no plan is worth more by over gap/(1 - keep).
 */
#include "engine/chain_internal.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

enum { PLANS_MOST = 300, SWEEPS = 30 };
#define COMPLIES SIZE_MAX

struct reply {
	const struct dt_chain *c;
	size_t place;
	double keep;
	double *value;
	size_t *plan;                   /* [state]: departure, or COMPLIES */
	size_t *row;                    /* its flow; owned */
	uint32_t *to;
	double *share, *known;
};

/* What a departure, or none, gives in a state. */
static double
worth(const struct reply *r, size_t state, size_t what, const double *now,
    const double *after)
{
	const struct dt_chain *c = r->c;
	double sum = 0;
	if (what == COMPLIES) {
		for (size_t e = c->row[state]; e < c->row[state + 1]; e++)
			sum += c->chance[e] * after[c->to[e]];
		return dt_chain_pay(c, c->class[r->place], state) +
		    r->keep * sum;
	}
	const struct dt_chain_departed *one = &c->departed[what];
	if (one->departure == DT_CHAIN_WITHDRAW)
		return now[c->other.to[one->first]];
	for (size_t e = one->first; e < one->end; e++)
		sum += c->other.chance[e] * after[c->other.to[e]];
	return one->reward + r->keep * sum;
}

/* The best in a state, and which; the plan at hand if none is better. */
static double
best_of(const struct reply *r, size_t state, const double *now,
    const double *after, size_t *which)
{
	const struct dt_chain *c = r->c;
	double best = worth(r, state, *which, now, after);
	size_t k = c->departed_row[state], end = c->departed_row[state + 1];
	for (size_t i = k; i <= end; i++) {
		size_t what = i < end ? i : COMPLIES;
		if (i < end && c->departed[i].place != r->place)
			continue;
		double other = worth(r, state, what, now, after);
		if (isnan(best) || other <= best)
			continue;
		best = other;
		*which = what;
	}
	return best;
}

/* Takes what is best; the largest that it adds, or NAN. */
static double
improve(struct reply *r, double margin, size_t *changed)
{
	double gap = 0;
	*changed = 0;
	for (size_t s = 0; s < r->c->states.n; s++) {
		size_t which = r->plan[s];
		double more = best_of(r, s, r->value, r->value, &which) -
		    r->value[s];
		gap = dt_number_max(gap, more);
		if (which == r->plan[s] || !(more > margin))
			continue;
		r->plan[s] = which;
		++*changed;
	}
	return gap;
}

/* Rounds of the best departure, from the last state to the first: a plan to
 * begin with that is near to the best. */
static void
sweep(struct reply *r)
{
	for (int k = 0; k < SWEEPS; k++)
		for (size_t s = r->c->states.n; s-- > 0;)
			r->value[s] = best_of(r, s, r->value, r->value,
			    &r->plan[s]);
}

static void
add_edges(struct reply *r, size_t *at, const uint32_t *to,
    const double *chance, size_t n, double keep)
{
	for (size_t e = 0; e < n; e++, ++*at) {
		r->to[*at] = to[e];
		r->share[*at] = keep * chance[e];
	}
}

/* The plan's equations. */
static void
lay_out(struct reply *r)
{
	const struct dt_chain *c = r->c;
	size_t at = 0;
	for (size_t s = 0; s < c->states.n; s++) {
		r->row[s] = at;
		r->known[s] = dt_chain_pay(c, c->class[r->place], s);
		if (r->plan[s] == COMPLIES) {
			add_edges(r, &at, c->to + c->row[s], c->chance +
			    c->row[s], c->row[s + 1] - c->row[s], r->keep);
			continue;
		}
		const struct dt_chain_departed *one =
		    &c->departed[r->plan[s]];
		r->known[s] = one->reward;
		add_edges(r, &at, c->other.to + one->first, c->other.chance +
		    one->first, one->end - one->first,
		    one->departure == DT_CHAIN_WITHDRAW ? 1 : r->keep);
	}
	r->row[c->states.n] = at;
}

static enum dt_status
solve(struct reply *r, double *error)
{
	struct dt_chain_flow flow = { r->c->states.n, r->row, r->to, r->share,
	    NULL };
	lay_out(r);
	return dt_chain_system(&flow, r->known, r->value, error);
}

static double
largest(const double *x, size_t n)
{
	double most = 1e-300;
	for (size_t s = 0; s < n; s++)
		most = dt_number_max(most, fabs(x[s]));
	return most;
}

static enum dt_status
iterate(struct reply *r, double *more)
{
	size_t n = r->c->states.n, changed;
	double margin = 1e-14 * largest(r->value, n), error = 0;
	double gap = improve(r, margin, &changed);
	enum dt_status status = DT_OK;
	if (changed > 0)
		sweep(r);
	for (int k = 0; changed > 0 && k < PLANS_MOST; k++) {
		status = solve(r, &error);
		if (status != DT_OK)
			return status;
		margin = 1e-14 * largest(r->value, n);
		gap = isnan(error) ? NAN : improve(r, margin, &changed);
	}
	/* A notice leads to other equations of the same round. */
	*more = 2 * (gap + error) / (1 - r->keep);
	return status;
}

/* By how much the plan's values are off: solved as they are, `off` being what
 * is known of those that come to the most strikes. */
static enum dt_status
find_off(struct reply *r, double rounding, double *off)
{
	const struct dt_chain *c = r->c;
	size_t n = c->states.n;
	double error = 0;
	double bar = dt_chain_strikes_bar(c, c->order[r->place], r->keep, 0);
	for (size_t s = 0; s < n; s++)
		off[s] = 0;
	enum dt_status status = DT_OK;
	if (bar > 0)
		lay_out(r);
	for (size_t s = 0; bar > 0 && s < n; s++) {
		r->known[s] = 0;
		for (size_t e = r->row[s]; e < r->row[s + 1]; e++) {
			if (!dt_chain_strikes_reach(c, s, r->to[e]))
				continue;
			r->known[s] += r->share[e] * bar;
			r->share[e] = 0;
		}
	}
	struct dt_chain_flow flow = { n, r->row, r->to, r->share, NULL };
	if (bar > 0 && status == DT_OK)
		status = dt_chain_system(&flow, r->known, off, &error);
	for (size_t s = 0; s < n; s++)
		off[s] += rounding + 2 * error / (1 - r->keep);
	return status;
}

static bool
reserve(struct reply *r)
{
	const struct dt_chain *c = r->c;
	size_t n = c->states.n, most = c->transitions + c->other.n + 1;
	r->plan = dt_memory_new(n, sizeof(*r->plan));
	r->row = dt_memory_new(n + 1, sizeof(*r->row));
	r->to = dt_memory_new(most, sizeof(*r->to));
	r->share = dt_memory_new(most, sizeof(*r->share));
	r->known = dt_memory_new(n, sizeof(*r->known));
	for (size_t s = 0; r->plan != NULL && s < n; s++)
		r->plan[s] = COMPLIES;
	return r->plan != NULL && r->row != NULL && r->to != NULL &&
	    r->share != NULL && r->known != NULL;
}

static enum dt_status
reply(const struct dt_chain *c, size_t agent, double keep, bool departs,
    double *value, double *off, double *more)
{
	struct reply r = { .c = c, .place = dt_chain_place_of(c, agent),
	    .keep = keep, .value = value };
	enum dt_status status = reserve(&r) ? DT_OK : DT_ENOMEM;
	if (status == DT_OK && departs)
		status = iterate(&r, more);
	else if (status == DT_OK) {
		status = solve(&r, more);
		*more /= 1 - keep;
	}
	if (status == DT_OK)
		status = find_off(&r, *more, off);
	void *owned[] = { r.plan, r.row, r.to, r.share, r.known };
	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++)
		dt_memory_free(owned[i]);
	return status;
}

enum dt_status
dt_chain_values(const struct dt_chain *c, size_t agent, double keep,
    double *value, double *off, double *rounding, struct dt_error *err)
{
	for (size_t s = 0; s < c->states.n; s++)
		value[s] = 0;
	enum dt_status status = reply(c, agent, keep, false, value, off,
	    rounding);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

enum dt_status
dt_chain_values_best(const struct dt_chain *c, size_t agent, double keep,
    double *value, double *off, double *more, struct dt_error *err)
{
	enum dt_status status = reply(c, agent, keep, true, value, off, more);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

void
dt_chain_values_best_before(const struct dt_chain *c, size_t agent,
    double keep, const double *after, double *value)
{
	struct reply r = { .c = c, .place = dt_chain_place_of(c, agent),
	    .keep = keep };
	/* To give notice leads to a later state, of the same round. */
	for (size_t s = c->states.n; s-- > 0;) {
		size_t which = COMPLIES;
		value[s] = best_of(&r, s, value, after, &which);
	}
}

void
dt_chain_values_before(const struct dt_chain *c, size_t agent, double keep,
    const double *after, double *value)
{
	struct reply r = { .c = c, .place = dt_chain_place_of(c, agent),
	    .keep = keep };
	for (size_t s = 0; s < c->states.n; s++)
		value[s] = worth(&r, s, COMPLIES, value, after);
}
