/* store_scan_orphan: rows that belong to nothing in the file, and how many
 * rows a table has; see store_scan.h. An audit that walks experiments and
 * sweeps one by one would pass by what belongs to none. */
#include <string.h>

#include "store/store_internal.h"
#include "store/store_scan.h"

struct finder {
	struct dt_store *store;
	struct dt_text *complaints;
	struct dt_error *err;
};

static enum dt_status
explain(const struct finder *f)
{
	return dt_store_explain(f->store->path, f->store->db, f->err);
}

/* Adds a complaint for each row that a statement gives: table, whose row it
 * should be, its number there, how many rows. */
static enum dt_status
complain(const struct finder *f, sqlite3_stmt *s)
{
	int code;
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		long long owner = sqlite3_column_int64(s, 2);
		dt_text_add(f->complaints, "%s: rows of %s",
		    (const char *)sqlite3_column_text(s, 0),
		    (const char *)sqlite3_column_text(s, 1));
		if (sqlite3_column_type(s, 2) != SQLITE_NULL)
			dt_text_add(f->complaints, " %lld", owner);
		dt_text_add(f->complaints, ", which is not in the file: "
		    "%lld\n", (long long)sqlite3_column_int64(s, 3));
	}
	return code == SQLITE_DONE ? DT_OK : explain(f);
}

/* Of a table with a column that names an owner: which owners are not there. */
static enum dt_status
find_owners(const struct finder *f, const char *table, const char *owner)
{
	sqlite3_stmt *s = NULL;
	struct dt_text sql = { 0 };
	dt_text_add(&sql, "SELECT '%s', '%s', %s_id, count(*) FROM %s WHERE"
	    " %s_id NOT IN (SELECT %s_id FROM %s) GROUP BY 3", table, owner,
	    owner, table, owner, owner, owner);
	int code = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(
	    f->store->db, sql.bytes, -1, &s, NULL);
	enum dt_status status = sql.failed ? dt_status_no_memory(f->err) :
	    code ? explain(f) : complain(f, s);
	sqlite3_finalize(s);
	dt_text_free(&sql);
	return status;
}

/* Every table that has a column experiment_id, sweep_id or solution_id and is
 * not the table of these itself. */
static enum dt_status
find_all_owners(const struct finder *f)
{
	sqlite3_stmt *s = NULL;
	enum dt_status status = DT_OK;
	int code = sqlite3_prepare_v2(f->store->db, "SELECT t.name,"
	    " substr(c.name, 1, length(c.name) - 3) FROM sqlite_schema AS t"
	    " JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' AND"
	    " c.name IN ('experiment_id', 'sweep_id', 'solution_id') AND"
	    " c.name <> t.name || '_id' ORDER BY 1", -1, &s, NULL);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		code = sqlite3_step(s);
		if (code != SQLITE_ROW)
			break;
		status = find_owners(f, (const char *)sqlite3_column_text(s,
		    0), (const char *)sqlite3_column_text(s, 1));
		if (status)
			break;
	}
	if (status == DT_OK && code != SQLITE_DONE)
		status = explain(f);
	sqlite3_finalize(s);
	return status;
}

/* The finer references: of a cell that is not there, and the like. */
static enum dt_status
find_references(const struct finder *f)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(f->store->db, "SELECT \"table\","
	    " parent, NULL, count(*) FROM pragma_foreign_key_check WHERE parent"
	    " NOT IN ('experiment', 'sweep', 'solution') GROUP BY 1, 2", -1,
	    &s, NULL);
	enum dt_status status = code ? explain(f) : complain(f, s);
	sqlite3_finalize(s);
	return status;
}

enum dt_status
dt_store_scan_orphans(struct dt_store *store, struct dt_text *complaints,
    struct dt_error *err)
{
	struct finder f = { store, complaints, err };
	enum dt_status status = find_all_owners(&f);
	if (status == DT_OK)
		status = find_references(&f);
	return status == DT_OK && complaints->failed ?
	    dt_status_no_memory(err) : status;
}

enum dt_status
dt_store_scan_rows(struct dt_store *store, const char *table,
    int64_t experiment, int64_t *rows, struct dt_error *err)
{
	struct dt_text sql = { 0 };
	dt_text_add(&sql, "SELECT count(*) FROM \"%s\"", table);
	if (experiment != 0)
		dt_text_add(&sql, " WHERE experiment_id = %lld",
		    (long long)experiment);
	enum dt_status status = sql.failed ? dt_status_no_memory(err) :
	    dt_store_number(store->db, store->path, sql.bytes, rows, err);
	dt_text_free(&sql);
	return status;
}
