/*
 * index: see index.h. By open addressing. It starts small, because most are: a
 * table of pairs of strategies builds hundreds of them.
 */
#include "base/index.h"

#include <string.h>

#include "base/memory.h"

/* So many keys before one goes to its new place it is looked ahead to. */
enum { FIRST_ROOM = 16, AHEAD = 8 };

bool
dt_index_start(struct dt_index *x, size_t width)
{
	*x = (struct dt_index){ .width = width, .room = FIRST_ROOM,
	    .slots = 2 * FIRST_ROOM };
	x->keys = dt_memory_new(x->room * width, sizeof(*x->keys));
	x->slot = dt_memory_new(x->slots, sizeof(*x->slot));
	return x->keys != NULL && x->slot != NULL;
}

void
dt_index_free(struct dt_index *x)
{
	dt_memory_free(x->keys);
	dt_memory_free(x->slot);
	x->keys = x->slot = NULL;
}

void
dt_index_clear(struct dt_index *x)
{
	memset(x->slot, 0, x->slots * sizeof(*x->slot));
	x->n = 0;
}

static size_t
hash(const uint32_t *key, size_t width)
{
	uint64_t h = 0;
	for (size_t i = 0; i < width; i++) {
		h = (h ^ key[i]) * 0x9e3779b97f4a7c15u;
		h ^= h >> 29;
	}
	return (size_t)h;
}

static bool
same(const uint32_t *a, const uint32_t *b, size_t width)
{
	while (width > 0 && *a++ == *b++)
		width--;
	return width == 0;
}

/* The slot of a key, or the free one where it would go. */
static size_t
find(const struct dt_index *x, const uint32_t *key)
{
	size_t at = hash(key, x->width) & (x->slots - 1);
	while (x->slot[at] != 0 && !same(key, x->keys +
	    (x->slot[at] - 1) * x->width, x->width))
		at = (at + 1) & (x->slots - 1);
	return at;
}

/* Where a key goes that none of those there is the same as. */
static size_t
find_free(const struct dt_index *x, const uint32_t *key)
{
	size_t at = hash(key, x->width) & (x->slots - 1);
	while (x->slot[at] != 0)
		at = (at + 1) & (x->slots - 1);
	return at;
}

static bool
grow(struct dt_index *x)
{
	uint32_t *keys = dt_memory_resize(x->keys, 2 * x->room * x->width,
	    sizeof(*keys));
	if (keys == NULL)
		return false;
	x->keys = keys;
	uint32_t *slot = dt_memory_new(2 * x->slots, sizeof(*slot));
	if (slot == NULL)
		return false;
	dt_memory_free(x->slot);
	x->slot = slot;
	x->room *= 2;
	x->slots *= 2;
	for (size_t id = 0; id < x->n; id++) {
		if (id + AHEAD < x->n)
			dt_index_ahead(x, keys + (id + AHEAD) * x->width);
		slot[find_free(x, keys + id * x->width)] = (uint32_t)id + 1;
	}
	return true;
}

uint32_t
dt_index_of(struct dt_index *x, const uint32_t *key)
{
	size_t at = find(x, key);
	if (x->slot[at] != 0)
		return x->slot[at] - 1;
	if (x->n == x->room) {
		if (x->n >= DT_INDEX_NONE / 4 || !grow(x))
			return DT_INDEX_NONE;
		at = find_free(x, key);
	}
	memcpy(x->keys + x->n * x->width, key, x->width * sizeof(*key));
	x->slot[at] = (uint32_t)++x->n;
	return x->slot[at] - 1;
}

void
dt_index_ahead(const struct dt_index *x, const uint32_t *key)
{
	__builtin_prefetch(&x->slot[hash(key, x->width) & (x->slots - 1)]);
}

void
dt_index_near(const struct dt_index *x, const uint32_t *key)
{
	uint32_t id = x->slot[hash(key, x->width) & (x->slots - 1)];
	if (id != 0)
		__builtin_prefetch(x->keys + (id - 1) * x->width);
}
