/*
 * audit_internal: what the parts of the audit share.
 *
 * audit.c             the file, its experiments
 * audit_fault.c       faults, and what else every part does
 * audit_experiment.c  a row of the table experiment, compiled again
 * audit_imported.c    one whose moves came from a file
 * audit_setting.c     its settings, made again
 * audit_count.c       what is kept beside its rounds, counted again
 * audit_log.c         the log, by public keys
 * audit_signers.c     who signs, and whether their keys are simulated
 * audit_statute.c     who must be registered, ratify and sign each epoch
 * audit_batch.c       many signatures by several threads
 * audit_round.c       what entries mean together: commit, open, find, pledge
 * audit_replay.c      every run played again, the rows compared
 * audit_runs.c        which runs there should be
 * audit_record.c      moves of programs from outside, from the stored rounds
 * audit_rows.c        the stored rows of a run, and how they differ
 * audit_again.c       a simulated log made again, and compared
 * audit_says.c        any other log: what it says and what was played
 * audit_class.c       a class: who sat where, whose each choice was
 * audit_class_rows.c  ... and whether its rows fit together
 * audit_cosigned.c    what witnesses have cosigned
 * audit_sweep.c       sweeps, made again from their records
 * audit_cells.c       the rows of their cells
 * audit_cover.c       which rows were held against something, which not
 */
#ifndef DT_AUDIT_INTERNAL_H
#define DT_AUDIT_INTERNAL_H

#include "audit/audit.h"
#include "catalogue/experiment.h"
#include "play/roster.h"
#include "proof/merkle.h"
#include "store/store_scan.h"

/* The end of an epoch as the log and the table checkpoint have it. */
struct dt_audit_epoch {
	int64_t first_run, last_run, size;
	const char *digest, *note;      /* as stored */
	bool headed;                    /* the note is the log's, of: */
	struct dt_merkle_hash root;
	bool has_digest;                /* the referee has signed one: */
	unsigned char signed_digest[DT_HASH_BYTES];
	struct dt_merkle_hash *roots;   /* by agent, signed; in the arena; NULL
	                                 * where there are none */
	uint64_t signed_roots;          /* by whom: agents as bits */
};

/* An entry as stored, and what was found of it. Words of entry point into
 * the batch's texts. */
struct dt_audit_item {
	int64_t leaf, run, round, signer;
	char kind[16];
	size_t at, size;
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_entry entry;
	enum dt_verdict verdict;
	char why[200];
};

enum { DT_AUDIT_BATCH = 2048 };

struct dt_audit_batch {
	struct dt_text texts;
	size_t n;
	struct dt_audit_item items[DT_AUDIT_BATCH];
};

/* What the entries of one round have said so far, by row of the registry. */
enum { DT_AUDIT_SEATS = 1024 + DT_ROSTER_OFFICERS };      /* a class has
	                                 * more who sign than agents */
struct dt_audit_round {
	uint64_t run, round;
	bool opening;                   /* an opening was seen */
	bool committed[DT_AUDIT_SEATS], opened[DT_AUDIT_SEATS];
	unsigned char hash[DT_AUDIT_SEATS][DT_HASH_BYTES];
	bool race[DT_AUDIT_SEATS];      /* declared */
	struct dt_text pledges;         /* of the run, one behind another */
	size_t n_pledges;
	struct dt_audit_pledge {
		size_t at, size;
		int64_t leaf;
		uint64_t round;
		unsigned char signature[DT_SIGN_BYTES];
	} pledge[DT_AUDIT_SEATS];
};

/* Whose each move was, of an experiment that a class played; in the arena. */
struct dt_audit_class {
	bool is;
	int64_t block;
	struct dt_audit_class_seat {
		int64_t run, agent;
		const char *participant;
	} *seats;
	size_t n_seats;
	struct dt_audit_class_choice {
		int64_t run, round, agent;
		char source;            /* its first letter */
		const char *participant;
	} *choices;                     /* in the order of their keys */
	size_t n_choices;
	const char **people;
	size_t n_people;
};

struct dt_audit {
	const struct dt_audit_request *request;
	struct dt_audit_report *report;
	struct dt_store *store;
	struct dt_error *err;
	struct dt_arena arena;          /* of this experiment */
	struct dt_audit_experiment *now;        /* or NULL */
	struct dt_audit_sweep *sweep;           /* or NULL */
	struct dt_experiment experiment;
	struct dt_registry registry;
	struct dt_roster *roster;       /* simulated, of this experiment; owned */
	unsigned char treaty[DT_HASH_BYTES];    /* what must be ratified */
	uint64_t ratified;              /* agents as bits */
	bool rounds, ended;
	int64_t asked, stored;          /* runs, as the row has them */
	struct dt_audit_epoch *epochs;  /* owned */
	size_t n_epochs, next_epoch;
	struct dt_merkle tree;
	int64_t leaf;                   /* of the next entry */
	struct dt_audit_round round;
	struct dt_audit_class class;
	unsigned char class_digest[DT_HASH_BYTES];      /* of the file's class */
	int64_t done, all;              /* work */
};

/* Adds a fault; where fills all but the words. DT_OK, or DT_ENOMEM. */
enum dt_status dt_audit_fault(struct dt_audit *audit,
    const struct dt_audit_fault *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A status of reading the file: damage is a fault and *lost is set; the rest
 * is passed on. */
enum dt_status dt_audit_damage(struct dt_audit *audit,
    enum dt_status status, bool *lost);
/* Some work was done. DT_ESTOPPED. */
enum dt_status dt_audit_tick(struct dt_audit *audit, int64_t work);

/* Compiles and compares the experiment of a row; *plays: it can be played. */
enum dt_status dt_audit_experiment(struct dt_audit *audit,
    const struct dt_cell *row, bool *plays);

/* The rows of setting beside those that its configuration gives. */
enum dt_status dt_audit_settings(struct dt_audit *audit);

/* The rows of tally_code, pair and round_tally beside the rounds as stored. */
enum dt_status dt_audit_counts(struct dt_audit *audit);

/* One that is left to who asked: what it is called, and its rows counted. */
enum dt_status dt_audit_left(struct dt_audit *audit,
    const struct dt_cell *row);

/* What every experiment's row says of itself. */
enum dt_status dt_audit_describe(struct dt_audit *audit,
    const struct dt_cell *row);

/* audit_imported.c: of one whose moves came from a file. */
enum dt_status dt_audit_imported(struct dt_audit *audit,
    const struct dt_cell *row);

enum dt_status dt_audit_log(struct dt_audit *audit);
/* Verifies the entries of a batch by several threads. */
enum dt_status dt_audit_batch(struct dt_audit *audit,
    struct dt_audit_batch *batch);
/* The table of signers, and whether keys are real or simulated. */
enum dt_status dt_audit_signers(struct dt_audit *audit);
/* What an authentic entry means beside those before it; NULL: there are no
 * more. */
enum dt_status dt_audit_round(struct dt_audit *audit,
    const struct dt_audit_item *item, const char *text);
enum dt_status dt_audit_replay(struct dt_audit *audit);

/* audit_cosigned.c: of the experiment whose log was read. */
enum dt_status dt_audit_cosigned(struct dt_audit *audit);

/* audit_statute.c: what entries of no round must say beside the scenario and
 * the checkpoints; and, when the log was read, whether all are there. */
enum dt_status dt_audit_statute(struct dt_audit *audit,
    const struct dt_audit_item *item);
enum dt_status dt_audit_statutes(struct dt_audit *audit);
/* The agent of that name, or -1. */
int dt_audit_agent(const struct dt_audit *audit, struct dt_lines_word name);

/* audit_class.c: reads what people have beside their moves, before the log;
 * finds the agent for whom a signer signs in a run, or -1. */
enum dt_status dt_audit_class_read(struct dt_audit *audit);
int dt_audit_class_agent(const struct dt_audit *audit,
    struct dt_lines_word signer, int64_t run);
bool dt_audit_class_enrolled(const struct dt_audit *audit,
    const char *participant);
/* audit_class_rows.c: do they fit the rounds, and each other? */
enum dt_status dt_audit_class_rows(struct dt_audit *audit);

/* A row of the experiment was looked at. */
void dt_audit_cover(struct dt_audit *audit, enum dt_store_scan_what table,
    bool replayed, bool vouched);
/* Of an experiment that is not played: how many rows it has. */
enum dt_status dt_audit_cover_aside(struct dt_audit *audit);
/* All tables of the file; a row that nobody has looked at is a fault. */
enum dt_status dt_audit_cover_file(struct dt_audit *audit);

/* A scan of a table of this experiment. */
enum dt_status dt_audit_scan(struct dt_audit *audit,
    enum dt_store_scan_what what, struct dt_store_scan **scan);

#endif
