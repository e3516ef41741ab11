/* sfem: see sfem.h. The best of several starts. */
#include "infer/sfem.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

enum { EM_STEPS = 40 };

static void
begin(const struct dt_sfem *s, uint64_t seed, size_t start,
    const struct dt_sfem_fit *given, struct dt_sfem_fit *fit)
{
	static const double errors[] = { .05, .15, .3 };
	struct dt_random random;
	double sum = 0;
	dt_random_stream(&random, seed, 0, start, 0);
	for (size_t j = 0; j < s->k; j++)
		sum += fit->share[j] = start < 3 ? 1 :
		    .01 - log(1 - dt_random_unit(&random));
	for (size_t j = 0; j < s->k; j++)
		fit->share[j] = given->given_shares ? given->share[j] :
		    fit->share[j] / sum;
	fit->given_error = given->given_error;
	fit->given_shares = given->given_shares;
	fit->error = given->given_error ? given->error : errors[start % 3];
	fit->steps = 0;
}

static enum dt_status
try_all(const struct dt_sfem *s, uint64_t seed, struct dt_sfem_fit *best,
    struct dt_sfem_fit *one, struct dt_sfem_work *w, double *found,
    struct dt_error *err)
{
	const struct dt_sfem_fit given = *best;
	enum dt_status status = DT_OK;
	best->loglik = -INFINITY;
	for (size_t k = 0; k < DT_SFEM_STARTS && status == DT_OK; k++) {
		begin(s, seed, k, &given, one);
		for (int step = 0; step < EM_STEPS; step++)
			dt_sfem_em(s, NULL, one, w);
		status = dt_sfem_climb(s, NULL, one, w, err);
		found[k] = one->loglik;
		if (status != DT_OK || !(one->loglik > best->loglik))
			continue;
		double *share = best->share;
		memcpy(share, one->share, s->k * sizeof(*share));
		*best = *one;
		best->share = share;
	}
	return status;
}

enum dt_status
dt_sfem_fit(const struct dt_sfem *s, uint64_t seed, struct dt_sfem_fit *fit,
    size_t *agree, struct dt_error *err)
{
	struct dt_sfem_work w;
	double found[DT_SFEM_STARTS];
	enum dt_status status = dt_sfem_work_new(s, &w, err);
	if (status != DT_OK)
		return status;
	struct dt_sfem_fit one = { .share = dt_memory_new(s->k,
	    sizeof(*one.share)) };
	status = one.share == NULL ? dt_status_no_memory(err) :
	    try_all(s, seed, fit, &one, &w, found, err);
	*agree = 0;
	for (size_t k = 0; k < DT_SFEM_STARTS && status == DT_OK; k++)
		*agree += fit->loglik - found[k] <= 1e-8;
	dt_memory_free(one.share);
	dt_sfem_work_free(&w);
	return status;
}
