/*
 * comply: the exact verdict; see comply.h. An agent's states are walked with
 * all others that are alike as one another's twins, and it apart from them.
 */
#include "repeat/comply.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

const char *const dt_comply_words[] = {
	"racing in secret", "racing in the open", "refusing inspection",
	"withdrawing", "pausing where the treaty's answer is to race", NULL
};

/* Strikes that are forgiven have no end; beyond so many more than the last
 * rung's nothing changes but how long forgiveness takes. */
enum { STRIKES_BEYOND = 2 };

/* In a game that ends each state is looked at in each round. */
#define ROUND_STATES_MOST 1e8

struct judge {
	const struct dt_comply_model *m;
	struct dt_chain *chain;
	size_t agent;
	double keep;
	struct dt_comply_verdict *v;
	struct dt_error *err;
	double scale;                   /* of what counts as zero */
	enum dt_status status;
};

static bool
alike(const struct dt_comply_case *a, const struct dt_comply_case *b)
{
	return a->agent == b->agent && a->departure == b->departure &&
	    a->where.phase == b->where.phase &&
	    a->where.party == b->where.party &&
	    a->where.notified == b->where.notified &&
	    a->where.strikes == b->where.strikes &&
	    a->where.expected == b->where.expected &&
	    a->where.suspended_left == b->where.suspended_left;
}

static void
add_case(struct judge *j, const struct dt_comply_case *one)
{
	struct dt_comply_verdict *v = j->v;
	size_t k = v->n_cases;
	while (k > 0 && !alike(&v->cases[k - 1], one))
		k--;
	if (k > 0) {
		if (one->best > v->cases[k - 1].best)
			v->cases[k - 1] = *one;
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

/* All departures in one state; `norm`: of a sum, what a round of it is. */
static void
look_at(struct judge *j, size_t state, int64_t round, bool expected,
    double norm, const double *now, const double *after,
    const double *best_now, const double *best_after)
{
	struct dt_comply_case one = { .agent = j->agent, .round = round,
	    .value = now[state] * norm };
	dt_chain_standing_of(j->chain, state, j->agent, &one.where);
	one.where.expected = expected;
	for (int k = 0; k < DT_CHAIN_DEPARTURES; k++) {
		one.departure = (enum dt_chain_departure)k;
		double there = dt_chain_depart(j->chain, state, j->agent,
		    one.departure, j->keep, now, after);
		if (isnan(there))
			continue;
		one.worth = there - now[state];
		one.best = dt_chain_depart(j->chain, state, j->agent,
		    one.departure, j->keep, best_now, best_after) - now[state];
		one.departing = there * norm;
		one.gain = one.worth * norm;
		j->scale = fmax(j->scale, fabs(now[state]));
		add_case(j, &one);
	}
}

static double
at_start(const struct judge *j, const double *value)
{
	size_t n;
	const double *start = dt_chain_start(j->chain, &n);
	double sum = 0;
	for (size_t s = 0; s < n; s++)
		sum += start[s] * value[s];
	return sum;
}

static void
mark_start(const struct judge *j, unsigned char *marked)
{
	size_t n;
	const double *start = dt_chain_start(j->chain, &n);
	for (size_t s = 0; s < n; s++)
		marked[s] = start[s] > 0;
}

static void
judge_endless(struct judge *j)
{
	size_t n = dt_chain_states(j->chain);
	double *value = dt_memory_new(2 * n, sizeof(*value)), missing;
	if (value == NULL) {
		j->status = DT_ENOMEM;
		return;
	}
	double *best = value + n;
	j->status = dt_chain_values(j->chain, j->agent, j->keep, value,
	    j->err);
	memcpy(best, value, n * sizeof(*value));
	if (j->status == DT_OK)
		dt_chain_values_best(j->chain, j->agent, j->keep, best,
		    &missing);
	for (size_t s = 0; s < n && j->status == DT_OK; s++) {
		struct dt_chain_standing where;
		dt_chain_standing_of(j->chain, s, j->agent, &where);
		look_at(j, s, 0, where.expected, 1 - j->keep, value, value,
		    best, best);
	}
	j->v->start[j->agent] = (1 - j->keep) * at_start(j, value);
	dt_memory_free(value);
}

/* Marks of every round: expected 1, by departures of the agent 2. */
static unsigned char *
mark_rounds(const struct judge *j, int64_t rounds)
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

static void
judge_ending(struct judge *j)
{
	size_t n = dt_chain_states(j->chain);
	int64_t rounds = j->m->model.rounds;
	unsigned char *marks = mark_rounds(j, rounds);
	double *room = dt_memory_new(4 * n, sizeof(*room));
	double *now = room, *after = room == NULL ? NULL : room + 2 * n;
	if (marks == NULL || room == NULL)
		j->status = DT_ENOMEM;
	/* Values by complying, and then by the best reply. */
	for (int64_t t = rounds; t > 0 && j->status == DT_OK; t--) {
		const unsigned char *mark = marks + (size_t)(t - 1) * n;
		double norm = 1 / (double)(rounds - t + 1);
		dt_chain_values_before(j->chain, j->agent, 1, after, now);
		dt_chain_values_best_before(j->chain, j->agent, 1, after + n,
		    now + n);
		for (size_t s = 0; s < n && j->status == DT_OK; s++)
			if (mark[s] != 0)
				look_at(j, s, t, mark[s] == 1, norm, now,
				    after, now + n, after + n);
		double *other = now;
		now = after;
		after = other;
	}
	if (j->status == DT_OK)
		j->v->start[j->agent] = at_start(j, after) / (double)rounds;
	dt_memory_free(marks);
	dt_memory_free(room);
}

static void
build(struct judge *j, const struct dt_chain_limits *limits,
    uint64_t departing)
{
	const struct dt_model *model = &j->m->model;
	const struct dt_terms *t = &model->terms;
	struct dt_chain_limits l = limits ? *limits :
	    (struct dt_chain_limits){ 0 };
	/* Withdrawals take steps of the walk, but no rounds. */
	l.depth = model->continuation_chance < 1 ? -1 :
	    model->rounds + (int64_t)dt_move_count(departing);
	l.departing = departing;
	if (l.strikes == 0 && t->n_rungs > 0)
		l.strikes = t->rungs[t->n_rungs - 1].strikes + STRIKES_BEYOND;
	j->status = dt_chain_build(&j->chain, model, &l, j->err);
	if (j->status == DT_OK && l.depth >= 0 && (double)model->rounds *
	    (double)dt_chain_states(j->chain) > ROUND_STATES_MOST)
		j->status = dt_status_fail(j->err, DT_EUSAGE, "an exact "
		    "answer is out of reach: %zu states in each of %lld "
		    "rounds", dt_chain_states(j->chain),
		    (long long)model->rounds);
}

static void
conclude(struct judge *j)
{
	struct dt_comply_verdict *v = j->v;
	double zero = 1e-10 * j->scale, beyond = zero;
	v->perfect = true;
	v->binding.best = -INFINITY;
	for (size_t k = 0; k < v->n_cases; k++) {
		const struct dt_comply_case *one = &v->cases[k];
		v->perfect = v->perfect && one->worth <= zero;
		if (one->where.expected && one->best > v->binding.best)
			v->binding = *one;
		if (one->where.expected || one->worth <= beyond)
			continue;
		beyond = one->worth;
		v->beyond = *one;
	}
	v->slack = -v->binding.best;
	v->holds = v->binding.best <= zero;
	v->sure = true;
}

static void
judge_agent(struct judge *j)
{
	j->keep = j->m->patience[j->agent];
	if (j->m->model.continuation_chance < 1)
		judge_endless(j);
	else
		judge_ending(j);
	size_t states = dt_chain_states(j->chain);
	if (states > j->v->states)
		j->v->states = states;
}

enum dt_status
dt_comply_judge(const struct dt_comply_model *m,
    const struct dt_chain_limits *limits, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	struct judge j = { .m = m, .v = v, .err = err, .scale = 1e-300 };
	uint64_t signers = m->signers;
	bool together = dt_move_count(signers) <= 2;
	*v = (struct dt_comply_verdict){ .holds = false };
	if (together)
		build(&j, limits, signers);
	for (uint64_t set = signers; set != 0 && j.status == DT_OK;
	    set &= set - 1) {
		j.agent = dt_move_first(set);
		if (!together)
			build(&j, limits, dt_move_bit(j.agent));
		if (j.status == DT_OK)
			judge_agent(&j);
		if (!together) {
			dt_chain_free(j.chain);
			j.chain = NULL;
		}
	}
	dt_chain_free(j.chain);
	if (j.status == DT_OK)
		conclude(&j);
	return j.status == DT_ENOMEM ? dt_status_no_memory(err) : j.status;
}

void
dt_comply_verdict_free(struct dt_comply_verdict *v)
{
	dt_memory_free(v->cases);
	v->cases = NULL;
	v->n_cases = v->room = 0;
}
