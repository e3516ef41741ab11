/* check_sensitivity: shares of variance and quantiles of priors against what
 * can be worked out by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "catalogue/prior.h"
#include "verdict/sensitivity.h"

enum { N = 4000 };
static double x[3 * N], y[N];

static void
draw(void)
{
	struct dt_random random;
	dt_random_stream(&random, 5, 0, 0, 99);
	for (size_t k = 0; k < 3 * N; k++)
		x[k] = dt_random_unit(&random);
}

static void
is_near(size_t cause, double share)
{
	struct dt_sensitivity s = dt_sensitivity_first(x + cause, 3, y, N, 1);
	ck_assert_msg(fabs(s.share - share) < 4 * s.error + .003,
	    "%zu: %g, not %g (s.e. %g)", cause, s.share, share, s.error);
}

/* Independent uniform causes have variances in the ratio 16 : 4 : 1. Within
 * one of 20 bins .0025 of a cause's own variance is lost. */
START_TEST(a_sum_has_the_shares_of_its_squares)
{
	draw();
	for (size_t k = 0; k < N; k++)
		y[k] = 4 * x[3 * k] + 2 * x[3 * k + 1] + x[3 * k + 2];
	is_near(0, 16 / 21.);
	is_near(1, 4 / 21.);
	is_near(2, 1 / 21.);
}
END_TEST

/* (a - 1/2) (b - 1/2): neither does anything by itself. */
START_TEST(what_acts_only_together_has_no_share)
{
	draw();
	for (size_t k = 0; k < N; k++)
		y[k] = (x[3 * k] - .5) * (x[3 * k + 1] - .5);
	is_near(0, 0);
	is_near(1, 0);
}
END_TEST

/* An indicator of a < .5 and b < .5: the mean given a is 1/2 below and 0 above,
 * variance 1/16, of 3/16 in all: a third. */
START_TEST(an_indicator_of_two_has_a_third_of_each)
{
	draw();
	for (size_t k = 0; k < N; k++)
		y[k] = x[3 * k] < .5 && x[3 * k + 1] < .5;
	is_near(0, 1 / 3.);
	is_near(1, 1 / 3.);
	is_near(2, 0);
}
END_TEST

/* Nothing is claimed of what does not vary, nor of a few. */
START_TEST(what_does_not_vary_has_none)
{
	draw();
	for (size_t k = 0; k < N; k++)
		y[k] = 1e9;
	ck_assert(isnan(dt_sensitivity_first(x, 3, y, N, 1).share));
	for (size_t k = 0; k < N; k++)
		y[k] = k < 10 ? x[3 * k] : NAN;
	ck_assert(isnan(dt_sensitivity_first(x, 3, y, N, 1).share));
}
END_TEST

static struct dt_prior_unknown
of(enum dt_prior_form form)
{
	return (struct dt_prior_unknown){ .form = form, .low = NAN,
		.mode = NAN, .high = NAN, .alpha = NAN, .beta = NAN,
		.median = NAN, .sigma = NAN };
}

static void
is(const struct dt_prior_unknown *prior, double u, double value)
{
	ck_assert_double_eq_tol(dt_prior_quantile(prior, u), value,
	    1e-6 * (1 + fabs(value)));
}

/* Triangular 0, 1, 4: below 1 is 1/4, F = x^2/4; above, 1 - (4-x)^2/12: the
 * median is 4 - sqrt 6. Beta (1, 2): F = 1 - (1-x)^2. Log-normal: 1.644854
 * sigmas from the median are 5 %; cut at the median, half of the upper half
 * is .674490 sigmas above. */
START_TEST(quantiles_are_those_of_the_forms)
{
	struct dt_prior_unknown t = of(DT_PRIOR_TRIANGULAR),
	    b = of(DT_PRIOR_BETA), l = of(DT_PRIOR_LOG_NORMAL),
	    u = of(DT_PRIOR_UNIFORM);
	t.low = 0, t.mode = 1, t.high = 4;
	is(&t, .5, 4 - sqrt(6));
	is(&t, .25, 1);
	is(&t, .0625, .5);
	b.alpha = 1, b.beta = 2;
	is(&b, .75, .5);
	b.low = 10, b.high = 20;
	is(&b, .75, 15);
	l.median = 3, l.sigma = .5;
	is(&l, .5, 3);
	is(&l, .95, 3 * exp(.5 * 1.6448536));
	l.low = 3;
	is(&l, .5, 3 * exp(.5 * .6744898));
	l.high = 3;
	is(&l, .1, 3);
	u.low = u.high = 7;
	is(&u, .3, 7);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sensitivity");
	TCase *tcase = tcase_create("sensitivity");
	tcase_add_test(tcase, a_sum_has_the_shares_of_its_squares);
	tcase_add_test(tcase, what_acts_only_together_has_no_share);
	tcase_add_test(tcase, an_indicator_of_two_has_a_third_of_each);
	tcase_add_test(tcase, what_does_not_vary_has_none);
	tcase_add_test(tcase, quantiles_are_those_of_the_forms);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
