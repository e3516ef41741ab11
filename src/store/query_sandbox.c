/*
 * query_sandbox: what SQL from a person may do, for how long, and why not.
 *
 * Several fences, each enough for most of it: the connection is read only and
 * query_only; an authorizer lets through only what reads this file; limits
 * keep a statement small; a progress handler stops it when its time is up. What
 * it sorts and gathers is in memory, of which SQLite has a bounded share.
 */
#include "store/query_internal.h"

#include <string.h>
#include <time.h>

#include "store/store_internal.h"

enum { STEPS_BETWEEN_LOOKS = 200, MIB = 1 << 20, HEAP_MOST = 48 };

/* Seconds that SQLite has to notice by itself that time is up. */
static const double GRACE = 0.25;

/* "this would ...", and whether the thing's name follows. */
static const struct denial {
	int action;
	const char *words;
	bool named;
} denials[] = {
	{ SQLITE_DELETE, "delete rows of ", true },
	{ SQLITE_INSERT, "add rows to ", true },
	{ SQLITE_UPDATE, "change rows of ", true },
	{ SQLITE_ATTACH, "open or write another file (--attach FILE names one "
	    "that may be read)", false },
	{ SQLITE_DETACH, "close a file", false },
	{ SQLITE_PRAGMA, "change or ask for a setting: PRAGMA ", true },
	{ SQLITE_TRANSACTION, "begin or end a transaction", false },
	{ SQLITE_SAVEPOINT, "begin or end a transaction", false },
	{ SQLITE_ANALYZE, "write statistics", false },
	{ SQLITE_REINDEX, "rebuild an index", false },
	{ SQLITE_FUNCTION, "reach outside of the database", false },
	{ 0, "make, change or remove a table, view, index or trigger",
	    false },
};

/* PRAGMAs that only tell; false: only when no value is given. */
static const struct {
	const char *name;
	bool with_value;
} pragmas[] = {
	{ "table_info", true }, { "table_xinfo", true },
	{ "table_list", true }, { "index_list", true },
	{ "index_info", true }, { "index_xinfo", true },
	{ "foreign_key_list", true }, { "foreign_key_check", true },
	{ "integrity_check", true }, { "quick_check", true },
	{ "function_list", false }, { "collation_list", false },
	{ "compile_options", false }, { "database_list", false },
	{ "application_id", false }, { "user_version", false },
	{ "journal_mode", false }, { "encoding", false },
	{ "page_count", false }, { "page_size", false },
};

static double
read_clock(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double
now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void
dt_query_sandbox_begin(struct dt_query *query, double seconds)
{
	query->limited = seconds > 0;
	query->left = seconds;
	query->work_end = read_clock(CLOCK_PROCESS_CPUTIME_ID) + seconds;
}

bool
dt_query_sandbox_is_used(const struct dt_query *query)
{
	return query->limited &&
	    read_clock(CLOCK_PROCESS_CPUTIME_ID) > query->work_end;
}

void
dt_query_sandbox_start(struct dt_query *query)
{
	if (query->limited)
		query->deadline = now() + query->left;
	query->working = query->limited;
}

bool
dt_query_overdue(const struct dt_query *query)
{
	return query->working && now() > query->deadline + GRACE;
}

void
dt_query_sandbox_stop(struct dt_query *query)
{
	query->working = false;
	if (query->limited)
		query->left = query->deadline - now();
}

static int
look_at_clock(void *query)
{
	const struct dt_query *q = query;
	return (q->limited && now() > q->deadline) ||
	    dt_query_sandbox_is_used(q);
}

static bool
only_tells(const char *pragma, const char *value)
{
	for (size_t i = 0; i < sizeof(pragmas) / sizeof(pragmas[0]); i++)
		if (sqlite3_stricmp(pragma, pragmas[i].name) == 0)
			return value == NULL || pragmas[i].with_value;
	return false;
}

static bool
reaches_outside(const char *function)
{
	static const char *const names[] = { "load_extension", "readfile",
		"writefile", "edit", "fts3_tokenizer", "sqlite_log" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (sqlite3_stricmp(function, names[i]) == 0)
			return true;
	return false;
}

static bool
may(int action, const char *first, const char *second)
{
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return true;
	case SQLITE_FUNCTION:
		return !reaches_outside(second);
	case SQLITE_PRAGMA:
		return only_tells(first, second);
	case SQLITE_UPDATE:
		/* asked also when a virtual table like json_each is first
		 * named; SQL that means it fails at the other fences */
		return strcmp(first, "sqlite_master") == 0;
	default:
		return false;
	}
}

static const struct denial *
denial_of(int action, const char *table)
{
	const struct denial *last =
	    &denials[sizeof(denials) / sizeof(denials[0]) - 1];
	/* a CREATE asks first whether it may write to the schema */
	if (table != NULL && strncmp(table, "sqlite_", 7) == 0 &&
	    action != SQLITE_PRAGMA && action != SQLITE_FUNCTION)
		return last;
	const struct denial *denial = denials;
	while (denial != last && denial->action != action)
		denial++;
	return denial;
}

static int
authorize(void *query, int action, const char *first, const char *second,
    const char *schema, const char *view)
{
	(void)schema, (void)view;
	struct dt_query *q = query;
	if (may(action, first, second))
		return SQLITE_OK;
	const struct denial *denial = denial_of(action, first);
	if (q->refusal == NULL)
		q->refusal = dt_arena_print(&q->arena, "the sandbox only "
		    "reads: this would %s%s; copy the file and use sqlite3 "
		    "for that", denial->words,
		    denial->named && first != NULL ? first : "");
	return SQLITE_DENY;
}

static void
limit(sqlite3 *db)
{
	static const int limits[][2] = {
		{ SQLITE_LIMIT_LENGTH, MIB },
		{ SQLITE_LIMIT_SQL_LENGTH, MIB / 4 },
		{ SQLITE_LIMIT_COLUMN, 500 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 200 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 100 },
		{ SQLITE_LIMIT_VDBE_OP, 250000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 100 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		(void)sqlite3_limit(db, limits[i][0], limits[i][1]);
}

/* DQS_DML: without it a misspelt "column" in double quotes is a text that is
 * equal to nothing, and the answer silently empty. */
static int
configure(sqlite3 *db)
{
	static const int settings[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
	};
	int code = sqlite3_exec(db, "PRAGMA query_only=ON;"
	    "PRAGMA temp_store=MEMORY", NULL, NULL, NULL);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]) &&
	    code == SQLITE_OK; i++)
		code = sqlite3_db_config(db, settings[i][0], settings[i][1],
		    NULL);
	return code;
}

enum dt_status
dt_query_sandbox(struct dt_query *query, struct dt_error *err)
{
	limit(query->db);
	(void)sqlite3_hard_heap_limit64((int64_t)HEAP_MOST * MIB);
	if (configure(query->db) != SQLITE_OK ||
	    sqlite3_set_authorizer(query->db, authorize, query) != SQLITE_OK)
		return dt_store_explain(query->path, query->db, err);
	sqlite3_progress_handler(query->db, STEPS_BETWEEN_LOOKS,
	    look_at_clock, query);
	return DT_OK;
}
