/*
 * cosigned: what witnesses have cosigned of a log, kept beside it.
 *
 * A file of records, which may be put behind each other in any number and
 * order; a record is the witness's key, an empty line, the checkpoint with the
 * log's signature and the witness's (note.h), and an empty line:
 *
 *     witness NAME+ID+BASE64
 *
 *     ORIGIN
 *     SIZE
 *     ROOT
 *
 *     — ORIGIN ...
 *     — NAME ...
 *
 * No record is believed for standing there: each must verify by the log's key
 * and its own, and be the head that the log shows for so many entries. One of
 * more entries than are there proves that the end was taken away, as the log
 * itself has signed it.
 */
#ifndef DT_PROOF_COSIGNED_H
#define DT_PROOF_COSIGNED_H

#include "base/arena.h"
#include "proof/note.h"
#include "proof/pins.h"

struct dt_cosigned {
	struct dt_vkey witness;
	const char *vkey;               /* as text */
	struct dt_lines_word note;      /* points into the arena */
	struct dt_lines_word origin;    /* as it says */
	bool pinned;                    /* the roster names the witness */
	bool met;                       /* a log of that name was there */
};

/* Owned by the arena it was read into. */
struct dt_cosigned_list {
	struct dt_cosigned *items;
	size_t n;
};

/* Reads size bytes, which are copied. pins: whose witnesses are known; or
 * NULL. DT_EINPUT names the record that is none. */
enum dt_status dt_cosigned_read(struct dt_cosigned_list *list,
    struct dt_arena *arena, const char *name, const char *bytes, size_t size,
    const struct dt_pins *pins, struct dt_error *err);

/* Appends a record. */
void dt_cosigned_print(const struct dt_vkey *witness, const char *note,
    size_t size, struct dt_text *text);

/* The log as it is shown to whoever asks. */
struct dt_cosigned_log {
	const void *of;
	uint64_t size;          /* entries under its last checkpoint */
	/* Who signs a head of that size, or NULL. */
	const struct dt_vkey *(*key)(const void *of, uint64_t size);
	/* The root of its head of that size; false: it has none. */
	bool (*root)(const void *of, uint64_t size,
	    struct dt_merkle_hash *root);
};

/* What holds. */
struct dt_cosigned_seen {
	const char *witness, *vkey;
	uint64_t size, time;    /* of the tree; POSIX seconds */
	bool pinned;
};

/* Of the records that name this log: the largest tree of each witness, in the
 * arena, and how many. What does not hold is told, a call each. DT_ENOMEM, or
 * what tell gives. */
enum dt_status dt_cosigned_judge(struct dt_cosigned_list *list,
    const struct dt_cosigned_log *log, struct dt_arena *arena,
    struct dt_cosigned_seen **seen, size_t *n,
    enum dt_status (*tell)(void *to, const char *words), void *to,
    struct dt_error *err);

#endif
