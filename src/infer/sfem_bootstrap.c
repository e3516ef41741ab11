/* sfem_bootstrap: samples of subjects; see sfem.h. */
#include <string.h>

#include "base/memory.h"
#include "base/pool.h"
#include "infer/sfem_internal.h"

enum { WARM_STEPS = 3 };

struct hand {
	struct dt_sfem_work work;
	uint32_t *weights;
	bool ready;
};

struct bootstrap {
	const struct dt_sfem *s;
	const struct dt_sfem_fit *fit;
	uint64_t seed;
	struct hand *hands;
	double *found;
};

static enum dt_status
make_ready(const struct bootstrap *b, struct hand *h, struct dt_error *err)
{
	if (h->ready)
		return DT_OK;
	enum dt_status status = dt_sfem_work_new(b->s, &h->work, err);
	if (status != DT_OK)
		return status;
	h->weights = dt_memory_new(b->s->n, sizeof(*h->weights));
	h->ready = h->weights != NULL;
	if (!h->ready)
		dt_sfem_work_free(&h->work);
	return h->ready ? DT_OK : dt_status_no_memory(err);
}

static void
draw(const struct bootstrap *b, size_t sample, uint32_t *weights)
{
	struct dt_random random;
	dt_random_stream(&random, b->seed, 1, sample, 0);
	memset(weights, 0, b->s->n * sizeof(*weights));
	for (size_t i = 0; i < b->s->n; i++) {
		double at = dt_random_unit(&random) * (double)b->s->n;
		weights[(size_t)at]++;
	}
}

/* From the fit of all, with a little of each strategy. */
static enum dt_status
fit_sample(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct bootstrap *b = of;
	struct hand *h = &b->hands[turn->hand];
	size_t k = b->s->k;
	struct dt_sfem_fit fit = *b->fit;
	enum dt_status status = make_ready(b, h, err);
	if (status != DT_OK)
		return status;
	fit.share = &b->found[turn->item * (k + 1)];
	for (size_t j = 0; j < k; j++)
		fit.share[j] = fit.given_shares ? b->fit->share[j] :
		    .9 * b->fit->share[j] + .1 / (double)k;
	if (!fit.given_error && fit.error < 1e-4)
		fit.error = 1e-4;
	draw(b, turn->item, h->weights);
	for (int step = 0; step < WARM_STEPS; step++)
		dt_sfem_em(b->s, h->weights, &fit, &h->work);
	status = dt_sfem_climb(b->s, h->weights, &fit, &h->work, err);
	fit.share[k] = fit.error;
	return status;
}

enum dt_status
dt_sfem_bootstrap(const struct dt_sfem *s, const struct dt_sfem_fit *fit,
    size_t samples, uint64_t seed, int threads, const atomic_bool *stop,
    double *found, struct dt_error *err)
{
	size_t n = (size_t)threads;
	struct bootstrap b = { s, fit, seed, dt_memory_new(n,
	    sizeof(struct hand)), found };
	if (b.hands == NULL)
		return dt_status_no_memory(err);
	struct dt_pool_request request = { .n = samples, .threads = threads,
		.stop = stop, .work = fit_sample, .of = &b };
	enum dt_status status = dt_pool_run(&request, err);
	for (size_t h = 0; h < n; h++) {
		dt_memory_free(b.hands[h].weights);
		if (b.hands[h].ready)
			dt_sfem_work_free(&b.hands[h].work);
	}
	dt_memory_free(b.hands);
	return status;
}
