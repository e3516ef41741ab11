/* svg_internal: what the files of svg share. */
#ifndef DT_BASE_SVG_INTERNAL_H
#define DT_BASE_SVG_INTERNAL_H

#include "format/svg.h"

/* A range that grows by what it is shown; begins as { INFINITY, -INFINITY }. */
struct dt_svg_range {
	double low, high;
};

#define DT_SVG_NO_RANGE { INFINITY, -INFINITY }

/* A picture being drawn: the plot's rectangle in pixels, and what of the data
 * its edges are. */
struct dt_svg_plot {
	struct dt_text *out;
	const struct dt_svg *picture;
	int width, height;
	double left, right, top, bottom;
	struct dt_svg_range x, y;
	size_t x_cells, y_cells;        /* axes with labels: how many */
	double margin;                  /* kept free at the right */
};

/* How the legend shows the i-th name. */
enum dt_svg_sample { DT_SVG_STROKE, DT_SVG_FILL };

struct dt_svg_legend {
	enum dt_svg_sample sample;
	size_t n;
	const char *names[DT_SVG_MOST + 1];     /* NULL: left out */
	bool contour;           /* the last name is of the contour */
};

/* In order: open, data, close. Ranges are set before open. */
void dt_svg_open(struct dt_svg_plot *plot, const struct dt_svg_legend *legend);
void dt_svg_close(struct dt_svg_plot *plot);

/* svg_axes.c */
void dt_svg_axes_grid(struct dt_svg_plot *plot, bool x, bool y);
void dt_svg_axes_draw(struct dt_svg_plot *plot);
/* Of a panel among others: ticks and title along x, and its frame. */
void dt_svg_axes_panel(struct dt_svg_plot *plot);
void dt_svg_axes_margin(struct dt_svg_plot *plot);
/* Equal ticks of 1, 2 or 5 times a power of ten. */
double dt_svg_axes_step(const struct dt_svg_range *range, int about);

void dt_svg_see(struct dt_svg_range *range, double value);
/* What the axis asks for, else what was seen, a little wider or, `round`, to
 * whole ticks. */
void dt_svg_settle(struct dt_svg_range *range, const struct dt_svg_axis *axis,
    bool round);
/* The range whose n cells have their centres from low to high. */
struct dt_svg_range dt_svg_cells(const struct dt_svg_axis *axis, size_t n);

double dt_svg_x(const struct dt_svg_plot *plot, double value);
double dt_svg_y(const struct dt_svg_plot *plot, double value);

/* svg_draw.c */

/* A number of pixels, two digits; a text without what XML forbids. */
void dt_svg_number(struct dt_text *out, double value);
void dt_svg_escape(struct dt_text *out, const char *text);
/* A value for people, about four digits. */
void dt_svg_value(struct dt_text *out, double value);
/* NAME="number" and a space before it. */
void dt_svg_attribute(struct dt_text *out, const char *name, double value);
/* " x y" behind a letter of a path. */
void dt_svg_path(struct dt_text *out, char letter, double x, double y);
void dt_svg_rectangle(struct dt_text *out, double x, double y, double width,
    double height, const char *rest);
/* Text at a place; anchor start, middle, end; class or "". */
void dt_svg_text(struct dt_text *out, double x, double y, const char *anchor,
    const char *class, const char *text);
/* The same in at most so many characters. */
void dt_svg_text_most(struct dt_text *out, double x, double y,
    const char *anchor, const char *class, const char *text, size_t most);
void dt_svg_mark(struct dt_text *out, size_t i, double x, double y);
void dt_svg_nothing(struct dt_svg_plot *plot);

/* svg_style.c: told apart by colour and dash, by colour and pattern. */
extern const char *const dt_svg_style_stroke[DT_SVG_MOST];
extern const char *const dt_svg_style_dash[DT_SVG_MOST];
void dt_svg_style_patterns(struct dt_svg_plot *plot, size_t n);
const char *dt_svg_style_id(const struct dt_svg *picture);
/* 0..1 to a colour, light to dark; true: white text is read on it. */
bool dt_svg_style_heat(double share, char colour[8]);

#endif
