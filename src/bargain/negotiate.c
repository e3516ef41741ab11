/* negotiate: many negotiations, and what is said of them; see negotiate.h. */
#include "bargain/negotiate.h"

#include <math.h>
#include <time.h>

#include "base/memory.h"
#include "base/pool.h"
#include "bargain/talks_outside.h"

enum { BATCH = 64, AHEAD = 64, WAIT = 200 };

static enum dt_status
hold(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	const struct dt_negotiate *g = of;
	enum dt_status status = DT_OK;
	int64_t first = (int64_t)turn->item * BATCH;
	for (int64_t k = first; status == DT_OK && k < first + BATCH &&
	    k < g->runs && dt_talks_outside_fault(g->setting->programs) ==
	    NULL; k++)
		status = dt_talks_hold(g->setting, k + 1, &g->outcomes[k],
		    err);
	return status;
}

static enum dt_status
take_batch(struct dt_negotiate *g, const struct dt_negotiate_take *take,
    size_t item, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	int64_t first = (int64_t)item * BATCH;
	for (int64_t k = first; k < first + BATCH && k < g->runs &&
	    status == DT_OK; k++) {
		status = take->one(take->to, k + 1, &g->outcomes[k], err);
		if (k < take->keep)
			continue;
		dt_talks_outcome_free(&g->outcomes[k]);
		g->outcomes[k].n_events = g->outcomes[k].room_events = 0;
	}
	return status;
}

static enum dt_status
take_all(struct dt_negotiate *g, const struct dt_pool_request *request,
    const struct dt_negotiate_take *take, struct dt_error *err)
{
	struct dt_pool *pool;
	enum dt_status status = dt_pool_new(&pool, request, err);
	for (size_t item = 0; status == DT_OK && item < request->n;) {
		size_t next;
		status = dt_pool_next(pool, WAIT, &next, err);
		if (status != DT_OK || next == DT_POOL_WAITING)
			continue;
		item = next + 1;
		if (next < request->n)
			status = take_batch(g, take, next, err);
	}
	dt_pool_free(pool);
	return status;
}

/* What was finished before a program failed, if anything was. */
static enum dt_status
cut_short(struct dt_negotiate *g, struct dt_error *err)
{
	int64_t n = dt_talks_outside_held(g->setting->programs);
	for (int64_t k = n; k < g->runs; k++)
		dt_talks_outcome_free(&g->outcomes[k]);
	g->runs = n;
	return n > 0 && g->fault->status == DT_EINPUT ? DT_OK :
	    dt_status_fail(err, g->fault->status, "%s", g->fault->message);
}

enum dt_status
dt_negotiate_new(struct dt_negotiate *g,
    const struct dt_talks_setting *setting, const char *scenario,
    int64_t runs, int threads, const struct dt_negotiate_take *take,
    const atomic_bool *stop, struct dt_error *err)
{
	clock_t start = clock();
	struct dt_pool_request request = {
		.n = (size_t)((runs + BATCH - 1) / BATCH), .ahead = AHEAD,
		.threads = setting->programs != NULL ? 1 : threads,
		.stop = stop, .work = hold, .of = g };
	*g = (struct dt_negotiate){ .setting = setting, .scenario = scenario,
	    .runs = runs };
	g->outcomes = dt_memory_new((size_t)runs, sizeof(*g->outcomes));
	if (g->outcomes == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = take == NULL ? dt_pool_run(&request, err) :
	    take_all(g, &request, take, err);
	g->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	g->fault = dt_talks_outside_fault(setting->programs);
	return status == DT_OK && g->fault != NULL ? cut_short(g, err) :
	    status;
}

void
dt_negotiate_free(struct dt_negotiate *g)
{
	for (int64_t k = 0; g->outcomes != NULL && k < g->runs; k++)
		dt_talks_outcome_free(&g->outcomes[k]);
	dt_memory_free(g->outcomes);
	g->outcomes = NULL;
}

/* ---- what they came to, in sentences ---- */

struct sums {
	int64_t agreed, hollow, ends[DT_TALKS_ENDS], defections;
	double racing, racing_squared;
};

static struct sums
add_up(const struct dt_negotiate *g)
{
	struct sums s = { 0 };
	for (int64_t k = 0; k < g->runs; k++) {
		const struct dt_talks_outcome *o = &g->outcomes[k];
		s.ends[o->end]++;
		s.defections += o->defections;
		if (o->end != DT_TALKS_AGREED)
			continue;
		s.agreed++;
		s.hollow += !g->setting->stakes->texts[o->text].holds;
		s.racing += (double)(o->rounds - 1);
	}
	return s;
}

static const char *
verdict_of(const struct dt_stakes_text *x)
{
	switch (x->answer) {
	case DT_COMPLY_YES:
		return "It holds: nobody gains by departing from it, says the "
		    "judge (detente solve).";
	case DT_COMPLY_BUT:
		return "It holds: nobody gains by departing from it. But who "
		    "is to carry out its threats would gain by not doing so, "
		    "says the judge (detente solve).";
	case DT_COMPLY_NO:
		return "It does not hold: somebody gains by departing from it, "
		    "says the judge (detente solve).";
	default:
		return "Whether it holds is not shown (detente solve).";
	}
}

static void
tell_end(const struct dt_negotiate *g, struct dt_solution *solution)
{
	const struct dt_talks_outcome *o = &g->outcomes[0];
	const struct dt_stakes_text *x;
	if (o->end != DT_TALKS_AGREED) {
		dt_solution_say(solution, "No text entered into force: talks "
		    "ended after %lld rounds (%s).", (long long)o->rounds,
		    dt_talks_end_words[o->end]);
		return;
	}
	x = &g->setting->stakes->texts[o->text];
	dt_solution_say(solution, "'%s' enters into force in round %lld of "
	    "talks, after %lld of racing, for %zu of %zu agents.", x->name,
	    (long long)o->rounds, (long long)(o->rounds - 1),
	    dt_move_count(o->bound), g->setting->stakes->n);
	dt_solution_say(solution, "%s", verdict_of(x));
}

static void
tell_many(const struct dt_negotiate *g, const struct sums *s,
    struct dt_solution *solution)
{
	double n = (double)g->runs, p = (double)s->agreed / n;
	dt_solution_say(solution, "In %lld of %lld negotiations a text "
	    "entered into force: %.3g %% (standard error %.2g).",
	    (long long)s->agreed, (long long)g->runs, 100 * p,
	    100 * sqrt(p * (1 - p) / n));
	if (s->agreed > 0)
		dt_solution_say(solution, "Until then they raced %.3g rounds "
		    "in the mean.", s->racing / (double)s->agreed);
	if (s->hollow > 0)
		dt_solution_say(solution, "%lld of these texts are not shown "
		    "to hold: somebody gains by departing from them, or it "
		    "is not known.", (long long)s->hollow);
	else if (s->agreed > 0)
		dt_solution_say(solution, "All of these texts hold: nobody "
		    "gains by departing from them.");
	for (int k = DT_TALKS_DEADLINE; k < DT_TALKS_ENDS; k++)
		if (s->ends[k] > 0)
			dt_solution_say(solution, "Without agreement: %lld "
			    "(%s).", (long long)s->ends[k],
			    dt_talks_end_words[k]);
}

/* How it was worked out. */
static void
tell_method(const struct dt_negotiate *g, struct dt_solution *solution)
{
	const struct dt_stakes *s = g->setting->stakes;
	double error = 0;
	size_t played = 0, judged = 0;
	for (size_t x = 0; x < s->m; x++) {
		played += s->texts[x].played;
		judged += s->texts[x].judged_by_play;
		error = dt_number_max(error, s->texts[x].error);
	}
	if (s->m == 1)
		dt_solution_say(solution, "What the text is worth is %s.",
		    played == 0 ? "exact" : "played");
	else if (played == 0)
		dt_solution_say(solution, "What the %zu texts are worth is "
		    "exact.", s->m);
	else
		dt_solution_say(solution, "What %zu of the %zu texts are worth "
		    "was played.", played, s->m);
	if (played > 0)
		dt_solution_say(solution, "Its standard error is at most %.2g "
		    "a round.", error);
	if (judged > 0)
		dt_solution_say(solution, judged == 1 ? "One verdict is by "
		    "play." : "%zu verdicts are by play.", judged);
	if (s->made_endless)
		dt_solution_say(solution, "The scenario has a known end; texts "
		    "are valued in a game as long in the mean without one "
		    "(continuation %.6g).", s->continuation);
	solution->method = played > 0 ? "negotiations drawn; worth in part "
	    "played" : "negotiations drawn; worth exact";
}

void
dt_negotiate_tell(const struct dt_negotiate *g, struct dt_arena *arena,
    struct dt_solution *solution)
{
	struct sums s = add_up(g);
	dt_solution_start(solution, arena, "negotiate", g->scenario);
	solution->config =
	    g->setting->stakes->texts[0].experiment.config;
	if (g->runs == 1) {
		tell_end(g, solution);
		dt_negotiate_page(g, 0, solution);
	} else {
		tell_many(g, &s, solution);
	}
	if (s.defections > 0)
		dt_solution_say(solution, "%lld signatures were not ratified "
		    "at home.", (long long)s.defections);
	tell_method(g, solution);
	dt_negotiate_tables(g, solution);
}
