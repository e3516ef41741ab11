/*
 * pool: n independent pieces of work, done by several threads and handed out
 * to the caller in their order.
 *
 * Pulled: dt_pool_next gives the numbers of the items one by one, whatever
 * thread did them and when, so what the caller makes of them is the same for
 * any number of threads. Results lie with the user, item k's in a place of its
 * own, or in place k mod `ahead`: threads run ahead of the caller by that many
 * at the most, the item that the caller holds included. dt_pool_run does all
 * where nobody needs them one by one.
 *
 * With one thread, or where the system gives none, the caller does the work
 * itself, inside dt_pool_next; where it gives fewer, fewer work.
 *
 * An item that fails ends the pool: the items before it are still handed out,
 * then its error. So of several errors the one told is that of the first item
 * by number, on any number of threads.
 */
#ifndef DT_BASE_POOL_H
#define DT_BASE_POOL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* What a piece of work is told. */
struct dt_pool_turn {
	size_t item;            /* 0 ... n - 1 */
	size_t hand;            /* which thread, below `threads` and `ahead`:
	                         * no two that work at a time have the same, so
	                         * it numbers what they must not share */
	const atomic_bool *stop;        /* once true, what is made of the item
	                         * is not looked at: give up soon */
	bool alone;             /* the caller does the work itself */
};

/* Whoever does this item gives way to all others from now on, where processors
 * are too few: of what they do at once another takes longer, and is waited for.
 * Not the caller, where it works itself, since nobody could take that back. */
void dt_pool_stand_back(const struct dt_pool_turn *turn);

struct dt_pool_request {
	size_t n;
	int threads;            /* >= 1 */
	size_t ahead;           /* >= 1; 0: n */
	const atomic_bool *stop;        /* the caller's, raised by a signal or
	                         * another thread to end the pool; or NULL */
	/* Does an item. Not DT_OK: it failed, and err says why. Called by
	 * several threads at a time. */
	enum dt_status (*work)(void *of, const struct dt_pool_turn *turn,
	    struct dt_error *err);
	void *of;
};

/* No item's number: none is ready yet. */
#define DT_POOL_WAITING SIZE_MAX

struct dt_pool;

/* Threads start at once. The caller owns the pool; what the request points to
 * must outlive it. DT_ENOMEM: *pool is NULL. */
enum dt_status dt_pool_new(struct dt_pool **pool,
    const struct dt_pool_request *request, struct dt_error *err);

/*
 * The next item, in order; its result is the caller's until the next call.
 * *item is n after the last, and DT_POOL_WAITING if none is ready after
 * `patience` milliseconds (negative: waits for ever; where the caller works
 * itself it does one whole item). DT_ESTOPPED: the caller's `stop` was raised.
 * Any other: what the first item that failed said; it is said again if asked.
 */
enum dt_status dt_pool_next(struct dt_pool *pool, int patience, size_t *item,
    struct dt_error *err);

/* Stops what is being done, waits for the threads to end, and frees; pool may
 * be NULL. Results can be freed after it. */
void dt_pool_free(struct dt_pool *pool);

/* Does all items, whose results stay. As dt_pool_next, by the end. */
enum dt_status dt_pool_run(const struct dt_pool_request *request,
    struct dt_error *err);

#endif
