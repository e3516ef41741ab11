/*
 * faults: what is wrong with a file that a person wrote, all of it at once.
 *
 * A list in an arena, kept in order of place, at most DT_FAULTS_MOST of them;
 * more are only counted. Printed as
 *
 *     treaty.yaml:26:5: error: unknown key 'stratgy'
 *        26 |     stratgy: grimm
 *           |     ^~~~~~~
 *           = help: did you mean 'strategy'?
 */
#ifndef DT_BASE_FAULTS_H
#define DT_BASE_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/node.h"
#include "base/status.h"
#include "base/text.h"

enum { DT_FAULTS_MOST = 20 };

struct dt_fault {
	struct dt_place at;
	const char *message;
	const char *help;       /* NULL if there is nothing to suggest */
};

struct dt_faults {
	struct dt_arena *arena; /* the caller's; where the words live */
	size_t n;               /* faults kept */
	size_t total;           /* faults found */
	struct dt_fault list[DT_FAULTS_MOST];
	size_t n_warnings;      /* what is allowed, and hardly meant */
	struct dt_fault warnings[DT_FAULTS_MOST];
};

/* Adds a fault. `help` may be NULL. Always returns DT_EINPUT. A second fault
 * at a line and column that has one already is dropped. */
enum dt_status dt_faults_add(struct dt_faults *faults, struct dt_place at,
    const char *help, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds a warning: told, and no reason to fail. One a place, those beyond
 * DT_FAULTS_MOST are dropped, and so are those at a place with a fault. */
void dt_faults_warn(struct dt_faults *faults, struct dt_place at,
    const char *help, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Is there a warning at that place? */
bool dt_faults_warned(const struct dt_faults *faults, struct dt_place at);

/* DT_OK if there are none; else DT_EINPUT, and the first of them, on one line
 * with its place, as the error's message. */
enum dt_status dt_faults_status(const struct dt_faults *faults,
    struct dt_error *err);

/* Is there a fault at that line and column of that file? */
bool dt_faults_at(const struct dt_faults *faults, struct dt_place at);

/* "did you mean 'X'?" for the nearest of the words (NULL-terminated) if one
 * is near enough, else "one of: a, b, c" if they are few, else NULL. In the
 * arena of faults. */
const char *dt_faults_suggest(struct dt_faults *faults, const char *wrong,
    const char *const *words);

/* The nearest word within a third of its length in edits (at least 1, a swap
 * of neighbours is one edit), or NULL. */
const char *dt_faults_nearest(const char *wrong, const char *const *words);

/* "; did you mean 'X'?" with the nearest of the words, or "", to end a
 * message with. Lives in the arena. */
const char *dt_faults_near_words(struct dt_arena *arena, const char *wrong,
    const char *const *words);

/* All faults as text, in the form above, with "N faults in FILE" behind them
 * where there is more than one, then the warnings in the same form. With colour: ANSI escapes for error and caret. */
void dt_faults_print(const struct dt_faults *faults, int colour,
    struct dt_text *text);

#endif
