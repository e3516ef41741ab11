/* check_game_payoff: what a round gives, in all forms. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "build.h"

static struct build b;
static struct dt_payoff payoff;

static void
start(void)
{
	b = (struct build){ .n = 2 };
}

static void
finish(void)
{
	build_free(&b);
}

static double
pay(uint64_t racers, size_t agent)
{
	double room[DT_AGENTS_MOST];
	return dt_payoff_of(&payoff, racers, room)[agent];
}

/* The prisoner's dilemma (T, R, P, S) = (5, 3, 1, 0); bit i is agent i. */
START_TEST(two_agents_play_the_matrix)
{
	build_must(&b, build_payoff(&b, &payoff));
	static const double expected[4][2] = {
		{ 3, 3 }, { 5, 0 }, { 0, 5 }, { 1, 1 }
	};
	for (uint64_t racers = 0; racers < 4; racers++)
		for (size_t i = 0; i < 2; i++)
			ck_assert_double_eq(pay(racers, i),
			    expected[racers][i]);
}
END_TEST

/* Three agents, agent 0 alone races: it meets two pausers, (5+5)/2; each
 * pauser meets a racer and a pauser, (0+3)/2. Two race: (1+5)/2 and 0. */
START_TEST(many_agents_get_the_mean_of_their_pairs)
{
	b.n = 3;
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq(pay(1, 0), 5);
	ck_assert_double_eq(pay(1, 1), 1.5);
	ck_assert_double_eq(pay(3, 0), 3);
	ck_assert_double_eq(pay(3, 2), 0);
}
END_TEST

/* Weights 1, 2, 3; agent 1 races. For agent 0 the others weigh 2 and 3 of 5:
 * (2*0 + 3*3)/5. For agent 2: (1*3 + 2*0)/3. For the racer, 5 by all. */
START_TEST(weights_weigh_the_others)
{
	b.n = 3;
	b.agents[1].weight = 2;
	b.agents[2].weight = 3;
	b.payoffs = "payoffs: w\nweighted: yes\nmatrix: {reward: 3, "
	    "sucker: 0, temptation: 5, punishment: 1}\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq_tol(pay(2, 0), 9. / 5, 1e-15);
	ck_assert_double_eq_tol(pay(2, 2), 1, 1e-15);
	ck_assert_double_eq_tol(pay(2, 1), 5, 1e-15);
}
END_TEST

/* Labs 0 and 1, nations 2 and 3, and all race but lab 1: lab 0 meets lab 1
 * alone. A kind of one meets nobody and gets nothing. */
START_TEST(agents_of_a_kind_meet_only_each_other)
{
	b.n = 4;
	b.agents[2].nation = b.agents[3].nation = true;
	b.payoffs = "payoffs: k\npairs: same-kind\nmatrix: {reward: 3, "
	    "sucker: 0, temptation: 5, punishment: 1}\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq(pay(13, 0), 5);
	ck_assert_double_eq(pay(13, 1), 0);
	ck_assert_double_eq(pay(13, 2), 1);
	b.n = 3;
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq(pay(7, 2), 0);
	ck_assert_double_eq(pay(7, 0), 1);
}
END_TEST

START_TEST(a_role_has_its_own_matrix)
{
	b.agents[1].role = "leader";
	b.agents[0].role = "nobody";
	b.payoffs = BUILD_DILEMMA "roles:\n  leader: {reward: 30, sucker: 1, "
	    "temptation: 50, punishment: 10}\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq(pay(0, 0), 3);
	ck_assert_double_eq(pay(0, 1), 30);
	ck_assert_double_eq(pay(2, 1), 50);
	ck_assert_double_eq(pay(1, 1), 1);
}
END_TEST

/* pause[k] and race[k] for k others that race. */
START_TEST(a_table_counts_the_other_racers)
{
	b.n = 3;
	b.payoffs = "payoffs: t\nform: table\npause: [6, 4, -2]\n"
	    "race: [9, 7, 1]\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq(pay(0, 1), 6);
	ck_assert_double_eq(pay(1, 1), 4);
	ck_assert_double_eq(pay(1, 0), 9);
	ck_assert_double_eq(pay(5, 1), -2);
	ck_assert_double_eq(pay(5, 2), 7);
	ck_assert_double_eq(pay(7, 0), 1);
}
END_TEST

/* Profiles of a .nfg have the first player's strategy fastest, PAUSE first:
 * their order is that of sets of racers. */
START_TEST(a_normal_form_game_is_read_by_sets_of_racers)
{
	b.payoffs = "payoffs: n\nform: normal\nnfg: |\n"
	    "  NFG 1 R \"t\" { \"a\" \"b\" } { 2 2 }\n"
	    "  1 2 3 4 5 6 7 8\n";
	build_must(&b, build_payoff(&b, &payoff));
	for (uint64_t racers = 0; racers < 4; racers++)
		for (size_t i = 0; i < 2; i++)
			ck_assert_double_eq(pay(racers, i),
			    (double)(racers * 2 + i + 1));
}
END_TEST

/* The formulas of Han et al. by hand for b 4, c 1, B 1e4, W 100, s 1.5,
 * pfo .2, pr .5: R = 50 + 2 - 1; S = .8*1.6 + .2*4 - 1; T = .5*(150 +
 * .8*1.5*1.6); P = .5*(75 + .96*2). */
START_TEST(dsair_has_the_matrix_of_the_paper)
{
	b.payoffs = "payoffs: d\nform: dsair\ndsair: {found_out: 0.2, "
	    "disaster: 0.5}\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert_double_eq_tol(pay(0, 0), 51, 1e-12);
	ck_assert_double_eq_tol(pay(2, 0), 1.08, 1e-12);
	ck_assert_double_eq_tol(pay(1, 0), 75.96, 1e-12);
	ck_assert_double_eq_tol(pay(3, 0), 38.46, 1e-12);
}
END_TEST

/* The disaster at which a difference of the matrix changes its sign. */
static double
threshold(double speed, bool risk)
{
	double low = 0, high = 1;
	for (int i = 0; i < 60; i++) {
		struct dt_payoff_dsair d = {
			.benefit = 4, .cost = 1, .prize = 1e4, .rounds = 100,
			.speed = speed, .disaster = (low + high) / 2,
		};
		struct dt_payoff_matrix m = dt_payoff_of_dsair(&d);
		double safer = m.reward - m.punishment +
		    (risk ? m.sucker - m.temptation : 0);
		*(safer > 0 ? &high : &low) = d.disaster;
	}
	return low;
}

/* Society prefers safety where R > P; it is risk-dominant where R + S >
 * T + P: .3377 and .7751 at s 1.5, .5000 and .8315 at s 2. */
START_TEST(dsair_has_the_thresholds_of_the_paper)
{
	ck_assert_double_eq_tol(threshold(1.5, false), .3377, 5e-5);
	ck_assert_double_eq_tol(threshold(1.5, true), .7751, 5e-5);
	ck_assert_double_eq_tol(threshold(2, false), .5, 5e-5);
	ck_assert_double_eq_tol(threshold(2, true), .8315, 5e-5);
}
END_TEST

/* The sum over the others written out, for weights 1, 1.5, 2, ... */
static double
by_hand(uint64_t racers, size_t n, size_t i)
{
	static const double matrix[2][2] = { { 3, 0 }, { 5, 1 } };
	double sum = 0, weights = 0;
	for (size_t j = 0; j < n; j++) {
		if (j == i)
			continue;
		double weight = 1 + .5 * (double)j;
		sum += weight * matrix[racers >> i & 1][racers >> j & 1];
		weights += weight;
	}
	return sum / weights;
}

/* Up to 12 agents are tables; the pairs give the same, and beyond too. */
START_TEST(tables_and_pairs_agree_for_any_profile)
{
	struct dt_random random;
	dt_random_stream(&random, 5, 0, 0, 0);
	b.n = (size_t)_i;
	for (size_t j = 0; j < b.n; j++)
		b.agents[j].weight = 1 + .5 * (double)j;
	b.payoffs = "payoffs: w\nweighted: yes\nmatrix: {reward: 3, "
	    "sucker: 0, temptation: 5, punishment: 1}\n";
	build_must(&b, build_payoff(&b, &payoff));
	ck_assert((payoff.table != NULL) == (b.n <= 12));
	struct dt_payoff pairs = payoff;
	bool same = true;
	double most = 0;
	pairs.table = NULL;
	for (int k = 0; k < 2000; k++) {
		uint64_t racers = dt_random_word(&random) & dt_move_all(b.n);
		double room[DT_AGENTS_MOST];
		const double *two = dt_payoff_of(&pairs, racers, room);
		for (size_t i = 0; i < b.n; i++) {
			same = same && pay(racers, i) == two[i];
			most = fmax(most, fabs(two[i] -
			    by_hand(racers, b.n, i)));
		}
	}
	ck_assert(same);
	ck_assert_double_le(most, 1e-12);
}
END_TEST

static const struct {
	size_t n;
	const char *text;
	size_t line, column;
	const char *message;
} wrong[] = {
	{ 2, "payoffs: x\n", 1, 1, "there is no matrix" },
	{ 2, "payoffs: x\nform: matrix\n", 2, 1, "there is no matrix" },
	{ 2, "payoffs: x\nform: table\npause: [1, 2]\nrace: [1]\n", 4, 1,
	  "'race' has 1 number, but 2 agents play" },
	{ 2, "payoffs: x\nform: table\npause: [1, 2, 3]\nrace: [1, 2]\n",
	  3, 1, "'pause' has 3 numbers" },
	{ 13, "payoffs: x\nform: table\npause: [1]\nrace: [1]\n", 2, 1,
	  "at most 12 agents, here are 13" },
	{ 2, "payoffs: x\nform: normal\n", 2, 1, "there is no game" },
	{ 3, "payoffs: x\nform: normal\nnfg: 'NFG 1 R \"t\" {\"a\" \"b\"} "
	  "{2 2} 1 1 1 1 1 1 1 1'\n", 3, 1, "2 players, but 3 agents play" },
	{ 2, "payoffs: x\nform: normal\nnfg: 'NFG 1 R \"t\" {\"a\" \"b\"} "
	  "{2 1} 1 1 1 1'\n", 3, 1, "player 2 of the game has 1 strategy, not 2" },
	{ 2, "payoffs: x\nform: normal\nnfg: 'NFG 1 R \"t\" {\"a\" \"b\"} "
	  "{2 2} 1 1 x'\n", 1, 33, "expected a finite number, not 'x'" },
};
enum { WRONG = sizeof(wrong) / sizeof(wrong[0]) };

/* A fault within a game has its place in the game's own text. */
START_TEST(what_does_not_fit_is_a_fault)
{
	b.n = wrong[_i].n;
	b.payoffs = wrong[_i].text;
	ck_assert_int_eq(build_payoff(&b, &payoff), DT_EINPUT);
	ck_assert_uint_eq(b.faults.total, 1);
	const struct dt_fault *fault = &b.faults.list[0];
	ck_assert_msg(strstr(fault->message, wrong[_i].message) != NULL,
	    "%s", fault->message);
	ck_assert_uint_eq(fault->at.line, wrong[_i].line);
	ck_assert_uint_eq(fault->at.column, wrong[_i].column);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("payoff");
	TCase *t = tcase_create("payoff");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, two_agents_play_the_matrix);
	tcase_add_test(t, many_agents_get_the_mean_of_their_pairs);
	tcase_add_test(t, weights_weigh_the_others);
	tcase_add_test(t, agents_of_a_kind_meet_only_each_other);
	tcase_add_test(t, a_role_has_its_own_matrix);
	tcase_add_test(t, a_table_counts_the_other_racers);
	tcase_add_test(t, a_normal_form_game_is_read_by_sets_of_racers);
	tcase_add_test(t, dsair_has_the_matrix_of_the_paper);
	tcase_add_test(t, dsair_has_the_thresholds_of_the_paper);
	tcase_add_loop_test(t, tables_and_pairs_agree_for_any_profile, 2, 20);
	tcase_add_loop_test(t, what_does_not_fit_is_a_fault, 0, WRONG);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
