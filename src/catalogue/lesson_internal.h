/* lesson_internal: what the files of the lesson share. */
#ifndef DT_LESSON_INTERNAL_H
#define DT_LESSON_INTERNAL_H

#include "catalogue/lesson.h"

/* Pairs each text with those of `translations`; fills languages and words.
 * Blames what one language has and the other lacks. */
enum dt_status dt_lesson_words_find(struct dt_lesson *lesson,
    struct dt_arena *arena, struct dt_faults *faults, struct dt_error *err);

#endif
