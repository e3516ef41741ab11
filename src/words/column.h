/*
 * column: what the columns of tables mean that verbs print; the words for it
 * stand here once. `detente help VERB --columns` shows them, and COLUMNS of
 * the manuals is made of them. To explain a table that is new: its rows in
 * column_PART.c. tests/check_columns.sh says what is printed and not explained,
 * or explained in other words than are printed.
 *
 * A name with a capital in it stands for columns that are named by the model:
 * AGENT for a column for each agent, pI_K for p1_1, p1_2 and so on.
 */
#ifndef DT_WORDS_COLUMN_H
#define DT_WORDS_COLUMN_H

#include "base/text.h"

struct dt_column {
	const char *name;       /* as JSON, CSV and databases have it */
	const char *head;       /* above it, for people, where that differs;
	                         * or NULL */
	const char *unit;       /* of its numbers; "": none, or not one */
	const char *meaning;    /* of a value, and of an empty one */
};

/* Words that are several are parted by blanks. */
struct dt_column_table {
	const char *verbs;      /* that print it: "solve" */
	const char *questions;  /* of which it answers one; of verbs with one
	                         * question the verb again; "model": of any
	                         * model of the literature */
	const char *names;      /* "parts parts_endless" */
	const char *about;      /* what it is of, or what a row is */
	const struct dt_column *columns;        /* ends with a row of zeros */
};

/* Each ends with a row of zeros. */
extern const struct dt_column_table dt_column_treaty[], dt_column_set[],
    dt_column_game[], dt_column_model[], dt_column_record[],
    dt_column_population[], dt_column_talks[], dt_column_design[],
    dt_column_compare[], dt_column_run[], dt_column_look[];

/* Whether the verb prints any table that is explained. */
bool dt_column_has(const char *verb);

/* All of a verb: for people, wrapped to `width` columns; as subsections of a
 * manual in mdoc(7), .Ss QUESTIONS: TABLES; and as CSV, a line a column, for
 * programs. */
void dt_column_tell(const char *verb, size_t width, struct dt_text *text);
void dt_column_mdoc(const char *verb, struct dt_text *text);
void dt_column_csv(const char *verb, struct dt_text *text);

#endif
