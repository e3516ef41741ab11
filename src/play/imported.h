/*
 * imported: experiments that no engine played: their moves came from a file.
 *
 * Nothing of them can be played again. What can be said is whether their rows
 * are those that were imported: the configuration has their digest, SHA-256 of
 * a text with a line a row (imported.c), and the experiment's key is the hash
 * of the configuration. Nobody signs either.
 */
#ifndef DT_PLAY_IMPORTED_H
#define DT_PLAY_IMPORTED_H

#include "proof/hash.h"
#include "store/store_scan.h"

extern const char dt_imported_engine[];         /* "import" */

/* The line of a row, its cells as a scan of that table has them. */
void dt_imported_line(enum dt_store_scan_what what, const struct dt_cell *row,
    struct dt_text *text);

/* The tables whose rows are digested, in that order. */
enum { DT_IMPORTED_TABLES = 6 };
extern const enum dt_store_scan_what dt_imported_tables[DT_IMPORTED_TABLES];

/* The digest of an experiment's rows as they are stored; rows[] counts them by
 * table. DT_ESTORE as a scan. */
enum dt_status dt_imported_digest(struct dt_store *store, int64_t experiment,
    char digest[DT_HASH_HEX], int64_t rows[DT_IMPORTED_TABLES],
    struct dt_error *err);

/* The value of a key of the configuration, which has a line a key ("digest:
 * HEX"), in the arena; NULL: there is none, or no memory. */
const char *dt_imported_value(const char *config, const char *key,
    struct dt_arena *arena);

#endif
