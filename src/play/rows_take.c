/* rows_take: rows back from canonical bytes, as they are stored; see rows.h. */
#include <math.h>
#include <string.h>

#include "play/rows_internal.h"

/* Which columns of a run name a round that may never have come. */
static bool
may_never(enum dt_store_scan_what table, size_t column)
{
	return table == DT_STORE_SCAN_RUN && (column == 5 || column == 6 ||
	    column == 8);
}

static bool
take_word(const char **at, size_t *left, uint64_t *word)
{
	if (*left < 8)
		return false;
	*word = 0;
	for (int i = 0; i < 8; i++)
		*word = *word << 8 | (unsigned char)*(*at)++;
	*left -= 8;
	return true;
}

static bool
take_cell(const char **at, size_t *left, struct dt_arena *arena,
    enum dt_cell_type type, struct dt_cell *cell)
{
	uint64_t word;
	cell->type = type;
	if (!take_word(at, left, &word))
		return false;
	cell->integer = (int64_t)word;
	memcpy(&cell->real, &word, sizeof(word));
	if (type != DT_CELL_TEXT)
		return true;
	if (word > *left)
		return false;
	cell->text = dt_arena_copy_n(arena, *at, (size_t)word);
	*at += word;
	*left -= (size_t)word;
	return cell->text != NULL;
}

/* One cell, as a stored row has it. */
static bool
take_stored(const char **at, size_t *left, struct dt_arena *arena,
    char letter, enum dt_store_scan_what table, size_t column,
    struct dt_cell *cell)
{
	if (letter == 'O' && column == DT_ROWS_BOUND) {
		*cell = (struct dt_cell){ .type = DT_CELL_NULL };
		return true;
	}
	if (!take_cell(at, left, arena, dt_store_scan_type(table, column),
	    cell))
		return false;
	*cell = dt_rows_turn(table, column, *cell);
	if (may_never(table, column) && cell->integer == 0)
		cell->type = DT_CELL_NULL;
	if (dt_rows_is_race(table) && dt_store_scan_may_lack(table, column) &&
	    (cell->type == DT_CELL_REAL ? isinf(cell->real) :
	    cell->integer == 0))
		cell->type = DT_CELL_NULL;
	if (letter == 'M' && column == DT_ROWS_FLAGS)
		cell->integer |= DT_ROWS_UNKNOWN;
	return true;
}

bool
dt_rows_take(const char **at, size_t *left, struct dt_arena *arena,
    struct dt_rows_row *row)
{
	if (*left == 0)
		return false;
	char letter = **at;
	char now = letter == 'O' ? 'P' : letter == 'M' ? 'N' : letter;
	size_t table = 0;
	while (table < DT_STORE_SCANS && (now == '\0' ||
	    dt_rows_letters[table] != now))
		table++;
	if (table == DT_STORE_SCANS)
		return false;
	row->table = (enum dt_store_scan_what)table;
	++*at;
	--*left;
	bool fits = true;
	for (row->n = 0; fits && dt_store_scan_column(row->table, row->n);
	    row->n++)
		fits = take_stored(at, left, arena, letter, row->table,
		    row->n, &row->cells[row->n]);
	if (fits && row->table == DT_STORE_SCAN_RUN)
		row->cells[DT_ROWS_ENDED].integer =
		    dt_rows_turn_end(row->cells);
	return fits;
}

/* Its first outcome tells. */
bool
dt_rows_are_old(const struct dt_text *bytes)
{
	const char *at = bytes->bytes;
	size_t left = bytes->size;
	struct dt_arena arena = { 0 };
	struct dt_rows_row row = { .table = DT_STORE_SCAN_RUN };
	bool fits = left > 0;
	while (fits && row.table == DT_STORE_SCAN_RUN)
		fits = dt_rows_take(&at, &left, &arena, &row);
	dt_arena_free(&arena);
	return fits && row.table == DT_STORE_SCAN_OUTCOME &&
	    row.cells[DT_ROWS_BOUND].type == DT_CELL_NULL;
}

bool
dt_rows_add_old(const struct dt_text *rows, struct dt_text *bytes)
{
	const char *at = rows->bytes;
	size_t left = rows->size;
	struct dt_arena arena = { 0 };
	bool fits = true;
	while (left > 0 && fits) {
		struct dt_rows_row row;
		fits = dt_rows_take(&at, &left, &arena, &row);
		if (!fits)
			break;
		if (row.table == DT_STORE_SCAN_OUTCOME)
			row.cells[DT_ROWS_BOUND].type = DT_CELL_NULL;
		if (row.table == DT_STORE_SCAN_MOVE)
			row.cells[DT_ROWS_FLAGS].integer = DT_ROWS_UNKNOWN |
			    (row.cells[DT_ROWS_FLAGS].integer &
			    DT_ROWS_OLD_FLAGS);
		dt_rows_add(row.table, row.cells, bytes);
	}
	dt_arena_free(&arena);
	return fits && !bytes->failed;
}

bool
dt_rows_same(const struct dt_rows_row *stored,
    const struct dt_rows_row *played, size_t column)
{
	const struct dt_cell *a = &stored->cells[column];
	const struct dt_cell *b = &played->cells[column];
	if (stored->table == DT_STORE_SCAN_OUTCOME && column == DT_ROWS_BOUND &&
	    a->type == DT_CELL_NULL)
		return true;
	if (a->type != b->type)
		return false;
	if (stored->table == DT_STORE_SCAN_MOVE && column == DT_ROWS_FLAGS &&
	    (a->integer & DT_ROWS_UNKNOWN))
		return a->integer == (DT_ROWS_UNKNOWN | (b->integer & DT_ROWS_OLD_FLAGS));
	return a->type == DT_CELL_NULL || (a->type == DT_CELL_TEXT ?
	    strcmp(a->text, b->text) == 0 : a->integer == b->integer);
}
