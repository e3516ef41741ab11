/*
 * talks_record: talks into a store, as an experiment by the engine `talks`:
 * its runs are negotiations, its configuration is the menu, resolved, with a
 * line of comment a text that names the text's own configuration.
 *
 * Whole negotiations are committed, with evidence whole epochs of them
 * (play/evidence.h); what was committed survives a kill. Talks that are in the
 * file already are gone on with.
 */
#ifndef DT_TALKS_RECORD_H
#define DT_TALKS_RECORD_H

#include "bargain/talks_seal.h"
#include "play/record.h"

extern const char dt_talks_record_engine[];     /* "talks" */
enum { DT_TALKS_RECORD_EPOCH = 64 };    /* negotiations, at most */

/* Talks as an experiment: who sits there, with configuration and key; the model
 * is the first text's, and all at the table are parties. In the arena. */
enum dt_status dt_talks_record_experiment(
    const struct dt_talks_setting *setting, int64_t runs,
    struct dt_arena *arena, struct dt_experiment *experiment,
    struct dt_error *err);

/* The experiment's row but for its times and command, and its agents'. */
struct dt_store_experiment dt_talks_record_row(
    const struct dt_talks_setting *setting,
    const struct dt_experiment *experiment);
void dt_talks_record_agents(const struct dt_talks_setting *setting,
    const struct dt_experiment *experiment, struct dt_store_agent *agents);

struct dt_talks_record {
	struct dt_store *store;
	const struct dt_talks_setting *setting;
	const struct dt_experiment *experiment;
	struct dt_talks_notary notary;
	struct dt_evidence *evidence;   /* owned; NULL: level none */
	struct dt_seal seal;            /* owned */
	int64_t id;
	int64_t there;          /* negotiations that the file had before */
	int64_t rows;           /* in the open transaction */
	bool open;
};

/* Registers them, and puts down what is on the table. The experiment and the
 * arena must outlive the record. DT_ESTORE: what the file has is not whole. */
enum dt_status dt_talks_record_begin(struct dt_talks_record *record,
    struct dt_store *store, const struct dt_talks_setting *setting,
    const struct dt_experiment *experiment,
    const struct dt_record_provenance *provenance, struct dt_arena *arena,
    struct dt_error *err);
/* The next negotiation, with its steps: as struct dt_negotiate_take has it. */
enum dt_status dt_talks_record_one(void *record, int64_t number,
    const struct dt_talks_outcome *outcome, struct dt_error *err);
/* All were put: commits what is waiting and writes that they are whole. */
enum dt_status dt_talks_record_end(struct dt_talks_record *record,
    struct dt_error *err);
void dt_talks_record_free(struct dt_talks_record *record);

/* The leaf of the rows of what is on the table. */
enum dt_status dt_talks_record_leaf(const struct dt_talks_setting *setting,
    struct dt_merkle_hash *leaf, struct dt_error *err);

#endif
