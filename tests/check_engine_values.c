/* check_engine_values: what theory says comes out of the world. Simulated
 * means are allowed 4 of their own standard errors. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "build.h"

static struct build b;

static void
start(void)
{
	b = (struct build){ .n = 2, .rounds = 1000, .seed = 1 };
}

static void
finish(void)
{
	build_free(&b);
}

#define MIRROR(name, first) "strategy: " name "\nstart: " first "\n" \
	"states:\n" \
	"  nice: {play: pause, next: [{when: alarms >= 1, to: mean}, " \
	"{to: nice}]}\n" \
	"  mean: {play: race, next: [{when: alarms >= 1, to: mean}, " \
	"{to: nice}]}\n"

static const char *const classics[] = {
	BUILD_PAUSE, BUILD_RACE, MIRROR("tft", "nice"), MIRROR("stft", "mean"),
	"strategy: tf2t\nstart: calm\nstates:\n"
	"  calm: {play: pause, next: [{when: alarms >= 1, to: wary}, "
	"{to: calm}]}\n"
	"  wary: {play: pause, next: [{when: alarms >= 1, to: hit}, "
	"{to: calm}]}\n"
	"  hit: {play: race, next: [{when: alarms >= 1, to: hit}, "
	"{to: calm}]}\n",
	BUILD_GRIM, BUILD_WIN_STAY,
	"strategy: alternate\nstart: p\nstates:\n"
	"  p: {play: pause, next: [{to: r}]}\n"
	"  r: {play: race, next: [{to: p}]}\n",
};

/* Totals of 200 rounds without noise, by Axelrod's payoffs: always pausing,
 * always racing, tit for tat, suspicious, for two tats, grim, win-stay
 * lose-shift, alternating. */
START_TEST(classics_score_as_in_the_table)
{
	static const double totals[8][8] = {
		{ 600, 0, 600, 597, 600, 600, 600, 300 },
		{ 1000, 200, 204, 200, 208, 204, 600, 600 },
		{ 600, 199, 600, 500, 600, 600, 600, 498 },
		{ 602, 200, 500, 200, 602, 203, 401, 500 },
		{ 600, 198, 600, 597, 600, 600, 600, 300 },
		{ 600, 199, 600, 203, 600, 600, 600, 597 },
		{ 600, 100, 600, 401, 600, 600, 600, 450 },
		{ 800, 100, 503, 500, 800, 107, 450, 400 },
	};
	double mean[2], error[2];
	b.rounds = 200;
	for (int j = 0; j < 8; j++) {
		b.agents[0].strategy = classics[_i];
		b.agents[1].strategy = classics[j];
		build_model(&b);
		build_play(&b, 1, mean, error);
		ck_assert_double_eq_tol(200 * mean[0], totals[_i][j], 1e-9);
		ck_assert_double_eq_tol(200 * mean[1], totals[j][_i], 1e-9);
	}
}
END_TEST

/* A memory-one rule: chances to pause after (own, other) PP, PR, RP, RR. */
#define GENEROUS "strategy: generous\nstart: nice\nstates:\n" \
	"  nice: {play: pause, next: [{when: alarms >= 1, " \
	"to: {nice: 1/3, mean: 2/3}}, {to: nice}]}\n" \
	"  mean: {play: race, next: [{when: alarms >= 1, " \
	"to: {nice: 1/3, mean: 2/3}}, {to: nice}]}\n"

static const struct {
	const char *strategy;
	double pause[4];
	double noise;
	double slip, private;   /* long-run payoffs under that noise; NAN */
} rules[] = {
	{ BUILD_TIT_FOR_TAT, { 1, 0, 1, 0 }, .1, 2.25, 2.25 },
	{ BUILD_TIT_FOR_TAT, { 1, 0, 1, 0 }, .01, 2.25, 2.25 },
	{ BUILD_WIN_STAY, { 1, 0, 0, 1 }, .05, 2.7765, NAN },
	{ BUILD_WIN_STAY, { 1, 0, 0, 1 }, .01, 2.951092, 2.951 },
	{ GENEROUS, { 1, 1. / 3, 1, 1. / 3 }, .01, 2.970322, 2.980 },
};
enum { RULES = sizeof(rules) / sizeof(rules[0]) };

/*
 * The chain of joint moves PP, PR, RP, RR of a rule against itself, written
 * out: a slip flips what is done, misperception what is seen of the other.
 * Returns the mean payoff of the first n rounds, both meaning to pause first.
 */
static double
chain(const double p[4], double slip, double see, int n)
{
	static const double payoff[4] = { 3, 0, 5, 1 };
	double at[4] = { (1 - slip) * (1 - slip), (1 - slip) * slip,
	    (1 - slip) * slip, slip * slip };
	double sum = 0;
	for (int t = 0; t < n; t++) {
		double next[4] = { 0 };
		for (int s = 0; s < 4; s++) {
			int mirror = s == 1 ? 2 : s == 2 ? 1 : s;
			double x = p[s] * (1 - see) + p[s ^ 1] * see;
			double y = p[mirror] * (1 - see) +
			    p[mirror ^ 1] * see;
			x = x * (1 - 2 * slip) + slip;
			y = y * (1 - 2 * slip) + slip;
			next[0] += at[s] * x * y;
			next[1] += at[s] * x * (1 - y);
			next[2] += at[s] * (1 - x) * y;
			next[3] += at[s] * (1 - x) * (1 - y);
			sum += at[s] * payoff[s];
		}
		memcpy(at, next, sizeof(at));
	}
	return sum / n;
}

static void
expect_chain(int rule, double slip, double see)
{
	double mean[2], error[2];
	double exact = chain(rules[rule].pause, slip, see, (int)b.rounds);
	struct dt_monitor_rates private = { see, see };
	b.agents[0].strategy = b.agents[1].strategy = rules[rule].strategy;
	b.slip = slip;
	b.private = see > 0 ? &private : NULL;
	build_model(&b);
	build_play(&b, 400, mean, error);
	for (int i = 0; i < 2; i++)
		ck_assert_double_eq_tol(mean[i], exact, 4 * error[i]);
}

/* The world agrees with the chain, and the chain over 10^6 rounds with the
 * published long-run values. */
START_TEST(memory_one_rules_earn_their_values_under_slips)
{
	ck_assert_double_eq_tol(chain(rules[_i].pause, rules[_i].noise, 0,
	    1000000), rules[_i].slip, 1e-4);
	expect_chain(_i, rules[_i].noise, 0);
}
END_TEST

START_TEST(memory_one_rules_earn_their_values_under_misperception)
{
	if (!isnan(rules[_i].private))
		ck_assert_double_eq_tol(chain(rules[_i].pause, 0,
		    rules[_i].noise, 1000000), rules[_i].private, 1e-3);
	expect_chain(_i, 0, rules[_i].noise);
}
END_TEST

enum { RUNS = 100, LONG = 1000 };

/* The share of pauses in LONG rounds, its mean over runs and its error. */
static double
paused(double *error)
{
	double sum = 0, squares = 0, moves = (double)b.n * LONG;
	struct dt_world *world = dt_world_new(&b.model);
	for (uint64_t run = 1; run <= RUNS; run++) {
		const struct dt_round *r;
		double one = 0;
		dt_world_begin(world, run);
		while ((r = dt_world_step(world)) != NULL)
			one += (double)(b.n - dt_move_count(r->executed));
		sum += one / moves;
		squares += one / moves * one / moves;
	}
	dt_world_free(world);
	double mean = sum / RUNS;
	*error = sqrt((squares / RUNS - mean * mean) / RUNS);
	return mean;
}

#define ALL_OR_NONE BUILD_TWO_STATES("all-or-none", \
	"{when: alarms == 0 and not raced, to: nice}, " \
	"{when: alarms == others and raced, to: nice}")

/* n agents that pause after a round in which all did as they did. Unanimous
 * is u = (1-e)^n + e^n, in each round anew; then a pause has chance 1-e, else
 * e; the first round is like one after unanimity. n 5: .9420; n 10: .8963. */
START_TEST(all_or_none_cooperates_as_derived)
{
	static const size_t sizes[] = { 5, 10 };
	static const double published[] = { .9420, .8963 };
	double e = .01, n = (double)sizes[_i], error;
	double u = pow(1 - e, n) + pow(e, n);
	double later = u * (1 - e) + (1 - u) * e;
	ck_assert_double_eq_tol(later, published[_i], 5e-5);
	b.n = sizes[_i];
	b.slip = e;
	b.rounds = LONG;
	for (size_t i = 0; i < b.n; i++)
		b.agents[i].strategy = ALL_OR_NONE;
	build_model(&b);
	double mean = paused(&error);
	ck_assert_double_eq_tol(mean, (1 - e + (LONG - 1) * later) / LONG,
	    4 * error);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("values");
	TCase *t = tcase_create("values");
	tcase_add_checked_fixture(t, start, finish);
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, classics_score_as_in_the_table, 0, 8);
	tcase_add_loop_test(t, memory_one_rules_earn_their_values_under_slips,
	    0, RULES);
	tcase_add_loop_test(t,
	    memory_one_rules_earn_their_values_under_misperception, 0, RULES);
	tcase_add_loop_test(t, all_or_none_cooperates_as_derived, 0, 2);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
