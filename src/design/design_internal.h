/*
 * design_internal: what the files of design share.
 *
 *   design          from a request to an answer
 *   design_write    the answer as a text
 *   design_certify  levers a step down, clauses left out, judged afresh
 *   design_tune     thresholds of channels, by a local search
 *   design_play     by play, where no cell can be judged exactly
 *   design_price    shadow prices
 *   design_tell     in sentences and tables
 *   design_none     that nothing holds
 *   design_others   the runner-up, and levers in words
 *   design_relax    where nothing holds: the least that would do
 *   design_frontier cost by continuation
 */
#ifndef DT_DESIGN_INTERNAL_H
#define DT_DESIGN_INTERNAL_H

#include "design/base.h"
#include "design/deed.h"
#include "design/design.h"

/* A treaty beside the answer, judged afresh. */
struct dt_design_beside {
	const char *name;               /* the lever or the clause */
	const char *from, *to;          /* of a lever */
	struct dt_deed_judged judged;
	double cost;
	bool cheaper;           /* or as cheap with fewer clauses */
};

enum { DT_DESIGN_BESIDE = 64 };

struct dt_design {
	struct dt_arena *arena;
	const struct dt_design_request *request;
	struct dt_experiment base;      /* its text is what levers change */
	bool simple;                    /* and is not the scenario's */
	struct dt_search_request search;
	struct dt_levers levers;
	struct dt_search_found found;
	struct dt_solution *solution;
	struct dt_solution_table *main, *cells;
	struct dt_treaty treaty;        /* the answer, with its head */
	const char *text;
	struct dt_deed_judged judged;
	struct dt_design_beside down[DT_DESIGN_BESIDE], drop[DT_DESIGN_BESIDE];
	size_t n_down, n_drop;
	bool sure;
	bool tuned;                     /* thresholds were looked for */
	bool played;                    /* the answer was judged by play */
	int plays;                      /* texts that were */
};

/* A cell's treaty with the head that a file has, and its text. */
enum dt_status dt_design_write(struct dt_design *design,
    const struct dt_search_one *one, struct dt_treaty *treaty,
    const char **text, struct dt_error *err);

/* A text at all corners. */
enum dt_status dt_design_judge(struct dt_design *design, const char *text,
    struct dt_deed_judged *judged, struct dt_error *err);

/* What cannot be judged exactly, by play: found.best, if any holds. */
enum dt_status dt_design_play(struct dt_design *design,
    struct dt_error *err);

enum dt_status dt_design_certify(struct dt_design *design,
    struct dt_error *err);
void dt_design_certify_free(struct dt_design *design);

/* What a cell costs with these amounts, reckoned anew. */
enum dt_status dt_design_cost(struct dt_design *design,
    const int64_t *value, const double *money, double *cost,
    int64_t *clauses, struct dt_error *err);

/* The best cell's least cost, before rounding, asked so; INFINITY: it does not
 * hold. */
enum dt_status dt_design_cell_cost(struct dt_design *design,
    const struct dt_trial_request *request, double *cost,
    struct dt_error *err);
/* Thresholds of channels, where they are levers: sets them in the base. */
enum dt_status dt_design_tune(struct dt_design *design,
    struct dt_error *err);
enum dt_status dt_design_prices(struct dt_design *design,
    struct dt_error *err);
enum dt_status dt_design_relax(struct dt_design *design,
    struct dt_error *err);
enum dt_status dt_design_frontier(struct dt_design *design,
    struct dt_error *err);

enum dt_status dt_design_tell(struct dt_design *design,
    struct dt_error *err);
void dt_design_tell_others(struct dt_design *design);
/* "channel radar yes, lapse yes, fine 4.45", in the arena. */
const char *dt_design_words(struct dt_design *design,
    const struct dt_search_one *one);
void dt_design_tell_nothing(struct dt_design *design);
void dt_design_tell_base(struct dt_design *design);
/* "us (in force) by racing in secret" */
const char *dt_design_case(const struct dt_design *design,
    const struct dt_deed_judged *judged, enum dt_comply_part part);

/* --threats: whether a verdict is what was asked for. */
bool dt_design_holds(const struct dt_design *design,
    const struct dt_comply_verdict *verdict);

#endif
