/*
 * package: a database as plain files, for other tools and other people.
 *
 * A folder with a CSV file a table (report/csv.h), the moves in words, the
 * summaries by run and by agent, a codebook (each column with its unit and
 * meaning) and a README. As a replication package the CSV files are in data/,
 * and with them are the database itself, each configuration, a script that
 * plays everything again, a script that works out the summaries from the raw
 * rows by itself, and the SHA-256 of each file.
 *
 * The folder is there whole or not at all. What the database says is a
 * stranger's: no text of it gets into a script or the name of a file.
 */
#ifndef DT_REPORT_PACKAGE_H
#define DT_REPORT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/stop.h"

struct dt_package {
	const char *database;   /* path */
	const char *folder;     /* must not be there yet */
	bool replication;       /* the whole package */
	const char *version;    /* of the program, for the README */
	const struct dt_stop *stop;     /* looked at between rows; or NULL */
	/* filled: */
	size_t files;
	int64_t rows;           /* in all CSV files but the codebook */
	bool stopped;           /* it failed since it was told to stop */
};

/* DT_EIO: the folder is there, or cannot be written; else as
 * dt_query_open. */
enum dt_status dt_package_write(struct dt_package *package,
    struct dt_error *err);

#endif
