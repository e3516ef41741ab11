/* package_table: the rows of a query as a CSV file; see package_internal.h. */
#include "report/package_internal.h"

#include <stdio.h>
#include <string.h>

#include "report/csv.h"
#include "store/query.h"

enum { CHUNK = 1 << 16 };

struct file {
	struct dt_package_work *work;
	const char *name;       /* in the folder */
	FILE *out;              /* NULL: nothing was written yet */
	struct dt_text text;    /* what gathers until it is written */
};

static enum dt_status
flush(struct file *f, size_t least)
{
	if (f->text.failed)
		return dt_status_no_memory(f->work->err);
	if (f->text.size < least)
		return DT_OK;
	if (f->out == NULL) {
		const char *path = dt_arena_print(&f->work->arena, "%s/%s",
		    f->work->root, f->name);
		if (path == NULL)
			return dt_status_no_memory(f->work->err);
		f->out = fopen(path, "wx");
	}
	if (f->out == NULL || fwrite(f->text.bytes, 1, f->text.size, f->out)
	    != f->text.size)
		return dt_package_refuse(f->work, f->name);
	f->text.size = 0;
	return DT_OK;
}

static void
add_head(struct file *f, const struct dt_query *query)
{
	size_t n = dt_query_columns(query);
	for (size_t c = 0; c < n; c++) {
		dt_csv_text(dt_query_column(query, c), &f->text);
		dt_text_add(&f->text, c + 1 < n ? "," : "\n");
	}
}

static void
add_row(struct file *f, const struct dt_cell *row, size_t n)
{
	for (size_t c = 0; c < n; c++) {
		dt_csv_cell(&row[c], &f->text);
		dt_text_add(&f->text, c + 1 < n ? "," : "\n");
	}
}

static enum dt_status
write_rows(struct file *f, struct dt_query *query, int64_t *rows)
{
	const struct dt_cell *row = NULL;
	size_t n = dt_query_columns(query);
	enum dt_status status = DT_OK;
	while (status == DT_OK && (status = dt_query_next(query, &row,
	    f->work->err)) == DT_OK && row != NULL) {
		if ((*rows)++ == 0)
			add_head(f, query);
		add_row(f, row, n);
		status = dt_package_go_on(f->work);
		if (status == DT_OK)
			status = flush(f, CHUNK);
	}
	return status == DT_OK && *rows > 0 ? flush(f, 0) : status;
}

enum dt_status
dt_package_table(struct dt_package_work *w, const char *name,
    const char *sql, int64_t *rows)
{
	struct dt_query *query = NULL;
	struct file f = { .work = w };
	f.name = dt_arena_print(&w->arena, "%s%s.csv", w->data, name);
	*rows = 0;
	if (f.name == NULL)
		return dt_status_no_memory(w->err);
	enum dt_status status = dt_query_open(&query, w->database, sql,
	    &(struct dt_query_terms){ 0 }, w->err);
	if (status)
		return status;
	status = write_rows(&f, query, rows);
	dt_query_close(query);
	dt_text_free(&f.text);
	if (f.out != NULL && fclose(f.out) != 0 && status == DT_OK)
		status = dt_package_refuse(w, f.name);
	return status == DT_OK && *rows > 0 ? dt_package_sum(w, f.name) :
	    status;
}
