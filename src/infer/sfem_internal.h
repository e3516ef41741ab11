/*
 * sfem_internal: what the files of sfem share.
 *
 * sfem.c            the best of several starts
 * sfem_em.c         likelihood, derivatives, EM
 * sfem_climb.c      Newton's method with an active set
 * sfem_count.c      from choices to what they are to strategies; classes
 * sfem_bootstrap.c  samples of subjects
 */
#ifndef DT_SFEM_INTERNAL_H
#define DT_SFEM_INTERNAL_H

#include "infer/sfem.h"

/* Fills work->like and scale for an error; with `slopes`, first and second
 * too: derivatives by the error's logit. */
void dt_sfem_fill(const struct dt_sfem *sfem, double error, bool slopes,
    struct dt_sfem_work *work);

/* The log-likelihood of what was filled at these shares; fills work->mix. */
double dt_sfem_sum(const struct dt_sfem *sfem, const uint32_t *weights,
    const double *share, struct dt_sfem_work *work);

/* Derivatives by the shares of what was summed: work->slope. Returns how many
 * subjects count. */
double dt_sfem_slopes(const struct dt_sfem *sfem, const uint32_t *weights,
    struct dt_sfem_work *work);

static inline double
dt_sfem_weight(const uint32_t *weights, size_t i)
{
	return weights == NULL ? 1 : weights[i];
}

#endif
