/*
 * comply_values: what complying and departing are worth, in every state of the
 * treaty; see comply.h. Values are looked at before anything is drawn from
 * them: they must be finite, and their equations hold.
 */
#include "comply/comply_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* Of the largest value: what the values may be off. */
#define OFF_MOST 1e-8

static bool
alike(const struct dt_comply_case *a, const struct dt_comply_case *b)
{
	return a->agent == b->agent && a->departure == b->departure &&
	    a->where.phase == b->where.phase &&
	    a->where.party == b->where.party &&
	    a->where.notified == b->where.notified &&
	    a->where.strikes == b->where.strikes &&
	    a->where.many == b->where.many &&
	    a->where.expected == b->where.expected &&
	    a->where.suspended_left == b->where.suspended_left;
}

void
dt_comply_values_add(struct dt_comply_judging *j, const struct dt_comply_case *one)
{
	struct dt_comply_verdict *v = j->v;
	size_t k = v->n_cases;
	while (k > 0 && !alike(&v->cases[k - 1], one))
		k--;
	if (k > 0) {
		struct dt_comply_case *as = &v->cases[k - 1];
		double least = dt_number_max(as->shown, one->shown);
		if (one->best > as->best)
			*as = *one;
		as->shown = least;
		return;
	}
	if (v->n_cases == v->room) {
		size_t room = v->room > 0 ? 2 * v->room : 64;
		void *more = dt_memory_resize(v->cases, room,
		    sizeof(*v->cases));
		if (more == NULL) {
			j->status = DT_ENOMEM;
			return;
		}
		v->cases = more;
		v->room = room;
	}
	v->cases[v->n_cases++] = *one;
}

/* What complying, and complying after a departure, are worth in a round and
 * in the next; to one that goes on as is best; and by how much that is off. */
struct sight {
	const double *now, *after, *best_now, *best_after;
	const double *off_now, *off_after, *off_best_now, *off_best_after;
	double bar;                     /* of strikes not counted */
	double norm;                    /* of a sum, what a round of it is */
};

/* What is shown to be gained, strikes that are not counted in doubt. */
static double
shown(const struct dt_comply_judging *j, const struct sight *x, size_t state,
    const struct dt_comply_case *one)
{
	double off = dt_chain_depart_off(j->chain, state, j->agent,
	    one->departure, j->keep, x->off_now, x->off_after, x->bar);
	double best_off = dt_chain_depart_off(j->chain, state, j->agent,
	    one->departure, j->keep, x->off_best_now, x->off_best_after,
	    x->bar);
	return dt_number_max(one->worth - off, one->best - best_off) -
	    x->off_now[state];
}

/* All departures in one state. */
static void
look_at(struct dt_comply_judging *j, size_t state, int64_t round,
    bool expected, const struct sight *x)
{
	struct dt_comply_case one = { .agent = j->agent, .round = round,
	    .value = x->now[state] * x->norm };
	dt_chain_standing_of(j->chain, state, j->agent, &one.where);
	one.where.expected = expected;
	for (int k = 0; k < DT_CHAIN_DEPARTURES; k++) {
		one.departure = (enum dt_chain_departure)k;
		double there = dt_chain_depart(j->chain, state, j->agent,
		    one.departure, j->keep, x->now, x->after);
		if (isnan(there))
			continue;
		one.worth = there - x->now[state];
		one.best = dt_chain_depart(j->chain, state, j->agent,
		    one.departure, j->keep, x->best_now, x->best_after) -
		    x->now[state];
		one.departing = there * x->norm;
		one.gain = one.worth * x->norm;
		one.shown = shown(j, x, state, &one);
		j->scale = dt_number_max(j->scale, fabs(x->now[state]));
		dt_comply_values_add(j, &one);
	}
}

static double
at_start(const struct dt_comply_judging *j, const double *value)
{
	size_t n;
	const double *start = dt_chain_start(j->chain, &n);
	double sum = 0;
	for (size_t s = 0; s < n; s++)
		sum += start[s] * value[s];
	return sum;
}

static void
mark_start(const struct dt_comply_judging *j, unsigned char *marked)
{
	size_t n;
	const double *start = dt_chain_start(j->chain, &n);
	for (size_t s = 0; s < n; s++)
		marked[s] = start[s] > 0;
}

/* Values whose equations hold, to what counts as zero; NAN is refused. */
static void
believe(struct dt_comply_judging *j, const double *value, size_t n, double off)
{
	double most = 0;
	for (size_t s = 0; s < n; s++)
		most = dt_number_max(most, fabs(value[s]));
	j->off = dt_number_max(j->off, off);
	if (!isfinite(most) || !(off <= OFF_MOST * most + 1e-300))
		j->status = dt_status_fail(j->err, DT_EUSAGE, "values of %zu "
		    "states were found, but their equations are off by up to "
		    "%.2g, of %.4g: no answer is drawn from them",
		    dt_chain_states(j->chain), off, most);
}

void
dt_comply_values_endless(struct dt_comply_judging *j)
{
	size_t n = dt_chain_states(j->chain);
	double *value = dt_memory_new(4 * n, sizeof(*value));
	double rounding = 0, more = 0;
	if (value == NULL) {
		j->status = DT_ENOMEM;
		return;
	}
	double *best = value + n, *off = value + 2 * n, *best_off = off + n;
	j->status = dt_chain_values(j->chain, j->agent, j->keep, value, off,
	    &rounding, j->err);
	memcpy(best, value, n * sizeof(*value));
	if (j->status == DT_OK)
		j->status = dt_chain_values_best(j->chain, j->agent, j->keep,
		    best, best_off, &more, j->err);
	if (j->status == DT_OK)
		believe(j, value, 2 * n, rounding + more);
	struct sight x = { value, value, best, best, off, off, best_off,
	    best_off, dt_chain_strikes_bar(j->chain, j->agent, j->keep, 0),
	    1 - j->keep };
	for (size_t s = 0; s < n && j->status == DT_OK; s++) {
		struct dt_chain_standing where;
		dt_chain_standing_of(j->chain, s, j->agent, &where);
		look_at(j, s, 0, where.expected, &x);
	}
	j->v->start[j->agent] = (1 - j->keep) * at_start(j, value);
	j->v->cut = dt_number_max(j->v->cut, 2 * x.bar);
	dt_memory_free(value);
}

/* Marks of every round: expected 1, by departures of the agent 2. */
static unsigned char *
mark_rounds(const struct dt_comply_judging *j, int64_t rounds)
{
	size_t n = dt_chain_states(j->chain);
	unsigned char *all = dt_memory_new((size_t)rounds * n, 1);
	unsigned char *a = dt_memory_new(2 * n, 1), *b = dt_memory_new(2 * n, 1);
	if (all != NULL && a != NULL && b != NULL) {
		mark_start(j, a);
		mark_start(j, a + n);
	}
	for (int64_t t = 0; all && a && b && t < rounds; t++) {
		dt_chain_ahead(j->chain, -1, a, b);
		dt_chain_ahead(j->chain, (int)j->agent, a + n, b + n);
		for (size_t s = 0; s < n; s++)
			all[(size_t)t * n + s] = a[s] ? 1 : a[n + s] ? 2 : 0;
		memcpy(a, b, 2 * n);
	}
	dt_memory_free(a);
	dt_memory_free(b);
	return all;
}

/* By how much values of a round are off, those after being known. In a game
 * that ends many strikes are no limit: they are as many as could come by now,
 * so that a state with many is off like any other. */
static void
find_off(struct dt_comply_judging *j, struct sight *x, double *off,
    double *best_off)
{
	size_t n = dt_chain_states(j->chain);
	for (size_t s = n; s-- > 0;) {
		if (dt_chain_strikes_many(j->chain, s)) {
			off[s] = best_off[s] = x->bar;
			continue;
		}
		off[s] = dt_chain_depart_off(j->chain, s, j->agent,
		    DT_CHAIN_DEPARTURES, 1, off, x->off_after, x->bar);
		best_off[s] = dt_chain_depart_off(j->chain, s, j->agent,
		    DT_CHAIN_DEPARTURES, 1, best_off, x->off_best_after,
		    x->bar);
		for (int k = 0; k < DT_CHAIN_DEPARTURES; k++) {
			double other = dt_chain_depart_off(j->chain, s,
			    j->agent, (enum dt_chain_departure)k, 1, best_off,
			    x->off_best_after, x->bar);
			if (!isnan(other))
				best_off[s] = dt_number_max(best_off[s],
				    other);
		}
	}
}

/* From the last round to the first: in `room`, of this round and of the one
 * after, values by complying and by the best reply, and what these are off. */
static void
go_back(struct dt_comply_judging *j, const unsigned char *marks,
    double *room)
{
	size_t n = dt_chain_states(j->chain);
	int64_t rounds = j->m->model.rounds;
	bool cut = dt_chain_strikes(j->chain) > 0;
	double *now = room, *after = room + 4 * n;
	for (int64_t t = rounds; t > 0 && j->status == DT_OK; t--) {
		const unsigned char *mark = marks + (size_t)(t - 1) * n;
		struct sight x = { now, after, now + n, after + n,
		    now + 2 * n, after + 2 * n, now + 3 * n, after + 3 * n,
		    dt_chain_strikes_bar(j->chain, j->agent, 1, rounds - t +
		    1),
		    1 / (double)(rounds - t + 1) };
		dt_chain_values_before(j->chain, j->agent, 1, after, now);
		dt_chain_values_best_before(j->chain, j->agent, 1, after + n,
		    now + n);
		if (cut)
			find_off(j, &x, now + 2 * n, now + 3 * n);
		if (!dt_number_finite(now, 2 * n))
			believe(j, now, 2 * n, NAN);
		for (size_t s = 0; s < n && j->status == DT_OK; s++)
			if (mark[s] != 0)
				look_at(j, s, t, mark[s] == 1, &x);
		double *other = now;
		now = after;
		after = other;
	}
	if (j->status == DT_OK)
		j->v->start[j->agent] = at_start(j, after) / (double)rounds;
}

void
dt_comply_values_ending(struct dt_comply_judging *j)
{
	size_t n = dt_chain_states(j->chain);
	int64_t rounds = j->m->model.rounds;
	unsigned char *marks = mark_rounds(j, rounds);
	double *room = dt_memory_new(8 * n, sizeof(*room));
	if (marks == NULL || room == NULL)
		j->status = DT_ENOMEM;
	else
		go_back(j, marks, room);
	j->v->cut = dt_number_max(j->v->cut, 2 * dt_chain_strikes_bar(
	    j->chain, j->agent, 1, rounds));
	dt_memory_free(marks);
	dt_memory_free(room);
}
