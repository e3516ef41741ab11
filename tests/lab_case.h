/*
 * lab_case: what the tests of the lab share: the shipped catalogue, opened
 * for each test and closed after it, and an experiment on one of its
 * scenarios.
 */
#ifndef DT_TESTS_LAB_CASE_H
#define DT_TESTS_LAB_CASE_H

#include <check.h>
#include <stdlib.h>

#include "catalogue/experiment.h"

static struct dt_arena arena;
static struct dt_catalogue catalogue;

static inline void
set_up(void)
{
	static const char *brought[2];
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	ck_assert_int_eq(dt_catalogue_open(&catalogue, &arena, NULL, brought,
	    NULL), DT_OK);
}

static inline void
tear_down(void)
{
	dt_arena_free(&arena);
}

/* Made with the number of rounds that the scenario states. */
static inline struct dt_experiment
make(const char *scenario, const char *const *sets, uint64_t seed)
{
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	struct dt_experiment_request request = { .scenario = scenario,
	    .sets = sets, .seed = seed, .rounds = -1 };
	enum dt_status status = dt_experiment_make(&catalogue, &request, &e,
	    &faults, &err);
	ck_assert_msg(status == DT_OK, "%s %s", err.message,
	    faults.n ? faults.list[0].message : "");
	return e;
}

/* FNV-1a, from the hash of what came before. */
static inline uint64_t
mix(uint64_t hash, const void *bytes, size_t n)
{
	for (const unsigned char *b = bytes; n-- > 0; b++)
		hash = (hash ^ *b) * 0x100000001b3u;
	return hash;
}

#endif
