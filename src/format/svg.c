/* svg: see svg.h. The frame that every picture has: title, legend, page. */
#include "format/svg.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { WIDTH = 720, HEIGHT = 460, ROW = 20, SAMPLE = 26, LETTER = 7 };

/* Cut off, so that long integers of any data are harmless. */
void
dt_svg_number(struct dt_text *out, double value)
{
	double bound = fmin(fmax(value, -1e6), 1e6);
	long cents = lround(bound * 100);
	dt_text_add(out, "%s%ld.%02ld", cents < 0 ? "-" : "",
	    labs(cents) / 100, labs(cents) % 100);
}

static bool
is_allowed(uint32_t code)
{
	return code >= 0x20 && code != 0x7f && code != 0xfffe &&
	    code != 0xffff;
}

void
dt_svg_escape(struct dt_text *out, const char *text)
{
	size_t left = text == NULL ? 0 : strlen(text);
	while (left > 0) {
		uint32_t code = 0;
		size_t n = dt_text_character(text, left, &code);
		const char *name = *text == '&' ? "&amp;" : *text == '<' ?
		    "&lt;" : *text == '>' ? "&gt;" : *text == '"' ? "&quot;" :
		    n == 0 || !is_allowed(code) ? " " : NULL;
		if (name != NULL)
			dt_text_add(out, "%s", name);
		else
			dt_text_add_n(out, text, n);
		n += n == 0;
		text += n;
		left -= n;
	}
}

void
dt_svg_value(struct dt_text *out, double value)
{
	char buffer[DT_NUMBER_SIZE];
	double size = fabs(value);
	int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 :
	    size >= .01 || size == 0 ? 3 : 6;
	dt_text_add(out, "%s", dt_number_print_short(value, digits, buffer));
}

void
dt_svg_attribute(struct dt_text *out, const char *name, double value)
{
	dt_text_add(out, " %s=\"", name);
	dt_svg_number(out, value);
	dt_text_add(out, "\"");
}

void
dt_svg_path(struct dt_text *out, char letter, double x, double y)
{
	dt_text_add(out, "%c", letter);
	dt_svg_number(out, x);
	dt_text_add(out, " ");
	dt_svg_number(out, y);
}

void
dt_svg_rectangle(struct dt_text *out, double x, double y, double width,
    double height, const char *rest)
{
	dt_text_add(out, "<rect");
	dt_svg_attribute(out, "x", x);
	dt_svg_attribute(out, "y", y);
	dt_svg_attribute(out, "width", width);
	dt_svg_attribute(out, "height", height);
	dt_text_add(out, " %s/>\n", rest);
}

void
dt_svg_text(struct dt_text *out, double x, double y, const char *anchor,
    const char *class, const char *text)
{
	dt_text_add(out, "<text");
	dt_svg_attribute(out, "x", x);
	dt_svg_attribute(out, "y", y);
	dt_text_add(out, " text-anchor=\"%s\"%s>", anchor, class);
	dt_svg_escape(out, text);
	dt_text_add(out, "</text>\n");
}

void
dt_svg_see(struct dt_svg_range *range, double value)
{
	if (!isfinite(value))
		return;
	range->low = fmin(range->low, value);
	range->high = fmax(range->high, value);
}

/* A range of no width gets one; one so wide that it overflows is cut. */
static void
give_width(struct dt_svg_range *range)
{
	if (range->low > range->high)
		*range = (struct dt_svg_range){ 0, 1 };
	range->low = fmax(range->low, -1e300);
	range->high = fmin(range->high, 1e300);
	double least = fmax(fabs(range->low), fabs(range->high)) * 1e-9;
	if (range->high - range->low > least)
		return;
	double half = range->low == 0 ? .5 : fabs(range->low) / 2;
	range->low -= half;
	range->high += half;
}

void
dt_svg_settle(struct dt_svg_range *range, const struct dt_svg_axis *axis,
    bool round)
{
	if (axis->low < axis->high)
		*range = (struct dt_svg_range){ axis->low, axis->high };
	give_width(range);
	if (!round || axis->low < axis->high)
		return;
	double step = dt_svg_axes_step(range, 6);
	range->low = floor(range->low / step + 1e-9) * step;
	range->high = ceil(range->high / step - 1e-9) * step;
}

struct dt_svg_range
dt_svg_cells(const struct dt_svg_axis *axis, size_t n)
{
	bool named = axis->labels != NULL || !(axis->low < axis->high);
	double low = named ? 0 : axis->low;
	double high = named ? (double)n - 1 : axis->high;
	double half = n > 1 ? (high - low) / (double)(n - 1) / 2 : .5;
	return (struct dt_svg_range){ low - half, high + half };
}

double
dt_svg_x(const struct dt_svg_plot *plot, double value)
{
	return plot->left + (value - plot->x.low) /
	    (plot->x.high - plot->x.low) * (plot->right - plot->left);
}

double
dt_svg_y(const struct dt_svg_plot *plot, double value)
{
	return plot->bottom - (value - plot->y.low) /
	    (plot->y.high - plot->y.low) * (plot->bottom - plot->top);
}

/* Circle, square, triangle, diamond: by turns, so that grey tells too. */
void
dt_svg_mark(struct dt_text *out, size_t i, double x, double y)
{
	static const double shapes[][8] = {
		{ -4, 0, 0, -4, 4, 0, 0, 4 }, { -3, -3, 3, -3, 3, 3, -3, 3 },
		{ 0, -4, 4, 3, -4, 3, 0, -4 }, { -4, -3, 4, -3, 0, 4, -4, -3 },
	};
	const double *at = shapes[i % 4];
	if (i % 4 == 0) {
		dt_text_add(out, "<circle");
		dt_svg_attribute(out, "cx", x);
		dt_svg_attribute(out, "cy", y);
		dt_text_add(out, " r=\"3.5\" fill=\"%s\"/>\n",
		    dt_svg_style_stroke[i % DT_SVG_MOST]);
		return;
	}
	dt_text_add(out, "<path d=\"");
	for (size_t k = 0; k < 4; k++)
		dt_svg_path(out, k == 0 ? 'M' : 'L', x + at[2 * k],
		    y + at[2 * k + 1]);
	dt_text_add(out, "Z\" fill=\"%s\"/>\n",
	    dt_svg_style_stroke[i % DT_SVG_MOST]);
}

static void
sample(struct dt_svg_plot *plot, const struct dt_svg_legend *legend, size_t i,
    double x, double y)
{
	char fill[96];
	bool contour = legend->contour && i + 1 == legend->n;
	if (legend->sample == DT_SVG_FILL && !contour) {
		snprintf(fill, sizeof(fill),
		    "fill=\"url(#%.40s-%zu)\" stroke=\"#444\"",
		    dt_svg_style_id(plot->picture), i % DT_SVG_MOST);
		dt_svg_rectangle(plot->out, x, y - 11, SAMPLE - 6, 13, fill);
		return;
	}
	dt_text_add(plot->out, "<path d=\"");
	dt_svg_path(plot->out, 'M', x, y - 4);
	dt_svg_path(plot->out, 'L', x + SAMPLE - 6, y - 4);
	if (contour)
		dt_text_add(plot->out, "\" class=\"contour\"/>\n");
	else
		dt_text_add(plot->out, "\" stroke=\"%s\" class=\"line\"%s/>\n",
		    dt_svg_style_stroke[i % DT_SVG_MOST],
		    dt_svg_style_dash[i % DT_SVG_MOST]);
}

/* In rows under the title; returns where the plot may begin. */
static double
add_legend(struct dt_svg_plot *plot, const struct dt_svg_legend *legend)
{
	double x = 16, y = 52;
	bool any = false;
	for (size_t i = 0; i < legend->n; i++) {
		const char *name = legend->names[i];
		if (name == NULL)
			continue;
		double wide = SAMPLE + LETTER * dt_text_width(name) + 16.;
		if (x > 16 && x + wide > plot->width) {
			x = 16;
			y += ROW;
		}
		sample(plot, legend, i, x, y);
		dt_svg_text(plot->out, x + SAMPLE, y, "start", "", name);
		x += wide;
		any = true;
	}
	return any ? y + 18 : 46;
}

static const char style[] =
    "<style>text{font:13px sans-serif;fill:#222}.title{font-size:17px;"
    "font-weight:bold}.grid{stroke:#e3e3e3}.axis{stroke:#444;fill:none}"
    ".line{fill:none;stroke-width:2;stroke-linejoin:round}"
    ".contour{fill:none;stroke:#000;stroke-width:2.5;"
    "stroke-linejoin:round}.edge{fill:none;stroke:#333;stroke-width:1.2}"
    ".light{fill:#fff}.cell{font-size:11px}.halo{paint-order:stroke;"
    "stroke:#fff;stroke-width:3px}</style>\n";

void
dt_svg_open(struct dt_svg_plot *plot, const struct dt_svg_legend *legend)
{
	const struct dt_svg *picture = plot->picture;
	struct dt_text *out = plot->out;
	const char *id = dt_svg_style_id(picture);
	plot->width = picture->width > 0 ? picture->width : WIDTH;
	plot->height = picture->height > 0 ? picture->height : HEIGHT;
	dt_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
	    "aria-labelledby=\"%s-title %s-desc\">\n<title id=\"%s-title\">",
	    plot->width, plot->height, plot->width, plot->height, id, id, id);
	dt_svg_escape(out, picture->title);
	dt_text_add(out, "</title>\n<desc id=\"%s-desc\">", id);
	dt_svg_escape(out, picture->desc);
	dt_text_add(out, "</desc>\n%s", style);
	dt_svg_rectangle(out, 0, 0, plot->width, plot->height,
	    "fill=\"#fff\"");
	if (legend->sample == DT_SVG_FILL)
		dt_svg_style_patterns(plot, legend->n - legend->contour);
	dt_svg_text(out, 16, 28, "start", " class=\"title\"", picture->title);
	plot->top = add_legend(plot, legend);
	plot->right = plot->width - 24 - plot->margin;
	plot->bottom = plot->height - 58;
	dt_svg_axes_margin(plot);
}

void
dt_svg_nothing(struct dt_svg_plot *plot)
{
	dt_svg_text(plot->out, (plot->left + plot->right) / 2,
	    (plot->top + plot->bottom) / 2, "middle", "", "no data");
}

void
dt_svg_close(struct dt_svg_plot *plot)
{
	dt_text_add(plot->out, "</svg>\n");
}
