/*
 * quorum: when a text enters into force, as a rule over who has ratified: so
 * many members, so much weight, and those who are named. A treaty's entry
 * condition and a vote of unequal members are both this.
 *
 * Sets of members are bits of a uint64_t. Nothing is kept and nothing shared.
 */
#ifndef DT_PACT_QUORUM_H
#define DT_PACT_QUORUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "pact/votes.h"

enum { DT_QUORUM_MOST = 64 };           /* members */

struct dt_quorum {
	size_t n;               /* members, 1 to DT_QUORUM_MOST */
	size_t count;           /* so many must be in; 0: any number */
	const double *weights;  /* [n], >= 0; borrowed; NULL: all 0 */
	double weight;          /* so much must be in; 0: any. Sums are
	                         * compared to 1e-12, as treaties do */
	uint64_t named;         /* all of these must be in */
};

/* Whether the rule is met by those in `set`. The empty set meets none. */
bool dt_quorum_met(const struct dt_quorum *quorum, uint64_t set);

/* The same where only this is known: `named` are all in, and the members in
 * are so many with so much weight. */
bool dt_quorum_enough(const struct dt_quorum *quorum, size_t count,
    double weight);

/*
 * The chance that the rule is met where member i ratifies with chance
 * ratifies[i], each apart from the others. Exact, by sums that are put
 * together: 44 of 44 at .95 are .95^44 = .104674. DT_EUSAGE: a chance that is
 * none, a weight below 0, too many members, or too many different sums.
 */
enum dt_status dt_quorum_chance(const struct dt_quorum *quorum,
    const double *ratifies, double *chance, struct dt_error *err);

/* DT_EUSAGE, with what is wrong, for a rule that is none. */
enum dt_status dt_quorum_check(const struct dt_quorum *quorum,
    struct dt_error *err);

/* The members out of `who`, added to votes; measures as of dt_votes_add,
 * where chances is NULL 1 and 1. */
enum dt_status dt_quorum_count(const struct dt_quorum *quorum, uint64_t who,
    const double *chances, struct dt_votes *votes, struct dt_error *err);

#endif
