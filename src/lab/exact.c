/* exact: see exact.h. */
#include "lab/exact.h"

#include <math.h>

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

enum dt_status
dt_exact_of(const struct dt_experiment *experiment, struct dt_exact *exact,
    struct dt_error *err)
{
	/* The second try leaves out what hardly ever happens. */
	static const double faint[] = { 0, 1e-15 };
	*exact = (struct dt_exact){ .known = false };
	for (int i = 0; i < 2 && !exact->known; i++) {
		struct dt_chain_limits limits = { .states = 50000,
		    .transitions = 2000000, .work = 2000000,
		    .faint = faint[i] };
		enum dt_status status =
		    try_limits(experiment, &limits, exact, err);
		if (status == DT_ENOMEM)
			return status;
	}
	return DT_OK;
}

double
dt_exact_distance(double mean, double error, double exact)
{
	double off = fabs(mean - exact);
	if (isnan(error))
		return NAN;
	if (off <= 1e-9 * fmax(1, fabs(exact)))
		return 0;
	return error > 0 ? off / error : INFINITY;
}
