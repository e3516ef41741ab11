/*
 * worth: what the states of a graph are worth to its focal agent: where it
 * complies, and where it departs as is best for it.
 *
 * Sums over all rounds to come, the one at hand included, discounted by a
 * `keep` below 1. Solved by chain_flow.h, and looked at afterwards: *off is by how
 * much any value may be off, seen from the equations as they are in the graph,
 * not as they were given to the solver.
 */
#ifndef DT_COMPLY_WORTH_H
#define DT_COMPLY_WORTH_H

#include "comply/scene.h"

/* Acts of a round, and notice, after which the round is played. */
enum { DT_WORTH_WITHDRAW = DT_SCENE_ACTS, DT_WORTH_ACTS };

/* Room for the equations of one graph, used again and again. */
struct dt_worth {
	const struct dt_graph *graph;
	const struct dt_scenes *scenes;
	double keep;
	size_t from, n;                 /* the states that are asked for; no
	                                 * edge leads beyond n, and values of
	                                 * those before `from` are known */
	double *pay;                    /* [state * DT_SCENE_ACTS + act]: of the
	                                 * round; NAN: it is no departure */
	size_t *row;
	uint32_t *to;
	double *value, *known;
	uint8_t *plan;                  /* [state]: act */
	const double *leave;            /* [state]: what giving notice is worth;
	                                 * NAN: it cannot. Or NULL */
};

/* For the states of the graph from one on. DT_ENOMEM. Owned by the caller,
 * freed with dt_worth_free also then. */
enum dt_status dt_worth_start(struct dt_worth *worth,
    const struct dt_scenes *scenes, size_t from, struct dt_error *err);
void dt_worth_free(struct dt_worth *worth);
/* What the rounds pay, where scenes are other than they were. */
void dt_worth_pays(struct dt_worth *worth);

/* value[state]: by complying in all of the first n; it holds where the search
 * begins. DT_EUSAGE: no values whose equations hold. */
enum dt_status dt_worth_comply(struct dt_worth *worth, double *value,
    double *off, struct dt_error *err);

/* Whether a plan may depart so in a state; `of` is the caller's. */
struct dt_worth_leave {
	bool (*may)(const void *of, size_t state, int act);
	const void *of;
};

/* value[state], which holds those by complying: by the best plan of these
 * departures (policy iteration, Howard 1960); worth->plan says which. */
enum dt_status dt_worth_best(struct dt_worth *worth,
    const struct dt_worth_leave *leave, double *value, double *off,
    struct dt_error *err);

/* The same from the plan that is in worth->plan, whose values these are. */
enum dt_status dt_worth_better(struct dt_worth *worth,
    const struct dt_worth_leave *leave, double *value, double *off,
    struct dt_error *err);

/* The same from values that may be near its own: few steps where a model like
 * it had that plan. */
enum dt_status dt_worth_resume(struct dt_worth *worth,
    const struct dt_worth_leave *leave, double *value, double *off,
    struct dt_error *err);

/* What it has that acts so in a state, and then has these values; NAN: it
 * cannot. */
double dt_worth_act(const struct dt_worth *worth, size_t state, int act,
    const double *value);
/* The same of all acts, notice too, in one walk: acts[act]. */
void dt_worth_acts(const struct dt_worth *worth, size_t state,
    const double *value, double acts[DT_WORTH_ACTS]);

#endif
