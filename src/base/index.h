/*
 * index: keys of a few words to dense numbers, from 0, in the order in which
 * they came. One thread at a time.
 */
#ifndef DT_BASE_INDEX_H
#define DT_BASE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DT_INDEX_NONE UINT32_MAX

struct dt_index {
	size_t width, n, room, slots;   /* words of a key; keys there are */
	uint32_t *keys;                 /* [id * width + word]; owned */
	uint32_t *slot;                 /* id + 1, or 0; owned */
};

/* false: memory is out; release it with dt_index_free all the same. */
bool dt_index_start(struct dt_index *index, size_t width);
void dt_index_free(struct dt_index *index);
/* Forgets all keys, keeps the room. */
void dt_index_clear(struct dt_index *index);

/* The number of a key, new or known; DT_INDEX_NONE: memory is out. */
uint32_t dt_index_of(struct dt_index *index, const uint32_t *key);

/* Where many keys are asked for in a large index: what is read of it for a key
 * is fetched meanwhile; asked twice, what it is compared with as well. */
void dt_index_ahead(const struct dt_index *index, const uint32_t *key);
void dt_index_near(const struct dt_index *index, const uint32_t *key);

#endif
