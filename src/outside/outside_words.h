/* outside_words: what is said to programs, and what they answer. For
 * src/outside/ alone. */
#ifndef DT_OUTSIDE_OUTSIDE_WORDS_H
#define DT_OUTSIDE_OUTSIDE_WORDS_H

#include "engine/world.h"

/* Each adds a line, LF and all. */
void dt_outside_say_start(const struct dt_model *model, size_t agent,
    uint64_t run, struct dt_text *text);
void dt_outside_say_move(const struct dt_world *world, size_t agent,
    struct dt_text *text);
void dt_outside_say_saw(const struct dt_world *world, size_t agent,
    struct dt_text *text);

/* {"move": "pause"} or {"move": "race"}; what else it says is passed over.
 * DT_EINPUT: it is neither. */
enum dt_status dt_outside_hear_move(const char *answer, bool *races,
    struct dt_error *err);

#endif
