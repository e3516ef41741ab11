/*
 * draft: a treaty with its levers set: as a text, and as a game in which its
 * signers comply.
 */
#ifndef DT_DESIGN_DRAFT_H
#define DT_DESIGN_DRAFT_H

#include "catalogue/experiment.h"
#include "comply/comply.h"
#include "design/lever.h"

struct dt_draft {
	const struct dt_experiment *experiment; /* its treaty is the base */
	const struct dt_levers *levers;
	const int64_t *value;           /* by choice */
	const double *money;            /* by lever of money; >= 0 */
};

/* The text, in the arena; clauses that say nothing are left out. DT_ENOMEM */
enum dt_status dt_draft_text(struct dt_arena *arena,
    const struct dt_draft *draft, struct dt_treaty *treaty,
    struct dt_error *err);

/* Of a text: the scenario under it. DT_EINPUT: it cannot be compiled. */
enum dt_status dt_draft_model(struct dt_arena *arena,
    const struct dt_experiment *experiment, const struct dt_treaty *treaty,
    struct dt_comply_model *model, struct dt_error *err);

/* Of all channels, and of what is inspected. */
double dt_draft_channels_cost(const struct dt_treaty *treaty);
int64_t dt_draft_items(const struct dt_treaty *treaty);

#endif
