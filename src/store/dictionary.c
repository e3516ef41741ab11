/* dictionary: see dictionary.h. */
#include "store/dictionary.h"

#include "store/store_internal.h"

static const char question[] = "SELECT s.name, s.type, p.name, d.unit,"
    " d.meaning, d.example FROM sqlite_schema AS s JOIN"
    " pragma_table_info(s.name) AS p JOIN schema_doc AS d ON d.table_name ="
    " s.name AND d.column_name = p.name WHERE s.type IN ('table', 'view')"
    " ORDER BY s.rowid, p.cid";

struct list {
	struct dt_arena *arena;
	struct dt_dictionary_column *columns;
	size_t n, room;
};

static bool
add(struct list *l, sqlite3_stmt *get)
{
	struct dt_dictionary_column *more = dt_arena_grow(l->arena,
	    l->columns, l->n, &l->room, sizeof(*more));
	if (more == NULL)
		return false;
	l->columns = more;
	struct dt_dictionary_column *c = &more[l->n++];
	const char **into[] = { &c->table, &c->kind, &c->column, &c->unit,
	    &c->meaning, &c->example };
	for (int i = 0; i < 6; i++) {
		const char *text =
		    (const char *)sqlite3_column_text(get, i);
		*into[i] = text == NULL ? NULL : dt_arena_copy(l->arena,
		    text);
		if (*into[i] == NULL)
			return false;
	}
	return true;
}

enum dt_status
dt_dictionary_read(struct dt_arena *arena,
    const struct dt_dictionary_column **columns, size_t *n,
    struct dt_error *err)
{
	struct list l = { .arena = arena };
	sqlite3 *db = NULL;
	sqlite3_stmt *get = NULL;
	int code = SQLITE_ROW;
	enum dt_status status = dt_store_shipped(&db, "the tables",
	    DT_STORE_VERSION, DT_STORE_SOLUTIONS, err);
	if (status == DT_OK && sqlite3_prepare_v2(db, question, -1, &get,
	    NULL) != SQLITE_OK)
		status = dt_store_explain("the tables", db, err);
	while (status == DT_OK && (code = sqlite3_step(get)) == SQLITE_ROW)
		if (!add(&l, get))
			status = dt_status_no_memory(err);
	if (status == DT_OK && code != SQLITE_DONE)
		status = dt_store_explain("the tables", db, err);
	sqlite3_finalize(get);
	sqlite3_close(db);
	*columns = l.columns;
	*n = l.n;
	return status;
}
