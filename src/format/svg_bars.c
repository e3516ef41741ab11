/* svg_bars: bars with whiskers, and histograms. Bars stand on zero. */
#include <math.h>

#include "format/svg_internal.h"

#include "base/number.h"

static void
whisker(struct dt_svg_plot *plot, double x, double low, double high)
{
	struct dt_text *out = plot->out;
	double y1 = dt_svg_y(plot, low), y2 = dt_svg_y(plot, high);
	if (!isfinite(low) || !isfinite(high))
		return;
	dt_text_add(out, "<path d=\"");
	dt_svg_path(out, 'M', x - 5, y1);
	dt_svg_path(out, 'L', x + 5, y1);
	dt_svg_path(out, 'M', x, y1);
	dt_svg_path(out, 'L', x, y2);
	dt_svg_path(out, 'M', x - 5, y2);
	dt_svg_path(out, 'L', x + 5, y2);
	dt_text_add(out, "\" class=\"edge\"/>\n");
}

/* A narrow bar's number would run into its neighbour's. */
static void
number(struct dt_svg_plot *plot, const struct dt_svg_bars *b, size_t i,
    double x, double room)
{
	struct dt_text *out = plot->out;
	double top = b->high != NULL && isfinite(b->high[i]) ?
	    dt_number_max(b->high[i], b->value[i]) : b->value[i];
	if (room < 36 || b->edge != NULL)
		return;
	dt_text_add(out, "<text");
	dt_svg_attribute(out, "x", x);
	dt_svg_attribute(out, "y", dt_svg_y(plot, dt_number_max(top, 0)) - 5);
	dt_text_add(out, " text-anchor=\"middle\">");
	dt_svg_value(out, b->value[i]);
	dt_text_add(out, "</text>\n");
}

static void
draw(struct dt_svg_plot *plot, const struct dt_svg_bars *b, size_t i)
{
	double from = b->edge ? b->edge[i] : (double)i - .36;
	double to = b->edge ? b->edge[i + 1] : (double)i + .36;
	double x = dt_svg_x(plot, from), wide = dt_svg_x(plot, to) - x;
	double y = dt_svg_y(plot, dt_number_max(b->value[i], 0));
	if (!isfinite(b->value[i]) || !isfinite(x) || !isfinite(wide))
		return;
	dt_svg_rectangle(plot->out, x, y, dt_number_max(wide, 0),
	    dt_svg_y(plot, dt_number_min(b->value[i], 0)) - y,
	    "fill=\"#7fb2d6\" stroke=\"#0a4f7d\"");
	if (b->low != NULL && b->high != NULL)
		whisker(plot, x + wide / 2, b->low[i], b->high[i]);
	number(plot, b, i, x + wide / 2, wide);
}

static void
see(struct dt_svg_plot *plot, const struct dt_svg_bars *b)
{
	dt_svg_see(&plot->y, 0);
	for (size_t i = 0; i < b->n; i++) {
		dt_svg_see(&plot->y, b->value[i]);
		if (b->low != NULL && b->high != NULL) {
			dt_svg_see(&plot->y, b->low[i]);
			dt_svg_see(&plot->y, b->high[i]);
		}
	}
	for (size_t i = 0; b->edge != NULL && i <= b->n; i++)
		dt_svg_see(&plot->x, b->edge[i]);
	/* Room above the highest for its number. */
	if (b->edge == NULL && plot->y.high > 0)
		plot->y.high += .06 * (plot->y.high - plot->y.low);
}

void
dt_svg_bars(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_bars *bars)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x = DT_SVG_NO_RANGE, .y = DT_SVG_NO_RANGE,
		.x_cells = bars->edge == NULL ? bars->n : 0 };
	struct dt_svg_legend none = { .n = 0 };
	see(&plot, bars);
	if (bars->edge == NULL)
		plot.x = (struct dt_svg_range){ -.6, (double)bars->n - .4 };
	dt_svg_settle(&plot.x, &(struct dt_svg_axis){ 0 }, false);
	dt_svg_settle(&plot.y, &picture->y, true);
	dt_svg_open(&plot, &none);
	dt_svg_axes_grid(&plot, false, true);
	for (size_t i = 0; i < bars->n; i++)
		draw(&plot, bars, i);
	if (bars->n == 0)
		dt_svg_nothing(&plot);
	dt_svg_axes_draw(&plot);
	dt_svg_close(&plot);
}
