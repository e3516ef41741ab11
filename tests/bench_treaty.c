/*
 * How long the phase map of 51 x 50 cells takes, as a whole process: two
 * powers under a suspension treaty over miss and continuation. Asked: under
 * 5 s on two cores. The floor: the same process with a map of four cells. Also
 * the verdict on the frontier's verified halt, which is played. Medians of
 * five.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { REPEATS = 5 };

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static double
median(const char *arguments)
{
	const char *root = getenv("srcdir");
	char command[512];
	double taken[REPEATS];
	snprintf(command, sizeof(command), "DETENTE_PATH=%s ./detente solve %s "
	    "> /dev/null", root ? root : ".", arguments);
	for (int k = 0; k < REPEATS; k++) {
		double start = seconds();
		if (system(command) != 0) {
			fprintf(stderr, "bench_treaty: %s fails\n", command);
			exit(1);
		}
		taken[k] = seconds() - start;
	}
	qsort(taken, REPEATS, sizeof(taken[0]), compare);
	return taken[REPEATS / 2];
}

int
main(void)
{
	double floor = median("two-powers --treaty green-porter "
	    "--vary monitoring.miss=0:0.5:2 --vary continuation=0.5:0.99:2");
	double map = median("two-powers --treaty green-porter "
	    "--vary monitoring.miss=0:0.5:51 --vary continuation=0.5:0.99:50");
	double verdict = median("frontier --treaty verified-halt");
	printf("phase map of 51 x 50 cells   %8.3f s  (asked 5 s; four cells "
	    "%.3f s)\n", map, floor);
	printf("verdict by play, 8 agents    %8.3f s  (asked 10 s)\n", verdict);
	return 0;
}
