/* against: see against.h. */
#include "audit/against.h"

#include <inttypes.h>
#include <string.h>

#include "audit/stored_log.h"
#include "base/memory.h"
#include "proof/fork.h"

const char *const dt_against_words[] = { "same", "longer", "shorter", "fork",
	"other key", "not signed", "not there" };

struct job {
	struct dt_against_report *report;
	struct dt_store *a, *b;
	struct dt_stored_log log_a, log_b;
	struct dt_error *err;
};

static enum dt_status
read_log(struct job *j, struct dt_store *store, int64_t id, const char *key,
    struct dt_stored_log *log)
{
	unsigned char experiment[DT_HASH_BYTES];
	if (!dt_lines_hex(dt_lines_word(key), experiment, DT_HASH_BYTES))
		return dt_status_fail(j->err, DT_ESTORE, "experiment %" PRId64
		    " has no key: see detente audit", id);
	enum dt_status status = dt_stored_log_read(store, id, experiment, log,
	    j->err);
	const struct dt_registry_row *keeper = dt_stored_log_keeper(log);
	if (status || log->checkpoint.size == 0 || keeper == NULL)
		return status;
	struct dt_note_pins pins = { .log = keeper->key };
	struct dt_note_checkpoint c;
	struct dt_merkle_hash root;
	dt_merkle_root_of(log->leaves, log->n, &root);
	if (dt_note_read(log->checkpoint.bytes, log->checkpoint.size, &pins,
	    &c, j->err) != DT_VERDICT_GOOD || c.size != log->n ||
	    !dt_merkle_same(&c.root, &root))
		return dt_status_fail(j->err, DT_ESTORE, "experiment %" PRId64
		    ": its log does not fit its last checkpoint: see detente "
		    "audit", id);
	return DT_OK;
}

/* The number in the other database of the experiment with that key; 0: it is
 * not there. */
static enum dt_status
find_other(struct job *j, const char *key, int64_t *id)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, j->b,
	    DT_STORE_SCAN_EXPERIMENT, &(struct dt_store_scan_range){ 0 },
	    j->err);
	*id = 0;
	while (status == DT_OK && *id == 0 && (status = dt_store_scan_next(
	    scan, &row, j->err)) == DT_OK && row != NULL)
		if (strcmp(row[DT_STORE_SCAN_KEY].text, key) == 0)
			*id = row[DT_STORE_SCAN_ID].integer;
	dt_store_scan_close(scan);
	return status;
}

static struct dt_fork_view
view_of(const struct dt_stored_log *log, uint64_t index, bool leaf)
{
	struct dt_fork_view view = { .checkpoint = { log->checkpoint.bytes,
		log->checkpoint.size } };
	if (leaf) {
		view.leaf = log->leaves[index];
		dt_merkle_include(log->leaves, log->n, index, &view.proof);
	}
	return view;
}

/* Of two logs by one key whose entries differ at an index that both have. */
static enum dt_status
show_fork(struct job *j, uint64_t index)
{
	bool leaf = j->log_a.n != j->log_b.n;
	struct dt_fork_view a = view_of(&j->log_a, index, leaf);
	struct dt_fork_view b = view_of(&j->log_b, index, leaf);
	struct dt_note_pins pins = { .log =
		dt_stored_log_keeper(&j->log_a)->key };
	return j->report->fork.size > 0 ? DT_OK : dt_fork_print(&a, &b, index,
	    &pins, &j->report->fork, j->err);
}

static enum dt_status
compare(struct job *j, struct dt_against_log *log)
{
	const struct dt_stored_log *a = &j->log_a, *b = &j->log_b;
	const struct dt_registry_row *one = dt_stored_log_keeper(a);
	const struct dt_registry_row *two = dt_stored_log_keeper(b);
	log->size = a->n;
	log->other = b->n;
	log->is = DT_AGAINST_UNSIGNED;
	if (one == NULL || two == NULL || a->checkpoint.size == 0 ||
	    b->checkpoint.size == 0)
		return DT_OK;
	log->origin = dt_arena_copy_n(&j->report->arena, one->key.name.at,
	    one->key.name.size);
	if (log->origin == NULL)
		return dt_status_no_memory(j->err);
	if (!dt_vkey_same(&one->key, &two->key)) {
		log->is = DT_AGAINST_STRANGERS;
		return DT_OK;
	}
	uint64_t common = a->n < b->n ? a->n : b->n;
	if (!dt_fork_index(a->leaves, b->leaves, common, &log->differs)) {
		log->is = a->n == b->n ? DT_AGAINST_SAME : a->n > b->n ?
		    DT_AGAINST_LONGER : DT_AGAINST_SHORTER;
		return DT_OK;
	}
	log->is = DT_AGAINST_FORK;
	return show_fork(j, log->differs);
}

static struct dt_against_log *
add_log(struct dt_against_report *r)
{
	if (r->n == r->room) {
		size_t room = r->room ? 2 * r->room : 8;
		struct dt_against_log *logs = dt_memory_resize(r->logs, room,
		    sizeof(*logs));
		if (logs == NULL)
			return NULL;
		r->logs = logs;
		r->room = room;
	}
	r->logs[r->n] = (struct dt_against_log){ .is = DT_AGAINST_ALONE };
	return &r->logs[r->n++];
}

static enum dt_status
against_one(struct job *j, const struct dt_cell *row)
{
	const char *key = row[DT_STORE_SCAN_KEY].text;
	struct dt_against_log *log = add_log(j->report);
	int64_t other = 0;
	if (log == NULL)
		return dt_status_no_memory(j->err);
	log->experiment = row[DT_STORE_SCAN_ID].integer;
	enum dt_status status = find_other(j, key, &other);
	if (status || other == 0)
		return status;
	status = read_log(j, j->a, log->experiment, key, &j->log_a);
	if (status == DT_OK)
		status = read_log(j, j->b, other, key, &j->log_b);
	if (status == DT_OK)
		status = compare(j, log);
	dt_stored_log_free(&j->log_a);
	dt_stored_log_free(&j->log_b);
	return status;
}

enum dt_status
dt_against(const char *path, const char *other,
    struct dt_against_report *report, struct dt_error *err)
{
	struct job j = { .report = report, .err = err };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	*report = (struct dt_against_report){ 0 };
	enum dt_status status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_store_open(&j.a, path, DT_STORE_READ, err);
	if (status == DT_OK)
		status = dt_store_open(&j.b, other, DT_STORE_READ, err);
	if (status == DT_OK)
		status = dt_store_scan_open(&scan, j.a,
		    DT_STORE_SCAN_EXPERIMENT,
		    &(struct dt_store_scan_range){ 0 }, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL)
		status = against_one(&j, row);
	dt_store_scan_close(scan);
	(void)dt_store_close(j.a, NULL);
	(void)dt_store_close(j.b, NULL);
	return status;
}

void
dt_against_free(struct dt_against_report *report)
{
	dt_memory_free(report->logs);
	dt_text_free(&report->fork);
	dt_arena_free(&report->arena);
	*report = (struct dt_against_report){ 0 };
}
