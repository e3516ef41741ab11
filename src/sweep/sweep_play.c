/*
 * sweep_play: see sweep_play.h. A ring of slots holds the cells that are being
 * played or wait for the caller; the k-th cell is in slot k mod SLOTS. A
 * thread takes the next cell when its slot is free; the caller empties the
 * slots in order.
 */
#include "sweep/sweep_play.h"

#include <pthread.h>
#include <time.h>

#include "base/memory.h"

enum { SLOTS = 256, THREADS_MOST = 256 };

struct slot {
	bool ready;
	struct dt_sweep_result result;
};

struct dt_sweep_play {
	const struct dt_sweep *sweep;
	const int64_t *cells;
	int64_t n;
	pthread_mutex_t lock;
	pthread_cond_t filled, freed;
	int64_t next;                   /* to be played */
	int64_t read;                   /* the caller's */
	bool held;                      /* the caller has the slot `read` */
	atomic_bool stopping;
	int n_threads;
	pthread_t threads[THREADS_MOST];
	struct slot slots[SLOTS];
};

/* Waits for a free slot and takes the next cell; -1: there is none. */
static int64_t
take(struct dt_sweep_play *p)
{
	pthread_mutex_lock(&p->lock);
	while (!p->stopping && p->next < p->n && p->next >= p->read + SLOTS)
		pthread_cond_wait(&p->freed, &p->lock);
	int64_t k = p->stopping || p->next >= p->n ? -1 : p->next++;
	pthread_mutex_unlock(&p->lock);
	return k;
}

static void *
work(void *play)
{
	struct dt_sweep_play *p = play;
	int64_t k;
	while ((k = take(p)) >= 0) {
		struct slot *slot = &p->slots[k % SLOTS];
		dt_sweep_play_cell(p->sweep, p->cells[k], &p->stopping,
		    &slot->result);
		pthread_mutex_lock(&p->lock);
		slot->ready = true;
		if (k == p->read)
			pthread_cond_signal(&p->filled);
		pthread_mutex_unlock(&p->lock);
	}
	return NULL;
}

static enum dt_status
start_threads(struct dt_sweep_play *p, int wanted, struct dt_error *err)
{
	if (wanted > THREADS_MOST)
		wanted = THREADS_MOST;
	for (int i = 0; i < wanted && i < p->n; i++) {
		if (pthread_create(&p->threads[i], NULL, work, p) != 0)
			break;
		p->n_threads++;
	}
	if (p->n_threads == 0 && p->n > 0)
		return dt_status_fail(err, DT_EIO,
		    "the system gives no thread to play in");
	return DT_OK;
}

enum dt_status
dt_sweep_play_new(struct dt_sweep_play **play, const struct dt_sweep *sweep,
    const int64_t *cells, int64_t n, int threads, struct dt_error *err)
{
	struct dt_sweep_play *p = dt_memory_new(1, sizeof(*p));
	*play = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	p->sweep = sweep;
	p->cells = cells;
	p->n = n;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, NULL);
	pthread_cond_init(&p->freed, NULL);
	enum dt_status status = start_threads(p, threads, err);
	if (status != DT_OK) {
		dt_sweep_play_free(p);
		*play = NULL;
	}
	return status;
}

static void
release(struct dt_sweep_play *p)
{
	pthread_mutex_lock(&p->lock);
	p->slots[p->read % SLOTS].ready = false;
	p->read++;
	p->held = false;
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

static struct timespec
soon(void)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	t.tv_nsec += 100000000;
	t.tv_sec += t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	return t;
}

enum dt_status
dt_sweep_play_next(struct dt_sweep_play *p,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err)
{
	*result = NULL;
	*waiting = false;
	if (p->held)
		release(p);
	if (p->read == p->n)
		return DT_OK;
	struct timespec until = soon();
	struct slot *slot = &p->slots[p->read % SLOTS];
	pthread_mutex_lock(&p->lock);
	while (!slot->ready && !*waiting)
		*waiting = pthread_cond_timedwait(&p->filled, &p->lock,
		    &until) != 0;
	*waiting = !slot->ready;
	pthread_mutex_unlock(&p->lock);
	if (*waiting)
		return DT_OK;
	p->held = true;
	*result = &slot->result;
	if (slot->result.status != DT_OK && err != NULL)
		*err = slot->result.error;
	return slot->result.status;
}

void
dt_sweep_play_free(struct dt_sweep_play *p)
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
		dt_arena_free(&p->slots[s].result.arena);
	pthread_cond_destroy(&p->filled);
	pthread_cond_destroy(&p->freed);
	pthread_mutex_destroy(&p->lock);
	dt_memory_free(p);
}
