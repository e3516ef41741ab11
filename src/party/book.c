/* book: see book.h. */
#include "party/book.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A text and its signature have an empty line behind each. Is there less? */
static bool
is_torn(struct dt_lines lines)
{
	const char *end = lines.at + lines.left, *at = lines.at;
	int gaps = 0;
	while (at + 1 < end && gaps < 2) {
		bool gap = at[0] == '\n' && at[1] == '\n';
		gaps += gap;
		at += gap ? 2 : 1;
	}
	return gaps < 2;
}

static enum dt_status
as_status(struct dt_book *book, struct dt_error *err)
{
	if (book->verdict != DT_VERDICT_UNKNOWN)
		return DT_OK;
	if (err != NULL)
		*err = book->why;
	return DT_ENOMEM;
}

static enum dt_status
read_log(struct dt_book *book, struct dt_lines_word log,
    struct dt_error *err)
{
	struct dt_protocol *p = &book->protocol;
	struct dt_error why = { 0 };
	struct dt_lines lines = { log.at, log.size, false };
	book->log = log.at;
	while (lines.left > 0 && book->verdict == DT_VERDICT_GOOD &&
	    !is_torn(lines)) {
		enum dt_verdict verdict = dt_protocol_take(p, &lines, &why);
		if (verdict)
			book->verdict = dt_verdict_say(&book->why, verdict,
			    "entry %" PRIu64 ": %s", p->n, why.message);
	}
	book->log_end = log.size - lines.left;
	return as_status(book, err);
}

const struct dt_vkey *
dt_book_keeper(const struct dt_book *book, uint64_t size)
{
	const struct dt_protocol *p = &book->protocol;
	const struct dt_vkey *key = NULL;
	for (uint64_t i = 0; i < size && i < p->n; i++) {
		const struct dt_protocol_entry *e = &p->entries[i];
		if (p->charter.members[e->member].role == DT_CHARTER_LOG &&
		    (e->entry.kind == DT_ENTRY_REGISTER ||
		    e->entry.kind == DT_ENTRY_ROTATE))
			key = &e->entry.key;
	}
	return key;
}

uint64_t
dt_book_covered(const struct dt_book *book)
{
	return book->n > 0 ? book->checkpoints[book->n - 1].size : 0;
}

/* The size that a checkpoint claims: which key it must have depends on it. */
static uint64_t
claimed(struct dt_lines lines)
{
	struct dt_lines_word word;
	uint64_t size = 0;
	return dt_lines_next(&lines, &word) && dt_lines_next(&lines, &word) &&
	    dt_lines_number(word, &size) ? size : 0;
}

static enum dt_verdict
check_checkpoint(struct dt_book *book, struct dt_lines *lines,
    struct dt_note_checkpoint *c)
{
	const struct dt_protocol *p = &book->protocol;
	struct dt_note_pins pins = { 0 };
	struct dt_merkle_hash root;
	uint64_t size = claimed(*lines);
	const struct dt_vkey *key = dt_book_keeper(book, size);
	if (key == NULL || size > p->n)
		return dt_verdict_say(&book->why, DT_VERDICT_UNPROVED,
		    "checkpoint %zu: is of %" PRIu64 " entries, and the log "
		    "has %" PRIu64 " whole ones", book->n + 1, size, p->n);
	pins.log = *key;
	enum dt_verdict verdict = dt_note_take(lines, &pins, c, &book->why);
	if (verdict)
		return verdict;
	dt_merkle_root_of(p->leaves, size, &root);
	if (!dt_merkle_same(&root, &c->root) || size < dt_book_covered(book))
		return dt_verdict_say(&book->why, DT_VERDICT_UNPROVED,
		    "checkpoint %zu: is not of the log's first %" PRIu64
		    " entries, or smaller than the one before", book->n + 1,
		    size);
	return dt_lines_gap(lines) ? DT_VERDICT_GOOD :
	    dt_verdict_say(&book->why, DT_VERDICT_MALFORMED, "checkpoint %zu: "
	    "has no empty line behind it", book->n + 1);
}

static enum dt_status
take_checkpoint(struct dt_book *book, struct dt_lines *lines,
    struct dt_error *err)
{
	const char *start = lines->at;
	struct dt_note_checkpoint c;
	book->verdict = check_checkpoint(book, lines, &c);
	if (book->verdict)
		return as_status(book, err);
	struct dt_book_checkpoint *more = dt_arena_grow(book->folder.arena,
	    book->checkpoints, book->n, &book->room, sizeof(*more));
	if (more == NULL)
		return dt_status_no_memory(err);
	book->checkpoints = more;
	more[book->n++] = (struct dt_book_checkpoint){
		{ start, (size_t)(lines->at - start) - 1 }, c.size };
	return DT_OK;
}

static enum dt_status
read_checkpoints(struct dt_book *book, struct dt_lines_word notes,
    struct dt_error *err)
{
	struct dt_lines lines = { notes.at, notes.size, false };
	enum dt_status status = DT_OK;
	while (status == DT_OK && book->verdict == DT_VERDICT_GOOD &&
	    !is_torn(lines))
		status = take_checkpoint(book, &lines, err);
	book->notes_end = notes.size - lines.left;
	return status;
}

enum dt_status
dt_book_read(struct dt_book *book, const struct dt_book_texts *t,
    struct dt_error *err)
{
	unsigned char hash[DT_HASH_BYTES];
	struct dt_protocol *p = &book->protocol;
	book->texts = *t;
	enum dt_status status = dt_protocol_start(p, book->folder.arena,
	    t->charter.at, t->charter.size, err);
	if (status)
		return status;
	dt_hash_of(t->treaty.at, t->treaty.size, hash);
	if (memcmp(hash, p->charter.treaty, DT_HASH_BYTES) != 0)
		return dt_status_fail(err, DT_EINPUT, "%s: treaty.yaml is not "
		    "the treaty that the charter names", book->folder.path);
	status = read_log(book, t->log, err);
	return status ? status : read_checkpoints(book, t->checkpoints, err);
}

enum dt_status
dt_book_open(struct dt_book *book, const char *path, struct dt_arena *arena,
    bool write, struct dt_error *err)
{
	struct dt_book_texts t = { 0 };
	const struct { const char *name; struct dt_lines_word *text; } files[] = {
		{ "charter.txt", &t.charter }, { "treaty.yaml", &t.treaty },
		{ "log.txt", &t.log }, { "checkpoints.txt", &t.checkpoints },
	};
	*book = (struct dt_book){ .folder = { path, arena, 0 } };
	enum dt_status status = write ? dt_log_folder_lock(&book->folder, err) :
	    DT_OK;
	for (size_t i = 0; i < 4 && status == DT_OK; i++)
		status = dt_log_folder_read(&book->folder, files[i].name,
		    i >= 2, &files[i].text->at, &files[i].text->size, err);
	return status ? status : dt_book_read(book, &t, err);
}

void
dt_book_close(struct dt_book *book)
{
	dt_protocol_free(&book->protocol);
	dt_log_folder_unlock(&book->folder);
}

static enum dt_status
read_seen(const struct dt_book *book, struct dt_lines *lines,
    struct dt_error *err)
{
	const char *bytes;
	size_t size;
	enum dt_status status = dt_log_folder_read(&book->folder, "seen.txt",
	    true, &bytes, &size, err);
	*lines = (struct dt_lines){ bytes, size, false };
	return status;
}

/* One line; false at its end, or where it was cut short. */
static bool
take_seen(struct dt_lines *lines, uint64_t *size, uint64_t *time)
{
	struct dt_lines_word line;
	struct dt_lines after = *lines;
	if (!dt_lines_next(&after, &line))
		return false;
	const char *space = memchr(line.at, ' ', line.size);
	size_t n = space ? (size_t)(space - line.at) : 0;
	if (space == NULL || !dt_lines_number((struct dt_lines_word){ line.at,
	    n }, size) || !dt_lines_number((struct dt_lines_word){ space + 1,
	    line.size - n - 1 }, time))
		return false;
	*lines = after;
	return true;
}

enum dt_status
dt_book_seen(const struct dt_book *book, uint64_t entry, uint64_t *time,
    struct dt_error *err)
{
	struct dt_lines lines;
	uint64_t size, at;
	enum dt_status status = read_seen(book, &lines, err);
	*time = 0;
	while (status == DT_OK && *time == 0 &&
	    take_seen(&lines, &size, &at))
		if (size > entry)
			*time = at;
	return status;
}

static enum dt_status
note_time(struct dt_book *book, uint64_t n, uint64_t now,
    struct dt_error *err)
{
	struct dt_lines lines;
	uint64_t size, time;
	char line[64];
	enum dt_status status = read_seen(book, &lines, err);
	size_t all = lines.left;
	while (status == DT_OK && take_seen(&lines, &size, &time))
		continue;
	int length = snprintf(line, sizeof(line), "%" PRIu64 " %" PRIu64 "\n",
	    n, now);
	return status ? status : dt_log_folder_append(&book->folder, "seen.txt",
	    all - lines.left, line, (size_t)length, err);
}

enum dt_status
dt_book_append(struct dt_book *book, const char *entries, size_t size,
    const char *notes, size_t notes_size, uint64_t n, uint64_t now,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (size > 0)
		status = dt_log_folder_append(&book->folder, "log.txt",
		    book->log_end, entries, size, err);
	if (status == DT_OK && notes_size > 0)
		status = dt_log_folder_append(&book->folder, "checkpoints.txt",
		    book->notes_end, notes, notes_size, err);
	return status ? status : note_time(book, n, now, err);
}
