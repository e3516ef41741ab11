/* finite_internal: what the files of finite share. finite_value.c asks the
 * exact engine; finite_memoryless.c and finite_lead.c answer, a kind each. */
#ifndef DT_FINITE_INTERNAL_H
#define DT_FINITE_INTERNAL_H

#include "verdict/finite.h"

#define DT_FINITE_AGREE 1e-9    /* that two ways to a value are off at most */

struct dt_finite {
	struct dt_arena *arena;
	const struct dt_experiment *experiment;
	const struct dt_contest *contest;
	struct dt_solution *solution;
};

/* What an agent has in a run in which those race all the time and others
 * never, from a lead on, by the exact engine. */
enum dt_status dt_finite_value(const struct dt_finite *f, int64_t lead,
    uint64_t racers, size_t agent, double *value, struct dt_error *err);

/* Fails where two ways to a value do not agree. */
enum dt_status dt_finite_value_agree(double one, double other,
    struct dt_error *err);

enum dt_status dt_finite_memoryless(const struct dt_finite *f,
    struct dt_error *err);
enum dt_status dt_finite_lead(const struct dt_finite *f,
    struct dt_error *err);

#endif
