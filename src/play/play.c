/* play: see play.h; the reference engine, and how threads work together. */
#include "play/play_internal.h"

#include "base/memory.h"

static bool
keeps_rounds(const struct dt_play *p, int64_t number)
{
	return p->request.rounds || number <= p->request.keep_first;
}

/* What a thread plays with. */
struct player {
	struct dt_world *world;
	struct dt_tape tape;            /* of runs that only a seal needs */
	struct dt_error err;
};

/* The tape for a run, or NULL if nobody asks for its rounds. */
static struct dt_tape *
tape_for(const struct dt_play *p, struct player *player,
    struct dt_play_slot *slot, size_t k)
{
	const struct dt_seal_maker *seals = p->request.seals;
	if (slot->taped[k])
		return &slot->tape[k];
	return seals != NULL && (seals->rounds ||
	    seals->level != DT_SEAL_NONE) ? &player->tape : NULL;
}

static enum dt_status
seal(const struct dt_play *p, struct player *player,
    struct dt_play_slot *slot, size_t k, struct dt_tape *tape)
{
	if (p->request.seals == NULL || p->stopping)
		return DT_OK;
	return dt_seal_run(p->request.seals, slot->number[k],
	    &slot->tally[k], tape ? dt_tape_rounds(tape) : NULL,
	    tape ? tape->n : 0, &slot->seal[k], &player->err);
}

static enum dt_status
play_run(const struct dt_play *p, struct player *player,
    struct dt_play_slot *slot, int64_t number)
{
	size_t k = slot->n++, agents = p->experiment->model.n;
	struct dt_world *world = player->world;
	const struct dt_round *round;
	slot->number[k] = number;
	slot->taped[k] = keeps_rounds(p, number);
	struct dt_tape *tape = tape_for(p, player, slot, k);
	dt_tally_reset(&slot->tally[k], agents);
	if (tape != NULL)
		dt_tape_clear(tape, agents);
	dt_world_begin(world, (uint64_t)number);
	while (!p->stopping && (round = dt_world_step(world)) != NULL) {
		dt_tally_add(&slot->tally[k], round);
		if (tape != NULL && !dt_tape_add(tape, round,
		    world->regime.notified))
			return dt_status_no_memory(&player->err);
	}
	dt_tally_close(&slot->tally[k], world);
	return seal(p, player, slot, k, tape);
}

static bool
play_block(const struct dt_play *p, struct player *player,
    struct dt_play_slot *slot, int64_t block)
{
	int64_t first = block * p->block_size + 1;
	int64_t last = first + p->block_size - 1;
	if (last > p->request.runs)
		last = p->request.runs;
	slot->n = 0;
	for (int64_t number = first; number <= last && !p->stopping; number++)
		if (p->request.skip == NULL || !p->request.skip[number - 1])
			if (play_run(p, player, slot, number))
				return false;
	return true;
}

/* Waits for a free slot and takes the next block; -1: there is none. */
static int64_t
take_block(struct dt_play *p)
{
	pthread_mutex_lock(&p->lock);
	while (!p->stopping && p->next_block < p->blocks &&
	    p->next_block >= p->read_block + DT_PLAY_SLOTS)
		pthread_cond_wait(&p->freed, &p->lock);
	int64_t block = p->stopping || p->next_block >= p->blocks ? -1 :
	    p->next_block++;
	pthread_mutex_unlock(&p->lock);
	return block;
}

/* fault: why the block is not whole, or NULL. */
static void
give_block(struct dt_play *p, int64_t block, const struct dt_error *fault)
{
	pthread_mutex_lock(&p->lock);
	if (block >= 0)
		p->slots[block % DT_PLAY_SLOTS].ready = fault == NULL;
	if (fault != NULL && p->fault.status == DT_OK) {
		p->fault = *fault;
		p->stopping = true;
	}
	pthread_cond_broadcast(&p->filled);
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

static bool
fill(struct dt_play *p, struct player *player, int64_t block)
{
	struct dt_play_slot *slot = &p->slots[block % DT_PLAY_SLOTS];
	return p->by_lanes ?
	    dt_play_lanes_block(p, slot, block, &player->err) :
	    play_block(p, player, slot, block);
}

static void *
work(void *play)
{
	struct dt_play *p = play;
	struct player player = { 0 };
	int64_t block;
	player.tape.light = p->request.seals && !p->request.seals->rounds;
	if (!p->by_lanes) {
		player.world = dt_world_new(&p->experiment->model);
		if (player.world == NULL) {
			dt_status_no_memory(&player.err);
			give_block(p, -1, &player.err);
			return NULL;
		}
	}
	while ((block = take_block(p)) >= 0)
		give_block(p, block, fill(p, &player, block) ? NULL :
		    &player.err);
	dt_world_free(player.world);
	dt_tape_free(&player.tape);
	return NULL;
}

/* Long runs go one by one, short ones by the block; the size must not depend
 * on the number of threads, though nothing but speed hangs on it. */
static int64_t
block_size(const struct dt_experiment *e, const struct dt_seal_maker *seals)
{
	if (e->engine == DT_ENGINE_LANES)
		return DT_LANES;
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
start_threads(struct dt_play *p, struct dt_error *err)
{
	int wanted = p->request.threads < DT_PLAY_THREADS_MOST ?
	    p->request.threads : DT_PLAY_THREADS_MOST;
	for (int i = 0; i < wanted && i < p->blocks; i++) {
		if (pthread_create(&p->threads[i], NULL, work, p) != 0)
			break;
		p->n_threads++;
	}
	if (p->n_threads == 0 && p->blocks > 0)
		return dt_status_fail(err, DT_EIO,
		    "the system gives no thread to play in");
	return DT_OK;
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
	p->block_size = block_size(experiment, request->seals);
	p->blocks = (request->runs + p->block_size - 1) / p->block_size;
	p->by_lanes = experiment->engine == DT_ENGINE_LANES;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, NULL);
	pthread_cond_init(&p->freed, NULL);
	enum dt_status status =
	    p->by_lanes ? dt_play_lanes_open(p, err) : DT_OK;
	if (status == DT_OK)
		status = start_threads(p, err);
	if (status != DT_OK) {
		dt_play_free(p);
		*play = NULL;
	}
	return status;
}

static void
free_slot(struct dt_play *p)
{
	pthread_mutex_lock(&p->lock);
	p->reading->ready = false;
	p->reading = NULL;
	p->read_block++;
	p->read_run = 0;
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

/* The slot of the block that is to be read, once it is ready. */
static enum dt_status
wait_for_slot(struct dt_play *p, struct dt_error *err)
{
	struct dt_play_slot *slot = &p->slots[p->read_block % DT_PLAY_SLOTS];
	pthread_mutex_lock(&p->lock);
	while (!slot->ready && p->fault.status == DT_OK)
		pthread_cond_wait(&p->filled, &p->lock);
	p->reading = slot->ready ? slot : NULL;
	pthread_mutex_unlock(&p->lock);
	return p->reading != NULL ? DT_OK : dt_status_fail(err,
	    p->fault.status, "%s", p->fault.message);
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

enum dt_status
dt_play_next(struct dt_play *p, const struct dt_play_run **run,
    struct dt_error *err)
{
	*run = NULL;
	while (p->read_block < p->blocks) {
		enum dt_status status = p->reading != NULL ? DT_OK :
		    wait_for_slot(p, err);
		if (status != DT_OK)
			return status;
		*run = next_of_slot(p);
		if (*run != NULL)
			break;
		free_slot(p);
	}
	return DT_OK;
}

void
dt_play_free(struct dt_play *p)
{
	if (p == NULL)
		return;
	pthread_mutex_lock(&p->lock);
	p->stopping = true;
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
	for (int i = 0; i < p->n_threads; i++)
		pthread_join(p->threads[i], NULL);
	for (size_t s = 0; s < DT_PLAY_SLOTS; s++)
		for (size_t k = 0; k < DT_PLAY_BLOCK_MOST; k++) {
			dt_tape_free(&p->slots[s].tape[k]);
			dt_seal_free(&p->slots[s].seal[k]);
		}
	dt_play_lanes_close(p);
	pthread_cond_destroy(&p->filled);
	pthread_cond_destroy(&p->freed);
	pthread_mutex_destroy(&p->lock);
	dt_memory_free(p);
}
