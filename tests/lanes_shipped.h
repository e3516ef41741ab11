/* lanes_shipped: models of the shipped files, for the tests of lanes. */
#ifndef LANES_SHIPPED_H
#define LANES_SHIPPED_H

#include "catalogue/experiment.h"

struct shipped {
	struct dt_arena arena;
	struct dt_catalogue catalogue;
	size_t n_scenarios, n_treaties;
	struct dt_catalogue_entry *scenarios, *treaties;
};

/* Both end the test if something is amiss. */
void shipped_open(struct shipped *s);
/* The treaty may be NULL: the scenario's own; `sets` as in a request. Of no
 * agents where the two do not go together, or are a race. */
struct dt_model shipped_model(struct shipped *s, const char *scenario,
    const char *treaty, const char *const *sets);
void shipped_close(struct shipped *s);

#endif
