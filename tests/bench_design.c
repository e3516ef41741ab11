/*
 * How long designs take: processor seconds of a whole process, children's
 * times as the system counts them. Asked: under 10 s for each shipped scenario
 * of two parties, and under 120 s for frontier, its picture drawn. duel ends
 * after 200 rounds and has no treaty, so it begins from several of the shipped
 * ones.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static double
spent(void)
{
	struct rusage r;
	getrusage(RUSAGE_CHILDREN, &r);
	return (double)r.ru_utime.tv_sec + 1e-6 * (double)r.ru_utime.tv_usec;
}

/* Exit status 4, no treaty, is an answer. */
static void
measure(const char *arguments, double asked)
{
	const char *root = getenv("srcdir");
	char command[512];
	double start = spent();
	snprintf(command, sizeof(command), "DETENTE_PATH=%s ./detente design "
	    "%s --no-progress > /dev/null; test $? -eq 0 -o $? -eq 4",
	    root ? root : ".", arguments);
	if (system(command) != 0) {
		fprintf(stderr, "bench_design: %s fails\n", command);
		exit(1);
	}
	printf("design %-60s %8.3f s  (asked %g s)\n", arguments, spent() -
	    start, asked);
	fflush(stdout);
}

int
main(void)
{
	measure("two-powers --continuation 0.95", 10);
	measure("two-powers", 10);
	measure("noisy-pair", 10);
	measure("duel --treaty grim", 10);
	measure("duel --treaty green-porter", 10);
	measure("duel --treaty new-start", 10);
	measure("duel --treaty climate-club", 10);
	measure("duel --treaty compute-cap", 10);
	measure("duel --treaty verified-halt", 10);
	measure("frontier --levers fine,suspension,channels,entry --cap fine=4 "
	    "--robust 'monitoring.*=20%' --svg bench.svg --force", 120);
	(void)remove("bench.svg");
	return 0;
}
