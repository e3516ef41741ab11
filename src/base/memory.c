/* memory: see memory.h. */
#include "base/memory.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

/* Of a program's heap: blocks that are taken by themselves and given back;
 * bytes by which it grows, of which large pages are asked for; and what is left
 * out before these, at the least: few blocks that were free are as large, so
 * that it is soon taken from the heap's end. */
enum {
	BLOCK_LARGE = 32 << 20, HEAP = 128 << 20, PAGE_LARGE = 2 << 20,
	LEFT_OUT = 1 << 20, TRIES = 4
};

static atomic_long asked;
static atomic_long failing = -1;

static atomic_long refusals;

static int
is_refused(void)
{
	long turn = atomic_fetch_add(&asked, 1);
	return turn == atomic_load(&failing);
}

static void *
note(void *block)
{
	if (block == NULL)
		atomic_fetch_add(&refusals, 1);
	return block;
}

long
dt_memory_refused(void)
{
	return atomic_load(&refusals);
}

long
dt_memory_fail_after(long after)
{
	atomic_store(&failing, after);
	return atomic_exchange(&asked, 0);
}

void *
dt_memory_new(size_t count, size_t size)
{
	return note(is_refused() ? NULL :
	    calloc(count ? count : 1, size ? size : 1));
}

void *
dt_memory_resize(void *block, size_t count, size_t size)
{
	if (is_refused() || (size != 0 && count > SIZE_MAX / size))
		return note(NULL);
	size_t bytes = count * size;
	return note(realloc(block, bytes ? bytes : 1));
}

void
dt_memory_free(void *block)
{
	free(block);
}

static bool
resize(void *array, size_t n, size_t size)
{
	void *old;
	memcpy(&old, array, sizeof(old));
	void *new = dt_memory_resize(old, n, size);
	if (new != NULL)
		memcpy(array, &new, sizeof(new));
	return new != NULL;
}

bool
dt_memory_grow(void *array, size_t *room, size_t n, size_t size)
{
	size_t to = *room > 0 ? *room : 16;
	while (to < n)
		to *= 2;
	if (!resize(array, to, size))
		return false;
	*room = to;
	return true;
}

/* Large pages in what the heap is given at once, where the system has any. Its
 * end is given back first, and what is taken from then on begins with a large
 * page: one in which a byte was touched before that stays many small ones, and
 * where a process was forked each of these is copied. Up to there is left out.
 * Where the heap can't grow there are none. The address sanitizer has a heap of
 * its own, where this would be left. */
#if defined(M_MMAP_THRESHOLD) && !defined(__SANITIZE_ADDRESS__)
static void
widen_heap(void)
{
	malloc_trim(0);
	uintptr_t begin = (uintptr_t)sbrk(0), end = begin;
	uintptr_t large = (begin + LEFT_OUT + PAGE_LARGE - 1) / PAGE_LARGE *
	    PAGE_LARGE;
	for (int k = 0; k < TRIES && end == begin; k++) {
		void *volatile left_out = malloc(large - begin);
		(void)left_out;
		end = (uintptr_t)sbrk(0);
	}
#ifdef MADV_HUGEPAGE
	if (large < end)
		(void)madvise((void *)large, end - large, MADV_HUGEPAGE);
#endif
}
#endif

void
dt_memory_of_program(void)
{
#if defined(M_MMAP_THRESHOLD) && !defined(__SANITIZE_ADDRESS__)
	mallopt(M_MMAP_THRESHOLD, BLOCK_LARGE);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
	mallopt(M_ARENA_MAX, 1);
	mallopt(M_TOP_PAD, HEAP);
	widen_heap();
	mallopt(M_TOP_PAD, BLOCK_LARGE / 2);
#endif
}
