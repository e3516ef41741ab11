/*
 * merge_rows: the rows of one table from one database into another.
 * For merge.c alone.
 */
#ifndef DT_STORE_MERGE_ROWS_H
#define DT_STORE_MERGE_ROWS_H

#include <sqlite3.h>

#include "base/arena.h"
#include "store/store.h"

struct dt_merge_rows {
	sqlite3 *from, *to;
	const char *from_path, *to_path;
	struct dt_arena *arena;
	const char *table, *into;
	const char *id, *head;          /* "sweep_id", "sweep" */
	int64_t part;
};

/* Column names of a table but one, joined by commas. NULL: memory is out, or
 * there is no such table. */
const char *dt_merge_rows_columns(sqlite3 *db, const char *table,
    const char *but, struct dt_arena *arena);

/* The tables with a column of that name but one, NULL-terminated. */
const char *const *dt_merge_rows_tables(sqlite3 *db, const char *column,
    const char *but, struct dt_arena *arena);

/* All rows into the table `into` of the other, behind the number of the
 * part. */
enum dt_status dt_merge_rows_gather(const struct dt_merge_rows *rows,
    struct dt_error *err);

/* All rows into the table of the same name, with the ids that new_HEAD gives
 * them. A row that is there must be alike. */
enum dt_status dt_merge_rows_copy(const struct dt_merge_rows *rows,
    struct dt_error *err);

#endif
