/* store_scan_check: are the pages as SQLite makes them, and the documentation as
 * this program does? What the file defines was looked at when it was opened. */
#include <string.h>

#include "store/store_internal.h"
#include "store/store_scan.h"

struct checker {
	struct dt_store *store;
	sqlite3 *shipped;       /* in memory, made by schema.sql */
	struct dt_text *complaints;
	struct dt_error *err;
};

static enum dt_status
explain(const struct checker *c, sqlite3 *db)
{
	return dt_store_explain(c->store->path, db, c->err);
}

/* SQLite tells a page for which it had no memory among damaged ones. */
static bool
lacked_memory(const char *complaint)
{
	const char *code = strstr(complaint, "error code=7");
	return code != NULL && strspn(code + strlen("error code="),
	    "0123456789") == 1;
}

/* *again: of an overflow page SQLite says only that it did not get it, be it
 * that there was no memory for it. */
static enum dt_status
look_at_pages(const struct checker *c, struct dt_text *complaints, bool *again)
{
	bool short_of_memory = false;
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(c->store->db,
	    "PRAGMA integrity_check(20)", -1, &s, NULL);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		code = sqlite3_step(s);
		const char *text = code == SQLITE_ROW ?
		    (const char *)sqlite3_column_text(s, 0) : NULL;
		if (code == SQLITE_ROW && (text == NULL || lacked_memory(text)))
			short_of_memory = true;
		else if (text != NULL && strcmp(text, "ok") != 0)
			dt_text_add(complaints, "pages: %s\n", text);
		if (text != NULL && strstr(text, "failed to get page"))
			*again = true;
	}
	enum dt_status status = code == SQLITE_DONE ? DT_OK :
	    explain(c, c->store->db);
	sqlite3_finalize(s);
	if (status == DT_OK && short_of_memory)
		return dt_status_no_memory(c->err);
	return status;
}

static enum dt_status
check_pages(const struct checker *c)
{
	struct dt_text first = { 0 };
	bool again = false;
	enum dt_status status = look_at_pages(c, &first, &again);
	if (status == DT_OK && again)
		status = look_at_pages(c, c->complaints, &again);
	else if (first.size > 0)
		dt_text_add(c->complaints, "%s", dt_text_string(&first));
	if (first.failed && status == DT_OK)
		status = dt_status_no_memory(c->err);
	dt_text_free(&first);
	return status;
}

/* Both sides of a comparison, walked by their first column. */
struct pair {
	sqlite3_stmt *ours, *theirs;
	bool has_ours, has_theirs;
};

static const char *
text_of(sqlite3_stmt *s, int column)
{
	const char *text = (const char *)sqlite3_column_text(s, column);
	return text ? text : "";
}

static enum dt_status
step(const struct checker *c, sqlite3_stmt *s, sqlite3 *db, bool *has)
{
	int code = sqlite3_step(s);
	*has = code == SQLITE_ROW;
	return code == SQLITE_ROW || code == SQLITE_DONE ? DT_OK :
	    explain(c, db);
}

/* Says what differs, and steps the side that is behind, or both. */
static enum dt_status
walk(const struct checker *c, struct pair *p, const char *what)
{
	int order = !p->has_ours ? 1 : !p->has_theirs ? -1 :
	    strcmp(text_of(p->ours, 0), text_of(p->theirs, 0));
	if (order < 0)
		dt_text_add(c->complaints, "%s: %s was removed\n", what,
		    text_of(p->ours, 0));
	else if (order > 0)
		dt_text_add(c->complaints, "%s: %s was added\n", what,
		    text_of(p->theirs, 0));
	else if (strcmp(text_of(p->ours, 1), text_of(p->theirs, 1)) != 0)
		dt_text_add(c->complaints, "%s: %s was changed\n", what,
		    text_of(p->ours, 0));
	enum dt_status status = DT_OK;
	if (order <= 0)
		status = step(c, p->ours, c->shipped, &p->has_ours);
	if (status == DT_OK && order >= 0)
		status = step(c, p->theirs, c->store->db, &p->has_theirs);
	return status;
}

/* Compares the (name, content) rows that both databases give. */
static enum dt_status
compare(const struct checker *c, const char *what, const char *sql)
{
	struct pair p = { 0 };
	enum dt_status status = DT_OK;
	if (sqlite3_prepare_v2(c->shipped, sql, -1, &p.ours, NULL) !=
	    SQLITE_OK)
		status = explain(c, c->shipped);
	else if (sqlite3_prepare_v2(c->store->db, sql, -1, &p.theirs, NULL)
	    != SQLITE_OK)
		status = explain(c, c->store->db);
	if (status == DT_OK)
		status = step(c, p.ours, c->shipped, &p.has_ours);
	if (status == DT_OK)
		status = step(c, p.theirs, c->store->db, &p.has_theirs);
	while (status == DT_OK && (p.has_ours || p.has_theirs))
		status = walk(c, &p, what);
	sqlite3_finalize(p.ours);
	sqlite3_finalize(p.theirs);
	return status;
}

enum dt_status
dt_store_scan_check(struct dt_store *store, struct dt_text *complaints,
    struct dt_error *err)
{
	struct checker c = { store, NULL, complaints, err };
	int parts = 0;
	enum dt_status status = check_pages(&c);
	if (status == DT_OK)
		status = dt_store_parts(store->db, store->path, &parts, err);
	if (status == DT_OK)
		status = dt_store_shipped(&c.shipped, store->path,
		    DT_STORE_VERSION, parts, err);
	if (status == DT_OK)
		status = compare(&c, "schema_doc", "SELECT table_name || '.'"
		    " || column_name AS what, hex(unit || char(0) || meaning"
		    " || char(0) || example) FROM schema_doc ORDER BY what"
		    " COLLATE BINARY");
	sqlite3_close(c.shipped);
	if (status == DT_OK)
		status = dt_store_pack_check(store, complaints, err);
	if (status == DT_OK && complaints->failed)
		return dt_status_no_memory(err);
	return status;
}
