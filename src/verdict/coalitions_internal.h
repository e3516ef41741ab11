/*
 * coalitions_internal: what the files coalitions*.c share.
 */
#ifndef DT_COALITIONS_INTERNAL_H
#define DT_COALITIONS_INTERNAL_H

#include "verdict/coalitions.h"

struct dt_coalitions {
	struct dt_coalition c;
	const struct dt_model *model;
	struct dt_solution *s;
	struct dt_coalition_census census;
	double least_tariff;
};

/* coalitions_table.c: a table whose columns are given as triples of name, head (or NULL) and
 * unit. */
struct dt_solution_table *dt_coalitions_table(struct dt_coalitions *a,
    const char *name, const char *title, const char *const (*columns)[3],
    size_t n);
#define START(a, name, title, columns) dt_coalitions_table(a, name, title, \
	columns, sizeof(columns) / sizeof((columns)[0]))

static inline uint32_t
everybody(const struct dt_coalition *c)
{
	return (uint32_t)dt_move_all(c->n);
}

static inline const char *
name_of(const struct dt_coalitions *a, size_t i)
{
	return a->model->agents[a->c.agent[i]].name;
}

/* coalitions_shares.c: the tables core and shapley, and what is said. */
enum dt_status dt_coalitions_shares(struct dt_coalitions *a,
    struct dt_error *err);

/* coalitions_draw.c: what each party loses by leaving the full coalition, a bar
 * each. */
void dt_coalitions_draw(struct dt_coalitions *a, struct dt_text *svg);

/* coalitions_design.c: the tables clause and tariff, and what is said. */
void dt_coalitions_design(struct dt_coalitions *a);

#endif
