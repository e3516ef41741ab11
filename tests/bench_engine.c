/*
 * bench_engine: agent-rounds per second and core of the reference engine,
 * beside the floor of this machine, measured in the same run: drawing as many
 * random words as the scenario draws. Medians of five.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "build.h"

enum { TIMES = 5, ROUNDS = 400000 };

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
median(double *values)
{
	qsort(values, TIMES, sizeof(*values), by_size);
	return values[TIMES / 2];
}

static double
time_of_play(struct dt_world *world, uint64_t run, double *payoff)
{
	const struct dt_round *r;
	double start = seconds();
	dt_world_begin(world, run);
	while ((r = dt_world_step(world)) != NULL)
		*payoff += r->payoff[0];
	return seconds() - start;
}

static double
time_of_words(uint64_t words, uint64_t *sum)
{
	struct dt_random random;
	double start = seconds();
	dt_random_stream(&random, 1, 2, 3, 4);
	for (uint64_t i = 0; i < words; i++)
		*sum += dt_random_word(&random);
	return seconds() - start;
}

/* The words that a run draws: each stream is walked until it arrives at the
 * state in which the run left it. */
static uint64_t
words_of(const struct dt_world *world, uint64_t run)
{
	uint64_t words = 0;
	for (uint64_t p = 0; p < DT_PURPOSES; p++) {
		struct dt_random r;
		dt_random_stream(&r, world->model->seed,
		    world->model->experiment, run, p);
		for (; r.word[0] != world->streams[p].word[0] ||
		    r.word[1] != world->streams[p].word[1]; words++)
			dt_random_word(&r);
	}
	return words;
}

static void
bench(const char *name, struct build *b)
{
	double play[TIMES], floor[TIMES], payoff = 0;
	uint64_t words = 0, sum = 0;
	b->rounds = ROUNDS;
	build_model(b);
	struct dt_world *world = dt_world_new(&b->model);
	for (int i = 0; i < TIMES; i++) {
		play[i] = time_of_play(world, (uint64_t)i + 1, &payoff);
		words = words_of(world, (uint64_t)i + 1);
		floor[i] = time_of_words(words, &sum);
	}
	dt_world_free(world);
	double rounds = (double)b->n * ROUNDS;
	double speed = rounds / median(play), limit = rounds / median(floor);
	printf("%-10s %2zu agents  %7.2f M agent-rounds/s/core   words alone: "
	    "%7.1f M (%.2f a round)   %.1f times the floor   "
	    "(payoff %.4f, %u)\n", name, b->n, speed / 1e6, limit / 1e6,
	    (double)words / ROUNDS, limit / speed,
	    payoff / TIMES / ROUNDS, (unsigned)(sum & 0xff));
	build_free(b);
}

/* Five labs, three nations that host them, a ladder of fines and a
 * suspension, public signals that err, slips. */
static struct build frontier = {
	.n = 8, .slip = .01, .agents = {
		{ .strategy = BUILD_COMPLY, .host = 6 },
		{ .strategy = BUILD_TIT_FOR_TAT, .host = 6 },
		{ .strategy = BUILD_COMPLY, .host = 6 },
		{ .strategy = BUILD_WIN_STAY, .host = 7 },
		{ .strategy = BUILD_RACE, .host = 7 },
		{ .strategy = BUILD_COMPLY, .nation = true,
		  .enforcement = .8 },
		{ .strategy = BUILD_COMPLY, .nation = true,
		  .enforcement = .6 },
		{ .strategy = BUILD_COMPLY, .nation = true },
	},
	.treaty = "treaty: halt\n"
	    "monitoring: {miss: 0.2, false_alarm: 0.01, cost: 0.05}\n"
	    "response:\n  shared: yes\n  forgive_after: 8\n  ladder:\n"
	    "    - {fine: 1}\n    - {strikes: 2, fine: 3}\n"
	    "    - {strikes: 4, fine: 5, suspend: 3}\n",
};

static struct build pair = {
	.n = 2, .slip = .01, .agents = {
		{ .strategy = BUILD_WIN_STAY },
		{ .strategy = BUILD_TIT_FOR_TAT },
	},
};

int
main(void)
{
	bench("frontier", &frontier);
	bench("pair", &pair);
	return 0;
}
