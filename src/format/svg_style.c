/* svg_style: what tells series and classes apart. */
#include <math.h>
#include <stdio.h>

#include "format/svg_internal.h"

#include "base/number.h"

/* Okabe and Ito 2008, eight colours that the colour-blind tell apart. */
const char *const dt_svg_style_stroke[DT_SVG_MOST] = {
	"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b07800", "#3a8fc4",
	"#000000", "#777777",
};

const char *const dt_svg_style_dash[DT_SVG_MOST] = {
	"", " stroke-dasharray=\"8 4\"", " stroke-dasharray=\"2 3\"",
	" stroke-dasharray=\"10 3 2 3\"", " stroke-dasharray=\"5 2\"",
	" stroke-dasharray=\"12 6\"", " stroke-dasharray=\"1 5\"",
	" stroke-dasharray=\"6 2 1 2 1 2\"",
};

/* A light ground and dark strokes, each pattern of another texture. */
static const struct {
	const char *ground, *ink, *strokes;
} patterns[DT_SVG_MOST] = {
	{ "#cfe5f2", "#cfe5f2", "" },
	{ "#fbe0cd", "#c25500", "M-2 2L2 -2M0 8L8 0M6 10L10 6" },
	{ "#d2eee4", "#00795a", "M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z" },
	{ "#f5e3ee", "#a34f80", "M0 4H8M4 0V8" },
	{ "#fbecc8", "#8a5e00", "M-2 6L2 10M0 0L8 8M6 -2L10 2" },
	{ "#e4f2fb", "#3a8fc4", "M0 2H8M0 6H8" },
	{ "#e6e6e6", "#444444", "M2 0V8M6 0V8" },
	{ "#f4f4f4", "#777777", "M0 0L8 8M8 0L0 8" },
};

const char *
dt_svg_style_id(const struct dt_svg *picture)
{
	return picture->id != NULL ? picture->id : "dt";
}

void
dt_svg_style_patterns(struct dt_svg_plot *plot, size_t n)
{
	dt_text_add(plot->out, "<defs>\n");
	for (size_t i = 0; i < n && i < DT_SVG_MOST; i++)
		dt_text_add(plot->out, "<pattern id=\"%s-%zu\" width=\"8\" "
		    "height=\"8\" patternUnits=\"userSpaceOnUse\">"
		    "<rect width=\"8\" height=\"8\" fill=\"%s\"/>"
		    "<path d=\"%s\" stroke=\"%s\" fill=\"none\"/></pattern>\n",
		    dt_svg_style_id(plot->picture), i, patterns[i].ground,
		    patterns[i].strokes, patterns[i].ink);
	dt_text_add(plot->out, "</defs>\n");
}

/* Lightness falls steadily, so that print in grey keeps the order. */
bool
dt_svg_style_heat(double share, char colour[8])
{
	static const int stops[][3] = {
		{ 255, 253, 219 }, { 199, 233, 180 }, { 65, 182, 196 },
		{ 34, 94, 168 }, { 8, 29, 88 },
	};
	double at = dt_number_min(dt_number_max(share, 0), 1) * 4;
	int i = at >= 4 ? 3 : (int)at;
	int mixed[3];
	for (int k = 0; k < 3; k++)
		mixed[k] = (int)lround(stops[i][k] +
		    (at - i) * (stops[i + 1][k] - stops[i][k]));
	snprintf(colour, 8, "#%02x%02x%02x", mixed[0] & 255, mixed[1] & 255,
	    mixed[2] & 255);
	return share > .55;
}
