/*
 * tornado_internal: what the files of tornado share.
 *
 *   tornado         numbers at their ends, judged
 *   tornado_range   which numbers, and from where to where
 *   tornado_tell    in a sentence, a table and a picture
 */
#ifndef DT_VERDICT_TORNADO_INTERNAL_H
#define DT_VERDICT_TORNADO_INTERNAL_H

#include "base/pool.h"
#include "base/schema_numbers.h"
#include "catalogue/prior.h"
#include "verdict/tornado.h"

enum { DT_TORNADO_LOW, DT_TORNADO_HIGH, DT_TORNADO_ENDS };
enum dt_tornado_range {
	DT_TORNADO_OF_PRIOR, DT_TORNADO_OF_KEY, DT_TORNADO_DOUBLED
};

struct dt_tornado_end {
	double at, slack, error;        /* slack NAN: not known, or there is
	                                 * nothing to depart from */
	enum dt_comply_answer answer;
	bool done, played;
};

struct dt_tornado_cause {
	const char *key;                /* of the scenario */
	const char *const *also;        /* the same value; NULL-terminated, or
	                                 * NULL */
	const char *unit;
	double now;
	bool whole;
	enum dt_tornado_range range;
	struct dt_tornado_end end[DT_TORNADO_ENDS];
};

struct dt_tornado {
	struct dt_arena *arena;
	const struct dt_experiment *experiment;
	struct dt_tornado_request request;
	struct dt_tornado_end middle;   /* as it is */
	struct dt_tornado_cause *causes;
	size_t n, done;                 /* causes; ends that were waited for */
	const char *prior;              /* its name; or NULL */
	bool played;                    /* as it is; so all are */
	struct dt_pool *pool;
	struct dt_error error;
};

/* The causes, in the order of the text, those of the prior alone last. */
enum dt_status dt_tornado_ranges(struct dt_tornado *tornado,
    const struct dt_catalogue *catalogue, struct dt_faults *faults,
    struct dt_error *err);

#endif
