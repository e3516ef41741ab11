/* svg_rows: things as rows, several figures of each as bars side by side. */
#include <math.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { ROW = 26, LETTER = 7, GAP = 30, HEAD = 70, FEET = 54, LABEL_MOST = 30,
	ROOM = 50, SPARE = 4 };

static void
whisker(struct dt_svg_plot *plot, double y, double low, double high)
{
	double x1 = dt_svg_x(plot, low), x2 = dt_svg_x(plot, high);
	if (!isfinite(low) || !isfinite(high) || low == high)
		return;
	dt_text_add(plot->out, "<path d=\"");
	dt_svg_path(plot->out, 'M', x1, y - 4);
	dt_svg_path(plot->out, 'L', x1, y + 4);
	dt_svg_path(plot->out, 'M', x1, y);
	dt_svg_path(plot->out, 'L', x2, y);
	dt_svg_path(plot->out, 'M', x2, y - 4);
	dt_svg_path(plot->out, 'L', x2, y + 4);
	dt_text_add(plot->out, "\" class=\"edge\"/>\n");
}

/* Beyond the bar and its whisker if there is room for it, else before them. */
static void
number(struct dt_svg_plot *plot, const struct dt_svg_panel *panel, size_t i,
    double y)
{
	double value = panel->value[i], low = value, high = value;
	if (panel->low != NULL && isfinite(panel->low[i]))
		low = dt_number_min(low, panel->low[i]);
	if (panel->high != NULL && isfinite(panel->high[i]))
		high = dt_number_max(high, panel->high[i]);
	double left = dt_svg_x(plot, low), right = dt_svg_x(plot, high);
	bool end = value < 0 ? left - ROOM > plot->left :
	    right + ROOM > plot->right;
	dt_text_add(plot->out, "<text");
	dt_svg_attribute(plot->out, "x", end ? left - 6 : right + 6);
	dt_svg_attribute(plot->out, "y", y + 4);
	dt_text_add(plot->out, " text-anchor=\"%s\" class=\"cell halo\">",
	    end ? "end" : "start");
	dt_svg_value(plot->out, value);
	dt_text_add(plot->out, "</text>\n");
}

static void
bar(struct dt_svg_plot *plot, const struct dt_svg_rows *rows,
    const struct dt_svg_panel *panel, size_t i)
{
	double y = plot->top + ROW * ((double)i + .5);
	double zero = dt_svg_x(plot, dt_number_min(dt_number_max(0,
	    plot->x.low), plot->x.high));
	double value = panel->value[i], tip = dt_svg_x(plot, value);
	if (!isfinite(value)) {
		dt_svg_text(plot->out, plot->left + 6, y + 4, "start",
		    " class=\"cell\"", "not known");
		return;
	}
	dt_text_add(plot->out, "<rect");
	dt_svg_attribute(plot->out, "x", dt_number_min(zero, tip));
	dt_svg_attribute(plot->out, "y", y - 8);
	dt_svg_attribute(plot->out, "width", fabs(tip - zero));
	dt_svg_attribute(plot->out, "height", 16);
	dt_text_add(plot->out, " fill=\"url(#%s-%zu)\" stroke=\"#444\"/>\n",
	    dt_svg_style_id(plot->picture), rows->class[i] % DT_SVG_MOST);
	if (panel->low != NULL && panel->high != NULL)
		whisker(plot, y, panel->low[i], panel->high[i]);
	number(plot, panel, i, y);
}

static void
draw(const struct dt_svg_plot *whole, const struct dt_svg_rows *rows,
    size_t k)
{
	const struct dt_svg_panel *panel = &rows->panels[k];
	double wide = (whole->right - whole->left -
	    GAP * (double)(rows->n_panels - 1)) / (double)rows->n_panels;
	struct dt_svg picture = *whole->picture;
	struct dt_svg_plot plot = *whole;
	picture.x = panel->axis;
	plot.picture = &picture;
	plot.left = whole->left + (wide + GAP) * (double)k;
	plot.right = plot.left + wide;
	plot.x = (struct dt_svg_range)DT_SVG_NO_RANGE;
	dt_svg_see(&plot.x, 0);
	for (size_t i = 0; i < rows->n; i++) {
		dt_svg_see(&plot.x, panel->value[i]);
		if (panel->low != NULL && panel->high != NULL) {
			dt_svg_see(&plot.x, panel->low[i]);
			dt_svg_see(&plot.x, panel->high[i]);
		}
	}
	dt_svg_settle(&plot.x, &panel->axis, true);
	dt_svg_axes_grid(&plot, true, false);
	for (size_t i = 0; i < rows->n; i++)
		bar(&plot, rows, panel, i);
	dt_svg_axes_panel(&plot);
}

static double
margin(const struct dt_svg_rows *rows)
{
	size_t widest = 1;
	for (size_t i = 0; i < rows->n; i++) {
		size_t wide = dt_text_width(rows->labels[i]);
		widest = wide > widest ? wide : widest;
	}
	return 24 + LETTER * (double)(widest < LABEL_MOST ? widest :
	    LABEL_MOST);
}

void
dt_svg_rows(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_rows *rows)
{
	struct dt_svg sized = *picture;
	struct dt_svg_plot plot = { .out = out, .picture = &sized,
		.x = { 0, 1 }, .y = { 0, 1 } };
	struct dt_svg_legend legend = { .sample = DT_SVG_FILL,
		.n = rows->n_classes < DT_SVG_MOST ? rows->n_classes :
		DT_SVG_MOST };
	for (size_t k = 0; k < legend.n; k++)
		for (size_t i = 0; i < rows->n; i++)
			if (rows->class[i] == k)
				legend.names[k] = rows->names[k];
	if (sized.height == 0)
		sized.height = HEAD + FEET + ROW * (int)(rows->n > 0 ?
		    rows->n : 1);
	dt_svg_open(&plot, &legend);
	plot.left = margin(rows);
	plot.bottom = plot.top + ROW * (double)(rows->n > 0 ? rows->n : 1);
	for (size_t i = 0; i < rows->n; i++)
		dt_svg_text_most(out, plot.left - 9, plot.top + ROW *
		    ((double)i + .5) + 4.5, "end", "", rows->labels[i],
		    LABEL_MOST - SPARE);
	for (size_t k = 0; rows->n > 0 && k < rows->n_panels; k++)
		draw(&plot, rows, k);
	if (rows->n == 0)
		dt_svg_nothing(&plot);
	dt_svg_close(&plot);
}
