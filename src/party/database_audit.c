/* database_audit: a file against the log in it; see database.h. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "party/cosigners.h"
#include "party/database_internal.h"

/* What is of the maker's machine is nobody's claim. */
static bool
is_loose(enum dt_store_scan_what what, size_t column)
{
	return what == DT_STORE_SCAN_EXPERIMENT &&
	    (column == DT_STORE_SCAN_ID || column == DT_STORE_SCAN_COMMAND ||
	    column == DT_STORE_SCAN_VERSION ||
	    column == DT_STORE_SCAN_LIBRARIES ||
	    column == DT_STORE_SCAN_STARTED ||
	    column == DT_STORE_SCAN_ENDED);
}

static void
compare_row(struct dt_database_file *a, enum dt_store_scan_what what, int64_t number,
    const struct dt_cell *row, const struct dt_cell *made)
{
	const char *name;
	a->report->rows++;
	a->seen[what]++;
	for (size_t i = 0; (name = dt_store_scan_column(what, i)); i++)
		if (!is_loose(what, i) && !dt_cell_same(&row[i], &made[i]))
			dt_database_fault(a, "%s, row %" PRId64 ", %s: is not what the log "
			    "says", dt_store_scan_table(what), number, name);
}

/* The same table of the file and of the one that its log makes. */
static enum dt_status
compare_table(struct dt_database_file *a, struct dt_store *again,
    enum dt_store_scan_what what)
{
	struct dt_store_scan_range range = { .experiment = a->id },
	    other = { .experiment = 1 };
	struct dt_store_scan *x = NULL, *y = NULL;
	const struct dt_cell *row = NULL, *made = NULL;
	int64_t n = 0;
	enum dt_status status = dt_store_scan_open(&x, a->store, what,
	    &range, a->err);
	if (status == DT_OK)
		status = dt_store_scan_open(&y, again, what, &other, a->err);
	while (status == DT_OK) {
		status = dt_store_scan_next(x, &row, a->err);
		if (status == DT_OK)
			status = dt_store_scan_next(y, &made, a->err);
		if (status || row == NULL || made == NULL)
			break;
		compare_row(a, what, ++n, row, made);
	}
	if (status == DT_OK && (row == NULL) != (made == NULL))
		dt_database_fault(a, "%s: a row was %s behind %" PRId64,
		    dt_store_scan_table(what), row ? "added" : "removed", n);
	dt_store_scan_close(x);
	dt_store_scan_close(y);
	return status;
}

static enum dt_status
compare_experiment(struct dt_database_file *a, struct dt_store *again,
    const struct dt_cell *row)
{
	struct dt_store_scan_range all = { 0 };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *made = NULL;
	enum dt_status status = dt_store_scan_open(&scan, again,
	    DT_STORE_SCAN_EXPERIMENT, &all, a->err);
	if (status == DT_OK)
		status = dt_store_scan_next(scan, &made, a->err);
	if (status == DT_OK && made != NULL)
		compare_row(a, DT_STORE_SCAN_EXPERIMENT, a->id, row, made);
	dt_store_scan_close(scan);
	return status;
}

static enum dt_status
compare(struct dt_database_file *a, const struct dt_book *book,
    const struct dt_cell *row, const char *path)
{
	const struct dt_database_provenance none = { "", "", "", "" };
	struct dt_store *again = NULL;
	enum dt_status status = dt_database_write(book, path,
	    DT_STORE_REPLACE, &none, a->err);
	if (status == DT_OK)
		status = dt_store_open(&again, path, DT_STORE_READ, a->err);
	if (status == DT_OK)
		status = compare_experiment(a, again, row);
	for (int what = DT_STORE_SCAN_AGENT;
	    what < DT_STORE_SCAN_OF_EXPERIMENTS && status == DT_OK; what++)
		status = compare_table(a, again,
		    (enum dt_store_scan_what)what);
	(void)dt_store_close(again, NULL);
	return status;
}

static enum dt_status
make_again(struct dt_database_file *a, const struct dt_book *book,
    const struct dt_cell *row)
{
	const char *folder = getenv("TMPDIR");
	char *path = dt_arena_print(a->arena, "%s/detente-party-XXXXXX",
	    folder && *folder ? folder : "/tmp");
	if (path == NULL)
		return dt_status_no_memory(a->err);
	int fd = mkstemp(path);
	if (fd < 0)
		return dt_status_fail(a->err, DT_EIO, "%s: no file can be "
		    "made there to compare with", path);
	close(fd);
	enum dt_status status = compare(a, book, row, path);
	unlink(path);
	return status;
}

/* Whose keys the charter has, by the reader's own list. */
static void
check_pins(struct dt_database_file *a, const struct dt_charter *c)
{
	const struct dt_pins *pins = a->report->pins;
	for (size_t i = 0; i < c->n && pins != NULL; i++) {
		const struct dt_vkey *key = &c->members[i].identity;
		if (!dt_pins_has(pins, key->name, key))
			dt_database_fault(a, "experiment, config: the key of "
			    "'%.*s' is not in the roster",
			    DT_LINES_SHOW(key->name));
	}
}

static enum dt_status
tell_cosigned(void *to, const char *words)
{
	dt_database_fault(to, "cosignature: %s", words);
	return DT_OK;
}

/* Grown at powers of two, in the arena. */
static enum dt_status
add_log(struct dt_database_file *a, const struct dt_database_log *log)
{
	struct dt_database_audit *r = a->report;
	size_t n = r->n_logs;
	if ((n & (n - 1)) == 0) {
		struct dt_database_log *logs = dt_arena_new(a->arena,
		    n ? 2 * n : 1, sizeof(*logs));
		if (logs == NULL)
			return dt_status_no_memory(a->err);
		if (n > 0)
			memcpy(logs, r->logs, n * sizeof(*logs));
		r->logs = logs;
	}
	r->logs[r->n_logs++] = *log;
	return DT_OK;
}

static enum dt_status
audit_one(struct dt_database_file *a, const struct dt_cell *row)
{
	struct dt_book book = { 0 };
	struct dt_database_audit *r = a->report;
	struct dt_database_log log = { .id = row[DT_STORE_SCAN_ID].integer };
	const struct dt_database_audit was = *r;
	int64_t before = a->report->faults;
	a->id = log.id;
	r->experiments++;
	if (r->among && strcmp(row[DT_STORE_SCAN_ENGINE].text,
	    dt_database_engine) != 0)
		return DT_OK;
	enum dt_status status = dt_database_read(a, row, &book);
	if (status == DT_OK)
		check_pins(a, &book.protocol.charter);
	if (status == DT_OK && a->report->faults == before)
		status = make_again(a, &book, row);
	if (status == DT_OK && a->report->faults == before &&
	    a->report->cosigned != NULL)
		status = dt_cosigners_judge(&book, a->report->cosigned,
		    &log.seen, &log.n_seen, tell_cosigned, a,
		    a->err);
	if (status == DT_OK && book.protocol.halt != 0)
		a->report->rounds += (int64_t)(book.protocol.round -
		    book.protocol.halt_round);
	log.faults = r->faults - was.faults;
	log.entries = r->entries - was.entries;
	log.checkpoints = r->checkpoints - was.checkpoints;
	log.rounds = r->rounds - was.rounds;
	log.charter = a->charter;
	a->charter = NULL;
	dt_book_close(&book);
	dt_text_free(&a->log);
	dt_text_free(&a->notes);
	return status ? status : add_log(a, &log);
}

/* Rows that are of no experiment would not have been looked at. */
static enum dt_status
count_table(struct dt_database_file *a, enum dt_store_scan_what what)
{
	struct dt_store_scan_range all = { 0 };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	int64_t n = 0;
	enum dt_status status = dt_store_scan_open(&scan, a->store, what,
	    &all, a->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		n++;
	dt_store_scan_close(scan);
	if (status == DT_OK && n != a->seen[what])
		dt_database_fault(a, "%s: %" PRId64 " rows are of no experiment",
		    dt_store_scan_table(what), n - a->seen[what]);
	return status;
}

/* SQLite's own word, and that there are no tables beside ours. */
static enum dt_status
check_file(struct dt_database_file *a)
{
	struct dt_text complaints = { 0 };
	enum dt_status status = dt_store_scan_check(a->store, &complaints,
	    a->err);
	if (status == DT_OK && complaints.size > 0)
		dt_database_fault(a, "%.*s", (int)strcspn(complaints.bytes, "\n"),
		    complaints.bytes);
	dt_text_free(&complaints);
	return status;
}

static enum dt_status
audit_all(struct dt_database_file *a)
{
	struct dt_store_scan_range all = { 0 };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = a->report->among ? DT_OK : check_file(a);
	if (status == DT_OK)
		status = dt_store_scan_open(&scan, a->store,
		    DT_STORE_SCAN_EXPERIMENT, &all, a->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		status = audit_one(a, row);
	dt_store_scan_close(scan);
	bool counts = a->report->faults == 0 && !a->report->among;
	for (int what = DT_STORE_SCAN_AGENT; counts && status == DT_OK &&
	    what < DT_STORE_SCAN_OF_EXPERIMENTS; what++)
		status = count_table(a, (enum dt_store_scan_what)what);
	return status;
}

enum dt_status
dt_database_audit(const char *path, struct dt_database_audit *report,
    struct dt_error *err)
{
	struct dt_arena *arena = report->arena;
	struct dt_database_file *a = dt_arena_new(arena, 1, sizeof(*a));
	*report = (struct dt_database_audit){ .arena = arena,
		.pins = report->pins, .cosigned = report->cosigned,
		.among = report->among };
	if (a == NULL)
		return dt_status_no_memory(err);
	a->report = report;
	a->arena = arena;
	a->err = err;
	enum dt_status status = dt_store_open(&a->store, path, DT_STORE_READ,
	    err);
	if (status == DT_OK)
		status = audit_all(a);
	(void)dt_store_close(a->store, NULL);
	return status;
}
