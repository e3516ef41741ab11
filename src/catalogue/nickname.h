/*
 * nickname: what a short name stands for, for hints: tft is tit-for-tat, npt is
 * npt-iaea, pavlov is win-stay-lose-shift.
 */
#ifndef DT_NICKNAME_H
#define DT_NICKNAME_H

#include "base/arena.h"

/* "'tit-for-tat'", or "'a' or 'b'" of at most three: those of the names (NULL-
 * terminated) whose initials the word is (a number word may be a digit, as in
 * tf2t), or what the field calls so, or whose words it is one of. NULL: none,
 * or no memory. Capitals, '_' and ' ' count as small letters and '-'. */
const char *dt_nickname_meant(struct dt_arena *arena, const char *word,
    const char *const *names);

#endif
