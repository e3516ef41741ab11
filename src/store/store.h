/*
 * store: outcomes in a SQLite file that any SQLite tool opens.
 *
 * Knows rows, not games: the lab hands in numbers and words. One writer at a
 * time (BEGIN IMMEDIATE, busy timeout). While a writer has the file open it is
 * in WAL mode; dt_store_close leaves journal_mode=DELETE, so that a finished
 * file opens in a read-only folder. A transaction holds whole runs only: what
 * dt_store_commit has acknowledged survives a kill, the rest leaves no trace.
 * schema.sql is the documentation of the tables, and is inside every file.
 * A store belongs to one thread at a time.
 */
#ifndef DT_STORE_STORE_H
#define DT_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum {
	DT_STORE_APPLICATION = 0x44744e74,      /* "DtNt" */
	DT_STORE_VERSION = 5,                   /* user_version */
};

enum dt_store_how {
	DT_STORE_CREATE,        /* fails if a file is there that is not
	                         * empty */
	DT_STORE_REPLACE,       /* --force: writes beside the file, which
	                         * dt_store_settle then replaces */
	DT_STORE_APPEND,        /* creates or adds to it */
	DT_STORE_READ,          /* read only, also in a read-only folder */
};

struct dt_store;

/* What is registered from now on with detail "rounds" keeps them packed: a byte
 * a move, in tables that stand in the place of rows (packed.sql). A file keeps
 * all rounds alike: one that has none yet becomes packed, in one that is rounds
 * are packed anyway, and one that has rows refuses with DT_EUSAGE. */
void dt_store_keep_packed(struct dt_store *store);

/* One resolved configuration, as it is registered. Strings are borrowed; NULL
 * is stored as the empty text, which only some columns take. */
struct dt_store_experiment {
	const char *key;        /* hex SHA-256 of (config, seed, model version,
	                         * engine) */
	const char *scenario, *title, *treaty, *payoffs;
	const char *config;     /* the resolved scenario, YAML, re-runnable */
	const char *config_sha256;
	uint64_t seed;          /* stored as decimal text: SQLite has no u64 */
	const char *generator;  /* of random numbers */
	const char *engine;     /* "reference" or "lanes" */
	const char *detail;     /* "runs" or "rounds" */
	const char *evidence;   /* "none" (also NULL), "epoch" or "full" */
	const char *command;    /* reproduces it */
	const char *version;    /* of détente, with -dirty */
	int64_t model_version;
	const char *libraries;  /* "gsl 2.7.1, sqlite 3.40.1, ..." */
	int64_t runs;           /* asked for */
	const char *started_at; /* ISO 8601 UTC */
};

struct dt_store_agent {
	const char *name, *title, *kind, *host, *strategy, *status;
	double weight;
	bool signs;             /* named by the treaty and signs it */
};

struct dt_store_run {
	int64_t run;            /* from 1 */
	int64_t rounds;
	int64_t all_paused_rounds;      /* every agent executed PAUSE */
	int64_t in_force_rounds, suspended_rounds;
	int64_t entered_round;  /* 0: never in force; stored as NULL */
	int64_t ended_round;    /* the last with the treaty; 0: it outlived the
	                         * run; NULL */
	const char *ending;     /* none, response, sunset, lapse, ... a word */
	int64_t first_breach_round;     /* 0: none; NULL */
};

struct dt_store_outcome {       /* a run of one agent */
	int64_t rounds_paused;  /* executed */
	int64_t rounds_party;   /* rounds as a party of a treaty in force */
	int64_t rounds_bound;   /* those in which RACE was a breach */
	int64_t slips, stopped; /* slips made; races stopped by the host */
	int64_t breaches;
	int64_t findings_right; /* of the treaty, at a breach */
	int64_t findings_wrong; /* at a pause */
	int64_t breaches_missed;
	int64_t false_declarations;
	double payoff;          /* total over the run, all flows included */
	double fines, monitoring_cost;  /* subtracted in payoff; >= 0 */
	double transfers;       /* a part of payoff, signed as it entered */
};

struct dt_store_seat {          /* who sat there, of imported play */
	const char *subject, *session, *match;
};

struct dt_store_move {          /* a round of one agent */
	bool intended, executed, declared;      /* true: RACE */
	bool party, alarm, stopped;
	bool finding;           /* what the treaty responded to */
	bool bound;             /* a party for whom RACE was a breach */
	int64_t alarms_seen;    /* others this agent saw racing */
	double payoff, fine;    /* fine >= 0: subtracted in payoff */
};

/*
 * Opens. DT_EIO with the reason (read-only folder, full disk, a folder in the
 * place), DT_EUSAGE if the file exists and how is DT_STORE_CREATE, DT_ESTORE
 * if it is another program's database or from a newer version. A file of an
 * older version is read as if it were of this one; to be written, it is brought
 * to this one first (see dt_store_backup), or is left as it was.
 */
enum dt_status dt_store_open(struct dt_store **store, const char *path,
    enum dt_store_how how, struct dt_error *err);

/* The copy of the file that was made beside it when this store was opened to
 * write and its tables were of an older version, which they are no more: its
 * path, until the store is closed. NULL: nothing of the kind was done. */
const char *dt_store_backup(const struct dt_store *store);

/* Marks the file of an open store as served, until the store is closed or the
 * process ends: others may read it, and may not open it in any other way
 * (DT_EIO). DT_EIO: another process serves it; the store is to be closed. Once
 * a store, and after the file is made. */
enum dt_status dt_store_serve(struct dt_store *store, struct dt_error *err);

/* Puts a file that was opened as DT_STORE_REPLACE in the place of the old one,
 * which until then is as it was: when all is committed, as the last thing
 * before dt_store_close. Of no effect on others. Without it the new file stays
 * beside the old one, once something is registered in it. */
enum dt_status dt_store_settle(struct dt_store *store, struct dt_error *err);

/* The file that is written: its path, or that of the new one beside it; until
 * the store is closed. */
const char *dt_store_path(const struct dt_store *store);

/* Ends an open transaction by rollback, goes back to journal_mode=DELETE,
 * frees. NULL is fine. DT_EIO if the file could not be finished. */
enum dt_status dt_store_close(struct dt_store *store, struct dt_error *err);

/*
 * Registers an experiment with its agents, in a transaction of its own, or
 * finds it by key. *id is its row, *found whether it was there already. With
 * found, the agents are not written again, and runs_asked only grows;
 * DT_EUSAGE if it was kept with another detail or evidence.
 */
enum dt_status dt_store_register(struct dt_store *store,
    const struct dt_store_experiment *experiment,
    const struct dt_store_agent *agents, size_t n, int64_t *id, bool *found,
    struct dt_error *err);

/* The seed of the experiment of that config_sha256, engine and model_version,
 * to go on with it: of the one that is not whole, or the only one; *found: is
 * there any? DT_EUSAGE: several, and their seeds. */
enum dt_status dt_store_seed(struct dt_store *store,
    const struct dt_store_experiment *experiment, uint64_t *seed,
    bool *found, struct dt_error *err);

/* Marks in done[0..runs-1] the runs (from 1) that the file has whole. */
enum dt_status dt_store_finished(struct dt_store *store, int64_t id,
    bool *done, int64_t runs, struct dt_error *err);

/* What is read until dt_store_let_go is of one moment, whatever another process
 * commits meanwhile. A store opened to read is so from its opening on. Not
 * together with dt_store_begin. */
enum dt_status dt_store_hold(struct dt_store *store, struct dt_error *err);
void dt_store_let_go(struct dt_store *store);

/*
 * A transaction takes any number of whole runs: put_run with the outcomes of
 * all agents, then, if rounds are kept, its rounds in ascending order. Rows
 * are gathered and written some thousand at a time, so a fault may show at a
 * later put or at the commit. After any failure the transaction is lost, and
 * what was committed is kept: close, and go on later.
 * DT_EUSAGE names a number that is not finite or does not fit.
 */
enum dt_status dt_store_begin(struct dt_store *store, struct dt_error *err);
enum dt_status dt_store_put_run(struct dt_store *store, int64_t id,
    const struct dt_store_run *run, const struct dt_store_outcome *outcomes,
    size_t n, struct dt_error *err);
/* Who sat in its n seats; NULL is stored as the empty text, which only a
 * session may be. After its run's put_run. */
enum dt_status dt_store_put_seats(struct dt_store *store, int64_t id,
    int64_t run, const struct dt_store_seat *seats, size_t n,
    struct dt_error *err);
/* One round with its n moves; phase is a word. After its run's put_run. */
enum dt_status dt_store_put_round(struct dt_store *store, int64_t id,
    int64_t run, int64_t round, const char *phase,
    const struct dt_store_move *moves, size_t n, struct dt_error *err);
enum dt_status dt_store_commit(struct dt_store *store, struct dt_error *err);

/*
 * Rounds for an experiment that was kept without: one transaction, which
 * dt_store_commit ends; each of its runs once, by dt_store_deepen_run, with its
 * rounds behind it. Whoever is killed leaves the file as it was.
 * DT_EUSAGE: it has its rounds, is signed as it is, or is still being played.
 */
enum dt_status dt_store_deepen(struct dt_store *store, int64_t id,
    struct dt_error *err);
enum dt_status dt_store_deepen_run(struct dt_store *store, int64_t id,
    int64_t run, int64_t rounds, struct dt_error *err);

/* Writes down that the experiment is whole: ended_at, and the runs it has.
 * One that had ended with as many runs keeps its time. */
enum dt_status dt_store_end(struct dt_store *store, int64_t id,
    const char *ended_at, struct dt_error *err);
/* ... without waiting for the disk: dt_store_close does that. */
enum dt_status dt_store_ended(struct dt_store *store, int64_t id,
    const char *ended_at, struct dt_error *err);

/* A copy of a database, of one moment, as one file that must not be there yet;
 * of an older version, as it is read: of this one. DT_EIO, or as dt_store_open
 * to read; then the copy may be there in part. */
enum dt_status dt_store_copy_file(const char *to, const char *from,
    struct dt_error *err);
/* The same without what says who the people of a class are: their names, the
 * messages of the room, and what they wrote in words; no byte of it is left. */
enum dt_status dt_store_copy_public(const char *to, const char *from,
    struct dt_error *err);

/* The version of SQLite in use, "3.40.1". */
const char *dt_store_sqlite_version(void);

#endif
