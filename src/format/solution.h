/*
 * solution: what a solver found, as sentences and tables.
 *
 * Every question that `detente solve` answers ends in one of these, so that
 * all are printed (solution_text.c, solution_json.c), kept (solution_record.c) and
 * compared with published values (`detente reproduce`) in one way. Cells are
 * added row by row, in the order of the columns. Everything lives in the
 * arena; memory that runs out shows in `failed`, once, at the end.
 */
#ifndef DT_SOLUTION_H
#define DT_SOLUTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

enum dt_solution_kind {
	DT_SOLUTION_NOTHING,    /* no value: null, an empty cell */
	DT_SOLUTION_NUMBER,
	DT_SOLUTION_WHOLE,
	DT_SOLUTION_TEXT,
	DT_SOLUTION_EXACT,      /* a rational: its text and nearest double */
};

struct dt_solution_cell {
	enum dt_solution_kind kind;
	double number;          /* NUMBER, WHOLE, EXACT */
	const char *text;       /* TEXT, EXACT ("49/220") */
};

struct dt_solution_column {
	const char *name;       /* snake_case, for JSON, CSV and the database */
	const char *head;       /* what people read above it */
	const char *unit;       /* "payoff a round", "chance", ... or "" */
};

struct dt_solution_table {
	const char *name;       /* "equilibria": snake_case, unique */
	const char *title;      /* a line above it, or NULL */
	size_t n_columns, room_columns;
	struct dt_solution_column *columns;
	size_t n_cells, room_cells;     /* rows * n_columns, once whole */
	struct dt_solution_cell *cells;
	bool hidden;            /* too long for people: not in text output */
	struct dt_solution *solution;
	struct dt_solution_table *next;
};

struct dt_solution {
	struct dt_arena *arena; /* the caller's */
	const char *question;   /* "nash", "treaty", "payoff-set", ... */
	const char *subject;    /* the game's or scenario's name */
	const char *method;     /* how it was answered, in a few words */
	double tolerance;       /* of the figures, absolute; 0: exact */
	const char *config;     /* the resolved input, YAML or .nfg; or "" */
	struct dt_text says;    /* sentences, a line each; release with
	                         * dt_solution_free */
	struct dt_solution_table *tables, **last;
	bool no;                /* the verdict is no (exit status 4 where the
	                         * verb says so) */
	bool failed;
};

/* Strings are borrowed and must live as long as the arena. */
void dt_solution_start(struct dt_solution *solution, struct dt_arena *arena,
    const char *question, const char *subject);
void dt_solution_free(struct dt_solution *solution);

/* A sentence for people, also kept; printf's format, without LF. */
void dt_solution_say(struct dt_solution *solution, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Never NULL: after failed memory a table that takes everything and keeps
 * nothing. Title may be NULL. */
struct dt_solution_table *dt_solution_table(struct dt_solution *solution,
    const char *name, const char *title);

/* Before the first cell; `head` NULL: the name. */
void dt_solution_column(struct dt_solution_table *table, const char *name,
    const char *head, const char *unit);

/* Columns that are known beforehand. */
struct dt_solution_head {
	const char *name, *head, *unit; /* as of dt_solution_column */
};
struct dt_solution_table *dt_solution_table_of(struct dt_solution *solution,
    const char *name, const char *title, const struct dt_solution_head *heads,
    size_t n);
#define DT_SOLUTION_TABLE(solution, name, title, heads) \
	dt_solution_table_of(solution, name, title, heads, \
	    sizeof(heads) / sizeof((heads)[0]))

/* The next cell. A NaN number is NOTHING. Texts are copied; NULL is
 * NOTHING. */
void dt_solution_number(struct dt_solution_table *table, double number);
void dt_solution_whole(struct dt_solution_table *table, int64_t whole);
void dt_solution_text(struct dt_solution_table *table, const char *text);
void dt_solution_exact(struct dt_solution_table *table, const char *rational,
    double number);

size_t dt_solution_rows(const struct dt_solution_table *table);

/* The table of that name; NULL: there is none. A NULL name: the first. */
const struct dt_solution_table *dt_solution_find(
    const struct dt_solution *solution, const char *name);

/* A cell as text; numbers to so many significant digits, 0: all of them, and
 * then nothing is "", else "-". */
const char *dt_solution_show(const struct dt_solution_cell *cell, int digits,
    char buffer[DT_NUMBER_SIZE]);
/* Whether a column has numbers, and none of it is words. */
bool dt_solution_right(const struct dt_solution_table *table, size_t column);

/* solution_text.c */

/* For people: sentences wrapped to `width` columns, tables clipped to `most`
 * (0: not). A number with its error in the column behind it (headed s.e., or
 * named standard_error, ..._se or off) is shown to two digits of that, and so
 * are the interval's ends (..._low95, ..._high95) behind both. */
void dt_solution_print(const struct dt_solution *solution, size_t width,
    size_t most, struct dt_text *text);

/* One table as CSV, with every digit. */
void dt_solution_csv(const struct dt_solution_table *table,
    struct dt_text *text);

/* solution_latex.c: the tables that people see, or only `one` (NULL: not), each
 * as a table for LaTeX with the package booktabs. */
void dt_solution_latex(const struct dt_solution *solution,
    const struct dt_solution_table *one, struct dt_text *text);

#endif
