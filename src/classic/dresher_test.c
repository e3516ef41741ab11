/* dresher_test: an inspection that errs; see dresher.h. */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_roots.h>
#include <math.h>

#include "classic/dresher.h"

static double
miss_at(const struct dt_dresher_test *t, double false_alarm)
{
	if (false_alarm <= 0 || false_alarm >= 1)
		return false_alarm <= 0;
	return gsl_cdf_ugaussian_P(gsl_cdf_ugaussian_Qinv(false_alarm) -
	    t->separation);
}

/* Above 0: the inspectee would rather violate. Falls in a. */
static double
temptation(double false_alarm, void *test)
{
	const struct dt_dresher_test *t = test;
	return miss_at(t, false_alarm) * (1 + t->penalty) - t->penalty +
	    t->nuisance * false_alarm;
}

/* d miss / d a of the Gaussian test: -exp(d' z - d'^2/2). */
static double
slope(const struct dt_dresher_test *t, double false_alarm)
{
	double z = gsl_cdf_ugaussian_Qinv(false_alarm);
	return -exp(t->separation * z - t->separation * t->separation / 2);
}

static int
find(struct dt_dresher_test *test, gsl_root_fsolver *solver, double *root)
{
	gsl_function f = { temptation, test };
	int bad = gsl_root_fsolver_set(solver, &f, 0, 1);
	for (int i = 0; !bad && i < 200; i++) {
		bad = gsl_root_fsolver_iterate(solver);
		double low = gsl_root_fsolver_x_lower(solver);
		double high = gsl_root_fsolver_x_upper(solver);
		*root = gsl_root_fsolver_root(solver);
		if (gsl_root_test_interval(low, high, 0, 1e-14) ==
		    GSL_SUCCESS)
			break;
	}
	return bad;
}

static void
fill(const struct dt_dresher_test *t, double a, struct dt_dresher_answer *out)
{
	double miss = miss_at(t, a);
	double violate = t->alarm / (t->alarm - (1 - t->caught) *
	    slope(t, a));
	*out = (struct dt_dresher_answer){
		.false_alarm = a, .miss = miss, .violate = violate,
		.inspectee = -t->nuisance * a, .leader = -t->alarm * a,
		.inspector = -(1 - violate) * t->alarm * a -
		    violate * (miss + t->caught * (1 - miss)),
	};
}

enum dt_status
dt_dresher_test(const struct dt_dresher_test *test,
    struct dt_dresher_answer *answer, struct dt_error *err)
{
	if (test->nuisance >= test->penalty)
		return dt_status_fail(err, DT_EUSAGE, "a false alarm must "
		    "cost the inspectee less than being caught: f < b");
	struct dt_dresher_test copy = *test;
	gsl_root_fsolver *solver =
	    gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
	if (solver == NULL)
		return dt_status_no_memory(err);
	double root = 0;
	int bad = find(&copy, solver, &root);
	gsl_root_fsolver_free(solver);
	if (bad)
		return dt_status_fail(err, DT_EUSAGE,
		    "no false-alarm rate makes the inspectee indifferent");
	fill(test, root, answer);
	return DT_OK;
}
