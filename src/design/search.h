/*
 * search: the cheapest cell of the grid of all choices, with its money.
 *
 * Branch and bound, cheapest first: what a cell costs whatever its money does
 * is a bound from below, cells are taken by it, of equal ones that with the
 * fewest clauses first, and once it is above what was found no cell is left
 * that could be cheaper. Nothing is bisected: cells that hold are no
 * half-line. An end before that leaves a gap, which is said.
 */
#ifndef DT_DESIGN_SEARCH_H
#define DT_DESIGN_SEARCH_H

#include "design/amounts.h"

enum { DT_SEARCH_CELLS = 4000000 };

/* A cell that was looked at. */
struct dt_search_one {
	int64_t value[DT_LEVER_CHOICES];
	int64_t clauses;
	struct dt_amounts amounts;
	double fixed;           /* cost of what money does not change */
};

struct dt_search_request {
	struct dt_trial_request trial;
	bool all;               /* each cell is looked at, and handed to `each` */
	bool one;               /* neither a runner-up is looked for, nor one
	                         * that costs the same and says less */
	bool any;               /* the first that holds will do; with `one` */
	const int64_t *first;   /* values of the cell to begin with, or NULL */
	/* After each cell; the best so far, or NULL. */
	void (*progress)(void *of, int64_t done, int64_t all,
	    const struct dt_search_one *best);
	enum dt_status (*each)(void *of, const struct dt_search_one *one,
	    struct dt_error *err);
	void *of;
};

enum { DT_SEARCH_TIES = 8 };

struct dt_search_found {
	bool any, second_any;
	struct dt_search_one best, second;
	struct dt_search_one tie[DT_SEARCH_TIES];       /* within a hundredth
	                         * of the cost, with fewer clauses */
	size_t n_ties;
	int64_t cells, looked, pruned, held, failed;
	struct dt_error error;  /* of the first that failed */
	struct dt_search_one open[DT_SEARCH_TIES];      /* the first of
	                         * those, without money */
	size_t n_open;
	double bound;           /* nothing costs less; INFINITY: nothing
	                         * holds */
	bool stopped;
	int64_t missed[DT_TRIAL_ROW_KINDS];     /* cells that miss such a
	                         * constraint */
	int64_t never;          /* cells that never enter into force */
};

/* DT_EUSAGE: more cells than DT_SEARCH_CELLS. */
enum dt_status dt_search_find(const struct dt_search_request *request,
    struct dt_search_found *found, struct dt_error *err);

/* Whether the first is to be preferred: costs less, or as much with fewer
 * clauses, or with those less money. */
bool dt_search_better(const struct dt_search_one *one,
    const struct dt_search_one *than, size_t n_money);

#endif
