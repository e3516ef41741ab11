/* stored_log: see stored_log.h. */
#include "audit/stored_log.h"

#include <string.h>

#include "base/memory.h"

static enum dt_status
add_leaf(struct dt_stored_log *log, const char *text, struct dt_error *err)
{
	if (log->n == log->room) {
		uint64_t room = log->room ? 2 * log->room : 256;
		struct dt_merkle_hash *leaves = dt_memory_resize(log->leaves,
		    room, sizeof(*leaves));
		if (leaves == NULL)
			return dt_status_no_memory(err);
		log->leaves = leaves;
		log->room = room;
	}
	dt_merkle_leaf(text, strlen(text), &log->leaves[log->n++]);
	return DT_OK;
}

/* The block that an experiment of a class is of; the registry is without a
 * class where there is none. */
static enum dt_status
read_block(struct dt_store *store, const struct dt_store_scan_range *range,
    struct dt_stored_log *log, struct dt_error *err)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, store,
	    DT_STORE_SCAN_CLASS_RUN, range, err);
	if (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		log->registry.class = true;
		log->registry.block = (size_t)row[1].integer;
	}
	dt_store_scan_close(scan);
	return status;
}

/* Which class it is, the first student says; that it is the file's is for the
 * audit. All others must say the same. */
static enum dt_verdict
introduce(struct dt_registry *registry, const struct dt_entry_signed *e,
    struct dt_error *why)
{
	struct dt_entry entry;
	if (registry->class && registry->n == 0 && dt_entry_read(e->text,
	    e->size, &entry, why) == DT_VERDICT_GOOD)
		memcpy(registry->class_digest, entry.experiment,
		    DT_HASH_BYTES);
	return dt_registry_introduce(registry, e, why);
}

static enum dt_status
add_signer(struct dt_stored_log *log, const struct dt_cell *row,
    struct dt_error *err)
{
	struct dt_error why;
	struct dt_entry_signed e = { row[5].text, strlen(row[5].text),
		{ 0 } };
	if (!dt_registry_introduces(&e))
		return DT_OK;
	enum dt_verdict verdict = dt_lines_base64(dt_lines_word(row[6].text),
	    e.signature, DT_SIGN_BYTES) ? introduce(&log->registry, &e,
	    &why) : DT_VERDICT_MALFORMED;
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(err);
	return verdict == DT_VERDICT_GOOD ? DT_OK : dt_status_fail(err,
	    DT_ESTORE, "a registration is not good: see detente audit");
}

static enum dt_status
read_entries(struct dt_store *store, const struct dt_store_scan_range *range,
    struct dt_stored_log *log, struct dt_error *err)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, store,
	    DT_STORE_SCAN_ENTRY, range, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		status = add_leaf(log, row[5].text, err);
		if (status == DT_OK)
			status = add_signer(log, row, err);
	}
	dt_store_scan_close(scan);
	return status;
}

enum dt_status
dt_stored_log_read(struct dt_store *store, int64_t id,
    const unsigned char experiment[DT_HASH_BYTES], struct dt_stored_log *log,
    struct dt_error *err)
{
	struct dt_store_scan_range range = { .experiment = id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	memcpy(log->registry.experiment, experiment, DT_HASH_BYTES);
	enum dt_status status = read_block(store, &range, log, err);
	if (status == DT_OK)
		status = read_entries(store, &range, log, err);
	if (status == DT_OK)
		status = dt_store_scan_open(&scan, store,
		    DT_STORE_SCAN_CHECKPOINT, &range, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		log->checkpoint.size = 0;
		dt_text_add_n(&log->checkpoint, row[5].text,
		    strlen(row[5].text));
	}
	dt_store_scan_close(scan);
	return status == DT_OK && log->checkpoint.failed ?
	    dt_status_no_memory(err) : status;
}

void
dt_stored_log_free(struct dt_stored_log *log)
{
	dt_registry_free(&log->registry);
	dt_memory_free(log->leaves);
	dt_text_free(&log->checkpoint);
	*log = (struct dt_stored_log){ 0 };
}

const struct dt_registry_row *
dt_stored_log_keeper(const struct dt_stored_log *log)
{
	for (size_t i = 0; i < log->registry.n; i++)
		if (dt_lines_is(log->registry.rows[i].role, "log"))
			return &log->registry.rows[i];
	return NULL;
}
