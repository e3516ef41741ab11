/*
 * dictionary: the tables, views and columns of a database that this program
 * writes, with unit, meaning and example: what schema_doc says in every file,
 * without one.
 */
#ifndef DT_STORE_DICTIONARY_H
#define DT_STORE_DICTIONARY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"

struct dt_dictionary_column {
	const char *table;      /* a table, or a view */
	const char *kind;       /* "table" or "view" */
	const char *column, *unit, *meaning, *example;
};

/* In the order of the definitions; all, in the arena. */
enum dt_status dt_dictionary_read(struct dt_arena *arena,
    const struct dt_dictionary_column **columns, size_t *n,
    struct dt_error *err);

#endif
