/* database_internal: what reading a file and auditing it share. For
 * src/party/database*.c alone. */
#ifndef DT_PARTY_DATABASE_INTERNAL_H
#define DT_PARTY_DATABASE_INTERNAL_H

#include "party/database.h"
#include "store/store_scan.h"

enum { DT_DATABASE_SIGNERS_MOST = 1024 };

struct dt_database_file {
	struct dt_database_audit *report;
	struct dt_arena *arena;
	struct dt_store *store;
	int64_t id;
	struct dt_vkey sessions[DT_DATABASE_SIGNERS_MOST], identities[DT_DATABASE_SIGNERS_MOST];
	size_t signers;
	const char *charter;            /* hex, of the log that was read */
	struct dt_text log, notes;
	int64_t seen[DT_STORE_SCANS];  /* rows that were compared */
	struct dt_error *err;
};

void dt_database_fault(struct dt_database_file *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The log of an experiment, whose row that is, as a book. What does not hold
 * is a fault; a status is of memory and reading. */
enum dt_status dt_database_read(struct dt_database_file *a,
    const struct dt_cell *row, struct dt_book *book);

#endif
