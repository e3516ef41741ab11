/* check_treaty_channels: what channels see, alone and together. */
#include <check.h>
#include <math.h>

#include "treaty/channels.h"

/* 1 - C(N-k,n)/C(N,n): for one bad item of 50 and 18 looked at, 18/50. */
START_TEST(perfect_items_are_hypergeometric)
{
	ck_assert_double_eq_tol(dt_channels_sample_alarm(100, 5, 10, 1, 0),
	    .4162, 5e-5);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(1000, 10, 100, 1, 0),
	    .6531, 5e-5);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(50, 1, 18, 1, 0),
	    .36, 1e-12);
}
END_TEST

/* The fewest items that find a breach with 95%. */
START_TEST(items_for_95_percent_are_those_of_the_tables)
{
	static const int64_t cases[][3] = {
		{ 1000, 10, 258 }, { 100, 5, 45 }, { 1000, 1, 950 }
	};
	for (int i = 0; i < 3; i++) {
		const int64_t *c = cases[i];
		ck_assert_double_ge(dt_channels_sample_alarm(c[0], c[1],
		    c[2], 1, 0), .95 - 1e-12);
		ck_assert_double_lt(dt_channels_sample_alarm(c[0], c[1],
		    c[2] - 1, 1, 0), .95);
	}
}
END_TEST

/* 1 - sum_j Hyp(j) (1-q)^j (1-fa)^(n-j); 100 clean items: 1 - .999^100. */
START_TEST(imperfect_items_miss_and_alarm)
{
	ck_assert_double_eq_tol(dt_channels_sample_alarm(1000, 10, 100, .8,
	    0), .5669, 5e-5);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(1000, 0, 100, 1,
	    .001), 1 - pow(.999, 100), 1e-12);
	ck_assert_double_eq_tol(1 - pow(.999, 100), .0952, 5e-5);
}
END_TEST

/* All items: something is surely found. More than there are is all; all bad
 * and one looked at: the chance of an item. */
START_TEST(samples_have_their_limits)
{
	ck_assert_double_eq(dt_channels_sample_alarm(50, 1, 50, 1, 0), 1);
	ck_assert_double_eq(dt_channels_sample_alarm(50, 1, 99, 1, 0), 1);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(50, 99, 1, .3, 0),
	    .3, 1e-12);
	ck_assert_double_eq(dt_channels_sample_alarm(50, 0, 10, 1, 0), 0);
}
END_TEST

/* Of 10^9 items half are bad and half looked at: no breach hides, and the
 * sum over 5 * 10^8 terms must not be walked through. With one bad item, the
 * chance that it is looked at, to the digits that logarithms of factorials of
 * 10^9 leave. */
START_TEST(big_samples_are_quick)
{
	const int64_t all = 1000000000, half = all / 2;
	ck_assert_double_eq_tol(dt_channels_sample_alarm(all, half, half, 1e-3,
	    0), 1, 1e-9);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(all, 1, half, 1, 0),
	    .5, 1e-5);
	ck_assert_double_eq_tol(dt_channels_sample_alarm(all, half, half, 0,
	    0), 0, 1e-4);
}
END_TEST

/* Phi(d' - z_(1-a)) at a = .05; d' = 0 tells nothing, so a itself. */
START_TEST(powers_are_those_of_neyman_and_pearson)
{
	ck_assert_double_eq_tol(dt_channels_power(1, .05), .2595, 5e-5);
	ck_assert_double_eq_tol(dt_channels_power(2, .05), .6388, 5e-5);
	ck_assert_double_eq_tol(dt_channels_power(3, .05), .9123, 5e-5);
	ck_assert_double_eq_tol(dt_channels_power(0, .05), .05, 1e-12);
	ck_assert_double_eq(dt_channels_power(2, 0), 0);
	ck_assert_double_eq(dt_channels_power(2, 1), 1);
}
END_TEST

static const struct dt_node present = { .kind = DT_NODE_MAP };

#define CHANNEL(...) (struct dt_treaty_channel){ .miss = NAN, \
	.false_alarm = NAN, .coverage = 1, __VA_ARGS__ }

START_TEST(a_channel_is_blind_unless_it_says_how_it_sees)
{
	struct dt_treaty_channel c = CHANNEL(.cost = 1);
	struct dt_monitor_rates rates = dt_channels_rates(&c);
	ck_assert_double_eq(rates.miss, 1);
	ck_assert_double_eq(rates.false_alarm, 0);
}
END_TEST

/* 200 people, each speaking up with .01: .99^200 = .1340 stay silent. */
START_TEST(formulas_give_rates)
{
	struct dt_treaty_channel c = CHANNEL(.tips = { { &present, NULL },
	    200, .01, .02 });
	ck_assert_double_eq_tol(dt_channels_rates(&c).miss, .1340, 5e-5);
	ck_assert_double_eq(dt_channels_rates(&c).false_alarm, .02);
	c = CHANNEL(.measure = { { &present, NULL }, 2, .05 });
	ck_assert_double_eq_tol(dt_channels_rates(&c).miss, 1 - .6388, 5e-5);
	ck_assert_double_eq(dt_channels_rates(&c).false_alarm, .05);
	c = CHANNEL(.sample = { { &present, NULL }, 1000, 10, 100, .8, 0 });
	ck_assert_double_eq_tol(dt_channels_rates(&c).miss, 1 - .5669, 5e-5);
	ck_assert_double_eq(dt_channels_rates(&c).false_alarm, 0);
}
END_TEST

/* Numbers that are written stand in place of a formula's. */
START_TEST(written_rates_come_first)
{
	struct dt_treaty_channel c = CHANNEL(.measure = { { &present, NULL },
	    2, .05 });
	c.miss = .2;
	ck_assert_double_eq(dt_channels_rates(&c).miss, .2);
	ck_assert_double_eq(dt_channels_rates(&c).false_alarm, .05);
}
END_TEST

/* What is not covered is missed: with half in view, 1 - .5 * (1 - .2). */
START_TEST(coverage_limits_what_is_seen)
{
	struct dt_treaty_channel c = CHANNEL(.cost = 0);
	c.coverage = .5;
	c.miss = .2;
	c.false_alarm = .1;
	ck_assert_double_eq_tol(dt_channels_rates(&c).miss, .6, 1e-15);
	ck_assert_double_eq(dt_channels_rates(&c).false_alarm, .1);
}
END_TEST

static struct dt_treaty_channel trio[3];

static struct dt_treaty_monitoring
monitoring_of(size_t n)
{
	static const double miss[] = { .2, .3, .5 };
	static const double false_alarm[] = { .1, .05, .02 };
	for (size_t i = 0; i < 3; i++) {
		trio[i] = CHANNEL(.cost = .5);
		trio[i].miss = miss[i];
		trio[i].false_alarm = false_alarm[i];
	}
	return (struct dt_treaty_monitoring){ .miss = NAN,
	    .false_alarm = NAN, .cost = 1, .channels = { trio, n } };
}

static void
expect(const struct dt_treaty_monitoring *m, int visibility, double miss,
    double false_alarm)
{
	struct dt_monitor_rates r =
	    dt_monitor_mean(dt_channels_combine(m, visibility));
	ck_assert_double_eq_tol(r.miss, miss, 1e-14);
	ck_assert_double_eq_tol(r.false_alarm, false_alarm, 1e-14);
}

/* Layers: all must miss, none may alarm. */
START_TEST(independent_channels_multiply)
{
	struct dt_treaty_monitoring m = monitoring_of(3);
	expect(&m, DT_TREATY_PUBLIC, .2 * .3 * .5, 1 - .9 * .95 * .98);
	expect(&m, DT_TREATY_PRIVATE, 1, 0);
	trio[2].visibility = DT_TREATY_PRIVATE;
	expect(&m, DT_TREATY_PUBLIC, .06, 1 - .9 * .95);
	expect(&m, DT_TREATY_PRIVATE, .5, .02);
	ck_assert_double_eq(dt_channels_cost(&m), 2.5);
	m = monitoring_of(0);
	expect(&m, DT_TREATY_PUBLIC, 1, 0);
}
END_TEST

/* With chance .25 the first two are blind together and only the third is
 * left: miss .25*.5 + .75*.03; silence at a pause .98*(.25 + .75*.9*.95). */
START_TEST(common_channels_go_blind_together)
{
	struct dt_treaty_monitoring m = monitoring_of(3);
	m.common_mode = .25;
	trio[0].common = trio[1].common = true;
	expect(&m, DT_TREATY_PUBLIC, .25 * .5 + .75 * .03,
	    1 - .98 * (.25 + .75 * .9 * .95));
	m.common_mode = 1;
	expect(&m, DT_TREATY_PUBLIC, .5, .02);
}
END_TEST

/* The treaty's own numbers are about the public signal alone. */
START_TEST(rates_of_the_treaty_stand_in_for_public_channels)
{
	struct dt_treaty_monitoring m = monitoring_of(3);
	trio[2].visibility = DT_TREATY_PRIVATE;
	m.miss = .4;
	expect(&m, DT_TREATY_PUBLIC, .4, 1 - .9 * .95);
	expect(&m, DT_TREATY_PRIVATE, .5, .02);
	m.false_alarm = .01;
	expect(&m, DT_TREATY_PUBLIC, .4, .01);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("channels");
	TCase *t = tcase_create("channels");
	tcase_add_test(t, perfect_items_are_hypergeometric);
	tcase_add_test(t, items_for_95_percent_are_those_of_the_tables);
	tcase_add_test(t, imperfect_items_miss_and_alarm);
	tcase_add_test(t, samples_have_their_limits);
	tcase_add_test(t, big_samples_are_quick);
	tcase_add_test(t, powers_are_those_of_neyman_and_pearson);
	tcase_add_test(t, a_channel_is_blind_unless_it_says_how_it_sees);
	tcase_add_test(t, formulas_give_rates);
	tcase_add_test(t, written_rates_come_first);
	tcase_add_test(t, coverage_limits_what_is_seen);
	tcase_add_test(t, independent_channels_multiply);
	tcase_add_test(t, common_channels_go_blind_together);
	tcase_add_test(t, rates_of_the_treaty_stand_in_for_public_channels);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
