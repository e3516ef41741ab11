/*
 * fail_alloc: an allocation that fails, for LD_PRELOAD. FAIL_ALLOC=n: the n-th
 * of the process, from 1, fails, and no other; FAIL_ALLOC_COUNT=FILE gets how
 * many there were.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *block, size_t bytes);
void *__libc_memalign(size_t border, size_t bytes);

static atomic_long asked;
static long failing;

/* Both are read once, before main; what ran before counts from 1 as well, but
 * never fails. */
__attribute__((constructor)) static void
start(void)
{
	const char *word = getenv("FAIL_ALLOC");
	failing = word != NULL ? strtol(word, NULL, 10) : 0;
	atomic_store(&asked, 0);
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("FAIL_ALLOC_COUNT");
	long all = atomic_load(&asked);
	FILE *file = path != NULL ? fopen(path, "w") : NULL;
	if (file == NULL)
		return;
	fprintf(file, "%ld\n", all);
	fclose(file);
}

static int
refuses(void)
{
	if (atomic_fetch_add(&asked, 1) + 1 != failing)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t bytes)
{
	return refuses() ? NULL : __libc_malloc(bytes);
}

void *
calloc(size_t count, size_t bytes)
{
	return refuses() ? NULL : __libc_calloc(count, bytes);
}

void *
realloc(void *block, size_t bytes)
{
	return refuses() ? NULL : __libc_realloc(block, bytes);
}

void *
aligned_alloc(size_t border, size_t bytes)
{
	return refuses() ? NULL : __libc_memalign(border, bytes);
}

int
posix_memalign(void **block, size_t border, size_t bytes)
{
	if (refuses())
		return ENOMEM;
	*block = __libc_memalign(border, bytes);
	return *block != NULL ? 0 : ENOMEM;
}
