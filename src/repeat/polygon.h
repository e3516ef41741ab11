/*
 * polygon: a convex set in the plane: nothing, a point, a segment, or a
 * polygon by its corners, counter-clockwise. Zeroed it is empty; owned by the
 * caller, released with dt_polygon_free.
 */
#ifndef DT_SOLVE_POLYGON_H
#define DT_SOLVE_POLYGON_H

#include <stdbool.h>
#include <stddef.h>

struct dt_polygon_point {
	double x, y;
};

struct dt_polygon {
	size_t n, room;
	struct dt_polygon_point *at;
};

void dt_polygon_free(struct dt_polygon *set);

/* One more point, not yet in order; false: memory is out. */
bool dt_polygon_add(struct dt_polygon *set, struct dt_polygon_point p);

/* The convex hull of its points. Corners that are within `near` of another,
 * or of the line of their neighbours, are left out. */
void dt_polygon_hull(struct dt_polygon *set, double near);

/* The largest (x, y).p over the set; -INFINITY where it is empty. */
double dt_polygon_support(const struct dt_polygon *set, double x, double y);

double dt_polygon_area(const struct dt_polygon *set);

/* The set's point that is nearest to p: p itself inside, and where the set is
 * empty. */
struct dt_polygon_point dt_polygon_nearest(const struct dt_polygon *set,
    struct dt_polygon_point p);

/* Distance of a point; 0 inside. INFINITY from nothing. */
double dt_polygon_distance(const struct dt_polygon *set,
    struct dt_polygon_point p);

/* The largest distance of a point of one set to another: 0 if it lies in the
 * other. Hausdorff's distance is the larger of the two. */
double dt_polygon_beyond(const struct dt_polygon *set,
    const struct dt_polygon *other);

/* Leaves of it what has (x, y).p <= most; false: memory is out. */
bool dt_polygon_cut(struct dt_polygon *set, double x, double y,
    double most);

/* The mean of its corners. */
struct dt_polygon_point dt_polygon_middle(const struct dt_polygon *set);

#endif
