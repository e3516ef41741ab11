/* svg_mix: what becomes of mixes of two or three, as a line or a triangle. */
#include <math.h>

#include "format/svg_internal.h"

enum { KEY = 108, ARROW = 7 };  /* pixels: a word of the key, an arrow */

struct place {
	double x, y;
};

/* Corner 0 left below, 1 right below, 2 above. */
static struct place
place_of(const struct dt_svg_plot *plot, const struct dt_svg_mix *mix,
    const double *x)
{
	double wide = plot->right - plot->left, high = wide * sqrt(.75);
	struct place p = { plot->left + wide * (x[1] + (mix->corners == 3 ?
	    x[2] / 2 : 0)), plot->bottom };
	if (mix->corners == 3)
		p.y -= high * x[2];
	return p;
}

static void
draw_path(const struct dt_svg_plot *plot, const struct dt_svg_mix *mix,
    const struct dt_svg_mix_path *path, const char *style)
{
	if (path->n < 2)
		return;
	bool pen = false;
	dt_text_add(plot->out, "<path d=\"");
	for (size_t k = 0; k < path->n; k++) {
		struct place p = place_of(plot, mix, path->x +
		    k * mix->corners);
		bool is = isfinite(p.x) && isfinite(p.y);
		if (is)
			dt_svg_path(plot->out, pen ? 'L' : 'M', p.x, p.y);
		pen = is;
	}
	dt_text_add(plot->out, "\" fill=\"none\" %s/>\n", style);
}

/* In the middle of what the path covers on the page. */
static void
draw_arrow(const struct dt_svg_plot *plot, const struct dt_svg_mix *mix,
    const struct dt_svg_mix_path *path)
{
	double length = 0, so_far = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t k = 1; k < path->n; k++) {
			struct place a = place_of(plot, mix, path->x +
			    (k - 1) * mix->corners);
			struct place b = place_of(plot, mix, path->x +
			    k * mix->corners);
			double leg = hypot(b.x - a.x, b.y - a.y);
			length += pass == 0 ? leg : 0;
			so_far += pass == 1 ? leg : 0;
			if (pass == 0 || !(so_far >= length / 2) ||
			    !(leg > 0))
				continue;
			double ux = (b.x - a.x) / leg, uy = (b.y - a.y) / leg;
			dt_text_add(plot->out, "<path d=\"");
			dt_svg_path(plot->out, 'M', b.x + ux * ARROW,
			    b.y + uy * ARROW);
			dt_svg_path(plot->out, 'L', b.x - uy * ARROW / 2,
			    b.y + ux * ARROW / 2);
			dt_svg_path(plot->out, 'L', b.x + uy * ARROW / 2,
			    b.y - ux * ARROW / 2);
			dt_text_add(plot->out, "Z\" fill=\"#0072b2\"/>\n");
			return;
		}
}

static void
draw_point(struct dt_text *out, struct place p, enum dt_svg_mix_point kind)
{
	static const char *const fills[] = {
		[DT_SVG_MIX_SINK] = "#000", [DT_SVG_MIX_SOURCE] = "#fff",
		[DT_SVG_MIX_SADDLE] = "#fff", [DT_SVG_MIX_NEUTRAL] = "#aaa",
	};
	dt_text_add(out, "<circle");
	dt_svg_attribute(out, "cx", p.x);
	dt_svg_attribute(out, "cy", p.y);
	dt_text_add(out, " r=\"6\" fill=\"%s\" stroke=\"#000\" "
	    "stroke-width=\"2\"/>\n", fills[kind]);
	if (kind != DT_SVG_MIX_SADDLE)
		return;
	dt_text_add(out, "<path d=\"");
	dt_svg_path(out, 'M', p.x, p.y - 6);
	dt_text_add(out, "a6 6 0 0 1 0 12Z\" fill=\"#000\"/>\n");
}

/* What the circles mean. */
static void
draw_key(const struct dt_svg_plot *plot)
{
	static const char *const words[] = {
		[DT_SVG_MIX_SINK] = "sink", [DT_SVG_MIX_SOURCE] = "source",
		[DT_SVG_MIX_SADDLE] = "saddle",
		[DT_SVG_MIX_NEUTRAL] = "neutral, centre",
	};
	for (int k = 0; k < DT_SVG_MIX_KINDS; k++) {
		struct place p = { 24 + k * KEY, plot->height - 18 };
		draw_point(plot->out, p, (enum dt_svg_mix_point)k);
		dt_svg_text(plot->out, p.x + 12, p.y + 4, "start", "",
		    words[k]);
	}
}

static void
draw_corners(const struct dt_svg_plot *plot, const struct dt_svg_mix *mix)
{
	for (size_t c = 0; c < mix->corners; c++) {
		double x[3] = { c == 0, c == 1, c == 2 };
		struct place p = place_of(plot, mix, x);
		dt_svg_text(plot->out, p.x, c == 2 ? p.y - 14 : p.y + 26,
		    "middle", "", mix->names[c]);
	}
}

void
dt_svg_mix(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_mix *mix)
{
	struct dt_svg_plot plot = { .out = out, .picture = picture,
		.x = { 0, 1 }, .y = { 0, 1 } };
	struct dt_svg_legend legend = { .sample = DT_SVG_STROKE };
	double ends[9] = { 1, 0, 0, 1 };
	if (mix->corners == 3)
		for (size_t k = 0; k < 9; k++)
			ends[k] = k % 4 == 0;
	dt_svg_open(&plot, &legend);
	plot.left = 110;
	plot.right = plot.width - 110;
	plot.bottom = plot.height - 80;
	for (size_t a = 0; a < mix->corners; a++)
		for (size_t b = 0; b < a; b++) {
			double two[6];
			for (size_t k = 0; k < mix->corners; k++) {
				two[k] = ends[a * mix->corners + k];
				two[mix->corners + k] =
				    ends[b * mix->corners + k];
			}
			struct dt_svg_mix_path edge = { 2, two };
			draw_path(&plot, mix, &edge, "class=\"axis\"");
		}
	for (size_t k = 0; k < mix->n_lines; k++)
		draw_path(&plot, mix, &mix->lines[k], "stroke=\"#777\" "
		    "stroke-width=\"6\" stroke-linecap=\"round\"");
	for (size_t k = 0; k < mix->n_paths; k++) {
		draw_path(&plot, mix, &mix->paths[k], "stroke=\"#0072b2\" "
		    "stroke-width=\"1.4\"");
		draw_arrow(&plot, mix, &mix->paths[k]);
	}
	for (size_t k = 0; k < mix->n_points; k++) {
		struct place p = place_of(&plot, mix, mix->points +
		    k * mix->corners);
		if (isfinite(p.x) && isfinite(p.y))
			draw_point(out, p, mix->kinds[k]);
	}
	draw_corners(&plot, mix);
	draw_key(&plot);
	dt_svg_close(&plot);
}
