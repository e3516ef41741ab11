/* bottleneck: see bottleneck.h. */
#include "race/bottleneck.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <math.h>

enum { INTERVALS = 1000 };

double
dt_bottleneck_effort(const struct dt_bottleneck *b, double c)
{
	if (b->share <= 0)
		return c;
	if (b->rho == 0)
		return pow(c, 1 - b->share);
	/* 1 + (1-a)(C^rho - 1), which is 1 at C = 1 for any rho. */
	return exp(log1p((1 - b->share) * expm1(b->rho * log(c))) / b->rho);
}

double
dt_bottleneck_cap(const struct dt_bottleneck *b)
{
	return b->rho >= 0 || b->share <= 0 ? INFINITY :
	    pow(b->share, 1 / b->rho);
}

double
dt_bottleneck_speed(const struct dt_bottleneck *b, double c)
{
	return b->rate * pow(dt_bottleneck_effort(b, c), b->parallel) *
	    pow(c, 1 - b->parallel / b->returns);
}

/* dt/dz with z = ln C. */
static double
slowness(double z, void *of)
{
	double c = exp(z);
	return c / dt_bottleneck_speed(of, c);
}

enum dt_status
dt_bottleneck_years(const struct dt_bottleneck *b, double from, double to,
    double *years, struct dt_error *err)
{
	struct dt_bottleneck copy = *b;
	gsl_function f = { .function = slowness, .params = &copy };
	double error;
	*years = 0;
	if (to <= from)
		return DT_OK;
	gsl_integration_workspace *room =
	    gsl_integration_workspace_alloc(INTERVALS);
	if (room == NULL)
		return dt_status_no_memory(err);
	int failed = gsl_integration_qag(&f, log(from), log(to), 0, 1e-10,
	    INTERVALS, GSL_INTEG_GAUSS31, room, years, &error);
	gsl_integration_workspace_free(room);
	return failed ? dt_status_fail(err, DT_EUSAGE, "the time from %g to "
	    "%g could not be integrated: %s", from, to,
	    gsl_strerror(failed)) : DT_OK;
}
