/*
 * parts: the three answers about a treaty, exactly, on graphs of its public
 * states (graph.h), one for each signer that is not like another.
 *
 * Endless games are discounted; one that ends is gone through from its last
 * round to its first. What strikes that are not counted may hide is in `off`;
 * more of them are counted as long as that leaves an answer open.
 */
#ifndef DT_COMPLY_PARTS_H
#define DT_COMPLY_PARTS_H

#include "base/shelf.h"
#include "comply/comply.h"

struct dt_parts_limits {
	size_t states, edges;           /* of one graph */
	double round_states;            /* rounds times states, where it ends */
	bool path;                      /* KEPT and STAYED alone are asked */
	bool whole;                     /* DT_EUSAGE, too, where states of a
	                                 * part of it are too many: so what is
	                                 * found is what greater limits find */
	bool kept;                      /* KEPT alone is: then the answer is no
	                                 * or perhaps */
	int64_t last;                   /* of a game that ends so many rounds
	                                 * are gone through, its last; 0: all.
	                                 * Else a gain is at least what is
	                                 * found */
	int threads;                    /* for agents; less than 2: one */
	struct dt_shelf *shelf;   /* graphs of questions before; or NULL */
};

/* DT_EUSAGE: too many states, strategies of outsiders that have a memory, or
 * values that do not hold: err says which. Release the verdict with
 * dt_comply_verdict_free, also after an error. */
enum dt_status dt_parts_judge(const struct dt_comply_model *model,
    const struct dt_parts_limits *limits, struct dt_comply_verdict *verdict,
    struct dt_error *err);

/* States of the graphs that it begins with, of all signers that it looks at,
 * where all of these are on the shelf; else 0. */
size_t dt_parts_states_kept(const struct dt_comply_model *model,
    const struct dt_parts_limits *limits);

/* Signers that it looks at: those that are not like one before. */
size_t dt_parts_judged(const struct dt_comply_model *model);

/* From the three findings, what the whole comes to. */
void dt_parts_conclude(struct dt_comply_verdict *verdict);

#endif
