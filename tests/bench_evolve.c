/*
 * How long a population's exact numbers take: the 20 chances to take over among
 * five strategies of 100 players, and the stationary shares of rare mutations.
 *
 * Asked: under .2 ms of processor time. Beside them a chain of all 5,151
 * compositions of 100 over three strategies, and 1,000 played runs.
 * Usage: bench_evolve
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "population/composition.h"
#include "population/fixation.h"
#include "population/simulate.h"

enum { TURNS = 200 };

/* Five strategies that slip with .01, in the long run (5, 3, 1, 0). */
static const double slips[] = { 2.9899, .0401, 2.960402, 1.515, 2.970235,
	4.9401, 1.0299, 1.069002, 2.985, 2.359368, 3.009402, 1.020002, 2.25,
	2.25, 2.969672, 3.965, .535, 2.25, 2.951092, 2.926634, 3.002901,
	.693368, 2.924268, 2.76808, 2.970322 };
static const double cost[] = { 3, 0, 3, 5, 1, 1.4, 2.92, .82, 2.92 };
static const char *const names[] = { "ALLC", "ALLD", "TFT", "WSLS", "GTFT" };

static double
milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void
fail(const struct dt_error *err)
{
	fprintf(stderr, "bench_evolve: %s\n", err->message);
	exit(1);
}

static void
rare(enum dt_process_rule rule, const char *name)
{
	struct dt_fitness f;
	struct dt_error err = { 0 };
	dt_fitness_pairs(&f, 5, names, slips);
	struct dt_process p = { .fitness = &f, .rule = rule, .beta = .1,
		.map = rule == DT_PROCESS_MORAN ? DT_PROCESS_PAYOFF :
		    DT_PROCESS_EXPONENTIAL,
		.z = 100 };
	double least = 1e9, share = 0;
	for (int k = 0; k < TURNS; k++) {
		struct dt_arena arena = { 0 };
		struct dt_fixation x;
		double from = milliseconds();
		if (dt_fixation_find(&p, NULL, &arena, &x, &err) != DT_OK)
			fail(&err);
		double took = milliseconds() - from;
		least = took < least ? took : least;
		share = x.share[1];
		dt_arena_free(&arena);
	}
	printf("5 x 5 chances to take over and shares, Z = 100, %s: best of "
	    "%d %.4f ms (asked: under 0.2); ALLD %.6f\n", name, TURNS, least,
	    share);
}

static void
chain(void)
{
	struct dt_fitness f;
	struct dt_error err = { 0 };
	struct dt_arena arena = { 0 };
	struct dt_composition c;
	dt_fitness_pairs(&f, 3, names, cost);
	struct dt_process p = { .fitness = &f, .beta = 1, .z = 100,
		.mutation = .01 };
	double from = milliseconds();
	if (dt_composition_solve(&p, NULL, &arena, &c, &err) != DT_OK)
		fail(&err);
	printf("chain of %zu compositions: %.0f ms; off by %.1g\n", c.states,
	    milliseconds() - from, c.off);
	dt_arena_free(&arena);
}

static void
played(void)
{
	struct dt_fitness f;
	struct dt_error err = { 0 };
	struct dt_simulate_fixation entries[4];
	dt_fitness_pairs(&f, 2, names, (double[]){ 3, .9, 1.4, 1 });
	struct dt_process p = { .fitness = &f, .beta = .1, .z = 100 };
	struct dt_simulate_request q = { .process = &p, .seed = 1,
		.runs = 1000, .threads = 1 };
	double from = milliseconds();
	if (dt_simulate_fixations(&q, entries, &err) != DT_OK)
		fail(&err);
	printf("2 x 1000 runs played out, Z = 100: %.0f ms\n",
	    milliseconds() - from);
}

int
main(void)
{
	rare(DT_PROCESS_FERMI, "Fermi");
	rare(DT_PROCESS_MORAN, "Moran");
	chain();
	played();
	return 0;
}
