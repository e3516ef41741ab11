/* audit_cells: the rows of a sweep's cells beside the answers that are found
 * again; see audit_sweep.h. */
#include "audit/audit_sweep.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

static const enum dt_store_scan_what tables[3] = {
	DT_STORE_SCAN_CELL, DT_STORE_SCAN_CELL_AXIS,
	DT_STORE_SCAN_CELL_OUTCOME,
};
enum { CELL, AXIS, OUTCOME };

static struct dt_audit_cover *
cover_of(struct dt_audit *a, enum dt_store_scan_what table)
{
	return &a->sweep->cover[table - DT_STORE_SCAN_OF_EXPERIMENTS];
}

static struct dt_audit_fault
place_of(enum dt_store_scan_what table, const struct dt_cell *cells)
{
	struct dt_audit_fault f = { .table = dt_store_scan_table(table),
		.leaf = -1 };
	if (table >= DT_STORE_SCAN_CELL)
		f.cell = cells[0].integer;
	if (table == DT_STORE_SCAN_CELL_OUTCOME)
		f.agent = cells[1].integer;
	return f;
}

/* Bit by bit, but that rows have no -0. */
static bool
is_same(const struct dt_cell *a, const struct dt_cell *b)
{
	struct dt_cell x = *a, y = *b;
	x.real += 0.0;
	y.real += 0.0;
	return dt_cell_same(&x, &y);
}

enum dt_status
dt_audit_cells_compare(struct dt_audit *a, enum dt_store_scan_what table,
    const struct dt_cell *stored, const struct dt_cell *made, size_t n,
    bool *same)
{
	enum dt_status status = DT_OK;
	*same = true;
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		struct dt_audit_fault where = place_of(table, stored);
		char is[DT_CELL_SIZE], was[DT_CELL_SIZE];
		if (is_same(&stored[i], &made[i]))
			continue;
		*same = false;
		where.column = dt_store_scan_column(table, i);
		dt_cell_print(&stored[i], is);
		dt_cell_print(&made[i], was);
		status = dt_audit_fault(a, &where, "is %s, but %s is what the "
		    "sweep gives", is, was);
	}
	return status;
}

static enum dt_status
step(struct dt_audit_cells *c, int table)
{
	return dt_audit_damage(c->audit, dt_store_scan_next(c->scan[table],
	    &c->row[table], c->audit->err), &c->lost);
}

enum dt_status
dt_audit_cells_open(struct dt_audit *a, struct dt_audit_cells *c)
{
	struct dt_store_scan_range range = { .experiment = a->sweep->id };
	enum dt_status status = DT_OK;
	*c = (struct dt_audit_cells){ .audit = a };
	for (int i = 0; i < 3 && status == DT_OK; i++) {
		status = dt_audit_damage(a, dt_store_scan_open(&c->scan[i],
		    a->store, tables[i], &range, a->err), &c->lost);
		if (status == DT_OK && c->scan[i] != NULL)
			status = step(c, i);
	}
	return status;
}

void
dt_audit_cells_close(struct dt_audit_cells *c)
{
	for (int i = 0; i < 3; i++)
		dt_store_scan_close(c->scan[i]);
}

/* Takes the row that a table stands on, if it is of the cell that was made. */
static enum dt_status
take(struct dt_audit_cells *c, int table, const struct dt_cell *made,
    size_t n, size_t keys)
{
	struct dt_audit *a = c->audit;
	const struct dt_cell *row = c->row[table];
	bool same = false;
	for (size_t k = 0; k < keys && row != NULL; k++)
		if (row[k].integer != made[k].integer) {
			row = NULL;
			break;
		}
	if (row == NULL) {
		struct dt_audit_fault where = place_of(tables[table], made);
		return dt_audit_fault(a, &where, "the row was removed: the "
		    "sweep gives it");
	}
	enum dt_status status = dt_audit_cells_compare(a, tables[table], row,
	    made, n, &same);
	struct dt_audit_cover *cover = cover_of(a, tables[table]);
	cover->rows++;
	cover->replayed += same;
	return status ? status : step(c, table);
}

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

/* What never came to pass has no number, and NULL stands for it. */
static size_t
add_figures(struct dt_cell *made, size_t n, const double *figures,
    size_t count)
{
	for (size_t i = 0; i < count; i++)
		made[n++] = isnan(figures[i]) ?
		    (struct dt_cell){ .type = DT_CELL_NULL } :
		    (struct dt_cell){ .type = DT_CELL_REAL,
		    .real = figures[i] };
	return n;
}

static enum dt_status
take_cell(struct dt_audit_cells *c, const struct dt_store_cell *cell)
{
	struct dt_cell made[DT_STORE_SCAN_CELLS] = { integer(cell->cell),
		text(cell->key), text(cell->config_sha256),
		text(cell->engine), integer(cell->states),
		integer(cell->runs) };
	size_t n = add_figures(made, 6, cell->measure, DT_CELL_MEASURES);
	const struct dt_cell *row = c->row[CELL];
	/* older tables kept another number there; see store_migrate.c */
	if (c->audit->sweep->older && row != NULL &&
	    row[6 + DT_CELL_ENDED_ROUND].type == DT_CELL_NULL)
		made[6 + DT_CELL_ENDED_ROUND].type = DT_CELL_NULL;
	return take(c, CELL, made, n, 1);
}

static enum dt_status
take_outcome(struct dt_audit_cells *c, int64_t cell, int64_t agent,
    const struct dt_store_cell_outcome *o)
{
	struct dt_cell made[DT_STORE_SCAN_CELLS] = { integer(cell),
		integer(agent), text(o->name), text(o->strategy) };
	size_t n = add_figures(made, 4, o->figure, DT_CELL_FIGURES);
	return take(c, OUTCOME, made, n, 2);
}

/* Rows of cells that come before it: of a sample, those that are not in it. */
static enum dt_status
pass(struct dt_audit_cells *c, int64_t cell)
{
	enum dt_status status = DT_OK;
	for (int i = 0; i < 3; i++)
		while (status == DT_OK && c->row[i] != NULL &&
		    c->row[i][0].integer < cell) {
			cover_of(c->audit, tables[i])->rows++;
			status = step(c, i);
		}
	return status;
}

/* Rows of that cell more than there should be. */
static enum dt_status
refuse_more(struct dt_audit_cells *c, int64_t cell)
{
	enum dt_status status = DT_OK;
	for (int i = 0; i < 3; i++)
		while (status == DT_OK && c->row[i] != NULL &&
		    c->row[i][0].integer <= cell) {
			struct dt_audit_fault where = place_of(tables[i],
			    c->row[i]);
			cover_of(c->audit, tables[i])->rows++;
			status = dt_audit_fault(c->audit, &where, "the row "
			    "was added: the sweep does not give it");
			if (status == DT_OK)
				status = step(c, i);
		}
	return status;
}

enum dt_status
dt_audit_cells_take(struct dt_audit_cells *c,
    const struct dt_sweep_result *r, size_t n_axes)
{
	int64_t cell = r->cell.cell;
	enum dt_status status = pass(c, cell);
	const struct dt_cell *row = c->row[CELL];
	if (status == DT_OK && c->audit->sweep->older && row != NULL &&
	    row[0].integer == cell && strcmp(row[1].text, r->cell.key) != 0) {
		c->audit->sweep->checked--;
		c->audit->sweep->others++;
		return pass(c, cell + 1);
	}
	if (status == DT_OK)
		status = take_cell(c, &r->cell);
	for (size_t i = 0; i < n_axes && status == DT_OK; i++) {
		struct dt_cell made[3] = { integer(cell),
			integer((int64_t)i + 1), integer(r->levels[i]) };
		status = take(c, AXIS, made, 3, 2);
	}
	for (size_t i = 0; i < r->n_outcomes && status == DT_OK; i++)
		status = take_outcome(c, cell, (int64_t)i + 1,
		    &r->outcomes[i]);
	return status ? status : refuse_more(c, cell);
}

enum dt_status
dt_audit_cells_end(struct dt_audit_cells *c)
{
	return pass(c, INT64_MAX);
}
