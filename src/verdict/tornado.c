/* tornado: numbers at their ends, judged; see tornado.h. */
#include "verdict/tornado.h"

#include <math.h>
#include <string.h>

#include "verdict/keeping_internal.h"
#include "verdict/tornado_internal.h"

/* Agent-rounds of a play of one end. */
#define WORK 2e6

/* The model with a value in place of what a cause is now; NULL: as it is. */
static enum dt_status
make(const struct dt_tornado *t, const struct dt_tornado_cause *cause,
    double at, struct dt_arena *arena, struct dt_comply_model *model,
    struct dt_error *err)
{
	const char *config = t->experiment->config;
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_faults faults = { .arena = arena };
	struct dt_experiment made;
	struct dt_node *root, *node;
	const char *text = dt_arena_print(arena, "%.17g", at);
	enum dt_status status = text == NULL ? dt_status_no_memory(err) :
	    dt_node_read(arena, &source, &root, &faults, err);
	if (status == DT_OK && cause != NULL &&
	    (node = dt_schema_numbers_at(root, cause->key)) != NULL)
		node->text = text;
	for (size_t k = 0; status == DT_OK && cause != NULL &&
	    cause->also != NULL && cause->also[k] != NULL; k++)
		if ((node = dt_schema_numbers_at(root, cause->also[k])) != NULL)
			node->text = text;
	if (status == DT_OK)
		status = dt_experiment_compile(arena, root, &made, &faults,
		    err);
	return status != DT_OK ? status : dt_keeping_model(arena, &made,
	    t->request.patience, model, err);
}

static void
note(struct dt_tornado_end *end, const struct dt_comply_verdict *v)
{
	bool found = v->part[DT_COMPLY_KEPT].found ||
	    v->part[DT_COMPLY_STAYED].found;
	end->answer = v->answer == DT_COMPLY_BUT ? DT_COMPLY_YES : v->answer;
	end->played = v->samples > 0;
	end->slack = found && v->answer != DT_COMPLY_NEVER &&
	    isfinite(v->slack) ? v->slack : NAN;
	end->error = end->played ? v->binding.error : NAN;
}

static enum dt_status
judge(const struct dt_tornado *t, const struct dt_tornado_cause *cause,
    struct dt_tornado_end *end, bool play, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_comply_model model;
	struct dt_comply_verdict v = { 0 };
	struct dt_parts_limits limits;
	struct dt_comply_play_request work = t->request.play;
	work.threads = 1;
	work.work_most = WORK;
	enum dt_status status = make(t, cause, end->at, &arena, &model, err);
	if (status == DT_OK) {
		limits = dt_keeping_limits(model.model.n);
		limits.path = true;
		status = play ? dt_comply_play(&model, &work, &v, err) :
		    dt_parts_judge(&model, &limits, &v, err);
		if (status == DT_OK)
			note(end, &v);
		dt_comply_verdict_free(&v);
	}
	dt_arena_free(&arena);
	return status;
}

/* As it is now; whether that can be judged exactly says how all are. */
static enum dt_status
judge_middle(struct dt_tornado *t, struct dt_error *err)
{
	struct dt_error why = { 0 };
	enum dt_status status = judge(t, NULL, &t->middle, false, &why);
	t->played = status == DT_EUSAGE;
	if (t->played)
		return judge(t, NULL, &t->middle, true, err);
	if (status != DT_OK)
		*err = why;
	return status;
}

/* An end where nothing can be said is not known; that is no fault. */
static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_tornado *t = of;
	struct dt_tornado_cause *cause =
	    &t->causes[turn->item / DT_TORNADO_ENDS];
	struct dt_tornado_end *end =
	    &cause->end[turn->item % DT_TORNADO_ENDS];
	double at = end->at;
	enum dt_status status = DT_OK;
	if (at == cause->now)
		*end = t->middle;
	else
		status = judge(t, cause, end, t->played, err);
	end->at = at;
	end->done = status == DT_OK;
	return status == DT_EUSAGE || status == DT_EINPUT ? DT_OK : status;
}

enum dt_status
dt_tornado_new(struct dt_tornado **tornado,
    const struct dt_catalogue *catalogue, const struct dt_experiment *e,
    const struct dt_tornado_request *request, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_tornado *t = dt_arena_new(catalogue->arena, 1, sizeof(*t));
	*tornado = t;
	if (t == NULL)
		return dt_status_no_memory(err);
	t->arena = catalogue->arena;
	t->experiment = e;
	t->request = *request;
	if (e->model.race.exists || e->model.contest.kind != DT_CONTEST_NONE)
		return dt_status_fail(err, DT_EUSAGE, "--tornado is of a "
		    "treaty without a race behind it: --vary turns a key");
	enum dt_status status = judge_middle(t, err);
	if (status == DT_OK)
		status = dt_tornado_ranges(t, catalogue, faults, err);
	struct dt_pool_request pool = { .n = DT_TORNADO_ENDS * t->n,
		.threads = request->play.threads, .work = work, .of = t };
	return status != DT_OK ? status : dt_pool_new(&t->pool, &pool, err);
}

size_t
dt_tornado_wait(struct dt_tornado *t, size_t *all)
{
	enum { PATIENCE = 100 };        /* milliseconds */
	size_t item;
	*all = DT_TORNADO_ENDS * t->n;
	if (dt_pool_next(t->pool, PATIENCE, &item, &t->error) != DT_OK)
		t->done = *all;
	else
		t->done += item < *all;
	return t->done;
}

void
dt_tornado_free(struct dt_tornado *t)
{
	if (t == NULL)
		return;
	dt_pool_free(t->pool);
	t->pool = NULL;
}
