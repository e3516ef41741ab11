/* answer: see answer.h. */
#include "play/answer.h"

#include <stdio.h>
#include <string.h>

#include "outside/outside.h"

/* Agent-rounds of so many runs, to compare with outcomes walked through. */
static double
work_of(const struct dt_model *m, int64_t runs)
{
	double rounds = m->continuation_chance < 1 ?
	    1 / (1 - m->continuation_chance) : (double)m->rounds;
	if (m->rounds > 0 && rounds > (double)m->rounds)
		rounds = (double)m->rounds;
	return (double)runs * rounds * (double)m->n;
}

/* For auto: about as long as the reference would play, within reason. An
 * outcome that chain walks through costs some eight agent-rounds. */
static struct dt_chain_limits
modest(const struct dt_model *model, int64_t runs)
{
	double work = work_of(model, runs) / 8;
	work = work < 2e4 ? 2e4 : work > 4e6 ? 4e6 : work;
	return (struct dt_chain_limits){ .states = 20000,
	    .transitions = 1000000, .work = (uint64_t)work };
}

static enum dt_status
take_chain(struct dt_answer_choice *c, const struct dt_chain_limits *limits,
    struct dt_error *err)
{
	enum dt_status status =
	    dt_chain_build(&c->chain, c->model, limits, err);
	if (status != DT_OK)
		return status;
	c->engine = DT_ENGINE_CHAIN;
	snprintf(c->why, sizeof(c->why), "exact, %zu joint states",
	    dt_chain_states(c->chain));
	return DT_OK;
}

static enum dt_status
take_lanes(struct dt_answer_choice *c, struct dt_error *err)
{
	enum dt_status status = dt_lanes_compile(&c->program, c->model,
	    DT_LANES_TALLIES, err);
	if (status != DT_OK)
		return status;
	c->lanes = dt_lanes_new(c->program);
	if (c->lanes == NULL)
		return dt_status_no_memory(err);
	c->engine = DT_ENGINE_LANES;
	return DT_OK;
}

static enum dt_status
take_reference(struct dt_answer_choice *c)
{
	c->engine = DT_ENGINE_REFERENCE;
	return DT_OK;
}

static enum dt_status
take_any(struct dt_answer_choice *c, int64_t runs, struct dt_error *err)
{
	struct dt_chain_limits limits = modest(c->model, runs);
	struct dt_error no_chain = { 0 }, no_lanes = { 0 };
	enum dt_status status = take_chain(c, &limits, &no_chain);
	if (status == DT_EUSAGE) {
		status = take_lanes(c, &no_lanes);
		snprintf(c->why, sizeof(c->why), "%.*s", 250,
		    status == DT_EUSAGE ? no_lanes.message :
		    no_chain.message);
	}
	if (status == DT_EUSAGE)
		status = take_reference(c);
	return status ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_answer_pick(struct dt_answer_choice *choice, const struct dt_model *model,
    const struct dt_answer_request *request, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*choice = (struct dt_answer_choice){ .model = model };
	if (model->programs != 0 && !request->programs)
		return dt_model_refuse(model, "this answer", err);
	switch (request->engine) {
	case DT_ENGINE_AUTO:
		status = take_any(choice, request->runs, err);
		break;
	case DT_ENGINE_REFERENCE:
		status = take_reference(choice);
		break;
	case DT_ENGINE_LANES:
		status = take_lanes(choice, err);
		break;
	case DT_ENGINE_CHAIN:
		status = take_chain(choice, &request->limits, err);
		break;
	}
	if (status != DT_OK)
		dt_answer_drop(choice);
	return status;
}

void
dt_answer_drop(struct dt_answer_choice *c)
{
	dt_lanes_free(c->lanes);
	dt_lanes_release(c->program);
	dt_chain_free(c->chain);
	c->lanes = NULL;
	c->program = NULL;
	c->chain = NULL;
}

static bool
stopped(const atomic_bool *stop)
{
	return stop != NULL && atomic_load_explicit(stop,
	    memory_order_relaxed);
}

static enum dt_status
play_reference(struct dt_answer_choice *c, int64_t first, int64_t last,
    const atomic_bool *stop, struct dt_answer *answer, struct dt_error *err)
{
	struct dt_world *world = dt_world_new(c->model);
	struct dt_outside *outside = NULL;
	struct dt_tally tally;
	const struct dt_round *round;
	enum dt_status status = world == NULL ? dt_status_no_memory(err) :
	    c->model->programs != 0 ? dt_outside_new(&outside, c->model,
	    stop, err) : DT_OK;
	if (status != DT_OK) {
		dt_world_free(world);
		return status;
	}
	world->err = err;
	world->outside = outside != NULL ? dt_outside_hook(outside) : NULL;
	for (int64_t run = first; run <= last && !stopped(stop) &&
	    status == DT_OK; run++) {
		dt_tally_reset(&tally, c->model->n);
		dt_world_begin(world, (uint64_t)run);
		while (!stopped(stop) &&
		    (round = dt_world_step(world)) != NULL)
			dt_tally_add(&tally, round);
		status = world->failed;
		dt_tally_close(&tally, world);
		dt_summary_add(&answer->summary, &tally);
	}
	dt_world_free(world);
	dt_outside_free(outside);
	return status;
}

/* Runs come by blocks; those of a block that are not asked for are played in
 * vain. */
static enum dt_status
play_lanes(struct dt_answer_choice *c, int64_t first, int64_t last,
    const atomic_bool *stop, struct dt_answer *answer)
{
	enum { STRIDE = 1024 };         /* rounds between looks at stop */
	struct dt_tally tally;
	for (int64_t block = (first - 1) / DT_LANES;
	    block * DT_LANES < last && !stopped(stop); block++) {
		dt_lanes_begin(c->lanes, (uint64_t)block);
		while (!stopped(stop) && dt_lanes_step(c->lanes, STRIDE))
			;
		for (int64_t lane = 0; lane < DT_LANES; lane++) {
			int64_t run = block * DT_LANES + lane + 1;
			if (run < first || run > last)
				continue;
			dt_lanes_tally(c->lanes, (size_t)lane, &tally);
			dt_summary_add(&answer->summary, &tally);
		}
	}
	return DT_OK;
}

enum dt_status
dt_answer_play(struct dt_answer_choice *choice, int64_t first, int64_t last,
    const atomic_bool *stop, struct dt_answer *answer, struct dt_error *err)
{
	enum dt_status status;
	answer->engine = choice->engine;
	answer->summary.n = choice->model->n;
	if (choice->engine == DT_ENGINE_CHAIN) {
		answer->states = dt_chain_states(choice->chain);
		return dt_chain_own(choice->chain, &answer->exact, err);
	}
	if (choice->engine == DT_ENGINE_LANES)
		status = play_lanes(choice, first, last, stop, answer);
	else
		status = play_reference(choice, first, last, stop, answer,
		    err);
	if (status == DT_OK && stopped(stop))
		return dt_status_fail(err, DT_ESTOPPED, "interrupted");
	return status;
}
