/* exact: see exact.h. */
#include "play/exact.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"

static enum dt_status
try_limits(const struct dt_experiment *e,
    const struct dt_chain_limits *limits, struct dt_exact *exact,
    struct dt_error *err)
{
	struct dt_chain *chain;
	enum dt_status status =
	    dt_chain_build(&chain, &e->model, limits, err);
	if (status != DT_OK)
		return status;
	exact->states = dt_chain_states(chain);
	status = dt_chain_own(chain, &exact->answer, err);
	dt_chain_free(chain);
	exact->known = status == DT_OK;
	return status;
}

/* The second try leaves out what hardly ever happens. */
static enum dt_status
try_twice(const struct dt_experiment *e, struct dt_chain_limits limits,
    struct dt_exact *exact, struct dt_error *err)
{
	*exact = (struct dt_exact){ .known = false };
	enum dt_status status = try_limits(e, &limits, exact, err);
	limits.faint = 1e-15;
	if (status != DT_OK && status != DT_ENOMEM)
		status = try_limits(e, &limits, exact, err);
	return status;
}

enum dt_status
dt_exact_of(const struct dt_experiment *experiment, struct dt_exact *exact,
    struct dt_error *err)
{
	struct dt_chain_limits limits = { .states = 50000,
	    .transitions = 2000000, .work = 2000000 };
	enum dt_status status = try_twice(experiment, limits, exact, err);
	return status == DT_ENOMEM ? status : DT_OK;
}

enum dt_status
dt_exact_whole(const struct dt_experiment *experiment,
    struct dt_exact *exact, struct dt_error *err)
{
	return try_twice(experiment, (struct dt_chain_limits){ 0 }, exact,
	    err);
}

double
dt_exact_distance(double mean, double error, double exact)
{
	double off = fabs(mean - exact);
	if (isnan(error))
		return NAN;
	if (off <= 1e-9 * dt_number_max(1, fabs(exact)))
		return 0;
	return error > 0 ? off / error : INFINITY;
}

bool
dt_exact_far(double off, double runs)
{
	return runs > 1 && (isinf(off) || gsl_cdf_tdist_Q(off, runs - 1) <
	    gsl_cdf_ugaussian_Q(DT_EXACT_FLAGGED));
}
