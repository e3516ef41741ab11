/*
 * store_statement: every statement that writes, as text, prepared at its first
 * use and kept until the store closes.
 */
#include "store/store_figure.h"
#include "store/store_internal.h"

#define MARK(...) ", ?"

static const char *const texts[DT_STORE_SQLS] = {
	[DT_STORE_SQL_RUN] = "INSERT INTO run (experiment_id, run, rounds,"
	    " all_paused_rounds, in_force_rounds, suspended_rounds,"
	    " entered_round, ended_round, first_breach_round, ending)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_OUTCOME] = "INSERT INTO outcome (experiment_id, run,"
	    " agent, rounds_paused, rounds_party, slips, stopped_races,"
	    " breaches, findings_right, findings_wrong, breaches_missed,"
	    " false_declarations, payoff_total, fines_total,"
	    " monitoring_total, transfers_total, rounds_bound)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_AGENTS] =
	    "SELECT count(*) FROM agent WHERE experiment_id = ?",
	[DT_STORE_SQL_FEED_ROUND] =
	    "INSERT INTO round SELECT * FROM dt_feed_round",
	[DT_STORE_SQL_FEED_MOVE] =
	    "INSERT INTO move_code SELECT * FROM dt_feed_move",
	/* figures as they come in schema.sql, whatever their names: a mark
	 * without a number has the next one after the largest */
	[DT_STORE_SQL_CELL] = "INSERT INTO cell VALUES (?6, ?7, ?1, ?2, ?3,"
	    " ?4, ?5" DT_FIGURE_GAMES(MARK) ")",
	[DT_STORE_SQL_CELL_AXIS] = "INSERT INTO cell_axis (sweep_id, cell,"
	    " axis, level) VALUES (?, ?, ?, ?)",
	[DT_STORE_SQL_CELL_OUTCOME] = "INSERT INTO cell_outcome VALUES (?3,"
	    " ?4, ?5, ?1, ?2" DT_FIGURE_AGENTS(MARK) ")",
	[DT_STORE_SQL_SIGNER] = "INSERT INTO signer (experiment_id, signer,"
	    " name, role, session_vkey, identity_vkey)"
	    " VALUES (?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_ENTRY] = "INSERT INTO entry (experiment_id, leaf, run,"
	    " round, signer, kind, signature, text)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_SEAT] = "INSERT INTO subject (experiment_id, run, agent,"
	    " subject, session, match) VALUES (?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_CHECKPOINT] = "INSERT INTO checkpoint (experiment_id,"
	    " epoch, first_run, last_run, size, digest, note)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)",
};

enum dt_status
dt_store_exec(struct dt_store *store, const char *sql, struct dt_error *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	return DT_OK;
}

enum dt_status
dt_store_statement(struct dt_store *store, enum dt_store_sql which,
    sqlite3_stmt **statement, struct dt_error *err)
{
	sqlite3_stmt **slot = &store->sql[which];
	if (*slot == NULL && sqlite3_prepare_v3(store->db, texts[which], -1,
	    SQLITE_PREPARE_PERSISTENT, slot, NULL) != SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	*statement = *slot;
	return DT_OK;
}

/* Rows were looked for before they are put: who has put them since is another
 * process, with the same work. */
static enum dt_status
refuse(struct dt_store *store, struct dt_error *err)
{
	int code = sqlite3_extended_errcode(store->db);
	if (code != SQLITE_CONSTRAINT_PRIMARYKEY &&
	    code != SQLITE_CONSTRAINT_UNIQUE &&
	    code != SQLITE_CONSTRAINT_ROWID)
		return dt_store_explain(store->path, store->db, err);
	return dt_status_fail(err, DT_EIO, "%s: another process does the same "
	    "work into it just now, and was first with a part: let it finish; "
	    "then --resume does what is missing, if anything is", store->path);
}

enum dt_status
dt_store_step(struct dt_store *store, sqlite3_stmt *statement,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (sqlite3_step(statement) != SQLITE_DONE)
		status = refuse(store, err);
	/* says again what the step said */
	(void)sqlite3_reset(statement);
	return status;
}

/* A file system without shared memory cannot have a WAL: the rollback journal
 * does too, if every commit is synced. */
enum dt_status
dt_store_write_ahead(struct dt_store *store, struct dt_error *err)
{
	int64_t wal = 0;
	(void)sqlite3_exec(store->db, "PRAGMA journal_mode=WAL", NULL, NULL,
	    NULL);
	enum dt_status status = dt_store_number(store->db, store->path,
	    "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &wal, err);
	if (status)
		return status;
	return dt_store_exec(store, wal ? "PRAGMA synchronous=NORMAL;"
	    "PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536" :
	    "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536", err);
}

/* Back to a file that is whole by itself. Somebody who still reads, or another
 * process that still writes, keeps the log; the last one to close ends it. */
enum dt_status
dt_store_end_log(struct dt_store *store, struct dt_error *err)
{
	enum dt_status status = dt_store_exec(store,
	    "PRAGMA synchronous=FULL; PRAGMA busy_timeout=100", err);
	if (status == DT_OK && sqlite3_exec(store->db,
	    "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) != SQLITE_OK &&
	    (sqlite3_errcode(store->db) & 0xff) != SQLITE_BUSY)
		return dt_store_explain(store->path, store->db, err);
	return status;
}

void
dt_store_finalize(struct dt_store *store)
{
	dt_store_count_free(store->count);
	store->count = NULL;
	dt_store_pack_free(store->pack);
	store->pack = NULL;
	for (size_t i = 0; i < DT_STORE_SQLS; i++) {
		sqlite3_finalize(store->sql[i]);
		store->sql[i] = NULL;
	}
	for (size_t i = 0; i < DT_STORE_SCANS; i++) {
		sqlite3_finalize(store->rows[i]);
		store->rows[i] = NULL;
	}
}
