/* check_engine_noise: randomness: its streams, frequencies, independence.
 * A count of n coins of chance c is allowed 4 standard errors. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "build.h"

enum { ROUNDS = 50000, SEEDS = 5 };

static struct build b;
static struct dt_world *world;

static void
start(void)
{
	b = (struct build){ .n = 3, .rounds = ROUNDS };
}

static void
finish(void)
{
	dt_world_free(world);
	world = NULL;
	build_free(&b);
}

static void
begin(uint64_t seed, uint64_t run)
{
	b.seed = seed;
	build_model(&b);
	world = dt_world_new(&b.model);
	dt_world_begin(world, run);
}

static void
expect_share(double count, double n, double chance)
{
	ck_assert_double_eq_tol(count / n, chance,
	    4 * sqrt(chance * (1 - chance) / n) + 1e-15);
}

#define COIN(chance) BUILD_ONE_STATE("coin", "{race: " chance "}")

#define NOISY "treaty: t\nmonitoring: {miss: 0.2, false_alarm: 0.1, " \
	"accusers: 2, channels: {e: {miss: 0.3, false_alarm: 0.05, " \
	"visibility: private}}}\nresponse: {ladder: [{suspend: 2, " \
	"chance: 0.5}], forgive_chance: 0.3}\n"

static void
expect_same_run(struct dt_world *one, struct dt_world *two)
{
	const struct dt_round *r, *s;
	do {
		r = dt_world_step(one);
		s = dt_world_step(two);
		ck_assert((r == NULL) == (s == NULL));
		if (r == NULL)
			return;
		ck_assert(r->number == s->number && r->phase == s->phase &&
		    r->parties == s->parties && r->bound == s->bound &&
		    r->intended == s->intended && r->slipped == s->slipped &&
		    r->executed == s->executed && r->alarms == s->alarms &&
		    r->findings == s->findings);
		for (size_t i = 0; i < b.n; i++)
			ck_assert(r->seen[i] == s->seen[i] &&
			    r->payoff[i] == s->payoff[i]);
	} while (r != NULL);
}

/* Run 7 alone, after run 3, and in a world that stopped in the middle of one
 * is the same; run 8 is another. */
START_TEST(a_run_depends_on_its_number_alone)
{
	b.rounds = 0;
	b.continuation = .99;
	b.slip = .1;
	b.treaty = NOISY;
	b.agents[0].strategy = COIN("0.3");
	begin(1, 7);
	struct dt_world *other = dt_world_new(&b.model);
	dt_world_begin(other, 3);
	while (dt_world_step(other) != NULL)
		continue;
	dt_world_begin(other, 7);
	expect_same_run(world, other);
	dt_world_begin(other, 3);
	dt_world_step(other);
	dt_world_begin(world, 7);
	dt_world_begin(other, 7);
	expect_same_run(world, other);
	int64_t length = world->round.number;
	double payoff = world->round.payoff[0];
	dt_world_begin(other, 8);
	while (dt_world_step(other) != NULL)
		continue;
	ck_assert(other->round.number != length ||
	    other->round.payoff[0] != payoff);
	dt_world_free(other);
}
END_TEST

/* Mixed moves come from their own stream: whatever noise is switched on, an
 * agent that looks at nothing intends the same. */
START_TEST(noises_do_not_disturb_each_other)
{
	static const struct dt_monitor_rates rates = { .3, .2 };
	uint64_t intended[2][200];
	for (int noisy = 0; noisy < 2; noisy++) {
		for (int i = 0; i < 3; i++)
			b.agents[i].strategy = COIN("0.3");
		b.slip = noisy ? .2 : 0;
		b.public = b.private = noisy ? &rates : NULL;
		b.treaty = noisy ? NOISY : NULL;
		begin(5, 1);
		for (int i = 0; i < 200; i++)
			intended[noisy][i] = dt_world_step(world)->intended;
		dt_world_free(world);
		world = NULL;
	}
	ck_assert_mem_eq(intended[0], intended[1], sizeof(intended[0]));
}
END_TEST

/* Public signals come from another stream than private ones. */
START_TEST(private_signals_leave_public_ones_alone)
{
	static const struct dt_monitor_rates rates = { .3, .2 };
	uint64_t alarms[2][200];
	for (int noisy = 0; noisy < 2; noisy++) {
		b.public = &rates;
		b.private = noisy ? &rates : NULL;
		begin(5, 1);
		for (int i = 0; i < 200; i++)
			alarms[noisy][i] = dt_world_step(world)->alarms;
		dt_world_free(world);
		world = NULL;
	}
	ck_assert_mem_eq(alarms[0], alarms[1], sizeof(alarms[0]));
}
END_TEST

/* Three agents that mean to pause: 3 coins a round. */
START_TEST(slips_have_their_chance)
{
	double slips = 0, mixed = 0;
	b.slip = .07;
	b.agents[2].strategy = COIN("0.3");
	begin((uint64_t)_i, 1);
	for (int i = 0; i < ROUNDS; i++) {
		const struct dt_round *r = dt_world_step(world);
		slips += (double)dt_move_count(r->slipped);
		mixed += dt_move_has(r->executed, 2);
	}
	expect_share(slips, 3 * ROUNDS, .07);
	expect_share(mixed, ROUNDS, .3 * .93 + .7 * .07);
}
END_TEST

/* Of a lab's races in rounds in which its host pauses .6 are stopped, in the
 * others none: the host races with .25. */
START_TEST(enforcement_has_its_chance)
{
	double stopped = 0, policed = 0;
	bool right = true;
	b.agents[0] = (struct build_agent){ .nation = true,
	    .enforcement = .6, .strategy = COIN("0.25") };
	b.agents[1] = (struct build_agent){ .host = 1,
	    .strategy = BUILD_RACE };
	begin((uint64_t)_i, 1);
	for (int i = 0; i < ROUNDS; i++) {
		const struct dt_round *r = dt_world_step(world);
		bool polices = !dt_move_has(r->executed, 0);
		policed += polices;
		stopped += dt_move_has(r->stopped, 1);
		right = right && (polices || r->stopped == 0);
	}
	ck_assert(right);
	expect_share(stopped, policed, .6);
	expect_share(policed, ROUNDS, .75);
}
END_TEST

/* Agent 0 races and agent 1 pauses. A public signal is the same for both
 * observers; given it is silent, private ones err independently: both see the
 * racer with .7 squared. Seen: 1 - .2 * .3 and 1 - .9 * .95. */
static void
count_signals(void)
{
	double sums[7] = { 0 };
	bool right = true;
	for (int i = 0; i < ROUNDS; i++) {
		const struct dt_round *r = dt_world_step(world);
		bool alarm = dt_move_has(r->alarms, 0);
		bool one = dt_move_has(r->seen[1], 0);
		bool two = dt_move_has(r->seen[2], 0);
		right = right && (!alarm || (one && two)) &&
		    !dt_move_has(r->seen[0], 0);
		sums[0] += alarm;
		sums[1] += dt_move_has(r->alarms, 1);
		sums[2] += one;
		sums[3] += dt_move_has(r->seen[2], 1);
		sums[4] += !alarm;
		sums[5] += !alarm && one;
		sums[6] += !alarm && one && two;
	}
	ck_assert(right);
	expect_share(sums[0], ROUNDS, .8);
	expect_share(sums[1], ROUNDS, .1);
	expect_share(sums[2], ROUNDS, 1 - .2 * .3);
	expect_share(sums[3], ROUNDS, 1 - .9 * .95);
	expect_share(sums[5], sums[4], .7);
	expect_share(sums[6], sums[4], .49);
}

START_TEST(signals_have_their_chances_without_a_treaty)
{
	static const struct dt_monitor_rates public = { .2, .1 };
	static const struct dt_monitor_rates private = { .3, .05 };
	b.agents[0].strategy = BUILD_RACE;
	b.public = &public;
	b.private = &private;
	begin((uint64_t)_i, 1);
	count_signals();
}
END_TEST

START_TEST(signals_have_their_chances_under_a_treaty)
{
	b.agents[0].strategy = BUILD_RACE;
	b.treaty = "treaty: t\nmonitoring: {miss: 0.2, false_alarm: 0.1, "
	    "channels: {e: {miss: 0.3, false_alarm: 0.05, "
	    "visibility: private}}}\n";
	begin((uint64_t)_i, 1);
	count_signals();
}
END_TEST

/* Without private noise all observers see one thing. */
START_TEST(public_signals_are_identical)
{
	static const struct dt_monitor_rates public = { .4, .3 };
	b.public = &public;
	b.agents[0].strategy = COIN("0.5");
	begin(1, 1);
	for (int i = 0; i < 1000; i++) {
		const struct dt_round *r = dt_world_step(world);
		for (size_t j = 0; j < 3; j++)
			ck_assert_uint_eq(r->seen[j],
			    r->alarms & ~dt_move_bit(j));
	}
}
END_TEST

/* Lengths are geometric: mean 1/(1-c), deviation sqrt(c)/(1-c); a horizon of
 * 3 cuts them: 1 + c + c^2. */
START_TEST(runs_have_their_lengths)
{
	enum { RUNS = 20000 };
	double sum = 0, cut = 0, c = .9;
	b.continuation = c;
	b.rounds = 0;
	begin((uint64_t)_i, 1);
	for (uint64_t run = 1; run <= RUNS; run++) {
		dt_world_begin(world, run);
		while (dt_world_step(world) != NULL)
			continue;
		double length = (double)world->round.number;
		sum += length;
		cut += fmin(length, 3);
	}
	ck_assert_double_eq_tol(sum / RUNS, 10,
	    4 * sqrt(c) / (1 - c) / sqrt(RUNS));
	ck_assert_double_eq_tol(cut / RUNS, 1 + c + c * c, 4 / sqrt(RUNS));
	b.model.rounds = 3;
	double limited = 0;
	for (uint64_t run = 1; run <= RUNS; run++) {
		dt_world_begin(world, run);
		while (dt_world_step(world) != NULL)
			continue;
		limited += (double)world->round.number;
	}
	ck_assert_double_eq(limited, cut);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("noise");
	TCase *t = tcase_create("noise");
	tcase_add_checked_fixture(t, start, finish);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_run_depends_on_its_number_alone);
	tcase_add_test(t, noises_do_not_disturb_each_other);
	tcase_add_test(t, private_signals_leave_public_ones_alone);
	tcase_add_loop_test(t, slips_have_their_chance, 0, SEEDS);
	tcase_add_loop_test(t, enforcement_has_its_chance, 0, SEEDS);
	tcase_add_loop_test(t, signals_have_their_chances_without_a_treaty,
	    0, SEEDS);
	tcase_add_loop_test(t, signals_have_their_chances_under_a_treaty, 0,
	    SEEDS);
	tcase_add_test(t, public_signals_are_identical);
	tcase_add_loop_test(t, runs_have_their_lengths, 0, SEEDS);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
