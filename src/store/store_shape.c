/*
 * store_shape: tables that are known at a glance. Making this version's tables
 * anew, to hold a file's own against them, takes most of the time of a short
 * question; so what they hash to is written here, by the parts that a file has.
 * Another hash says nothing: store_own.c then makes and compares them. So a
 * change of the tables that is forgotten here costs time and no safety, and
 * tests/check_store_opening tells the new hashes.
 */
#include "store/store_internal.h"

#include <string.h>

#include "base/text.h"

/* More than so many bytes of definitions, or of one, are not ours. */
enum { BYTES_MOST = 1 << 20 };

/* By DT_STORE_SOLUTIONS and DT_STORE_PACKED. */
static const char *const shipped[] = {
	[0] =
	    "194e9bcb1dc4e690cb439c0661a5c76d7f73d53b846428bc11709b6dbea97e60",
	[DT_STORE_SOLUTIONS] =
	    "62181dddb45554a3d6f816626f5d663fdcd1e9c724018875dc151621a25fdd31",
	[DT_STORE_PACKED] =
	    "c2a7f52b93d644c287f974aa05dcae7e080fc6f20a0b3a577110e1f279e2fdb6",
	[DT_STORE_SOLUTIONS | DT_STORE_PACKED] =
	    "c17eed3b366e12d9ac9e536098a54195def81550ed35f7c7b4c76efa44214da0",
};

/* A column with its type and size, so that no two rows give the same bytes; of
 * one that is far too long, these alone. */
static void
add_column(struct dt_text *text, sqlite3_stmt *row, int column)
{
	const char *bytes = sqlite3_column_blob(row, column);
	int n = sqlite3_column_bytes(row, column);
	dt_text_add(text, "%d %d ", sqlite3_column_type(row, column), n);
	if (n > 0 && n <= BYTES_MOST && bytes != NULL)
		dt_text_add_n(text, bytes, (size_t)n);
}

enum dt_status
dt_store_shape(sqlite3 *db, const char *path, char hex[DT_HASH_HEX],
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	sqlite3_stmt *row = NULL;
	unsigned char digest[DT_HASH_BYTES];
	int code = sqlite3_prepare_v2(db, DT_STORE_DEFINITIONS, -1, &row,
	    NULL);
	if (code == SQLITE_OK)
		code = SQLITE_ROW;
	while (code == SQLITE_ROW && text.size < BYTES_MOST &&
	    (code = sqlite3_step(row)) == SQLITE_ROW)
		for (int c = 0; c < DT_STORE_DEFINITION_COLUMNS; c++)
			add_column(&text, row, c);
	dt_hash_of(dt_text_string(&text), text.size, digest);
	(void)dt_hash_hex(digest, hex);
	enum dt_status status = text.failed ? dt_status_no_memory(err) :
	    code == SQLITE_DONE || code == SQLITE_ROW ? DT_OK :
	    dt_store_explain(path, db, err);
	sqlite3_finalize(row);
	dt_text_free(&text);
	return status;
}

enum dt_status
dt_store_is_shipped(sqlite3 *db, const char *path, int parts, bool *is,
    struct dt_error *err)
{
	char hex[DT_HASH_HEX];
	enum dt_status status = dt_store_shape(db, path, hex, err);
	*is = status == DT_OK && strcmp(hex, shipped[parts]) == 0;
	return status;
}
