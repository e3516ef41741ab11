/*
 * plausible: what becomes of a treaty's verdict when figures are not known: in
 * worlds drawn from a prior (catalogue/prior.h), how often each of the three
 * answers is yes, and which figure matters most.
 *
 * Each world is judged exactly where the world of the medians can be within
 * ten million states divided by the draws, 2,000 to 50,000 (plausible.c);
 * else all are played, shortly, where nothing but
 * a No is ever shown. A scenario whose end all know is judged without it, and
 * as long in the mean (keeping.h). Draw k hangs on the seed and k alone, so that answers are
 * the same for any number of threads.
 */
#ifndef DT_PLAUSIBLE_H
#define DT_PLAUSIBLE_H

#include "catalogue/catalogue.h"
#include "format/solution.h"

enum { DT_PLAUSIBLE_DRAWS = 500, DT_PLAUSIBLE_DRAWS_MOST = 1000000 };

struct dt_plausible_request {
	const char *scenario;
	const char *const *sets;        /* overrides, NULL-terminated */
	const char *const *patience;    /* as in keeping.h; or NULL */
	const char *prior;              /* a name or a path */
	int64_t draws;
	int threads;
	uint64_t seed;
};

struct dt_plausible;

/* As dt_keeping_map_new and its siblings (keeping_map.h). DT_EINPUT with
 * faults: the prior, or a value of it that a key does not take. */
enum dt_status dt_plausible_new(struct dt_plausible **plausible,
    const struct dt_catalogue *catalogue,
    const struct dt_plausible_request *request, struct dt_faults *faults,
    struct dt_error *err);
size_t dt_plausible_wait(struct dt_plausible *plausible, size_t *all);

/* Of the worlds that are done so far: tables shares, sensitivities, tornado
 * and worlds; with svg not NULL the tornado as SVG. */
enum dt_status dt_plausible_tell(struct dt_plausible *plausible,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err);
void dt_plausible_free(struct dt_plausible *plausible);

#endif
