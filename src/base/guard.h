/*
 * guard: work with GMP, which has no word for "out of memory" but abort().
 * What GMP allocates inside a guard is listed there; where an allocation
 * fails, all of it is freed and the guard is left. Guards stand in the public
 * functions of solve/ that reckon in whole numbers, and around GLPK where it
 * does; inside another, a guard is part of that one. No number may outlive the
 * guard in which it was made.
 *
 * Outside of guards, in other threads too, GMP's memory is whose it was: its
 * own, or the host program's, if that called mp_set_memory_functions before
 * the first guard.
 */
#ifndef DT_BASE_GUARD_H
#define DT_BASE_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/* False: memory ran out, and the work was left where it stood. The caller's
 * arenas are whole then; numbers are gone, and nothing may clear them. */
bool dt_guard_run(void (*work)(void *context), void *context);

/* As in base/memory.h, but what is left inside a guard goes with it. */
void *dt_guard_new(size_t count, size_t size);
void *dt_guard_resize(void *block, size_t count, size_t size);
void dt_guard_free(void *block);

#endif
