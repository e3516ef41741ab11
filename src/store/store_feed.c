/*
 * store_feed: many rows to SQLite by one statement.
 *
 * Rounds and moves are gathered in memory, and two virtual tables of this
 * connection show them to SQL, so that one INSERT ... SELECT writes thousands.
 * One INSERT a row opens a cursor, finds the table's end and binds a dozen
 * values each time; measured, that is more than half of the work.
 */
#include "store/store_internal.h"

#include <string.h>

#include "base/memory.h"

enum { MOVES = 4096, ROUNDS = 2048, PHASE = 32 };

struct feed_round {
	int64_t experiment, run, round;
	char phase[PHASE];
};

struct feed_move {
	uint32_t round;         /* index of its feed_round */
	uint32_t agent;
	struct dt_store_move move;
};

struct dt_store_feed {
	size_t rounds, moves, room;     /* kept; room for moves */
	struct feed_round round[ROUNDS];
	struct feed_move move[];
};

/* One virtual table: what its rows are. */
struct source {
	const char *declare;
	size_t (*size)(const struct dt_store_feed *feed);
	void (*column)(sqlite3_context *context,
	    const struct dt_store_feed *feed, size_t row, int column);
};

struct table {
	sqlite3_vtab base;
	const struct source *source;
	struct dt_store *store;
};

struct cursor {
	sqlite3_vtab_cursor base;
	size_t row;
};

static size_t
count_rounds(const struct dt_store_feed *feed)
{
	return feed->rounds;
}

static void
round_column(sqlite3_context *context, const struct dt_store_feed *feed,
    size_t row, int column)
{
	const struct feed_round *r = &feed->round[row];
	switch (column) {
	case 0: sqlite3_result_int64(context, r->experiment); break;
	case 1: sqlite3_result_int64(context, r->run); break;
	case 2: sqlite3_result_int64(context, r->round); break;
	default: sqlite3_result_text(context, r->phase, -1, SQLITE_STATIC);
	}
}

static size_t
count_moves(const struct dt_store_feed *feed)
{
	return feed->moves;
}

int
dt_store_feed_flags(const struct dt_store_move *m)
{
	return m->intended | m->executed << 1 | m->declared << 2 |
	    m->party << 3 | m->alarm << 4 | m->stopped << 5 |
	    m->finding << 6 | m->bound << 7;
}

static void
move_column(sqlite3_context *context, const struct dt_store_feed *feed,
    size_t row, int column)
{
	const struct feed_move *f = &feed->move[row];
	const struct dt_store_move *m = &f->move;
	switch (column) {
	case 3: sqlite3_result_int(context, (int)f->agent); break;
	case 4: sqlite3_result_int(context, dt_store_feed_flags(m)); break;
	case 5: sqlite3_result_int64(context, m->alarms_seen); break;
	/* + 0.0 turns -0 into 0, so that equal values are equal bytes */
	case 6: sqlite3_result_double(context, m->payoff + 0.0); break;
	case 7: sqlite3_result_double(context, m->fine + 0.0); break;
	default: round_column(context, feed, f->round, column);
	}
}

static const struct source rounds = {
	.declare = "CREATE TABLE x (experiment_id, run, round, phase)",
	.size = count_rounds, .column = round_column,
};

static const struct source moves = {
	.declare = "CREATE TABLE x (experiment_id, run, round, agent,"
	    " flags, alarms_seen, payoff, fine)",
	.size = count_moves, .column = move_column,
};

static int
connect(sqlite3 *db, const struct source *source, struct dt_store *store,
    sqlite3_vtab **vtab)
{
	struct table *table = dt_memory_new(1, sizeof(*table));
	if (table == NULL)
		return SQLITE_NOMEM;
	int code = sqlite3_declare_vtab(db, source->declare);
	if (code != SQLITE_OK) {
		dt_memory_free(table);
		return code;
	}
	table->source = source;
	table->store = store;
	*vtab = &table->base;
	return SQLITE_OK;
}

static int
connect_rounds(sqlite3 *db, void *store, int argc, const char *const *argv,
    sqlite3_vtab **vtab, char **error)
{
	(void)argc, (void)argv, (void)error;
	return connect(db, &rounds, store, vtab);
}

static int
connect_moves(sqlite3 *db, void *store, int argc, const char *const *argv,
    sqlite3_vtab **vtab, char **error)
{
	(void)argc, (void)argv, (void)error;
	return connect(db, &moves, store, vtab);
}

static int
disconnect(sqlite3_vtab *vtab)
{
	dt_memory_free(vtab);
	return SQLITE_OK;
}

static int
best_index(sqlite3_vtab *vtab, sqlite3_index_info *info)
{
	(void)vtab, (void)info;
	return SQLITE_OK;
}

static int
open_cursor(sqlite3_vtab *vtab, sqlite3_vtab_cursor **cursor)
{
	(void)vtab;
	struct cursor *c = dt_memory_new(1, sizeof(*c));
	if (c == NULL)
		return SQLITE_NOMEM;
	*cursor = &c->base;
	return SQLITE_OK;
}

static int
close_cursor(sqlite3_vtab_cursor *cursor)
{
	dt_memory_free(cursor);
	return SQLITE_OK;
}

static int
filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
    sqlite3_value **argv)
{
	(void)number, (void)text, (void)argc, (void)argv;
	((struct cursor *)cursor)->row = 0;
	return SQLITE_OK;
}

static int
next(sqlite3_vtab_cursor *cursor)
{
	((struct cursor *)cursor)->row++;
	return SQLITE_OK;
}

static int
eof(sqlite3_vtab_cursor *cursor)
{
	const struct table *t = (const struct table *)cursor->pVtab;
	return ((struct cursor *)cursor)->row >=
	    t->source->size(t->store->feed);
}

static int
column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int number)
{
	const struct table *t = (const struct table *)cursor->pVtab;
	t->source->column(context, t->store->feed,
	    ((struct cursor *)cursor)->row, number);
	return SQLITE_OK;
}

static int
row_id(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
	*id = (sqlite3_int64)((struct cursor *)cursor)->row;
	return SQLITE_OK;
}

/* xCreate stays NULL: the tables exist for whoever names them, and cannot be
 * made in a file. */
#define MODULE(connecting) { .xConnect = (connecting), \
	.xBestIndex = best_index, .xDisconnect = disconnect, \
	.xOpen = open_cursor, .xClose = close_cursor, .xFilter = filter, \
	.xNext = next, .xEof = eof, .xColumn = column, .xRowid = row_id }

static const sqlite3_module round_module = MODULE(connect_rounds);
static const sqlite3_module move_module = MODULE(connect_moves);

enum dt_status
dt_store_feed_new(struct dt_store *store, struct dt_error *err)
{
	size_t room = store->agents > MOVES ? store->agents : MOVES;
	store->feed = dt_memory_new(1, sizeof(*store->feed) +
	    room * sizeof(store->feed->move[0]));
	if (store->feed == NULL)
		return dt_status_no_memory(err);
	store->feed->room = room;
	if (sqlite3_create_module(store->db, "dt_feed_round", &round_module,
	    store) != SQLITE_OK ||
	    sqlite3_create_module(store->db, "dt_feed_move", &move_module,
	    store) != SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	return DT_OK;
}

void
dt_store_feed_free(struct dt_store_feed *feed)
{
	dt_memory_free(feed);
}

void
dt_store_feed_clear(struct dt_store_feed *feed)
{
	if (feed != NULL)
		feed->rounds = feed->moves = 0;
}

static enum dt_status
write_rows(struct dt_store *store, enum dt_store_sql which,
    struct dt_error *err)
{
	sqlite3_stmt *statement = NULL;
	enum dt_status status = dt_store_statement(store, which, &statement,
	    err);
	return status ? status : dt_store_step(store, statement, err);
}

enum dt_status
dt_store_feed_flush(struct dt_store *store, struct dt_error *err)
{
	if (store->feed == NULL || store->feed->rounds == 0)
		return DT_OK;
	enum dt_status status = write_rows(store, DT_STORE_SQL_FEED_ROUND,
	    err);
	if (status == DT_OK)
		status = write_rows(store, DT_STORE_SQL_FEED_MOVE, err);
	dt_store_feed_clear(store->feed);
	return status;
}

enum dt_status
dt_store_feed_add(struct dt_store *store, int64_t round, const char *phase,
    const struct dt_store_move *moves_of_round, size_t n,
    struct dt_error *err)
{
	size_t length = strlen(phase);
	if (length >= PHASE)
		return dt_status_fail(err, DT_EUSAGE, "%s: phase '%s' is more "
		    "than a word", store->path, phase);
	enum dt_status status = store->feed ? DT_OK :
	    dt_store_feed_new(store, err);
	if (status)
		return status;
	struct dt_store_feed *feed = store->feed;
	if (feed->rounds == ROUNDS || feed->room - feed->moves < n)
		status = dt_store_feed_flush(store, err);
	if (status)
		return status;
	struct feed_round *r = &feed->round[feed->rounds];
	*r = (struct feed_round){ store->experiment, store->run, round, "" };
	memcpy(r->phase, phase, length);
	for (size_t i = 0; i < n; i++)
		feed->move[feed->moves++] = (struct feed_move){
			(uint32_t)feed->rounds, (uint32_t)i + 1,
			moves_of_round[i] };
	feed->rounds++;
	return DT_OK;
}
