/*
 * svg: pictures of what was found, made by hand: lines and steps, bars and
 * histograms, heat maps, phase plots (regions of a plane), sets of the plane.
 *
 * Each function appends one whole <svg> element to a text: with <title> and
 * <desc> for screen readers, axes with units, a legend, on white. What colour
 * tells is told again by dash, mark, pattern or number, so a picture serves
 * in grey too. Numbers are written with two digits whatever the locale: the
 * same data give the same bytes. Nothing is kept and nothing else allocated;
 * memory that runs out shows in text.failed. Values that are not finite are
 * gaps. No data at all is a picture that says so.
 *
 *	struct dt_text svg = { 0 };
 *	double c[] = { .5, .7, .9 }, slack[] = { -1, .2, .8 };
 *	struct dt_svg picture = {
 *		.title = "Slack of the treaty",
 *		.desc = "Slack grows with continuation; zero near 0.67.",
 *		.x = { .title = "continuation", .unit = "chance" },
 *		.y = { .title = "slack", .unit = "payoff a round" },
 *	};
 *	struct dt_svg_series one = { .name = "lab 1", .n = 3, .x = c,
 *		.y = slack };
 *	dt_svg_lines(&svg, &picture, &one, 1);
 */
#ifndef DT_BASE_SVG_H
#define DT_BASE_SVG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct dt_svg_axis {
	const char *title;      /* "continuation" */
	const char *unit;       /* "chance"; NULL or "": none */
	double low, high;       /* low == high: as the data go. Of cells: the
	                         * centres of the first and the last */
	const char *const *labels;      /* of cells and bars, one each, in
	                                 * place of numbers; of lines, of the
	                                 * points at 0, 1, 2, ... along x; or
	                                 * NULL */
};

struct dt_svg {
	const char *title;      /* above the picture */
	const char *desc;       /* what is seen, in a sentence or two */
	const char *id;         /* letters; unlike for pictures that share an
	                         * HTML page. NULL: "dt" */
	struct dt_svg_axis x, y;
	int width, height;      /* pixels; 0: 720 by 460 */
};

/* What is in the <style> of each picture: a page that allows no other style
 * names its hash. */
extern const char dt_svg_rules[];

enum { DT_SVG_MOST = 8 };       /* series, classes, polygons told apart */

/* ---- lines ---- */

struct dt_svg_series {
	const char *name;       /* in the legend; NULL: not there */
	size_t n;
	const double *x, *y;
	const double *low, *high;       /* a band around it; or NULL */
	bool step;              /* holds its y until the next x */
	bool marks;             /* a mark at each point */
	bool apart;             /* marks, and no line between them */
};

void dt_svg_lines(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_series *series, size_t n);

/* Pictures, each one <svg> of that size as made here, below each other in
 * one; their ids must differ. */
void dt_svg_stack(struct dt_text *out, const struct dt_text *pictures,
    size_t n, int width, int height);

/* ---- bars ---- */

struct dt_svg_bars {
	size_t n;
	const double *value;
	const double *low, *high;       /* whiskers; or NULL */
	const double *edge;     /* n + 1 of a histogram; NULL: bars apart,
	                         * labelled by x.labels */
};

void dt_svg_bars(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_bars *bars);

/* ---- things as rows, figures of each as bars side by side ---- */

struct dt_svg_panel {
	struct dt_svg_axis axis;        /* of the figure; goes along x */
	const double *value;            /* a row each; NAN: not known */
	const double *low, *high;       /* whiskers; or NULL */
};

struct dt_svg_rows {
	size_t n;               /* rows, from above; the picture is as high as
	                         * they need unless it says how high */
	const char *const *labels;
	const size_t *class;    /* of each; below n_classes */
	size_t n_classes;       /* up to DT_SVG_MOST */
	const char *const *names;       /* of the classes; in the legend those
	                         * that are there */
	const struct dt_svg_panel *panels;
	size_t n_panels;
};

void dt_svg_rows(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_rows *rows);

/* ---- how far each of several causes moves a figure ---- */

struct dt_svg_tornado {
	size_t n;
	const char *const *labels;
	const double *low, *high;       /* the figure, a cause each at one end
	                         * and at the other; NAN: not known */
	double middle;          /* it, with none at an end */
	const char *names[2];   /* of the ends, in the legend */
};

/* Along x; as high as it needs. */
void dt_svg_tornado(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_tornado *tornado);

/* ---- cells of a plane ---- */

struct dt_svg_heat {
	size_t columns, rows;
	const double *value;    /* value[row * columns + column], row 0 lowest */
	double low, high;       /* of the colours; equal: as the data go */
	const char *name, *unit;        /* what a value is */
};

void dt_svg_heat(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_heat *heat);

struct dt_svg_phase {
	size_t columns, rows;
	const uint8_t *class;   /* class[row * columns + column]; n_classes and
	                         * above: nothing known, left white */
	size_t n_classes;       /* up to DT_SVG_MOST */
	const char *const *names;       /* of the classes */
	const double *value;    /* a contour is drawn where this, at the
	                         * centres, crosses level; or NULL */
	double level;
	const char *contour;    /* what the contour is, for the legend */
};

void dt_svg_phase(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_phase *phase);

/* ---- sets of the plane ---- */

struct dt_svg_polygon {
	const char *name;
	size_t n;               /* corners in order; 1: a point, 2: a segment */
	const double *x, *y;
};

struct dt_svg_point {
	const char *name;       /* written beside it; or NULL */
	double x, y;
};

/* Both axes have one scale unless a range is given. */
void dt_svg_set(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_polygon *polygons, size_t n_polygons,
    const struct dt_svg_point *points, size_t n_points);

/* ---- mixes of two or three, as a line or a triangle ---- */

struct dt_svg_mix_path {
	size_t n;
	const double *x;        /* [place * corners + corner], shares */
};

enum dt_svg_mix_point {
	DT_SVG_MIX_SINK,        /* a full circle */
	DT_SVG_MIX_SOURCE,      /* an empty one */
	DT_SVG_MIX_SADDLE,      /* half of it full */
	DT_SVG_MIX_NEUTRAL,     /* a grey one */
	DT_SVG_MIX_KINDS
};

struct dt_svg_mix {
	size_t corners;         /* 2 or 3 */
	const char *const *names;       /* of the corners */
	size_t n_paths;         /* each gets an arrow along it */
	const struct dt_svg_mix_path *paths;
	size_t n_lines;         /* edges of points at rest; drawn thick */
	const struct dt_svg_mix_path *lines;
	size_t n_points;
	const double *points;   /* [point * corners + corner] */
	const enum dt_svg_mix_point *kinds;
};

void dt_svg_mix(struct dt_text *out, const struct dt_svg *picture,
    const struct dt_svg_mix *mix);

#endif
