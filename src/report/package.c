/* package: see package.h. */
#include "report/package_internal.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/folder.h"
#include "store/query.h"
#include "store/store.h"

/* Every table but the moves as bits and the dictionary, which is the codebook;
 * and of the views those that a table on paper would show. Of a class neither
 * names nor the messages of the room, which have them. */
static const char tables[] = "SELECT name FROM sqlite_schema WHERE"
    " (type = 'table' AND name NOT IN ('move_code', 'schema_doc', 'query_doc',"
    " 'query_parameter', 'class_name', 'class_event')"
    " AND name NOT LIKE 'sqlite%' AND name NOT LIKE"
    " 'packed%') OR name IN ('round', 'move', 'run_summary', 'agent_summary',"
    " 'sweep_cells') ORDER BY rowid";

static enum dt_status
write_fixed(struct dt_package_work *w, const char *name, const char *words)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "%s", words);
	enum dt_status status = dt_package_file(w, name, &text);
	dt_text_free(&text);
	return status;
}

/* One table, and its line in the README. A table without rows has no file. */
static enum dt_status
write_table(struct dt_package_work *w, const char *name,
    struct dt_text *readme)
{
	int64_t rows = 0;
	const char *sql = dt_arena_print(&w->arena, "SELECT * FROM \"%s\"%s",
	    name, strcmp(name, "class_answer") == 0 ? " WHERE kind <> "
	    "'reflect'" : "");
	if (sql == NULL)
		return dt_status_no_memory(w->err);
	enum dt_status status = dt_package_table(w, name, sql, &rows);
	w->package->rows += rows;
	if (status == DT_OK && rows > 0)
		dt_text_add(readme, "  %s%s.csv  %" PRId64 " row%s\n",
		    w->data, name, rows, rows == 1 ? "" : "s");
	return status;
}

static enum dt_status
write_tables(struct dt_package_work *w, struct dt_text *readme)
{
	struct dt_query *query = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_query_open(&query, w->database, tables,
	    &(struct dt_query_terms){ 0 }, w->err);
	while (status == DT_OK && (status = dt_query_next(query, &row,
	    w->err)) == DT_OK && row != NULL) {
		const char *name = dt_arena_copy(&w->arena, row[0].text);
		status = name == NULL ? dt_status_no_memory(w->err) :
		    write_table(w, name, readme);
	}
	dt_query_close(query);
	return status;
}

static void
begin_readme(const struct dt_package_work *w, struct dt_text *text)
{
	dt_text_add(text, "Outcomes of détente %s, as plain files.\n\n"
	    "CSV as in RFC 4180, UTF-8. Numbers have every digit; NULL (never, "
	    "not known) is\nempty, an empty text is \"\". A text that begins "
	    "with = + - or @ has an apostrophe\nin front, so that no "
	    "spreadsheet takes it for a formula. %scodebook.csv says what\n"
	    "each column means and in which unit. A table without rows has no "
	    "file.\n\nFiles:\n", w->package->version, w->data);
}

static void
end_readme(const struct dt_package_work *w, struct dt_text *text)
{
	if (w->package->replication)
		dt_text_add(text, "  data.db  the database itself: detente "
		    "query, detente audit, sqlite3\n"
		    "  experiments/  each configuration, to be played: detente "
		    "run FILE\n"
		    "  run-again.sh  plays all of them again with their seeds\n"
		    "  check.py, check.R  work out the summaries from the raw "
		    "rows, and compare\n"
		    "  SHA256SUMS  sha256sum -c SHA256SUMS\n\n"
		    "Same seed, same rows: detente audit data.db plays every "
		    "run again and compares.\nIt was made by détente %s; "
		    "another version may play another model\n"
		    "(model_version in data/experiment.csv).\n",
		    w->package->version);
}

static enum dt_status
write_codebook(struct dt_package_work *w)
{
	int64_t rows;
	const char *sql = dt_arena_print(&w->arena, "SELECT table_name,"
	    " column_name, unit, meaning, example FROM schema_doc WHERE"
	    " table_name NOT IN ('move_code', 'schema_doc', 'query_doc',"
	    " 'query_parameter', 'unpacked', 'class_name', 'class_event')"
	    " AND table_name NOT LIKE 'packed%%'%s",
	    w->package->replication ? dt_package_class_codebook : "");
	return sql == NULL ? dt_status_no_memory(w->err) :
	    dt_package_table(w, "codebook", sql, &rows);
}

static enum dt_status
write_replication(struct dt_package_work *w, struct dt_text *readme)
{
	enum dt_status status = dt_package_again(w);
	if (status == DT_OK)
		status = dt_package_class(w, readme);
	if (status == DT_OK)
		status = dt_package_sum(w, "data.db");
	if (status == DT_OK)
		status = write_fixed(w, "check.py", dt_package_check_py);
	if (status == DT_OK)
		status = write_fixed(w, "check.R", dt_package_check_r);
	return status;
}

/* The folders, and the copy of the database that all else is read from. */
static enum dt_status
prepare(struct dt_package_work *w)
{
	const char *const folders[] = { "data", "experiments" };
	w->data = "data/";
	for (size_t i = 0; i < 2; i++) {
		const char *path = dt_package_path(w, folders[i]);
		if (path == NULL)
			return dt_status_no_memory(w->err);
		if (mkdir(path, 0777) != 0)
			return dt_package_refuse(w, folders[i]);
	}
	const char *copy = dt_package_path(w, "data.db");
	if (copy == NULL)
		return dt_status_no_memory(w->err);
	w->database = copy;
	return dt_store_copy_public(copy, w->package->database, w->err);
}

static enum dt_status
fill(struct dt_package_work *w)
{
	struct dt_text readme = { 0 };
	enum dt_status status = w->package->replication ? prepare(w) : DT_OK;
	begin_readme(w, &readme);
	if (status == DT_OK)
		status = write_tables(w, &readme);
	if (status == DT_OK)
		status = write_codebook(w);
	end_readme(w, &readme);
	if (status == DT_OK && w->package->replication)
		status = write_replication(w, &readme);
	dt_text_add(&readme, "\nTo cite the program: detente --citation\n");
	if (status == DT_OK)
		status = dt_package_file(w, "README.txt", &readme);
	dt_text_free(&readme);
	if (status == DT_OK && w->package->replication)
		status = dt_package_file(w, "SHA256SUMS", &w->sums);
	return status;
}

enum dt_status
dt_package_write(struct dt_package *package, struct dt_error *err)
{
	struct dt_folder folder;
	struct dt_package_work w = { .package = package, .data = "",
	    .made = &folder, .database = package->database, .err = err };
	package->files = 0;
	package->rows = 0;
	enum dt_status status = dt_folder_open(&folder, package->folder, err);
	w.root = folder.path;
	if (status == DT_OK)
		status = fill(&w);
	status = dt_folder_close(&folder, status, err);
	dt_text_free(&w.sums);
	dt_arena_free(&w.arena);
	return status;
}
