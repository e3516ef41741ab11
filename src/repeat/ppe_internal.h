/* ppe_internal: parts of ppe.c. Payoffs are shares of their range. */
#ifndef DT_REPEAT_PPE_INTERNAL_H
#define DT_REPEAT_PPE_INTERNAL_H

#include "repeat/ppe.h"
#include "repeat/ppe_cut.h"
#include "repeat/ppe_step.h"

struct dt_ppe_search {
	struct dt_signals game;         /* payoffs from 0 to 1 */
	double c, tolerance;
	struct dt_polygon known;        /* equilibria known otherwise */
	struct dt_ppe_cut *cut;
	struct dt_ppe *out;
	struct dt_error *err;
};

/* What is feasible and no less than a player can be sure of against pure
 * moves. */
enum dt_status dt_ppe_feasible(struct dt_ppe_search *search,
    struct dt_polygon *set);

/* Cuts out->outer in the directions of its edges, and between them, until no
 * cut takes more than `near`, or `most` rounds are done. */
enum dt_status dt_ppe_outer_cut(struct dt_ppe_search *search, double near,
    size_t most);

/* The hull of the payoffs of stage equilibria. */
enum dt_status dt_ppe_stage(struct dt_ppe_search *search,
    struct dt_polygon *set);

/* out->inner from what is known: stage equilibria and, if it stands up to the
 * check, `known` or NULL. Then larger: all but a share of the way to the outer
 * set, or what can be had of that. */
enum dt_status dt_ppe_inner_start(struct dt_ppe_search *search,
    const double *known);
enum dt_status dt_ppe_inner_grow(struct dt_ppe_search *search, double share);

#endif
