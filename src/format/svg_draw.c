/* svg_draw: the pieces that pictures are drawn with; see svg_internal.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "format/svg_internal.h"
#include "format/table.h"

/* Cut off, so that long integers of any data are harmless. */
void
dt_svg_number(struct dt_text *out, double value)
{
	double bound = dt_number_min(dt_number_max(value, -1e6), 1e6);
	long cents = lround(bound * 100);
	dt_text_add(out, "%s%ld.%02ld", cents < 0 ? "-" : "",
	    labs(cents) / 100, labs(cents) % 100);
}

static bool
is_allowed(uint32_t code)
{
	return !dt_text_hidden(code) && code != 0xfffe && code != 0xffff;
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
dt_svg_text_most(struct dt_text *out, double x, double y, const char *anchor,
    const char *class, const char *text, size_t most)
{
	struct dt_text clipped = { 0 };
	dt_table_clip(text, most, &clipped);
	dt_svg_text(out, x, y, anchor, class, dt_text_string(&clipped));
	out->failed |= clipped.failed;
	dt_text_free(&clipped);
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
