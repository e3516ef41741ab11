/* svg_axes: ticks, grid, titles of the axes. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { LETTER = 7, MOST_TICKS = 40, LABEL_MOST = 24 };

double
dt_svg_axes_step(const struct dt_svg_range *range, int about)
{
	double rough = (range->high - range->low) / about;
	double power = pow(10, floor(log10(rough)));
	double lead = rough / power;
	return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

struct tick {
	double value;
	char number[DT_NUMBER_SIZE];
	const char *text;
};

/* The i-th tick, false after the last. Of cells none lies outside the
 * centres. */
static bool
get_tick(const struct dt_svg_range *range, const struct dt_svg_axis *axis,
    size_t cells, size_t i, struct tick *tick)
{
	if (axis->labels != NULL && cells > 0) {
		tick->value = (double)i;
		tick->text = i < cells ? axis->labels[i] : NULL;
		return i < cells;
	}
	double step = dt_svg_axes_step(range, 6);
	double half = cells > 0 ? (range->high - range->low) / 2 /
	    (double)cells : 0;
	double first = ceil((range->low + half) / step - 1e-9);
	int digits = (int)dt_number_max(0, -floor(log10(step) + 1e-9));
	tick->value = (first + (double)i) * step;
	tick->text = dt_number_print_short(tick->value, digits < 15 ? digits :
	    15, tick->number);
	return i < MOST_TICKS && tick->value <= range->high - half + 1e-9 *
	    step;
}

/* Names that stand too close to be read are turned. */
static bool
is_crowded(const struct dt_svg_plot *plot)
{
	const struct dt_svg_axis *axis = &plot->picture->x;
	double room = (plot->right - plot->left) /
	    (double)(plot->x_cells > 0 ? plot->x_cells : 1);
	for (size_t i = 0; axis->labels != NULL && i < plot->x_cells; i++)
		if (LETTER * (double)dt_text_width(axis->labels[i]) > room)
			return true;
	return false;
}

/* How far down names reach that are turned by 24 degrees (sine .41), beyond the
 * room for others. */
static double
depth(const struct dt_svg_plot *plot)
{
	size_t widest = 0;
	if (!is_crowded(plot))
		return 0;
	for (size_t i = 0; i < plot->x_cells; i++) {
		size_t wide = dt_text_width(plot->picture->x.labels[i]);
		widest = wide > widest ? wide : widest;
	}
	return .41 * (LETTER - 1) * (double)(widest < LABEL_MOST ? widest : LABEL_MOST);
}

/* Room for the widest number left of the plot, and for names under it. */
void
dt_svg_axes_margin(struct dt_svg_plot *plot)
{
	struct tick tick;
	size_t widest = 1;
	for (size_t i = 0; get_tick(&plot->y, &plot->picture->y,
	    plot->y_cells, i, &tick); i++) {
		size_t wide = tick.text ? dt_text_width(tick.text) : 0;
		widest = wide > widest ? wide : widest;
	}
	plot->left = 46 + LETTER * (double)(widest < LABEL_MOST ? widest : LABEL_MOST);
	plot->bottom -= depth(plot);
}

static void
line(struct dt_text *out, double x1, double y1, double x2, double y2,
    const char *class)
{
	dt_text_add(out, "<path d=\"");
	dt_svg_path(out, 'M', x1, y1);
	dt_svg_path(out, 'L', x2, y2);
	dt_text_add(out, "\" class=\"%s\"/>\n", class);
}

void
dt_svg_axes_grid(struct dt_svg_plot *plot, bool x, bool y)
{
	const struct dt_svg *picture = plot->picture;
	struct tick tick;
	for (size_t i = 0; x && get_tick(&plot->x, &picture->x,
	    plot->x_cells, i, &tick); i++)
		line(plot->out, dt_svg_x(plot, tick.value), plot->top,
		    dt_svg_x(plot, tick.value), plot->bottom, "grid");
	for (size_t i = 0; y && get_tick(&plot->y, &picture->y,
	    plot->y_cells, i, &tick); i++)
		line(plot->out, plot->left, dt_svg_y(plot, tick.value),
		    plot->right, dt_svg_y(plot, tick.value), "grid");
}

static void
x_ticks(struct dt_svg_plot *plot)
{
	struct tick tick;
	bool turned = is_crowded(plot);
	for (size_t i = 0; get_tick(&plot->x, &plot->picture->x,
	    plot->x_cells, i, &tick); i++) {
		double x = dt_svg_x(plot, tick.value);
		line(plot->out, x, plot->bottom, x, plot->bottom + 5, "axis");
		if (!turned) {
			dt_svg_text(plot->out, x, plot->bottom + 20, "middle",
			    "", tick.text);
			continue;
		}
		dt_text_add(plot->out, "<g transform=\"translate(");
		dt_svg_number(plot->out, x + 4);
		dt_text_add(plot->out, ",");
		dt_svg_number(plot->out, plot->bottom + 14);
		dt_text_add(plot->out, ") rotate(-24)\">");
		dt_svg_text_most(plot->out, 0, 0, "end", " class=\"cell\"",
		    tick.text, LABEL_MOST);
		dt_text_add(plot->out, "</g>\n");
	}
}

static void
y_ticks(struct dt_svg_plot *plot)
{
	struct tick tick;
	for (size_t i = 0; get_tick(&plot->y, &plot->picture->y,
	    plot->y_cells, i, &tick); i++) {
		double y = dt_svg_y(plot, tick.value);
		line(plot->out, plot->left - 5, y, plot->left, y, "axis");
		dt_svg_text_most(plot->out, plot->left - 9, y + 4.5, "end",
		    "", tick.text ? tick.text : "", LABEL_MOST);
	}
}

static void
axis_title(struct dt_svg_plot *plot, const struct dt_svg_axis *axis)
{
	dt_svg_escape(plot->out, axis->title);
	if (axis->unit != NULL && *axis->unit != '\0') {
		dt_text_add(plot->out, " (");
		dt_svg_escape(plot->out, axis->unit);
		dt_text_add(plot->out, ")");
	}
}

static void
x_title(struct dt_svg_plot *plot)
{
	dt_text_add(plot->out, "<text");
	dt_svg_attribute(plot->out, "x", (plot->left + plot->right) / 2);
	dt_svg_attribute(plot->out, "y", plot->height - 14);
	dt_text_add(plot->out, " text-anchor=\"middle\">");
	axis_title(plot, &plot->picture->x);
	dt_text_add(plot->out, "</text>\n");
}

static void
y_title(struct dt_svg_plot *plot)
{
	struct dt_text *out = plot->out;
	dt_text_add(out, "<text transform=\"translate(22,");
	dt_svg_number(out, (plot->top + plot->bottom) / 2);
	dt_text_add(out, ") rotate(-90)\" text-anchor=\"middle\">");
	axis_title(plot, &plot->picture->y);
	dt_text_add(out, "</text>\n");
}

static void
frame(struct dt_svg_plot *plot)
{
	dt_svg_rectangle(plot->out, plot->left, plot->top,
	    plot->right - plot->left, plot->bottom - plot->top,
	    "class=\"axis\"");
}

void
dt_svg_axes_panel(struct dt_svg_plot *plot)
{
	x_ticks(plot);
	x_title(plot);
	frame(plot);
}

void
dt_svg_axes_draw(struct dt_svg_plot *plot)
{
	x_ticks(plot);
	y_ticks(plot);
	x_title(plot);
	y_title(plot);
	frame(plot);
}
