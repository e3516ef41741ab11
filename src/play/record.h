/*
 * record: puts the runs of an experiment into a store.
 *
 * Whole runs are committed in batches, at the latest after a few thousand
 * rows; with evidence, by whole epochs (evidence.h), and then the runs must
 * come in order and with their seals. Owned by the caller, who calls
 * dt_record_free; frees nothing of the store's.
 */
#ifndef DT_RECORD_H
#define DT_RECORD_H

#include "play/evidence.h"
#include "play/play.h"
#include "store/store.h"

struct dt_record {
	struct dt_store *store;
	const struct dt_experiment *experiment;
	int64_t id;             /* of the experiment in the store */
	bool rounds;            /* the round tier too */
	struct dt_evidence *evidence;   /* owned; NULL: level none */
	bool found;             /* the experiment was there already */
	bool open;              /* a transaction is */
	int64_t rows;           /* in it */
	int64_t committed;      /* runs acknowledged */
	int64_t waiting;        /* runs in the open transaction */
};

/* What is written down besides the experiment itself. */
struct dt_record_provenance {
	const char *command;    /* that plays it again */
	const char *version, *libraries;
	enum dt_seal_level evidence;
	bool apart;             /* who calls writes what was signed */
};

/*
 * Registers the experiment. done, if not NULL, has room for a flag a run and
 * gets those that the store has already.
 */
enum dt_status dt_record_begin(struct dt_record *record,
    struct dt_store *store, const struct dt_experiment *experiment,
    const struct dt_record_provenance *provenance, bool rounds, bool *done,
    struct dt_error *err);

enum dt_status dt_record_run(struct dt_record *record,
    const struct dt_play_run *run, struct dt_error *err);

/* The rows of a run alone, into the store's open transaction. */
enum dt_status dt_record_put(struct dt_record *record,
    const struct dt_play_run *run, struct dt_error *err);

/* A round of a run of the record's experiment, whose row is there. */
enum dt_status dt_record_round(struct dt_record *record, int64_t run,
    const struct dt_tape_round *round, struct dt_error *err);

/* Commits what is waiting; with `whole`, writes that the experiment is.
 * Without, the runs of an epoch that has not ended are left uncommitted. */
enum dt_status dt_record_end(struct dt_record *record, bool whole,
    struct dt_error *err);

void dt_record_free(struct dt_record *record);

/* Now as ISO 8601 UTC, or the time of SOURCE_DATE_EPOCH, in the buffer. */
char *dt_record_time(char buffer[32]);

#endif
