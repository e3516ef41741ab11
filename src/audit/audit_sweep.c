/*
 * audit_sweep: see audit_sweep.h.
 *
 * A sweep is made again from its own record: the sweep as it was resolved, the
 * scenario that it changes. Files that its axes name are read where they are
 * now; if they have changed, so has the sweep's key, and nothing is said.
 */
#include "audit/audit_sweep.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"

static struct dt_cell
integer(int64_t number)
{
	return (struct dt_cell){ .type = DT_CELL_INTEGER, .integer = number };
}

static struct dt_cell
text(const char *words)
{
	return (struct dt_cell){ .type = DT_CELL_TEXT, .text = words };
}

static enum dt_status
read_tree(struct dt_audit *a, const char *config, struct dt_node **root,
    struct dt_faults *faults)
{
	struct dt_arena *arena = a->request->catalogue->arena;
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	const char *copy = dt_arena_copy(arena, config);
	if (source == NULL || copy == NULL)
		return dt_status_no_memory(a->err);
	*source = (struct dt_source){ "config", copy, strlen(copy) };
	return dt_node_read(arena, source, root, faults, a->err);
}

/* Why a sweep that cannot be made again is not looked at. */
static enum dt_status
set_aside(struct dt_audit *a, const char *words)
{
	a->report->set_aside++;
	a->sweep->why = dt_arena_print(&a->report->arena, "%s", words);
	return a->sweep->why ? DT_OK : dt_status_no_memory(a->err);
}

static enum dt_status
make(struct dt_audit *a, const struct dt_cell *row, struct dt_sweep *sweep,
    bool *made)
{
	const struct dt_catalogue *catalogue = a->request->catalogue;
	struct dt_faults faults = { .arena = catalogue->arena };
	struct dt_node *root = NULL;
	struct dt_sweep_request request = { .has_seed = true,
		.sweep = row[DT_STORE_SCAN_SWEEP_NAME].text,
		.seed = strtoull(row[DT_STORE_SCAN_SWEEP_SEED].text, NULL,
		    10),
		.base = dt_arena_copy(catalogue->arena,
		    row[DT_STORE_SCAN_SWEEP_BASE].text) };
	int64_t version = row[DT_STORE_SCAN_SWEEP_MODEL].integer;
	a->sweep->older = version >= 1 && version < DT_MODEL_VERSION;
	if (a->sweep->older)
		request.model_version = version;
	enum dt_status status = request.base ? read_tree(a,
	    row[DT_STORE_SCAN_SWEEP_CONFIG].text, &root, &faults) :
	    dt_status_no_memory(a->err);
	if (status == DT_OK)
		status = dt_sweep_resolve(catalogue, root, &request, sweep,
		    &faults, a->err);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		return status;
	*made = status == DT_OK && strcmp(sweep->key,
	    row[DT_STORE_SCAN_SWEEP_KEY].text) == 0;
	if (*made)
		return DT_OK;
	return set_aside(a, status == DT_OK ? "its key does not follow from "
	    "its record: it was changed, or made by another model version, "
	    "or files that its axes name are others now" : faults.n ?
	    faults.list[0].message : "it cannot be made again from its "
	    "record");
}

static enum dt_status
compare_row(struct dt_audit *a, const struct dt_cell *row,
    const struct dt_sweep *s)
{
	const struct dt_sweep_text *t = s->text;
	struct dt_cell made[DT_STORE_SCAN_CELLS];
	bool same = false;
	memcpy(made, row, (DT_STORE_SCAN_SWEEP_ENDED + 1) * sizeof(*made));
	made[DT_STORE_SCAN_SWEEP_NAME] = text(t->name);
	made[DT_STORE_SCAN_SWEEP_TITLE] = text(t->title[0] ? t->title :
	    t->name);
	made[DT_STORE_SCAN_SWEEP_SCENARIO] = text(t->scenario);
	made[DT_STORE_SCAN_SWEEP_CONFIG] = text(s->config);
	made[DT_STORE_SCAN_SWEEP_BASE] = text(s->base_config);
	made[DT_STORE_SCAN_SWEEP_GENERATOR] = text(DT_RANDOM_NAME);
	made[DT_STORE_SCAN_SWEEP_ENGINE] = text(dt_engine_words[t->engine]);
	if (!a->sweep->older)
		made[DT_STORE_SCAN_SWEEP_MODEL] = integer(DT_MODEL_VERSION);
	made[DT_STORE_SCAN_SWEEP_RUNS] = integer(t->runs);
	made[DT_STORE_SCAN_SWEEP_CELLS] = integer(s->cells);
	enum dt_status status = dt_audit_cells_compare(a,
	    DT_STORE_SCAN_SWEEP, row, made, DT_STORE_SCAN_SWEEP_ENDED + 1,
	    &same);
	a->sweep->cover[0].replayed += same;
	return status;
}

/* One row of a table of axes, that is to be the next. */
static enum dt_status
compare_next(struct dt_audit *a, struct dt_store_scan *scan,
    enum dt_store_scan_what table, const struct dt_cell *made, size_t n)
{
	const struct dt_cell *row = NULL;
	bool lost = false, same = false;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_next(scan,
	    &row, a->err), &lost);
	if (status || lost)
		return status;
	if (row == NULL)
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = dt_store_scan_table(table), .leaf = -1 },
		    "a row was removed");
	struct dt_audit_cover *cover = &a->sweep->cover[table -
	    DT_STORE_SCAN_OF_EXPERIMENTS];
	status = dt_audit_cells_compare(a, table, row, made, n, &same);
	cover->rows++;
	cover->replayed += same;
	return status;
}

static enum dt_status
compare_end(struct dt_audit *a, struct dt_store_scan *scan,
    enum dt_store_scan_what table)
{
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_next(scan,
	    &row, a->err), &lost);
	return status || row == NULL ? status : dt_audit_fault(a,
	    &(struct dt_audit_fault){ .table = dt_store_scan_table(table),
	    .leaf = -1 }, "a row was added");
}

/* Words have their place in their axis for a number. */
static enum dt_status
compare_levels(struct dt_audit *a, struct dt_store_scan *scan,
    const struct dt_sweep_axis *axis, size_t number)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < axis->n && status == DT_OK; i++) {
		double value = axis->values[i].number;
		struct dt_cell made[4] = { integer((int64_t)number + 1),
			integer((int64_t)i + 1), text(axis->values[i].label),
			{ .type = DT_CELL_REAL, .real = value == value ?
			value : (double)(i + 1) } };
		status = compare_next(a, scan, DT_STORE_SCAN_LEVEL, made, 4);
	}
	return status;
}

static enum dt_status
compare_axes(struct dt_audit *a, const struct dt_sweep *s)
{
	struct dt_store_scan_range range = { .experiment = a->sweep->id };
	struct dt_store_scan *axes = NULL, *levels = NULL;
	enum dt_status status = dt_store_scan_open(&axes, a->store,
	    DT_STORE_SCAN_AXIS, &range, a->err);
	if (status == DT_OK)
		status = dt_store_scan_open(&levels, a->store,
		    DT_STORE_SCAN_LEVEL, &range, a->err);
	for (size_t i = 0; i < s->n_axes && status == DT_OK; i++) {
		const struct dt_sweep_axis *axis = &s->axes[i];
		struct dt_cell made[4] = { integer((int64_t)i + 1),
			text(axis->name), text(axis->keys[0]),
			integer((int64_t)axis->n) };
		status = compare_next(a, axes, DT_STORE_SCAN_AXIS, made, 4);
		if (status == DT_OK)
			status = compare_levels(a, levels, axis, i);
	}
	if (status == DT_OK)
		status = compare_end(a, axes, DT_STORE_SCAN_AXIS);
	if (status == DT_OK)
		status = compare_end(a, levels, DT_STORE_SCAN_LEVEL);
	dt_store_scan_close(axes);
	dt_store_scan_close(levels);
	return status;
}

/* The stored cells, by number; those of no such number are faults. */
static enum dt_status
list_cells(struct dt_audit *a, const struct dt_sweep *s, int64_t *cells,
    int64_t *n)
{
	struct dt_store_scan_range range = { .experiment = a->sweep->id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	*n = 0;
	enum dt_status status = dt_store_scan_open(&scan, a->store,
	    DT_STORE_SCAN_CELL, &range, a->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		if (row[0].integer >= 1 && row[0].integer <= s->cells)
			cells[(*n)++] = row[0].integer;
		else
			status = dt_audit_fault(a, &(struct dt_audit_fault){
			    .table = "cell", .cell = row[0].integer,
			    .leaf = -1 }, "the row was added: the sweep has "
			    "%" PRId64 " cells", s->cells);
	dt_store_scan_close(scan);
	a->sweep->stored = *n;
	return dt_audit_damage(a, status, &lost);
}

/* Leaves `sample` of them, each set as likely as any other (Knuth, TAOCP 2,
 * 3.4.2, algorithm S). */
static int64_t
thin_out(const struct dt_audit *a, int64_t *cells, int64_t n)
{
	int64_t want = a->request->sample, kept = 0;
	struct dt_random random;
	if (want <= 0 || want >= n)
		return n;
	dt_random_stream(&random, a->request->sample_seed, 0,
	    (uint64_t)a->sweep->id, 0);
	for (int64_t i = 0; i < n && kept < want; i++)
		if ((double)(n - i) * dt_random_unit(&random) <
		    (double)(want - kept))
			cells[kept++] = cells[i];
	return kept;
}

static enum dt_status
replay(struct dt_audit *a, const struct dt_sweep *s, const int64_t *cells,
    int64_t n, struct dt_audit_cells *rows)
{
	struct dt_sweep_play *play;
	const struct dt_sweep_result *result = NULL;
	bool waiting = true;
	struct dt_sweep_play_request request = { .sweep = s, .cells = cells,
		.n = n, .threads = a->request->threads,
		.stop = a->request->stop };
	enum dt_status status = dt_sweep_play_new(&play, &request, a->err);
	while (status == DT_OK) {
		status = dt_sweep_play_next(play, &result, &waiting, a->err);
		if (status != DT_OK || (result == NULL && !waiting))
			break;
		if (result == NULL)
			continue;
		a->sweep->checked++;
		status = dt_audit_cells_take(rows, result, s->n_axes);
		if (status == DT_OK)
			status = dt_audit_tick(a, 1);
	}
	dt_sweep_play_free(play);
	a->report->set_aside += a->sweep->others > 0;
	return status;
}

static enum dt_status
check_cells(struct dt_audit *a, const struct dt_sweep *s)
{
	struct dt_audit_cells rows = { 0 };
	int64_t n = 0, *cells = dt_memory_new((size_t)s->cells + 1,
	    sizeof(*cells));
	enum dt_status status = cells ? list_cells(a, s, cells, &n) :
	    dt_status_no_memory(a->err);
	if (status == DT_OK && a->sweep->ended && n < s->cells)
		status = dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "cell", .leaf = -1 }, "%" PRId64 " of %" PRId64
		    " cells are there, and the sweep says that it ended", n,
		    s->cells);
	if (status == DT_OK)
		n = thin_out(a, cells, n);
	if (status == DT_OK)
		status = dt_audit_cells_open(a, &rows);
	if (status == DT_OK && !rows.lost)
		status = replay(a, s, cells, n, &rows);
	if (status == DT_OK && !rows.lost)
		status = dt_audit_cells_end(&rows);
	dt_audit_cells_close(&rows);
	dt_memory_free(cells);
	return status;
}

static enum dt_status
audit_sweep(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_sweep sweep;
	bool made = false;
	if (a->request->catalogue == NULL)
		return set_aside(a, "it was not asked for");
	enum dt_status status = make(a, row, &sweep, &made);
	if (status || !made)
		return status;
	a->sweep->played = true;
	a->sweep->cells = sweep.cells;
	status = compare_row(a, row, &sweep);
	if (status == DT_OK)
		status = compare_axes(a, &sweep);
	return status ? status : check_cells(a, &sweep);
}

static enum dt_status
add_sweep(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_audit_report *r = a->report;
	struct dt_audit_sweep *list = dt_memory_resize(r->sweeps,
	    r->n_sweeps + 1, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(a->err);
	r->sweeps = list;
	a->sweep = &list[r->n_sweeps++];
	*a->sweep = (struct dt_audit_sweep){
		.id = row[DT_STORE_SCAN_SWEEP_ID].integer,
		.name = dt_arena_copy(&r->arena,
		    row[DT_STORE_SCAN_SWEEP_NAME].text),
		.ended = row[DT_STORE_SCAN_SWEEP_ENDED].text[0] != '\0',
		.cover = { { .rows = 1 } } };
	return a->sweep->name ? DT_OK : dt_status_no_memory(a->err);
}

enum dt_status
dt_audit_sweeps(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_open(&scan,
	    a->store, DT_STORE_SCAN_SWEEP, &(struct dt_store_scan_range){ 0 },
	    a->err), &lost);
	while (status == DT_OK && !lost) {
		status = dt_audit_damage(a, dt_store_scan_next(scan, &row,
		    a->err), &lost);
		if (status != DT_OK || row == NULL)
			break;
		status = add_sweep(a, row);
		if (status == DT_OK)
			status = audit_sweep(a, row);
		a->sweep = NULL;
	}
	dt_store_scan_close(scan);
	return status;
}
