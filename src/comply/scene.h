/*
 * scene: what a round is like in the states of one phase and one set of
 * parties, for the focal agent of a graph: what its moves pay, how likely the
 * patterns of who is found are, by what it does. Rates, payoffs and money are
 * of the model given here, which may differ in them from the graph's.
 *
 * Others race, in force, unless they are parties; so do signers in any other
 * phase; those who do not sign race with a chance of their own. Slips turn
 * moves over, those of who departs as well; hosts that pause stop their labs
 * (engine/world.c). Where hosts slip, what they do is one coin for all their
 * labs: the round is a mixture over those coins, and over common blindness.
 */
#ifndef DT_COMPLY_SCENE_H
#define DT_COMPLY_SCENE_H

#include "comply/graph.h"

/* What the focal agent does; the first is what complying says. */
enum dt_scene_act {
	DT_SCENE_COMPLY, DT_SCENE_SECRET, DT_SCENE_OPEN, DT_SCENE_REFUSE,
	DT_SCENE_HOLD, DT_SCENE_ACTS
};

struct dt_scene {
	struct dt_graph_scene is;
	size_t others;                  /* parties but the focal agent */
	bool may[DT_SCENE_ACTS];        /* it is a departure here */
	double pay[DT_SCENE_ACTS];      /* of the moves, costs, tariffs and
	                                 * side payments: payoff, the round */
	double own[DT_SCENE_ACTS];      /* the focal agent is found */
	double *found[DT_SCENE_ACTS];   /* [group]: one of it is; owned */
	double *pattern[DT_SCENE_ACTS]; /* [pattern]: just those; owned */
	double *lanes;                  /* [pattern * DT_SCENE_LANES + lane]:
	                                 * the same, acts side by side; owned */
};

/* Lanes of acts: none may both race in secret and hold back. */
enum { DT_SCENE_LANES = 4 };
static inline int
dt_scene_lane(int act)
{
	return act == DT_SCENE_HOLD ? DT_SCENE_SECRET : act;
}

struct dt_scenes {
	const struct dt_graph *graph;
	const struct dt_model *model;
	const double *outsider;         /* by agent: chance to mean RACE of one
	                                 * who does not sign */
	struct dt_scene *of;            /* by scene of the graph */
	double *fine;                   /* [standing]: a finding brings it */
	double *room;
	size_t n;
};

/* DT_EUSAGE: moves too many to be weighed one by one. Owned by the caller,
 * freed with dt_scene_free, also after an error. */
enum dt_status dt_scene_make(struct dt_scenes *scenes,
    const struct dt_graph *graph, const struct dt_model *model,
    const double *outsider, struct dt_error *err);
void dt_scene_free(struct dt_scenes *scenes);

/* What the round of a state pays the focal agent in the mean, fines and shares
 * of others' fines included. */
double dt_scene_pay(const struct dt_scenes *scenes, size_t state,
    enum dt_scene_act act);

#endif
