/*
 * arena: many small things with one life. What it hands out is zeroed, aligned
 * for any type, and lives until dt_arena_free. Nothing is freed singly.
 * One arena belongs to one thread at a time.
 */
#ifndef DT_BASE_ARENA_H
#define DT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct dt_arena {
	struct dt_arena_block *blocks;  /* newest first; owned */
};

/* count * size bytes, or NULL when memory is out or the product overflows. */
void *dt_arena_new(struct dt_arena *arena, size_t count, size_t size);

/* Copies of a string, of its first n bytes, of what printf would print. */
char *dt_arena_copy(struct dt_arena *arena, const char *text);
char *dt_arena_copy_n(struct dt_arena *arena, const char *text, size_t n);
char *dt_arena_print(struct dt_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *dt_arena_vprint(struct dt_arena *arena, const char *format,
    va_list args) __attribute__((format(printf, 2, 0)));

/* Releases everything and leaves an empty arena, ready for use. */
void dt_arena_free(struct dt_arena *arena);

/*
 * Room for one more of n items of `size` bytes: the items themselves, or a
 * copy with twice the room, *room. NULL when memory is out; items stay.
 */
void *dt_arena_grow(struct dt_arena *arena, void *items, size_t n,
    size_t *room, size_t size);

#endif
