/*
 * How fast exact answers come, each beside a floor in the same run.
 *
 * pairs: all ordered pairs of 20 shipped strategies, slips .01, 200 rounds and
 * the long run: chains built, asked, freed; models are compiled before. The
 * floor: as many dense 4-state systems solved by GSL's LU decomposition, which
 * is what pairs of memory-one strategies alone would take at least.
 *
 * joint: five agents, kept apart, each with ten states that misperceptions
 * move it through, so that all 100,000 joint states are reached: building the
 * chain, its 200 rounds, its long run. The floor: 200 bare products of a
 * vector with a sparse matrix of as many rows and entries.
 *
 * Seconds are of this process's processor time; medians of five.
 * Usage: bench_chain [folder of strategies]
 */
#include <gsl/gsl_linalg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "build.h"
#include "engine/chain.h"

enum { REPEATS = 5, STRATEGIES = 20, PAIRS = STRATEGIES * STRATEGIES };

static const char *const names[STRATEGIES] = {
	"always-pause", "always-race", "alternator", "all-or-none",
	"conditional-pauser", "contrite-tit-for-tat", "extortioner",
	"generous-tit-for-tat", "grim", "grim-memory-one", "grim-three",
	"grim-two", "random", "soft-grudger", "suspicious-tit-for-tat",
	"tit-for-tat", "tit-for-three-tats", "tit-for-two-tats",
	"win-stay-lose-shift", "zd-generous"
};

static struct build builds[PAIRS];
static char *texts[STRATEGIES];

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
need(int good, const char *what)
{
	if (!good) {
		fprintf(stderr, "bench_chain: %s\n", what);
		exit(1);
	}
}

static int
rising(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The median of what five calls take. */
static double
median(double (*once)(void))
{
	double took[REPEATS];
	for (int i = 0; i < REPEATS; i++)
		took[i] = once();
	qsort(took, REPEATS, sizeof(took[0]), rising);
	return took[REPEATS / 2];
}

static void
read_texts(const char *folder)
{
	for (size_t i = 0; i < STRATEGIES; i++) {
		char path[1024];
		snprintf(path, sizeof(path), "%s/%s.yaml", folder, names[i]);
		FILE *file = fopen(path, "r");
		texts[i] = calloc(1, 65536);
		need(file != NULL && texts[i] != NULL, path);
		need(fread(texts[i], 1, 65535, file) > 0, path);
		fclose(file);
	}
}

static void
build_pairs(void)
{
	for (size_t k = 0; k < PAIRS; k++) {
		builds[k] = (struct build){ .n = 2, .slip = .01,
		    .rounds = 200 };
		builds[k].agents[0].strategy = texts[k / STRATEGIES];
		builds[k].agents[1].strategy = texts[k % STRATEGIES];
		build_model(&builds[k]);
	}
}

static double checksum;
static size_t states, transitions;

static double
ask_pairs(bool longrun)
{
	struct dt_chain_limits whole = { .depth = -1 };
	struct dt_chain_answer a;
	struct dt_chain *c;
	double from = seconds();
	states = transitions = 0;
	for (size_t k = 0; k < PAIRS; k++) {
		need(dt_chain_build(&c, &builds[k].model, &whole, NULL) ==
		    DT_OK, "build");
		need((longrun ? dt_chain_longrun(c, &a, NULL) :
		    dt_chain_own(c, &a, NULL)) == DT_OK, "answer");
		states += dt_chain_states(c);
		transitions += dt_chain_transitions(c);
		checksum += a.agent[0].payoff;
		dt_chain_free(c);
	}
	return seconds() - from;
}

static double
pairs_200(void)
{
	return ask_pairs(false);
}

static double
pairs_longrun(void)
{
	return ask_pairs(true);
}

static double
pairs_floor(void)
{
	double from = seconds();
	gsl_matrix *m = gsl_matrix_alloc(4, 4);
	gsl_vector *b = gsl_vector_alloc(4), *x = gsl_vector_alloc(4);
	gsl_permutation *p = gsl_permutation_alloc(4);
	for (int k = 0; k < PAIRS; k++) {
		int sign;
		for (size_t i = 0; i < 16; i++)
			m->data[i] = (double)((i * 7 + (size_t)k) % 11) +
			    (i % 5 == 0 ? 20 : 0);
		gsl_vector_set_basis(b, 0);
		gsl_linalg_LU_decomp(m, p, &sign);
		gsl_linalg_LU_solve(m, p, b, x);
		checksum += gsl_vector_get(x, 0);
	}
	gsl_matrix_free(m);
	gsl_vector_free(b);
	gsl_vector_free(x);
	gsl_permutation_free(p);
	return seconds() - from;
}

/* Ten states in a ring; an alarm moves on. */
static char ring[4096];

static void
make_ring(size_t n)
{
	char *to = ring;
	size_t room = sizeof(ring);
	int at = snprintf(to, room, "strategy: ring\nstart: s0\nstates:\n");
	for (size_t s = 0; s < n; s++)
		at += snprintf(to + at, room - (size_t)at, "  s%zu: {play: "
		    "%s, next: [{when: alarms >= 1, to: s%zu}, {to: s%zu}]}\n",
		    s, s * 2 < n ? "pause" : "race", (s + 1) % n, s);
}

static struct build joint;
static struct dt_chain *joint_chain;

static void
build_joint(void)
{
	static struct dt_monitor_rates rates = { .2, .1 };
	joint = (struct build){ .n = 5, .private = &rates, .rounds = 200 };
	make_ring(10);
	for (size_t i = 0; i < joint.n; i++)
		joint.agents[i].strategy = ring;
	build_model(&joint);
}

static double
joint_build(void)
{
	struct dt_chain_limits apart = { .apart = true };
	double from = seconds();
	dt_chain_free(joint_chain);
	need(dt_chain_build(&joint_chain, &joint.model, &apart, NULL) ==
	    DT_OK, "build");
	return seconds() - from;
}

static double
joint_own(void)
{
	struct dt_chain_answer a;
	double from = seconds();
	need(dt_chain_own(joint_chain, &a, NULL) == DT_OK, "answer");
	checksum += a.agent[0].payoff;
	return seconds() - from;
}

static double
joint_longrun(void)
{
	struct dt_chain_answer a;
	double from = seconds();
	need(dt_chain_longrun(joint_chain, &a, NULL) == DT_OK, "answer");
	checksum += a.agent[0].payoff;
	return seconds() - from;
}

/* y = x P; each row leads to `per` states. */
static void
multiply(const double *x, double *y, const uint32_t *to, const double *value,
    size_t n, size_t per)
{
	memset(y, 0, n * sizeof(*y));
	for (size_t s = 0; s < n; s++)
		for (size_t e = s * per; e < (s + 1) * per; e++)
			y[to[e]] += x[s] * value[e];
}

static double
joint_floor(void)
{
	size_t n = dt_chain_states(joint_chain);
	size_t per = dt_chain_transitions(joint_chain) / n;
	uint32_t *to = calloc(n * per, sizeof(*to));
	double *value = calloc(n * per, sizeof(*value));
	double *x = calloc(2 * n, sizeof(*x));
	need(to != NULL && value != NULL && x != NULL, "memory");
	for (size_t k = 0; k < n * per; k++) {
		to[k] = (uint32_t)((k / per + k % per * 997) % n);
		value[k] = 1 / (double)per;
	}
	x[0] = 1;
	double from = seconds();
	for (size_t t = 0; t < 200; t++)
		multiply(x + t % 2 * n, x + (t + 1) % 2 * n, to, value, n,
		    per);
	double took = seconds() - from;
	checksum += x[0];
	free(to);
	free(value);
	free(x);
	return took;
}

static void
bench_pairs(void)
{
	build_pairs();
	double rounds = median(pairs_200), longrun = median(pairs_longrun);
	printf("chain, %d pairs of %d strategies, slips .01: %zu states, "
	    "%zu transitions\n", PAIRS, STRATEGIES, states, transitions);
	printf("  200 rounds %22.2f ms (at most 50)\n", 1e3 * rounds);
	printf("  long run %24.2f ms (at most 50)\n", 1e3 * longrun);
	printf("  floor: dense 4-state solves %5.2f ms\n",
	    1e3 * median(pairs_floor));
}

static void
bench_joint(void)
{
	build_joint();
	double build = median(joint_build), own = median(joint_own);
	printf("chain, joint: %zu states, %zu transitions\n",
	    dt_chain_states(joint_chain), dt_chain_transitions(joint_chain));
	printf("  build %27.2f s\n  200 rounds %22.2f s (with build at most "
	    "5)\n", build, own);
	printf("  long run %24.2f s\n", median(joint_longrun));
	printf("  floor: 200 bare products %8.2f s\n", median(joint_floor));
	dt_chain_free(joint_chain);
}

int
main(int argc, char **argv)
{
	const char *root = getenv("srcdir");
	char folder[512];
	snprintf(folder, sizeof(folder), "%s/agents/strategies",
	    root != NULL ? root : ".");
	read_texts(argc > 1 ? argv[1] : folder);
	bench_pairs();
	bench_joint();
	return checksum > 1e300;
}
