/* talks_again_rows: rows as they are stored beside rows as they are made; see
 * talks_again.h. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bargain/talks_again_internal.h"

enum dt_status
dt_talks_again_fault(struct dt_talks_again_work *w,
    const struct dt_talks_again_fault *where, const char *format, ...)
{
	struct dt_talks_again_fault fault = *where;
	va_list args;
	va_start(args, format);
	fault.words = dt_arena_vprint(&w->arena, format, args);
	va_end(args);
	fault.experiment = w->seen.experiment;
	w->seen.faults++;
	return fault.words == NULL ? dt_status_no_memory(w->err) :
	    w->again->fault(w->again->to, &fault, w->err);
}

static enum dt_status
lose(struct dt_talks_again_work *w, enum dt_store_scan_what table,
    const char *words)
{
	w->lost[table] = true;
	return dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = dt_store_scan_table(table), .leaf = -1 }, "%s", words);
}

enum dt_status
dt_talks_again_next(struct dt_talks_again_work *w,
    enum dt_store_scan_what table, const struct dt_cell **row)
{
	struct dt_store_scan_range range = { .experiment =
	    w->seen.experiment };
	enum dt_status status = w->scans[table] != NULL ? DT_OK :
	    dt_store_scan_open(&w->scans[table], w->store, table, &range,
	    w->err);
	*row = NULL;
	if (status == DT_OK)
		status = dt_store_scan_next(w->scans[table], row, w->err);
	if (status != DT_ESTORE)
		return status;
	*row = NULL;
	return lose(w, table, w->err->message);
}

/* Which run, round or agent a row is of, by its columns. */
static int64_t
number_in(enum dt_store_scan_what table, const struct dt_cell *cells,
    const char *name)
{
	for (size_t i = 0; dt_store_scan_column(table, i) != NULL; i++)
		if (strcmp(dt_store_scan_column(table, i), name) == 0 &&
		    cells[i].type == DT_CELL_INTEGER)
			return cells[i].integer;
	return 0;
}

static enum dt_status
differ(struct dt_talks_again_work *w, enum dt_store_scan_what table,
    const struct dt_cell *stored, const struct dt_cell *made, size_t column)
{
	char a[DT_CELL_SIZE], b[DT_CELL_SIZE];
	dt_cell_print(&stored[column], a);
	dt_cell_print(&made[column], b);
	return dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = dt_store_scan_table(table), .leaf = -1,
	    .column = dt_store_scan_column(table, column),
	    .run = number_in(table, made, "run"),
	    .round = number_in(table, made, "round"),
	    .agent = number_in(table, made, "agent") }, "is %s, and the talks "
	    "held again give %s", a, b);
}

enum dt_status
dt_talks_again_same(struct dt_talks_again_work *w,
    enum dt_store_scan_what table, const struct dt_cell *cells, size_t n)
{
	const struct dt_cell *row = NULL;
	if (w->lost[table])
		return DT_OK;
	enum dt_status status = dt_talks_again_next(w, table, &row);
	if (status != DT_OK || w->lost[table])
		return status;
	if (row == NULL)
		return lose(w, table, "a row was removed");
	bool same = true;
	for (size_t i = 0; status == DT_OK && i < n; i++)
		if (!dt_cell_same(&row[i], &cells[i])) {
			same = false;
			status = differ(w, table, row, cells, i);
		}
	w->seen.rows++;
	w->seen.replayed[table] += same;
	return status;
}

enum dt_status
dt_talks_again_row(void *work, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	size_t n = 0;
	(void)err;              /* it is the work's */
	while (dt_store_scan_column(table, n) != NULL)
		n++;
	return dt_talks_again_same(work, table, cells, n);
}

enum dt_status
dt_talks_again_end(struct dt_talks_again_work *w,
    enum dt_store_scan_what table)
{
	const struct dt_cell *row = NULL;
	if (w->lost[table])
		return DT_OK;
	enum dt_status status = dt_talks_again_next(w, table, &row);
	return status || row == NULL ? status : lose(w, table,
	    "a row was added");
}

/* ---- the experiment ---- */

static enum dt_status
compare_word(struct dt_talks_again_work *w, const struct dt_cell *row,
    enum dt_store_scan_experiment at, const char *made)
{
	return strcmp(row[at].text, made) == 0 ? DT_OK : dt_talks_again_fault(
	    w, &(struct dt_talks_again_fault){ .table = "experiment",
	    .column = dt_store_scan_column(DT_STORE_SCAN_EXPERIMENT, at),
	    .leaf = -1 }, "is '%.60s', and follows from what is on the table "
	    "as '%.60s'", row[at].text, made);
}

static struct dt_cell
text(const char *words)
{
	return (struct dt_cell){ .type = DT_CELL_TEXT, .text = words };
}

static enum dt_status
compare_agents(struct dt_talks_again_work *w)
{
	struct dt_store_agent agents[DT_AGENTS_MOST];
	enum dt_status status = DT_OK;
	dt_talks_record_agents(&w->setting, &w->experiment, agents);
	for (size_t i = 0; status == DT_OK && i < w->stakes.n; i++) {
		const struct dt_store_agent *a = &agents[i];
		const struct dt_cell cells[] = { { .type = DT_CELL_INTEGER,
			.integer = (int64_t)i + 1 }, text(a->name),
			text(a->title), text(a->kind), text(a->host),
			text(a->strategy), text(a->status), { .type =
			DT_CELL_REAL, .real = a->weight + 0.0 }, { .type =
			DT_CELL_INTEGER, .integer = a->signs } };
		status = dt_talks_again_same(w, DT_STORE_SCAN_AGENT, cells,
		    9);
	}
	return status ? status : dt_talks_again_end(w, DT_STORE_SCAN_AGENT);
}

enum dt_status
dt_talks_again_head(struct dt_talks_again_work *w, const struct dt_cell *row)
{
	struct dt_store_experiment made = dt_talks_record_row(&w->setting,
	    &w->experiment);
	const struct { enum dt_store_scan_experiment at; const char *made; }
	words[] = {
		{ DT_STORE_SCAN_CONFIG, made.config },
		{ DT_STORE_SCAN_CONFIG_SHA256, made.config_sha256 },
		{ DT_STORE_SCAN_KEY, made.key },
		{ DT_STORE_SCAN_SCENARIO, made.scenario },
		{ DT_STORE_SCAN_TITLE, made.title },
		{ DT_STORE_SCAN_TREATY, made.treaty },
		{ DT_STORE_SCAN_PAYOFFS, made.payoffs },
		{ DT_STORE_SCAN_GENERATOR, made.generator },
		{ DT_STORE_SCAN_DETAIL, made.detail },
	};
	char seed[24];
	int64_t before = w->seen.faults;
	snprintf(seed, sizeof(seed), "%" PRIu64, made.seed);
	enum dt_status status = compare_word(w, row, DT_STORE_SCAN_SEED,
	    seed);
	for (size_t i = 0; status == DT_OK &&
	    i < sizeof(words) / sizeof(words[0]); i++)
		status = compare_word(w, row, words[i].at, words[i].made);
	w->seen.replayed[DT_STORE_SCAN_EXPERIMENT] +=
	    w->seen.faults == before;
	return status ? status : compare_agents(w);
}
