/* solution_record: see solution_record.h. */
#include "ask/solution_record.h"

#include <string.h>

#include "engine/model.h"
#include "store/store_solution.h"

static const char *const kinds[] = {
	[DT_SOLUTION_NOTHING] = "nothing", [DT_SOLUTION_NUMBER] = "number",
	[DT_SOLUTION_WHOLE] = "whole", [DT_SOLUTION_TEXT] = "text",
	[DT_SOLUTION_EXACT] = "exact",
};

static void
hash(const char *text, size_t size, char hex[DT_HASH_HEX])
{
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(text, size, digest);
	dt_hash_hex(digest, hex);
}

/* Each part ends in a NUL, so that no two lists of parts are one text. */
bool
dt_solution_record_key(const char *const parts[5], char hex[DT_HASH_HEX])
{
	struct dt_text text = { 0 };
	for (size_t i = 0; i < 5; i++)
		dt_text_add_n(&text, parts[i], strlen(parts[i]) + 1);
	bool whole = !text.failed;
	if (whole)
		hash(text.bytes, text.size, hex);
	dt_text_free(&text);
	return whole;
}

static size_t
count(const struct dt_solution *s)
{
	size_t n = 0;
	for (const struct dt_solution_table *t = s->tables; t; t = t->next)
		n += dt_solution_rows(t) * t->n_columns;
	return n;
}

static void
fill(const struct dt_solution *s, struct dt_store_solution_cell *cell)
{
	int64_t number = 0;
	for (const struct dt_solution_table *t = s->tables; t; t = t->next) {
		number++;
		for (size_t i = 0; i < dt_solution_rows(t) * t->n_columns;
		    i++, cell++) {
			size_t c = i % t->n_columns;
			*cell = (struct dt_store_solution_cell){
				.table = number, .table_name = t->name,
				.row = (int64_t)(i / t->n_columns) + 1,
				.column = (int64_t)c + 1,
				.column_name = t->columns[c].name,
				.unit = t->columns[c].unit,
				.kind = kinds[t->cells[i].kind],
				.number = t->cells[i].kind ==
				    DT_SOLUTION_NOTHING ? 0 :
				    t->cells[i].number,
				.text = t->cells[i].text,
			};
		}
	}
}

enum dt_status
dt_solution_record(struct dt_store *store, const struct dt_solution *s,
    const struct dt_record_provenance *p, bool *found, struct dt_error *err)
{
	char key[DT_HASH_HEX], config[DT_HASH_HEX], started[32];
	const char *const parts[] = { s->question, s->subject, s->method,
		s->config, p->command };
	size_t n = count(s);
	struct dt_store_solution_cell *cells = dt_arena_new(s->arena, n + 1,
	    sizeof(*cells));
	if (cells == NULL || !dt_solution_record_key(parts, key))
		return dt_status_no_memory(err);
	fill(s, cells);
	hash(s->config, strlen(s->config), config);
	struct dt_store_solution row = {
		.key = key, .question = s->question, .subject = s->subject,
		.method = s->method, .says = dt_text_string(&s->says),
		.config = s->config, .config_sha256 = config,
		.command = p->command, .version = p->version,
		.libraries = p->libraries,
		.started_at = dt_record_time(started),
		.model_version = DT_MODEL_VERSION,
		.tolerance = s->tolerance, .holds = !s->no,
	};
	return dt_store_solution_put(store, &row, cells, n, found, err);
}
