/*
 * check_bargain: solutions of bargaining problems against published points,
 * against plain enumeration, and against what defines them.
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "pact/bargain.h"

static struct dt_arena arena;

static struct dt_bargain_point
solve(const struct dt_bargain *p, enum dt_bargain_kind kind)
{
	struct dt_bargain_point point;
	struct dt_error err = { 0 };
	ck_assert_msg(dt_bargain_solve(p, kind, &arena, &point, &err) ==
	    DT_OK, "%s", err.message);
	double sum = 0;
	for (size_t i = 0; i < p->n; i++) {
		ck_assert(point.chance[i] >= 0);
		sum += point.chance[i];
	}
	ck_assert_double_eq_tol(sum, point.agreement ? 1 : 0, 1e-12);
	return point;
}

#define AT(point, a, b, tolerance) do { \
	ck_assert_double_eq_tol((point).utility[0], a, tolerance); \
	ck_assert_double_eq_tol((point).utility[1], b, tolerance); \
} while (0)

/* Numbers from 0 to 1 that are the same in every run. */
static double
chaos(void)
{
	static uint64_t state = 1;
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (double)(state >> 11) * 0x1p-53;
}

static const double menu[] = { 4, 2, 3, 3.2, 2, 4.5, 2.5, 2.5 };
static const double ones[] = { 1, 1, 1, 1, 1, 1 };
static const double zeros[] = { 0, 0, 0, 0, 0, 0 };

/* Products of gains 3*1, 2*2.2, 1*3.5, 1.5*1.5: the second. With lotteries
 * u2 = 4.5 - 1.25 (u1 - 2) between the first and third: (u1-1)(6 - 1.25 u1) is
 * largest at u1 = 2.9, where it is 1.9 * 2.375 = 4.5125. */
START_TEST(nash_takes_a_text_or_mixes_two)
{
	struct dt_bargain p = { .parties = 2, .n = 4, .points = menu,
	    .disagreement = ones };
	struct dt_bargain_point point = solve(&p, DT_BARGAIN_NASH);
	AT(point, 3, 3.2, 1e-15);
	ck_assert_double_eq_tol(point.value, 4.4, 1e-12);
	p.lotteries = true;
	point = solve(&p, DT_BARGAIN_NASH);
	AT(point, 2.9, 3.375, 1e-9);
	ck_assert_double_eq_tol(point.chance[0], .45, 1e-9);
	ck_assert_double_eq_tol(point.chance[2], .55, 1e-9);
	ck_assert_double_eq_tol(point.value, 4.5125, 1e-9);
}
END_TEST

/* With weights w and 1-w and a straight frontier u1 + u2 = 1, party 1 gets w:
 * the first order condition w/u1 = (1-w)/u2. */
START_TEST(weights_are_shares_of_a_straight_frontier)
{
	static const double pie[] = { 1, 0, 0, 1 };
	for (double w = .1; w < .95; w += .1) {
		double weights[] = { w, 1 - w };
		struct dt_bargain p = { .parties = 2, .n = 2, .points = pie,
		    .disagreement = zeros, .weights = weights,
		    .lotteries = true };
		struct dt_bargain_point point = solve(&p, DT_BARGAIN_NASH);
		AT(point, w, 1 - w, 1e-9);
	}
}
END_TEST

/* u2 = 1 - u1^2 from 0: Nash u1 = 1/sqrt 3 (of u - u^3), equal shares and
 * equal gains where u = 1 - u^2, the golden ratio less 1, most sum at 1/2. A
 * polygon of 401 corners is within 1/2 (1/800)^2 of it. */
START_TEST(a_curve_s_solutions_are_the_closed_forms)
{
	enum { N = 401 };
	static double curve[2 * N];
	for (size_t i = 0; i < N; i++) {
		double u = (double)i / (N - 1);
		curve[2 * i] = u;
		curve[2 * i + 1] = 1 - u * u;
	}
	struct dt_bargain p = { .parties = 2, .n = N, .points = curve,
	    .disagreement = zeros, .lotteries = true };
	double golden = (sqrt(5) - 1) / 2;
	AT(solve(&p, DT_BARGAIN_NASH), 1 / sqrt(3), 2. / 3, 3e-3);
	ck_assert_double_eq_tol(solve(&p, DT_BARGAIN_NASH).value,
	    2 / (3 * sqrt(3)), 2e-6);
	AT(solve(&p, DT_BARGAIN_KALAI_SMORODINSKY), golden, golden, 2e-6);
	AT(solve(&p, DT_BARGAIN_EGALITARIAN), golden, golden, 2e-6);
	AT(solve(&p, DT_BARGAIN_UTILITARIAN), .5, .75, 1e-9);
}
END_TEST

enum { TEXTS = 30, PARTIES = 3 };
static double points[TEXTS * PARTIES], floor_of[PARTIES];

static struct dt_bargain
draw(bool lotteries)
{
	for (size_t i = 0; i < TEXTS * PARTIES; i++)
		points[i] = floor(40 * chaos()) / 4;
	for (size_t k = 0; k < PARTIES; k++)
		floor_of[k] = 1 + 3 * chaos();
	return (struct dt_bargain){ .parties = PARTIES, .n = TEXTS,
	    .points = points, .disagreement = floor_of,
	    .lotteries = lotteries };
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The figure that a solution makes largest, straight from its definition, for
 * a point all consent to; NAN for another. Shares come sorted in `least`. */
static double
figure(const double *u, const double *ideal, enum dt_bargain_kind kind,
    double *least)
{
	double product = 1, sum = 0;
	for (size_t k = 0; k < PARTIES; k++) {
		double gain = u[k] - floor_of[k];
		if (gain < 0)
			return NAN;
		product *= gain;
		sum += u[k];
		least[k] = kind == DT_BARGAIN_EGALITARIAN ? gain :
		    gain / (ideal[k] - floor_of[k]);
	}
	qsort(least, PARTIES, sizeof(*least), ascending);
	return kind == DT_BARGAIN_NASH ? product :
	    kind == DT_BARGAIN_UTILITARIAN ? sum : least[0];
}

/* 300 menus of three parties: no text does better by the definition, and the
 * ideal points are the largest of the texts that all consent to. */
START_TEST(texts_chosen_are_those_of_enumeration)
{
	for (int round = 0; round < 300; round++) {
		struct dt_bargain p = draw(false);
		double ideal[PARTIES], least[PARTIES], best = NAN;
		enum dt_bargain_kind kind =
		    (enum dt_bargain_kind)(round % DT_BARGAIN_KINDS);
		ck_assert(dt_bargain_ideal(&p, ideal, NULL) == DT_OK);
		for (size_t i = 0; i < TEXTS; i++) {
			double f = figure(points + i * PARTIES, ideal, kind,
			    least);
			if (!isnan(f) && !(f <= best))
				best = f;
			for (size_t k = 0; k < PARTIES && !isnan(f); k++)
				ck_assert(points[i * PARTIES + k] <=
				    ideal[k] + 1e-12);
		}
		struct dt_bargain_point point = solve(&p, kind);
		ck_assert(point.agreement == !isnan(best));
		if (!point.agreement)
			continue;
		ck_assert_double_eq_tol(figure(point.utility, ideal, kind,
		    least), best, 1e-12 * (1 + best));
		ck_assert_double_eq_tol(point.value, best,
		    1e-12 * (1 + best));
		double waste;
		ck_assert(dt_bargain_waste(&p, point.utility, &waste, NULL)
		    == DT_OK);
		ck_assert_double_eq(waste, 0);
	}
}
END_TEST

/* Nothing that lotteries over up to three texts, in steps of a tenth, come to is
 * better, and nothing as good for all is better for one. */
START_TEST(no_lottery_beats_a_solution)
{
	for (int round = 0; round < 24; round++) {
		struct dt_bargain p = draw(true);
		double ideal[PARTIES], least[PARTIES], waste;
		enum dt_bargain_kind kind =
		    (enum dt_bargain_kind)(round % DT_BARGAIN_KINDS);
		struct dt_bargain_point point = solve(&p, kind);
		ck_assert(point.agreement);
		ck_assert(dt_bargain_ideal(&p, ideal, NULL) == DT_OK);
		for (int trial = 0; trial < 20000; trial++) {
			double u[PARTIES], a = floor(10 * chaos()) / 10;
			double b = floor(10 * chaos()) / 10 * (1 - a);
			const double *x = points + PARTIES *
			    (size_t)(TEXTS * chaos());
			const double *y = points + PARTIES *
			    (size_t)(TEXTS * chaos());
			const double *z = points + PARTIES *
			    (size_t)(TEXTS * chaos());
			for (size_t k = 0; k < PARTIES; k++)
				u[k] = a * x[k] + b * y[k] +
				    (1 - a - b) * z[k];
			double f = figure(u, ideal, kind, least);
			ck_assert(isnan(f) || f <= point.value *
			    (1 + 1e-8) + 1e-8);
			for (size_t k = 0; k < PARTIES && !isnan(f); k++)
				ck_assert(u[k] <= ideal[k] + 1e-7);
		}
		ck_assert(dt_bargain_waste(&p, point.utility, &waste, NULL)
		    == DT_OK);
		ck_assert_double_eq_tol(waste, 0, 1e-6);
	}
}
END_TEST

/* At Nash's point no text is worth more at the prices weight / gain than the
 * weights' sum: the condition of a largest concave sum, here where all texts
 * are agreements. */
START_TEST(nash_s_prices_support_it)
{
	static const double weights[] = { 1, .5, 2 };
	for (int round = 0; round < 40; round++) {
		struct dt_bargain p = draw(true);
		p.disagreement = zeros;
		p.weights = round % 2 ? weights : NULL;
		struct dt_bargain_point point = solve(&p, DT_BARGAIN_NASH);
		double all = round % 2 ? 3.5 : 3;
		for (size_t i = 0; i < TEXTS; i++) {
			double worth = 0;
			for (size_t k = 0; k < PARTIES; k++)
				worth += (round % 2 ? weights[k] : 1) *
				    points[i * PARTIES + k] /
				    point.utility[k];
			ck_assert(worth <= all * (1 + 1e-9));
		}
	}
}
END_TEST

/* Other scales and zeros of utility, and parties in another order. */
START_TEST(scales_and_order_do_not_matter)
{
	for (int round = 0; round < 40; round++) {
		double other[TEXTS * PARTIES], floor2[PARTIES];
		struct dt_bargain p = draw(round % 2);
		for (size_t k = 0; k < PARTIES; k++) {
			size_t to = (k + 1) % PARTIES;
			double scale = pow(10, 2. * (double)k - 1);
			floor2[to] = 7 + scale * floor_of[k];
			for (size_t i = 0; i < TEXTS; i++)
				other[i * PARTIES + to] = 7 + scale *
				    points[i * PARTIES + k];
		}
		struct dt_bargain q = p;
		q.points = other;
		q.disagreement = floor2;
		enum dt_bargain_kind kind = round / 2 % 2 ? DT_BARGAIN_NASH :
		    DT_BARGAIN_KALAI_SMORODINSKY;
		struct dt_bargain_point a = solve(&p, kind);
		struct dt_bargain_point b = solve(&q, kind);
		for (size_t k = 0; k < PARTIES; k++) {
			double scale = pow(10, 2. * (double)k - 1);
			ck_assert_double_eq_tol((b.utility[(k + 1) % PARTIES] -
			    7) / scale, a.utility[k], 1e-5);
		}
	}
}
END_TEST

/* Where all texts are worse for one than none, there is no agreement: the
 * product of two losses, 4, is no gain. Where the best is to be as before,
 * that is agreed. Party 2 cannot gain here, so party 1 gets its best of what
 * party 2 consents to. */
START_TEST(who_cannot_gain_must_still_consent)
{
	static const double losses[] = { -2, -2, 3, -1 };
	static const double same[] = { -2, -2, 0, 0 };
	static const double one[] = { 1, 0, 5, -1, 2, 0, 3, -.5 };
	for (int kind = 0; kind < 2 * DT_BARGAIN_KINDS; kind++) {
		struct dt_bargain p = { .parties = 2, .n = 2, .points = losses,
		    .disagreement = zeros, .lotteries = kind % 2 };
		enum dt_bargain_kind k = (enum dt_bargain_kind)(kind / 2);
		struct dt_bargain_point point = solve(&p, k);
		ck_assert(!point.agreement);
		AT(point, 0, 0, 1e-15);
		p.points = same;
		point = solve(&p, k);
		ck_assert(point.agreement && point.text == 1);
		AT(point, 0, 0, 1e-9);
		p.points = one;
		p.n = 4;
		point = solve(&p, k);
		ck_assert(point.agreement && point.text == 2);
		AT(point, 2, 0, 1e-7);
	}
}
END_TEST

/* The first of equal ones, and how many more there are. (1,3) and (3,1) have
 * the same product, sum and least gain. */
START_TEST(ties_go_to_the_first_and_are_told)
{
	static const double twins[] = { 0, 0, 3, 1, 1, 3, 3, 1 };
	for (int kind = 0; kind < DT_BARGAIN_KINDS; kind++) {
		struct dt_bargain p = { .parties = 2, .n = 4, .points = twins,
		    .disagreement = zeros };
		struct dt_bargain_point point = solve(&p,
		    (enum dt_bargain_kind)kind);
		ck_assert_uint_eq(point.text, 1);
		ck_assert_uint_eq(point.ties, 2);
	}
}
END_TEST

/* (3,3.2) is off the front once (4,2) and (2,4.5) may be mixed to (3,3.25), and
 * (2.5,2.5) always. Equal texts are on it together. */
START_TEST(the_front_is_what_nothing_beats)
{
	static const double more[] = { 4, 2, 3, 3.2, 2, 4.5, 2.5, 2.5, 4, 2,
	    4, 1 };
	bool on[6], mixed[6];
	struct dt_bargain p = { .parties = 2, .n = 6, .points = more,
	    .disagreement = ones };
	ck_assert(dt_bargain_front(&p, on, NULL) == DT_OK);
	p.lotteries = true;
	ck_assert(dt_bargain_front(&p, mixed, NULL) == DT_OK);
	static const bool plain[] = { true, true, true, false, true, false };
	for (size_t i = 0; i < 6; i++) {
		ck_assert(on[i] == plain[i]);
		ck_assert(mixed[i] == (plain[i] && i != 1));
	}
}
END_TEST

/* From (3,3.2): along the line both shares can rise until u2 = 7 - 1.25 u1; at
 * ideal gains 3 and 3.5 that is most where the rise goes to the cheaper: .05/3.5
 * in u2, or .04/3 in u1, so .0142857. From (2.5,2.5) to the line with u1 or u2
 * alone: .5 + ... most of (x/3 + y/3.5), y <= 1.375 - 1.25 x: all in u2. */
START_TEST(waste_is_what_could_still_be_had)
{
	double waste, ideal[2];
	static const double off[] = { 2.5, 2.5 }, text[] = { 3, 3.2 };
	struct dt_bargain p = { .parties = 2, .n = 4, .points = menu,
	    .disagreement = ones, .lotteries = true };
	ck_assert(dt_bargain_ideal(&p, ideal, NULL) == DT_OK);
	AT((struct dt_bargain_point){ .utility = ideal }, 4, 4.5, 1e-9);
	ck_assert(dt_bargain_waste(&p, text, &waste, NULL) == DT_OK);
	ck_assert_double_eq_tol(waste, .05 / 3.5, 1e-7);
	ck_assert(dt_bargain_waste(&p, off, &waste, NULL) == DT_OK);
	ck_assert_double_eq_tol(waste, 1.375 / 3.5, 1e-7);
	p.lotteries = false;
	ck_assert(dt_bargain_waste(&p, text, &waste, NULL) == DT_OK);
	ck_assert_double_eq(waste, 0);
	ck_assert(dt_bargain_waste(&p, off, &waste, NULL) == DT_OK);
	ck_assert_double_eq_tol(waste, .5 / 3 + .7 / 3.5, 1e-12);
	ck_assert_double_eq_tol(dt_bargain_distance(&p, ideal, off, text),
	    hypot(.5 / 3, .7 / 3.5), 1e-12);
}
END_TEST

/* Nash's choice stays when a text that it did not choose goes (Nash 1950). The
 * other's does not: without (2,6) of below, the ideal falls and the choice
 * moves. */
START_TEST(nash_does_not_look_at_what_is_not_chosen)
{
	static const double texts[] = { 5, 2, 4, 3.5, 3, 4, 2, 6 };
	struct dt_bargain p = { .parties = 2, .n = 4, .points = texts,
	    .disagreement = zeros };
	size_t nash = solve(&p, DT_BARGAIN_NASH).text;
	size_t shares = solve(&p, DT_BARGAIN_KALAI_SMORODINSKY).text;
	ck_assert_uint_eq(nash, 1);
	ck_assert_uint_eq(shares, 2);   /* shares .8 .583; .6 .667; .4 1 */
	p.n = 3;
	ck_assert_uint_eq(solve(&p, DT_BARGAIN_NASH).text, nash);
	ck_assert_uint_eq(solve(&p, DT_BARGAIN_KALAI_SMORODINSKY).text, 1);
}
END_TEST

START_TEST(what_is_no_problem_is_refused)
{
	static const double bad[] = { 1, NAN }, none[] = { 1, 0 };
	struct dt_bargain_point point;
	struct dt_bargain p = { .parties = 2, .n = 1, .points = bad,
	    .disagreement = zeros };
	ck_assert(dt_bargain_solve(&p, DT_BARGAIN_NASH, &arena, &point, NULL)
	    == DT_EUSAGE);
	p.points = menu;
	p.weights = none;
	ck_assert(dt_bargain_solve(&p, DT_BARGAIN_NASH, &arena, &point, NULL)
	    == DT_EUSAGE);
	p.weights = NULL;
	p.n = 0;
	ck_assert(dt_bargain_solve(&p, DT_BARGAIN_NASH, &arena, &point, NULL)
	    == DT_EUSAGE);
	p.n = 1;
	p.parties = 0;
	ck_assert(dt_bargain_solve(&p, DT_BARGAIN_NASH, &arena, &point, NULL)
	    == DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("bargain");
	TCase *tcase = tcase_create("bargain");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, nash_takes_a_text_or_mixes_two);
	tcase_add_test(tcase, weights_are_shares_of_a_straight_frontier);
	tcase_add_test(tcase, a_curve_s_solutions_are_the_closed_forms);
	tcase_add_test(tcase, texts_chosen_are_those_of_enumeration);
	tcase_add_test(tcase, no_lottery_beats_a_solution);
	tcase_add_test(tcase, nash_s_prices_support_it);
	tcase_add_test(tcase, scales_and_order_do_not_matter);
	tcase_add_test(tcase, who_cannot_gain_must_still_consent);
	tcase_add_test(tcase, ties_go_to_the_first_and_are_told);
	tcase_add_test(tcase, the_front_is_what_nothing_beats);
	tcase_add_test(tcase, waste_is_what_could_still_be_had);
	tcase_add_test(tcase, nash_does_not_look_at_what_is_not_chosen);
	tcase_add_test(tcase, what_is_no_problem_is_refused);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	dt_arena_free(&arena);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
