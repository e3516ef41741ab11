/*
 * sheet: what many settings of talks come to, side by side: a cell for each
 * combination of the values of one to three axes.
 *
 * The caller holds the negotiations of a cell (bargain/negotiate.h) and has
 * them counted here. As a solution:
 *   cells   a row a cell: how often a text entered into force, bound all, and
 *           bound all and survives
 *   gains   a row a cell and party (not shown to people)
 * and as a picture: chances over the first axis, a line for each value of the
 * second, a panel for each of the third; with one axis a panel of gains too.
 */
#ifndef DT_BARGAIN_SHEET_H
#define DT_BARGAIN_SHEET_H

#include "bargain/negotiate.h"
#include "bargain/vary.h"

struct dt_sheet_cell {
	double enters;          /* share of negotiations: some text did */
	double all;             /* all at the table are bound in the end */
	double survives;        /* and the text is kept: surely where the judge
	                         * says that it holds; else with the chance in
	                         * which parties believe, in the mean */
	double survives_error;  /* of it, standard */
	double expected;        /* `survives` by quorum chances, without talks;
	                         * NAN: not known */
	double raced;           /* rounds before entry, in the mean; NAN: no
	                         * text entered */
	size_t parties;
	const char **names;     /* [parties], in the arena */
	double *gain, *gain_error;      /* [parties], in the arena: over
	                         * racing, payoff a round */
};

struct dt_sheet {
	struct dt_vary axis[DT_VARY_AXES];
	size_t axes;            /* 1 to DT_VARY_AXES */
	size_t n;               /* cells; the last axis turns fastest */
	struct dt_sheet_cell *cells;
	const char *scenario, *menu;    /* their names */
	int64_t runs;           /* negotiations a cell */
};

/* Reads the axes (NULL-terminated words) and makes room, in the arena.
 * DT_EUSAGE: what is wrong with them; too many cells. */
enum dt_status dt_sheet_new(struct dt_sheet *sheet, struct dt_arena *arena,
    const char *const *words, struct dt_error *err);

/* The value of an axis in a cell, by its number. */
size_t dt_sheet_value(const struct dt_sheet *sheet, size_t cell, size_t axis);

/* Counts what a cell's negotiations came to. */
enum dt_status dt_sheet_count(struct dt_sheet *sheet, size_t cell,
    const struct dt_negotiate *negotiate, struct dt_arena *arena,
    struct dt_error *err);

/*
 * sheet_expect.c: the same chance without any talks, for conditional, weighed
 * or unconditional pledges to one text by parties that accept what is no worse
 * than racing: that all pledge, times the chance that the text enters into
 * force in one of the rounds and those who then had not ratified it do so
 * before the deadline. NAN: other talks.
 */
enum dt_status dt_sheet_expect(const struct dt_talks_setting *setting,
    double *chance, struct dt_error *err);

/* In the arena; look at solution.failed. */
void dt_sheet_tell(const struct dt_sheet *sheet, struct dt_arena *arena,
    struct dt_solution *solution);

/* DT_EUSAGE: too many lines for one picture. */
enum dt_status dt_sheet_draw(const struct dt_sheet *sheet,
    struct dt_arena *arena, struct dt_text *svg, struct dt_error *err);

#endif
