/* talks_again: see talks_again.h. The file, its talks, and what they are made
 * of. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "bargain/negotiate.h"
#include "bargain/talks_again_internal.h"

static enum dt_status
wrong(struct dt_talks_again_work *w, const char *table, const char *column,
    const char *words)
{
	return dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = table, .column = column, .leaf = -1 }, "%s", words);
}

/* ---- what is on the table ---- */

static enum dt_status
read_menu(struct dt_talks_again_work *w, const char *config,
    struct dt_faults *faults)
{
	struct dt_source *source = dt_arena_new(&w->arena, 1,
	    sizeof(*source));
	struct dt_node *root = NULL;
	if (source == NULL)
		return dt_status_no_memory(w->err);
	*source = (struct dt_source){ "config", config, strlen(config) };
	enum dt_status status = dt_node_read(&w->arena, source, &root,
	    faults, w->err);
	return status ? status : dt_schema_read(&dt_menu_schema, &w->arena,
	    root, &w->menu, faults, w->err);
}

static enum dt_status
read_texts(struct dt_talks_again_work *w, const char ***kept, size_t *n)
{
	struct dt_store_scan *scan = NULL;
	struct dt_store_scan_range range = { .experiment =
	    w->seen.experiment };
	const struct dt_cell *row = NULL;
	*n = 0;
	*kept = (const char **)dt_arena_new(&w->arena, DT_MENU_TEXTS_MOST,
	    sizeof(**kept));
	enum dt_status status = *kept == NULL ? dt_status_no_memory(w->err) :
	    dt_store_scan_open(&scan, w->store, DT_STORE_SCAN_TALKS_TEXT,
	    &range, w->err);
	while (status == DT_OK && *n < DT_MENU_TEXTS_MOST &&
	    (status = dt_store_scan_next(scan, &row, w->err)) == DT_OK &&
	    row != NULL) {
		(*kept)[*n] = dt_arena_copy(&w->arena,
		    row[DT_STORE_SCAN_TALKS_CONFIG].text);
		if ((*kept)[(*n)++] == NULL)
			status = dt_status_no_memory(w->err);
	}
	dt_store_scan_close(scan);
	return status == DT_ESTORE ? wrong(w, "talks_text", NULL,
	    w->err->message) : status;
}

/* What cannot be made is told as what it is: of the rows. */
static enum dt_status
tell_unmade(struct dt_talks_again_work *w, enum dt_status status,
    const struct dt_faults *faults, const char *table)
{
	if (status != DT_EINPUT && status != DT_EUSAGE &&
	    status != DT_EREFUSED)
		return status;
	const char *why = faults->n > 0 ? faults->list[0].message :
	    w->err->message;
	return dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = table, .column = "config", .leaf = -1 }, "cannot be "
	    "talked about: %s", why);
}

/* Menu, texts, what they are worth, and who sits there; *made: all of it. */
static enum dt_status
make(struct dt_talks_again_work *w, const struct dt_cell *row, bool *made)
{
	struct dt_catalogue catalogue = { .arena = &w->arena };
	struct dt_faults faults = { .arena = &w->arena };
	const char **kept;
	size_t n = 0;
	const char *config = dt_arena_copy(&w->arena,
	    row[DT_STORE_SCAN_CONFIG].text);
	*made = false;
	enum dt_status status = config == NULL ? dt_status_no_memory(w->err) :
	    read_menu(w, config, &faults);
	if (status != DT_OK)
		return tell_unmade(w, status, &faults, "experiment");
	status = read_texts(w, &kept, &n);
	if (status != DT_OK || w->seen.faults > 0)
		return status;
	if (n == 0)
		return w->seen.ended || w->there > 0 ? wrong(w, "talks_text",
		    NULL, "nothing is on the table") : DT_OK;
	struct dt_stakes_request request = { .catalogue = &catalogue,
		.menu = &w->menu, .kept = kept, .n_kept = n, .seed = 1,
		.threads = w->again->threads, .runs = DT_STAKES_RUNS,
		.work = DT_STAKES_WORK, .stop = w->again->stop };
	status = dt_stakes_new(&w->stakes, &request, &faults, w->err);
	if (status == DT_OK)
		status = dt_talks_prepare(&w->arena, &w->stakes, &w->menu,
		    &w->setting, w->err);
	if (status != DT_OK)
		return tell_unmade(w, status, &faults, "talks_text");
	w->setting.seed = strtoull(row[DT_STORE_SCAN_SEED].text, NULL, 10);
	w->setting.keep = INT64_MAX;
	*made = true;
	return dt_talks_record_experiment(&w->setting,
	    row[DT_STORE_SCAN_ASKED].integer, &w->arena, &w->experiment,
	    w->err);
}

/* ---- the talks ---- */

static enum dt_status
compare_one(void *work, int64_t number,
    const struct dt_talks_outcome *outcome, struct dt_error *err)
{
	struct dt_talks_again_work *w = work;
	struct dt_talks_rows rows = { dt_talks_again_row, w };
	w->seen.runs++;
	enum dt_status status = dt_talks_rows_outcome(&w->setting, number,
	    outcome, &rows, err);
	return status ? status : dt_talks_again_log(w, number, outcome);
}

static enum dt_status
compare_all(struct dt_talks_again_work *w)
{
	struct dt_talks_rows rows = { dt_talks_again_row, w };
	struct dt_negotiate_take take = { compare_one, w, 0 };
	struct dt_negotiate negotiate = { 0 };
	enum dt_status status = dt_talks_rows_menu(&w->setting, &rows,
	    w->err);
	if (status == DT_OK)
		status = dt_talks_again_open_log(w);
	if (status == DT_OK && w->there > 0)
		status = dt_negotiate_new(&negotiate, &w->setting,
		    w->experiment.scenario->name, w->there, w->again->threads,
		    &take, w->again->stop, w->err);
	dt_negotiate_free(&negotiate);
	for (int t = DT_STORE_SCAN_TALKS_TEXT; status == DT_OK &&
	    t <= DT_STORE_SCAN_TALKS_EVENT; t++)
		status = dt_talks_again_end(w, (enum dt_store_scan_what)t);
	return status ? status : dt_talks_again_end_log(w);
}

/* Talks play no rounds, and a menu has no settings of a scenario. */
static enum dt_status
check_others(struct dt_talks_again_work *w)
{
	static const enum dt_store_scan_what others[] = { DT_STORE_SCAN_RUN,
		DT_STORE_SCAN_OUTCOME, DT_STORE_SCAN_ROUND,
		DT_STORE_SCAN_MOVE, DT_STORE_SCAN_SETTING,
		DT_STORE_SCAN_TALLY, DT_STORE_SCAN_PAIR,
		DT_STORE_SCAN_ROUND_TALLY };
	enum dt_status status = DT_OK;
	for (size_t k = 0; status == DT_OK && k < sizeof(others) /
	    sizeof(others[0]); k++)
		status = dt_talks_again_end(w, others[k]);
	return status;
}

/* What nobody signs must at least make sense. */
static enum dt_status
check_loose(struct dt_talks_again_work *w, const struct dt_cell *row)
{
	int64_t stored = row[DT_STORE_SCAN_STORED].integer;
	w->seen.asked = row[DT_STORE_SCAN_ASKED].integer;
	w->seen.ended = row[DT_STORE_SCAN_ENDED].text[0] != '\0';
	w->seen.version = row[DT_STORE_SCAN_MODEL].integer;
	enum dt_status status = dt_store_scan_rows(w->store, "negotiation",
	    w->seen.experiment, &w->there, w->err);
	if (status == DT_OK && (w->there > w->seen.asked ||
	    (w->seen.ended && stored != w->there)))
		status = dt_talks_again_fault(w,
		    &(struct dt_talks_again_fault){ .table = "experiment",
		    .column = "runs_stored", .leaf = -1 }, "says that %"
		    PRId64 " of %" PRId64 " were stored, and %" PRId64
		    " negotiations are there", stored, w->seen.asked,
		    w->there);
	return status;
}

static enum dt_status
read_level(struct dt_talks_again_work *w, const char *word)
{
	int level = 0;
	while (dt_seal_level_words[level] != NULL &&
	    strcmp(dt_seal_level_words[level], word) != 0)
		level++;
	w->level = dt_seal_level_words[level] != NULL ?
	    (enum dt_seal_level)level : DT_SEAL_NONE;
	return dt_seal_level_words[level] != NULL ? DT_OK : wrong(w,
	    "experiment", "evidence", "there is no such level");
}

static enum dt_status
again(struct dt_talks_again_work *w, const struct dt_cell *row)
{
	bool made = false;
	enum dt_status status = check_loose(w, row);
	if (status == DT_OK)
		status = read_level(w, row[DT_STORE_SCAN_EVIDENCE].text);
	if (status == DT_OK && w->seen.version != DT_MODEL_VERSION) {
		w->seen.why = "another model version held them";
		return DT_OK;
	}
	if (status == DT_OK)
		status = make(w, row, &made);
	if (status == DT_OK && made)
		status = dt_talks_again_head(w, row);
	int64_t faults = w->seen.faults;
	if (status == DT_OK && made && faults == 0)
		status = compare_all(w);
	w->seen.held = made;
	w->seen.why = made ? NULL : "they never began";
	return status ? status : check_others(w);
}

static void
forget(struct dt_talks_again_work *w)
{
	for (int t = 0; t < DT_STORE_SCANS; t++)
		dt_store_scan_close(w->scans[t]);
	dt_stakes_free(&w->stakes);
	dt_evidence_free(w->evidence);
	dt_seal_free(&w->seal);
	dt_registry_free(&w->registry);
	dt_arena_free(&w->arena);
}

static enum dt_status
again_one(const struct dt_talks_again *a, struct dt_store *store,
    const struct dt_cell *row, struct dt_error *err)
{
	struct dt_talks_again_work w = { .again = a, .store = store,
		.seen.experiment = row[DT_STORE_SCAN_ID].integer,
		.err = err };
	enum dt_status status = again(&w, row);
	if (status == DT_OK)
		status = a->seen(a->to, &w.seen, err);
	forget(&w);
	return status;
}

enum dt_status
dt_talks_again(const char *path, const struct dt_talks_again *a,
    struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	struct dt_store_scan_range all = { 0 };
	struct dt_error own;
	struct dt_error *why = err != NULL ? err : &own;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_READ,
	    why);
	if (status == DT_OK)
		status = dt_store_scan_open(&scan, store,
		    DT_STORE_SCAN_EXPERIMENT, &all, why);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    why)) == DT_OK && row != NULL)
		if (strcmp(row[DT_STORE_SCAN_ENGINE].text,
		    dt_talks_record_engine) == 0)
			status = again_one(a, store, row, why);
	dt_store_scan_close(scan);
	enum dt_status closed = dt_store_close(store, status ? NULL : why);
	return status ? status : closed;
}
