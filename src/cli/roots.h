/* roots: the folders with the data that the program brings. */
#ifndef DT_ROOTS_H
#define DT_ROOTS_H

#include "base/arena.h"

/* NULL-terminated, in the arena; NULL when memory is out. */
const char *const *dt_roots(struct dt_arena *arena);

#endif
