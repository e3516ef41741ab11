/* database_read: the log that a file has, as everybody reads one. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "party/database_internal.h"
#include "proof/base64.h"

void
dt_database_fault(struct dt_database_file *a, const char *format, ...)
{
	va_list args;
	if (a->report->among)
		dt_text_add(&a->report->told, "experiment %" PRId64 ", ",
		    a->id);
	va_start(args, format);
	dt_text_add_list(&a->report->told, format, args);
	va_end(args);
	dt_text_add(&a->report->told, "\n");
	a->report->faults++;
}

enum dt_status
dt_database_is(const char *path, bool *is, struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	struct dt_store_scan_range all = { 0 };
	bool any = false;
	*is = false;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_READ,
	    err);
	if (status == DT_OK)
		status = dt_store_scan_open(&scan, store,
		    DT_STORE_SCAN_EXPERIMENT, &all, err);
	bool only = true;
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		any = true;
		only = only && strcmp(row[DT_STORE_SCAN_ENGINE].text,
		    dt_database_engine) == 0;
	}
	*is = status == DT_OK && any && only;
	dt_store_scan_close(scan);
	(void)dt_store_close(store, NULL);
	return status;
}

/* Rows of a scan, each handed to `each`. */
static enum dt_status
scan_all(struct dt_database_file *a, enum dt_store_scan_what what,
    enum dt_status (*each)(struct dt_database_file *a, const struct dt_cell *row))
{
	struct dt_store_scan_range range = { .experiment = a->id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, a->store, what,
	    &range, a->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		status = each(a, row);
	dt_store_scan_close(scan);
	return status;
}

static enum dt_status
take_signer(struct dt_database_file *a, const struct dt_cell *row)
{
	const char *session = dt_arena_copy(a->arena, row[3].text);
	const char *identity = dt_arena_copy(a->arena, row[4].text);
	if (session == NULL || identity == NULL)
		return dt_status_no_memory(a->err);
	if (a->signers == DT_DATABASE_SIGNERS_MOST ||
	    row[0].integer != (int64_t)a->signers + 1 ||
	    !dt_vkey_read(&a->sessions[a->signers],
	    dt_lines_word(session)) ||
	    !dt_vkey_read(&a->identities[a->signers],
	    dt_lines_word(identity)))
		dt_database_fault(a, "signer %" PRId64 ": no key, or out of order",
		    row[0].integer);
	else
		a->signers++;
	return DT_OK;
}

/* As it stands in a log: who signed it, the machine says. */
static enum dt_status
take_entry(struct dt_database_file *a, const struct dt_cell *row)
{
	struct dt_entry_signed e = { .text = row[5].text,
		.size = strlen(row[5].text) };
	struct dt_entry entry;
	if (row[4].integer < 1 || row[4].integer > (int64_t)a->signers ||
	    !dt_lines_base64(dt_lines_word(row[6].text), e.signature,
	    DT_SIGN_BYTES) || dt_entry_read(e.text, e.size, &entry, NULL) !=
	    DT_VERDICT_GOOD) {
		dt_database_fault(a, "entry, leaf %" PRId64 ": is no signed entry",
		    row[0].integer);
		return DT_OK;
	}
	const struct dt_vkey *keys = dt_entry_by(entry.kind) ==
	    DT_ENTRY_BY_IDENTITY ? a->identities : a->sessions;
	dt_note_add_entry(&e, &keys[row[4].integer - 1], &a->log);
	dt_text_add_n(&a->log, "\n", 1);
	a->report->entries++;
	return DT_OK;
}

static enum dt_status
take_checkpoint(struct dt_database_file *a, const struct dt_cell *row)
{
	dt_text_add(&a->notes, "%s\n", row[5].text);
	a->report->checkpoints++;
	return DT_OK;
}

/* The configuration is the charter, an empty line, the treaty. */
static enum dt_status
read_book(struct dt_database_file *a, const struct dt_cell *row, struct dt_book *book)
{
	const char *config = dt_arena_copy(a->arena,
	    row[DT_STORE_SCAN_CONFIG].text);
	const char *gap = config ? strstr(config, "\n\n") : NULL;
	char hex[DT_HASH_HEX];
	if (config == NULL || a->log.failed || a->notes.failed)
		return dt_status_no_memory(a->err);
	if (gap == NULL) {
		dt_database_fault(a, "experiment, config: is no charter with a treaty");
		return DT_OK;
	}
	struct dt_book_texts t = {
		.charter = { config, (size_t)(gap + 1 - config) },
		.treaty = dt_lines_word(gap + 2),
		.log = { a->log.bytes, a->log.size },
		.checkpoints = { a->notes.bytes, a->notes.size } };
	struct dt_error why = { 0 };
	book->folder.path = "config";
	book->folder.arena = a->arena;
	enum dt_status status = dt_book_read(book, &t, &why);
	if (status == DT_EINPUT || book->verdict)
		dt_database_fault(a, "%s", status ? why.message : book->why.message);
	else if (status == DT_OK && (book->log_end != t.log.size ||
	    book->notes_end != t.checkpoints.size))
		dt_database_fault(a, "checkpoint: is no whole checkpoint");
	a->charter = dt_arena_copy(a->arena, dt_hash_hex(
	    book->protocol.charter.name, hex));
	if (status != DT_OK && status != DT_EINPUT && a->err != NULL)
		*a->err = why;
	return status == DT_EINPUT ? DT_OK : status;
}

enum dt_status
dt_database_read(struct dt_database_file *a, const struct dt_cell *row,
    struct dt_book *book)
{
	a->signers = 0;
	enum dt_status status = scan_all(a, DT_STORE_SCAN_SIGNER,
	    take_signer);
	if (status == DT_OK)
		status = scan_all(a, DT_STORE_SCAN_ENTRY, take_entry);
	if (status == DT_OK)
		status = scan_all(a, DT_STORE_SCAN_CHECKPOINT,
		    take_checkpoint);
	return status ? status : read_book(a, row, book);
}
