/*
 * check_empirical: games whose payoffs were measured. True games are chosen
 * here, measurements are drawn from them, and what is said of the
 * measurements is held against the truth.
 */
#include <check.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "infer/recorded.h"
#include "infer/empirical.h"

enum { CELLS = 512 };

static struct dt_arena arena;
static struct dt_error err;
static struct dt_empirical_request request = { 4000, 1 };

/* A game in which each payoff is an estimate of its own. */
static size_t which[CELLS], strategies[8];
static struct dt_empirical_estimate estimates[CELLS];
static struct dt_empirical game;

static void
set_up(void)
{
	memset(&game, 0, sizeof(game));
	game.strategies = strategies;
	game.which = which;
	game.estimates = estimates;
}

static void
tear_down(void)
{
	dt_arena_free(&arena);
}

static void
shape(size_t players, const size_t *n)
{
	game.players = players;
	game.profiles = 1;
	for (size_t i = 0; i < players; i++) {
		strategies[i] = n[i];
		game.profiles *= n[i];
	}
	game.n = game.profiles * players;
	ck_assert_uint_le(game.n, CELLS);
	for (size_t i = 0; i < game.n; i++)
		which[i] = i;
}

static void
exact(const double *payoffs)
{
	for (size_t i = 0; i < game.n; i++)
		estimates[i] = (struct dt_empirical_estimate){
		    payoffs[i], 0, 0 };
}

static struct dt_empirical_verdict
judged(size_t profile)
{
	struct dt_empirical_verdict v;
	ck_assert_int_eq(dt_empirical_judge(&game, profile, &request, &arena,
	    &v, &err), DT_OK);
	return v;
}

/* Profiles: first player's strategy fastest. PAUSE, RACE; T 5, R 3, P 1, S
 * 0. To race gains 2 where both pause and 1 where the other races. */
static const double dilemma[] = { 3, 3, 5, 0, 0, 5, 1, 1 };

START_TEST(an_exact_dilemma_has_exact_regrets)
{
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	static const double regret[] = { 2, 1, 1, 0 };
	for (size_t p = 0; p < 4; p++) {
		struct dt_empirical_verdict v = judged(p);
		ck_assert_double_eq(v.regret, regret[p]);
		ck_assert_double_eq(v.low, regret[p]);
		ck_assert_double_eq(v.high, regret[p]);
		ck_assert_double_eq(v.chance, p == 3);
		ck_assert_uint_eq(v.missing, 0);
	}
}
END_TEST

START_TEST(only_what_may_be_an_equilibrium_is_a_candidate)
{
	size_t *profiles, n;
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	ck_assert_int_eq(dt_empirical_candidates(&game, 4, 100, &arena,
	    &profiles, &n, &err), DT_OK);
	ck_assert_uint_eq(n, 1);
	ck_assert_uint_eq(profiles[0], 3);
	ck_assert_int_eq(dt_empirical_candidates(&game, INFINITY, 100,
	    &arena, &profiles, &n, &err), DT_OK);
	ck_assert_uint_eq(n, 4);
	ck_assert_uint_eq(profiles[0], 3);      /* the least regret first */
	ck_assert_uint_eq(profiles[3], 0);
}
END_TEST

/* The header's example. One player, three strategies; from the first, gains
 * 1 with error 1 and 0 without: the upper end is 1 + 1.96, the lower one 1 -
 * 1.96 < 0, so that what is exact counts. */
START_TEST(the_interval_of_the_header)
{
	shape(1, (const size_t[]){ 3 });
	exact((const double[]){ 0, 1, 0 });
	estimates[1].error = 1;
	estimates[1].runs = 100000000;
	struct dt_empirical_verdict v = judged(0);
	ck_assert_double_eq(v.regret, 1);
	ck_assert_double_eq(v.low, 0);
	ck_assert_double_eq_tol(v.high, 2.96, 0.0001);
}
END_TEST

/* One deviation whose gain is -1 with error 1 pays with chance Phi(-1) =
 * .1587 (tables of the normal distribution); 4000 replicates have a standard
 * error of .0058. */
START_TEST(the_chance_is_that_of_the_normal_distribution)
{
	for (uint64_t seed = 1; seed <= 5; seed++) {
		request.seed = seed;
		shape(1, (const size_t[]){ 2 });
		exact((const double[]){ 1, 0 });
		estimates[0].error = 0.6;
		estimates[1].error = 0.8;
		estimates[0].runs = estimates[1].runs = 100000;
		ck_assert_double_eq_tol(judged(0).chance, 1 - .1587,
		    4 * .0058);
	}
}
END_TEST

/* Two runs: Student's t of one degree, the Cauchy distribution, for which a
 * gain of -1 with error 1 is above 0 with chance 1/4. */
START_TEST(few_runs_have_heavy_tails)
{
	for (uint64_t seed = 1; seed <= 5; seed++) {
		request.seed = seed;
		shape(1, (const size_t[]){ 2 });
		exact((const double[]){ 1, 0 });
		estimates[0].error = 1;
		estimates[0].runs = 2;
		ck_assert_double_eq_tol(judged(0).chance, 0.75,
		    4 * sqrt(.25 * .75 / 4000));
	}
}
END_TEST

START_TEST(the_same_seed_says_the_same)
{
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	for (size_t i = 0; i < 8; i++) {
		estimates[i].error = 0.7;
		estimates[i].runs = 50;
	}
	struct dt_empirical_verdict a = judged(3), b = judged(3);
	ck_assert_double_eq(a.chance, b.chance);
	ck_assert_double_eq(a.low, b.low);
	request.seed = 7;
	ck_assert_double_ne(a.chance, judged(3).chance);
}
END_TEST

START_TEST(what_was_never_played_leaves_the_upper_end_open)
{
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	which[2] = which[3] = DT_EMPIRICAL_MISSING;     /* race, pause */
	ck_assert(!dt_empirical_played(&game, 1));
	struct dt_empirical_verdict v = judged(0);
	ck_assert_uint_eq(v.missing, 1);
	ck_assert(isnan(v.high));
	ck_assert_double_eq(v.regret, 2);       /* the other's gain */
	v = judged(3);
	ck_assert_uint_eq(v.missing, 1);
	ck_assert_double_eq(v.regret, 0);
}
END_TEST

/* ---- Coverage ---- */

/* Measures every payoff of a true game by n runs with noise of a standard
 * deviation: the mean is normal about the truth, the variance is a chi-square
 * with n - 1 degrees. */
static void
measure(const double *truth, double noise, int64_t runs, gsl_rng *rng)
{
	double n = (double)runs;
	for (size_t i = 0; i < game.n; i++) {
		double chi = gsl_ran_chisq(rng, n - 1);
		estimates[i].mean = truth[i] +
		    gsl_ran_gaussian(rng, noise / sqrt(n));
		estimates[i].error = noise * sqrt(chi / (n - 1) / n);
		estimates[i].runs = runs;
	}
}

/* In how many of 1000 measurements the interval holds the true regret. */
static int
covered(const double *truth, size_t profile, double regret, double noise,
    int64_t runs)
{
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	int hits = 0;
	request.replicates = 1000;
	for (uint64_t seed = 1; seed <= 1000; seed++) {
		gsl_rng_set(rng, seed);
		measure(truth, noise, runs, rng);
		request.seed = seed + 1000000;
		struct dt_empirical_verdict v = judged(profile);
		hits += v.low <= regret && regret <= v.high;
		dt_arena_free(&arena);
	}
	gsl_rng_free(rng);
	request.replicates = 4000;
	return hits;
}

/* 95 % less three standard errors of 1000 trials, sqrt(.95 * .05 / 1000). */
enum { ENOUGH = 950 - 20 };

/* No deviation gains anything: the hardest case, since the largest of twelve
 * measured gains is far above 0. */
START_TEST(the_interval_covers_where_everything_is_equal)
{
	double truth[CELLS] = { 0 };
	shape(2, (const size_t[]){ 7, 7 });
	ck_assert_int_ge(covered(truth, 0, 0, 1, 40), ENOUGH);
}
END_TEST

START_TEST(the_interval_covers_a_strict_equilibrium)
{
	shape(2, (const size_t[]){ 2, 2 });
	ck_assert_int_ge(covered(dilemma, 3, 0, 2, 30), ENOUGH);
}
END_TEST

START_TEST(the_interval_covers_a_regret)
{
	shape(2, (const size_t[]){ 2, 2 });
	ck_assert_int_ge(covered(dilemma, 0, 2, 2, 30), ENOUGH);
	ck_assert_int_ge(covered(dilemma, 0, 2, 2, 5), ENOUGH);
}
END_TEST

/* Three players of three strategies, payoffs drawn once: whatever the true
 * regret is, that of every profile is covered. */
START_TEST(the_interval_covers_in_a_game_of_three)
{
	double truth[CELLS];
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	shape(3, (const size_t[]){ 3, 3, 3 });
	gsl_rng_set(rng, 5);
	for (size_t i = 0; i < game.n; i++)
		truth[i] = gsl_rng_uniform(rng);
	gsl_rng_free(rng);
	for (size_t p = 0; p < game.profiles; p += 9) {
		exact(truth);
		double regret = judged(p).regret;
		ck_assert_int_ge(covered(truth, p, regret, 1, 60), ENOUGH);
	}
}
END_TEST

/* ---- Mixes ---- */

/* (1/2, 1/2) for both is the only equilibrium of matching pennies. */
static const double pennies[] = { 1, -1, -1, 1, -1, 1, 1, -1 };
static const double halves[] = { .5, .5, .5, .5 };

START_TEST(matching_pennies_are_mixed)
{
	struct dt_empirical_verdict v;
	double chance;
	shape(2, (const size_t[]){ 2, 2 });
	exact(pennies);
	ck_assert_int_eq(dt_empirical_judge_mix(&game, halves, &request,
	    &arena, &v, &err), DT_OK);
	ck_assert_double_eq(v.regret, 0);
	ck_assert_double_eq(v.high, 0);
	ck_assert(isnan(v.chance));
	ck_assert_int_eq(dt_empirical_support(&game, halves, &request,
	    &chance, &err), DT_OK);
	ck_assert_double_eq(chance, 1);
	/* (1, 0 | 1/2, 1/2): the second gains 1, as solve/profile.h says */
	static const double lopsided[] = { 1, 0, .5, .5 };
	ck_assert_int_eq(dt_empirical_judge_mix(&game, lopsided, &request,
	    &arena, &v, &err), DT_OK);
	ck_assert_double_eq(v.regret, 1);
}
END_TEST

/* Against a half, a pure strategy gets the mean of two payoffs, and gains over
 * the half-half mix half the difference of two such means: the error is
 * 1/2 * sqrt(4 * s^2 / 4) = s/2. */
START_TEST(the_error_of_a_mixed_gain)
{
	struct dt_empirical_verdict v;
	shape(2, (const size_t[]){ 2, 2 });
	exact(pennies);
	for (size_t i = 0; i < 8; i++) {
		estimates[i].error = 0.1;
		estimates[i].runs = 100000;
	}
	ck_assert_int_eq(dt_empirical_judge_mix(&game, halves, &request,
	    &arena, &v, &err), DT_OK);
	for (size_t k = 0; k < v.n; k++)
		ck_assert_double_eq_tol(v.deviations[k].error, 0.05, 1e-12);
}
END_TEST

/* The mixed equilibrium of chicken (5, 4, 0, 1) is over both strategies, and
 * so is that of games near it; in the dilemma racing dominates. */
START_TEST(a_support_holds_where_it_should)
{
	static const double chicken[] = { 4, 4, 5, 1, 1, 5, 0, 0 };
	double chance;
	shape(2, (const size_t[]){ 2, 2 });
	exact(chicken);
	for (size_t i = 0; i < 8; i++) {
		estimates[i].error = 0.05;
		estimates[i].runs = 1000;
	}
	ck_assert_int_eq(dt_empirical_support(&game, halves, &request,
	    &chance, &err), DT_OK);
	ck_assert_double_eq(chance, 1);
	exact(dilemma);
	ck_assert_int_eq(dt_empirical_support(&game, halves, &request,
	    &chance, &err), DT_OK);
	ck_assert_double_eq(chance, 0);
	static const double uneven[] = { 1, 0, .5, .5 };
	ck_assert_int_eq(dt_empirical_support(&game, uneven, &request,
	    &chance, &err), DT_OK);
	ck_assert(isnan(chance));
}
END_TEST

/* ---- Mixes of three and more ---- */

/* The volunteer's dilemma (Diekmann 1985), cost 1/2: wait, volunteer. Of
 * three: one volunteers (three ways); all do with 1 - sqrt(1/2); one never
 * does and two do with 1/2 (three ways). See check_mixed.c. */
static void
volunteers(size_t n, double *payoffs)
{
	for (size_t p = 0; p < (size_t)1 << n; p++)
		for (size_t i = 0; i < n; i++)
			payoffs[p * n + i] =
			    (p != 0) - .5 * (double)(p >> i & 1);
}

static const size_t twos[] = { 2, 2, 2 };

START_TEST(the_mix_of_three_volunteers)
{
	struct dt_empirical_verdict v;
	double truth[24], wait = sqrt(.5);
	const double all[] = { wait, 1 - wait, wait, 1 - wait, wait,
		1 - wait };
	static const double two[] = { 1, 0, .5, .5, .5, .5 };
	static const double half[] = { .5, .5, .5, .5, .5, .5 };
	volunteers(3, truth);
	shape(3, twos);
	exact(truth);
	ck_assert_int_eq(dt_empirical_judge_mix(&game, all, &request, &arena,
	    &v, &err), DT_OK);
	ck_assert_double_eq(v.high, 0);
	ck_assert_int_eq(dt_empirical_judge_mix(&game, two, &request, &arena,
	    &v, &err), DT_OK);
	ck_assert_double_eq(v.high, 0);
	/* beside two halves waiting gets 3/4, volunteering 1/2: 5/8 + 1/8 */
	ck_assert_int_eq(dt_empirical_judge_mix(&game, half, &request, &arena,
	    &v, &err), DT_OK);
	ck_assert_double_eq_tol(v.regret, .125, 1e-12);
}
END_TEST

/* The same with noise: half-half-half's regret of 1/8, and the 0 of the
 * equilibrium, are in their intervals. */
static int
mix_covered(const double *truth, const double *mix, double regret)
{
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	int hits = 0;
	request.replicates = 1000;
	for (uint64_t seed = 1; seed <= 1000; seed++) {
		struct dt_empirical_verdict v;
		gsl_rng_set(rng, seed);
		measure(truth, 1, 60, rng);
		request.seed = seed + 1000000;
		ck_assert_int_eq(dt_empirical_judge_mix(&game, mix, &request,
		    &arena, &v, &err), DT_OK);
		hits += v.low <= regret && regret <= v.high;
		dt_arena_free(&arena);
	}
	gsl_rng_free(rng);
	request.replicates = 4000;
	return hits;
}

START_TEST(the_interval_covers_a_mix_of_three)
{
	double truth[24], wait = sqrt(.5);
	const double all[] = { wait, 1 - wait, wait, 1 - wait, wait,
		1 - wait };
	static const double half[] = { .5, .5, .5, .5, .5, .5 };
	volunteers(3, truth);
	shape(3, twos);
	ck_assert_int_ge(mix_covered(truth, all, 0), ENOUGH);
	ck_assert_int_ge(mix_covered(truth, half, .125), ENOUGH);
}
END_TEST

/* What is said of the game as if it had been recorded. */
enum { AS_RECORDED_MOST = 16 };
static struct dt_recorded_answer
answered(bool alike)
{
	static const char *const labels[] = { "wait", "volunteer" };
	static struct dt_recorded_player players[AS_RECORDED_MOST];
	struct dt_recorded recorded = { .arena = &arena, .path = "x.db" };
	struct dt_recorded_game of = { .number = 1, .scenario = "test",
		.players = players, .n_players = game.players,
		.reduced = alike, .table = game };
	struct dt_recorded_request wanted = { .bootstrap = request };
	struct dt_recorded_answer answer;
	ck_assert_uint_le(game.players, AS_RECORDED_MOST);
	for (size_t i = 0; i < game.players; i++)
		players[i] = (struct dt_recorded_player){ .name = "someone",
			.n = 2, .labels = labels, .alike = alike ? 0 : i };
	ck_assert_int_eq(dt_recorded_solve(&recorded, &of, &wanted, &answer,
	    &err), DT_OK);
	return answer;
}

START_TEST(three_volunteers_have_their_seven_equilibria)
{
	double truth[24];
	volunteers(3, truth);
	for (uint64_t seed = 1; seed <= 5; seed++) {
		request.seed = seed;
		shape(3, twos);
		exact(truth);
		struct dt_recorded_answer a = answered(false);
		ck_assert_uint_eq(a.n, 3);
		ck_assert_uint_eq(a.mixed.n, 4);
		ck_assert_int_eq(a.sought, DT_RECORDED_SOUGHT_BOTH);
		size_t all = 0;
		for (size_t k = 0; k < 4; k++) {
			all += fabs(a.mixed.points[k].chances[0] -
			    sqrt(.5)) < 1e-9;
			ck_assert_double_eq(a.mixes[k].regret, 0);
			ck_assert_double_eq(a.mixes[k].high, 0);
			ck_assert(isnan(a.mixes[k].chance));
		}
		ck_assert_uint_eq(all, 1);
	}
}
END_TEST

START_TEST(those_that_differ_in_who_is_who_are_one)
{
	double truth[24];
	volunteers(3, truth);
	shape(3, twos);
	exact(truth);
	struct dt_recorded_answer a = answered(true);
	ck_assert_uint_eq(a.n, 1);
	ck_assert_uint_eq(a.mixed.n, 2);
}
END_TEST

/* With a standard error s on every payoff no equilibrium of the means is
 * certain: the upper end is above 0, and at most 1.96 times the largest error
 * that the difference of two means of payoffs can have, s sqrt(2). */
START_TEST(what_was_measured_has_an_interval)
{
	double truth[24];
	volunteers(3, truth);
	shape(3, twos);
	exact(truth);
	for (size_t i = 0; i < game.n; i++) {
		estimates[i].error = .01;
		estimates[i].runs = 1000000;
	}
	struct dt_recorded_answer a = answered(false);
	ck_assert_uint_eq(a.mixed.n, 4);
	for (size_t k = 0; k < 4; k++) {
		ck_assert_double_eq(a.mixes[k].regret, 0);
		ck_assert_double_eq(a.mixes[k].low, 0);
		ck_assert_double_gt(a.mixes[k].high, 0);
		ck_assert_double_le(a.mixes[k].high, 1.96 * .01 * sqrt(2));
	}
}
END_TEST

/* Slightly other payoffs for each: not of one kind, but the seven equilibria
 * are strict or regular, so that they stay, close by. */
START_TEST(near_games_have_near_mixes)
{
	double truth[24];
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	volunteers(3, truth);
	for (uint64_t seed = 1; seed <= 5; seed++) {
		shape(3, twos);
		gsl_rng_set(rng, seed);
		measure(truth, .01, 100, rng);
		struct dt_recorded_answer a = answered(false);
		ck_assert_int_eq(a.sought, DT_RECORDED_SOUGHT_SUPPORTS);
		ck_assert_uint_eq(a.n, 3);
		ck_assert_uint_eq(a.mixed.n, 4);
	}
	gsl_rng_free(rng);
}
END_TEST

/* Eleven have 3^11 = 177,147 combinations of supports, which is too many;
 * all wait with chance (1/2)^(1/10) nevertheless. */
START_TEST(eleven_volunteers_mix_alike)
{
	enum { N = 11, PAYOFFS = N << N };
	static size_t own[PAYOFFS], n[N];
	static double truth[PAYOFFS];
	static struct dt_empirical_estimate many[PAYOFFS];
	volunteers(N, truth);
	for (size_t i = 0; i < N; i++)
		n[i] = 2;
	for (size_t i = 0; i < PAYOFFS; i++) {
		own[i] = i;
		many[i] = (struct dt_empirical_estimate){ truth[i], 0, 0 };
	}
	game = (struct dt_empirical){ N, 1 << N, n, own, many, PAYOFFS };
	request.replicates = 200;
	struct dt_recorded_answer a = answered(true);
	request.replicates = 4000;
	ck_assert(a.refused);
	ck_assert_int_eq(a.sought, DT_RECORDED_SOUGHT_ALIKE);
	ck_assert_uint_eq(a.mixed.n, 1);
	ck_assert_double_eq_tol(a.mixed.points[0].chances[0], pow(.5, .1),
	    1e-12);
	ck_assert_double_eq(a.mixes[0].high, 0);
	/* one that gets otherwise: not of that kind, and nothing is sought */
	many[0].mean = -1;
	a = answered(false);
	ck_assert(a.refused);
	ck_assert_int_eq(a.sought, DT_RECORDED_SOUGHT_NONE);
	ck_assert_uint_eq(a.mixed.n, 0);
}
END_TEST

START_TEST(a_game_that_is_not_whole_has_no_mixes_sought)
{
	double truth[24];
	volunteers(3, truth);
	shape(3, twos);
	exact(truth);
	which[21] = which[22] = which[23] = DT_EMPIRICAL_MISSING;
	struct dt_recorded_answer a = answered(false);
	ck_assert_int_eq(a.sought, DT_RECORDED_SOUGHT_NONE);
	ck_assert(!a.refused);
	ck_assert_uint_eq(a.mixed.n, 0);
}
END_TEST

/* ---- Needs ---- */

static struct dt_empirical_need *
needed(size_t candidate, double error, size_t *n)
{
	struct dt_empirical_wish wish = { error, 123, 1000000 };
	struct dt_empirical_need *needs;
	ck_assert_int_eq(dt_empirical_needs(&game, &candidate, 1, &wish,
	    &arena, &needs, n, &err), DT_OK);
	return needs;
}

/* The header's example: 1.97202 is the 97.5 % point of Student's t of 198
 * degrees, 2 (1.97202/.1)^2 = 777.77. */
START_TEST(runs_are_those_of_neyman)
{
	size_t n;
	shape(1, (const size_t[]){ 2 });
	exact((const double[]){ 0, 0.1 });
	estimates[0].error = estimates[1].error = 0.1;
	estimates[0].runs = estimates[1].runs = 100;
	struct dt_empirical_need *needs = needed(0, 0.01, &n);
	ck_assert_uint_eq(n, 2);
	ck_assert_int_eq(needs[0].more, 678);
	ck_assert_int_eq(needs[1].more, 678);
	ck_assert_int_eq(needs[0].runs, 100);
	/* .1 + 1.97202 * .14142 = .37888 now. With 778 runs one error is .1
	 * sqrt(100/778) = .03585, that of the gain .10623 with 125.8 degrees,
	 * whose point is 1.979 (tables): .1 + .21023. */
	ck_assert_double_eq_tol(needs[0].narrows, .37888 - .31023, 1e-4);
	/* half the width is 1.972 * .1414 = .279: no more for that error */
	needed(0, 0.3, &n);
	ck_assert_uint_eq(n, 0);
}
END_TEST

/* Played that often and with the same deviations, the interval is as narrow
 * as was wished. */
START_TEST(the_runs_that_are_asked_for_suffice)
{
	size_t n;
	shape(1, (const size_t[]){ 2 });
	exact((const double[]){ 0, 0 });
	estimates[0] = (struct dt_empirical_estimate){ 0, 0.3, 50 };
	estimates[1] = (struct dt_empirical_estimate){ 0, 0.1, 400 };
	struct dt_empirical_need *needs = needed(0, 0.02, &n);
	double variance = 0;
	for (size_t k = 0; k < n; k++) {
		struct dt_empirical_estimate *e =
		    &estimates[needs[k].profile];
		double one = e->error * e->error * (double)e->runs;
		e->runs += needs[k].more;
		variance += one / (double)e->runs;
	}
	ck_assert_uint_eq(n, 2);
	/* 2.00 is the 97.5 % point for 60 degrees, about what there are */
	ck_assert_double_le(sqrt(variance), 0.02 / 1.96);
	ck_assert_double_ge(sqrt(variance), 0.02 / 2.05);
}
END_TEST

START_TEST(what_was_never_played_is_needed_first)
{
	size_t n;
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	which[2] = which[3] = DT_EMPIRICAL_MISSING;
	estimates[4].error = estimates[6].error = 1;
	estimates[4].runs = estimates[6].runs = 100;
	struct dt_empirical_need *needs = needed(3, 0.01, &n);
	ck_assert_uint_eq(n, 3);
	ck_assert_uint_eq(needs[0].profile, 1);
	ck_assert_int_eq(needs[0].more, 123);
	ck_assert(isinf(needs[0].narrows));
	ck_assert_int_eq(needs[0].runs, 0);
	/* the other deviation: gain 0 - 1 with error sqrt 2, wrong with chance
	 * Phi(-.707) = .2398; more by the heavier tail of Student's t */
	ck_assert_double_eq_tol(needs[1].flip, .2398, .002);
}
END_TEST

/* One of three strategies is played; both others may gain: 0 with error .5,
 * whose upper end is .98, and .1 with error .2, whose upper end is .49. The
 * second has the sign that is better known and narrows nothing; the first
 * lowers the end to that of the second. */
START_TEST(what_narrows_the_interval_is_needed_first)
{
	size_t n;
	shape(1, (const size_t[]){ 3 });
	exact((const double[]){ 0, .1, 0 });
	estimates[1].error = .2;
	estimates[2].error = .5;
	estimates[1].runs = estimates[2].runs = 100000000;
	struct dt_empirical_wish wish = { .05, 123, INT64_MAX / 4 };
	struct dt_empirical_need *needs;
	size_t candidate = 0;
	ck_assert_int_eq(dt_empirical_needs(&game, &candidate, 1, &wish,
	    &arena, &needs, &n, &err), DT_OK);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(needs[0].profile, 2);
	ck_assert_double_eq_tol(needs[0].narrows,
	    1.95996 * .5 - (.1 + 1.95996 * .2), 1e-4);
	ck_assert_double_eq(needs[1].narrows, 0);
}
END_TEST

START_TEST(what_is_exact_or_sure_needs_nothing)
{
	size_t n;
	shape(2, (const size_t[]){ 2, 2 });
	exact(dilemma);
	needed(3, 0.01, &n);
	ck_assert_uint_eq(n, 0);
	for (size_t i = 0; i < 8; i++) {
		estimates[i].error = 0.1;
		estimates[i].runs = 100;
	}
	needed(3, 0.01, &n);    /* gains are -1 and their errors .14 */
	ck_assert_uint_eq(n, 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("empirical");
	TCase *tests = tcase_create("empirical");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, an_exact_dilemma_has_exact_regrets);
	tcase_add_test(tests, only_what_may_be_an_equilibrium_is_a_candidate);
	tcase_add_test(tests, the_interval_of_the_header);
	tcase_add_test(tests, the_chance_is_that_of_the_normal_distribution);
	tcase_add_test(tests, few_runs_have_heavy_tails);
	tcase_add_test(tests, the_same_seed_says_the_same);
	tcase_add_test(tests, what_was_never_played_leaves_the_upper_end_open);
	tcase_add_test(tests, the_interval_covers_where_everything_is_equal);
	tcase_add_test(tests, the_interval_covers_a_strict_equilibrium);
	tcase_add_test(tests, the_interval_covers_a_regret);
	tcase_add_test(tests, the_interval_covers_in_a_game_of_three);
	tcase_add_test(tests, matching_pennies_are_mixed);
	tcase_add_test(tests, the_error_of_a_mixed_gain);
	tcase_add_test(tests, a_support_holds_where_it_should);
	tcase_add_test(tests, the_mix_of_three_volunteers);
	tcase_add_test(tests, the_interval_covers_a_mix_of_three);
	tcase_add_test(tests, three_volunteers_have_their_seven_equilibria);
	tcase_add_test(tests, those_that_differ_in_who_is_who_are_one);
	tcase_add_test(tests, what_was_measured_has_an_interval);
	tcase_add_test(tests, near_games_have_near_mixes);
	tcase_add_test(tests, eleven_volunteers_mix_alike);
	tcase_add_test(tests, a_game_that_is_not_whole_has_no_mixes_sought);
	tcase_add_test(tests, runs_are_those_of_neyman);
	tcase_add_test(tests, the_runs_that_are_asked_for_suffice);
	tcase_add_test(tests, what_was_never_played_is_needed_first);
	tcase_add_test(tests, what_narrows_the_interval_is_needed_first);
	tcase_add_test(tests, what_is_exact_or_sure_needs_nothing);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
