/*
 * infer_internal: what the files of infer share.
 *
 * infer.c           groups, one after the other
 * infer_model.c     a set fitted to a group
 * infer_set.c       sets and types by name
 * infer_strategy.c  strategies by name, compiled
 * infer_tell.c      sentences
 * infer_table.c     tables
 * infer_draw.c      the picture
 */
#ifndef DT_INFER_INTERNAL_H
#define DT_INFER_INTERNAL_H

#include "infer/infer.h"

/* infer_strategy.c: the strategies of a set for a number of agents, pointers
 * in the arena. */
enum dt_status dt_infer_compile(const struct dt_infer_request *request,
    const struct dt_infer_set *set, size_t agents,
    const struct dt_automaton *const **strategies, struct dt_error *err);

/* infer_model.c */
enum dt_status dt_infer_model(const struct dt_infer_request *request,
    const struct dt_choices *choices, struct dt_infer_model *model,
    struct dt_error *err);

/* The type that a class is of; n_types: of none; SIZE_MAX: of several. */
size_t dt_infer_type_of(const struct dt_infer_request *request,
    const struct dt_infer_model *model, const size_t *class_of, size_t class);

/* infer_table.c */
void dt_infer_tables(const struct dt_infer *infer,
    struct dt_solution *solution);

static inline const char *
dt_infer_name(const struct dt_infer_model *model, size_t class)
{
	return model->set->strategies[model->classes[class].first];
}

#endif
