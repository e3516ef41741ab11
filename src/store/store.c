/*
 * store: see store.h. The life of a database file.
 *
 * Order: open, register, then any number of (begin, puts, commit), end, close.
 * The file is made by the first register, in the same transaction as the
 * experiment's rows: until then there is nothing to leave behind. A new file
 * that replaces another is made beside it and renamed over it.
 *
 * What survives what: a commit is in the log (WAL) when it returns, so it
 * survives the death of this process. Because synchronous is NORMAL, a power
 * cut may take the commits since the last checkpoint (16 MB of log), never
 * the file's sanity; dt_store_end and dt_store_close checkpoint and sync.
 *
 * Foreign keys are not enforced on this connection: a look-up for each of
 * millions of rows would cost more than the rows. The parents of every row
 * are checked here by construction, and the tests run foreign_key_check.
 */
#include "store/store.h"

#include "base/memory.h"
#include "store/store_internal.h"

static const char *const texts[DT_STORE_SQLS] = {
	[DT_STORE_SQL_RUN] = "INSERT INTO run (experiment_id, run, rounds,"
	    " all_paused_rounds, in_force_rounds, suspended_rounds,"
	    " entered_round, ended_round, first_breach_round, ending)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_OUTCOME] = "INSERT INTO outcome (experiment_id, run,"
	    " agent, rounds_paused, rounds_party, slips, stopped_races,"
	    " breaches, alarms_right, alarms_wrong, breaches_missed,"
	    " false_declarations, payoff_total, fines_total,"
	    " monitoring_total, transfers_total)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_AGENTS] =
	    "SELECT count(*) FROM agent WHERE experiment_id = ?",
	[DT_STORE_SQL_FEED_ROUND] =
	    "INSERT INTO round SELECT * FROM dt_feed_round",
	[DT_STORE_SQL_FEED_MOVE] =
	    "INSERT INTO move_code SELECT * FROM dt_feed_move",
	[DT_STORE_SQL_CELL] = "INSERT INTO cell (cell_key, config_sha256,"
	    " engine, sweep_id, cell, states, runs, pause_share,"
	    " pause_share_se, all_paused_share, all_paused_share_se,"
	    " payoff_per_round, payoff_per_round_se, in_force_share,"
	    " suspended_share, entered_share, mean_entered_round,"
	    " ended_share, mean_ended_round, breached_share,"
	    " mean_breached_round, rounds_per_run, breaches_per_run,"
	    " alarms_right_per_run, alarms_wrong_per_run, missed_per_run,"
	    " fines_per_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
	    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_CELL_AXIS] = "INSERT INTO cell_axis (sweep_id, cell,"
	    " axis, level) VALUES (?, ?, ?, ?)",
	[DT_STORE_SQL_CELL_OUTCOME] = "INSERT INTO cell_outcome (name,"
	    " strategy, sweep_id, cell, agent, pause_share, pause_share_se,"
	    " payoff_per_round, payoff_per_round_se, party_share,"
	    " breaches_per_run, alarms_right_per_run, alarms_wrong_per_run,"
	    " missed_per_run, false_declarations_per_run, slips_per_run,"
	    " stopped_per_run, fines_per_run, monitoring_per_run,"
	    " transfers_per_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
	    " ?, ?, ?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_SIGNER] = "INSERT INTO signer (experiment_id, signer,"
	    " name, role, session_vkey, identity_vkey)"
	    " VALUES (?, ?, ?, ?, ?, ?)",
	[DT_STORE_SQL_ENTRY] = "INSERT INTO entry (experiment_id, leaf, run,"
	    " round, signer, kind, signature, text)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
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

enum dt_status
dt_store_step(struct dt_store *store, sqlite3_stmt *statement,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (sqlite3_step(statement) != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	/* says again what the step said */
	(void)sqlite3_reset(statement);
	return status;
}

void
dt_store_rollback(struct dt_store *store)
{
	/* SQLite itself may have rolled back before */
	(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	dt_store_feed_clear(store->feed);
	store->writing = false;
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

void
dt_store_finalize(struct dt_store *store)
{
	for (size_t i = 0; i < DT_STORE_SQLS; i++) {
		sqlite3_finalize(store->sql[i]);
		store->sql[i] = NULL;
	}
}

static enum dt_status
open_old(struct dt_store *store, struct dt_error *err)
{
	bool empty = false;
	enum dt_status status = dt_store_connect(&store->db, store->path,
	    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_identify(store->db, store->path, &empty,
		    err);
	if (status == DT_OK && empty) {
		sqlite3_close(store->db);
		store->db = NULL;
		return DT_OK;
	}
	return status ? status : dt_store_write_ahead(store, err);
}

static enum dt_status
open_as(struct dt_store *store, enum dt_store_how how, struct dt_error *err)
{
	enum dt_store_kind kind = DT_STORE_MISSING;
	if (how == DT_STORE_READ)
		return dt_store_connect_read(&store->db, store->path, err);
	enum dt_status status = dt_store_look(store->path, &kind, err);
	if (status == DT_OK && how == DT_STORE_CREATE &&
	    kind != DT_STORE_MISSING)
		return dt_status_fail(err, DT_EUSAGE, "%s: exists: choose "
		    "another name, --resume to add to it, or --force to "
		    "replace it", store->path);
	if (status == DT_OK)
		status = dt_store_writable(store->path, kind, err);
	if (status == DT_OK && how == DT_STORE_REPLACE)
		return dt_store_replace(store, kind, err);
	if (status == DT_OK && kind == DT_STORE_FILE)
		return open_old(store, err);
	return status;
}

static void
release(struct dt_store *store)
{
	dt_store_finalize(store);
	sqlite3_close(store->db);
	dt_store_feed_free(store->feed);
	dt_memory_free(store->build);
	dt_memory_free(store->path);
	dt_memory_free(store);
}

enum dt_status
dt_store_open(struct dt_store **store, const char *path,
    enum dt_store_how how, struct dt_error *err)
{
	*store = NULL;
	struct dt_store *s = dt_memory_new(1, sizeof(*s));
	if (s == NULL)
		return dt_status_no_memory(err);
	s->how = how;
	s->path = dt_store_join(path, "");
	enum dt_status status = s->path ? open_as(s, how, err) :
	    dt_status_no_memory(err);
	if (status)
		release(s);
	else
		*store = s;
	return status;
}

/* Back to a file that is whole by itself. Somebody who still reads, or another
 * process that still writes, keeps the log; the last one to close ends it. */
static enum dt_status
finish(struct dt_store *store, struct dt_error *err)
{
	if (store->writing)
		dt_store_rollback(store);
	dt_store_finalize(store);
	enum dt_status status = dt_store_exec(store,
	    "PRAGMA synchronous=FULL; PRAGMA busy_timeout=100", err);
	if (status == DT_OK && sqlite3_exec(store->db,
	    "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) != SQLITE_OK &&
	    (sqlite3_errcode(store->db) & 0xff) != SQLITE_BUSY)
		return dt_store_explain(store->path, store->db, err);
	return status;
}

enum dt_status
dt_store_close(struct dt_store *store, struct dt_error *err)
{
	if (store == NULL)
		return DT_OK;
	enum dt_status status = DT_OK;
	if (store->db != NULL && store->how != DT_STORE_READ)
		status = finish(store, err);
	release(store);
	return status;
}

const char *
dt_store_sqlite_version(void)
{
	return sqlite3_libversion();
}
