/*
 * dial_internal: what the files of dial share.
 *
 *   dial        looks along the range, stretches
 *   dial_root   one value, and closer where an answer changes, or may
 *   dial_check  ends, judged afresh
 */
#ifndef DT_COMPLY_DIAL_INTERNAL_H
#define DT_COMPLY_DIAL_INTERNAL_H

#include "comply/dial.h"

/* A value that was looked at; above 0: no. */
struct dt_dial_look {
	double x, gain[DT_DIAL_PARTS];
};

enum { DT_DIAL_LOOKS_MOST = 4096, DT_DIAL_ROOTS = 64 };

struct dt_dial_search {
	const struct dt_dial *dial;
	const struct dt_parts_limits *limits;
	struct dt_gain *gain;
	struct dt_dial_look *look;      /* rising */
	size_t n;
	bool open;              /* by the last rounds alone the answer is not
	                         * no everywhere: nothing more is looked at */
	double root[DT_DIAL_ROOTS];
	size_t roots;
	double hair;                    /* values so close are one */
	struct dt_error *err;
	enum dt_status status;
};

/* The number of the look at a value, new or known; SIZE_MAX: there is no
 * answer (status is DT_OK), or memory is out. */
size_t dt_dial_look(struct dt_dial_search *search, double x);

/* Looks closer where an answer changes, and where it may without a look that
 * shows it. Afterwards: where it does between a look and the next. */
void dt_dial_roots(struct dt_dial_search *search);
double dt_dial_root(const struct dt_dial_search *search, size_t k);

enum dt_status dt_dial_check(struct dt_dial_search *search,
    struct dt_dial_found *found);

#endif
