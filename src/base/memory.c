/* memory: see memory.h. */
#include "base/memory.h"

#include <string.h>

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

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
