/*
 * tune: the least of a function of a few numbers within bounds, without its
 * slopes: the one door to NLopt, by which the program may be built or not. A
 * local search (Subplex: Rowan 1990): of several hollows it may find one.
 */
#ifndef DT_DESIGN_TUNE_H
#define DT_DESIGN_TUNE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum { DT_TUNE_MOST = 8 };

struct dt_tune {
	size_t n;                       /* numbers */
	double low, high;               /* of each */
	int evaluations;                /* at most */
	/* Its value at a place. */
	enum dt_status (*value)(void *of, const double *x, double *value,
	    struct dt_error *err);
	void *of;
};

/* x: from where, and where the least was found. DT_EUSAGE: without NLopt;
 * else what the function said, or DT_ENOMEM. */
enum dt_status dt_tune_find(const struct dt_tune *tune, double *x,
    double *least, struct dt_error *err);

#endif
