/*
 * axis_words: a key of a scenario as the title of an axis: in words, with its
 * unit. treaty.monitoring.miss is "miss of monitoring", in "chance".
 */
#ifndef DT_AXIS_WORDS_H
#define DT_AXIS_WORDS_H

#include "base/arena.h"

/* In the arena; NULL when memory is out. A key that the schema does not have
 * is its own words. */
const char *dt_axis_words(struct dt_arena *arena, const char *key);

/* NULL: it has none. */
const char *dt_axis_words_unit(const char *key);

#endif
