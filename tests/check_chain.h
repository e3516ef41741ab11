/*
 * check_chain: what the parts of the exact engine's tests share.
 */
#ifndef CHECK_CHAIN_H
#define CHECK_CHAIN_H

#include <check.h>

#include "build.h"
#include "engine/chain.h"

/* The parts. */
TCase *check_chain_known(void);         /* closed forms of the literature */
TCase *check_chain_signals(void);       /* those of public signals */
TCase *check_chain_random(void);        /* agreement with the reference */
TCase *check_chain_limits(void);        /* lumping, refusals, memory */

/* The shipped strategy of that name; lives in the build. */
const char *chain_strategy(struct build *build, const char *name);

/* Builds the model, and the chain with such limits; frees neither. */
struct dt_chain *chain_of(struct build *build,
    const struct dt_chain_limits *limits);

/* Of the model's own length, and in the long run. */
struct dt_chain_answer chain_own(struct build *build);
struct dt_chain_answer chain_longrun(struct build *build);

#define NEAR(got, expected, by) \
	ck_assert_double_eq_tol(got, expected, by)

#endif
