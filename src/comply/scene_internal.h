/*
 * scene_internal: what the files of scene share.
 *
 *   scene_moves   who races, and what that pays
 *   scene         who is found, and all scenes of a graph
 */
#ifndef DT_COMPLY_SCENE_INTERNAL_H
#define DT_COMPLY_SCENE_INTERNAL_H

#include "comply/scene.h"

enum { DT_SCENE_COINS_MOST = 14 };

/* A scene while it is worked out, for one act. */
struct dt_scene_view {
	const struct dt_scenes *all;
	struct dt_graph_scene is;
	enum dt_scene_act act;
	size_t focal;                   /* agent */
	double race[DT_AGENTS_MOST];    /* by agent: to be ahead to RACE */
	double moves[DT_AGENTS_MOST];   /* to execute it, as hosts stand */
	uint64_t coins;                 /* hosts whose move is a coin */
	uint64_t racing;                /* hosts that race */
	struct dt_scene *out;
	bool failed;
};

/* How likely each is to be ahead to race, and which hosts' moves are coins. */
void dt_scene_moves(struct dt_scene_view *view);
/* With the hosts of `up` racing, of those whose move is a coin: the chance of
 * that; and everybody's move then. */
double dt_scene_hosts(struct dt_scene_view *view, uint64_t up);
/* What the moves pay the focal agent in the mean. */
double dt_scene_stage(struct dt_scene_view *view);

#endif
