/*
 * memory_one: how often subjects paused after each of the four outcomes of a
 * round, and what that explains: the alternatives to a mixture of strategies.
 *
 * All subjects are taken as one that draws. Memory one has a chance for the
 * first round and four others; semi-grim (Breitmoser 2015) has the same chance
 * after either alone raced; "one chance" has one for all. The likelihoods are
 * at their maxima: the shares themselves. Standard errors are of a ratio, with
 * subjects as clusters. 3 of 4 choices paused, one subject: 4 ln 4 - 3 ln 3 =
 * 2.249 below 0.
 */
#ifndef DT_MEMORY_ONE_H
#define DT_MEMORY_ONE_H

#include "infer/choices.h"

enum dt_memory_one_after {
	DT_MEMORY_ONE_FIRST,    /* of a match */
	DT_MEMORY_ONE_CC,       /* both paused */
	DT_MEMORY_ONE_CD,       /* I paused, another raced */
	DT_MEMORY_ONE_DC, DT_MEMORY_ONE_DD,
	DT_MEMORY_ONE_EITHER,   /* CD and DC together */
	DT_MEMORY_ONE_ALL,
	DT_MEMORY_ONE_KINDS
};

struct dt_memory_one_rate {
	uint64_t n, paused;
	double rate, error;     /* NAN: never; of one subject: no error */
};

struct dt_memory_one {
	struct dt_memory_one_rate rates[DT_MEMORY_ONE_KINDS];
	double memory_one, semi_grim, one_chance;       /* log-likelihoods */
	int parameters[3];      /* of these, those that were seen */
};

enum dt_status dt_memory_one_find(const struct dt_choices *choices,
    struct dt_memory_one *found, struct dt_error *err);

#endif
