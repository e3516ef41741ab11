/* merge_rows: see merge_rows.h. */
#include "store/merge_rows.h"

#include <string.h>

#include "store/store_internal.h"

/* The first column of all rows, joined. */
static const char *
join(sqlite3 *db, const char *sql, const char *joint, struct dt_arena *arena)
{
	sqlite3_stmt *get = NULL;
	const char *text = "";
	if (sql == NULL || sqlite3_prepare_v2(db, sql, -1, &get, NULL) !=
	    SQLITE_OK)
		return NULL;
	while (text != NULL && sqlite3_step(get) == SQLITE_ROW)
		text = dt_arena_print(arena, "%s%s%s", text,
		    text[0] ? joint : "",
		    (const char *)sqlite3_column_text(get, 0));
	sqlite3_finalize(get);
	return text != NULL && text[0] ? text : NULL;
}

const char *
dt_merge_rows_columns(sqlite3 *db, const char *table, const char *but,
    struct dt_arena *arena)
{
	return join(db, dt_arena_print(arena, "SELECT name FROM"
	    " pragma_table_info('%s') WHERE name <> '%s' ORDER BY cid",
	    table, but), ", ", arena);
}

const char *const *
dt_merge_rows_tables(sqlite3 *db, const char *column, const char *but,
    struct dt_arena *arena)
{
	enum { MOST = 64 };
	const char **names = dt_arena_new(arena, MOST + 1, sizeof(*names));
	const char *text = join(db, dt_arena_print(arena, "SELECT s.name FROM"
	    " main.sqlite_schema AS s JOIN pragma_table_info(s.name) AS p"
	    " WHERE (s.type = 'table' OR s.name IN ('round', 'move_code')) AND"
	    " p.name = '%s' AND s.name <> '%s' ORDER BY s.rowid", column,
	    but), " ", arena);
	for (size_t i = 0; names != NULL && text != NULL && *text != '\0' &&
	    i < MOST; i++) {
		size_t length = strcspn(text, " ");
		names[i] = dt_arena_copy_n(arena, text, length);
		text += length + (text[length] == ' ');
	}
	return names;
}

/* "?, ?, ?" or, with names, "a IS ?2 AND b IS ?3". */
static const char *
marks(int n, sqlite3_stmt *named, struct dt_arena *arena)
{
	const char *text = "";
	for (int i = 0; i < n && text != NULL; i++)
		text = named == NULL ? dt_arena_print(arena, "%s%s?%d", text,
		    i > 0 ? ", " : "", i + 1) : dt_arena_print(arena,
		    "%s%s%s IS ?%d", text, i > 0 ? " AND " : "",
		    sqlite3_column_name(named, i), i + 1);
	return text;
}

static enum dt_status
explain_from(const struct dt_merge_rows *r, struct dt_error *err)
{
	return dt_store_explain(r->from_path, r->from, err);
}

static enum dt_status
explain_to(const struct dt_merge_rows *r, struct dt_error *err)
{
	return dt_store_explain(r->to_path, r->to, err);
}

static enum dt_status
prepare(sqlite3 *db, const char *path, const char *sql, sqlite3_stmt **s,
    struct dt_error *err)
{
	if (sql == NULL)
		return dt_status_no_memory(err);
	if (sqlite3_prepare_v2(db, sql, -1, s, NULL) != SQLITE_OK)
		return dt_store_explain(path, db, err);
	return DT_OK;
}

enum dt_status
dt_merge_rows_gather(const struct dt_merge_rows *r, struct dt_error *err)
{
	sqlite3_stmt *get = NULL, *put = NULL;
	int code = SQLITE_DONE;
	enum dt_status status = prepare(r->from, r->from_path,
	    dt_arena_print(r->arena, "SELECT * FROM %s", r->table), &get,
	    err);
	int n = sqlite3_column_count(get);
	if (status == DT_OK)
		status = prepare(r->to, r->to_path, dt_arena_print(r->arena,
		    "INSERT INTO %s VALUES (%s)", r->into, marks(n + 1, NULL,
		    r->arena)), &put, err);
	while (status == DT_OK && (code = sqlite3_step(get)) == SQLITE_ROW) {
		int failed = sqlite3_bind_int64(put, 1, r->part);
		for (int i = 0; i < n; i++)
			failed |= sqlite3_bind_value(put, i + 2,
			    sqlite3_column_value(get, i));
		if (failed || sqlite3_step(put) != SQLITE_DONE)
			status = explain_to(r, err);
		(void)sqlite3_reset(put);
	}
	if (status == DT_OK && code != SQLITE_DONE)
		status = explain_from(r, err);
	sqlite3_finalize(get);
	sqlite3_finalize(put);
	return status;
}

/* A table's rows under way. */
struct copy {
	const struct dt_merge_rows *rows;
	sqlite3_stmt *get, *put, *look, *renumber;
	int n, id;              /* columns, and which of them is the id */
	int64_t old, new;       /* the last id that was looked up; old 0: none */
};

static enum dt_status
open_copy(struct copy *c, struct dt_error *err)
{
	const struct dt_merge_rows *r = c->rows;
	struct dt_arena *a = r->arena;
	enum dt_status status = prepare(r->from, r->from_path,
	    dt_arena_print(a, "SELECT * FROM %s", r->table), &c->get, err);
	c->n = sqlite3_column_count(c->get);
	while (c->id < c->n && strcmp(sqlite3_column_name(c->get, c->id),
	    r->id) != 0)
		c->id++;
	if (status == DT_OK)
		status = prepare(r->to, r->to_path, dt_arena_print(a,
		    "INSERT INTO %s VALUES (%s) ON CONFLICT DO NOTHING",
		    r->table, marks(c->n, NULL, a)), &c->put, err);
	if (status == DT_OK)
		status = prepare(r->to, r->to_path, dt_arena_print(a,
		    "SELECT 1 FROM %s WHERE %s", r->table,
		    marks(c->n, c->get, a)), &c->look, err);
	return status ? status : prepare(r->to, r->to_path,
	    dt_arena_print(a, "SELECT new FROM new_%s WHERE part = ?1 AND"
	    " old = ?2", r->head), &c->renumber, err);
}

static bool
renumber(struct copy *c)
{
	int64_t old = sqlite3_column_int64(c->get, c->id);
	if (old == c->old)
		return true;
	sqlite3_bind_int64(c->renumber, 1, c->rows->part);
	sqlite3_bind_int64(c->renumber, 2, old);
	bool found = sqlite3_step(c->renumber) == SQLITE_ROW;
	c->old = found ? old : 0;
	c->new = found ? sqlite3_column_int64(c->renumber, 0) : 0;
	(void)sqlite3_reset(c->renumber);
	return found;
}

static bool
bind(struct copy *c, sqlite3_stmt *s)
{
	int failed = 0;
	for (int i = 0; i < c->n; i++)
		failed |= i == c->id ? sqlite3_bind_int64(s, i + 1, c->new) :
		    sqlite3_bind_value(s, i + 1,
		    sqlite3_column_value(c->get, i));
	return failed == 0;
}

/* The row that is there already has the same values. */
static enum dt_status
compare(struct copy *c, struct dt_error *err)
{
	const struct dt_merge_rows *r = c->rows;
	int code = bind(c, c->look) ? sqlite3_step(c->look) : SQLITE_ERROR;
	(void)sqlite3_reset(c->look);
	if (code == SQLITE_ROW)
		return DT_OK;
	if (code != SQLITE_DONE)
		return explain_to(r, err);
	return dt_status_fail(err, DT_EUSAGE, "%s: a row of its table %s is "
	    "in another part with other values (%s %lld there, %s %lld): "
	    "these parts do not belong together", r->from_path, r->table,
	    r->id, (long long)c->old, sqlite3_column_name(c->get,
	    c->n > 1 ? 1 : 0), (long long)sqlite3_column_int64(c->get,
	    c->n > 1 ? 1 : 0));
}

static enum dt_status
copy_row(struct copy *c, struct dt_error *err)
{
	if (!renumber(c))
		return dt_status_fail(err, DT_ESTORE, "%s: is damaged: its "
		    "table %s has rows of no %s", c->rows->from_path,
		    c->rows->table, c->rows->head);
	int code = bind(c, c->put) ? sqlite3_step(c->put) : SQLITE_ERROR;
	(void)sqlite3_reset(c->put);
	if (code != SQLITE_DONE)
		return explain_to(c->rows, err);
	return sqlite3_changes(c->rows->to) > 0 ? DT_OK : compare(c, err);
}

enum dt_status
dt_merge_rows_copy(const struct dt_merge_rows *rows, struct dt_error *err)
{
	struct copy c = { .rows = rows };
	int code = SQLITE_DONE;
	enum dt_status status = open_copy(&c, err);
	while (status == DT_OK && (code = sqlite3_step(c.get)) == SQLITE_ROW)
		status = copy_row(&c, err);
	if (status == DT_OK && code != SQLITE_DONE)
		status = explain_from(rows, err);
	sqlite3_finalize(c.get);
	sqlite3_finalize(c.put);
	sqlite3_finalize(c.look);
	sqlite3_finalize(c.renumber);
	return status;
}
