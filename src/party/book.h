/*
 * book: the log of real parties as a folder, read whole and checked whole.
 *
 *     charter.txt       what it is about, and whose keys count (charter.h)
 *     treaty.yaml       the text whose SHA-256 the charter has
 *     log.txt           the entries, each a text, an empty line, its signature
 *                       line, an empty line; it only grows
 *     checkpoints.txt   the log's checkpoints, an empty line behind each; it
 *                       only grows
 *     seen.txt          when this folder first had so many entries: "SIZE
 *                       SECONDS", by the clock of its owner; no evidence
 *     cosigned.txt      what witnesses have cosigned (cosigners.h)
 *     said-NAME.txt     all that NAME has signed with this folder, before it
 *                       was handed out, so that no kill makes it contradict
 *                       itself
 *     lock              held by the one who writes
 *
 * Each member has a folder of its own; the keeper's is the one from which the
 * others take. The first four travel in any way: a mail, a shared folder, git.
 *
 * A struct dt_book is made by dt_book_open and ended by dt_book_close.
 */
#ifndef DT_PARTY_BOOK_H
#define DT_PARTY_BOOK_H

#include "party/log_folder.h"
#include "party/protocol.h"
#include "proof/note.h"

struct dt_book_checkpoint {
	struct dt_lines_word note;
	uint64_t size;
};

/* What the files hold. */
struct dt_book_texts {
	struct dt_lines_word charter, treaty, log, checkpoints;
};

struct dt_book {
	struct dt_log_folder folder;
	struct dt_book_texts texts;
	struct dt_protocol protocol;
	const char *log;                /* bytes of log.txt */
	size_t log_end;                 /* as far as they are whole entries */
	size_t notes_end;               /* as far as checkpoints.txt is whole */
	struct dt_book_checkpoint *checkpoints;
	size_t n, room;
	/* Not GOOD: what is wrong with it; it was read as far as that. */
	enum dt_verdict verdict;
	struct dt_error why;
};

/* Reads and checks the folder. A status is for what cannot be read, and for
 * memory; that it is not authentic is its verdict. With `write` the lock is
 * held until dt_book_close. */
enum dt_status dt_book_open(struct dt_book *book, const char *path,
    struct dt_arena *arena, bool write, struct dt_error *err);
void dt_book_close(struct dt_book *book);

/* The same of texts that came in another way, for a book with nothing in it
 * but folder.path, a name to tell of, and folder.arena. */
enum dt_status dt_book_read(struct dt_book *book,
    const struct dt_book_texts *texts, struct dt_error *err);

/* The key by which the log signs a checkpoint of that many entries, or NULL:
 * nobody keeps it yet. */
const struct dt_vkey *dt_book_keeper(const struct dt_book *book,
    uint64_t size);

/* Entries that the last checkpoint covers. */
uint64_t dt_book_covered(const struct dt_book *book);

/* Appends to log.txt and checkpoints.txt, whichever text is not empty, in this
 * order, and notes the time. The book itself stays as it was read. */
enum dt_status dt_book_append(struct dt_book *book, const char *entries,
    size_t size, const char *notes, size_t notes_size, uint64_t n,
    uint64_t now, struct dt_error *err);

/* When the folder first had more than `entry` entries; 0: not known. */
enum dt_status dt_book_seen(const struct dt_book *book, uint64_t entry,
    uint64_t *time, struct dt_error *err);

#endif
