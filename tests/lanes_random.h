/*
 * lanes_random: scenarios made up by dice, that between them use everything
 * that strategies, payoffs and treaties can say.
 */
#ifndef LANES_RANDOM_H
#define LANES_RANDOM_H

#include "base/text.h"
#include "build.h"

struct lanes_random {
	struct build build;
	struct dt_random dice;
	struct dt_monitor_rates public, private;
	struct dt_text texts[DT_AGENTS_MOST + 2];
	size_t n_texts;
};

/* The scenario of a number, with its model built. */
void lanes_random_make(struct lanes_random *r, uint64_t number,
    size_t agents_most);
void lanes_random_free(struct lanes_random *r);

#endif
