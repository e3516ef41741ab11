/* audit_rows: see audit_rows.h. */
#include "audit/audit_rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "play/rows.h"

#define TABLES DT_AUDIT_ROWS_TABLES


const enum dt_store_scan_what dt_audit_rows_tables[TABLES] = {
	DT_STORE_SCAN_RUN, DT_STORE_SCAN_OUTCOME, DT_STORE_SCAN_ROUND,
	DT_STORE_SCAN_MOVE, DT_STORE_SCAN_RACE_RUN,
	DT_STORE_SCAN_RACE_OUTCOME, DT_STORE_SCAN_RACE_ROUND,
	DT_STORE_SCAN_RACE_LAB,
};
enum { RUN, OUTCOME, ROUND, MOVE, RACE_RUN, RACE_OUTCOME, RACE_ROUND, RACE_LAB };

static enum dt_status
step(struct dt_audit *a, struct dt_audit_rows *r, int table)
{
	enum dt_status status = dt_audit_damage(a, dt_store_scan_next(
	    r->scan[table], &r->row[table], a->err), &r->lost);
	return status;
}

enum dt_status
dt_audit_rows_open(struct dt_audit *a, struct dt_audit_rows *r)
{
	enum dt_status status = DT_OK;
	for (int i = 0; i < TABLES && status == DT_OK; i++) {
		status = dt_audit_damage(a, dt_audit_scan(a, dt_audit_rows_tables[i],
		    &r->scan[i]), &r->lost);
		if (status == DT_OK && r->scan[i] != NULL)
			status = step(a, r, i);
	}
	return status;
}

void
dt_audit_rows_close(struct dt_audit_rows *r)
{
	for (int i = 0; i < TABLES; i++)
		dt_store_scan_close(r->scan[i]);
	dt_text_free(&r->bytes);
}

static size_t
keys_of(enum dt_store_scan_what table)
{
	switch (table) {
	case DT_STORE_SCAN_RUN:
	case DT_STORE_SCAN_RACE_RUN:
		return 1;
	case DT_STORE_SCAN_MOVE:
	case DT_STORE_SCAN_RACE_LAB:
		return 3;
	default:
		return 2;
	}
}

/* Where a row is, from the cells that begin it. */
static struct dt_audit_fault
place_of(enum dt_store_scan_what table, const struct dt_cell *cells)
{
	struct dt_audit_fault f = { .table = dt_store_scan_table(table),
		.run = cells[0].integer, .leaf = -1 };
	switch (keys_of(table)) {
	case 1:
		break;
	case 2:
		if (table == DT_STORE_SCAN_OUTCOME ||
		    table == DT_STORE_SCAN_RACE_OUTCOME)
			f.agent = cells[1].integer;
		else
			f.round = cells[1].integer;
		break;
	default:
		f.round = cells[1].integer;
		f.agent = cells[2].integer;
	}
	return f;
}

static enum dt_status
strange(struct dt_audit *a, struct dt_audit_rows *r, int table)
{
	struct dt_audit_fault where = place_of(dt_audit_rows_tables[table], r->row[table]);
	a->now->cover[dt_audit_rows_tables[table]].rows++;
	enum dt_status status = dt_audit_fault(a, &where,
	    "the row was added: no such run was played");
	return status ? status : step(a, r, table);
}

static enum dt_status
add(struct dt_audit *a, struct dt_audit_rows *r, int table)
{
	dt_rows_add(dt_audit_rows_tables[table], r->row[table], &r->bytes);
	r->rows++;
	r->count[table]++;
	return step(a, r, table);
}

static bool
is_of(const struct dt_audit_rows *r, int table, int64_t run)
{
	return r->row[table] != NULL && r->row[table][0].integer == run;
}

static enum dt_status
add_round(struct dt_audit *a, struct dt_audit_rows *r, int64_t run,
    int rounds, int items)
{
	int64_t round = r->row[rounds][1].integer;
	enum dt_status status = add(a, r, rounds);
	while (status == DT_OK && is_of(r, items, run) &&
	    r->row[items][1].integer <= round)
		status = add(a, r, items);
	return status;
}

/* Those of a run and its agents, then of its rounds and what is in them: four
 * tables, of which that is the first. */
static enum dt_status
take(struct dt_audit *a, struct dt_audit_rows *r, int64_t run, int first)
{
	enum dt_status status = DT_OK;
	for (int i = first; i <= first + OUTCOME; i++)
		while (status == DT_OK && is_of(r, i, run))
			status = add(a, r, i);
	while (status == DT_OK && is_of(r, first + ROUND, run))
		status = add_round(a, r, run, first + ROUND, first + MOVE);
	while (status == DT_OK && is_of(r, first + MOVE, run))
		status = add(a, r, first + MOVE);
	return status;
}

enum dt_status
dt_audit_rows_take(struct dt_audit *a, struct dt_audit_rows *r, int64_t run)
{
	enum dt_status status = DT_OK;
	r->bytes.size = 0;
	r->rows = 0;
	memset(r->count, 0, sizeof(r->count));
	for (int i = 0; i < TABLES; i++)
		while (status == DT_OK && r->row[i] != NULL &&
		    r->row[i][0].integer < run)
			status = strange(a, r, i);
	for (int i = RUN; i < TABLES && status == DT_OK; i += RACE_RUN)
		status = take(a, r, run, i);
	return status == DT_OK && r->bytes.failed ?
	    dt_status_no_memory(a->err) : status;
}

enum dt_status
dt_audit_rows_end(struct dt_audit *a, struct dt_audit_rows *r)
{
	enum dt_status status = DT_OK;
	for (int i = 0; i < TABLES; i++)
		while (status == DT_OK && r->row[i] != NULL)
			status = strange(a, r, i);
	return status;
}

/* Rows of one side, sorted by table and key. */
struct side {
	struct dt_rows_row *rows;
	size_t n, room;
};

static int
compare(const void *left, const void *right)
{
	const struct dt_rows_row *a = left, *b = right;
	if (a->table != b->table)
		return a->table < b->table ? -1 : 1;
	for (size_t k = 0; k < keys_of(a->table); k++)
		if (a->cells[k].integer != b->cells[k].integer)
			return a->cells[k].integer < b->cells[k].integer ?
			    -1 : 1;
	return 0;
}

static bool
split(const struct dt_text *bytes, struct dt_arena *arena, struct side *s)
{
	const char *at = bytes->bytes;
	size_t left = bytes->size;
	while (left > 0) {
		if (s->n == s->room) {
			size_t room = s->room ? 2 * s->room : 16;
			struct dt_rows_row *rows = dt_memory_resize(s->rows,
			    room, sizeof(*rows));
			if (rows == NULL)
				return false;
			s->rows = rows;
			s->room = room;
		}
		if (!dt_rows_take(&at, &left, arena, &s->rows[s->n++]))
			return false;
	}
	if (s->n > 0)
		qsort(s->rows, s->n, sizeof(*s->rows), compare);
	return true;
}

static enum dt_status
differ_in_cells(struct dt_audit *a, const struct dt_rows_row *stored,
    const struct dt_rows_row *played)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < stored->n && status == DT_OK; i++) {
		struct dt_audit_fault where = place_of(stored->table,
		    stored->cells);
		char was[DT_CELL_SIZE], is[DT_CELL_SIZE];
		if (dt_rows_same(stored, played, i))
			continue;
		where.column = dt_store_scan_column(stored->table, i);
		dt_cell_print(&stored->cells[i], is);
		dt_cell_print(&played->cells[i], was);
		status = dt_audit_fault(a, &where, "is %s, but %s was played",
		    is, was);
	}
	return status;
}

static enum dt_status
merge(struct dt_audit *a, const struct side *stored,
    const struct side *played)
{
	size_t i = 0, k = 0;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (i < stored->n || k < played->n)) {
		int order = i == stored->n ? 1 : k == played->n ? -1 :
		    compare(&stored->rows[i], &played->rows[k]);
		const struct dt_rows_row *row = order <= 0 ?
		    &stored->rows[i] : &played->rows[k];
		struct dt_audit_fault where = place_of(row->table,
		    row->cells);
		if (order == 0)
			status = differ_in_cells(a, row, &played->rows[k]);
		else
			status = dt_audit_fault(a, &where, order < 0 ?
			    "the row was added: it was not played" :
			    "the row was removed: it was played");
		i += order <= 0;
		k += order >= 0;
	}
	return status;
}

enum dt_status
dt_audit_rows_differ(struct dt_audit *a, const struct dt_text *stored,
    const struct dt_text *played)
{
	struct dt_arena arena = { 0 };
	struct side s = { 0 }, p = { 0 };
	enum dt_status status = split(stored, &arena, &s) &&
	    split(played, &arena, &p) ? merge(a, &s, &p) :
	    dt_status_no_memory(a->err);
	dt_memory_free(s.rows);
	dt_memory_free(p.rows);
	dt_arena_free(&arena);
	return status;
}
