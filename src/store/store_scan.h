/*
 * store_scan: the rows of a table as they are stored, in the order of their
 * keys: what an audit reads. Pulled; a scan belongs to its store's thread.
 */
#ifndef DT_STORE_STORE_SCAN_H
#define DT_STORE_STORE_SCAN_H

#include "base/text.h"
#include "store/query.h"
#include "store/store.h"

/* What is scanned; its columns are listed in store_scan.c. */
enum dt_store_scan_what {
	DT_STORE_SCAN_EXPERIMENT,       /* all of them; key or run unused */
	DT_STORE_SCAN_AGENT,
	DT_STORE_SCAN_RUN, DT_STORE_SCAN_OUTCOME, DT_STORE_SCAN_ROUND,
	DT_STORE_SCAN_MOVE,
	DT_STORE_SCAN_SIGNER,
	DT_STORE_SCAN_ENTRY,
	DT_STORE_SCAN_CHECKPOINT,
	DT_STORE_SCAN_SETTING,          /* behind those that were there before:
	                                 * digests name tables by number */
	DT_STORE_SCAN_TALLY, DT_STORE_SCAN_PAIR, DT_STORE_SCAN_ROUND_TALLY,
	DT_STORE_SCAN_TALKS_TEXT, DT_STORE_SCAN_TALKS_PARTY,
	DT_STORE_SCAN_TALKS_WORTH, DT_STORE_SCAN_NEGOTIATION,
	DT_STORE_SCAN_NEGOTIATION_PARTY, DT_STORE_SCAN_TALKS_EVENT,
	DT_STORE_SCAN_CLASS_RUN, DT_STORE_SCAN_PARTICIPANT,
	DT_STORE_SCAN_SEAT, DT_STORE_SCAN_CHOICE, DT_STORE_SCAN_QUIZ_ANSWER,
	DT_STORE_SCAN_SUBJECT,
	DT_STORE_SCAN_RACE_RUN, DT_STORE_SCAN_RACE_OUTCOME,
	DT_STORE_SCAN_RACE_ROUND, DT_STORE_SCAN_RACE_LAB,
	DT_STORE_SCAN_OF_EXPERIMENTS,   /* so many; what follows is of sweeps */
	DT_STORE_SCAN_SWEEP = DT_STORE_SCAN_OF_EXPERIMENTS,
	DT_STORE_SCAN_AXIS, DT_STORE_SCAN_LEVEL,
	DT_STORE_SCAN_CELL, DT_STORE_SCAN_CELL_AXIS,
	DT_STORE_SCAN_CELL_OUTCOME,
	DT_STORE_SCANS
};

/* The engine of experiments that are talks: their runs are negotiations, and
 * the scenario under each text is a row of talks_text, its column: */
#define DT_STORE_TALKS "talks"
enum { DT_STORE_SCAN_TALKS_CONFIG = 10 };

/* Columns of the scan of experiments. */
enum dt_store_scan_experiment {
	DT_STORE_SCAN_ID, DT_STORE_SCAN_KEY, DT_STORE_SCAN_SCENARIO,
	DT_STORE_SCAN_TITLE, DT_STORE_SCAN_TREATY, DT_STORE_SCAN_PAYOFFS,
	DT_STORE_SCAN_CONFIG, DT_STORE_SCAN_CONFIG_SHA256,
	DT_STORE_SCAN_SEED, DT_STORE_SCAN_GENERATOR, DT_STORE_SCAN_ENGINE,
	DT_STORE_SCAN_DETAIL, DT_STORE_SCAN_EVIDENCE, DT_STORE_SCAN_COMMAND,
	DT_STORE_SCAN_VERSION, DT_STORE_SCAN_MODEL, DT_STORE_SCAN_LIBRARIES,
	DT_STORE_SCAN_ASKED, DT_STORE_SCAN_STORED, DT_STORE_SCAN_STARTED,
	DT_STORE_SCAN_ENDED, DT_STORE_SCAN_EXPERIMENT_COLUMNS
};

/* Columns of the scan of sweeps. */
enum dt_store_scan_sweep {
	DT_STORE_SCAN_SWEEP_ID, DT_STORE_SCAN_SWEEP_KEY,
	DT_STORE_SCAN_SWEEP_NAME, DT_STORE_SCAN_SWEEP_TITLE,
	DT_STORE_SCAN_SWEEP_SCENARIO, DT_STORE_SCAN_SWEEP_CONFIG,
	DT_STORE_SCAN_SWEEP_BASE, DT_STORE_SCAN_SWEEP_SEED,
	DT_STORE_SCAN_SWEEP_GENERATOR, DT_STORE_SCAN_SWEEP_ENGINE,
	DT_STORE_SCAN_SWEEP_COMMAND, DT_STORE_SCAN_SWEEP_VERSION,
	DT_STORE_SCAN_SWEEP_MODEL, DT_STORE_SCAN_SWEEP_LIBRARIES,
	DT_STORE_SCAN_SWEEP_RUNS, DT_STORE_SCAN_SWEEP_CELLS,
	DT_STORE_SCAN_SWEEP_STARTED, DT_STORE_SCAN_SWEEP_ENDED
};

enum { DT_STORE_SCAN_CELLS = 40 };      /* columns of any scan, at most */

/* Which rows: of one experiment or sweep, and for what has a run, of these
 * runs. */
struct dt_store_scan_range {
	int64_t experiment;             /* or sweep; 0: of all */
	int64_t first_run, last_run;    /* both 0: all */
};

struct dt_store_scan;

/* The name of the table, and of a column (NULL behind the last). */
const char *dt_store_scan_table(enum dt_store_scan_what what);
const char *dt_store_scan_column(enum dt_store_scan_what what,
    size_t column);
enum dt_cell_type dt_store_scan_type(enum dt_store_scan_what what,
    size_t column);

/* Whether NULL may stand there. */
bool dt_store_scan_may_lack(enum dt_store_scan_what what, size_t column);

enum dt_status dt_store_scan_open(struct dt_store_scan **scan,
    struct dt_store *store, enum dt_store_scan_what what,
    const struct dt_store_scan_range *range, struct dt_error *err);

/* The next row, or NULL after the last. DT_ESTORE names a cell that has not
 * the type of its column, or a text with a NUL in it: somebody wrote there
 * who is not us. Texts are valid until the next call. */
enum dt_status dt_store_scan_next(struct dt_store_scan *scan,
    const struct dt_cell **row, struct dt_error *err);

void dt_store_scan_close(struct dt_store_scan *scan);

/* How many rows of runs and entries the file has. */
enum dt_status dt_store_scan_count(struct dt_store *store, int64_t *rows,
    struct dt_error *err);

/*
 * Is the file as SQLite and this program make it? Adds a line for each thing
 * that is not: pages and indices (integrity_check), and tables, views,
 * indices and documentation beside those of schema.sql.
 */
enum dt_status dt_store_scan_check(struct dt_store *store,
    struct dt_text *complaints, struct dt_error *err);

/* Adds a line for the rows, table by table, that belong to an experiment, a
 * sweep, a solution or any other row that is not in the file. */
enum dt_status dt_store_scan_orphans(struct dt_store *store,
    struct dt_text *complaints, struct dt_error *err);

/* How many rows a table of the file has, of an experiment or (0) of all;
 * DT_ESTORE: there is no such table. */
enum dt_status dt_store_scan_rows(struct dt_store *store, const char *table,
    int64_t experiment, int64_t *rows, struct dt_error *err);

#endif
