/*
 * graph_shelf: graphs that are kept for the next question, in memory that comes
 * after it too: of one process, or mapped by one and those that it forks. A
 * treaty that is turned like a dial keeps its graph (graph_outline.h), which is
 * much of what a verdict costs.
 *
 * A process at a time uses a shelf, with any threads. It may end at any moment:
 * what it was putting there is then not there. The graph that is taken is the
 * one that would be walked, state by state, so that no answer hangs on it.
 */
#ifndef DT_COMPLY_GRAPH_SHELF_H
#define DT_COMPLY_GRAPH_SHELF_H

#include "comply/graph.h"

struct dt_graph_shelf;

/* In so many bytes of memory, 0 at first and aligned as a double, which outlive
 * it; NULL: memory is out. Freed with dt_graph_shelf_free, which leaves what is
 * kept there. */
struct dt_graph_shelf *dt_graph_shelf_new(void *memory, size_t bytes);
void dt_graph_shelf_free(struct dt_graph_shelf *shelf);

/* As dt_graph_build, from the shelf where it is there. NULL: no shelf. */
enum dt_status dt_graph_shelf_build(struct dt_graph_shelf *shelf,
    struct dt_graph *graph, const struct dt_graph_request *request,
    struct dt_error *err);

/* Keeps a graph of which more was walked than is there, if there is room for
 * it: where there is not, what is there gives way. */
void dt_graph_shelf_keep(struct dt_graph_shelf *shelf, struct dt_graph *graph);

#endif
