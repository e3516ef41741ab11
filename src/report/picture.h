/*
 * picture: the answer of a named query, drawn as its head says
 * (store/query_file.h): bars with intervals, lines with bands, or
 * curves of survival (steps down from 1 at 0, with bands).
 */
#ifndef DT_REPORT_PICTURE_H
#define DT_REPORT_PICTURE_H

#include "base/text.h"
#include "store/query_rows.h"

enum { DT_PICTURE_BARS_MOST = 60 };

/*
 * Appends one <svg>. Values that are NULL are gaps, or no bar; an answer without rows is a
 * picture that says so. DT_EUSAGE where the query has no picture, where the
 * answer has no such column, or more bars or lines than can be told apart.
 * What is in the database is a stranger's text: it stays text in the picture.
 */
enum dt_status dt_picture_draw(struct dt_arena *arena,
    const struct dt_query_file *file, const struct dt_query_rows *rows,
    struct dt_text *svg, struct dt_error *err);

#endif
