/*
 * shelf: bytes that are kept under keys of words, in memory that comes after who
 * put them there: of one process, or mapped by one and those that it forks.
 *
 * A process at a time uses a shelf, with any threads. It may end at any moment:
 * what it was putting there is then not there, nor is any other.
 */
#ifndef DT_BASE_SHELF_H
#define DT_BASE_SHELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dt_shelf;

/* So many bytes, and those behind them up to where the next may begin. */
static inline size_t
dt_shelf_aligned(size_t bytes)
{
	return (bytes + sizeof(double) - 1) / sizeof(double) * sizeof(double);
}

/* In so many bytes of memory, 0 at first and aligned as a double, which outlive
 * it; NULL: they are too few, or memory is out. Freed with dt_shelf_free, which
 * leaves what is kept there. */
struct dt_shelf *dt_shelf_new(void *memory, size_t bytes);
void dt_shelf_free(struct dt_shelf *shelf);

struct dt_shelf_key {
	const uint64_t *word;
	size_t n;
};

/* Calls use, whose answer it returns, with the bytes that are kept under a key,
 * aligned as a double, which nobody changes meanwhile. false, and not *found:
 * there are none. Several threads may take at once. */
bool dt_shelf_take(struct dt_shelf *shelf, const struct dt_shelf_key *key,
    bool (*use)(void *of, const unsigned char *bytes), void *of, bool *found);

/* Calls fill to keep so many bytes under a key, in place of those of a lower
 * rank; those of its rank or a higher one stay. Where there is no room for them
 * all that is kept gives way, and they are not kept where they are too many. */
void dt_shelf_put(struct dt_shelf *shelf, const struct dt_shelf_key *key,
    size_t rank, size_t bytes, void (*fill)(void *of, unsigned char *bytes),
    void *of);

#endif
