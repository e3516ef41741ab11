/* guard: see guard.h. */
#include "base/guard.h"

#include <gmp.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"

/* Stands before each block of a guard, in a ring; 16 bytes, so that what
 * follows is aligned for any type. */
struct block {
	_Alignas(16) struct block *before;
	struct block *after;
};

static _Thread_local jmp_buf way_out;
static _Thread_local struct block ring;
static _Thread_local bool inside;

static struct {
	void *(*allocate)(size_t bytes);
	void *(*again)(void *block, size_t old, size_t bytes);
	void (*release)(void *block, size_t bytes);
} outside;

/* The block moved, or is new, and stands where `before` says. */
static void *
enlist(struct block *b, struct block *before)
{
	b->before = before;
	b->after = before->after;
	b->before->after = b->after->before = b;
	return b + 1;
}

static struct block *
delist(void *at)
{
	struct block *b = (struct block *)at - 1;
	b->before->after = b->after;
	b->after->before = b->before;
	return b;
}

/* NULL: memory is out, and the old block is as it was. */
static void *
take(void *old, size_t bytes)
{
	if (bytes > SIZE_MAX - sizeof(struct block))
		return NULL;
	struct block *was = old != NULL ? delist(old) : NULL;
	struct block *b = dt_memory_resize(was, sizeof(*b) + bytes, 1);
	if (b == NULL && was != NULL)
		enlist(was, &ring);
	return b != NULL ? enlist(b, &ring) : NULL;
}

static void *
allocate(size_t bytes)
{
	if (!inside)
		return outside.allocate(bytes);
	void *block = take(NULL, bytes);
	if (block == NULL)
		longjmp(way_out, 1);
	return block;
}

static void *
again(void *old, size_t from, size_t bytes)
{
	if (!inside)
		return outside.again(old, from, bytes);
	void *block = take(old, bytes);
	if (block == NULL)
		longjmp(way_out, 1);
	return block;
}

static void
release(void *block, size_t bytes)
{
	if (!inside)
		outside.release(block, bytes);
	else if (block != NULL)
		dt_memory_free(delist(block));
}

static void
take_over(void)
{
	mp_get_memory_functions(&outside.allocate, &outside.again,
	    &outside.release);
	mp_set_memory_functions(allocate, again, release);
}

static void
leave(void)
{
	while (ring.after != &ring)
		dt_memory_free(delist(ring.after + 1));
	inside = false;
}

bool
dt_guard_run(void (*work)(void *context), void *context)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	if (inside) {
		work(context);
		return true;
	}
	pthread_once(&once, take_over);
	ring.before = ring.after = &ring;
	if (setjmp(way_out) != 0) {
		leave();
		return false;
	}
	inside = true;
	work(context);
	leave();
	return true;
}

void *
dt_guard_new(size_t count, size_t size)
{
	if (!inside)
		return dt_memory_new(count, size);
	void *block = size != 0 && count > SIZE_MAX / size ? NULL :
	    take(NULL, count * size);
	return block == NULL ? NULL : memset(block, 0, count * size);
}

void *
dt_guard_resize(void *block, size_t count, size_t size)
{
	if (!inside)
		return dt_memory_resize(block, count, size);
	return size != 0 && count > SIZE_MAX / size ? NULL :
	    take(block, count * size);
}

void
dt_guard_free(void *block)
{
	if (!inside)
		dt_memory_free(block);
	else if (block != NULL)
		dt_memory_free(delist(block));
}
