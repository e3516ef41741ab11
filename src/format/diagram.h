/*
 * diagram: states and steps between them, drawn: as SVG, and as text for
 * Graphviz. Nodes stand on a circle in their order, from the top, clockwise.
 * Steps bend to their right, so that there and back are two lines.
 */
#ifndef DT_FORMAT_DIAGRAM_H
#define DT_FORMAT_DIAGRAM_H

#include "format/svg.h"

struct dt_diagram_node {
	const char *name;
	const char *note;       /* below the name, or "" */
	int shade;              /* 0 white, 1 grey, 2 dark */
	bool start;             /* drawn with a second rim */
};

struct dt_diagram_edge {
	size_t from, to;
	const char *label;      /* or "" */
};

struct dt_diagram {
	const char *name;
	size_t n_nodes, n_edges;
	const struct dt_diagram_node *nodes;
	const struct dt_diagram_edge *edges;
};

void dt_diagram_dot(const struct dt_diagram *graph, struct dt_text *out);

/* The picture's title and desc are used; its size as the graph needs. */
void dt_diagram_svg(const struct dt_diagram *graph,
    const struct dt_svg *picture, struct dt_text *out);

#endif
