/* check_pool: n pieces of work by threads: order, errors, stops, bounds. */
#define _GNU_SOURCE     /* RTLD_NEXT */
#include <check.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/memory.h"
#include "base/pool.h"

enum { ITEMS = 400, HANDS = 16 };

static int threads_left = -1;     /* that the system gives; -1: any number */

/* In the place of the system's, which it calls. */
int
pthread_create(pthread_t *thread, const pthread_attr_t *attr,
    void *(*start)(void *), void *argument)
{
	union {
		void *object;
		int (*function)(pthread_t *, const pthread_attr_t *,
		    void *(*)(void *), void *);
	} system = { dlsym(RTLD_NEXT, "pthread_create") };
	if (threads_left == 0)
		return EAGAIN;
	if (threads_left > 0)
		threads_left--;
	return system.function(thread, attr, start, argument);
}

struct job {
	size_t ahead;
	size_t fails[3];                /* numbers from 1, or 0 */
	bool slow;                      /* items take unequal time */
	atomic_bool same_thread;        /* whether the caller did all */
	pthread_t caller;
	atomic_size_t begun, given;     /* given: to the caller, and back */
	atomic_size_t most;             /* begun and not back, at any time */
	atomic_bool in_use[HANDS];      /* by hand */
	atomic_bool shared;             /* a hand by two at a time */
	atomic_size_t hands;            /* the highest number, and one */
	atomic_int done[ITEMS];         /* how often */
	size_t result[ITEMS];           /* [item mod ahead] */
};

static void
nap(long microseconds)
{
	struct timespec t = { 0, microseconds * 1000 };
	nanosleep(&t, NULL);
}

static void
count_open(struct job *j)
{
	size_t begun = atomic_fetch_add(&j->begun, 1) + 1;
	size_t open = begun - j->given, most = j->most;
	while (open > most &&
	    !atomic_compare_exchange_weak(&j->most, &most, open))
		;
}

static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct job *j = of;
	bool fresh = !atomic_exchange(&j->in_use[turn->hand], true);
	if (!fresh)
		j->shared = true;
	count_open(j);
	size_t hands = j->hands;
	while (turn->hand >= hands && !atomic_compare_exchange_weak(&j->hands,
	    &hands, turn->hand + 1))
		;
	atomic_fetch_add(&j->done[turn->item], 1);
	if (!pthread_equal(pthread_self(), j->caller))
		j->same_thread = false;
	if (j->slow)
		nap((long)(turn->item * 7919 % 13) * 20);
	j->result[turn->item % j->ahead] = turn->item * turn->item;
	atomic_store(&j->in_use[turn->hand], false);
	for (int i = 0; i < 3; i++)
		if (turn->item + 1 == j->fails[i])
			return dt_status_fail(err, DT_EINPUT, "item %zu",
			    j->fails[i]);
	return DT_OK;
}

static struct dt_pool_request
request_of(struct job *j, size_t n, int threads, size_t ahead)
{
	j->ahead = ahead > 0 ? ahead : ITEMS;
	j->caller = pthread_self();
	j->same_thread = true;
	return (struct dt_pool_request){ .n = n, .threads = threads,
		.ahead = ahead, .work = work, .of = j };
}

/* Pulls until the end or an error; how many came, each the next in order
 * with its own result: the square of its number, which work computed. */
static size_t
pull(struct job *j, const struct dt_pool_request *r, long rest,
    enum dt_status *status, struct dt_error *err)
{
	struct dt_pool *pool;
	size_t n = 0, item;
	ck_assert_int_eq(dt_pool_new(&pool, r, err), DT_OK);
	while ((*status = dt_pool_next(pool, -1, &item, err)) == DT_OK &&
	    item < r->n) {
		ck_assert_uint_eq(item, n++);
		ck_assert_uint_eq(j->result[item % j->ahead], item * item);
		if (rest > 0)
			nap(rest);
		ck_assert_uint_eq(j->result[item % j->ahead], item * item);
		atomic_fetch_add(&j->given, 1);
	}
	dt_pool_free(pool);
	return n;
}

/* Whatever the threads and the room: every item once, in order. */
START_TEST(items_come_once_and_in_order)
{
	static const int threads[] = { 1, 2, 3, 16 };
	static const size_t rooms[] = { 1, 2, 7, 0 };
	for (size_t t = 0; t < 4; t++)
		for (size_t a = 0; a < 4; a++) {
			struct job j = { .slow = t > 0 };
			struct dt_error err = { 0 };
			enum dt_status status;
			struct dt_pool_request r = request_of(&j, ITEMS,
			    threads[t], rooms[a]);
			ck_assert_uint_eq(pull(&j, &r, 0, &status, &err),
			    ITEMS);
			ck_assert_int_eq(status, DT_OK);
			for (size_t i = 0; i < ITEMS; i++)
				ck_assert_int_eq(j.done[i], 1);
			ck_assert(!j.shared);
		}
}
END_TEST

/* With one thread, one item or room for one, no other thread takes part. */
START_TEST(one_thread_is_the_caller)
{
	static const struct { size_t n; int threads; size_t ahead; } cases[] = {
		{ ITEMS, 1, 8 }, { 1, 8, 8 }, { ITEMS, 8, 1 }, { ITEMS, 0, 0 },
	};
	for (size_t c = 0; c < 4; c++) {
		struct job j = { 0 };
		struct dt_error err;
		enum dt_status status;
		struct dt_pool_request r = request_of(&j, cases[c].n,
		    cases[c].threads, cases[c].ahead);
		ck_assert_uint_eq(pull(&j, &r, 0, &status, &err), cases[c].n);
		ck_assert(j.same_thread);
	}
}
END_TEST

/* A caller that rests lets threads run ahead, but never by more than `ahead`
 * items begun and not yet given back: so many places hold all results. (The
 * caller counts an item as given back just before the pool knows.) */
START_TEST(threads_run_ahead_by_a_bound)
{
	static const size_t rooms[] = { 2, 5, 9 };
	for (size_t a = 0; a < 3; a++) {
		struct job j = { 0 };
		struct dt_error err;
		enum dt_status status;
		struct dt_pool_request r = request_of(&j, 100, 4, rooms[a]);
		ck_assert_uint_eq(pull(&j, &r, 300, &status, &err), 100);
		ck_assert_uint_le(j.most, rooms[a]);
		ck_assert_uint_ge(j.most, 2);
	}
}
END_TEST

/* What it asks of memory does not grow with n: with a byte for each of half of
 * all numbers it could not be made. */
START_TEST(memory_does_not_grow_with_the_items)
{
	struct job j = { 0 };
	struct dt_pool *pool;
	struct dt_pool_request r = request_of(&j, 0, 2, 8);
	r.n = SIZE_MAX / 2;
	j.fails[0] = 1;
	ck_assert_int_eq(dt_pool_new(&pool, &r, NULL), DT_OK);
	size_t item;
	ck_assert_int_eq(dt_pool_next(pool, -1, &item, NULL), DT_EINPUT);
	dt_pool_free(pool);
}
END_TEST

/* Items 31, 90 and 12 fail (from 1). The items before 12 come, then its
 * error, again if asked, on any number of threads. */
START_TEST(the_first_error_by_number_is_told)
{
	for (int threads = 1; threads <= 8; threads++)
		for (int again = 0; again < 20; again++) {
			struct job j = { .fails = { 31, 90, 12 },
				.slow = again % 2 };
			struct dt_error err = { 0 };
			enum dt_status status;
			struct dt_pool_request r = request_of(&j, 100,
			    threads, again % 3 ? 0 : 4);
			ck_assert_uint_eq(pull(&j, &r, 0, &status, &err), 11);
			ck_assert_int_eq(status, DT_EINPUT);
			ck_assert_int_eq(err.status, DT_EINPUT);
			ck_assert_str_eq(err.message, "item 12");
		}
}
END_TEST

START_TEST(an_error_is_said_again)
{
	struct job j = { .fails = { 1 } };
	struct dt_error err = { 0 };
	struct dt_pool *pool;
	struct dt_pool_request r = request_of(&j, 10, 1 + _i, 0);
	size_t item;
	ck_assert_int_eq(dt_pool_new(&pool, &r, &err), DT_OK);
	for (int k = 0; k < 3; k++) {
		ck_assert_int_eq(dt_pool_next(pool, -1, &item, NULL),
		    DT_EINPUT);
		ck_assert_uint_eq(item, DT_POOL_WAITING);
	}
	dt_pool_free(pool);
}
END_TEST

/* dt_pool_run does what pulling does. */
START_TEST(running_does_all_or_tells_the_first_error)
{
	struct job good = { 0 }, bad = { .fails = { 301, 7 } };
	struct dt_error err = { 0 };
	struct dt_pool_request r = request_of(&good, ITEMS, 1 + _i, 0);
	ck_assert_int_eq(dt_pool_run(&r, &err), DT_OK);
	for (size_t i = 0; i < ITEMS; i++)
		ck_assert_uint_eq(good.result[i], i * i);
	r = request_of(&bad, ITEMS, 1 + _i, 0);
	ck_assert_int_eq(dt_pool_run(&r, &err), DT_EINPUT);
	ck_assert_str_eq(err.message, "item 7");
	r.n = 0;
	ck_assert_int_eq(dt_pool_run(&r, &err), DT_OK);
}
END_TEST

static atomic_bool raised;

/* Item 20 raises the flag, as a signal would; what comes later waits to be
 * told to give up, for ever if it is not. */
static enum dt_status
interrupted(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	(void)of;
	(void)err;
	if (turn->item == 20)
		raised = true;
	while (turn->item >= 20 && !*turn->stop)
		nap(100);
	return DT_OK;
}

/* Items before 20 come; then the stop, not an item that was cut short. */
START_TEST(a_raised_flag_stops_items_and_caller)
{
	struct dt_pool_request r = { .n = 1000, .threads = 1 + _i,
		.ahead = 16, .stop = &raised, .work = interrupted };
	struct dt_error err = { 0 };
	struct dt_pool *pool;
	size_t item, last = 0;
	enum dt_status status;
	raised = false;
	ck_assert_int_eq(dt_pool_new(&pool, &r, &err), DT_OK);
	while ((status = dt_pool_next(pool, -1, &item, &err)) == DT_OK)
		last = item;
	ck_assert_int_eq(status, DT_ESTOPPED);
	ck_assert_uint_le(last, 19);
	dt_pool_free(pool);
}
END_TEST

/* As above, without a flag of the caller's: it frees early. */
START_TEST(freeing_stops_items)
{
	struct dt_pool_request r = { .n = 1000, .threads = 3, .ahead = 16,
		.work = interrupted };
	struct dt_pool *pool;
	size_t item = 0;
	ck_assert_int_eq(dt_pool_new(&pool, &r, NULL), DT_OK);
	while (item != 19)
		ck_assert_int_eq(dt_pool_next(pool, -1, &item, NULL), DT_OK);
	ck_assert_int_eq(dt_pool_next(pool, 5, &item, NULL), DT_OK);
	ck_assert_uint_eq(item, DT_POOL_WAITING);
	dt_pool_free(pool);
	dt_pool_free(NULL);
}
END_TEST

static enum dt_status
slow(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	(void)of;
	(void)turn;
	(void)err;
	nap(60000);
	return DT_OK;
}

/* An item takes 60 ms, patience lasts 10. */
START_TEST(patience_ends_and_the_item_comes_later)
{
	struct dt_pool_request r = { .n = 2, .threads = 2, .work = slow };
	struct dt_pool *pool;
	size_t item, waits = 0;
	ck_assert_int_eq(dt_pool_new(&pool, &r, NULL), DT_OK);
	do {
		ck_assert_int_eq(dt_pool_next(pool, 10, &item, NULL), DT_OK);
		waits += item == DT_POOL_WAITING;
	} while (item == DT_POOL_WAITING);
	ck_assert_uint_eq(item, 0);
	ck_assert_uint_ge(waits, 1);
	dt_pool_free(pool);
}
END_TEST

/* The system gives 0, 1 or 2 of the 8 threads asked for: all is done all the
 * same, by so many, and by the caller only where there are none. */
START_TEST(fewer_threads_do_all_the_same)
{
	struct job j = { .slow = true };
	struct dt_error err;
	enum dt_status status;
	struct dt_pool_request r = request_of(&j, ITEMS, 8, 4);
	threads_left = _i;
	ck_assert_uint_eq(pull(&j, &r, 0, &status, &err), ITEMS);
	ck_assert_int_eq(status, DT_OK);
	ck_assert_int_eq(threads_left, 0);
	ck_assert(j.same_thread == (_i == 0));
	ck_assert_uint_le(j.hands, _i == 0 ? 1 : (size_t)_i);
	threads_left = -1;
}
END_TEST

/* What a thread's own priority is, before and after. */
static enum dt_status
step_behind(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	int *nice = of;
	(void)err;
	nice[2 * turn->item] = getpriority(PRIO_PROCESS, 0);
	dt_pool_stand_back(turn);
	nice[2 * turn->item + 1] = getpriority(PRIO_PROCESS, 0);
	return DT_OK;
}

/* A thread of the pool gives way, the caller never does. */
START_TEST(who_stands_back_is_no_caller)
{
	int nice[4] = { 0 }, own = getpriority(PRIO_PROCESS, 0);
	struct dt_error err = { 0 };
	struct dt_pool_request request = { .n = 1, .threads = 2,
	    .work = step_behind, .of = nice };
	ck_assert_int_eq(dt_pool_run(&request, &err), DT_OK);
	ck_assert_int_eq(nice[0], own);
	ck_assert_int_eq(nice[1], own);
	request.n = 2;
	ck_assert_int_eq(dt_pool_run(&request, &err), DT_OK);
#ifdef __linux__
	if (own < 19)
		ck_assert_int_gt(nice[1], own);
#endif
	ck_assert_int_eq(getpriority(PRIO_PROCESS, 0), own);
}
END_TEST

START_TEST(no_memory_is_said)
{
	struct job j = { 0 };
	struct dt_pool_request r = request_of(&j, ITEMS, 4, 4);
	struct dt_error err = { 0 };
	for (long after = 0; after < 3; after++) {
		struct dt_pool *pool = (void *)&j;
		dt_memory_fail_after(after);
		ck_assert_int_eq(dt_pool_new(&pool, &r, &err), DT_ENOMEM);
		ck_assert_ptr_null(pool);
	}
	dt_memory_fail_after(-1);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("pool");
	TCase *tests = tcase_create("pool");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, items_come_once_and_in_order);
	tcase_add_test(tests, one_thread_is_the_caller);
	tcase_add_test(tests, threads_run_ahead_by_a_bound);
	tcase_add_test(tests, memory_does_not_grow_with_the_items);
	tcase_add_test(tests, the_first_error_by_number_is_told);
	tcase_add_loop_test(tests, an_error_is_said_again, 0, 3);
	tcase_add_loop_test(tests, running_does_all_or_tells_the_first_error,
	    0, 4);
	tcase_add_loop_test(tests, a_raised_flag_stops_items_and_caller, 0, 4);
	tcase_add_test(tests, freeing_stops_items);
	tcase_add_test(tests, patience_ends_and_the_item_comes_later);
	tcase_add_loop_test(tests, fewer_threads_do_all_the_same, 0, 3);
	tcase_add_test(tests, who_stands_back_is_no_caller);
	tcase_add_test(tests, no_memory_is_said);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
