/* check_lanes_parts: coins, paths, modes, refusals and memory of lanes. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "lanes/lanes.h"
#include "lanes_random.h"

static struct dt_lanes *
ready(const struct dt_model *m, enum dt_lanes_mode mode,
    struct dt_lanes_program **program)
{
	struct dt_error err = { 0 };
	enum dt_status status = dt_lanes_compile(program, m, mode, &err);
	ck_assert_msg(status == DT_OK, "%s", err.message);
	struct dt_lanes *lanes = dt_lanes_new(*program);
	ck_assert_ptr_nonnull(lanes);
	return lanes;
}

/* Slips of 64 agents with one chance, lane by lane: their mean, and how often
 * neighbours and the lanes of one plane slip together. */
static void
toss(double chance)
{
	struct build b = { .n = 1, .slip = chance, .rounds = 40000,
	    .seed = 3 };
	struct dt_lanes_program *program;
	struct dt_tally t;
	double sum = 0, squares = 0, before = 0, together = 0;
	build_model(&b);
	struct dt_lanes *lanes = ready(&b.model, DT_LANES_TALLIES, &program);
	double mean = chance * (double)b.rounds;
	double variance = mean * (1 - chance);
	dt_lanes_play(lanes, 0);
	for (size_t k = 0; k < DT_LANES; k++) {
		dt_lanes_tally(lanes, k, &t);
		double off = ((double)t.agent[0].slips - mean) /
		    sqrt(variance);
		sum += off;
		squares += off * off;
		together += off * before;
		before = off;
	}
	/* Of standard normals: sums with variance 512, squares 1024. */
	ck_assert_msg(fabs(sum) < 4 * sqrt(512), "%g: %g", chance, sum);
	ck_assert_msg(fabs(squares - 512) < 4 * sqrt(1024), "%g: %g", chance,
	    squares);
	ck_assert_msg(fabs(together) < 4 * sqrt(511), "%g: %g", chance,
	    together);
	dt_lanes_free(lanes);
	dt_lanes_release(program);
	build_free(&b);
}

START_TEST(coins_come_up_as_often_as_they_should)
{
	static const double chances[] = {
		.5, .05, 1.0 / 3, .999, .01, .75, .3
	};
	for (size_t i = 0; i < sizeof(chances) / sizeof(chances[0]); i++)
		toss(chances[i]);
}
END_TEST

static void
same_tallies(struct dt_lanes *a, struct dt_lanes *b, uint64_t number)
{
	struct dt_tally x, y;
	for (size_t k = 0; k < DT_LANES; k++) {
		dt_lanes_tally(a, k, &x);
		dt_lanes_tally(b, k, &y);
		size_t size = offsetof(struct dt_tally, agent) +
		    x.n * sizeof(x.agent[0]);
		if (memcmp(&x, &y, size) != 0)
			ck_abort_msg("scenario %d, lane %d", (int)number,
			    (int)k);
	}
}

/* To the last bit of every payoff; and in pieces as in one. */
START_TEST(the_processor_makes_no_difference)
{
	for (uint64_t number = 1; number <= 60; number++) {
		struct lanes_random r;
		struct dt_lanes_program *program;
		lanes_random_make(&r, number, 6);
		struct dt_lanes *plain = ready(&r.build.model,
		    DT_LANES_TALLIES, &program);
		struct dt_lanes *other = dt_lanes_new(program);
		dt_lanes_use(plain, DT_LANES_PLAIN);
		dt_lanes_play(plain, 2);
		for (int path = 1; path < DT_LANES_PATHS; path++) {
			dt_lanes_use(other, (enum dt_lanes_path)path);
			dt_lanes_play(other, 7);
			dt_lanes_begin(other, 2);
			while (dt_lanes_step(other, 3))
				if (number % 2)
					dt_lanes_tally(other, 0,
					    &(struct dt_tally){ 0 });
			same_tallies(plain, other, number);
		}
		dt_lanes_free(plain);
		dt_lanes_free(other);
		dt_lanes_release(program);
		lanes_random_free(&r);
	}
}
END_TEST

static void
near(double a, double b, uint64_t number)
{
	if (fabs(a - b) > 1e-9 * (fabs(a) + fabs(b) + 1))
		ck_abort_msg("scenario %d: %.17g, not %.17g", (int)number, a,
		    b);
}

static void
near_moments(const struct dt_lanes_moments *a,
    const struct dt_lanes_moments *b, uint64_t number)
{
	near(a->sum, b->sum, number);
	near(a->squares, b->squares, number);
	near(a->products, b->products, number);
}

static void
note(struct dt_lanes_moments *m, double x, const struct dt_tally *t)
{
	m->sum += x;
	m->squares += x * x;
	m->products += x * (double)t->rounds;
}

/* The sums of the first lanes, from their tallies. */
static struct dt_lanes_sums
sum_up(struct dt_lanes *lanes, size_t runs)
{
	struct dt_lanes_sums s = { .runs = (int64_t)runs };
	struct dt_tally t;
	for (size_t k = 0; k < runs; k++) {
		dt_lanes_tally(lanes, k, &t);
		s.entered += t.entered > 0;
		s.ended += t.ended > 0;
		s.breached += t.first_breach > 0;
		note(&s.rounds, (double)t.rounds, &t);
		note(&s.all_paused, (double)t.all_paused, &t);
		note(&s.in_force, (double)t.in_force, &t);
		note(&s.suspended, (double)t.suspended, &t);
		for (size_t i = 0; i < t.n; i++) {
			note(&s.agent[i].paused, (double)t.agent[i].paused,
			    &t);
			note(&s.agent[i].payoff, t.agent[i].payoff, &t);
		}
	}
	return s;
}

static void
compare_sums(const struct dt_lanes_sums *a, const struct dt_lanes_sums *b,
    size_t n, uint64_t number)
{
	ck_assert_int_eq(a->runs, b->runs);
	ck_assert_int_eq(a->entered, b->entered);
	ck_assert_int_eq(a->ended, b->ended);
	ck_assert_int_eq(a->breached, b->breached);
	near_moments(&a->rounds, &b->rounds, number);
	near_moments(&a->all_paused, &b->all_paused, number);
	near_moments(&a->in_force, &b->in_force, number);
	near_moments(&a->suspended, &b->suspended, number);
	for (size_t i = 0; i < n; i++) {
		near_moments(&a->agent[i].paused, &b->agent[i].paused,
		    number);
		near_moments(&a->agent[i].payoff, &b->agent[i].payoff,
		    number);
	}
}

/* What is counted does not change what is played. */
START_TEST(sums_are_the_sums_of_tallies)
{
	for (uint64_t number = 1; number <= 60; number++) {
		struct lanes_random r;
		struct dt_lanes_program *program[2];
		lanes_random_make(&r, number, 6);
		struct dt_lanes *sums = ready(&r.build.model, DT_LANES_SUMS,
		    &program[0]);
		struct dt_lanes *rounds = ready(&r.build.model,
		    DT_LANES_ROUNDS, &program[1]);
		struct dt_lanes_sums told = { .runs = 0 };
		dt_lanes_play(sums, 1);
		dt_lanes_play(rounds, 1);
		dt_lanes_add(sums, 300, &told);
		struct dt_lanes_sums expected = sum_up(rounds, 300);
		compare_sums(&told, &expected, r.build.n, number);
		dt_lanes_free(sums);
		dt_lanes_free(rounds);
		dt_lanes_release(program[0]);
		dt_lanes_release(program[1]);
		lanes_random_free(&r);
	}
}
END_TEST

static void
refuses(const struct dt_model *m, const char *why)
{
	struct dt_error err = { 0 };
	struct dt_lanes_program *program;
	ck_assert_int_eq(dt_lanes_supports(m, &err), DT_EUSAGE);
	ck_assert_msg(strstr(err.message, why) != NULL, "%s", err.message);
	ck_assert_int_eq(dt_lanes_compile(&program, m, DT_LANES_SUMS, NULL),
	    DT_EUSAGE);
	ck_assert_ptr_null(program);
}

START_TEST(what_cannot_be_played_is_named)
{
	struct build endless = { .n = 1 };
	struct build weights = { .n = 40, .rounds = 10, .treaty =
	    "treaty: t\nentry: {weight: 0.5}\nduration: {lapses: yes}\n" };
	static char names[40][8];
	for (size_t i = 0; i < 40; i++) {
		snprintf(names[i], sizeof(names[i]), "n%zu", i);
		weights.agents[i].name = names[i];
		weights.agents[i].weight = sqrt((double)i + 2);
	}
	build_model(&endless);
	build_model(&weights);
	refuses(&endless.model, "never ends");
	refuses(&weights.model, "entry.weight");
	endless.model.rounds = (int64_t)1 << 40;
	refuses(&endless.model, "rounds");
	build_free(&endless);
	build_free(&weights);
}
END_TEST

/* Whichever allocation fails, it is told and nothing is left behind. */
START_TEST(memory_may_run_out)
{
	struct lanes_random r;
	lanes_random_make(&r, 17, 6);
	for (long after = 0;; after++) {
		struct dt_lanes_program *program;
		struct dt_lanes *lanes = NULL;
		dt_memory_fail_after(after);
		enum dt_status status = dt_lanes_compile(&program,
		    &r.build.model, DT_LANES_ROUNDS, NULL);
		if (status == DT_OK)
			lanes = dt_lanes_new(program);
		dt_memory_fail_after(-1);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
		dt_lanes_free(lanes);
		if (status == DT_OK)
			dt_lanes_release(program);
		if (lanes != NULL)
			break;
		ck_assert_int_lt(after, 1000);
	}
	lanes_random_free(&r);
}
END_TEST

/* 64 agents, each with its own signal of every other. */
START_TEST(the_most_agents_can_play)
{
	struct dt_monitor_rates private = { .2, .01 };
	static char names[64][8];
	struct build b = { .n = 64, .rounds = 3, .slip = .1,
	    .private = &private, .treaty = "treaty: t\n"
	    "response: {ladder: [{fine: 1, suspend: 2}]}\n" };
	for (size_t i = 0; i < 64; i++) {
		snprintf(names[i], sizeof(names[i]), "n%zu", i);
		b.agents[i].name = names[i];
		b.agents[i].strategy = BUILD_WIN_STAY;
	}
	struct dt_lanes_program *program;
	struct dt_tally t;
	build_model(&b);
	struct dt_lanes *lanes = ready(&b.model, DT_LANES_TALLIES, &program);
	dt_lanes_play(lanes, 0);
	dt_lanes_tally(lanes, 511, &t);
	ck_assert_int_eq(t.rounds, 3);
	ck_assert_int_eq(t.in_force + t.suspended, 3);
	dt_lanes_free(lanes);
	dt_lanes_release(program);
	build_free(&b);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lanes_parts");
	TCase *tests = tcase_create("parts");
	tcase_set_timeout(tests, 600);
	tcase_add_test(tests, coins_come_up_as_often_as_they_should);
	tcase_add_test(tests, the_processor_makes_no_difference);
	tcase_add_test(tests, sums_are_the_sums_of_tallies);
	tcase_add_test(tests, what_cannot_be_played_is_named);
	tcase_add_test(tests, memory_may_run_out);
	tcase_add_test(tests, the_most_agents_can_play);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
