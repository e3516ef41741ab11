/*
 * graph_internal: what the files of graph share.
 *
 *   graph_state   states and their scenes, numbered
 *   graph_round   where a state's round leads
 *   graph         walks them, part by part
 */
#ifndef DT_COMPLY_GRAPH_INTERNAL_H
#define DT_COMPLY_GRAPH_INTERNAL_H

#include "comply/graph.h"

/* Phase and whether it binds; parties. */
enum { DT_GRAPH_SCENE_WORDS = 3 };

/* A key as it is looked up. */
void dt_graph_sort(const struct dt_graph *graph, uint32_t *key);
/* What a round leaves for its clock to strike in, by these standings, one a
 * place: no suspension and no end yet. */
struct dt_clock_event dt_graph_event(const struct dt_graph *graph,
    uint32_t clock, const uint32_t *standings);
/* The state of a key, whose standings are sorted in place; new or known;
 * DT_INDEX_NONE: memory is out. */
uint32_t dt_graph_state(struct dt_graph *graph, uint32_t *key);

/* Room for one round after another; NULL: memory is out. */
struct dt_graph_draw *dt_graph_draw_new(struct dt_graph *graph);
void dt_graph_draw_free(struct dt_graph_draw *draw);

/* Adds the edges of a state, and the states that they lead to. false: memory
 * is out. */
bool dt_graph_round(struct dt_graph *graph, size_t state);

#endif
