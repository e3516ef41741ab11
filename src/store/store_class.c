/* store_class: see store_class.h. */
#include "store/store_class.h"

#include "store/store_internal.h"

/* A value to bind: a text, or a number where that is NULL. */
struct value {
	const char *text;
	int64_t number;
};

static enum dt_status
prepare(struct dt_store *store, const char *sql, const struct value *values,
    size_t n, sqlite3_stmt **statement, struct dt_error *err)
{
	int failed = sqlite3_prepare_v2(store->db, sql, -1, statement, NULL);
	for (size_t i = 0; i < n && !failed; i++)
		failed = values[i].text != NULL ? sqlite3_bind_text(
		    *statement, (int)i + 1, values[i].text, -1,
		    SQLITE_STATIC) : sqlite3_bind_int64(*statement,
		    (int)i + 1, values[i].number);
	return failed ? dt_store_explain(store->path, store->db, err) : DT_OK;
}

static enum dt_status
run(struct dt_store *store, const char *sql, const struct value *values,
    size_t n, struct dt_error *err)
{
	sqlite3_stmt *statement = NULL;
	enum dt_status status = prepare(store, sql, values, n, &statement,
	    err);
	if (status == DT_OK && sqlite3_step(statement) != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(statement);
	return status;
}

enum dt_status
dt_store_class_make(struct dt_store *store, const struct dt_store_class *c,
    struct dt_error *err)
{
	const struct value values[] = { { c->class, 0 }, { c->sha256, 0 },
		{ c->lesson, 0 }, { c->lesson_sha256, 0 },
		{ c->lesson_text, 0 }, { c->seed, 0 }, { NULL, c->seats },
		{ c->version, 0 }, { c->started_at, 0 } };
	bool fresh;
	int64_t there = 0;
	enum dt_status status = dt_store_enter(store, &fresh, err);
	if (status == DT_OK)
		status = dt_store_number(store->db, store->path,
		    "SELECT count(*) FROM class_session", &there, err);
	if (status == DT_OK && there > 0)
		status = dt_status_fail(err, DT_EUSAGE, "%s has a class "
		    "already: --resume it, or name another file",
		    store->path);
	if (status == DT_OK)
		status = run(store, "INSERT INTO class_session (class,"
		    " class_sha256, lesson, lesson_sha256, lesson_text, seed,"
		    " seats, version, started_at, ended_at)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')", values,
		    sizeof(values) / sizeof(values[0]), err);
	return dt_store_leave(store, fresh, status, err);
}

static const char *
text_at(sqlite3_stmt *row, int column, struct dt_arena *arena)
{
	const char *text = (const char *)sqlite3_column_text(row, column);
	return dt_arena_copy(arena, text ? text : "");
}

enum dt_status
dt_store_class_read(struct dt_store *store, struct dt_arena *arena,
    struct dt_store_class *c, bool *found, struct dt_error *err)
{
	const char **const texts[] = { &c->class, &c->sha256, &c->lesson,
		&c->lesson_sha256, &c->lesson_text, &c->seed, &c->version,
		&c->started_at, &c->ended_at };
	sqlite3_stmt *row = NULL;
	*found = false;
	enum dt_status status = prepare(store, "SELECT class, class_sha256,"
	    " lesson, lesson_sha256, lesson_text, seed, version, started_at,"
	    " ended_at, seats FROM class_session", NULL, 0, &row, err);
	int code = status ? SQLITE_DONE : sqlite3_step(row);
	for (int i = 0; code == SQLITE_ROW && i < 9; i++)
		if ((*texts[i] = text_at(row, i, arena)) == NULL)
			status = dt_status_no_memory(err);
	if (code == SQLITE_ROW) {
		c->seats = sqlite3_column_int64(row, 9);
		*found = true;
	} else if (status == DT_OK && code != SQLITE_DONE) {
		status = dt_store_explain(store->path, store->db, err);
	}
	sqlite3_finalize(row);
	return status;
}

enum dt_status
dt_store_class_events(struct dt_store *store,
    enum dt_status (*take)(void *to, const struct dt_store_class_event *event,
    struct dt_error *err), void *to, struct dt_error *err)
{
	sqlite3_stmt *row = NULL;
	int code = SQLITE_ROW;
	enum dt_status status = prepare(store, "SELECT at_ms, kind, who, body"
	    " FROM class_event ORDER BY event", NULL, 0, &row, err);
	while (status == DT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
		struct dt_store_class_event e = {
			sqlite3_column_int64(row, 0),
			(const char *)sqlite3_column_text(row, 1),
			(const char *)sqlite3_column_text(row, 2),
			(const char *)sqlite3_column_text(row, 3) };
		status = e.kind && e.who && e.body ? take(to, &e, err) :
		    dt_status_no_memory(err);
	}
	if (status == DT_OK && code != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(row);
	return status;
}

/* ---- many rows in a transaction of their own ---- */

enum dt_status
dt_store_class_for_good(struct dt_store *store, bool for_good,
    struct dt_error *err)
{
	return dt_store_exec(store, for_good ? "PRAGMA synchronous=FULL" :
	    "PRAGMA synchronous=NORMAL", err);
}

/* What was begun, in as a whole or not at all. */
static enum dt_status
close_rows(struct dt_store *store, enum dt_status status,
    struct dt_error *err)
{
	if (status == DT_OK)
		status = dt_store_exec(store, "COMMIT", err);
	if (status != DT_OK)
		(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

static enum dt_status
add_events(struct dt_store *store, const struct dt_store_class_event *events,
    size_t n, struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = prepare(store, "INSERT INTO class_event"
	    " (at_ms, kind, who, body) VALUES (?, ?, ?, ?)", NULL, 0, &put,
	    err);
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		const struct dt_store_class_event *e = &events[i];
		int failed = sqlite3_bind_int64(put, 1, e->at) |
		    sqlite3_bind_text(put, 2, e->kind, -1, SQLITE_STATIC) |
		    sqlite3_bind_text(put, 3, e->who, -1, SQLITE_STATIC) |
		    sqlite3_bind_text(put, 4, e->body, -1, SQLITE_STATIC);
		status = failed ? dt_store_explain(store->path, store->db,
		    err) : dt_store_step(store, put, err);
	}
	sqlite3_finalize(put);
	return status;
}

/* Events are numbered by the file: nobody else writes it. */
enum dt_status
dt_store_class_add(struct dt_store *store,
    const struct dt_store_class_event *events, size_t n, bool for_good,
    struct dt_error *err)
{
	enum dt_status status = dt_store_class_for_good(store, for_good, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	return status ? status : close_rows(store, add_events(store, events,
	    n, err), err);
}

enum dt_status
dt_store_class_name(struct dt_store *store, const char *participant,
    const char *name, struct dt_error *err)
{
	const struct value values[] = { { participant, 0 }, { name, 0 } };
	enum dt_status status = dt_store_class_for_good(store, false, err);
	return status ? status : run(store, "INSERT INTO class_name VALUES"
	    " (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name", values,
	    2, err);
}

static enum dt_status
add_answer(struct dt_store *store, sqlite3_stmt *put,
    const struct dt_store_class_answer *a, struct dt_error *err)
{
	int failed = sqlite3_bind_text(put, 1, a->participant, -1,
	    SQLITE_STATIC) |
	    sqlite3_bind_text(put, 2, a->kind, -1, SQLITE_STATIC) |
	    sqlite3_bind_int64(put, 3, a->block) |
	    sqlite3_bind_text(put, 4, a->question, -1, SQLITE_STATIC) |
	    sqlite3_bind_text(put, 5, a->answer, -1, SQLITE_STATIC);
	return failed ? dt_store_explain(store->path, store->db, err) :
	    dt_store_step(store, put, err);
}

enum dt_status
dt_store_class_answers(struct dt_store *store,
    const struct dt_store_class_answer *answers, size_t n,
    struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	if (status != DT_OK)
		return status;
	status = prepare(store, "INSERT OR IGNORE INTO class_answer"
	    " (participant, kind, block, question, answer)"
	    " VALUES (?, ?, ?, ?, ?)", NULL, 0, &put, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = add_answer(store, put, &answers[i], err);
	sqlite3_finalize(put);
	return close_rows(store, status, err);
}

enum dt_status
dt_store_class_end(struct dt_store *store, const char *ended_at,
    struct dt_error *err)
{
	const struct value values[] = { { ended_at, 0 } };
	return run(store, "UPDATE class_session SET ended_at = ?"
	    " WHERE ended_at = ''", values, 1, err);
}

enum dt_status
dt_store_class_called(struct dt_store *store, struct dt_arena *arena,
    const char *participant, const char **name, struct dt_error *err)
{
	const struct value values[] = { { participant, 0 } };
	sqlite3_stmt *row = NULL;
	*name = NULL;
	enum dt_status status = prepare(store, "SELECT name FROM class_name"
	    " WHERE participant = ?", values, 1, &row, err);
	if (status == DT_OK && sqlite3_step(row) == SQLITE_ROW &&
	    (*name = text_at(row, 0, arena)) == NULL)
		status = dt_status_no_memory(err);
	sqlite3_finalize(row);
	return status;
}

/* In pages that are free too nothing of it may stay. */
enum dt_status
dt_store_class_forget(struct dt_store *store, const char *name, int64_t *n,
    struct dt_error *err)
{
	const struct value values[] = { { name, 0 } };
	*n = 0;
	enum dt_status status = dt_store_exec(store,
	    "PRAGMA secure_delete=ON", err);
	if (status == DT_OK)
		status = run(store, "UPDATE class_name SET name = ''"
		    " WHERE name = ? AND name <> ''", values, 1, err);
	if (status == DT_OK)
		*n = sqlite3_changes(store->db);
	return status == DT_OK && *n > 0 ? dt_store_exec(store, "VACUUM",
	    err) : status;
}
