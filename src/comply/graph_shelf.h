/*
 * graph_shelf: graphs that are kept for the next question. A treaty that is
 * turned like a dial keeps its graph (graph_outline.h), which is much of what a
 * verdict costs. The graph that is taken is the one that would be walked, state
 * by state, so that no answer hangs on it.
 */
#ifndef DT_COMPLY_GRAPH_SHELF_H
#define DT_COMPLY_GRAPH_SHELF_H

#include "base/shelf.h"
#include "comply/graph.h"

/* As dt_graph_build, from the shelf where it is there. NULL: no shelf. */
enum dt_status dt_graph_shelf_build(struct dt_shelf *shelf,
    struct dt_graph *graph, const struct dt_graph_request *request,
    struct dt_error *err);

/* States of the graph that would be taken from there; 0: there is none. */
size_t dt_graph_shelf_states(struct dt_shelf *shelf,
    const struct dt_graph_request *request);

/* Keeps a graph of which more was walked than is there; it goes to the last of
 * its stages. NULL: no shelf. */
void dt_graph_shelf_keep(struct dt_shelf *shelf, struct dt_graph *graph);

#endif
