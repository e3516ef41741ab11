/* svg: see svg.h. The frame that every picture has: title, legend, page. */
#include "format/svg.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "format/svg_internal.h"

enum { WIDTH = 720, HEIGHT = 460, ROW = 20, SAMPLE = 26, LETTER = 7,
	NAME_MOST = 64, NAME_LONG = 24, TITLE_LETTER = 11 };

void
dt_svg_see(struct dt_svg_range *range, double value)
{
	if (!isfinite(value))
		return;
	range->low = dt_number_min(range->low, value);
	range->high = dt_number_max(range->high, value);
}

/* A range of no width gets one; one so wide that it overflows is cut. */
static void
give_width(struct dt_svg_range *range)
{
	if (range->low > range->high)
		*range = (struct dt_svg_range){ 0, 1 };
	range->low = dt_number_max(range->low, -1e300);
	range->high = dt_number_min(range->high, 1e300);
	double least = dt_number_max(fabs(range->low), fabs(range->high)) *
	    1e-9;
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
		size_t letters = dt_text_width(name);
		letters = letters < NAME_MOST ? letters : NAME_MOST;
		double wide = SAMPLE + LETTER * (double)letters + 16.;
		wide += letters > NAME_LONG ? (double)letters : 0;
		if (x > 16 && x + wide > plot->width) {
			x = 16;
			y += ROW;
		}
		sample(plot, legend, i, x, y);
		dt_svg_text_most(plot->out, x + SAMPLE, y, "start", "", name,
		    NAME_MOST);
		x += wide;
		any = true;
	}
	return any ? y + 18 : 46;
}

const char dt_svg_rules[] =
    "text{font:13px sans-serif;fill:#222}.title{font-size:17px;"
    "font-weight:bold}.grid{stroke:#e3e3e3}.axis{stroke:#444;fill:none}"
    ".line{fill:none;stroke-width:2;stroke-linejoin:round}"
    ".contour{fill:none;stroke:#000;stroke-width:2.5;"
    "stroke-linejoin:round}.edge{fill:none;stroke:#333;stroke-width:1.2}"
    ".light{fill:#fff}.cell{font-size:11px}.halo{paint-order:stroke;"
    "stroke:#fff;stroke-width:3px}";

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
	dt_text_add(out, "</desc>\n<style>%s</style>\n", dt_svg_rules);
	dt_svg_rectangle(out, 0, 0, plot->width, plot->height,
	    "fill=\"#fff\"");
	if (legend->sample == DT_SVG_FILL)
		dt_svg_style_patterns(plot, legend->n - legend->contour);
	dt_svg_text_most(out, 16, 28, "start", " class=\"title\"",
	    picture->title, (size_t)plot->width / TITLE_LETTER);
	plot->top = add_legend(plot, legend);
	plot->right = plot->width - 24 - plot->margin;
	plot->bottom = plot->height - 58;
	dt_svg_axes_margin(plot);
}

void
dt_svg_stack(struct dt_text *out, const struct dt_text *pictures, size_t n,
    int width, int height)
{
	dt_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n", width,
	    height * (int)n, width, height * (int)n);
	for (size_t k = 0; k < n; k++) {
		dt_text_add(out, "<g transform=\"translate(0,%d)\">\n%s</g>\n",
		    height * (int)k, dt_text_string(&pictures[k]));
		out->failed = out->failed || pictures[k].failed;
	}
	dt_text_add(out, "</svg>\n");
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
