/*
 * play: see play.h.
 *
 * Runs are dealt out in blocks. A ring of slots holds the blocks that are
 * being played or wait for the caller; block b is in slot b mod SLOTS. A
 * thread takes the next block when its slot is free; the caller empties the
 * slots in order. One lock, two conditions; they are touched once a block.
 */
#include "lab/play.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/memory.h"
#include "lab/tape.h"

enum { BLOCK_MOST = 64, SLOTS = 16, THREADS_MOST = 256 };

struct slot {
	bool ready;
	size_t n;
	int64_t number[BLOCK_MOST];
	struct dt_tally tally[BLOCK_MOST];
	struct dt_tape tape[BLOCK_MOST];
	bool taped[BLOCK_MOST];
	struct dt_seal seal[BLOCK_MOST];
};

struct dt_play {
	const struct dt_experiment *experiment;
	struct dt_play_request request;
	int64_t block_size, blocks;
	pthread_mutex_t lock;
	pthread_cond_t filled, freed;
	int64_t next_block;             /* to be played */
	int64_t read_block;             /* the caller's */
	size_t read_run;                /* within it */
	atomic_bool stopping;           /* looked at between rounds */
	struct dt_error fault;          /* why a thread gave up */
	int n_threads;
	pthread_t threads[THREADS_MOST];
	struct dt_play_run run;         /* the last one handed out */
	struct slot slots[SLOTS];
};

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
tape_for(const struct dt_play *p, struct player *player, struct slot *slot,
    size_t k)
{
	const struct dt_seal_maker *seals = p->request.seals;
	if (slot->taped[k])
		return &slot->tape[k];
	return seals != NULL && (seals->rounds ||
	    seals->level != DT_SEAL_NONE) ? &player->tape : NULL;
}

static enum dt_status
seal(const struct dt_play *p, struct player *player, struct slot *slot,
    size_t k, struct dt_tape *tape)
{
	if (p->request.seals == NULL || p->stopping)
		return DT_OK;
	return dt_seal_run(p->request.seals, slot->number[k],
	    &slot->tally[k], tape ? dt_tape_rounds(tape) : NULL,
	    tape ? tape->n : 0, &slot->seal[k], &player->err);
}

static enum dt_status
play_run(const struct dt_play *p, struct player *player, struct slot *slot,
    int64_t number)
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
    struct slot *slot, int64_t block)
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
	    p->next_block >= p->read_block + SLOTS)
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
		p->slots[block % SLOTS].ready = fault == NULL;
	if (fault != NULL && p->fault.status == DT_OK) {
		p->fault = *fault;
		p->stopping = true;
	}
	pthread_cond_broadcast(&p->filled);
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

static void *
work(void *play)
{
	struct dt_play *p = play;
	struct player player = { dt_world_new(&p->experiment->model) };
	player.tape.light = p->request.seals && !p->request.seals->rounds;
	int64_t block;
	if (player.world == NULL) {
		dt_status_no_memory(&player.err);
		give_block(p, -1, &player.err);
	}
	while (player.world != NULL && (block = take_block(p)) >= 0)
		give_block(p, block, play_block(p, &player,
		    &p->slots[block % SLOTS], block) ? NULL : &player.err);
	dt_world_free(player.world);
	dt_tape_free(&player.tape);
	return NULL;
}

/* Long runs go one by one, short ones by the block; the size must not depend
 * on the number of threads, though nothing but speed hangs on it. */
static int64_t
block_size(const struct dt_experiment *e, const struct dt_seal_maker *seals)
{
	double rounds = e->model.rounds > 0 ? (double)e->model.rounds : 1e4;
	double expected = 1 / (1 - e->model.continuation_chance + 1e-9);
	if (expected < rounds)
		rounds = expected;
	double runs = 1e5 / (rounds * (double)e->model.n);
	/* a signature takes as long as some hundred rounds, and much room */
	if (seals != NULL && seals->level == DT_SEAL_FULL)
		runs /= 64;
	return runs < 1 ? 1 : runs > BLOCK_MOST ? BLOCK_MOST : (int64_t)runs;
}

static enum dt_status
start_threads(struct dt_play *p, struct dt_error *err)
{
	int wanted = p->request.threads < THREADS_MOST ?
	    p->request.threads : THREADS_MOST;
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
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, NULL);
	pthread_cond_init(&p->freed, NULL);
	enum dt_status status = start_threads(p, err);
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
	p->slots[p->read_block % SLOTS].ready = false;
	p->read_block++;
	p->read_run = 0;
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

/* The slot of the block that is to be read, once it is ready. */
static struct slot *
wait_for_slot(struct dt_play *p)
{
	struct slot *slot = &p->slots[p->read_block % SLOTS];
	pthread_mutex_lock(&p->lock);
	while (!slot->ready && p->fault.status == DT_OK)
		pthread_cond_wait(&p->filled, &p->lock);
	bool ready = slot->ready;
	pthread_mutex_unlock(&p->lock);
	return ready ? slot : NULL;
}

enum dt_status
dt_play_next(struct dt_play *p, const struct dt_play_run **run,
    struct dt_error *err)
{
	*run = NULL;
	while (p->read_block < p->blocks) {
		struct slot *slot = wait_for_slot(p);
		if (slot == NULL)
			return dt_status_fail(err, p->fault.status, "%s",
			    p->fault.message);
		if (p->read_run == slot->n) {
			free_slot(p);
			continue;
		}
		size_t k = p->read_run++;
		struct dt_tape *tape = &slot->tape[k];
		p->run = (struct dt_play_run){ .number = slot->number[k],
		    .tally = &slot->tally[k],
		    .seal = p->request.seals ? &slot->seal[k] : NULL };
		if (slot->taped[k]) {
			p->run.rounds = dt_tape_rounds(tape);
			p->run.n_rounds = tape->n;
		}
		*run = &p->run;
		break;
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
	for (size_t s = 0; s < SLOTS; s++)
		for (size_t k = 0; k < BLOCK_MOST; k++) {
			dt_tape_free(&p->slots[s].tape[k]);
			dt_seal_free(&p->slots[s].seal[k]);
		}
	pthread_cond_destroy(&p->filled);
	pthread_cond_destroy(&p->freed);
	pthread_mutex_destroy(&p->lock);
	dt_memory_free(p);
}
