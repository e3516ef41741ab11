/* play: see play.h; the reference engine, and what the pool hands out. */
#include "play/play_internal.h"

#include "base/memory.h"

/* Programs' moves are in the rounds. */
static bool
keeps_rounds(const struct dt_play *p, int64_t number)
{
	return p->request.rounds || p->experiment->model.programs != 0 ||
	    number == p->request.keep;
}

/* The tape for a run, or NULL if nobody asks for its rounds. */
static struct dt_tape *
tape_for(const struct dt_play *p, struct dt_play_hand *hand,
    struct dt_play_slot *slot, size_t k)
{
	const struct dt_seal_maker *seals = p->request.seals;
	if (slot->taped[k])
		return &slot->tape[k];
	return seals != NULL && (seals->rounds ||
	    seals->level != DT_SEAL_NONE) ? &hand->tape : NULL;
}

static enum dt_status
seal(const struct dt_play *p, struct dt_play_slot *slot, size_t k,
    struct dt_tape *tape, struct dt_error *err)
{
	struct dt_seal_source source = { .run = slot->number[k],
		.tally = &slot->tally[k],
		.rounds = tape ? dt_tape_rounds(tape) : NULL,
		.n = tape ? tape->n : 0 };
	return dt_seal_run(p->request.seals, &source, &slot->seal[k], err);
}

static enum dt_status
play_run(const struct dt_play *p, struct dt_play_hand *hand,
    struct dt_play_slot *slot, int64_t number, const atomic_bool *stop,
    struct dt_error *err)
{
	size_t k = slot->n++, agents = p->experiment->model.n;
	struct dt_world *world = hand->world;
	const struct dt_round *round;
	slot->number[k] = number;
	slot->taped[k] = keeps_rounds(p, number);
	struct dt_tape *tape = tape_for(p, hand, slot, k);
	dt_tally_reset(&slot->tally[k], agents);
	if (tape != NULL)
		dt_tape_clear(tape, agents);
	world->err = err;
	dt_world_begin(world, (uint64_t)number);
	while (!*stop && (round = dt_world_step(world)) != NULL) {
		dt_tally_add(&slot->tally[k], round);
		if (tape != NULL && !dt_tape_add(tape, round,
		    world->regime.notified))
			return dt_status_no_memory(err);
	}
	if (world->failed != DT_OK)
		return world->failed;
	dt_tally_close(&slot->tally[k], world);
	return p->request.seals == NULL || *stop ? DT_OK :
	    seal(p, slot, k, tape, err);
}

static bool
seat_programs(struct dt_play *p, struct dt_play_hand *hand)
{
	const struct dt_model *model = &p->experiment->model;
	if (model->programs == 0 || hand->world->outside != NULL)
		return true;
	hand->world->outside = p->request.outside;
	if (p->request.outside == NULL && dt_outside_new(&hand->outside,
	    model, p->request.stop, NULL) == DT_OK)
		hand->world->outside = dt_outside_hook(hand->outside);
	return hand->world->outside != NULL;
}

/* What plays the turn; NULL: no memory. Made by the thread itself, whose
 * allocator keeps it away from what other threads write. */
static struct dt_play_hand *
hand_of(struct dt_play *p, const struct dt_pool_turn *turn)
{
	struct dt_play_hand *hand = p->hands[turn->hand];
	if (hand == NULL)
		hand = p->hands[turn->hand] = dt_memory_new(1, sizeof(*hand));
	if (hand == NULL)
		return NULL;
	if (hand->world == NULL)
		hand->world = dt_world_new(&p->experiment->model);
	hand->tape.light = p->request.seals && !p->request.seals->rounds;
	return hand->world != NULL && seat_programs(p, hand) ? hand : NULL;
}

static enum dt_status
play_block(struct dt_play *p, struct dt_play_slot *slot,
    const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_play_hand *hand = hand_of(p, turn);
	int64_t first = (int64_t)turn->item * p->block_size + 1;
	int64_t last = first + p->block_size - 1;
	enum dt_status status = DT_OK;
	if (hand == NULL)
		return dt_status_no_memory(err);
	if (last > p->request.runs)
		last = p->request.runs;
	slot->n = 0;
	for (int64_t number = first; number <= last && status == DT_OK &&
	    !*turn->stop; number++)
		if (p->request.skip == NULL || !p->request.skip[number - 1])
			status = play_run(p, hand, slot, number, turn->stop,
			    err);
	return status;
}

static enum dt_status
work(void *play, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_play *p = play;
	struct dt_play_slot *slot = &p->slots[turn->item % DT_PLAY_SLOTS];
	return p->by_lanes ? dt_play_lanes_block(p, slot, turn, err) :
	    play_block(p, slot, turn, err);
}

/* Long runs go one by one, short ones by the block; the size must not depend
 * on the number of threads, though nothing but speed hangs on it. */
static int64_t
block_size(const struct dt_experiment *e, const struct dt_seal_maker *seals)
{
	if (e->engine == DT_ENGINE_LANES)
		return DT_LANES;
	if (e->model.programs != 0)
		return 1;       /* what was finished is handed out at once */
	double rounds = e->model.rounds > 0 ? (double)e->model.rounds : 1e4;
	double expected = 1 / (1 - e->model.continuation_chance + 1e-9);
	if (expected < rounds)
		rounds = expected;
	double runs = 1e5 / (rounds * (double)e->model.n);
	/* a signature takes as long as some hundred rounds, and much room */
	if (seals != NULL && seals->level == DT_SEAL_FULL)
		runs /= 64;
	return runs < 1 ? 1 : runs > DT_PLAY_BLOCK_MOST ? DT_PLAY_BLOCK_MOST : (int64_t)runs;
}

static enum dt_status
start(struct dt_play *p, struct dt_error *err)
{
	struct dt_pool_request request = { .n = p->blocks,
		.threads = p->request.threads, .ahead = DT_PLAY_SLOTS,
		.stop = p->request.stop, .work = work, .of = p };
	return dt_pool_new(&p->pool, &request, err);
}

enum dt_status
dt_play_new(struct dt_play **play, const struct dt_experiment *experiment,
    const struct dt_play_request *request, struct dt_error *err)
{
	struct dt_play *p = dt_memory_new(1, sizeof(*p));
	*play = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	p->experiment = experiment;
	p->request = *request;
	if (experiment->model.programs != 0 && !request->programs &&
	    request->outside == NULL) {
		dt_memory_free(p);
		*play = NULL;
		return dt_model_refuse(&experiment->model, "this", err);
	}
	if (experiment->model.programs != 0)
		p->request.threads = 1;
	p->block_size = block_size(experiment, request->seals);
	p->blocks = (size_t)((request->runs + p->block_size - 1) /
	    p->block_size);
	p->by_lanes = experiment->engine == DT_ENGINE_LANES;
	enum dt_status status =
	    p->by_lanes ? dt_play_lanes_open(p, err) : DT_OK;
	if (status == DT_OK)
		status = start(p, err);
	if (status != DT_OK) {
		dt_play_free(p);
		*play = NULL;
	}
	return status;
}

/* The next run of the slot that is read, or NULL. */
static const struct dt_play_run *
next_of_slot(struct dt_play *p)
{
	struct dt_play_slot *slot = p->reading;
	if (p->by_lanes)
		return dt_play_lanes_next(p);
	if (p->read_run == slot->n)
		return NULL;
	size_t k = p->read_run++;
	p->run = (struct dt_play_run){ .number = slot->number[k],
	    .tally = &slot->tally[k],
	    .seal = p->request.seals ? &slot->seal[k] : NULL };
	if (slot->taped[k]) {
		p->run.rounds = dt_tape_rounds(&slot->tape[k]);
		p->run.n_rounds = slot->tape[k].n;
	}
	return &p->run;
}

/* To the next block's runs, or beyond the last block. */
static enum dt_status
turn_over(struct dt_play *p, struct dt_error *err)
{
	size_t block;
	enum dt_status status = dt_pool_next(p->pool, -1, &block, err);
	p->reading = NULL;
	if (status != DT_OK)
		return status;
	p->read_block = block;
	p->read_run = 0;
	if (block < p->blocks)
		p->reading = &p->slots[block % DT_PLAY_SLOTS];
	return DT_OK;
}

enum dt_status
dt_play_next(struct dt_play *p, const struct dt_play_run **run,
    struct dt_error *err)
{
	*run = NULL;
	while (p->read_block < p->blocks) {
		if (p->reading != NULL && (*run = next_of_slot(p)) != NULL)
			break;
		enum dt_status status = turn_over(p, err);
		if (status != DT_OK)
			return status;
	}
	return DT_OK;
}

static void
free_hand(struct dt_play_hand *hand)
{
	if (hand == NULL)
		return;
	dt_world_free(hand->world);
	dt_outside_free(hand->outside);
	dt_tape_free(&hand->tape);
	dt_memory_free(hand);
}

void
dt_play_free(struct dt_play *p)
{
	if (p == NULL)
		return;
	dt_pool_free(p->pool);
	for (size_t s = 0; s < DT_PLAY_SLOTS; s++) {
		free_hand(p->hands[s]);
		for (size_t k = 0; k < DT_PLAY_BLOCK_MOST; k++) {
			dt_tape_free(&p->slots[s].tape[k]);
			dt_seal_free(&p->slots[s].seal[k]);
		}
	}
	dt_play_lanes_close(p);
	dt_memory_free(p);
}
