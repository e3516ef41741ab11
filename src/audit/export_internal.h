/* export_internal: what the parts of export share. For export*.c alone. */
#ifndef DT_EXPORT_INTERNAL_H
#define DT_EXPORT_INTERNAL_H

#include <stdio.h>

#include "audit/export.h"
#include "audit/stored_log.h"
#include "proof/entry.h"
#include "store/store_scan.h"

struct dt_export {
	struct dt_export_request *request;
	const char *root;               /* the folder of all */
	struct dt_store *store;
	struct dt_error *err;
	struct dt_arena arena;          /* of this experiment */
	int64_t id;
	const char *folder;
	struct dt_experiment experiment;
	struct dt_roster *roster;       /* simulated keys, for who has them */
	struct dt_stored_log log;
	struct dt_export_perjury {
		int64_t run, round;     /* the first; 0: none */
	} perjury[DT_AGENTS_MOST];      /* by agent of the scenario */
	bool simulated;                 /* some keys are */
	bool signs_findings;            /* evidence of level full */
	const char *checkpoint;         /* the last */
};

/* export_write.c: files in the folder, which must not be there yet. */
enum dt_status dt_export_write(struct dt_export *x, const char *name,
    const void *bytes, size_t size);
/* DT_EIO in the words of errno. */
enum dt_status dt_export_refuse(struct dt_export *x, const char *name);
/* Writes STEM TAIL and frees the text. */
enum dt_status dt_export_text(struct dt_export *x, const char *stem,
    const char *tail, struct dt_text *text);

/* export_perjury.c: fills `perjury`, and counts false alarms. */
enum dt_status dt_export_perjuries(struct dt_export *x);

/* export_keys.c: reads the log; writes public keys. The secret key of
 * a signer whose keys are simulated, or NULL. */
enum dt_status dt_export_read(struct dt_export *x);
enum dt_status dt_export_keys(struct dt_export *x);
const struct dt_key *dt_export_secret(const struct dt_export *x,
    const struct dt_vkey *key);

/* export_witness.c: the last checkpoint, cosigned, with the proof that it goes
 * on from the one that the witness saw before. */
enum dt_status dt_export_witness(struct dt_export *x);

/* export_entries.c: entries with their proofs, and charges. */
enum dt_status dt_export_entries(struct dt_export *x);

#endif
