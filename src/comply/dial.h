/*
 * dial: for which values of one quantity a treaty holds, all else as it is.
 *
 * The gains (gain.h) are looked at along the range, and where one changes its
 * sign its root is found; where none does, but the gain bends towards zero
 * between two looks, it is followed there. What was not looked at may hide a
 * stretch that is narrower than two looks, and nothing more if the gain is
 * convex, as it is in money. In a game that ends, a departure that gains in the
 * last rounds already says no: the others are gone through where none does. Each
 * end is then judged afresh (parts.h), a step inside and a step outside, on
 * graphs of its own: what was found so is said, and what was not.
 */
#ifndef DT_COMPLY_DIAL_H
#define DT_COMPLY_DIAL_H

#include "comply/gain.h"

/* Answers: to KEPT, to STAYED, and to both. */
enum dt_dial_part {
	DT_DIAL_KEPT, DT_DIAL_STAYED, DT_DIAL_HOLDS, DT_DIAL_PARTS
};
extern const char *const dt_dial_part_words[];

enum { DT_DIAL_STRETCHES = 8 };

struct dt_dial_end {
	double at;
	bool open;              /* it holds beside it, and not there */
	bool edge;              /* of what was looked at */
	double step;            /* so far inside a fresh answer is yes, and so
	                         * far outside no; NAN: not shown */
};

struct dt_dial_stretches {
	size_t n;
	struct dt_dial_end low[DT_DIAL_STRETCHES], high[DT_DIAL_STRETCHES];
};

struct dt_dial_found {
	double from, to;        /* what was looked at */
	size_t states, looks;
	struct dt_dial_stretches part[DT_DIAL_PARTS];
};

struct dt_dial {
	double now, from, to;   /* the range */
	bool whole;             /* numbers */
	bool near_zero;         /* looked at more closely there */
	bool near_one;
	int looks;              /* so many at first; of a whole dial that has
	                         * no more values than that, each */
	bool check;             /* judge the ends */
	/* The model with this value, which outlives the search. DT_EINPUT,
	 * DT_EUSAGE: it cannot have this value. */
	enum dt_status (*turn)(void *of, double x,
	    const struct dt_comply_model **model, struct dt_error *err);
	void *of;
};

/* DT_EUSAGE: nowhere along the range was there an answer. */
enum dt_status dt_dial_find(const struct dt_dial *dial,
    const struct dt_parts_limits *limits, struct dt_dial_found *found,
    struct dt_error *err);

#endif
