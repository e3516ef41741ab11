/*
 * check_coverage: intervals of means of a round cover what they say, on runs of
 * random length.
 *
 * Two games whose mean is known. noisy-pair under grim: a round in force stays
 * in force with chance .9, a run goes on with .7, and paused rounds pay 2: the
 * mean is 2 (1 - .7) / (1 - .7 * .9) = .6 / .37. It is a hard case: half of the
 * runs that are longer than 6 rounds, which weigh most, hold a break of all
 * payoff. And a pair that slips: each moves as it wants but with chance .2, so
 * that it pauses .8 of rounds, whatever their number.
 *
 * 2,000 samples of 10, 30, 100 and 300 runs, each with seed and runs of its
 * own. At 300 runs 93 to 97 in 100 intervals must hold the mean; the others are
 * printed. No interval at all is told where runs are worth fewer than 30 of one
 * length, which 10 and 30 of these are.
 */
#include "lab_case.h"
#include "play/summary.h"

#include <math.h>
#include <stdio.h>

enum { SAMPLES = 2000 };

struct sample {
	struct dt_world *world;
	struct dt_tally tally;
	uint64_t run;
};

static void
add_run(struct sample *s, struct dt_summary *to)
{
	const struct dt_round *round;
	size_t n = s->tally.n;
	dt_tally_reset(&s->tally, n);
	dt_world_begin(s->world, ++s->run);
	while ((round = dt_world_step(s->world)) != NULL)
		dt_tally_add(&s->tally, round);
	dt_tally_close(&s->tally, s->world);
	dt_summary_add(to, &s->tally);
}

struct cover {
	int told, held;         /* samples with an interval; that held it */
	int linear;             /* within 1.96 standard errors, told or not */
};

static struct cover
cover(struct sample *s, int runs, bool paused, double mean)
{
	struct cover c = { 0 };
	for (int k = 0; k < SAMPLES; k++) {
		static struct dt_summary summary;
		summary = (struct dt_summary){ .n = s->tally.n };
		for (int r = 0; r < runs; r++)
			add_run(s, &summary);
		const struct dt_summary_ratio *of = paused ?
		    &summary.paused : &summary.payoff;
		double off = fabs(dt_summary_mean(of) - mean);
		double half = dt_summary_half_width(of);
		c.linear += off <= 1.96 * dt_summary_error(of);
		c.told += !isnan(half);
		c.held += off <= half;
	}
	return c;
}

static void
covers(const struct dt_experiment *e, bool paused, double mean)
{
	static const int runs[] = { 10, 30, 100, 300 };
	struct sample s = { .world = dt_world_new(&e->model),
	    .tally = { .n = e->model.n } };
	ck_assert_ptr_nonnull(s.world);
	for (int i = 0; i < 4; i++) {
		struct cover c = cover(&s, runs[i], paused, mean);
		printf("%s, %3d runs: told in %d of %d, of which %.1f%% hold "
		    "the mean; 1.96 errors: %.1f%%\n", e->scenario->name,
		    runs[i], c.told, SAMPLES,
		    c.told ? 100.0 * c.held / c.told : NAN,
		    100.0 * c.linear / SAMPLES);
		if (runs[i] <= 30)
			ck_assert_int_eq(c.told, 0);
		if (runs[i] == 300) {
			ck_assert_int_eq(c.told, SAMPLES);
			ck_assert_int_ge(c.held, SAMPLES * 93 / 100);
			ck_assert_int_le(c.held, SAMPLES * 97 / 100);
		}
	}
	dt_world_free(s.world);
}

START_TEST(a_pause_that_breaks_for_good)
{
	const char *const sets[] = { "treaty=grim", NULL };
	struct dt_experiment e = make("noisy-pair", sets, 1);
	covers(&e, false, .6 / .37);
}
END_TEST

START_TEST(slips_apart)
{
	const char *const sets[] = { "agents.one.strategy=always-pause",
		"agents.two.strategy=always-pause", "noise.slip=0.2",
		"continuation=0.9", NULL };
	struct dt_experiment e = make("duel", sets, 2);
	covers(&e, true, .8);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("coverage");
	TCase *c = tcase_create("coverage");
	tcase_set_timeout(c, 300);
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, a_pause_that_breaks_for_good);
	tcase_add_test(c, slips_apart);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
