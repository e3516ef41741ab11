/* svg_heat: a heat map with its scale; large cells have their number too. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { SCALE = 92, STEPS = 64, LETTER = 6 };

static double
share(const struct dt_svg_range *scale, double value)
{
	return (value - scale->low) / (scale->high - scale->low);
}

/* With fewer digits where it would reach into its neighbour. */
static void
add_number(struct dt_text *out, double value, double room)
{
	char buffer[DT_NUMBER_SIZE];
	size_t before = out->size;
	dt_svg_value(out, value);
	if (out->failed || LETTER * (double)(out->size - before) <= room)
		return;
	out->size = before;
	dt_text_add(out, "%s", dt_number_print_short(value, 3, buffer));
}

static void
cell(struct dt_svg_plot *plot, double value, const struct dt_svg_range *scale,
    const double box[4])
{
	struct dt_text *out = plot->out;
	char colour[8], fill[32];
	if (!isfinite(value))
		return;
	bool dark = dt_svg_style_heat(share(scale, value), colour);
	snprintf(fill, sizeof(fill), "fill=\"%s\"", colour);
	dt_svg_rectangle(out, box[0], box[1], box[2], box[3], fill);
	if (box[2] < 42 || box[3] < 18)
		return;
	dt_text_add(out, "<text");
	dt_svg_attribute(out, "x", box[0] + box[2] / 2);
	dt_svg_attribute(out, "y", box[1] + box[3] / 2 + 4);
	dt_text_add(out, " text-anchor=\"middle\" class=\"cell%s\">",
	    dark ? " light" : "");
	add_number(out, value, box[2]);
	dt_text_add(out, "</text>\n");
}

static void
cells(struct dt_svg_plot *plot, const struct dt_svg_heat *heat,
    const struct dt_svg_range *scale)
{
	double wide = (plot->right - plot->left) / (double)heat->columns;
	double high = (plot->bottom - plot->top) / (double)heat->rows;
	dt_text_add(plot->out, "<g shape-rendering=\"crispEdges\">\n");
	for (size_t i = 0; i < heat->rows * heat->columns; i++) {
		double box[] = {
			plot->left + wide * (double)(i % heat->columns),
			plot->bottom - high * (double)(i / heat->columns + 1),
			wide, high };
		cell(plot, heat->value[i], scale, box);
	}
	dt_text_add(plot->out, "</g>\n");
}

static void
scale_number(struct dt_svg_plot *plot, double x, double y, double value)
{
	dt_text_add(plot->out, "<text");
	dt_svg_attribute(plot->out, "x", x);
	dt_svg_attribute(plot->out, "y", y + 4.5);
	dt_text_add(plot->out, ">");
	dt_svg_value(plot->out, value);
	dt_text_add(plot->out, "</text>\n");
}

static void
scale_name(struct dt_svg_plot *plot, const struct dt_svg_heat *heat)
{
	struct dt_text *out = plot->out;
	bool unit = heat->unit != NULL && *heat->unit != '\0';
	dt_text_add(out, "<text transform=\"translate(");
	dt_svg_number(out, plot->width - 12);
	dt_text_add(out, ",");
	dt_svg_number(out, (plot->top + plot->bottom) / 2);
	dt_text_add(out, ") rotate(-90)\" text-anchor=\"middle\">");
	dt_svg_escape(out, heat->name);
	dt_text_add(out, "%s", unit ? " (" : "");
	dt_svg_escape(out, unit ? heat->unit : "");
	dt_text_add(out, "%s</text>\n", unit ? ")" : "");
}

static void
draw_scale(struct dt_svg_plot *plot, const struct dt_svg_heat *heat,
    const struct dt_svg_range *scale)
{
	double x = plot->right + 18, tall = plot->bottom - plot->top;
	double step = dt_svg_axes_step(scale, 5);
	dt_text_add(plot->out, "<g shape-rendering=\"crispEdges\">\n");
	for (int i = 0; i < STEPS; i++) {
		char colour[8], fill[32];
		dt_svg_style_heat((i + .5) / STEPS, colour);
		snprintf(fill, sizeof(fill), "fill=\"%s\"", colour);
		dt_svg_rectangle(plot->out, x, plot->bottom -
		    tall * (i + 1) / STEPS, 16, tall / STEPS, fill);
	}
	dt_text_add(plot->out, "</g>\n");
	dt_svg_rectangle(plot->out, x, plot->top, 16, tall, "class=\"axis\"");
	double first = ceil(scale->low / step - 1e-9);
	for (int i = 0; i < 12; i++) {
		double value = (first + i) * step;
		if (value <= scale->high + 1e-9 * step)
			scale_number(plot, x + 21, plot->bottom -
			    tall * share(scale, value), value);
	}
	scale_name(plot, heat);
}

void
dt_svg_heat(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_heat *heat)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x_cells = heat->columns, .y_cells = heat->rows,
		.margin = SCALE };
	struct dt_svg_legend none = { .n = 0 };
	struct dt_svg_range scale = DT_SVG_NO_RANGE;
	struct dt_svg_axis asked = { .low = heat->low, .high = heat->high };
	size_t n = heat->columns * heat->rows;
	for (size_t i = 0; i < n; i++)
		dt_svg_see(&scale, heat->value[i]);
	dt_svg_settle(&scale, &asked, false);
	plot.x = dt_svg_cells(&picture->x, n > 0 ? heat->columns : 1);
	plot.y = dt_svg_cells(&picture->y, n > 0 ? heat->rows : 1);
	dt_svg_open(&plot, &none);
	if (n > 0)
		cells(&plot, heat, &scale);
	else
		dt_svg_nothing(&plot);
	draw_scale(&plot, heat, &scale);
	dt_svg_axes_draw(&plot);
	dt_svg_close(&plot);
}
