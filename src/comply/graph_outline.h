/*
 * graph_outline: all that the graph of a request hangs on, as words: two
 * requests with the same ones have the same graph, state by state. What is not
 * in it, rates, money, payoffs and patience, may differ (see graph.h).
 */
#ifndef DT_COMPLY_GRAPH_OUTLINE_H
#define DT_COMPLY_GRAPH_OUTLINE_H

#include "comply/graph.h"

struct dt_graph_outline {
	uint64_t *word;
	size_t n, room;
};

/* false: memory is out. Freed with dt_graph_outline_free, also then. */
bool dt_graph_outline_make(struct dt_graph_outline *outline,
    const struct dt_graph_request *request);
void dt_graph_outline_free(struct dt_graph_outline *outline);

/* Whether so many words of another say the same. */
bool dt_graph_outline_is(const struct dt_graph_outline *outline,
    const uint64_t *word, size_t n);

#endif
