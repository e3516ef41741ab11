/* groups: see groups.h. A group is a piece of work, done by any thread. */
#include "population/groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/pool.h"
#include "engine/twins.h"
#include "play/answer.h"

enum { PURPOSE = 0x67726f75 };          /* no other stream has it */
#define SAME 1e-9

/* What a group came to for the focal one. */
struct result {
	double payoff, error, paused, weight;
	bool exact;
};

struct work {
	const struct dt_field *field;
	const struct dt_groups_request *request;
	struct dt_model model;
	size_t m, seats, pool;  /* strategies; agents; whom others are of */
	bool whole;
	size_t each;            /* groups of a strategy, if all */
	struct result *results;
};

/* In how many ways n seats are shared by m strategies; INFINITY: many. */
static double
multisets(size_t m, size_t n)
{
	double all = 1;
	for (size_t k = 1; k <= n && all < 1e12; k++)
		all *= ((double)m - 1 + (double)k) / (double)k;
	return all < 1e12 ? round(all) : INFINITY;
}

/* The others of the k-th group, as counts; their chance. */
static double
unrank(const struct work *w, size_t k, size_t *counts)
{
	size_t left = w->seats - 1;
	double chance = tgamma((double)w->seats) /
	    pow((double)w->pool, (double)left);
	for (size_t i = 0; i < w->pool; i++) {
		counts[i] = 0;
		if (i + 1 == w->pool)
			counts[i] = left;
		for (double ways; i + 1 < w->pool && left > 0 && k >= (size_t)
		    (ways = multisets(w->pool - i - 1, left)); left--) {
			k -= (size_t)ways;
			counts[i]++;
		}
		left -= i + 1 == w->pool ? left : 0;
		chance /= tgamma((double)counts[i] + 1);
	}
	return chance;
}

/* The strategy that is the k-th of those that others of `focal` may be. */
static size_t
other_of(const struct work *w, size_t focal, size_t k)
{
	return !w->request->self && k >= focal ? k + 1 : k;
}

static void
sit_all(const struct work *w, size_t item, size_t *who, struct result *r)
{
	size_t focal = item / w->each, at = 0;
	size_t *counts = who + w->seats;
	r->weight = unrank(w, item % w->each, counts);
	who[at++] = focal;
	for (size_t k = 0; k < w->pool; k++)
		for (size_t c = 0; c < counts[k]; c++)
			who[at++] = other_of(w, focal, k);
}

static size_t
sit_drawn(const struct work *w, size_t item, size_t *who)
{
	struct dt_random random;
	size_t focal = item % w->m;
	dt_random_stream(&random, w->request->how.seed, 0, item, PURPOSE);
	for (size_t i = 0; i < w->seats; i++)
		who[i] = other_of(w, focal, (size_t)(dt_random_unit(&random) *
		    (double)w->pool));
	size_t seat = (size_t)(dt_random_unit(&random) * (double)w->seats);
	who[seat] = focal;
	return seat;
}

static void
take(const struct dt_answer *a, size_t seat, struct result *r)
{
	r->exact = a->engine == DT_ENGINE_CHAIN;
	if (r->exact) {
		r->payoff = a->exact.agent[seat].payoff;
		r->paused = a->exact.agent[seat].paused;
		return;
	}
	r->payoff = dt_summary_mean(&a->summary.agent[seat].payoff);
	r->error = dt_summary_error(&a->summary.agent[seat].payoff);
	r->paused = dt_summary_mean(&a->summary.agent[seat].paused);
}

static enum dt_status
answer(const struct work *w, const struct dt_pool_turn *turn,
    const struct dt_model *model, size_t seat, struct result *r,
    struct dt_error *err)
{
	struct dt_answer_request request = { .engine = w->request->how.engine,
		.runs = w->request->how.repetitions, .programs = true };
	struct dt_answer_choice choice;
	struct dt_answer *a = dt_memory_new(1, sizeof(*a));
	if (a == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_answer_pick(&choice, model, &request, err);
	if (status == DT_OK) {
		status = dt_answer_play(&choice, 1, request.runs, turn->stop,
		    a, err);
		dt_answer_drop(&choice);
	}
	if (status == DT_OK)
		take(a, seat, r);
	dt_memory_free(a);
	return status;
}

static enum dt_status
meet(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	struct dt_model model = w->model;
	struct dt_model_agent agents[DT_AGENTS_MOST];
	struct result *r = &w->results[turn->item];
	size_t *who = dt_memory_new(w->seats + w->m, sizeof(*who)), seat = 0;
	if (who == NULL)
		return dt_status_no_memory(err);
	if (w->whole)
		sit_all(w, turn->item, who, r);
	else
		seat = sit_drawn(w, turn->item, who);
	model.minds = model.programs = 0;
	for (size_t i = 0; i < w->seats; i++) {
		agents[i] = w->model.agents[i];
		dt_matches_seat(&model, &agents[i], &w->field->list[who[i]],
		    i);
	}
	dt_memory_free(who);
	model.agents = agents;
	model.experiment = turn->item + 1;
	return answer(w, turn, &model, seat, r, err);
}

static void
add_all(const struct work *w, size_t one, struct dt_groups_row *row)
{
	double variance = 0;
	for (size_t k = 0; k < w->each; k++) {
		const struct result *r = &w->results[one * w->each + k];
		row->score += r->weight * r->payoff;
		row->paused += r->weight * r->paused;
		variance += r->weight * r->weight * r->error * r->error;
	}
	row->groups = (int64_t)w->each;
	row->error = sqrt(variance);
}

static void
add_drawn(const struct work *w, size_t one, size_t items,
    struct dt_groups_row *row)
{
	double n = 0, squares = 0, mean = 0;
	for (size_t k = one; k < items; k += w->m) {
		double off = w->results[k].payoff - mean;
		mean += off / ++n;
		squares += off * (w->results[k].payoff - mean);
		row->paused += w->results[k].paused;
	}
	row->groups = (int64_t)n;
	row->score = mean;
	row->paused /= n;
	row->error = n > 1 ? sqrt(squares / (n - 1) / n) : NAN;
}

static int
by_score(const void *left, const void *right)
{
	const struct dt_groups_row *a = left, *b = right;
	if (fabs(a->score - b->score) > SAME)
		return a->score > b->score ? -1 : 1;
	return a->one < b->one ? -1 : a->one > b->one;
}

static void
rank(struct dt_groups *g)
{
	qsort(g->rows, g->n, sizeof(*g->rows), by_score);
	for (size_t i = 0; i < g->n; i++) {
		struct dt_groups_row *r = &g->rows[i];
		r->rank = i > 0 && fabs(r->score - g->rows[i - 1].score) <=
		    SAME ? g->rows[i - 1].rank : i + 1;
		for (size_t j = 0; j < g->n; j++)
			r->tied += j != i && fabs(r->score -
			    g->rows[j].score) <= dt_number_max(SAME,
			    2 * hypot(r->error, g->rows[j].error));
	}
}

/* Whether it is the same in which seat a strategy sits. */
static bool
seats_alike(const struct work *w)
{
	struct dt_model model = w->model;
	struct dt_model_agent agents[DT_AGENTS_MOST];
	uint64_t hosts = dt_twins_hosts(&w->model);
	model.agents = agents;
	model.minds = 0;
	for (size_t i = 0; i < w->seats; i++) {
		agents[i] = w->model.agents[i];
		agents[i].automaton = w->field->list[0].automaton;
	}
	for (size_t i = 1; i < w->seats; i++)
		if (!dt_twins_alike(&model, hosts, 0, i))
			return false;
	return true;
}

/* How many pieces of work: all groups, or as many as are drawn. */
static size_t
plan(struct work *w)
{
	double most = (double)w->request->groups;
	w->pool = w->m - !w->request->self;
	double each = multisets(w->pool, w->seats - 1);
	w->whole = each * (double)w->m <= most && seats_alike(w);
	w->each = w->whole ? (size_t)each : 0;
	size_t drawn = (size_t)most / w->m;
	return w->m * (w->whole ? w->each : drawn > 1 ? drawn : 2);
}

enum dt_status
dt_groups_meet(const struct dt_field *field,
    const struct dt_groups_request *request, struct dt_arena *arena,
    struct dt_groups *g, struct dt_error *err)
{
	struct work w = { .field = field, .request = request, .m = field->n,
		.model = dt_matches_model(field, &request->how),
		.seats = field->game->model.n };
	*g = (struct dt_groups){ .field = field, .n = field->n,
		.exact = true };
	if (field->n < 2)
		return dt_status_fail(err, DT_EUSAGE, "a tournament needs two "
		    "strategies at least, and there %s %zu", field->n == 1 ?
		    "is" : "are", field->n);
	size_t items = plan(&w);
	w.results = dt_arena_new(arena, items, sizeof(*w.results));
	g->rows = dt_arena_new(arena, g->n, sizeof(*g->rows));
	if (w.results == NULL || g->rows == NULL)
		return dt_status_no_memory(err);
	struct dt_pool_request pool = { .n = items, .work = meet, .of = &w,
		.threads = request->how.threads, .stop = request->how.stop };
	enum dt_status status = dt_pool_run(&pool, err);
	if (status != DT_OK)
		return status;
	g->groups = (int64_t)items;
	g->whole = w.whole;
	for (size_t k = 0; k < items; k++)
		g->exact = g->exact && w.results[k].exact;
	for (size_t i = 0; i < g->n; i++) {
		g->rows[i].one = i;
		if (w.whole)
			add_all(&w, i, &g->rows[i]);
		else
			add_drawn(&w, i, items, &g->rows[i]);
	}
	rank(g);
	return DT_OK;
}
