/*
 * store_internal: what the files of the store share among themselves.
 *
 * store.c             the life of a store: open, close
 * store_statement.c   its statements, prepared once
 * store_file.c        which file is this, and may we: a connection to it
 * store_own.c         whose a database is: held against our definitions
 * store_shape.c       ... at a glance, by their hash
 * store_make.c        a new file
 * store_replace.c     a new file, put in an old one's place
 * store_migrate.c     older versions of the tables, step by step
 * store_renew.c       an older file that is to be written: copied, migrated
 * store_read.c        a connection to read from, however old the file is
 * store_experiment.c  experiments and their agents, what is finished
 * store_setting.c     what a configuration says, key by key; store_setting.h
 * store_setting_rows.c  ... as rows
 * store_write.c       runs, outcomes and rounds into an open transaction
 * store_deepen.c      rounds for runs that are there
 * store_feed.c        many rows to SQLite by one statement
 * store_pack.c        packed rounds in place of rows; store_pack.h
 * store_pack_all.c    ... of a file that has rows; their tables, checked
 * store_count.c       what rounds come to; store_count.h
 * store_count_put.c   ... as rows
 * store_sweep.c       cells of sweeps; see store_sweep.h
 * store_solution.c    what solvers found, and what people said of it; see
 *                     store_solution.h
 * store_class.c       a class and its journal; see store_class.h
 * store_row.c         a row of any table that is scanned; see store_row.h; seats
 * store_evidence.c    signed texts; see store_evidence.h
 * store_scan.c        rows as they are stored, for the audit; store_scan.h
 * store_scan_check.c  pages and documentation as they are made
 * store_scan_orphan.c rows that belong to nothing
 * store_record.c      what agents got in all runs; see store_record.h
 * store_error.c       SQLite's error codes as words with a way out
 */
#ifndef DT_STORE_STORE_INTERNAL_H
#define DT_STORE_STORE_INTERNAL_H

#include <sqlite3.h>

#include "proof/hash.h"
#include "store/query.h"
#include "store/store.h"
#include "store/store_count.h"
#include "store/store_pack.h"
#include "store/store_scan.h"

/* 1 in a file that has the tables of solution.sql, else 0. */
#define DT_STORE_HAS_SOLUTIONS "SELECT count(*) FROM sqlite_schema WHERE" \
    " type = 'table' AND name = 'solution'"

enum {
	DT_STORE_TURNS = 2500,          /* looks at another writer's lock, of
	                                 * 12 ms: half a minute */
	DT_STORE_LONGEST = 32 << 20,    /* bytes of a row, and of a text in it */
};

enum dt_store_sql {
	DT_STORE_SQL_RUN, DT_STORE_SQL_OUTCOME, DT_STORE_SQL_AGENTS,
	DT_STORE_SQL_FEED_ROUND, DT_STORE_SQL_FEED_MOVE,
	DT_STORE_SQL_CELL, DT_STORE_SQL_CELL_AXIS, DT_STORE_SQL_CELL_OUTCOME,
	DT_STORE_SQL_SIGNER, DT_STORE_SQL_ENTRY, DT_STORE_SQL_CHECKPOINT,
	DT_STORE_SQL_SEAT,
	DT_STORE_SQLS
};

struct dt_store_feed;

struct dt_store {
	sqlite3 *db;            /* NULL until the file is made */
	char *path;             /* owned */
	char *target;           /* what `path` is to replace; else NULL */
	char *backup;           /* the file as it was, if it was migrated */
	enum dt_store_how how;
	bool made;              /* this store made the file `path` */
	int served;             /* store_file.c: holds the mark; -1: none */
	bool writing;           /* between begin and commit */
	int64_t experiment;     /* whose number of agents is known: */
	size_t agents;
	int64_t run, rounds;    /* the last run put; 0: none */
	int64_t round;          /* the last round put of it */
	sqlite3_stmt *sql[DT_STORE_SQLS];       /* prepared at first use */
	sqlite3_stmt *rows[DT_STORE_SCANS];     /* of store_row.c: the same */
	struct dt_store_feed *feed;             /* made at first use */
	struct dt_store_count *count;           /* the same */
	struct dt_store_pack *pack;             /* the same, where: */
	bool packs;             /* the open transaction is into packed
	                         * tables */
	bool pack_asked;        /* rounds are to be kept so */
};

/* store_error.c */

/* What went wrong in the last call on db (NULL: memory) as a status. */
enum dt_status dt_store_explain(const char *path, sqlite3 *db,
    struct dt_error *err);
/* The same for an error number of the system. */
enum dt_status dt_store_system(const char *path, int error,
    struct dt_error *err);

/* store_file.c */

enum dt_store_kind { DT_STORE_MISSING, DT_STORE_EMPTY, DT_STORE_FILE };

/* What lies at a path: DT_EIO if it is no file. */
enum dt_status dt_store_look(const char *path, enum dt_store_kind *kind,
    struct dt_error *err);
/* Whether a file may be made or written there. */
enum dt_status dt_store_writable(const char *path, enum dt_store_kind kind,
    struct dt_error *err);
/* Whether the path with the tail ("-wal") is a file that is not empty. */
bool dt_store_has_tail(const char *path, const char *tail);
/* Whether it is what a call left that was killed while it made the file: by its
 * journal, which is then used up, an empty one. */
bool dt_store_is_unmade(const char *path);
/* Closes a connection that wrote; of those that do so at once the last takes the
 * log away. */
void dt_store_disconnect(sqlite3 *db, const char *path);
/* Opens with SQLite's flags; *db is NULL after a failure. */
enum dt_status dt_store_connect(sqlite3 **db, const char *path, int flags,
    struct dt_error *err);
/* The same for a name as SQLite takes it; path is for what is said. */
enum dt_status dt_store_connect_name(sqlite3 **db, const char *path,
    const char *name, int flags, struct dt_error *err);
/* The first integer that a statement gives. */
enum dt_status dt_store_number(sqlite3 *db, const char *path,
    const char *sql, int64_t *number, struct dt_error *err);

/* DT_EIO, with who, where another process serves it. */
enum dt_status dt_store_not_served(const char *path, struct dt_error *err);

/* store_own.c */

/* Whose database it is: the version of its tables, 0 for an empty one;
 * DT_ESTORE where it is not ours, newer than this program, or defines anything
 * but what its version does, which is named. No row was read. */
enum dt_status dt_store_identify(sqlite3 *db, const char *path,
    int64_t *version, struct dt_error *err);
/* The same, to read; with `newer` one of a newer version will do that has all
 * that this one defines, letter for letter, and tables and views beside. */
enum dt_status dt_store_identify_read(sqlite3 *db, const char *path,
    bool newer, int64_t *version, struct dt_error *err);
/* A database in memory as a version makes it, to be closed by the caller also
 * after a failure; path is for what is said. */
enum dt_status dt_store_shipped(sqlite3 **db, const char *path,
    int64_t version, int parts, struct dt_error *err);
/* Which of the parts a file has that some lack; the rest of its tables
 * follow from its version. */
enum { DT_STORE_SOLUTIONS = 1, DT_STORE_PACKED = 2 };
enum dt_status dt_store_parts(sqlite3 *db, const char *path, int *parts,
    struct dt_error *err);

/* A file's definitions, by the name that none can hide. What has no SQL is an
 * index that a table's constraints make: SQLite reads no more of it than its
 * name, so what else is written there is looked at here, behind the tables, so
 * that one that is gone is named before its indices. */
#define DT_STORE_DEFINITIONS "SELECT name, type, tbl_name, sql," \
    " (sql IS NULL) || name AS place FROM main.sqlite_master ORDER BY place" \
    " COLLATE BINARY, type COLLATE BINARY"
enum { DT_STORE_DEFINITION_COLUMNS = 4, DT_STORE_PLACE = 4 };

/* store_shape.c */

/* What a file's definitions hash to; of far too many, the first of them. */
enum dt_status dt_store_shape(sqlite3 *db, const char *path,
    char hex[DT_HASH_HEX], struct dt_error *err);
/* Whether they are known to be those of this version with these parts; false
 * says nothing. */
enum dt_status dt_store_is_shipped(sqlite3 *db, const char *path, int parts,
    bool *is, struct dt_error *err);

/* SQL that fills query_doc and query_parameter. */
extern const char *const dt_store_queries;

/* store_statement.c */

enum dt_status dt_store_exec(struct dt_store *store, const char *sql,
    struct dt_error *err);
/* A statement of the store, prepared once. */
enum dt_status dt_store_statement(struct dt_store *store,
    enum dt_store_sql which, sqlite3_stmt **statement, struct dt_error *err);
/* Runs a bound statement that gives no rows, ready for the next binding. */
enum dt_status dt_store_step(struct dt_store *store, sqlite3_stmt *statement,
    struct dt_error *err);

/* Back to a file that is whole by itself, if nobody else has it open. */
enum dt_status dt_store_end_log(struct dt_store *store,
    struct dt_error *err);
void dt_store_finalize(struct dt_store *store);
/* From rollback journal to WAL, where the file system can. */
enum dt_status dt_store_write_ahead(struct dt_store *store,
    struct dt_error *err);

/* store_write.c */

/* Before another run is written: has the last one all its rounds, or none? */
enum dt_status dt_store_check_whole(struct dt_store *store,
    struct dt_error *err);

/* Ends a transaction that cannot be finished, and forgets its rows. */
void dt_store_rollback(struct dt_store *store);

/* All pages of a database, as they are; path is for what is said. */
enum dt_status dt_store_copy(sqlite3 *to, sqlite3 *from, const char *path,
    struct dt_error *err);

/* store_read.c */

/* Opens one of our databases to read, however its folder is and however old
 * its tables are. newer, if not NULL, lets one through that is newer and has all
 * that this version knows, and gets its version, or 0. */
enum dt_status dt_store_connect_read(sqlite3 **db, const char *path,
    int64_t *newer, struct dt_error *err);

/* store_make.c */

/* a and b in one block, for dt_memory_free; NULL: memory is out. */
char *dt_store_join(const char *a, const char *b);
/* Begins the transaction that registers something, in which a new file is
 * made; *fresh tells that to dt_store_leave, which commits it if the status
 * so far is DT_OK and undoes it else. */
enum dt_status dt_store_enter(struct dt_store *store, bool *fresh,
    struct dt_error *err);
enum dt_status dt_store_leave(struct dt_store *store, bool fresh,
    enum dt_status status, struct dt_error *err);

/* store_replace.c */

/* Makes ready to replace what lies at the path; refuses if it may not go. */
enum dt_status dt_store_replace(struct dt_store *store,
    enum dt_store_kind kind, struct dt_error *err);

/* store_migrate.c */

/* Brings tables of an older version to this one, in the transaction that db
 * is in; the caller rolls back what failed. DT_ESTORE says what does not
 * fit. */
enum dt_status dt_store_migrate(sqlite3 *db, const char *path,
    int64_t version, struct dt_error *err);

/* store_renew.c */

/* Migrates the file of a store that is to write, if it is still older; the
 * file as it was is then store->backup. */
enum dt_status dt_store_renew(struct dt_store *store, struct dt_error *err);

/* store_experiment.c */

/* Inside a transaction: finds the experiment by its key or inserts it with
 * its agents. */
enum dt_status dt_store_put_experiment(struct dt_store *store,
    const struct dt_store_experiment *experiment,
    const struct dt_store_agent *agents, size_t n, int64_t *id, bool *found,
    struct dt_error *err);
/* How many agents an experiment has; DT_EUSAGE if it is not there. */
enum dt_status dt_store_agents(struct dt_store *store, int64_t id,
    struct dt_error *err);

/* store_setting_rows.c */

/* Inside a transaction: the rows of setting of an experiment; of all that
 * there are. */
enum dt_status dt_store_put_settings(sqlite3 *db, const char *path,
    int64_t experiment, const char *config, struct dt_error *err);
enum dt_status dt_store_put_all_settings(sqlite3 *db, const char *path,
    struct dt_error *err);

/* store_feed.c */

/* Rooms for rows; registers their virtual tables with db. */
enum dt_status dt_store_feed_new(struct dt_store *store,
    struct dt_error *err);
void dt_store_feed_free(struct dt_store_feed *feed);
/* Forgets what is kept. */
void dt_store_feed_clear(struct dt_store_feed *feed);
/* A move as the schema has it: see move_code in schema.sql. */
int dt_store_feed_flags(const struct dt_store_move *move);
/* Keeps a round with its moves; writes what was kept when it is full. */
enum dt_status dt_store_feed_add(struct dt_store *store, int64_t round,
    const char *phase, const struct dt_store_move *moves, size_t n,
    struct dt_error *err);
/* Writes what is kept. */
enum dt_status dt_store_feed_flush(struct dt_store *store,
    struct dt_error *err);

/* store_scan.c */

/* A cell of the row that a statement stands on: `as` i an integer, n one or
 * NULL, r a real, q one or NULL, t text; false where the value is not of that type, or memory is out. A text
 * lives until the next step. */
bool dt_store_scan_cell(sqlite3_stmt *from, int column, char as,
    struct dt_cell *cell);

#endif
