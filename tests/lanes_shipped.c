/* lanes_shipped: see lanes_shipped.h. */
#include "lanes_shipped.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

void
shipped_open(struct shipped *s)
{
	static const char *brought[2];
	*s = (struct shipped){ .n_scenarios = 0 };
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	ck_assert_int_eq(dt_catalogue_open(&s->catalogue, &s->arena, NULL,
	    brought, NULL), DT_OK);
	ck_assert_int_eq(dt_catalogue_list(&s->catalogue,
	    dt_catalogue_kind_of("scenario"), &s->scenarios, &s->n_scenarios,
	    NULL), DT_OK);
	ck_assert_int_eq(dt_catalogue_list(&s->catalogue,
	    dt_catalogue_kind_of("treaty"), &s->treaties, &s->n_treaties,
	    NULL), DT_OK);
	ck_assert_uint_gt(s->n_scenarios * s->n_treaties, 0);
}

struct dt_model
shipped_model(struct shipped *s, const char *scenario, const char *treaty,
    const char *const *sets)
{
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &s->arena };
	struct dt_error err = { 0 };
	struct dt_experiment_request request = { .scenario = scenario,
	    .treaty = treaty, .sets = sets, .seed = 1, .rounds = -1 };
	enum dt_status status = dt_experiment_make(&s->catalogue, &request,
	    &e, &faults, &err);
	/* A treaty of nations, where there are none. */
	if (status != DT_OK && faults.n == 1 && strstr(faults.list[0].message,
	    "none of the parties plays") != NULL)
		return (struct dt_model){ .n = 0 };
	ck_assert_msg(status == DT_OK, "%s under %s: %s %s", scenario,
	    treaty ? treaty : "its own", err.message,
	    faults.n ? faults.list[0].message : "");
	/* Capability grows in rounds that lanes do not play; check_race_run
	 * holds that they say so. */
	if (e.model.race.exists || e.model.contest.kind != DT_CONTEST_NONE)
		return (struct dt_model){ .n = 0 };
	return e.model;
}

void
shipped_close(struct shipped *s)
{
	dt_arena_free(&s->arena);
}
