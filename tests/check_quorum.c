/*
 * check_quorum: chances of entry into force and indices of power against
 * published values and against all sets and all orders, one by one.
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "pact/power.h"
#include "pact/quorum.h"

static double
chance(const struct dt_quorum *q, const double *ratifies)
{
	double found;
	struct dt_error err = { 0 };
	ck_assert_msg(dt_quorum_chance(q, ratifies, &found, &err) == DT_OK,
	    "%s", err.message);
	return found;
}

static struct dt_power
power(const struct dt_quorum *q)
{
	struct dt_power found;
	struct dt_error err = { 0 };
	ck_assert_msg(dt_power_of(q, &found, &err) == DT_OK, "%s",
	    err.message);
	return found;
}

static double
chaos(void)
{
	static uint64_t state = 7;
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (double)(state >> 11) * 0x1p-53;
}

/* .95^44, .98^44, .99^44; and the p whose 44th power is a half. */
START_TEST(forty_four_vetoes)
{
	static const double at[] = { .95, .98, .99, .984370 };
	static const double value[] = { .104674, .411100, .642612, .5 };
	struct dt_quorum q = { .n = 44, .count = 44 };
	for (size_t i = 0; i < 4; i++) {
		double p[44];
		for (size_t k = 0; k < 44; k++)
			p[k] = at[i];
		ck_assert_double_eq_tol(chance(&q, p), value[i], 2e-5);
		q.named = UINT64_C(0xfffffffffff);
		ck_assert_double_eq_tol(chance(&q, p), value[i], 2e-5);
		q.named = 0;
	}
}
END_TEST

/* .8 of .75 .15 .05 .05: the first and any other, .5 (1 - .6 .2 .2) = .488; .9
 * and the named pair: the first two, .5 .4 = .2. */
START_TEST(weights_and_names)
{
	static const double w[] = { .75, .15, .05, .05 };
	static const double p[] = { .5, .4, .8, .8 };
	struct dt_quorum q = { .n = 4, .weights = w, .weight = .8 };
	ck_assert_double_eq_tol(chance(&q, p), .488, 1e-12);
	q.named = 3;
	ck_assert_double_eq_tol(chance(&q, p), .2, 1e-12);
	q.named = 0;
	q.weight = .9;
	ck_assert_double_eq_tol(chance(&q, p), .2, 1e-12);
}
END_TEST

/* (75; 15; 5; 5) at 80: the first is decisive in 7 of 10 cases. At 90 the first
 * two have all. Three of 2, 1, 1 at 3 (Shapley and Shubik's kind): 2/3, 1/6,
 * 1/6; Banzhaf 3/5, 1/5, 1/5. */
START_TEST(published_powers)
{
	static const double w[] = { 75, 15, 5, 5 }, v[] = { 2, 1, 1 };
	struct dt_quorum q = { .n = 4, .weights = w, .weight = 80 };
	struct dt_power found = power(&q);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_double_eq_tol(found.banzhaf[i], i == 0 ? .7 : .1,
		    1e-12);
		ck_assert_double_eq_tol(found.shapley[i], i == 0 ? .75 :
		    1. / 12, 1e-12);
	}
	ck_assert_double_eq_tol(found.swing[0], 7. / 8, 1e-12);
	q.weight = 90;
	found = power(&q);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_double_eq_tol(found.banzhaf[i], i < 2 ? .5 : 0,
		    1e-12);
		ck_assert_double_eq_tol(found.shapley[i], i < 2 ? .5 : 0,
		    1e-12);
	}
	q = (struct dt_quorum){ .n = 3, .weights = v, .weight = 3 };
	found = power(&q);
	ck_assert_double_eq_tol(found.shapley[0], 2. / 3, 1e-12);
	ck_assert_double_eq_tol(found.banzhaf[0], 3. / 5, 1e-12);
}
END_TEST

enum { N = 7 };

static struct dt_quorum
draw(double *weights)
{
	for (size_t i = 0; i < N; i++)
		weights[i] = floor(6 * chaos()) / 10;
	return (struct dt_quorum){ .n = N, .weights = weights,
	    .count = (size_t)(5 * chaos()), .weight = floor(20 * chaos()) / 10,
	    .named = (uint64_t)(128 * chaos()) & (uint64_t)(128 * chaos()) };
}

/* All 2^7 sets, each with its chance. */
START_TEST(chances_are_those_of_all_sets)
{
	for (int round = 0; round < 200; round++) {
		double w[N], p[N], sum = 0;
		struct dt_quorum q = draw(w);
		for (size_t i = 0; i < N; i++)
			p[i] = floor(5 * chaos()) / 4;
		for (uint64_t set = 0; set < 1 << N; set++) {
			double one = 1;
			for (size_t i = 0; i < N; i++)
				one *= set >> i & 1 ? p[i] : 1 - p[i];
			if (dt_quorum_met(&q, set))
				sum += one;
		}
		ck_assert_double_eq_tol(chance(&q, p), sum, 1e-12);
	}
}
END_TEST

/* One more wish never raises it; a surer member never lowers it. */
START_TEST(chances_fall_with_what_is_asked)
{
	for (int round = 0; round < 100; round++) {
		double w[N], p[N];
		struct dt_quorum q = draw(w);
		for (size_t i = 0; i < N; i++)
			p[i] = chaos();
		double now = chance(&q, p);
		struct dt_quorum more = q;
		more.named |= UINT64_C(1) << (size_t)(N * chaos());
		ck_assert(chance(&more, p) <= now + 1e-15);
		more = q;
		more.count++;
		ck_assert(chance(&more, p) <= now + 1e-15);
		more = q;
		more.weight += .3;
		ck_assert(chance(&more, p) <= now + 1e-15);
		size_t who = (size_t)(N * chaos());
		p[who] += (1 - p[who]) / 2;
		ck_assert(chance(&q, p) >= now - 1e-15);
	}
}
END_TEST

/* Adds, over all orders from `at` on, 1 to whoever makes the rule met. */
static void
orders(const struct dt_quorum *q, uint64_t in, double *count)
{
	for (size_t i = 0; i < N; i++) {
		uint64_t one = UINT64_C(1) << i;
		if (in & one)
			continue;
		if (!dt_quorum_met(q, in) && dt_quorum_met(q, in | one)) {
			double rest = 1;        /* orders of those after */
			size_t left = N - 1;
			for (uint64_t s = in; s != 0; s &= s - 1)
				left--;
			for (; left > 1; left--)
				rest *= (double)left;
			count[i] += rest;
		} else if (!dt_quorum_met(q, in | one)) {
			orders(q, in | one, count);
		}
	}
}

/* Banzhaf by all sets, Shapley and Shubik by all 7! orders. */
START_TEST(powers_are_those_of_all_sets_and_orders)
{
	for (int round = 0; round < 60; round++) {
		double w[N], swings[N] = { 0 }, first[N] = { 0 }, all = 0;
		struct dt_quorum q = draw(w);
		struct dt_power found = power(&q);
		for (uint64_t set = 0; set < 1 << N; set++)
			for (size_t i = 0; i < N; i++)
				if (!(set >> i & 1) && !dt_quorum_met(&q, set)
				    && dt_quorum_met(&q, set |
				    UINT64_C(1) << i)) {
					swings[i]++;
					all++;
				}
		orders(&q, 0, first);
		for (size_t i = 0; i < N; i++) {
			ck_assert_double_eq_tol(found.swing[i],
			    swings[i] / 64, 1e-12);
			ck_assert_double_eq_tol(found.banzhaf[i],
			    all > 0 ? swings[i] / all : 0, 1e-12);
			ck_assert_double_eq_tol(found.shapley[i],
			    first[i] / 5040, 1e-12);
		}
	}
}
END_TEST

/* Unanimity: all are decisive alike. */
START_TEST(unanimity_shares_power_alike)
{
	struct dt_quorum q = { .n = 64, .count = 64 };
	struct dt_power found = power(&q);
	for (size_t i = 0; i < 64; i++) {
		ck_assert_double_eq_tol(found.banzhaf[i], 1. / 64, 1e-12);
		ck_assert_double_eq_tol(found.shapley[i], 1. / 64, 1e-12);
	}
}
END_TEST

START_TEST(what_is_no_rule_is_refused)
{
	static const double bad[] = { 1, -1 }, p[] = { .5, 1.5 };
	struct dt_power found;
	double x;
	struct dt_quorum q = { .n = 0 };
	ck_assert(dt_power_of(&q, &found, NULL) == DT_EUSAGE);
	q = (struct dt_quorum){ .n = 2, .weights = bad };
	ck_assert(dt_power_of(&q, &found, NULL) == DT_EUSAGE);
	q = (struct dt_quorum){ .n = 2, .named = 4 };
	ck_assert(dt_power_of(&q, &found, NULL) == DT_EUSAGE);
	q = (struct dt_quorum){ .n = 2 };
	ck_assert(dt_quorum_chance(&q, p, &x, NULL) == DT_EUSAGE);
	q.n = 65;
	ck_assert(dt_power_of(&q, &found, NULL) == DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("quorum");
	TCase *tcase = tcase_create("quorum");
	tcase_add_test(tcase, forty_four_vetoes);
	tcase_add_test(tcase, weights_and_names);
	tcase_add_test(tcase, published_powers);
	tcase_add_test(tcase, chances_are_those_of_all_sets);
	tcase_add_test(tcase, chances_fall_with_what_is_asked);
	tcase_add_test(tcase, powers_are_those_of_all_sets_and_orders);
	tcase_add_test(tcase, unanimity_shares_power_alike);
	tcase_add_test(tcase, what_is_no_rule_is_refused);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
