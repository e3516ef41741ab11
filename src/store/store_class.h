/*
 * store_class: a class in its file: which it is, its journal, names, answers.
 * Rows of its experiments go in by store.h and store_row.h.
 *
 * None of this between dt_store_begin and dt_store_commit.
 */
#ifndef DT_STORE_STORE_CLASS_H
#define DT_STORE_STORE_CLASS_H

#include "base/arena.h"
#include "store/store.h"

struct dt_store_class {
	const char *class, *sha256, *lesson, *lesson_sha256, *lesson_text;
	const char *seed, *version, *started_at, *ended_at;
	int64_t seats;
};

struct dt_store_class_event {
	int64_t at;
	const char *kind, *who, *body;
};

struct dt_store_class_answer {
	const char *participant, *kind, *question, *answer;
	int64_t block;
};

/* Makes the file, with the class. DT_EUSAGE: the file has one. */
enum dt_status dt_store_class_make(struct dt_store *store,
    const struct dt_store_class *class, struct dt_error *err);

/* The class of a file; *found: is there one? Texts are in the arena. */
enum dt_status dt_store_class_read(struct dt_store *store,
    struct dt_arena *arena, struct dt_store_class *class, bool *found,
    struct dt_error *err);

/* The events, in order, each handed to `take`, until it says no. */
enum dt_status dt_store_class_events(struct dt_store *store,
    enum dt_status (*take)(void *to, const struct dt_store_class_event *event,
    struct dt_error *err), void *to, struct dt_error *err);

/* So many events at once, in a transaction of their own; with `for_good` they
 * survive a power cut too. */
enum dt_status dt_store_class_add(struct dt_store *store,
    const struct dt_store_class_event *events, size_t n, bool for_good,
    struct dt_error *err);

/* What is written from here on: does it survive a power cut when it is in, or
 * only once something behind it does? */
enum dt_status dt_store_class_for_good(struct dt_store *store, bool for_good,
    struct dt_error *err);

/* A name, not for good: that comes with the next event that is. */
enum dt_status dt_store_class_name(struct dt_store *store,
    const char *participant, const char *name, struct dt_error *err);
/* So many answers at once; one that is there is kept. */
enum dt_status dt_store_class_answers(struct dt_store *store,
    const struct dt_store_class_answer *answers, size_t n,
    struct dt_error *err);
enum dt_status dt_store_class_end(struct dt_store *store,
    const char *ended_at, struct dt_error *err);

/* The name of the person of that participant or name; NULL: there is none. In
 * the arena. */
enum dt_status dt_store_class_called(struct dt_store *store,
    struct dt_arena *arena, const char *participant, const char **name,
    struct dt_error *err);

/* Takes a name out of the file: *n people were called so. */
enum dt_status dt_store_class_forget(struct dt_store *store,
    const char *name, int64_t *n, struct dt_error *err);

#endif
