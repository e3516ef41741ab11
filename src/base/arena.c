/* arena: see arena.h. A chain of blocks; each new one at least doubles. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { ALIGN = _Alignof(max_align_t), FIRST = 4096 };

struct dt_arena_block {
	struct dt_arena_block *older;
	size_t size, used;
	max_align_t bytes[];
};

static struct dt_arena_block *
grow(struct dt_arena *arena, size_t need)
{
	size_t size = arena->blocks ? 2 * arena->blocks->size : FIRST;
	if (size < need)
		size = need;
	struct dt_arena_block *block =
	    dt_memory_new(1, sizeof(*block) + size);
	if (block == NULL)
		return NULL;
	block->size = size;
	block->older = arena->blocks;
	arena->blocks = block;
	return block;
}

void *
dt_arena_new(struct dt_arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > (SIZE_MAX / 4) / size)
		return NULL;
	size_t need = (count * size + ALIGN - 1) / ALIGN * ALIGN;
	struct dt_arena_block *block = arena->blocks;
	if (block == NULL || block->size - block->used < need)
		block = grow(arena, need);
	if (block == NULL)
		return NULL;
	void *place = (char *)block->bytes + block->used;
	block->used += need;
	return place;
}

char *
dt_arena_copy_n(struct dt_arena *arena, const char *text, size_t n)
{
	char *copy = dt_arena_new(arena, n + 1, 1);
	if (copy != NULL)
		memcpy(copy, text, n);
	return copy;
}

char *
dt_arena_copy(struct dt_arena *arena, const char *text)
{
	return dt_arena_copy_n(arena, text, strlen(text));
}

char *
dt_arena_vprint(struct dt_arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	char *text = length < 0 ? NULL : dt_arena_new(arena, length + 1, 1);
	if (text != NULL)
		vsnprintf(text, length + 1, format, again);
	va_end(again);
	return text;
}

char *
dt_arena_print(struct dt_arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = dt_arena_vprint(arena, format, args);
	va_end(args);
	return text;
}

void
dt_arena_free(struct dt_arena *arena)
{
	while (arena->blocks != NULL) {
		struct dt_arena_block *older = arena->blocks->older;
		dt_memory_free(arena->blocks);
		arena->blocks = older;
	}
}

void *
dt_arena_grow(struct dt_arena *arena, void *items, size_t n, size_t *room,
    size_t size)
{
	if (n < *room)
		return items;
	size_t more = *room ? 2 * *room : 16;
	void *grown = dt_arena_new(arena, more, size);
	if (grown == NULL)
		return NULL;
	if (n > 0)
		memcpy(grown, items, n * size);
	*room = more;
	return grown;
}
