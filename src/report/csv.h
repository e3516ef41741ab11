/*
 * csv: a value of a row in a CSV file (RFC 4180).
 *
 * Numbers have every digit, so that they read back as they were. NULL is
 * empty, an empty text is "". A text that begins with = + - or @, or with a tab
 * or a return, would be a formula to a spreadsheet: it gets an apostrophe in
 * front. Numbers never do.
 */
#ifndef DT_REPORT_CSV_H
#define DT_REPORT_CSV_H

#include "base/text.h"
#include "store/cell.h"

void dt_csv_cell(const struct dt_cell *cell, struct dt_text *text);

/* A text as such a cell, the name of a column as well. */
void dt_csv_text(const char *value, struct dt_text *text);

#endif
