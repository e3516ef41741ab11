/* keeping: from an experiment to the verdict on its treaty; see keeping.h. */
#include "verdict/keeping.h"

#include <math.h>
#include <string.h>

#include "verdict/keeping_internal.h"

struct dt_parts_limits
dt_keeping_limits(size_t agents)
{
	return (struct dt_parts_limits){ .states = agents <= 3 ? 1200000 :
	    200000, .edges = 16000000, .round_states = 3e7 };
}

enum dt_status
dt_keeping_judge(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_comply_verdict *verdict, struct dt_error *err)
{
	struct dt_parts_limits parts = dt_keeping_limits(model->model.n);
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

static enum dt_status
judge_endless(const struct dt_keeping_request *request,
    const struct dt_comply_model *model, struct dt_comply_verdict *verdict,
    struct dt_error *err)
{
	struct dt_comply_model endless = dt_keeping_endless(model);
	return dt_keeping_judge(&endless, &request->play, verdict, err);
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
	enum dt_status status = dt_keeping_model(arena, e, request->patience,
	    &model, err);
	if (status == DT_OK)
		status = dt_keeping_judge(&model, &request->play, &verdict,
		    err);
	struct dt_keeping_telling t = { .arena = arena, .experiment = e,
	    .request = request, .model = &model, .verdict = &verdict,
	    .solution = solution };
	bool ends = dt_keeping_ends(&model) && verdict.answer != DT_COMPLY_NEVER;
	if (status == DT_OK && ends) {
		status = judge_endless(request, &model, &endless, err);
		t.endless = &endless;
	}
	if (status == DT_OK)
		status = tell(&t, err);
	dt_comply_verdict_free(&verdict);
	dt_comply_verdict_free(&endless);
	return status;
}
