/* store_pack_check: what packed tables say that no round shows; see
 * store_pack.h. An audit holds the rounds themselves against a replay. */
#include "store/store_pack.h"

#include "base/memory.h"
#include "store/store_internal.h"

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
