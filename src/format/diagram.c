/* diagram: see diagram.h. */
#include "format/diagram.h"

#include <math.h>
#include <string.h>

#include "format/svg_internal.h"

enum { RADIUS = 40, GAP = 150, LEAST = 150, HEAD = 9 };

struct place {
	double x, y;
};

struct drawing {
	const struct dt_diagram *graph;
	struct dt_text *out;
	double middle_x, middle_y, ring;
};

static void
add_quoted(struct dt_text *out, const char *text)
{
	dt_text_add(out, "\"");
	for (; *text != '\0'; text++)
		if (*text == '"' || *text == '\\')
			dt_text_add(out, "\\%c", *text);
		else
			dt_text_add_n(out, text, 1);
	dt_text_add(out, "\"");
}

void
dt_diagram_dot(const struct dt_diagram *graph, struct dt_text *out)
{
	static const char *const fills[] = { "white", "gray85", "gray35" };
	dt_text_add(out, "digraph ");
	add_quoted(out, graph->name);
	dt_text_add(out, " {\n\tnode [shape=circle, style=filled];\n");
	for (size_t i = 0; i < graph->n_nodes; i++) {
		const struct dt_diagram_node *node = &graph->nodes[i];
		dt_text_add(out, "\t");
		add_quoted(out, node->name);
		dt_text_add(out, " [fillcolor=%s, fontcolor=%s, peripheries=%d"
		    "];\n", fills[node->shade], node->shade == 2 ? "white" :
		    "black", node->start ? 2 : 1);
	}
	for (size_t i = 0; i < graph->n_edges; i++) {
		dt_text_add(out, "\t");
		add_quoted(out, graph->nodes[graph->edges[i].from].name);
		dt_text_add(out, " -> ");
		add_quoted(out, graph->nodes[graph->edges[i].to].name);
		dt_text_add(out, " [label=");
		add_quoted(out, graph->edges[i].label);
		dt_text_add(out, "];\n");
	}
	dt_text_add(out, "}\n");
}

static struct place
place_of(const struct drawing *d, size_t i)
{
	double turn = 2 * M_PI * (double)i / (double)d->graph->n_nodes -
	    M_PI / 2;
	double ring = d->graph->n_nodes > 1 ? d->ring : 0;
	return (struct place){ d->middle_x + ring * cos(turn),
	    d->middle_y + ring * sin(turn) };
}

/* A head of an arrow with its tip there, coming from that direction. */
static void
head(struct dt_text *out, struct place tip, double dx, double dy)
{
	double long_ = hypot(dx, dy);
	dx = dx / long_ * HEAD;
	dy = dy / long_ * HEAD;
	dt_text_add(out, "<path d=\"");
	dt_svg_path(out, 'M', tip.x, tip.y);
	dt_svg_path(out, 'L', tip.x - dx - dy / 2, tip.y - dy + dx / 2);
	dt_svg_path(out, 'L', tip.x - dx + dy / 2, tip.y - dy - dx / 2);
	dt_text_add(out, "Z\" fill=\"#444\"/>\n");
}

static void
curve(struct dt_text *out, struct place from, struct place bend,
    struct place to)
{
	dt_text_add(out, "<path d=\"");
	dt_svg_path(out, 'M', from.x, from.y);
	dt_svg_path(out, 'Q', bend.x, bend.y);
	dt_svg_path(out, ' ', to.x, to.y);
	dt_text_add(out, "\" class=\"axis\"/>\n");
	head(out, to, to.x - bend.x, to.y - bend.y);
}

/* From a node outwards and back. */
static void
loop(const struct drawing *d, const struct dt_diagram_edge *edge)
{
	struct place at = place_of(d, edge->from);
	double turn = d->graph->n_nodes > 1 ?
	    atan2(at.y - d->middle_y, at.x - d->middle_x) : -M_PI / 2;
	struct place from = { at.x + RADIUS * cos(turn - .45),
	    at.y + RADIUS * sin(turn - .45) };
	struct place to = { at.x + RADIUS * cos(turn + .45),
	    at.y + RADIUS * sin(turn + .45) };
	struct place bend = { at.x + 2.6 * RADIUS * cos(turn),
	    at.y + 2.6 * RADIUS * sin(turn) };
	curve(d->out, from, bend, to);
	dt_svg_text(d->out, at.x + 2.05 * RADIUS * cos(turn),
	    at.y + 2.05 * RADIUS * sin(turn) + 4, "middle",
	    " class=\"halo\"", edge->label);
}

static void
arc(const struct drawing *d, const struct dt_diagram_edge *edge)
{
	struct place a = place_of(d, edge->from), b = place_of(d, edge->to);
	double dx = b.x - a.x, dy = b.y - a.y, far = hypot(dx, dy);
	dx /= far;
	dy /= far;
	struct place bend = { (a.x + b.x) / 2 - dy * far * .18,
	    (a.y + b.y) / 2 + dx * far * .18 };
	double in = hypot(b.x - bend.x, b.y - bend.y);
	struct place from = { a.x + (bend.x - a.x) / in * RADIUS,
	    a.y + (bend.y - a.y) / in * RADIUS };
	struct place to = { b.x - (b.x - bend.x) / in * RADIUS,
	    b.y - (b.y - bend.y) / in * RADIUS };
	curve(d->out, from, bend, to);
	dt_svg_text(d->out, (from.x + 2 * bend.x + to.x) / 4,
	    (from.y + 2 * bend.y + to.y) / 4 + 4, "middle",
	    " class=\"halo\"", edge->label);
}

static void
circle(struct dt_text *out, struct place at, double radius, const char *fill)
{
	dt_text_add(out, "<circle");
	dt_svg_attribute(out, "cx", at.x);
	dt_svg_attribute(out, "cy", at.y);
	dt_svg_attribute(out, "r", radius);
	dt_text_add(out, " fill=\"%s\" stroke=\"#222\" stroke-width=\"1.5\""
	    "/>\n", fill);
}

static void
draw_node(const struct drawing *d, size_t i)
{
	static const char *const fills[] = { "#fff", "#d5d5d5", "#4a4a4a" };
	const struct dt_diagram_node *node = &d->graph->nodes[i];
	struct place at = place_of(d, i);
	const char *class = node->shade == 2 ? " class=\"light\" "
	    "style=\"fill:#fff\"" : "";
	circle(d->out, at, RADIUS, fills[node->shade]);
	if (node->start)
		circle(d->out, at, RADIUS - 4, fills[node->shade]);
	dt_svg_text(d->out, at.x, at.y + (node->note[0] != '\0' ? -2 : 4),
	    "middle", class, node->name);
	dt_svg_text(d->out, at.x, at.y + 14, "middle", class, node->note);
}

static void
draw(const struct drawing *d)
{
	const struct dt_diagram *graph = d->graph;
	for (size_t i = 0; i < graph->n_edges; i++)
		if (graph->edges[i].from == graph->edges[i].to)
			loop(d, &graph->edges[i]);
		else
			arc(d, &graph->edges[i]);
	for (size_t i = 0; i < graph->n_nodes; i++)
		draw_node(d, i);
}

void
dt_diagram_svg(const struct dt_diagram *graph, const struct dt_svg *picture,
    struct dt_text *out)
{
	struct dt_svg sized = *picture;
	double ring = (double)graph->n_nodes * GAP / (2 * M_PI);
	ring = ring < LEAST ? LEAST : ring;
	sized.width = (int)(2 * ring + 2 * 4 * RADIUS);
	sized.height = sized.width + 20;
	struct dt_svg_plot plot = { .out = out, .picture = &sized,
		.x = { 0, 1 }, .y = { 0, 1 } };
	struct dt_svg_legend legend = { .sample = DT_SVG_STROKE };
	dt_svg_open(&plot, &legend);
	struct drawing d = { graph, out, sized.width / 2.,
		sized.height / 2. + 15, ring };
	draw(&d);
	dt_svg_close(&plot);
}
