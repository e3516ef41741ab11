/*
 * talks_again_internal: what the files of talks_again share.
 *
 * talks_again.c       the file, its talks, and what they are made of
 * talks_again_rows.c  rows as they are stored beside rows as they are made
 * talks_again_log.c   the log: verified, and made again
 */
#ifndef DT_TALKS_AGAIN_INTERNAL_H
#define DT_TALKS_AGAIN_INTERNAL_H

#include "bargain/talks_again.h"
#include "bargain/talks_rows.h"
#include "store/store_scan.h"

struct dt_talks_again_work {
	const struct dt_talks_again *again;
	struct dt_store *store;
	struct dt_arena arena;          /* of these talks */
	struct dt_talks_again_seen seen;
	struct dt_store_scan *scans[DT_STORE_SCANS];    /* open ones */
	bool lost[DT_STORE_SCANS];      /* a row is missing or added: what is
	                         * behind it says nothing more */
	struct dt_menu menu;
	struct dt_stakes stakes;
	struct dt_talks_setting setting;
	struct dt_experiment experiment;
	enum dt_seal_level level;
	int64_t there;                  /* negotiations */
	/* the log */
	struct dt_evidence *evidence;
	struct dt_talks_notary notary;
	struct dt_seal seal;
	struct dt_registry registry;
	struct dt_merkle tree;
	int64_t *ends, n_ends;          /* last runs of epochs, as stored */
	struct dt_error *err;
};

/* ---- talks_again_rows.c ---- */

enum dt_status dt_talks_again_fault(struct dt_talks_again_work *work,
    const struct dt_talks_again_fault *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The next stored row of a table; NULL: there is none. */
enum dt_status dt_talks_again_next(struct dt_talks_again_work *work,
    enum dt_store_scan_what table, const struct dt_cell **row);
/* Compares the next stored row with the cells that it should have; n of them,
 * the others are not looked at. As struct dt_talks_rows has it, with n 0: all. */
enum dt_status dt_talks_again_same(struct dt_talks_again_work *work,
    enum dt_store_scan_what table, const struct dt_cell *cells, size_t n);
enum dt_status dt_talks_again_row(void *work, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err);
/* A table has no more rows than were compared. */
enum dt_status dt_talks_again_end(struct dt_talks_again_work *work,
    enum dt_store_scan_what table);
/* The experiment's row and its agents'. */
enum dt_status dt_talks_again_head(struct dt_talks_again_work *work,
    const struct dt_cell *row);

/* ---- talks_again_log.c ---- */

enum dt_status dt_talks_again_open_log(struct dt_talks_again_work *work);
enum dt_status dt_talks_again_log(struct dt_talks_again_work *work,
    int64_t number, const struct dt_talks_outcome *outcome);
enum dt_status dt_talks_again_end_log(struct dt_talks_again_work *work);

#endif
