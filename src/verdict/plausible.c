/* plausible: worlds of a prior, judged; see plausible.h. */
#include "verdict/plausible.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "comply/comply_play.h"
#include "comply/parts.h"
#include "verdict/keeping.h"
#include "verdict/plausible_internal.h"

/* States of an exact judge, by all draws together: some minutes at most. */
enum { STATES = 10000000, STATES_LEAST = 2000, STATES_MOST = 50000,
    EDGES = 40 };
/* Agent-rounds of a short play. */
static const double WORK = 2e6;

/* ---- judged ---- */

static void
note(struct dt_plausible_world *world, const struct dt_comply_verdict *v)
{
	world->whole = v->answer;
	world->slack = NAN;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		world->part[k] = f->answer;
		if (k == DT_COMPLY_CREDIBLE || !f->found ||
		    !isfinite(f->slack))
			continue;
		world->slack = isnan(world->slack) ? f->slack :
		    dt_number_min(world->slack, f->slack);
	}
	world->method = dt_keeping_method(v);
}

static enum dt_status
judge_model(struct dt_plausible *p, const struct dt_comply_model *model,
    struct dt_comply_verdict *v, struct dt_error *err)
{
	int64_t states = STATES / p->request.draws;
	states = states < STATES_LEAST ? STATES_LEAST : states > STATES_MOST ?
	    STATES_MOST : states;
	struct dt_parts_limits limits = { .states = (size_t)states,
		.edges = (size_t)states * EDGES };
	struct dt_comply_play_request play = { .seed = p->request.seed,
		.threads = 1, .work_most = WORK };
	return p->exact ? dt_parts_judge(model, &limits, v, err) :
	    dt_comply_play(model, &play, v, err);
}

static enum dt_status
judge(struct dt_plausible *p, size_t number, struct dt_error *err)
{
	size_t index[DT_SWEEP_AXES_MOST];
	struct dt_arena arena = { 0 };
	struct dt_experiment experiment;
	struct dt_comply_model model;
	struct dt_comply_verdict v = { 0 };
	for (size_t a = 0; a < DT_SWEEP_AXES_MOST; a++)
		index[a] = number;
	enum dt_status status = dt_sweep_cell(&p->sweep, index, &arena,
	    &experiment, NULL, err);
	if (status == DT_OK)
		status = dt_keeping_model(&arena, &experiment,
		    p->request.patience, &model, err);
	if (status == DT_OK && dt_keeping_ends(&model)) {
		p->endless |= number == 0;
		model = dt_keeping_endless(&model);
	}
	if (status == DT_OK) {
		status = judge_model(p, &model, &v, err);
		if (status == DT_OK)
			note(&p->worlds[number], &v);
		dt_comply_verdict_free(&v);
	}
	dt_arena_free(&arena);
	return status;
}

/* The medians first: whether they can be judged exactly says how all are. */
static enum dt_status
judge_medians(struct dt_plausible *p, struct dt_error *err)
{
	struct dt_error why = { 0 };
	p->exact = true;
	enum dt_status status = judge(p, 0, &why);
	if (status == DT_EUSAGE) {
		p->exact = false;
		(void)snprintf(p->why, sizeof(p->why), "%.*s",
		    (int)sizeof(p->why) - 1, why.message);
		return judge(p, 0, err);
	}
	if (status != DT_OK)
		*err = why;
	return status;
}

/* A world that is too large beside others that are not is not judged. */
static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_plausible *p = of;
	enum dt_status status = judge(p, turn->item + 1, err);
	if (status != DT_EUSAGE)
		return status;
	struct dt_plausible_world *world = &p->worlds[turn->item + 1];
	*world = (struct dt_plausible_world){ .whole = DT_COMPLY_PERHAPS,
		.slack = NAN, .method = "not judged" };
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		world->part[k] = DT_COMPLY_PERHAPS;
	return DT_OK;
}

static enum dt_status
start(struct dt_plausible *p, struct dt_error *err)
{
	struct dt_pool_request request = { .n = p->n - 1,
		.threads = p->request.threads, .work = work, .of = p };
	const struct dt_node *treaty = dt_node_get(dt_node_get(p->sweep.base,
	    "treaty"), "treaty");
	p->treaty = treaty != NULL ? treaty->text : "none";
	return dt_pool_new(&p->pool, &request, err);
}

enum dt_status
dt_plausible_new(struct dt_plausible **plausible,
    const struct dt_catalogue *catalogue,
    const struct dt_plausible_request *request, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_plausible *p = dt_arena_new(catalogue->arena, 1,
	    sizeof(*p));
	*plausible = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	p->arena = catalogue->arena;
	p->request = *request;
	enum dt_status status = dt_plausible_worlds(p, catalogue, faults,
	    err);
	if (status == DT_OK)
		status = judge_medians(p, err);
	return status != DT_OK ? status : start(p, err);
}

size_t
dt_plausible_wait(struct dt_plausible *p, size_t *all)
{
	enum { PATIENCE = 100 };        /* milliseconds */
	size_t item;
	*all = p->n - 1;
	if (dt_pool_next(p->pool, PATIENCE, &item, &p->error) != DT_OK)
		p->done = p->n - 1;
	else
		p->done += item < p->n - 1;
	return p->done;
}

void
dt_plausible_free(struct dt_plausible *p)
{
	if (p == NULL)
		return;
	dt_pool_free(p->pool);
	p->pool = NULL;
}
