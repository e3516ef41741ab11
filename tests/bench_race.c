/*
 * bench_race: agent-rounds per second and core of the reference engine where
 * capability grows, beside the plain frontier in the same run: whole runs of
 * both scenarios as they are shipped, their beginnings included. Medians of
 * five. Asked: 20 million.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "detente.h"

enum { TIMES = 5, ROUNDS = 200000 };

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

static void
bench(const char *scenario, const char *const *sets)
{
	struct detente *lab;
	struct detente_round round;
	double speed[TIMES], payoff = 0;
	uint64_t run = 0;
	char why[1024];
	if (detente_open(&lab, scenario, sets, 7, why, sizeof(why)) != 0) {
		fprintf(stderr, "%s\n", why);
		exit(1);
	}
	for (int i = 0; i < TIMES; i++) {
		int64_t rounds = 0;
		double start = seconds();
		while (rounds < ROUNDS) {
			detente_begin(lab, ++run);
			while (detente_step(lab, &round)) {
				payoff += round.payoff[0];
				rounds++;
			}
		}
		speed[i] = (double)rounds * (double)detente_agents(lab) /
		    (seconds() - start);
	}
	qsort(speed, TIMES, sizeof(speed[0]), by_size);
	printf("%-18s %-24s %2zu agents  %7.2f M agent-rounds/s/core   "
	    "(payoff %.3g)\n", scenario, sets ? sets[0] : "",
	    detente_agents(lab), speed[TIMES / 2] / 1e6, payoff);
	detente_close(lab);
}

int
main(void)
{
	static const char *const all_race[] = { "treaty=none", NULL };
	static const char *const leaks[] = { "race.growth.pause_rate=0.1",
		NULL };
	bench("frontier", NULL);
	bench("self-improvement", NULL);
	bench("self-improvement", all_race);
	/* no table of the way: closed forms in every round */
	bench("self-improvement", leaks);
	return 0;
}
