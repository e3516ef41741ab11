/*
 * svg_phase: regions of a plane. Cells of one class that stand side by side
 * are one rectangle; where two classes meet there is a line. The contour is
 * found by marching squares over the cells' centres.
 */
#include <math.h>
#include <stdio.h>

#include "format/svg_internal.h"

static double
edge_x(const struct dt_svg_plot *plot, const struct dt_svg_phase *p,
    double column)
{
	return plot->left + (plot->right - plot->left) * column /
	    (double)p->columns;
}

static double
edge_y(const struct dt_svg_plot *plot, const struct dt_svg_phase *p,
    double row)
{
	return plot->bottom - (plot->bottom - plot->top) * row /
	    (double)p->rows;
}

static void
row_of_regions(struct dt_svg_plot *plot, const struct dt_svg_phase *p,
    size_t row)
{
	const uint8_t *class = p->class + row * p->columns;
	double y = edge_y(plot, p, (double)row + 1);
	double tall = edge_y(plot, p, (double)row) - y;
	char fill[80];
	for (size_t from = 0, to = 0; from < p->columns; from = to) {
		for (to = from + 1; to < p->columns; to++)
			if (class[to] != class[from])
				break;
		if (class[from] >= p->n_classes)
			continue;
		snprintf(fill, sizeof(fill), "fill=\"url(#%.40s-%d)\"",
		    dt_svg_style_id(plot->picture), class[from] % DT_SVG_MOST);
		double x = edge_x(plot, p, (double)from);
		dt_svg_rectangle(plot->out, x, y,
		    edge_x(plot, p, (double)to) - x, tall, fill);
	}
}

static void
segment(struct dt_svg_plot *plot, const struct dt_svg_phase *p,
    double x1, double y1, double x2, double y2)
{
	dt_svg_path(plot->out, 'M', edge_x(plot, p, x1), edge_y(plot, p, y1));
	dt_svg_path(plot->out, 'L', edge_x(plot, p, x2), edge_y(plot, p, y2));
}

static void
borders(struct dt_svg_plot *plot, const struct dt_svg_phase *p)
{
	dt_text_add(plot->out, "<path class=\"edge\" d=\"M0 0");
	for (size_t i = 0; i < p->rows * p->columns; i++) {
		size_t column = i % p->columns, row = i / p->columns;
		double x = (double)column, y = (double)row;
		if (column > 0 && p->class[i] != p->class[i - 1])
			segment(plot, p, x, y, x, y + 1);
		if (row > 0 && p->class[i] != p->class[i - p->columns])
			segment(plot, p, x, y, x + 1, y);
	}
	dt_text_add(plot->out, "\"/>\n");
}

/* One square between four centres: each of its sides that the level crosses
 * is an end of a segment. Of four ends the first two are joined, and the
 * last two. */
static void
square(struct dt_svg_plot *plot, const struct dt_svg_phase *p, size_t column,
    size_t row)
{
	static const int corner[5][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 },
		{ 0, 1 }, { 0, 0 } };
	double end[8];
	size_t n = 0;
	for (int k = 0; k < 4; k++) {
		const int *a = corner[k], *b = corner[k + 1];
		double u = p->value[(row + a[1]) * p->columns + column + a[0]]
		    - p->level;
		double v = p->value[(row + b[1]) * p->columns + column + b[0]]
		    - p->level;
		if (!isfinite(u) || !isfinite(v))
			return;
		if ((u < 0) == (v < 0))
			continue;
		double t = u / (u - v);
		end[n++] = (double)column + .5 + a[0] + t * (b[0] - a[0]);
		end[n++] = (double)row + .5 + a[1] + t * (b[1] - a[1]);
	}
	for (size_t k = 0; k + 3 < n; k += 4)
		segment(plot, p, end[k], end[k + 1], end[k + 2], end[k + 3]);
}

static void
contour(struct dt_svg_plot *plot, const struct dt_svg_phase *p)
{
	dt_text_add(plot->out, "<path class=\"contour\" d=\"M0 0");
	for (size_t row = 0; row + 1 < p->rows; row++)
		for (size_t column = 0; column + 1 < p->columns; column++)
			square(plot, p, column, row);
	dt_text_add(plot->out, "\"/>\n");
}

static void
draw(struct dt_svg_plot *plot, const struct dt_svg_phase *p)
{
	dt_text_add(plot->out, "<g shape-rendering=\"crispEdges\">\n");
	for (size_t row = 0; row < p->rows; row++)
		row_of_regions(plot, p, row);
	dt_text_add(plot->out, "</g>\n");
	borders(plot, p);
	if (p->value != NULL)
		contour(plot, p);
}

void
dt_svg_phase(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_phase *p)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x_cells = p->columns, .y_cells = p->rows };
	struct dt_svg_legend legend = { .sample = DT_SVG_FILL,
		.contour = p->value != NULL };
	bool any = p->columns > 0 && p->rows > 0;
	for (size_t i = 0; i < p->n_classes && i < DT_SVG_MOST; i++)
		legend.names[legend.n++] = p->names[i];
	if (p->value != NULL)
		legend.names[legend.n++] = p->contour;
	plot.x = dt_svg_cells(&picture->x, any ? p->columns : 1);
	plot.y = dt_svg_cells(&picture->y, any ? p->rows : 1);
	dt_svg_open(&plot, &legend);
	if (any)
		draw(&plot, p);
	else
		dt_svg_nothing(&plot);
	dt_svg_axes_draw(&plot);
	dt_svg_close(&plot);
}
