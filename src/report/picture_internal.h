/*
 * picture_internal: what the files of picture share.
 *
 * picture.c        the columns of the answer, as the head names them
 * picture_kind.c   bars and lines of them
 */
#ifndef DT_REPORT_PICTURE_INTERNAL_H
#define DT_REPORT_PICTURE_INTERNAL_H

#include "format/svg.h"
#include "report/picture.h"

struct dt_picture_work {
	struct dt_arena *arena;
	const struct dt_query_file *file;
	const struct dt_query_rows *rows;
	const double *x, *y, *low, *high;       /* a row each; NULL: none */
	const char *const *labels;              /* of bars */
	const char *const *groups;              /* NULL: none */
	const size_t *class;                    /* of each row, by group */
	const char *const *names;               /* of the classes */
	size_t n_classes;
	struct dt_text *svg;
	struct dt_error *err;
};

/* picture_kind.c */
enum dt_status dt_picture_bars(const struct dt_picture_work *w);
enum dt_status dt_picture_lines(const struct dt_picture_work *w,
    bool survival);

#endif
