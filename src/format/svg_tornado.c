/* svg_tornado: how far each of several causes moves a figure. */
#include <math.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { ROW = 30, LETTER = 7, HEAD = 70, FEET = 54, LABEL_MOST = 36 };

/* From the middle to where an end leads, half a row high where both lead the
 * same way. */
static void
half(struct dt_svg_plot *plot, const struct dt_svg_tornado *t, size_t i,
    size_t end)
{
	double value = end == 0 ? t->low[i] : t->high[i];
	double from = dt_svg_x(plot, t->middle), to = dt_svg_x(plot, value);
	double y = plot->top + ROW * (double)i + 5;
	bool both = (t->low[i] - t->middle) * (t->high[i] - t->middle) > 0;
	double tall = both ? 10 : 20;
	if (!isfinite(value) || !isfinite(from))
		return;
	y += both && end == 1 ? 10 : 0;
	dt_text_add(plot->out, "<rect");
	dt_svg_attribute(plot->out, "x", dt_number_min(from, to));
	dt_svg_attribute(plot->out, "y", y);
	dt_svg_attribute(plot->out, "width", fabs(to - from));
	dt_svg_attribute(plot->out, "height", tall);
	dt_text_add(plot->out, " fill=\"url(#%s-%zu)\" stroke=\"#444\"/>\n",
	    dt_svg_style_id(plot->picture), end);
}

static void
upright(struct dt_svg_plot *plot, double value, const char *class)
{
	double x = dt_svg_x(plot, value);
	if (!(value > plot->x.low) || !(value < plot->x.high))
		return;
	dt_text_add(plot->out, "<path d=\"");
	dt_svg_path(plot->out, 'M', x, plot->top);
	dt_svg_path(plot->out, 'L', x, plot->bottom);
	dt_text_add(plot->out, "\" class=\"%s\"/>\n", class);
}

static double
see(struct dt_svg_plot *plot, const struct dt_svg_tornado *t)
{
	size_t widest = 1;
	dt_svg_see(&plot->x, t->middle);
	for (size_t i = 0; i < t->n; i++) {
		size_t wide = dt_text_width(t->labels[i]);
		widest = wide > widest ? wide : widest;
		dt_svg_see(&plot->x, t->low[i]);
		dt_svg_see(&plot->x, t->high[i]);
	}
	return 24 + LETTER * (double)(widest < LABEL_MOST ? widest :
	    LABEL_MOST);
}

void
dt_svg_tornado(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_tornado *t)
{
	struct dt_svg sized = *picture;
	struct dt_svg_plot plot = { .out = out, .picture = &sized,
		.x = DT_SVG_NO_RANGE, .y = { 0, 1 } };
	struct dt_svg_legend legend = { .sample = DT_SVG_FILL, .n = 2,
		.names = { t->names[0], t->names[1] } };
	double rows = t->n > 0 ? (double)t->n : 1, left = see(&plot, t);
	bool any = plot.x.low <= plot.x.high;
	if (sized.height == 0)
		sized.height = HEAD + FEET + (int)(ROW * rows);
	dt_svg_settle(&plot.x, &picture->x, true);
	dt_svg_open(&plot, &legend);
	plot.left = left;
	plot.bottom = plot.top + ROW * rows;
	dt_svg_axes_grid(&plot, true, false);
	for (size_t i = 0; i < t->n; i++) {
		dt_svg_text(out, plot.left - 9, plot.top + ROW *
		    ((double)i + .5) + 4.5, "end", "", t->labels[i]);
		half(&plot, t, i, 0);
		half(&plot, t, i, 1);
	}
	upright(&plot, t->middle, "edge");
	upright(&plot, 0, "contour");
	if (!any)
		dt_svg_nothing(&plot);
	dt_svg_axes_panel(&plot);
	dt_svg_close(&plot);
}
