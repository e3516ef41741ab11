/*
 * check_classic: models of the literature through their settings, as the
 * command line asks for them. Every expected value is published or derived
 */
#include <check.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models.h"

/* The literature's figures for (5,3,1,0), a .05, d .5, c .95; and .9, .1. */
START_TEST(dilemma)
{
	models_ask("dilemma", NULL);
	NEAR("grim", .5, 1e-12);
	NEAR("tit_for_tat", 2.0 / 3, 1e-12);
	NEAR("risk_dominance", .6, 1e-12);
	NEAR("v_star", 2.7778, 5e-5);
	NEAR("least_continuation", .7143, 5e-5);
	NEAR("punishment", .13158, 5e-6);
	models_ask("dilemma", "d=.9", NULL);
	NEAR("v_star", 2.8824, 5e-5);
	NEAR("least_continuation", .5556, 5e-5);
	models_ask("dilemma", "a=.1", NULL);
	NEAR("v_star", 2.5, 5e-5);
	NEAR("least_continuation", .7692, 5e-5);
}
END_TEST

/* Mailath and Samuelson's noisy prisoners' dilemma at c .7. */
START_TEST(public_signal)
{
	models_ask("public-signal", NULL);
	NEAR("grim_least", .588235, 5e-7);
	NEAR("memory_least", .666667, 5e-7);
	NEAR("memory_most", .769231, 5e-7);
	NEAR("bound", 1.75, 1e-12);
	NEAR("grim_value", 1.621622, 5e-7);
	NEAR("memory_pause", 1.725490, 5e-7);
	NEAR("memory_race", .549020, 5e-7);
	EXACT("shortest", 3);
	NEAR("shortest_value", 1.734154, 5e-7);
}
END_TEST

/* Any flag of n: .5690, .5011, none; price wars T 4 and 2. */
START_TEST(any_flag_and_price_wars)
{
	models_ask("public-signal", "n=2", "f=.05", "d=.5", "a=.25", "c=.8", NULL);
	NEAR("any_flag_least", .5690, 5e-5);
	EXACT("green_porter_rounds", 4);
	NEAR("green_porter_value", .471579, 5e-7);
	models_ask("public-signal", "n=5", "d=.8", "a=.1", "c=.9", NULL);
	NEAR("any_flag_least", .5011, 5e-5);
	EXACT("green_porter_rounds", 2);
	NEAR("green_porter_value", .768574, 5e-7);
	models_ask("public-signal", "n=10", "d=.2", NULL);
	ck_assert(isnan(models_result("any_flag_least")));
}
END_TEST

/* Han et al.: thresholds for s 1.5 and 2. */
START_TEST(dsair)
{
	models_ask("dsair", NULL);
	NEAR("society", .3377, 5e-5);
	NEAR("risk_dominance", .7751, 5e-5);
	models_ask("dsair", "s=2", NULL);
	NEAR("society", .5, 5e-5);
	NEAR("risk_dominance", .8315, 5e-5);
}
END_TEST

/* Armstrong, Bostrom and Shulman: chance of a disaster by information. */
START_TEST(precipice)
{
	static const struct {
		const char *n, *e, *mu;
		double none, private, public;
	} rows[] = {
		{ "n=2", "e=1", "mu=1", .5, .6667, .6667 },
		{ "n=2", "e=.5", "mu=1", 0, .5556, .4167 },
		{ "n=5", "e=1", "mu=2", .6, .6667, .6719 },
	};
	for (size_t i = 0; i < 3; i++) {
		models_ask("precipice", rows[i].n, rows[i].e, rows[i].mu, NULL);
		NEAR("none", rows[i].none, 5e-5);
		NEAR("private", rows[i].private, 5e-5);
		NEAR("public", rows[i].public, 5e-5);
	}
}
END_TEST

/* mu/(ne) = 1/2; x/k with k = ne - e + 1 = 2; gap/e. */
START_TEST(safety_in_the_precipice)
{
	models_ask("precipice", "n=2", "e=1", "mu=1", "x=.5", "gap=.25", NULL);
	NEAR("safety_none", .5, 1e-12);
	NEAR("safety_private", .25, 1e-12);
	NEAR("safety_public", .25, 1e-12);
}
END_TEST

/* Barrett's sizes and all-or-none shares. */
START_TEST(n_person)
{
	models_ask("n-person", "b=.3", "c=1", "N=5", NULL);
	EXACT("linear", 4);
	NEAR("all_or_none", .9420, 5e-5);
	models_ask("n-person", "b=.15", "N=10", NULL);
	EXACT("linear", 7);
	NEAR("all_or_none", .8963, 5e-5);
	static const char *const costs[] = { "c=.5", "c=1", "c=2", "c=.01" };
	static const double sizes[] = { 3, 3, 3, 10 };
	for (size_t i = 0; i < 4; i++) {
		models_ask("n-person", "N=10", "a=100", "b=1", costs[i], NULL);
		EXACT("quadratic", sizes[i]);
		EXACT("linear_quadratic", 3);
	}
}
END_TEST

/* Press and Dyson: (11/13, 1/2, 7/26, 0) with 41/11 and 21/11 against ALLC;
 * the equaliser pins 2 against everybody; g 1/3, ALLD gets 7/3. */
START_TEST(zero_determinant)
{
	models_ask("zero-determinant", "x=3", "f=1/26", NULL);
	NEAR("g", 1.0 / 3, 1e-12);
	NEAR("f_most", 1.0 / 13, 1e-12);
#define OF(row, column) models_cell("strategies", row, column)
	ck_assert_double_eq_tol(OF("extortion", "after_cc"), 11. / 13, 1e-12);
	ck_assert_double_eq_tol(OF("extortion", "after_cd"), .5, 1e-12);
	ck_assert_double_eq_tol(OF("extortion", "after_dc"), 7. / 26, 1e-12);
	ck_assert_double_eq_tol(OF("extortion", "after_dd"), 0, 1e-12);
	ck_assert_double_eq_tol(OF("extortion", "mine_allc"), 41. / 11, 1e-7);
	ck_assert_double_eq_tol(OF("extortion", "its_allc"), 21. / 11, 1e-7);
	ck_assert_double_eq_tol(OF("equaliser", "after_cd"), 0, 1e-12);
	ck_assert_double_eq_tol(OF("equaliser", "after_dc"), 2. / 3, 1e-12);
	ck_assert_double_eq_tol(OF("equaliser", "after_dd"), 1. / 3, 1e-12);
	ck_assert_double_eq_tol(OF("equaliser", "its_allc"), 2, 1e-7);
	ck_assert_double_eq_tol(OF("equaliser", "its_alld"), 2, 1e-7);
	ck_assert_double_eq_tol(OF("equaliser", "its_random"), 2, 1e-7);
	ck_assert_double_eq_tol(OF("generous-tit-for-tat", "its_alld"),
	    7. / 3, 1e-7);
}
END_TEST

/* Extort2 and ZDGTFT2 of the literature, given by their four chances. */
START_TEST(named_zero_determinant_strategies)
{
	static const struct {
		const char *p[4], *q;
		double mine, its;
	} rows[] = {
		{ { "p1=8/9", "p2=1/2", "p3=1/3", "p4=0" }, "1", 3.5, 2.25 },
		{ { "p1=8/9", "p2=1/2", "p3=1/3", "p4=0" }, ".5", 2.470588,
		    1.735294 },
		{ { "p1=1", "p2=1/8", "p3=1", "p4=1/4" }, ".5", 2.117647,
		    2.558824 },
	};
	for (size_t i = 0; i < 3; i++) {
		char q[5][16];
		for (int k = 0; k < 5; k++)
			snprintf(q[k], sizeof(q[k]), "q%d=%s", k, rows[i].q);
		models_ask("memory-one", rows[i].p[0], rows[i].p[1], rows[i].p[2],
		    rows[i].p[3], q[0], q[1], q[2], q[3], q[4], "e=0", NULL);
		NEAR("mine", rows[i].mine, 5e-7);
		NEAR("its", rows[i].its, 5e-7);
	}
}
END_TEST

/* Tit for tat 2.25; win-stay lose-shift by its slips; discounted. */
START_TEST(strategies_that_slip)
{
	models_ask("memory-one", "e=.05", NULL);
	NEAR("mine", 2.25, 1e-7);
	NEAR("cooperation", .5, 1e-7);
	models_ask("memory-one", "p2=0", "p3=0", "p4=1", "q2=0", "q3=0", "q4=1",
	    "e=.05", NULL);
	NEAR("mine", 2.7765, 5e-5);
	NEAR("cooperation", .8645, 5e-5);
	models_ask("memory-one", "p2=0", "p3=0", "p4=1", "q2=0", "q3=0", "q4=1",
	    "e=.01", NULL);
	NEAR("mine", 2.951092, 5e-7);
	NEAR("cooperation", .970596, 5e-7);
	models_ask("memory-one", "e=.05", "c=.9", NULL);
	NEAR("mine", 2.648960963, 5e-10);
	models_ask("memory-one", "e=.05", "c=.9", "p3=0", "q3=0", NULL);
	NEAR("mine", 2.116184211, 5e-10);
}
END_TEST

/*
 * Any slip of two tit-for-tats visits all four outcomes equally often: 2.25.
 * Two win-stay lose-shifts: with q = (1-e)^2, m = e(1-e), r = e^2 one alone
 * slips with chance 2m whatever was before, CC follows CC and DD with q and
 * one alone with r, DD the other way: CC = (1-2m) q + 2m r, DD = (1-2m) r +
 * 2m q.
 */
START_TEST(small_slips_lose_no_digits)
{
	static const char *const texts[] = { "e=.05", "e=1e-3", "e=1e-6",
		"e=1e-9", "e=1e-12" };
	static const double slips[] = { .05, 1e-3, 1e-6, 1e-9, 1e-12 };
	for (size_t k = 0; k < 5; k++) {
		double e = slips[k], q = (1 - e) * (1 - e);
		double m = e * (1 - e), r = e * e;
		double cc = (1 - 2 * m) * q + 2 * m * r;
		double dd = (1 - 2 * m) * r + 2 * m * q;
		models_ask("memory-one", texts[k], NULL);
		NEAR("mine", 2.25, 1e-12);
		NEAR("CD", .25, 1e-12);
		models_ask("memory-one", "p2=0", "p3=0", "p4=1", "q2=0", "q3=0",
		    "q4=1", texts[k], NULL);
		NEAR("mine", 3 * cc + dd + 5 * m, 1e-12);
		NEAR("DD", dd, 1e-12);
		ck_assert_double_eq_tol(models_result("DD") / dd, 1, 1e-9);
	}
	ck_assert_double_le(models_solution.tolerance, 1e-8);
	/* Without slips, begun apart: they take turns for ever. */
	models_ask("memory-one", "e=0", "q0=0", NULL);
	NEAR("mine", 2.5, 1e-12);
	NEAR("CD", .5, 1e-12);
	/* The first round draws which of two ways it goes for ever. */
	models_ask("memory-one", "e=0", "p0=.25", "q0=1", "p3=0", "q3=0", NULL);
	NEAR("CC", .25, 1e-12);
	NEAR("DD", .75, 1e-12);
}
END_TEST

/* Dresher: values by recursion, by program, and by the closed form. */
START_TEST(dresher)
{
	static const struct {
		const char *n, *m;
		double value, inspect;
	} rows[] = {
		{ "n=3", "m=1", .5, 1.0 / 4 }, { "n=4", "m=2", 3.0 / 11, NAN },
		{ "n=10", "m=3", 84.0 / 176, NAN },
		{ "n=2", "m=1", 1.0 / 3, 1.0 / 3 },
		{ "n=3", "m=2", 1.0 / 7, NAN }, { "n=5", "m=2", 3.0 / 8, NAN },
	};
	for (size_t i = 0; i < 6; i++) {
		models_ask("dresher", rows[i].n, rows[i].m, NULL);
		NEAR("value", rows[i].value, 1e-12);
		NEAR("value_program", rows[i].value, 1e-9);
		NEAR("value_formula", rows[i].value, 1e-12);
		if (isnan(rows[i].inspect))
			continue;
		NEAR("inspect", rows[i].inspect, 1e-12);
		NEAR("inspect_program", rows[i].inspect, 1e-9);
	}
}
END_TEST

/* b 1, f 0: b(a*) = 1/2, so z = d' and a* = 1 - Phi(2) = .0227501319. With
 * f .5 the condition itself, beta (1+b) = b - f a. */
START_TEST(an_inspection_that_errs)
{
	models_ask("inspection-errors", "d=2", "b=1", "f=0", "e=.1", NULL);
	NEAR("false_alarm", .0227501319, 1e-10);
	NEAR("miss", .5, 1e-10);
	NEAR("leader", -.00227501319, 1e-10);
	/* At z = d', beta' = -exp(d'^2/2) = -e^2: e/(e + (1-A) e^2). */
	NEAR("violate", .1 / (.1 + .5 * exp(2)), 1e-9);
	models_ask("inspection-errors", "d=1.5", "b=2", "f=.5", NULL);
	NEAR("miss", (2 - .5 * models_result("false_alarm")) / 3, 1e-10);
	NEAR("inspectee", -.5 * models_result("false_alarm"), 1e-12);
	ck_assert_double_gt(models_result("leader"), models_result("inspector"));
}
END_TEST

/* Hypergeometric samples, imperfect items, false alarms, layers. */
START_TEST(inspection_sampling)
{
	static const struct {
		const char *items, *bad, *looked;
		double detection, needed;
	} rows[] = {
		{ "N=100", "k=5", "n=10", .4162, 45 },
		{ "N=1000", "k=10", "n=100", .6531, 258 },
		{ "N=50", "k=1", "n=18", .36, NAN },
		{ "N=1000", "k=1", "n=100", .1, 950 },
	};
	for (size_t i = 0; i < 4; i++) {
		models_ask("inspection-sampling", rows[i].items, rows[i].bad,
		    rows[i].looked, NULL);
		NEAR("detection", rows[i].detection, 5e-5);
		if (!isnan(rows[i].needed))
			EXACT("needed", rows[i].needed);
	}
	models_ask("inspection-sampling", "q=.8", NULL);
	NEAR("detection", .5669, 5e-5);
	models_ask("inspection-sampling", "fa=.001", "p1=.3", "p2=.4", "p3=.5",
	    "gain=2", "fine=8", NULL);
	NEAR("false_alarm", .0952, 5e-5);
	NEAR("layers", 1 - .7 * .6 * .5, 1e-12);
	NEAR("deterrence", .2, 1e-12);
}
END_TEST

/* Neyman and Pearson's power at .05, Wald's bounds, chips by C/(u f T). */
START_TEST(inspection_tests)
{
	static const char *const d[] = { "d=1", "d=2", "d=3" };
	static const double power[] = { .2595, .6388, .9123 };
	for (size_t i = 0; i < 3; i++) {
		models_ask("inspection-tests", d[i], NULL);
		NEAR("power", power[i], 5e-5);
	}
	NEAR("upper", 2.890, 5e-4);
	NEAR("lower", -2.251, 5e-4);
	/* 1e24/(.4 * 1e15 * 7776000) = 321.50 */
	EXACT("chips_hidden", 322);
}
END_TEST

static bool
has_kind(const char *kind)
{
	const struct dt_solution_table *t = models_table("equilibria");
	for (size_t r = 0; r < dt_solution_rows(t); r++)
		if (strcmp(t->cells[r * t->n_columns].text, kind) == 0)
			return true;
	return false;
}

/* c - r g = 1.5 and c + r l = 3.5; without r both are c. */
START_TEST(sincerity)
{
	models_ask("sincerity", "c=2", "r=.5", "g=1", "l=3", "v=2.5", NULL);
	NEAR("least", 1.5, 1e-12);
	NEAR("most", 3.5, 1e-12);
	EXACT("separates", 1);
	models_ask("sincerity", "v=4", NULL);
	EXACT("separates", 0);
	/* v 4: a cynic gains .5 by calling too, and the audience, at odds of
	 * even, may believe it: pooling, and nothing separates. */
	ck_assert(has_kind("pooling: all call"));
	ck_assert(!has_kind("separating: only the sincere call"));
	models_ask("sincerity", "v=2.5", NULL);
	ck_assert(has_kind("separating: only the sincere call"));
	ck_assert(!has_kind("pooling: all call"));
	models_ask("sincerity", "r=0", "v=3", NULL);
	NEAR("least", 2, 1e-12);
	NEAR("most", 2, 1e-12);
}
END_TEST

static bool
says(const char *words)
{
	return strstr(dt_text_string(&models_solution.says), words) != NULL;
}

/* Long races that are found out: what makes safety win comes before what makes
 * society want it. By hand, with W so large that B/W is .01: R = .005 + 2 - 1
 * = 1.005, S = .8 + 2 - 1 = 1.8, T0 = .015 + 1.2 = 1.215, P0 = .0075 + 1.5 =
 * 1.5075: society 1 - 1.005/1.5075 = .3333, risk 1 - 2.805/2.7225 = -.0303. */
START_TEST(too_much_safety_is_called_so)
{
	models_ask("dsair", "W=1e6", "pfo=.5", "pr=.2", NULL);
	NEAR("society", .3333, 5e-5);
	NEAR("risk_dominance", -.0303, 5e-5);
	ck_assert(says("Between pr 0 and 0.3333 is over-regulation"));
	ck_assert(says("There is no dilemma"));
	ck_assert(says("safety is risk-dominant"));
	models_ask("dsair", NULL);
	ck_assert(says("Between pr 0.3377 and 0.7751 lies the dilemma"));
}
END_TEST

/* Who has more leads, whatever letter it has; what has no bound is not a
 * number. phi 1.5, r .1, from 2: without bound at 2/(.1 sqrt 2) = 14.14. */
START_TEST(the_larger_leads)
{
	models_ask("takeoff", "C0=1", "C1=2", NULL);
	ck_assert(says("C1 is the larger"));
	ck_assert(says("ahead by a factor of 2 at first"));
	NEAR("blow_up", 14.1421356, 1e-6);
	/* C^-1/2: .70711 - .5 = .20711 and 1 - .5: 23.3137 and 4. */
	NEAR("leader", 23.3137085, 1e-6);
	NEAR("laggard", 4, 1e-12);
	NEAR("ratio", 5.82842712, 1e-8);
	models_ask("takeoff", "C0=1", "C1=2", "t=15", NULL);
	ck_assert(says("by time 15 it is without bound"));
	ck_assert(isnan(models_result("ratio")));
	models_ask("takeoff", "C0=1", "C1=2", "t=30", NULL);
	ck_assert(says("both are without bound"));
	ck_assert(!says("inf") && !says("nan"));
	models_ask("takeoff", "C0=1", "C1=1", NULL);
	ck_assert(says("Both are level"));
}
END_TEST

/* H4 and H5 of the literature. */
START_TEST(drift_and_takeoff)
{
	models_ask("drift", "q=1e-4", NULL);
	NEAR("fault", .0488, 5e-5);
	NEAR("compound", 12.11, 5e-3);
	NEAR("walk", 22.4, 5e-2);
	models_ask("drift", "q=1e-3", NULL);
	NEAR("fault", .3936, 5e-5);
	models_ask("takeoff", "phi=1.5", "r=.1", "C0=1", NULL);
	NEAR("blow_up", 20, 1e-12);
	/* C^-1/2 = 1 - t/20: C(10) = 4. */
	NEAR("leader", 4, 1e-12);
	models_ask("takeoff", "phi=1", "C0=3", "C1=2", NULL);
	NEAR("ratio", 1.5, 1e-12);
}
END_TEST

/* models.md D: rounds, N rho, borders; thresholds of a ring; six players of
 * whom three must pay. And a dilemma by hand: one round, no border; among four
 * (5 * 4 + 7)/(2 * 2) rounds; k(N-2)/(N-2k) = 4 * 14/8 for k 4, N 16; nobody
 * pays below the least risk; all of two: c = r x at x = c/r. */
START_TEST(populations)
{
	models_ask("reciprocity", NULL);
	NEAR("border", 1. / 17, 1e-12);
	NEAR("rounds_weak", 3.9375, 1e-12);
	NEAR("rounds_large", 3, 1e-12);
	NEAR("n_rho", 1.695242, 5e-7);
	models_ask("reciprocity", "m=1", "N=4", NULL);
	ck_assert(isnan(models_result("border")));
	NEAR("rounds_weak", 27. / 4, 1e-12);
	ck_assert(isnan(models_result("n_rho")));
	models_ask("graph-donation", NULL);
	NEAR("threshold", 8. / 3, 1e-12);
	models_ask("graph-donation", "N=16", "k=4", NULL);
	NEAR("threshold", 7, 1e-12);
	models_ask("graph-donation", "N=8", "k=4", NULL);
	ck_assert(isnan(models_result("threshold")));
	models_ask("collective-risk", NULL);
	NEAR("unstable", .129868, 5e-7);
	NEAR("stable", .722988, 5e-7);
	NEAR("least_risk", .289352, 5e-7);
	models_ask("collective-risk", "r=.28", NULL);
	ck_assert(isnan(models_result("stable")));
	models_ask("collective-risk", "n=2", "M=2", "c=.2", "r=.8", NULL);
	NEAR("unstable", .25, 1e-12);
	ck_assert(isnan(models_result("stable")));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("classic");
	TCase *tests = tcase_create("models");
	tcase_set_timeout(tests, 20);
	tcase_add_checked_fixture(tests, NULL, models_end);
	tcase_add_test(tests, dilemma);
	tcase_add_test(tests, public_signal);
	tcase_add_test(tests, any_flag_and_price_wars);
	tcase_add_test(tests, dsair);
	tcase_add_test(tests, precipice);
	tcase_add_test(tests, safety_in_the_precipice);
	tcase_add_test(tests, n_person);
	tcase_add_test(tests, zero_determinant);
	tcase_add_test(tests, named_zero_determinant_strategies);
	tcase_add_test(tests, strategies_that_slip);
	tcase_add_test(tests, dresher);
	tcase_add_test(tests, an_inspection_that_errs);
	tcase_add_test(tests, inspection_sampling);
	tcase_add_test(tests, inspection_tests);
	tcase_add_test(tests, sincerity);
	tcase_add_test(tests, drift_and_takeoff);
	tcase_add_test(tests, populations);
	tcase_add_test(tests, too_much_safety_is_called_so);
	tcase_add_test(tests, the_larger_leads);
	tcase_add_test(tests, small_slips_lose_no_digits);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
