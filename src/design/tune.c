/* tune: see tune.h. */
#include "config.h"

#include "design/tune.h"

#include <math.h>
#include <string.h>

#ifdef HAVE_NLOPT
#include <nlopt.h>

struct search {
	const struct dt_tune *tune;
	nlopt_opt nlopt;
	double best, at[DT_TUNE_MOST];
	enum dt_status status;
	struct dt_error *err;
};

static double
value_of(unsigned n, const double *x, double *slopes, void *of)
{
	struct search *s = of;
	double value = HUGE_VAL;
	(void)slopes;
	if (s->status == DT_OK)
		s->status = s->tune->value(s->tune->of, x, &value, s->err);
	if (s->status != DT_OK)
		(void)nlopt_force_stop(s->nlopt);
	else if (value < s->best) {
		s->best = value;
		memcpy(s->at, x, n * sizeof(*x));
	}
	return isfinite(value) ? value : 1e9;
}

enum dt_status
dt_tune_find(const struct dt_tune *tune, double *x, double *least,
    struct dt_error *err)
{
	struct search s = { .tune = tune, .best = HUGE_VAL, .err = err,
	    .nlopt = nlopt_create(NLOPT_LN_SBPLX, (unsigned)tune->n) };
	double ends;
	if (s.nlopt == NULL)
		return dt_status_no_memory(err);
	bool good = nlopt_set_min_objective(s.nlopt, value_of, &s) > 0 &&
	    nlopt_set_lower_bounds1(s.nlopt, tune->low) > 0 &&
	    nlopt_set_upper_bounds1(s.nlopt, tune->high) > 0 &&
	    nlopt_set_xtol_rel(s.nlopt, 1e-7) > 0 &&
	    nlopt_set_maxeval(s.nlopt, tune->evaluations) > 0;
	/* What it ended with says nothing more: each value was looked at. */
	if (good)
		(void)nlopt_optimize(s.nlopt, x, &ends);
	nlopt_destroy(s.nlopt);
	if (!good)
		return dt_status_no_memory(err);
	if (s.status == DT_OK && isfinite(s.best))
		memcpy(x, s.at, tune->n * sizeof(*x));
	*least = s.best;
	return s.status;
}

#else

enum dt_status
dt_tune_find(const struct dt_tune *tune, double *x, double *least,
    struct dt_error *err)
{
	(void)tune;
	(void)x;
	*least = HUGE_VAL;
	return dt_status_fail(err, DT_EUSAGE, "rates are looked for by NLopt, "
	    "which detente was built without (Debian: apt-get install "
	    "libnlopt-dev, and configure again)");
}

#endif
