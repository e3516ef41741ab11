/*
 * cell: one value of a row, as a query or a scan gives it.
 */
#ifndef DT_STORE_CELL_H
#define DT_STORE_CELL_H

#include <stdbool.h>
#include <stdint.h>

enum dt_cell_type { DT_CELL_NULL, DT_CELL_INTEGER, DT_CELL_REAL, DT_CELL_TEXT };

struct dt_cell {
	enum dt_cell_type type;
	int64_t integer;
	double real;
	const char *text;       /* valid until the next row */
};

/* Of one type and value; numbers bit by bit. */
bool dt_cell_same(const struct dt_cell *a, const struct dt_cell *b);

/* For people: NULL, a number, or 'text' of 60 bytes at the most. */
enum { DT_CELL_SIZE = 64 };
void dt_cell_print(const struct dt_cell *cell, char buffer[DT_CELL_SIZE]);

#endif
