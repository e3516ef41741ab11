/* store_pack_all: packed tables in the place of those with a row a round, rounds
 * that are there as rows, and what packed ones say that no round shows; see
 * store_pack.h. An audit holds the rounds themselves against a replay. */
#include "store/store_pack.h"

#include <string.h>

#include "base/memory.h"
#include "store/packed_sql.h"
#include "store/store_internal.h"

bool
dt_store_pack_has(const char *table)
{
	return strcmp(table, "packed_kind") == 0 || strcmp(table,
	    "packed_move") == 0 || strcmp(table, "packed_round") == 0;
}

enum dt_status
dt_store_pack_tables(sqlite3 *db, const char *path, struct dt_error *err)
{
	return sqlite3_exec(db, dt_packed_sql, NULL, NULL, NULL) ==
	    SQLITE_OK ? DT_OK : dt_store_explain(path, db, err);
}

void
dt_store_keep_packed(struct dt_store *store)
{
	store->pack_asked = true;
}

/* Talks have no rounds, whatever they say. */
static const char has_rows[] = "SELECT count(*) FROM experiment WHERE detail ="
    " 'rounds' AND engine <> 'talks'";

enum dt_status
dt_store_pack_begin(struct dt_store *store, struct dt_error *err)
{
	int64_t packed = 0, rows = 0;
	enum dt_status status = dt_store_number(store->db, store->path,
	    DT_STORE_HAS_PACKED, &packed, err);
	if (status == DT_OK && packed == 0)
		status = dt_store_number(store->db, store->path, has_rows,
		    &rows, err);
	if (status != DT_OK || packed > 0)
		return status;
	if (rows > 0)
		return dt_status_fail(err, DT_EUSAGE, "%s: keeps its rounds as "
		    "rows, and a file keeps all of them alike: pack it first, "
		    "by detente merge --detail packed NEW %s", store->path,
		    store->path);
	return dt_store_pack_tables(store->db, store->path, err);
}

/* ---- Rows that are there ---- */

enum { EXPERIMENT, RUN, ROUND, PHASE, AGENT, FLAGS, ALARMS, PAYOFF, FINE,
    AGENTS };

static const char walk_sql[] =
    "SELECT r.experiment_id, r.run, r.round, r.phase, m.agent, m.flags,"
    " m.alarms_seen, m.payoff, m.fine, (SELECT count(*) FROM agent AS a WHERE"
    " a.experiment_id = r.experiment_id) FROM temp.round AS r CROSS JOIN"
    " temp.move_code AS m USING (experiment_id, run, round) ORDER BY"
    " r.experiment_id, r.run, r.round, m.agent";

struct walk {
	struct dt_store_pack *pack;
	sqlite3_stmt *get;
	const char *path;
	int64_t experiment, run, round, agent, agents;  /* of the last row */
};

static int64_t
whole(const struct walk *w, int column)
{
	return sqlite3_column_int64(w->get, column);
}

/* Does this row follow on the last one: no round and no move is missing? */
static bool
follows(const struct walk *w, bool same_run)
{
	bool last = w->agent == w->agents;
	if (!same_run)
		return last && whole(w, ROUND) == 1 && whole(w, AGENT) == 1;
	return last ? whole(w, ROUND) == w->round + 1 && whole(w, AGENT) == 1 :
	    whole(w, ROUND) == w->round && whole(w, AGENT) == w->agent + 1;
}

static enum dt_status
refuse(const struct walk *w, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: run %lld of experiment "
	    "%lld: a round or a move of it is missing, or is there twice: it "
	    "cannot be packed", w->path, (long long)whole(w, RUN),
	    (long long)whole(w, EXPERIMENT));
}

static enum dt_status
take_move(struct walk *w, struct dt_error *err)
{
	bool same_run = whole(w, EXPERIMENT) == w->experiment &&
	    whole(w, RUN) == w->run;
	enum dt_status status = follows(w, same_run) ? DT_OK : refuse(w, err);
	w->experiment = whole(w, EXPERIMENT);
	w->run = whole(w, RUN);
	w->round = whole(w, ROUND);
	w->agent = whole(w, AGENT);
	w->agents = whole(w, AGENTS);
	if (status == DT_OK && !same_run)
		status = dt_store_pack_run(w->pack, w->experiment, w->run,
		    (size_t)w->agents, err);
	if (status == DT_OK && w->agent == 1)
		status = dt_store_pack_round(w->pack, (const char *)
		    sqlite3_column_text(w->get, PHASE), err);
	return status ? status : dt_store_pack_move(w->pack, w->agent,
	    (int)whole(w, FLAGS), whole(w, ALARMS),
	    sqlite3_column_double(w->get, PAYOFF),
	    sqlite3_column_double(w->get, FINE), err);
}

static enum dt_status
walk(struct walk *w, sqlite3 *db, struct dt_error *err)
{
	int code = SQLITE_DONE;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (code = sqlite3_step(w->get)) == SQLITE_ROW)
		status = take_move(w, err);
	if (status == DT_OK && code != SQLITE_DONE)
		return dt_store_explain(w->path, db, err);
	if (status == DT_OK && w->agent != w->agents)
		return refuse(w, err);
	return status ? status : dt_store_pack_end(w->pack, err);
}

enum dt_status
dt_store_pack_all(sqlite3 *db, const char *path, struct dt_error *err)
{
	struct walk w = { .path = path };
	enum dt_status status = dt_store_pack_new(&w.pack, db, path, err);
	if (status == DT_OK && sqlite3_prepare_v2(db, walk_sql, -1, &w.get,
	    NULL) != SQLITE_OK)
		status = dt_store_explain(path, db, err);
	if (status == DT_OK)
		status = walk(&w, db, err);
	sqlite3_finalize(w.get);
	dt_store_pack_free(w.pack);
	return status;
}

/* ---- What no round shows ---- */

struct checker {
	struct dt_store *store;
	struct dt_text *complaints;
	struct dt_error *err;
	int64_t experiment;     /* whose kinds these are: */
	unsigned char *kinds;   /* by code: what it is */
	size_t n, room;
};

/* What a kind is, and that a code was of it. */
enum { NONE = 0, OF_ROUND = 1, OF_MOVE = 2, USED = 4 };

static enum dt_status
explain(const struct checker *c)
{
	return dt_store_explain(c->store->path, c->store->db, c->err);
}

/* Calls take for each row of a statement; ?1 is the experiment. */
static enum dt_status
each(struct checker *c, const char *sql,
    enum dt_status (*take)(struct checker *c, sqlite3_stmt *row))
{
	sqlite3_stmt *s = NULL;
	enum dt_status status = DT_OK;
	int code = sqlite3_prepare_v2(c->store->db, sql, -1, &s, NULL);
	/* binding what the statement has not is no fault here */
	(void)sqlite3_bind_int64(s, 1, c->experiment);
	while (status == DT_OK && (code == SQLITE_OK || code == SQLITE_ROW)) {
		code = sqlite3_step(s);
		if (code == SQLITE_ROW)
			status = take(c, s);
	}
	if (status == DT_OK && code != SQLITE_DONE)
		status = explain(c);
	sqlite3_finalize(s);
	return status;
}

static enum dt_status
take_kind(struct checker *c, sqlite3_stmt *row)
{
	int64_t code = sqlite3_column_int64(row, 0) -
	    (c->experiment << DT_STORE_PACK_LOG);
	if (code != (int64_t)c->n || sqlite3_column_int(row, 2)) {
		dt_text_add(c->complaints, "packed_kind: of experiment %lld "
		    "the code %lld %s\n", (long long)c->experiment,
		    (long long)code, code != (int64_t)c->n ? "does not follow "
		    "on the one before it" : "is of a phase and of a move");
		return DT_OK;
	}
	if (!dt_memory_reserve(&c->kinds, &c->room, c->n + 1,
	    sizeof(*c->kinds)))
		return dt_status_no_memory(c->err);
	c->kinds[c->n++] = sqlite3_column_type(row, 1) == SQLITE_NULL ?
	    OF_MOVE : OF_ROUND;
	return DT_OK;
}

/* One row of packed_move: that its codes are there, and of the kind that its
 * agent says. */
static enum dt_status
take_row(struct checker *c, sqlite3_stmt *row)
{
	int64_t agent = sqlite3_column_int64(row, 1);
	int width = sqlite3_column_int(row, 3);
	const unsigned char *byte = sqlite3_column_blob(row, 4);
	int size = sqlite3_column_bytes(row, 4);
	int wanted = agent == 0 ? OF_ROUND : OF_MOVE;
	int64_t rounds = sqlite3_column_int64(row, 5);
	if (width < 1 || width > 3 || rounds < 1 || size % width != 0 ||
	    size / width != rounds) {
		dt_text_add(c->complaints, "packed_move: experiment %lld, run "
		    "%lld, agent %lld: has not %d bytes for each of its "
		    "rounds\n", (long long)c->experiment,
		    (long long)sqlite3_column_int64(row, 0),
		    (long long)agent, width);
		return DT_OK;
	}
	for (int k = 0; k < size; k += width) {
		size_t code = 0;
		for (int i = 0; i < width; i++)
			code = code << 8 | byte[k + i];
		if (code < c->n && c->kinds[code] & wanted) {
			c->kinds[code] |= USED;
			continue;
		}
		dt_text_add(c->complaints, "packed_move: experiment %lld, run "
		    "%lld, agent %lld, round %lld: the code %zu is of no %s\n",
		    (long long)c->experiment,
		    (long long)sqlite3_column_int64(row, 0), (long long)agent,
		    (long long)sqlite3_column_int64(row, 2) + k / width, code,
		    agent == 0 ? "phase" : "move");
		return DT_OK;
	}
	return DT_OK;
}

static enum dt_status
take_experiment(struct checker *c, sqlite3_stmt *row)
{
	c->experiment = sqlite3_column_int64(row, 0);
	c->n = 0;
	enum dt_status status = each(c, "SELECT kind, phase, phase IS NOT NULL"
	    " AND coalesce(flags, alarms_seen, payoff, fine) IS NOT NULL FROM"
	    " packed_kind WHERE experiment_id = ?1 ORDER BY kind", take_kind);
	if (status == DT_OK)
		status = each(c, "SELECT run, agent, first_round, width,"
		    " codes, last_round - first_round + 1 FROM packed_move WHERE experiment_id = ?1", take_row);
	for (size_t k = 0; k < c->n && status == DT_OK; k++)
		if (!(c->kinds[k] & USED))
			dt_text_add(c->complaints, "packed_kind: of experiment "
			    "%lld the code %zu is of no round\n",
			    (long long)c->experiment, k);
	return status;
}

static enum dt_status
take_numbers(struct checker *c, sqlite3_stmt *row)
{
	if (sqlite3_column_int(row, 0) == 0)
		dt_text_add(c->complaints, "packed_round: is not the numbers "
		    "from 1 to the latest round\n");
	return DT_OK;
}

enum dt_status
dt_store_pack_check(struct dt_store *store, struct dt_text *complaints,
    struct dt_error *err)
{
	struct checker c = { .store = store, .complaints = complaints,
	    .err = err };
	int64_t packed = 0;
	enum dt_status status = dt_store_number(store->db, store->path,
	    DT_STORE_HAS_PACKED, &packed, err);
	if (status != DT_OK || packed == 0)
		return status;
	status = each(&c, "SELECT experiment_id FROM packed_kind UNION SELECT"
	    " experiment_id FROM packed_move", take_experiment);
	if (status == DT_OK)
		status = each(&c, "SELECT count(*) = coalesce(max(round), 0)"
		    " AND coalesce(max(round), 0) = (SELECT"
		    " coalesce(max(last_round), 0) FROM packed_move) AND"
		    " coalesce(min(round), 1) = 1 FROM packed_round",
		    take_numbers);
	dt_memory_free(c.kinds);
	return status == DT_OK && complaints->failed ?
	    dt_status_no_memory(err) : status;
}
