/*
 * table: rows of cells, as aligned columns for people, or as CSV.
 * Zero the struct and set columns and heads; cells are added row by row and
 * copied. Memory that runs out shows in the text that is made.
 */
#ifndef DT_TABLE_H
#define DT_TABLE_H

#include "base/text.h"

struct dt_table {
	size_t columns;
	const char *const *heads;       /* or NULL: no heading */
	size_t most;            /* lines are clipped to that width; 0: not */
	size_t indent;
	uint64_t right;         /* bit i: column i is aligned to the right */
	struct dt_text cells;   /* private: NUL-terminated strings */
	size_t n;               /* cells */
};

void dt_table_add(struct dt_table *table, const char *cell);
void dt_table_text(const struct dt_table *table,
    struct dt_text *text);
void dt_table_csv(const struct dt_table *table,
    struct dt_text *text);
void dt_table_free(struct dt_table *table);

/* One value of CSV (RFC 4180), quoted where that is needed. */
void dt_table_quote(const char *cell, struct dt_text *text);

/* The text in at most `most` columns, with an ellipsis where it was cut and
 * its control characters as spaces. */
void dt_table_clip(const char *cell, size_t most, struct dt_text *text);

#endif
