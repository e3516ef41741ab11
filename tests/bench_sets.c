/*
 * How long a payoff set to a thousandth takes, as a whole process: reading
 * the scenario, both bounds, printing. Processor seconds of the child, the
 * median of five. Asked: under 1 s (a script with a general solver took 28 to
 * 322 s on such sets).
 *
 * Usage: bench_sets [the program, ./detente where not given]
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPEATS = 5 };

static double
spent(void)
{
	struct rusage r;
	getrusage(RUSAGE_CHILDREN, &r);
	return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
	    1e-6 * (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec);
}

static double
run(const char *program, const char *scenario, const char *continuation)
{
	double before = spent();
	int status;
	pid_t child = fork();
	if (child == 0) {
		int nowhere = open("/dev/null", O_WRONLY);
		dup2(nowhere, STDOUT_FILENO);
		execl(program, program, "solve", scenario, "--payoff-set",
		    "--continuation", continuation, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
		fprintf(stderr, "bench_sets: %s does not run\n", program);
		exit(1);
	}
	return spent() - before;
}

static int
rising(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	static const char *const cases[][2] =
	    { { "two-powers", "0.9" }, { "duel", "0.9" } };
	const char *program = argc > 1 ? argv[1] : "./detente";
	for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++) {
		double seconds[REPEATS];
		for (int i = 0; i < REPEATS; i++)
			seconds[i] = run(program, cases[k][0], cases[k][1]);
		qsort(seconds, REPEATS, sizeof(*seconds), rising);
		printf("payoff set of %s at %s: %.3f s\n", cases[k][0],
		    cases[k][1], seconds[REPEATS / 2]);
	}
	return 0;
}
