/* keeping: from an experiment to the verdict on its treaty; see keeping.h. */
#include "verdict/keeping.h"

#include <math.h>
#include <string.h>

#include "base/pool.h"
#include "verdict/keeping_internal.h"

struct dt_parts_limits
dt_keeping_limits(size_t agents)
{
	return (struct dt_parts_limits){ .states = agents <= 3 ? 1200000 :
	    200000, .edges = 16000000, .round_states = 3e7 };
}

static enum dt_status
judge(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_shelf *shelf, struct dt_comply_verdict *verdict,
    struct dt_error *err)
{
	struct dt_parts_limits parts = dt_keeping_limits(model->model.n);
	parts.threads = request->threads;
	parts.shelf = shelf;
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

/* What the game without a known end says, before the other has been judged,
 * which takes some times as long. */
static void
tell_first(const struct dt_keeping_telling *t,
    const struct dt_comply_model *endless)
{
	const struct dt_keeping_request *request = t->request;
	struct dt_solution so_far;
	struct dt_keeping_telling first = *t;
	if (request->heard == NULL)
		return;
	first.model = endless;
	first.verdict = t->endless;
	first.endless = NULL;
	first.solution = &so_far;
	dt_solution_start(&so_far, t->arena, DT_KEEPING_UNKNOWN_END,
	    t->experiment->scenario->name);
	so_far.config = t->experiment->config;
	dt_keeping_tell(&first);
	dt_keeping_tables_first(&first);
	request->heard(request->of, &so_far);
	dt_solution_free(&so_far);
}

/* A game whose end is known, judged as if it were not, and as it is. Threads
 * are for agents, where several are looked at; else for the two games. */
enum { ENDLESS, AS_IT_IS, GAMES };
struct games {
	const struct dt_comply_model *model[GAMES];
	const struct dt_keeping_request *request;
	struct dt_comply_verdict *verdict[GAMES];
};

static enum dt_status
judge_game(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	const struct games *games = of;
	return judge(games->model[turn->item], &games->request->play,
	    games->request->shelf, games->verdict[turn->item], err);
}

static enum dt_status
judge_both(struct dt_keeping_telling *t, struct dt_comply_verdict *endless,
    struct dt_comply_verdict *verdict, struct dt_error *err)
{
	struct dt_comply_model model = dt_keeping_endless(t->model);
	struct games games = { { &model, t->model }, t->request,
	    { endless, verdict } };
	struct dt_pool_request request = { .n = GAMES, .threads =
	    dt_parts_judged(&model) > 1 ? 1 : t->request->play.threads,
	    .work = judge_game, .of = &games };
	struct dt_pool *pool;
	size_t item;
	enum dt_status status = dt_pool_new(&pool, &request, err);
	if (status == DT_OK)
		status = dt_pool_next(pool, -1, &item, err);
	t->endless = endless;
	if (status == DT_OK)
		tell_first(t, &model);
	if (status == DT_OK)
		status = dt_pool_next(pool, -1, &item, err);
	dt_pool_free(pool);
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
	if (t->request->heard != NULL)
		t->request->heard(t->request->of, t->solution);
	return t->request->thresholds ? dt_keeping_thresholds(t, err) : DT_OK;
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
		status = judge_both(&t, &endless, &verdict, err);
	else if (status == DT_OK)
		status = judge(&model, &request->play, request->shelf,
		    &verdict, err);
	if (status == DT_OK)
		status = tell(&t, err);
	dt_comply_verdict_free(&verdict);
	dt_comply_verdict_free(&endless);
	return status;
}
