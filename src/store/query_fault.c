/*
 * query_fault: what is wrong with a person's SQL, where, and what was meant.
 */
#include "store/query_internal.h"

#include <string.h>

#include "base/faults.h"
#include "store/store_internal.h"

static const char names_of_tables[] =
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')";
static const char names_of_columns[] =
    "SELECT DISTINCT p.name FROM sqlite_schema AS s"
    " JOIN pragma_table_info(s.name) AS p WHERE s.type IN ('table', 'view')";
static const char names_of_functions[] =
    "SELECT DISTINCT name FROM pragma_function_list";

/* How SQLite says that a name is not known, and where the known ones are. */
static const struct {
	const char *says, *known;
} unknowns[] = {
	{ "no such table: ", names_of_tables },
	{ "no such column: ", names_of_columns },
	{ "no such function: ", names_of_functions },
};

static struct dt_place
place(const struct dt_source *source, int offset, size_t length)
{
	if (offset < 0 || (size_t)offset > source->size)
		return (struct dt_place){ .source = source };
	struct dt_place at = { source, 1, 1, length };
	for (const char *c = source->text; c < source->text + offset; c++) {
		if (*c == '\n') {
			at.line++;
			at.column = 1;
		} else if ((*c & 0xc0) != 0x80) {
			at.column++;    /* not the rest of a UTF-8 character */
		}
	}
	return at;
}

enum dt_status
dt_query_fault_at(struct dt_query *query, int offset, size_t length,
    const char *help, const char *message, struct dt_error *err)
{
	const struct dt_source source = { "SQL", query->sql,
		strlen(query->sql) };
	struct dt_faults faults = { .arena = &query->arena };
	struct dt_text text = { 0 };
	(void)dt_faults_add(&faults, place(&source, offset, length), help,
	    "%s", message);
	dt_faults_print(&faults, 0, &text);
	while (text.size > 0 && text.bytes[text.size - 1] == '\n')
		text.bytes[--text.size] = '\0';
	enum dt_status status = text.failed ? dt_status_no_memory(err) :
	    dt_status_fail(err, DT_EREFUSED, "%s", dt_text_string(&text));
	dt_text_free(&text);
	return status;
}

/* All that a statement gives in its first column, NULL-terminated; NULL if
 * memory is out or the database cannot say. */
static const char *const *
read_words(struct dt_query *query, const char *sql)
{
	size_t n = 0, room = 512;
	sqlite3_stmt *statement = NULL;
	const char **words = dt_arena_new(&query->arena, room,
	    sizeof(words[0]));
	if (words == NULL || sqlite3_prepare_v2(query->db, sql, -1,
	    &statement, NULL) != SQLITE_OK)
		return NULL;
	while (n + 1 < room && sqlite3_step(statement) == SQLITE_ROW) {
		const char *word =
		    (const char *)sqlite3_column_text(statement, 0);
		if (word != NULL)
			word = dt_arena_copy(&query->arena, word);
		if (word != NULL)
			words[n++] = word;
	}
	sqlite3_finalize(statement);
	return words;
}

static const char *
guess(struct dt_query *query, const char *known, const char *name, int offset)
{
	const char *dot = strrchr(name, '.');
	const char *bare = dot ? dot + 1 : name;
	const char *const *words = read_words(query, known);
	const char *nearest = words ? dt_faults_nearest(bare, words) : NULL;
	/* a name in double quotes was meant to be text more often than not */
	if (offset >= 0 && query->sql[offset] == '"')
		return dt_arena_print(&query->arena,
		    "text stands in single quotes: '%s'", bare);
	/* The same word: it is a column, but not of these tables. */
	if (nearest != NULL && strcmp(nearest, bare) != 0)
		return dt_arena_print(&query->arena, "did you mean '%s'?",
		    nearest);
	return known == names_of_columns ? "the columns are in schema_doc" :
	    NULL;
}

static size_t
length_at(const char *sql, int offset)
{
	static const char part[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.\"";
	size_t n = offset < 0 ? 0 : strspn(sql + offset, part);
	return n ? n : 1;
}

/* SQL that SQLite does not understand, or a number that went wrong in it. */
static enum dt_status
explain(struct dt_query *query, struct dt_error *err)
{
	int offset = sqlite3_error_offset(query->db);
	const char *help = NULL;
	char *message = dt_arena_copy(&query->arena,
	    sqlite3_errmsg(query->db));
	if (message == NULL)
		return dt_status_no_memory(err);
	/* the looking up is ours, not the person's */
	(void)sqlite3_set_authorizer(query->db, NULL, NULL);
	for (size_t i = 0; i < sizeof(unknowns) / sizeof(unknowns[0]); i++) {
		size_t n = strlen(unknowns[i].says);
		if (strncmp(message, unknowns[i].says, n) == 0)
			help = guess(query, unknowns[i].known, message + n,
			    offset);
	}
	return dt_query_fault_at(query, offset, length_at(query->sql, offset),
	    help, message, err);
}

enum dt_status
dt_query_fault(struct dt_query *query, struct dt_error *err)
{
	if (query->refusal != NULL)
		return dt_status_fail(err, DT_EREFUSED, "SQL: error: %s",
		    query->refusal);
	switch (sqlite3_errcode(query->db) & 0xff) {
	case SQLITE_INTERRUPT:
		return dt_status_fail(err, DT_EREFUSED, "SQL: error: its time "
		    "is up: ask for less (WHERE experiment_id = 1, LIMIT) or "
		    "allow it more");
	case SQLITE_NOMEM:
		return dt_status_fail(err, DT_ENOMEM, "SQL: error: it needs "
		    "more memory than a query gets: ask for less (WHERE, "
		    "LIMIT) or sort fewer rows");
	case SQLITE_ERROR:
	case SQLITE_TOOBIG:
	case SQLITE_MISMATCH:
	case SQLITE_RANGE:
	case SQLITE_AUTH:
		return explain(query, err);
	default:
		return dt_store_explain(query->path, query->db, err);
	}
}
