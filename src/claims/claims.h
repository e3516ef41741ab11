/*
 * claims: what somebody says, put to the test (data/claims/): runs the command
 * of a claim, counts in which of its places the claim holds, and sets that
 * beside what analysis leads to expect.
 *
 * Who calls brings the answers: dt_claims_asker answers a command line, so that
 * the room knows no verb. The verdict says what the run says of the claim; that
 * it is not the expected one is a fault of the program or of the file, and is
 * told apart.
 */
#ifndef DT_CLAIMS_H
#define DT_CLAIMS_H

#include "catalogue/claim.h"
#include "format/pick.h"
#include "format/solution.h"

struct dt_claims_asker {
	/* Answers a command in the arena; svg gets its picture, or is NULL. On
	 * DT_OK the solution is the caller's. */
	enum dt_status (*ask)(void *of, const char *command,
	    struct dt_arena *arena, struct dt_solution *solution,
	    struct dt_text *svg, struct dt_error *err);
	void *of;
};

/* A figure beside the verdict, in the order of the claim's. */
struct dt_claims_figure {
	struct dt_pick got;
	double error;           /* standard; 0: it is exact */
	bool ok;
};

struct dt_claims_found {
	const struct dt_claim *claim;
	const char *path;               /* of its file */
	size_t places, holds;           /* of the run */
	size_t unknown;                 /* places without a value: not held */
	enum dt_claim_verdict verdict;
	struct dt_claims_figure *figures;       /* of claim->checks, arena */
	bool expected;                  /* verdict, places and figures are as
	                                 * analysis has them */
	const char *why;                /* the run could not be had, arena; or
	                                 * NULL */
	double seconds;                 /* of the processor */
};

/* Fills what `claim` and `path` leave. That a command fails is told in `why`,
 * and then nothing is as expected. DT_ENOMEM, DT_ESTOPPED. */
enum dt_status dt_claims_judge(const struct dt_claims_asker *asker,
    struct dt_arena *arena, struct dt_claims_found *found,
    struct dt_text *svg, struct dt_error *err);

/* claims_tell.c */

/* "holds", "fails", "holds if phi is above 1", in the arena; NULL: memory is
 * out. */
const char *dt_claims_verdict(struct dt_arena *arena,
    const struct dt_claims_found *found);

/* All side by side: the table `claims`; or one as a page: tables `words`,
 * `verdict`, `figures`, `leaves_out`. `no` is set where something is not as
 * expected. In the arena; look at solution.failed. */
void dt_claims_tell(const struct dt_claims_found *found, size_t n,
    struct dt_arena *arena, struct dt_solution *solution);
void dt_claims_tell_one(const struct dt_claims_found *found,
    struct dt_arena *arena, struct dt_solution *solution);

#endif
