/*
 * memory: the one door to the heap, so that a test can make any allocation
 * fail. Blocks come zeroed. Release them with dt_memory_free.
 */
#ifndef DT_BASE_MEMORY_H
#define DT_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* count * size bytes, zeroed, or NULL (also when the product overflows). */
void *dt_memory_new(size_t count, size_t size)
    __attribute__((warn_unused_result));

/* Like realloc, for count * size bytes; what is added is not zeroed. */
void *dt_memory_resize(void *block, size_t count, size_t size)
    __attribute__((warn_unused_result));

void dt_memory_free(void *block);

/* What dt_memory_reserve does where there is too little room. */
bool dt_memory_grow(void *array, size_t *room, size_t n, size_t size)
    __attribute__((warn_unused_result));
/* Makes an array hold n elements at least: `array` is the address of the
 * pointer to it, *room how many it holds, which grows by doubling, from 16.
 * What is added is not zeroed. false: memory is out, and all is as it was. */
static inline __attribute__((warn_unused_result)) bool
dt_memory_reserve(void *array, size_t *room, size_t n, size_t size)
{
	return n <= *room || dt_memory_grow(array, room, n, size);
}

/*
 * For a program, which alone may say how its process takes memory, in a process
 * that has one question to answer: what was freed is used again and not given
 * back, in one heap, in large pages where the system has them. Pages of blocks
 * that came and went were a third of a verdict's time. Where arrays are large and
 * mostly empty it costs more than it saves.
 */
void dt_memory_of_program(void);

/* How many allocations of this process were refused so far. An answer during
 * which it grew may lack a piece, whoever looked away: it is not given. */
long dt_memory_refused(void);

/*
 * For tests: let `after` allocations of this process succeed and fail the next
 * one, once. A negative number turns it off. Returns how many allocations were
 * asked for since the last call.
 */
long dt_memory_fail_after(long after);

#endif
