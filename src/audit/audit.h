/*
 * audit: is a database what was played, and who said what in it?
 *
 * Needs the file alone, may be given it read-only or by a stranger, and uses
 * public keys only for who said what. In this order:
 *
 *   the file     pages, tables, views and documentation are as shipped
 *   experiment   the configuration compiles and has the hash, the key and the
 *                agents that are stored
 *   the log      every entry is canonical, by a registered signer, strictly
 *                verified; commitments and openings, findings, pledges fit;
 *                each checkpoint is signed and is the root of its entries
 *   the rows     each run is played again from configuration and seed; every
 *                row is compared, and the digest that the referee signed is
 *                recomputed from the rows stored
 *   again        where keys are simulated, the whole log is made again
 *
 * Two answers are kept apart. *Authentic*: the faults; none means that those
 * who signed said this and that what is stored was played. *Compliant*: what
 * monitoring found; signatures say nothing about it.
 */
#ifndef DT_AUDIT_H
#define DT_AUDIT_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/status.h"
#include "play/seal.h"
#include "proof/cosigned.h"
#include "proof/pins.h"
#include "store/store_scan.h"

enum { DT_AUDIT_FAULTS_MOST = 50 };     /* that are told; all are counted */

/* What does not hold, and where; numbers are 0 where there is none. */
struct dt_audit_fault {
	const char *table, *column;     /* or NULL */
	int64_t experiment, run, round, agent, leaf;    /* leaf -1: none */
	int64_t sweep, cell, solution;
	const char *words;
};

/* How much of a table was held against something. A row may be both. */
struct dt_audit_cover {
	int64_t rows;           /* that are there */
	int64_t replayed;       /* equal what was worked out again */
	int64_t vouched;        /* under a signature that was verified */
};

/* Whose the keys of a log are. */
enum dt_audit_keys {
	DT_AUDIT_UNSIGNED,      /* there is no log */
	DT_AUDIT_SIMULATED,     /* all follow from the seed in the file */
	DT_AUDIT_MIXED,
	DT_AUDIT_REAL,          /* none does */
};
extern const char *const dt_audit_keys_words[];

/* One experiment, told of in the report. */
struct dt_audit_experiment {
	int64_t id;
	const char *scenario, *treaty, *seed;
	enum dt_seal_level level;
	int64_t faults;
	bool played;                    /* again, and compared */
	const char *left;               /* its engine, if it is left to who
	                                 * asked and not looked at here */
	const char *imported;           /* the file that its moves came from;
	                                 * NULL: it was played */
	enum dt_audit_keys keys;
	int64_t signers, simulated;     /* registered; of these simulated */
	int64_t pinned;                 /* of these */
	bool ended;                     /* says that it is whole */
	int64_t asked;                  /* runs, as it says */
	int64_t missing;                /* of them, not there */
	int64_t sealed;                 /* last run under a checkpoint */
	int64_t closed_roots;           /* epochs' roots by real keys, which
	                                 * nothing in the file opens */
	struct dt_audit_cover cover[DT_STORE_SCAN_OF_EXPERIMENTS];
	int64_t runs, rows;             /* replayed and compared */
	bool class;                     /* people played it */
	int64_t recorded;               /* moves of programs from outside, taken
	                         * from the rounds that are stored */
	int64_t entries, checkpoints;   /* verified */
	int64_t commitments, openings, findings, withdrawals;
	int64_t unopened;               /* commitments that were never opened,
	                                 * and the referee says so */
	const char *unopened_at;        /* the first of them, in words; or
	                                 * NULL */
	int64_t batched;                /* commitments under epochs' roots */
	int64_t halts;                  /* that became binding */
	int64_t first_halt;             /* leaf at which the first one did */
	int64_t refuted;                /* declarations that a finding denies */
	int64_t breaches, found, missed, wrong, lies;   /* see dt_tally */
	const char *origin, *root;      /* of the last checkpoint; or NULL */
	struct dt_cosigned_seen *cosigned;      /* by whom; in the arena */
	size_t n_cosigned;
	int64_t version;                /* of the model that made it; 0: not
	                                 * known */
	int plays;                      /* the one that it is played by here; if
	                                 * another, only what the configuration
	                                 * gives was compared */
};

/* One sweep, told of in the report. */
struct dt_audit_sweep {
	int64_t id, faults;
	const char *name;
	bool played;                    /* made again, and compared */
	const char *why;                /* else why not */
	bool older;                     /* made by an older model version, whose
	                                 * key it has; cells that this program
	                                 * plays otherwise are not compared */
	bool ended;
	int64_t cells;                  /* that it has */
	int64_t stored, checked;        /* there; answered again */
	int64_t others;                 /* of another model version: not */
	struct dt_audit_cover cover[DT_STORE_SCANS -
	    DT_STORE_SCAN_OF_EXPERIMENTS];
};

/* A table of the file, all experiments together. */
struct dt_audit_table {
	const char *name;
	struct dt_audit_cover cover;
};
/* those that are scanned, those of solutions, and those of documents */
enum { DT_AUDIT_TABLES = DT_STORE_SCANS + 4 };

struct dt_audit_request {
	int threads;
	const struct dt_catalogue *catalogue;   /* for files that axes of
	                                 * sweeps name, and its arena; NULL:
	                                 * sweeps are not looked at */
	int64_t sample;                 /* so many cells of each sweep; 0: all */
	uint64_t sample_seed;           /* not to be known beforehand */
	const struct dt_pins *pins;     /* whose keys are expected; NULL: not
	                                 * known */
	struct dt_cosigned_list *cosigned;      /* what witnesses cosigned;
	                                 * NULL: nothing was kept */
	bool quick;                     /* only what takes no long work:
	                                 * configurations with their keys,
	                                 * agents and settings, sampled cells;
	                                 * no page, log, row of a run or count
	                                 * is looked at */
	const char *const *leave;       /* experiments of these engines are
	                                 * left to who asks, NULL-terminated;
	                                 * NULL: none is */
	bool newcomers;                 /* whom no pin names is taken as he is:
	                                 * trust on first use */
	void (*tick)(void *to, int64_t done, int64_t all);      /* or NULL */
	void *to;
	const atomic_bool *stop;        /* looked at now and then; or NULL */
};

struct dt_audit_report {
	struct dt_arena arena;
	int64_t faults;                 /* found; 0: authentic */
	size_t n;                       /* kept */
	struct dt_audit_fault fault[DT_AUDIT_FAULTS_MOST];
	int64_t set_aside;              /* experiments of another model's
	                                 * version or imported, and sweeps that cannot be
	                                 * made again: authentic or not is not
	                                 * shown */
	struct dt_audit_experiment *experiments;        /* owned */
	size_t n_experiments;
	int64_t id_gaps;                /* numbers of experiments that are not
	                                 * there, below the last */
	size_t n_tables;
	struct dt_audit_table tables[DT_AUDIT_TABLES];
	size_t n_identities;
	struct dt_audit_identity {
		const char *agent, *vkey;
	} *identities;                  /* owned; that were registered, each
	                                 * once */
	struct dt_audit_sweep *sweeps;  /* owned */
	size_t n_sweeps;
	struct dt_audit_elsewhere {
		const char *witness, *log;
	} *elsewhere;                   /* in the arena; cosigned, but not of
	                                 * a log that is in the file; nothing
	                                 * of it was checked */
	size_t n_elsewhere;
	int64_t solutions;              /* in the file; whether they are found
	                                 * again is for who asks (ask/
	                                 * solution_again.h), who fills: */
	int64_t solutions_again;        /* found again; 0: not audited */
	int64_t solution_cells;         /* compared */
	int64_t solutions_said;         /* pins and their withdrawals: what
	                         * people said, not to be found again */
	struct dt_audit_aside {
		int64_t solution;
		const char *why;
	} *solutions_aside;             /* owned; not found again, and why; of
	                                 * set_aside too */
	size_t n_solutions_aside;
};

/* What the report comes to. */
enum dt_audit_verdict {
	DT_AUDIT_AUTHENTIC,     /* no fault; all is covered or listed as not */
	DT_AUDIT_NOT,           /* a fault */
	DT_AUDIT_NOT_SHOWN,     /* something could not be looked at */
	DT_AUDIT_NOTHING,       /* the file has nothing to be authentic */
};
enum dt_audit_verdict dt_audit_verdict(const struct dt_audit_report *report);

/* For who goes on with it: a fault more; a solution that was not found again;
 * that this many rows of a table were found again. DT_OK, or DT_ENOMEM. */
enum dt_status dt_audit_add(struct dt_audit_report *report,
    const struct dt_audit_fault *fault, struct dt_error *err);
enum dt_status dt_audit_add_aside(struct dt_audit_report *report,
    int64_t solution, const char *why, struct dt_error *err);
/* When all logs were looked at: which records met none. */
enum dt_status dt_audit_elsewhere(struct dt_audit_report *report,
    const struct dt_cosigned_list *list, struct dt_error *err);
void dt_audit_add_cover(struct dt_audit_report *report, const char *table,
    int64_t replayed);

/* DT_OK whatever the answer is. DT_ESTORE: not our file; DT_EIO;
 * DT_ENOMEM; DT_ESTOPPED. Free the report in any case. */
enum dt_status dt_audit_file(const char *path,
    const struct dt_audit_request *request, struct dt_audit_report *report,
    struct dt_error *err);
void dt_audit_free(struct dt_audit_report *report);

#endif
