/*
 * groups: a tournament of a game of more than two: each strategy in groups
 * with others of the field.
 *
 * The score of a strategy is its mean payoff a round where the others of its
 * group are drawn from the field, each seat by itself, copies of it among them
 * or not. Where the seats are alike and there are no more groups than are
 * asked for, all are answered and weighed by their chance; else so many are
 * drawn, the focal seat with them, and scores have standard errors. A group
 * is answered exactly where that is cheap, by the chain engine, else played.
 */
#ifndef DT_POPULATION_GROUPS_H
#define DT_POPULATION_GROUPS_H

#include "format/solution.h"
#include "population/matches.h"

struct dt_groups_request {
	struct dt_matches_request how;  /* repetitions: runs of a group; not
	                                 * long_run */
	int64_t groups;                 /* at the most */
	bool self;                      /* copies of it may be in its group */
};

struct dt_groups_row {
	size_t one;             /* index in the field */
	size_t rank, tied;      /* tied: with how many others */
	double score, error;    /* a round; 0: exact */
	double paused;          /* share of rounds */
	int64_t groups;         /* that it was in as the focal one */
};

struct dt_groups {
	const struct dt_field *field;
	size_t n;
	bool whole;             /* all groups that there are */
	bool exact;             /* and none was played */
	int64_t groups;
	struct dt_groups_row *rows;     /* by rank */
};

/* In the arena. DT_EUSAGE: fewer than two strategies. */
enum dt_status dt_groups_meet(const struct dt_field *field,
    const struct dt_groups_request *request, struct dt_arena *arena,
    struct dt_groups *groups, struct dt_error *err);

/* Tables ranking and broken. */
void dt_groups_tell(const struct dt_groups *groups,
    struct dt_solution *solution);

#endif
