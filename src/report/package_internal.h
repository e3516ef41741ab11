/*
 * package_internal: what the files of package share.
 *
 * package.c          the folder, from its first file to the last
 * package_file.c     files, and their hashes
 * package_table.c    a query as a CSV file
 * package_again.c    configurations, and the script that plays them again
 * package_class.c    what it has of a class
 * package_class_script.c  ... and the script that works it out again
 * package_script.c   scripts that recompute summaries; no text of the database
 */
#ifndef DT_REPORT_PACKAGE_INTERNAL_H
#define DT_REPORT_PACKAGE_INTERNAL_H

#include "base/arena.h"
#include "base/folder.h"
#include "base/text.h"
#include "report/package.h"

struct dt_package_work {
	struct dt_package *package;
	struct dt_arena arena;
	const char *database;   /* what is asked: the copy, if there is one */
	struct dt_folder *made; /* the folder, and its path: */
	const char *root;
	const char *data;       /* the folder of the CSV files: root, or in it */
	struct dt_text sums;    /* "HASH  NAME" of each file, a line each */
	struct dt_error *err;
};

/* package_file.c */

/* Where a file of the folder is, in the arena; NULL: no memory. */
const char *dt_package_path(struct dt_package_work *w, const char *name);

/* Writes a file of the folder, whole; `name` is a path in it. */
enum dt_status dt_package_file(struct dt_package_work *w, const char *name,
    const struct dt_text *text);

/* DT_OK, or DT_EIO where the work is to end. */
enum dt_status dt_package_go_on(struct dt_package_work *w);

/* Adds a file that is there to the sums. */
enum dt_status dt_package_sum(struct dt_package_work *w, const char *name);

/* An open file of the folder is ended: DT_EIO in the words of errno where it
 * did not go well. */
enum dt_status dt_package_refuse(struct dt_package_work *w,
    const char *name);

/* package_table.c: the rows of a query into data/NAME.csv, if there are any;
 * *rows: how many. */
enum dt_status dt_package_table(struct dt_package_work *w, const char *name,
    const char *sql, int64_t *rows);

/* package_again.c */
enum dt_status dt_package_again(struct dt_package_work *w);

/* package_class.c: nothing, where nobody played. */
enum dt_status dt_package_class(struct dt_package_work *w,
    struct dt_text *readme);
extern const char dt_package_check_class_py[];
/* The columns of payout.csv, behind those of the tables, as SQL. */
extern const char dt_package_class_codebook[];

/* package_script.c */
extern const char dt_package_check_py[];
extern const char dt_package_check_r[];

#endif
