/*
 * pool: see pool.h. Items are begun in order, so once one has failed, all
 * before it are done or being done. One lock, two conditions; they are touched
 * twice an item, so an item should be worth some microseconds.
 */
#include "base/pool.h"

#include <pthread.h>
#include <sys/resource.h>
#include <time.h>

#include "base/memory.h"

enum { LOOK = 100 };            /* milliseconds between looks at `stop` */
enum { STAND_BACK = 10 };       /* by so much, as nice(1) has it */

struct thread {
	pthread_t id;
	struct dt_pool *pool;
	size_t hand;
};

struct dt_pool {
	struct dt_pool_request request;
	size_t ahead;
	pthread_mutex_t lock;
	pthread_cond_t filled, freed;
	size_t begin;                   /* the item to be begun next */
	size_t read;                    /* the caller's */
	size_t end;                     /* n, or the first item that failed */
	bool held;                      /* the caller has the item `read` */
	bool *ready;                    /* [item mod ahead] */
	struct dt_error fault;          /* of the item `end` */
	atomic_bool stopping;
	size_t n_threads;
	struct thread *threads;
};

static bool
is_stopped(const struct dt_pool *p)
{
	return p->stopping || (p->request.stop != NULL && *p->request.stop);
}

/* A thread's own, on Linux; elsewhere it would be the process's. */
void
dt_pool_stand_back(const struct dt_pool_turn *turn)
{
#ifdef __linux__
	if (!turn->alone)
		(void)setpriority(PRIO_PROCESS, 0, STAND_BACK +
		    getpriority(PRIO_PROCESS, 0));
#else
	(void)turn;
#endif
}

/* Waits until it may begin the next item; false: there is none. */
static bool
take(struct dt_pool *p, size_t *item)
{
	pthread_mutex_lock(&p->lock);
	while (!is_stopped(p) && p->begin < p->end &&
	    p->begin - p->read >= p->ahead)
		pthread_cond_wait(&p->freed, &p->lock);
	bool any = !is_stopped(p) && p->begin < p->end;
	if (any)
		*item = p->begin++;
	pthread_mutex_unlock(&p->lock);
	return any;
}

static void
give(struct dt_pool *p, size_t item, enum dt_status status,
    const struct dt_error *err)
{
	pthread_mutex_lock(&p->lock);
	if (status == DT_OK) {
		p->ready[item % p->ahead] = true;
	} else if (item < p->end) {
		p->end = item;
		p->fault = *err;
		p->fault.status = status;
		pthread_cond_broadcast(&p->freed);
	}
	if (item == p->read)
		pthread_cond_signal(&p->filled);
	pthread_mutex_unlock(&p->lock);
}

/* False: there is no item to do. */
static bool
do_one(struct dt_pool *p, size_t hand, const atomic_bool *stop, bool alone)
{
	struct dt_pool_turn turn = { .hand = hand, .stop = stop,
	    .alone = alone };
	struct dt_error err = { 0 };
	if (!take(p, &turn.item))
		return false;
	give(p, turn.item, p->request.work(p->request.of, &turn, &err), &err);
	return true;
}

static void *
work(void *argument)
{
	struct thread *thread = argument;
	struct dt_pool *p = thread->pool;
	while (do_one(p, thread->hand, &p->stopping, false))
		;
	return NULL;
}

static void
start_threads(struct dt_pool *p, size_t wanted)
{
	for (size_t i = 0; i < wanted; i++) {
		p->threads[i] = (struct thread){ .pool = p, .hand = i };
		if (pthread_create(&p->threads[i].id, NULL, work,
		    &p->threads[i]) != 0)
			break;
		p->n_threads++;
	}
}

/* Patience is measured by a clock that nobody sets. */
static void
make_lock(struct dt_pool *p)
{
	pthread_condattr_t steady;
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->filled, &steady);
	pthread_cond_init(&p->freed, NULL);
	pthread_condattr_destroy(&steady);
}

enum dt_status
dt_pool_new(struct dt_pool **pool, const struct dt_pool_request *request,
    struct dt_error *err)
{
	struct dt_pool *p = dt_memory_new(1, sizeof(*p));
	size_t threads = request->threads > 1 ? (size_t)request->threads : 1;
	*pool = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	make_lock(p);
	p->request = *request;
	p->end = request->n;
	p->ahead = request->ahead > 0 && request->ahead < request->n ?
	    request->ahead : request->n > 0 ? request->n : 1;
	if (threads > p->ahead)
		threads = p->ahead;
	p->ready = dt_memory_new(p->ahead, sizeof(*p->ready));
	p->threads = dt_memory_new(threads, sizeof(*p->threads));
	if (p->ready == NULL || p->threads == NULL) {
		dt_pool_free(p);
		*pool = NULL;
		return dt_status_no_memory(err);
	}
	if (threads > 1)
		start_threads(p, threads);
	return DT_OK;
}

/* Under the lock. */
static void
release(struct dt_pool *p)
{
	if (!p->held)
		return;
	p->held = false;
	p->ready[p->read++ % p->ahead] = false;
	pthread_cond_signal(&p->freed);
}

static bool
is_known(const struct dt_pool *p)
{
	return p->read == p->end || p->ready[p->read % p->ahead] ||
	    is_stopped(p);
}

static struct timespec
after(int milliseconds)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_sec += milliseconds / 1000;
	t.tv_nsec += milliseconds % 1000 * 1000000L;
	t.tv_sec += t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	return t;
}

/* Under the lock. By steps, since nothing wakes a waiter when the caller's
 * flag is raised: a signal handler may not. */
static void
wait_for_news(struct dt_pool *p, int patience)
{
	while (!is_known(p) && patience != 0) {
		int step = patience < 0 || patience > LOOK ? LOOK : patience;
		struct timespec until = after(step);
		int timed_out = 0;
		while (!is_known(p) && timed_out == 0)
			timed_out = pthread_cond_timedwait(&p->filled,
			    &p->lock, &until);
		if (patience > 0)
			patience -= step;
	}
}

/* Under the lock: what dt_pool_next says. */
static enum dt_status
tell(struct dt_pool *p, size_t *item, struct dt_error *err)
{
	if (p->read == p->request.n) {
		*item = p->request.n;
		return DT_OK;
	}
	if (is_stopped(p)) {
		p->stopping = true;
		return dt_status_fail(err, DT_ESTOPPED, "interrupted");
	}
	if (p->read == p->end)
		return dt_status_fail(err, p->fault.status, "%s",
		    p->fault.message);
	p->held = p->ready[p->read % p->ahead];
	if (p->held)
		*item = p->read;
	return DT_OK;
}

enum dt_status
dt_pool_next(struct dt_pool *p, int patience, size_t *item,
    struct dt_error *err)
{
	*item = DT_POOL_WAITING;
	pthread_mutex_lock(&p->lock);
	release(p);
	if (p->n_threads > 0) {
		wait_for_news(p, patience);
	} else {
		pthread_mutex_unlock(&p->lock);
		do_one(p, 0, p->request.stop != NULL ? p->request.stop :
		    &p->stopping, true);
		pthread_mutex_lock(&p->lock);
	}
	enum dt_status status = tell(p, item, err);
	pthread_mutex_unlock(&p->lock);
	return status;
}

void
dt_pool_free(struct dt_pool *p)
{
	if (p == NULL)
		return;
	pthread_mutex_lock(&p->lock);
	p->stopping = true;
	pthread_cond_broadcast(&p->freed);
	pthread_mutex_unlock(&p->lock);
	for (size_t i = 0; i < p->n_threads; i++)
		pthread_join(p->threads[i].id, NULL);
	pthread_cond_destroy(&p->filled);
	pthread_cond_destroy(&p->freed);
	pthread_mutex_destroy(&p->lock);
	dt_memory_free(p->ready);
	dt_memory_free(p->threads);
	dt_memory_free(p);
}

enum dt_status
dt_pool_run(const struct dt_pool_request *request, struct dt_error *err)
{
	struct dt_pool *pool;
	size_t item = 0;
	enum dt_status status = dt_pool_new(&pool, request, err);
	while (status == DT_OK && item != request->n)
		status = dt_pool_next(pool, -1, &item, err);
	dt_pool_free(pool);
	return status;
}
