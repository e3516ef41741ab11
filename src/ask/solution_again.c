/*
 * solution_again: see solution_again.h. What is found again is recorded in a
 * file of its own, and the rows of both files are compared.
 */
#include "ask/solution_again.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ask/ask.h"
#include "ask/solution_record.h"
#include "engine/model.h"
#include "store/query.h"
#include "store/store_solution.h"

enum column { ID, KEY, QUESTION, SUBJECT, METHOD, CONFIG, COMMAND,
	CONFIG_SHA256, MODEL, TOLERANCE, HOLDS, SAYS };
static const char heads[] = "SELECT solution_id, solution_key, question,"
    " subject, method, config, command, config_sha256, model_version,"
    " tolerance, holds, says FROM solution ORDER BY solution_id";
static const char cells[] = "SELECT table_number, row, column, table_name,"
    " column_name, unit, kind, number, text FROM solution_cell WHERE"
    " solution_id = %" PRId64 " ORDER BY table_number, row, column";

struct work {
	struct dt_solution_again *a;
	const char *path, *other;       /* the file; that of what was found */
	const char *text;       /* a file for a treaty that a pin has */
	bool pinned;            /* it was asked with that one */
	const struct dt_cell *row;      /* of the file's solution */
	struct dt_arena arena;          /* of one solution */
	int64_t faults;                 /* of it */
	struct dt_error *err;
};

static enum dt_status
fault(struct work *w, const char *table, const char *column,
    const char *words)
{
	w->faults++;
	return words == NULL ? dt_status_no_memory(w->err) : w->a->fault(
	    w->a->to, &(struct dt_solution_again_fault){ w->row[ID].integer,
	    table, column, words }, w->err);
}

/* What stands there, and what was found. */
static const char *
differ(struct work *w, const char *where, const struct dt_cell *stored,
    const struct dt_cell *found)
{
	char a[DT_CELL_SIZE], b[DT_CELL_SIZE];
	dt_cell_print(stored, a);
	dt_cell_print(found, b);
	return dt_arena_print(&w->arena, "%s: stored %s, found again %s",
	    where, a, b);
}

/* The key and the hash say what the row says; checked before it is asked. */
static enum dt_status
check_hashes(struct work *w)
{
	const struct dt_cell *r = w->row;
	const char *const parts[] = { r[QUESTION].text, r[SUBJECT].text,
		r[METHOD].text, r[CONFIG].text, r[COMMAND].text };
	unsigned char digest[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	if (!dt_solution_record_key(parts, hex))
		return dt_status_no_memory(w->err);
	enum dt_status status = strcmp(hex, r[KEY].text) == 0 ? DT_OK :
	    fault(w, "solution", "solution_key", "it is not the hash of what "
	    "was asked of what");
	dt_hash_of(r[CONFIG].text, strlen(r[CONFIG].text), digest);
	return status || strcmp(dt_hash_hex(digest, hex),
	    r[CONFIG_SHA256].text) == 0 ? status : fault(w, "solution",
	    "config_sha256", "it is not the hash of the configuration");
}

/* The answer, into the other file; *why: it is not given. */
static enum dt_status
record(struct work *w, const struct dt_solution *s)
{
	struct dt_record_provenance from = { .command =
		w->row[COMMAND].text, .version = "", .libraries = "" };
	struct dt_store *store = NULL;
	bool found;
	unlink(w->other);
	enum dt_status status = dt_store_open(&store, w->other,
	    DT_STORE_CREATE, w->err);
	if (status == DT_OK)
		status = dt_solution_record(store, s, &from, &found, w->err);
	enum dt_status closed = dt_store_close(store, status ? NULL : w->err);
	return status ? status : closed;
}

static enum dt_status
write_file(const char *place, const char *text, struct dt_error *err)
{
	FILE *out = fopen(place, "wb");
	bool whole = out != NULL && fputs(text, out) >= 0;
	return (out == NULL || fclose(out) == 0) && whole ? DT_OK : dt_status_fail(err, DT_EIO, "%s: cannot be "
	    "written: make room, or set TMPDIR to another folder", place);
}

/* Where the command names a treaty that a pin has, the option names a file with
 * its text from here on. */
static enum dt_status
put_text(struct work *w, struct dt_options *options, struct dt_error *err)
{
	const char *text = NULL, *treaty = dt_option_value(options, "treaty");
	if (treaty == NULL || strcmp(treaty, DT_SOLUTION_AGAIN_FILE) != 0)
		return DT_OK;
	enum dt_status status = dt_store_solution_text(w->path,
	    w->row[KEY].text, &w->arena, &text, err);
	w->pinned = status == DT_OK && text != NULL;
	if (w->pinned)
		status = write_file(w->text, text, err);
	for (size_t i = 0; w->pinned && i < options->n; i++)
		if (strcmp(options->given[i].option->name, "treaty") == 0)
			options->given[i].values[0] = w->text;
	return status;
}

static enum dt_status
ask(struct work *w, const char **why)
{
	struct dt_catalogue catalogue = { .arena = &w->arena,
		.roots = w->a->roots };
	struct dt_faults faults = { .arena = &w->arena };
	struct dt_ask question = { .again = true, .catalogue = &catalogue,
		.faults = &faults, .go_on = w->a->go_on,
		.context = w->a->context };
	struct dt_options options;
	struct dt_solution solution;
	struct dt_error bad = { 0 };
	const char *name;
	enum dt_status status = dt_ask_words(&question,
	    w->row[COMMAND].text, &options, &name, &bad);
	if (status == DT_OK)
		status = put_text(w, &options, &bad);
	if (status == DT_OK)
		status = dt_ask(&question, name, &solution, &bad);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		return dt_status_fail(w->err, status, "%s", bad.message);
	if (status == DT_EINPUT && faults.n > 0)
		dt_faults_status(&faults, &bad);
	if (status != DT_OK) {
		*why = dt_arena_print(&w->arena, "its command fails: %.*s",
		    (int)strcspn(bad.message, "\n"), bad.message);
		return *why ? DT_OK : dt_status_no_memory(w->err);
	}
	status = record(w, &solution);
	dt_solution_free(&solution);
	return status;
}

/* Two files' rows of one statement, side by side, to whoever compares. */
static enum dt_status
side_by_side(struct work *w, const char *here, const char *there,
    enum dt_status (*each)(struct work *w, const struct dt_cell *stored,
    const struct dt_cell *found))
{
	struct dt_query *x = NULL, *y = NULL;
	const struct dt_cell *a = NULL, *b = NULL;
	struct dt_query_terms terms = { 0 };
	enum dt_status status = here == NULL || there == NULL ?
	    dt_status_no_memory(w->err) : dt_query_open(&x, w->path, here,
	    &terms, w->err);
	if (status == DT_OK)
		status = dt_query_open(&y, w->other, there, &terms, w->err);
	while (status == DT_OK) {
		status = dt_query_next(x, &a, w->err);
		if (status == DT_OK)
			status = dt_query_next(y, &b, w->err);
		if (status || a == NULL || b == NULL)
			break;
		status = each(w, a, b);
	}
	if (status == DT_OK && (a == NULL) != (b == NULL))
		status = fault(w, "solution_cell", NULL, a ? "a cell was added "
		    "behind those that are found again" : "the last cells are "
		    "missing");
	dt_query_close(x);
	dt_query_close(y);
	return status;
}

/* "table equilibria, row 2, column regret". */
static enum dt_status
compare_cell(struct work *w, const struct dt_cell *stored,
    const struct dt_cell *found)
{
	static const char *const names[] = { "table_number", "row", "column",
		"table_name", "column_name", "unit", "kind", "number",
		"text" };
	const char *where = NULL;
	enum dt_status status = DT_OK;
	w->a->cells++;
	for (size_t i = 0; i < 9 && status == DT_OK; i++) {
		if (dt_cell_same(&stored[i], &found[i]))
			continue;
		where = dt_arena_print(&w->arena, "table %.60s, row %" PRId64
		    ", column %.60s", stored[3].text, stored[1].integer,
		    stored[4].text);
		status = fault(w, "solution_cell", names[i], where ? differ(w,
		    where, &stored[i], &found[i]) : NULL);
	}
	return status;
}

static enum dt_status
compare_head(struct work *w, const struct dt_cell *stored,
    const struct dt_cell *found)
{
	static const struct { enum column at; const char *name; } said[] = {
		{ QUESTION, "question" }, { SUBJECT, "subject" },
		{ METHOD, "method" }, { TOLERANCE, "tolerance" },
		{ HOLDS, "holds" }, { SAYS, "says" },
	};
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < 6 && status == DT_OK; i++)
		if (!dt_cell_same(&stored[said[i].at], &found[said[i].at]))
			status = fault(w, "solution", said[i].name, differ(w,
			    "it", &stored[said[i].at], &found[said[i].at]));
	return status;
}

/* Of another configuration nothing can be said. */
static enum dt_status
find_config(struct work *w, const char **why)
{
	struct dt_query *q = NULL;
	const struct dt_cell *found = NULL;
	struct dt_query_terms terms = { 0 };
	enum dt_status status = dt_query_open(&q, w->other, heads, &terms,
	    w->err);
	if (status == DT_OK)
		status = dt_query_next(q, &found, w->err);
	bool other = status == DT_OK && found != NULL &&
	    !dt_cell_same(&w->row[CONFIG], &found[CONFIG]);
	if (other && w->pinned)
		status = fault(w, "solution", "config", "it is not what the "
		    "treaty's text that was pinned gives");
	else if (other)
		*why = "its command now asks it of another configuration: the "
		    "files that it names have changed";
	dt_query_close(q);
	return status;
}

static enum dt_status
compare(struct work *w, const char **why)
{
	int64_t id = w->row[ID].integer;
	enum dt_status status = find_config(w, why);
	if (status || *why != NULL || w->faults > 0)
		return status;
	w->a->again++;
	status = side_by_side(w, dt_arena_print(&w->arena, "SELECT * FROM (%s)"
	    " WHERE solution_id = %" PRId64, heads, id), heads, compare_head);
	return status ? status : side_by_side(w, dt_arena_print(&w->arena,
	    cells, id), dt_arena_print(&w->arena, cells, (int64_t)1),
	    compare_cell);
}

static enum dt_status
again_said(struct work *w)
{
	bool there;
	w->a->said++;
	enum dt_status status = dt_store_solution_said(w->path,
	    w->row[ID].integer, &w->arena, &there, w->err);
	return status || there ? status : fault(w, "solution", NULL,
	    "what it is about is not in the file, or is something else");
}

static enum dt_status
again_one(struct work *w)
{
	const char *why = NULL;
	w->faults = 0;
	w->pinned = false;
	enum dt_status status = check_hashes(w);
	if (status || w->faults > 0)
		return status;
	if (dt_store_solution_is_said(w->row[QUESTION].text))
		return again_said(w);
	if (w->row[MODEL].integer != DT_MODEL_VERSION)
		why = dt_arena_print(&w->arena, "model version %" PRId64
		    " found it, and this program has version %d",
		    w->row[MODEL].integer, DT_MODEL_VERSION);
	else
		status = ask(w, &why);
	if (status == DT_OK && why == NULL)
		status = compare(w, &why);
	return status || why == NULL ? status : w->a->aside(w->a->to,
	    w->row[ID].integer, why, w->err);
}

static enum dt_status
again_all(struct work *w)
{
	struct dt_query *q = NULL;
	struct dt_query_terms terms = { 0 };
	enum dt_status status = dt_query_open(&q, w->path, heads, &terms,
	    w->err);
	while (status == DT_OK && (status = dt_query_next(q, &w->row,
	    w->err)) == DT_OK && w->row != NULL) {
		w->a->solutions++;
		status = again_one(w);
		dt_arena_free(&w->arena);
	}
	dt_query_close(q);
	return status;
}

enum dt_status
dt_solution_again(const char *path, struct dt_solution_again *again,
    struct dt_error *err)
{
	const char *place = getenv("TMPDIR");
	struct dt_text folder = { 0 }, other = { 0 }, text = { 0 };
	again->solutions = again->again = again->cells = again->said = 0;
	dt_text_add(&folder, "%s/detente-again-XXXXXX", place && *place ?
	    place : "/tmp");
	bool made = !folder.failed && mkdtemp(folder.bytes) != NULL;
	dt_text_add(&other, "%s/found.db", dt_text_string(&folder));
	dt_text_add(&text, "%s/" DT_SOLUTION_AGAIN_FILE,
	    dt_text_string(&folder));
	enum dt_status status = made && !other.failed && !text.failed ? DT_OK :
	    dt_status_fail(err, DT_EIO, "%s: no folder can be made there to "
	    "compare in", dt_text_string(&folder));
	struct work w = { .a = again, .path = path, .err = err,
		.other = dt_text_string(&other), .text =
		dt_text_string(&text) };
	if (status == DT_OK)
		status = again_all(&w);
	if (made) {
		unlink(w.other);
		unlink(w.text);
		rmdir(folder.bytes);
	}
	dt_arena_free(&w.arena);
	dt_text_free(&folder);
	dt_text_free(&other);
	dt_text_free(&text);
	return status;
}
