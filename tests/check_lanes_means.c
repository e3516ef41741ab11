/* check_lanes_means: lanes' own words give the means that they must. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "lanes/lanes.h"
#include "lanes_shipped.h"

static struct shipped shipped;

static void
set_up(void)
{
	shipped_open(&shipped);
}

static void
tear_down(void)
{
	shipped_close(&shipped);
}

/* Of runs: their number, and sums of a value and of its square. */
struct sample {
	double n, sum, squares;
};

static void
add(struct sample *s, double x)
{
	s->n++;
	s->sum += x;
	s->squares += x * x;
}

static double
mean(const struct sample *s)
{
	return s->sum / s->n;
}

/* Of the difference of two means. If both are of one distribution, as is
 * claimed, so is its variance, of all runs together: what is rare may not come
 * at all in the smaller sample, whose own variance would then be 0. */
static double
error_of(const struct sample *a, const struct sample *b)
{
	double n = a->n + b->n, m = (a->sum + b->sum) / n;
	double v = (a->squares + b->squares) / n - m * m;
	return sqrt((v > 0 ? v : 0) * n / (n - 1) * (1 / a->n + 1 / b->n));
}

/* What is compared: of each agent payoff, pauses, fines, findings; of the run
 * the treaty's rounds and breaches. */
enum { OF_AGENT = 5, OF_RUN = 5, VALUES = OF_RUN + 8 * OF_AGENT };

static void
add_tally(struct sample *s, const struct dt_tally *t)
{
	add(&s[0], (double)t->in_force);
	add(&s[1], (double)t->suspended);
	add(&s[2], (double)t->ended);
	add(&s[3], (double)t->first_breach);
	add(&s[4], (double)t->all_paused);
	for (size_t i = 0; i < t->n; i++) {
		const struct dt_tally_agent *a = &t->agent[i];
		add(&s[OF_RUN + OF_AGENT * i], a->payoff);
		add(&s[OF_RUN + OF_AGENT * i + 1], (double)a->paused);
		add(&s[OF_RUN + OF_AGENT * i + 2], a->fines + a->transfers);
		add(&s[OF_RUN + OF_AGENT * i + 3],
		    (double)(a->alarms_right + 2 * a->alarms_wrong));
		add(&s[OF_RUN + OF_AGENT * i + 4], (double)a->bound);
	}
}

static void
play_lanes(const struct dt_model *m, uint64_t blocks, struct sample *s)
{
	struct dt_lanes_program *program;
	struct dt_tally tally;
	ck_assert_int_eq(dt_lanes_compile(&program, m, DT_LANES_TALLIES,
	    NULL), DT_OK);
	struct dt_lanes *lanes = dt_lanes_new(program);
	for (uint64_t b = 0; b < blocks; b++) {
		dt_lanes_play(lanes, b);
		for (size_t k = 0; k < DT_LANES; k++) {
			dt_lanes_tally(lanes, k, &tally);
			add_tally(s, &tally);
		}
	}
	dt_lanes_free(lanes);
	dt_lanes_release(program);
}

static void
play_reference(const struct dt_model *m, uint64_t runs, struct sample *s)
{
	struct dt_world *world = dt_world_new(m);
	struct dt_tally tally;
	const struct dt_round *round;
	for (uint64_t run = 1; run <= runs; run++) {
		dt_tally_reset(&tally, m->n);
		dt_world_begin(world, run);
		while ((round = dt_world_step(world)) != NULL)
			dt_tally_add(&tally, round);
		dt_tally_close(&tally, world);
		add_tally(s, &tally);
	}
	dt_world_free(world);
}

static void
compare(const struct dt_model *m, const char *scenario, const char *treaty)
{
	struct sample lanes[VALUES], reference[VALUES];
	memset(lanes, 0, sizeof(lanes));
	memset(reference, 0, sizeof(reference));
	play_lanes(m, 8, lanes);
	play_reference(m, 600, reference);
	for (size_t k = 0; k < OF_RUN + OF_AGENT * m->n; k++) {
		double error = error_of(&lanes[k], &reference[k]);
		double difference = mean(&lanes[k]) - mean(&reference[k]);
		double most = 4 * error + 1e-9 * fabs(mean(&lanes[k]));
		ck_assert_msg(fabs(difference) <= most, "%s under %s, value "
		    "%d: %g, not %g; error %g", scenario, treaty, (int)k,
		    mean(&lanes[k]), mean(&reference[k]), error);
	}
}

/* Some 1500 means; one beyond 4 errors would have a chance of .09, but the
 * seeds stand. */
START_TEST(means_are_those_of_the_reference)
{
	for (size_t i = 0; i < shipped.n_scenarios; i++)
		for (size_t k = 0; k < shipped.n_treaties; k++) {
			struct dt_model m = shipped_model(&shipped,
			    shipped.scenarios[i].name,
			    shipped.treaties[k].name, NULL);
			if (m.n > 0 && m.n <= 8)
				compare(&m, shipped.scenarios[i].name,
				    shipped.treaties[k].name);
		}
}
END_TEST

static void
expect_payoff(const char *const *sets, double expected, double pauses)
{
	struct dt_model m = shipped_model(&shipped, "duel", NULL, sets);
	struct sample s[VALUES] = { { 0 } };
	play_lanes(&m, 2, s);
	double rounds = (double)m.rounds;
	double m1 = mean(&s[OF_RUN]), spread = s[OF_RUN].squares /
	    s[OF_RUN].n - m1 * m1;
	double error = sqrt((spread > 0 ? spread : 0) / (s[OF_RUN].n - 1)) /
	    rounds;
	ck_assert_msg(fabs(mean(&s[OF_RUN]) / rounds - expected) <=
	    4 * error + 1e-4, "payoff %g, not %g", mean(&s[OF_RUN]) / rounds,
	    expected);
	if (pauses >= 0)
		ck_assert_double_eq_tol(mean(&s[OF_RUN + 1]) / rounds,
		    pauses, 1e-3);
}

#define DUEL(name, one, two, slip) \
	static const char *const name[] = { "agents.one.strategy=" one, \
	    "agents.two.strategy=" two, "noise.slip=" slip, "rounds=200000", \
	    NULL }

/* From the stationary distribution of the joint chain (Nowak and Sigmund
 * 1993; literature.md): win stay, lose shift earns 2.7765 and pauses .8645
 * with slips .05, 2.951092 with .01; tit for tat 2.25 with any; against a
 * coin an extortioner earns 2.4706 without slips. The start fades. */
START_TEST(memory_one_strategies_earn_what_the_chain_says)
{
	DUEL(shift, "win-stay-lose-shift", "win-stay-lose-shift", "0.05");
	DUEL(little, "win-stay-lose-shift", "win-stay-lose-shift", "0.01");
	DUEL(tit, "tit-for-tat", "tit-for-tat", "0.05");
	DUEL(extort, "extortioner", "random", "0");
	expect_payoff(shift, 2.7765, .8645);
	expect_payoff(little, 2.951092, .970596);
	expect_payoff(tit, 2.25, .5);
	expect_payoff(extort, 2.470588, -1);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lanes_means");
	TCase *tests = tcase_create("means");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 600);
	tcase_add_test(tests, means_are_those_of_the_reference);
	tcase_add_test(tests, memory_one_strategies_earn_what_the_chain_says);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
