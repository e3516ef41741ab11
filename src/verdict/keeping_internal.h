/*
 * keeping_internal: what the files of keeping share.
 *
 * keeping_model.c       a game in which signers comply
 * keeping.c             from an experiment to a verdict
 * keeping_words.c       agents and states as people call them
 * keeping_tell.c        the verdict in sentences
 * keeping_parts.c       its three parts
 * keeping_tables.c      in tables
 * keeping_thresholds.c  how far it holds
 * keeping_dials.c       by each key of its text
 */
#ifndef DT_KEEPING_INTERNAL_H
#define DT_KEEPING_INTERNAL_H

#include "comply/parts.h"
#include "verdict/keeping.h"

struct dt_keeping_telling {
	struct dt_arena *arena;
	const struct dt_experiment *experiment;
	const struct dt_keeping_request *request;
	const struct dt_comply_model *model;
	const struct dt_comply_verdict *verdict;
	const struct dt_comply_verdict *endless;        /* of a game that ends:
	                                 * of the one without a known end, of
	                                 * the same mean length; or NULL */
	struct dt_solution *solution;
};

/* Of an exact answer about a game of so many agents. */
struct dt_parts_limits dt_keeping_limits(size_t agents);

void dt_keeping_tell(struct dt_keeping_telling *telling);
/* The first sentence, before the rest is known. */
void dt_keeping_tell_first(struct dt_keeping_telling *telling);
/* The short ones; all. */
void dt_keeping_tables_first(struct dt_keeping_telling *telling);
void dt_keeping_tables(struct dt_keeping_telling *telling);
void dt_keeping_parts_tell(struct dt_keeping_telling *telling,
    const struct dt_comply_verdict *verdict);
void dt_keeping_parts_table(const struct dt_keeping_telling *telling);
/* The first of the three alone. */
void dt_keeping_not_kept_table(struct dt_keeping_telling *telling);
enum dt_status dt_keeping_thresholds(struct dt_keeping_telling *telling,
    struct dt_error *err);
/* Whether any of them are worked out, which takes longer than to say why not. */
bool dt_keeping_thresholds_come(const struct dt_keeping_telling *telling);

#endif
