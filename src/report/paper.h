/*
 * paper: what a report says, before it is a page: sections of sentences, each
 * with figures: a picture and the table that it is drawn from. paper_html.c
 * makes one page of it, paper_files.c files for other tools.
 *
 * Everything lives in the arena but the pictures: dt_paper_free. Memory that
 * runs out shows in `failed`, once, at the end. What `id` and `plot` say is
 * this program's own; all other words may be a stranger's.
 */
#ifndef DT_REPORT_PAPER_H
#define DT_REPORT_PAPER_H

#include "base/status.h"
#include "base/stop.h"
#include "format/solution.h"
#include "format/svg.h"

/* How other tools draw a figure from its table, by names of columns. */
enum dt_paper_kind {
	DT_PAPER_LINES,         /* y over x, a line for each `series` */
	DT_PAPER_BARS,          /* y of each x, which is a word */
	DT_PAPER_FIELD,         /* colour y at x and z */
};

struct dt_paper_plot {
	enum dt_paper_kind kind;
	const char *x, *z, *y;
	const char *low, *high;         /* of y; or NULL */
	const char *series;             /* a number from 1; or NULL */
};

struct dt_paper_figure {
	const char *id;                 /* "experiment-1-agents": of letters,
	                                 * digits and -; a file's name, too */
	struct dt_text svg;             /* empty: a table alone */
	const struct dt_paper_plot *plot;       /* NULL: a table alone */
	const struct dt_solution_table *table;
	struct dt_paper_figure *next;
};

struct dt_paper_line {
	const char *words;
	struct dt_paper_line *next;
};

struct dt_paper_section {
	const char *id, *title;
	int level;                      /* of its heading: 2 or 3 */
	struct dt_paper_line *lines, **last_line;
	struct dt_paper_figure *figures, **last_figure;
	const char *code_title, *code;  /* a text to be shown as it is; or
	                                 * NULL */
	bool folded;                    /* the code is, behind its title */
	struct dt_paper *paper;
	struct dt_paper_section *next;
};

struct dt_paper {
	struct dt_arena *arena;         /* the caller's */
	const char *title;
	const char *brief;              /* of what, and by which version */
	struct dt_solution tables;      /* owns the tables */
	struct dt_paper_section *sections, **last;
	bool failed;
};

void dt_paper_start(struct dt_paper *paper, struct dt_arena *arena,
    const char *title, const char *brief);
void dt_paper_free(struct dt_paper *paper);

/* Never NULL, as of solution.h: after failed memory it leads nowhere. Strings
 * are borrowed. */
struct dt_paper_section *dt_paper_section(struct dt_paper *paper,
    const char *id, const char *title, int level);
void dt_paper_say(struct dt_paper_section *section, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A figure in it: its empty table; the picture is drawn into *svg. */
struct dt_paper_figure *dt_paper_figure(struct dt_paper_section *section,
    const char *id, const char *title, const struct dt_paper_plot *plot,
    const struct dt_solution_head *heads, size_t n);
#define DT_PAPER_FIGURE(section, id, title, plot, heads) \
	dt_paper_figure(section, id, title, plot, heads, \
	    sizeof(heads) / sizeof((heads)[0]))
/* Takes back the last figure, which turned out to be empty. */
void dt_paper_drop(struct dt_paper_section *section,
    struct dt_paper_figure *figure);
/* Its table, to be filled. */
struct dt_solution_table *dt_paper_table(struct dt_paper_figure *figure);

/* The picture's id: letters alone, of figures' ids. In the arena. */
const char *dt_paper_letters(struct dt_paper *paper, const char *id);

/* paper_html.c: the whole page. */
void dt_paper_html(const struct dt_paper *paper, struct dt_text *out);

/* paper_files.c: a new folder with each table as CSV and for LaTeX, and for
 * each picture a script for gnuplot and one for R that draw it from the CSV.
 * No word of a stranger's gets into a script. *n: files written. */
enum dt_status dt_paper_files(const struct dt_paper *paper,
    const char *folder, const struct dt_stop *stop, size_t *n,
    struct dt_error *err);

#endif
