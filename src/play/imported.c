/* imported: see imported.h. */
#include "play/imported.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"

const char dt_imported_engine[] = "import";

const enum dt_store_scan_what dt_imported_tables[DT_IMPORTED_TABLES] = {
	DT_STORE_SCAN_AGENT, DT_STORE_SCAN_RUN, DT_STORE_SCAN_OUTCOME,
	DT_STORE_SCAN_ROUND, DT_STORE_SCAN_MOVE, DT_STORE_SCAN_SUBJECT,
};

/* "run<TAB>1<TAB>5 ...": the table, then its cells; nothing is "-". */
void
dt_imported_line(enum dt_store_scan_what what, const struct dt_cell *row,
    struct dt_text *text)
{
	char number[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", dt_store_scan_table(what));
	for (size_t i = 0; dt_store_scan_column(what, i) != NULL; i++) {
		const struct dt_cell *c = &row[i];
		if (c->type == DT_CELL_INTEGER)
			dt_text_add(text, "\t%" PRId64, c->integer);
		else if (c->type == DT_CELL_REAL)
			dt_text_add(text, "\t%s", dt_number_print(c->real,
			    number));
		else
			dt_text_add(text, "\t%s", c->type == DT_CELL_TEXT ?
			    c->text : "-");
	}
	dt_text_add(text, "\n");
}

static enum dt_status
add_table(struct dt_store *store, enum dt_store_scan_what what,
    int64_t experiment, struct dt_text *text, int64_t *rows,
    struct dt_error *err)
{
	struct dt_store_scan_range range = { .experiment = experiment };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	*rows = 0;
	enum dt_status status = dt_store_scan_open(&scan, store, what, &range,
	    err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL && !text->failed) {
		dt_imported_line(what, row, text);
		++*rows;
	}
	dt_store_scan_close(scan);
	return status == DT_OK && text->failed ? dt_status_no_memory(err) :
	    status;
}

enum dt_status
dt_imported_digest(struct dt_store *store, int64_t experiment,
    char digest[DT_HASH_HEX], int64_t rows[DT_IMPORTED_TABLES],
    struct dt_error *err)
{
	unsigned char hash[DT_HASH_BYTES];
	struct dt_text text = { 0 };
	enum dt_status status = DT_OK;
	for (size_t t = 0; t < DT_IMPORTED_TABLES && status == DT_OK; t++)
		status = add_table(store, dt_imported_tables[t], experiment,
		    &text, &rows[t], err);
	dt_hash_of(dt_text_string(&text), text.size, hash);
	dt_hash_hex(hash, digest);
	dt_text_free(&text);
	return status;
}

const char *
dt_imported_value(const char *config, const char *key,
    struct dt_arena *arena)
{
	size_t n = strlen(key);
	while (*config != '\0') {
		size_t line = strcspn(config, "\n");
		if (strncmp(config, key, n) == 0 && config[n] == ':' &&
		    config[n + 1] == ' ')
			return dt_arena_copy_n(arena, config + n + 2,
			    line - n - 2);
		config += line + (config[line] == '\n');
	}
	return NULL;
}
