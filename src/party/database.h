/*
 * database: a log of real parties as a file that queries are asked of, and
 * back: is what such a file holds what its log says?
 *
 * It has one experiment, by the engine `party`: charter and treaty are its
 * configuration, the hash of the charter its key; the parties are its agents,
 * the log its evidence, byte for byte, and the rounds that are over its run
 * (rounds.h). An audit reads the log as everybody does, makes the file again
 * from it, and compares every row.
 */
#ifndef DT_PARTY_DATABASE_H
#define DT_PARTY_DATABASE_H

#include "party/book.h"
#include "proof/cosigned.h"
#include "proof/pins.h"
#include "store/store.h"

extern const char dt_database_engine[];         /* "party" */

struct dt_database_provenance {
	const char *command, *version, *libraries;
	const char *time;               /* ISO 8601 UTC */
};

/* Writes the file of an authentic log. */
enum dt_status dt_database_write(const struct dt_book *book,
    const char *path, enum dt_store_how how,
    const struct dt_database_provenance *provenance, struct dt_error *err);

/* Is it such a file, and nothing else: every experiment by that engine? */
enum dt_status dt_database_is(const char *path, bool *is,
    struct dt_error *err);

/* One log of the file. */
struct dt_database_log {
	int64_t id, faults, entries, checkpoints, rounds;
	const char *charter;            /* hex; NULL: it could not be read */
	struct dt_cosigned_seen *seen;  /* by whom it is cosigned */
	size_t n_seen;
};

/* What an audit finds. */
struct dt_database_audit {
	struct dt_arena *arena;
	const struct dt_pins *pins;     /* the charter's keys must be among
	                                 * them; NULL: not known */
	struct dt_cosigned_list *cosigned;      /* NULL: none was kept */
	bool among;             /* other experiments are in the file, and who
	                         * audits those has looked at the file */
	int64_t faults;                 /* lines of told */
	struct dt_text told;            /* owned: free it */
	int64_t experiments, entries, checkpoints, rows, rounds;
	struct dt_database_log *logs;   /* in the arena */
	size_t n_logs;
};

enum dt_status dt_database_audit(const char *path,
    struct dt_database_audit *audit, struct dt_error *err);

#endif
