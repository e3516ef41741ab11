/* svg_lines: lines and steps, with a band each where one is given. */
#include <math.h>

#include "format/svg_internal.h"

static bool
is_there(const struct dt_svg_series *s, size_t i)
{
	return isfinite(s->x[i]) && isfinite(s->y[i]);
}

static void
see(struct dt_svg_plot *plot, const struct dt_svg_series *s)
{
	for (size_t i = 0; i < s->n; i++) {
		if (!is_there(s, i))
			continue;
		dt_svg_see(&plot->x, s->x[i]);
		dt_svg_see(&plot->y, s->y[i]);
		if (s->low != NULL && s->high != NULL) {
			dt_svg_see(&plot->y, s->low[i]);
			dt_svg_see(&plot->y, s->high[i]);
		}
	}
}

/* There along the upper edge and back along the lower one. */
static void
band(struct dt_svg_plot *plot, const struct dt_svg_series *s, size_t k)
{
	bool begun = false;
	dt_text_add(plot->out, "<path d=\"");
	for (size_t i = 0; i < 2 * s->n; i++) {
		size_t at = i < s->n ? i : 2 * s->n - 1 - i;
		double y = i < s->n ? s->high[at] : s->low[at];
		if (!is_there(s, at) || !isfinite(y))
			continue;
		dt_svg_path(plot->out, begun ? 'L' : 'M',
		    dt_svg_x(plot, s->x[at]), dt_svg_y(plot, y));
		begun = true;
	}
	dt_text_add(plot->out, "\" fill=\"%s\" fill-opacity=\"0.15\"/>\n",
	    dt_svg_style_stroke[k % DT_SVG_MOST]);
}

static void
path(struct dt_svg_plot *plot, const struct dt_svg_series *s, size_t k)
{
	bool begun = false;
	dt_text_add(plot->out, "<path d=\"");
	for (size_t i = 0; i < s->n; i++) {
		if (!is_there(s, i)) {
			begun = false;
			continue;
		}
		double x = dt_svg_x(plot, s->x[i]);
		if (begun && s->step)
			dt_svg_path(plot->out, 'L', x,
			    dt_svg_y(plot, s->y[i - 1]));
		dt_svg_path(plot->out, begun ? 'L' : 'M', x,
		    dt_svg_y(plot, s->y[i]));
		begun = true;
	}
	dt_text_add(plot->out, "\" stroke=\"%s\" class=\"line\"%s/>\n",
	    dt_svg_style_stroke[k % DT_SVG_MOST],
	    dt_svg_style_dash[k % DT_SVG_MOST]);
}

static void
draw(struct dt_svg_plot *plot, const struct dt_svg_series *s, size_t k)
{
	if (s->low != NULL && s->high != NULL)
		band(plot, s, k);
	bool marks = s->marks || s->apart || s->n == 1;
	if (!s->apart)
		path(plot, s, k);
	for (size_t i = 0; i < s->n && marks; i++)
		if (is_there(s, i))
			dt_svg_mark(plot->out, k, dt_svg_x(plot, s->x[i]),
			    dt_svg_y(plot, s->y[i]));
}

void
dt_svg_lines(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_series *series, size_t n)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x = DT_SVG_NO_RANGE, .y = DT_SVG_NO_RANGE };
	struct dt_svg_legend legend = { .sample = DT_SVG_STROKE };
	for (size_t k = 0; k < n; k++) {
		see(&plot, &series[k]);
		if (k < DT_SVG_MOST)
			legend.names[legend.n++] = series[k].name;
	}
	for (size_t k = 0; k < n && picture->x.labels != NULL; k++)
		if (series[k].n > plot.x_cells)
			plot.x_cells = series[k].n;
	bool any = plot.x.low <= plot.x.high;
	dt_svg_settle(&plot.x, &picture->x, false);
	dt_svg_settle(&plot.y, &picture->y, true);
	dt_svg_open(&plot, &legend);
	dt_svg_axes_grid(&plot, false, true);
	for (size_t k = 0; k < n; k++)
		draw(&plot, &series[k], k);
	if (!any)
		dt_svg_nothing(&plot);
	dt_svg_axes_draw(&plot);
	dt_svg_close(&plot);
}
