/*
 * check_classic_pact: models of how agreements come about, through their
 * settings. Expected values are published or derived in the comment; several
 * are found a second way here: by enumeration, by quadrature, by play.
 */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "models.h"
#include "pact/auction.h"
#include "pact/concession.h"
#include "pact/curve.h"
#include "pact/joint.h"
#include "pact/offers.h"
#include "pact/winset.h"

static double
chaos(void)
{
	static uint64_t state = 11;
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (double)(state >> 11) * 0x1p-53;
}

/* x = 1 - d2 y and y = 1 - d1 x, put into each other from anywhere, come to
 * the one point: the shares of who proposes. */
START_TEST(offers_that_are_just_accepted_are_rubinstein_s)
{
	static const double d[][3] = { { .9, .9, .526316 },
	    { .9, .8, .714286 }, { .95, .5, .952381 } };
	for (size_t i = 0; i < 3; i++) {
		double x = chaos();
		for (int turn = 0; turn < 2000; turn++)
			x = 1 - d[i][1] * (1 - d[i][0] * x);
		ck_assert_double_eq_tol(dt_offers_share(d[i][0], d[i][1]), x,
		    1e-12);
		ck_assert_double_eq_tol(x, d[i][2], 5e-7);
	}
	models_ask("bargaining", "d1=.95", "d2=.5", NULL);
	NEAR("share", .952381, 5e-7);
	models_ask("bargaining", "d1=.9999", "d2=.9999", NULL);
	NEAR("share", .5, 5e-5);        /* moving first is worth little */
}
END_TEST

/* By hand, d .9: 1; .9 kept from 1, .1; 1 - .09; 1 - .819; 1 - .1629. */
START_TEST(a_last_offer_is_worth_having)
{
	static const double values[] = { 1, .1, .91, .181, .8371 };
	for (int64_t n = 1; n <= 5; n++)
		ck_assert_double_eq_tol(dt_offers_finite(.9, .9, n),
		    values[n - 1], 1e-12);
	/* Two offers: the second proposer takes all, so gets its d2 now. */
	ck_assert_double_eq_tol(dt_offers_finite(.3, .8, 2), .2, 1e-12);
	/* Three: it waits for d1 of all, of which the other pays d2. */
	ck_assert_double_eq_tol(dt_offers_finite(.3, .8, 3),
	    1 - .8 * (1 - .3), 1e-12);
	ck_assert_double_eq_tol(dt_offers_finite(.9, .8, 401),
	    dt_offers_share(.9, .8), 1e-12);
}
END_TEST

START_TEST(outside_options_and_breakdown)
{
	models_ask("bargaining", "o=.3", NULL);
	NEAR("outside", .526316, 5e-7);
	models_ask("bargaining", "o=.6", NULL);
	NEAR("outside", .4, 1e-12);
	models_ask("bargaining", NULL);
	NEAR("outside", .52, 1e-12);
	NEAR("breakdown", .415789, 5e-7);
	NEAR("breakdown_limit", .4, 1e-12);
	models_ask("bargaining", "p=1e-9", NULL);
	NEAR("breakdown", .4, 1e-8);
	/* Both points of the recursion: neither would rather refuse. */
	double x = dt_offers_breakdown(.1, .1, .3);
	double y = dt_offers_breakdown(.1, .3, .1);
	ck_assert_double_eq_tol(1 - x, .1 * .3 + .9 * y, 1e-12);
	ck_assert_double_eq_tol(1 - y, .1 * .1 + .9 * x, 1e-12);
	/* The limit: patience d^t, t to 0. */
	ck_assert_double_eq_tol(dt_offers_share(pow(.9, 1e-6),
	    pow(.8, 1e-6)), dt_offers_limit(.9, .8), 1e-6);
}
END_TEST

/* The curve's solutions by looking at a million of its points. */
START_TEST(a_curve_s_solutions_are_its_best_points)
{
	enum { N = 1000000 };
	double k = 2.5, w = .3, product = -1, sum = -1, gap = 2;
	double at_product = 0, at_sum = 0, at_gap = 0;
	for (int i = 1; i < N; i++) {
		double u = (double)i / N, other = 1 - pow(u, k);
		double p = w * log(u) + (1 - w) * log(other);
		if (i == 1 || p > product)
			product = p, at_product = u;
		if (u + other > sum)
			sum = u + other, at_sum = u;
		if (fabs(u - other) < gap)
			gap = fabs(u - other), at_gap = u;
	}
	ck_assert_double_eq_tol(dt_curve_nash(k, w), at_product, 2e-6);
	ck_assert_double_eq_tol(dt_curve_utilitarian(k), at_sum, 2e-6);
	ck_assert_double_eq_tol(dt_curve_equal(k), at_gap, 2e-6);
}
END_TEST

START_TEST(solutions_of_a_menu)
{
	models_ask("solutions", NULL);
#define SOLUTION(row, column) models_cell("solutions", row, column)
	ck_assert_double_eq(SOLUTION("nash", "u1"), 3);
	ck_assert_double_eq(SOLUTION("nash", "u2"), 3.2);
	ck_assert_double_eq(SOLUTION("utilitarian", "text"), 3);
	ck_assert_double_eq_tol(models_cell("curve", "nash", "u1"), .577350,
	    5e-7);
	ck_assert_double_eq_tol(models_cell("curve", "egalitarian", "u2"),
	    .618034, 5e-7);
	/* (2.5, 2.5) to (3, 3.2): .5/3 + .7/3.5, the best without harm. */
	NEAR("waste", .5 / 3 + .7 / 3.5, 1e-12);
	models_ask("solutions", "lotteries=1", NULL);
	ck_assert_double_eq_tol(SOLUTION("nash", "u1"), 2.9, 1e-8);
	ck_assert_double_eq_tol(SOLUTION("nash", "u2"), 3.375, 1e-8);
	/* An affine change of party 1's units moves nothing else. */
	models_ask("solutions", "lotteries=1",
	    "menu=[-3, 2, -5, 3.2, -7, 4.5, -6, 2.5]", "d=-9,1", NULL);
	ck_assert_double_eq_tol(SOLUTION("nash", "u1"), -5.2, 1e-7);
	ck_assert_double_eq_tol(SOLUTION("nash", "u2"), 3.375, 1e-7);
	/* Nobody gains anywhere: two losses are no product. */
	models_ask("solutions", "menu=0,0;-5,-5", NULL);
	ck_assert(isnan(SOLUTION("nash", "text")));
	ck_assert_double_eq(SOLUTION("nash", "u1"), 1);
}
END_TEST

/* v = (1/n)(1 - (q-1) d v) + ((q-1)/n) d v, one's own turn and a partner's,
 * from anywhere comes to 1/n; who proposes keeps 1 - (q-1) d v. */
START_TEST(a_legislature_s_values_are_a_fixed_point)
{
	static const double keeps[] = { .64, .46, .28 };
	for (int q = 3; q <= 5; q++) {
		double v = chaos();
		for (int turn = 0; turn < 100; turn++)
			v = (1 - (q - 1) * .9 * v) / 5 + (q - 1) * .9 * v / 5;
		ck_assert_double_eq_tol(v, .2, 1e-12);
		ck_assert_double_eq_tol(dt_offers_proposer(5, q, .9),
		    1 - (q - 1) * .9 * v, 1e-12);
		ck_assert_double_eq_tol(dt_offers_proposer(5, q, .9),
		    keeps[q - 3], 1e-12);
		ck_assert_double_gt(dt_offers_proposer(5, q, .9),
		    dt_offers_proposer(5, q, .95));
	}
	models_ask("legislature", "n=7", "q=7", "d=1", NULL);
	NEAR("keeps", 1.0 / 7, 1e-12);
}
END_TEST

/* What waiting until s and then giving in is worth: the other gives in at rate
 * h before. Simpson over 2000 steps. For every s it is low/r. */
static double
wait_until(const struct dt_concession *w, double h, double s)
{
	double r = w->discount[0], sum = 0, step = s / 2000;
	for (int i = 0; i <= 2000; i++) {
		double t = i * step;
		double flow = exp(-(r + h) * t) *
		    (h * w->high / r - w->cost);
		sum += flow * (i == 0 || i == 2000 ? 1 : i % 2 ? 4 : 2);
	}
	return sum * step / 3 + exp(-(r + h) * s) * w->low / r;
}

START_TEST(who_waits_in_a_war_is_indifferent)
{
	struct dt_concession w = { 3, 1, .5, { .1, .25 } };
	double other = dt_concession_rate(&w, 1);
	for (double s = 1; s < 20; s += 4)
		ck_assert_double_eq_tol(wait_until(&w, other, s), 1 / .1,
		    1e-9);
	static const char *const r1[] = { "r1=.2", "r1=.1", "r1=.05" };
	static const char *const r2[] = { "r2=.2", "r2=.1", "r2=.05" };
	static const double values[][3] = { { .15, 3.33333, .0497871 },
	    { .075, 6.66667, .223130 }, { .0375, 13.3333, .472367 } };
	for (size_t i = 0; i < 3; i++) {
		models_ask("concession-war", r1[i], r2[i], NULL);
		NEAR("hazard_1", values[i][0], 1e-12);
		NEAR("mean_delay", values[i][1], 5e-5);
		NEAR("none", values[i][2], 5e-7);
	}
	models_ask("concession-war", "r1=.05", "r2=.05", "H=5", NULL);
	ck_assert_double_gt(models_result("mean_delay"), 13.34);
}
END_TEST

/* 20,000 wars by the two clocks: mean and share within four errors. */
START_TEST(wars_that_are_played_last_as_long)
{
	enum { N = 20000 };
	struct dt_concession w = { 3, 1, .5, { .1, .25 } };
	double h[2] = { dt_concession_rate(&w, 0), dt_concession_rate(&w, 1) };
	double sum = 0, squares = 0, late = 0;
	for (int i = 0; i < N; i++) {
		double one = -log(1 - chaos()) / h[0];
		double other = -log(1 - chaos()) / h[1];
		double t = one < other ? one : other;
		sum += t;
		squares += t * t;
		late += t > 2;
	}
	double mean = sum / N, none = dt_concession_none(&w, 2);
	double error = sqrt((squares / N - mean * mean) / N);
	ck_assert_double_le(fabs(mean - dt_concession_delay(&w)), 4 * error);
	ck_assert_double_le(fabs(late / N - none),
	    4 * sqrt(none * (1 - none) / N));
}
END_TEST

START_TEST(aspirations_meet)
{
	models_ask("concession-curves", NULL);
	NEAR("time", .5, 1e-12);
	models_ask("concession-curves", "e1=.2", "e2=.2", NULL);
	NEAR("time", .870551, 5e-7);
	models_ask("concession-curves", "e1=2", "e2=2", NULL);
	NEAR("time", .25, 1e-12);
	models_ask("concession-curves", "e1=.2", "e2=2", NULL);
	ck_assert_double_gt(models_result("share_1"), .6);
	models_ask("concession-curves", "least1=.6", "least2=.5", NULL);
	ck_assert(isnan(models_result("time")));
	/* Reserves that leave nothing over: at the deadline, to a hair. */
	models_ask("concession-curves", "least1=.5", "least2=.5", NULL);
	NEAR("time", 1, 1e-12);
}
END_TEST

/* Against the other's linear prices no price of a grid of 2001 gains more:
 * costs (values) are 2000 midpoints. And the chance of a deal and its gain by
 * summing over both. */
START_TEST(linear_prices_are_best_replies)
{
	enum { N = 2000 };
	for (double k = .25; k < .8; k += .25) {
		double value = .7, own = dt_auction_bid(k, value);
		double best = -1, mine = 0;
		for (int i = -1; i <= N; i++) {
			double bid = i < 0 ? own : (double)i / N, gain = 0;
			for (int j = 0; j < N; j++) {
				double ask = dt_auction_ask(k, (j + .5) / N);
				if (bid >= ask)
					gain += (value - k * bid -
					    (1 - k) * ask) / N;
			}
			if (i < 0)
				mine = gain;
			best = gain > best ? gain : best;
		}
		ck_assert_double_le(best - mine, 5e-4);
		ck_assert_double_le(dt_auction_gain(k), 9. / 64 + 1e-15);
	}
}
END_TEST

START_TEST(deals_and_their_gain_by_quadrature)
{
	enum { N = 600 };
	double chance = 0, gain = 0, first = 0, k = .5;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			double v = (i + .5) / N, c = (j + .5) / N;
			bool deal = dt_auction_bid(k, v) >=
			    dt_auction_ask(k, c);
			chance += deal;
			gain += deal ? v - c : 0;
			first += v > c ? v - c : 0;
		}
	models_ask("private-costs", NULL);
	NEAR("chance", chance / N / N, 2e-3);
	NEAR("gain", gain / N / N, 1e-3);
	NEAR("first_best", first / N / N, 1e-5);
	NEAR("chance", 9. / 32, 1e-15);
	NEAR("gain", 9. / 64, 1e-15);
	NEAR("first_best", 1. / 6, 1e-15);
}
END_TEST

/* 100,000 draws of three costs: all at most G. */
START_TEST(conditional_pledges_come_off_and_others_unravel)
{
	enum { N = 100000 };
	int all = 0;
	for (int i = 0; i < N; i++) {
		double a = chaos(), b = chaos(), c = chaos();
		all += a <= .8 && b <= .8 && c <= .8;
	}
	models_ask("pledges", NULL);
	NEAR("conditional", .512, 1e-12);
	NEAR("conditional", (double)all / N, 4 * sqrt(.25 / N));
	EXACT("unconditional_most", 0);
	/* Every p in (0, 1] falls under its reply. */
	for (double p = .01; p <= 1; p += .01)
		ck_assert_double_lt(dt_joint_reply(3, .8, p), p);
	models_ask("pledges", "G=1.5", NULL);
	EXACT("conditional", 1);
	EXACT("unconditional_least", 0);
	EXACT("unconditional_most", 1);
}
END_TEST

START_TEST(entry_into_force)
{
	static const char *const p[] = { "p=.95", "p=.98", "p=.99" };
	static const double chance[] = { .104674, .411100, .642612 };
	for (size_t i = 0; i < 3; i++) {
		models_ask("ratification", p[i], NULL);
		NEAR("in_force", chance[i], 5e-7);
		NEAR("needed", .984370, 5e-7);
		NEAR("needed", pow(.5, 1. / 44), 1e-12);
	}
#define FOUR "n=4", "count=0", "weights=.75,.15,.05,.05", "p=.5,.4,.8,.8"
	/* .5 (1 - .6 .2 .2); .5 .4; .5 .4. */
	models_ask("ratification", FOUR, "weight=.8", NULL);
	NEAR("in_force", .488, 1e-12);
	models_ask("ratification", FOUR, "weight=.9", NULL);
	NEAR("in_force", .2, 1e-12);
	models_ask("ratification", FOUR, "weight=.8", "named=2", NULL);
	NEAR("in_force", .2, 1e-12);
	models_ask("ratification", FOUR, "weight=1.1", NULL);
	EXACT("in_force", 0);
	ck_assert(isnan(models_result("needed")));
	/* ln 9 above even: odds 9 to 1. */
	models_ask("ratification", "x=2.1972245773362196", NULL);
	NEAR("logit", .9, 1e-12);
	NEAR("logit_in_force", pow(.9, 44), 1e-12);
}
END_TEST

/* Higher p raises, more weight needed or one more name lowers. */
START_TEST(chances_of_entry_move_as_they_should)
{
	double before = 0, names = 2;
	for (int i = 0; i <= 10; i++) {
		char p[32];
		snprintf(p, sizeof(p), "p=.5,%g,.8,.8", i / 10.0);
		models_ask("ratification", "n=4", "count=0", p,
		    "weights=.75,.15,.05,.05", "weight=.8", NULL);
		ck_assert_double_ge(models_result("in_force"), before);
		before = models_result("in_force");
	}
	for (int named = 0; named <= 4; named++) {
		char text[16];
		snprintf(text, sizeof(text), "named=%d", named);
		models_ask("ratification", FOUR, "weight=.8", text, NULL);
		ck_assert_double_le(models_result("in_force"), names);
		names = models_result("in_force");
	}
}
END_TEST

START_TEST(power_of_a_rule)
{
	static const double banzhaf[2][4] = { { .7, .1, .1, .1 },
	    { .5, .5, 0, 0 } };
	static const double shapley[2][4] = { { .75, 1. / 12, 1. / 12,
	    1. / 12 }, { .5, .5, 0, 0 } };
	for (int rule = 0; rule < 2; rule++) {
		models_ask("power", rule ? "weight=90" : "weight=80", NULL);
		const struct dt_solution_table *t = models_table("power");
		ck_assert_uint_eq(dt_solution_rows(t), 4);
		for (size_t i = 0; i < 4; i++) {
			const struct dt_solution_cell *row =
			    t->cells + i * t->n_columns;
			ck_assert_double_eq_tol(row[2].number,
			    banzhaf[rule][i], 1e-12);
			ck_assert_double_eq_tol(row[3].number,
			    shapley[rule][i], 1e-12);
		}
	}
}
END_TEST

/* Random groups: the best point of a grid of 20,001 that both ratify is no
 * nearer to the middle, and there is one where the model finds a piece. */
START_TEST(two_levels_agree_where_a_grid_says)
{
	enum { GROUPS = 3, N = 20000 };
	for (int turn = 0; turn < 60; turn++) {
		double ideal[2][GROUPS], weight[2][GROUPS], text, best = 2;
		struct dt_winset set[2];
		for (int k = 0; k < 2; k++) {
			for (int i = 0; i < GROUPS; i++) {
				ideal[k][i] = floor(20 * chaos()) / 16;
				weight[k][i] = floor(4 * chaos());
			}
			set[k] = (struct dt_winset){ GROUPS, ideal[k],
			    weight[k], 1.5 * chaos(), 3 };
		}
		bool agreed = dt_winset_agree(&set[0], &set[1], 0, 1, &text);
		for (int i = 0; i <= N; i++) {
			double x = (double)i / N;
			if (dt_winset_has(&set[0], x) &&
			    dt_winset_has(&set[1], x) &&
			    fabs(x - .5) < best)
				best = fabs(x - .5);
		}
		if (best < 2)
			ck_assert(agreed);
		if (agreed) {
			ck_assert(dt_winset_has(&set[0], text));
			ck_assert(dt_winset_has(&set[1], text));
			ck_assert_double_le(fabs(text - .5), best + 1e-12);
		}
	}
}
END_TEST

/* One group a nation: as a nation's own status quo comes nearer, its win-set
 * shrinks, and while they still agree it does not lose and the other does not
 * gain. */
START_TEST(who_is_bound_at_home_does_not_lose)
{
	double before = 0, m = .9, none = 0;
	for (double q = 2; q >= .9; q -= .01) {
		struct dt_winset free = { 0 };
		struct dt_winset bound = { 1, &m, NULL, q, 1 };
		double text;
		if (dt_winset_agree(&free, &bound, 0, 1, &text)) {
			ck_assert_double_ge(text, before);
			before = text;
		} else
			none++;
	}
	ck_assert_double_eq(none, 0);
	ck_assert_double_gt(before, .88);
	models_ask("ratification-spatial", NULL);
	NEAR("agreement", .7, 1e-12);
	models_ask("ratification-spatial", "need2=0", NULL);
	NEAR("agreement", .5, 1e-12);
	/* Nation 1 takes no more than .3, nation 2 no less than .7. */
	models_ask("ratification-spatial", "need1=1", "m1=0.1", "q1=-.1",
	    NULL);
	ck_assert(isnan(models_result("agreement")));
}
END_TEST

/* With p the four others join in 16 ways; joining adds nothing on average. */
START_TEST(who_mixes_is_indifferent)
{
	double b = .4, c = 1, gain = 0, in_force = 0;
	models_ask("participation", NULL);
	double p = models_result("mixed");
	for (int set = 0; set < 32; set++) {
		int others = __builtin_popcount(set & 15), in = set >> 4;
		double chance = pow(p, others) * pow(1 - p, 4 - others);
		double pays = others + in >= 3 ? (others + in) * b - in * c :
		    0;
		gain += in ? chance * pays : -chance * pays;
		in_force += others + in >= 3 ? chance * (in ? p : 1 - p) : 0;
	}
	ck_assert_double_eq_tol(gain, 0, 1e-12);
	NEAR("in_force", in_force, 1e-12);
	NEAR("mixed", .310102, 5e-7);
	NEAR("in_force", .176699, 5e-7);
	EXACT("members", 3);
	models_ask("participation", "k=2", NULL);      /* .8 < 1 */
	EXACT("members", 0);
	EXACT("in_force", 0);
	models_ask("participation", "k=5", NULL);
	EXACT("in_force", 1);   /* all are needed, and joining cannot hurt */
}
END_TEST

START_TEST(modest_treaties_hold_more)
{
	static const char *const theta[] = { "theta=1", "theta=.75",
	    "theta=.5", "theta=.35" };
	static const double size[] = { 3, 4, 6, 10 };
	static const double welfare[] = { 143, 159, 191, 288.75 };
	for (size_t i = 0; i < 4; i++) {
		models_ask("modesty", theta[i], NULL);
		EXACT("stable", size[i]);
		EXACT("formula", size[i]);
		NEAR("welfare", welfare[i], 1e-9);
		EXACT("welfare_none", 95);
		EXACT("welfare_all", 500);
	}
	/* Two are stable by a tie: (2 2 + 8) - 1/2 stays out, and a third
	 * that joins has (3 3 + 7) - 9/2. */
	struct dt_joint_modest m = { 10, 1, 1 };
	ck_assert_double_eq_tol(dt_joint_outsider(&m, 2), 11.5, 1e-12);
	ck_assert_double_eq_tol(dt_joint_member(&m, 3), 11.5, 1e-12);
	ck_assert(dt_joint_stable(&m, 2));
	for (int i = 35; i <= 100; i++) {
		m.ambition = i / 100.0;
		ck_assert_int_eq(dt_joint_size(&m),
		    dt_joint_size_formula(&m));
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("classic_pact");
	TCase *tests = tcase_create("pact");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, NULL, models_end);
	tcase_add_test(tests,
	    offers_that_are_just_accepted_are_rubinstein_s);
	tcase_add_test(tests, a_last_offer_is_worth_having);
	tcase_add_test(tests, outside_options_and_breakdown);
	tcase_add_test(tests, a_curve_s_solutions_are_its_best_points);
	tcase_add_test(tests, solutions_of_a_menu);
	tcase_add_test(tests, a_legislature_s_values_are_a_fixed_point);
	tcase_add_test(tests, who_waits_in_a_war_is_indifferent);
	tcase_add_test(tests, wars_that_are_played_last_as_long);
	tcase_add_test(tests, aspirations_meet);
	tcase_add_test(tests, linear_prices_are_best_replies);
	tcase_add_test(tests, deals_and_their_gain_by_quadrature);
	tcase_add_test(tests,
	    conditional_pledges_come_off_and_others_unravel);
	tcase_add_test(tests, entry_into_force);
	tcase_add_test(tests, chances_of_entry_move_as_they_should);
	tcase_add_test(tests, power_of_a_rule);
	tcase_add_test(tests, two_levels_agree_where_a_grid_says);
	tcase_add_test(tests, who_is_bound_at_home_does_not_lose);
	tcase_add_test(tests, who_mixes_is_indifferent);
	tcase_add_test(tests, modest_treaties_hold_more);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
