/*
 * design: the cheapest treaty that holds in a scenario: as a text, with what
 * shows it, in sentences and tables.
 *
 * Tables:
 *   design       one row: cost, bound, gap, answer, what binds, slack
 *   levers       where each stands, its exact amount, the stretch it had
 *   costs        what the cost is made of
 *   certificate  each lever one step down: what a fresh judge says
 *   clauses      each clause left out: what a fresh judge says
 *   prices       what a little more detection, patience or cap would save
 *   others       the runner-up, and those that cost hardly more with fewer
 *                clauses
 *   cells        with `all`: each cell of the grid
 *   frontier     with `frontier`: cost by continuation
 *   relaxations  where nothing holds: the least that would do
 */
#ifndef DT_DESIGN_H
#define DT_DESIGN_H

#include "design/search.h"
#include "format/solution.h"

struct dt_design_request {
	const struct dt_experiment *experiment; /* its treaty is the base */
	const struct dt_costs *costs;
	const char *levers;             /* words; NULL: the usual ones */
	const char *const *caps;        /* NULL-terminated, or NULL */
	const char *const *robust;      /* "miss=20%"; NULL-terminated */
	bool threats;                   /* they must be carried out too */
	bool all;                       /* every cell is looked at and told */
	bool frontier;                  /* cost by continuation, too */
	struct dt_text *svg;            /* drawn into, with frontier; or NULL */
	const char *name;               /* of the treaty that is written */
	const struct dt_stop *stop;
	/* False: no more of it. `best`: a line, or NULL. */
	void (*progress)(void *of, int64_t done, int64_t all,
	    const char *best);
	void *of;
};

struct dt_design_found {
	bool any;
	bool stopped;
	bool sure;              /* judged afresh it holds, and certified */
	struct dt_text text;    /* the treaty as YAML; release it */
};

/* DT_EUSAGE: a lever, cap or box that makes no sense. Release solution and
 * text if DT_OK. */
enum dt_status dt_design_find(struct dt_arena *arena,
    const struct dt_design_request *request, struct dt_solution *solution,
    struct dt_design_found *found, struct dt_error *err);

#endif
