/*
 * trial: one cell of the grid on trial: all choices are set, money is not.
 *
 * For amounts of money it says by how much each constraint is missed: above 0
 * it is not met. Each is convex in the amounts, being the most of what plans
 * gain that are each affine in them (models of one graph, comply/gain.h), so
 * that a slope at one place is a bound everywhere.
 *
 * Made by dt_trial_new, freed by dt_trial_free; a cell is begun with
 * dt_trial_cell, which ends the one before.
 */
#ifndef DT_DESIGN_TRIAL_H
#define DT_DESIGN_TRIAL_H

#include "base/stop.h"
#include "catalogue/costs.h"
#include "comply/gain.h"
#include "design/bound.h"
#include "design/corner.h"
#include "design/draft.h"

/* Constraints at each corner, and then one for each signer. */
enum dt_trial_row {
	DT_TRIAL_KEPT, DT_TRIAL_STAYED, DT_TRIAL_CREDIBLE,
	DT_TRIAL_WORTH,         /* complying against no treaty at all */
	DT_TRIAL_ROW_KINDS
};
extern const char *const dt_trial_row_words[];

enum { DT_TRIAL_ROWS = DT_CORNERS * (DT_TRIAL_WORTH + DT_AGENTS_MOST) };

struct dt_trial_request {
	const struct dt_experiment *experiment;
	const struct dt_levers *levers;
	const struct dt_costs *costs;
	const double *price;    /* by lever of money: it alone is what counts,
	                         * in place of costs; or NULL */
	bool threats;           /* CREDIBLE is asked too */
	struct dt_parts_limits limits;
	struct dt_corner corner[DT_CORNERS];    /* costs are of the first */
	size_t n_corners;
	const struct dt_stop *stop;     /* or NULL */
};

struct dt_trial_value {
	double row[DT_TRIAL_ROWS];      /* payoff a round */
	size_t n;
	bool enters;
	double off;             /* of rows: what strikes that are not counted
	                         * may hide, and which is in them: above it
	                         * alone it is not shown that they are missed */
	double start;           /* what complying is worth at the first corner,
	                         * the mean of the signers: payoff a round */
};

struct dt_trial;

struct dt_trial *dt_trial_new(const struct dt_trial_request *request);
void dt_trial_free(struct dt_trial *trial);

/* DT_EINPUT, DT_EUSAGE: there is no such treaty here, or it has too many
 * states. */
enum dt_status dt_trial_cell(struct dt_trial *trial, const int64_t *value,
    struct dt_error *err);
/* What is known of it without a judgement. DT_ENOMEM */
enum dt_status dt_trial_bound(const struct dt_trial *trial,
    struct dt_bound *bound, struct dt_error *err);
/* Money by lever, each >= 0. At the corners that are heeded: the first, until
 * it is widened; rows of the others are -1e30. */
enum dt_status dt_trial_at(struct dt_trial *trial, const double *money,
    struct dt_trial_value *value, struct dt_error *err);
/* Heeds one corner more, at which these amounts miss a constraint. *wider:
 * there was one. */
enum dt_status dt_trial_widen(struct dt_trial *trial, const double *money,
    bool *wider, struct dt_error *err);

/* What a text costs whatever money does: channels, items, clauses. */
double dt_trial_fixed_cost(const struct dt_costs *costs,
    const struct dt_treaty *treaty);
/* What compliers lose since the ladder suspends, expels or ends, without
 * money: payoff a party and round, not weighted. */
enum dt_status dt_trial_lost(struct dt_trial *trial, double *lost,
    struct dt_error *err);

/* What each has by complying with no answer to findings, by agent, and who
 * signs. */
enum dt_status dt_trial_calm(struct dt_trial *trial, double *start,
    struct dt_error *err);
uint64_t dt_trial_signers(const struct dt_trial *trial);

const struct dt_trial_request *dt_trial_asked(const struct dt_trial *trial);
enum dt_trial_row dt_trial_kind(const struct dt_trial *trial, size_t row);

#endif
