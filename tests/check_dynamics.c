/* check_dynamics: large populations: paths, rest, stability, basins, against
 * closed forms, conserved quantities and other ways to judge. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "game_case.h"
#include "population/basin.h"

static const char *const names[] = { "a", "b", "c", "d", "e" };
static const double rps[] = { 0, -1, 1, 1, 0, -1, -1, 1, 0 };
/* Repeated without noise, ten rounds: always pause, always race, tit for
 * tat. */
static const double repeated[] = { 3, 0, 3, 5, 1, 1.4, 3, .9, 3 };

static struct dt_fitness fitness;

static struct dt_dynamics
dynamics(enum dt_dynamics_rule rule, const double *payoff, size_t n)
{
	dt_fitness_pairs(&fitness, n, names, payoff);
	return (struct dt_dynamics){ .fitness = &fitness, .rule = rule,
		.noise = .3 };
}

static void
go(const struct dt_dynamics *d, const double *from, double time, double *x)
{
	struct dt_dynamics_state *s = dt_dynamics_start(d, from);
	ck_assert_ptr_nonnull(s);
	ck_assert_int_eq(dt_dynamics_go(s, time, x, &error), DT_OK);
	dt_dynamics_stop(s);
}

/* ---- paths ---- */

/* One earns s more whatever is played: x/(1-x) grows as e^(s t). */
START_TEST(a_constant_advantage_is_the_logistic_curve)
{
	static const double better[] = { 2.5, 2.5, 2, 2 };
	static const double from[] = { .01, .99 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, better, 2);
	double x[2], odds;
	for (double t = 1; t < 60; t *= 3) {
		go(&d, from, t, x);
		odds = .01 / .99 * exp(.5 * t);
		ck_assert_double_eq_tol(x[0], odds / (1 + odds), 1e-11);
	}
}
END_TEST

/* models.md D: match payoffs of ten rounds, from .05 and .1 to time 1. */
START_TEST(tit_for_tat_goes_as_derived)
{
	static const double match[] = { 30, 9, 14, 10 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, match, 2);
	double x[2];
	go(&d, (double[]){ .05, .95 }, 1, x);
	ck_assert_double_eq_tol(x[0], .0403366, 5e-8);
	go(&d, (double[]){ .1, .9 }, 1, x);
	ck_assert_double_eq_tol(x[0], .609328, 5e-7);
}
END_TEST

/* (.5, .3, .2) at time 10 by a Taylor series in 25 digits, another program's;
 * and in a zero-sum game the product of shares stays as it is, for long. */
START_TEST(zero_sum_dynamics_keep_the_product)
{
	static const double from[] = { .5, .3, .2 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, rps, 3);
	double x[3];
	go(&d, from, 10, x);
	ck_assert_double_eq_tol(x[0], .50504348306236, 1e-10);
	ck_assert_double_eq_tol(x[1], .20452872374249, 1e-10);
	ck_assert_double_eq_tol(x[2], .29042779319515, 1e-10);
	go(&d, from, 1000, x);
	ck_assert_double_eq_tol(x[0] * x[1] * x[2], .03, 1e-9);
}
END_TEST

/* Whatever the rule, shares stay from 0 up and sum to 1, and who is not there
 * by copying does not come: for drawn games. */
START_TEST(the_simplex_and_its_faces_are_kept)
{
	struct dt_random random;
	dt_random_stream(&random, 1, 2, 3, 4);
	for (int k = 0; k < 20; k++) {
		double a[16], x[4], from[] = { .2, 0, .5, .3 };
		for (size_t i = 0; i < 16; i++)
			a[i] = 1 + 5 * dt_random_unit(&random);
		for (int rule = 0; rule < 4; rule++) {
			struct dt_dynamics d = dynamics(
			    (enum dt_dynamics_rule)rule, a, 4);
			go(&d, from, 20, x);
			ck_assert_double_eq_tol(x[0] + x[1] + x[2] + x[3], 1,
			    1e-12);
			for (size_t i = 0; i < 4; i++)
				ck_assert(x[i] >= 0);
			if (d.rule == DT_DYNAMICS_REPLICATOR ||
			    d.rule == DT_DYNAMICS_DISCRETE)
				ck_assert_double_eq(x[1], 0);
		}
	}
}
END_TEST

/* What all earn more against one strategy changes nothing. */
START_TEST(a_constant_in_a_column_changes_nothing)
{
	static const double from[] = { .3, .3, .4 };
	double a[9], x[3], y[3];
	for (size_t i = 0; i < 9; i++)
		a[i] = repeated[i] + (i % 3 == 1 ? 7 : i % 3 == 2 ? -4 : 0);
	struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, repeated, 3);
	go(&d, from, 5, x);
	d = dynamics(DT_DYNAMICS_REPLICATOR, a, 3);
	go(&d, from, 5, y);
	for (size_t i = 0; i < 3; i++)
		ck_assert_double_eq_tol(x[i], y[i], 1e-10);
}
END_TEST

/* One generation by hand: shares times payoff over their mean. */
START_TEST(a_generation_by_hand)
{
	static const double dilemma[] = { 3, 0, 5, 1 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_DISCRETE, dilemma, 2);
	double x[2];
	d.background = 1;
	go(&d, (double[]){ .5, .5 }, 1, x);
	/* They earn 1.5 and 3, with 1 added: 2.5 to 4. */
	ck_assert_double_eq_tol(x[0], 2.5 / 6.5, 1e-14);
	d.background = 0;
	ck_assert_int_eq(dt_dynamics_check(&d, &error), DT_EUSAGE);
}
END_TEST

/* Where logit rests shares are the logit response to themselves. */
START_TEST(logit_rests_at_quantal_equilibria)
{
	static const double dove[] = { 0, 2, 1, 1 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_LOGIT, dove, 2);
	double x[2], earned[2];
	go(&d, (double[]){ .9, .1 }, 200, x);
	dt_fitness_of_shares(&fitness, x, earned);
	ck_assert_double_eq_tol(log(x[0] / x[1]), (earned[0] - earned[1]) /
	    d.noise, 1e-9);
}
END_TEST

/* To a dominant strategy straight on; in a coordination game the border is a
 * half; where replies alternate it stays at the mix, as near as is said. */
START_TEST(best_response_goes_straight_between_switches)
{
	static const double dilemma[] = { 3, 0, 5, 1 }, hawk[] = { -1, 4, 0,
		2 };
	struct dt_dynamics d = dynamics(DT_DYNAMICS_BEST_RESPONSE, dilemma, 2);
	double x[3];
	go(&d, (double[]){ .8, .2 }, 1.5, x);
	ck_assert_double_eq_tol(x[0], .8 * exp(-1.5), 1e-13);
	d = dynamics(DT_DYNAMICS_BEST_RESPONSE, hawk, 2);
	/* Hawks earn as doves where -x + 4(1-x) = 2(1-x): x = 2/3. */
	go(&d, (double[]){ .1, .9 }, 20, x);
	ck_assert_double_eq_tol(x[0], 2. / 3, DT_DYNAMICS_SWITCH);
	d = dynamics(DT_DYNAMICS_BEST_RESPONSE, rps, 3);
	go(&d, (double[]){ .5, .3, .2 }, .1, x);
	/* Rock leads at first, so paper is played more. */
	ck_assert_double_eq_tol(x[1], 1 - .7 * exp(-.1), 1e-13);
}
END_TEST

/* ---- stability ---- */

/* Always pause earns as much among tit for tats, and as much against itself:
 * it drifts in. Alone, always race keeps both out. */
START_TEST(tit_for_tat_is_no_ess)
{
	dt_fitness_pairs(&fitness, 3, names, repeated);
	ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 0, 0, 1 }, 1e-9),
	    DT_STABLE_NEUTRAL);
	ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 0, 1, 0 }, 1e-9),
	    DT_STABLE_ESS);
	ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 1, 0, 0 }, 1e-9),
	    DT_STABLE_NOT);
	ck_assert_int_eq(dt_stable_invades(&fitness, 2, 0, 1e-9),
	    DT_STABLE_DRIFTS);
	ck_assert_int_eq(dt_stable_invades(&fitness, 2, 1, 1e-9),
	    DT_STABLE_KEPT_OUT);
	ck_assert_int_eq(dt_stable_invades(&fitness, 0, 1, 1e-9),
	    DT_STABLE_INVADES);
}
END_TEST

/* Rock, paper, scissors: a win worth w. w > 1: the middle is an ESS; 1:
 * neutrally stable; less: a Nash equilibrium that mutants push away
 * (Hofbauer and Sigmund 1998). */
START_TEST(the_middle_of_rock_paper_scissors)
{
	static const enum dt_stable is[] = { DT_STABLE_NASH,
		DT_STABLE_NEUTRAL, DT_STABLE_ESS };
	for (size_t k = 0; k < 3; k++) {
		double w = .5 + (double)k / 2;
		double a[] = { 0, -1, w, w, 0, -1, -1, w, 0 };
		dt_fitness_pairs(&fitness, 3, names, a);
		ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 1. / 3,
		    1. / 3, 1. / 3 }, 1e-9), is[k]);
	}
}
END_TEST

/* What the definition says of one mutant y: 1 kept out, 0 drifts, -1 in. */
static int
keeps_out(const double *a, size_t n, const double *x, const double *y)
{
	double first = 0, second = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			first += (x[i] - y[i]) * a[i * n + j] * x[j];
			second += (x[i] - y[i]) * a[i * n + j] * y[j];
		}
	if (fabs(first) > 1e-9)
		return first > 0 ? 1 : -2;
	return fabs(second) <= 1e-9 ? 0 : second > 0 ? 1 : -1;
}

/* By every y of the simplex whose shares are k/60: the worst. */
static enum dt_stable
judge(const double *a, const double *x)
{
	int worst = 1;
	for (int i = 0; i <= 60; i++)
		for (int j = 0; i + j <= 60; j++) {
			double y[3] = { i / 60., j / 60., (60 - i - j) / 60. };
			double away = fabs(y[0] - x[0]) + fabs(y[1] - x[1]) +
			    fabs(y[2] - x[2]);
			int is = away < 1e-9 ? 1 : keeps_out(a, 3, x, y);
			worst = is < worst ? is : worst;
		}
	return worst == 1 ? DT_STABLE_ESS : worst == 0 ? DT_STABLE_NEUTRAL :
	    worst == -1 ? DT_STABLE_NASH : DT_STABLE_NOT;
}

/* All games of three strategies with payoffs 0 to 2 that a seed draws: pure
 * strategies and all points of rest. Payoffs so coarse leave no mutants that
 * slip between the judge's (shares of rest have denominators up to 16, and
 * cones that open by less than 1/60 would need larger payoffs). */
START_TEST(the_definition_judges_the_same)
{
	struct dt_random random;
	size_t seen[4] = { 0 };
	dt_random_stream(&random, 7, 0, 0, 0);
	for (int k = 0; k < 400; k++) {
		double a[9];
		struct dt_rest rest;
		for (size_t i = 0; i < 9; i++)
			a[i] = floor(3 * dt_random_unit(&random));
		dt_fitness_pairs(&fitness, 3, names, a);
		ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest,
		    &error), DT_OK);
		for (size_t p = 0; p < rest.n; p++) {
			const struct dt_rest_point *point = &rest.points[p];
			enum dt_stable by = judge(a, point->x);
			seen[point->stable]++;
			ck_assert_msg(by == point->stable, "%g %g %g / %g %g "
			    "%g / %g %g %g at %g %g %g: %s, by the "
			    "definition %s", a[0], a[1], a[2], a[3], a[4],
			    a[5], a[6], a[7], a[8], point->x[0], point->x[1],
			    point->x[2], dt_stable_word(point->stable),
			    dt_stable_word(by));
		}
	}
	for (size_t k = 0; k < 4; k++)
		ck_assert_uint_gt(seen[k], 10);
}
END_TEST

/* ---- rest ---- */

static const struct dt_rest_point *
inside(const struct dt_rest *rest, size_t support)
{
	for (size_t k = 0; k < rest->n; k++)
		if (rest->points[k].support == support)
			return &rest->points[k];
	ck_abort_msg("no point of %zu", support);
	return NULL;
}

/* A centre: eigenvalues +- i/sqrt(3), period 2 pi sqrt(3) = 10.8828. */
START_TEST(rock_paper_scissors_turns_in_its_period)
{
	struct dt_rest rest;
	dt_fitness_pairs(&fitness, 3, names, rps);
	ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest, &error),
	    DT_OK);
	const struct dt_rest_point *p = inside(&rest, 3);
	ck_assert_int_eq(p->kind, DT_REST_CENTRE);
	ck_assert_double_eq_tol(p->period, 2 * acos(-1) * sqrt(3), 1e-9);
	ck_assert_uint_eq(rest.n, 4);
	ck_assert(rest.whole);
}
END_TEST

/* Hawk and dove, value 2, cost 4: hawks 1/2, a sink whose eigenvalue is
 * x(1-x)(slope of the gain) = -(1/4) 4/2 = -1/2. */
START_TEST(hawks_and_doves_rest_at_a_mix)
{
	static const double hawk[] = { -1, 2, 0, 1 };
	struct dt_rest rest;
	dt_fitness_pairs(&fitness, 2, names, hawk);
	ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest, &error),
	    DT_OK);
	const struct dt_rest_point *p = inside(&rest, 2);
	ck_assert_double_eq_tol(p->x[0], .5, 1e-12);
	ck_assert_double_eq_tol(p->slowest, -.5, 1e-12);
	ck_assert_int_eq(p->kind, DT_REST_SINK);
	ck_assert_int_eq(p->stable, DT_STABLE_ESS);
}
END_TEST

/* Always pause and tit for tat earn the same together: their edge rests. The
 * border of tit for tat in always race is (1-.9)/(3-1.4+1-.9) = 1/17. */
START_TEST(an_edge_on_which_all_earn_the_same_rests)
{
	struct dt_rest rest;
	size_t edges = 0;
	dt_fitness_pairs(&fitness, 3, names, repeated);
	ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest, &error),
	    DT_OK);
	for (size_t k = 0; k < rest.n; k++) {
		const struct dt_rest_point *p = &rest.points[k];
		edges += p->free == 1 && p->support == 2 && p->x[1] <= 0;
		if (p->support == 2 && p->x[0] <= 0)
			ck_assert_double_eq_tol(p->x[2], 1. / 17, 1e-12);
	}
	ck_assert_uint_eq(edges, 1);
}
END_TEST

/* Nothing moves at a point of rest, and a sink is come back to from beside it,
 * a source is left: by the path, of drawn games. */
START_TEST(points_of_rest_do_as_they_are_told)
{
	struct dt_random random;
	dt_random_stream(&random, 9, 0, 0, 0);
	for (int k = 0; k < 40; k++) {
		double a[9], earned[3], rate[3], x[3];
		struct dt_rest rest;
		for (size_t i = 0; i < 9; i++)
			a[i] = dt_random_unit(&random);
		struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, a, 3);
		ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest,
		    &error), DT_OK);
		ck_assert(rest.off < 1e-12);
		for (size_t p = 0; p < rest.n; p++) {
			const struct dt_rest_point *r = &rest.points[p];
			double by = 1e-6, away = 0;
			dt_dynamics_rate(&d, r->x, earned, rate);
			for (size_t i = 0; i < 3; i++) {
				ck_assert_double_eq_tol(rate[i], 0, 1e-12);
				x[i] = (r->x[i] + by / 3) / (1 + by);
			}
			go(&d, x, 2 / (fabs(r->slowest) + 1e-3), x);
			for (size_t i = 0; i < 3; i++)
				away += fabs(x[i] - r->x[i]);
			if (r->kind == DT_REST_SINK && r->slowest < -.05)
				ck_assert_double_lt(away, by);
			if (r->kind == DT_REST_SOURCE && r->slowest > .05)
				ck_assert_double_gt(away, by);
		}
	}
}
END_TEST

/* ---- groups ---- */

/* Santos and Pacheco 2011: six players, three must pay .1 or all lose with
 * chance .9: interior rest .129868 and .722988 (10 x^2(1-x)^3 .9 = .1). */
START_TEST(a_threshold_game_rests_at_two_mixes)
{
	static double pause[] = { .9, .9, .9, .9, 0, 0 };
	static double race[] = { 1, 1, 1, .1, .1, .1 };
	struct dt_payoff_text text = { .form = DT_PAYOFF_TABLE,
		.pause = { .items = pause, .n = 6 },
		.race = { .items = race, .n = 6 } };
	struct dt_payoff_seat seats[6] = { { .weight = 1 }, { .weight = 1 },
		{ .weight = 1 }, { .weight = 1 }, { .weight = 1 },
		{ .weight = 1 } };
	struct dt_faults faults = { .arena = &arena };
	struct dt_payoff payoff;
	struct dt_rest rest;
	ck_assert_int_eq(dt_payoff_compile(&text, seats, 6, &arena, &payoff,
	    &faults, &error), DT_OK);
	ck_assert_int_eq(dt_fitness_of_payoff(&payoff, &arena, &fitness,
	    &error), DT_OK);
	ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest, &error),
	    DT_OK);
	ck_assert_uint_eq(rest.n, 4);
	for (size_t k = 2; k < 4; k++) {
		bool is_low = rest.points[k].x[0] < .5;
		ck_assert_double_eq_tol(rest.points[k].x[0], is_low ?
		    .129868 : .722988, 5e-7);
		ck_assert_int_eq(rest.points[k].kind, is_low ?
		    DT_REST_SOURCE : DT_REST_SINK);
		ck_assert_int_eq(rest.points[k].stable, is_low ?
		    DT_STABLE_NASH : DT_STABLE_ESS);
	}
	ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 0, 1 }, 1e-9),
	    DT_STABLE_ESS);
	ck_assert_int_eq(dt_stable_of(&fitness, (double[]){ 1, 0 }, 1e-9),
	    DT_STABLE_NOT);
}
END_TEST

/* ---- basins ---- */

static struct dt_basin
basin(const double *payoff, size_t n, int threads)
{
	struct dt_rest rest;
	struct dt_basin b;
	struct dt_dynamics d = dynamics(DT_DYNAMICS_REPLICATOR, payoff, n);
	ck_assert_int_eq(dt_rest_find(&fitness, NULL, &arena, &rest, &error),
	    DT_OK);
	struct dt_basin_request q = { .dynamics = &d, .rest = &rest,
		.seed = 3, .starts = 300, .threads = threads };
	ck_assert_int_eq(dt_basin_find(&q, &arena, &b, &error), DT_OK);
	return b;
}

/* models.md D: tit for tat in always race at 5, 10 and 20 rounds. */
START_TEST(the_border_of_reciprocity_as_derived)
{
	static const double borders[] = { .142857, .0588235, .0270270 };
	static const double rounds[] = { 5, 10, 20 };
	for (size_t k = 0; k < 3; k++) {
		double m = rounds[k];
		double a[] = { 3, (m - 1) / m, (m + 4) / m, 1 };
		struct dt_basin b = basin(a, 2, 1);
		ck_assert_uint_eq(b.n, 2);
		ck_assert_double_eq(b.ends[0].x, 1);
		ck_assert_double_eq_tol(b.ends[1].share, borders[k], 5e-7);
	}
}
END_TEST

/* Three that coordinate alike: a third each, by symmetry; the same with any
 * number of threads. */
START_TEST(basins_of_three_that_are_alike)
{
	static const double alike[] = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
	struct dt_basin b = basin(alike, 3, 1), again = basin(alike, 3, 3);
	ck_assert_uint_eq(b.n, 3);
	for (size_t k = 0; k < 3; k++) {
		ck_assert_double_eq_tol(b.ends[k].share, 1. / 3,
		    4 * b.ends[k].error);
		ck_assert_double_eq(b.ends[k].share, again.ends[k].share);
		ck_assert(b.ends[k].still);
	}
}
END_TEST

/* Rock, paper, scissors in which to lose costs twice what to win brings: paths
 * come ever nearer to the corners, one after the other, and rest in none, as
 * each is a saddle (Hofbauer and Sigmund 1998, 7.7: a heteroclinic cycle). */
START_TEST(what_passes_saddles_comes_to_no_rest)
{
	static const double costly[] = { 0, -2, 1, 1, 0, -2, -2, 1, 0 };
	struct dt_basin b = basin(costly, 3, 1);
	ck_assert_uint_eq(b.n, 1);
	ck_assert(!b.ends[0].still);
	ck_assert_double_eq_tol(b.ends[0].share, 1, 1e-9);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("dynamics");
	TCase *tests = tcase_create("dynamics");
	const TTest *const all[] = {
		a_constant_advantage_is_the_logistic_curve,
		tit_for_tat_goes_as_derived,
		zero_sum_dynamics_keep_the_product,
		the_simplex_and_its_faces_are_kept,
		a_constant_in_a_column_changes_nothing, a_generation_by_hand,
		logit_rests_at_quantal_equilibria,
		best_response_goes_straight_between_switches,
		tit_for_tat_is_no_ess, the_middle_of_rock_paper_scissors,
		the_definition_judges_the_same,
		rock_paper_scissors_turns_in_its_period,
		hawks_and_doves_rest_at_a_mix,
		an_edge_on_which_all_earn_the_same_rests,
		points_of_rest_do_as_they_are_told,
		a_threshold_game_rests_at_two_mixes,
		the_border_of_reciprocity_as_derived,
		basins_of_three_that_are_alike,
		what_passes_saddles_comes_to_no_rest };
	tcase_add_checked_fixture(tests, NULL, finish);
	for (size_t k = 0; k < sizeof(all) / sizeof(all[0]); k++)
		tcase_add_test(tests, all[k]);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
