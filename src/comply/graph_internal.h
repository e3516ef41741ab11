/*
 * graph_internal: what the files of graph share.
 *
 *   graph_state   states and their scenes, numbered
 *   graph_round   where a state's round leads
 *   graph_notice  the same after a party's notice
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

/* The focal agent's last round of notice, in the states of [from, to) in which
 * nobody has given any; any other party's, with so many rounds of it left, where
 * compliers may come to. false: memory is out. */
bool dt_graph_notify(struct dt_graph *graph, size_t from, size_t to);
bool dt_graph_notify_others(struct dt_graph *graph, int64_t notice);

/* dt_graph_build in two steps; and a graph as it was after so many of its
 * stages. */
enum dt_status dt_graph_start(struct dt_graph *graph,
    const struct dt_graph_request *request, struct dt_error *err);
enum dt_status dt_graph_walk(struct dt_graph *graph, struct dt_error *err);
void dt_graph_go_to(struct dt_graph *graph, size_t stage);

/* Room for one round after another; NULL: memory is out. */
struct dt_graph_draw *dt_graph_draw_new(struct dt_graph *graph);
void dt_graph_draw_free(struct dt_graph_draw *draw);

/* Adds the edges of a state, and the states that they lead to. false: memory
 * is out. */
bool dt_graph_round(struct dt_graph *graph, size_t state);

#endif
