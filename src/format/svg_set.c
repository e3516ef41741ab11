/* svg_set: polygons, segments and points of the plane, as payoff sets are. */
#include <math.h>
#include <stdio.h>

#include "format/svg_internal.h"

#include "base/number.h"

static void
polygon(struct dt_svg_plot *plot, const struct dt_svg_polygon *p, size_t k)
{
	struct dt_text *out = plot->out;
	size_t style = k % DT_SVG_MOST;
	if (p->n == 1)
		dt_svg_mark(out, k, dt_svg_x(plot, p->x[0]),
		    dt_svg_y(plot, p->y[0]));
	if (p->n < 2)
		return;
	dt_text_add(out, "<path d=\"");
	for (size_t i = 0; i < p->n; i++)
		dt_svg_path(out, i == 0 ? 'M' : 'L', dt_svg_x(plot, p->x[i]),
		    dt_svg_y(plot, p->y[i]));
	dt_text_add(out, "Z\" fill=\"url(#%.40s-%zu)\" fill-opacity=\"0.75\" "
	    "stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
	    dt_svg_style_id(plot->picture), style, dt_svg_style_stroke[style],
	    p->n == 2 ? "4" : "2", dt_svg_style_dash[style]);
}

/* A name near the right edge stands left of its point. */
static void
point(struct dt_svg_plot *plot, const struct dt_svg_point *p)
{
	struct dt_text *out = plot->out;
	double x = dt_svg_x(plot, p->x), y = dt_svg_y(plot, p->y);
	if (!isfinite(x) || !isfinite(y))
		return;
	dt_text_add(out, "<circle");
	dt_svg_attribute(out, "cx", x);
	dt_svg_attribute(out, "cy", y);
	dt_text_add(out, " r=\"4.5\" fill=\"#fff\" stroke=\"#000\" "
	    "stroke-width=\"2\"/>\n");
	if (p->name == NULL)
		return;
	bool right = x + 12 + 7 * (double)dt_text_width(p->name) <
	    plot->width - 4;
	dt_svg_text(out, right ? x + 9 : x - 9, y - 8, right ? "start" : "end",
	    " class=\"halo\"", p->name);
}

/* The shorter side grows until a unit is as long on both. */
static void
equal_scale(struct dt_svg_plot *plot)
{
	double wide = (plot->x.high - plot->x.low) /
	    (plot->right - plot->left);
	double high = (plot->y.high - plot->y.low) /
	    (plot->bottom - plot->top);
	struct dt_svg_range *range = wide < high ? &plot->x : &plot->y;
	double grow = (range->high - range->low) *
	    (dt_number_max(wide, high) / dt_number_min(wide, high) - 1) / 2;
	range->low -= grow;
	range->high += grow;
}

static void
see(struct dt_svg_plot *plot, const struct dt_svg_polygon *polygons,
    size_t n_polygons, const struct dt_svg_point *points, size_t n_points)
{
	for (size_t k = 0; k < n_polygons; k++)
		for (size_t i = 0; i < polygons[k].n; i++) {
			dt_svg_see(&plot->x, polygons[k].x[i]);
			dt_svg_see(&plot->y, polygons[k].y[i]);
		}
	for (size_t i = 0; i < n_points; i++) {
		dt_svg_see(&plot->x, points[i].x);
		dt_svg_see(&plot->y, points[i].y);
	}
}

/* What lies at an edge of the plot is hard to see. */
static void
pad(struct dt_svg_range *range, const struct dt_svg_axis *axis)
{
	double by = (range->high - range->low) * .06;
	dt_svg_settle(range, axis, false);
	if (axis->low < axis->high || !isfinite(by))
		return;
	range->low -= by;
	range->high += by;
}

void
dt_svg_set(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_polygon *polygons, size_t n_polygons,
    const struct dt_svg_point *points, size_t n_points)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x = DT_SVG_NO_RANGE, .y = DT_SVG_NO_RANGE };
	struct dt_svg_legend legend = { .sample = DT_SVG_FILL };
	for (size_t k = 0; k < n_polygons && k < DT_SVG_MOST; k++)
		legend.names[legend.n++] = polygons[k].name;
	see(&plot, polygons, n_polygons, points, n_points);
	bool any = plot.x.low <= plot.x.high;
	pad(&plot.x, &picture->x);
	pad(&plot.y, &picture->y);
	dt_svg_open(&plot, &legend);
	if (!(picture->x.low < picture->x.high) &&
	    !(picture->y.low < picture->y.high))
		equal_scale(&plot);
	dt_svg_axes_grid(&plot, true, true);
	for (size_t k = 0; k < n_polygons; k++)
		polygon(&plot, &polygons[k], k);
	for (size_t i = 0; i < n_points; i++)
		point(&plot, &points[i]);
	if (!any)
		dt_svg_nothing(&plot);
	dt_svg_axes_draw(&plot);
	dt_svg_close(&plot);
}
