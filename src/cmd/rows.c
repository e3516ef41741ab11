/* rows: see rows.h. */
#include "cmd/rows.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "format/json.h"
#include "cmd/rows_text.h"
#include "report/csv.h"

enum { CHUNK = 1 << 16 };

struct printer {
	const struct dt_command_call *call;
	struct dt_query *query;
	struct dt_text text;
	const char **names;     /* of the columns, each once */
	size_t columns, rows;
};

/* Writes what has gathered; once nobody reads any more, *stop. */
static enum dt_exit
flush(struct printer *p, size_t least, bool *stop)
{
	if (p->text.size < least && !p->text.failed)
		return DT_EXIT_OK;
	enum dt_exit exit = dt_command_write(p->call, &p->text);
	p->text.size = 0;
	*stop = exit != DT_EXIT_OK || ferror(p->call->out);
	return exit;
}

static void
add_json_text(const char *from, struct dt_text *text)
{
	size_t left = strlen(from);
	dt_text_add_n(text, "\"", 1);
	while (left > 0) {
		size_t n = dt_text_character(from, left, NULL);
		if (n == 0)
			dt_text_add(text, "\xef\xbf\xbd");
		else if ((unsigned char)*from < ' ' || *from == 0x7f)
			dt_text_add(text, "\\u%04x", (unsigned)*from);
		else {
			if (*from == '"' || *from == '\\')
				dt_text_add_n(text, "\\", 1);
			dt_text_add_n(text, from, n);
		}
		n += n == 0;
		from += n;
		left -= n;
	}
	dt_text_add_n(text, "\"", 1);
}

static void
add_json_cell(const struct dt_cell *cell, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	switch (cell->type) {
	case DT_CELL_INTEGER:
		dt_text_add(text, "%" PRId64, cell->integer);
		break;
	case DT_CELL_REAL:
		dt_text_add(text, isinf(cell->real) ? "\"%s\"" : "%s",
		    isnan(cell->real) ? "null" :
		    dt_number_print(cell->real, buffer));
		break;
	case DT_CELL_TEXT:
		add_json_text(cell->text, text);
		break;
	default:
		dt_text_add(text, "null");
	}
}

static void
add_row(struct printer *p, const struct dt_cell *row, bool json)
{
	struct dt_text *text = &p->text;
	if (json)
		dt_text_add(text, "%s\n    {", p->rows > 0 ? "," : "");
	for (size_t c = 0; c < p->columns; c++) {
		dt_text_add(text, c == 0 ? "" : json ? ", " : ",");
		if (json) {
			add_json_text(p->names[c], text);
			dt_text_add(text, ": ");
			add_json_cell(&row[c], text);
		} else {
			dt_csv_cell(&row[c], text);
		}
	}
	dt_text_add(text, json ? "}" : "\n");
}

static void
add_head(struct printer *p, bool json)
{
	struct dt_text *text = &p->text;
	if (json)
		dt_text_add(text, "{\n  \"schema_version\": %d,\n"
		    "  \"columns\": [", DT_JSON_VERSION);
	for (size_t c = 0; c < p->columns; c++) {
		dt_text_add(text, c == 0 ? "" : json ? ", " : ",");
		if (json)
			add_json_text(p->names[c], text);
		else
			dt_csv_text(p->names[c], text);
	}
	dt_text_add(text, json ? "],\n  \"rows\": [" : "\n");
}

/* A second column of a name is NAME:1, as SQLite itself would call it. */
static bool
name_columns(struct printer *p)
{
	struct dt_arena *arena = p->call->arena;
	p->columns = dt_query_columns(p->query);
	p->names = dt_arena_new(arena, p->columns, sizeof(*p->names));
	for (size_t c = 0; p->names != NULL && c < p->columns; c++) {
		const char *name = dt_query_column(p->query, c);
		size_t same = 0;
		for (size_t i = 0; i < c; i++)
			same += strcmp(dt_query_column(p->query, i),
			    name) == 0;
		p->names[c] = same == 0 ? name :
		    dt_arena_print(arena, "%s:%zu", name, same);
		if (p->names[c] == NULL)
			return false;
	}
	return p->names != NULL;
}

static enum dt_exit
print_stream(struct printer *p, bool json)
{
	const struct dt_cell *row;
	struct dt_error err = { 0 };
	enum dt_exit exit = DT_EXIT_OK;
	bool stop = false;
	add_head(p, json);
	while (!stop) {
		if (dt_query_next(p->query, &row, &err) != DT_OK) {
			flush(p, 0, &stop);
			return dt_command_fail(p->call, NULL, &err);
		}
		if (row == NULL)
			break;
		add_row(p, row, json);
		p->rows++;
		exit = flush(p, CHUNK, &stop);
	}
	if (stop)
		return exit;
	if (json)
		dt_text_add(&p->text, "%s]\n}\n", p->rows > 0 ? "\n  " : "");
	return flush(p, 0, &stop);
}

enum dt_exit
dt_cmd_rows_print(const struct dt_command_call *call, struct dt_query *query,
    size_t *n)
{
	struct printer p = { .call = call, .query = query };
	enum dt_command_format format = dt_command_format(call);
	if (format == DT_FORMAT_TEXT)
		return dt_cmd_rows_text(call, query, n);
	struct dt_error err = { 0 };
	if (!name_columns(&p)) {
		dt_status_no_memory(&err);
		return dt_command_fail(call, NULL, &err);
	}
	enum dt_exit exit = print_stream(&p, format == DT_FORMAT_JSON);
	dt_text_free(&p.text);
	*n = p.rows;
	return exit;
}
