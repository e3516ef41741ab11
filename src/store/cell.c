/* cell: see cell.h. */
#include "store/cell.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

bool
dt_cell_same(const struct dt_cell *a, const struct dt_cell *b)
{
	if (a->type != b->type)
		return false;
	if (a->type == DT_CELL_TEXT)
		return strcmp(a->text, b->text) == 0;
	if (a->type == DT_CELL_REAL)
		return memcmp(&a->real, &b->real, sizeof(a->real)) == 0;
	return a->type == DT_CELL_NULL || a->integer == b->integer;
}

void
dt_cell_print(const struct dt_cell *cell, char buffer[DT_CELL_SIZE])
{
	char number[DT_NUMBER_SIZE];
	if (cell->type == DT_CELL_NULL)
		snprintf(buffer, DT_CELL_SIZE, "NULL");
	else if (cell->type == DT_CELL_INTEGER)
		snprintf(buffer, DT_CELL_SIZE, "%" PRId64, cell->integer);
	else if (cell->type == DT_CELL_REAL)
		snprintf(buffer, DT_CELL_SIZE, "%s",
		    dt_number_print(cell->real, number));
	else
		snprintf(buffer, DT_CELL_SIZE, "'%.60s'", cell->text);
}
