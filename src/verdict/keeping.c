/* keeping: from an experiment to the verdict on its treaty; see keeping.h. */
#include "verdict/keeping.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/pool.h"
#include "verdict/keeping_internal.h"

struct dt_parts_limits
dt_keeping_limits(size_t agents)
{
	return (struct dt_parts_limits){ .states = agents <= 3 ? 1200000 :
	    200000, .edges = 16000000, .round_states = 3e7 };
}

static struct dt_parts_limits
limits_of(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request, struct dt_shelf *shelf)
{
	struct dt_parts_limits limits = dt_keeping_limits(model->model.n);
	limits.threads = request->threads;
	limits.shelf = shelf;
	return limits;
}

static enum dt_status
judge(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_shelf *shelf, struct dt_comply_verdict *verdict,
    struct dt_error *err)
{
	struct dt_parts_limits parts = limits_of(model, request, shelf);
	struct dt_error exact = { 0 };
	enum dt_status status = dt_parts_judge(model, &parts, verdict, &exact);
	if (status != DT_EUSAGE) {
		*err = exact;
		return status;
	}
	dt_comply_verdict_free(verdict);
	status = dt_comply_play(model, request, verdict, err);
	(void)snprintf(verdict->why, sizeof(verdict->why), "%.*s",
	    (int)sizeof(verdict->why) - 1, exact.message);
	return status;
}

enum dt_status
dt_keeping_judge(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_comply_verdict *verdict, struct dt_error *err)
{
	return judge(model, request, NULL, verdict, err);
}

/* A game whose end is known: whether it is kept, or what a few plays say, where
 * somebody waits to hear that; as if its end were not known; and as it is, which
 * takes some times as long. Threads are for agents, where several are looked at;
 * else for these; for both where all is soon there, since one agent may take
 * twice as long as another. */
enum { KEPT, ENDLESS, AS_IT_IS, GAMES };
struct games {
	const struct dt_comply_model *model[GAMES];
	const struct dt_keeping_request *request;
	struct dt_comply_verdict *verdict[GAMES];
	int first;                      /* that is judged */
};

/* With more what is heard first is by play, and by a tenth of the work. */
enum { STATES_FEW = 100000, EDGES_FEW = 2000000 };
#define FEW_PLAYS (DT_COMPLY_PLAY_WORK / 10)
/* Rounds times states, of all parties, that take about a tenth of a second: a
 * sentence before them, and drawing it, would take half as long. They are known
 * where the states are there from the question before. */
#define SOON 6e6
/* Of a gain, by the largest value: less may come to nothing in the whole. */
#define SURELY 1e-6

static bool
is_surely_broken(const struct dt_comply_model *m,
    const struct dt_comply_verdict *v)
{
	const struct dt_comply_finding *kept = &v->part[DT_COMPLY_KEPT];
	double value = fabs(kept->binding.value);
	for (size_t i = 0; i < m->model.n; i++)
		value = dt_number_max(value, fabs(v->start[i]));
	return v->answer == DT_COMPLY_NO && kept->binding.shown > SURELY *
	    value * (double)m->model.rounds;
}

/* What stands before the answer does. */
static void
tell_first(const struct dt_keeping_telling *t,
    const struct dt_comply_model *model, const struct dt_comply_verdict *v)
{
	struct dt_solution so_far;
	struct dt_keeping_telling first = *t;
	bool other = model != t->model, played = v->samples > 0;
	first.model = model;
	first.verdict = v;
	first.solution = &so_far;
	dt_solution_start(&so_far, t->arena, other ? DT_KEEPING_UNKNOWN_END :
	    played ? DT_KEEPING_FEW_PLAYS : DT_KEEPING_NOT_KEPT,
	    t->experiment->scenario->name);
	so_far.config = t->experiment->config;
	if (other) {
		dt_keeping_tell(&first);
		dt_keeping_tables_first(&first);
	} else {
		dt_keeping_tell_first(&first);
		(played ? dt_keeping_tables : dt_keeping_not_kept_table)(
		    &first);
	}
	t->request->heard(t->request->of, &so_far);
	dt_solution_free(&so_far);
}

/* What is said first of a game of few states, exactly; else by a few plays. */
static enum dt_status
judge_first(const struct dt_keeping_request *request,
    const struct dt_comply_model *m, bool kept, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	struct dt_comply_play_request few = request->play;
	struct dt_parts_limits limits = limits_of(m, &request->play,
	    request->shelf);
	limits.kept = kept;
	limits.whole = true;
	limits.states = STATES_FEW;
	limits.edges = EDGES_FEW;
	few.work_most = FEW_PLAYS;
	enum dt_status status = dt_parts_judge(m, &limits, v, err);
	if (status != DT_EUSAGE)
		return status;
	dt_comply_verdict_free(v);
	return dt_comply_play(m, &few, v, err);
}

static enum dt_status
judge_game(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	const struct games *games = of;
	int game = games->first + (int)turn->item;
	struct dt_comply_verdict *v = games->verdict[game];
	/* Nobody hears of it before the other, which takes longer. */
	if (game == ENDLESS && games->first == ENDLESS)
		dt_pool_stand_back(turn);
	return game == KEPT ? judge_first(games->request, games->model[KEPT],
	    true, v, err) : judge(games->model[game], &games->request->play,
	    games->request->shelf, v, err);
}

/* Who asks how far it holds has heard the verdict. */
static bool
waits(const struct dt_keeping_request *request)
{
	return request->heard != NULL && !request->dials;
}

/* One after the other, as they are judged; what is first to be told is. */
static enum dt_status
hear(const struct dt_keeping_telling *t, const struct games *games,
    struct dt_pool *pool, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	bool told = t->request->heard == NULL || (waits(t->request) &&
	    games->first > KEPT);
	for (int game = games->first; game < GAMES && status == DT_OK; game++) {
		size_t item;
		status = dt_pool_next(pool, -1, &item, err);
		const struct dt_comply_verdict *v = games->verdict[game];
		bool tells = game == ENDLESS || (game == KEPT &&
		    (v->samples > 0 || is_surely_broken(games->model[game],
		    v)));
		if (status == DT_OK && !told && tells) {
			tell_first(t, games->model[game], v);
			told = true;
		}
	}
	return status;
}

/* A game whose end is not known. */
static enum dt_status
judge_open(struct dt_keeping_telling *t, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	const struct dt_keeping_request *request = t->request;
	if (waits(request) && dt_comply_model_enters(t->model)) {
		enum dt_status status = judge_first(request, t->model, false,
		    v, err);
		if (status != DT_OK || v->samples == 0)
			return status;
		tell_first(t, t->model, v);
		dt_comply_verdict_free(v);
	}
	return judge(t->model, &request->play, request->shelf, v, err);
}

/* Whether nothing need stand before the answer, which is there soon. */
static bool
is_soon(const struct dt_keeping_request *request,
    const struct dt_comply_model *m)
{
	struct dt_parts_limits limits = limits_of(m, &request->play,
	    request->shelf);
	size_t states = dt_parts_states_kept(m, &limits);
	return states > 0 && (double)states * (double)m->model.rounds <= SOON;
}

static enum dt_status
judge_ending(struct dt_keeping_telling *t, struct dt_comply_verdict *endless,
    struct dt_comply_verdict *verdict, struct dt_error *err)
{
	struct dt_comply_model model = dt_keeping_endless(t->model);
	struct dt_comply_verdict kept = { 0 };
	bool soon = is_soon(t->request, t->model);
	struct games games = { { t->model, &model, t->model }, t->request,
	    { &kept, endless, verdict },
	    waits(t->request) && !soon ? KEPT : ENDLESS };
	struct dt_pool_request request = { .n = (size_t)(GAMES - games.first),
	    .threads = dt_parts_judged(&model) > 1 && !soon ? 1 :
		t->request->play.threads, .work = judge_game, .of = &games };
	struct dt_pool *pool;
	enum dt_status status = dt_pool_new(&pool, &request, err);
	if (status == DT_OK)
		status = hear(t, &games, pool, err);
	dt_pool_free(pool);
	dt_comply_verdict_free(&kept);
	t->endless = endless;
	return status;
}

static enum dt_status
tell(struct dt_keeping_telling *t, struct dt_error *err)
{
	dt_solution_start(t->solution, t->arena, "treaty",
	    t->experiment->scenario->name);
	t->solution->config = t->experiment->config;
	dt_keeping_tell(t);
	dt_keeping_tables(t);
	if (!t->request->thresholds)
		return DT_OK;
	if (t->request->heard != NULL && dt_keeping_thresholds_come(t))
		t->request->heard(t->request->of, t->solution);
	return dt_keeping_thresholds(t, err);
}

enum dt_status
dt_keeping_solve(struct dt_arena *arena, const struct dt_experiment *e,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_comply_model model;
	struct dt_comply_verdict verdict = { 0 }, endless = { 0 };
	struct dt_keeping_telling t = { .arena = arena, .experiment = e,
	    .request = request, .model = &model, .verdict = &verdict,
	    .solution = solution };
	enum dt_status status = dt_keeping_model(arena, e, request->patience,
	    &model, err);
	if (status == DT_OK && dt_keeping_ends(&model) &&
	    dt_comply_model_enters(&model))
		status = judge_ending(&t, &endless, &verdict, err);
	else if (status == DT_OK)
		status = judge_open(&t, &verdict, err);
	if (status == DT_OK)
		status = tell(&t, err);
	dt_comply_verdict_free(&verdict);
	dt_comply_verdict_free(&endless);
	return status;
}
